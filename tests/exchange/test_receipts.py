"""The sender learns what became of every interview; what nobody acknowledged goes again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.exchange import (
    conflicts,
    export,
    keys,
    peers,
    receipts,
    receive,
    refused,
    signed,
    standing,
)
from gsmon_desktop.exchange.history import history
from gsmon_desktop.exchange.lines import in_words
from gsmon_desktop.interviewing import reopen
from gsmon_desktop.store import Workspace, interviews, trail
from tests.exchange.test_intake import send, stock
from tests.exchange.tools import acquaint, finish_again, give, stranger
from tests.store.tools import noon


def answered(ws: Workspace, hq: Workspace, package: Path) -> Path:
    """HQ takes a package in; its receipt."""
    (receipt,) = receive(hq, [package], now=noon).receipts
    return receipt


def test_states_of_a_package(ws: Workspace, hq: Workspace, out: Path) -> None:
    id_ = give(ws)
    assert standing(ws, id_).state == "waiting"
    receipt = answered(ws, hq, send(ws, out))
    assert standing(ws, id_).state == "made"
    (answer,) = receive(ws, [receipt], now=noon).answers
    assert (answer.accepted, answer.refused, answer.conflicts) == (1, 0, 0)
    assert history(ws)[0].state == "accepted"
    assert standing(ws, id_).state == "accepted"
    assert export(ws, out, now=noon, resend=True).packages == ()
    reopen(ws, id_, "ошибка", now=noon)
    finish_again(ws, id_, "/data/age", "41")
    assert standing(ws, id_).state == "waiting"


def test_a_lost_receipt_is_given_again(ws: Workspace, hq: Workspace, out: Path) -> None:
    give(ws)
    package = send(ws, out)
    first = answered(ws, hq, package)
    first.unlink()
    again = export(ws, out, now=noon, resend=True)
    assert again.packages == (package,)
    assert answered(ws, hq, package) == first


def test_a_receipt_goes_when_its_device_says_to_have_it(ws: Workspace, hq: Workspace, out: Path) -> None:
    """Not before: a lost package with that news costs nothing, the next one says it too."""
    id_ = give(ws)
    receipt = answered(ws, hq, send(ws, out))
    elsewhere = receipts.write(hq, history_id(hq), hq.folder / "outbox", now=noon)
    assert elsewhere.name == receipt.name
    receive(hq, [out], now=noon)
    assert receipt.exists()
    receive(ws, [receipt], now=noon)
    reopen(ws, id_, "ошибка", now=noon)
    finish_again(ws, id_, "/data/age", "41")
    send(ws, out).unlink()
    give(ws)
    news = send(ws, out)
    kept = answered(ws, hq, news)
    assert not receipt.exists()
    assert not elsewhere.exists()
    assert kept.exists()


def history_id(hq: Workspace) -> str:
    """The one package taken in."""
    return str(hq.value("SELECT package FROM intake"))


def test_a_refused_interview_says_why(ws: Workspace, hq: Workspace, out: Path) -> None:
    id_ = give(ws)
    receipt = answered(ws, hq, send(ws, out))
    with hq.transaction() as db:
        db.execute("UPDATE intake_record SET state = 'refused', why = 'scores'")
    (receipt,) = receive(hq, [out], now=noon).receipts
    receive(ws, [receipt], now=noon)
    assert history(ws)[0].state == "refused"
    assert (standing(ws, id_).state, standing(ws, id_).why) == ("refused", "scores")
    assert export(ws, out, now=noon).packages == ()
    assert len(export(ws, out, now=noon, resend=True).packages) == 1


def test_forged_receipts_change_nothing(ws: Workspace, hq: Workspace, out: Path, tmp_path: Path) -> None:
    id_ = give(ws)
    receipt = answered(ws, hq, send(ws, out))
    said = json.loads(json.loads(receipt.read_text(encoding="utf-8"))["document"])
    forged = tmp_path / "forged.json"
    forged.write_bytes(signed.seal(signed.RECEIPT, said, stranger("d9")))
    with pytest.raises(GsmonError) as error:
        receive(ws, [forged], now=noon)
    assert error.value.code == "exchange.receipt_stranger"
    outer = json.loads(receipt.read_text(encoding="utf-8"))
    outer["document"] = outer["document"].replace("accepted", "refused")
    forged.write_text(json.dumps(outer), encoding="utf-8")
    with pytest.raises(GsmonError) as error:
        receive(ws, [forged], now=noon)
    assert error.value.code == "exchange.signature_wrong"
    assert standing(ws, id_).state == "made"


def test_a_receipt_for_somebody_else_is_none_of_ours(ws: Workspace, hq: Workspace, out: Path) -> None:
    give(ws)
    receipt = answered(ws, hq, send(ws, out))
    assert receive(hq, [receipt], now=noon).answers == ()


@pytest.fixture
def torn(ws: Workspace, hq: Workspace, out: Path, tmp_path: Path) -> str:
    """One interview corrected on two computers; HQ has both edits."""
    id_ = give(ws)
    with Workspace.create(tmp_path / "s", now=noon, name="Старший", role="supervisor") as boss:
        acquaint(ws, boss)
        acquaint(boss, hq)
        receive(boss, [send(ws, out)], now=noon)
        for where, age in ((ws, "41"), (boss, "52")):
            reopen(where, id_, f"возраст {age}", now=noon)
            finish_again(where, id_, "/data/age", age)
        receive(hq, [send(ws, out)], now=noon)
        assert receive(hq, [send(boss, out)], now=noon).taken.conflicts == 1
    return id_


@pytest.mark.parametrize(("choice", "age"), [("ours", "41"), ("theirs", "52")])
def test_a_person_settles_a_conflict(hq: Workspace, out: Path, torn: str, choice: str, age: str) -> None:
    (conflict,) = conflicts.listing(hq)
    assert conflict.interview == torn
    ours, theirs = conflicts.sides(hq, conflict.number)
    assert (ours.answers["/data/age"], theirs.answers["/data/age"]) == ("41", "52")
    assert theirs.reason == "возраст 52"
    assert [each.path for each in conflicts.differences(hq, conflict.number)] == ["/data/age"]
    conflicts.settle(hq, conflict.number, choice, now=noon)
    row = interviews.get(hq, torn)
    assert interviews.answers(hq, row.number)["/data/age"] == age
    assert conflicts.listing(hq) == []
    (settled,) = (each for each in interviews.events(hq, row.number) if each["action"] == "settled")
    assert (settled["who"], settled["new"]) == ("Офис", choice)
    assert list(trail.broken(hq.db)) == []
    before = stock(hq)
    receive(hq, [out], now=noon)
    assert stock(hq) == before
    assert conflicts.listing(hq) == []
    with pytest.raises(GsmonError) as error:
        conflicts.settle(hq, conflict.number, choice, now=noon)
    assert error.value.code == "exchange.no_conflict"


def test_only_the_latest_of_their_edits_waits_for_a_person(ws: Workspace, hq: Workspace, out: Path) -> None:
    id_ = give(ws)
    receive(hq, [send(ws, out)], now=noon)
    for age in ("41", "42"):
        for where in (ws, hq):
            reopen(where, id_, "ошибка", now=noon)
            finish_again(where, id_, "/data/age", age if where is ws else "60")
        receive(hq, [send(ws, out)], now=noon)
    (conflict,) = conflicts.listing(hq)
    assert conflicts.sides(hq, conflict.number)[1].answers["/data/age"] == "42"
    conflicts.settle(hq, conflict.number, conflicts.THEIRS, now=noon)
    before = stock(hq)
    receive(hq, [out], now=noon)
    assert (stock(hq), conflicts.listing(hq)) == (before, [])
    assert hq.value("SELECT count(*) FROM intake_record WHERE state = 'conflict'") == 0


@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_after_a_choice_no_correction_is_lost_for_its_smaller_number(
    ws: Workspace, hq: Workspace, out: Path, torn: str, choice: str
) -> None:
    """The office counts revisions further than the laptop, which does not get the choice; both correct."""
    (conflict,) = conflicts.listing(hq)
    conflicts.settle(hq, conflict.number, choice, now=noon)
    for _ in range(2):
        reopen(hq, torn, "проверка", now=noon)
        finish_again(hq, torn, "/data/age", "60")
    reopen(ws, torn, "уточнил", now=noon)
    finish_again(ws, torn, "/data/age", "47")
    assert interviews.get(ws, torn).revision < interviews.get(hq, torn).revision
    late = send(ws, out)
    assert receive(hq, [late], now=noon).taken.conflicts == 1
    assert receive(hq, [late], now=noon).taken.conflicts == 0
    (conflict,) = conflicts.listing(hq)
    assert [each.theirs for each in conflicts.differences(hq, conflict.number)] == ["47"]
    conflicts.settle(hq, conflict.number, "theirs", now=noon)
    assert interviews.answers(hq, interviews.get(hq, torn).number)["/data/age"] == "47"


def test_an_older_revision_that_comes_late_is_no_conflict(ws: Workspace, hq: Workspace, out: Path) -> None:
    id_ = give(ws)
    packages = [send(ws, out)]
    for age in ("41", "42", "43"):
        reopen(ws, id_, f"возраст {age}", now=noon)
        finish_again(ws, id_, "/data/age", age)
        packages.append(send(ws, out))
    taken = [receive(hq, [each], now=noon).taken for each in reversed(packages)]
    assert [(each.accepted, each.ignored, each.conflicts) for each in taken] == [(1, 0, 0), *[(0, 1, 0)] * 3]
    assert interviews.answers(hq, interviews.get(hq, id_).number)["/data/age"] == "43"


def test_the_senders_hear_of_a_conflict(ws: Workspace, hq: Workspace, torn: str, out: Path) -> None:
    found = receive(ws, [out], now=noon)
    assert found.answers
    assert standing(ws, torn).state == "accepted"
    del hq


def test_a_device_has_one_pair_of_keys(ws: Workspace, hq: Workspace) -> None:
    own = keys.identity(ws, now=noon)
    assert keys.identity(ws, now=noon).public == own.public
    assert len(own.public.fingerprint.split()) == 8
    other = stranger(ws.settings["device"]).public
    with pytest.raises(GsmonError) as error:
        peers.trust(hq, other, now=noon)
    assert error.value.code == "exchange.other_keys"
    with pytest.raises(GsmonError) as error:
        peers.trust(ws, own.public, now=noon)
    assert error.value.code == "exchange.own_keys"
    assert receipts.FOLDER == "receipts"


def test_refused_interviews_are_named_until_they_are_corrected(
    ws: Workspace, hq: Workspace, out: Path
) -> None:
    id_ = give(ws)
    answered(ws, hq, send(ws, out))
    with hq.transaction() as db:
        db.execute("UPDATE intake_record SET state = 'refused', why = 'scores'")
    (receipt,) = receive(hq, [out], now=noon).receipts
    receive(ws, [receipt], now=noon)
    (found,) = refused(ws)
    assert (found.id, found.why) == (id_, "scores")
    assert sentence(in_words("scores"), "kk") in sentence(found.sentence(), "kk")
    reopen(ws, id_, "ошибка", now=noon)
    finish_again(ws, id_, "/data/age", "41")
    assert refused(ws) == []
    answered(ws, hq, send(ws, out))
    receive(ws, [out], now=noon)
    assert standing(ws, id_).state == "accepted"


def test_a_later_receipt_takes_the_place_of_the_earlier(ws: Workspace, hq: Workspace, out: Path) -> None:
    give(ws)
    package = send(ws, out)
    earlier = answered(ws, hq, package)
    with hq.transaction() as db:
        db.execute("UPDATE intake_record SET state = 'refused', why = 'scores'")
    later = answered(ws, hq, package)
    assert (earlier.exists(), later.exists()) == (False, True)
