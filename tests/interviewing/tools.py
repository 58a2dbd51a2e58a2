"""A small questionnaire with a bit of everything, put into a workspace."""

from __future__ import annotations

from pathlib import Path

from pyxform.xls2xform import convert

from gsmon_desktop.interviewing import add_form
from gsmon_desktop.store import Workspace, interviews
from tests.store.tools import noon

SURVEY = """
| survey |
| | type | name | label::Русский (ru) | label::Қазақша (kk) | required | relevant | constraint | calculation | default | bind::gsmon:item | bind::gsmon:role |
| | start | start | | | | | | | | | |
| | end | end | | | | | | | | | |
| | username | username | | | | | | | | | interviewer |
| | select_one yes_no | consent | Согласие | Келісім | yes | | | | | | |
| | calculate | outcome | | | | | | if(${consent} = 'no', 'refused', 'complete') | | | outcome |
| | select_one region | region | Регион | Өңір | yes | | | | ${last-saved#region} | | region |
| | text | town | Посёлок | Кент | | | | | | | place_name |
| | select_one service | service | Услуга | Қызмет | yes | ${consent} = 'yes' | | | | | service |
| | select_one branch | branch | Форма | Нысан | yes | ${consent} = 'yes' | | | | | branch |
| | select_one score | staff | Персонал | Қызметкерлер | yes | ${branch} = 'paper' | | | | staff | |
| | select_one score | term | Срок | Мерзім | yes | ${consent} = 'yes' | | | | time_term | |
| | integer | age | Возраст | Жасы | | | . >= 16 and . < 120 | | | | age |
| | calculate | older | | | | | | ${age} + 1 | | | |
| | text | phone | Телефон | Телефон | | | | | | | phone |
| | image | photo | Фото | Сурет | | | | | | | |
| | begin repeat | visit | Визит | Сапар | | | | | | | |
| | text | what | Что | Не | | | | | | | |
| | integer | minutes | Минут | Минут | | | | | | | |
| | calculate | hours | | | | | | ${minutes} div 60 | | | |
| | end repeat | | | | | | | | | | |
| | calculate | total | | | | | | sum(${minutes}) | | | |
| choices |
| | list_name | name | label::Русский (ru) | label::Қазақша (kk) |
| | yes_no | yes | Да | Иә |
| | yes_no | no | Нет | Жоқ |
| | region | almaty | Алматы | Алматы |
| | region | astana | Астана | Астана |
| | service | s01 | Паспорт | Төлқұжат |
| | service | s02 | Адрес | Мекенжай |
| | branch | paper | Бумажная | Қағаз |
| | branch | electronic | Электронная | Электрондық |
| | score | 1 | 1 | 1 |
| | score | 2 | 2 | 2 |
| | score | 5 | 5 | 5 |
| | score | dk | Трудно сказать | Айту қиын |
| settings |
| | form_title | form_id | version | default_language | namespaces |
| | Визит | visit | 1 | Русский (ru) | gsmon="urn:gsmon:forms" |
"""  # noqa: E501 - a table's row is a line

PAPER = {
    "/data/consent": "yes",
    "/data/region": "astana",
    "/data/town": "Семёновка",
    "/data/service": "s01",
    "/data/branch": "paper",
    "/data/staff": "5",
    "/data/term": "dk",
    "/data/age": "40",
}
"""A complete interview."""

REFUSED = {"/data/consent": "no", "/data/region": "almaty"}
"""One that ended at the first question."""


def write_form(folder: Path, survey: str = SURVEY, name: str = "visit.xml") -> Path:
    """The questionnaire as an XForm file."""
    file = folder / name
    file.write_text(convert(xlsform=survey, file_type=".md", pretty_print=False).xform, encoding="utf-8")
    return file


def put_survey(ws: Workspace, folder: Path, survey: str = SURVEY) -> None:
    """Adds the questionnaire to the workspace."""
    add_form(ws, write_form(folder, survey), now=noon)


def on_disk(ws: Workspace, number: int) -> dict[str, str]:
    """What another connection reads from the file."""
    with Workspace.open(ws.folder, now=noon, read_only=True) as reader:
        return interviews.answers(reader, number)


def events(ws: Workspace, number: int) -> list[str]:
    """What the audit trail says happened."""
    return [event["action"] for event in interviews.events(ws, number)]
