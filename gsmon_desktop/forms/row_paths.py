"""Absolute paths inside repeats lead to the row they are read from, as in Collect and Enketo.

OpenRosa XForms, "A Big Deviation with XForms": where XForms would take the first row or all of them, an
absolute path that passes through a repeat around the question means that question's own row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from gsmon_desktop.forms.definition import Itemset, Rules, SetValue, Text
from gsmon_desktop.forms.xpath import XPathError
from gsmon_desktop.forms.xpath.lexer import NAME, PATH, SYMBOL, Token, tokens

_WHOLE = {"indexed-repeat": (0, 1, 3, 5)}
"""Arguments that name a repeat or a question of all rows, whoever asks."""


def in_row(text: str, path: str, repeats: Collection[str]) -> str:
    """The expression of the element at `path`, its absolute paths through `repeats` around that element made
    relative. A step with a predicate chooses its rows itself and stays."""
    around = [repeat for repeat in repeats if f"{path}/".startswith(f"{repeat}/")]
    if not any(f"{repeat}/" in "".join(text.split()) for repeat in around):
        return text
    try:
        found = list(_starts(tokens(text)))
    except XPathError:
        return text  # told with its place when it is compiled
    made, at = "", 0
    for start, steps, inside in found:
        fitting = [repeat for repeat in around if _leads(repeat, steps)]
        if fitting:
            repeat = max(fitting, key=len)
            up = path.count("/") - repeat.count("/")
            ways = "/".join([".."] * up) or "."
            made += text[at:start] + (f"current()/{ways}" if inside else ways)
            at = steps[repeat.count("/") - 1][1]
    return made + text[at:]


def rules_in_row(rules: Rules, path: str, repeats: Collection[str]) -> Rules:
    """The rules of an element with their paths made those of its row."""
    return replace(
        rules,
        relevant=in_row(rules.relevant, path, repeats),
        required=in_row(rules.required, path, repeats),
        constraint=in_row(rules.constraint, path, repeats),
        calculate=in_row(rules.calculate, path, repeats),
        readonly=in_row(rules.readonly, path, repeats),
    )


def text_in_row(text: Text, path: str, repeats: Collection[str]) -> Text:
    """A label or hint with its outputs made those of its row."""
    return replace(text, parts=parts_in_row(text.parts, path, repeats), ref=in_row(text.ref, path, repeats))


def parts_in_row(parts: tuple[str, ...], path: str, repeats: Collection[str]) -> tuple[str, ...]:
    """The parts of a text: those at odd places are expressions."""
    return tuple(in_row(part, path, repeats) if at % 2 else part for at, part in enumerate(parts))


def itemset_in_row(itemset: Itemset | None, path: str, repeats: Collection[str]) -> Itemset | None:
    """Where choices come from, seen from the question's row."""
    return itemset and replace(itemset, nodeset=in_row(itemset.nodeset, path, repeats))


def action_in_row(action: SetValue, repeats: Collection[str]) -> SetValue:
    """An action, its expression seen from the row of its target."""
    return replace(action, value=in_row(action.value, action.target, repeats))


def _leads(repeat: str, steps: list[tuple[str, int]]) -> bool:
    """Whether the path goes through the repeat and on; `steps` are its plain steps."""
    names = repeat.split("/")[1:]
    return len(steps) > len(names) and [name for name, _ in steps[: len(names)]] == names


def _starts(found: list[Token]) -> Iterator[tuple[int, list[tuple[str, int]], bool]]:
    """Absolute paths: where each begins, its first steps with where each ends, whether in a predicate.

    The last step is only told for whether the path goes on, so one with a predicate may be it.
    """
    calls: list[tuple[str, int]] = []
    depth = at = 0
    operand = False
    while at < len(found):
        kind, text, position = found[at]
        whole = any(place in _WHOLE.get(name, ()) for name, place in calls)
        if kind == PATH and text.startswith("/") and not whole:
            yield position, _cut(text, position), depth > 0
        elif kind == SYMBOL and text == "/" and not operand and found[at + 1].kind == NAME:
            steps, at = _walk(found, at)
            if not whole:
                yield position, steps, depth > 0
            operand = True
            continue
        elif kind == SYMBOL and text in "()":
            if text == "(":
                before = found[at - 1] if at else None
                calls.append((before.text if before is not None and before.kind == NAME else "", 0))
            elif calls:
                calls.pop()
        elif kind == SYMBOL and text == "," and calls:
            calls[-1] = (calls[-1][0], calls[-1][1] + 1)
        elif kind == SYMBOL and text in "[]":
            depth += 1 if text == "[" else -1
        operand = kind in (NAME, PATH) or (kind == SYMBOL and text in (")", "]", ".", "..", "*"))
        at += 1


def _cut(text: str, position: int) -> list[tuple[str, int]]:
    """The steps of a path that is one token, with where each ends."""
    steps, end = [], position
    for name in text.split("/")[1:]:
        end += len(name) + 1
        steps.append((name, end))
    return steps


def _walk(found: list[Token], at: int) -> tuple[list[tuple[str, int]], int]:
    """The steps of a path of several tokens up to the first predicate or axis, and the token after them."""
    steps: list[tuple[str, int]] = []
    while found[at].text == "/" and found[at].kind == SYMBOL and found[at + 1].kind == NAME:
        name = found[at + 1]
        steps.append((name.text, name.position + len(name.text)))
        at += 2
        if found[at].kind == SYMBOL and found[at].text == "[":
            break
    return steps, at
