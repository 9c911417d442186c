"""Answers the explorer page: reads what is asked from the page's address, and returns what targets make of it, as JSON.

Runs in the browser, so it loads only the core of the library. What is asked is an object of texts: the fields of an
intent (`references` is how many, `references_as` url or file, `role` their role; `mask` how the area to edit is
marked), and `allow` and `must`, which say what may change.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from imgparams.capability import capabilities
from imgparams.catalog import CATALOG, Catalog
from imgparams.checking import check
from imgparams.engine.needs import Need
from imgparams.errors import Change, ImgparamsError, Invalid, Problem, Refused, UnknownTarget
from imgparams.export.describe import sentences, takes
from imgparams.geometry import Size, tier_area
from imgparams.intent import READERS, Intent
from imgparams.planning import plan
from imgparams.policy import ALL, Kinds, Policy
from imgparams.ranking import loss
from imgparams.reference import ROLES, Reference
from imgparams.target import Target
from imgparams.texts import shown
from imgparams.translation import Translation, to_request
from imgparams.values import JsonObject

#: what a target may do to a wish, by the page's word for it
ALLOW: Mapping[str, Kinds] = {
    "kept": ("clamped", "mapped", "added"),
    "any": ALL,
    "none": (),
}
NUMBERS = (
    "references",
    "n",
    "seed",
    "output_compression",
    "guidance",
    "steps",
    "strength",
    "stream",
)  # JSON on the page
#: a file of one pixel, for wishes that give their pictures as bytes
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e366"
    "0000000049454e44ae426082"
)
MOST_PICTURES = 50
#: the words of a wish that are no field of an intent; none: any text
WORDS: Mapping[str, tuple[str, ...]] = {
    "allow": tuple(ALLOW),
    "references_as": ("url", "file"),
    "role": ROLES,
    "must": (),
}

_catalog: Catalog = CATALOG


def use(tables: str) -> None:
    """Adds the tables of a dumped catalog."""
    global _catalog
    from imgparams import serial  # cattrs is on the page only where there are such tables

    _catalog = CATALOG | serial.load(Catalog, json.loads(tables))


def read(wish: str) -> str:
    """Returns the shape that is asked for, for the pictures, or the problems by field."""
    try:
        intent, _ = intent_of(json.loads(wish))
    except Invalid as error:
        return _text({"problems": [_problem(problem) for problem in error.problems]})
    return _text({"problems": [], "shape": _shape(intent)})


def answer(wish: str, targets: str) -> str:
    """Returns a row for each of these targets; raises Invalid where `read` finds problems."""
    intent, policy = intent_of(json.loads(wish))
    return _text([_row(name, _catalog.find(name), intent, policy) for name in json.loads(targets)])


def first(wish: Mapping[str, str], targets: Mapping[str, Target]) -> JsonObject:
    """Returns a wish with its answer, which a page may have with it so that it need not wait for Python."""
    intent, policy = intent_of(wish)
    rows = [_row(name, target, intent, policy) for name, target in targets.items()]
    return {"wish": dict(wish), "shape": _shape(intent), "rows": rows}


def opened(wish: str, name: str) -> str:
    """Returns everything about one target: its request, what changed, and its table."""
    intent, policy = intent_of(json.loads(wish))
    try:
        target = _catalog.find(name)
    except UnknownTarget as error:
        return _text({"name": name, "unknown_target": str(error)})
    row = _row(name, target, intent, policy)
    done = to_request(intent, target, allow=ALL)
    if row["group"] != "refused":
        done = to_request(intent, target, allow=policy)
    facts = ("method", "path", "content", "model", "docs", "checked", "status", "retired", "note", "unknown")
    return _text(
        {
            **row,
            **{fact: getattr(done.target, fact) for fact in facts},
            "target": done.target.name,
            "request": json.dumps(_printable(done.request), indent=2, ensure_ascii=False),
            "warnings": [
                _problem(problem) for problem in check(done.request, done.target) if problem.level == "warning"
            ],
            "curl": curl(done),
            "calls": _calls(intent, target, policy) if row["group"] != "refused" else [],
            "python": python(intent, name, json.loads(wish), raises=row["group"] == "refused"),
            "takes": list(_takes(done.target, intent)),
            "rules": [sentence._asdict() for sentence in sentences(done.target)],
            "operations": [operation.name for operation in target.operations.values()],
        }
    )


# ---- wishes


def intent_of(wish: Mapping[str, str]) -> tuple[Intent, Policy]:
    """Returns the intent and the policy that are asked; raises Invalid with every problem."""
    asked = {name: text for name, text in wish.items() if text != ""}
    problems = [*_faults(asked)]
    bad = {problem.path[0] for problem in problems}
    fields: JsonObject = {
        name: _number(text) if name in NUMBERS else text
        for name, text in asked.items()
        if name in READERS and name not in bad
    }
    as_file = asked.get("references_as") == "file"
    if "references" in fields:
        numbers = range(1, fields["references"] + 1)
        fields["references"] = [
            _picture(f"{number}.png", as_file, role=asked.get("role", "image")) for number in numbers
        ]
    if "mask" in fields:
        fields["mask"] = _picture("mask.png", as_file, edits=fields["mask"])
    try:
        intent = Intent.of(fields)
    except Invalid as error:
        problems += error.problems
    if problems:
        raise Invalid(problems)
    must: Any = dict.fromkeys(_must(asked), ())
    return intent, Policy(ALLOW[asked.get("allow", "kept")], **must)


def _faults(asked: Mapping[str, str]) -> Iterator[Problem]:
    """Yields what is wrong besides the intent itself."""
    for name in asked:
        if name not in WORDS and (name not in READERS or name in ("provider_options", "user")):
            yield Problem("error", "unknown_field", (name,), None, "a wish has no such field")
    for name in _must(asked):
        if name not in READERS:
            yield Problem("error", "unknown_field", ("must",), name, "an intent has no such field")
    for name, words in WORDS.items():
        if words and asked.get(name, words[0]) not in words:
            yield Problem("error", "not_allowed", (name,), asked[name], f"one of {', '.join(words)}")
    count = _number(asked.get("references", "0"))
    if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= MOST_PICTURES:
        why = f"how many pictures, 0 to {MOST_PICTURES}"
        yield Problem("error", "out_of_range", ("references",), asked["references"], why)


def _must(asked: Mapping[str, str]) -> list[str]:
    """Returns the fields that must not change."""
    return [name for name in asked.get("must", "").split(",") if name]


def _number(text: str) -> object:
    """Parses a number as JSON; anything else stays text, for Intent to refuse."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _picture(name: str, as_file: bool, **more: object) -> JsonObject:
    place: JsonObject = {"data": PIXEL, "media_type": "image/png"}
    return {**(place if as_file else {"url": f"https://example.com/{name}"}), **more}


def _shape(intent: Intent) -> dict[str, float | None]:
    """Returns the asked ratio (width divided by height) and area in pixels, for drawing."""
    if intent.size:
        return {"ratio": intent.size.width / intent.size.height, "area": intent.size.width * intent.size.height}
    ratio = intent.aspect_ratio.value if intent.aspect_ratio else None
    area = tier_area(intent.resolution) if intent.resolution else None
    return {"ratio": None if ratio is None else float(ratio), "area": None if area is None else float(area)}


# ---- answers


def _row(name: str, target: Target, intent: Intent, policy: Policy) -> JsonObject:
    """Returns what the list shows of one target, and its sort key."""
    try:
        done = to_request(intent, target, allow=policy)
    except Refused as error:
        changes = [{**_change(change), "refused": change in error.refused} for change in error.changes]
        order = [len(error.refused), len(error.changes)]
        problems = [_problem(problem) for problem in error.problems]
        return {
            "name": name,
            "group": "refused",
            "changes": changes,
            "needs": [],
            "unverified": [],
            "problems": problems,
            "order": order,
        }
    return {
        "name": name,
        "group": "changed" if done.changes else "unverified" if done.unverified else "exact",
        "pixels": done.pixels,
        "count": done.count,
        "changes": [_change(change) for change in done.changes],
        "needs": [_need(need) for need in done.needs],
        "unverified": done.unverified,
        "problems": [],
        "order": loss(done),
    }


def _change(change: Change) -> JsonObject:
    asked, became = shown(change.asked), shown(change.became)
    return {"field": change.field, "kind": change.kind, "asked": asked, "became": became, "why": change.why}


def _need(need: Need) -> dict[str, str]:
    return {"at": need.at, "kind": need.kind, "why": need.why}


def _problem(problem: Problem) -> JsonObject:
    return {"field": problem.field or (problem.path or ("",))[0], "why": problem.why, "text": str(problem)}


def _calls(intent: Intent, target: Target, policy: Policy) -> list[str]:
    """Returns the requests that together make all images, if one does not."""
    if intent.n is None or intent.n > 100:
        return []
    try:
        parts = plan(intent, target, allow=policy)
    except ImgparamsError as error:
        return [str(error)]
    return [_brief(part) for part in parts] if len(parts) > 1 else []


def _brief(part: Translation) -> str:
    return json.dumps(_printable(part.request), ensure_ascii=False)


def _printable(value: object) -> object:
    """Returns a request with its bytes described, not shown."""
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_printable(item) for item in value]
    return shown(value) if isinstance(value, bytes) else value


def _takes(target: Target, intent: Intent) -> Iterator[JsonObject]:
    """Yields the table of a target, with what the choices leave of each field if that is less."""
    now = capabilities(target, given=intent)
    for name, whole in capabilities(target).items():
        left = now.get(name)
        text, here = takes(whole), takes(left) if left else "nothing"
        yield {
            "field": name,
            "wires": whole.wires,
            "takes": text,
            "now": "" if here == text else here,
            "default": "" if whole.default is None else shown(whole.default),
            "required": whole.required,
            "limits": whole.limits,
            "note": whole.note,
            "disputed": whole.disputed,
            "source": whole.source,
        }


# ---- the same as curl and in Python


def curl(done: Translation) -> str:
    """Returns the call as a curl command, with words to fill in for placeholders of the URL; "" if a need is open."""
    if done.needs:
        return ""
    words: Any = {need.at: f"YOUR-{need.at.upper().replace('_', '-')}" for need in done.call_needs}
    return done.http(**words).curl()


def python(intent: Intent, name: str, wish: Mapping[str, str], *, raises: bool = False) -> str:
    """Returns Python code that gives the same request."""
    fields = [f"{key}={_said(getattr(intent, key))}" for key in READERS if getattr(intent, key) not in (None, (), {})]
    allow = _allow(wish)
    text = "\n".join(fields)
    imports = (
        ["ALL"] * allow.endswith("ALL")
        + ["Intent"]
        + ["Policy"] * ("Policy(" in allow)
        + ["Reference"] * ("Reference(" in text)
    )
    lines = ["from pathlib import Path", ""] if "Path(" in text else []
    lines += [f"from imgparams import {', '.join([*imports, 'find', 'to_request'])}", ""]
    lines += ["ask = Intent(", *(f"    {field}," for field in fields), ")", f"target = find({_quoted(name)})"]
    return "\n".join([*lines, f"done = to_request(ask, target{allow})" + "  # raises Refused" * raises])


def _said(value: object) -> str:
    if isinstance(value, tuple) and not isinstance(value, Size):
        return f"[{', '.join(map(_said, value))}]"
    if isinstance(value, Reference):
        place = f"url={_quoted(value.url)}" if value.url else 'data=Path("picture.png").read_bytes()'
        facts = [(key, getattr(value, key)) for key in ("media_type", "edits", "role")]
        more = [f"{key}={_quoted(fact)}" for key, fact in facts if fact and fact != "image"]
        return f"Reference({', '.join([place, *more])})"
    return repr(value) if isinstance(value, (int, float)) else _quoted(str(value))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _allow(wish: Mapping[str, str]) -> str:
    """Returns the keyword for what may change."""
    kinds = ALLOW[wish.get("allow") or "kept"]
    words = f"({', '.join(map(_quoted, kinds))})"
    must = _must(wish)
    if must:
        return f", allow=Policy({words}, {', '.join(f'{name}=()' for name in must)})"
    return ", allow=ALL" if kinds is ALL else f", allow={words}"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
