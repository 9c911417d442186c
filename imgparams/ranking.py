"""Ranks targets for one intent, least loss first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from imgparams.errors import Refused
from imgparams.intent import Intent
from imgparams.policy import SAFE, Kinds, Policy, policy_of
from imgparams.target import Status, Target
from imgparams.translation import Translation, to_request


def rank(intent: Intent, targets: Iterable[Target], *, allow: Policy | Kinds = SAFE) -> tuple[Translation, ...]:
    """Returns the translations of an intent for these targets, the one that loses least first.

    Those without a change come first: what is known to work before what is not (`Translation.unverified`), then those
    without an open need. The others follow by: fewer set fields dropped; fewer changes without a measurable loss; fewer
    changes of set fields; a smaller sum of losses; fewer things added; then the same two. Then active before preview,
    deprecated and retired, fewer needs, and the given order.

    Targets that need a change which `allow` does not allow are left out. If none is left, raises Refused with the
    changes of the best one.
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
    """Returns the sort key of `rank`, least loss first; its numbers are only for comparing."""
    moved = [change for change in done.changes if change.kind != "added"]
    dropped = sum(change.kind == "dropped" for change in moved)
    losses = [change.loss for change in moved if change.loss < float("inf")]
    added = len(done.changes) - len(moved)
    standing = get_args(Status).index(done.target.status)
    loss = dropped, len(moved) - len(losses), len(moved), sum(losses), added
    return bool(done.changes), *loss, bool(done.unverified), bool(done.needs), standing, len(done.needs)
