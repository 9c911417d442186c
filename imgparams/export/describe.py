"""Describes a target, a row, a rule and a capability in plain text, for every page that shows them.

`imgparams show`, the site and the explorer use these. Leaves out how a page looks: no screen, no markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from imgparams.texts import how_many, listed, shown

if TYPE_CHECKING:
    from imgparams.capability import Capability
    from imgparams.contract import Effect, Row
    from imgparams.target import Target

#: what a target does with fields that it has no row for, by its `unknown`
UNKNOWN: Mapping[str, str] = {
    "refused": "the vendor refuses fields that are not listed here",
    "ignored": "the vendor ignores fields that are not listed here",
    "forwarded": "fields that are not listed here are passed on",
    "unsaid": "the vendor does not document what it does with fields that are not listed here",
}


class Sentence(NamedTuple):
    """A rule's reason, what happens if it is broken, and its source, "" if that is the target's page."""

    why: str
    effect: Effect
    source: str


def head(name: str, target: Target) -> Iterator[tuple[str, str]]:
    """Yields (key, value) for each fact of a target listed as `name`, except status, rows, rules and operations."""
    multipart = " (multipart)" if target.content == "multipart" else ""
    yield "call", f"{target.method} {target.base_url}{target.path}{multipart}"
    if target.name != name:
        yield "name", target.name
    if target.model:
        yield "model", target.model
    if target.serves:
        yield "serves", target.serves
    if target.aliases:
        yield "aliases", ", ".join(target.aliases)
    if target.retired:
        yield "ends", target.retired
    if target.key_header:
        yield "credential", target.key_header
    yield "docs", target.docs
    yield "checked", target.checked
    if target.also_at:
        yield "also at", ", ".join(target.also_at)
    if target.also_read:
        yield "also read", ", ".join(target.also_read)
    yield "unknown", UNKNOWN[target.unknown]
    if target.note:
        yield "note", target.note


def required(row: Row) -> bool:
    """Whether every request has this row's wires; a constant is required unless it is `optional`."""
    return row.always_sent


def facts(row: Row) -> Iterator[str]:
    """Yields what absence, null and special values of a row mean, to follow `row.describe()`."""
    if required(row):
        yield "required"
    several = len(row.wires) > 1
    for wire, value, when in row.defaults():
        where = " and ".join(f"{other} is {domain.describe().removeprefix('only ')}" for other, domain in when.items())
        yield f"default {f'{wire} ' if several else ''}{shown(value)}{f' if {where}' if where else ''}"
    if row.nullable_wires:
        yield "may be null"
    if unset := dict.fromkeys(shown(value) for _, value in row.unset_words()):
        yield f'{listed(list(unset))} means "not set"'
    if row.accepts is not None:
        yield f"accepted but changed by the vendor: {row.accepts.describe()}"


def remarks(row: Row) -> Iterator[str]:
    """Yields what the table says about a row in words: deprecated, disputed, its note, its source."""
    if row.deprecated:
        yield f"deprecated: {row.deprecated}"
    if row.disputed:
        yield f"disputed: {row.disputed}"
    if row.note:
        yield row.note
    if row.unlike_maker:
        yield f"unlike the model's maker: {row.unlike_maker}"
    if row.source:
        yield f"source: {row.source}"


def sentences(target: Target) -> list[Sentence]:
    """Returns the sentences of a target's rules, each once, with all its sources."""
    sources: dict[tuple[str, Effect], dict[str, None]] = {}
    for rule in target.rules:
        of_sentence = sources.setdefault((rule.why, rule.effect), {})
        if rule.source:
            of_sentence[rule.source] = None
    return [Sentence(why, effect, "; ".join(names)) for (why, effect), names in sources.items()]


def takes(capability: Capability) -> str:
    """Returns everything that a capability accepts, in one line; `export.cell` is shorter."""
    words = [shown(word) if isinstance(word, bool) else str(word) for word in capability.values]
    if capability.type == "images":
        most = "any number of images" if capability.max is None else how_many(0, int(capability.max), "image")
        return f"{most}, as {listed(words)}"
    if capability.type == "boolean":
        return " or ".join(words) or "true or false"
    if capability.type == "range" and words:
        return " to ".join(words)
    ends = _ends(capability)
    if capability.type in ("text", "list"):
        if (capability.min, capability.max) == (1, None):
            return f"{capability.type}, not empty"
        return f"{capability.type}, {ends} {capability.unit}" if ends else capability.type
    parts = [", ".join(words) if capability.wires else f"always {', '.join(words)}"] if words else []
    return ", or ".join([*parts, ends] if ends else parts) or "any"


def _ends(capability: Capability) -> str:
    low, high = (None if end is None else f"{end:.15g}" for end in (capability.min, capability.max))
    step = f" in steps of {capability.step:g}" if capability.step not in (None, 1) else ""
    if low is None and high is None:
        return step.strip()
    if low == high:
        return f"{low}"
    return (f"up to {high}" if low is None else f"from {low}" if high is None else f"{low} to {high}") + step
