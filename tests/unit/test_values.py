"""JSON values: sameness, frozen copies, what is not JSON, and how a value is shown."""

from __future__ import annotations

import base64
import copy
import pickle
import types
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgparams import AspectRatio, Problem, Reference, Size, values
from imgparams.texts import is_secret, path_text, shown
from imgparams.values import (
    FrozenDict,
    Value,
    freeze,
    is_number,
    is_whole,
    json_key,
    json_type,
    plain,
    read_base64,
    same,
    short,
    thaw,
    unreadable,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (3, 3.0),
        ("a", "a"),
        (None, None),
        (True, True),
        ([1, 2.0], (1.0, 2)),
        ({"a": [1, {"b": 2}]}, {"a": (1.0, {"b": 2.0})}),
    ],
)
def test_same_json(a: object, b: object) -> None:
    assert same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (True, 1),
        (0, False),
        (1, "1"),
        (None, 0),
        ([1], [True]),
        ([1], [1, 2]),
        ([1], 1),
        ({"a": 1}, 1),
        ({"a": 1}, ["a"]),
        ({"a": 1}, "a"),
        ("a", ["a"]),
        ({"a": 1}, {"a": True}),
        ({"a": 1}, {"b": 1}),
        ({"a": 1}, {"a": 1, "b": None}),
    ],
)
def test_not_same_json(a: object, b: object) -> None:
    assert not same(a, b)
    assert not same(b, a)


def test_a_key_to_compare_by_tells_one_from_true() -> None:
    assert json_key((1, {"a": (2, None)})) == json_key((1.0, {"a": (2.0, None)}))
    assert json_key({"a": 1, "b": True}) == json_key({"b": True, "a": 1})
    for one, other in ((1, True), ((0,), (False,)), ({"a": 1}, {"a": True}), ({"a": 1}, {"b": 1})):
        assert json_key(one) != json_key(other)


class Text(str):
    pass


class Number(int):
    pass


class Float(float):
    pass


class Bytes(bytes):
    def __bytes__(self) -> bytes:
        return b"another"


class Other:
    def __repr__(self) -> str:
        raise RuntimeError


OTHER = Other()


@pytest.mark.parametrize(
    ("value", "said"),
    [(Text("a"), "a"), (Number(3), 3), (Float(0.5), 0.5), (Bytes(b"x"), b"x"), (True, True), (None, None)],
)
def test_a_value_of_a_subclass_is_what_it_says(value: object, said: object) -> None:
    for found in (plain(value), freeze(value), thaw(value), freeze([value])[0], thaw({"a": value})["a"]):
        assert (found, type(found)) == (said, type(said))


def test_a_value_of_another_class_stays() -> None:
    for value in (OTHER, {1}, bytearray(b"x")):
        assert plain(value) is freeze(value) is thaw(value) is value
    assert plain([1]) == [1]
    frozen, size = freeze([(1, [2]), Size(3, 4), {Text("a"): {3: [5]}}]), Size(3, 4)
    assert frozen == ((1, (2,)), size, {"a": {3: (5,)}})
    assert [type(item) for item in frozen] == [tuple, Size, FrozenDict]
    assert type(next(iter(frozen[2]))) is str
    assert thaw(frozen) == [[1, [2]], [3, 4], {"a": {3: [5]}}]
    assert type(thaw(frozen)[2]) is type(thaw(frozen)[2]["a"]) is dict


@given(JSON)
def test_freeze_and_thaw_are_inverse(value: object) -> None:
    assert same(thaw(freeze(value)), value)
    assert freeze(thaw(freeze(value))) == freeze(value)


def test_thaw_makes_fresh_containers() -> None:
    inner = [1]
    value = {"a": inner}
    result = thaw(value)
    assert result == value
    assert result["a"] is not inner


def test_a_frozen_copy_does_not_see_later_changes() -> None:
    value = {"a": [1]}
    frozen = freeze(value)
    value["a"].append(2)
    assert frozen == {"a": (1,)}


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.__setitem__("a", 2),
        lambda d: d.__delitem__("a"),
        lambda d: d.update(a=2),
        lambda d: d.pop("a"),
        lambda d: d.popitem(),
        lambda d: d.clear(),
        lambda d: d.setdefault("b", 2),
        lambda d: d.__ior__({"a": 2}),
    ],
)
def test_a_frozen_dict_refuses_changes(change: Any) -> None:
    frozen = FrozenDict(a=1)
    with pytest.raises(TypeError, match=r"\Athis mapping is part of a frozen value\Z"):
        change(frozen)
    assert frozen == {"a": 1}


def test_frozen_values_hash_alike_where_they_are_equal() -> None:
    assert hash(freeze({"a": {"b": [1]}, "c": 2})) == hash(freeze({"c": 2.0, "a": {"b": (1.0,)}}))


@attrs.frozen(eq=False, repr=False)
class Named(Value):
    name: object
    more: object = attrs.field(default=3, repr=str)
    hidden: object = attrs.field(default=None, repr=False, eq=False)
    folded: object = attrs.field(default="", eq=str.lower)


@attrs.frozen(eq=False, repr=False)
class Twin(Value):
    name: object


class Third(Twin):
    pass


def test_values_are_equal_by_their_class_and_their_fields() -> None:
    assert Named(1, folded="A", hidden=2) == Named(1, folded="a")
    assert hash(Named(1, folded="A", hidden=2)) == hash(Named(1, folded="a"))
    assert Named(1) != Named(2)
    assert Named(1) != Named(1, 4)
    assert Twin(1) != Third(1)
    assert Twin(float("nan")) != Twin(0)
    value = Twin(float("nan"))
    assert value == value
    assert value.__eq__(1) is NotImplemented
    hashes = {hash(Named(1)), hash(Named(2)), hash(Twin(1)), hash(Twin(2)), hash(Third(1))}
    assert len(hashes) == 5
    assert hash(FrozenDict(a=1)) != hash(FrozenDict(a=2))


def test_the_repr_of_a_value_says_what_differs_from_the_defaults() -> None:
    assert repr(Named("a" * 201, hidden=1)) == f"Named(name='{'a' * 200}'...)"
    assert repr(Named(b"x", more="y", folded=None)) == "Named(name=<1 bytes>, more=y, folded=None)"
    assert repr(Twin(None)) == "Twin(name=None)"


def test_a_notebook_prints_a_value_so_too() -> None:
    said: list[str] = []
    printer = types.SimpleNamespace(text=said.append)
    Twin(1)._repr_pretty_(printer, cycle=False)
    assert said == ["Twin(name=1)"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a" * 200, repr("a" * 200)),
        ("a" * 201, repr("a" * 200) + "..."),
        (bytearray(3), "<3 bytes>"),
        (2**1000 - 1, f"{2**1000 - 1!s}"),
        (2**1000, "<a huge integer>"),
        (-(2**1000), "<a huge integer>"),
        (True, "True"),
        (1.5, "1.5"),
        ([], "[]"),
        ((), "()"),
        ((1,), "(1,)"),
        ((1, 2), "(1, 2)"),
        (list(range(10)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]"),
        (list(range(11)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...]"),
        (tuple(range(11)), "(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)"),
        (dict.fromkeys(range(10), 1), "{" + ", ".join(f"{n}: 1" for n in range(10)) + "}"),
        (dict.fromkeys(range(11), 1), "{" + ", ".join(f"{n}: 1" for n in range(10)) + ", ...}"),
        ([[[[1, []]]]], "[[[[1, ...]]]]"),
        ({1: {2: {3: {4: {}, 5: 6}}}}, "{1: {2: {3: {4: ..., 5: 6}}}}"),
        ({1: {2: {3: {(): 6}}}}, "{1: {2: {3: {...: 6}}}}"),
        ({1: {2: {(4,): 6}}}, "{1: {2: {(4,): 6}}}"),
        (Size(3, 4), "Size(width=3, height=4)"),
        ({1}, "{1}"),
        (OTHER, "<Other>"),
        (["a" * 197] * 3, "[" + ", ".join([repr("a" * 197)] * 3)[:599] + "..."),
        (["a" * 200, "a" * 200, "a" * 188], f"['{'a' * 200}', '{'a' * 200}', '{'a' * 188}']"),
        (["a" * 200, "a" * 200, "a" * 189], f"['{'a' * 200}', '{'a' * 200}', '{'a' * 189}'..."),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str) else type(value).__name__,
)
def test_a_short_repr(value: object, text: str) -> None:
    assert short(value) == text


def test_a_frozen_dict_pickles_and_copies() -> None:
    frozen = freeze({"a": {"b": [1]}})
    for twin in (pickle.loads(pickle.dumps(frozen)), copy.copy(frozen), copy.deepcopy(frozen)):
        assert twin == frozen
        assert type(twin) is FrozenDict
        assert type(twin["a"]) is FrozenDict


@pytest.mark.parametrize(
    ("value", "number", "whole"),
    [
        (3, True, True),
        (3.0, True, True),
        (3.5, True, False),
        (True, False, False),
        ("3", False, False),
        (None, False, False),
        (float("inf"), True, False),
        (float("nan"), True, False),
    ],
)
def test_numbers_and_whole_numbers(value: object, number: bool, whole: bool) -> None:
    assert (is_number(value), is_whole(value)) == (number, whole)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, "null"),
        (True, "boolean"),
        (1, "number"),
        (1.5, "number"),
        ("a", "text"),
        (b"a", "bytes"),
        ([], "list"),
        ((), "list"),
        ({}, "object"),
        ({1}, "set"),
    ],
)
def test_json_type(value: object, name: str) -> None:
    assert json_type(value) == name


# ---- what is not JSON


@given(JSON)
def test_json_is_readable(value: object) -> None:
    assert not list(unreadable(value))


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ({"a": [1, float("nan")]}, ("a", 1)),
        ({"a": float("inf")}, ("a",)),
        ({"a": {"b": "\ud800"}}, ("a", "b")),
        ({1: 2}, ()),
        ({"a": {"\ud800": 2}}, ("a",)),
        ({"a": {1, 2}}, ("a",)),
        ({"a": 2**1000}, ("a",)),
        ({"a": -(2**1000)}, ("a",)),
        ({"a": b"x"}, ("a",)),
        ({"a": bytearray(b"x")}, ("a",)),
    ],
)
def test_what_is_not_json_is_named_by_its_place(value: object, path: tuple[str | int, ...]) -> None:
    assert [found[0] for found in unreadable(value)] == [path]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (float("nan"), "NaN and infinity are not JSON"),
        (-(2**1000), "an integer of more than 1000 bits"),
        ("\ud800", "text with a lone surrogate"),
        (b"x", "bytes, which only a multipart request can hold"),
        (bytearray(b"x"), "a bytearray, which is not JSON"),
        ({1}, "a set, which is not JSON"),
    ],
)
def test_what_is_not_json_is_told(value: object, why: str) -> None:
    assert list(unreadable(value)) == [((), value, why)]
    assert list(unreadable({"a": (1, value)}, path=("x",))) == [(("x", "a", 1), value, why)]


def test_a_key_that_is_not_text_is_told_by_its_object() -> None:
    assert list(unreadable({"a": [{2: 1, "b": {1}, "\ud800": 3}]})) == [
        (("a", 0), None, "a key that is not text"),
        (("a", 0, "b"), {1}, "a set, which is not JSON"),
        (("a", 0), None, "a key that is not text"),
    ]
    assert list(unreadable({"a": 2**1000 - 1, "b": [True, None, 1.5, "\u00e9"]})) == []


def test_a_request_has_so_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "MAX_VALUES", 3)
    assert list(unreadable([[1], 2])) == []
    assert len(list(unreadable([{1}, {1}, {1}]))) == 3
    assert list(unreadable([1, 2, 3, 4])) == [((), None, "more than 3 values")]
    assert list(unreadable({"a": [1], "b": [{4}]})) == [(("b",), None, "more than 3 values")]
    assert list(unreadable([[1, 2], [3], {4}])) == [((0,), None, "more than 3 values")]


def test_a_request_is_so_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "MAX_DEPTH", 2)
    monkeypatch.setattr(values, "MAX_VALUES", 10)
    assert list(unreadable([[[1]]])) == []
    assert list(unreadable([[[{}]]])) == [((0, 0, 0), None, "nested deeper than 2 levels")]
    many = [((0, 0, at), None, "nested deeper than 2 levels") for at in range(3)]
    assert list(unreadable([[[[1]] * 8]])) == many[:1]
    assert list(unreadable([[[[1]] * 4]])) == many


@pytest.mark.parametrize(
    ("text", "data"), [("", b""), ("AA==", b"\0"), ("AA=", None), ("AB==", None), ("AA==\n", None), ("-_==", None)]
)
def test_base64_is_read_where_it_is_the_only_text_of_its_bytes(text: str, data: bytes | None) -> None:
    assert read_base64(text) == data


def test_every_unreadable_place_is_named() -> None:
    assert len(list(unreadable({"a": float("nan"), "b": [float("inf"), "\ud800"]}))) == 3


def test_files_may_hold_bytes() -> None:
    assert not list(unreadable({"a": [b"x"]}, files=True))


def test_deep_nesting_is_unreadable_and_no_recursion_error() -> None:
    value: object = 1
    for _ in range(100_000):
        value = [value]
    (found,) = unreadable(value)
    assert "deep" in found[2]


# ---- shown


@given(JSON | st.text(min_size=60) | st.binary(min_size=30))
def test_shown_is_one_short_line(value: object) -> None:
    text = shown(value)
    assert len(text) <= 80
    assert len(text.splitlines()) <= 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a cat", '"a cat"'),
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (1.5, "1.5"),
        ([1, "a"], '[1, "a"]'),
        ((1, 2), "[1, 2]"),
        ({"a": 1}, '{"a": 1}'),
        ({"a": [None, 1]}, '{"a": [null, 1]}'),
    ],
)
def test_shown_is_like_json(value: object, text: str) -> None:
    assert shown(value) == text


def test_shown_cuts_long_text() -> None:
    text = shown("a cat on a mat " * 100)
    assert len(text) == 80
    assert text.startswith('"a cat on a mat ')
    assert text.endswith('…"')


@pytest.mark.parametrize("value", [b"secret", bytearray(b"secret"), [b"secret"], {"a": {"b": b"secret"}}])
def test_shown_never_shows_bytes(value: object) -> None:
    assert "secret" not in shown(value)
    assert "6 bytes" in shown(value)


BASE64 = base64.b64encode(bytes(range(256)) * 4).decode()
URLSAFE = base64.urlsafe_b64encode(bytes(range(255, -1, -1)) * 4).decode()


@pytest.mark.parametrize(
    "value",
    [
        BASE64,
        {"image": [BASE64]},
        f"data:image/png;base64,{BASE64}",
        f"DATA:image/png;base64,{BASE64}",
        f"a cat like data:image/png;base64,{BASE64[:60]}",
        base64.encodebytes(bytes(range(256))).decode(),
        base64.encodebytes(bytes(range(256))).decode().replace("\n", "\r\n"),
        URLSAFE,
    ],
)
def test_shown_never_shows_base64(value: object) -> None:
    assert BASE64[:20] not in shown(value)
    assert URLSAFE[:20] not in shown(value)


@pytest.mark.parametrize(
    "head",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        b"GIF89a\1\0\1\0\x80\0\0",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"\0\0\0\x20ftypavif\0\0\0\0",
        b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28",
        b"II*\0\x08\0\0\0\0\0\0\0",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"PK\x03\x04\x14\0\0\0\x08\0",
        b'<svg xmlns="http://www.w3.org/2000/svg">',
    ],
)
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode, base64.encodebytes])
def test_a_file_as_base64_is_hidden_however_short(head: bytes, encode: Callable[[bytes], bytes]) -> None:
    text = encode(head + bytes(12)).decode()
    assert shown(text) == f"<{len(text)} characters of base64>"
    assert shown([text]) == f"[<{len(text)} characters of base64>]"


WORDS = [
    "gemini-2.5-flash-image-preview",
    "aa77f04e-3eec-4034-9c07-d0f619684628",
    "1e60896f-3c26-4296-8ecc-53e2afecc132",
    "stable-diffusion-3-5-large-turbo-v2-preview-2026-11-29",
    "black-forest-labs/flux-kontext-pro-multi-image-experimental",
    "realistic_image/natural_light_with_a_very_long_style_word",
    "RESOLUTION_1024_1024_WITH_A_NAME_THAT_IS_LONGER_THAN_40",
    "acatonamatthatwaswrittenwithoutanyspacesatallbysomebody",
    "4f8a1c3e9b7d2056a1c4e8f09b3d7a651c2e4f80",
    "Bearer of bad news, oil on canvas",
    "a bearer with a lantern",
    "sky-blue and key-light photography in 2024",
    "key-visual-for-a-campaign",
    "risk-averse investors, a caricature",
    "eye-catching",
    "BMW 2002 in the rain",
    "https://example.com/a.png?width=3",
]


@pytest.mark.parametrize("text", WORDS)
def test_names_words_and_prompts_are_shown_as_they_are(text: str) -> None:
    assert shown(text) == f'"{text}"'
    assert path_text((text,)) == text
    assert str(Problem("error", "not_allowed", ("model",), text, "why")).endswith(f'(got "{text}")')


def test_a_prompt_of_one_word_is_cut() -> None:
    assert shown("a-cat-on-a-mat-" * 20) == f'"{"a-cat-on-a-mat-" * 5}a-…"'
    assert shown("x" * 40_000) == f'"{"x" * 77}…"'


@pytest.mark.parametrize(
    "value",
    [
        "Bearer hunter2",
        "bearer hunter2",
        "Bearer hunter",
        "sk-hunter2",
        "Authorization: Bearer hunter2xyz",
        "sk-proj-hunter-without-a-number",
        "use sk-hunter2abcdef for it",
        "key-hunter2abcdefghijkl",
        "AIzahunter2abcdefghijklmnopqrstuvw",
        "hf_hunter2abcdefghijklmnop",
        "r8_hunter2abcdefghijklmnop",
        "xai-hunter2ABCDEFGHIJKLMNOPqrstuv",
        "Key 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0:0a1b2c3dhunter2",
        "eyJhbGciOiJIUzI1NiJ9.eyJodW50ZXIyIjoxfQ.hunter2",
        {"prompt": "my key is sk-hunter2abcdef"},
        {"sk-hunter2abcdef": 1},
        "https://example.com/a.png?token=hunter2&width=3",
        "https://example.com/a.png?X-Amz-Signature=hunter2",
        {"Authorization": "hunter2"},
        {"headers": {"X-Api-Key": "hunter2"}},
        [{"api_key": "hunter2"}],
        {"cookie": ["hunter2"]},
        "https://user:hunter2@example.com/a.png",
    ],
)
def test_shown_never_shows_a_credential(value: object) -> None:
    assert "hunter2" not in shown(value)


def test_what_is_around_a_credential_is_shown() -> None:
    assert shown("sk-hunter2abcdef") == shown("AKIAHUNTER2ABCDEFGHI") == "<credential>"
    assert shown("use sk-hunter2abcdef for it") == '"use <credential> for it"'
    assert path_text(("a", "sk-hunter2abcdef")) == "a.<credential>"


def test_shown_of_a_huge_integer() -> None:
    assert shown(10**5000) == "<a huge integer>"
    assert shown([-(10**5000)]) == "[<a huge integer>]"


def test_shown_stops_in_the_depth() -> None:
    assert shown([[[[[[1]]]]]]) == "[[[[…]]]]"


def test_shown_escapes_what_does_not_print() -> None:
    assert shown("a\n\x1b[31m\ud800") == '"a\\n\\x1b[31m\\ud800"'


def test_shown_of_other_objects_is_their_type() -> None:
    assert shown(complex(1, 2)) == "<complex>"


def test_shown_of_our_values_is_their_text() -> None:
    assert [shown(value) for value in (AspectRatio("21:9"), Size(3, 4), Reference(data=b"secret"))] == [
        "21:9",
        "3x4",
        "<6 bytes>",
    ]


class _Lines:
    def __str__(self) -> str:
        return "a\nb"


def test_shown_of_other_objects_is_one_line() -> None:
    assert "\n" not in shown(_Lines())


def test_shown_of_other_objects_has_no_bytes() -> None:
    assert "secret" not in shown({b"secret"})


def test_secret_keys_are_known_in_any_case() -> None:
    assert is_secret(" Authorization ")
    assert is_secret("x-api-key")
    assert not is_secret("prompt")
