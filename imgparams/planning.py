"""Several requests for one intent: of one target that can't give all its images in one, or one of each target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from attrs import evolve

from imgparams.engine import Asked, asked_of, overlaid, read, solve
from imgparams.intent import Intent
from imgparams.policy import ALL, Kinds, Policy, policy_of
from imgparams.report import Change, Problem, Refused
from imgparams.target import Status, Target
from imgparams.translation import Translation, operation_for, to_request, translate


def plan(intent: Intent, target: Target, *, allow: Policy | Kinds = ALL, limit: int = 100) -> tuple[Translation, ...]:
    """The requests that together give the `n` images of an intent, no seed twice.

    The first seed is lowered so that the whole run fits (a change of the first request); a vendor's fixed default seed
    counts as asked. Raises Refused above `limit` requests, or where the vendor has fewer seeds than images.
    """
    policy = policy_of(allow)
    target = operation_for(intent, target)
    asked = asked_of(intent, target)
    wanted = asked.fields.get("n")
    first = translate(asked, target, policy.allowing("n"))
    if wanted is None or first.count is None or first.count >= wanted:
        return (translate(asked, target, policy),)
    if -(-wanted // first.count) > limit:
        why = f"{wanted} images take more than {limit} requests of at most {first.count}"
        raise Refused([Problem("error", "too_many", ("n",), wanted, why, field="n")], first.changes, first.changes)
    seed, change = _first_seed(asked, target, wanted)
    if change and not policy.allows(change):
        raise Refused(changes=(*first.changes, change), refused=(change,))
    parts = tuple(_run(asked, target, policy, seed, change, limit))
    _refuse_repeats(parts)
    return parts


def _refuse_repeats(parts: tuple[Translation, ...]) -> None:
    """An image that comes twice is paid for twice."""
    end: int | None = None
    for part in parts:
        seed = read(part.target, part._flat).fields.get("seed")
        if seed is None:
            return
        if end is not None and seed < end:
            why = f"the seed {seed} would come twice"
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
            raise Refused([Problem("error", "too_many", ("n",), asked.fields["n"], f"more than {limit} requests")])
        extra = (change,) if change and calls == 1 else ()
        fields = {**asked.fields, "n": left}
        if seed is not None:
            fields["seed"] = seed + done
        part = translate(evolve(asked, fields=fields), target, policy.allowing("n"), extra)
        number = part.count or left
        if number < left:
            fields["n"] = number
        if number != left:
            part = translate(evolve(asked, fields=fields), target, policy, extra)
        yield part
        left, done = left - number, done + number


def _first_seed(asked: Asked, target: Target, wanted: int) -> tuple[int | None, Change | None]:
    rows = target.by_field.get("seed", ())
    if not rows:
        return None, None
    from imgparams.rows import narrow

    domain: Any = getattr(rows[0], "domain", None)
    if domain is not None:  # rules may leave fewer seeds than the row
        domain = narrow(domain, solve(target, asked).limits.get(rows[0].wires[0], ()))
    seed = asked.fields.get("seed")
    known = overlaid(target, {}).get("seed") if seed is None else seed
    if known is None or not hasattr(domain, "bounds"):
        return None, None
    low, high = domain.bounds()
    start = known if high is None else min(known, high - wanted + 1)
    start = _past(start if low is None else max(start, low), wanted, getattr(rows[0], "unset", ()))
    if high is not None and start + wanted - 1 > high:
        start = _before(high - wanted + 1, wanted, getattr(rows[0], "unset", ()))
    if (low is not None and start < low) or (high is not None and start + wanted - 1 > high):
        why = f"{wanted} images need as many seeds: {domain.describe()}"
        raise Refused([Problem("error", "out_of_range", ("seed",), known, why, field="seed")])
    if seed is None or start == seed:
        return start, None
    why = f"the seeds of {wanted} images, one after the other: {domain.describe()}"
    return start, Change("seed", "clamped", seed, start, why, abs(seed - start) / max(abs(seed), 1))


def _past(start: int, wanted: int, unset: tuple[object, ...]) -> int:
    """The first start from which no seed of the run is a word for "not asked"."""
    for word in sorted(word for word in unset if isinstance(word, int)):
        start = word + 1 if start <= word < start + wanted else start
    return start


def _before(start: int, wanted: int, unset: tuple[object, ...]) -> int:
    """The same from the other end."""
    for word in sorted((word for word in unset if isinstance(word, int)), reverse=True):
        start = word - wanted if start <= word < start + wanted else start
    return start


def rank(intent: Intent, targets: Iterable[Target], *, allow: Policy | Kinds = ALL) -> tuple[Translation, ...]:
    """The translations of an intent for these targets, the one with the least loss first.

    In this order: fewer asked fields dropped; fewer changes whose size has no measure; fewer changes of what was asked;
    a smaller sum of their losses; fewer things added; fewer needs; active, then preview, deprecated and retired; then
    as given. So a target that needs no change comes before one that does.

    A target that takes a change which `allow` does not allow is left out. Raises Refused where that leaves none of
    them, with the changes of the one that came nearest.
    """
    found, refusals = [], []
    policy = policy_of(allow)
    for target in targets:
        try:
            found.append(to_request(intent, target, allow=policy))
        except Refused as error:
            refusals.append(error)
    if refusals and not found:
        raise min(refusals, key=lambda error: (len(error.refused), len(error.changes)))
    return tuple(sorted(found, key=loss))


def loss(done: Translation) -> tuple[float, ...]:
    """What a translation loses, by which `rank` orders, the least first; the numbers only compare."""
    moved = [change for change in done.changes if change.kind != "added"]
    dropped = sum(change.kind == "dropped" for change in moved)
    losses = [change.loss for change in moved if change.loss < float("inf")]
    added = len(done.changes) - len(moved)
    standing = get_args(Status).index(done.target.status)
    return dropped, len(moved) - len(losses), len(moved), sum(losses), added, len(done.needs), standing
