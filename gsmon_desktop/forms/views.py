"""What a session shows and tells: questions, pages, problems and changes, all frozen."""

from __future__ import annotations

from dataclasses import dataclass, field

from gsmon_desktop.forms.definition import Element


@dataclass(frozen=True, slots=True)
class Choice:
    """One offered answer; `media` maps a kind (image, audio, video) to a file name."""

    value: str
    label: str
    media: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it stands now, in the session's language, `${…}` filled in.

    `message` is the text of the broken rule (constraint, choice no longer offered), or "" when all is well.
    A required and empty question is not broken: `missing` says so and `required_message` has its text.
    """

    path: str
    element: Element
    label: str
    hint: str
    guidance: str
    value: str
    relevant: bool
    required: bool
    readonly: bool
    message: str
    choices: tuple[Choice, ...] = ()
    missing: bool = False
    required_message: str = ""
    media: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Questions shown together. `path` is the group's, the repeat row's or the only question's."""

    path: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule and where."""

    path: str
    message: str


Row = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Change:
    """What one action did to the stored values.

    `action`  open | set | add | remove | language | finish
    `rows`    (path, old, new) of every stored value that changed, calculations included; None = not there.
              A row of a repeat has an entry of its own (``/data/rep[2]`` with the value "").
    """

    action: str
    path: str
    old: str | None
    new: str | None
    rows: tuple[Row, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows) or self.action == "language"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something `check` found. `place` is what people read ("survey!H12"); `row` counts from 1, header
    included."""

    level: str
    code: str
    place: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings about a form file, in the order of its sheets and rows."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """No errors (warnings may be there)."""
        return not any(finding.level == "error" for finding in self.findings)
