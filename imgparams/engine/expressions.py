"""The expressions of domains, rules and defaults in the code that is made of a target (`preparing`, `writing`).

An expression of a domain may be narrower than it (20.0 is a whole number, and looked at), never wider; that of a
condition is exact. What has no expression is called by a bound name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from imgparams.contract import AnyRule, Default
from imgparams.values import is_number, unreadable

if TYPE_CHECKING:
    from imgparams.tables.domains import Domain
    from imgparams.target import Target

MISSING = object()  # M in the code


class Code:
    """The lines of one function, the values that they name, and the expressions of a target's domains and rules."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.names: dict[str, object] = {}
        self.lines: list[str] = []
        self.at: dict[str, str] = {}  # wire -> the name of its value, M where it is absent, or never there
        self.files = self.target.content == "multipart"
        self.defaults = {wire: value for wire, value, when in reversed(self.target.row_defaults) if not when}
        self.conditional: dict[str, list[Default]] = {}  # of wires that have no other
        for default in self.target.row_defaults:
            if default[2] and default[0] not in self.defaults:
                self.conditional.setdefault(default[0], []).append(default)
        #: wires whose default depends on one that depends on others itself
        self.tangled = {
            wire
            for wire, defaults in self.conditional.items()
            if any(other in self.conditional for _, _, when in defaults for other in when)
        }

    def bind(self, value: object) -> str:
        """Returns a name for a value of the table."""
        name = f"k{len(self.names)}"
        self.names[name] = value
        return name

    def add(self, depth: int, line: str) -> None:
        self.lines.append("    " * depth + line)

    # ---- domains

    def test(self, domain: Domain, value: str) -> str:
        """Returns an expression that is true only for members of a domain; a class of one's own tells them itself."""
        from imgparams.tables.domains import Int, Num, OneOf
        from imgparams.tables.words import Text, Words

        if type(domain) is Int:
            step = f"{value} % {domain.multiple_of} == 0" if domain.multiple_of > 1 else ""
            return all_of(f"type({value}) is int", *between(domain.min, domain.max, value), step)
        if type(domain) is Num:
            finite = "" if None not in (domain.min, domain.max) else f"{value} - {value} == 0"
            of_type = f"(type({value}) is float or type({value}) is int)"
            return all_of(of_type, finite, *between(domain.min, domain.max, value))
        if type(domain) is Text and domain.pattern is None:
            length = between(domain.min_length or None, domain.max_length, f"len({value})")
            return all_of(f"type({value}) is str", *length, f"({value}.isascii() or clean({value}))")
        if isinstance(domain, (OneOf, Words)) and not domain.is_open:
            words = self._one_of(domain.words, value)
            if words:
                return words
        return f"{self.bind(self._member(domain))}({value})"

    def _one_of(self, words: Sequence[object], value: str) -> str:
        """Returns the expression of plain words, "" if there are others."""
        flags = [word for word in words if isinstance(word, bool)]
        texts = [word for word in words if isinstance(word, str)]
        numbers = [word for word in words if is_number(word)]
        if len(flags) + len(texts) + len(numbers) < len(words):
            return ""
        tests = [f"{value} is {flag}" for flag in flags]
        if texts:
            tests.append(f"type({value}) is str and {value} in {self.bind(frozenset(texts))}")
        if numbers:
            of_type = f"(type({value}) is int or type({value}) is float)"
            tests.append(f"{of_type} and {value} in {self.bind(frozenset(numbers))}")
        return any_of(*tests)

    def _member(self, domain: Domain) -> Callable[[object], bool]:
        files = self.files
        return lambda value: domain.has(value) and not any(unreadable(value, files=files))

    def broken(self, rule: AnyRule) -> str:
        """Returns the expression of a rule that is broken, "" if it has none."""
        from imgparams.tables.rules import Rule

        if not isinstance(rule, Rule):
            return ""
        if self.tangled.intersection(rule.wires):
            return ""
        when = [all_of(*(self.held(wire, c, broken=False) for wire, c in some.items())) for some in rule.when]
        then = [self.held(wire, condition, broken=True) for wire, condition in rule.then.items()]
        return all_of(any_of(*when), any_of(*then))

    def held(self, wire: str, condition: Domain, *, broken: bool) -> str:
        """Returns the expression of a condition that is met, or broken, by a wire or its default."""
        from imgparams.tables.conditions import ABSENT, OFF, PRESENT
        from imgparams.tables.domains import Domain

        value, conditional = self.at[wire], self.conditional.get(wire)
        if condition in (PRESENT, ABSENT):
            absent = (condition == ABSENT) != broken
            return str(absent) if value == "M" else f"{value} is {'' if absent else 'not '}M"
        default = self.defaults.get(wire)
        silent = str(condition.is_broken(False, default) if broken else condition.is_met(False, default))
        if conditional:
            asked = self.bind(condition.is_broken if broken else condition.is_met)
            silent = f"{asked}(False, {self._silent(conditional)})"
        if value == "M":
            return silent
        usual = type(condition).is_met is Domain.is_met and type(condition).is_broken is Domain.is_broken
        if condition == OFF or usual:
            domain = self.target.by_wire[wire].domain
            has = f"{value} is False" if condition == OFF else self._exactly(condition, value, domain)
            said = f"not ({has})" if broken else has
        else:
            said = f"{self.bind(condition.is_broken if broken else condition.is_met)}(True, {value})"
        return f"({said} if {value} is not M else {silent})"

    def _exactly(self, condition: Domain, value: str, domain: Domain | None) -> str:
        """Returns the expression that is true just where a condition has a value that is legal for its row."""
        from imgparams.tables.conditions import Not
        from imgparams.tables.domains import Int, OneOf

        if isinstance(condition, Not):
            return f"not ({self._exactly(condition.domain, value, domain)})"
        if type(condition) is Int and type(domain) is Int:
            return self.test(condition, value)
        if isinstance(condition, OneOf) and not condition.open:
            flags = [word for word in condition.words if isinstance(word, bool)]
            texts = [word for word in condition.words if isinstance(word, str)]
            if len(flags) + len(texts) == len(condition.words):
                is_text = f"isinstance({value}, str) and {value} in {self.bind(frozenset(texts))}" if texts else "False"
                return any_of(*(f"{value} is {flag}" for flag in flags), is_text)
        return f"{self.bind(condition.has)}({value})"

    def _silent(self, conditional: list[Default]) -> str:
        """Returns the expression of a default that depends on other wires."""
        text = "None"
        for _, value, when in reversed(conditional):
            met = all_of(*(self.held(wire, condition, broken=False) for wire, condition in when.items()))
            text = f"({self.bind(value)} if {met} else {text})"
        return text


def clean(text: str) -> bool:
    """Whether a text is JSON: no lone surrogate."""
    return text.isascii() or not any(unreadable(text))


def between(low: float | None, high: float | None, value: str) -> list[str]:
    if low is not None and high is not None:
        return [f"{low!r} <= {value} <= {high!r}"]
    return [f"{value} >= {low!r}"] * (low is not None) + [f"{value} <= {high!r}"] * (high is not None)


def all_of(*tests: str) -> str:
    """Returns the expression of all of these, told at once where one is known."""
    return "False" if "False" in tests else " and ".join(test for test in tests if test not in ("", "True")) or "True"


def any_of(*tests: str) -> str:
    """Returns the expression of any of these, told at once where one is known."""
    if "True" in tests:
        return "True"
    possible = [f"({test})" for test in tests if test != "False"]
    return f"({' or '.join(possible)})" if possible else "False"
