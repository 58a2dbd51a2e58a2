"""Either the passphrase or the recovery key opens everything, nothing else opens anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import keyfile, recovery
from gsmon_desktop.store.keyfile import Keys

PASSPHRASE = "тау басында қар жатыр"


def _same(one: Keys | None, other: Keys) -> bool:
    return one is not None and all(
        getattr(one, name) == getattr(other, name) for name in ("database", "media", "names", "id")
    )


def _code(call: object, *arguments: object) -> str:
    with pytest.raises(GsmonError) as caught:
        call(*arguments)  # type: ignore[operator]
    return caught.value.code


@pytest.mark.usefixtures("cheap")
def test_both_slots_open_and_each_is_changed_alone(tmp_path: Path) -> None:
    keys, code = keyfile.make(), recovery.make()
    keyfile.write(tmp_path, keyfile.wrapped(keys, PASSPHRASE, code))
    assert _same(keyfile.unlock(tmp_path, PASSPHRASE), keys)
    assert _same(keyfile.unlock_with_recovery(tmp_path, code), keys)
    assert _code(keyfile.unlock, tmp_path, PASSPHRASE + " ") == "workspace.passphrase_wrong"
    assert _code(keyfile.unlock, tmp_path, None) == "workspace.passphrase_needed"
    assert _code(keyfile.unlock_with_recovery, tmp_path, recovery.make()) == "recovery.wrong"

    keyfile.write(tmp_path, keyfile.with_passphrase(keyfile.read(tmp_path), keys, "new words"))
    assert _code(keyfile.unlock, tmp_path, PASSPHRASE) == "workspace.passphrase_wrong"
    assert _same(keyfile.unlock(tmp_path, "new words"), keys)
    assert _same(keyfile.unlock_with_recovery(tmp_path, code), keys)

    another = recovery.make()
    keyfile.write(tmp_path, keyfile.with_recovery(keyfile.read(tmp_path), keys, another))
    assert _code(keyfile.unlock_with_recovery, tmp_path, code) == "recovery.wrong"
    assert _same(keyfile.unlock_with_recovery(tmp_path, another), keys)
    assert [file.name for file in tmp_path.iterdir()] == ["gsmon.key"]


@pytest.mark.usefixtures("cheap")
def test_the_file_holds_nothing_readable_and_says_its_cost(tmp_path: Path) -> None:
    keys = keyfile.make()
    keyfile.write(tmp_path, keyfile.wrapped(keys, PASSPHRASE))
    content = (tmp_path / "gsmon.key").read_text(encoding="utf-8")
    for secret in (keys.database.hex(), keys.media, keys.names.hex(), PASSPHRASE):
        assert secret not in content
        assert secret not in repr(keys)
    said = json.loads(content)
    assert (said["format"], said["version"], said["recovery"]) == ("gsmon-key", 1, None)
    assert said["passphrase"]["kdf"] == "argon2id"
    assert _code(keyfile.unlock_with_recovery, tmp_path, recovery.make()) == "recovery.none"


def test_the_cost_is_the_one_of_rfc_9106() -> None:
    assert vars(keyfile.COST) == {"memory": 64 * 1024, "iterations": 3, "lanes": 4}


@pytest.mark.usefixtures("cheap")
def test_the_same_letters_composed_otherwise_open(tmp_path: Path) -> None:
    keyfile.write(tmp_path, keyfile.wrapped(keyfile.make(), "ёлка и чай"))
    assert keyfile.unlock(tmp_path, "ёлка и чай".replace("ё", "е\u0308").replace("й", "и\u0306"))


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda said: said.update(version=2), "workspace.key_newer"),
        (lambda said: said.update(format="zip"), "workspace.key_damaged"),
        (lambda said: said.pop("passphrase"), "workspace.key_damaged"),
        (lambda said: said["passphrase"].update(memory=1 << 30), "workspace.key_damaged"),
        (lambda said: said["passphrase"].update(salt="?"), "workspace.key_damaged"),
        (lambda said: said["passphrase"].update(wrapped="AAAA"), "workspace.passphrase_wrong"),
        (lambda said: said.update(id="another"), "workspace.passphrase_wrong"),
        (lambda said: said.update(passphrase=said["recovery"]), "workspace.key_damaged"),
    ],
)
def test_a_changed_file_is_told(tmp_path: Path, change: object, code: str) -> None:
    keyfile.write(tmp_path, keyfile.wrapped(keyfile.make(), PASSPHRASE, recovery.make()))
    file = tmp_path / "gsmon.key"
    said = json.loads(file.read_text(encoding="utf-8"))
    change(said)  # type: ignore[operator]
    file.write_text(json.dumps(said), encoding="utf-8")
    assert _code(keyfile.unlock, tmp_path, PASSPHRASE) == code


def test_a_cut_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "gsmon.key").write_bytes(b'{"format": "gsmon-k')
    assert _code(keyfile.unlock, tmp_path, PASSPHRASE) == "workspace.key_damaged"


def test_an_empty_passphrase_protects_nothing() -> None:
    assert _code(keyfile.wrapped, keyfile.make(), "") == "workspace.passphrase_empty"


# ---------------------------------------------------------------- the recovery key on paper


@given(st.binary(min_size=20, max_size=20))
def test_a_recovery_key_is_read_as_it_is_shown(content: bytes) -> None:
    text = recovery.shown(content)
    assert [len(group) for group in text.split("-")] == [4] * 9
    assert recovery.secret(text) == content
    loose = text.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert recovery.secret(f"  {loose}\n") == content


@pytest.mark.parametrize("at", range(36))
def test_a_slip_of_the_pen_is_told(at: int) -> None:
    letters = recovery.shown(bytes(range(20))).replace("-", "")
    for letter in recovery.ALPHABET.replace(letters[at], ""):
        slipped = letters[:at] + letter + letters[at + 1 :]
        assert _code(recovery.secret, slipped) == "recovery.mistyped"


@pytest.mark.parametrize(
    "text", ["", "AAAA", "AAAA-" * 9, "Привет", "U" * 36, recovery.shown(bytes(20)) + "0"]
)
def test_what_is_no_recovery_key_is_told(text: str) -> None:
    assert _code(recovery.secret, text) == "recovery.mistyped"
