"""What is to be said of a target, a row, a rule and a capability, as plain text; the words that every page shows.

`imgparams show`, the site and the explorer are made from these. Leaves out how a page looks: no screen, no markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from imgparams.texts import shown

if TYPE_CHECKING:
    from imgparams.capability import Capability
    from imgparams.narrowing import Effect
    from imgparams.target import Row, Target

#: what a target does with fields that it has no row for, by its `unknown`
UNKNOWN: Mapping[str, str] = {
    "refused": "the vendor refuses fields that are not here",
    "ignored": "the vendor ignores fields that are not here",
    "forwarded": "fields that are not here are passed on",
    "unsaid": "the vendor does not say what it does with fields that are not here",
}


class Sentence(NamedTuple):
    """What a rule says, what happens where it is broken, and where that stands, "" where it is the target's page."""

    why: str
    effect: Effect
    source: str


def head(name: str, target: Target) -> Iterator[tuple[str, str]]:
    """(key, value) of each fact of a target that is listed as `name`; status, rows, rules and operations not."""
    yield "call", f"{target.method} {target.path}{' (multipart)' if target.content == 'multipart' else ''}"
    if target.name != name:
        yield "name", target.name
    if target.model:
        yield "model", target.model
    if target.aliases:
        yield "aliases", ", ".join(target.aliases)
    if target.retired:
        yield "ends", target.retired
    yield "docs", target.docs
    yield "checked", target.checked
    yield "unknown", UNKNOWN[target.unknown]
    if target.note:
        yield "note", target.note


def required(row: Row) -> bool:
    """Whether every request has this row's wires; a constant is required unless it says otherwise."""
    return row.always_sent


def facts(row: Row) -> Iterator[str]:
    """What absence, null and other values of a row mean, after what `row.describe()` says."""
    if required(row):
        yield "required"
    several = len(row.wires) > 1
    for wire, value, when in row.defaults():
        where = " and ".join(f"{other} is {domain.describe()}" for other, domain in when.items())
        yield f"default {f'{wire} ' if several else ''}{shown(value)}{f' where {where}' if where else ''}"
    if row.nullable_wires:
        yield "may be null"
    if unset := [shown(value) for _, value in row.unset_words()]:
        yield f"not asked: {', '.join(unset)}"
    if row.accepts is not None:
        yield f"taken and altered: {row.accepts.describe()}"


def remarks(row: Row) -> Iterator[str]:
    """What the table says of a row in words: deprecated, disputed, its note, its source."""
    if row.deprecated:
        yield f"deprecated: {row.deprecated}"
    if row.disputed:
        yield f"disputed: {row.disputed}"
    if row.note:
        yield row.note
    if row.source:
        yield f"source: {row.source}"


def sentences(target: Target) -> list[Sentence]:
    """What the rules of a target say, each sentence once, with every source of it."""
    sources: dict[tuple[str, Effect], dict[str, None]] = {}
    for rule in target.rules:
        said = sources.setdefault((rule.why, rule.effect), {})
        if rule.source:
            said[rule.source] = None
    return [Sentence(why, effect, "; ".join(said)) for (why, effect), said in sources.items()]


def takes(found: Capability) -> str:
    """What a capability takes, in one line, every word of it; `export.cell` is shorter."""
    words = [shown(word) if isinstance(word, bool) else str(word) for word in found.values]
    if found.type == "images":
        return ", as ".join(["any number" if found.max is None else f"up to {found.max:g}", " or ".join(words)])
    if found.type == "boolean":
        return " or ".join(words) or "true or false"
    if found.type == "range" and words:
        return " to ".join(words)
    ends = _ends(found)
    if found.type in ("text", "list"):
        return f"{found.type}, {ends} {found.unit}" if ends else found.type
    parts = [" ".join(words) if found.wires else f"always {' '.join(words)}"] if words else []
    return ", or ".join([*parts, ends] if ends else parts) or "any"


def _ends(found: Capability) -> str:
    low, high = (None if end is None else f"{end:.15g}" for end in (found.min, found.max))
    step = f" in steps of {found.step:g}" if found.step not in (None, 1) else ""
    if low is None and high is None:
        return step.strip()
    if low == high:
        return f"{low}"
    return (f"up to {high}" if low is None else f"from {low}" if high is None else f"{low} to {high}") + step
