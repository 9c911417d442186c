"""Answers: the outcome, what came otherwise than asked, whom to ask next, and what to send instead."""

from __future__ import annotations

import base64
import json
import struct
from typing import Any

import pytest

from imgparams import AspectRatio, Intent, Invalid, Size, check, to_request
from imgparams.answers import Answers, Completed, Envelope, Failed, Makes, Pending, Says, Task, answer
from imgparams.answers.limits import Limit, limit_in, names_in, number
from imgparams.answers.pictures import size_of, size_of_base64
from imgparams.tables import (
    ABSENT,
    Area,
    Const,
    Count,
    Domain,
    Field,
    Flag,
    Grid,
    Int,
    Json,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    PixelText,
    Rule,
    ShapeWords,
    Sizes,
    Text,
    WidthHeight,
)
from imgparams.testing.samples import PICTURES, picture
from tests.unit.tables import PROMPT, SEED, table

SIZED = table(
    PROMPT,
    SEED,
    WidthHeight("width", "height", Grid(Int(64, 2048)), default=(1024, 1024)),
    Param("steps", Field.steps, Int(1, 50), default=20),
    Param("count", Field.n, Int(1, 4), default=1),
    Param("format", Field.output_format, OneOf("png", "jpeg")),
)
WORDS = {"busy": "pending", "lost": "failed", "no": "moderated"}
MINE = Answers(
    makes=(
        Makes(each="out[*]", image=("url", "b64"), seed="seed", width="w", height="h", reason="why", refused="bad"),
    ),
    tasks=(
        Task(
            id="job",
            state="state",
            words={"busy": "pending", "lost": "failed", "no": "moderated"},
            poll="GET /jobs/{id}",
        ),
    ),
    errors=(Envelope(message="error.text", code="error.code", field="error.field"),),
    says=(
        Says("bad_parameter", text=r"^(?P<field>\w+) must be at most (?P<max>\d+)$", problem="out_of_range"),
        Says("moderation", code="blocked", stage="input"),
        Says("moderation", code="blurred", stage="output", charged=True),
        Says("payment", code="poor", retry="no"),
    ),
)


def read(body: object, status: int = 200, *, answers: Answers = MINE, **more: Any) -> Any:
    return answer(SIZED, status=status, body=body, answers=answers, **more)


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x06\0\0\0"


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def nested(levels: int) -> object:
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


# ---- images


def test_images_with_what_stands_beside_each() -> None:
    got = read({"out": [{"url": "https://x.example/a.png", "seed": 7, "w": 64, "h": 32}, {"b64": b64(png(8, 4))}]})
    assert isinstance(got, Completed)
    first, second = got.images
    assert (first.url, first.seed, first.size) == ("https://x.example/a.png", 7, Size(64, 32))
    assert (second.base64, second.size, second.media_type) == (b64(png(8, 4)), Size(8, 4), "image/png")
    assert got.seed == 7


def test_the_real_size_counts_before_the_stated_one() -> None:
    got = read({"out": [{"b64": b64(png(8, 4)), "w": 1024, "h": 1024}]})
    assert got.images[0].size == Size(8, 4)


def test_an_entry_that_was_withheld_is_a_problem_beside_the_others() -> None:
    got = read({"out": [{"url": "https://x.example/a.png"}, {"url": "https://x.example/b.png", "why": "bad"}]})
    assert len(got.images) == 1
    assert [(problem.level, problem.code) for problem in got.problems] == [("warning", "withheld")]
    nothing = read({"out": [{"url": "https://x.example/b.png", "why": "bad"}]})
    assert (nothing.kind, nothing.retry, nothing.basis) == ("moderation", "seed", "body")


def test_a_body_that_is_a_file() -> None:
    whole = Answers(makes=(Makes(image="(body)", seed="header:seed"),))
    got = read(headers={"Seed": "7", "Content-Type": "image/png"}, body=png(8, 4), answers=whole)
    assert (got.images[0].data, got.images[0].size, got.seed) == (png(8, 4), Size(8, 4), 7)


def test_what_came_otherwise_than_it_was_asked_for() -> None:
    done = to_request(Intent("a", size="1024x512", n=2, output_format="png"), SIZED)
    got = read({"out": [{"b64": b64(png(512, 512))}]}, sent=done)
    assert [(change.field, change.kind, change.asked, change.became) for change in got.changes] == [
        ("n", "clamped", 2, 1),
        ("size", "clamped", Size(1024, 512), Size(512, 512)),
    ]
    jpeg = read({"out": [{"b64": picture("jpeg", "base64")}]}, sent={"prompt": "a", "format": "png"})
    assert [(change.field, change.became) for change in jpeg.changes if change.field == "output_format"] == [
        ("output_format", "jpeg")
    ]
    same = read({"out": [{"b64": b64(png(1024, 512))}, {"b64": b64(png(1024, 512))}]}, sent=done)
    assert same.changes == ()


@pytest.mark.parametrize(
    ("sent", "sides", "changes"),
    [
        ({"ratio": "16:9", "tier": "1K"}, (512, 512), [("aspect_ratio", AspectRatio("16:9")), ("resolution", "1K")]),
        ({"ratio": "16:9", "tier": "1K"}, (2560, 1440), [("resolution", "1K")]),
        ({"ratio": "16:9", "tier": "1K"}, (1280, 720), []),
        ({"ratio": "16:9"}, (2560, 1440), []),
        ({"ratio": "auto"}, (512, 512), []),
    ],
)
def test_a_shape_whose_pixels_no_table_knows_is_held_against_those_that_came(
    sent: dict[str, str], sides: tuple[int, int], changes: list[tuple[str, object]]
) -> None:
    words = ShapeWords("ratio", ("1:1", "16:9"), "tier", ("1K", "2K"), more=("auto",))
    other = {"url": "https://x.example/a.png"}  # of no known size
    body = {"out": [other, *[{"b64": b64(png(*sides))}] * 2]}
    got = answer(table(PROMPT, Sizes((words,))), status=200, body=body, answers=MINE, sent=sent)
    assert isinstance(got, Completed)
    came = Size(*sides)
    assert [(change.field, change.kind, change.asked, change.became, change.why) for change in got.changes] == [
        (field, "mapped", asked, came, "the image has these pixels") for field, asked in changes
    ]


def test_a_request_that_is_too_deep_for_an_intent_is_compared_by_what_it_sends() -> None:
    sent = {"prompt": "a", "count": 2, "width": 64, "height": 64, "more": nested(100)}
    got = read({"out": [{"b64": b64(png(8, 4))}]}, sent=sent)
    assert [(change.field, change.asked, change.became) for change in got.changes] == [
        ("n", 2, 1),
        ("size", Size(64, 64), Size(8, 4)),
    ]


def test_a_request_that_is_not_json_is_as_none() -> None:
    sent = {"prompt": b"a", "count": 2, "steps": 45}
    assert read({"out": [{"b64": b64(png(8, 4))}]}, sent=sent).changes == ()
    got = read({"error": {"text": "steps must be at most 40"}}, 400, sent=sent)
    assert [(problem.code, problem.value) for problem in got.problems] == [("out_of_range", None)]
    assert (got.repair, got.learned) == (None, None)


def test_the_prompt_of_the_first_image_that_has_another() -> None:
    words = Answers(makes=(Makes(each="out[*]", image="url", revised_prompt="now"),))
    entries = [{"url": f"https://x.example/{name}.png", **more} for name, more in (("a", {}), ("b", {"now": "a dog"}))]
    assert read({"out": entries}, answers=words).revised_prompt == "a dog"
    assert read({"out": entries[:1]}, answers=words).revised_prompt is None


@pytest.mark.parametrize("number", [9_999, 10_000, 10_001])
def test_so_many_images_are_read_of_one_answer(number: int) -> None:
    got = read({"out": [{"url": "https://x.example/a.png"}] * number})
    assert len(got.images) == min(number, 10_000)


def test_a_place_may_be_one_item_of_a_list() -> None:
    words = Answers(makes=(Makes(image="out[1]"),))
    a, b = "https://x.example/a.png", "https://x.example/b.png"
    assert [image.url for image in read({"out": [a, b]}, answers=words).images] == [b]
    for other in ([a], [], a, {"1": a}, None):
        assert isinstance(read({"out": other}, answers=words), Failed)


# ---- tasks


def test_a_task_that_goes_on() -> None:
    got = read({"job": "a/b", "state": "busy"}, headers={"Retry-After": "3"})
    assert isinstance(got, Pending)
    assert (got.id, got.state, got.after) == ("a/b", "busy", 3)
    assert got.poll is not None
    assert (got.poll.method, got.poll.path) == ("GET", "/jobs/a%2Fb")
    assert isinstance(read({"job": "a"}), Pending)
    assert isinstance(read({"job": "a", "state": "a new word"}), Pending)


def test_a_task_that_ended_without_images() -> None:
    assert read({"job": "a", "state": "lost"}).kind == "unknown"
    got = read({"job": "a", "state": "no"}, status=500)
    assert (got.kind, got.basis, got.id) == ("moderation", "state", "a")


def test_a_task_lives_on_whatever_the_status() -> None:
    assert isinstance(read({"job": "a", "state": "busy"}, status=503), Pending)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://api.acme.example/jobs/1?x=1", "X-Key: {key}"),
        ("https://api.eu.acme.example/jobs/1", "X-Key: {key}"),
        ("https://evil.example/jobs/1", ""),
        ("https://notacme.example/jobs/1", ""),
        ("https://api.acme.example@evil.example/jobs/1", ""),
    ],
)
def test_another_host_than_the_vendor_s_gets_no_credential(url: str, key: str) -> None:
    target = table(PROMPT, base_url="https://api.acme.example", key_header="X-Key: {key}")
    words = Answers(tasks=(Task(id="job", poll_url="next"),))
    got = answer(target, status=200, body={"job": "a", "next": url}, answers=words)
    assert isinstance(got, Pending)
    assert got.poll is not None
    assert got.poll.key_header == key
    assert "@" not in got.poll.url


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://x/y", "https://", "//evil.example/x", "https://a\n.example", "https://[::1/x"]
)
def test_what_is_no_web_address_is_not_called(url: str) -> None:
    words = Answers(tasks=(Task(id="job", poll_url="next"),))
    got = read({"job": "a", "next": url}, answers=words)
    assert isinstance(got, Pending)
    assert got.poll is None


def test_a_task_that_is_done_may_have_its_images_elsewhere() -> None:
    words = Answers(
        tasks=(
            Task(id="job", state="state", words={"ok": "done"}, poll_url="next", result_url="there", failed="error"),
        )
    )
    body = {"job": "a", "state": "ok", "there": "https://api.acme.example/r"}
    got = read(body, answers=words)
    assert isinstance(got, Pending)
    assert (got.poll and got.poll.path, got.after) == ("/r", 0)
    assert isinstance(read({**body, "error": "no"}, answers=words), Failed)


# ---- failures


def test_a_field_that_the_answer_names() -> None:
    sent = {"prompt": "a", "steps": 45}
    got = read({"error": {"text": "steps must be at most 40"}}, 400, sent=sent)
    assert (got.kind, got.basis, got.retry, got.charged) == ("bad_parameter", "text", "no", None)
    (problem,) = got.problems
    assert (problem.level, problem.code, problem.path, problem.value) == ("error", "disputed", ("steps",), 45)
    assert (problem.allowed, problem.field) == ((None, 40), "steps")
    assert got.repair.request == {"prompt": "a", "steps": 40}
    assert [found.path for found in check(sent, got.learned)] == [("steps",)]


def test_a_fault_that_the_table_knew_teaches_nothing() -> None:
    got = read({"error": {"text": "steps must be at most 50"}}, 400, sent={"prompt": "a", "steps": 60})
    assert [problem.code for problem in got.problems] == ["out_of_range"]
    assert got.learned is None
    assert got.repair.request == {"prompt": "a", "steps": 50}


def test_a_field_by_its_name_in_the_text_is_a_warning() -> None:
    got = read({"error": {"text": "We can't draw with that many steps"}}, 400, sent={"prompt": "a", "steps": 45})
    assert [(problem.level, problem.path) for problem in got.problems] == [("warning", ("steps",))]


def test_a_field_that_the_table_does_not_know_is_told_as_it_is() -> None:
    got = read({"error": {"text": "no such thing", "field": "body.flavour"}}, 422)
    assert [problem.path for problem in got.problems] == [("body", "flavour")]


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("Steps", ("steps",)),
        ("#/args/arg1/steps", ("steps",)),
        (["body", "steps", "int"], ("steps",)),  # pydantic's, of a union
        ("args.steps.value", ("steps",)),
        ("seed.steps", ("steps",)),
        ("seed.steps.value", ("steps",)),
        ("flavour.value", ("flavour", "value")),
        (["body", 0], ("0",)),
    ],
)
def test_a_field_is_found_by_a_name_among_others(field: object, path: tuple[str, ...]) -> None:
    got = read({"error": {"text": "no", "field": field}}, 422, sent={"prompt": "a", "seed": 1, "steps": 3})
    assert [problem.path for problem in got.problems] == [path]


def test_only_errors_of_the_kind_that_is_told_are_problems() -> None:
    words = Answers(errors=(Envelope(each="errors[*]", message="text", code="code", field="field"),), says=MINE.says)
    errors = [
        {"text": "no money", "code": "poor", "field": "count"},
        {"text": "steps must be at most 40"},
        {"text": "odd", "field": "seed"},
    ]
    got = read({"errors": errors}, 400, answers=words)
    assert (got.kind, got.message) == ("bad_parameter", "steps must be at most 40; no money; odd")
    assert [(problem.code, problem.path) for problem in got.problems] == [
        ("out_of_range", ("steps",)),
        ("not_allowed", ("seed",)),
    ]


def test_a_fault_is_known_by_the_limit_that_is_told() -> None:
    for text, code, allowed in (
        ("must be a multiple of 16", "off_grid", (16,)),
        ("must be at least 16", "out_of_range", (16, None)),
        ("must be one of '16', '32'", "not_allowed", ("16", "32")),
        ("is wrong", "not_allowed", None),
    ):
        got = read({"error": {"text": text, "field": "width"}}, 400)
        assert [(problem.code, problem.allowed) for problem in got.problems] == [(code, allowed)]


def test_moderation_is_no_fault_of_a_parameter_and_is_never_sent_again_as_it_is() -> None:
    blocked = read({"error": {"text": "no", "code": "blocked"}}, 400, sent={"prompt": "a", "steps": 45})
    assert (blocked.kind, blocked.retry, blocked.repair, blocked.learned) == ("moderation", "no", None, None)
    blurred = read({"error": {"text": "no", "code": "blurred"}}, 200)
    assert (blurred.kind, blurred.retry, blurred.charged) == ("moderation", "seed", True)


def test_an_unknown_shape_loses_nothing() -> None:
    body = {"strange": [1, 2]}
    for status, kind in (
        (200, "unknown"),
        (400, "bad_parameter"),
        (429, "rate_limit"),
        (503, "transient"),
        (418, "unknown"),
    ):
        got = read(body, status)
        assert (got.kind, got.body, got.basis) == (kind, body, "status")
    text = read("<html>Bad Gateway</html>", 502)
    assert (text.kind, text.message, text.retry) == ("transient", "<html>Bad Gateway</html>", "yes")


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({"retry-after": "12"}, None, 12),
        ({"retry-after-ms": "1500", "retry-after": "12"}, None, 1.5),
        ({"retry-after": "Thu, 01 Jan 1970 00:01:40 GMT"}, None, 40),
        ({"retry-after": "Thu, 01 Jan 1970 00:00:01 GMT"}, None, 0),
        ({"retry-after": "soon"}, None, None),
        ({}, {"wait": "1m2.5s"}, 62.5),
        ({}, {"wait": ""}, None),
        ({}, {"wait": {"seconds": 3}}, None),
        ({}, {"wait": True}, None),
        ({}, {"reset": 90_000}, 30),
    ],
)
def test_how_long_to_wait(headers: dict[str, str], body: object, seconds: float | None) -> None:
    words = Answers(after={"wait": "seconds", "reset": "epoch_ms"})
    got = read(body, 429, headers=headers, now=60, answers=words)
    assert (got.kind, got.retry, got.after) == ("rate_limit", "yes", seconds)


def test_the_maker_s_error_behind_a_gateway() -> None:
    raw = json.dumps(
        {
            "error": {
                "message": "Invalid value: 'x'. Supported values are: 'low'.",
                "param": "quality",
                "code": "invalid_value",
            }
        }
    )
    words = Answers(errors=(Envelope(message="error.message", inner="error.raw", maker="error.maker"),))
    body = {"error": {"message": "Provider returned error", "raw": raw, "maker": "OpenAI"}}
    got = read(body, 400, answers=words)
    assert (got.kind, got.basis, [problem.path for problem in got.problems]) == (
        "bad_parameter",
        "text",
        [("quality",)],
    )


def test_a_code_counts_whatever_its_text_where_its_rows_agree() -> None:
    words = Answers(says=(Says("moderation", code="bad_words", text="^Your words", stage="output"),))
    got = read({"error": {"message": "Nope", "code": "bad_words"}}, 400, answers=words)
    assert (got.kind, got.basis, got.retry) == ("moderation", "code", "seed")


def test_a_message_without_a_text_is_the_state_or_the_status() -> None:
    assert read({"job": "a", "state": "lost"}).message == "lost"
    assert read({}, 402).message == "HTTP status 402"


def test_a_task_that_is_over_is_not_polled_again() -> None:
    assert read({"job": "a", "state": "lost"}, 503).ended
    assert not read({"error": {"text": "upstream"}}, 503).ended


def test_the_next_poll_goes_where_the_last_one_went() -> None:
    words = Answers(tasks=(Task(id="job", state="state", words=WORDS, poll="GET /jobs/{id}", poll_url="next"),))
    target = table(
        *(PROMPT, Const("header:X-Version", "2")), base_url="https://api.acme.example", key_header="X-Key: {key}"
    )
    first = answer(target, status=200, body={"job": "a", "next": "https://eu.acme.example/jobs/a"}, answers=words)
    assert isinstance(first, Pending)
    assert first.poll is not None
    assert (first.poll.base_url, first.poll.headers) == ("https://eu.acme.example", {"X-Version": "2"})
    body = {"job": "a", "state": "busy"}
    second = answer(target, status=200, body=body, polled=first.poll, answers=words)
    assert isinstance(second, Pending)
    assert second.poll == first.poll


@pytest.mark.parametrize("status", ["200", None, True, 200.0])
def test_a_status_is_a_number(status: Any) -> None:
    with pytest.raises(TypeError, match="status must be the number"):
        answer(SIZED, status=status, body={})


def test_odd_bodies() -> None:
    assert read(b"BMP files are not supported", 400).message == "BMP files are not supported"
    assert read(b"\xef\xbb\xbf" + json.dumps({"job": "a"}).encode()).id == "a"
    assert read({"job": "\ud800"}).poll is None
    assert read({"error": {"text": "x" * 5000}}, 400).message.startswith("<a file>")
    assert read("upstream down\n", 503).message == "upstream down"


def test_another_seed_is_a_change() -> None:
    got = read({"out": [{"url": "https://x.example/a.png", "seed": 9}]}, sent={"prompt": "a", "seed": 7})
    assert [(change.field, change.asked, change.became) for change in got.changes] == [("seed", 7, 9)]


def test_no_secret_is_shown() -> None:
    key = "sk-proj-a1b2c3d4e5f6a7b8c9d0e1f2"
    got = read({"error": {"text": f"Incorrect API key provided: {key}", "field": key}}, 401)
    assert key not in f"{got!r}{got}"


# ---- what an answer teaches

GRID = Int(64, 2048)
TAUGHT = table(
    PROMPT,
    Sizes((PixelText("size", Grid(GRID)),), default={"size": "1024x1024"}),
    Native("count", Int(1, 100)),
    Native("ratio", Num(0, 10)),
    Native("style", Text()),
    Native("tags", Json()),
    Native("flag", Flag()),
)
TEACHING = Answers(
    errors=(
        Envelope(
            message="text",
            code="code",
            field="field",
            limits={"min": "min", "max": "max", "multiple": "step", "allowed": "allowed"},
        ),
    ),
    says=(
        Says("bad_parameter", code="unknown", problem="unknown_field"),
        Says("bad_parameter", code="area", problem="bad_area"),
        Says("bad_parameter", code="long", problem="too_long"),
        Says("bad_parameter", code="range", problem="out_of_range"),
        Says("bad_parameter", code="words", problem="not_allowed"),
    ),
)


def taught(wire: str, value: object, code: str, **limits: object) -> Failed:
    body = {"text": "no", "code": code, "field": wire, **limits}
    got = answer(TAUGHT, status=400, body=body, answers=TEACHING, sent={"prompt": "a", wire: value})
    assert isinstance(got, Failed)
    assert [(problem.level, problem.code, problem.path) for problem in got.problems] == [("error", "disputed", (wire,))]
    return got


def repaired(got: Failed) -> object:
    return None if got.repair is None else got.repair.request


@pytest.mark.parametrize(
    ("wire", "value", "said", "domain", "became"),
    [
        ("count", 50, {"code": "range", "max": 49}, Int(max=49), 49),
        ("count", 50, {"code": "range", "min": 51}, Int(min=51), 51),
        ("count", 50, {"code": "range", "step": 8}, Int(multiple_of=8), 48),
        ("count", 50, {"code": "range", "max": 20.5}, Num(max=20.5), 20),
        ("count", 50, {"code": "range", "max": 50}, Not(OneOf(50)), 51),  # it is within what the answer says
        ("count", 50, {"code": "unknown"}, ABSENT, None),
        ("count", 50, {"code": "words", "allowed": ["20.5", "10", "x"]}, OneOf(20.5, 10, "x"), 10),
        ("ratio", 5.5, {"code": "range", "max": 3}, Num(max=3), 3),
        ("style", "abcdef", {"code": "long", "max": 5}, Text(max_length=5), "abcde"),
        ("style", "abcdef", {"code": "range", "max": 5}, Not(OneOf("abcdef")), None),
        ("style", "abcdef", {"code": "words", "allowed": ["x", "10"]}, OneOf("x", "10"), None),
        ("tags", ["a", "b", "c"], {"code": "range", "max": 2}, Count(0, 2), None),
        ("flag", True, {"code": "range", "max": 3}, Not(OneOf(True)), None),
        ("size", "2000x2000", {"code": "area", "max": 10**6}, Area(None, 10**6), "1000x1000"),
        ("size", "1000x1000", {"code": "area", "min": 1200**2}, Area(1200**2), "1200x1200"),
        ("size", "2000x2000", {"code": "words", "allowed": ["512x512", "64x64"]}, OneOf("512x512", "64x64"), "512x512"),
    ],
)
def test_a_limit_of_an_answer_is_a_rule_and_the_repair_keeps_to_it(
    wire: str, value: object, said: dict[str, Any], domain: Domain, became: object
) -> None:
    got = taught(wire, value, **said)
    assert got.learned == TAUGHT.but(rules=[Rule({}, {wire: domain}, "no", source="the vendor's answer")])
    assert repaired(got) == ({"prompt": "a"} if became is None else {"prompt": "a", wire: became})


@pytest.mark.parametrize(
    ("said", "sides", "became"),
    [
        ({"max": 1500}, Int(64, 1500), "1500x1500"),
        ({"min": 1001, "max": 1800}, Int(1001, 1800), "1800x1800"),
        ({"step": 64}, Int(64, 2048, multiple_of=64), "1984x1984"),
    ],
)
def test_a_limit_of_a_size_is_one_of_its_sides(said: dict[str, Any], sides: Int, became: str) -> None:
    got = taught("size", "2000x2000", "range", **said)
    assert got.learned == TAUGHT.but(Sizes((PixelText("size", Grid(sides)),), default={"size": "1024x1024"}))
    assert repaired(got) == {"prompt": "a", "size": became}


@pytest.mark.parametrize(
    ("wire", "value", "said"),
    [
        ("size", "2000x2000", {"code": "range", "max": 2000}),
        ("style", "abcdef", {"code": "long", "max": 6}),
        ("tags", {"a": 1}, {"code": "range", "max": 2}),
        ("tags", {"a": 1}, {"code": "words"}),
    ],
)
def test_a_limit_that_would_not_refuse_what_was_sent_teaches_nothing(
    wire: str, value: object, said: dict[str, Any]
) -> None:
    got = taught(wire, value, **said)
    assert (got.learned, got.repair) == (None, None)


def test_what_can_not_be_written_at_all_has_no_repair() -> None:
    target = table(PROMPT, Native("count", Int(1, 9), required=True))
    for count, became in ((10, 9), ([10], None)):
        body = {"text": "no", "code": "words", "field": "count"}
        got = answer(target, status=400, body=body, answers=TEACHING, sent={"prompt": "a", "count": count})
        assert isinstance(got, Failed)
        assert repaired(got) == (None if became is None else {"prompt": "a", "count": became})


def test_a_request_that_is_too_deep_for_an_intent_has_no_repair() -> None:
    body = {"text": "no", "code": "range", "field": "count"}
    for levels, became in ((99, 100), (100, None)):
        sent = {"prompt": "a", "count": 700, "more": nested(levels)}
        got = answer(TAUGHT, status=400, body=body, answers=TEACHING, sent=sent)
        assert isinstance(got, Failed)
        assert [(problem.code, problem.path, problem.value) for problem in got.problems] == [
            ("out_of_range", ("count",), 700)
        ]
        assert repaired(got) == (None if became is None else {**sent, "count": became})


# ---- limits in texts

SIZES = Limit(words=("1024x1024", "1536x1024", "auto"))


@pytest.mark.parametrize(
    ("message", "limit"),
    [
        ("width must be between 256 and 1,440", Limit(256, 1440)),
        ("must be in the range [0.5, 2]", Limit(0.5, 2)),
        ("should be at least 3 characters", Limit(3)),
        ("must be <= 10", Limit(max=10)),
        ("can't exceed 4096 pixels", Limit(max=4096)),
        ("must be divisible by 16", Limit(multiple=16)),
        ("Supported values are: 'low', 'medium', and 'high'.", Limit(words=("low", "medium", "high"))),
        ('expected one of "a"|"b"', Limit(words=("a", "b"))),
        ("Invalid size '100x100'. Supported sizes are 1024x1024, 1536x1024, and auto.", SIZES),
        ("must be [a word], one of 'a' or 'b'", Limit(words=("a", "b"))),
        ("must be [a word]", Limit()),
        ("we like 'cats' and 'dogs'", Limit()),
        ("", Limit()),
    ],
)
def test_what_a_message_allows(message: str, limit: Limit) -> None:
    assert limit_in(message) == limit


def test_names_of_fields_in_a_message() -> None:
    names = ("output_format", "size", "prompt")
    assert list(names_in("outputFormat is wrong", names)) == ["output_format"]
    assert list(names_in("the size of your prompt", names)) == []
    assert list(names_in("'size' is wrong, and prompt=3", names)) == ["size", "prompt"]


def test_numbers_in_texts() -> None:
    assert [number(text) for text in ("1,024", "0.5", "x", None, True, float("nan"), "9" * 50)] == [
        *(1024, 0.5, None, None, None, None, None)
    ]


# ---- the size of a file


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_the_size_of_a_sample(name: str) -> None:
    data = picture(name)
    assert isinstance(data, bytes)
    assert size_of(data) == size_of_base64(b64(data))


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content


def test_sizes_of_files_by_their_first_bytes() -> None:
    jpeg = b"\xff\xd8\xff\xe0\0\x10" + bytes(14) + b"\xff\xff\xc2\0\x11\x08" + struct.pack(">HH", 300, 400) + bytes(8)
    lossy = b"RIFF\0\0\0\0WEBPVP8 " + bytes(7) + b"\x9d\x01\x2a" + struct.pack("<HH", 640, 480)
    lossless = b"RIFF\0\0\0\0WEBPVP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 639 | 479 << 14) + bytes(8)
    extended = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")
    gif = b"GIF89a" + struct.pack("<HH", 640, 480)

    small, large = (box(b"ispe", bytes(4) + struct.pack(">II", *sides)) for sides in ((64, 48), (640, 480)))
    avif = box(b"ftyp", b"avif" + bytes(4)) + box(b"meta", bytes(4) + box(b"iprp", box(b"ipco", small + large)))
    assert size_of(jpeg) == Size(400, 300)
    assert [size_of(data) for data in (lossy, lossless, extended, gif, avif)] == [Size(640, 480)] * 5
    for data in (jpeg, lossy, lossless, extended, gif, avif, png(4, 4)):
        for cut in range(len(data)):
            size_of(data[:cut])  # no exception
    assert size_of(png(0, 4)) is None
    assert size_of(extended.replace(b"VP8X", b"VP8Y")) is None
    assert size_of_base64("no base64 at all!") is None


@pytest.mark.parametrize(("parts", "size"), [(9_999, Size(400, 300)), (10_000, None)])
def test_so_many_parts_of_a_file_are_looked_at(parts: int, size: Size | None) -> None:
    frame = b"\xff\xc0\0\x11\x08" + struct.pack(">HH", 300, 400) + bytes(8)
    assert size_of(b"\xff\xd8" + b"\xff\xd0" * parts + frame) == size
    ispe = box(b"ispe", bytes(4) + struct.pack(">II", 400, 300))
    meta = box(b"meta", bytes(4) + box(b"iprp", box(b"ipco", ispe)))
    assert size_of(box(b"ftyp", b"avif" + bytes(4)) + box(b"free", b"") * (parts - 1) + meta) == size


# ---- words


@pytest.mark.parametrize(
    "words",
    [
        lambda: Answers(says=(Says("bad_parameter"),)),
        lambda: Answers(says=(Says("bad_parameter", text="("),)),
        lambda: Answers(says=(Says("wrong", code="x"),)),  # type: ignore[arg-type]
        lambda: Answers(says=(Says("moderation", code="x", retry="yes"),)),
        lambda: Answers(errors=(Envelope(message="a..b"),)),
        lambda: Answers(errors=(Envelope(message="a", limits={"most": "x"}),)),
        lambda: Answers(makes=(Makes(image="]"),)),
        lambda: Answers(makes=(Makes(each="a[*]", image="(body)"),)),
        lambda: Answers(tasks=(Task(id="a"),)),
        lambda: Answers(tasks=(Task(id="a", poll="FETCH it"),)),
        lambda: Answers(tasks=(Task(id="a", poll="GET /x", words={"a": "ended"}),)),
        lambda: Answers(after={"": "seconds"}),
    ],
)
def test_words_that_say_nothing_are_refused(words: Any) -> None:
    with pytest.raises(Invalid, match="bad_table"):
        words()


def test_a_group_of_a_pattern_that_nothing_reads_is_refused() -> None:
    with pytest.raises(Invalid) as caught:
        Answers(says=(Says("bad_parameter", text=r"(?P<field>\w+) is over (?P<most>\d+) or (?P<least>\d+)"),))
    known = ["allowed", "field", "fields", "max", "min", "multiple", "seconds", "value"]
    groups = f'nothing reads the groups ["least", "most"]; there are {json.dumps(known)}'
    assert str(caught.value) == f"error bad_table at answers: {groups}"


def test_outcomes_are_short_texts() -> None:
    assert repr(read({"out": [{"b64": b64(png(8, 4))}]})) == "<Completed: 1 image>"
    assert repr(read({"job": "a", "state": "busy"})) == "<Pending a, busy>"
    failed = read({"error": {"text": "steps must be at most 40"}}, 400, sent={"prompt": "a", "steps": 45})
    assert repr(failed) == "<Failed: bad_parameter, retry no, 'steps must be at most 40'>"
    assert str(failed).splitlines()[0] == "bad_parameter: steps must be at most 40; don't try again"


def test_lists_beside_each_other() -> None:
    words = Answers(makes=(Makes(image="images[*]", seed="$.seeds[*]", reason="$.why[*]", refused="bad*"),))
    body = {"images": [b64(png(8, 4)), "", b64(png(4, 8))], "seeds": [1, 2, 3], "why": [None, "bad words", None]}
    got = read(body, answers=words)
    assert [(image.size, image.seed) for image in got.images] == [(Size(8, 4), 1), (Size(4, 8), 3)]
    assert [problem.code for problem in got.problems] == ["withheld"]


def test_a_task_is_polled_below_the_path_of_its_request() -> None:
    words = Answers(tasks=(Task(id="job", poll="GET {path}/{id}"),))
    got = read({"job": "a"}, answers=words)
    assert got.poll.path == f"{SIZED.path}/a"
