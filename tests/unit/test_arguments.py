"""What verbs take: a target or its name; anything else is a TypeError that says which argument, and what to give."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from imgparams import (
    ALL,
    CATALOG,
    SAFE,
    STRICT,
    Change,
    Intent,
    Policy,
    Problem,
    UnknownTarget,
    capabilities,
    check,
    convert,
    find,
    plan,
    rank,
    to_intent,
    to_request,
)
from imgparams.export import drift, json_schema, matrix, tool_schema

NAME, OTHER = "openai/gpt-image-2", "leonardo/phoenix-1.0"
TARGET = find(NAME)
ASK = Intent("a cat", size="1024x1024")
BODY = {"model": "gpt-image-2", "prompt": "a cat"}
VERBS: dict[str, Callable[[Any], object]] = {
    "to_request": lambda target: to_request(ASK, target),
    "to_intent": lambda target: to_intent(BODY, target),
    "check": lambda target: check(BODY, target),
    "plan": lambda target: plan(ASK, target),
    "rank": lambda target: rank(ASK, [target]),
    "convert from": lambda target: convert(BODY, source=target, target=OTHER),
    "convert to": lambda target: convert({"prompt": "a"}, source="fal/fal-ai/flux/dev", target=target),
    "capabilities": capabilities,
    "json_schema": json_schema,
    "tool_schema": tool_schema,
    "matrix": lambda target: matrix([target]),
    "drift": lambda target: drift(target, {"type": "object", "properties": {}}),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_target_or_its_name(verb: str) -> None:
    call = VERBS[verb]
    assert call(NAME) == call("OpenAI/GPT-image-2") == call(TARGET)
    with pytest.raises(UnknownTarget) as caught:
        call("openai/gpt-image-22")
    assert NAME in caught.value.near


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "tool_schema"])
@pytest.mark.parametrize("wrong", [None, 3, {}, ASK])
def test_no_target(verb: str, wrong: object) -> None:
    if wrong == {} and verb == "matrix":
        return
    name = "source" if verb == "convert from" else "target"
    with pytest.raises(TypeError, match=f"{name} must be a Target or the name of one"):
        VERBS[verb](wrong)


@pytest.mark.parametrize("verb", [to_request, plan])
@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("a cat", r'such as Intent\("a cat"\)'),
        ({"prompt": "a cat"}, r"Intent.of\(fields\) makes one"),
        (TARGET, "the intent comes first"),
        (None, "must be an Intent, not NoneType"),
    ],
)
def test_no_intent(verb: Callable[..., object], wrong: object, why: str) -> None:
    with pytest.raises(TypeError, match=why):
        verb(wrong, NAME)
    with pytest.raises(TypeError, match=why):
        rank(wrong, [NAME])  # type: ignore[arg-type]


@pytest.mark.parametrize("call", [check, to_intent])
def test_the_target_is_not_the_request(call: Callable[..., object]) -> None:
    with pytest.raises(TypeError, match="the request comes first"):
        call(TARGET, TARGET)


def test_no_policy_and_not_several_targets() -> None:
    with pytest.raises(TypeError, match="allow must be a Policy"):
        to_request(ASK, NAME, allow=3)  # type: ignore[arg-type]
    for one in (NAME, TARGET):
        with pytest.raises(TypeError, match="several targets"):
            rank(ASK, one)  # type: ignore[arg-type]


def test_what_is_printed_is_short() -> None:
    long = Intent("x" * 10**6, provider_options={"openai": {"a": [["y" * 9999] * 99] * 99}})
    done = to_request(Intent("a cat", seed=5, size="1920x1080"), NAME)
    assert repr(done) == (
        "<Translation for openai/gpt-image-2: {'prompt': 'a cat', 'model': 'gpt-image-2', 'size': '1936x1088'}, "
        "changes: seed dropped; size clamped>"
    )
    assert repr(ASK) == "Intent(prompt='a cat', size='1024x1024')"
    assert repr(SAFE) == "Policy()"
    assert repr(STRICT) == "Policy(())"
    assert repr(Policy("clamped", within=0.1, size=())) == "Policy(('clamped',), within=0.1, size=())"
    assert repr(TARGET).startswith("<Target openai/gpt-image-2: ")
    values = [long, to_request(long, NAME, allow=ALL), rank(ASK, CATALOG)]
    values += [Problem("error", "unreadable", (), "z" * 10**6, "no")]
    values += [Change("n", "dropped", 10**5000, None, ""), Change("n", "dropped", [[[[[[[1]]]]]]] * 99, None, "")]
    assert [value for value in values if len(repr(value)) > 3000] == []


def test_a_ranking_is_printed_a_line_each() -> None:
    ranking = rank(Intent("a cat", seed=5), [NAME, OTHER])
    assert repr(ranking) == "1. leonardo/phoenix-1.0: as asked\n2. openai/gpt-image-2: seed dropped"
    assert len(repr(rank(ASK, CATALOG)).splitlines()) == 21
    printed: list[str] = []
    ranking._repr_pretty_(SimpleNamespace(text=printed.append), False)  # as IPython does, which knows it for a tuple
    assert printed == [repr(ranking)]
    assert "<td>leonardo/phoenix-1.0</td>" in ranking._repr_html_()
    assert "<td>change</td>" in ranking[1]._repr_html_()
    assert "&lt;b&gt;" in to_request(Intent("<b>"), NAME)._repr_html_()


class _Broken:
    def __repr__(self) -> str:
        raise ValueError


def test_a_repr_is_total() -> None:
    assert repr(Problem("error", "unreadable", (), _Broken(), "no")) == (
        "Problem(level='error', code='unreadable', path=(), value=<_Broken>, why='no')"
    )
