"""What most expressions are made of: a question outside repeats, found by its path instead of walking to it.

What is compiled here is the method of a small object. A form has thousands of them, and closures, made of
several objects each, are three times as much for the processor to fetch: that is most of the time an answer
takes in a form too large for its caches.
"""

from __future__ import annotations

from collections.abc import Callable

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath.types import Context
from gsmon_desktop.forms.xpath.values import NAN, string_to_number, text_of

Nodes = Callable[[Context], list[Node]]
Test = Callable[[float, float], bool]


class Answer:
    """A plain absolute path, ``/data/g/x``. Where it is not in `Environment.answers` it is walked.

    `walk` compiles the walk, when it is first needed
    """

    __slots__ = ("_walk", "_walked", "name")

    def __init__(self, name: str, walk: Callable[[], Nodes]) -> None:
        self.name = name
        self._walk = walk
        self._walked: Nodes | None = None

    def nodes(self, context: Context) -> list[Node]:
        """The path's nodes."""
        node = context.env.answers.get(self.name)
        if node is not None:
            return [node] if node.relevant else []
        if self._walked is None:
            self._walked = self._walk()
        return self._walked(context)

    def text(self, context: Context) -> str:
        """The text of the first."""
        node = context.env.answers.get(self.name)
        if node is not None:
            return node.value if node.relevant else ""
        found = self.nodes(context)
        return text_of(found[0]) if found else ""

    def number(self, context: Context) -> float:
        """The number in the first, NaN where there is none."""
        node = context.env.answers.get(self.name)
        if node is not None:
            return string_to_number(node.value) if node.relevant else NAN
        return string_to_number(self.text(context))


class Against:
    """``/data/g/x > 3``: any of the nodes; without one, no number."""

    __slots__ = ("_answer", "_name", "_test", "_value")

    def __init__(self, answer: Answer, test: Test, value: float) -> None:
        self._answer = answer
        self._name = answer.name
        self._test = test
        self._value = value

    def holds(self, context: Context) -> bool:
        """Whether it is so."""
        node = context.env.answers.get(self._name)
        if node is not None:
            return self._test(string_to_number(node.value) if node.relevant else NAN, self._value)
        numbers = [string_to_number(text_of(node)) for node in self._answer.nodes(context)] or [NAN]
        return any(self._test(number, self._value) for number in numbers)


class Is:
    """``/data/g/x = 'yes'``, or != where not `wanted`: any of the nodes; without one, an empty text."""

    __slots__ = ("_answer", "_name", "_text", "_wanted")

    def __init__(self, answer: Answer, text: str, *, wanted: bool) -> None:
        self._answer = answer
        self._name = answer.name
        self._text = text
        self._wanted = wanted

    def holds(self, context: Context) -> bool:
        """Whether it is so."""
        node = context.env.answers.get(self._name)
        if node is not None:
            return ((node.value if node.relevant else "") == self._text) is self._wanted
        texts = [text_of(node) for node in self._answer.nodes(context)] or [""]
        return any((text == self._text) is self._wanted for text in texts)
