"""A target is checked when it is made, makes variants of itself, and is a value."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Sequence
from typing import Any, cast

import pytest

from imgparams import Catalog, Invalid, Problem, Reference, Size, identify
from imgparams.contract import Limits, Wishes
from imgparams.intent import READERS
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Alternative,
    Alternatives,
    AnyOf,
    AtMost,
    Const,
    Content,
    Domain,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    ListOf,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    RatioTier,
    Record,
    Row,
    Rule,
    SizeText,
    Slots,
    Text,
    TextPart,
    WidthHeight,
)
from imgparams.tables.rules import Between
from tests.unit.tables import COUNT, MUSE, OTHER, PNG, PROMPT, SEED, STEPS, URL, asked, codes, kinds, only, raw, table

FAST = Native("fast", Flag())
RULE = Rule({"fast": OneOf(True)}, {"num_images": Int(max=4)}, "at most 4 when fast")


def faults(*rows: Any, **facts: Any) -> list[str]:
    with pytest.raises(Invalid) as caught:
        table(*rows, **facts)
    whys = [problem.why for problem in caught.value.problems]
    name = facts.get("name", "acme/muse")
    assert list(caught.value.problems) == [Problem("error", "bad_table", (name,), None, why) for why in whys]
    return whys


# ---- faults of a table


@pytest.mark.parametrize("name", ["muse", "/muse", "acme/", ""])
def test_a_name_is_provider_and_model(name: str) -> None:
    assert faults(PROMPT, name=name) == ["the name must be <provider>/<model>"]


def test_every_fault_of_a_table_is_told() -> None:
    found = faults(
        PROMPT,
        PROMPT,
        Native("a..b", Text()),
        Param("n", Field("number"), Int()),
        Native("level", Int(1, 8), default=9),
        WidthHeight("w", "h", ["1x1"]),
        SizeText("size", ["1x1"]),
        name="muse",
        rules=[Rule({"nope": PRESENT}, {"level": ABSENT}, "x"), AtMost(("prompt", "none"), 1, "y")],
    )
    text = "\n".join(found)
    for part in ("<provider>/<model>", "prompt", "a..b", "number", "level", "size", "nope", "none"):
        assert part in text
    assert len(found) == 8


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example.com",
        "http://127.0.0.1:7860",
        "https://{resource}.example.com",
        "https://draw-{region}.example.com/v2",
    ],
)
def test_a_base_url(url: str) -> None:
    assert table(PROMPT, base_url=url).base_url == url
    assert table(PROMPT).base_url == ""


@pytest.mark.parametrize(
    "url",
    [
        "api.example.com",
        "https://",
        "https:///v1",
        "https://api.example.com/",
        "https://api.example.com/v1/",
        "ftp://api.example.com",
        "https://key@api.example.com",
        "https://api.example.com?key=1",
        "https://api.example.com#a",
        "https://api.example.com/a b",
        "https://api.example.com\n",
        "https://{}.example.com",
        "https://$HOST.example.com",
    ],
)
def test_a_base_url_is_one_without_a_slash_at_its_end(url: str) -> None:
    (why,) = faults(PROMPT, base_url=url)
    assert why.startswith("base_url must be an http or https URL without a slash at its end, not ")


@pytest.mark.parametrize(
    "header", ["Authorization: Bearer {key}", "Authorization: Key {key}", "x-api-key: {key}", "api_token: {key}"]
)
def test_the_header_of_a_credential(header: str) -> None:
    assert table(PROMPT, key_header=header).key_header == header


@pytest.mark.parametrize(
    "header",
    ["Authorization", "x-key: abc", "x-key:{key}", "{key}", "x-key: {key}\nb: c", 'x-key: "{key}', "a: $B {key}"],
)
def test_the_header_of_a_credential_has_a_place_for_it(header: str) -> None:
    (why,) = faults(PROMPT, key_header=header)
    assert why.startswith("key_header must be like 'Authorization: Bearer {key}', not ")


def test_variants_are_called_at_the_same_host() -> None:
    target = table(PROMPT, base_url="https://api.example.com", key_header="x-key: {key}")
    other = target.but(name="acme/other")
    assert (other.base_url, other.key_header) == (target.base_url, target.key_header)


@pytest.mark.parametrize(
    ("also_read", "why"),
    [
        ({"c.d": "a.b"}, "c.d must differ from a.b in its last key only"),
        ({"a.b": "a.b"}, "a.b must differ from a.b in its last key only"),
        ({"prompt": "text"}, "prompt is a row's wire, so it can't be a second spelling too"),
        ({"a..b": "text"}, "not a wire: 'a..b'"),
    ],
)
def test_a_second_spelling_stands_beside_the_written_one(also_read: dict[str, str], why: str) -> None:
    assert faults(PROMPT, also_read=also_read) == [why]


def test_the_words_for_fields_are_the_intent_s() -> None:
    assert {name for name in vars(Field) if not name.startswith("_")} == set(READERS) - {"provider_options"}


# ---- names


@pytest.mark.parametrize(
    ("name", "provider", "operation"),
    [
        ("bfl/flux-2-pro", "bfl", ""),
        ("openai/gpt-image-2:edit", "openai", "edit"),
        ("bedrock/amazon.nova-canvas-v1:0", "bedrock", ""),
        ("fal/fal-ai/flux/dev", "fal", ""),
        ("runware/alibaba:qwen-image@2.0", "runware", ""),
        ("acme/edit", "acme", ""),
        ("acme/a:b:inpaint", "acme", "inpaint"),
    ],
)
def test_the_first_slash_ends_the_provider_and_a_last_word_is_the_operation(
    name: str, provider: str, operation: str
) -> None:
    target = table(PROMPT, name=name)
    assert (target.provider, target.operation) == (provider, operation)


# ---- variants


def test_but_replaces_rows_in_place_and_adds_others_at_the_end() -> None:
    longer = Param("prompt", Field.prompt, Text())
    found = table(PROMPT, COUNT).but(longer, FAST, name="acme/other", model="other")
    assert found.rows == (longer, COUNT, FAST)
    assert (found.name, found.model) == ("acme/other", "other")


def test_but_replaces_a_row_without_wires_by_its_field() -> None:
    assert table(Fixed(Field.n, 1)).but(Fixed(Field.n, 2)).rows == (Fixed(Field.n, 2),)


def test_one_row_may_take_the_place_of_several() -> None:
    size = WidthHeight("width", "height", ["1x1"])
    found = table(Native("width", Int()), PROMPT, Native("height", Int())).but(size)
    assert found.rows == (size, PROMPT)


def test_but_with_a_domain_keeps_the_row_s_other_facts() -> None:
    row = table(PROMPT, COUNT).but(domains={"prompt": Text(max_length=5)}).by_wire["prompt"]
    assert row == Param("prompt", Field.prompt, Text(max_length=5), required=True)


@pytest.mark.parametrize("wire", ["nope", "model", "width"])
def test_but_with_a_domain_needs_a_row_of_one_domain(wire: str) -> None:
    with pytest.raises(Invalid, match="bad_table"):
        MUSE.but(domains={wire: Int()})


def test_but_without_a_wire_removes_its_rules_too() -> None:
    target = table(PROMPT, COUNT, FAST, rules=[RULE])
    assert target.but(without=["fast"]).rules == ()
    assert target.but(without=["fast"]).rows == (PROMPT, COUNT)
    assert target.but(without=["prompt"]).rules == (RULE,)


def test_but_without_a_fixed_field() -> None:
    assert table(PROMPT, Fixed(Field.n, 1)).but(without=["n"]).rows == (PROMPT,)


def test_but_adds_rules_and_changes_facts() -> None:
    found = table(PROMPT, COUNT, FAST).but(rules=[RULE], note="x", status="deprecated")
    assert (found.rules, found.note, found.status) == ((RULE,), "x", "deprecated")


def test_aliases_belong_to_the_name() -> None:
    target = table(PROMPT, aliases=("muse-2-dated",))
    assert target.but(note="x").aliases == ("muse-2-dated",)
    assert target.but(name="acme/other").aliases == ()
    assert target.but(name="acme/other", aliases=["b"]).aliases == ("b",)


def test_a_variant_is_checked_too() -> None:
    with pytest.raises(Invalid, match="bad_table"):
        table(PROMPT).but(Native("a", Int(1, 2), default=3))


def test_but_leaves_the_target_as_it_was() -> None:
    before = copy.copy(MUSE.rows)
    MUSE.but(without=["seed"])
    assert MUSE.rows == before


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (
            Param("ratio", Field[Any]("aspect_ratio"), OneOf("1:1")),
            "size, aspect_ratio and resolution need a Sizes row",
        ),
        (Fixed(Field.size, "big"), "size can't be"),
        (Fixed(Field.aspect_ratio, "wide"), "aspect_ratio can't be"),
        (Param("seed", Field.seed, cast(Any, OneOf("a", "b"))), "seed: no legal value can be the field seed"),
        (Param("text", Field.prompt, cast(Any, Int(1, 4))), "text: no legal value can be the field prompt"),
        (Param("n", Field.n, cast(Any, Text())), "n: no legal value can be the field n"),
        (Slots("a", "b", "a", part=Image("url")), "a row has a wire twice, of a, b, a"),
        (Slots("a", part=Image("url"), of=Field.seed), "a: pictures can't be the field seed"),
        (Content("a", [TextPart(Field[str]("n"))]), "n is no text"),
        (Alternatives(Field.n, [Alternative({"many": True}, means="some")]), "n can't be"),
        (RatioTier("ratio", ("1:1", "wide")), "wide is not an aspect ratio"),
        (RatioTier("ratio", ("1:1",), "tier", ("1k",)), "1k is not a tier"),
        (RatioTier("ratio", ("1:1",), pixels={"4:3": "8x6"}), "not among the words"),
    ],
)
def test_a_row_of_odd_words_is_a_bad_table(row: Any, why: str) -> None:
    with pytest.raises(Invalid, match=why):
        table(row)


# ---- a value


def test_targets_compare_by_their_facts() -> None:
    assert table(PROMPT) == table(PROMPT)
    assert hash(table(PROMPT)) == hash(table(PROMPT))
    assert table(PROMPT) != table(PROMPT, note="x")
    assert table(PROMPT) != table(PROMPT, COUNT)
    assert table(PROMPT) != "acme/muse"


def test_a_target_is_frozen() -> None:
    with pytest.raises(AttributeError):
        MUSE.name = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        MUSE.operations["edit"] = MUSE  # type: ignore[index]


def test_a_used_target_pickles_without_what_it_looked_up() -> None:
    target = table(PROMPT, COUNT, FAST, rules=[RULE], operations={"edit": table(PROMPT, name="acme/muse:edit")})
    fresh = pickle.dumps(table(PROMPT, COUNT, FAST, rules=[RULE], operations=target.operations))
    assert target.by_wire
    assert target.tree
    assert hash(target)
    assert len(pickle.dumps(target)) == len(fresh)
    for twin in (pickle.loads(pickle.dumps(target)), copy.copy(target), copy.deepcopy(target)):
        assert twin == target
        assert hash(twin) == hash(target)
        assert twin.by_wire.keys() == target.by_wire.keys()


def test_rules_are_values() -> None:
    for rule in (RULE, Between(("a", "b"), 1, 1, "one of them")):
        twin = pickle.loads(pickle.dumps(rule))
        assert twin == rule
        assert hash(twin) == hash(rule)


# ---- what rules see


SEEN = table(
    Native("mode", OneOf("a", "b"), default="a"),
    SEED,
    Native("level", Int(1, 9), default=3, default_when={"mode": OneOf("a")}),
    Native("free", Int()),
)


def test_an_absent_wire_has_its_default_for_rules() -> None:
    view = SEEN.view({})
    assert (view.value("mode"), view.value("level"), view.value("free")) == ("a", 3, None)
    assert SEEN.view({"mode": "b"}).value("level") is None


def test_a_default_may_depend_on_a_later_row() -> None:
    level = Native("level", Int(1, 9), default=3, default_when={"mode": OneOf("a")})
    assert table(level, Native("mode", OneOf("a", "b"), default="a")).view({}).value("level") == 3


def test_an_unknown_default_meets_only_absent() -> None:
    view = SEEN.view({})
    assert view.meets("free", ABSENT)
    assert not view.meets("free", PRESENT)
    assert not view.meets("free", Int())
    assert view.meets("mode", OneOf("a"))
    assert not view.meets("mode", PRESENT)
    assert SEEN.view({"free": 1}).meets("free", PRESENT)


def test_an_unknown_default_breaks_only_present() -> None:
    view = SEEN.view({})
    assert view.breaks("free", PRESENT)
    assert not view.breaks("free", ABSENT)
    assert not view.breaks("free", OneOf(1))
    assert view.breaks("mode", OneOf("b"))
    assert SEEN.view({"free": 1}).breaks("free", ABSENT)
    assert not SEEN.view({"free": 1}).breaks("free", PRESENT)


def test_null_and_unset_words_are_no_presence() -> None:
    target = table(Native("a", Int(), nullable=True), Native("b", Int(), unset=(-1,)), Native("c", Int()))
    assert target.present({"a": None, "b": -1.0, "c": None}) == {"c": None}


# ---- look-ups


def test_a_variant_keeps_only_rows_that_there_are() -> None:
    target = table(PROMPT, COUNT, SEED, Fixed(Field.quality, "high"))
    assert target.but(only=["seed", "quality", "prompt"]).rows == (PROMPT, SEED, Fixed(Field.quality, "high"))
    with pytest.raises(Invalid) as caught:
        target.but(only=["promt", "seed", "n"])
    assert [(problem.code, problem.path, problem.value, problem.why) for problem in caught.value.problems] == [
        ("bad_table", ("acme/muse",), "promt", "no row has this wire or field; did you mean 'prompt'?"),
        ("bad_table", ("acme/muse",), "n", "no row has this wire or field"),
    ]


def test_rows_are_found_by_wire_and_field() -> None:
    assert MUSE.by_wire["width"] is MUSE.by_wire["height"]
    assert MUSE.by_field["n"] == (COUNT,)
    assert "quality" not in MUSE.by_field


def test_constants_and_fixed_fields() -> None:
    target = table(PROMPT, Const("mode", "x"), Fixed(Field.size, Size(64, 64)))
    assert list(target.constants) == ["mode"]
    assert target.fixed == {"size": Size(64, 64)}


# ---- rows of one's own, which say only what they know


class Silent(Row):
    wires = ("x",)


def test_a_row_of_one_s_own_needs_its_wires_only() -> None:
    target = table(STEPS, Silent())
    assert target.by_wire["x"].describe() == ""
    assert codes({"x": [1], "steps": 5}, target) == []
    done = raw(target, x=1, steps=5)
    assert (done.request, kinds(done)) == ({"steps": 5}, {"provider_options.acme.x": "dropped"})


def test_a_domain_of_a_row_of_one_s_own_is_judged() -> None:
    class Level(Silent):
        domain = Int(5, 1)

    assert faults(Level()) == ["there are no whole numbers from 5 to 1"]


def test_a_constant_of_one_s_own_means_its_value() -> None:
    class Version(Row):
        wires = ("version",)
        is_constant = True

        def __init__(self, value: object) -> None:
            self.value = value

        def always(self, limits: Limits, provider: str) -> dict[str, object]:
            return {"version": self.value}

    tables = {str(value): table(PROMPT, Version(value), name=f"acme/{value}") for value in (1, 2, True)}
    assert asked(tables["2"], prompt="a").request == {"prompt": "a", "version": 2}
    catalog = Catalog({target.name: target for target in tables.values()})
    for name, target in tables.items():
        body = {"prompt": "a", "version": target.rows[1].value}
        found = identify("POST", "/v1/draw", body, catalog=catalog).target
        assert found is target, name


class Frames(Row):
    """Takes pictures of any kind, and writes how many there are."""

    wires = ("frames",)
    fields = ("references",)

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        return {"frames": len(asked["references"])} if asked["references"] else {}


class TwoFrames(Frames):
    def has_place(self, reference: Reference, taken: Sequence[Reference]) -> bool:
        return len(taken) < 2


def test_pictures_go_to_a_row_that_says_it_has_a_place() -> None:
    change = only(asked(table(Frames()), references=[URL]).changes)
    assert (change.kind, change.why) == ("dropped", "no field for a picture in the role image")
    assert [asked(table(TwoFrames()), references=[URL] * n).request for n in (1, 2, 3)] == [
        {"frames": 1},
        {"frames": 2},
        {"frames": 2},
    ]


def test_pictures_go_first_to_a_row_that_says_it_takes_them_as_they_are() -> None:
    target = table(TwoFrames(), Pictures("images", (Image("url"),), max=2))
    assert asked(target, references=[URL, OTHER]).request == {"images": [URL, OTHER]}
    assert asked(target, references=[URL, OTHER, URL]).request == {"frames": 1, "images": [URL, OTHER]}
    assert asked(target, references=[PNG, URL]).request == {"frames": 1, "images": [URL]}


PLAIN = Native("a", Int(1, 8))


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "retird"},
        {"unknown": "reject"},
        {"nulls": "maybe"},
        {"numbers_as_text": "yes"},
        {"lone_objects": "yes"},
        {"content": "xml"},
        {"method": "FETCH"},
        {"path": "v1/draw"},
        {"also_at": ["v2/draw"]},
        {"also_content": "xml"},
        {"path": "https://api.acme.example/v1"},
        {"checked": "yesterday"},
        {"checked": "2026-13-01"},
        {"retired": "soon"},
        {"rules": [Rule({"a": PRESENT}, {"prompt": ABSENT}, "no", effect="ignord")]},  # type: ignore[arg-type]
    ],
)
def test_words_that_say_nothing_are_faults_in_tables_of_python_too(facts: dict[str, Any]) -> None:
    with pytest.raises(Invalid, match="bad_table"):
        table(PROMPT, PLAIN, **facts)


@pytest.mark.parametrize(
    "domain",
    [
        Int(5, 1),
        Int(9, 15, multiple_of=16),
        Num(2.5, 1),
        Text(min_length=5, max_length=1),
        Text(min_length=-1),
        ListOf(Text(), min=5, max=1),
        ListOf(Int(5, 1)),
        Record({"b": Num(5, 1)}),
        AnyOf(Text(), Int(5, 1)),
    ],
)
def test_a_domain_without_members_is_a_fault(domain: Domain) -> None:
    with pytest.raises(Invalid, match="bad_table"):
        table(PROMPT, Native("a", domain))


def test_a_wire_far_back_in_a_list_is_a_fault() -> None:
    with pytest.raises(Invalid, match="too far back"):
        table(PROMPT, Native("a[99999999]", Int()))


# ---- faults to the letter


@pytest.mark.parametrize(
    ("facts", "whys"),
    [
        ({"status": "retird"}, ['status is one of active, preview, deprecated, retired, not "retird"']),
        ({"unknown": "reject"}, ['unknown is one of refused, ignored, forwarded, unsaid, not "reject"']),
        ({"nulls": "maybe"}, ['nulls is one of refused, ignored, not "maybe"']),
        ({"numbers_as_text": "yes"}, ['numbers_as_text is one of refused, accepted, not "yes"']),
        ({"lone_objects": "yes"}, ['lone_objects is one of refused, accepted, not "yes"']),
        ({"content": "xml"}, ['content is one of json, multipart, not "xml"']),
        ({"method": "FETCH"}, ['method is one of GET, POST, PUT, PATCH, not "FETCH"']),
        ({"path": "v1/draw"}, ['the path begins with a slash, not "v1/draw"']),
        ({"also_at": ["v2/draw"]}, ['the path begins with a slash, not "v2/draw"']),
        ({"also_at": ["/v2/draw", "/v2/draw"]}, ["also_at has a path twice"]),
        ({"path": "/v1/draw", "also_at": ["/v1/draw"]}, ["also_at has a path twice"]),
        ({"also_content": "xml"}, ['also_content is one of , json, multipart, not "xml"']),
        ({"also_content": "json"}, ["the body is json already, so also_content can't be that too"]),
        ({"checked": "2026-13-01"}, ['checked is a date like 2026-11-29, not "2026-13-01"']),
        ({"retired": "2026-1-1"}, ['retired is a date like 2026-11-29, not "2026-1-1"']),
        ({"serves": "muse"}, ["serves must be <maker>/<model>, not 'muse'"]),
        ({"serves": "/muse"}, ["serves must be <maker>/<model>, not '/muse'"]),
        ({"serves": "acme/"}, ["serves must be <maker>/<model>, not 'acme/'"]),
        ({"base_url": "x"}, ['base_url must be an http or https URL without a slash at its end, not "x"']),
        ({"key_header": "x"}, ["key_header must be like 'Authorization: Bearer {key}', not \"x\""]),
        (
            {"rules": [Rule({"a": PRESENT}, {"prompt": ABSENT}, "no", effect="ignord")]},  # type: ignore[arg-type]
            [
                'the effect of a rule is one of refused, ignored, altered, disputed, not "ignord"',
                "a rule forbids prompt, which is required",
            ],
        ),
        (
            {"rules": [Rule({"prompt": PRESENT}, {"mode": OneOf("b")}, "no")]},
            ["a rule has a condition on mode, which always holds one value"],
        ),
        (
            {"rules": [Rule({"nope": PRESENT}, {"a": ABSENT}, "x"), AtMost(("prompt", "none"), 1, "y")]},
            ["a rule names the unknown wire nope", "a rule names the unknown wire none"],
        ),
    ],
)
def test_a_fault_of_a_table_to_the_letter(facts: dict[str, Any], whys: list[str]) -> None:
    assert faults(PROMPT, PLAIN, Const("mode", "a"), **facts) == whys


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([PROMPT, PROMPT], "two rows have the wire prompt"),
        ([Native("a..b", Text())], "not a wire: 'a..b'"),
        ([Native("a[1000]", Int())], "a[1000] is too far back in a list"),
        ([Param("n", Field("number"), Int())], "there is no intent field 'number'"),
        ([Native("level", Int(5, 1))], "there are no whole numbers from 5 to 1"),
        ([WidthHeight("w", "h", ["1x1"]), SizeText("size", ["1x1"])], "more than one row sets the size"),
    ],
)
def test_a_fault_of_rows_to_the_letter(rows: list[Any], why: str) -> None:
    assert faults(*rows) == [why]
    assert faults(*rows) == [why]  # a row that was found wrong once is wrong again


def test_what_is_just_no_fault_of_a_table() -> None:
    free = {"status": "preview", "method": "PATCH", "retired": "2026-01-31", "checked": "", "serves": "a/b/c"}
    disputed = Rule({"a": PRESENT}, {"mode": OneOf("b"), "prompt": ABSENT}, "no", effect="disputed")
    target = table(PROMPT, PLAIN, Const("mode", "a"), Native("c[999]", Int()), rules=[disputed], **free)
    assert {name: getattr(target, name) for name in free} == free


def problems_of(call: Any) -> tuple[Problem, ...]:
    with pytest.raises(Invalid) as caught:
        call()
    return caught.value.problems


def test_a_variant_of_wires_that_there_are_not() -> None:
    def bad(wire: str, why: str) -> Problem:
        return Problem("error", "bad_table", ("acme/muse",), wire, why)

    assert problems_of(lambda: MUSE.but(domains={"nope": Int()})) == (
        bad("nope", "no row with a single domain has this wire"),
    )
    assert problems_of(lambda: MUSE.but(only=["promt", "steps", "zzzz"])) == (
        bad("promt", "no row has this wire or field; did you mean 'prompt'?"),
        bad("zzzz", "no row has this wire or field"),
    )


def test_a_variant_may_keep_some_rows_only() -> None:
    target = table(PROMPT, COUNT, FAST, STEPS, rules=[RULE])
    assert target.but(only=["steps", "num_images"]).rows == (COUNT, STEPS)
    assert target.but(only=["steps", "num_images"], without=["steps"]).rows == (COUNT,)
    assert target.but(only=[]).rows == ()
    few = target.but(SEED, FAST, only=["num_images"])
    assert (few.rows, few.rules) == ((COUNT, SEED, FAST), (RULE,))
    assert target.but(SEED, only=["num_images"]).rules == ()


@pytest.mark.parametrize(
    ("name", "facts", "expected"),
    [
        ("acme/muse", {"model": "muse-3"}, ("acme/muse-3", "muse-3", (), "", "")),
        ("acme/muse:edit", {"model": "muse-3"}, ("acme/muse-3:edit", "muse-3", (), "", "")),
        ("acme/muse", {"model": "muse-3", "name": "acme/x"}, ("acme/x", "muse-3", (), "", "")),
        ("acme/muse", {"model": ""}, ("acme/muse", "", ("old",), "acme/muse", "given")),
        ("acme/muse", {"name": "acme/muse:edit"}, ("acme/muse:edit", "muse-2", (), "acme/muse", "given")),
        ("acme/muse", {"note": "x"}, ("acme/muse", "muse-2", ("old",), "acme/muse", "given")),
        ("acme/muse", {"name": "acme/x", "serves": "a/b"}, ("acme/x", "muse-2", (), "a/b", "")),
        ("acme/muse", {"name": "acme/x", "weights": "w", "aliases": ["y"]}, ("acme/x", "muse-2", ("y",), "", "w")),
    ],
)
def test_what_a_variant_is_called(name: str, facts: dict[str, Any], expected: tuple[object, ...]) -> None:
    target = table(PROMPT, name=name, aliases=["old"], serves="acme/muse", weights="given").but(**facts)
    assert (target.name, target.model, target.aliases, target.serves, target.weights) == expected


def test_a_place_for_the_model_in_the_path() -> None:
    target = table(PROMPT, path="/v1/{model}/draw", docs="https://wiki.example/{model}")
    assert (target.path, target.docs) == ("/v1/muse-2/draw", "https://wiki.example/muse-2")
    assert target.source_of(PROMPT) == "https://wiki.example/muse-2 (2026-11-01)"
    assert target.source_of(Native("a", Int(), source="https://x.example")) == "https://x.example (2026-11-01)"
    assert target.but(model="").path == "/v1/{model}/draw"


def test_a_target_in_words() -> None:
    assert repr(table(PROMPT, COUNT, FAST, rules=[RULE])) == ("<Target acme/muse: 3 rows, 1 rules, checked 2026-11-01>")


def test_the_rows_with_some_wires() -> None:
    target = table(Const("model", "a"), PROMPT, COUNT, FAST)
    assert target.rows_with(["fast", "num_images", "other"]) == [COUNT, FAST]
    assert target.rows_with(["fast", "model"]) == [Const("model", "a"), FAST]
    assert target.rows_with(["fast"], and_always=True) == [Const("model", "a"), PROMPT, FAST]
    assert target.always_rows == (Const("model", "a"), PROMPT)
    assert target.rows_with([]) == []


def test_what_means_not_set() -> None:
    target = table(Native("a", Int(), nullable=True, unset=(0,)), Native("b", Int(), unset=(-1, 0)), Native("c", Int()))
    assert target.absences == {"a": [None, 0], "b": [-1, 0]}
    assert target.present({"a": None, "b": None, "c": None, "d": 0}) == {"b": None, "c": None, "d": 0}
    assert target.present({"a": 0, "b": 0.0, "c": 0}) == {"c": 0}
    assert target.present({"a": False, "b": -1, "d": 1}) == {"a": False, "d": 1}
    given = {"a": 1, "c": 2}
    assert target.present(given) == given
    assert target.present(given) is not given


def test_when_a_rule_may_matter() -> None:
    rows = (COUNT, FAST, Native("slow", Flag(), default=True), SEED)
    silent = Rule({"slow": OneOf(True)}, {"num_images": Int(max=0)}, "broken by the defaults")
    both = AtMost(("fast", "seed"), 1, "one of them")
    target = table(*rows, rules=[RULE, silent, both])
    assert target.rules_by_trigger == (
        (RULE, frozenset({"fast", "num_images"})),
        (silent, None),
        (both, frozenset({"fast", "seed"})),
    )


def test_the_rules_on_the_size() -> None:
    size = WidthHeight("w", "h", ["1x1", "2x2"])
    ignored = Rule({"fast": OneOf(True)}, {"w": ABSENT}, "ignored when fast", effect="ignored")
    refused = Rule({"fast": OneOf(True)}, {"h": ABSENT}, "refused when fast")
    other = Rule({"fast": OneOf(True)}, {"seed": ABSENT}, "no seed when fast", effect="ignored")
    assert table(size, FAST, SEED, rules=[ignored, refused, other]).rules_on_sizes == (ignored,)
    assert table(FAST, SEED, rules=[other]).rules_on_sizes == ()


def test_the_keys_of_a_request() -> None:
    target = table(PROMPT, Native("'a[]'", Flag()), Native("b.c", Int()), Native("d", Int()), Const("e", 1))
    assert target.keys == {"prompt", "d", "e"}
    assert target.natives == {"d"}
    assert table(Native("d", Int()), Native("f", Int()), also_read={"dd": "d"}).natives == frozenset()
