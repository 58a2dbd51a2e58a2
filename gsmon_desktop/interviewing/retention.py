"""How long personal answers are kept: until HQ's receipt has come and a number of days has passed.

The rule is the setting `personal_days`; without it nothing is wiped by itself. What is personal is marked in
the form (`bind::gsmon:personal`), in any of its versions. Beside the marked answers themselves, everything
that repeats one of `REPEATED` or more characters goes: calculations, comments, the interview's name. Choices,
scored items and roles are never taken for a repetition.

Copies in the workspace go too: those in `backups/`, and packages in the outbox that hold a wiped interview.
Beyond reach are copies that left the workspace before (sticks, packages elsewhere), and blocks the file
system has freed but not overwritten; in an encrypted workspace nobody without its key can read those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Form, instance
from gsmon_desktop.interviewing import facts, formbook
from gsmon_desktop.store import Clock, Workspace, backup, forms, interviews, stamp, wiping

RULE = "personal_days"
REPEATED = 5
"""From so many characters on a text found again is a repetition and not chance."""


@dataclass(frozen=True)
class Wiped:
    """What a run took away, or (`carried_out` False) would: interviews by id with their number of values;
    media files; names of older copies (in `backups/`, and packages in the outbox) removed with it."""

    days: int
    interviews: Mapping[str, int]
    files: int
    copies: tuple[str, ...]
    carried_out: bool


def rule(ws: Workspace) -> int | None:
    """Days after HQ's receipt, None where there is no rule."""
    text = ws.settings.get(RULE, "")
    return int(text) if text.isdecimal() else None


def set_rule(ws: Workspace, days: int | None) -> None:
    """Sets the rule, or takes it away. Raises GsmonError("personal.days") for less than nothing."""
    if days is None:
        if RULE in ws.settings:
            del ws.settings[RULE]
        return
    ws.settings[RULE] = str(_checked(days))


def preview(ws: Workspace, *, now: Clock, days: int | None = None) -> Wiped:
    """What `wipe` would do now; nothing is changed. A reader will do. Raises as `wipe`."""
    wanted = _days(ws, days)
    found, files = {}, 0
    for one in wiping.due(ws, days=wanted, now=now):
        marks = _marks(ws, one)
        held = {(path, value) for path, value in wiping.values_at(ws, one.number) if marks.holds(path, value)}
        found[one.id] = len(held)
        files += len(wiping.lonely_files(ws, one.number, marks))
    copies = tuple(file.name for file in wiping.kept_copies(ws)) if found else ()
    return Wiped(wanted, found, files, copies, carried_out=False)


def wipe(ws: Workspace, *, now: Clock, days: int | None = None) -> Wiped:
    """Wipes what is due by the rule, or by `days`, one interview a transaction, then cleans up behind it.

    A run that was interrupted is carried on by the next. Raises GsmonError: personal.no_rule, personal.days,
    and the store's.
    """
    wanted = _days(ws, days)
    found, files = {}, 0
    for one in wiping.due(ws, days=wanted, now=now):
        ws.settings[wiping.SCRUB] = "due"
        marks = _marks(ws, one)
        files += len(wiping.lonely_files(ws, one.number, marks))
        found[one.id] = wiping.wipe(ws, one, marks, partial(_words, ws, one), stamp(now()))
    return Wiped(wanted, found, files, _clean(ws, now), carried_out=True)


def wipe_when_due(ws: Workspace, *, now: Clock) -> int:
    """Follows the rule, where there is one, and ends what was interrupted; for the opening of a workspace.
    Returns the number of interviews wiped."""
    if rule(ws) is not None:
        return len(wipe(ws, now=now).interviews)
    _clean(ws, now)
    return 0


def _clean(ws: Workspace, now: Clock) -> tuple[str, ...]:
    if wiping.SCRUB not in ws.settings:
        return ()
    removed = wiping.scrub(ws, partial(backup.renew_daily, ws, now=now))
    return tuple(sorted(file.name for file in removed))


def _days(ws: Workspace, days: int | None) -> int:
    found = rule(ws) if days is None else _checked(days)
    if found is None:
        raise GsmonError("personal.no_rule")
    return found


def _checked(days: int) -> int:
    if days < 0:
        raise GsmonError("personal.days")
    return days


def _versions(ws: Workspace, form_id: str) -> list[Form]:
    return [formbook.kept_form(ws, one.hash) for one in forms.listing(ws) if one.form_id == form_id]


def _marks(ws: Workspace, one: wiping.Due) -> wiping.Marks:
    """What is personal in an interview: by path, and by the texts those paths ever held."""
    versions = _versions(ws, one.form_id)
    marked = frozenset(path for form in versions for path in form.personal)
    fixed = frozenset(path for form in versions for path in _fixed(form)) - marked
    roles = (form.elements[path].role for form in versions for path in form.personal)
    told = {value for path, value in wiping.values_at(ws, one.number) if facts.template(path) in marked}
    for revision in interviews.revisions(ws, one.number):
        instance.blanked(revision["instance"], partial(_collect, marked, told))
    secrets = tuple(text.strip() for text in told if len(text.strip()) >= REPEATED)
    holds = partial(_holds, marked, fixed, secrets)
    return wiping.Marks(holds, frozenset(filter(None, roles)), partial(_blank, holds))


def _fixed(form: Form) -> Iterable[str]:
    """Paths whose values come from lists or are counted."""
    return (path for path, e in form.elements.items() if e.itemset or e.options or e.role or e.item)


def _collect(marked: frozenset[str], told: set[str], path: str, text: str) -> bool:
    if path in marked:
        told.add(text)
    return False


def _holds(
    marked: frozenset[str], fixed: frozenset[str], secrets: tuple[str, ...], path: str, text: str
) -> bool:
    where = facts.template(path)
    return where in marked or (where not in fixed and any(secret in text for secret in secrets))


def _blank(holds: Callable[[str, str], bool], xml: str) -> str:
    return instance.blanked(xml, holds)


def _words(ws: Workspace, one: wiping.Due) -> list[str]:
    """What the search finds it by afterwards."""
    row = interviews.get(ws, one.id)
    left = interviews.answers(ws, one.number)
    return facts.search_texts(formbook.kept_form(ws, row.form_hash), one.number, left, row.interviewer)
