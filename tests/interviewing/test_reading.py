"""What a change was, in the words people read; of a long text only the place that changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.interviewing.reading import Step

WORDS = " ".join(f"слово{number}" for number in range(400))


def change(old: str, new: str) -> str:
    return Step("2026-11-25T10:00:00.000+05:00", "", "answered", "", old, new).change("(ещё {n} зн.)")


def test_short_changes_are_told_whole() -> None:
    assert [change("40", "41"), change("", "41"), change("40", ""), change("", "")] == [
        "40 → 41",
        "41",
        "40",
        "",
    ]


def test_a_word_changed_in_a_long_text_is_told_with_the_words_around_it() -> None:
    assert change(WORDS, WORDS.replace("слово200", "жалоба")) == (
        "… слово196 слово197 слово198 слово199 слово200 слово201 слово202 слово203 слово204 … → "
        "… слово196 слово197 слово198 слово199 жалоба слово201 слово202 слово203 слово204 …"
    )


def test_what_was_typed_on_is_told_without_what_was_there() -> None:
    assert change(WORDS, f"{WORDS} и всё").endswith("слово399 → … слово396 слово397 слово398 слово399 и всё")


def test_a_long_text_new_or_gone_is_told_by_its_beginning_and_length() -> None:
    for told in (change("", WORDS), change(WORDS, "")):
        assert told.startswith("слово0 слово1 ")
        assert told.endswith(f"… (ещё {len(WORDS) - 150} зн.)")


@given(st.text(max_size=600), st.text(max_size=600), st.text(max_size=600), st.text(max_size=600))
def test_no_change_is_told_at_length(before: str, old: str, new: str, after: str) -> None:
    assert len(change(before + old + after, before + new + after)) < 700
