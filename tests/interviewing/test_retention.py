"""Personal answers go when their time has come, down to the last byte; all that is counted stays."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import add_form, delete, doctor, reopen, resume, retention, start
from gsmon_desktop.store import Workspace, backup, interviews, media, stamp, trail, wiping
from gsmon_desktop.store.workspace import raw
from tests.interviewing.tools import PAPER, write_form
from tests.media.tools import bare_photo
from tests.store.tools import NOON, noon

SURVEY = """
| survey |
| | type | name | label | calculation | bind::gsmon:item | bind::gsmon:role | bind::gsmon:personal |
| | select_one region | region | Регион | | | region | |
| | text | town | Посёлок | | | place_name | |
| | select_one service | service | Услуга | | | service | |
| | select_one branch | branch | Форма | | | branch | |
| | select_one score | staff | Персонал | | staff | | |
| | integer | age | Возраст | | | age | yes |
| | text | phone | Телефон | | | phone | yes |
| | text | words | Слова | | | problems | yes |
| | calculate | greeting | | concat('Здравствуйте, ', ${phone}) | | | |
| | image | face | Лицо | | | | yes |
| | image | office | Окно | | | | |
| | begin repeat | visit | Визит | | | | |
| | text | who | Кто | | | | yes |
| | end repeat | | | | | | |
| choices |
| | list_name | name | label |
| | region | astana | Астана |
| | service | s01 | Паспорт |
| | branch | paper | Бумажная |
| | score | 5 | 5 |
| settings |
| | form_title | form_id | version | namespaces | instance_name |
| | Визит | visit | 1 | gsmon="urn:gsmon:forms" | concat(${region}, ' ', ${phone}) |
"""
MARK = "LEAK7701"
LATER = NOON + timedelta(days=31)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The questionnaire's file."""
    return write_form(tmp_path_factory.mktemp("form"), SURVEY)


@pytest.fixture(params=["plain", "encrypted"])
def ws(request: pytest.FixtureRequest, tmp_path: Path, form: Path) -> Iterator[Workspace]:
    """A workspace with a form that asks for personal data, plain or encrypted."""
    passphrase = "тұлпар мінген шабандоз" if request.param == "encrypted" else None
    with Workspace.create(tmp_path / "w", now=noon, name="Айгүл", passphrase=passphrase) as made:
        add_form(made, form, now=noon)
        yield made


def fill(ws: Workspace, folder: Path, mark: str = MARK, seed: int = 5) -> str:
    """A finished interview with the mark in everything personal, and typed and taken back before."""
    interview = start(ws, "visit", now=noon)
    plain = {
        path: value
        for path, value in PAPER.items()
        if path.split("/")[-1] in "region town service branch staff"
    }
    (folder / f"{mark}.jpg").write_bytes(bare_photo(seed))
    (folder / "office.jpg").write_bytes(bare_photo(seed + 1))
    for path, value in plain.items():
        interview.answer(path, value)
    interview.answer("/data/age", "40")
    for text in (f"{mark}-first", f"{mark}-second"):
        interview.answer("/data/phone", text)
    interview.answer("/data/words", f"Сказал: {mark}, " + "длинный рассказ " * 400 + mark)
    interview.answer("/data/visit[1]/who", f"{mark} сын")
    interview.comment("/data/phone", f"{mark} сам сказал")
    interview.comment("/data/staff", f"просил звонить на {mark}-second")
    interview.attach("/data/face", folder / f"{mark}.jpg")
    interview.attach("/data/office", folder / "office.jpg")
    interview.finish()
    return interview.id


def receive(ws: Workspace, *ids: str, at: str = stamp(NOON), state: str = "accepted") -> None:
    """A package with these interviews, and HQ's receipt."""
    with ws.transaction() as db:
        seq = db.execute(
            """INSERT INTO package (file, made, state, sha256, interviews, size, accepted)
            VALUES ('p.zip', '', ?, '', 1, 1, ?) RETURNING seq""",
            [state, at],
        ).fetchone()[0]
        for id_ in ids:
            row = interviews.get(ws, id_)
            db.execute(
                "INSERT INTO package_interview (package, interview, revision, hash) VALUES (?, ?, ?, ?)",
                [seq, row.number, row.revision, row.hash],
            )


def all_bytes(folder: Path) -> bytes:
    """Every byte of every file below a folder."""
    return b"\n".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def counts(ws: Workspace) -> list[object]:
    """What scores and lists are made from."""
    return [
        ws.query("SELECT * FROM tally ORDER BY region, service, branch, place"),
        ws.query("SELECT * FROM score ORDER BY interview, item"),
        ws.query("SELECT * FROM fact WHERE role NOT IN ('phone', 'problems') ORDER BY interview, role"),
        [(row.id, row.status, row.outcome, row.hash, row.seconds) for row in interviews.list(ws)],
    ]


def test_nothing_personal_is_left_and_everything_counted_stays(ws: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "from"
    source.mkdir()
    id_ = fill(ws, source)
    other = fill(ws, source, "KEPT5555", seed=9)
    receive(ws, id_)
    backup.daily(ws, now=noon)
    before = counts(ws)
    row = interviews.get(ws, id_)
    face, office = media.of(ws, row.number)
    (old,) = interviews.revisions(ws, row.number)
    would = retention.preview(ws, now=lambda: LATER, days=30)
    assert counts(ws) == before
    done = retention.wipe(ws, now=lambda: LATER, days=30)
    assert (would.interviews.keys(), would.files) == (done.interviews.keys(), done.files) == ({id_}, 1)
    assert done.copies == ("daily-20260302.db",)
    assert done.interviews[id_] > 10

    assert counts(ws) == before
    assert list(trail.broken(ws.db)) == []
    assert ws.value("PRAGMA integrity_check") == "ok"
    assert ws.query("PRAGMA foreign_key_check") == []
    answers = interviews.answers(ws, row.number)
    assert answers["/data/town"] == "Семёновка"
    assert not {"/data/phone", "/data/words", "/data/age", "/data/greeting", "/data/face"} & set(answers)
    assert interviews.facts(ws, row.number) == {
        "region": "astana", "place_name": "Семёновка", "service": "s01", "branch": "paper", "age": "40",
    }  # fmt: skip
    assert [file.name for file in media.of(ws, row.number)] == ["office-1.jpg"]
    assert not ws.vault.file_of(face.sha256).exists()
    assert ws.vault.file_of(office.sha256).exists()
    assert interviews.comments(ws, row.number) == {}
    (wiped,) = interviews.revisions(ws, row.number)
    assert wiped["hash"] == old["hash"] == hashlib.sha256(old["instance"].encode()).hexdigest()
    assert wiped["instance"] != old["instance"]
    assert interviews.events(ws, row.number)[-1]["action"] == "wiped"
    assert interviews.list(ws, text="Семеновка")
    assert [each.id for each in interviews.list(ws, text="KEPT5555")] == [other]
    assert interviews.list(ws, text=MARK) == []
    plain = all_bytes(ws.folder) if ws.keys is None else decrypted(ws, tmp_path)
    assert MARK.encode() not in plain
    assert MARK.lower().encode() not in plain
    assert "длинный рассказ".encode() in plain  # the other interview's, still there
    assert b"KEPT5555" in plain
    assert doctor.examine(ws.folder, now=noon, keys=ws.keys).findings == ()


def decrypted(ws: Workspace, folder: Path) -> bytes:
    """The pages of an encrypted database as plain ones, free space and all, beside its other files."""
    target = folder / "plain.db"
    key = raw(ws.keys)
    assert key is not None
    ws.db.execute("ATTACH ? AS plain KEY ''", [str(target)])
    ws.db.execute("SELECT sqlcipher_export('plain')").fetchall()
    ws.db.execute("DETACH plain")
    found = target.read_bytes() + all_bytes(ws.folder)
    target.unlink()
    return found


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    marks=st.lists(
        st.text("ghkmnprstxz", min_size=12, max_size=40).map("q{}q".format),
        min_size=2,
        max_size=4,
        unique=True,
    ),
    wiped=st.integers(1, 3),
)
def test_bytes_of_marked_values_are_nowhere(
    tmp_path_factory: pytest.TempPathFactory, form: Path, marks: list[str], wiped: int
) -> None:
    folder = tmp_path_factory.mktemp("property")
    with Workspace.create(folder / "w", now=noon) as ws:
        add_form(ws, form, now=noon)
        ids = [fill(ws, folder, mark, seed=3 * at) for at, mark in enumerate(marks)]
        receive(ws, *ids[:wiped])
        before = counts(ws)
        retention.wipe(ws, now=lambda: LATER, days=1)
        found = all_bytes(ws.folder)
        for at, mark in enumerate(marks):
            assert (mark.encode() in found) is (at >= wiped)
        assert counts(ws) == before
        assert list(trail.broken(ws.db)) == []


def test_only_what_hq_received_long_ago_is_due(ws: Workspace, tmp_path: Path) -> None:
    received, recent, sent, draft, corrected, thrown = (
        fill(ws, tmp_path, f"LEAK000{at}", 3 * at) for at in range(6)
    )
    receive(ws, received, corrected, thrown)
    receive(ws, recent, at=stamp(NOON + timedelta(days=10)))
    receive(ws, sent, state="made")
    reopen(ws, draft, "ошибка", now=noon)
    reopen(ws, corrected, "ошибка", now=noon)
    resume(ws, corrected, now=noon).finish()
    delete(ws, thrown, "пробное", now=noon)
    begun = start(ws, "visit", now=noon).id
    delete(ws, begun, "не то", now=noon)
    due = [one.id for one in wiping.due(ws, days=30, now=lambda: LATER)]
    assert due == [received, thrown, begun]
    assert wiping.due(ws, days=32, now=lambda: LATER) == []
    retention.wipe(ws, now=lambda: LATER, days=30)
    assert wiping.due(ws, days=30, now=lambda: LATER) == []
    assert doctor.examine(ws.folder, now=noon, keys=ws.keys).findings == ()
    receive(ws, corrected)
    assert list(retention.wipe(ws, now=lambda: LATER, days=30).interviews) == [corrected]
    assert [revision["instance"].count("LEAK") for revision in interviews.revisions(ws, 5)] == [0, 0]


def test_a_receipt_without_its_time_came_now(ws: Workspace, tmp_path: Path) -> None:
    id_ = fill(ws, tmp_path)
    receive(ws, id_, at="", state="made")
    with ws.transaction() as db:
        db.execute("UPDATE package SET state = 'accepted'")
    assert ws.value("SELECT accepted FROM package") != ""


def test_copies_in_the_workspace_go_too(ws: Workspace, tmp_path: Path) -> None:
    id_ = fill(ws, tmp_path)
    fill(ws, tmp_path, "KEPT5555", seed=9)
    receive(ws, id_)
    with ws.transaction() as db:
        db.execute("UPDATE package SET given = made")
    (ws.folder / "outbox" / "p.zip").write_bytes(MARK.encode())
    (ws.folder / "outbox" / "other.zip").write_bytes(b"KEPT5555")
    (ws.folder / "backups" / "aside-1" / "media").mkdir(parents=True)
    (ws.folder / "backups" / "aside-1" / "media" / "face").write_bytes(MARK.encode())
    assert retention.preview(ws, now=lambda: LATER, days=30).copies == ("aside-1",)
    assert retention.wipe(ws, now=lambda: LATER, days=30).copies == ("aside-1", "p.zip")
    assert [file.name for file in (ws.folder / "outbox").iterdir()] == ["other.zip"]
    assert MARK.encode() not in all_bytes(ws.folder)


def test_the_rule_is_followed_when_a_workspace_opens(ws: Workspace, tmp_path: Path) -> None:
    id_ = fill(ws, tmp_path)
    receive(ws, id_)
    assert retention.wipe_when_due(ws, now=lambda: LATER) == 0
    with pytest.raises(GsmonError, match="rule"):
        retention.wipe(ws, now=noon)
    with pytest.raises(GsmonError, match="negative"):
        retention.set_rule(ws, -1)
    retention.set_rule(ws, 30)
    assert retention.wipe_when_due(ws, now=lambda: NOON + timedelta(days=29)) == 0
    assert retention.wipe_when_due(ws, now=lambda: LATER) == 1
    assert retention.wipe_when_due(ws, now=lambda: LATER) == 0
    retention.set_rule(ws, None)
    assert retention.rule(ws) is None


def test_what_was_interrupted_is_carried_on(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = fill(ws, tmp_path)
    receive(ws, id_)

    def full(*_: object) -> None:
        raise GsmonError("workspace.disk_full", str(ws.folder))

    with monkeypatch.context() as patched:
        patched.setattr(wiping, "_compact", full)
        with pytest.raises(GsmonError):
            retention.wipe(ws, now=lambda: LATER, days=30)
    assert interviews.answers(ws, 1).get("/data/phone") is None
    assert ws.settings[wiping.SCRUB] == "due"
    retention.wipe_when_due(ws, now=lambda: LATER)
    assert wiping.SCRUB not in ws.settings
    if ws.keys is None:
        assert MARK.encode() not in all_bytes(ws.folder)


def test_a_photo_someone_else_needs_stays(ws: Workspace, tmp_path: Path) -> None:
    id_ = fill(ws, tmp_path)
    interview = start(ws, "visit", now=noon)
    interview.attach("/data/office", tmp_path / f"{MARK}.jpg")
    receive(ws, id_)
    assert retention.wipe(ws, now=lambda: LATER, days=30).files == 0
    (file,) = media.of(ws, interview.number)
    assert ws.vault.file_of(file.sha256).exists()


def test_frozen_instances_change_in_no_other_way(ws: Workspace, tmp_path: Path) -> None:
    fill(ws, tmp_path)
    for change in ("instance = 'x'", "instance = 'x', wiped = 'y', hash = 'z'", "wiped = 'x', reason = 'y'"):
        with pytest.raises(Exception, match="frozen"), ws.transaction() as db:
            db.execute(f"UPDATE revision SET {change}")
