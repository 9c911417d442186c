"""What is prepared to write, read and convert: faults planted in it are seen, and what it keeps is bounded."""

from __future__ import annotations

import copy
import itertools
import pickle
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from imgparams import (
    ALL,
    SAFE,
    Intent,
    Policy,
    Refused,
    Target,
    Translation,
    conversion,
    convert,
    to_intent,
    to_request,
    translation,
)
from imgparams.contract import Limits, Wishes
from imgparams.conversion import converted
from imgparams.engine import grouping, hearing, memory, settling, writing
from imgparams.engine.reading import Asked, asked_of
from imgparams.engine.writing import writer
from imgparams.policy import policy_of
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Alternative,
    Alternatives,
    Const,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    Presets,
    Row,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Text,
    WidthHeight,
    Words,
)
from imgparams.translation import as_served, parsed, solved, written
from tests.unit.tables import PROMPT, SEED, STEPS, URL, table

TABLE = table(
    Const("mode", "fast"),
    Param("prompt", Field.prompt, Text(min_length=1, max_length=9), required=True),
    Param("deep.n", Field.n, Int(1, 8), default=1),
    Param("cfg", Field.guidance, Num(1, 20)),
    Param("steps", Field.steps, Int(10, 60)),
    Param("seed", Field.seed, Int(0, 99), unset=(0,)),
    Param("quality", Field.quality, Words({"low": "draft", "high": "fine"}), default="draft"),
    Param("format", Field.output_format, OneOf("png", "gif", open=True)),
    WidthHeight("w", "h", Grid(Int(64, 2048, multiple_of=8)), default=(512, 512)),
    Pictures("images", (Image("url"),), max=2),
    Native("turbo", Flag(), default=False),
    Native("style", OneOf("a", "b", "c")),
    rules=(
        Rule({"quality": OneOf("fine")}, {"deep.n": Int(max=4), "cfg": ABSENT}, "fine makes four"),
        Rule({"deep.n": Int(min=3)}, {"steps": Int(max=30)}, "many are made in few steps"),
        Rule({"images": PRESENT}, {"w": Int(max=1024), "h": Int(max=1024)}, "edits are small"),
        Rule({"turbo": OneOf(True)}, {"steps": Int(max=20)}, "turbo has few steps"),
    ),
    unknown="refused",
)
OTHER = table(
    Param("text", Field.prompt, Text(), required=True),
    Param("count", Field.n, Int(1, 4), default=2),
    WidthHeight("width", "height", Grid(Int(256, 1024, multiple_of=64))),
    name="other/muse",
)
VALUES: dict[str, list[Any]] = {
    "prompt": ["a", "x" * 9, "x" * 10],
    "n": [1, 3, 4, 5, 8, 9],
    "guidance": [1, 1.5, 20, 20.0, 21, 0.5],
    "steps": [9, 10, 20, 21, 30, 31, 60, 61],
    "seed": [-1, 0, 1, 99, 100],
    "quality": ["low", "high", "max"],
    "output_format": ["png", "bmp"],
    "size": ["512x512", "1920x1080", "65x64"],
    "references": [[URL], [URL, URL, URL]],
    "user": ["me"],
    "provider_options": [
        {"acme": {"turbo": True}},
        {"acme": {"style": "a"}},
        {"acme": {"style": "d"}},
        {"acme": {"zz": 1}},
    ],
}


def wishes() -> Iterator[Intent]:
    """Every value alone, and every two values of different fields."""
    single = [(name, value) for name, values in VALUES.items() for value in values]
    for (one, value), (other, second) in itertools.combinations(single, 2):
        yield Intent(**{one: value, other: second})
    for name, value in single:
        yield Intent(**{name: value})


def said(translate: Callable[[], Translation | None]) -> object:
    try:
        done = translate()
    except Refused as error:
        return error.changes, error.refused
    flat = done and [(wire, repr(value)) for wire, value in done._flat.items()]
    return done and (flat, done.changes, done.needs, done.pixels, done.count, done.unverified)


def differ() -> bool:
    """Whether the prepared form and the interpreter differ over all wishes; True too if the form fails."""
    forms = {raw: writer(as_served(TABLE), with_raw=raw) for raw in (False, True)}
    for intent, policy in itertools.product(wishes(), (SAFE, policy_of(ALL))):
        wish = asked_of(intent, TABLE)
        found = said(lambda: written(forms[bool(wish.raw)], wish, TABLE, policy))  # noqa: B023
        if found is not None and found != said(lambda: solved(wish, TABLE, policy)):  # noqa: B023
            return True
    return False


def test_it_answers_as_the_interpreter_and_most_of_the_time() -> None:
    assert not differ()
    forms = {raw: writer(as_served(TABLE), with_raw=raw) for raw in (False, True)}
    asked = [asked_of(intent, TABLE) for intent in wishes()]
    answered = [forms[bool(wish.raw)](wish) is not None for wish in asked]
    assert sum(answered) > 0.9 * len(answered)


#: faults as someone might make them, each a text of the code and what stands there instead
PLANTED = {
    "a bound one too far": ("10 <= w <= 60", "9 <= w <= 60"),
    "a bound that is not the table's number": ("1 < w < 20", "1 <= w <= 20"),
    "a flag for a number": ("len(w) <= 9", "len(w) <= 10"),
    "what was moved is forgotten": ("more.append(r); lacking |= r.lacks", "lacking |= r.lacks"),
    "what is missing is forgotten": ("lacking |= 2", "lacking |= 0"),
    "the count": ("= n = w", "= w"),
    "the count of what is moved": ("n = r.images", "n = n"),
    "the pixels": (".pixels", ".pixels and None"),
    "fields that no row has": ("if left: more +=", "if left: []; more and"),
    "rules": (": return k", ": k"),
    "the constant": ("flat['mode'] = ", "flat['mode '] = "),
    "raw wires that are not legal": ("if seen != len(raw): return None", ""),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = PLANTED[fault]
    text, planted = writing._WriterCode.text, []

    def wrong(self: Any) -> str:
        code = text(self)
        planted.append(old in code)
        return code.replace(old, new)

    monkeypatch.setattr(writing._WriterCode, "text", wrong)
    assert differ()
    assert any(planted)


def test_faults_in_what_is_remembered_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "_replaced", lambda flat, group, wires: True)
    assert differ()
    monkeypatch.undo()
    monkeypatch.setattr(grouping, "unverified", lambda served, flat: iter(()))
    assert differ()
    monkeypatch.undo()
    monkeypatch.setattr(grouping, "met", lambda name, asked, became: True)
    assert differ()


# ---- how the verbs use it


def often(call: Callable[[], Any]) -> list[Any]:
    return [call() for _ in range(2 * translation.READ_AFTER + 2)]


def test_a_target_is_prepared_when_it_is_used_often() -> None:
    target = TABLE.but(name="acme/often")
    wish, request = Intent("a", n=2), {"mode": "fast", "prompt": "a", "deep": {"n": 2}}
    assert all(done.request == request for done in often(lambda: to_request(wish, target)))
    assert often(lambda: to_intent(request, target)) == [wish] * (2 * translation.READ_AFTER + 2)
    done = often(lambda: convert(request, source=target, target=OTHER))[-1]
    assert done == converted(request, source=target, target=OTHER, policy=SAFE)
    assert {"write", "hear", "right", "pairs"} <= set(target.prepared)
    assert target.but(note="another").prepared == pickle.loads(pickle.dumps(target)).prepared == {}


def converted_often(request: dict[str, Any], source: Target, target: Target = OTHER) -> Translation:
    """The translation of a request that is converted often, the same each time as by the interpreter."""
    expected = converted(request, source=source, target=target, policy=SAFE)
    every = often(lambda: convert(request, source=source, target=target))
    assert every == [expected] * len(every)
    return expected


def test_a_source_remembers_so_many_targets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "_MOST_PAIRS", 2)
    source = TABLE.but(name="acme/pairs")
    targets = [OTHER.but(name=f"other/{number}") for number in range(5)]
    for at, target in enumerate(targets):
        done = converted_often({"mode": "fast", "prompt": "a", "deep": {"n": 2}}, source, target)
        assert done.request == {"text": "a", "count": 2}
        assert [*source.prepared["pairs"]] == targets[at - at % 2 : at + 1]


def test_a_default_that_depends_on_a_field_is_found_each_time() -> None:
    count = Param("n", Field.n, Int(1, 8), default=4, default_when={"steps": PRESENT})
    source = table(PROMPT, count, STEPS)
    assert converted_often({"prompt": "a", "steps": 5}, source).request == {"text": "a", "count": 4}
    assert converted_often({"prompt": "a", "steps": 5, "n": 3}, source).request == {"text": "a", "count": 3}
    assert converted_often({"prompt": "a"}, source).request == {"text": "a"}


def test_a_long_word_of_a_shape_is_not_remembered() -> None:
    words = {"x" * length: "512x256" for length in (200, 201)}
    source = table(PROMPT, Sizes((Presets("shape", words),)))
    for word in words:
        done = converted_often({"prompt": "a", "shape": word}, source)
        assert done.request == {"text": "a", "width": 512, "height": 256}
    (pair,) = source.prepared["pairs"].values()
    assert [key for ((_, _, key),) in pair.shapes] == ["x" * 200]


def test_changes_wait_until_they_are_read() -> None:
    target = TABLE.but(name="acme/late")
    intent = Intent("a", guidance=21)
    late = often(lambda: to_request(intent, target, allow=ALL))[-1]
    assert isinstance(late, Translation)
    assert "changes" not in late.__dict__
    twins = [copy.copy(late), copy.deepcopy(late), pickle.loads(pickle.dumps(late))]
    assert [change.became for change in late.changes] == [20]
    assert late.changes is late.changes
    assert twins == [late] * 3
    with pytest.raises(AttributeError, match="'Translation' object has no attribute 'change'"):
        _ = late.change  # type: ignore[attr-defined]


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MOST", 3)
    assert not differ()
    write = writer(as_served(TABLE))
    for number in range(100):
        draft = write(Asked({"prompt": "a", "guidance": 21 + number}, {}))
        assert draft is not None
        assert draft[0]["cfg"] == 20


def test_what_a_caller_does_to_a_request_stays_there() -> None:
    target = TABLE.but(name="acme/apart")
    first, *_, last = often(lambda: to_request(Intent("a", references=[URL], n=3), target).request)
    assert isinstance(last, dict)
    last["images"].append("x")
    last["deep"]["n"] = 0
    assert to_request(Intent("a", references=[URL], n=3), target).request == first


def test_equal_numbers_of_other_types_are_not_mixed_up() -> None:
    write = writer(as_served(TABLE))
    values: list[Any] = [20, 20.0, True, 1, 1.0, 0.0, -0.0]
    for value in [*values, *reversed(values)]:
        found = write(Asked({"guidance": value}, {}))
        exact = solved(Asked({"guidance": value}, {}), TABLE, policy_of(ALL))._flat
        assert found is not None
        assert repr(found[0].get("cfg")) == repr(exact.get("cfg"))


def test_a_default_or_more_is_read_by_the_interpreter() -> None:
    target = TABLE.but(name="acme/read")
    request = {"mode": "fast", "prompt": "a", "turbo": True, "steps": 10}
    often(lambda: to_intent(request, target))
    hear = target.prepared["hear"]
    bodies: list[Any] = [request, {**request, "w": 64}, {**request, "zz": 1}, {**request, "steps": 9}, [], None]
    for body in bodies:
        heard = hear(body)
        if isinstance(body, dict):
            again = parsed(body, target)
            assert heard is None or translation.intent_of_heard(heard, target) == again
    assert hear({**request, "steps": 9}) is None
    assert to_intent(request, target, defaults=True) == parsed(request, target, defaults=True)
    assert isinstance(hear(request), hearing.Heard)


def test_threads_may_write_at_the_same_time() -> None:
    target = TABLE.but(name="acme/threads")
    wrong: list[object] = []
    expected = {
        n: solved(asked_of(Intent("a", n=n, steps=60), target), target, policy_of(ALL)).request for n in range(1, 9)
    }

    def work(offset: int) -> None:
        for turn in range(200):
            n = (turn + offset) % 8 + 1
            done = to_request(Intent("a", n=n, steps=60), target, allow=ALL)
            if done.request != expected[n]:
                wrong.append((n, done.request))

    threads = [threading.Thread(target=work, args=(offset,)) for offset in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_refusal_is_the_same() -> None:
    target: Target = TABLE.but(name="acme/refuses")
    for policy in (policy_of(()), Policy("dropped"), Policy(guidance=())):
        wish = asked_of(Intent("a", guidance=30, user="me"), target)
        expected = said(lambda: solved(wish, target, policy))  # noqa: B023
        assert said(lambda: written(writer(as_served(target)), wish, target, policy)) in (expected, None)  # noqa: B023


# ---- what it leaves to the interpreter


def drafts(target: Target, **fields: Any) -> list[bool]:
    """Whether the prepared form answers a wish, without raw wires and with them; then as the interpreter does."""
    wish = asked_of(Intent(**fields), target)
    forms = [writer(as_served(target), with_raw=raw) for raw in (False, True)]
    found = [said(lambda: written(form, wish, target, policy_of(ALL))) for form in forms]  # noqa: B023
    assert all(one in (None, said(lambda: solved(wish, target, policy_of(ALL)))) for one in found)
    return [one is not None for one in found]


def test_a_shape_that_moves_to_other_wires_is_solved() -> None:
    shape = Sizes((ShapeWords("ratio", ("1:1", "16:9")), Sides("w", "h", Grid(Int(64, 2048, multiple_of=8)))))
    target = table(PROMPT, SEED, shape, rules=(Rule({"seed": PRESENT}, {"ratio": ABSENT}, "seeds want pixels"),))
    assert drafts(target, prompt="a", aspect_ratio="16:9") == [True, True]
    assert drafts(target, prompt="a", aspect_ratio="16:9", seed=5) == [False, False]
    done = often(lambda: to_request(Intent("a", aspect_ratio="16:9", seed=5), target).request)
    assert done == [{"prompt": "a", "seed": 5, "w": 1280, "h": 720}] * len(done)


def test_what_a_rule_limits_is_solved_next_to_what_changes_a_default() -> None:
    count = Param("n", Field.n, Int(1, 8), default=4, default_when={"steps": PRESENT})
    rule = Rule({"quality": PRESENT}, {"seed": Int(max=9)}, "few seeds")
    target = table(count, STEPS, SEED, Param("quality", Field.quality, Words({"low": "low"})), rules=(rule,))
    assert drafts(target, seed=7, steps=5) == [True, True]
    assert drafts(target, seed=12, quality="low") == [True, True]
    assert drafts(target, seed=12, quality="low", steps=5) == [False, False]
    done = often(lambda: to_request(Intent(seed=12, quality="low", steps=5), target, allow=ALL))[-1]
    assert isinstance(done, Translation)
    assert (done.request, done.count) == ({"steps": 5, "seed": 2, "quality": "low"}, 4)


def test_a_count_on_two_rows() -> None:
    pair = Alternatives(Field.n, (Alternative({"pair": True}, means=2),))
    target = table(PROMPT, Param("n", Field.n, Int(1, 4), default=1), pair)
    assert [drafts(target, prompt="a", n=n) for n in range(1, 6)] == [[True, True]] * 5
    assert drafts(target, prompt="a") == [True, True]
    done = often(lambda: to_request(Intent("a", n=2), target, allow=ALL))[-1]
    assert isinstance(done, Translation)
    assert (done.request, done.count) == ({"prompt": "a", "n": 2, "pair": True}, 2)


def test_a_required_row_of_one_s_own_may_say_nothing_of_its_absence() -> None:
    class Tag(Row):
        required = True
        fields = ("user",)
        wires = ("tag",)

        def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
            return {"tag": f"by {asked['user']}"}

    target = table(PROMPT, Tag())
    assert drafts(target, prompt="a") == drafts(target, prompt="a", user="me") == [True, True]
    for intent, request in ((Intent("a"), {}), (Intent("a", user="me"), {"tag": "by me"})):
        done = often(lambda: to_request(intent, target, allow=ALL))[-1]  # noqa: B023
        assert isinstance(done, Translation)
        assert (done.request, done.needs) == ({"prompt": "a", **request}, ())
