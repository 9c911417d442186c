"""Targets from a vendor's own schema, without IO: `target_of_schema(document, name="acme/muse")`.

documents     references, alternatives, operations         properties    what is stated of each property
rows          which field of an intent a property says     shapes        the row of size, ratio and resolution
pictures      forms and roles of pictures, masks           records       a model's record, which limits a shared API

The long tail of models has no table by hand. What a document states is taken as it is; which field of the intent a
property says is inferred from its name and form, and marked so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from imgparams.catalog import TargetName, target_of
from imgparams.from_schema.documents import Operation, Schemas, no_schema
from imgparams.from_schema.properties import INFERRED, properties_of
from imgparams.from_schema.records import rows_of_record, stated_in
from imgparams.from_schema.rows import rows_of
from imgparams.paths import parse
from imgparams.target import Target
from imgparams.values import JsonMapping

__all__ = ["INFERRED", "target_of_schema"]

_FEW = 8
_NOTE = "read from a schema; which field of an intent a property says is inferred from its name and form"
_NOTE_OF_RECORD = "the target of the API, limited to what the model's record states"


def target_of_schema(
    document: object,
    *,
    name: str,
    at: str = "",
    method: str = "POST",
    path: str = "",
    base: Target | TargetName | str | None = None,
    **facts: Any,
) -> Target:
    """Returns a target for a JSON Schema, for one request of an OpenAPI document, or for a model's record, parsed.

    `at` is a JSON pointer (`#/components/schemas/Input`) to the schema of the request; without it `path` names the
    request, or the document has only one, or it is the schema itself. The usual names become fields of the intent, with
    a note that this is inferred; all other properties are native. Bounds, words, defaults and what is required are
    taken as stated. A record with `supported_parameters` states no forms: it limits `base`, the target of the API that
    serves the model. `facts` are attributes of the target, such as `model` and `docs`. Nothing outside the document is
    read. Raises Invalid with the place if it can't be read.
    """
    stated = stated_in(document)
    if stated is not None:
        return _of_record(Schemas(document).document, stated, base, {"name": name, **facts})
    if base is not None:
        raise TypeError("base is for a model's record; a schema states the forms of its properties itself")
    schemas = Schemas(document)
    operation = _operation(schemas, at, method.upper(), path)
    views = operation.body
    in_list = all(view.get("type") == "array" for view in views)
    if in_list:
        views = [item for view in views for item in schemas.views(view.get("items"))]
    found = properties_of(schemas, views)
    if not found:
        raise no_schema("the schema has no properties")
    usual = {"docs": "", "checked": "", "base_url": _host(schemas.document), "note": _NOTE}
    if all(view.get("additionalProperties") is False for view in views) and not any(one.groups for one in found):
        usual["unknown"] = "refused"
    request = {"method": operation.method, "path": path or operation.path, "content": operation.content}
    multipart = facts.get("content", operation.content) == "multipart"
    rows = tuple(rows_of(found, facts.get("model", ""), multipart=multipart))
    return Target(**{"name": name, **usual, **request, "rows": rows, "in_list": in_list, **facts})


def _of_record(
    record: JsonMapping, stated: Mapping[str, JsonMapping], base: Target | str | None, facts: dict[str, Any]
) -> Target:
    if base is None:
        raise no_schema("a model's record states no forms: give base=, the target of the API that serves it")
    api = target_of(base, "base")
    rows = tuple(rows_of_record(stated, api))
    wires = {wire for row in rows for wire in row.wires}
    tops = {parse(wire)[0] for wire in wires}
    if isinstance(record.get("id"), str):
        facts.setdefault("model", record["id"])
    left: dict[str, Any] = {
        "rules": tuple(rule for rule in api.rules if wires.issuperset(rule.wires)),
        "also_read": {other: wire for other, wire in api.also_read.items() if parse(wire)[0] in tops},
        "aliases": (),
        "operations": {},
        "note": _NOTE_OF_RECORD,
    }
    return evolve(api, **{"rows": rows, **left, **facts})


def _operation(schemas: Schemas, at: str, method: str, path: str) -> Operation:
    """Returns the request that is meant; raises Invalid if it is not plain which."""
    document = schemas.document
    if at:
        return Operation(method, path or "/", "json", schemas.find(at))
    if path and isinstance(document.get("paths"), Mapping):
        return schemas.operation(method, path)
    operations = [entry for entry in schemas.operations() if entry[0] == method]
    if len(operations) == 1:
        return schemas.body(*operations[0])
    if operations:
        paths = [entry[1] for entry in operations]
        more = f" and {len(paths) - _FEW} more" if len(paths) > _FEW else ""
        raise no_schema(f"the document has several requests: choose one with path=, of {', '.join(paths[:_FEW])}{more}")
    if any(key in document for key in ("properties", "$ref", "allOf", "anyOf", "oneOf")):
        return Operation(method, path or "/", "json", schemas.views(document))
    if "components" in document or "paths" in document:
        raise no_schema("an OpenAPI document without a request: point to the schema with at=")
    raise no_schema("this is neither a JSON Schema of an object, an OpenAPI document nor a model's record")


def _host(document: JsonMapping) -> str:
    """Returns the one host that an OpenAPI document names, "" if there is none or it has a path of its own."""
    servers = document.get("servers")
    first = servers[0] if isinstance(servers, list) and len(servers) == 1 else None
    url = first.get("url") if isinstance(first, Mapping) else None
    host = url.rstrip("/") if isinstance(url, str) else ""
    return host if host.startswith("https://") and "/" not in host[8:] and "{" not in host else ""
