"""How strong a passphrase is said to be, whatever letters and layout it is typed in."""

from __future__ import annotations

import pytest

from gsmon_desktop.store.strength import strength


@pytest.mark.parametrize(
    "passphrase",
    ["", "123456", "qwerty", "йцукен", "пароль", "gfhjkm", "алматы", "Kazakhstan", "aaaaaaa"],
)
def test_what_is_guessed_first_is_weak(passphrase: str) -> None:
    assert strength(passphrase) <= 1


@pytest.mark.parametrize(
    "passphrase", ["тау басында қар жатыр", "correct horse battery staple", "x7#Qm2!vLp9"]
)
def test_what_nobody_guesses_is_strong(passphrase: str) -> None:
    assert strength(passphrase) == 4


def test_the_owners_name_is_guessed_first() -> None:
    assert strength("серикова", ["Серикова"]) <= 1 < strength("серикова айгүл қорғалжын", [])
