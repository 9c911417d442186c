"""What one operation of one model at one provider accepts: a target of rows and rules, as a frozen value.

What rows and rules have in common is in `contract`, the vocabulary in `tables`. A target is checked when
it is created: `Invalid` lists every mistake in the table.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, get_args
from weakref import WeakValueDictionary

from attrs import evolve, field, frozen

from imgparams.contract import FIELDS, SHAPE, AnyRule, Default, Effect, Row, View
from imgparams.errors import Invalid, Problem
from imgparams.paths import Tree, parse, respelling_faults
from imgparams.texts import did_you_mean, shown
from imgparams.values import as_tuple, freeze, same

if TYPE_CHECKING:
    from imgparams.tables.domains import Domain

Status = Literal["active", "preview", "deprecated", "retired"]

#: the last `:word` of a name that is an operation
OPERATIONS = ("edit", "inpaint", "outpaint", "remix", "reframe", "upscale", "variation", "replace_background")


@frozen(slots=False, eq=False, hash=False, repr=False, kw_only=True)
class Target:
    """One operation of one model at one provider, as a value.

    `name` is `<provider>/<model>`, with the operation as a last `:edit`. `model` is the vendor's model id, "" if any is
    accepted. `docs` is the page it was read from, `checked` the date (ISO) of that. A `{model}` in `path` and `docs`
    stands for the model. `operations` are the model's other operations. `serves` is the model behind it as
    `<maker>/<model>`, the same word at every provider, "" if that is not known; `weights` is where a maker gives its
    weights away, so that hosts run it themselves, within limits of their own. `retired` is the date (ISO) of removal,
    `successor` the model to use then.

    `base_url` is what stands before the path, "" where it is not known; its placeholders, such as the `{region}` of
    `https://draw.{region}.example.com`, are filled like those of the path. `key_header` is the header of a credential
    with `{key}` in its place: `Authorization: Bearer {key}`, "" where it is not known.

    `also_at` are other paths at which the vendor answers the same call, such as those of another version;
    `also_content` is the other form of body that it takes there too. `identify` reads both, and nothing is sent so.

    `also_read` maps second spellings of wires, or of objects around them, to the written ones. `unknown` says what the
    vendor does with unknown fields, `nulls` and `numbers_as_text` what it does with a null and with a number in quotes,
    `lone_objects` what it does with an object in place of a list of one. With `in_list` the body is a list of one
    object. `json_parts` are keys of a multipart body whose objects are sent as one JSON text. Wires named
    `header:Accept`, `query:mode` or `path:model` are keys of the request that `Translation.http` puts in those places.
    """

    name: str
    model: str = ""
    method: str
    _path: str
    _docs: str
    checked: str
    rows: tuple[Row, ...] = field(converter=as_tuple)
    rules: tuple[AnyRule, ...] = field(default=(), converter=as_tuple)
    operations: Mapping[str, Target] = field(factory=dict, converter=freeze)
    aliases: tuple[str, ...] = field(default=(), converter=as_tuple)
    status: Status = "active"
    retired: str = ""
    successor: str = ""
    serves: str = ""
    weights: str = ""
    base_url: str = ""
    key_header: str = ""
    also_at: tuple[str, ...] = field(default=(), converter=as_tuple)
    also_read: Mapping[str, str] = field(factory=dict, converter=freeze)
    unknown: Literal["refused", "ignored", "forwarded", "unsaid"] = "unsaid"
    nulls: Literal["refused", "ignored"] = "refused"
    numbers_as_text: Literal["refused", "accepted"] = "refused"
    lone_objects: Literal["refused", "accepted"] = "refused"
    content: Literal["json", "multipart"] = "json"
    also_content: Literal["", "json", "multipart"] = ""
    in_list: bool = False
    json_parts: tuple[str, ...] = field(default=(), converter=as_tuple)
    note: str = ""

    def __attrs_post_init__(self) -> None:
        if faults := list(_table_faults(self)):
            raise Invalid(Problem("error", "bad_table", (self.name,), None, fault) for fault in faults)

    @cached_property
    def provider(self) -> str:
        """The name up to the first slash."""
        return self.name.partition("/")[0]

    @property
    def path(self) -> str:
        """The path of the call, with a known model filled in if the table has a place for it."""
        return self._filled(self._path)

    @property
    def docs(self) -> str:
        """The page that the table was read from."""
        return self._filled(self._docs)

    def _filled(self, text: str) -> str:
        return text.replace("{model}", self.model) if self.model else text

    def source_of(self, fact: Row | AnyRule) -> str:
        """Returns the page and the date by which a row or a rule can be checked."""
        return f"{fact.source or self.docs} ({self.checked})"

    @property
    def operation(self) -> str:
        """The last `:word` of the name, "" for plain generation."""
        return self.name[len(without_operation(self.name)) + 1 :]

    def but(
        self,
        *rows: Row,
        name: str | None = None,
        model: str | None = None,
        domains: Mapping[str, Domain] | None = None,
        only: Collection[str] | None = None,
        without: Collection[str] = (),
        rules: Sequence[AnyRule] = (),
        **facts: Any,
    ) -> Target:
        """Returns a variant: rows replace those that share a wire (or a wireless field); others are added at the end.

        `domains` replaces the domain of a wire and keeps the row's other facts. `only` keeps the rows of these wires;
        `without` removes those of these wires, and the rules that name them. `rules` are added; `facts` are any other
        attributes of a target. A `model` without a `name` names the variant: `<provider>/<model>`, with the operation
        of this target. Raises Invalid.
        """
        if faults := list(_unknown_wires(self, only or ())):
            raise Invalid(faults)
        kept = _merged((row for row in self.rows if _is_kept(row, only, without)), rows)
        kept = _with_domains(kept, domains or {}, self.name)
        wires = {wire for row in kept for wire in row.wires}
        old_rules = tuple(rule for rule in self.rules if wires.issuperset(rule.wires))
        if model and name is None:
            name = f"{self.provider}/{model}" + (f":{self.operation}" if self.operation else "")
        facts |= {key: value for key, value in {"name": name, "model": model}.items() if value is not None}
        facts.setdefault("aliases", () if name else self.aliases)
        facts.setdefault("also_at", () if "path" in facts else self.also_at)
        facts.setdefault("also_content", "" if {"path", "content"} & facts.keys() else self.also_content)
        same_model = name is None or without_operation(name) == without_operation(self.name)
        facts.setdefault("serves", self.serves if same_model else "")
        facts.setdefault("weights", self.weights if same_model else "")
        return evolve(self, rows=kept, rules=(*old_rules, *rules), **facts)

    # ---- lookups for the engine, built on first use and left out of equality and pickles

    @cached_property
    def model_rows(self) -> tuple[Row, ...]:
        """The rows as they are for this model."""
        return tuple(row.for_model(self.model, self.aliases) for row in self.rows)

    @cached_property
    def by_wire(self) -> dict[str, Row]:
        return {wire: row for row in self.model_rows for wire in row.wires}

    @cached_property
    def by_field(self) -> dict[str, tuple[Row, ...]]:
        rows: dict[str, tuple[Row, ...]] = {}
        for row in self.model_rows:
            for name in row.fields:
                rows[name] = (*rows.get(name, ()), row)
        return rows

    @cached_property
    def _rows_at(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the rows that have or read a wire, and of those of a field."""
        at: dict[str, tuple[int, ...]] = {}
        for number, row in enumerate(self.model_rows):
            for wire in (*row.wires, *row.reads):
                at[wire] = (*at.get(wire, ()), number)
        return at

    def rows_with(self, wires: Iterable[str], *, and_always: bool = False) -> list[Row]:
        """Returns the rows that have or read one of these wires, in order, perhaps with those that are always there."""
        at, rows = self._rows_at, self.model_rows
        numbers = {number for wire in wires for number in at.get(wire, ())}
        return [rows[number] for number in sorted(numbers | self._always if and_always else numbers)]

    @cached_property
    def _always(self) -> frozenset[int]:
        return frozenset(n for n, row in enumerate(self.model_rows) if row.always_sent or row.is_constant)

    @cached_property
    def always_rows(self) -> tuple[Row, ...]:
        """The rows that may send something even if nothing is asked: constants, and what is required."""
        return tuple(self.model_rows[number] for number in sorted(self._always))

    @cached_property
    def rules_by_trigger(self) -> tuple[tuple[AnyRule, frozenset[str] | None], ...]:
        """Each rule with the wires without which it can't matter; None if it may matter without any.

        Those are its own wires and the ones on which their defaults depend. A rule that the vendor's defaults alone
        break matters always.
        """
        silent = self.view({})
        triggers = []
        for rule in self.rules:
            broken = any(True for _ in rule.broken(silent))
            broken = broken or any(silent.breaks(wire, condition) for wire, condition in rule.narrows(silent))
            tied = {name for wire, _, when in self.row_defaults if wire in rule.wires for name in when}
            triggers.append((rule, None if broken else frozenset({*rule.wires, *tied})))
        return tuple(triggers)

    @cached_property
    def shapes(self) -> dict[tuple[object, ...], dict[str, object]]:
        """What was written for a shape, bounded by whoever adds to it."""
        return {}

    @cached_property
    def prepared(self) -> dict[str, Any]:
        """What is made of this target once it is used often, by the verb that it is for."""
        return {}

    @cached_property
    def tree(self) -> Tree:
        return self._tree_of(self.by_wire)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The wires that are keys of the request itself."""
        return frozenset(wire for wire in self.by_wire if parse(wire) == (wire,))

    @cached_property
    def natives(self) -> frozenset[str]:
        """The keys of the request that say no field and nothing in another spelling."""
        if self.also_read:
            return frozenset()
        rows = [row for row in self.model_rows if not (row.fields or row.is_constant or row.twins)]
        read = {wire for row in self.model_rows for wire in row.reads}
        others = {parse(other)[0] for other in self._twins}
        return self.keys & {wire for row in rows for wire in row.wires} - read - others

    @cached_property
    def _twins(self) -> set[str]:
        """The wires of other versions of the API that say what ours do."""
        return {twin.of(wire) for row in self.model_rows for twin in row.twins for wire in row.wires}

    @cached_property
    def tree_with_twins(self) -> Tree:
        return self._tree_of((*self.by_wire, *self._twins)) if self._twins else self.tree

    def _tree_of(self, wires: Iterable[str]) -> Tree:
        return Tree(wires, self.also_read, lone_objects=self.lone_objects == "accepted")

    @cached_property
    def row_defaults(self) -> tuple[Default, ...]:
        defaults = [default for row in self.model_rows for default in row.defaults()]
        return tuple(sorted(defaults, key=lambda default: bool(default[2])))

    @cached_property
    def fixed(self) -> dict[str, object]:
        return {name: value for row in self.model_rows for name, value in row.fixed().items()}

    @cached_property
    def constants(self) -> dict[str, Row]:
        """The rows that always send one value, by wire."""
        return {row.wires[0]: row for row in self.model_rows if row.is_constant}

    @cached_property
    def model_wires(self) -> frozenset[str]:
        """The wires that name the model."""
        return frozenset(wire for row in self.rows if row.names_model for wire in row.wires)

    @cached_property
    def absences(self) -> dict[str, list[object]]:
        """The values of each wire that mean "not set"."""
        words: dict[str, list[object]] = {}
        for row in self.model_rows:
            for wire in row.nullable_wires:
                words.setdefault(wire, []).append(None)
            for wire, word in row.unset_words():
                words.setdefault(wire, []).append(word)
        return words

    def view(self, flat: Mapping[str, object]) -> View:
        """Returns a flat request as rules see it."""
        return View(flat, self.row_defaults)

    def present(self, flat: Mapping[str, object]) -> dict[str, object]:
        """Returns a flat request without null and other words that mean "not set"."""
        absences = self.absences
        here = [(w, flat[w], absences[w]) for w in flat if w in absences and (flat[w] is None or absences[w] != [None])]
        silent = {wire for wire, value, words in here if any(same(value, word) for word in words)}
        return {wire: value for wire, value in flat.items() if wire not in silent} if silent else dict(flat)

    @cached_property
    def rules_on_sizes(self) -> tuple[AnyRule, ...]:
        """The rules by which the vendor ignores wires of the size next to others."""
        sizes = {wire for row in self.by_field.get(SHAPE[0], ()) for wire in row.wires}
        return tuple(rule for rule in self.rules if rule.effect == "ignored" and sizes.intersection(rule.wires))

    @cached_property
    def _facts(self) -> tuple[object, ...]:
        return tuple(self.__getstate__().values())

    @cached_property
    def _hash(self) -> int:
        return hash((self.name, self.model, self.checked, len(self.rows)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Target):
            return NotImplemented
        return self is other or (self._hash == other._hash and self._facts == other._facts)

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"<Target {self.name}: {len(self.rows)} rows, {len(self.rules)} rules, checked {self.checked}>"

    def __getstate__(self) -> dict[str, object]:
        return {attribute.name: getattr(self, attribute.name) for attribute in self.__attrs_attrs__}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)


def without_operation(name: str) -> str:
    """Returns the name of a target without its operation, a last `:word` of a closed list."""
    base, colon, word = name.rpartition(":")
    return base if colon and word in OPERATIONS else name


def _is_kept(row: Row, only: Collection[str] | None, without: Collection[str]) -> bool:
    return (only is None or bool(_places(row) & set(only))) and not _places(row) & set(without)


def _merged(kept: Iterable[Row], rows: Iterable[Row]) -> list[Row]:
    """Returns rows with new ones in place of the first that they replace, else at the end."""
    merged = list(kept)
    places = [_places(row) for row in merged]
    for row in rows:
        own = _places(row)
        replaced = [at for at, old in enumerate(places) if not own.isdisjoint(old)]
        for at in reversed(replaced[1:]):
            del merged[at], places[at]
        if replaced:
            merged[replaced[0]], places[replaced[0]] = row, own
        else:
            merged.append(row)
            places.append(own)
    return merged


def _with_domains(rows: Iterable[Row], domains: Mapping[str, Domain], name: str) -> list[Row]:
    """Returns rows with other domains on some wires."""
    changed = list(rows)
    for wire, domain in domains.items():
        at = next((at for at, row in enumerate(changed) if wire in row.wires and row.domain is not None), None)
        if at is None:
            raise Invalid([Problem("error", "bad_table", (name,), wire, "no row with a single domain has this wire")])
        changed[at] = changed[at].with_domain(domain)
    return changed


def _places(row: Row) -> set[str]:
    """Returns what a row is found by: its wires, or the field of a row without wires."""
    return set(row.wires or row.fields)


def _unknown_wires(target: Target, wires: Collection[str]) -> Iterator[Problem]:
    places = {place for row in target.rows for place in _places(row)}
    for wire in wires:
        if wire not in places:
            why = f"no row has this wire or field{did_you_mean(wire, sorted(places))}"
            yield Problem("error", "bad_table", (target.name,), wire, why)


def _rule_faults(target: Target, rule: AnyRule) -> Iterator[str]:
    if rule.effect not in get_args(Effect):
        yield f"the effect of a rule is one of {', '.join(get_args(Effect))}, not {shown(rule.effect)}"
    for wire, condition in rule.then.items() if rule.effect != "disputed" else ():
        if wire in target.constants:
            yield f"a rule has a condition on {wire}, which always holds one value"
        elif condition.forbids and wire in target.by_wire and target.by_wire[wire].required:
            yield f"a rule forbids {wire}, which is required"


_URL = re.compile(r"https?://(?:[\w.-]|{\w+})+(?::\d+)?(?:/(?:[\w.~%+-]|{\w+})+)*")  # no credential, no query
_KEY_HEADER = re.compile(r"[A-Za-z0-9_-]+: (?:[A-Za-z]+ )?{key}")


def _host_faults(target: Target) -> Iterator[str]:
    if target.base_url and not _URL.fullmatch(target.base_url):
        yield f"base_url must be an http or https URL without a slash at its end, not {shown(target.base_url)}"
    if target.key_header and not _KEY_HEADER.fullmatch(target.key_header):
        yield f"key_header must be like 'Authorization: Bearer {{key}}', not {shown(target.key_header)}"


_MOST_ITEMS = 1000  # of a list, in a wire: more would be made empty in every request


def _word_faults(target: Target) -> Iterator[str]:
    """Yields words that say nothing; a type checker sees them too, but not in tables that are read or made by code."""
    words = {
        "status": (target.status, get_args(Status)),
        "unknown": (target.unknown, ("refused", "ignored", "forwarded", "unsaid")),
        "nulls": (target.nulls, ("refused", "ignored")),
        "numbers_as_text": (target.numbers_as_text, ("refused", "accepted")),
        "lone_objects": (target.lone_objects, ("refused", "accepted")),
        "content": (target.content, ("json", "multipart")),
        "also_content": (target.also_content, ("", "json", "multipart")),
        "method": (target.method, ("GET", "POST", "PUT", "PATCH")),
    }
    for name, (word, known) in words.items():
        if word not in known:
            yield f"{name} is one of {', '.join(known)}, not {shown(word)}"
    for path in (target.path, *target.also_at):
        if not path.startswith("/"):
            yield f"the path begins with a slash, not {shown(path)}"
    if len({target._path, *target.also_at}) <= len(target.also_at):
        yield "also_at has a path twice"
    if target.also_content == target.content:
        yield f"the body is {target.content} already, so also_content can't be that too"
    for name, date in {"checked": target.checked, "retired": target.retired}.items():
        if date and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", date):
            yield f"{name} is a date like 2026-11-29, not {shown(date)}"


#: rows without a fault, by identity: variants share most of theirs
_SOUND: WeakValueDictionary[int, Row] = WeakValueDictionary()


def _row_faults(row: Row) -> Iterator[str]:
    for wire in row.wires:
        try:
            if any(isinstance(step, int) and step >= _MOST_ITEMS for step in parse(wire)):
                yield f"{wire} is too far back in a list"
        except ValueError as error:
            yield str(error)
    if len(set(row.wires)) < len(row.wires):
        yield f"a row has a wire twice, of {', '.join(row.wires)}"
    yield from (f"there is no intent field {name!r}" for name in row.fields if name not in FIELDS)
    yield from (fault for domain in row.domains() for fault in domain.table_faults())
    yield from row.table_faults()


def _table_faults(target: Target) -> Iterator[str]:
    provider, slash, model = target.name.partition("/")
    if not (provider and slash and model):
        yield "the name must be <provider>/<model>"
    if target.serves and not all(target.serves.partition("/")):
        yield f"serves must be <maker>/<model>, not {target.serves!r}"
    yield from _host_faults(target)
    yield from _word_faults(target)
    wires: set[str] = set()
    for row in target.rows:
        yield from (f"two rows have the wire {wire}" for wire in row.wires if wire in wires)
        wires.update(row.wires)
        if _SOUND.get(id(row)) is row:
            continue
        faults = list(_row_faults(row))
        yield from faults
        if not faults:
            _SOUND[id(row)] = row
    for rule in target.rules:
        yield from (f"a rule names the unknown wire {wire}" for wire in rule.wires if wire not in wires)
        yield from _rule_faults(target, rule)
    yield from respelling_faults(target.also_read, wires)
    yield from (f"a row reads unknown {wire}" for row in target.rows for wire in row.reads if wire not in wires)
    shapes = [row for row in target.rows if set(row.fields) & set(SHAPE) and row.wires]
    if len(shapes) > 1:
        yield "more than one row sets the size"
