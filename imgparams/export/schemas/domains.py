"""Writes domains as JSON Schema (2020-12): `of_domain` returns what a domain accepts, exactly if `is_exact` holds.

Patterns are ECMA-262 with its u flag. Also here: `either`, which joins two schemas and keeps them short.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from imgparams.tables.conditions import OFF, Count, Not
from imgparams.tables.containers import AnyOf, Json, ListOf, Record
from imgparams.tables.domains import Both, Domain, Int, Num, OneOf
from imgparams.tables.images import Image
from imgparams.tables.words import Text, Words
from imgparams.texts import SECRET_KEYS
from imgparams.values import json_type, same, thaw

Schema = dict[str, Any]

NEVER: Schema = {"not": {}}
NULL: Schema = {"type": "null"}


# ---- joining


def either(one: Schema, other: Schema) -> Schema:
    """Returns a short schema of what either accepts: one list of words, null as a type, nothing twice."""
    choices = [part for side in (one, other) for choice in _choices(side) for part in _without_null(choice)]
    if {} in choices:
        return {}
    words = once(word for choice in choices if choice.keys() == {"enum"} for word in choice["enum"])
    rest = [choice for choice in choices if choice.keys() != {"enum"} and choice != NEVER]
    kept: list[Schema] = [{"enum": words}] if words else []
    kept = [choice for choice in kept if not any(covers(wide, choice) for wide in rest)]
    for choice in rest:
        if not any(covers(wide, choice) for wide in kept):
            kept = [other for other in kept if not covers(choice, other)] + [choice]
    kept = _with_null(kept)
    return kept[0] if len(kept) == 1 else {"anyOf": kept} if kept else NEVER


def _choices(schema: Schema) -> list[Schema]:
    return schema["anyOf"] if schema.keys() == {"anyOf"} else [schema]


def _without_null(choice: Schema) -> list[Schema]:
    """Yields a choice, and null as a choice of its own."""
    if choice.keys() == {"enum"} and None in choice["enum"]:
        words = [word for word in choice["enum"] if word is not None]
        return [*([{"enum": words}] if words else []), NULL]
    if "null" in choice.get("type", ()) and choice != NULL:
        kinds = [kind for kind in choice["type"] if kind != "null"]
        return [{**choice, "type": kinds if len(kinds) > 1 else kinds[0]}, NULL]
    return [choice]


def _with_null(choices: list[Schema]) -> list[Schema]:
    """Returns the choices, with null as a word or a type of the first that can have it."""
    rest = [choice for choice in choices if choice != NULL]
    if len(rest) == len(choices) or not rest:
        return choices
    for at, choice in enumerate(rest):
        if choice.keys() == {"enum"}:
            return [*rest[:at], {"enum": [*choice["enum"], None]}, *rest[at + 1 :]]
        if _TYPED >= choice.keys() >= {"type"}:
            return [*rest[:at], {**choice, "type": [*_kinds(choice), "null"]}, *rest[at + 1 :]]
    return [NULL, *rest]


#: keywords besides the type that do not affect null
_TYPED = {"type", "minimum", "maximum", "multipleOf", "minLength", "maxLength", "pattern", "format", "examples"}
_TYPED |= {"items", "minItems", "maxItems", "prefixItems", "contains", "minContains", "maxContains"}
_TYPED |= {"properties", "required", "additionalProperties", "propertyNames"}


def once(words: Iterable[object]) -> list[object]:
    """Returns each word once."""
    different: list[object] = []
    for word in words:
        if not any(same(word, other) for other in different):
            different.append(word)
    return different


def _kinds(schema: Schema) -> list[str]:
    kinds = schema["type"]
    return [kinds] if isinstance(kinds, str) else kinds


def covers(wide: Schema, narrow: Schema) -> bool:
    """Whether a schema accepts all that another accepts; False if that is not easy to see."""
    if narrow.keys() == {"anyOf"}:
        return all(covers(wide, choice) for choice in narrow["anyOf"])
    if wide.keys() == {"anyOf"}:
        return any(covers(choice, narrow) for choice in wide["anyOf"])
    if wide.keys() == {"not"} and wide["not"].keys() == {"enum"} and narrow.keys() in ({"enum"}, {"type"}):
        excluded = wide["not"]["enum"]
        if "enum" in narrow:
            return not any(same(word, other) for word in narrow["enum"] for other in excluded)
        return not {*map(kind_of, excluded)} & {*_kinds(narrow)}
    names = [set(schema.get("properties", {})) for schema in (wide, narrow)]
    if "additionalProperties" in wide and not names[1] <= names[0]:
        return False
    if any(key in wide and any(wide.get(other) != narrow.get(other) for other in _BESIDE[key]) for key in _BESIDE):
        return False
    return all(_holds(key, limit, narrow) for key, limit in wide.items() if key not in ("description", "examples"))


#: what a keyword means depends on these beside it
_BESIDE = {"items": ["prefixItems"], "contains": ["minContains", "maxContains"], "if": ["then"]}


def _holds(key: str, limit: Any, narrow: Schema) -> bool:
    own = narrow.get(key)
    if own is None:
        return False
    if key == "type":
        return {*_kinds({"type": own})} <= {*_kinds({"type": limit})}
    if key in ("minimum", "minLength", "minItems"):
        return bool(own >= limit)
    if key in ("maximum", "maxLength", "maxItems"):
        return bool(own <= limit)
    if key == "multipleOf":
        return bool(own % limit == 0)
    if key == "enum":
        return all(any(same(word, other) for other in limit) for word in own)
    if key == "required":
        return set(limit) <= set(own)
    if key == "properties":
        return all(name in own and covers(schema, own[name]) for name, schema in limit.items())
    return bool(own == limit)


def outside(schema: Schema, *kinds: str) -> Schema:
    """Returns what a schema accepts, except values of these JSON types."""
    if schema.keys() == {"enum"}:
        words = [word for word in schema["enum"] if kind_of(word) not in kinds]
        return {"enum": words} if words else NEVER
    if schema.keys() == {"anyOf"}:
        left: Schema = NEVER
        for choice in schema["anyOf"]:
            left = either(left, outside(choice, *kinds))
        return left
    if "type" in schema and not {*_kinds(schema)} & {*kinds}:
        return schema
    rest = {"not": {"type": list(kinds) if len(kinds) > 1 else kinds[0]}}
    return {"allOf": [schema, rest]} if schema else rest


_NAMES = {"text": "string", "list": "array"}


def kind_of(word: object) -> str:
    """Returns the type of a value in JSON Schema's terms."""
    name = json_type(word)
    return _NAMES.get(name, name)


def stated(**facts: Any) -> Schema:
    """Returns the facts that are not None."""
    return {key: value for key, value in facts.items() if value is not None}


# ---- domains


@singledispatch
def of_domain(domain: Domain) -> Schema:
    """Returns what a domain accepts; no condition if that can't be expressed."""
    return {}


@of_domain.register
def _(domain: Int) -> Schema:
    step = domain.multiple_of if domain.multiple_of != 1 else None
    return stated(type="integer", minimum=domain.min, maximum=domain.max, multipleOf=step)


@of_domain.register
def _(domain: Num) -> Schema:
    return stated(type="number", minimum=domain.min, maximum=domain.max)


@of_domain.register
def _(domain: Text) -> Schema:
    pattern = None if domain.pattern is None else ecma(domain.pattern)
    whole = None if pattern is None else f"^(?:{pattern})$"
    return stated(type="string", minLength=domain.min_length or None, maxLength=domain.max_length, pattern=whole)


@of_domain.register
def _(domain: Words) -> Schema:
    return _listed(domain.words, domain.open)


@of_domain.register
def _(domain: OneOf) -> Schema:
    if all(isinstance(word, bool) for word in domain.words) and len(set(domain.words)) == 2:
        return {"type": "boolean"}
    return _listed([thaw(word) for word in domain.words], domain.open)


def _listed(words: Iterable[Any], is_open: bool) -> Schema:
    """Returns these words; for an open list the type, with the words as examples."""
    words = list(words)
    if not words:
        return {} if is_open else NEVER
    if not is_open:
        return {"enum": words}
    types = sorted(set(map(kind_of, words)))
    return {"type": types[0] if len(types) == 1 else types, "examples": words}


@of_domain.register
def _(domain: ListOf) -> Schema:
    return stated(type="array", items=of_domain(domain.item), minItems=domain.min or None, maxItems=domain.max)


@of_domain.register
def _(domain: Record) -> Schema:
    keys = {key: of_domain(inner) for key, inner in domain.keys}
    keys |= {key: either(keys[key], NULL) for key in domain.nullable}
    rest = False if not domain.open else of_domain(domain.rest) if domain.rest is not None else None
    names = {"not": {"pattern": SECRET}} if domain.no_secrets else None
    must = list(domain.required) or None
    return stated(type="object", properties=keys or None, required=must, additionalProperties=rest, propertyNames=names)


@of_domain.register
def _(domain: AnyOf) -> Schema:
    schema: Schema = of_domain(domain.domains[0])
    for inner in domain.domains[1:]:
        schema = either(schema, of_domain(inner))
    return schema


@of_domain.register
def _(domain: Both) -> Schema:
    return {"allOf": [of_domain(domain.a), of_domain(domain.b)]}


@of_domain.register
def _(domain: Json) -> Schema:
    return {}


@of_domain.register
def _(domain: Not) -> Schema:
    return {"not": of_domain(domain.domain)} if is_exact(domain) else {}


@of_domain.register(type(OFF))
def _(domain: Domain) -> Schema:
    return {"enum": [False]}


@of_domain.register
def _(domain: Count) -> Schema:
    listed = stated(type="array", minItems=domain.min or None, maxItems=domain.max)
    lone = domain.min <= 1 and (domain.max is None or domain.max >= 1)
    return either(listed, {"not": {"type": "array"}}) if lone else listed


#: the texts of each kind of picture, as `Image` distinguishes them
_URL, _DATA = "^[Hh][Tt][Tt][Pp][Ss]?://", "^[Dd][Aa][Tt][Aa]:"
_BASE64 = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"


@of_domain.register
def _(domain: Image) -> Schema:
    text: Schema = {"type": "string", "minLength": 1}
    schema: Schema = NEVER
    for kind in domain.kinds:
        if kind == "file":
            one: Schema = {"type": "string", "format": "binary"}
        elif kind == "id":  # any other text
            one = {**text, "not": {"pattern": f"{_URL}|{_DATA}"}}
        else:
            one = {**text, "pattern": {"url": _URL, "data": _DATA, "base64": _BASE64}[kind]}
        schema = either(schema, one)
    return schema


def is_exact(domain: Domain) -> bool:
    """Whether JSON Schema can express a domain in full."""
    if isinstance(domain, Record):
        inner = [item for _, item in domain.keys] + ([domain.rest] if domain.rest is not None else [])
        return all(map(is_exact, inner))
    if isinstance(domain, AnyOf):
        return all(map(is_exact, domain.domains))
    if isinstance(domain, Both):
        return is_exact(domain.a) and is_exact(domain.b)
    if isinstance(domain, Not):
        return is_exact(domain.domain)
    if isinstance(domain, ListOf):
        return is_exact(domain.item)
    if isinstance(domain, Text):
        return domain.pattern is None or ecma(domain.pattern) is not None
    return domain == OFF or isinstance(domain, (Int, Num, Words, OneOf, Json, Image, Count))


# ---- patterns

#: a token of a Python pattern outside of brackets, and what ECMA-262 lacks or understands differently
_TOKEN = re.compile(
    r"""(?P<bad>\(\?(?![:=!]|<[=!]) | [*+?}]\+ | \[\^?\] | \\[0-9aNUZAuQpPkc])
    | (?P<escape>\\.) | (?P<dot>\.) | (?P<open>\[\^?) | (?P<upto>\{,\d+\}) | (?P<count>\{\d+(?:,\d*)?\})
    | (?P<brace>[{}\]]) | (?P<plain>.)""",
    re.VERBOSE | re.DOTALL,
)
_SPACE, _KEPT = r" \t-\r", "dDwWbBnrtfvx\\^$.|?*+()[]{}/"


def ecma(pattern: str) -> str | None:
    """Returns a Python pattern of ASCII classes for ECMA-262 with its u flag; None if that has no such thing."""
    parts, at, inside = [], 0, False
    while at < len(pattern):
        if inside:
            token = _in_brackets(pattern, at)
            if token is None:
                return None
            inside = pattern[at] != "]"
            parts.append(token[0])
            at = token[1]
            continue
        match = _TOKEN.match(pattern, at)
        assert match is not None  # `plain` and `escape` leave nothing, as the pattern compiles
        kind, text = match.lastgroup, match[0]
        if kind == "bad":
            return None
        inside, at = kind == "open", match.end()
        parts.append(_outside_brackets(kind, text))
    return "".join(parts)


def _outside_brackets(kind: str | None, text: str) -> str:
    if kind == "escape":
        return {r"\s": f"[{_SPACE}]", r"\S": f"[^{_SPACE}]"}.get(text, text if text[1] in _KEPT else text[1])
    return {"dot": r"[^\n]", "upto": "{0" + text[1:], "brace": "\\" + text}.get(kind or "", text)


def _in_brackets(pattern: str, at: int) -> tuple[str, int] | None:
    """Returns what represents the next character in brackets, and where the rest begins."""
    if pattern[at] != "\\":
        return pattern[at], at + 1
    following = pattern[at + 1]
    if following in "0123456789abBNSUuQpPkc":
        return None
    if following == "s":
        return _SPACE, at + 2
    return (pattern[at : at + 2] if following in _KEPT + "-" else following), at + 2


def escaped(text: str) -> str:
    """Returns a pattern that matches a text."""
    return "".join("\\" + sign if sign in "\\^$.|?*+()[]{}/" else sign for sign in text)


_KELVIN = r"\u212a"  # its lower case is a k
_BLANK = r"[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*"


def _any_case(text: str) -> str:
    letters = {sign: f"[{sign.upper()}{sign}{_KELVIN if sign == 'k' else ''}]" for sign in text if sign.isalpha()}
    return "".join(letters.get(sign, sign) for sign in text)


#: keys that carry a credential, as in `texts.is_secret`: in any case, within any blanks
SECRET = f"^{_BLANK}(?:{'|'.join(map(_any_case, sorted(SECRET_KEYS)))}){_BLANK}$"
