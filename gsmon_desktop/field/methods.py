"""The methods beside the mass survey: which questionnaires belong to each, and how far its plan is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gsmon_desktop.field.targets import Progress
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store.workspace import Workspace

MASS_SURVEY, FIELD_CONTROL = "mass_survey", "field_control"


@dataclass(frozen=True)
class Method:
    """A way of collecting: `forms` are its questionnaires, `planned` those that count towards the plan, and
    `sample` the catalogue's column with a service's plan ("" where none is made).
    """

    forms: tuple[str, ...]
    planned: tuple[str, ...]
    sample: str


METHODS: Mapping[str, Method] = {
    "mystery_shopping": Method(
        ("visit_office", "visit_self_service", "visit_portal", "test_call"),
        ("visit_office", "visit_self_service", "visit_portal"),
        "n_mystery",
    ),
    "depth_interview": Method(
        ("depth_interview_provider", "depth_interview_recipient"),
        ("depth_interview_provider", "depth_interview_recipient"),
        "n_depth",
    ),
    "focus_group": Method(("focus_group",), ("focus_group",), "n_focus_groups"),
    "desk_research": Method(("desk_research",), (), ""),
}
"""In the order in which screens show them."""


def plan(ws: Workspace, catalogue: Catalogue, method: str) -> Sequence[Progress]:
    """Each service the method is planned for or was used on, in the catalogue's order: done against planned.

    Done is what was finished and came about: a visit not held or a refused talk does not count.
    """
    asked = METHODS[method]
    if not asked.planned:
        return []
    places = ", ".join("?" for _ in asked.planned)
    rows = ws.query(
        f"""SELECT service, count(*) AS n FROM interview
        WHERE form_id IN ({places}) AND status = 'finished' AND outcome = 'done' GROUP BY service""",
        asked.planned,
    )
    done = {row["service"]: row["n"] for row in rows}
    return [
        Progress(service.id, done.get(service.id, 0), target)
        for service in catalogue.services.values()
        if (target := getattr(service, asked.sample)) or done.get(service.id)
    ]
