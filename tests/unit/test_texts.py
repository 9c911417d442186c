"""The small words of messages, to the letter: counts, ranges, lists, marks of credentials, and what is cut."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pytest

from imgparams import AspectRatio, Size
from imgparams.texts import (
    HIDDEN,
    area_text,
    choice,
    clean,
    did_you_mean,
    has_secret,
    how_many,
    html_table,
    key_text,
    leads_to_secret,
    listed,
    number_text,
    path_text,
    range_text,
    shown,
    shown_why,
    sniff,
    without_credentials,
    without_secrets,
    word_text,
)

# ---- numbers and lists


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1"), (1.0, "1"), (-0.5, "-0.5"), (2**53 + 1, "9007199254740993"), (1 / 3, "0.333333333333333"), (0.1, "0.1")],
)
def test_a_number_as_people_write_it(value: float, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (None, None, ""),
        (None, 8.0, " up to 8"),
        (None, 0, " up to 0"),
        (0, None, " from 0 up"),
        (1, 8, " from 1 to 8"),
        (0.5, 0, " from 0.5 to 0"),
    ],
)
def test_a_range_follows_a_noun(low: float | None, high: float | None, text: str) -> None:
    assert range_text(low, high) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0, None, "any number of items"),
        (1, None, "at least 1 item"),
        (2, None, "at least 2 items"),
        (0, 0, "no items"),
        (1, 1, "1 item"),
        (2, 2, "2 items"),
        (0, 1, "at most 1 item"),
        (0, 2, "up to 2 items"),
        (1, 2, "1 to 2 items"),
    ],
)
def test_a_count(low: int, high: int | None, text: str) -> None:
    assert how_many(low, high, "item") == text
    assert how_many(low, high, "item", "things") == text.replace("items", "things")


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (None, None, ""),
        (1, None, ""),
        (1, 9, "at most 9 pixels in total"),
        (None, 0, "at most 0 pixels in total"),
        (2, None, "at least 2 pixels in total"),
        (2, 9, "2 to 9 pixels in total"),
    ],
)
def test_an_area(low: int | None, high: int | None, text: str) -> None:
    assert area_text(low, high) == text


@pytest.mark.parametrize(
    ("words", "all_of_them", "one_of_them"),
    [
        ([], "", "no value"),
        (["a"], "a", "only a"),
        (["a", "b"], "a or b", "a or b"),
        (["a", "b", "c"], "a, b or c", "one of a, b, c"),
    ],
)
def test_a_list_in_a_sentence(words: Sequence[str], all_of_them: str, one_of_them: str) -> None:
    assert (listed(words), choice(words)) == (all_of_them, one_of_them)
    assert listed(words, "and") == all_of_them.replace(" or ", " and ")
    assert choice(words, "nothing") == one_of_them.replace("no value", "nothing")


@pytest.mark.parametrize(("value", "text"), [("a b", "a b"), ("", '""'), (None, "null"), (True, "true"), (1.0, "1.0")])
def test_a_word_in_a_sentence(value: object, text: str) -> None:
    assert word_text(value) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("seeed", "; did you mean 'Seed'?"),
        ("SEED", "; did you mean 'Seed'?"),
        ("num", "; did you mean 'n_um'?"),
        ("n", ""),
        ("glow", ""),
        (3, ""),
        (None, ""),
        ("x" * 80, f"; did you mean '{'x' * 79}'?"),
        ("x" * 81, ""),
    ],
)
def test_a_name_that_is_similar(name: object, text: str) -> None:
    known = ["prompt", "Seed", "n_um", "x" * 79]
    assert did_you_mean(name, known) == did_you_mean(name, dict.fromkeys(known)) == text


def test_the_nearest_name_is_told() -> None:
    assert did_you_mean("widht", ["weight", "width", "widths"]) == "; did you mean 'width'?"
    assert did_you_mean("abcd", ["abcf"]) == "; did you mean 'abcf'?"  # three of four letters
    assert did_you_mean("abcdef", ["abcdxy"]) == ""


def test_a_table_for_notebooks() -> None:
    assert html_table(["a", "<b>"], [["1", "x&y"], ["2", ""]]) == (
        "<table><tr><th>a</th><th>&lt;b&gt;</th></tr>"
        "<tr><td>1</td><td>x&amp;y</td></tr><tr><td>2</td><td></td></tr></table>"
    )


# ---- values


class Pair(NamedTuple):
    first: object
    second: object


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2**200 - 1, str(2**200 - 1)),
        (2**200, "<a huge integer>"),
        (1 - 2**200, str(1 - 2**200)),
        (-(2**200), "<a huge integer>"),
        (list(range(12)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]"),
        (dict.fromkeys("abcdefghijklm", 1), "{" + ", ".join(f'"{c}": 1' for c in "abcdefghij") + "}"),
        ({1: {"b": (2,)}}, '{"1": {"b": [2]}}'),
        ({"a": {"b": {"c": {"d": {"e": 1}}}}}, '{"a": {"b": {"c": {"d": …}}}}'),
        ([[[[[1]]]]], "[[[[…]]]]"),
        ([[[[1, Size(3, 4)]]]], "[[[[1, 3x4]]]]"),
        (Pair([1], "b"), '[1]x"b"'),
        ({"Cookie": [1]}, '{"Cookie": <credential>}'),
        ([AspectRatio("1:1")], "[1:1]"),
        ("data:image/png;base64,AAAA", "<data URL, 26 characters>"),
        ("DATA:,", "<data URL, 6 characters>"),
        ("data is here", '"data is here"'),
        ("x" * 78, f'"{"x" * 78}"'),
        ("x" * 79, f'"{"x" * 77}…"'),
        (["x" * 76], f'["{"x" * 76}"]'),
        (["x" * 77], f'["{"x" * 77}…'),
    ],
)
def test_a_value_in_a_message(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\tb", "a\\tb"),
        ("é\u2028\x00", "é\\u2028\\x00"),
        ("see data:image/svg+xml;base64,PHN2Zz4= here", "see <data URL> here"),
        ("data:,x", "data:,x"),
        ("https://a:b@c.d/e@f", f"https://{HIDDEN}@c.d/e@f"),
        ("https://a/?Key=b&sig=c&x=d", f"https://a/?Key={HIDDEN}&sig={HIDDEN}&x=d"),
        ("my_token=b c", f"my_token={HIDDEN} c"),
        ("x" * 160, "x" * 160),
        ("x" * 161, "x" * 159 + "…"),
    ],
)
def test_a_text_on_one_line(text: str, line: str) -> None:
    assert clean(text) == line


def test_a_credential_that_is_cut_off_is_hidden() -> None:
    token = "sk-" + "abcdefg1" * 24
    assert clean("x" * 150 + " " + token) == "x" * 150 + " <credent…"
    assert clean("x" * 9 + " " + token, 12) == "x" * 9 + " <…"
    assert clean("x" * 12, 12) == "x" * 12


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        ((0,), "[0]"),
        (("a", "b", 1, 2, "c"), "a.b[1][2].c"),
        (("x" * 80,), "x" * 80),
        (("x" * 81,), "x" * 79 + "…"),
    ],
)
def test_a_path_in_a_message(path: tuple[str | int, ...], text: str) -> None:
    assert path_text(path) == text


def test_a_reason_is_cut_after_300_characters() -> None:
    assert shown_why("x" * 300) == "x" * 300
    assert shown_why("x" * 301) == "x" * 299 + "…"
    assert shown_why(" a \n b\x00") == "a b\\x00"
    assert shown_why("a" + " " * 998 + "bc") == "a b"  # of the first thousand


def test_a_key_of_a_mapping_in_a_path() -> None:
    assert (key_text(" a "), key_text(3), key_text(None)) == (" a ", "3", "null")


# ---- credentials and files


@pytest.mark.parametrize(
    ("path", "secret"),
    [
        ((), False),
        (("a", 0, "api_key"), True),
        (("header:X-Api-Key",), True),
        (("Cookie", 0, "a"), True),
        (("password:x",), False),
        (("a", "passwords"), False),
    ],
)
def test_a_place_of_a_credential(path: tuple[str | int, ...], secret: bool) -> None:
    assert leads_to_secret(path) == secret


@pytest.mark.parametrize(
    ("key", "value", "secret"),
    [
        ("Password", None, True),
        ("a", {"b": [1, {"x-key": 1}]}, True),
        ("a", ({"b": 1}, {"cookie": 1}), True),
        ("a", {1: {"cookie": 1}}, True),
        ("a", {"b": ["cookie"]}, False),
        ("a", "cookie", False),
    ],
)
def test_a_value_with_a_credential(key: str, value: object, secret: bool) -> None:
    assert has_secret(key, value) == secret


def test_json_without_credentials() -> None:
    token = "sk-abcdef0123456789"
    wrapped = {"a": [{"password": "x", "b": token}, (1, None)], "cookie": "", 3: f"the {token}"}
    assert without_secrets(wrapped) == {
        "a": [{"password": HIDDEN, "b": HIDDEN}, [1, None]],
        "cookie": "",
        3: f"the {HIDDEN}",
    }
    url = f"data:text/plain,{token}"
    assert [without_credentials(text) for text in (url, url.upper(), f"x{url}")] == [
        url,
        url.upper(),
        f"xdata:text/plain,{HIDDEN}",
    ]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"\x89PNG", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"<svg", "image/svg+xml"),
        (b"RIFF0000WEBP", "image/webp"),
        (b"0000ftypavif", "image/avif"),
        (b"0000ftyphei", "image/heic"),
        (b"BM", "image/bmp"),
        (b" \x89PNG", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(data: bytes, media_type: str) -> None:
    assert sniff(data) == media_type


def varied(length: int, letters: int = 17) -> str:
    return ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"[:letters] * length)[:length]


@pytest.mark.parametrize(
    ("make", "is_file"),
    [
        (lambda: varied(1000), True),
        (lambda: varied(999), False),
        (lambda: varied(1000, letters=16), False),
        (lambda: varied(999) + " ", False),
        (lambda: varied(1000) + " ", True),
        (lambda: varied(60) + "\n" + varied(3), True),
        (lambda: varied(76) + "\r\n" + varied(3), True),
        (lambda: varied(59) + "\n" + varied(3), False),
        (lambda: varied(77) + "\n" + varied(3), False),
        (lambda: "iVBORw0KGgoAAAANSUhE", True),
        (lambda: "iVBORw0KGgoAAAANSUh", False),
        (lambda: "iVBO\r\nRw0KGgoAAAANSUhE", True),
        (lambda: "_9j_4AAQSkZJRgABAQAAAQ==", True),
        (lambda: "iVBORw0KGgoAAAANSU==", False),
        (lambda: "-----2Z0eXBhdmlmAAAA", True),
        (lambda: base64.b64encode(b"RIFF0000WAVEfmt 0").decode(), True),
        (lambda: base64.b64encode(b"\x1f\x8b\x08" + bytes(14)).decode(), True),
    ],
)
def test_a_text_that_is_a_file(make: Callable[[], Any], is_file: bool) -> None:
    text = make()
    assert shown(text).startswith(f"<{len(text)} characters of base64>") == is_file
