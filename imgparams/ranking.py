"""One intent for many targets, the least loss first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from imgparams.errors import Refused
from imgparams.intent import Intent
from imgparams.policy import ALL, Kinds, Policy, policy_of
from imgparams.target import Status, Target
from imgparams.translation import Translation, to_request


def rank(intent: Intent, targets: Iterable[Target], *, allow: Policy | Kinds = ALL) -> tuple[Translation, ...]:
    """The translations of an intent for these targets, the one with the least loss first.

    In this order: fewer asked fields dropped; fewer changes whose size has no measure; fewer changes of what was asked;
    a smaller sum of their losses; fewer things added; fewer needs; active, then preview, deprecated and retired; then
    as given. So a target that needs no change comes before one that does.

    A target that takes a change which `allow` does not allow is left out. Raises Refused where that leaves none of
    them, with the changes of the one that came nearest.
    """
    translations, refusals = [], []
    policy = policy_of(allow)
    for target in targets:
        try:
            translations.append(to_request(intent, target, allow=policy))
        except Refused as error:
            refusals.append(error)
    if refusals and not translations:
        raise min(refusals, key=lambda error: (len(error.refused), len(error.changes)))
    return tuple(sorted(translations, key=loss))


def loss(done: Translation) -> tuple[float, ...]:
    """What a translation loses, by which `rank` orders, the least first; the numbers only compare."""
    moved = [change for change in done.changes if change.kind != "added"]
    dropped = sum(change.kind == "dropped" for change in moved)
    losses = [change.loss for change in moved if change.loss < float("inf")]
    added = len(done.changes) - len(moved)
    standing = get_args(Status).index(done.target.status)
    return dropped, len(moved) - len(losses), len(moved), sum(losses), added, len(done.needs), standing
