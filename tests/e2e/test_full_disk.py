"""The disk fills up in the middle of an interview: nothing is lost, and on it goes when there is room."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from gsmon_desktop.interviewing import resume
from gsmon_desktop.store import Workspace, interviews, local_now
from tests.conftest import ROOT
from tests.e2e.gsmon import COMMAND, environment
from tests.interviewing.tools import PAPER, put_survey
from tests.media.tools import bare_photo
from tests.store.tools import disk, fill_up


class Fill:
    """A running `interview fill`, a step at a time."""

    def __init__(self, workspace: Path, **extra: str) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, "--workspace", str(workspace), "interview", "fill", "--form", "visit"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment() | extra, cwd=ROOT,
            encoding="utf-8",
        )  # fmt: skip
        self.id = self._reply()["interview"]

    def _reply(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        reply: dict[str, Any] = json.loads(self.process.stdout.readline())
        return reply

    def do(self, **step: Any) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(step) + "\n")
        self.process.stdin.flush()
        return self._reply()

    def end(self) -> int:
        self.process.communicate()
        return self.process.returncode


def test_interview_goes_on_when_there_is_room_again(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(bare_photo(1, 850))
    with disk(tmp_path / "stick", "4m") as stick:
        workspace = stick / "жұмыс"
        with Workspace.create(workspace, now=local_now, name="Айгүл") as ws:
            put_survey(ws, tmp_path)
        fill = Fill(workspace)
        kept = ""
        ballast = fill_up(stick)
        refusals = 0
        for at in range(200):
            text = f"{at} " + "ұ" * 3000
            reply = fill.do(set="/data/town", value=text)
            if reply["ok"]:
                kept = text
            else:
                refusals += 1
                assert "disk is full" in reply["error"]
        assert refusals > 50
        reply = fill.do(attach="/data/photo", file=str(photo))
        assert not reply["ok"]
        assert "full" in reply["error"]
        state = fill.do(state=True)
        assert state["answers"].get("/data/town", "") == kept
        with Workspace.open(workspace, now=local_now, read_only=True) as reader:
            row = interviews.get(reader, fill.id)
            assert interviews.answers(reader, row.number).get("/data/town", "") == kept
        ballast.unlink()
        assert fill.do(attach="/data/photo", file=str(photo))["ok"]
        for path, value in PAPER.items():
            assert fill.do(set=path, value=value)["ok"]
        assert fill.do(finish=True)["ok"]
        assert fill.end() == 1
        with Workspace.open(workspace, now=local_now) as ws:
            assert ws.value("PRAGMA integrity_check") == "ok"
            assert interviews.get(ws, fill.id).status == "finished"


def test_finish_on_a_full_disk_leaves_the_draft_as_it_was(tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "4m") as stick:
        workspace = stick / "w"
        with Workspace.create(workspace, now=local_now) as ws:
            put_survey(ws, tmp_path)
        fill = Fill(workspace)
        for path, value in PAPER.items():
            assert fill.do(set=path, value=value)["ok"]
        ballast = fill_up(stick)
        while fill.do(set="/data/phone", value="7" * 4000)["ok"]:
            fill.do(set="/data/phone", value=None)
        assert "full" in fill.do(finish=True)["error"]
        ballast.unlink()
        with Workspace.open(workspace, now=local_now, read_only=True) as reader:
            row = interviews.get(reader, fill.id)
            assert (row.status, row.hash) == ("draft", "")
            assert reader.value("SELECT count(*) FROM score") == 0
        assert fill.do(finish=True)["ok"]
        fill.end()
        with Workspace.open(workspace, now=local_now) as ws:
            assert interviews.get(ws, fill.id).status == "finished"


def test_killed_on_a_full_disk_opens_again(tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "4m") as stick:
        workspace = stick / "w"
        with Workspace.create(workspace, now=local_now) as ws:
            put_survey(ws, tmp_path)
        fill = Fill(workspace)
        assert fill.do(set="/data/town", value="Ақсу")["ok"]
        fill_up(stick)
        fill.process.kill()
        fill.end()
        with Workspace.open(workspace, now=local_now, read_only=True) as reader:
            row = interviews.get(reader, fill.id)
            assert interviews.answers(reader, row.number)["/data/town"] == "Ақсу"
        (stick / "ballast").unlink()
        with Workspace.open(workspace, now=local_now) as ws:
            assert resume(ws, fill.id, now=local_now).session.value("/data/town") == "Ақсу"
