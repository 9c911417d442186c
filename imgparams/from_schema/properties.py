"""The properties of a request's schema, each at its wire: objects inside objects are followed, lists are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import frozen

from imgparams.from_schema.documents import Schemas, bound, no_schema
from imgparams.paths import PLACES, spell
from imgparams.tables import AnyOf, Domain, Flag, Int, Json, ListOf, Num, OneOf, Text
from imgparams.values import JsonMapping, Path, is_number, is_whole, same

INFERRED = "inferred from its name and form"

_DEEPEST = 4  # objects inside objects that become wires of their own
_MOST = 1000  # properties of a request


@frozen(slots=False, eq=False)
class Property:
    """One property, and what the document says of it; `views` are plain schemas of which a value must meet one."""

    wire: str
    schemas: Schemas
    schema: JsonMapping
    views: list[JsonMapping]
    required: bool

    @cached_property
    def name(self) -> str:
        """The last part of the wire in snake case: `num_images` of `parameters.numImages`."""
        return _snake(self.wire.rpartition(".")[2])

    @property
    def parent(self) -> str:
        return self.wire.rpartition(".")[0]

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The objects that it is in, each in snake case."""
        return tuple(_snake(part) for part in self.parent.split(".")) if self.parent else ()

    @cached_property
    def nullable(self) -> bool:
        return self.schemas.nullable(self.schema)

    @cached_property
    def types(self) -> set[str]:
        """The JSON types that are legal; empty if any is."""
        types: set[str] = set()
        for view in self.views:
            kinds = view.get("type")
            named = [kinds] if isinstance(kinds, str) else [kind for kind in kinds or () if isinstance(kind, str)]
            if not named and isinstance(view.get("enum"), list):
                named = [_type_of(word) for word in view["enum"]]
            if not named and "const" in view:
                named = [_type_of(view["const"])]
            if not named and "properties" in view:
                named = ["object"]
            if not named:
                return set()
            types.update(named)
        return types - {"null"}

    @cached_property
    def words(self) -> tuple[Any, ...]:
        """Every legal word if they are listed, else none."""
        words: list[Any] = []
        for view in self.views:
            listed = view.get("enum", [view["const"]] if "const" in view else None)
            if listed is None:
                return ()
            for word in listed:
                plain = isinstance(word, (str, bool)) or is_number(word)
                if plain and not any(same(word, other) for other in words):
                    words.append(word)
        return tuple(words)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of its texts, if they are listed; it may be an object too, and if `is_open` any other text."""
        listed = [view for view in self._of_texts if "enum" in view or "const" in view]
        words = [word for view in listed for word in view.get("enum", (view.get("const"),)) if word is not None]
        plain = len(listed) == len(self._of_texts) or self.is_open
        return tuple(dict.fromkeys(words)) if plain and all(isinstance(word, str) for word in words) else ()

    @cached_property
    def is_open(self) -> bool:
        """Whether words are listed beside text of any kind, as suggestions."""
        free = [view for view in self._of_texts if "enum" not in view and "const" not in view]
        return 0 < len(free) < len(self._of_texts) and all(view.get("type") == "string" for view in free)

    @property
    def _of_texts(self) -> list[JsonMapping]:
        return [view for view in self.views if view.get("type") != "object" and "properties" not in view]

    @property
    def default(self) -> Any:
        """The default that is stated, None if there is none or it is null."""
        stated = (view.get("default") for view in (self.schema, *self.views))
        return next((value for value in stated if value is not None), None)

    def legal_default(self, domain: Domain) -> Any:
        """The default that is stated, if it is legal by the same document."""
        return self.default if self.default is not None and domain.has(self.default) else None

    @cached_property
    def description(self) -> str:
        texts = (view.get("description") for view in (self.schema, *self.views))
        return next((text for text in texts if isinstance(text, str)), "")

    @cached_property
    def domain(self) -> Domain:
        return domain_of(self.views, self.schemas)

    @cached_property
    def items(self) -> list[JsonMapping]:
        """The schemas of the items, if it is a list."""
        return [view for schema in self.views if "items" in schema for view in self.schemas.views(schema["items"])]

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The least and the greatest number of items."""
        return _count(self.views[0], "minItems"), _count(self.views[0], "maxItems")


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).replace("-", "_").lower()


def properties_of(schemas: Schemas, views: list[JsonMapping]) -> list[Property]:
    """Returns the properties of a request in the document's order."""
    found: list[Property] = []
    for one in _inside(schemas, views, (), True):
        found.append(one)
        if len(found) > _MOST:
            raise no_schema(f"the request has more than {_MOST} properties")
    return found


def _inside(schemas: Schemas, views: list[JsonMapping], at: Path, needed: bool) -> Iterator[Property]:
    for key in dict.fromkeys(key for view in views for key in view.get("properties", {})):
        path: Path = (*at, key)
        if not at and key.startswith(PLACES):
            raise no_schema(f"a property can't be called {key}: the word before the colon is a place", *path)
        inner = [view["properties"][key] for view in views if key in view.get("properties", {})]
        must = needed and all(key in view.get("required", ()) for view in views)
        all_views = [view for schema in inner for view in schemas.views(schema)]
        schema = inner[0] if isinstance(inner[0], Mapping) else {}
        if len(path) < _DEEPEST and _is_object(all_views):  # without its prompt a request makes no picture
            yield from _inside(schemas, all_views, path, must or any("prompt" in v["properties"] for v in all_views))
        else:
            yield Property(spell(path), schemas, schema, all_views, must)


def _is_object(views: list[JsonMapping]) -> bool:
    return all(isinstance(view.get("properties"), Mapping) and view["properties"] for view in views)


def _type_of(word: object) -> str:
    if word is None:
        return "null"
    if isinstance(word, bool):
        return "boolean"
    return "string" if isinstance(word, str) else "number" if is_number(word) else "object"


# ---- domains


def domain_of(views: list[JsonMapping], schemas: Schemas) -> Domain:
    """Returns the legal values of plain schemas, of which one must be met."""
    domains = list(dict.fromkeys(domain for view in views for domain in _domains(view, schemas)))
    if any(isinstance(domain, Json) for domain in domains):
        return Json()
    return domains[0] if len(domains) == 1 else AnyOf(*domains)


def _domains(view: JsonMapping, schemas: Schemas) -> Iterator[Domain]:
    listed = view.get("enum", [view["const"]] if "const" in view else None)
    if listed is not None:
        words = [word for word in listed if isinstance(word, (str, bool)) or is_number(word)]
        rest = any(word is not None for word in listed) and len(words) < sum(word is not None for word in listed)
        yield Json() if rest or not words else OneOf(*words)
        return
    kinds = view.get("type")
    for kind in [kinds] if isinstance(kinds, str) else kinds or ["any"]:
        if kind == "boolean":
            yield Flag()
        elif kind in ("integer", "number"):
            yield number(view, kind)
        elif kind == "string":
            low, high = _count(view, "minLength"), _count(view, "maxLength")
            yield Text(min_length=low or 0, max_length=high)  # patterns are not taken: they may be slow
        elif kind == "array":
            items = schemas.views(view["items"]) if "items" in view else [{}]
            yield ListOf(domain_of(items, schemas), min=_count(view, "minItems") or 0, max=_count(view, "maxItems"))
        elif kind != "null":
            yield Json()


def number(view: JsonMapping, kind: object) -> Int | Num:
    """Returns the numbers that are legal; a step counts for whole numbers only."""
    low, high, step = bound(view, "minimum"), bound(view, "maximum"), view.get("multipleOf")
    if low is not None and high is not None and low > high:
        raise no_schema(f"minimum {low} is above maximum {high}")
    if kind == "number":
        return Num(low, high)
    whole = int(step) if is_whole(step) and step >= 1 else 1
    return Int(None if low is None else -int(-low // 1), None if high is None else int(high // 1), multiple_of=whole)


def _count(view: JsonMapping, key: str) -> int | None:
    value = view.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
