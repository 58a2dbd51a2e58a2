"""Where the keyboard goes in a form: the questions it stops at, the next to answer, how far a section is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gsmon_desktop.forms import Element, Page, Session
from ui.widgets.markup import plain as plain_words

_ROW = re.compile(r"\[[0-9]+\]")


@dataclass(frozen=True, slots=True)
class Stop:
    """A question the keyboard stops at, and its page."""

    page: str
    path: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a section is: questions to answer, answered, wrong, required and empty."""

    path: str
    title: str
    questions: int
    answered: int
    wrong: int
    missing: int

    @property
    def touched(self) -> bool:
        """Something is answered already."""
        return self.answered > 0

    @property
    def complete(self) -> bool:
        """Nothing wrong, nothing required left."""
        return not self.wrong and not self.missing


def element(session: Session, path: str) -> Element:
    """The form's element of a question in any row of a repeat."""
    return session.form.elements[_ROW.sub("", path)]


def stops(session: Session, pages: Sequence[Page]) -> Iterator[Stop]:
    """All questions that can be answered, in order; notes and what may only be read are passed by."""
    for page in pages:
        for path in page.questions:
            if _answerable(session, path):
                yield Stop(page.path, path)


def _answerable(session: Session, path: str) -> bool:
    asked = element(session, path)
    rules = asked.rules
    if asked.type == "note":
        return False
    # The whole question is worked out only where something may keep it from being answered.
    return not (rules.readonly or rules.calculate or rules.preload) or not session.question(path).readonly


def next_open(session: Session, pages: Sequence[Page], after: str = "") -> Stop | None:
    """The first unanswered question after this one (from the start for ""); None when none is left."""
    passed = not after
    for stop in stops(session, pages):
        if passed and not session.value(stop.path):
            return stop
        passed = passed or stop.path == after
    return None


def neighbour(session: Session, pages: Sequence[Page], path: str, step: int) -> Stop | None:
    """The question `step` (1 or -1) from this one, answered or not; None past an end."""
    everything = list(stops(session, pages))
    paths = [stop.path for stop in everything]
    if path not in paths:
        return everything[0] if everything else None
    at = paths.index(path) + step
    return everything[at] if 0 <= at < len(everything) else None


def first_of(session: Session, pages: Sequence[Page], prefix: str) -> Stop | None:
    """The first question whose path begins like this."""
    return next((stop for stop in stops(session, pages) if stop.path.startswith(prefix)), None)


def entry(session: Session, page: Page) -> Stop:
    """Where one enters a section: its first unanswered question, else its first."""
    open_ = next_open(session, [page]) or next(stops(session, [page]), None)
    return open_ or Stop(page.path, "")


def page_of(pages: Sequence[Page], path: str) -> Page | None:
    """The page a question stands on."""
    return next((page for page in pages if path in page.questions), None)


def _words_of(session: Session, page: Page) -> str:
    """What the outline calls a page: a section by its title, a question that stands alone by its label."""
    if page.questions != (page.path,):
        return page.title
    return ": ".join(filter(None, (page.title, plain_words(session.label(page.path)))))


def progress(session: Session, pages: Sequence[Page]) -> list[Progress]:
    """How far each section is."""
    wrong = {problem.path for problem in session.invalid()}
    missing = set(session.missing())
    found = []
    for page in pages:
        paths = [stop.path for stop in stops(session, [page])]
        found.append(
            Progress(
                path=page.path,
                title=_words_of(session, page),
                questions=len(paths),
                answered=sum(1 for path in paths if session.value(path)),
                wrong=sum(1 for path in page.questions if path in wrong),
                missing=sum(1 for path in paths if path in missing),
            )
        )
    return found
