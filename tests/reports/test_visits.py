"""Visit reports: what the shopper saw, in Word and in PDF, opened by other programs."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Inches
from PIL import Image

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import add_built_in, reopen, resume
from gsmon_desktop.reference import catalogue
from gsmon_desktop.reports import visits_docx, visits_pdf
from gsmon_desktop.reports.pictures import Picture, picture, printed
from gsmon_desktop.reports.visit_reports import write_visits
from gsmon_desktop.reports.visits import visit, visits
from gsmon_desktop.store import Workspace
from tests.reports.rendering import as_pdf, inked, pages, text_of
from tests.reports.visiting import hold_visit, photo
from tests.store.tools import NOON, noon


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with a visit of three photos and one that could not be held."""
    folder = tmp_path_factory.mktemp("visits")
    with Workspace.create(folder / "w", now=noon, name="А. Серикова", region="abay") as ws:
        add_built_in(ws, now=noon)
        hold_visit(ws, folder, now=noon)
        closed = {"held": "no", "not_held_reason": "Закрыто на ремонт"}
        hold_visit(ws, folder, now=lambda: NOON + timedelta(hours=1), photos=0, answers=closed)
        yield ws


def write(ws: Workspace, to: Path, **options: Any) -> list[Path]:
    return write_visits(ws, to, catalogue=catalogue(), now=noon, **options)


def test_what_a_visit_holds(held: Workspace) -> None:
    first, second = (visit(held, key, catalogue(), "ru", noon) for key in visits(held))
    assert ("Название и адрес, как на вывеске", "ЦОН № 3, ул. Абая, 10") in first.passport
    assert [line.label for _, line in first.failed()] == [
        "Есть пандус, и по нему можно подняться без посторонней помощи",
        "Есть питьевая вода",
        "Есть тактильные стенды для незрячих",
    ]
    assert first.failed()[0][1].comment.startswith("Пандус крутой")
    assert dict(first.scores)["Сроки: ожидание на месте и срок самой услуги"] == 2
    assert first.mean() == sum(score for _, score in first.scores) / 6
    assert [told for _, told in first.account][1] == "Попросили копию удостоверения, которой нет в перечне."
    assert [kind for kind, _, _ in first.findings] == ["barrier", "recommendation"]
    assert first.photos[0].caption == "Вид 1: вход и пандус, қараңыз"
    assert first.name == f"visit-2026-03-02-s01-{first.number}"
    assert (second.blocks, second.scores, second.mean()) == ([], [], None)
    assert ("Почему не состоялся и что Вы увидели", "Закрыто на ремонт") in second.passport


def test_words_of_many_pages_are_printed_whole(tmp_path: Path) -> None:
    words = [f"слово{number:04}." for number in range(1000)]
    long = " ".join(words)
    with Workspace.create(tmp_path / "w", now=noon, name="А. Серикова", region="abay") as ws:
        add_built_in(ws, now=noon)
        answers = dict.fromkeys(("comment_building", "deviations", "barrier"), long)
        key = hold_visit(ws, tmp_path, now=noon, photos=0, answers=answers)
        reopen(ws, key, "расшифровка", now=noon)
        interview = resume(ws, key, now=noon)
        ramp = next(path for path in interview.session.form.elements if path.endswith("/building_ramp"))
        interview.comment(ramp, long)
        interview.finish()
        (file,) = write(ws, tmp_path / "визит.pdf", only=[key])
    text = text_of(file)
    assert {text.count(word) for word in words} == {6}  # ramp and block twice each, account, barrier


def test_pdf_opens_and_shows_everything(held: Workspace, tmp_path: Path) -> None:
    (file,) = write(held, tmp_path / "визиты.pdf")
    text = text_of(file)
    for words in ("В порядке 39 из 42", "ЦОН № 3", "Закрыто на ремонт", "Фото 3. Вид 3", "Рекомендации"):
        assert words in text
    shown = pages(file, tmp_path)
    photos = [page for page in shown if inked(page) > 0.4]
    assert len(photos) == 1, "two photos fill a page, the third stands on the next"
    assert sum(0.2 < inked(page) <= 0.4 for page in shown) >= 1


@pytest.mark.timeout(180)
def test_word_is_told_by_its_first_entry_and_knows_every_part(held: Workspace, tmp_path: Path) -> None:
    (file,) = write(held, tmp_path / "a.docx")
    with ZipFile(file) as parts:
        names = parts.namelist()
        kinds = parts.read(names[0]).decode()
    assert names[0] == "[Content_Types].xml"
    assert len(names) == len(set(names))
    for name in names[1:]:
        ending = name.rpartition(".")[2]
        assert f'PartName="/{name}"' in kinds or f'Extension="{ending}"' in kinds


def test_word_opens_and_shows_everything(held: Workspace, tmp_path: Path) -> None:
    (file,) = write(held, tmp_path / "сапар.docx", language="kk")
    document = Document(str(file))
    assert len(document.inline_shapes) == 3
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "ЦОН № 3, ул. Абая, 10" in cells
    assert "✘ Жоқ" in cells
    text = text_of(as_pdf(file, tmp_path))
    for words in ("Тексеру парағы", "42 тармақтың 39 реттеулі", "Сурет 3. Вид 3", "Ұсынымдар"):
        assert words in text


def test_photos_in_word_are_as_fine_as_paper_and_keep_their_shape(held: Workspace, tmp_path: Path) -> None:
    (file,) = write(held, tmp_path / "a.docx", only=visits(held)[:1])
    with ZipFile(file) as parts:
        names = [name for name in parts.namelist() if name.endswith(".jpg")]
        sizes = [Image.open(io.BytesIO(parts.read(name))).size for name in names]
    shapes = Document(str(file)).inline_shapes
    for (across, high), shape in zip(sizes, shapes, strict=True):
        assert across / (shape.width / Inches(1)) == pytest.approx(220, abs=1)
        assert across / high == pytest.approx(1600 / 1200, abs=0.01)
    coarse = picture(photo(1, (800, 600)))
    assert coarse is not None
    assert printed(coarse, 130) is coarse


def test_a_folder_gets_both_kinds_of_each_visit(held: Workspace, tmp_path: Path) -> None:
    made = write(held, tmp_path / "отчёты", only=visits(held)[1:])
    assert [file.suffix for file in made] == [".docx", ".pdf"]
    assert sorted((tmp_path / "отчёты").iterdir()) == sorted(made)


def test_a_photo_that_cannot_be_read_is_said_so(held: Workspace, tmp_path: Path) -> None:
    (sha256, *_) = (row["sha256"] for row in held.query("SELECT sha256 FROM media ORDER BY name"))
    file = held.vault.file_of(sha256)
    whole = file.read_bytes()
    file.write_bytes(whole[:200])
    try:
        (pdf,) = write(held, tmp_path / "a.pdf")
        assert "Файл фотографии не читается" in text_of(pdf)
        (docx,) = write(held, tmp_path / "a.docx")
        assert len(Document(str(docx)).inline_shapes) == 2
    finally:
        file.write_bytes(whole)


def test_pictures_are_made_small_and_upright() -> None:
    shot = picture(photo(1, (4000, 3000)))
    assert shot is not None
    assert max(shot.width, shot.height) <= 1600
    assert shot.fit(100, 100) == (100, 75)
    ready = photo(1)
    kept = picture(ready)
    assert kept is not None
    assert kept.jpeg is ready
    told = picture(ready + b"a film behind the photo")
    assert told is not None
    assert b"film" not in told.jpeg
    assert picture(b"no picture") is None
    assert picture(photo(1)[:500]) is None


@pytest.mark.parametrize("writer", [visits_docx.write, visits_pdf.write])
def test_photos_do_not_stay_in_memory(held: Workspace, tmp_path: Path, writer: Any) -> None:
    """Each further photo costs its words, not its bytes, which are in the file."""
    first = visit(held, visits(held)[0], catalogue(), "ru", noon)
    rng, size = Random(1), 500_000

    def load(sha256: str) -> Picture:
        small = photo(1, (160, 120))
        return Picture(small + rng.randbytes(size), 160, 120)

    def peak(photos: int) -> int:
        held_visit = replace(first, photos=[first.photos[0]] * photos)
        tracemalloc.start()
        file = writer(tmp_path / "a", [held_visit], load, language="ru", made=NOON)
        assert file.stat().st_size > photos * size
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(2)
    few, many = peak(4), peak(44)
    assert many - few < 40 * size / 4


def test_cancelled_leaves_nothing(held: Workspace, tmp_path: Path) -> None:
    class StopError(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        if done == 2:
            raise StopError

    for name in ("a.pdf", "a.docx", "folder"):
        with pytest.raises(StopError):
            write(held, tmp_path / name, progress=cancel)
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_bad_targets(held: Workspace, ws: Workspace, tmp_path: Path) -> None:
    wrong = {
        "a.txt": "report.not_document",
        "нет/a.pdf": "file.folder_missing",
        "нет/a": "file.folder_missing",
    }
    for name, code in wrong.items():
        with pytest.raises(GsmonError) as error:
            write(held, tmp_path / name)
        assert error.value.code == code
    with pytest.raises(GsmonError) as error:
        write(ws, tmp_path / "a.pdf")
    assert error.value.code == "report.no_visits"


def test_time_and_place_of_a_photo_stand_under_it(held: Workspace, tmp_path: Path) -> None:
    held.db.execute(
        "UPDATE media SET taken = '2026-03-02T10:21:00', latitude = 50.41123, longitude = 80.22745"
        " WHERE name = (SELECT value FROM answer WHERE path = '/data/photos[2]/photo')"
    )
    (file,) = write(held, tmp_path / "a.pdf")
    assert "02.03.2026 10:21 · 50.41123, 80.22745" in text_of(file)
