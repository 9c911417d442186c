"""What was done: the public verbs, and the translation that they answer.

    to_request(intent, target)              a Translation: the request, every change, what is still needed
    to_intent(request, target)              what a request says
    convert(request, source=, target=)      a request of one vendor as another's
    check(request, target)                  every fault at once

`plan`, which makes several requests, is in `planning`. No IO: what must be fetched or uploaded is a Need. `providers`
are unknown here; a caller's own target is the equal of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve, field, frozen

from imgparams.engine import (
    Asked,
    asked_of,
    intent_of,
    overlaid,
    raw_name,
    raw_wire,
    read,
    read_heard,
    share,
    solve,
    superfluous,
    unignored,
)
from imgparams.intent import READERS, AspectRatio, Edits, Intent, Json, Reference, Size, did_you_mean, takes
from imgparams.measure import changes as measured
from imgparams.measure import count, met, pixels, shape_met
from imgparams.paths import parse, rebuild
from imgparams.policy import ALL, Kinds, Policy, policy_of
from imgparams.report import Change, Invalid, Problem, Refused
from imgparams.target import SHAPE, Row, Target, View
from imgparams.values import Value, same, unreadable

if TYPE_CHECKING:
    from imgparams.images import Token

NeedKind = Literal["fetch", "upload", "host", "repaint", "find", "value"]


@frozen(eq=False, repr=False)
class Need(Value):
    """What the caller must do before the request can be sent; `at` is the key for `supply`.

    fetch: give the bytes; upload: give this vendor's id; host: give a URL; repaint: give a mask that marks the area to
    edit as `edits` says; find: another vendor's id, give the bytes; value: a required value that only the caller knows.
    """

    kind: NeedKind
    at: str
    reference: Reference | None
    edits: Edits | None
    why: str

    def __str__(self) -> str:
        return f"{self.at}: {self.kind} ({self.why})"


@frozen(eq=False, repr=False)
class Http(Value):
    """A call without its host: `path` from the host's root, and `json` or multipart `files` as httpx takes them.

    `json` is an object, or a list of one. `headers` are those that say something of the request; not the credential.
    """

    method: str
    path: str
    json: Any
    files: list[tuple[str, tuple[str | None, bytes, str | None]]] | None
    headers: dict[str, str] = field(factory=dict)


@frozen(eq=False, repr=False)
class Translation(Value):
    """A request for `target`, every `change` it took, and the `needs` that are still open.

    `target` may be another operation than was asked (`:edit`, where references need it). `pixels` and `count` say what
    will come, None where the vendor does not say.
    """

    target: Target
    changes: tuple[Change, ...]
    needs: tuple[Need, ...]
    pixels: Size | None
    count: int | None
    _flat: Mapping[str, Any] = field(repr=False)
    _base: Asked = field(repr=False)
    _policy: Policy = field(repr=False)
    _extra: tuple[Change, ...] = field(repr=False, default=())

    __hash__ = None  # type: ignore[assignment]

    @property
    def request(self) -> dict[str, Any]:
        """The request as plain JSON (bytes in multipart file fields), fresh at every call, without what is needed."""
        from imgparams.images import tokens

        closed: dict[str, object] = {}
        for wire, value in self._flat.items():
            if not any(True for _ in tokens(value)):
                closed[wire] = value
            elif isinstance(value, list):
                closed[wire] = [item for item in value if not any(True for _ in tokens(item))]
        return rebuild({wire: value for wire, value in closed.items() if value != []})

    def supply(self, results: Mapping[str, Any]) -> Translation:
        """The translation with answers to some or all needs, by `Need.at`; it may have new ones.

        Raises Invalid where an answer does not fit its need or leaves the very same one open, Refused where it takes a
        change that is not allowed.
        """
        open_needs = {need.at: need for need in self.needs}
        problems = [
            Problem("error", "open_need", (at,), None, "no such need" + did_you_mean(at, list(open_needs)[:100]))
            for at in results
            if at not in open_needs
        ]
        fields, raw = dict(self._base.fields), dict(self._base.raw)
        for at, answer in sorted(results.items(), key=lambda item: _index(item[0])):
            if at in open_needs:
                problems += _answer(open_needs[at], answer, fields, raw, self.target)
        if problems:
            raise Invalid(problems)
        done = translate(evolve(self._base, fields=fields, raw=raw), self.target, self._policy, self._extra)
        unmet = [need for need in self.needs if need.at in results and _still_open(need, self, done)]
        if unmet:  # whoever answers until no need is left would never end
            raise Invalid(Problem("error", "open_need", (need.at,), results[need.at], _unmet(need)) for need in unmet)
        return done

    def http(self, *, extra: Json | None = None, **holes: str) -> Http:
        """The call, ready to be sent; `holes` fill the path's `{deployment}`, `extra` is merged in unchecked.

        Raises Invalid while a need or a hole is open.
        """
        from urllib.parse import quote, urlencode  # here, and json below: importing imgparams is to be quick

        body = {**self.request, **(extra or {})}
        headers = _taken(body, "header:")
        query = _taken(body, "query:")
        filled = _taken(body, "path:")  # may have slashes, as model names do
        names = [name for name in re.findall(r"{(\w+)}", self.target.path) if name not in filled]
        problems = [Problem("error", "open_need", (need.at,), None, str(need)) for need in self.needs]
        problems += [
            Problem("error", "open_need", (name,), None, f"the path {self.target.path} needs {name}=")
            for name in names
            if name not in holes
        ]
        problems += [
            Problem("error", "unknown_field", (name,), None, "the path has no such hole" + did_you_mean(name, names))
            for name in holes
            if name not in names
        ]
        problems += [
            Problem("error", "not_allowed", (name,), value, "a part of a path: text that is not empty, '.' or '..'")
            for name, value in (*holes.items(), *((n, part) for n, text in filled.items() for part in text.split("/")))
            if value in ("", ".", "..") or any(unreadable(value))
        ]
        problems += [
            Problem("error", "not_allowed", (f"header:{name}",), value, "a header: text of one line")
            for name, value in headers.items()
            if not value.isprintable()
        ]
        if problems:
            raise Invalid(problems)
        parts = {name: quote(str(value), safe="") for name, value in holes.items()}
        parts |= {name: quote(value, safe="/:@") for name, value in filled.items()}
        path = re.sub(r"{(\w+)}", lambda hole: parts[hole[1]], self.target.path)
        path += f"{'&' if '?' in path else '?'}{urlencode(query)}" if query else ""
        if self.target.content == "multipart":
            return Http(self.target.method, path, None, list(_files(body, self._media_types(), self.target)), headers)
        return Http(self.target.method, path, [body] if self.target.in_list else body, None, headers)

    def _media_types(self) -> dict[int, str]:
        """What the caller says of bytes, by their identity."""
        fields = self._base.fields
        pictures = (*fields.get("references", ()), *([fields["mask"]] if "mask" in fields else []))
        return {id(picture.data): picture.media_type for picture in pictures if picture.data and picture.media_type}


_ANSWERS: Mapping[NeedKind, str] = {
    "fetch": "give its bytes",
    "upload": "give the id of this vendor",
    "host": "give a URL",
    "repaint": "give a mask that is marked so",
    "find": "give its bytes",
    "value": "give one that can be sent",
}


def _unmet(need: Need) -> str:
    return f"this leaves the need open; {_ANSWERS[need.kind]} ({need.why})"


def _still_open(need: Need, before: Translation, after: Translation) -> bool:
    """Whether an answered need is still there; a picture that has no place would be asked for at the next number."""
    if need.kind == "value" and need.at.startswith("references["):
        return before._flat == after._flat and any(
            other.kind == "value" and other.why == need.why for other in after.needs
        )
    return any((other.at, other.kind) == (need.at, need.kind) for other in after.needs)


def _index(at: str) -> int:
    """The number in `references[2]`, so that answers are put in their order."""
    match = re.fullmatch(r"references\[(\d{1,9})\]", at)
    return int(match[1]) if match else -1


def _taken(body: dict[str, Any], place: str) -> dict[str, str]:
    """What goes into another place than the body, as text, taken out of it."""
    names = [key for key in body if key.startswith(place)]
    return {name.removeprefix(place): _text(body.pop(name)) for name in names}


def _text(value: object) -> str:
    import json

    return value if isinstance(value, str) else json.dumps(value)


def _files(
    body: Mapping[str, Any], types: Mapping[int, str], target: Target
) -> Iterator[tuple[str, tuple[str | None, bytes, str | None]]]:
    """Every field as a part: a list of files as several, most objects as `key[inner]`, all else as its JSON text."""
    for key, value in body.items():
        row = target.by_wire.get(key)
        if isinstance(value, list) and any(isinstance(item, bytes) for item in value):
            for item in value:
                yield (getattr(row, "multipart", "") or key), _part(key, item, types)
        elif isinstance(value, Mapping) and key not in target.json_parts:
            yield from _files({f"{key}[{inner}]": item for inner, item in value.items()}, types, target)
        else:
            yield key, _part(key, value, types)


def _part(key: str, value: object, types: Mapping[int, str]) -> tuple[str | None, bytes, str | None]:
    if isinstance(value, bytes):
        from imgparams.images import sniff

        media_type = types.get(id(value)) or sniff(value)
        suffix = {"image/jpeg": "jpg", "image/svg+xml": "svg", "application/octet-stream": "bin"}
        return f"{key}.{suffix.get(media_type, media_type.partition('/')[2])}", value, media_type
    return None, _text(value).encode(), None


def _answer(
    need: Need, answer: object, fields: dict[str, Any], raw: dict[str, Any], target: Target
) -> Iterator[Problem]:
    """Puts an answer where the need stood."""
    wire = raw_wire(need.at, target.provider)
    name, _, rest = need.at.partition("[")
    if wire:
        problems = list(_unfit(wire, answer, target))
        yield from problems
        if not problems:
            raw[wire] = answer
    elif name not in ("references", "mask"):
        if takes(name, answer):
            fields[name] = READERS[name](answer)
        else:
            yield Problem("error", "wrong_type", (need.at,), answer, need.why)
    elif not isinstance(answer, Reference):
        yield Problem("error", "wrong_type", (need.at,), answer, "a Reference")
    else:
        old = need.reference
        if old is not None:
            weight = answer.weight if answer.weight is not None else old.weight
            edits = answer.edits or need.edits or old.edits
            answer = evolve(answer, role=old.role, weight=weight, edits=edits)
        if name == "mask":
            fields["mask"] = answer
        else:
            references = list(fields.get("references", ()))
            at = int(rest[:-1])
            references[at : at + 1] = [answer]
            fields["references"] = tuple(references)


def _unfit(wire: str, answer: object, target: Target) -> Iterator[Problem]:
    """What is wrong with a value for one wire."""
    for path, value, why in unreadable(answer, path=parse(wire), files=target.content == "multipart"):
        yield Problem("error", "unreadable", path, value, why)
        return
    yield from target.by_wire[wire].problems({wire: answer})


# ---- the verbs


def to_request(intent: Intent, target: Target, *, allow: Policy | Kinds = ALL) -> Translation:
    """The target's request for an intent; raises Refused where a change is not allowed by `allow`.

    The edit operation is taken when references or a mask are asked and the target itself has no row for them.
    """
    target = operation_for(intent, target)
    return translate(asked_of(intent, target), target, policy_of(allow))


def operation_for(intent: Intent, target: Target) -> Target:
    """The target itself, or its first operation that takes more of the references and the mask than it does."""
    return max((target, *target.operations.values()), key=lambda other: _carried(intent, other))


def _carried(intent: Intent, target: Target) -> int:
    """How many of the references and the mask a target has a place for."""
    found = sum(map(len, share(target, intent.references).values()))
    return found + (intent.mask is not None and "mask" in target.by_field)


def translate(base: Asked, target: Target, policy: Policy, extra: tuple[Change, ...] = ()) -> Translation:
    """The translation of what is asked of this very target; raises Refused."""
    asked = base
    while True:
        solution = solve(target, asked)
        found = (*measured(target, base, asked, solution), *extra)
        refused = [change for change in found if not policy.allows(change)]
        droppable = next((change for change in refused if _may_drop(change, asked, policy, target)), None)
        if droppable is None:
            break
        asked = asked.without(droppable.field, target.provider)
    if base.where:
        found = tuple(_located(change, base) for change in found)
        refused = [change for change in found if not policy.allows(change)]
    if refused:
        raise Refused(changes=found, refused=refused)
    flat = solution.flat
    needs = tuple(_needs(target, flat, base))
    return Translation(target, found, needs, pixels(target, flat), count(target, flat), flat, base, policy, extra)


def _may_drop(change: Change, asked: Asked, policy: Policy, target: Target) -> bool:
    if change.kind in ("dropped", "added") or "dropped" not in policy.kinds(change.field):
        return False
    if any(row.needs(change.field) for row in target.by_field.get(change.field, ())):
        return False
    lacking = {rule.lacks({}) for rule in target.rules} - {""}
    if any(change.field in target.by_wire[wire].fields for wire in lacking):
        return False
    return change.field in asked.fields or raw_wire(change.field, target.provider) in asked.raw


def _located(change: Change, base: Asked) -> Change:
    wires = base.where.get(change.field)
    return evolve(change, path=parse(wires[0])) if wires and not change.path else change


def _needs(target: Target, flat: Mapping[str, object], base: Asked) -> Iterator[Need]:
    from imgparams.images import tokens

    references = list(enumerate(base.fields.get("references", ())))
    more = len(references)
    for wire, value in flat.items():
        row = target.by_wire.get(wire)
        for token in tokens(value):
            at = "mask"
            if row is None or row.fields != ("mask",):
                spot = next(spot for spot in references if spot[1] is token.reference or spot[1] == token.reference)
                references.remove(spot)
                at = f"references[{spot[0]}]"
            yield _need(token, at)
    for row in target.settled_rows:
        places = {parse(wire): wire for wire in row.wires}
        for found in row.problems(flat):
            if found.code == "missing" and found.path in places:  # not a key inside a value
                need = _missing(row, places[found.path], found.field, found.why, target, more)
                more += need.at.startswith("references[")
                yield need
    for rule in target.rules:
        wire = rule.lacks(flat)
        if wire:
            row = target.by_wire[wire]
            yield _missing(row, wire, row.fields[0] if row.fields else None, rule.why, target, more)


def _need(token: Token, at: str) -> Need:
    return Need(token.kind, at, token.reference, token.edits, token.why)  # type: ignore[arg-type]


def _missing(row: Row, wire: str, name: str | None, why: str, target: Target, more: int) -> Need:
    name = name or (row.fields[0] if row.fields else None)
    at = f"references[{more}]" if name == "references" else name or raw_name(target.provider, wire)
    return Need("value", at, None, None, why)


def to_intent(request: object, target: Target, *, defaults: bool = False) -> Intent:
    """What a request says; with `defaults` also what the vendor does where it says nothing.

    Any value of the right type is read, legal or not; what no row can read is in `provider_options`. Raises Invalid
    where the request is not JSON.
    """
    flat = _flatten(request, target)
    asked = read_heard(target, flat)
    if defaults:
        known = overlaid(target, flat)
        if any(name in asked.fields for name in SHAPE):
            known = {name: value for name, value in known.items() if name not in SHAPE}
        asked = evolve(asked, fields={**known, **asked.fields})
    return intent_of(asked, target.provider)


def _flatten(request: object, target: Target) -> dict[str, object]:
    body = _body(request, target)
    problems = list(_unreadable(body, target))
    if problems:
        raise Invalid(problems)
    return target.tree.flatten(body)


def _body(request: Any, target: Target) -> Any:
    """The one object of a body that is a list, where the vendor wants one; all else as it is."""
    if target.in_list and isinstance(request, (list, tuple)) and len(request) == 1:
        return request[0]
    return request


def _unreadable(request: object, target: Target) -> Iterator[Problem]:
    if target.in_list and isinstance(request, (list, tuple)):
        code: Literal["too_many", "missing"] = "too_many" if request else "missing"
        yield Problem("error", code, (), None, f"a list of one object; there are {len(request)}")
    elif not isinstance(request, Mapping):
        yield Problem("error", "unreadable", (), request, "a request is a JSON object")
        return
    for path, value, why in unreadable(request, files=target.content == "multipart"):
        yield Problem("error", "unreadable", path, value, why)


def convert(request: object, *, source: Target, target: Target, allow: Policy | Kinds = ALL) -> Translation:
    """A request of `source` as one of `target`, asked as `source` would run it.

    Where both vendors' defaults are known and differ for what the request leaves out, the source's is asked of the
    target. What stood in the source's own fields and has no place is dropped. Raises Invalid where the request is not
    JSON, and Refused.
    """
    flat = _flatten(request, source)
    asked = read_heard(source, flat)
    target = operation_for(intent_of(evolve(asked, raw={}), source.provider), target)
    fields = {**asked.fields, **_differing_defaults(source, flat, asked, target)}
    intent = intent_of(evolve(asked, fields=fields, raw={}), source.provider)
    extra: tuple[Change, ...] = ()
    base = asked_of(intent, target)
    raw = {wire: value for wire, value in asked.raw.items() if not _is_model(source, wire)}
    if source.provider == target.provider:
        known = target.constants
        ours = source.constants
        wrong = {w for w, v in asked.raw.items() if w in ours and not ours[w].means(v)}
        kept = {w: v for w, v in asked.raw.items() if w in raw or w in wrong or w not in known or known[w].means(v)}
        for wire, row in ours.items():  # what the source always says, the target may not
            if wire in target.by_wire and wire not in known:
                kept.setdefault(wire, row.value)
        base = asked_of(intent_of(evolve(asked, fields=fields, raw=kept), source.provider), target)
        asked = evolve(asked, where={**_places(target, asked.raw), **asked.where})
    else:
        why = f"a field of {source.provider} that no intent field says"
        extra = tuple(
            evolve(change, path=parse(raw_wire(change.field, source.provider)))
            for change in superfluous(evolve(asked, raw=raw), source.provider, why)
        )
    return translate(evolve(base, where=asked.where), target, policy_of(allow), extra)


def _places(target: Target, raw: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Where a request said what only its own target could not read: fields, and wires by their names in changes."""
    flat = target.tree.flatten(rebuild(raw))
    return {**{raw_name(target.provider, wire): (wire,) for wire in flat}, **read(target, flat).where}


def _is_model(source: Target, wire: str) -> bool:
    return any(row.names_model and wire in row.wires for row in source.rows)


def _differing_defaults(source: Target, flat: Mapping[str, object], asked: Asked, target: Target) -> dict[str, Any]:
    ours, theirs = overlaid(source, flat), overlaid(target, {})
    found = {
        name: value
        for name, value in ours.items()
        if name not in asked.fields
        and name not in SHAPE
        and value != "auto"
        and name in theirs
        and not same(value, theirs[name])
        and not met(name, value, theirs[name])
    }
    return found | _silent_shape(source, flat, asked, target)


def _silent_shape(source: Target, flat: Mapping[str, object], asked: Asked, target: Target) -> dict[str, Any]:
    """The parts of the shape that a request leaves to the source's default, where the target would do another."""
    ours = overlaid(source, flat)
    given = [name for name in SHAPE if name in asked.fields]
    parts = {n: ours[n] for n in SHAPE if n in ours and n not in given and ours[n] != AspectRatio("auto")}
    here = pixels(source, flat)
    if "size" in given:
        return {}
    named = {name: value for name, value in parts.items() if name != "size"}
    if not given:
        there, said = pixels(target, {}), overlaid(target, {})
        if here and there:
            size = parts.get("size", here)
            return {} if here == there else named if named and "size" not in parts else {"size": size}
        known = {name: value for name, value in named.items() if there or name in said}
        return {name: value for name, value in known.items() if not shape_met(name, value, said, there)}
    if not named and here and all(shape_met(name, asked.fields[name], {}, here) for name in given):
        named = {"size": here}
    alone = solve(target, Asked({name: asked.fields[name] for name in given}, {})).flat
    there, said = pixels(target, alone), overlaid(target, alone)
    return {name: value for name, value in named.items() if not shape_met(name, value, said, there)}


def check(request: object, target: Target) -> tuple[Problem, ...]:
    """Every fault of a request, in the order of the target's rows, then unknown fields, then broken rules."""
    body = _body(request, target)
    problems = list(_unreadable(body, target))
    if not problems:
        flat = target.present(target.tree.flatten(body))
        heard = unignored(target, flat)
        for row in target.settled_rows:
            found_here = list(row.problems(flat))
            if len(heard) < len(flat) and any(found.code == "conflict" for found in found_here):
                left = list(row.problems(heard))  # what the vendor ignores contradicts nothing
                found_here = [found for found in found_here if found.code != "conflict" or found in left]
            problems += found_here
        unknown = (_unknown(wire, value, target) for wire, value in flat.items() if wire not in target.by_wire)
        problems += [found for found in unknown if found is not None]
        problems += _broken_rules(target, flat)
    if body is not request:
        problems = [evolve(found, path=(0, *found.path)) for found in problems]
    return (*_standing(target), *problems)


def _standing(target: Target) -> Iterator[Problem]:
    if target.status == "retired":
        since = f" since {target.retired}" if target.retired else ""
        yield Problem("warning", "retired", (), None, f"{target.name} is retired{since}")
    elif target.status == "deprecated":
        until = f"; announced end: {target.retired}" if target.retired else ""
        yield Problem("warning", "deprecated", (), None, f"{target.name} is deprecated{until}")


def _unknown(wire: str, value: object, target: Target) -> Problem | None:
    path = parse(wire)
    if path in target.tree.branches:
        kind = "an object" if target.tree.branches[path] is dict else "a list"
        return Problem("error", "wrong_type", path, value, f"{kind} here")
    if target.unknown == "forwarded":
        return None
    near = did_you_mean(path[0] if len(path) == 1 else wire, target.by_wire)
    if target.unknown == "ignored":
        return Problem("warning", "ignored", path, value, f"{target.name} ignores fields it does not know{near}")
    unsaid = "" if target.unknown == "refused" else "; the vendor does not say what it does with one"
    return Problem("error", "unknown_field", path, value, f"{target.name} has no such field{near}{unsaid}")


def _broken_rules(target: Target, flat: Mapping[str, object]) -> Iterator[Problem]:
    view = View(flat, target)
    for rule in target.rules:
        for wire, why, condition in rule.broken(view):
            value = view.value(wire)
            row = target.by_wire[wire]
            name = row.fields[0] if len(row.fields) == 1 else None
            code = "conflict" if rule.effect == "refused" else rule.effect
            level: Literal["error", "warning"] = "error" if rule.effect == "refused" else "warning"
            allowed = (condition.describe(),) if condition is not None else None
            yield Problem(level, code, parse(wire), value, why + rule.by_default(view, wire), allowed, name)
