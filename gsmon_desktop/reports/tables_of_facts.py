"""Further tables: State Corporation, red tape, 1414, costs, profile, terms, the sample, mystery shoppers."""

from __future__ import annotations

from collections.abc import Mapping

from gsmon_desktop.methodology.facts import PARTS, Asked, Portion
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.mystery import ASPECTS, Visited
from gsmon_desktop.methodology.ratings import figure_of, ranked, sample_margin
from gsmon_desktop.reports.tables_of_scores import SCORE, SHARE, TEXT, WHOLE, Column, Sources, Table, Value


def corporation(sources: Sources) -> Table:
    """The State Corporation and its parts by region, then nationally (tables 21 to 25)."""
    found, say = sources.facts.corporation, sources.say
    columns = [Column(say("column.rank"), WHOLE), Column(say("column.region"), TEXT)]
    columns += [Column(say("column.n"), WHOLE)]
    columns += [*(Column(say(f"code.{part}")) for part in PARTS), Column(say("column.score"))]
    rows: list[tuple[Value, ...]] = []
    keys = []
    for region, rank in ranked({key: figure_of(stat) for key, stat in found.regions.items()}).items():
        parts, stat = found.region_parts[region], found.regions[region]
        name = sources.catalogue.regions[region].names[sources.language]
        cells = [sources.cut(parts.get(part)) for part in PARTS]
        rows.append((rank, name, stat.respondents, *cells, sources.cut(stat)))
        keys.append(("region", region))
    if rows:
        nation = [found.parts[part].score for part in PARTS]
        rows.append((None, say("word.republic"), found.whole.respondents, *nation, found.whole.score))
        keys.append(("", ""))
    return Table("corporation", say("title.corporation"), tuple(columns), tuple(rows), tuple(keys))


def _portion_columns(sources: Sources, *first: Column) -> tuple[Column, ...]:
    say = sources.say
    counts = (Column(say("column.asked"), WHOLE), Column(say("column.part"), WHOLE))
    shares = (Column(say(f"column.{name}"), SHARE) for name in ("share", "low", "high"))
    return (*first, *counts, *shares)


def _cells(sources: Sources, portion: Portion) -> tuple[Value, ...]:
    """Asked, part, share and interval; "too few" instead of the share of a tiny group."""
    if 0 < portion.asked < sources.edition.few_below and not sources.all_cuts:
        return (portion.asked, portion.part, sources.say("word.few"), None, None)
    return (portion.asked, portion.part, portion.share, portion.low, portion.high)


def red_tape(sources: Sources) -> Table:
    """Red tape by sphere, subsphere, service, region and form, each from the worst down (tables 17 to 19)."""
    found, say, language = sources.facts.red_tape, sources.say, sources.language
    regions, forms = sources.catalogue.regions, sources.edition.forms
    named: dict[str, Mapping[str, tuple[str, Portion]]] = {
        "all": {"": (say("word.republic"), found.whole)} if found.whole.asked else {},
        "sphere": {key: (key, portion) for key, portion in found.spheres.items()},
        "subsphere": {f"{a}\t{b}": (f"{a}: {b}", p) for (a, b), p in found.subspheres.items()},
        "service": {key: (sources.service(key), p) for key, p in found.services.items()},
        "region": {key: (regions[key].names[language], p) for key, p in found.regions.items()},
        "form": {key: (forms[key].names[language], p) for key, p in found.forms.items()},
    }
    rows, keys = [], []
    for cut, portions in named.items():
        for key, (name, portion) in sorted(portions.items(), key=lambda pair: -(pair[1][1].share or 0)):
            band = next((b for b in sources.edition.red_tape_bands if b.id == portion.band), None)
            cells = _cells(sources, portion)
            word = f"{band.sign} {band.names[language]}" if band and not isinstance(cells[2], str) else ""
            rows.append((say(f"cut.{cut}"), name, *cells, word))
            keys.append((cut if cut in ("service", "region") else "", key))
    first = (Column(say("column.cut"), TEXT), Column(say("column.name"), TEXT))
    columns = (*_portion_columns(sources, *first), Column(say("column.band"), TEXT))
    return Table("red_tape", say("title.red_tape"), columns, tuple(rows), tuple(keys))


def kinds(sources: Sources) -> Table:
    """Kinds of red tape, of those who named one, by sphere and in all (table 20)."""
    found, say = sources.facts.red_tape, sources.say
    columns = (
        Column(say("column.sphere"), TEXT),
        Column(say("column.named"), WHOLE),
        *(Column(_code(sources, "red_tape_kinds", kind), SHARE) for kind in found.kinds),
    )
    rows = []
    cuts = {**found.kinds_by_sphere, say("word.republic"): found.kinds}
    for name, portions in cuts.items():
        if portions:
            asked = next(iter(portions.values())).asked
            shares: list[Value] = [portions[kind].share if kind in portions else 0.0 for kind in found.kinds]
            if asked < sources.edition.few_below and not sources.all_cuts and name in found.kinds_by_sphere:
                shares = [say("word.few")] * len(shares)
            rows.append((name, asked, *shares))
    return Table("kinds", say("title.kinds"), columns, tuple(rows))


def marks(sources: Sources) -> Table:
    """Digital signature, 1414 and egov.kz: who used it, its items and their mean."""
    say, facts = sources.say, sources.facts
    columns = (
        Column(say("column.name"), TEXT),
        *(Column(say("column.used"), SHARE), Column(say("column.n"), WHOLE), Column(say("column.score"))),
        *(Column(say("column.low")), Column(say("column.high")), Column(say("column.satisfied"), SHARE)),
        Column(say("column.band"), TEXT),
    )

    def row(name: str, used: float | None, stat: Stat) -> tuple[Value, ...]:
        figures = (stat.respondents, stat.score, stat.low, stat.high, stat.satisfied)
        return (name, used, *figures, sources.band(stat))

    rows: list[tuple[Value, ...]] = []
    asked: Mapping[str, Asked] = {"signature": facts.signature, "contact_centre": facts.contact_centre}
    for name, found in asked.items():
        if found.used.asked:
            rows.append(row(say(f"mark.{name}"), found.used.share, found.stat))
            rows += [row("   " + say(f"code.{item}"), None, stat) for item, stat in found.items.items()]
    if facts.egov.score is not None:
        rows.append(row(say("mark.egov"), None, facts.egov))
    return Table("marks", say("title.marks"), columns, tuple(rows))


def costs(sources: Sources) -> Table:
    """Extra costs: any, by kind (of all asked), and whether they were bearable (of those who had any)."""
    say, found = sources.say, sources.facts.costs
    rows: list[tuple[Value, ...]] = []
    if found.any.asked:
        rows.append((say("cost.any"), *_cells(sources, found.any)))
        for role, portions in (("extra_costs", found.kinds), ("extra_costs_bearable", found.bearable)):
            if role == "extra_costs_bearable" and portions:
                rows.append((say("cost.bearable"), next(iter(portions.values())).asked, *[None] * 4))
            for code, portion in portions.items():
                rows.append(("   " + _code(sources, role, code), *_cells(sources, portion)))
    first = Column(say("column.name"), TEXT)
    return Table("costs", say("title.costs"), _portion_columns(sources, first), tuple(rows))


def profile(sources: Sources) -> Table:
    """Who was asked: sex, age, status, residency, access needs, form, channel, login."""
    say = sources.say
    rows = []
    for role, portions in sources.facts.profile.items():
        for code, portion in portions.items():
            name = _code(sources, role, code)
            if role == "form":
                name = sources.edition.forms[code].names[sources.language]
            rows.append((say(f"profile.{role}"), name, portion.part, portion.share))
    columns = (
        Column(say("column.cut"), TEXT),
        Column(say("column.name"), TEXT),
        Column(say("column.n"), WHOLE),
        Column(say("column.share"), SHARE),
    )
    return Table("profile", say("title.profile"), columns, tuple(rows))


def terms(sources: Sources) -> Table:
    """Days services took, and the part that took longer than the term, which stands beside in words."""
    say = sources.say
    rows, keys = [], []
    for key, found in sources.facts.terms.items():
        service = sources.catalogue.services[key]
        late = found.late
        share: Value = late.share
        if found.told < sources.edition.few_below and not sources.all_cuts:
            share = say("word.few")
        name = sources.service(key)
        rows.append(
            (name, service.term, found.told, found.mean_days, late.part if late.asked else None, share)
        )
        keys.append(("service", key))
    columns = (
        Column(say("column.service"), TEXT),
        Column(say("column.term"), TEXT),
        Column(say("column.n"), WHOLE),
        Column(say("column.days"), SCORE),
        Column(say("column.late"), WHOLE),
        Column(say("column.late_share"), SHARE),
    )
    return Table("terms", say("title.terms"), columns, tuple(rows), tuple(keys))


def sample(sources: Sources) -> Table:
    """What is done of the planned sample, and the margin of a share against the whole plan of a service.

    The planned sample is the finite population: done in full, it has no margin left.
    """
    say = sources.say
    rows, keys = [], []
    for key, found in sources.scores.services.items():
        plan, done = sources.catalogue.services[key].n_mass, found.stat.respondents
        name = sources.service(key)
        rows.append((name, done, plan, done / plan if plan else None, sample_margin(done, plan)))
        keys.append(("service", key))
    columns = (
        Column(say("column.service"), TEXT),
        Column(say("column.n"), WHOLE),
        Column(say("column.plan"), WHOLE),
        Column(say("column.done"), SHARE),
        Column(say("column.margin"), SHARE),
    )
    return Table("sample", say("title.sample"), columns, tuple(rows), tuple(keys))


def mystery(sources: Sources) -> Table:
    """What mystery shoppers scored, by service; in no rating."""
    say, found = sources.say, sources.mystery
    columns = [Column(say("column.service"), TEXT), Column(say("column.visits"), WHOLE)]
    columns += [Column(say(f"visit.{aspect}")) for aspect in ASPECTS]
    columns += [Column(say("column.score"))]

    def row(name: str, visited: Visited) -> tuple[Value, ...]:
        return (name, visited.visits, *(visited.aspects[aspect] for aspect in ASPECTS), visited.score)

    rows, keys = [], []
    for key, visited in found.services.items():
        rows.append(row(sources.service(key), visited))
        keys.append(("service", key))
    if found.whole is not None:
        rows.append(row(say("word.visits"), found.whole))
        keys.append(("", ""))
    return Table("mystery", say("title.mystery"), tuple(columns), tuple(rows), tuple(keys))


def _code(sources: Sources, role: str, code: str) -> str:
    """An answer's name; the code itself where a form has an answer we do not know."""
    words = sources.texts
    return words.get(f"{role}.{code}", words.get(f"code.{code}", code))
