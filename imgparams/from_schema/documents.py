"""A vendor's JSON Schema or OpenAPI document: references followed inside it, alternatives spread out, bodies found.

Nothing outside the document is ever read. A document that is broken or hostile raises Invalid with the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from attrs import frozen

from imgparams.errors import Invalid, Problem
from imgparams.texts import clean
from imgparams.values import JsonMapping, JsonObject, Path, is_number, unreadable

#: the types of the keywords that are used; a keyword with another type is ignored
_SHAPES: JsonObject = {
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "enum", "required"), list),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), (int, float)),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), int),
    **dict.fromkeys(("$ref", "type"), (str, list)),
    **dict.fromkeys(("format", "contentEncoding", "contentMediaType", "description"), str),
    "properties": Mapping,
}
_DEEPEST = 60  # references inside references
_MOST = 100_000  # schemas that are looked at; alternatives inside alternatives multiply
_FEW = 8  # paths in a message
_FORM = "multipart/form-data"
_METHODS = ("get", "put", "post", "delete", "patch")


@frozen
class Operation:
    """What a call of a document sends: its body, as plain schemas of which one must be met."""

    method: str
    path: str
    content: str
    body: list[JsonMapping]


def no_schema(why: str, *path: str | int) -> Invalid:
    return Invalid([Problem("error", "unreadable", path, None, clean(why))])


class Schemas:
    """A document with references followed and alternatives spread out."""

    def __init__(self, document: object) -> None:
        faults = [Problem("error", "unreadable", path, value, why) for path, value, why in unreadable(document)]
        if faults:
            raise Invalid(faults[:_FEW])
        if not isinstance(document, Mapping):
            raise no_schema("a schema must be a JSON object")
        self.document: JsonMapping = document
        self._depth = self._seen = 0

    def find(self, pointer: str) -> list[JsonMapping]:
        """Returns the schema that a JSON pointer (`#/components/schemas/Input`) names."""
        return self.views(self.at(pointer))

    def at(self, pointer: str) -> object:
        if not pointer.startswith("#"):
            raise no_schema(f"{pointer} is outside the document, and nothing outside is read")
        place: object = self.document
        for part in pointer[1:].strip("/").split("/") if pointer[1:].strip("/") else ():
            key: Any = unquote(part).replace("~1", "/").replace("~0", "~")
            if isinstance(place, list) and key.isdecimal() and len(key) < 9 and int(key) < len(place):
                place = place[int(key)]
                continue
            if not isinstance(place, Mapping) or key not in place:
                raise no_schema(f"the document has no {pointer}")
            place = place[key]
        return place

    # ---- operations of an OpenAPI document

    def operations(self) -> Iterator[tuple[str, str, JsonMapping]]:
        """Yields the method and path of each operation that has a body."""
        paths = self.document.get("paths")
        for path, item in paths.items() if isinstance(paths, Mapping) else ():
            for method in _METHODS:
                operation = item.get(method) if isinstance(item, Mapping) else None
                if isinstance(operation, Mapping) and "requestBody" in operation:
                    yield method.upper(), path, operation

    def operation(self, method: str, path: str, content: str = "") -> Operation:
        """Returns the operation of a path; one of them may begin further left, and parameters have any name."""
        ours = _generic(path)
        fits = [entry for entry in self.operations() if entry[0] == method and _is_end(ours, _generic(entry[1]))]
        if not fits:
            raise no_schema(f"the document has no {method} {path} with a body: point to the schema with at=")
        _, best, operation = max(fits, key=lambda entry: len(entry[1]))
        return self.body(method, best, operation, content)

    def body(self, method: str, path: str, operation: JsonMapping, content: str = "") -> Operation:
        bodies = self.views(operation["requestBody"])
        contents = [body["content"] for body in bodies if isinstance(body.get("content"), Mapping)]
        by_type = {kind: media for of_one in contents for kind, media in of_one.items()}
        if not content and {"application/json", _FORM} <= by_type.keys():  # files fit only into a form
            content = _FORM if self._has_file(by_type["application/json"]) else ""
        wanted = [content] if content else ["application/json", _FORM]
        kind = next((kind for kind in wanted if kind in by_type), next(iter(by_type), ""))
        media = by_type.get(kind)
        if not isinstance(media, Mapping) or "schema" not in media:
            raise no_schema(f"{method} {path} has no schema for its body", "paths", path)
        return Operation(method, path, "multipart" if kind == _FORM else "json", self.views(media["schema"]))

    def _has_file(self, media: object) -> bool:
        """Whether a property of a body, or an item of one, is a file."""
        body = self.views(media.get("schema")) if isinstance(media, Mapping) else []
        values = [view for one in body for value in one.get("properties", {}).values() for view in self.views(value)]
        items = [view for value in values if "items" in value for view in self.views(value["items"])]
        return any(view.get("format") == "binary" for view in (*values, *items))

    # ---- schemas

    def views(self, schema: object) -> list[JsonMapping]:
        """Returns plain schemas of which a value must meet one: references followed, alternatives spread out."""
        if self._depth == _DEEPEST:
            raise no_schema("the schema refers to itself without end")
        self._depth += 1
        try:
            views = self._views(schema)
        finally:
            self._depth -= 1
        self._seen += len(views)
        if self._seen > _MOST:
            raise no_schema("the schema has too many alternatives inside alternatives")
        return views

    def _views(self, schema: object) -> list[JsonMapping]:
        if not isinstance(schema, Mapping):
            return [{}]
        schema = _well_formed(schema)
        rest = {key: value for key, value in schema.items() if key not in ("$ref", "allOf", "anyOf", "oneOf")}
        views: list[JsonMapping] = [rest]
        parts = [self.at(schema["$ref"])] if isinstance(schema.get("$ref"), str) else []
        parts += list(schema.get("allOf", ()))
        for part in parts:
            views = self._product(views, self.views(part), first=True)
        for key in ("anyOf", "oneOf"):
            if schema.get(key):
                choices = [choice for choice in schema[key] if not _is_null(choice)]
                spread = [view for choice in choices or [{}] for view in self.views(choice)]
                views = self._product(views, spread, first=False)
        return [view for view in views if view.get("type") != "null"] or [{}]

    def _product(self, views: list[JsonMapping], others: list[JsonMapping], *, first: bool) -> list[JsonMapping]:
        self._seen += len(views) * len(others)
        if self._seen > _MOST:
            raise no_schema("the schema has too many alternatives inside alternatives")
        return [_merged(view, more) if first else _merged(more, view) for view in views for more in others]

    def nullable(self, schema: JsonMapping) -> bool:
        """Whether a schema says that null is legal."""
        schema = _well_formed(schema)
        kinds = schema.get("type")
        if schema.get("nullable") is True or kinds == "null" or (isinstance(kinds, list) and "null" in kinds):
            return True
        choices = [choice for key in ("anyOf", "oneOf") for choice in schema.get(key) or ()]
        return any(isinstance(choice, Mapping) and self.nullable(choice) for choice in choices)

    def walk(self, root: list[JsonMapping], path: Path) -> tuple[list[JsonMapping], bool | None] | None:
        """Returns the schemas at a path, and whether it is required (None inside values); None if there are none."""
        views = root
        for part in path:
            if isinstance(part, int):
                inner = [view["items"] for view in views if "items" in view]
            else:
                inner = [view["properties"][part] for view in views if part in view.get("properties", {})]
            if not inner:
                return None
            needed = all(part in view.get("required", ()) for view in views)
            views = [view for schema in inner for view in self.views(schema)]
        return views, needed if len(path) == 1 else None

    def leaves(self, views: list[JsonMapping], wires: set[Path], at: Path = ()) -> Iterator[Path]:
        """Yields the paths of the document that no wire is at, inside or around."""
        for key in dict.fromkeys(key for view in views for key in view.get("properties", {})):
            path: Path = (*at, key)
            inside = any(wire[: len(path)] == path and wire != path for wire in wires)
            if path in wires and not inside:
                continue
            inner = [view["properties"][key] for view in views if key in view.get("properties", {})]
            inner_views = [view for schema in inner for view in self.views(schema)]
            if inside and not any((*path, 0) == wire[: len(path) + 1] for wire in wires):
                yield from self.leaves(inner_views, wires, path)
            elif inside:
                items = [view for schema in inner_views if "items" in schema for view in self.views(schema["items"])]
                yield from self.leaves(items, wires, (*path, 0))
            else:
                yield path


def bound(view: JsonMapping, key: str) -> Any:
    """Returns the bound that a plain schema states, None if it states none; of whole numbers an open end is closed."""
    value = view.get(key)
    beyond = view.get({"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}.get(key, ""))
    if is_number(beyond) and view.get("type") == "integer":
        value = beyond + (1 if key == "minimum" else -1)
    return value if is_number(value) else None


def _well_formed(schema: JsonMapping) -> JsonObject:
    """Returns the keywords whose values are of their type; others say nothing."""
    return {key: value for key, value in schema.items() if isinstance(value, _SHAPES.get(key, object))}


def _is_null(schema: object) -> bool:
    return isinstance(schema, Mapping) and schema.get("type") == "null"


def _is_end(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _generic(path: str) -> str:
    """Returns a path without the names of its parameters and without its query."""
    parts = path.partition("?")[0].strip("/").split("/")
    return "/" + "/".join("{}" if part.startswith("{") else part for part in parts)


def _merged(one: JsonMapping, other: JsonMapping) -> JsonMapping:
    """Merges two schemas: of two values for a keyword the first, but properties and required of both."""
    properties = {**other.get("properties", {}), **one.get("properties", {})}
    must = [*one.get("required", ()), *other.get("required", ())]
    both = {**other, **one}
    return both | ({"properties": properties} if properties else {}) | ({"required": must} if must else {})
