"""The print-out of one interview."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import reopen, resume
from gsmon_desktop.reference import catalogue
from gsmon_desktop.reports.interview_pdf import write_interview
from gsmon_desktop.store import Workspace
from tests.exchange.tools import finish_again, give_with_photo
from tests.reports.rendering import text_of
from tests.store.tools import noon


def write(ws: Workspace, key: str, to: Path, **options: Any) -> Path:
    return write_interview(ws, key, to, catalogue=catalogue(), now=noon, **options)


def test_questions_answers_comments_and_trail(ws: Workspace, tmp_path: Path) -> None:
    key = give_with_photo(ws, tmp_path)
    reopen(ws, key, "ошибка в возрасте", now=noon)
    finish_again(ws, key, "/data/age", "41")
    text = text_of(write(ws, key, tmp_path / "интервью.pdf"))
    for words in ("Семёновка", "сказал не сразу", "ошибка в возрасте", "40 → 41", "Журнал изменений", key):
        assert words in text


def test_other_languages(ws: Workspace, tmp_path: Path) -> None:
    key = give_with_photo(ws, tmp_path)
    text = text_of(write(ws, key, tmp_path / "a.pdf", language="kk"))
    assert "Қызметкерлер" in text
    assert "Өзгерістер журналы" in text


@pytest.mark.parametrize("personal", [False, True])
def test_personal_answers_only_when_asked(ws: Workspace, tmp_path: Path, personal: bool) -> None:
    key = give_with_photo(ws, tmp_path)
    reopen(ws, key, "дал телефон", now=noon)
    finish_again(ws, key, "/data/phone", "+77010000000")
    text = text_of(write(ws, key, tmp_path / "a.pdf", personal=personal))
    assert ("77010000000" in text) is personal
    assert ("скрыто: личные данные" in text) is not personal


def test_bad_targets(ws: Workspace, tmp_path: Path) -> None:
    key = give_with_photo(ws, tmp_path)
    for name, code in {"a.txt": "report.not_pdf", "нет/a.pdf": "file.folder_missing"}.items():
        with pytest.raises(GsmonError) as error:
            write(ws, key, tmp_path / name)
        assert error.value.code == code
    with pytest.raises(GsmonError) as error:
        write(ws, "нет такого", tmp_path / "a.pdf")
    assert error.value.code == "interview.unknown"


@pytest.mark.parametrize("where", ["answer", "comment"])
def test_a_text_of_many_pages_is_printed_whole(ws: Workspace, tmp_path: Path, where: str) -> None:
    key = give_with_photo(ws, tmp_path)
    times = [f"[00:{at // 60:02}:{at % 60:02}]" for at in range(300)]
    told = "\n".join(f"{time} о приёме документов, о том, сколько минут он шёл" for time in times)
    reopen(ws, key, "расшифровка", now=noon)
    interview = resume(ws, key, now=noon)
    if where == "comment":
        interview.comment("/data/photo", told)
    else:
        interview.answer("/data/town", told)
    interview.finish()
    text = text_of(write(ws, key, tmp_path / "a.pdf"))
    assert all(time in text for time in times)
    assert text.count(times[-1]) == 1  # the trail tells how the text begins, and how much more there is
    assert "целиком они в журнале audit.csv" in " ".join(text.split())
