"""Ranks targets for one intent, least loss first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from imgparams.catalog import TargetName
from imgparams.errors import Refused
from imgparams.intent import Intent
from imgparams.policy import SAFE, Kinds, Policy, policy_of
from imgparams.target import Status, Target
from imgparams.texts import html_table
from imgparams.translation import Translation, to_request


class Ranking(tuple[Translation, ...]):
    """Translations, best first; printed, a line each."""

    __slots__ = ()

    def __repr__(self) -> str:
        lines = [f"{place}. {done.target.name}: {_told(done)}" for place, done in enumerate(self, 1)]
        more = [f"... and {len(lines) - _MOST_LINES} more"] if len(lines) > _MOST_LINES else []
        return "\n".join([*lines[:_MOST_LINES], *more])

    def _repr_html_(self) -> str:
        rows = [(str(place), done.target.name, _told(done)) for place, done in enumerate(self, 1)]
        return html_table(("", "target", "what is not as asked"), rows)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))


_MOST_LINES = 20


def _told(done: Translation) -> str:
    told = [", ".join(f"{change.field} {change.kind}" for change in done.changes) or "as asked"]
    if done.unverified:
        told.append(f"not confirmed: {', '.join(done.unverified)}")
    if done.needs:
        told.append(f"needs {', '.join(need.at for need in done.needs)}")
    return "; ".join(told)


def rank(intent: Intent, targets: Iterable[Target | TargetName | str], *, allow: Policy | Kinds = SAFE) -> Ranking:
    """Returns the translations of an intent for these targets or names of targets, the one that loses least first.

    Those without a change come first: what is known to work before what is not (`Translation.unverified`), then those
    without an open need. The others follow by: fewer set fields dropped; fewer changes without a measurable loss; fewer
    changes of set fields; a smaller sum of losses; fewer things added; then the same two. Then active before preview,
    deprecated and retired, fewer needs, and the given order.

    Targets that need a change which `allow` does not allow are left out. If none is left, raises Refused with the
    changes of the best one. Raises UnknownTarget too.
    """
    if isinstance(targets, (str, Target)):
        raise TypeError("targets must be several targets or names, such as CATALOG.offers(...), not one")
    translations, refusals = [], []
    policy = policy_of(allow)
    for target in targets:
        try:
            translations.append(to_request(intent, target, allow=policy))
        except Refused as error:
            refusals.append(error)
    if refusals and not translations:
        raise min(refusals, key=lambda error: (len(error.refused), len(error.changes)))
    return Ranking(sorted(translations, key=loss))


def loss(done: Translation) -> tuple[float, ...]:
    """Returns the sort key of `rank`, least loss first; its numbers are only for comparing."""
    moved = [change for change in done.changes if change.kind != "added"]
    dropped = sum(change.kind == "dropped" for change in moved)
    losses = [change.loss for change in moved if change.loss < float("inf")]
    added = len(done.changes) - len(moved)
    standing = get_args(Status).index(done.target.status)
    loss = dropped, len(moved) - len(losses), len(moved), sum(losses), added
    return bool(done.changes), *loss, bool(done.unverified), bool(done.needs), standing, len(done.needs)
