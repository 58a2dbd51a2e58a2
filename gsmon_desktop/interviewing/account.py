"""What moving a draft to a newer version of its form does, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.forms import Fit, Session
from gsmon_desktop.interviewing import formbook, moving
from gsmon_desktop.store import Clock, Workspace, interviews


@dataclass(frozen=True)
class Account:
    """What the move would do. `old` and `new` are the versions, `labels` the words of questions by path."""

    old: str
    new: str
    fit: Fit
    labels: Mapping[str, str]

    def told(self, language: str) -> list[str]:
        """The account line by line, questions named by their words."""
        return list(told(self.fit, language, lambda path: self.labels.get(path, path)))


def account(ws: Workspace, key: str, language: str, now: Clock) -> Account:
    """Says what moving a draft would do, in a language of the window; nothing is changed. Raises as
    `moving.fit`."""
    session, fit = moving.opened(ws, key, now)
    session.set_language(session.form.language(language))
    row = interviews.get(ws, key)
    before = Session(
        formbook.kept_form(ws, row.form_hash), now=now, answers=interviews.answers(ws, row.number)
    )
    before.set_language(before.form.language(language))
    labels = {left.path: _label(before, left.path) for left in fit.left}
    for path, new in fit.moved:
        labels |= {path: _label(before, path), new: _label(session, new)}
    after = (*fit.new, *(path for path, _, _ in fit.changed), *(problem.path for problem in fit.invalid))
    labels |= {path: _label(session, path) for path in after}
    return Account(
        row.version, session.form.version, fit, {path: text for path, text in labels.items() if text}
    )


def told(fit: Fit, language: str, name: Callable[[str], str] = str) -> Iterator[str]:
    """A line for everything that did not simply come along, a line in all for what did; `name` says how a
    question is called."""

    def line(code: str, path: str = "", **values: object) -> str:
        return sentence(GsmonError(code, name(path), **values), language)

    yield line("moved.fitted", number=fit.fitted)
    for path, new in fit.moved:
        yield line("moved.renamed", path, new=name(new))
    for left in fit.left:
        yield line(f"moved.left_{left.why}", left.path, value=left.value)
    for path, old, new in fit.changed:
        yield line("moved.changed", path, old=old, new=new)
    for path in fit.new:
        yield line("moved.new", path)
    for problem in fit.invalid:
        yield f"{name(problem.path)}: {problem.message}"


def _label(session: Session, path: str) -> str:
    try:
        return session.label(path)
    except GsmonError:
        return ""
