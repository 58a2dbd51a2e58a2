"""Marked strings for every kind of question, and the search for them in every byte of a folder."""

from __future__ import annotations

import contextlib
import io
import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from openpyxl import Workbook

SURVEY = """
type | name | label
text | plain | Текст
integer | whole | Целое
decimal | part | Дробное
date | day | День
time | hour | Час
dateTime | moment | Время
geopoint | place | Место
geotrace | way | Путь
geoshape | field | Поле
barcode | code | Код
select_one yn | one | Один
select_multiple yn | several | Несколько
rank yn | ranked | По порядку
calculate | sum |
begin_repeat | rows | Строки
text | inside | В строке
end_repeat | |
text | phone | Телефон
image | photo | Фото
audio | sound | Звук
video | film | Видео
file | paper | Файл
"""
MARK = "МЕТКА-құпия-7741"
NUMBER, PART = "774177417", "7741.774177"
PLACE = "51.774177 71.774177 0 0"
ANSWERS = {
    "plain": MARK,
    "whole": NUMBER,
    "part": PART,
    "day": "1974-12-17",
    "hour": "07:41:17.417",
    "moment": "1974-12-17T07:41:17.417+05:00",
    "place": PLACE,
    "way": f"{PLACE};51.9 71.9 0 0",
    "field": f"{PLACE};51.9 71.9 0 0;51.9 72.0 0 0;{PLACE}",
    "code": f"CODE-{NUMBER}",
    "one": "kept_secret_choice",
    "several": "kept_secret_choice other",
    "ranked": "other kept_secret_choice",
    "phone": "+77417741774",
}
FILES = {
    "photo": "снимок-құпия7741.png",
    "sound": "голос-құпия7741.wav",
    "film": "фильм-құпия7741.mp4",
    "paper": "лист-құпия7741.txt",
}
CONTENT = b"CONTENT-MARK-7741-"
WORDS = (
    MARK, NUMBER, PART, "1974-12-17", "07:41:17", "51.774177", "7417741774", "құпия7741", "repeat-mark-7741",
    "comment-mark-7741", "reason-mark-7741", "Маркова-7741", CONTENT.decode(),
)  # fmt: skip
"""What must nowhere be readable. The form's own words (a choice's name) are no answers and not among them."""


def form(folder: Path) -> Path:
    """The form with every kind of question, as .xlsx."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    for line in SURVEY.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        extra = "calculation" if cells[0] == "type" else ""
        if cells[0] == "calculate":
            extra = "concat(${plain}, '-', ${phone})"
        sheet.append([*cells, extra])
    choices = book.create_sheet("choices")
    for row in (("list_name", "name", "label"), ("yn", "kept_secret_choice", "Да"), ("yn", "other", "Иное")):
        choices.append(row)
    settings = book.create_sheet("settings")
    settings.append(["form_id", "version", "form_title"])
    settings.append(["marks", "1", "Метки"])
    file = folder / "marks.xlsx"
    book.save(file)
    return file


def files(folder: Path) -> dict[str, Path]:
    """Marked files to attach, by question."""
    made = {}
    for name, file in FILES.items():
        made[name] = folder / file
        made[name].write_bytes(_picture() if name == "photo" else _head(name) + CONTENT * 5000)
    return made


def _picture() -> bytes:
    """A PNG whose pixels and text say the mark."""
    from PIL import Image, PngImagePlugin

    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", CONTENT.decode())
    made = io.BytesIO()
    rows = (CONTENT * 1000)[: 64 * 64 * 3]
    Image.frombytes("RGB", (64, 64), rows).save(made, "PNG", pnginfo=text)
    return made.getvalue()


def _head(name: str) -> bytes:
    """What a file of this kind begins with."""
    return {
        "sound": b"RIFF\xff\xff\xff\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00"
        b"\x40\x1f\x00\x00\x40\x1f\x00\x00\x01\x00\x08\x00data",
        "film": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"
        b"\x00\x00\x00\x08moov" + (8 + len(CONTENT) * 5000).to_bytes(4, "big") + b"mdat",
    }.get(name, b"")


def steps(attached: dict[str, Path]) -> list[str]:
    """Lines for `gsmon interview fill` that put every mark in."""
    said: list[dict[str, str]] = [{"set": f"/data/{name}", "value": value} for name, value in ANSWERS.items()]
    said += [{"add": "/data/rows"}, {"set": "/data/rows[1]/inside", "value": "repeat-mark-7741"}]
    said += [{"attach": f"/data/{name}", "file": str(file)} for name, file in attached.items()]
    return [json.dumps(step, ensure_ascii=False) for step in said]


# ---------------------------------------------------------------- the search


def found(*folders: Path) -> set[str]:
    """Which of `WORDS` can be read in any file below, in its name, or in what it packs."""
    seen: set[str] = set()
    for folder in folders:
        for file in (file for file in folder.rglob("*") if file.is_file()):
            for content in (file.name.encode(), *_layers(file.read_bytes())):
                seen |= {word for word in WORDS if any(form in content for form in _forms(word))}
    return seen


def _forms(word: str) -> tuple[bytes, ...]:
    return (
        word.encode(),
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        json.dumps(word)[1:-1].encode(),
        quote(word).encode(),
    )


_PACKED = ((b"\x78\x9c", 15), (b"\x78\xda", 15), (b"\x78\x01", 15), (b"\x1f\x8b", 31), (b"PK\3\4", -15))
"""First bytes of zlib streams, gzip and zip entries, with zlib's window bits for them."""


def _layers(content: bytes) -> Iterator[bytes]:
    """The content, and what the zip entries and zlib or gzip streams anywhere in it unpack to."""
    yield content
    for sign, bits in _PACKED:
        at = content.find(sign)
        while at >= 0:
            begin = at + 30 + sum(struct.unpack_from("<HH", content[at : at + 30], 26)) if bits < 0 else at
            with contextlib.suppress(zlib.error):
                yield zlib.decompressobj(bits).decompress(content[begin:], 1 << 20)
            at = content.find(sign, at + 1)
