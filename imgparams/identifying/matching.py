"""Whose call it is: by its path and host, the model that it names, and what its body holds.

First the path, the method and the host; of those targets the ones whose body has this form; of those the ones that
may hold the model that the call names. If the call has the id of a model, and the only targets for it are those whose
body has another form, then it is theirs, and the form is an error. A target of that very model goes before one for
any model, and of the operations of one model those whose fields the body has. `_front` is that order. Nothing is
guessed: if two are left, none is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from imgparams.catalog import Catalog
from imgparams.contract import Row
from imgparams.engine import reading
from imgparams.engine.body import body_of
from imgparams.errors import CONTENT, Problem
from imgparams.identifying.bodies import (
    Body,
    Headers,
    body_of_call,
    form_request,
    headers_of,
    plain,
    typed,
    unmarked,
)
from imgparams.identifying.identified import Identified
from imgparams.identifying.routes import Address, Route, address, is_at, is_catch_all, query_of, routes
from imgparams.target import Target, without_operation
from imgparams.texts import listed, shown
from imgparams.values import Path

MOST_NAMES = 4  # of targets in a sentence


class Call(NamedTuple):
    """A call, in parts."""

    method: str
    address: Address
    headers: Mapping[str, str]
    body: Body


class Fit(NamedTuple):
    """A target that a call may be for: how the call is read, and how well that fits."""

    target: Target
    request: Any
    unread: tuple[tuple[Path, str], ...]
    parameters: Mapping[str, str]
    contradicted: tuple[str, ...]  # wires that always hold something else
    named: bool  # the call names the model that the target is for
    by_word: bool  # and does so in a wire of the target
    by_id: bool  # and does so by the model's id, in its body or its path
    lacks_model: bool
    misfit: tuple[int, int, int]


def identified(method: str, url: str, body: object, headers: Headers | None, catalog: Catalog) -> Identified:
    """Returns whose call this is; see `identify`."""
    if not isinstance(method, str) or not isinstance(url, str):
        raise TypeError("identify takes a method and a URL as text, then the body")
    given = headers_of(headers)
    call = Call(method.strip().upper(), address(url), given, body_of_call(body, given))
    return _identified(call, catalog)


def _identified(call: Call, catalog: Catalog) -> Identified:
    here, why = _at_path_and_host(call, catalog)
    if not here:
        return _nobody(call, why)
    if call.body.why:
        return _nobody(call, f"the path is that of {_names(here)}, but {call.body.why}")
    in_form = [route for route in here if _takes_form(route.target, call.body)]
    read = [_fit(call, route) for route in in_form]
    fits = [fit for fit in read if isinstance(fit, Fit)]
    others = _of_another_form(call, [route for route in here if not _takes_form(route.target, call.body)])
    if others and not any(_is_sure_of_model(fit) for fit in fits):
        return _of_fits(call, others, fits)
    if not in_form:
        form = _FORMS["json" if call.body.content == "multipart" else "multipart"]
        return _nobody(call, f"the path is that of a call whose body is {form}, which this one is not")
    here = in_form
    if not fits:
        return _nobody(call, f"the path is that of {_names(here)}, but {read[0]}")
    fits = [fit for fit in fits if not fit.lacks_model] or fits
    if all(fit.contradicted for fit in fits):
        wires = dict.fromkeys(wire for fit in fits for wire in fit.contradicted)
        return _nobody(call, f"the path is that of {_names(here)}, but {_contradiction(fits[0], next(iter(wires)))}")
    return _of_fits(call, fits)


_FORMS = {"json": "JSON", "multipart": "a multipart form"}


def _takes_form(target: Target, body: Body) -> bool:
    return body.content in (target.content, target.also_content)


def _is_sure_of_model(fit: Fit) -> bool:
    return fit.named and not (fit.lacks_model or fit.contradicted)


def _of_another_form(call: Call, routes_here: Sequence[Route]) -> list[Fit]:
    """Returns how a call is read for targets whose model it names by its id, although their body has another form."""
    read = (_fit(call, route) for route in routes_here)
    return [fit for fit in read if isinstance(fit, Fit) and fit.by_id and _is_sure_of_model(fit)]


def _at_path_and_host(call: Call, catalog: Catalog) -> tuple[list[Route], str]:
    """Returns the targets of a path at a host, or why there are none."""
    known = routes(catalog)
    path, host = plain(call.address.path), call.address.host
    at_path = known.at(call.method, path)
    here = [route for route in at_path if is_at(route.target, host)]
    if here:
        return here, ""
    telling = [route for route in at_path if not is_catch_all(route.target)]
    if telling:
        return [], f"the path is that of {_names(telling)}, but the host {shown(plain(host))} is another"
    others = {other for other in known.methods(path) if other != call.method}
    others = {o for o in others if any(is_at(r.target, host) and not is_catch_all(r.target) for r in known.at(o, path))}
    if others:
        return [], f"the path is called with {listed(sorted(others))}, not with {call.method}"
    return [], f"no known call has the path {shown(path)}"


def _names(routes_here: Sequence[Route]) -> str:
    names = list(dict.fromkeys(route.target.name for route in routes_here))
    more = [f"{len(names) - MOST_NAMES + 1} more"] if len(names) > MOST_NAMES else []
    return listed(names[: MOST_NAMES - 1] + more if more else names, "and")


def _nobody(call: Call, why: str) -> Identified:
    return Identified(None, None, (), why, method=call.method, url=plain(call.address.shown))


# ---- how a target reads a call


def _fit(call: Call, route: Route) -> Fit | str:
    """Returns how a call is read for a target, or why it can't be a call of this one."""
    target = route.target
    request, unread = _request(call, target)
    body = _first(request, target)
    if not isinstance(body, Mapping):
        return "the body is not of their form"
    parameters = dict(route.filled)
    parameters |= {name: call.address.query[key] for key, name in query_of(target).items() if key in call.address.query}
    parameters = {name: plain(text) for name, text in parameters.items()}
    beside = _beside(call, target, parameters)
    flat = target.tree.flatten({**beside, **body})
    in_query = {name for name in parameters if f"path:{name}" not in target.by_wire}
    if isinstance(request, list):
        request = [{**beside, **item} if item is body else item for item in request] if beside else request
    else:
        request = {**beside, **body}
    models = {wire: row for wire, row in target.constants.items() if wire in target.model_wires}
    said = {wire: flat[wire] for wire in models if flat.get(wire) is not None}
    for wire, value in said.items():
        if not models[wire].means(value):
            return f"none of them is for the model {shown(value)}"
    contradicted = tuple(
        wire
        for wire, row in target.constants.items()
        if wire not in models and flat.get(wire) is not None and ":" not in wire and not row.means(flat[wire])
    )
    required = any(row.always_sent for row in models.values())
    return Fit(
        target,
        request,
        tuple(unread),
        {name: text for name, text in parameters.items() if name in in_query},
        contradicted,
        named=_is_named(target, flat, parameters, said),
        by_word=bool(said) and bool(target.model),
        by_id=bool(target.model) and (bool(said) or "{model}" in target._path),
        lacks_model=bool(models) and not said and required,
        misfit=_misfit(target, flat, contradicted),
    )


def _request(call: Call, target: Target) -> tuple[Any, list[tuple[Path, str]]]:
    if call.body.parts is not None:
        request, unread = form_request(call.body.parts, target)
        value, more = unmarked(request)
        return value, unread + more
    return unmarked(_without_others(call.body.json, target))


def _without_others(body: object, target: Target) -> object:
    """Returns a list of several objects with the only one that this target's call can be, such as without a login."""
    if not target.in_list or not isinstance(body, list) or len(body) < 2:
        return body
    constants = [(wire, row) for wire, row in target.constants.items() if wire in target.keys and row.always_sent]
    right = [item for item in body if isinstance(item, Mapping) and all(row.means(item.get(w)) for w, row in constants)]
    return right if len(right) == 1 else body


def _first(request: object, target: Target) -> object:
    """Returns the object of a request, of a list the first."""
    body = body_of(request, target)
    return body[0] if target.in_list and isinstance(body, list) and body else body


def _beside(call: Call, target: Target, parameters: Mapping[str, str]) -> dict[str, object]:
    """Returns the keys of the request that stand in the call's path, query and headers."""
    found: dict[str, object] = {}
    for wire in target.by_wire:
        place, colon, name = wire.partition(":")
        if not colon or place not in ("header", "query", "path"):
            continue
        text = {"header": call.headers.get(name.lower()), "query": call.address.query.get(name)}.get(place)
        text = parameters.get(name) if place == "path" else text
        if text is None or (name.lower() == "accept" and text == "*/*"):  # which every client says by itself
            continue
        found[wire] = typed(plain(text), wire, target)
    return found


def _is_named(
    target: Target, flat: Mapping[str, object], parameters: Mapping[str, str], said: Mapping[str, object]
) -> bool:
    """Whether a call names the model that a target is for: in its body, its path, or as a deployment."""
    if target.model:
        by_default = any(row.value == target.model and row.optional for row in _model_constants(target))
        other = "model" in flat and "model" not in target.by_wire  # it names one where this vendor doesn't look
        return bool(said) or (by_default and not other) or not any(row.names_model for row in target.rows)
    own = without_operation(target.name).partition("/")[2].lower()
    words = [*parameters.values(), *(flat[wire] for wire in ("model",) if wire in flat)]
    return any(isinstance(word, str) and word.lower() == own for word in words)


def _model_constants(target: Target) -> list[Any]:
    """Returns the rows that always name the model."""
    return [row for wire, row in target.constants.items() if wire in target.model_wires]


def _misfit(target: Target, flat: Mapping[str, object], contradicted: Sequence[str]) -> tuple[int, int, int]:
    """Returns how many constants are contradicted, required rows lacking, and fields unknown."""
    lacking = [row for row in target.always_rows if not _is_there(row, flat)]
    unknown = [wire for wire in flat if wire not in target.by_wire]
    return len(contradicted), len(lacking), len(unknown)


def _is_there(row: Row, flat: Mapping[str, object]) -> bool:
    return any(wire in flat or wire.startswith("header:") for wire in row.wires)


# ---- which of them it is


def _of_fits(call: Call, fits: Sequence[Fit], others: Sequence[Fit] = ()) -> Identified:
    """Returns which of these a call is for; `others` fit less than all of them."""
    front = _front(fits)
    allowed = [fit for fit in (*fits, *others) if fit in front or not fit.contradicted]
    ordered = sorted(allowed, key=lambda fit: (fit not in front, fit in others, not fit.named, fit.misfit))
    best = ordered[0]
    sure = len(front) == 1 and not (is_catch_all(best.target) and not call.address.host)
    why = _reason(call, best) if sure else _several(call, front)
    unread = tuple(Problem("warning", "unreadable", path, None, text) for path, text in best.unread)
    if not _takes_form(best.target, call.body):
        form, own = _FORMS[best.target.content], _FORMS[call.body.content]
        why = f"{why}; but its body is {form}, and this one is {own}"
        unread = (Problem("error", "wrong_type", (), None, f"the body must be {form}, not {own}"), *unread)
    return Identified(
        best.target if sure else None,
        best.request,
        tuple(fit.target for fit in ordered),
        why,
        best.parameters,
        unread,
        call.method,
        plain(call.address.shown),
    )


def _front(fits: Sequence[Fit]) -> list[Fit]:
    """Returns the targets that nothing speaks against: those named, and of each model the operations that fit best.

    A call that names no model of a table is one for any model, if there is such a target: what a deployment called
    `prod` holds is not known. Where generating and editing are one path, a call is an edit only by a field of its own.
    """
    for_any = [fit for fit in fits if not (fit.target.model or fit.target.serves)]
    named = [fit for fit in fits if fit.by_word] or [fit for fit in fits if fit.named]
    front = named or for_any or list(fits)
    least: dict[tuple[str, str], tuple[int, int, int]] = {}
    for fit in front:
        model = _model(fit.target)
        least[model] = min(least.get(model, fit.misfit), fit.misfit)
    front = _that_read_most([fit for fit in front if fit.misfit == least[_model(fit.target)]])
    operations = {operation.name for fit in front for operation in fit.target.operations.values()}
    return [fit for fit in front if fit.target.name not in operations]


def _that_read_most(fits: Sequence[Fit]) -> list[Fit]:
    """Returns of each model the targets that read as much of prompt, pictures and mask as any of them."""
    of_model: dict[tuple[str, str], list[Fit]] = {}
    for fit in fits:
        of_model.setdefault(_model(fit.target), []).append(fit)
    several = [fit for same in of_model.values() if len(same) > 1 for fit in same]
    reads = {id(fit): _reads(fit) for fit in several}
    most = {model: max(reads.get(id(fit), 0) for fit in same) for model, same in of_model.items()}
    return [fit for fit in fits if reads.get(id(fit), 0) == most[_model(fit.target)]]


def _reads(fit: Fit) -> int:
    body = _first(fit.request, fit.target)
    fields = reading.read(fit.target, fit.target.tree.flatten(body)).fields if isinstance(body, Mapping) else {}
    return len(fields.keys() & CONTENT)


def _model(target: Target) -> tuple[str, str]:
    return target.provider, target.model or without_operation(target.name)


def _reason(call: Call, fit: Fit) -> str:
    host = f" at {plain(call.address.host)}" if call.address.host else ", whatever the host"
    model = f", model {fit.target.model}" if fit.named and fit.target.model else ""
    return f"the path is that of {fit.target.name}{host}{model}"


def _several(call: Call, front: Sequence[Fit]) -> str:
    names = _names([Route(fit.target, {}) for fit in front])
    if len(front) == 1:
        return f"only the host could tell that it is {names}"
    host = "" if call.address.host else "; the host would tell more"
    return f"{names} fit alike{host}"


def _contradiction(fit: Fit, wire: str) -> str:
    body = _first(fit.request, fit.target)
    flat = fit.target.tree.flatten(body) if isinstance(body, Mapping) else {}
    return f"{wire} is {shown(flat.get(wire))}, which is another kind of call"
