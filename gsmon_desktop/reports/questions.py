"""The questions of a workspace's forms as columns: headings, codes, and how an answer looks in a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from gsmon_desktop.forms import Element, Form
from gsmon_desktop.forms.definition import Text
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.reports.sheet import Value
from gsmon_desktop.reports.texts import Texts

SELECTS = ("select_one", "select_multiple", "rank")
SCORED = frozenset("12345")
_PERSONAL_ROLES = frozenset({"phone"})
_NUMBERS = ("integer", "decimal", "range", "int")
_UNSEEN = (
    "note",
    "start",
    "end",
    "today",
    "username",
    "deviceid",
    "audit",
    "instanceID",
    "instanceName",
    "hidden",
)
_CALCULATED = "calculate"
_OUTCOMES = ("complete", "refused", "not_eligible", "not_held", "not_reached")


@dataclass(frozen=True)
class Question:
    """A question of a form as reports show it, its words in the report's language.

    `path`     template path;  `code` its short name;  `section` the title of the top group around it
    `choices`  label by value, in the list's order; empty where nothing is chosen from
    `mark`     item or role of the methodology, empty for most
    `scored`   1 to 5 are numbers to reckon with
    """

    path: str
    code: str
    label: str
    type: str
    section: str
    mark: str
    scored: bool
    personal: bool
    choices: Mapping[str, str] = field(repr=False)

    @property
    def several(self) -> bool:
        """An answer may name several choices."""
        return self.type in ("select_multiple", "rank")

    @property
    def selects(self) -> bool:
        """An answer names choices of a list: it belongs into frequency tables."""
        return bool(self.choices)


@dataclass(frozen=True)
class Questionnaire:
    """All versions of one form in a workspace as one list of questions, those of the latest version first.

    `repeats` are the template paths of its repeats; `versions` the versions' names, the latest first.
    """

    form_id: str
    title: str
    versions: tuple[str, ...]
    questions: tuple[Question, ...]
    repeats: frozenset[str]


def questionnaire(forms: Sequence[Form], edition: Edition, texts: Texts) -> Questionnaire:
    """Merges the versions of one form, the latest first; the latest that has a path describes it."""
    found: dict[str, Question] = {}
    repeats: set[str] = set()
    for form in forms:
        describe = _Describer(form, edition, texts)
        for element in form.root.walk():
            if element.kind == "repeat":
                repeats.add(element.path)
            if element.path not in found and describe.wanted(element):
                found[element.path] = describe.question(element)
    latest = forms[0]
    return Questionnaire(
        latest.form_id,
        latest.title,
        tuple(dict.fromkeys(form.version for form in forms)),
        tuple(found.values()),
        frozenset(repeats),
    )


class _Describer:
    """Reads labels and choices of one form in one language."""

    def __init__(self, form: Form, edition: Edition, texts: Texts) -> None:
        self._form, self._edition, self._texts = form, edition, texts
        self._language = form.language(texts.language)
        self._personal = form.personal
        self._sections = {
            element.path: self.text(group.label) or group.name
            for group in form.root.children
            for element in group.walk()
            if group.kind != "question"
        }

    def wanted(self, element: Element) -> bool:
        if element.kind != "question" or element.type in _UNSEEN or "/meta/" in element.path:
            return False
        return element.type != _CALCULATED or bool(element.role)

    def question(self, element: Element) -> Question:
        mark = element.item or element.role or ""
        scored = bool(element.item) or self._edition.roles.get(element.role or "") == "score"
        label = self.text(element.label)
        if not label:
            label = self._texts.get(f"role.{element.role}", element.name)
        choices = self._choices(element)
        if not choices and element.type == _CALCULATED:
            choices = self._known_values(element.role or "")
        personal = element.path in self._personal or element.role in _PERSONAL_ROLES
        section = self._sections.get(element.path, "")
        return Question(
            element.path, element.name, label, element.type, section, mark, scored, personal, choices
        )

    def text(self, text: Text) -> str:
        """A label's words; what it fills in from answers is shown as "…"."""
        parts: Iterable[str] = text.parts
        if text.itext:
            forms = self._form.texts.get(self._language, {}).get(text.itext, {})
            parts = forms.get("long") or forms.get("short") or ()
        return "".join(part if place % 2 == 0 else "…" for place, part in enumerate(parts)).strip()

    def _choices(self, element: Element) -> dict[str, str]:
        if element.options:
            return {option.value: self.text(option.label) or option.value for option in element.options}
        itemset = element.itemset
        root = self._form.lists.root(element.list_name) if itemset and element.list_name else None
        if itemset is None or root is None:
            return {}
        itext = itemset.label.startswith("jr:itext(")
        column = itemset.label.removeprefix("jr:itext(").removesuffix(")").strip()
        found: dict[str, str] = {}
        for item in root.children:
            cells = {cell.name: cell.text() for cell in item.children}
            value, label = cells.get(itemset.value, ""), cells.get(column, "")
            found.setdefault(value, (self.text(Text(itext=label)) if itext else label) or value)
        return found

    def _known_values(self, role: str) -> dict[str, str]:
        """Labels of a calculated role: words of the edition, or of the report."""
        terms = {"branch": self._edition.forms, "place": self._edition.places}.get(role)
        if terms is not None:
            return {key: self._texts.named(term.names) for key, term in terms.items()}
        if role == "outcome":
            return {key: self._texts(f"outcome.{key}") for key in _OUTCOMES}
        if self._edition.roles.get(role) == "code":
            return {key: self._texts(f"value.{key}") for key in ("yes", "no")}
        return {}


def personal_paths(form: Form) -> frozenset[str]:
    """Template paths of the questions whose answers are personal: marked so, or of a role that is."""
    return form.personal | {e.path for e in form.root.walk() if e.role in _PERSONAL_ROLES}


def reader(question: Question) -> Callable[[str], Value]:
    """What a cell shows for an answer of this question: labels of choices, numbers, dates, else the text.

    An answer that fits none of it (an integer typed with letters in another program) is shown as it is.
    """
    choices = question.choices
    if question.several and choices:
        return lambda value: "; ".join(choices.get(each, each) for each in value.split())
    if question.scored:
        return lambda value: int(value) if value in SCORED else choices.get(value, value)
    if choices:
        return lambda value: choices.get(value, value)
    readers: dict[str, Callable[[str], Value]] = {
        **dict.fromkeys(_NUMBERS, _number),
        "date": _date,
        "dateTime": moment,
        "time": _time,
    }
    kind = "decimal" if question.type == _CALCULATED else question.type
    return readers.get(kind, str)


def _number(value: str) -> Value:
    try:
        return int(value)
    except ValueError:
        try:
            number = float(value)
        except ValueError:
            return value
    return number if abs(number) < 1e15 else value


def _date(value: str) -> Value:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return value


def _time(value: str) -> Value:
    try:
        return time.fromisoformat(value.replace("Z", "+00:00")).replace(tzinfo=None, microsecond=0)
    except ValueError:
        return value


def moment(value: str | None) -> Value:
    """The wall-clock time where it was answered; Excel knows no zones."""
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None, microsecond=0) if value else None
    except ValueError:
        return value
