"""Translates intents into requests and parses requests.

    to_request(intent, target)      a Translation: the request, every change, what is still needed
    to_intent(request, target)      the intent that a request expresses

`convert`, `check`, `plan` and `rank` have files of their own. No I/O: what must be fetched or uploaded is a Need. Knows
no vendor; a caller's own target works like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from imgparams.catalog import CATALOG, TargetName, target_of
from imgparams.contract import SHAPE
from imgparams.engine.body import flatten
from imgparams.engine.call import Http, call_of, open_placeholders, value_faults, why_open
from imgparams.engine.measuring import changes as measured
from imgparams.engine.measuring import count, pixels
from imgparams.engine.needs import Need, open_needs, place, put_answer, still_open, unmet
from imgparams.engine.reading import (
    Asked,
    asked_of,
    intent_of,
    overlaid,
    raw_wire,
    read_effective,
)
from imgparams.engine.solving import share, solve
from imgparams.engine.verifying import Served, Unverified, inherit, unverified
from imgparams.errors import Change, Invalid, Problem, Refused
from imgparams.geometry import Size
from imgparams.intent import READERS, Intent, Json
from imgparams.paths import parse, rebuild
from imgparams.policy import SAFE, Kinds, Policy, policy_of
from imgparams.target import Target
from imgparams.texts import clean, did_you_mean, html_table, shown
from imgparams.values import PLAIN, FrozenDict, Value, freeze, short, thaw

if TYPE_CHECKING:
    from imgparams.engine.grouping import Written
    from imgparams.engine.hearing import Heard, Hearer
    from imgparams.engine.writing import Writer

PREPARE_AFTER = 8  # translations, before a target is prepared for more of them
READ_AFTER = 24  # the same for requests that are read: that costs less without
_NO_PARAMETERS: Mapping[str, str] = FrozenDict()


@frozen(eq=False, repr=False, slots=False)
class Translation(Value):
    """A request for `target`, with every change it took and the `needs` that are still open.

    `target` may be another operation than the one asked for (`:edit`, if references need it). `pixels` and `count` are
    what the vendor will return, None if it does not say. `unverified` are the fields, as changes name them, with values
    that are legal as far as is known, but beyond what is published to work.
    """

    target: Target
    changes: tuple[Change, ...]
    needs: tuple[Need, ...]
    pixels: Size | None
    count: int | None
    unverified: tuple[str, ...]
    _flat: Mapping[str, object] = field(repr=False)
    _wish: Asked = field(repr=False)
    _policy: Policy = field(repr=False)
    _extra: tuple[Change, ...] = field(repr=False, default=())
    _parameters: Mapping[str, str] = field(repr=False, default=_NO_PARAMETERS)

    __hash__ = None  # type: ignore[assignment]

    if not TYPE_CHECKING:  # a type checker would believe in any attribute

        def __getattr__(self, name: str) -> tuple[Change, ...]:
            """Returns the changes when they are first read, if they could wait until then."""
            later = self.__dict__.get("_later")
            if name != "changes" or later is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            found = self.__dict__["changes"] = later()
            return found

    def __repr__(self) -> str:
        """Returns the target, the request, what changed, and what is still needed."""
        found = {
            "changes": [f"{clean(change.field)} {change.kind}" for change in self.changes],
            "needs": [clean(need.at) for need in self.needs],
            "unverified": [clean(place) for place in self.unverified],
        }
        more = "".join(f", {name}: {'; '.join(some)}" for name, some in found.items() if some)
        return f"<Translation for {self.target.name}: {short(self.request)}{more}>"

    def _repr_html_(self) -> str:
        rows = [("request", short(self.request)), *(("change", str(change)) for change in self.changes)]
        rows += [("need", str(need)) for need in self.needs]
        rows += [("not confirmed", name) for name in self.unverified]
        return html_table(("", self.target.name), rows)

    def __getstate__(self) -> dict[str, object]:
        return {"changes": self.changes, **{k: value for k, value in self.__dict__.items() if k != "_later"}}

    @property
    def request(self) -> dict[str, Any]:
        """Returns the request as plain JSON (bytes in file fields), without open needs; a new dict each time."""
        from imgparams.tables.images import tokens

        if all(need.reference is None for need in self.needs) and [] not in self._flat.values():
            if self.target.keys.issuperset(self._flat):
                return {key: value if type(value) in PLAIN else thaw(value) for key, value in self._flat.items()}
            return rebuild(self._flat)
        closed: dict[str, object] = {}
        for wire, value in self._flat.items():
            if not any(True for _ in tokens(value)):
                closed[wire] = value
            elif isinstance(value, list):
                closed[wire] = [item for item in value if not any(True for _ in tokens(item))]
        return rebuild({wire: value for wire, value in closed.items() if value != []})

    def supply(self, results: Mapping[str, object]) -> Translation:
        """Returns the translation with some or all needs answered, by `Need.at`; it may have new needs.

        Those of the call can be answered too, with a text. Raises Invalid if an answer does not fit its need or leaves
        it open, Refused if it takes a change that is not allowed.
        """
        asked_for = {need.at: need for need in self.needs}
        of_call = {need.at for need in self.call_needs} - asked_for.keys()
        problems = [
            Problem("error", "open_need", (at,), None, "no such need" + did_you_mean(at, [*asked_for, *of_call][:100]))
            for at in results
            if at not in asked_for and at not in of_call
        ]
        parameters: dict[str, Any] = {at: results[at] for at in results if at in of_call}
        problems += [fault for at in parameters for fault in value_faults(self.target, at, parameters[at])]
        fields, raw = dict(self._wish.fields), dict(self._wish.raw)
        for at, answer in sorted(results.items(), key=lambda item: place(item[0])):
            if at in asked_for:
                problems += put_answer(asked_for[at], answer, fields, raw, self.target)
        if problems:
            raise Invalid(problems)
        done = translate(evolve(self._wish, fields=fields, raw=raw), self.target, self._policy, self._extra)
        same_request = self._flat == done._flat
        done.__dict__["_parameters"] = FrozenDict({**self._parameters, **parameters})  # it is ours alone yet
        left = [n for n in self.needs if n.at in results and still_open(n, done.needs, same_request=same_request)]
        if left:  # whoever answers until no need is left would never end
            raise Invalid(Problem("error", "open_need", (need.at,), results[need.at], unmet(need)) for need in left)
        return done

    @property
    def call_needs(self) -> tuple[Need, ...]:
        """The open placeholders of the URL, such as `{deployment}`, to be filled by `supply` or `http`.

        They belong to the call, not to the request: nothing else waits for them.
        """
        written = {wire.removeprefix("path:") for wire in self._flat if wire.startswith("path:")}
        names = open_placeholders(self.target, {*written, *self._parameters}, self.needs)
        return tuple(Need("value", name, None, None, why_open(self.target, name)) for name in names)

    def http(self, *, extra: Json | None = None, **path_parameters: str) -> Http:
        """Returns the call, ready to send but for the credential.

        `extra` is merged into the request, objects into objects, without a check by the table; what it changes in the
        request is listed in `Http.overwritten`. `path_parameters` fill placeholders such as `{deployment}` in the URL.
        Raises Invalid while a need or a placeholder is open, and if `extra` is not JSON or would take out an object.
        """
        if not isinstance(extra, Mapping) and extra is not None:
            why = "extra must be a dict to be merged into the request"
            raise TypeError(f"{why}, not {'a list' if isinstance(extra, list) else type(extra).__name__}")
        parameters = {**self._parameters, **path_parameters}
        return call_of(self.target, self.request, extra or {}, self.needs, self._media_types(), parameters)

    def _media_types(self) -> dict[int, str]:
        """Returns the media types that the caller stated, by the identity of the bytes."""
        fields = self._wish.fields
        pictures = (*fields.get("references", ()), *([fields["mask"]] if "mask" in fields else []))
        return {id(picture.data): picture.media_type for picture in pictures if picture.data and picture.media_type}


# ---- the verbs


def to_request(intent: Intent, target: Target | TargetName | str, *, allow: Policy | Kinds = SAFE) -> Translation:
    """Returns the request of a target, or of the one with this name, for an intent.

    If references or a mask are set and the target has no row for them, its edit operation is used. Raises Refused if a
    change is not allowed by `allow`, and UnknownTarget.
    """
    if not isinstance(intent, Intent):
        raise TypeError(not_an_intent(intent))
    target = operation_for(intent, target if isinstance(target, Target) else target_of(target))
    return translate(asked_of(intent, target), target, policy_of(allow))


def not_an_intent(value: object) -> str:
    """Returns what to do instead of giving something else than an intent."""
    if isinstance(value, str):
        return f"intent must be an Intent, such as Intent({shown(value)}), not a text"
    if isinstance(value, Mapping):
        return "intent must be an Intent, not a dict; Intent.of(fields) makes one of it"
    if isinstance(value, Target):
        return "the intent is a Target: the intent comes first, then the target"
    return f"intent must be an Intent, not {type(value).__name__}"


def operation_for(intent: Intent, target: Target) -> Target:
    """Returns the target, or its first operation with a place for more of the references and the mask."""
    asked = len(intent.references) + (intent.mask is not None)
    if not target.operations or not asked or _carried(intent, target) == asked:
        return target
    return max((target, *target.operations.values()), key=lambda other: _carried(intent, other))


def _carried(intent: Intent, target: Target) -> int:
    """Returns how many of the references and the mask a target has a place for."""
    references = sum(map(len, share(target, intent.references).values()))
    return references + (intent.mask is not None and "mask" in target.by_field)


def translate(wish: Asked, target: Target, policy: Policy, extra: tuple[Change, ...] = ()) -> Translation:
    """The translation of a wish for this very target; raises Refused."""
    known = target.prepared
    write: Writer | None = known.get("write raw" if wish.raw else "write") or _writer(target, with_raw=bool(wish.raw))
    done = written(write, wish, target, policy, extra) if write is not None else None
    return done if done is not None else solved(wish, target, policy, extra)


def _writer(target: Target, *, with_raw: bool) -> Writer | None:
    """Returns what writes a wish that needs no solving, None for the first calls."""
    known = target.prepared
    calls = known["translations"] = known.get("translations", 0) + 1
    if calls <= PREPARE_AFTER + len(target.name) % PREPARE_AFTER:  # not all targets of a `rank` at once
        return None
    from imgparams.engine.writing import writer  # when it is needed, as in `hearer_of`

    write = known["write raw" if with_raw else "write"] = writer(as_served(target), with_raw=with_raw)
    return write


def written(
    write: Writer, wish: Asked, target: Target, policy: Policy, extra: tuple[Change, ...] = ()
) -> Translation | None:
    """The same as `solved` for what the prepared form can write, None for the rest; raises Refused.

    Changes wait until they are read, if all kinds of them are allowed.
    """
    draft = None if wish.overruled else write(wish)
    if draft is None:
        return None
    flat, more, needs, images, px = draft
    places = tuple(dict.fromkeys(place for one in more for place in one.places)) if more else ()
    if places and not policy.unverified:
        return None
    moved = [one for one in more if not one.exact or one.adds]
    done = Translation.__new__(Translation)
    state: dict[str, Any] = done.__dict__
    if not moved and not extra:
        state["changes"] = ()
    elif _may_wait(moved, extra, policy):
        state["_later"] = partial(_changes_of, moved, wish, extra)
    else:
        state["changes"] = every = _changes_of(moved, wish, extra)
        refused = [change for change in every if not policy.allows(change)]
        if any(_may_drop(change, wish, policy, target) for change in refused):
            return None
        if refused:
            raise Refused(changes=every, refused=refused)
    state["target"], state["needs"], state["pixels"] = target, needs, px
    state["count"], state["unverified"], state["_flat"] = images, places, flat
    state["_wish"], state["_policy"], state["_extra"], state["_parameters"] = wish, policy, extra, _NO_PARAMETERS
    return done


def _may_wait(moved: Iterable[Written], extra: Iterable[Change], policy: Policy) -> bool:
    """Whether all changes are allowed, whatever their kind."""
    if policy.allows_everything:
        return not any(one.adds for one in moved)
    told = {change.field.partition(".")[0] for change in extra}
    return policy.allows_all(told) and not any(one.adds or not policy.allows_all(one.wishes) for one in moved)


def _changes_of(moved: Iterable[Written], wish: Asked, extra: tuple[Change, ...]) -> tuple[Change, ...]:
    """All changes, each with its place in the source request of `convert`."""
    found = (*_in_order([change for one in moved for change in one.changes], wish), *extra)
    return tuple(_located(change, wish) for change in found) if wish.where else found


def _in_order(changes: Iterable[Change], wish: Asked) -> tuple[Change, ...]:
    """Changes of several rows in the order of the fields, those of the shape and what was added last."""
    changes = tuple(changes)
    if len(changes) < 2:
        return changes
    order = {name: place for place, name in enumerate((*(n for n in wish.fields if n not in SHAPE), *SHAPE))}
    return tuple(sorted(changes, key=lambda change: order.get(change.field, len(order))))


def solved(wish: Asked, target: Target, policy: Policy, extra: tuple[Change, ...] = ()) -> Translation:
    """The same as `translate`, row by row and rule by rule: this says what is right, whatever it does to be quick.

    A field whose change is not allowed is given up where dropping it is, and the rest is solved again without it.
    """
    left = wish
    served = as_served(target)
    while True:
        solution = solve(served.bound, left)
        px = pixels(served.bound, solution.flat)
        changes = (*measured(served.bound, wish, left, solution, px), *extra)
        refused = [change for change in changes if not policy.allows(change)]
        droppable = next((change for change in refused if _may_drop(change, left, policy, target)), None)
        if droppable is None:
            break
        left = left.without(droppable.field, target.provider)
    if wish.where:
        changes = tuple(_located(change, wish) for change in changes)
        refused = [change for change in changes if not policy.allows(change)]
    if refused:
        raise Refused(changes=changes, refused=refused)
    flat = solution.flat
    doubts = tuple(unverified(served, flat))
    if doubts and not policy.unverified:
        raise Refused([_doubted(doubt, solution.flat.get(doubt.wire)) for doubt in doubts], changes)
    return Translation(
        target,
        changes,
        tuple(open_needs(target, flat, wish)),
        px,
        count(target, flat),
        tuple(dict.fromkeys(doubt.place for doubt in doubts)),
        flat,
        wish,
        policy,
        extra,
    )


def _doubted(doubt: Unverified, value: object) -> Problem:
    field = doubt.place if doubt.place in READERS else None
    return Problem("error", "unverified", parse(doubt.wire), value, doubt.why, None, field, doubt.source)


@lru_cache(maxsize=2048)
def as_served(target: Target) -> Served:
    """Returns a target with the limits of the maker of its model; what is written stays within them."""
    return inherit(target, CATALOG.maker_of(target))


def _may_drop(change: Change, left: Asked, policy: Policy, target: Target) -> bool:
    """Whether a field may be given up: it is asked, dropping it is allowed, and the vendor does not require it."""
    if change.kind in ("dropped", "added") or "dropped" not in policy.kinds(change.field):
        return False
    if any(row.needs(change.field) for row in target.by_field.get(change.field, ())):
        return False
    lacking = {rule.lacks({}) for rule in target.rules} - {""}
    if any(change.field in target.by_wire[wire].fields for wire in lacking):
        return False
    return change.field in left.fields or raw_wire(change.field, target.provider) in left.raw


def _located(change: Change, wish: Asked) -> Change:
    wires = wish.where.get(change.field)
    return change.at(parse(wires[0])) if wires and not change.path else change


def to_intent(request: object, target: Target | TargetName | str, *, defaults: bool = False) -> Intent:
    """Returns the intent that a request expresses; with `defaults`, including what the vendor does by default.

    Any value of the right type is parsed, legal or not; what no row can parse goes into `provider_options`. Raises
    Invalid if the request is not JSON, and UnknownTarget if the target is given by a name that no target has.
    """
    if not isinstance(target, Target):
        target = target_of(target)
    hear = None if defaults else hearer_of(target)
    heard = hear(request) if hear is not None else None
    if heard is not None:
        return intent_of_heard(heard, target)
    return parsed(request, target, defaults=defaults)


def intent_of_heard(heard: Heard, target: Target) -> Intent:
    """Returns the intent of what was read from a request that is plainly right."""
    if not heard.raw:
        return Intent.made(heard.fields)
    return Intent.made({**heard.fields, "provider_options": freeze({target.provider: rebuild(heard.raw)})})


def hearer_of(target: Target) -> Hearer | None:
    """Returns what reads a request that is plainly right, None for the first calls."""
    known = target.prepared
    hear: Hearer | None = known.get("hear")
    if hear is None:
        calls = known["readings"] = known.get("readings", 0) + 1
        if calls > READ_AFTER:
            from imgparams.engine.hearing import hearer
            from imgparams.engine.preparing import prepared

            right = known["right"] = known.get("right") or prepared(as_served(target))
            hear = known["hear"] = hearer(target, right)
    return hear


def parsed(request: object, target: Target, *, defaults: bool = False) -> Intent:
    """Returns the same as `to_intent`, row by row: this says what is right, whatever that does to be quick."""
    flat = flatten(request, target)
    asked = read_effective(target, flat)
    if defaults:
        defaults_too = overlaid(target, flat)
        if any(name in asked.fields for name in SHAPE):
            defaults_too = {name: value for name, value in defaults_too.items() if name not in SHAPE}
        asked = evolve(asked, fields={**defaults_too, **asked.fields})
    return intent_of(asked, target.provider)
