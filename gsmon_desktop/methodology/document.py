"""The JSON document of `gsmon score --json`: unrounded numbers, missing is null."""

from __future__ import annotations

from collections.abc import Mapping

from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.scores import FormScore, Scores

Document = dict[str, object]


def as_json(scores: Scores) -> Document:
    """The scores as the document cli.md describes, ready for `json.dumps`."""
    return {
        "edition": scores.edition,
        "republic": _stat(scores.republic),
        "services": [
            {
                "service": service.service,
                **_stat(service.stat),
                "forms": {form: _form(score) for form, score in service.forms.items()},
            }
            for service in scores.services.values()
        ],
        "bodies": [
            {"body": body.body, **_stat(body.stat), "zones": _stats(body.zones)}
            for body in scores.bodies.values()
        ],
        "regions": [
            {"region": region.region, **_stat(region.stat), "forms": _stats(region.forms)}
            for region in scores.regions.values()
        ],
    }


def _stat(stat: Stat) -> Document:
    return {
        "n": stat.n,
        "score": stat.score,
        "satisfied": stat.satisfied,
        "band": stat.band,
        "low": stat.low,
        "high": stat.high,
    }


def _stats(stats: Mapping[str, Stat]) -> Document:
    return {key: _stat(stat) for key, stat in stats.items()}


def _form(form: FormScore) -> Document:
    return {
        **_stat(form.stat),
        "criteria": {
            criterion: {
                **_stat(score.stat),
                "items": {item: {**_stat(entry.stat), "dk": entry.dk} for item, entry in score.items.items()},
            }
            for criterion, score in form.criteria.items()
        },
        "zones": _stats(form.zones),
    }
