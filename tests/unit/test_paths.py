"""Wires as paths, and the one place where a request is flattened and rebuilt."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgparams.paths import Tree, parse, rebuild, respelling_faults, spell
from imgparams.values import same

KEYS = st.text(max_size=4) | st.sampled_from(["", "a.b", "image[]", "it's", "''", "[0]", "0", "."])
PATHS = st.lists(KEYS | st.integers(0, 12), min_size=1, max_size=5).map(tuple)
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=3)
#: objects without an empty container, which no wire could say
BODIES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=10,
)
OBJECTS = st.dictionaries(KEYS, BODIES, max_size=4)


@given(PATHS)
def test_parse_and_spell_are_inverse(path: tuple[str | int, ...]) -> None:
    assert parse(spell(path)) == path


@pytest.mark.parametrize(
    ("wire", "path"),
    [
        ("prompt", ("prompt",)),
        ("generationConfig.imageConfig.aspectRatio", ("generationConfig", "imageConfig", "aspectRatio")),
        ("instances[0].prompt", ("instances", 0, "prompt")),
        ("a[0][12]", ("a", 0, 12)),
        ("'image[]'", ("image[]",)),
        ("a.'b.c'.d", ("a", "b.c", "d")),
        ("'it''s'", ("it's",)),
        ("''", ("",)),
    ],
)
def test_a_wire_and_its_path(wire: str, path: tuple[str | int, ...]) -> None:
    assert parse(wire) == path
    assert spell(path) == wire


@pytest.mark.parametrize("wire", ["", ".", ".a", "a.", "a..b", "a[", "a[x]", "a[-1]", "'a", "a]"])
def test_what_is_no_wire(wire: str) -> None:
    with pytest.raises(ValueError, match="wire"):
        parse(wire)


def _leaf_paths(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in _leaf_paths(item, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, item in enumerate(value) for leaf in _leaf_paths(item, (*path, index))]
    return [path]


@given(OBJECTS, st.data())
def test_flatten_and_rebuild_are_inverse(body: dict[str, Any], data: st.DataObject) -> None:
    leaves = _leaf_paths(body)
    known = data.draw(st.lists(st.sampled_from(leaves), unique=True)) if leaves else []
    assert same(rebuild(Tree(map(spell, known)).flatten(body)), body)


def test_a_known_wire_is_a_leaf_although_its_value_is_an_object() -> None:
    assert Tree(["a.b"]).flatten({"a": {"b": {"c": 1}}}) == {"a.b": {"c": 1}}


def test_an_unknown_key_is_a_wire_of_its_own() -> None:
    assert Tree(["a.b"]).flatten({"a": {"b": 1, "c": {"d": 2}}, "e": {"f": 3}}) == {
        "a.b": 1,
        "a.c": {"d": 2},
        "e": {"f": 3},
    }


def test_a_literal_key_with_a_dot_is_not_a_path() -> None:
    body = {"a.b": 1, "a": {"b": 2}}
    found = Tree(["a.b"]).flatten(body)
    assert found == {"'a.b'": 1, "a.b": 2}
    assert rebuild(found) == body


def test_a_value_that_is_no_container_stays_where_a_container_is_known() -> None:
    assert Tree(["a.b", "c[0].d"]).flatten({"a": 1, "c": {"d": 2}}) == {"a": 1, "c": {"d": 2}}


def test_a_list_is_walked_where_a_wire_is_inside() -> None:
    body = {"instances": [{"prompt": "a"}, {"prompt": "b"}]}
    found = Tree(["instances[0].prompt"]).flatten(body)
    assert found == {"instances[0].prompt": "a", "instances[1]": {"prompt": "b"}}
    assert rebuild(found) == body


SNAKE = {"top_p": "topP", "image_config": "imageConfig", "imageConfig.aspect_ratio": "imageConfig.aspectRatio"}


@pytest.mark.parametrize(
    ("body", "flat"),
    [
        ({"top_p": 1}, {"topP": 1}),
        ({"image_config": {"aspect_ratio": "1:1"}}, {"imageConfig.aspectRatio": "1:1"}),
        ({"image_config": {"aspectRatio": "1:1"}}, {"imageConfig.aspectRatio": "1:1"}),
        ({"imageConfig": {"aspect_ratio": "1:1"}}, {"imageConfig.aspectRatio": "1:1"}),
        ({"image_config": {"odd": 1}}, {"imageConfig.odd": 1}),
        ({"image_config": 5}, {"imageConfig": 5}),
        ({"top_p": 1, "topP": 2}, {"top_p": 1, "topP": 2}),  # the vendor is asked twice: nothing is lost
        ({"image_config": {"a": 1}, "imageConfig": {"aspectRatio": "1:1"}}, None),
        ({"aspect_ratio": "1:1"}, {"aspect_ratio": "1:1"}),  # it is one in imageConfig only
        ({"topP": {"top_p": 1}}, {"topP": {"top_p": 1}}),  # not looked into
    ],
)
def test_a_second_spelling_is_the_written_wire(body: dict[str, Any], flat: dict[str, Any] | None) -> None:
    tree = Tree(["topP", "imageConfig.aspectRatio"], SNAKE)
    assert tree.flatten(body) == (flat or {"image_config": {"a": 1}, "imageConfig.aspectRatio": "1:1"})


def test_of_two_second_spellings_the_first_is_read() -> None:
    tree = Tree(["size"], {"dims": "size", "dimensions": "size"})
    assert tree.flatten({"dimensions": 1, "dims": 2}) == {"size": 1, "dims": 2}


def test_a_gap_in_a_list_is_filled() -> None:
    assert rebuild({"a[1].b": 1}) == {"a": [{}, {"b": 1}]}
    assert rebuild({"a[2]": 1}) == {"a": [{}, {}, 1]}
    assert rebuild({"a[1][0]": 1}) == {"a": [[], [1]]}


def test_rebuilt_containers_are_fresh() -> None:
    inner = [1]
    assert rebuild({"a": inner})["a"] is not inner


# ---- to the letter


@pytest.mark.parametrize("length", [1, 199, 200, 201, 5000])
def test_a_wire_may_be_long(length: int) -> None:
    assert parse("a" * length) == ("a" * length,)
    assert parse(f"{'a' * length}.b") == ("a" * length, "b")


def test_what_is_no_wire_is_told() -> None:
    with pytest.raises(ValueError, match=r"\Anot a wire: 'a\[x\]'\Z"):
        parse("a[x]")
    with pytest.raises(ValueError, match=r"\Aa wire can't be empty\Z"):
        parse("")


@pytest.mark.parametrize("key", ["a.b", "a[b", "a]b", "a'b", ""])
def test_a_key_of_other_characters_is_quoted(key: str) -> None:
    quoted = "'" + key.replace("'", "''") + "'"
    assert spell((key,)) == quoted
    assert spell(("x", 3, key, "y")) == f"x[3].{quoted}.y"
    assert parse(quoted) == (key,)
    assert spell(("X", "_")) == "X._"


def test_what_is_wrong_with_second_spellings() -> None:
    also_read = {"a.B": "a.b", "x.b": "a.b", "a.b": "a.b", "c": "a.b", "a.d": "a.b", "[": "a.b", "a.e": ""}
    assert list(respelling_faults(also_read, ["a.b", "a.d", "a.b2"])) == [
        "x.b must differ from a.b in its last key only",
        "a.b must differ from a.b in its last key only",
        "c must differ from a.b in its last key only",
        "a.d is a row's wire, so it can't be a second spelling too",
        "not a wire: '['",
        "a wire can't be empty",
    ]


def test_a_list_stands_where_a_number_does() -> None:
    flat = {"a[0][1].b": 1, "a[0][0]": 2, "c.d[2]": 3, "c.e": 4, "c.d[0]": 5, "f": (6, {"g": (7,)})}
    assert rebuild(flat) == {"a": [[2, {"b": 1}]], "c": {"d": [5, {}, 3], "e": 4}, "f": [6, {"g": [7]}]}


def test_a_walk_goes_into_what_it_knows_only() -> None:
    tree = Tree(["a[0].b", "a[1]", "c.d.e"])
    body = {"a": ({"b": 1, "x": {"y": 2}}, 3, [4]), "c": {"d": [5], "f": 6}, "g": [7]}
    assert tree.flatten(body) == {
        "a[0].b": 1,
        "a[0].x": {"y": 2},
        "a[1]": 3,
        "a[2]": [4],
        "c.d": [5],
        "c.f": 6,
        "g": [7],
    }
    assert tree.flatten({"a": {"b": 1}, "c": {"d": {"e": None}}}) == {"a": {"b": 1}, "c.d.e": None}
    assert tree.branches == {(): dict, ("a",): list, ("a", 0): dict, ("c",): dict, ("c", "d"): dict}
    assert Tree(["'a.b'.c"]).flatten({"a.b": {"c": 1, "d": 2}}) == {"'a.b'.c": 1, "'a.b'.d": 2}


def test_a_wire_stays_as_the_table_spells_it() -> None:
    assert Tree(["'a'.b"]).flatten({"a": {"b": 1, "c": 2}}) == {"'a'.b": 1, "a.c": 2}


def test_a_second_spelling_is_taken_once() -> None:
    tree = Tree(["size", "seed"], {"dims": "size", "s": "seed"})
    body = {"x": 0, "dims": 1, "s": 2}
    assert tree.inside(body, ()) == [(("x",), 0), (("size",), 1), (("seed",), 2)]
    assert tree.inside({"dims": 1}, ("a",)) == [(("a", "dims"), 1)]
    assert Tree(["size"]).inside(body, ()) == [(("x",), 0), (("dims",), 1), (("s",), 2)]
