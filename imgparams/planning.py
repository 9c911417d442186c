"""Plans several requests for one intent, if a target can't make all its images in one."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from imgparams.catalog import TargetName, target_of
from imgparams.engine.reading import Asked, asked_of, overlaid, read
from imgparams.engine.solving import solve
from imgparams.errors import Change, Problem, Refused
from imgparams.intent import NO_SEED, Intent
from imgparams.policy import SAFE, Kinds, Policy, policy_of
from imgparams.target import Target
from imgparams.translation import Translation, not_an_intent, operation_for, translate


def plan(
    intent: Intent, target: Target | TargetName | str, *, allow: Policy | Kinds = SAFE, limit: int = 100
) -> tuple[Translation, ...]:
    """Returns the requests that together make the `n` images of an intent; no seed is used twice.

    If the seeds of the whole run don't fit, the first seed is lowered (a change of the first request); a vendor's fixed
    default seed counts as set. Raises Refused above `limit` requests, or if the vendor has fewer seeds than images, and
    UnknownTarget.
    """
    if not isinstance(intent, Intent):
        raise TypeError(not_an_intent(intent))
    policy = policy_of(allow)
    target = operation_for(intent, target_of(target))
    asked = asked_of(intent, target)
    wanted = asked.fields.get("n")
    first = translate(asked, target, policy.allowing("n"))
    if wanted is None or first.count is None or first.count >= wanted:
        return (translate(asked, target, policy),)
    if wanted > limit * first.count:
        why = f"{wanted} images take more than {limit} requests of up to {first.count}"
        raise Refused([Problem("error", "too_many", ("n",), wanted, why, field="n")], first.changes, first.changes)
    seed, change = _first_seed(asked, target, wanted)
    if change and not policy.allows(change):
        raise Refused(changes=(*first.changes, change), refused=(change,))
    parts = tuple(_run(asked, target, policy, seed, change, limit))
    _refuse_repeats(parts)
    return parts


def _refuse_repeats(parts: tuple[Translation, ...]) -> None:
    """Raises Refused if a seed is used twice, because an image made twice is paid for twice."""
    end: int | None = None
    for part in parts:
        seed = read(part.target, part._flat).fields.get("seed")
        if seed is None:
            return
        if end is not None and seed < end:
            why = f"the seed {seed} would be used twice"
            raise Refused(
                [Problem("error", "conflict", ("seed",), seed, why, field="seed")], part.changes, part.changes
            )
        end = seed + (part.count or 1)


def _run(
    asked: Asked, target: Target, policy: Policy, seed: int | None, change: Change | None, limit: int
) -> Iterator[Translation]:
    left, done, calls = asked.fields["n"], 0, 0
    while left > 0:
        calls += 1
        if calls > limit:
            why = f"this takes more than {limit} requests"
            raise Refused([Problem("error", "too_many", ("n",), asked.fields["n"], why)])
        extra = (change,) if change and calls == 1 else ()
        fields = {**asked.fields, "n": left}
        if seed is not None:
            fields["seed"] = seed + done
        part = translate(evolve(asked, fields=fields), target, policy.allowing("n"), extra)
        number = part.count or left
        fields["n"] = min(number, left)
        if number != left:
            part = translate(evolve(asked, fields=fields), target, policy, extra)
        yield part
        left, done = left - number, done + number


def _first_seed(asked: Asked, target: Target, wanted: int) -> tuple[int | None, Change | None]:
    rows = target.by_field.get("seed", ())
    if not rows:
        return None, None
    from imgparams.tables.domains import Int

    domain = rows[0].domain
    if domain is not None:  # rules may leave fewer seeds than the row
        domain = solve(target, asked, every_rule=True).limits.domain(rows[0].wires[0], domain)
    seed = None if asked.fields.get("seed") == NO_SEED else asked.fields.get("seed")
    first = overlaid(target, {}).get("seed") if seed is None else seed
    if first is None or not isinstance(domain, Int):
        return None, None
    first = domain.fold(first, rows[0].unset)
    low, high = domain.bounds()
    unsent = (*rows[0].unset, NO_SEED)
    start = _past(first if low is None else max(first, low), wanted, unsent)
    if high is not None:
        start = min(start, _before(high - wanted + 1, wanted, unsent))
    if low is not None and start < low:
        why = f"{wanted} images need {wanted} seeds in a row: {domain.describe()}"
        raise Refused([Problem("error", "out_of_range", ("seed",), first, why, field="seed")])
    if seed is None or start == seed:
        return start, None
    why = f"{wanted} images need {wanted} seeds in a row: {domain.describe()}"
    return start, Change("seed", "clamped", seed, start, why, abs(seed - start) / max(abs(seed), 1))


def _past(start: int, wanted: int, unsent: tuple[object, ...]) -> int:
    """Returns the first start from which no seed of the run means "not set"."""
    for word in sorted(word for word in unsent if isinstance(word, int)):
        start = word + 1 if start <= word < start + wanted else start
    return start


def _before(start: int, wanted: int, unsent: tuple[object, ...]) -> int:
    """Returns the same from the other end."""
    for word in sorted((word for word in unsent if isinstance(word, int)), reverse=True):
        start = word - wanted if start <= word < start + wanted else start
    return start
