"""Whatever bytes come: a known refusal or the very package, never a crash and never anything else.

`corpus/` keeps what once was of interest; every file of it goes through the reader, and hypothesis mutates
them.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import keys, signed, verify
from gsmon_desktop.exchange.lines import WrongRecordError, content

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())


def read(path: Path) -> object:
    """All readers of the exchange on one file; what `verify` says."""
    for kind in (signed.RECEIPT, signed.PACK):
        with suppress(GsmonError):
            signed.unseal(kind, path)
    with suppress(GsmonError):
        keys.read_file(path)
    try:
        return verify(path)
    except GsmonError as error:
        if not error.code.startswith("exchange."):
            raise
        return None


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_the_corpus_is_read_or_refused(path: Path) -> None:
    sound = path.name.startswith("sound")
    assert (read(path) is not None) is sound


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_mutations_of_the_corpus(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    source = data.draw(st.sampled_from(CORPUS))
    bytes_ = bytearray(source.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(0, len(bytes_) - 1)))
        match data.draw(st.sampled_from(("flip", "cut", "insert", "repeat"))):
            case "flip" if bytes_:
                bytes_[at] ^= 1 << data.draw(st.integers(0, 7))
            case "cut":
                del bytes_[at : at + data.draw(st.integers(1, 200))]
            case "insert":
                bytes_[at:at] = data.draw(st.binary(max_size=30))
            case _:
                bytes_[at:at] = bytes_[at : at + 100]
    path = tmp_path_factory.mktemp("fuzz") / "a"
    path.write_bytes(bytes_)
    found = read(path)
    assert found is None or found == verify(source)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_FIELDS = (
    *(
        "id",
        "revision",
        "hash",
        "status",
        "form",
        "summary",
        "reason",
        "instance",
        "answers",
        "scores",
        "facts",
    ),
    *("comments", "media", "history", "events"),
)


@settings(deadline=None, max_examples=150)
@given(line=st.dictionaries(st.sampled_from(_FIELDS), _json))
def test_a_record_of_anything_is_refused(line: dict[str, object]) -> None:
    with pytest.raises(WrongRecordError):
        content(line)
