"""kill -9 at every touch of a file and at any time: packages in parts, both ways with a folder, packs of
settings, receipts, a conflict settled.

After each kill everything opens and is whole, what lies in the shared folder under its name is whole, nothing
is there twice; and doing the same once more ends as if nobody had been killed. Of workspaces with a
passphrase nothing can then be read, wherever the kill came.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from gsmon_desktop.exchange import conflicts, giving, keys, packs, peers, receive, signed, sync, target
from gsmon_desktop.exchange.folder import Folder
from gsmon_desktop.exchange.reading import verify
from gsmon_desktop.interviewing import doctor, reopen
from gsmon_desktop.store import Workspace, interviews, keyfile, local_now, recount, trail
from gsmon_desktop.store.keyfile import Keys
from tests.e2e.filling import UNFINISHED_WORK
from tests.e2e.killing import after, at_touch, die
from tests.exchange.test_intake import stock
from tests.exchange.tools import acquaint, finish_again, give, give_with_photo
from tests.interviewing.tools import put_survey
from tests.media.tools import bare_photo
from tests.store.tools import noon

LAPTOP, OFFICE = "laptop", "office"
PART = 250_000
NEVER = 1_000_000


PHOTOS = [bare_photo(seed, 380) for seed in range(3)]
SECRET = (
    b"SQLite format 3",
    b'"instance":',
    *(photo[n : n + 24] for photo in PHOTOS for n in (2000, 90_000)),
)
"""What nobody may read where there is a passphrase: databases, lines of answers, photos."""
PASSPHRASE: list[str | None] = [None]
KEYS: dict[str, Keys] = {}
"""Of the workspaces the tests make, and by their names the keys that open them; plain ones have none."""


@pytest.fixture(params=[None, "тамыз 7741"], ids=["plain", "encrypted"])
def passphrase(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str | None:
    """The passphrase of both workspaces; trying it costs next to nothing."""
    monkeypatch.setattr(keyfile, "COST", keyfile.Cost(memory=32, iterations=1, lanes=1))
    KEYS.clear()
    PASSPHRASE[0] = request.param
    return PASSPHRASE[0]


def _opened(home: Path, name: str) -> Workspace:
    return Workspace.open(home / name, now=local_now, keys=KEYS.get(name))


def _share(home: Path) -> Folder:
    return target(str(home / "share"))


# ------------------------------------------------------------------------------ what is done


def _first(home: Path) -> None:
    """A laptop with a batch of several parts, an office that has made a pack: nothing was exchanged yet."""
    (home / "share").mkdir()
    with (
        Workspace.create(home / LAPTOP, now=noon, name="Айгүл", passphrase=PASSPHRASE[0]) as laptop,
        Workspace.create(home / OFFICE, now=noon, role="hq", passphrase=PASSPHRASE[0]) as office,
    ):
        KEYS.update((ws.folder.name, ws.keys) for ws in (laptop, office) if ws.keys is not None)
        put_survey(laptop, home)
        put_survey(office, home)
        acquaint(laptop, office)
        peers.trust(laptop, keys.identity(office, now=noon).public, now=noon, kind=peers.BOTH)
        packs.make(office, home, now=noon, interviewers=["Айгүл"])
        for photo in PHOTOS:
            give_with_photo(laptop, home, photo)
            (home / "фото.jpg").unlink()
        give(laptop)


def _laptop(home: Path) -> None:
    with _opened(home, LAPTOP) as laptop:
        sync(laptop, _share(home), now=local_now, max_size=PART)


def _laptop_copies(home: Path) -> None:
    """As on a stick: no second name for one file."""
    with mock.patch.object(giving, "_linked", return_value=False):
        _laptop(home)


def _office(home: Path) -> None:
    with _opened(home, OFFICE) as office:
        sync(office, _share(home), now=local_now)


def _sent(home: Path) -> None:
    """Parts lie in the shared folder."""
    _first(home)
    _laptop(home)


def _answered(home: Path) -> None:
    """Receipts and a pack lie in the shared folder, and the laptop has something new."""
    _sent(home)
    _office(home)
    with _opened(home, LAPTOP) as laptop:
        give(laptop)
        id_ = interviews.list(laptop, order="number")[0].id
        reopen(laptop, id_, "ошибка", now=noon)
        finish_again(laptop, id_, "/data/age", "41")


def _conflict(home: Path) -> None:
    """The office has an edit of its own of what the laptop corrected."""
    _answered(home)
    with _opened(home, OFFICE) as office, _opened(home, LAPTOP) as laptop:
        id_ = interviews.list(laptop, order="number")[0].id
        reopen(office, id_, "проверка", now=noon)
        finish_again(office, id_, "/data/age", "55")
    _laptop(home)
    _office(home)
    with _opened(home, OFFICE) as office:
        assert len(conflicts.listing(office)) == 1


def _settle(home: Path) -> None:
    with _opened(home, OFFICE) as office:
        for conflict in conflicts.listing(office):
            conflicts.settle(office, conflict.number, conflicts.THEIRS, now=local_now)


def _import(home: Path) -> None:
    with _opened(home, OFFICE) as office:
        receive(office, [home / "share" / "inbox"], now=local_now)


# ------------------------------------------------------------------------------ what must hold


def _sound(home: Path) -> None:
    """Each workspace is whole, and so is everything with a name in the shared folder; secrets are secret."""
    if KEYS:
        assert [file for file in home.rglob("*") if file.is_file() and _tells(file)] == []
    with ExitStack() as stack:
        for name in (LAPTOP, OFFICE):
            found = {
                finding.code
                for finding in doctor.examine(home / name, now=local_now, keys=KEYS.get(name)).findings
            }
            assert found <= UNFINISHED_WORK, found
            ws = stack.enter_context(_opened(home, name))
            assert ws.value("PRAGMA integrity_check") == "ok"
            assert recount.differences(ws.db) == 0
            assert list(trail.broken(ws.db)) == []
            assert len(interviews.list(ws)) in (0, 1, 2, 3, 4, 5)
            assert ws.value("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") == TRIGGERS[0]
        own = keys.known_identity(ws)
        assert own is not None
        for file in (home / "share").rglob("*"):
            if file.is_file() and not file.name.startswith("."):
                _whole(file, own.ages)


def _tells(file: Path) -> bool:
    content = file.read_bytes()
    return any(secret in content for secret in SECRET)


def _whole(file: Path, ages: Sequence[str]) -> None:
    if file.suffix == ".age":
        verify(file, ages)
    else:
        signed.unseal(signed.RECEIPT if "receipt" in file.name else signed.PACK, file)


TRIGGERS = [0]
"""How many triggers a workspace has; none may stay away."""


def _ended(home: Path) -> None:
    """Both go on until there is nothing more to say: all is there, once, acknowledged, and tidy."""
    for _ in range(2):
        _laptop(home)
        _office(home)
        _settle(home)
    _laptop(home)
    with _opened(home, LAPTOP) as laptop, _opened(home, OFFICE) as office:
        assert stock(laptop).keys() == stock(office).keys()
        assert laptop.value("SELECT count(*) FROM package_interview WHERE state = ''") == 0
        assert interviews.unsent(laptop) == 0
        assert conflicts.listing(office) == []
        assert packs.current(laptop) is not None
        taken = "SELECT count(*), count(DISTINCT record || hash) FROM intake_record"
        assert len(set(office.db.execute(taken).fetchone())) == 1
    assert [path for path in (home / "share" / "inbox").rglob("*") if path.is_file()] == []
    assert not list((home / "share").rglob("*.part"))
    _sound(home)


@dataclass(frozen=True)
class Act:
    """`prepare` fills a home folder, `act` is what is killed."""

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path], None]


ACTS = (
    Act("parts given", _first, _laptop),
    Act("parts copied", _first, _laptop_copies),
    Act("parts and pack taken in, receipts given", _sent, _office),
    Act("parts imported", _sent, _import),
    Act("receipts and pack taken in", _answered, _laptop),
    Act("conflict settled", _conflict, _settle),
)


def _run(act: Act, home: Path, arm: Callable[[], None]) -> bool:
    """Runs the act in a child; whether it came to its end."""
    child = os.fork()
    if child == 0:
        try:
            arm()
            act.act(home)
        except BaseException:  # noqa: BLE001 - a child must never come back
            os._exit(9)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return not os.WIFSIGNALED(status)


class _Stage:
    """A prepared home, copied for every try."""

    def __init__(self, act: Act, folder: Path) -> None:
        self._act, self._first, self._home = act, folder / "first", folder / "дом"
        self._first.mkdir()
        act.prepare(self._first)
        with _opened(self._first, LAPTOP) as laptop:
            TRIGGERS[0] = laptop.value("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")

    def killed(self, arm: Callable[[], None]) -> bool:
        """Kills the act so; whether it was early enough."""
        shutil.rmtree(self._home, ignore_errors=True)
        shutil.copytree(self._first, self._home)
        ended = _run(self._act, self._home, arm)
        _sound(self._home)
        _ended(self._home)
        return not ended

    def touches(self) -> int:
        """How often the act touches a file."""
        low, high = 1, 2
        while self.killed(at_touch(high)):
            low, high = high, 2 * high
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.killed(at_touch(middle)) else (low, middle)
        return high


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_killed_a_few_times(act: Act, tmp_path: Path, passphrase: str | None) -> None:
    stage, draw = _Stage(act, tmp_path), random.Random(5)
    assert all(stage.killed(at_touch(draw.randrange(1, 8))) for _ in range(1 if passphrase else 2))
    assert not stage.killed(at_touch(NEVER))


@pytest.mark.slow
@pytest.mark.timeout(1700)
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
@pytest.mark.usefixtures("passphrase")
def test_killed_at_every_touch_and_at_any_time(act: Act, tmp_path: Path) -> None:
    stage, draw = _Stage(act, tmp_path), random.Random(6)
    touches = stage.touches()
    for number in range(1, touches):
        assert stage.killed(at_touch(number)), number
    for _ in range(20):
        stage.killed(after(draw.uniform(0.001, 0.15)))


def test_dying_is_dying() -> None:
    """What the others rely on."""
    child = os.fork()
    if child == 0:
        die()
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
