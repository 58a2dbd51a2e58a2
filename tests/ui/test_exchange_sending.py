"""Обмен: a package made, a workbook written, both stopped half way, and a disk that says no."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gsmon_desktop import exchange, reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import Workspace
from tests.ui.conftest import Hands, now
from tests.ui.keyboard import press
from ui.i18n import Language
from ui.screens.exchange_sending import SendingPage
from ui.tasks import Job, Tasks
from ui.widgets import job_line, report_bar

_COLUMNS = ("sequence", "made", "state", "interviews", "media", "size", "file")


class Desk:
    """The screen on a workspace."""

    def __init__(self, qtbot: QtBot, folder: Path, language: Language, files: Hands) -> None:
        self.qtbot, self.files = qtbot, files
        self.tasks = Tasks(folder, now=now)
        catalogue, edition = reference.catalogue(), reference.edition()
        self.screen = SendingPage(self.tasks, catalogue, edition, language, files)
        self.troubles: list[GsmonError] = []
        self.screen.troubled.connect(self.troubles.append)
        self.tasks.changed.connect(lambda kinds: self.screen.refresh())
        qtbot.addWidget(self.screen)
        with qtbot.waitExposed(self.screen):
            self.screen.show()
        self.screen.refresh()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.pending == 0, timeout=20_000)


@pytest.fixture
def desk(qtbot: QtBot, workspace: Path, language: Language, files: Hands) -> Iterator[Desk]:
    made = Desk(qtbot, workspace, language, files)
    yield made
    made.tasks.close()


def test_a_package_by_one_key(desk: Desk, tmp_path: Path, qtmodeltester: ModelTester) -> None:
    assert desk.screen.empty.isVisible()
    waiting = int(desk.screen.count.text())
    desk.files.answer = tmp_path
    desk.screen.pack.setFocus()
    press(desk.screen.pack, Qt.Key.Key_Space, " ")
    desk.settle()
    (package,) = tmp_path.glob("gsmon-*.zip")
    assert len(exchange.verify(package).interviews) == waiting
    assert package.name in desk.screen.notice.text.text()
    assert desk.screen.count.text() == "0"
    assert not desk.screen.pack.isEnabled()
    model = desk.screen.model
    qtmodeltester.check(model)
    line = {name: model.index(0, place).data() for place, name in enumerate(_COLUMNS)}
    assert (line["file"], line["state"], line["interviews"]) == (package.name, "собран", str(waiting))
    desk.screen.show_folder.click()
    assert desk.files.shown == [tmp_path]
    assert desk.troubles == []


def test_thinking_better_of_it_changes_nothing(desk: Desk) -> None:
    desk.screen.pack.click()
    desk.screen.workbook.click()
    desk.settle()
    assert desk.screen.count.text() != "0"
    assert desk.screen.line.isHidden()


def test_a_folder_that_is_gone_is_said_and_nothing_lost(desk: Desk, tmp_path: Path) -> None:
    waiting = desk.screen.count.text()
    desk.files.answer = tmp_path / "stick pulled out"
    desk.screen.pack.click()
    desk.settle()
    assert [error.code for error in desk.troubles] == ["file.folder_missing"]
    assert desk.screen.count.text() == waiting
    assert desk.screen.pack.isEnabled()


def test_a_workbook_beside_the_lane(desk: Desk, tmp_path: Path) -> None:
    desk.files.answer = tmp_path / "отчёт"
    desk.screen.workbook.click()
    desk.settle()
    assert desk.troubles == []
    assert "отчёт.xlsx" in desk.screen.reports.notice.text.text()
    assert len(load_workbook(tmp_path / "отчёт.xlsx", read_only=True).sheetnames) > 3


def test_a_workbook_beside_another_year_and_with_every_score(desk: Desk, tmp_path: Path) -> None:
    earlier = tmp_path / "2024.csv"
    earlier.write_text("year,level,key,score,pct\n2024,service,s59,4.5,70\n", encoding="utf-8")
    cells = {}
    for name, file, wanted in (("alone", None, False), ("beside", earlier, True)):
        if file is not None:
            desk.files.answer = file
            desk.screen.year.another.trigger()
            assert "2024.csv" in desk.screen.year.text()
        desk.screen.all_cuts.setChecked(wanted)
        desk.files.answer = tmp_path / f"{name}.xlsx"
        desk.screen.workbook.click()
        desk.settle()
        book = load_workbook(tmp_path / f"{name}.xlsx", read_only=True)
        cells[name] = {str(v) for row in book["Рейтинг услуг"].iter_rows(values_only=True) for v in row}
    assert ("К 2024 году" in cells["alone"], "К 2024 году" in cells["beside"]) == (False, True)
    assert ("мало" in cells["alone"], "мало" in cells["beside"]) == (True, False)
    desk.screen.year.printed.trigger()
    assert desk.screen.year.before is None
    assert desk.troubles == []


def test_personal_data_go_into_one_workbook_only_when_asked(desk: Desk, tmp_path: Path) -> None:
    columns = {}
    for name, asked in (("first", False), ("second", True), ("third", False)):
        desk.files.answer = tmp_path / name
        if asked:
            press(desk.screen.personal, Qt.Key.Key_Space, " ")
        desk.screen.workbook.click()
        desk.settle()
        sheet = load_workbook(tmp_path / f"{name}.xlsx", read_only=True).worksheets[1]
        columns[name] = {cell for row in sheet.iter_rows(max_row=2, values_only=True) for cell in row}
    assert {"phone", "problems"} <= columns["second"]
    assert not {"phone", "problems"} & (columns["first"] | columns["third"])


@pytest.mark.parametrize("what", ["pack", "workbook"])
def test_stopped_half_way_leaves_no_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    class Stopping(Job):
        """Asked to stop at its first step."""

        def report(self, done: int, total: int) -> None:
            self.cancel()
            super().report(done, total)

    monkeypatch.setattr(job_line, "Job", Stopping)
    monkeypatch.setattr(report_bar, "Job", Stopping)
    target = tmp_path / "to"
    target.mkdir()
    desk.files.answer = target if what == "pack" else target / "book.xlsx"
    button: Callable[[], None] = getattr(desk.screen, what).click
    waiting = desk.screen.count.text()
    button()
    place = desk.screen.line if what == "pack" else desk.screen.reports
    assert place.stop.isVisible()
    desk.settle()
    assert list(target.iterdir()) == []
    said = desk.screen.notice if what == "pack" else desk.screen.reports.notice
    assert "Остановлено" in said.text.text()
    assert desk.screen.count.text() == waiting
    assert desk.screen.workbook.isEnabled()


def test_refused_interviews_are_named_and_sent_again(desk: Desk, tmp_path: Path) -> None:
    """Until a later revision is sent; the button offers everything once more meanwhile."""
    desk.files.answer = tmp_path
    desk.screen.pack.click()
    desk.settle()
    assert not desk.screen.refused.isVisible()

    def refuse(ws: Workspace) -> int:
        with ws.transaction() as db:
            db.execute(
                """UPDATE package_interview SET state = 'refused', why = 'scores'
                WHERE interview = (SELECT min(interview) FROM package_interview)"""
            )
            db.execute("UPDATE package SET state = 'refused', answered = made")
        return exchange.refused(ws)[0].number

    numbers: list[int] = []
    desk.tasks.lane(refuse, numbers.append, changes=("package",))
    desk.settle()
    assert desk.screen.refused.isVisible()
    assert f"№\u00a0{numbers[0]}." in desk.screen.refused.text.text()
    assert desk.screen.again.isVisible()
    (tmp_path / "again").mkdir()
    desk.files.answer = tmp_path / "again"
    press(desk.screen.again, Qt.Key.Key_Space, " ")
    desk.settle()
    assert len(list((tmp_path / "again").glob("gsmon-*.zip"))) == 1
    assert desk.troubles == []
