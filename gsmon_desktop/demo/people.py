"""A plausible respondent: profile, way of receiving, what they met with; shares are published ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from gsmon_desktop.demo.distribution import fit
from gsmon_desktop.demo.figures import number
from gsmon_desktop.demo.sources import Sources
from gsmon_desktop.demo.words import LOCAL, OTHER_SYSTEMS, PROBLEMS, STREETS, SUGGESTIONS
from gsmon_desktop.methodology.catalogue import Service
from gsmon_desktop.methodology.published import Published

Answers = dict[str, str]
"""Values by the name of the question."""

FIRST_DOCUMENT = "s14"
FOR_FOREIGNERS = frozenset({"s68"})
FOR_DISABLED = frozenset({"s65", "s66"})
BUSINESS_SPHERES = frozenset(
    {"Финансы", "Торговля", "Экономика", "Энергетика", "Промышленность и строительство"}
)
AGES = ((18, 21, 8), (22, 29, 20), (30, 39, 29), (40, 49, 22), (50, 59, 13), (60, 78, 8))
RED_TAPE_KINDS = {"extra_documents": 0.14, "many_offices": 0.3, "delay": 0.42, "refusal": 0.3}
CORPORATION = {"con": 0.45, "pension": 0.06, "real_estate": 0.08, "land": 0.04}
CORPORATION_FIGURE = {"land": "land_cadastre"}


@dataclass(frozen=True)
class Person:
    """A respondent: the language of the interview and the answers beside the scored items, by question."""

    language: str
    answers: Mapping[str, str]


def person(
    service: Service,
    form: str,
    place: str,
    region: str,
    passed: frozenset[str],
    rng: Random,
    sources: Sources,
) -> Person:
    """Somebody who received the service in this form and place and passed these gates of the form."""
    language = "kk" if happens(LOCAL[region].kazakh, rng) else "ru"
    answers = {"interview_language": language, "locality": _locality(region, rng)}
    answers |= _profile(service, rng)
    answers |= _receipt(service, form, place, passed, rng)
    answers |= _meeting(form, place, region, answers, rng)
    answers |= _signature(form, rng, sources.published)
    answers |= _costs(rng)
    answers |= _red_tape(service, rng, sources.published)
    answers |= _hot_line(rng, sources.published)
    answers |= _corporation(place, region, rng, sources.published)
    answers |= _closing(service, form, language, answers, rng, sources.terms)
    return Person(language, answers)


def passer_by(region: str, rng: Random) -> Person:
    """Somebody who was asked and went on their way: only the passport of the interview is known."""
    language = "kk" if happens(LOCAL[region].kazakh, rng) else "ru"
    answers = {"interview_language": language, "locality": _locality(region, rng), "reach": "exit"}
    place = pick({"con": 3, "body": 1}, rng)
    name = {"place_name": _con(region, rng)} if place == "con" else {}
    return Person(language, {**answers, "interview_place": place, **name})


def happens(share: float, rng: Random) -> bool:
    """True with this probability."""
    return rng.random() < share


def yes_no(share: float, rng: Random) -> str:
    """ "yes" with this probability, else "no"."""
    return "yes" if happens(share, rng) else "no"


def pick(weights: Mapping[str, float], rng: Random) -> str:
    """One of the keys, by weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def _locality(region: str, rng: Random) -> str:
    return rng.choices(LOCAL[region].localities, (6, 3, 2))[0]


def _con(region: str, rng: Random) -> str:
    """One of the region's three made-up ЦОНs."""
    number = rng.randint(1, 3)
    return f"ЦОН № {number}, {STREETS[(sum(map(ord, region)) + number) % len(STREETS)]}"


def _profile(service: Service, rng: Random) -> Answers:
    low, high, _ = rng.choices(AGES, [weight for *_, weight in AGES])[0]
    if service.id == FIRST_DOCUMENT:
        low, high = (16, 17) if happens(0.5, rng) else (18, 30)
    business = "elicense" in service.channels or service.sphere in BUSINESS_SPHERES
    individual, trader, entity = (25, 20, 55) if business else (90, 6, 4)
    legal = {"individual": individual, "sole_trader": trader, "legal_entity": entity}
    resident = {"citizen": 0.96, "permit": 0.03, "non_resident": 0.01}
    if service.id in FOR_FOREIGNERS:
        resident = {"permit": 0.05, "non_resident": 0.95}
    adult = service.id != FIRST_DOCUMENT
    return {
        "sex": pick({"female": 0.58, "male": 0.42}, rng),
        "age": str(rng.randint(low, high)),
        "legal_status": pick(legal, rng) if adult else "individual",
        "residency": pick(resident, rng) if adult else "citizen",
        "access_needs": yes_no(0.95 if service.id in FOR_DISABLED else 0.04, rng),
    }


def _receipt(service: Service, form: str, place: str, passed: frozenset[str], rng: Random) -> Answers:
    answers = {}
    if len(service.forms) == 2:
        answers["branch_asked"] = form
    if form == "paper" and {"con", "body"} <= set(service.channels):
        answers["place_asked"] = place
    if service.paid == "mixed":
        answers["paid_asked"] = "yes" if "paid" in passed else "no"
    if form == "paper":
        answers["p_complained"] = "yes" if "complained" in passed else "no"
        return answers
    answers["e_complained"] = "yes" if "complained" in passed else "no"
    answers["assistant_used"] = "yes" if "assistant_used" in passed else "no"
    answers["channel"] = _channel(service, rng)
    if answers["channel"] == "other":
        answers["channel_other"] = rng.choice(OTHER_SYSTEMS)
    return answers


def _channel(service: Service, rng: Random) -> str:
    weights: dict[str, float] = {}
    if "egov" in service.channels:
        weights |= {"egov": 62, "mobile": 27, "self_service": 5, "telegram": 1}
    if "elicense" in service.channels:
        weights["elicense"] = 90
    if "other" in service.channels:
        weights["other"] = 8
    return pick(weights or {"egov": 1}, rng)


def _meeting(form: str, place: str, region: str, answers: Mapping[str, str], rng: Random) -> Answers:
    """How and where the respondent was met, and which ЦОН it was about."""
    if form == "paper":
        reach = pick({"exit": 70, "phone": 20, "snowball": 10}, rng)
    else:
        reach = pick({"exit": 15, "phone": 60, "snowball": 25}, rng)
    at_con = place == "con" or answers.get("channel") == "self_service"
    name = _con(region, rng)
    if reach == "phone":
        return {"reach": reach, **({"place_name_service": name} if at_con else {})}
    if reach == "exit" and form == "paper" and not at_con:
        return {"reach": reach, "interview_place": "body"}
    if reach == "exit":
        return {"reach": reach, "interview_place": "con", "place_name": name}
    return {"reach": reach, "interview_place": "other", **({"place_name_service": name} if at_con else {})}


def _signature(form: str, rng: Random, published: Published) -> Answers:
    found: Answers = {}
    if form == "electronic":
        eds = number(published, "ecp", "login_share_pct") / 100
        found["login"] = pick({"eds": eds, "password": 0.16, "digital_id": 1 - eds - 0.16}, rng)
    if found.get("login") != "eds":
        found["ecp_asked"] = yes_no(0.06, rng)
    if found.get("ecp_asked", "yes") == "yes":
        found["ecp_get"] = fit(4.78, 0.83).draw(rng)
        found["ecp_use"] = fit(4.82, 0.86).draw(rng)
    return found


def _costs(rng: Random) -> Answers:
    if happens(0.94, rng):
        return {"extra_costs": "none"}
    kinds = [kind for kind in ("transport", "certificates", "photocopies", "notary") if happens(0.35, rng)]
    return {
        "extra_costs": " ".join(kinds or ["transport"]),
        "extra_costs_bearable": pick({"yes": 6, "partly": 3, "no": 1}, rng),
    }


def _red_tape(service: Service, rng: Random, published: Published) -> Answers:
    share = published.red_tape_services[service.id] / 100
    found = {"red_tape": yes_no(share, rng)}
    if found["red_tape"] == "yes":
        kinds = [kind for kind, often in RED_TAPE_KINDS.items() if happens(often, rng)]
        found["red_tape_kinds"] = " ".join(kinds or ["delay"])
    found["corruption"] = pick(
        {"no": 96, "no_answer": 3, "yes": 1 if found["red_tape"] == "yes" else 0.2}, rng
    )
    return found


def _hot_line(rng: Random, published: Published) -> Answers:
    found = {"c1414_called": yes_no(number(published, "contact_center_1414", "share_pct") / 100, rng)}
    if found["c1414_called"] == "yes":
        score = number(published, "contact_center_1414", "score")
        answer = fit(score, number(published, "contact_center_1414", "pct") / 100)
        found |= {"c1414_speed": answer.draw(rng), "c1414_complete": answer.draw(rng)}
    return found


def _corporation(place: str, region: str, rng: Random, published: Published) -> Answers:
    parts = [
        part for part, share in CORPORATION.items() if happens(share, rng) or (part, place) == ("con", "con")
    ]
    found = {"corp_parts": " ".join(parts or ["none"])}
    for part in parts:
        figure = published.corporation[region, CORPORATION_FIGURE.get(part, part)]
        found[f"corp_{part}"] = fit(figure).draw(rng)
    found["egov_overall"] = fit(number(published, "egov_portal_general_score")).draw(rng)
    return found


def _closing(
    service: Service,
    form: str,
    language: str,
    answers: Mapping[str, str],
    rng: Random,
    terms: Mapping[str, int],
) -> Answers:
    found: Answers = {}
    slow = answers["red_tape"] == "yes"
    term = terms.get(service.id)
    if term is not None and happens(0.88, rng):
        late = rng.randint(1, 15) if slow and happens(0.6, rng) else 0
        found["days_taken"] = str(term + late if late else round(rng.triangular(0, term, term * 0.6)))
    if happens(0.8 if slow else 0.09, rng):
        found["problems"] = rng.choice(PROBLEMS[language, form])
    if happens(0.08, rng):
        found["suggestions"] = rng.choice(SUGGESTIONS[language])
    found["callback"] = yes_no(0.55, rng)
    if found["callback"] == "yes" and happens(0.8, rng):
        found["phone"] = f"+7 700 0{rng.randint(0, 99):02} {rng.randint(0, 99):02} {rng.randint(0, 99):02}"
    return found
