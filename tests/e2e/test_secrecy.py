"""Nothing secret is ever readable: every mark put in, killed at many moments, every byte searched.

The same is done to a plain workspace, where every mark must be found: so the search can fail.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from gsmon_desktop.store import keyfile
from tests.e2e import killing, marks
from tests.e2e.killing import Steps, after, at_touch, gsmon

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
PASSPHRASE = "тау басында қар жатыр"


class World:
    """A workspace, the marked files, and all folders the program may write to."""

    def __init__(self, tmp_path: Path) -> None:
        self.workspace = tmp_path / "workspace"
        self.temporary = tmp_path / "tmp"
        self.home = Path(os.environ["HOME"])
        self.sources = tmp_path / "camera"
        self.given, self.stick = tmp_path / "given away", tmp_path / "stick"
        for folder in (self.temporary, self.sources, self.given, self.stick):
            folder.mkdir()
        self.steps = marks.steps(marks.files(self.sources))

    def run(self, *arguments: str | Path, **how: object) -> int | None:
        """One command on the workspace."""
        return gsmon("--workspace", self.workspace, *arguments, **how)  # type: ignore[arg-type]

    def fill(self, alive: int = 10**9, **how: object) -> int | None:
        """An interview, up to so many steps."""
        return self.run("interview", "fill", "--form", "marks", stdin=Steps(self.steps, alive), **how)

    def found(self) -> set[str]:
        """Marks that can be read wherever the program writes by itself."""
        return marks.found(self.workspace, self.temporary, self.home, self.stick)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> World:
    """A workspace with the form of every kind of question; encrypted unless asked otherwise."""
    made = World(tmp_path)
    monkeypatch.setattr(keyfile, "COST", keyfile.Cost(memory=32, iterations=1, lanes=1))
    monkeypatch.setenv("TMPDIR", str(made.temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    if getattr(request, "param", "encrypted") == "encrypted":
        monkeypatch.setenv("GSMON_PASSPHRASE", PASSPHRASE)
    assert gsmon("workspace", "init", made.workspace, "--name", "Маркова-7741") == 0
    assert made.run("form", "add", marks.form(tmp_path)) == 0
    office = tmp_path / "office"
    assert gsmon("workspace", "init", office, "--role", "hq") == 0
    assert gsmon("--workspace", office, "keys", "show", "--json", said=tmp_path / "keys.json") == 0
    assert made.run("keys", "trust", tmp_path / "keys.json") == 0
    return made


@pytest.mark.parametrize("world", ["plain"], indirect=True)
def test_the_search_finds_every_mark_in_a_plain_workspace(world: World) -> None:
    said = world.temporary.parent / "said"
    assert world.fill(said=said) == 0, said.read_text()
    _edit_and_comment(world)
    assert world.found() == set(marks.WORDS)


def _edit_and_comment(world: World) -> None:
    """What the command line cannot put in: a comment; and a reason, a finish, an export, a workbook."""
    from gsmon_desktop.interviewing import resume
    from gsmon_desktop.store import Workspace, interviews, local_now

    with Workspace.open(world.workspace, now=local_now, passphrase=PASSPHRASE) as ws:
        row = next(iter(interviews.list(ws, status=interviews.DRAFT)))
        open_ = resume(ws, row.id, now=local_now)
        open_.comment("/data/plain", "comment-mark-7741")
        open_.finish()
    assert world.run("interview", "reopen", row.id, "--reason", "reason-mark-7741") == 0
    assert world.found() == (set() if keyfile.is_encrypted(world.workspace) else set(marks.WORDS))
    finish = world.run("interview", "fill", "--resume", row.id, stdin=Steps(['{"finish": true}'], 9))
    assert finish == 0


def test_nothing_is_found_after_a_whole_day(world: World) -> None:
    assert world.fill() == 0
    assert world.found() == set()
    _edit_and_comment(world)
    for command in (
        ("report", "workbook", "--personal", "--to", world.given / "book.xlsx"),
        ("export", "--to", world.given),
        ("workspace", "backup", world.stick),
        ("workspace", "doctor"),
    ):
        assert world.run(*command) == 0
        assert world.found() == set()


def _kill_filling(world: World, moments: range) -> None:
    assert len(world.steps) > 19
    for alive in moments:
        if alive < len(world.steps):
            assert world.fill(alive) is None
            assert world.found() == set()


def _kill_at_touches(world: World, moments: range, *command: str | Path, filling: bool = False) -> None:
    """Kills a command at touches of files until one comes to its end."""
    for number in moments:
        ended = world.fill(arm=at_touch(number)) if filling else world.run(*command, arm=at_touch(number))
        assert world.found() == set()
        if ended is not None:
            assert ended == 0 or "doctor" in command  # which tells of what the kills left
            return
    raise AssertionError("it never came to its end")


def test_killed_here_and_there(world: World) -> None:
    _kill_filling(world, range(5, 40, 7))
    for seconds in (0.05, 0.12):
        world.fill(arm=after(seconds))
        assert world.found() == set()
    _kill_at_touches(world, range(40, 4000, 60), filling=True)
    _edit_and_comment(world)
    _kill_at_touches(world, range(30, 4000, 150), "report", "workbook", "--to", world.given / "b.xlsx")
    _kill_at_touches(world, range(30, 4000, 120), "export", "--to", world.given)
    assert list(world.given.glob("*.zip.age"))
    _kill_at_touches(world, range(30, 4000, 90), "workspace", "backup", world.stick)


@pytest.mark.slow
def test_killed_at_many_moments(world: World) -> None:
    _kill_filling(world, range(1, 40))
    for hundredth in range(1, 60, 2):
        world.fill(arm=after(hundredth / 100))
        assert world.found() == set()
    _kill_at_touches(world, range(1, 4000, 5), filling=True)
    _edit_and_comment(world)
    for command in (
        ("report", "workbook", "--personal", "--to", world.given / "book.xlsx"),
        ("export", "--to", world.given),
        ("workspace", "backup", world.stick),
        ("workspace", "doctor"),
    ):
        _kill_at_touches(world, range(1, 4000, 9), *command)
    assert list(world.given.glob("*.zip.age"))


@pytest.mark.parametrize("world", ["plain"], indirect=True)
def test_a_plain_workspace_made_secret_keeps_no_mark(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert world.fill() == 0
    _edit_and_comment(world)
    assert world.run("workspace", "backup", world.given) == 0
    assert world.found() == set(marks.WORDS)
    monkeypatch.setenv("GSMON_NEW_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("GSMON_PASSPHRASE", PASSPHRASE)
    for number in (200, 300, 10**9):
        world.run("workspace", "passphrase", arm=at_touch(number))
    assert world.run("workspace", "info") == 0
    assert keyfile.is_encrypted(world.workspace)
    assert world.found() == set()
    assert killing.gsmon("--workspace", world.workspace, "interview", "list") == 0
