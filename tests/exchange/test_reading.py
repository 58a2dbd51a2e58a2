"""Any file may come as a package; what is wrong with it is said exactly, and nothing wrong passes."""

from __future__ import annotations

import contextlib
import json
import random
import warnings
from collections.abc import Callable
from io import BytesIO
from itertools import repeat
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gsmon_desktop.errors import LANGUAGES, GsmonError, sentence
from gsmon_desktop.exchange import verify
from gsmon_desktop.exchange.manifest import Record
from gsmon_desktop.exchange.unzipping import entries
from gsmon_desktop.exchange.writing import PackageWriter
from tests.exchange.tools import FORM_HASH, package, rewritten

Entries = dict[str, bytes]


def refusal(path: Path) -> GsmonError:
    """Why a file is refused; the sentence exists in all languages and names the file."""
    with pytest.raises(GsmonError) as error:
        verify(path)
    assert error.value.place == str(path)
    for language in LANGUAGES:
        assert str(path) in sentence(error.value, language)
    return error.value


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A sound package."""
    package(tmp_path / "sound.zip")
    return tmp_path / "sound.zip"


def _manifest(change: Callable[[dict], None]) -> Callable[[Entries], None]:  # type: ignore[type-arg]
    def at(entries: Entries) -> None:
        document = json.loads(entries["manifest.json"])
        change(document)
        entries["manifest.json"] = json.dumps(document).encode()

    return at


def test_sound_one_says_what_it_holds(tmp_path: Path) -> None:
    written = package(tmp_path / "a.zip")
    assert verify(tmp_path / "a.zip") == written
    assert written.media == 1


def test_keys_of_a_later_program_are_ignored(sound: Path) -> None:
    later = rewritten(sound, _manifest(lambda document: document.update(later="p0")))
    assert verify(later).package == "p1"


def test_files_that_are_no_packages(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    assert refusal(file).code == "exchange.unreadable"
    assert refusal(tmp_path).code == "exchange.unreadable"
    for content in (b"", b"PK", b"hello" * 1000):
        file.write_bytes(content)
        assert refusal(file).code == "exchange.not_package"


def test_cut_off_anywhere(sound: Path, tmp_path: Path) -> None:
    whole = sound.read_bytes()
    cut = tmp_path / "cut.zip"
    for size in range(4, len(whole), 37):
        cut.write_bytes(whole[:size])
        assert refusal(cut).code in ("exchange.damaged", "exchange.not_package")


def test_manifest_missing_or_wrong(sound: Path) -> None:
    assert refusal(rewritten(sound, lambda e: e.pop("manifest.json"))).code == "exchange.manifest_missing"
    for content in (b"", b"[]", b"{", b"\xff", b"[" * 100_000):
        broken = refusal(rewritten(sound, lambda e, c=content: e.update({"manifest.json": c})))
        assert broken.code == "exchange.manifest_wrong"
    wrong = {
        "format": "1", "sequence": 0, "made": "2026-01-01T00:00", "device": "", "person": None,
        "entries": {}, "interviews": [1], "part": 0, "parts": 0, "to": "x", "sign": "", "answers": [1],
    }  # fmt: skip
    for key, value in wrong.items():
        broken = refusal(rewritten(sound, _manifest(lambda d, k=key, v=value: d.update({k: v}))))
        assert broken.code == "exchange.manifest_wrong"
        assert broken.values["field"] == key


def test_numbers_withdrawn_are_in_order_below_its_own(tmp_path: Path) -> None:
    package(tmp_path / "sound.zip", sequence=7, withdrawn=(1, 3, 6))
    assert verify(tmp_path / "sound.zip").withdrawn == (1, 3, 6)
    for wrong in (None, "1", [0], [-1], [3, 1], [2, 2], [7], [True], [1.0], ["1"], [[1]], [1, 1 << 60]):
        change = _manifest(lambda document, value=wrong: document.update(withdrawn=value))
        broken = refusal(rewritten(tmp_path / "sound.zip", change))
        assert (broken.code, broken.values["field"]) == ("exchange.manifest_wrong", "withdrawn")


def test_packages_of_programs_that_never_withdrew_are_read(sound: Path) -> None:
    older = rewritten(sound, _manifest(lambda document: document.pop("withdrawn")))
    assert verify(older).withdrawn == ()


def test_newer_format(sound: Path) -> None:
    newer = refusal(rewritten(sound, _manifest(lambda d: d.update(format=3, entries="anything"))))
    assert (newer.code, newer.values) == ("exchange.newer_format", {"format": 3})


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/passwd", "media/../../x", "C:\\x", "media/" + "g" * 64, "extra"]
)
def test_names_that_may_not_be(sound: Path, name: str) -> None:
    listed = {"name": name, "size": 1, "sha256": "0" * 64}

    def both(entries: Entries) -> None:
        _manifest(lambda d: d["entries"].append(listed))(entries)
        entries[name] = b"x"

    assert refusal(rewritten(sound, both)).code == "exchange.manifest_wrong"
    unlisted = refusal(rewritten(sound, lambda e: e.update({name: b"x"})))
    assert unlisted.code == "exchange.entry_unlisted"


def test_entry_missing_twice_changed_or_of_another_size(sound: Path) -> None:
    media = next(entry.name for entry in verify(sound).entries if entry.name.startswith("media/"))
    missing = refusal(rewritten(sound, lambda e: e.pop(media)))
    assert (missing.code, missing.values) == ("exchange.entry_missing", {"entry": media})
    for content in (b"phot0", b"photo!"):
        changed = refusal(rewritten(sound, lambda e, c=content: e.update({media: c})))
        assert (changed.code, changed.values) == ("exchange.entry_wrong", {"entry": media})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of the very thing the test makes
        twice = rewritten(sound, lambda e: None, twice=media)
    assert refusal(twice).code == "exchange.entry_unsafe"


def test_bomb(sound: Path) -> None:
    bomb = sound.with_name("bomb.zip")
    writer = PackageWriter()
    with bomb.open("wb") as stream:
        for piece in writer.entry(f"forms/{FORM_HASH}.json", repeat(b"\0" * (1 << 20), 700)):
            stream.write(piece)
        stream.writelines(writer.finish())
    assert bomb.stat().st_size < 2 << 20
    assert refusal(bomb).code == "exchange.entry_unsafe"


@settings(deadline=None, max_examples=30)
@given(sizes=st.lists(st.tuples(st.integers(0, 4 << 20), st.booleans()), min_size=1, max_size=4))
@example(sizes=[(1 << 18, False), (5 << 19, True), (1 << 21, False)])
def test_entries_of_any_length_come_out_whole(sizes: list[tuple[int, bool]]) -> None:
    """Long ones and short ones, all alike or like noise, in one read of the disk: each ends where it ends."""
    writer, noise = PackageWriter(), random.Random(1).randbytes(4 << 20)
    wanted = {
        f"e{number}": b"a" * size if alike else noise[:size] for number, (size, alike) in enumerate(sizes)
    }
    packed = [piece for name, content in wanted.items() for piece in writer.entry(name, [content])]
    stream = BytesIO(b"".join([*packed, *writer.finish()]))
    assert {name: b"".join(pieces) for name, pieces in entries(stream, "")} == wanted


def test_a_line_or_a_manifest_without_end(sound: Path) -> None:
    for name, code in (
        ("interviews.jsonl", "exchange.entry_wrong"),
        ("manifest.json", "exchange.manifest_wrong"),
    ):
        endless = sound.with_name("endless.zip")
        writer = PackageWriter()
        with endless.open("wb") as stream:
            stream.writelines(writer.entry(name, repeat(b" " * (1 << 20), 70)))
            stream.writelines(writer.finish())
        assert refusal(endless).code == code


def test_lines_must_agree_with_the_manifest(tmp_path: Path) -> None:
    own = Record("i1", 1, "0" * 64, "finished")
    for interviews in ((), (own,), (Record("i2", 1, own.hash, "finished"),)):
        package(tmp_path / "a.zip", interviews=interviews)
        assert refusal(tmp_path / "a.zip").code == "exchange.record_wrong"
    good = package(tmp_path / "a.zip").interviews[0]
    package(tmp_path / "a.zip", interviews=(good, Record("i2", 1, "", "deleted")))
    missing = refusal(tmp_path / "a.zip")
    assert missing.code == "exchange.record_wrong"
    assert missing.values["record"] == "interviews.jsonl: 1"


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_no_flipped_bit_passes_unseen(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Either the file is refused, or the flip changed nothing that is believed (dates in the zip, say)."""
    folder = tmp_path_factory.mktemp("flip")
    written = package(folder / "a.zip")
    content = bytearray((folder / "a.zip").read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    (folder / "a.zip").write_bytes(content)
    read: object = None
    with contextlib.suppress(GsmonError):
        read = verify(folder / "a.zip")
    assert read in (None, written)


@settings(deadline=None, max_examples=60)
@given(content=st.binary(max_size=400))
def test_noise_is_refused(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("noise") / "a.zip"
    file.write_bytes(b"PK\x03\x04" + content)
    refusal(file)
