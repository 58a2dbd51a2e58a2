"""The known failures: a code, a place, and values for the sentence people read.

Two kinds of failure exist. A *known* one (a full disk, a wrong file, a cyclic calculation) is a `GsmonError`:
its `code` names a sentence with a remedy in `resources/messages/`, in Russian, Kazakh and English.
Everything else is a bug and is left to travel up, so that it is reported and never swallowed.
"""

from __future__ import annotations

import errno
import tomllib
from functools import cache

from gsmon_desktop.paths import read_resource, resources

LANGUAGES = ("ru", "kk", "en")
_SAME = {
    "EPERM": "EACCES", "EDQUOT": "ENOSPC", "ENXIO": "ENODEV", "ENOMEDIUM": "ENODEV", "ETXTBSY": "EBUSY",
    "ENFILE": "EMFILE", "EOPNOTSUPP": "EINVAL", "ENOTSUP": "EINVAL", "ENOSYS": "EINVAL",
    **dict.fromkeys(
        ("ESTALE", "ENOTCONN", "ECONNRESET", "ECONNABORTED", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN",
         "ENETUNREACH", "ENETRESET", "ESHUTDOWN", "EREMOTEIO"), "ETIMEDOUT",
    ),
}  # fmt: skip
"""Errors of the system that say the same to people as another."""


class GsmonError(Exception):
    """A failure we know, with what a person needs to mend it.

    `code`   dotted name of the sentence, for example ``form.unknown_function``
    `place`  where it is: a file, `survey!C12`, a question's path; empty when the code says it all
    `values` words put into the sentence, by name; an OSError is told in words of the language, and another
             GsmonError by its sentence
    """

    def __init__(self, code: str, place: str = "", **values: object) -> None:
        self.code = code
        self.place = place
        self.values = values
        super().__init__(code, place)

    def __str__(self) -> str:
        return sentence(self, "en")


def sentence(error: GsmonError, language: str = "ru") -> str:
    """The one-line sentence with its place and remedy, in `language` (ru, kk or en)."""
    template = messages(language)[error.code]
    values = {name: _told(value, language) for name, value in error.values.items()}
    text = template.format_map({"place": error.place, **values})
    if error.place and "{place}" not in template:
        text = f"{error.place}: {text}"
    return " ".join(text.split())


def reason(error: OSError, language: str) -> str:
    """Why the system refused, in a few words; its own words, in whatever language, stay with the error."""
    name = errno.errorcode.get(error.errno or 0, "")
    words = _reasons()
    known = words.get(_SAME.get(name, name))
    if known is not None:
        return known[language]
    code = name or getattr(error, "winerror", None) or error.errno or ""
    return words["other"][language].format(code=code).strip()


def _told(value: object, language: str) -> object:
    if isinstance(value, GsmonError):
        return sentence(value, language)
    return reason(value, language) if isinstance(value, OSError) else value


@cache
def _reasons() -> dict[str, dict[str, str]]:
    return tomllib.loads(read_resource("reasons.toml"))


@cache
def messages(language: str) -> dict[str, str]:
    """All sentences of a language by code, from every file of `resources/messages/`.

    Each code is a table with the keys ru, kk and en: ``[form.unknown_function]``.
    """
    flat: dict[str, str] = {}
    for file in sorted((resources() / "messages").glob("*.toml")):
        for group, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for name, texts in entries.items():
                flat[f"{group}.{name}"] = texts[language]
    return flat
