"""`gsmon interview`: filled by steps, resumed, listed, shown, reopened, deleted."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from tests.e2e.gsmon import answers, lines, run, steps
from tests.interviewing.tools import PAPER, SURVEY, write_form
from tests.media.tools import bare_photo


def _fill(
    workspace: Path, *given: Any, code: int = 0, options: tuple[str, ...] = ("--form", "visit")
) -> list[Any]:
    done = run("--workspace", workspace, "interview", "fill", *options, stdin=steps(*given))
    assert done.returncode == code, done.stderr
    assert done.stderr == ""
    return lines(done)


def _listed(workspace: Path, *options: str) -> list[dict[str, Any]]:
    return lines(run("--workspace", workspace, "interview", "list", "--json", *options))


def _shown(workspace: Path, id_: str) -> Any:
    return json.loads(run("--workspace", workspace, "interview", "show", id_, "--json").stdout)


def test_filled_to_the_end(workspace: Path) -> None:
    first, *replies, last = _fill(workspace, answers(PAPER), {"finish": True})
    assert replies == [{"ok": True}] * len(PAPER)
    assert last["ok"]
    assert last["answers"].items() >= PAPER.items()
    assert last["missing"] == last["invalid"] == []
    (row,) = _listed(workspace)
    assert list(row) == [
        "id", "form", "version", "status", "revision",
        "region", "service", "interviewer", "started", "finished", "hash",
    ]  # fmt: skip
    assert (row["id"], row["status"], row["region"], row["service"]) == (
        first["interview"], "finished", "astana", "s01",
    )  # fmt: skip
    assert row["interviewer"] == "Айгүл"
    assert row["hash"] == hashlib.sha256(last["instance"].encode()).hexdigest()


def test_state_tells_what_is_asked(workspace: Path) -> None:
    given = [{"set": "/data/consent", "value": "yes"}, {"language": "kk"}, {"set": "/data/age", "value": "7"}]
    state = _fill(workspace, given, {"state": True})[-1]
    assert state["ok"]
    assert "/data/staff" not in state["relevant"]
    assert state["choices"]["/data/branch"] == ["paper", "electronic"]
    assert state["labels"]["/data/region"] == "Өңір"
    assert [problem["path"] for problem in state["invalid"]] == ["/data/age"]
    assert "/data/region" in state["missing"]


def test_wrong_steps_are_said_one_by_one_and_the_rest_is_saved(workspace: Path) -> None:
    first, *replies = _fill(
        workspace,
        [
            {"set": "/data/age", "value": "сорок"},
            {"set": "/data/age", "value": "40"},
            {"set": "/data/nowhere", "value": "1"},
            {"sat": "/data/age"},
            {"remove": "/data/visit", "at": 3},
            {"attach": "/data/photo", "file": "nowhere.jpg"},
            {"finish": True},
        ],
        code=1,
    )
    assert [reply["ok"] for reply in replies] == [False, True, False, False, False, False, False]
    assert all(reply["error"] for reply in replies if not reply["ok"])
    assert "/data/consent" in replies[-1]["missing"]
    assert _shown(workspace, first["interview"])["answers"]["/data/age"] == "40"


def test_lines_that_are_no_json(workspace: Path) -> None:
    done = run("--workspace", workspace, "interview", "fill", "--form", "visit", stdin='{\n\n[1]\n"x"\n')
    assert done.returncode == 1
    assert [reply.get("ok") for reply in lines(done)] == [None, False, False, False]


def test_resumed_repeats_and_media(workspace: Path, tmp_path: Path) -> None:
    photo = tmp_path / "очередь.jpg"
    photo.write_bytes(bare_photo())
    given = [
        {"add": "/data/visit"},
        {"set": "/data/visit[1]/minutes", "value": "30"},
        {"set": "/data/visit[2]/minutes", "value": "10"},
        {"attach": "/data/photo", "file": str(photo)},
    ]
    replies = _fill(workspace, [{"add": "/data/visit"}, *given])
    id_ = replies[0]["interview"]
    assert [reply["ok"] for reply in replies[1:]] == [True] * 5
    again = _fill(workspace, {"remove": "/data/visit", "at": 1}, {"state": True}, options=("--resume", id_))
    assert again[0] == {"interview": id_}
    assert again[-1]["answers"]["/data/visit[1]/minutes"] == "10"
    said = _shown(workspace, id_)
    (file,) = said["media"]
    assert (file["path"], file["name"], file["size"]) == ("/data/photo", "photo-1.jpg", len(bare_photo()))
    assert file["sha256"] == hashlib.sha256(bare_photo()).hexdigest()
    assert [event["action"] for event in said["events"]][-2:] == ["resumed", "removed"]


def test_service_given_and_cleared(workspace: Path) -> None:
    replies = _fill(
        workspace,
        [{"set": "/data/consent", "value": "yes"}, {"set": "/data/age", "value": "40"}],
        [{"set": "/data/age", "value": None}, {"state": True}],
        options=("--form", "visit", "--service", "s02"),
    )
    assert replies[-1]["answers"]["/data/service"] == "s02"
    assert "/data/age" not in replies[-1]["answers"]


def test_wrong_use_begins_nothing(workspace: Path) -> None:
    for options, words in (
        (["--form", "нет"], "no form"),
        (["--form", "visit", "--service", "s99"], "s99"),
        (["--resume", "нет"], "no interview"),
        ([], "--form"),
    ):
        done = run("--workspace", workspace, "interview", "fill", *options)
        assert done.returncode == 2, options
        assert words in done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert done.stdout == ""
    assert _listed(workspace) == []


def test_reopened_corrected_deleted(workspace: Path) -> None:
    id_ = _fill(workspace, answers(PAPER), {"finish": True})[0]["interview"]
    assert run("--workspace", workspace, "interview", "fill", "--resume", id_).returncode == 2
    assert run("--workspace", workspace, "interview", "reopen", id_, "--reason", "возраст").returncode == 0
    _fill(workspace, {"set": "/data/age", "value": "41"}, {"finish": True}, options=("--resume", id_))
    (row,) = _listed(workspace, "--text", "семеновка", "--status", "finished")
    assert (row["revision"], row["status"]) == (2, "finished")
    assert run("--workspace", workspace, "interview", "delete", id_, "--reason", "пробное").returncode == 0
    assert run("--workspace", workspace, "interview", "delete", id_).returncode == 2
    assert [row["status"] for row in _listed(workspace)] == ["deleted"]
    said = _shown(workspace, id_)
    assert said["answers"]["/data/age"] == "41"
    assert [revision["reason"] for revision in said["revisions"]] == ["", "возраст"]
    back = ("interview", "undelete", id_, "--reason")
    assert run("--workspace", workspace, *back, "не пробное").returncode == 0
    assert [row["status"] for row in _listed(workspace)] == ["draft"]
    again = run("--workspace", workspace, *back, "ещё раз")
    assert again.returncode == 2
    assert "is not deleted" in again.stderr


def test_people_can_read_it_too(workspace: Path) -> None:
    id_ = _fill(workspace, answers(PAPER), {"finish": True})[0]["interview"]
    listed = run("--workspace", workspace, "interview", "list").stdout
    assert id_ in listed
    assert "Айгүл" in listed
    assert "/data/town = Семёновка" in run("--workspace", workspace, "interview", "show", id_).stdout


def test_a_draft_moves_to_the_next_version_of_its_form(workspace: Path, tmp_path: Path) -> None:
    first, *_ = _fill(workspace, {"set": "/data/town", "value": "Семёновка"}, {"state": True})
    newer = SURVEY.replace("| | text | town |", "| | integer | town |").replace("visit | 1 |", "visit | 2 |")
    added = run("--workspace", workspace, "form", "add", write_form(tmp_path, newer))
    assert added.returncode == 0, added.stderr
    move = ("--workspace", workspace, "interview", "move", first["interview"])
    asked = json.loads(run(*move, "--dry-run", "--json").stdout)
    assert asked["left"] == [{"path": "/data/town", "value": "Семёновка", "why": "type"}]
    done = run(*move)
    assert "/data/town: The answer “Семёновка” was left behind" in done.stdout
    assert _shown(workspace, first["interview"])["version"] == "2"
    assert run(*move).returncode == 2
