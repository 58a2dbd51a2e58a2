"""The real window on an encrypted workspace, worked in by keys: at no step, and wherever it is killed, can a
mark be read in any byte it left. On a plain workspace the same search finds them.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from gsmon_desktop.interviewing import add_form, delete
from gsmon_desktop.store import Workspace, interviews, keyfile, local_now
from tests.conftest import ROOT
from tests.e2e import marks
from tests.e2e.gsmon import environment
from tests.interviewing.tools import write_form
from tests.ui.secret_child import PASSPHRASE, SURVEY, picture
from ui.widgets.media import _png

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
WORDS = set(marks.WORDS) - {"07:41:17", "7417741774", "reason-mark-7741"} | {"741 774 17 74"}
"""The window's clock has no seconds, telephone numbers are grouped, and no reason is asked here."""
PIECES = {"pixels": bytes(picture().bits())[1000:1100], "png": _png(picture())[2000:2100]}
"""Of the pasted picture: as the clipboard has it, and as it is kept."""


class World:
    """The workspace, the camera's files, and every folder the program may write to by itself."""

    def __init__(self, base: Path, passphrase: str | None) -> None:
        self.workspace, self.camera, self.given = base / "w", base / "камера-құпия7741", base / "given"
        self.own = {"HOME": base / "home", "TMPDIR": base / "tmp", "XDG_RUNTIME_DIR": base / "run"}
        for name, below in (("CONFIG", "config"), ("CACHE", "cache"), ("DATA", "share"), ("STATE", "state")):
            self.own[f"XDG_{name}_HOME"] = base / "home" / below
        for folder in (self.camera, self.given, *self.own.values()):
            folder.mkdir()
        self.own["XDG_RUNTIME_DIR"].chmod(0o700)
        marks.files(self.camera)
        with Workspace.create(
            self.workspace, now=local_now, name="Маркова-7741", passphrase=passphrase
        ) as made:
            add_form(made, write_form(base, SURVEY, "marks.xml"), now=local_now)

    def open(self) -> subprocess.Popen[str]:
        """The window, as a process."""
        command = [sys.executable, "-m", "tests.ui.secret_child"]
        command += [str(each) for each in (self.workspace, self.camera, self.given)]
        own = {name: str(folder) for name, folder in self.own.items()}
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=environment() | own | {"QT_QPA_PLATFORM": "offscreen"}, cwd=ROOT,
        )  # fmt: skip

    def found(self) -> set[str]:
        """What can be read: marks, and pieces of the picture."""
        folders = {self.workspace, self.given, *self.own.values()}
        seen = marks.found(*folders) | {"741 774 17 74" for _ in self._with(b"741 774 17 74")}
        return seen | {name for name, piece in PIECES.items() for _ in self._with(piece)}

    def _with(self, piece: bytes) -> Iterator[Path]:
        for folder in {self.workspace, self.given, self.own["HOME"], self.own["TMPDIR"]}:
            yield from (f for f in folder.rglob("*") if f.is_file() and piece in f.read_bytes())


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> World:
    """Encrypted, unless asked otherwise."""
    monkeypatch.setattr(keyfile, "COST", keyfile.Cost(memory=32, iterations=1, lanes=1))
    return World(tmp_path, getattr(request, "param", PASSPHRASE))


def walk(window: subprocess.Popen[str]) -> Iterator[str]:
    """Each word the window says; it goes on when the next one is asked for."""
    assert window.stdin is not None
    assert window.stdout is not None
    while word := window.stdout.readline().strip():
        yield word
        window.stdin.write("\n")
        window.stdin.flush()


def end(window: subprocess.Popen[str]) -> str:
    """Kills it if it still runs; what it complained of."""
    window.kill()
    return window.communicate()[1]


@pytest.mark.timeout(120)
@pytest.mark.parametrize("world", [None], indirect=True)
def test_in_a_plain_workspace_every_mark_is_found(world: World) -> None:
    window = world.open()
    said = list(walk(window))
    assert said[-1] == "fault done", end(window)
    end(window)
    assert world.found() == WORDS | {"png"}
    assert marks.found(world.workspace / "logs", world.own["TMPDIR"]) == set()


@pytest.mark.timeout(120)
def test_at_no_step_can_anything_be_read(world: World) -> None:
    window = world.open()
    said = []
    for word in walk(window):
        said.append(word)
        assert world.found() == set(), word
    assert said[-1] == "fault done", end(window)
    assert len(said) > 60
    assert "builtins.ValueError" in (world.workspace / "logs" / "gsmon.log").read_text(encoding="utf-8")
    end(window)
    assert world.found() == set()


def _kill(world: World, at: str, seconds: float) -> int:
    """Kills the window so long after it said a word (or when it ends)."""
    window = world.open()
    for word in walk(window):
        if word == at:
            threading.Timer(seconds, window.kill).start()
    window.wait()
    complaint = end(window)
    assert window.returncode in (0, -signal.SIGKILL), complaint
    assert world.found() == set(), (at, seconds)
    return window.returncode


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("at", "seconds"), [("photo", 0.02), ("sound", 0.05)])
def test_killed_while_it_takes_a_file_in(world: World, at: str, seconds: float) -> None:
    assert _kill(world, at, seconds) < 0
    with Workspace.open(world.workspace, now=local_now, passphrase=PASSPHRASE):
        assert world.found() == set()


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_killed_at_many_moments(world: World) -> None:
    killed = 0
    for at in ("unlock", "plain", "comment", "photo", "sound", "film", "paper", "finish", "report", "fault"):
        for hundredth in (0, 1, 3, 7, 15):
            killed += _kill(world, at, hundredth / 100) < 0
            with Workspace.open(world.workspace, now=local_now, passphrase=PASSPHRASE) as ws:
                for row in interviews.list(ws, status=interviews.DRAFT):
                    delete(ws, row.id, "заново", now=local_now)
    assert killed > 30
