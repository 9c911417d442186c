"""Finds where a target disagrees with a vendor's own JSON Schema or OpenAPI document: `drift(target, document)`.

A document that does not state a fact does not disagree with it: most leave out lengths and bounds. Rules and limits of
area or ratio are not compared, nor are wires outside the body. `export.diff` compares two catalogs of imgparams.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from attrs import frozen

from imgparams.catalog import TargetName, target_of
from imgparams.export.schemas.wires import required, wire_schemas
from imgparams.from_schema.documents import Schemas, bound, no_schema
from imgparams.paths import PLACES, parse, spell
from imgparams.target import Target
from imgparams.texts import shown
from imgparams.values import JsonMapping, json_key, same

Fact = Literal[
    "missing", "extra", "type", "enum", "minimum", "maximum", "multipleOf", "length", "items", "default", "required"
]

_TYPES = {"integer": "number"}


@frozen
class Difference:
    """One fact on which they disagree; None for a side that does not state it.

    missing: the document does not have the wire; extra: the table does not. Items and length are (least, most), enum is
    every word.
    """

    wire: str
    fact: Fact
    table: Any
    document: Any

    def __str__(self) -> str:
        if self.fact in ("missing", "extra"):
            return f"{self.wire}: {'not in the document' if self.fact == 'missing' else 'not in the table'}"
        if self.fact == "enum" and self.table is not None:
            ours, theirs = ({json_key(word): shown(word) for word in words} for words in (self.table, self.document))
            sides = (
                ("document", [theirs[key] for key in theirs if key not in ours]),
                ("table", [ours[key] for key in ours if key not in theirs]),
            )
            sentences = (f"only in the {name}: {', '.join(more)}" for name, more in sides if more)
            return f"{self.wire}: {'; '.join(sentences)}"
        return f"{self.wire}: {self.fact}: table {self._side(self.table)}, document {self._side(self.document)}"

    def _side(self, value: Any) -> str:
        if value is None or value == (None, None):
            return "not stated"
        if self.fact not in ("length", "items"):
            return shown(value)
        low, high = value
        return f"at least {low}" if high is None else f"{low} to {high}" if low else f"at most {high}"


def drift(target: Target | TargetName | str, document: object, *, at: str = "") -> tuple[Difference, ...]:
    """Returns every difference between a target and a JSON Schema, or the request body in an OpenAPI document.

    `at` is a JSON pointer (`#/components/schemas/CreateImageRequest`) to the schema; without it the operation of the
    target's own path is used, or the document itself. Raises Invalid if there is no schema.
    """
    target = target_of(target)
    schemas = Schemas(document)
    root = schemas.find(at) if at else _body_of(schemas, target)
    if target.in_list:
        root = [item for schema in root for item in schemas.views(schema.get("items", schema))]
    return tuple(_differences(target, schemas, root))


def _differences(target: Target, schemas: Schemas, root: list[JsonMapping]) -> Iterator[Difference]:
    ours = {wire: s for wire, s in wire_schemas(target).items() if not wire.startswith(PLACES)}
    must = required(target)
    unset = [pair for row in target.rows for pair in row.unset_words()]
    for wire, schema in ours.items():
        place = schemas.walk(root, parse(wire))
        if place is None:
            yield Difference(wire, "missing", None, None)
            continue
        views, needed = place
        if needed is not None and needed != (wire in must):
            yield Difference(wire, "required", wire in must, needed)
        for difference in _compared(wire, _choices(schema), views, schema.get("default")):
            words = [word for at, word in unset if at == wire and difference.fact == "default"]
            is_unset = any(same(difference.document, word) for word in words)
            if not is_unset and not (wire in target.constants and _is_one_of(difference)):
                yield difference
    paths = {parse(wire) for wire in ours}
    for path in schemas.leaves(root, paths):
        yield Difference(spell(path), "extra", None, None)


def _is_one_of(difference: Difference) -> bool:
    """Whether the table's single value is among the document's words, or differs only from its default."""
    words = [json_key(word) for word in difference.document] if difference.fact == "enum" else []
    return difference.fact == "default" or (bool(words) and json_key(difference.table[0]) in words)


def _choices(schema: JsonMapping) -> list[JsonMapping]:
    plain = {key: value for key, value in schema.items() if key != "default"}
    choices = list(plain["anyOf"]) if plain.keys() == {"anyOf"} else [plain]
    return [
        {**choice, "enum": choice["examples"]} if "examples" in choice else choice for choice in choices
    ]  # an open list


def _compared(wire: str, ours: list[JsonMapping], theirs: list[JsonMapping], default: object) -> Iterator[Difference]:
    kinds, others = _types(ours), _types(theirs)
    if kinds and others and not kinds & others:
        yield Difference(wire, "type", " or ".join(sorted(kinds)), " or ".join(sorted(others)))
        return
    words, listed = _words(ours), _words(theirs)
    if listed is not None and (words is None or words.keys() != listed.keys()):
        yield Difference(wire, "enum", words and tuple(words.values()), tuple(listed.values()))
    for fact, low, high in (
        ("minimum", "minimum", ""),
        ("maximum", "", "maximum"),
        ("multipleOf", "multipleOf", ""),
        ("length", "minLength", "maxLength"),
        ("items", "minItems", "maxItems"),
    ):
        keys = [key for key in (low, high) if key]
        our_bounds, their_bounds = (tuple(_bound(side, key) for key in keys) for side in (ours, theirs))
        stated = [
            (a, b)
            for a, b, key in zip(our_bounds, their_bounds, keys, strict=True)
            if b not in (None, _TRIVIAL.get(key))
        ]
        if any(not same(a, b) for a, b in stated):
            one = len(keys) == 1
            yield Difference(wire, fact, our_bounds[0] if one else our_bounds, their_bounds[0] if one else their_bounds)  # type: ignore[arg-type]
    defaults = [view["default"] for view in theirs if view.get("default") is not None]
    if defaults and not same(defaults[0], default):
        yield Difference(wire, "default", default, defaults[0])


_TRIVIAL = {"minLength": 0, "minItems": 0, "multipleOf": 1}


def _types(choices: Iterable[JsonMapping]) -> set[str]:
    """Returns the JSON types that are accepted, except null; empty if any is."""
    types: set[str] = set()
    for choice in choices:
        words = choice.get("enum", [choice["const"]] if "const" in choice else None)
        kinds = choice.get("type")
        if kinds is None and words is None:
            return set()
        named = [kinds] if isinstance(kinds, str) else [kind for kind in kinds or () if isinstance(kind, str)]
        types |= {_TYPES.get(kind, kind) for kind in named or map(_type_of, words or ())}
    return types - {"null"}


def _type_of(word: object) -> str:
    if word is None:
        return "null"
    if isinstance(word, bool):
        return "boolean"
    return "string" if isinstance(word, str) else "number" if isinstance(word, (int, float)) else "object"


def _words(choices: Iterable[JsonMapping]) -> dict[object, object] | None:
    """Returns the words that are accepted, None if any other is too."""
    by_key: dict[object, object] = {}
    for choice in choices:
        if choice.get("type") == "null":
            continue
        words = choice.get("enum", [choice["const"]] if "const" in choice else None)
        if words is None:
            return None
        by_key |= {json_key(word): word for word in words if word is not None}
    return by_key or None


def _bound(choices: Iterable[JsonMapping], key: str) -> object:
    """Returns the widest bound that the choices state, None if none does."""
    bounds = []
    for choice in choices:
        value = bound(choice, key)
        if value is not None:
            bounds.append(value)
    return (min if key.startswith("min") else max)(bounds, default=None)


def _body_of(schemas: Schemas, target: Target) -> list[JsonMapping]:
    """Returns the request body of the target's own path, or the document itself if it has no paths."""
    if not isinstance(schemas.document.get("paths"), Mapping):
        if "components" in schemas.document:
            raise no_schema("an OpenAPI document without paths: point to the schema with at=")
        return schemas.views(schemas.document)
    wanted = "multipart/form-data" if target.content == "multipart" else "application/json"
    return schemas.operation(target.method, target.path, wanted).body
