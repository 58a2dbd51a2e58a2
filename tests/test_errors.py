"""Known failures as sentences: why the system refused is said in the reader's language."""

from __future__ import annotations

import errno
import os

import pytest

from gsmon_desktop.errors import LANGUAGES, GsmonError, reason, sentence

SAID = {
    "ru": "папка в сети не отвечает",
    "kk": "желідегі қалта жауап бермейді",
    "en": "the network folder does not answer",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_systems_own_words_stay_out_of_a_sentence(language: str) -> None:
    error = OSError(errno.ESTALE, os.strerror(errno.ESTALE))
    said = sentence(GsmonError("file.failed", "/media/stick", reason=error), language)
    assert SAID[language] in said
    assert "Stale" not in said


def test_every_error_of_the_system_has_words_in_every_language() -> None:
    for number, name in errno.errorcode.items():
        words = {language: reason(OSError(number, "?"), language) for language in LANGUAGES}
        assert len(set(words.values())) == 3, name
        assert all(each and "{" not in each for each in words.values())
    assert reason(OSError(errno.ENOTTY, "Inappropriate ioctl"), "ru") == "ошибка системы ENOTTY"
    assert reason(OSError("no number"), "en") == "system error"
    assert reason(OSError(errno.EFBIG, "File too large"), "ru").startswith("файл больше, чем принимает")
