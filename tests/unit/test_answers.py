"""Answers: the outcome, what came otherwise than asked, whom to ask next, and what to send instead."""

from __future__ import annotations

import base64
import json
import struct
from typing import Any

import pytest

from imgparams import Intent, Invalid, Size, check, to_request
from imgparams.answers import Answers, Completed, Envelope, Failed, Makes, Pending, Says, Task, answer
from imgparams.answers.limits import Limit, limit_in, names_in, number
from imgparams.answers.pictures import size_of, size_of_base64
from imgparams.tables import Const, Field, Grid, Int, OneOf, Param, WidthHeight
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
    "url", ["file:///etc/passwd", "ftp://x/y", "https://", "//evil.example/x", "https://a\n.example"]
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


def test_sizes_of_files_by_their_first_bytes() -> None:
    jpeg = b"\xff\xd8\xff\xe0\0\x10" + bytes(14) + b"\xff\xff\xc2\0\x11\x08" + struct.pack(">HH", 300, 400) + bytes(8)
    lossy = b"RIFF\0\0\0\0WEBPVP8 " + bytes(7) + b"\x9d\x01\x2a" + struct.pack("<HH", 640, 480)
    lossless = b"RIFF\0\0\0\0WEBPVP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 639 | 479 << 14) + bytes(8)
    extended = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")
    gif = b"GIF89a" + struct.pack("<HH", 640, 480)

    def box(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content) + 8) + kind + content

    small, large = (box(b"ispe", bytes(4) + struct.pack(">II", *sides)) for sides in ((64, 48), (640, 480)))
    avif = box(b"ftyp", b"avif" + bytes(4)) + box(b"meta", bytes(4) + box(b"iprp", box(b"ipco", small + large)))
    assert size_of(jpeg) == Size(400, 300)
    assert [size_of(data) for data in (lossy, lossless, extended, gif, avif)] == [Size(640, 480)] * 5
    for data in (jpeg, lossy, lossless, extended, gif, avif, png(4, 4)):
        for cut in range(len(data)):
            size_of(data[:cut])  # no exception
    assert size_of(png(0, 4)) is None
    assert size_of_base64("no base64 at all!") is None


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
