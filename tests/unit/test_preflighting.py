"""What is told before a request is sent: each fault once, with what mends it, its bounds and a sentence for people."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import (
    CATALOG,
    SAFE,
    STRICT,
    Bounds,
    Change,
    Finding,
    Invalid,
    Policy,
    Preflight,
    Problem,
    Refused,
    Size,
    check,
    find,
    preflight,
    repair,
)
from imgparams.preflighting import _Mending
from imgparams.providers import NAMES
from imgparams.tables import (
    ABSENT,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    Quality,
    Record,
    Row,
    Rule,
    SizeText,
    Text,
    WidthHeight,
)
from imgparams.testing import bounds, read_cases
from imgparams.testing.worked_cases import requests_of_case
from imgparams.values import Path
from imgparams.wording import LABELS, label
from tests.unit.tables import COUNT, PROMPT, SEED, URL, table

GPT, PHOENIX = "openai/gpt-image-2", "leonardo/phoenix-1.0"
MODEL = "de7d3faf-762f-48e0-b3b7-9d0ac3a3fcf3"


def test_nothing_is_wrong() -> None:
    body = {"model": "gpt-image-2", "prompt": "a cat"}
    found = preflight(body, GPT)
    assert (found.ok, found.request, found.findings, found.needs) == (True, body, (), ())
    assert str(found) == "Nothing is wrong with it."


def test_every_fault_with_what_mends_it() -> None:
    found = preflight({"model": "gpt-image-2", "prompt": "a", "n": 99, "size": "1000x300", "x": 1}, GPT)
    assert not found.ok
    assert found.request == {"model": "gpt-image-2", "prompt": "a", "n": 10, "size": "1440x480"}
    told = [(one.level, one.code, one.field, one.path, str(one.asked), str(one.became)) for one in found.findings]
    size = ("size", ("size",), "1000x300", "1440x480")
    assert told == [
        ("error", "out_of_range", "n", ("n",), "99", "10"),
        ("error", "off_grid", *size),
        ("error", "off_grid", *size),
        ("error", "bad_area", *size),
        ("error", "bad_ratio", *size),
        ("error", "unknown_field", None, ("x",), "1", "None"),
    ]
    assert found.findings[0].bounds == Bounds(1, 10)
    assert all("developers.openai.com" in str(one.source) for one in found.findings)
    assert str(found).splitlines() == [
        "The number of images will be 10, not 99. It can be from 1 to 10.",
        "The size will be 1440x480, not 1000x300. It can be up to 3840 in steps of 16.",
        '"x" can\'t be set here.',
    ]


def test_of_another_vendors_request() -> None:
    body = {"modelId": MODEL, "prompt": "a", "width": 1024, "height": 768, "num_images": 20, "seed": 3, "alchemy": True}
    found = preflight(body, GPT, source=PHOENIX)
    assert found.request == {"model": "gpt-image-2", "prompt": "a", "n": 10, "size": "1024x768"}
    assert [finding.text for finding in found.findings if finding.level == "change"] == [
        "The seed can't be set here.",
        'The way of delivery will be "base64", not "url".',
        '"alchemy" can\'t be set here.',
    ]
    count = next(finding for finding in found.findings if finding.field == "n")
    assert (count.became, count.bounds) == (10, Bounds(1, 10))  # the target's, whatever the source's are
    assert list(map(str, found.findings)) == [
        "error out_of_range at num_images: 20 -> 10 (a whole number from 1 to 8)",
        "error conflict at num_images: 20 -> 10 (at most 4 images if a side is over 768)",
        "change dropped at seed: 3 (openai/gpt-image-2 has no such field)",
        'change mapped at delivery: "url" -> "base64" (always base64)',  # no wire of the request: its field
        "change dropped at alchemy: true (a field of leonardo with no portable equivalent)",
    ]
    assert str(preflight([], GPT).findings[0]) == "error unreadable at request: [] (a request must be a JSON object)"


@pytest.mark.parametrize("body", [[], None, "x", {"n": float("nan")}, {"\ud800": 1}])
def test_of_what_is_no_request(body: Any) -> None:
    found = preflight(body, GPT)
    assert (found.ok, found.request) == (False, None)
    assert {finding.code for finding in found.findings} == {"unreadable"}
    with pytest.raises(Invalid):
        repair(body, GPT)


def test_what_is_not_allowed_and_what_is_needed() -> None:
    found = preflight({"modelId": MODEL, "prompt": "a", "seed": 3}, GPT, source=PHOENIX, allow=Policy(seed=()))
    assert found.request is None
    assert [finding.code for finding in found.findings if finding.level == "error"] == ["dropped"]
    silent = preflight({"model": "gpt-image-2"}, GPT)
    assert [need.at for need in silent.needs] == ["prompt"]
    assert str(silent) == "The prompt is missing."
    assert not silent.ok


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"image_size": "zz"}, 'The size can\'t be "zz". It can be one of square_hd, square, portrait_4_3'),
        ({"guidance_scale": 99}, "The guidance will be 20, not 99. It can be from 1 to 20."),
        ({"guidance_scale": 12}, "The guidance may not do what you expect: a number from 1.5 to 5"),
        ({"num_inference_steps": "many"}, 'The number of steps can\'t be "many".'),
    ],
)
def test_sentences(body: dict[str, Any], text: str) -> None:
    assert text in str(preflight({"prompt": "a", **body}, "fal/fal-ai/flux/dev"))


def test_bounds_in_words() -> None:
    texts = list(map(str, [Bounds(1, 8), Bounds(None, 8, 2), Bounds(0.5), Bounds()]))
    assert texts == ["from 1 to 8", "up to 8 in steps of 2", "from 0.5", "anything"]
    assert [str(Bounds(2, None, 0.5)), str(Bounds(0, 0, 0))] == ["from 2 in steps of 0.5", "from 0 to 0 in steps of 0"]
    assert [str(Bounds(step=8.0)), str(Bounds(most=1.0))] == ["in steps of 8", "up to 1"]
    assert [str(Bounds(words=words)) for words in (("a",), ("", "b"), (1, None))] == [
        "a",
        'one of "", b',
        "one of 1, null",
    ]
    assert str(Bounds(words=tuple(range(12)))) == "one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"
    assert str(Bounds(words=tuple(range(13)))) == "one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ..."


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("n", "number of images"),
        ("provider_options.acme.fooBar", "foo bar"),
        ("provider_options.acme.n", "n"),
        ("provider_options.acme.header:X-Mode", "header:x-mode"),
        ("provider_options.acme._image__size 2D.x9Y_", "image size 2 d x9 y"),
        ("odd_one", "odd one"),
    ],
)
def test_what_people_call_a_field(name: str, words: str) -> None:
    assert label(name) == words


def test_every_field_has_a_label() -> None:
    assert {name for target in CATALOG.values() for name in target.by_field} <= set(LABELS)


@pytest.mark.parametrize("vendor", NAMES)
def test_a_repaired_request_is_legal(vendor: str) -> None:
    """For every request at an edge of a table: what is repaired has no error but what only the caller can fill."""
    tables = {name: CATALOG[name] for name in NAMES[vendor]}
    for case in [*read_cases(bounds(*tables.values()))][::12]:
        target = tables[case["target"]]
        for request in requests_of_case(case):
            done = repair(request, target)
            if not done.needs:
                assert [p for p in check(done.request, done.target) if p.level == "error"] == [], request
            judged = preflight(request, target)
            assert judged.ok <= (check(request, target) == () or all(f.level == "warning" for f in judged.findings))
            assert len(str(judged)) < 5000


def test_a_repair_may_be_refused() -> None:
    with pytest.raises(Refused):
        repair({"model": "gpt-image-2", "prompt": "a", "n": 99}, find(GPT), allow=STRICT)


# ---- to the letter

DOCS = "https://wiki.example/muse (2026-11-01)"


def findings(request: Any, *rows: Row, **facts: Any) -> tuple[Finding, ...]:
    return preflight(request, table(PROMPT, *rows, **facts)).findings


@pytest.mark.parametrize(
    ("row", "value", "finding", "text"),
    [
        (
            COUNT,
            99,
            ("error", "out_of_range", "n", 99, 8, "a whole number from 1 to 8", Bounds(1, 8)),
            "The number of images will be 8, not 99. It can be from 1 to 8.",
        ),
        (
            Native("num_images", Int(2, 8, multiple_of=2), default=2),
            3,
            ("error", "off_grid", None, 3, 2, "a multiple of 2 from 2 to 8", Bounds(2, 8, 2)),
            '"num_images" will be 2, not 3. It can be from 2 to 8 in steps of 2.',
        ),
        (
            Param("num_images", Field.output_format, OneOf("png", "jpeg")),
            "gif",
            ("error", "not_allowed", "output_format", "gif", None, "png or jpeg", Bounds(words=("png", "jpeg"))),
            'The file format can\'t be "gif". It can be one of png, jpeg.',
        ),
        (
            Native("num_images", Num(0.5, 2)),
            "x",
            ("error", "wrong_type", None, "x", None, "a number from 0.5 to 2", Bounds(0.5, 2)),
            '"num_images" can\'t be "x". It can be from 0.5 to 2.',
        ),
        (
            Native("num_images", Text(min_length=2, max_length=9)),
            5,
            ("error", "wrong_type", None, 5, None, "text of 2 to 9 characters", Bounds(2, 9)),
            '"num_images" can\'t be 5. It can be from 2 to 9.',
        ),
        (
            Native("num_images", Flag()),
            5,
            ("error", "wrong_type", None, 5, None, "true or false", Bounds(words=(False, True))),
            '"num_images" can\'t be 5. It can be one of false, true.',
        ),
        (
            SizeText("num_images", ["8x4", "4x8"]),
            "9x9",
            ("error", "not_allowed", "size", Size(9, 9), Size(8, 4), "8x4 or 4x8", Bounds(words=("8x4", "4x8"))),
            "The size will be 8x4, not 9x9. It can be one of 8x4, 4x8.",
        ),
        (
            SizeText("num_images", Grid(Int(8, 64))),
            "99x64",
            (
                *("error", "out_of_range", "size", Size(99, 64), Size(62, 40)),
                *("the width must be a whole number from 8 to 64", Bounds(8, 64)),
            ),
            "The size will be 62x40, not 99x64. It can be from 8 to 64.",
        ),
        (
            SizeText("num_images", Grid(Int(8, 64), height=Int(8, 32))),
            "99x32",
            (
                *("error", "out_of_range", "size", Size(99, 32), Size(62, 20)),
                *("the width must be a whole number from 8 to 64", Bounds(8, 64)),
            ),
            "The size will be 62x20, not 99x32. It can be from 8 to 64.",
        ),
        (
            Native("num_images", ListOf(Int(0, 9))),
            5,
            ("error", "wrong_type", None, 5, None, "a list of whole numbers from 0 to 9", None),
            '"num_images": a list of whole numbers from 0 to 9.',
        ),
    ],
)
def test_a_finding_to_the_letter(row: Row, value: Any, finding: tuple[Any, ...], text: str) -> None:
    level, code, name, asked, became, why, bounds = finding
    found = findings({"prompt": "a", "num_images": value}, row)
    assert found == (Finding(level, code, name, ("num_images",), asked, became, why, bounds, DOCS),)
    assert found[0].text == text


NETS = Native("nets", ListOf(Record({"id": Text(), "weight": Num(0, 1)}), max=2))
SIDES = WidthHeight("w", "h", each=Int(64, 512, multiple_of=64), default=(512, 512))
NO_HD = Rule({"format": OneOf("jpeg")}, {"hd": OneOf(False)}, "no HD in JPEG")
FORMATS = (Param("format", Field.output_format, OneOf("png", "jpeg")), Native("hd", Flag(), default=True))


def test_what_is_missing_of_a_request() -> None:
    found = preflight({}, table(PROMPT))
    why = "required: text of at most 1000 characters"
    (only,) = found.findings
    assert only == Finding("error", "missing", "prompt", ("prompt",), None, None, why, Bounds(None, 1000), DOCS)
    assert str(only) == f"error missing at prompt: null ({why})"
    assert (only.text, found.ok, found.request) == ("The prompt is missing.", False, {})


def test_both_sides_of_a_size_are_mended_by_one_change() -> None:
    why, asked, became = "a multiple of 64 from 64 to 512", Size(1000, 63), Size(512, 64)
    found = findings({"prompt": "a", "w": 1000, "h": 63}, SIDES)
    assert found == tuple(
        Finding("error", "out_of_range", "size", (wire,), asked, became, why, Bounds(64, 512, 64), DOCS)
        for wire in ("w", "h")
    )
    assert str(found[0]) == f"error out_of_range at w: 1000x63 -> 512x64 ({why})"


def test_what_is_wrong_inside_of_a_value_that_is_left_out() -> None:
    found = findings({"prompt": "a", "nets": [{"id": "a", "weight": 3}, {"id": 5}]}, NETS)
    weight: Any = (3, None, "a number from 0 to 1", Bounds(0, 1), DOCS)
    assert found == (
        Finding("error", "out_of_range", None, ("nets", 0, "weight"), *weight),
        Finding("error", "wrong_type", None, ("nets", 1, "id"), 5, None, "text", None, DOCS),
    )
    assert [one.text for one in found] == [
        '"nets[0].weight" can\'t be 3. It can be from 0 to 1.',
        '"nets[1].id": text.',
    ]


def test_a_list_that_is_cut_tells_how_many_there_may_be() -> None:
    nets = [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    (found,) = findings({"prompt": "a", "nets": nets}, NETS)
    why = "a list of up to 2 objects with the keys id and weight; there are 3"
    asked, became = tuple(nets), tuple(nets[:2])
    assert found == Finding("error", "too_many", None, ("nets",), asked, became, why, Bounds(0, 2), DOCS)


def test_what_is_added_beside_a_fault() -> None:
    found = preflight({"prompt": "a", "format": "jpeg"}, table(PROMPT, *FORMATS, rules=[NO_HD]))
    words = Bounds(words=(False, True))
    whys = ("no HD in JPEG (hd is true by default)", "no HD in JPEG")
    assert found.findings == (
        Finding("error", "conflict", None, ("hd",), True, None, whys[0], words, DOCS),
        Finding("change", "added", "provider_options.acme.hd", (), None, False, whys[1], None, DOCS),
    )
    assert str(found) == (
        '"hd" can\'t be true. It can be one of false, true.\n"hd" will be false, which was not asked for.'
    )
    assert found.request == {"prompt": "a", "format": "jpeg", "hd": False}
    assert not found.ok


def test_a_change_that_is_refused_is_an_error() -> None:
    source = table(PROMPT, SEED, Native("look", OneOf("x")), COUNT, name="other/muse")
    target = table(PROMPT, Param("n", Field.n, Int(1, 4), default=4))
    body = {"prompt": "a", "num_images": 6, "seed": 5, "look": "x"}

    def judged(allow: Policy) -> list[tuple[object, ...]]:
        found = preflight(body, target, source=source, allow=allow)
        assert (found.request is None, found.translation is None) == (allow != SAFE, allow != SAFE)
        return [(one.level, one.code, one.field, one.path, one.asked, one.became, one.bounds) for one in found.findings]

    count = ("change", "clamped", "n", ("num_images",), 6, 4, Bounds(1, 4))
    seed = ("change", "dropped", "seed", ("seed",), 5, None, None)
    look = ("change", "dropped", "provider_options.other.look", ("look",), "x", None, None)
    assert judged(SAFE) == [count, seed, look]
    assert judged(Policy(seed=())) == [count, ("error", *seed[1:]), look]
    assert judged(STRICT) == [("error", *one[1:]) for one in (count, seed, look)]


def test_a_change_has_the_page_of_its_limit() -> None:
    target = table(PROMPT, Param("n", Field.n, Int(1, 4), source="https://wiki.example/n"))
    found = preflight({"prompt": "a", "num_images": 6}, target, source=table(PROMPT, COUNT, name="other/muse"))
    why, page = "a whole number from 1 to 4; plan() makes several calls", "https://wiki.example/n (2026-11-01)"
    assert found.findings == (
        Finding("change", "clamped", "n", ("num_images",), 6, 4, why, Bounds(1, 4), page),
    )  # fmt: skip


def test_warnings_alone_are_all_right() -> None:
    found = preflight({"prompt": "a", "new": 1}, table(PROMPT, status="retired"))
    whys = ("acme/muse is retired", "acme/muse documents no such field, and not what it does with one")
    assert found.findings == (
        Finding("warning", "retired", None, (), None, None, whys[0], None, "https://wiki.example/muse"),
        Finding("warning", "unknown_field", None, ("new",), 1, None, whys[1], None, DOCS),
    )
    assert [one.text for one in found.findings] == [
        "The request may not do what you expect: acme/muse is retired.",
        '"new" can\'t be set here.',
    ]
    assert (found.ok, found.request, found.needs) == (True, {"prompt": "a", "new": 1}, ())
    assert str(found.findings[0]) == "warning retired at request: null (acme/muse is retired)"


def test_of_another_target_nothing_is_all_right_as_it_is() -> None:
    found = preflight({"prompt": "a"}, table(PROMPT), source=table(PROMPT, name="other/muse"))
    assert (found.ok, found.findings, found.request) == (False, (), {"prompt": "a"})
    assert found == Preflight(False, {"prompt": "a"}, (), (), found.translation)


def test_what_is_not_known_to_work_may_be_refused() -> None:
    target = table(PROMPT, Param("n", Field.n, Int(1)))
    found = preflight({"prompt": "a", "n": 12, "new": 1}, target, allow=Policy(unverified=False))
    unsaid = "acme/muse documents no such field, and not what it does with one"
    count = ("unverified", "n", ("n",), 12, None, "no maximum is published", None, DOCS)
    assert found.findings == (
        Finding("warning", "unknown_field", None, ("new",), 1, None, unsaid, None, DOCS),
        Finding("warning", *count[:6], Bounds(1), DOCS),
        Finding("error", *count[:6], Bounds(1), DOCS),
        Finding("error", "unverified", None, ("new",), 1, None, "acme/muse documents no such field", None, DOCS),
    )
    assert found.request is None


@pytest.mark.parametrize(
    ("row", "bounds"),
    [
        (SizeText("s", Grid(Int(8, 64, multiple_of=8))), Bounds(8, 64, 8)),
        (SizeText("s", Grid(Int(8, 64))), Bounds(8, 64)),
        (SizeText("s", Grid(Int(8, 64), height=Int(8, 32))), None),
        (SizeText("s", ["8x4"]), Bounds(words=("8x4",))),
        (Native("s", Text(max_length=9)), Bounds(None, 9)),
        (Native("s", Int(2)), Bounds(2)),
        (Native("s", Num(max=2)), Bounds(None, 2)),
    ],
)
def test_the_bounds_of_a_value_of_another_type(row: Row, bounds: Bounds | None) -> None:
    (found,) = findings({"prompt": "a", "s": [1]}, row)
    assert (found.code, found.bounds) == ("wrong_type", bounds)


def test_what_is_wrong_and_left_out_is_told_in_the_intent_s_words() -> None:
    rule = Rule({"fast": OneOf(True)}, {"q": ABSENT}, "no quality when fast")
    source = table(PROMPT, Param("q", Field.quality, Quality(low="draft")), Native("fast", Flag()), rules=[rule])
    found = preflight({"prompt": "a", "q": "draft", "fast": True}, table(PROMPT, name="other/muse"), source=source)
    why = "a field of acme with no portable equivalent"
    assert found.findings == (
        Finding("error", "conflict", "quality", ("q",), "low", None, "no quality when fast", None, DOCS),
        Finding("change", "dropped", "provider_options.acme.fast", ("fast",), True, None, why),
    )


def test_no_change_mends_what_is_wrong_with_the_target() -> None:
    found = findings({"prompt": "a", "num_images": 99}, COUNT, status="deprecated")
    page = "https://wiki.example/muse"
    assert found == (
        Finding("warning", "deprecated", None, (), None, None, "acme/muse is deprecated", None, page),
        Finding(
            *("error", "out_of_range", "n", ("num_images",), 99, 8),
            *("a whole number from 1 to 8", Bounds(1, 8), DOCS),
        ),
    )


@pytest.mark.parametrize(
    ("path", "number"),
    [(("a",), 0), (("a", "b"), 0), (("a", "b", 0), 0), (("a", "x"), None), (("c",), 1), (("c", 0), 1), (("d",), None)],
)
def test_a_change_mends_what_is_at_inside_or_around_its_place(path: Path, number: int | None) -> None:
    changes = (
        Change("provider_options.acme.a", "dropped", 1, None, "why", path=("a", "b")),
        Change("provider_options.acme.c", "dropped", 1, None, "why", path=("c",)),
        Change("n", "clamped", 9, 8, "why"),
        Change("n", "clamped", 9, 8, "why", path=("c",)),
    )
    find = _Mending(changes)
    assert find.first(Problem("error", "wrong_type", path, 1, "why")) == number
    assert find.first(Problem("error", "wrong_type", ("n",), 1, "why", field="n")) == 2
    assert find.first(Problem("error", "wrong_type", (), 1, "why", field="seed")) is None


def test_bounds_are_those_of_the_operation_that_is_taken() -> None:
    pictures = Pictures("images", (Image("url"),))
    edit = table(PROMPT, pictures, Param("n", Field.n, Int(1, 2)), name="acme/muse:edit")
    target = table(PROMPT, Param("n", Field.n, Int(1, 9)), operations={"edit": edit})
    source = table(PROMPT, pictures, COUNT, name="other/muse")
    found = preflight({"prompt": "a", "images": [URL], "num_images": 5}, target, source=source)
    assert [(one.field, one.became, one.bounds) for one in found.findings] == [("n", 2, Bounds(1, 2))]
    assert found.translation is not None
    assert found.translation.target == edit
