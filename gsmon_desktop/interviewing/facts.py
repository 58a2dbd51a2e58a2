"""What an interview tells the scores and the lists: read by roles and items, never by question names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from gsmon_desktop import reference
from gsmon_desktop.forms import Element, Form, Session
from gsmon_desktop.store.records import COLUMNS, Finished

SCORES = frozenset({"1", "2", "3", "4", "5", "dk"})
COMPLETE = "complete"
DONE = "done"
_ROW_NUMBER = re.compile(r"\[\d+\]")
_NAMED = ("region", "service")


def template(path: str) -> str:
    """A path without its row numbers: how the form itself calls the question."""
    return _ROW_NUMBER.sub("", path) if "[" in path else path


def element_at(form: Form, path: str) -> Element | None:
    """The form's element at a path with row numbers."""
    return form.elements.get(template(path))


def outcome(session: Session) -> str:
    """How it ended: `complete` only where the form has scored items, since everything that counts interviews
    (scores, targets, the day's work, reports) counts the complete ones. A visit or a talk that came to its
    end is `done`, and so is any form without items that does not ask.
    """
    told = session.by_role("outcome") if "outcome" in session.form.by_role else COMPLETE
    return DONE if told == COMPLETE and not session.form.by_item else told


def facts(session: Session) -> dict[str, str]:
    """Values by role, and the place of an electronic service, which is always the portal."""
    found = {role: value for role, value in session.roles().items() if value}
    if found.get("branch") == "electronic":
        found.setdefault("place", "portal")
    return found


def scores(session: Session) -> dict[str, str]:
    """1..5 or dk by item, of a complete interview; of any other, nothing. "Not asked" is no score."""
    if outcome(session) != COMPLETE:
        return {}
    return {item: value for item, value in session.items().items() if value in SCORES}


def finished(session: Session, instance: str, *, at: str, who: str) -> Finished:
    """What finishing fixes: the instance's bytes, its hash, all that is counted from it. `at` is ISO 8601."""
    found = facts(session)
    return Finished(
        at=at,
        outcome=outcome(session),
        instance=instance,
        hash=hashlib.sha256(instance.encode()).hexdigest(),
        columns=columns(found, who),
        scores=scores(session),
        facts=found,
    )


def columns(found: Mapping[str, str], who: str) -> dict[str, str]:
    """The interview's own columns by the facts found; the interviewer is at least the one who sits there."""
    return {role: found.get(role, "") for role in COLUMNS} | {"interviewer": found.get("interviewer") or who}


def columns_changed(form: Form, rows: Iterable[tuple[str, str | None, str | None]]) -> dict[str, str]:
    """The columns of a draft that changed rows set (whether asked or not is settled at finish)."""
    changed: dict[str, str] = {}
    for path, _, new in rows:
        element = element_at(form, path)
        if element is not None and element.role in COLUMNS:
            changed[element.role] = new or ""
    return changed


def searchable(form: Form, path: str) -> bool:
    """Whether the search finds an interview by this answer: texts typed, and the answers lists show."""
    element = element_at(form, path)
    return element is not None and (element.type == "text" or element.role in COLUMNS)


def search_texts(form: Form, number: int, answers: Mapping[str, str], who: str) -> list[str]:
    """What an interview is found by: its number, typed texts, names of its service and region."""
    texts, elements = [str(number), who], form.elements
    for path, value in answers.items():
        element = element_at(form, path) if "[" in path else elements.get(path)
        if element is None or not value:
            continue
        if element.type == "text":
            texts.append(value)
        elif element.role in _NAMED:
            texts += [value, *reference_names(element.role, value)]
    return texts


def reference_names(role: str, code: str) -> list[str]:
    """The names of a service or a region in every language the catalogue has; none for a code it lacks."""
    if role == "service":
        service = reference.catalogue().services.get(code)
        return [service.name_ru] if service else []
    region = reference.catalogue().regions.get(code)
    return list(region.names.values()) if region else []
