"""What worked cases do not show of some tables: the rows, words, figures and rules that nobody read on a page.

Wanted is what only a reader of the page can know. What any program can draw from a table, a value of the wrong type or
one step past a bound, is drawn from it by `bounds`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from attrs import evolve

from imgparams.contract import AnyRule, Row, View
from imgparams.engine.body import as_the_vendor_reads
from imgparams.paths import parse, spell
from imgparams.tables.alternatives import Alternatives, Product
from imgparams.tables.conditions import ABSENT, PRESENT
from imgparams.tables.containers import Json, ListOf
from imgparams.tables.domains import Domain, Int, Num, OneOf
from imgparams.tables.images import Image
from imgparams.tables.pictures import Content, Mask, Pictures, Slots
from imgparams.tables.pixels import PixelText, Sides
from imgparams.tables.rows import Const, Param
from imgparams.tables.rules import Rule
from imgparams.tables.size_sets import Grid, Pairs
from imgparams.tables.sizes import Sizes
from imgparams.tables.spellings import ShapeWords
from imgparams.tables.words import Text, Words
from imgparams.target import Target
from imgparams.testing.respelling import second_spellings
from imgparams.testing.statements import cases_of, is_statement
from imgparams.testing.tries import beside
from imgparams.testing.unstated import unstated
from imgparams.testing.worked_cases import Case, Source, catalog_of, read_cases, requests_of_case
from imgparams.texts import path_text
from imgparams.values import is_number, same

Judged = Mapping[str, list[tuple[Target, Case]]]  # cases with a request, by provider
Tried = tuple[dict[str, object], list[str], list[str]]  # a flat request, the paths of its errors and of its warnings
Figure = tuple[str, Callable[[object], bool]]  # a bound, and whether a value is just there


def uncovered(source: Source, tables: Mapping[str, Target]) -> list[str]:
    """Returns what no case shows of these tables, each as `"<target>: <what>"`.

    Wanted are: every wire legal once; every bound, of numbers, of lengths and of how many, as a legal value, and an
    illegal one past it; a closed list with each of its words; `auto` where a text of pixels refuses it; where more than
    the type is limited, an illegal value; a rule met once, and broken once with each word of its condition; a second
    spelling once, and so a null, a number in quotes and an object in place of a list where the vendor reads them.
    A row or a rule that several targets of a provider have is wanted once. So are its defaults, null, what can't be
    left out, what is always done, and pixels; the call of each target, and a whole request on each path. Raises
    UnknownTarget where a case is of a target that is not in the tables.
    """
    judged: dict[str, list[tuple[Target, Case]]] = {}
    read = [(catalog_of(tables).find(case["target"]), case) for case in read_cases(source)]
    for target, case in read:
        if "request" in case and "to" not in case:
            plain = cases_of(case) if is_statement(case) else (case,)
            judged.setdefault(target.provider, []).extend((target, one) for one in plain)
    every = every_target(tables.values())
    unread = [*_rows_without(every, judged), *_rules_without(every, judged), *_spellings_without(every, judged)]
    unread += _leniency_without(every, judged)
    return [*unread, *unstated(every, read)]


def every_target(targets: Iterable[Target]) -> list[Target]:
    """Returns these targets and their other operations, each once."""
    named = list(targets)
    operations = (other for target in named for other in target.operations.values())
    return list({id(target): target for target in (*named, *operations)}.values())


def _rows_without(targets: Iterable[Target], judged: Judged) -> Iterator[str]:
    seen: dict[str, list[Row]] = {}
    for target in targets:
        for row in target.model_rows:
            of_provider = seen.setdefault(target.provider, [])
            if row.wires and row not in of_provider and not isinstance(row, Const):
                of_provider.append(row)
                if not _refused(target).issuperset(row.wires):
                    yield from (f"{target.name}: {what}" for what in _unread(row, judged.get(target.provider, [])))


def _refused(target: Target) -> set[str]:
    """Returns the wires that a rule refuses in every request of a target: fields of other models."""
    sent = {wire for row in target.model_rows if row.always_sent for wire in row.wires}
    always = [rule for rule in target.rules if isinstance(rule, Rule) and any(map(sent.issuperset, rule.when))]
    present = [rule for rule in always if all(met == PRESENT for when in rule.when for met in when.values())]
    return {wire for rule in present for wire, met in rule.then.items() if met == ABSENT}


def _spellings_without(targets: Iterable[Target], judged: Judged) -> Iterator[str]:
    seen = {
        (provider, spell(path))
        for provider, of_provider in judged.items()
        for target, case in of_provider
        for request in (requests_of_case(case) if target.also_read else ())
        for path in second_spellings(request, target.tree)
    }
    for target in targets:
        for second in target.also_read:
            if (target.provider, second) not in seen:
                seen.add((target.provider, second))
                yield f"{target.name}: the second spelling {second}"


#: what a lenient vendor reads: its name, whether a target says so, and that target without it
_LENIENT: tuple[tuple[str, Callable[[Target], bool], Callable[[Target], Target]], ...] = (
    (
        "a null that is ignored",
        lambda target: target.nulls == "ignored",
        lambda target: evolve(target, nulls="refused"),
    ),
    (
        "a number in quotes",
        lambda target: target.numbers_as_text == "accepted",
        lambda target: evolve(target, numbers_as_text="refused"),
    ),
    (
        "an object in place of a list",
        lambda target: target.lone_objects == "accepted",
        lambda target: evolve(target, lone_objects="refused"),
    ),
)


def _leniency_without(targets: Iterable[Target], judged: Judged) -> Iterator[str]:
    seen = set()
    for target in targets:
        for what, is_lenient, strict in _LENIENT:
            if not is_lenient(target) or (target.provider, what) in seen:
                continue
            seen.add((target.provider, what))
            shown = ((one, case) for one, case in judged.get(target.provider, []) if is_lenient(one))
            if not any(_is_lenient(one, strict(one), case) for one, case in shown):
                yield f"{target.name}: {what}"


def _is_lenient(target: Target, strict: Target, case: Case) -> bool:
    """Whether a case has a request that a target reads otherwise than the stricter one."""
    read = zip(_flat(target, case), _flat(strict, case), strict=True)
    return any(as_the_vendor_reads(target, one) != as_the_vendor_reads(strict, other) for one, other in read)


def _rules_without(targets: Iterable[Target], judged: Judged) -> Iterator[str]:
    seen: dict[str, list[AnyRule]] = {}
    for target in targets:
        for rule in target.rules:
            of_provider = seen.setdefault(target.provider, [])
            if rule not in of_provider:
                of_provider.append(rule)
                tried = list(_broken(rule, judged.get(target.provider, [])))
                lacking = [
                    what for what, way in (("broken", True), ("met", False)) if all(way != was for was, _ in tried)
                ]
                yield from (f"{target.name}: {what}: {rule.why}" for what in lacking)
                broken = [view for was, view in tried if was]
                if "broken" not in lacking:
                    for wire, word in _words_of_conditions(rule):
                        if not any(same(view.value(wire), word) for view in broken):
                            yield f"{target.name}: broken with {wire} {word}: {rule.why}"
                    kept = [view for was, view in tried if not was and _is_on(rule, view)]
                    own = {wire for when in (rule.when if isinstance(rule, Rule) else ()) for wire in when}
                    for wire, word in _words_of(rule.then):
                        if wire not in own and not any(same(view.value(wire), word) for view in kept):
                            yield f"{target.name}: met with {wire} {word}: {rule.why}"


def _words_of_conditions(rule: AnyRule) -> Iterator[tuple[str, object]]:
    """Yields each word on which a rule depends, of several on one wire."""
    for when in rule.when if isinstance(rule, Rule) else ():
        yield from _words_of(when)


def _words_of(conditions: Mapping[str, Domain]) -> Iterator[tuple[str, object]]:
    for wire, condition in conditions.items():
        words = condition.words if isinstance(condition, OneOf) and len(condition.words) > 1 else ()
        yield from ((wire, word) for word in words)


def _is_on(rule: AnyRule, view: View) -> bool:
    """Whether the condition of a rule holds."""
    conditions = rule.when if isinstance(rule, Rule) else ()
    return any(all(view.meets(wire, condition) for wire, condition in when.items()) for when in conditions)


def _broken(rule: AnyRule, cases: Iterable[tuple[Target, Case]]) -> Iterator[tuple[bool, View]]:
    """Yields whether each case breaks a rule of its target, with what the rule sees of it."""
    for target, case in cases:
        if rule in target.rules:
            for flat in _flat(target, case):
                view = target.view(target.present(flat))
                yield any(True for _ in rule.broken(view)), view


def _flat(target: Target, case: Case) -> Iterator[dict[str, object]]:
    """Yields the wires of each request of a case."""
    for request in requests_of_case(case):
        body = request[0] if target.in_list and isinstance(request, list) and len(request) == 1 else request
        yield target.tree.flatten(body)


def _with_row(row: Row, cases: Iterable[tuple[Target, Case]]) -> Iterator[Tried]:
    """Yields the flat requests of cases whose target has this very row, with the paths of errors and of warnings."""
    for target, case in cases:
        if row in target.model_rows:
            every = [(text.startswith("warning"), text.rpartition(" ")[2]) for text in case.get("problems", ())]
            errors, warnings = ([path for mild, path in every if mild is level] for level in (False, True))
            yield from ((flat, errors, warnings) for flat in _flat(target, case))


def _unread(row: Row, cases: Iterable[tuple[Target, Case]]) -> Iterator[str]:
    """Yields what no case shows of a row."""
    requests = list(_with_row(row, cases))
    for wire in row.wires:
        here = [both for both in requests if wire in both[0]]
        tried = [(flat[wire], any(_at(wire, path) for path in errors)) for flat, errors, _ in here]
        legal = [value for value, bad in tried if not bad]
        domain = domain_of(row, wire)
        if not legal:
            yield f"{wire}: legal"
        if isinstance(row, Pictures) and wire in row.older:
            continue  # its limits are those of the wire's present name
        if _is_limited(row, domain) and len(legal) == len(tried):
            yield f"{wire}: illegal"
        if isinstance(domain, (Words, OneOf)):
            yield from (f"{wire}: {word}" for word in domain.words if not _is_shown(word, legal))
        if isinstance(row, Sizes):
            yield from (f"{wire}: {word}" for word in _listed(row, wire) if word not in legal)
            if _has_no_auto(row, wire) and not any(value == "auto" for value, _ in tried):
                yield f"{wire}: auto refused"
        for step in _steps(row, wire):
            if not any(isinstance(value, int) and value % step for value, _ in tried):
                yield f"{wire}: no multiple of {step}"
            if not any(isinstance(value, int) and value % step == 0 and value // step % 2 for value in legal):
                yield f"{wire}: an odd multiple of {step}"
        yield from (f"{wire}: {name}" for name, is_there in _figures(row, wire) if not any(map(is_there, legal)))
        doubted = [flat[wire] for flat, *paths in here if any(_at(wire, path) for path in (*paths[0], *paths[1]))]
        yield from (f"{wire}: past {name}" for name, is_past in _past(row, wire) if not any(map(is_past, doubted)))


def domain_of(row: Row, wire: str) -> Domain | None:
    """Returns what a wire of a row takes by itself, None where that is no domain."""
    if isinstance(row, Param):
        return row.domain
    if isinstance(row, Alternatives):
        return row.domain_of(wire)
    if isinstance(row, Product):
        return dict((row.first, row.second))[wire]
    if isinstance(row, Mask):
        return row.image if wire == row.wire else OneOf(*row.words.values(), *row.more)
    return None


def _figures(row: Row, wire: str) -> Iterator[Figure]:
    """Yields each limit that a page states of a wire; at least one character, item or pixel goes without saying."""
    domain = domain_of(row, wire)
    if isinstance(domain, (Int, Num)):
        low, high = domain.bounds() if isinstance(domain, Int) else (domain.min, domain.max)
        yield from (_number(end) for end in (low, high) if end is not None)
    if isinstance(domain, Text):
        yield from (_length(end) for end in (domain.min_length, domain.max_length) if end is not None and end > 1)
    counted = domain if isinstance(domain, ListOf) else row
    if isinstance(counted, (ListOf, Pictures)):
        yield from (_count(end) for end in (counted.min, counted.max) if end is not None and end > 1)
    if isinstance(row, Content) and row.max is not None:
        yield _pictures(row, row.max)
    for side, grid in _grids(row, wire):
        ends = (grid.width if side == "width" else grid.height).bounds()
        reached = (end for end in ends if end is not None and end > 1 and beside(grid, side, end) is not None)
        yield from map(_number, reached)


def _past(row: Row, wire: str) -> Iterator[Figure]:
    """Yields the same limits with whether a value is past them: a bound that is too wide is seen only there."""
    domain = domain_of(row, wire)
    if isinstance(domain, (Int, Num)):
        low, high = domain.bounds() if isinstance(domain, Int) else (domain.min, domain.max)
        if low is not None:
            yield str(low), partial(_is_less, low)
        if high is not None:
            yield str(high), partial(_is_more, high)
    if isinstance(domain, Text):
        yield from _past_lengths("characters", str, domain.min_length, domain.max_length)
    for side, grid in _grids(row, wire):
        low, high = (grid.width if side == "width" else grid.height).bounds()
        if low is not None and low > 1:
            yield str(low), partial(_is_less, low)
        if high is not None:
            yield str(high), partial(_is_more, high)
    counted = domain if isinstance(domain, ListOf) else row
    if isinstance(counted, (ListOf, Pictures)):
        yield from _past_lengths("items", (list, tuple), counted.min, counted.max)


def _is_less(low: float, value: object) -> bool:
    return is_number(value) and value < low


def _is_more(high: float, value: object) -> bool:
    return is_number(value) and value > high


def _past_lengths(what: str, kind: Any, least: int, most: int | None) -> Iterator[Figure]:
    if least > 1:
        yield f"{least} {what}", lambda value: isinstance(value, kind) and len(value) < least
    if most is not None:
        yield f"{most} {what}", lambda value: isinstance(value, kind) and len(value) > most


def _steps(row: Row, wire: str) -> Iterator[int]:
    """Yields what a whole number must be a multiple of."""
    domain = domain_of(row, wire)
    sides = [grid.width if side == "width" else grid.height for side, grid in _grids(row, wire)]
    steps = (side.multiple_of for side in (*sides, *([domain] if isinstance(domain, Int) else [])))
    return (step for step in steps if step > 1)


def _grids(row: Row, wire: str) -> Iterator[tuple[str, Grid]]:
    """Yields the grids of which a wire is a side, with the name of that side."""
    for spelling in row.spellings if isinstance(row, Sizes) else ():
        if isinstance(spelling, Sides) and isinstance(spelling.sizes, Grid) and wire in spelling.sides:
            yield "width" if wire == spelling.width else "height", spelling.sizes


def _number(end: float) -> Figure:
    return str(end), lambda value: same(end, value)


def _length(end: int) -> Figure:
    return f"{end} characters", lambda value: isinstance(value, str) and len(value) == end


def _count(end: int) -> Figure:
    return f"{end} items", lambda value: isinstance(value, (list, tuple)) and len(value) == end


def _pictures(row: Content, most: int) -> Figure:
    def are_there(value: object) -> bool:
        items = value if isinstance(value, (list, tuple)) else ()
        return sum(any(part.fault(item) is None for part in row.ways) for item in items) == most

    return f"{most} pictures", are_there


def _is_shown(word: object, legal: Iterable[object]) -> bool:
    return isinstance(word, bool) or any(same(word, value) for value in legal)


def _listed(row: Sizes, wire: str) -> Iterator[str]:
    """Yields the words that a wire of the size may hold, if they are a list."""
    for spelling in row.spellings:
        if isinstance(spelling, ShapeWords):
            lists = ((spelling.ratio, spelling.ratios), (spelling.tier, spelling.tiers))
            yield from (word for name, words in lists if name == wire for _, word in words)
        if isinstance(spelling, PixelText) and spelling.wire == wire:
            sizes = spelling.sizes.sizes if isinstance(spelling.sizes, Pairs) else ()
            yield from (f"{size.width}{spelling.separator}{size.height}" for size in sizes)
            yield from ([spelling.auto] if spelling.auto else [])


def _has_no_auto(row: Sizes, wire: str) -> bool:
    """Whether a wire takes pixels as text, and `auto`, which most vendors have, is not one of its words."""
    here = any(isinstance(spelling, PixelText) and spelling.wire == wire for spelling in row.spellings)
    return here and any(True for _ in row.problems({wire: "auto"}))


def _at(wire: str, path: str) -> bool:
    place = path_text(parse(wire))
    return path == place or path.startswith((place + ".", place + "["))


def _is_limited(row: Row, domain: Domain | None) -> bool:
    """Whether more than the type of a wire's value is limited."""
    if isinstance(domain, (Int, Num)):
        return domain.min is not None or domain.max is not None or (isinstance(domain, Int) and domain.multiple_of > 1)
    if isinstance(domain, Text):
        return bool(domain.min_length or domain.max_length or domain.pattern)
    if isinstance(domain, (Words, OneOf)):
        return not domain.open and not all(isinstance(word, bool) for word in domain.words)
    if isinstance(row, Pictures):
        return row.min > 1 or row.max is not None
    return not isinstance(domain, (Json, Image)) and not isinstance(row, Slots)
