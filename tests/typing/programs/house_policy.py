"""A house policy: never another size, fewer images are fine, quality may go in silence."""

from __future__ import annotations

from imgparams import Change, Intent, Policy, Refused, Target, plan, to_request

HOUSE = Policy(size=(), n="clamped", quality="dropped", within=0.01)


def loud(intent: Intent, target: Target) -> list[Change]:
    return [change for change in to_request(intent, target, allow=HOUSE).changes if change.field != "quality"]


def refused_fields(intent: Intent, target: Target) -> set[str]:
    try:
        to_request(intent, target, allow=HOUSE)
    except Refused as error:
        return {change.field for change in error.refused}
    return set()


def bodies(intent: Intent, target: Target) -> list[dict[str, object]]:
    return [part.request for part in plan(intent, target, allow=HOUSE, limit=10)]
