"""Every domain: what is at fault with a value, the nearest member to a wish, and the members of two domains."""

from __future__ import annotations

import base64
import itertools
import pickle
from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal, localcontext
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from imgparams import Invalid, Problem, Reference
from imgparams.intent import QUALITY
from imgparams.tables import (
    ABSENT,
    PRESENT,
    AnyOf,
    Area,
    Both,
    Count,
    Domain,
    Flag,
    Image,
    Int,
    Json,
    ListOf,
    Not,
    Num,
    OneOf,
    Quality,
    Record,
    Slots,
    Text,
    Words,
)
from imgparams.tables.conditions import OFF
from imgparams.tables.domains import Fault, larger, outside, smaller
from imgparams.tables.images import Kind, Token, tokens
from imgparams.texts import sniff
from imgparams.values import same
from tests.unit.tables import JPEG, PNG, URL


def code(domain: Domain, value: object) -> str | None:
    """The code of a value's fault, None for a member."""
    fault = domain.fault(value)
    assert domain.has(value) is (fault is None)
    return fault.code if fault else None


# ---- Int


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (32, None),
        (1536, None),
        (1536.0, None),
        (24, "out_of_range"),
        (1544, "out_of_range"),
        (33, "off_grid"),
        ("64", "wrong_type"),
        (64.5, "wrong_type"),
        (True, "wrong_type"),
        (None, "wrong_type"),
    ],
)
def test_int_faults(value: object, expected: str | None) -> None:
    assert code(Int(32, 1536, multiple_of=8), value) == expected


def test_int_faults_tell_the_limits() -> None:
    fault = Int(1, 8).fault(50)
    assert fault is not None
    assert fault.allowed == (1, 8)
    assert fault.why == "a whole number from 1 to 8"


@pytest.mark.parametrize(
    ("asked", "wire"), [(64, 64), (67, 64), (69, 72), (68, 64), (0, 32), (9999, 1536), (64.4, 64), (2**64, 1536)]
)
def test_int_encodes_the_nearest_ties_down(asked: float, wire: int) -> None:
    assert Int(32, 1536, multiple_of=8).encode(asked) == wire


@pytest.mark.parametrize("asked", ["64", True, None, [64]])
def test_int_encodes_numbers_only(asked: object) -> None:
    assert Int().encode(asked) is None


@given(st.integers(-40, 40), st.integers(0, 60), st.integers(1, 9), st.floats(-99, 99), st.booleans())
def test_int_encode_equals_brute_force(low: int, span: int, step: int, asked: float, down: bool) -> None:
    domain = Int(low, low + span, multiple_of=step, round_down=down)
    members = [n for n in range(low, low + span + 1) if n % step == 0]
    below = [n for n in members if n <= asked]
    if down and below:
        members = below
    exact = Decimal(asked)
    expected = min(members, key=lambda n: (abs(n - exact), n), default=None)
    if expected is not None and not down:
        found = domain.encode(asked)
        assert abs(found - exact) == abs(expected - exact) or repr(asked) != str(exact)  # type: ignore[operator]
    else:
        assert domain.encode(asked) == expected


@given(st.integers(-(2**63), 2**64))
def test_int_encode_of_a_member_is_the_member(value: int) -> None:
    assert Int().encode(value) == value


def test_int_encode_of_a_huge_member_is_the_member() -> None:
    assert Int().encode(2**200) == 2**200


def test_int_rounds_a_count_down_unless_nothing_is_below() -> None:
    domain = Int(2, 8, multiple_of=2, round_down=True)
    assert [domain.encode(n) for n in (1, 2, 3, 7.9, 50)] == [2, 2, 2, 6, 8]


def test_int_without_bounds() -> None:
    assert (Int().encode(-5), Int(min=3).encode(1), Int(max=3).encode(10)) == (-5, 3, 3)
    assert (Int().describe(), Int(min=3).describe(), Int(max=3, multiple_of=2).describe()) == (
        "any whole number",
        "a whole number from 3 up",
        "a multiple of 2 up to 3",
    )


def test_int_without_members() -> None:
    assert Int(5, 4).encode(5) is None
    assert Int(5, 4).first() is None
    assert Int(33, 39, multiple_of=8).encode(36) is None


def test_int_decodes_legal_or_not() -> None:
    assert [Int(1, 8).decode(value) for value in (3, 3.0, 99, "3", True, 2.5)] == [3, 3, 99, None, None, None]


@pytest.mark.parametrize(
    ("domain", "first"), [(Int(3, 9), 3), (Int(max=9), 9), (Int(), 0), (Int(1, 9, multiple_of=4), 4)]
)
def test_int_first_is_a_member(domain: Int, first: int) -> None:
    assert domain.first() == first
    assert domain.has(first)


# ---- Num


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, None),
        (1.0, None),
        (0.5, None),
        (1.01, "out_of_range"),
        (-1, "out_of_range"),
        ("0.5", "wrong_type"),
        (True, "wrong_type"),
    ],
)
def test_num_faults(value: object, expected: str | None) -> None:
    assert code(Num(0, 1), value) == expected


def test_num_encodes_the_nearest() -> None:
    assert [Num(0, 1).encode(asked) for asked in (0.3, -1, 7, "x", True)] == [0.3, 0, 1, None, None]
    assert Num(2, 1).encode(1) is None


def test_num_flips_in_decimal() -> None:
    kept = Num(0, 1, flip=True)
    assert (kept.encode(0.1), kept.decode(0.9)) == (0.9, 0.1)
    assert (kept.encode(0), kept.encode(1)) == (1, 0)


def test_num_scales_in_decimal() -> None:
    weight = Num(1, 100, scale=100)
    assert (weight.encode(0.29), weight.decode(29)) == (29, 0.29)
    assert weight.encode(0) == 1
    assert Num(1, 100, scale=100, flip=True).encode(0.3) == 70


@given(st.decimals(0, 1, places=6), st.booleans(), st.sampled_from([1, 10, 100, 0.5]))
def test_num_decode_and_encode_are_exact_inverses(asked: Decimal, flip: bool, scale: float) -> None:
    domain = Num(flip=flip, scale=scale)
    assert domain.decode(domain.encode(float(asked))) == float(asked)


@given(st.floats(0, 1), st.sampled_from([1, 10, 100]))
@example(0.48065018599872933, 100)  # whose wire value would be read as another number
def test_num_settles_with_any_number_of_digits(asked: float, scale: float) -> None:
    domain = Num(flip=True, scale=scale)
    wire = domain.encode(asked)
    back = domain.decode(wire)
    assert back == pytest.approx(asked, abs=1e-8)
    assert domain.encode(back) == wire


def test_num_does_not_depend_on_how_the_caller_rounds_decimals() -> None:
    with localcontext() as context:
        context.rounding = ROUND_DOWN
        assert Num(flip=True, scale=100).encode(0.48065018599872933) == 51.9349814


def test_num_decodes_legal_or_not() -> None:
    assert [Num(0, 1).decode(value) for value in (0.5, 7, "x", True)] == [0.5, 7, None, None]
    assert Num(0, 1, flip=True).decode("x") is None
    assert Num(0, 1, flip=True).decode(1e300) is None  # it would not come back


def test_num_first_is_a_member() -> None:
    assert [Num(2, 3).first(), Num(max=3).first(), Num().first()] == [2, 3, None]


def test_num_without_members_has_no_first() -> None:
    assert Num(2, 1).first() is None


def test_num_describes_itself() -> None:
    assert Num(0, 1).describe() == "a number from 0 to 1"


@pytest.mark.parametrize(
    "make",
    [
        lambda: Int(multiple_of=0),
        lambda: Int(multiple_of=-8),
        lambda: Int(multiple_of=0.5),  # type: ignore[arg-type]
        lambda: Num(scale=0),
        lambda: Num(scale=float("inf")),
        lambda: Text(pattern="["),
    ],
)
def test_a_domain_that_can_not_be_is_a_bad_table(make: Callable[[], Domain]) -> None:
    with pytest.raises(Invalid, match="bad_table"):
        make()


# ---- Text


@pytest.mark.parametrize(
    ("domain", "value", "expected"),
    [
        (Text(), "", None),
        (Text(), 5, "wrong_type"),
        (Text(min_length=1), "", "out_of_range"),
        (Text(max_length=3), "abc", None),
        (Text(max_length=3), "abcd", "too_long"),
        (Text(pattern="#[0-9A-F]{6}"), "#FF00AA", None),
        (Text(pattern="#[0-9A-F]{6}"), "#FF00AA!", "not_allowed"),
    ],
)
def test_text_faults(domain: Text, value: object, expected: str | None) -> None:
    assert code(domain, value) == expected


def test_text_is_cut_above_the_maximum_and_nothing_below_the_minimum() -> None:
    assert Text(max_length=3).encode("abcdef") == "abc"
    assert Text(min_length=2).encode("a") is None
    assert Text(pattern="a+").encode("b") is None
    assert Text().encode(5) is None


def test_text_decodes_legal_or_not() -> None:
    assert (Text(max_length=3).decode("abcdef"), Text().decode(5)) == ("abcdef", None)


def test_text_describes_itself() -> None:
    assert Text().describe() == "text"
    assert Text(min_length=1, max_length=9).describe() == "text of 1 to 9 characters"
    assert Text(pattern="a+").describe() == "text matching a+"


# ---- Words


HD = Words({"medium": "standard", "high": "hd"}, QUALITY)


def test_words_faults() -> None:
    assert [code(HD, value) for value in ("hd", "high", 5)] == [None, "not_allowed", "wrong_type"]
    assert code(Words({"a": "x"}, open=True), "y") is None
    assert code(Words({"a": "x"}, open=True), 5) == "wrong_type"
    assert code(Words({"a": "x"}, more=("y",)), "y") is None


def test_words_go_to_the_nearest_of_the_scale_ties_down() -> None:
    assert [HD.encode(word) for word in ("low", "medium", "high", "xhigh", "max")] == ["standard"] * 2 + ["hd"] * 3
    assert Words({"low": "a", "high": "b"}, QUALITY).encode("medium") == "a"


def test_words_outside_the_scale_have_no_neighbour() -> None:
    assert HD.encode("auto") is None
    assert HD.encode("ultra") is None
    assert HD.encode(3) is None
    assert Words({"a": "x"}, QUALITY).encode("low") is None


def test_the_first_pair_of_a_wire_word_is_how_it_is_read() -> None:
    words = Words([("jpeg", "jpg"), ("jpg", "jpg"), ("png", "png")])
    assert (words.decode("jpg"), words.encode("jpg"), words.encode("jpeg")) == ("jpeg", "jpg", "jpg")
    assert words.words == ("jpg", "png")


@pytest.mark.parametrize("words", [HD, Words([("jpeg", "jpg"), ("jpg", "jpg")]), Quality("auto", low="draft")])
def test_words_have_a_right_inverse(words: Words) -> None:
    for wire in words.words:
        assert words.encode(words.decode(wire)) == wire


def test_words_without_a_canonical_meaning_stay_unread() -> None:
    assert Words({"a": "x"}, more=("custom",)).decode("custom") is None
    assert HD.decode("best") is None


def test_words_meet_keeps_the_pairs_that_are_left() -> None:
    met = Words({"low": "a", "high": "b"}, QUALITY, more=("c", "d")).meet(OneOf("b", "d"))
    assert isinstance(met, Words)
    assert met.words == ("b", "d")
    assert met.encode("low") == "b"


def test_words_describe_and_first() -> None:
    assert HD.describe() == "standard or hd"
    assert Words({"a": "x", "b": "y"}, open=True).describe() == "x or y (the vendor may accept others)"
    assert (HD.first(), Words({}).first()) == ("standard", None)


def test_quality_is_a_scale_and_auto() -> None:
    quality = Quality("auto", "high", low="draft")
    assert [quality.encode(word) for word in ("auto", "low", "medium", "max")] == ["auto", "draft", "draft", "high"]


# ---- OneOf


def test_one_of_faults_compare_as_json() -> None:
    assert [code(OneOf(1, 2.5), value) for value in (1.0, 2.5, 3, True, "1")] == [
        None,
        None,
        "not_allowed",
        *["wrong_type"] * 2,
    ]
    assert [code(Flag(), value) for value in (True, 0, "true")] == [None, "wrong_type", "wrong_type"]
    assert code(OneOf("a", open=True), "b") is None
    assert code(OneOf(), 5) == "not_allowed"


def test_one_of_sends_a_number_to_the_nearest_ties_down() -> None:
    assert [OneOf(4, 1, 2.5).encode(asked) for asked in (1, 1.75, 2.4, 3.25, 99)] == [1, 1, 2.5, 2.5, 4]


def test_one_of_rounds_a_count_down_unless_nothing_is_below() -> None:
    assert [OneOf(4, 2, round_down=True).encode(n) for n in (1, 3, 4, 9)] == [2, 2, 4, 4]


def test_one_of_has_no_neighbour_of_a_word() -> None:
    assert OneOf("a", "b").encode("c") is None
    assert OneOf(1, 2).encode("1") is None
    assert Flag().encode(1) is None


def test_an_open_one_of_takes_any_text() -> None:
    assert OneOf("a", open=True).encode("b") == "b"
    assert OneOf("a", open=True).decode("b") == "b"
    assert OneOf(1, open=True).encode("b") is None


def test_one_of_decodes_any_number_where_it_has_numbers() -> None:
    assert [OneOf(1, 4).decode(value) for value in (1, 3, "x", True)] == [1, 3, None, None]
    assert OneOf("a").decode(3) is None


def test_one_of_describe_and_first() -> None:
    assert OneOf("a", 2).describe() == "a or 2"
    assert OneOf("a", "b", open=True).describe() == "a or b (the vendor may accept others)"
    assert Flag().describe() == "true or false"
    assert (OneOf("a", "b").first(), OneOf().first()) == ("a", None)


# ---- containers


def test_list_faults() -> None:
    domain = ListOf(Int(1, 9), min=1, max=2)
    found = [code(domain, value) for value in ([1], (1, 2), [], [1, 2, 3], [99], [1, "x"], "1")]
    assert found == [None, None, "out_of_range", "too_many", "out_of_range", "wrong_type", "wrong_type"]


def test_a_list_is_cut_at_its_maximum() -> None:
    domain = ListOf(Int(1, 9), min=1, max=2)
    assert [domain.encode(value) for value in ([1, 2, 3], (1,), [], [99], "1")] == [[1, 2], [1], None, None, None]
    assert ListOf(Int()).encode([1, 2, 3]) == [1, 2, 3]


def test_a_list_is_read_frozen() -> None:
    assert (ListOf(Int()).decode([1, [2]]), ListOf(Int()).decode("x")) == ((1, (2,)), None)


def test_record_faults() -> None:
    domain = Record({"id": Text(min_length=1), "weight": Num(0, 1)}, required=("id",), nullable=("weight",))
    assert code(domain, {"id": "a", "weight": 0.5}) is None
    assert code(domain, {"id": "a", "weight": None}) is None
    assert code(domain, {"id": None}) == "wrong_type"  # null is absence only where it is said
    assert code(domain, {}) == "missing"
    assert code(domain, {"id": "a", "x": 1}) == "unknown_field"
    assert code(domain, {"id": "a", "weight": 7}) == "out_of_range"
    assert code(domain, []) == "wrong_type"


def test_an_open_record_lets_keys_pass_but_no_credential() -> None:
    headers = Record({}, open=True, no_secrets=True)
    assert code(headers, {"x-trace": "1"}) is None
    assert code(headers, {"Authorization": "Bearer hunter2"}) == "credential"


def test_every_fault_inside_is_told_with_its_place() -> None:
    domain = ListOf(Record({"id": Int(1, 9), "name": Text()}, required=("name",)), max=2)
    found = [(fault.code, fault.at) for fault in domain.faults([{"id": 50}, {"name": 5, "x": 1}, {"name": "a"}])]
    assert found == [
        ("too_many", ()),
        ("missing", (0, "name")),
        ("out_of_range", (0, "id")),
        ("unknown_field", (1, "x")),
        ("wrong_type", (1, "name")),
    ]


def test_all_that_is_wrong_with_a_container_of_another_type_is_its_type() -> None:
    for domain in (ListOf(Int()), Record({"a": Int()}, required=("a",))):
        assert [fault.code for fault in domain.faults(5)] == ["wrong_type"]


def test_an_open_record_may_say_what_the_rest_is() -> None:
    domain = Record({"id": Text()}, open=True, rest=Int(1, 9))
    assert code(domain, {"id": "a", "x": 5}) is None
    assert [(fault.code, fault.at) for fault in domain.faults({"x": 50})] == [("out_of_range", ("x",))]


def test_any_of_takes_the_first_that_fits() -> None:
    domain = AnyOf(Int(1, 9), Text(max_length=3))
    assert [code(domain, value) for value in (5, "abc", 50, "abcd", True)] == [
        None,
        None,
        "out_of_range",
        "too_long",
        "wrong_type",
    ]
    assert [domain.encode(value) for value in (50, "abcd", True)] == [9, "abc", None]
    assert domain.decode(5) == 5


def test_json_is_anything() -> None:
    assert code(Json(), {"a": [1]}) is None
    assert Json().encode({"a": 1}) == {"a": 1}


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"max_length": 10000}, "text of at most 10000 characters"),
        ({"min_length": 1, "max_length": 9}, "text of 1 to 9 characters"),
        ({"min_length": 1}, "non-empty text"),
        ({"min_length": 8, "max_length": 8}, "text of 8 characters"),
        ({}, "text"),
    ],
)
def test_text_describes_its_length(facts: dict[str, int], text: str) -> None:
    assert Text(**facts).describe() == text  # type: ignore[arg-type]


def test_containers_describe_themselves() -> None:
    assert ListOf(Text(), max=3).describe() == "a list of up to 3 texts"
    assert ListOf(Text(), min=2).describe() == "a list of at least 2 texts"
    assert ListOf(Text(), min=4, max=4).describe() == "a list of 4 texts"
    assert ListOf(Text()).describe() == "a list of texts"
    assert ListOf(Text(), max=0).describe() == "a list of no texts"
    assert Record({"a": Text(), "b": Text()}).describe() == "an object with the keys a and b"
    assert Record({}, open=True).describe() == "an object"
    assert AnyOf(Text(), Flag()).describe() == "text or true or false"
    assert Json().describe() == "any JSON value"


def test_a_domain_without_a_known_member_has_no_first() -> None:
    assert [domain.first() for domain in (Text(), Json(), AnyOf(Text()), Record({}))] == [None] * 4


# ---- what only rules say


def test_not_count_present_and_absent() -> None:
    assert [code(Not(OneOf("a")), value) for value in ("a", "b", 5)] == ["not_allowed", None, None]
    assert [code(Count(1, 2), value) for value in ([], [1], "x", [1, 2, 3])] == ["out_of_range", None, None, "too_many"]
    assert code(PRESENT, 5) is None
    assert code(ABSENT, 5) == "conflict"
    assert [code(OFF, value) for value in (False, True, 0, None)] == [None, *["conflict"] * 3]
    assert [domain.about_value for domain in (PRESENT, ABSENT, OFF, Int())] == [False, False, True, True]
    assert [domain.forbids for domain in (PRESENT, ABSENT, OFF, Int())] == [False, True, False, False]


@pytest.mark.parametrize(
    ("condition", "there", "value", "met", "broken"),
    [
        (Int(1, 4), True, 3, True, False),
        (Int(1, 4), True, 5, False, True),
        (Int(1, 4), False, 5, False, True),  # the vendor's default
        (Int(1, 4), False, None, False, False),  # no known default
        (PRESENT, True, None, True, False),
        (PRESENT, False, 3, False, True),
        (ABSENT, True, 3, False, True),
        (ABSENT, False, 3, True, False),
        (OFF, True, False, True, False),
        (OFF, True, True, False, True),
        (OFF, True, "x", False, True),
        (OFF, False, None, True, False),
        (OFF, False, False, True, False),
        (OFF, False, True, False, True),
        (OFF, False, "x", True, False),  # the default of what is no switch
    ],
)
def test_a_condition_looks_at_what_is_there_and_else_at_the_default(
    condition: Domain, there: bool, value: object, met: bool, broken: bool
) -> None:
    assert (condition.is_met(there, value), condition.is_broken(there, value)) == (met, broken)


def test_what_a_condition_leaves_of_a_domain() -> None:
    assert PRESENT.narrow(Int(1, 8)) == Int(1, 8)
    assert ABSENT.narrow(Int(1, 8)) is None
    assert Int(max=4).narrow(Int(1, 8)) == Int(1, 4)
    assert OFF.narrow(Flag()) == OneOf(False)
    assert OFF.narrow(Int(1, 8)) is None


def test_conditions_describe_themselves() -> None:
    assert Not(OneOf("a", "b")).describe() == "anything but a or b"
    assert Count(1, 2).describe() == "1 to 2 items"
    assert (PRESENT.describe(), ABSENT.describe()) == ("present", "left out")
    assert Both(Text(), Not(OneOf("a", "b"))).describe() == "text, but not a or b"


# ---- two domains at once


DOMAINS: tuple[Domain, ...] = (
    Int(1, 8),
    Int(2, 30, multiple_of=3),
    Int(1, 8, round_down=True),
    Num(0, 6),
    Num(2),
    Text(max_length=3),
    Text(min_length=1),
    OneOf(1, 4, 6.5),
    OneOf("a", "abcd"),
    Flag(),
    Words({"x": "a", "y": "b"}),
    ListOf(Int(), max=3),
    Count(0, 2),
    Not(OneOf(3, "a", True)),
    AnyOf(Int(2, 5), Text()),
    Json(),
)
VALUES: tuple[object, ...] = (0, 1, 2, 3, 4, 5, 6, 6.5, 1.5, 9, "", "a", "b", "abcd", True, False, [], [1], [1, 2, 3])


def test_meet_holds_what_both_hold() -> None:
    wrong = [
        (a.describe(), b.describe(), value)
        for a, b in itertools.product(DOMAINS, repeat=2)
        if not (isinstance(a, Num) and isinstance(b, Int))
        for value in VALUES
        if a.meet(b).has(value) is not (a.has(value) and b.has(value))
    ]
    assert wrong == []


def test_meet_of_a_number_and_integers_holds_integers() -> None:
    assert not Num(0, 20).meet(Int(1, 10)).has(1.5)


@pytest.mark.parametrize("domain", [OneOf("a", open=True), Words({"a": "a"}, open=True)])
def test_meet_of_an_open_list_stays_open(domain: Domain) -> None:
    assert domain.meet(Not(OneOf("b"))).has("c")


@pytest.mark.parametrize("asked", [-3, 0, 1, 2.4, 3, 5, 7, 100, "abcdef", "a", True, [1, 2, 3, 4]])
def test_encode_inside_a_meeting_is_a_member_or_nothing(asked: object) -> None:
    for a, b in itertools.product(DOMAINS, repeat=2):
        if isinstance(a, Words):
            continue  # its wishes are canonical words
        wire = a.meet(b).encode(asked)
        assert wire is None or (a.meet(b).has(wire) and a.has(wire))


def test_encode_inside_a_meeting_finds_the_nearest() -> None:
    assert Int(1, 8).meet(Int(0, 6, multiple_of=2)).encode(7) == 6
    assert Text(max_length=9).meet(Text(max_length=3)).encode("abcdef") == "abc"
    assert OneOf(1, 4, 8).meet(Int(2, 8)).encode(1) == 4
    assert Num(0, 1).meet(OneOf(0.2, 0.8)).encode(0.1) == 0.2


def test_encode_beside_an_excluded_value_finds_a_neighbour() -> None:
    assert Int(1, 8).meet(Not(OneOf(3))).encode(3) in (2, 4)


def test_encode_inside_a_count_cuts_the_list() -> None:
    assert ListOf(Int(), max=5).meet(Count(0, 2)).encode([1, 2, 3]) == [1, 2]


def test_a_count_narrowed_to_a_list_still_rounds_down() -> None:
    assert Int(1, 8, round_down=True).meet(OneOf(1, 4)).encode(3) == 1


def test_a_list_that_rounds_down_still_does_when_narrowed() -> None:
    assert OneOf(1, 2, 4, round_down=True).meet(Not(OneOf(2))).encode(3) == 1


def test_a_flipped_number_narrowed_to_a_list_stays_flipped() -> None:
    assert Num(0, 1, flip=True).meet(OneOf(0.2, 0.8)).encode(0.1) == 0.8


def test_both_has_a_first_where_one_fits() -> None:
    assert Int(1, 8).meet(Not(OneOf(5))).first() == 1
    assert Int(1, 8).meet(Not(OneOf(1))).first() != 1


def test_both_reads_what_the_row_s_domain_reads() -> None:
    assert Int(1, 8).meet(Not(OneOf(5))).decode(99) == 99


def test_a_count_beside_excluded_ones_still_goes_down() -> None:
    assert Int(1, 8, round_down=True).meet(Not(OneOf(2, 3))).encode(3) == 1


# ---- pictures


DATA_URL = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
B64 = base64.b64encode(PNG).decode()


@pytest.mark.parametrize(
    ("kind", "value"), [("url", URL), ("data", DATA_URL), ("base64", B64), ("file", PNG), ("id", "0a1b-2c")]
)
def test_image_faults(kind: Kind, value: object) -> None:
    assert code(Image(kind), value) is None
    for other in Image.KINDS:
        if other not in (kind, "id"):
            assert code(Image(other), value) in ("wrong_type", "not_allowed")
    assert code(Image(kind), 5) == "wrong_type"
    assert code(Image(kind), "") == "wrong_type"


@pytest.mark.parametrize(("kinds", "edits"), [((), None), (("photo",), None), (("url",), "red")])
def test_what_is_no_image_domain(kinds: Any, edits: Any) -> None:
    with pytest.raises(Invalid, match="an Image needs one or more of the kinds"):
        Image(*kinds, edits=edits)


@pytest.mark.parametrize(
    ("domain", "reference", "wire"),
    [
        (Image("url"), Reference(url=URL), URL),
        (Image("file"), Reference(data=PNG), PNG),
        (Image("url", "data"), Reference(data=PNG), DATA_URL),
        (Image("data"), Reference(data=PNG, media_type="image/webp"), DATA_URL.replace("png", "webp", 1)),
        (Image("base64", "data"), Reference(data=PNG), B64),
        (Image("base64", "data"), Reference(data=PNG, media_type="image/png"), B64),
        (Image("base64", "data"), Reference(data=PNG, media_type="image/webp"), DATA_URL.replace("png", "webp", 1)),
        (Image("base64"), Reference(data=PNG, media_type="image/webp"), B64),
        (Image("data", "base64"), Reference(data=JPEG), f"data:image/jpeg;base64,{base64.b64encode(JPEG).decode()}"),
        (Image("id"), Reference(file_id="f", provider="acme"), "f"),
    ],
)
def test_image_writes_what_it_can_say(domain: Image, reference: Reference, wire: object) -> None:
    assert domain.write(reference, "acme") == wire


@pytest.mark.parametrize(
    ("domain", "reference", "need"),
    [
        (Image("data"), Reference(url=URL), "fetch"),
        (Image("file", "id"), Reference(url=URL), "fetch"),
        (Image("id"), Reference(url=URL), "upload"),
        (Image("id"), Reference(data=PNG), "upload"),
        (Image("url"), Reference(data=PNG), "host"),
        (Image("url", "id"), Reference(file_id="f", provider="other"), "find"),
        (Image("url"), Reference(file_id="f", provider="acme"), "find"),
        (Image("file", edits="white"), Reference(data=PNG), "repaint"),
        (Image("file", edits="white"), Reference(data=PNG, edits="black"), "repaint"),
        (Image("file", edits="white"), Reference(url=URL), "fetch"),
        (Image("id", "file", edits="white"), Reference(file_id="f", provider="acme", edits="black"), "fetch"),
        (Image("id", "file", edits="white"), Reference(file_id="f", provider="other", edits="black"), "find"),
    ],
)
def test_image_needs_what_it_cannot_say(domain: Image, reference: Reference, need: str) -> None:
    token = domain.write(reference, "acme")
    assert isinstance(token, Token)
    assert (token.kind, token.reference) == (need, reference)
    assert token.why
    assert domain.has(token)
    assert domain.read(token, "acme") == reference
    assert Image(*domain.kinds).read(token, "acme") == evolve(reference, edits=None)


def test_a_mask_that_is_marked_as_wanted_is_sent() -> None:
    assert Image("file", edits="white").write(Reference(data=PNG, edits="white"), "acme") == PNG
    assert Image("file", edits="transparent").write(Reference(data=PNG), "acme") == PNG
    owned = Reference(file_id="f", provider="acme")
    assert Image("id", edits="white").write(owned, "acme") == "f"


@pytest.mark.parametrize(
    ("domain", "value", "reference"),
    [
        (Image("url"), URL, Reference(url=URL)),
        (Image("data"), DATA_URL, Reference(data=PNG)),
        (Image("base64"), B64, Reference(data=PNG)),
        (Image("file"), PNG, Reference(data=PNG)),
        (Image("id"), "f", Reference(file_id="f", provider="acme")),
        (Image("file", edits="white"), PNG, Reference(data=PNG, edits="white")),
        (Image("data"), "data:image/png,abc", Reference(url="data:image/png,abc")),
        (Image("url"), DATA_URL, None),
        (Image("url"), 5, None),
    ],
)
def test_image_reads(domain: Image, value: object, reference: Reference | None) -> None:
    assert domain.read(value, "acme") == reference


def test_image_describes_its_kinds() -> None:
    assert Image("url", "file").describe() == "a URL or a file"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (b"\0\0\0\x1cftypavif", "image/avif"),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (b"BM....", "image/bmp"),
        (b"II*\0....", "image/tiff"),
        (b"GIF89a", "image/gif"),
        (b"<svg/>", "image/svg+xml"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVE", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_sniff(data: bytes, media_type: str) -> None:
    assert sniff(data) == media_type


@pytest.mark.parametrize("domain", [*DOMAINS, Image("url"), PRESENT, ABSENT, HD])
def test_domains_are_values(domain: Domain) -> None:
    twin = pickle.loads(pickle.dumps(domain))
    assert twin == domain
    assert hash(twin) == hash(domain)
    assert domain.describe()
    assert all(same(domain.fault(value) is None, twin.fault(value) is None) for value in VALUES)


@pytest.mark.parametrize(
    ("domain", "value", "faults"),
    [
        (Int(1, 8), "x", [Fault("wrong_type", "a whole number from 1 to 8")]),
        (Int(1, 8), 9, [Fault("out_of_range", "a whole number from 1 to 8", (1, 8))]),
        (Int(1), 0, [Fault("out_of_range", "a whole number from 1 up", (1, None))]),
        (Int(multiple_of=8), 9, [Fault("off_grid", "any multiple of 8", (8,))]),
        (Num(0, 1), "x", [Fault("wrong_type", "a number from 0 to 1")]),
        (Num(0, 1), 2, [Fault("out_of_range", "a number from 0 to 1", (0, 1))]),
        (Num(0), -1, [Fault("out_of_range", "a number from 0 up", (0, None))]),
        (Num(max=1), 2, [Fault("out_of_range", "a number up to 1", (None, 1))]),
        (Text(max_length=3), 5, [Fault("wrong_type", "text of at most 3 characters")]),
        (Text(min_length=2), "a", [Fault("out_of_range", "text of at least 2 characters", (2, None))]),
        (Text(max_length=3), "abcd", [Fault("too_long", "text of at most 3 characters; it has 4", (0, 3))]),
        (Text(pattern="a+"), "b", [Fault("not_allowed", "text matching a+")]),
        (Words({"low": "draft"}), "low", [Fault("not_allowed", "only draft", ("draft",))]),
        (Words({"low": "draft"}), 5, [Fault("wrong_type", "only draft", ("draft",))]),
        (OneOf("a", 2), 3, [Fault("not_allowed", "a or 2", ("a", 2))]),
        (OneOf("a", 2), [], [Fault("wrong_type", "a or 2", ("a", 2))]),
        (OneOf(), 5, [Fault("not_allowed", "no value", ())]),
        (Not(OneOf("a")), "a", [Fault("not_allowed", "anything but a")]),
        (Count(2, 3), 5, [Fault("out_of_range", "2 to 3 items", (2, 3))]),
        (Count(2, 3), [1] * 4, [Fault("too_many", "2 to 3 items", (2, 3))]),
        (Count(max=1), (1, 2), [Fault("too_many", "at most 1 item", (0, 1))]),
        (Area(9, 16), "2x4", [Fault("bad_area", "9 to 16 pixels in total", (9, 16))]),
        (Area(9, 16), "4:5", [Fault("bad_area", "9 to 16 pixels in total", (9, 16))]),
        (Area(9), "2x4", [Fault("bad_area", "at least 9 pixels in total", (9, None))]),
        (ABSENT, 1, [Fault("conflict", "must be left out")]),
        (OFF, True, [Fault("conflict", "must be false or left out")]),
        (OFF, 0, [Fault("conflict", "must be false or left out")]),
        (Image("url"), 5, [Fault("wrong_type", "a URL")]),
        (Image("file"), URL, [Fault("wrong_type", "a file")]),
        (Image("url"), "f", [Fault("not_allowed", "a URL")]),
        (ListOf(Int()), "x", [Fault("wrong_type", "a list of whole numbers")]),
        (Record({"id": Int()}), [], [Fault("wrong_type", "an object with the key id")]),
        (AnyOf(Int(), Flag()), "x", [Fault("wrong_type", "any whole number or true or false")]),
        (Both(Int(1, 8), Not(OneOf(3))), 3, [Fault("not_allowed", "anything but 3")]),
        (Both(Int(1, 8), Not(OneOf(3))), 9, [Fault("out_of_range", "a whole number from 1 to 8", (1, 8))]),
        (
            ListOf(Int(1, 9), min=1, max=2),
            [1, 50, "x"],
            [
                Fault("too_many", "a list of 1 to 2 whole numbers from 1 to 9; there are 3", (1, 2)),
                Fault("out_of_range", "a whole number from 1 to 9", (1, 9), (1,)),
                Fault("wrong_type", "a whole number from 1 to 9", None, (2,)),
            ],
        ),
        (ListOf(Text(), min=1), [], [Fault("out_of_range", "a list of at least 1 item, each text", (1, None))]),
        (
            Record({"id": Int(1, 9), "name": Text()}, required=("name",)),
            {"ID": 1, "id": 50},
            [
                Fault("unknown_field", "no such key; known are id, name; did you mean 'id'?", ("id", "name"), ("ID",)),
                Fault("missing", "required: text", None, ("name",)),
                Fault("out_of_range", "a whole number from 1 to 9", (1, 9), ("id",)),
            ],
        ),
        (Record({"id": Int()}), {"x": 1}, [Fault("unknown_field", "no such key; known is id", ("id",), ("x",))]),
        (Record({}), {"x": 1}, [Fault("unknown_field", "no such key", (), ("x",))]),
        (
            Record({}, open=True, no_secrets=True, rest=Text()),
            {"cookie": 5, "x": 5},
            [
                Fault("credential", "credentials are not accepted here", None, ("cookie",)),
                Fault("wrong_type", "text", None, ("x",)),
            ],
        ),
    ],
)
def test_faults_to_the_letter(domain: Domain, value: object, faults: list[Fault]) -> None:
    assert list(domain.faults(value)) == faults
    assert domain.fault(value) == faults[0]


@pytest.mark.parametrize(
    ("domain", "number", "skipped", "seed"),
    [
        (Int(1, 8), 3, (), 3),
        (Int(1, 8), 8, (), 8),
        (Int(1, 8), 9, (), 1),
        (Int(1, 8), 0, (), 8),
        (Int(1, 8), 3, (3,), 4),
        (Int(1, 8), 8, (8,), 1),
        (Int(1, 8), 9, (1, 2), 3),
        (Int(1, 3), 5, (1, 2, 3), 5),
        (Int(max=7), 9, (), 1),
        (Int(max=7), -1, (), -1),
        (Int(3), 9, (), 9),
        (Int(3), 1, (), 1),
        (Int(5, 4), 9, (), 9),
        (Int(4, 4), 9, (), 4),
        (Int(4, 4), 9, (4,), 9),
        (Int(0, 2**32 - 1), 2**32 + 5, (), 5),
    ],
)
def test_a_seed_is_folded_into_the_members(domain: Int, number: int, skipped: tuple[int, ...], seed: int) -> None:
    assert domain.fold(number, skipped) == seed


@pytest.mark.parametrize(
    ("a", "b", "met"),
    [
        (Int(1, 8), Int(3, 12), Int(3, 8)),
        (Int(3, 12, round_down=True), Int(1, 8), Int(3, 8, round_down=True)),
        (Int(multiple_of=4), Int(multiple_of=6), Int(multiple_of=12)),
        (Int(1, multiple_of=4), Num(0.5, 7.5), Int(1, 7, multiple_of=4)),
        (Int(), Num(0.5, 7.5), Int(1, 7)),
        (Int(), Num(), Int()),
        (Int(1, 8), OneOf(0, 3, 9), OneOf(3)),
        (Int(1, 8, round_down=True), OneOf(2, 4), OneOf(2, 4, round_down=True)),
        (Int(1, 8), Text(), Both(Int(1, 8), Text())),
        (Num(0, 5), Num(1, 9), Num(1, 5)),
        (Num(flip=True), Num(max=5), Num(max=5, flip=True)),
        (Num(0, 5), Int(1, 9), Int(1, 5)),
        (Num(0, 5, scale=2), Int(1, 9), Both(Num(0, 5, scale=2), Int(1, 9))),
        (Num(0, 5, scale=2), OneOf(1, 9), Both(Num(0, 5, scale=2), OneOf(1, 9))),
        (Num(0, 5), OneOf(1, 9), OneOf(1)),
        (Num(0, 5), Text(), Both(Num(0, 5), Text())),
        (OneOf(1, 4, 9), Int(2, 5), OneOf(4)),
        (OneOf("a", open=True), OneOf("a"), Both(OneOf("a", open=True), OneOf("a"))),
        (Text(), OneOf("a", 1), OneOf("a")),
        (Text(), Text(), Text()),
        (Text(), Text(max_length=3), Both(Text(), Text(max_length=3))),
        (
            Words({"low": "a", "high": "b"}, QUALITY, more=("c", "d")),
            OneOf("b", "d"),
            Words({"high": "b"}, QUALITY, more=("d",)),
        ),
        (Words({"low": "a"}, open=True), OneOf("a"), Both(Words({"low": "a"}, open=True), OneOf("a"))),
        (ListOf(Int(), min=1, max=5), Count(2, 3), ListOf(Int(), min=2, max=3)),
        (ListOf(Int(), min=3, max=5), Count(2), ListOf(Int(), min=3, max=5)),
        (ListOf(Int()), Count(max=3), ListOf(Int(), max=3)),
        (ListOf(Int()), Json(), Both(ListOf(Int()), Json())),
    ],
)
def test_what_two_domains_have_in_common(a: Domain, b: Domain, met: Domain) -> None:
    assert a.meet(b) == met


@pytest.mark.parametrize(
    ("domain", "value", "doubt"),
    [
        (Int(1), 2, "no maximum is published"),
        (Int(1), 1, ""),
        (Int(), 1, "no maximum is published"),
        (Int(), 0, ""),
        (Int(), -1, "no minimum is published"),
        (Int(max=8), -1, "no minimum is published"),
        (Int(max=8), 3, ""),
        (Int(1, 8), 3, ""),
        (Int(-5), -3, "no maximum is published"),
        (Num(), 0.5, "no maximum is published"),
        (Num(max=1), -0.5, "no minimum is published"),
        (Num(), "x", ""),
        (Num(2), 2, ""),
        (Num(-1, 1), -0.5, ""),
        (Int(-1, 1), -1, ""),
        (OneOf("a", open=True), "a", ""),
        (OneOf("a", open=True), "b", "it is none of the words that are published"),
        (Words({"low": "a"}, open=True), "b", "it is none of the words that are published"),
        (Both(Int(1), Not(OneOf(3))), 4, "no maximum is published"),
        (AnyOf(Int(1), OneOf("a")), 4, "no maximum is published"),
        (AnyOf(OneOf(2, open=True), Int(1)), 4, "no maximum is published"),  # the shortest
        (AnyOf(Int(1), Int(1, 9)), 4, ""),
        (AnyOf(Int(1), Int(1, 9)), 0, ""),
        (Text(), "x", ""),
    ],
)
def test_why_a_legal_value_is_not_known_to_work(domain: Domain, value: object, doubt: str) -> None:
    assert domain.doubt(value) == doubt


def test_what_may_lie_beyond_all_that_is_published() -> None:
    numbers = [kind(*ends) for kind in (Int, Num) for ends in ((), (1,), (None, 1), (1, 2))]
    assert [domain.is_open for domain in numbers] == [True, True, True, False] * 2
    assert not Text().is_open
    assert [domain.is_open for domain in (OneOf(open=True), Words({}, open=True), Words({}))] == [True, True, False]


@pytest.mark.parametrize(
    ("domain", "faults"),
    [
        (Int(2, 1), ["there are no whole numbers from 2 to 1"]),
        (Int(33, 39, multiple_of=8), ["there are no multiples of 8 from 33 to 39"]),
        (Int(32, 39, multiple_of=8), []),
        (Num(2, 1), ["there are no numbers from 2 to 1"]),
        (Num(1, 1), []),
        (Text(min_length=2, max_length=1), ["no text has 2 to 1 characters"]),
        (Text(min_length=-1), ["no text has -1 to None characters"]),
        (Text(min_length=2, max_length=2), []),
        (ListOf(Int(2, 1), min=2, max=1), ["no list has 2 to 1 items", "there are no whole numbers from 2 to 1"]),
        (ListOf(Int(), min=2, max=2), []),
        (ListOf(Int(), min=-1), ["no list has -1 to None items"]),
        (
            Record({"a": Int(2, 1)}, rest=Num(2, 1)),
            ["there are no whole numbers from 2 to 1", "there are no numbers from 2 to 1"],
        ),
        (AnyOf(Int(2, 1), Num(2, 1)), ["there are no whole numbers from 2 to 1", "there are no numbers from 2 to 1"]),
    ],
)
def test_a_domain_that_has_no_member(domain: Domain, faults: list[str]) -> None:
    assert list(domain.table_faults()) == faults


def test_encode_beside_excluded_values_takes_the_nearest_the_higher_first() -> None:
    beside = Int(0, 40, multiple_of=8).meet(Not(OneOf(16)))
    assert [beside.encode(asked) for asked in (16, 17, 13, 8)] == [24, 24, 24, 8]
    assert Int(0, 16, multiple_of=8).meet(Not(OneOf(16))).encode(99) == 8
    assert Int(0, 3).meet(Not(OneOf(2, 3))).meet(Not(OneOf(1))).encode(3) == 0
    assert Int(0, 3, round_down=True).meet(Not(OneOf(2))).encode(2) == 1
    assert Int(2, 3, round_down=True).meet(Not(OneOf(2))).encode(2) == 3
    assert Int(1, 1).meet(Not(OneOf(1))).encode(1) is None
    assert Text().meet(Not(OneOf("a"))).encode("a") is None


def test_both_writes_a_picture_that_the_condition_has() -> None:
    url, data = Reference(url=URL), Reference(data=PNG)
    links = Image("url", "data").meet(Text(pattern="https://.*"))
    assert (links.write(url, "acme"), links.write(data, "acme")) == (URL, None)
    assert Image("url").meet(Json()).write("no picture", "acme") is None
    assert Image("id").meet(Json()).write(OWNED, "acme") == "f"
    assert Int(1, 8).meet(Json()).write(9, "acme") == 8


def test_both_has_the_first_member_of_either() -> None:
    assert Both(Int(1, 8), Not(OneOf(1))).first() is None
    assert Both(Int(1, 8), OneOf("a", 3)).first() is None
    assert Both(Text(), OneOf("a")).first() == "a"
    assert Both(OneOf("a", open=True), OneOf("b", "a")).first() == "a"


@pytest.mark.parametrize(
    ("domain", "asked", "wire"),
    [
        (OneOf(1, 4), 2.5, 1),
        (OneOf(4, 1), 2.5, 1),
        (OneOf(0.1, 0.3), 0.2, 0.1),
        (OneOf(4, 2, round_down=True), 3.9, 2),
        (OneOf(4, 2, round_down=True), 0, 2),
        (OneOf("auto", 4), 9, 4),
        (OneOf("auto", 4, round_down=True), 1, 4),
        (OneOf("auto", True), 1, None),
        (OneOf("a", 1, open=True), "b", None),
        (OneOf(open=True), "b", "b"),
        (Num(0, 1, flip=True), 2, 0),
        (Num(0, 1, flip=True), -2, 1),
        (Num(0, 100, scale=100), 0.5, 50),
        (Num(-1, 1, scale=-1), 0.25, -0.25),
        (Num(2, 1), 1.5, None),
        (Num(1, 1), 5, 1),
        (Num(1), 0, 1),
        (Num(max=1), 5, 1),
        (Num(), True, None),
        (Int(multiple_of=8), 12, 8),
        (Int(multiple_of=8), 12.1, 16),
        (Int(multiple_of=8, round_down=True), 15.9, 8),
        (Int(multiple_of=8), -12, -16),
        (Text(max_length=0), "a", ""),
        (Words([(1, "one")]), 1, "one"),
        (Words({"low": "a", "max": "b"}, QUALITY), "high", "a"),
        (Words({"low": "a", "max": "b"}, QUALITY), "xhigh", "b"),
        (Words({"max": "b", "low": "a"}, ("low", "high", "max")), "high", "a"),
        (Words([("low", "b"), ("low", "a")], QUALITY), "medium", "b"),
        (Words({"low": "a"}), "a", "a"),
        (Words({"low": "a"}, more=("c",)), "c", None),
        (AnyOf(Int(1, 9), Text()), "x", "x"),
        (ListOf(Int(1, 9), max=2), [1, 2, 3], [1, 2]),
        (ListOf(Int(1, 9), min=2), [1], None),
        (Record({"a": Int()}), {"a": 1}, {"a": 1}),
        (Record({"a": Int()}), {"a": "x"}, None),
    ],
)
def test_the_nearest_member(domain: Domain, asked: object, wire: object) -> None:
    assert domain.encode(asked) == wire


@pytest.mark.parametrize(
    ("domain", "value", "means"),
    [
        (Int(1, 8), "3", None),
        (Num(0, 1, flip=True), 0.25, 0.75),
        (Num(0, 100, scale=100), 50, 0.5),
        (Num(scale=100), 10**12, 10**10),
        (Num(scale=100), 10**12 + 1, None),
        (Num(scale=100), -(10**12), -(10**10)),
        (Num(scale=3), 1, None),
        (OneOf("a", open=True), 5, None),
        (OneOf("a", 4, open=True), 5, 5),
        (OneOf("a", 4), 5, 5),
        (AnyOf(Int(1, 9), Text()), "x", "x"),
        (AnyOf(Int(1, 9), OneOf("a")), "x", None),
        (Record({"a": Int()}), {"a": 1}, {"a": 1}),
        (Record({"a": Int()}), {"a": "x"}, None),
        (Both(Num(0, 1, flip=True), OneOf(0.25)), 0.5, 0.5),
    ],
)
def test_what_a_wire_value_means(domain: Domain, value: object, means: object) -> None:
    assert domain.decode(value) == means


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: Int(multiple_of=0), "multiple_of is a whole number from 1 up, not 0"),
        (lambda: Num(scale=1e-7), "scale is between 1e-6 and 1e6, or the negative of that, not 1e-07"),
        (lambda: Num(scale=-1000000.5), "scale is between 1e-6 and 1e6, or the negative of that, not -1000000.5"),
        (
            lambda: Text(pattern="["),
            "the pattern is not a valid regular expression: unterminated character set at position 0",
        ),
        (
            lambda: Text(pattern="(?u)a"),
            "the pattern is not a valid regular expression: ASCII and UNICODE flags are incompatible",
        ),
        (
            lambda: Text(pattern="(a+)+"),
            "the pattern repeats what itself repeats or has alternatives, and could take for ever",
        ),
        (
            lambda: Image(),
            "an Image needs one or more of the kinds url, data, base64, file, id; edits is transparent, white or black",
        ),
        (lambda: Slots(part=Image("url")), "Slots needs at least one wire"),
    ],
)
def test_what_no_domain_can_be_to_the_letter(make: Callable[[], object], why: str) -> None:
    with pytest.raises(Invalid) as caught:
        make()
    assert caught.value.problems == (Problem("error", "bad_table", (), None, why),)


@pytest.mark.parametrize(
    ("asked", "wire"),
    [
        (2.5, "5"),
        (0.25, "0.5"),
        (2**51, "4503599627370496"),
        (2**52 - 1, "9007199254740990"),
        (2**52, "9007199254740992.0"),  # from here on floats have no fractions
        (-(2**52), "-9007199254740992.0"),
        (1.23456789012e-5, "2.46913578024e-05"),
    ],
)
def test_a_scaled_number_is_whole_where_it_can_be(asked: float, wire: str) -> None:
    assert repr(Num(scale=2).encode(asked)) == wire


def test_a_picture_without_bytes_is_sent_as_it_is() -> None:
    assert Image("file").write(Reference(data=b""), "acme") == b""


def test_the_ends_of_a_scale() -> None:
    for scale in (1e-6, 1e6, -1e-6, -1e6):
        assert Num(scale=scale).scale == scale


OWNED, OTHERS = Reference(file_id="f", provider="acme"), Reference(file_id="f", provider="other")
AREA_BYTES = "the mask marks the area to edit in another way, so its bytes are needed"


@pytest.mark.parametrize(
    ("domain", "reference", "token"),
    [
        (Image("data", "file"), Reference(url=URL), ("fetch", None, "it must be a data URL or a file")),
        (Image("base64"), Reference(url=URL), ("fetch", None, "it must be base64 text")),
        (Image("file"), Reference(url=URL), ("fetch", None, "it must be a file")),
        (Image("id"), Reference(url=URL), ("upload", None, "it must be an id from this vendor")),
        (Image("id"), Reference(data=PNG), ("upload", None, "it must be an id from this vendor")),
        (Image("url", "id"), Reference(data=PNG), ("host", None, "it must be a URL or an id from this vendor")),
        (Image("url"), OWNED, ("find", None, "ids are not accepted here")),
        (Image("id"), OTHERS, ("find", None, "an id from other is not valid here")),
        (Image("file", edits="white"), Reference(data=PNG), ("repaint", "white", "the area to edit must be white")),
        (Image("file", edits="white"), Reference(url=URL), ("fetch", None, AREA_BYTES)),
        (Image("id", edits="white"), evolve(OWNED, edits="black"), ("fetch", None, AREA_BYTES)),
        (Image("id", edits="white"), evolve(OTHERS, edits="black"), ("find", None, AREA_BYTES)),
    ],
)
def test_what_must_be_done_to_a_picture_to_the_letter(
    domain: Image, reference: Reference, token: tuple[str, Any, str]
) -> None:
    kind, edits, why = token
    assert domain.write(reference, "acme") == Token(kind, reference, edits, why)


@pytest.mark.parametrize(
    ("domain", "value", "reference"),
    [
        (Image("url", edits="black"), URL, Reference(url=URL, edits="black")),
        (Image("data", edits="black"), DATA_URL, Reference(data=PNG, edits="black")),
        (
            Image("data"),
            DATA_URL.replace("png", "webp", 1),
            Reference(data=PNG, media_type="image/webp"),
        ),
        (Image("base64", edits="black"), B64, Reference(data=PNG, edits="black")),
        (Image("id", edits="black"), "f", Reference(file_id="f", provider="acme", edits="black")),
        (Image("url"), URL.upper().replace("HTTPS", "HTTP"), Reference(url=URL.upper().replace("HTTPS", "HTTP"))),
        (Image("url"), "ftp://example.com/a.png", None),
        (Image("url", "id"), "ftp://example.com/a.png", Reference(file_id="ftp://example.com/a.png", provider="acme")),
        (Image("data"), DATA_URL.replace("data:", "DATA:"), Reference(url=DATA_URL.replace("data:", "DATA:"))),
        (Image("file", "id"), "f", Reference(file_id="f", provider="acme")),
        (Image("url"), PNG, None),
    ],
)
def test_image_reads_what_it_marks(domain: Image, value: object, reference: Reference | None) -> None:
    assert domain.read(value, "acme") == reference


def test_an_open_place_reads_without_a_weight() -> None:
    weighed = Reference(url=URL, weight=0.5, edits="white")
    token = Token("fetch", weighed)
    assert Image("file").read(token, "acme") == Reference(url=URL)
    assert Image("file", edits="black").read(token, "acme") == Reference(url=URL, edits="white")


def test_open_places_are_found_wherever_they_are() -> None:
    one, two = Token("fetch", Reference(url=URL)), Token("host", Reference(data=PNG))
    assert list(tokens({"a": [{"b": one}, "x", 5], "c": (two,)})) == [one, two]
    assert list(tokens("x")) == list(tokens(None)) == list(tokens([])) == []


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0, 4, "up to 4 URLs, base64 texts or ids from this vendor"),
        (1, None, "at least 1 URL, base64 text or id from this vendor"),
        (0, None, "any number of URLs, base64 texts or ids from this vendor"),
        (0, 1, "a URL, base64 text or an id from this vendor"),
        (1, 1, "a URL, base64 text or an id from this vendor"),
    ],
)
def test_how_many_pictures(low: int, high: int | None, text: str) -> None:
    assert Image("url", "base64", "id").how_many(low, high) == text


def test_of_any_of_the_nearest_miss_is_told() -> None:
    by_id, by_url = Record({"id": Int(1)}, required=("id",)), Record({"url": Text(min_length=1)}, required=("url",))
    domain = AnyOf(Text(), by_id, by_url)
    assert list(domain.faults({"url": ""})) == [Fault("out_of_range", "non-empty text", (1, None), ("url",))]
    assert list(domain.faults({"id": "x"})) == [Fault("wrong_type", "a whole number from 1 up", None, ("id",))]
    assert list(domain.faults(5)) == [
        Fault("wrong_type", "text or an object with the key id or an object with the key url")
    ]
    for other in (Record({"b": Int()}), Record({"a": Int(), "b": Int()}, required=("b",))):
        first_right = AnyOf(other, Record({"a": Int(1)}))
        assert list(first_right.faults({"a": 0})) == [
            Fault("out_of_range", "a whole number from 1 up", (1, None), ("a",))
        ]
    more = AnyOf(Record({"a": Int(1), "b": Int(1)}), Record({"a": Int(2), "b": Int(1, 5)}))
    assert list(more.faults({"a": 1, "b": 0})) == [Fault("out_of_range", "a whole number from 1 up", (1, None), ("b",))]


def test_an_area_is_judged_of_pixels_only() -> None:
    area = Area(9, 16)
    assert [area.has(value) for value in ("3x3", "4x4", "4:4", "2x4", "1x17", "auto", 5, "3x3x", "03x1", "3 x 1")] == [
        *[True] * 3,
        *[False] * 2,
        *[True] * 5,
    ]
    assert [Area().has("1x1"), Area(max=4).has("1x1"), Area(4).has("9999x9999")] == [True] * 3


def test_a_fault_inside_is_seen_from_around_it() -> None:
    assert Fault("missing", "why", (1,), (2,)).inside("a") == Fault("missing", "why", (1,), ("a", 2))


def test_outside_of_a_domain() -> None:
    assert outside(OneOf("a", "")) == 'none of: a, ""'
    assert outside(Int(1, 8)) == "not a whole number from 1 to 8"


def test_the_last_end_of_two_ends() -> None:
    assert [larger(*ends) for ends in ((1, 2), (2, 1), (None, 2), (1, None), (None, None))] == [2, 2, 2, 1, None]
    assert [smaller(*ends) for ends in ((1, 2), (2, 1), (None, 2), (1, None), (None, None))] == [1, 1, 2, 1, None]
    assert (larger(0, None), smaller(None, 0)) == (0, 0)


def test_what_has_a_plural() -> None:
    plurals: list[tuple[Domain, str]] = [
        (Int(0, 255), "whole numbers from 0 to 255"),
        (Int(multiple_of=8), "multiples of 8"),
        (Num(0), "numbers from 0 up"),
        (Text(min_length=1), "non-empty texts"),
        (ListOf(Json(), max=3), "lists of up to 3 JSON values"),
        (Record({"a": Int()}), "objects with the key a"),
        (Image("url", "file"), "URLs or files"),
        (OneOf("a"), ""),
        (AnyOf(Int(), Text()), ""),
        (Both(Int(), Text()), ""),
    ]
    assert [domain.plural() for domain, _ in plurals] == [text for _, text in plurals]


def test_a_list_of_words_is_closed_or_open() -> None:
    assert [OneOf("a").listed(), OneOf("a", open=True).listed(), Int().listed()] == [("a",), (), ()]
    assert [Words({"low": "a"}, more=("b",)).listed(), Words({"low": "a"}, open=True).listed()] == [("a", "b"), ()]


def test_first_is_a_word_or_an_edge() -> None:
    firsts = [
        (OneOf("a", "b"), "a"),
        (Words({"low": "a"}), "a"),
        (Words({}), None),
        (Num(2, 3), 2),
        (Num(max=3), 3),
        (Num(0, 1), 0),
        (Int(9, 16, multiple_of=8), 16),
        (Int(max=-3), -3),
        (Int(0, 4), 0),
        (Json(), None),
    ]
    assert [domain.first() for domain, _ in firsts] == [first for _, first in firsts]
