"""The smallest legal request of a target, and cases made of it with other wires in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from imgparams.checking import check
from imgparams.contract import AnyRule
from imgparams.errors import ImgparamsError, Problem
from imgparams.intent import Intent
from imgparams.paths import parse, rebuild
from imgparams.policy import ALL
from imgparams.target import Target
from imgparams.testing.properties import finished
from imgparams.testing.worked_cases import Case, text_of
from imgparams.texts import path_text
from imgparams.translation import to_request


@frozen
class Smallest:
    """What a target is sent if nothing is set, every need answered; raises AssertionError if it is not legal.

    `flat` is that request by wire, `problems` its warnings.
    """

    target: Target
    flat: Mapping[str, object] = field(init=False)
    problems: tuple[Problem, ...] = field(init=False)

    @flat.default
    def _flat(self) -> Mapping[str, object]:
        try:
            body: Any = finished(to_request(Intent(), self.target, allow=ALL)).request
        except ImgparamsError as error:  # a table that contradicts itself
            raise AssertionError(str(error)) from error
        return self.target.tree.flatten(body[0] if self.target.in_list and isinstance(body, list) else body)

    @problems.default
    def _problems(self) -> tuple[Problem, ...]:
        request = rebuild(self.flat)
        problems = tuple(problem for problem in check(request, self.target) if problem.code != "unverified")
        if any(problem.level == "error" for problem in problems):
            raise AssertionError(f"{self.target.name}: {request} is no legal request: {'; '.join(map(str, problems))}")
        return problems

    def case(
        self,
        title: str,
        wires: Mapping[str, object],
        problems: Iterable[str] = (),
        instead_of: Iterable[str] = (),
        aside: AnyRule | None = None,
    ) -> Case:
        """Returns the case of this request with some wires in place of others, and the problems that those must have.

        Broken rules are expected too, but for one that is tried itself and stays aside.
        """
        own = [parse(wire) for wire in instead_of]
        kept = [problem for problem in self.problems if not any(problem.path[: len(path)] == path for path in own)]
        before = Counter(map(text_of, kept)) - Counter(self._by_rules(self.flat))
        flat = {**{wire: value for wire, value in self.flat.items() if parse(wire) not in own}, **wires}
        return {
            "case": title,
            "target": self.target.name,
            "source": "drawn from the table",
            "request": rebuild(flat),
            "problems": [*before.elements(), *problems, *self._by_rules(flat, aside)],
        }

    def _by_rules(self, flat: Mapping[str, object], aside: AnyRule | None = None) -> list[str]:
        view = self.target.view(self.target.present(flat))
        rules = [rule for rule in self.target.rules if rule is not aside]
        return [text_of_rule(rule, wire) for rule in rules for wire, _, _ in rule.broken(view)]


def text_of_rule(rule: AnyRule, wire: str) -> str:
    """Returns the problem of a rule that is broken at a wire, as cases have it."""
    code = "conflict" if rule.effect == "refused" else f"warning {rule.effect}"
    return f"{code} {path_text(parse(wire))}"
