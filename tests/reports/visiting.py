"""Mystery shoppers' visits held by the shipped questionnaire, with photos drawn on the spot."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw

from gsmon_desktop.interviewing import Interview, start
from gsmon_desktop.store import Clock, Workspace

BASE = {
    "region": "abay",
    "service": "s01",
    "place": "con",
    "place_name": "ЦОН № 3, ул. Абая, 10",
    "event_date": "2026-11-20",
    "event_time": "10:15:00.000+05:00",
    "held": "yes",
    "reception_staff": "4",
    "queue_minutes": "25",
    "building_ramp": "no",
    "comfort_water": "no",
    "information_tactile": "no",
    "comment_building": "Пандус крутой, без поручня, Ұлытау көшесі жағынан",
    "order_staff": "4",
    "order_time": "2",
    "deviations": "Попросили копию удостоверения, которой нет в перечне.",
    "advice": "Поставить кулер и тактильный стенд.",
    "difficulties": "Ждали дольше, чем обещает табло.",
    "conflict": "no",
    "has_barriers": "yes",
    "has_recommendations": "yes",
    "barrier": "Нет пандуса с поручнем: на коляске не подняться.",
    "recommendation": "Сделать пандус по нормам и поставить кнопку вызова.",
}


def photo(number: int, size: tuple[int, int] = (1600, 1200)) -> bytes:
    """A JPEG that tells its number."""
    image = Image.new("RGB", size, (90 + 13 * number % 120, 120, 160))
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 60, size[0] - 60, size[1] - 60), outline=(255, 255, 255), width=12)
    draw.text((size[0] // 2, size[1] // 2), f"photo {number}", fill=(255, 255, 255), font_size=160)
    made = io.BytesIO()
    image.save(made, "JPEG", quality=80)
    return made.getvalue()


def hold_visit(
    ws: Workspace,
    folder: Path,
    *,
    now: Clock,
    photos: int = 3,
    answers: Mapping[str, str] = {},
    form: str = "visit_office",
) -> str:
    """Fills in a visit question by question and finishes it; returns its id."""
    interview = start(ws, form, now=now)
    given = BASE | answers
    for number in range(1, photos + 1):
        interview.add("/data/photos")
        file = folder / f"снимок-{number}.jpg"
        file.write_bytes(photo(number))
        interview.attach(f"/data/photos[{number}]/photo", file)
        interview.answer(f"/data/photos[{number}]/photo_caption", f"Вид {number}: вход и пандус, қараңыз")
    for name in ("region", "held"):
        _give(interview, f"/data/passport/{name}", given)
    for repeat in ("barriers", "recommendations"):
        _give(interview, f"/data/findings/has_{repeat}", given)
        if interview.session.rows(f"/data/{repeat}") == 0:
            interview.add(f"/data/{repeat}")
    for _ in range(400):
        missing = interview.session.missing()
        if not missing:
            break
        _give(interview, missing[0], given)
    for page in interview.session.pages():
        for path in page.questions:
            if not interview.session.value(path) and path.rpartition("/")[2] in given:
                _give(interview, path, given)
    interview.finish()
    return interview.id


def _give(interview: Interview, path: str, given: Mapping[str, str]) -> None:
    """The given answer to a question, else the first that fits it."""
    name, question = path.rpartition("/")[2], interview.session.question(path)
    offered = [choice.value for choice in question.choices]
    value = given.get(name) or (offered[0] if offered else "")
    if not value:
        value = "5" if question.element.type in ("integer", "decimal") else "Так и было"
    interview.answer(path, value)
