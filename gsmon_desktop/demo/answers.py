"""A drawn contact as answers to the questions of the mass survey, by the names in the shipped form."""

from __future__ import annotations

from collections.abc import Mapping

from gsmon_desktop.demo.draw import COMPLETE, REFUSED, Contact
from gsmon_desktop.forms import Form

FORM_ID = "mass_survey"
ITEM_PREFIX = {"paper": "p_", "electronic": "e_"}
LANGUAGE = {"ru": "Русский (ru)", "kk": "Қазақша (kk)"}


def answers(contact: Contact, form: Form) -> dict[str, str]:
    """Values by path, only of what this respondent is asked, in the form's order."""
    named = by_name(contact)
    questions = {element.name: element.path for element in form.root.walk() if element.kind == "question"}
    return {path: named[name] for name, path in questions.items() if name in named}


def by_name(contact: Contact) -> Mapping[str, str]:
    """Values by the question's name."""
    named = {"region": contact.region, **contact.person.answers}
    if contact.outcome == REFUSED:
        return {**named, "consent": "no"}
    if contact.outcome != COMPLETE:
        return {**named, "consent": "yes", "eligible": "no"}
    prefix = ITEM_PREFIX[contact.form]
    scores = {prefix + item: score for item, score in contact.scores}
    return {**named, "consent": "yes", "eligible": "yes", "service": contact.service, **scores}
