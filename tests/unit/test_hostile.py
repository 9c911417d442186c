"""Input that could hang, leak or lie: what `docs/security.md` promises, tried one by one."""

from __future__ import annotations

import csv
import enum
import io
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from imgparams import (
    ALL,
    STRICT,
    Change,
    Intent,
    Invalid,
    Problem,
    Reference,
    Refused,
    Target,
    check,
    convert,
    identify,
    preflight,
    to_intent,
    to_request,
)
from imgparams.export import matrix
from imgparams.serial import dump, load
from imgparams.tables import Field, Native, OneOf, Param, Record, Text, Words
from imgparams.tables.patterns import explodes, open_parts, parts_of
from tests.unit.tables import PNG, PROMPT, SEED, table

MUSE = table(PROMPT, SEED, unknown="forwarded")
OTHER = table(PROMPT, SEED, name="other/muse", unknown="ignored")
STRICT_ONE = table(PROMPT, SEED, name="strict/muse", unknown="refused")


# ---- time


def calls_of(run: Callable[[], object]) -> int:
    """How many functions are called, Python's own included."""
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return seen


def refused(fields: Mapping[str, object]) -> str:
    with pytest.raises(Refused) as caught:
        to_request(Intent("a", provider_options={"strict": fields}), STRICT_ONE, allow=STRICT)
    return str(caught.value)


VERBS: dict[str, Callable[[dict[str, Any]], object]] = {
    "check": lambda fields: [str(problem) for problem in check({"prompt": "a", **fields}, STRICT_ONE)],
    "check where they are ignored": lambda fields: list(map(str, check({"prompt": "a", **fields}, OTHER))),
    "to_intent": lambda fields: repr(to_intent({"prompt": "a", **fields}, MUSE)),
    "to_request": lambda fields: to_request(Intent("a", provider_options={"acme": fields}), MUSE, allow=ALL).request,
    "refused": refused,
    "convert": lambda fields: str(
        convert({"prompt": "a", **fields}, source=MUSE, target=OTHER, allow=ALL).changes,
    ),
    "preflight": lambda fields: str(preflight({"prompt": "a", **fields}, STRICT_ONE)),
    "identify": lambda fields: identify("POST", "https://acme.example/v1", {"prompt": "a", **fields}),
    "dump": lambda fields: dump(check({"prompt": "a", **fields}, STRICT_ONE)),
}


@pytest.mark.parametrize("verb", VERBS)
def test_ten_times_the_fields_take_ten_times_the_steps(verb: str) -> None:
    def steps(number: int) -> int:
        fields = {f"field_{at}": at for at in range(number)}
        VERBS[verb](fields)  # what is made once is there now
        return calls_of(lambda: VERBS[verb](fields))

    few = steps(1100)
    assert steps(11_000) < 15 * few  # what is remembered of a few thousand wires is parsed anew beyond them


ATOMIC = pytest.mark.skipif(sys.version_info < (3, 11), reason="no atomic groups before")


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            "(a+)+",
            "(a|aa)+",
            "(a*)*b",
            "([a-z]+)*x",
            "(a{1,30}){1,30}",
            "(x?){30}y",
            r"(a)\1+(?:b|c\1)+",
            "(?=(a+)+)b",
        ),
        *("(?:--*)*", "(?:-[^x]*)*", "(?:-.*)*", "(?:-[a-]*)*", "(?:-((?=b*)-?))*"),
        *("(a)?(?(1)(b+)+|c)", "(a)?(?(1)b|(c+)+)"),
        pytest.param("(?>(a+)+)", marks=ATOMIC),
    ],
)
def test_a_pattern_that_could_take_for_ever_is_no_table(pattern: str) -> None:
    with pytest.raises(Invalid, match="could take for ever"):
        Text(pattern=pattern)


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (r"\d+x\d+", "12x34", "12x"),
        (r"[a-z]+(?:-[a-z]+)*", "a-b-c", "a--b"),
        (r"(?:-\w+)*", "-a-b", "a"),
        (r"(?:,[^,]+)*", ",a,b", ",,"),
        ("(?:ab)+", "abab", "aba"),
        ("(?:-a*)*", "-aa-", "a"),
        ("(?:-[^-]*)*", "-a-", "a"),
        ("(?:-[ab]*)*", "-ab-b", "-c"),
        ("(?:-((?=b*)b))*", "-b-b", "-"),
        ("(a)?(?(1)b|c)", "ab", "ac"),
        ("(a)?(?(1)b)", "ab", "a"),
        pytest.param("(?:-(?>ab))*", "-ab-ab", "-a", marks=ATOMIC),
        ("(?:a|b){2}", "ab", "a"),
    ],
)
def test_other_patterns_are_matched(pattern: str, good: str, bad: str) -> None:
    assert Text(pattern=pattern).has(good)
    assert not Text(pattern=pattern).has(bad)


def test_a_long_text_is_not_matched_with_two_open_parts() -> None:
    assert not Text(pattern="a*a*b").has("a" * 10_000_000)
    assert Text(pattern="a*").has("a" * 10_000_000)


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("a", 0),
        ("a+", 1),
        ("a*b?", 1),
        ("a{0,64}", 0),
        ("a{0,65}", 1),
        ("a{65}", 0),
        ("(a+)(b+?)", 2),
        ("(?:a+|b+)c*", 3),
        ("(?=a+)b", 1),
        ("(?:ab)+", 1),
        ("(a)?(?(1)b+|c*)", 2),
    ],
)
def test_how_many_parts_are_open(pattern: str, parts: int) -> None:
    assert open_parts(parts_of(pattern)) == parts


@pytest.mark.parametrize(
    ("pattern", "safe"),
    [
        *((r"(?:-\d+)*", True), (r"(?:1\d+)*", False), (r"(?:1\D+)*", True), (r"(?:-\D+)*", False)),
        *((r"(?: \s+)*", False), (r"(?:a\s+)*", True), (r"(?:a\S+)*", False), (r"(?: \S+)*", True)),
        *((r"(?:_\w+)*", False), (r"(?:-\w+)*", True), (r"(?:a\W+)*", True), (r"(?:-\W+)*", False)),
        *((r"(?:-[^a]+)*", False), (r"(?:a[^a]+)*", True), (r"(?:a[^-]+)*", False), (r"(?:-[^-a]+)*", True)),
        *((r"(?:c[a-b]+)*", True), (r"(?:b[a-b]+)*", False), (r"(?:a[a-b]+)*", False), (r"(?:-[+a]+)*", True)),
        *((r"(?:ab+)*", True), (r"(?:aa+)*", False), (r"(?:a[^\d]+)*", False), (r"(?:1[^\d]+)*", True)),
        *((r"(?:-(?:ab)+)*", False), (r"(?:-b+c+)*", True), (r"(?:-b+-+)*", False), (r"(?:[-]b+)*", True)),
        *((r"(?:b+)?", True), (r"(?:b+){0,1}", True), (r"(?:b+){0,2}", False), (r"(?:b{2})*", True)),
        *((r"(?:-(?=aa|b)c)*", True), (r"(?:-(?!aa|b)c)*", True), (r"(?:(?=aa|b)-c+)*", True)),
        *((r"(?:-((?=aa|b)c))*", True), (r"(?:-((?=-*)c))*", True), (r"(?:-((?<!aa|bb)c))*", True)),
        *((r"(a*)(?:-\1)*", False), (r"(a)?(?:-(?(1)b|c))*", False), (r"(a)?(?:-b)*", True)),
        *((r"(?:-(?:a|bc))*", False), (r"(?:a.+)*", False), (r"(?:b+?-)*", False), (r"(?:-b+?)*", True)),
    ],
)
def test_which_patterns_could_take_for_ever(pattern: str, safe: bool) -> None:
    assert explodes(parts_of(pattern)) is not safe


def test_a_text_of_10000_characters_is_matched_with_two_open_parts() -> None:
    assert Text(pattern="a*b*").has("a" * 10_000)
    assert not Text(pattern="a*b*").has("a" * 10_001)
    assert Text(pattern="a*b").has("a" * 10_001 + "b")


# ---- odd values


class Word(str):
    def __str__(self) -> str:
        return "another"


class Quality(str, enum.Enum):
    HIGH = "high"


class Count(enum.IntEnum):
    TWO = 2


class Float(float):
    pass


class List(list[Any]):
    pass


class Dict(dict[str, Any]):
    pass


def types(value: object) -> set[type]:
    inner: set[type] = set()
    if isinstance(value, Mapping):
        inner = set().union(*(types(item) | types(key) for key, item in value.items()))
    elif isinstance(value, (list, tuple)):
        inner = set().union(*map(types, value))
    return {type(value)} | inner


def test_values_of_subclasses_are_what_they_say() -> None:
    options: dict[str, Any] = {Word("acme"): Dict({Word("more"): List([Word("x"), Float(1.5), Count.TWO])})}
    intent = Intent(Word("a"), quality=Quality.HIGH, n=Count.TWO, guidance=Float(2.5), provider_options=options)
    assert (intent.quality, intent.n, intent.guidance) == ("high", 2, 2.5)
    assert not {Word, Quality, Count, Float, List, Dict} & types(intent.given)
    done = to_request(intent, MUSE, allow=ALL)
    assert not {Word, Quality, Count, Float, List, Dict} & types(done.request)
    read = to_intent(Dict(prompt=Word("a"), seed=Count.TWO, more=List([Word("x")])), MUSE)
    assert read.seed == 2
    assert not {Word, Count, List} & types(read.given)
    assert str(Intent(user=Quality.HIGH)) == "Intent(user='high')"


def test_what_is_kept_can_not_be_changed_from_outside() -> None:
    inner = [1]
    intent = Intent("a", provider_options={"acme": {"more": inner}})
    inner.append(2)
    assert intent.provider_options == {"acme": {"more": (1,)}}
    assert hash(intent) == hash(Intent("a", provider_options={"acme": {"more": [1]}}))


def test_a_marker_of_bytes_inside_of_options_comes_back_as_it_was() -> None:
    for marker in ({"$bytes": 512}, {"$bytes": "YQ=="}, {"$bytes": {"$bytes": None}}):
        intent = Intent("a", provider_options={"acme": {"more": marker}})
        assert load(Intent, json.loads(json.dumps(dump(intent)))) == intent


# ---- headers, parts, places


@pytest.mark.parametrize("media_type", ["image", "image/png\r\nX: y", "image/png; charset=x", "/png", 'image/"png'])
def test_a_media_type_is_type_and_subtype(media_type: str) -> None:
    with pytest.raises(Invalid, match="media_type: a media type such as image/png"):
        Reference(data=PNG, media_type=media_type)


def test_nothing_goes_to_a_place_that_the_table_does_not_have() -> None:
    options = {"header:X-Evil": "a", "query:x": "1", "path:model": "b", "api_key": "hunter2", "in": {"password": "x"}}
    done = to_request(Intent("a", provider_options={"acme": {**options, "new": 1}}), MUSE, allow=ALL)
    assert done.request == {"prompt": "a", "new": 1}
    assert sorted(change.field.partition(".acme.")[2] for change in done.changes) == sorted(options)
    assert "hunter2" not in str(done.changes) + repr(done.changes) + json.dumps(dump(done.changes))


@pytest.mark.parametrize("key", ['x"; filename="a', "x\r\nX-Evil: a", "x\x00"])
def test_a_key_can_not_end_the_name_of_a_part(key: str) -> None:
    form = table(PROMPT, name="acme/form", content="multipart", unknown="forwarded")
    for options in ({key: "1"}, {"in": {key: 1}}):
        done = to_request(Intent("a", provider_options={"acme": options}), form, allow=ALL)
        with pytest.raises(Invalid, match="the name of a part of a form must be one line without quotes"):
            done.http()


@pytest.mark.parametrize("value", [None, 3, "", ".", ".."])
def test_a_parameter_of_the_path_is_text(value: Any) -> None:
    done = to_request(Intent("a"), table(PROMPT, path="/run/{deployment}"))
    with pytest.raises(Invalid, match="not_allowed at deployment"):
        done.http(deployment=value)


# ---- secrets

SECRETS = (
    *(
        "sk-abcdefghijklmnopqrstuvwxyz123456",
        "sk-or-v1-0123456789abcdef",
        "AKIAIOSFODNN7EXAMPLE",
        "hf_abcdefghijklmnopqrst",
    ),
    *("r8_abcdefghijklmnopqrstuvwxyz0123456789", "AIzaSyA-abcdefghijklmnopqrstuvwxyz12345", "key_0123456789abcdef0123"),
    *("fw_abcdefghijklmnopqrst", "tgp_v1_abcdefghijklmnopqrstuvwxyz012345", "nvapi-abcdefghijklmnop0123456789"),
    *("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "gsk_abcdefghijklmnopqrstuvwxyz0123"),
    *("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "12345678-1234-1234-1234-123456789abc:0123456789abcdef"),
    *("acme-0123456789abcdefghijABCDEFGHIJ0123456789",),
)


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("form", ["{}", "Bearer {}", "https://x.example/a?api_key={}", "key is {} now"])
def test_a_credential_is_hidden_in_every_text(secret: str, form: str) -> None:
    text = form.format(secret)
    problem = Problem("error", "not_allowed", ("size",), text, "no")
    change = Change("user", "dropped", text, None, "no")
    need = Change("provider_options.acme.x", "dropped", {"a": [text]}, None, "no")
    for value in (problem, change, need):
        for told in (str(value), repr(value), json.dumps(dump(value))):
            assert secret not in told, told


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Basic dXNlcjpwYXNzd29yZA==",
            "https://x.example/a?X-Amz-Signature=abcdef0123456789",
            "sig=abcdefgh",
            "token=abcdefg",
        ),
        *("https://user:abcdefgh@x.example/", "https://x.example/?sv=1&sig=abcdefgh%3D"),
    ],
)
def test_what_a_url_or_a_header_signs_is_hidden(text: str) -> None:
    told = str(Problem("error", "not_allowed", ("size",), text, "no"))
    assert "<credential>" in told
    assert not any(part in told for part in ("abcdef", "dXNlcj"))


@pytest.mark.parametrize(
    "text",
    ["the bearer of bad news", "Basic photography of a cat", "a keyboard, key=major", "stable-diffusion-xl-1024-v1-0"],
)
def test_prompts_and_names_are_no_credentials(text: str) -> None:
    assert text in str(Problem("error", "not_allowed", ("size",), text, "no"))


HEADERS = (
    *("Authorization", "x-api-key", "X-Key", "x-goog-api-key", "api_key", "Api-Key", "Ocp-Apim-Subscription-Key"),
    *("proxy-authorization", "Cookie", "x-amz-security-token", "password", " authorization "),
)


@pytest.mark.parametrize("name", HEADERS)
def test_what_stands_under_a_name_of_a_credential_is_hidden(name: str) -> None:
    found = check({"prompt": "a", name: "hunter2"}, STRICT_ONE)
    assert "hunter2" not in str(found) + repr(found) + json.dumps(dump(found)) + " ".join(map(str, found))
    record = Record({"a": Text()}, open=True, no_secrets=True)
    assert not record.has({name: "hunter2"})
    assert record.has({"a": "b", "x-trace": "c"})


# ---- what is shown

EVIL = "<script>alert(1)</script>"
ESCAPES = "\x1b[31mred\x07\u202e"
SHEETS = ("=1+1", "+1", "-x", "@x", "\t=1")


def evil() -> Target:
    words = {"low": SHEETS[0], "medium": f"{EVIL}|\n", "high": ESCAPES}
    return table(
        Param("prompt", Field.prompt, Text(), note=f"{EVIL} {ESCAPES}"),
        Param("quality", Field.quality, Words(words)),
        *(Native(f"style{at}", OneOf(word)) for at, word in enumerate(SHEETS)),
        name=f"acme/{EVIL}",
        note=f"{EVIL} {ESCAPES}",
    )


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_no_page_has_html_of_a_table(format_: Any) -> None:
    text = matrix([evil()], format=format_)
    assert "<script" not in text
    assert "\x1b" not in text


def test_no_cell_is_a_formula() -> None:
    fields = ("quality", "provider_options")[:1]
    rows = list(csv.reader(io.StringIO(matrix([evil()], fields=fields, format="csv"))))
    bad = [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r")]
    assert bad == []


def test_escapes_of_a_terminal_are_shown_as_text() -> None:
    target = evil()
    done = to_request(Intent(ESCAPES * 3, provider_options={"acme": {ESCAPES: ESCAPES}}), target, allow=ALL)
    found = check({"prompt": 3, ESCAPES: ESCAPES, "quality": ESCAPES + "x"}, target)
    texts = [
        *map(str, done.changes),
        *map(str, done.needs),
        *map(str, found),
        repr(done),
        repr(found),
        repr(done.http()),
    ]
    assert not [text for text in texts if any(not sign.isprintable() and sign != "\n" for sign in text)]
