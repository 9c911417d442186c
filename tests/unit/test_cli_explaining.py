"""`imgparams explain`: what a vendor answered, from each form of a file, for people and as JSON."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from imgparams import find, serial
from imgparams.answers import Completed, Failed, Pending, answer, read_answers
from imgparams.testing.samples import filled

pytest.importorskip("cyclopts")
pytest.importorskip("rich")

from imgparams.tables import Const
from tests.unit.tables import PROMPT, table
from tests.unit.test_cli import MUSE, Ran, _eighty_columns, dumped, muse, run

__all__ = ["_eighty_columns", "muse"]

GPT = "openai/gpt-image-2"
FLUX = "bfl/flux-pro-1.1"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x03\0\x08"
PICTURE = base64.b64encode(PNG).decode()
MADE = {"created": 1, "data": [{"b64_json": PICTURE}], "usage": {"input_tokens": 3, "output_tokens": 4}}
SENT = {"model": "gpt-image-2", "prompt": "a cat"}
BAD_SIZE = {
    "error": {"message": "That size can't be made.", "type": "invalid_request_error", "param": "size", "code": "x"}
}
BUSY = {"error": {"message": "Slow down.", "type": "requests", "code": "rate_limit_exceeded"}}
TASK = {"id": "t-1", "polling_url": "https://api.bfl.ai/v1/get_result?id=t-1&sig=geheim"}
SHORTENED = "(URLs are shortened and without what is secret; --json prints them in full)"
KEY = "sk-" + "a1b2" * 8


def explain(body: object, *argv: str, target: str = GPT) -> Ran:
    data = body if isinstance(body, (bytes, str)) else json.dumps(body)
    return run("explain", "-", "--target", target, *argv, stdin=data)


def of(status: int, body: object, **headers: str) -> dict[str, Any]:
    return {"status": status, "headers": headers, "body": body}


def request_file(tmp_path: Path, request: object) -> str:
    file = tmp_path / "request.json"
    file.write_text(json.dumps(request))
    return str(file)


# ---- the forms of an answer

FORMS = {
    "body": (json.dumps(BUSY), ("--status", "429", "--header", "Retry-After: 3")),
    "body with a byte order mark": ("\ufeff" + json.dumps(BUSY), ("--status", "429", "--header", "Retry-After: 3")),
    "object": (json.dumps(of(429, BUSY, **{"Retry-After": "3"})), ()),
    "object with a text": (json.dumps(of(429, json.dumps(BUSY), **{"retry-after": "3"})), ()),
    "object and a header": (json.dumps({"status": 429, "body": BUSY}), ("--header", "retry-after:3")),
    "curl": (f"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3\r\n\r\n{json.dumps(BUSY)}", ()),
    "curl with a line that is no header": (f"HTTP/1.1 429\r\nodd\r\nRetry-After: 3\r\n\r\n{json.dumps(BUSY)}", ()),
    "curl with HTTP/2": (f"HTTP/2 429\nretry-after: 3\n\n{json.dumps(BUSY)}", ("--status", "429")),
    "curl with a proxy": (
        f"HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 429\r\nretry-after: 3\r\n\r\n{json.dumps(BUSY)}",
        (),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_an_answer(form: str) -> None:
    data, argv = FORMS[form]
    ran = explain(data, *argv)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines()[0] == f"{GPT}: failed, rate_limit: too many requests"
    assert "message: Slow down." in ran.out
    assert "try again: yes, in 3 s" in ran.out


def test_heads_alone_and_bodies_that_are_not_json() -> None:
    assert "status: 503" in explain("HTTP/1.1 503 Service Unavailable\r\n").out
    assert "status: 503" in explain("HTTP/1.1 503\nserver: x\n\n").out
    ran = explain("<html>Bad gateway</html>", "--status", "502")
    assert (ran.code, ran.out.splitlines()[:2]) == (
        1,
        [f"{GPT}: failed, transient: the vendor had a fault", "message: <html>Bad gateway</html>"],
    )
    assert explain("", "--status", "401").out.startswith(f"{GPT}: failed, authentication")


def test_a_wait_until_a_date_counts_from_the_date_of_the_answer() -> None:
    headers = {"retry-after": "Tue, 01 Dec 2026 00:10:00 GMT", "date": "Tue, 01 Dec 2026 00:00:00 GMT"}
    assert "try again: yes, in 10 min" in explain(of(429, BUSY, **headers)).out
    past = {"retry-after": "Tue, 01 Dec 2020 00:10:00 GMT"}
    assert "try again: yes, in 0 s" in explain(of(429, BUSY, **past)).out


def test_a_file_that_is_a_picture(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(PNG)
    for argv in ((), ("--status", "200"), ("--header", "content-type: image/png")):
        ran = run("explain", str(file), "--target", "stability/stable-image-core", *argv)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.splitlines() == [
            "stability/stable-image-core: 1 image",
            f"image 1: a file of {len(PNG)} bytes, image/png, 1024x768",
        ]
    curl = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nseed: 42\r\n\r\n" + PNG
    marked = of(200, {"$bytes": PICTURE}, seed="42")
    for data in (curl, json.dumps(marked)):
        assert "1024x768, seed 42" in explain(data, target="stability/stable-image-core").out
    ran = run("explain", str(file), "--target", "stability/stable-image-core", "--json")
    got = serial.load(Completed, ran.json["answers"][0]["answer"])
    assert got.images[0].data == PNG


# ---- for people


def test_images_and_what_came_otherwise(tmp_path: Path) -> None:
    sent = request_file(tmp_path, {**SENT, "n": 2, "size": "1024x1024"})
    ran = explain(MADE, "--status", "200", "--request", sent)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:4] == [
        f"{GPT}: 1 image",
        "image 1: base64, image/png, 1024x768",
        "usage: input_tokens 3, output_tokens 4",
        "2 differences from the request:",
    ]
    assert [line.partition(" (")[0] for line in lines[4:]] == [
        "change: n: clamped 2 -> 1",
        "change: size: clamped 1024x1024 -> 1024x768",
    ]


def test_an_image_at_a_url() -> None:
    body = {"id": "t", "status": "Ready", "result": {"sample": "https://x.bfl.ai/a.png?sig=geheim", "seed": 7}}
    ran = explain(body, "--status", "200", target=FLUX)
    assert ran.out.splitlines() == [
        f"{FLUX}: 1 image",
        "image 1: a URL, format not stated, size not stated, seed 7, expires in 10 min, "
        "https://x.bfl.ai/a.png?sig=<credential>",
        "id: t",
        SHORTENED,
    ]


def test_a_task_and_its_next_call() -> None:
    ran = explain(TASK, "--status", "200", target=FLUX)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"{FLUX}: pending",
        "id: t-1",
        "next: GET https://api.bfl.ai/v1/get_result?id=t-1&sig=<credential> with the header x-key",
        "when: not stated by the vendor",
        SHORTENED,
    ]
    ran = explain({**TASK, "polling_url": "https://other.example/x"}, "--status", "200", target=FLUX)
    assert "next: GET https://other.example/x without a key" in ran.out


def test_a_refused_field_and_what_to_send_instead(tmp_path: Path) -> None:
    sent = request_file(tmp_path, {**SENT, "size": "100x100"})
    ran = explain(BAD_SIZE, "--status", "400", "--request", sent)
    assert (ran.code, ran.err) == (1, "")
    head, _, instead = ran.out.partition("\n\nsend instead:\n")
    assert head.splitlines() == [
        f"{GPT}: failed, bad_parameter: a parameter was refused",
        "message: That size can't be made.",
        "status: 400, code x; read from the status alone",
        'error not_allowed at size (got "100x100")',
        "try again: only with the request below",
        "charged: not known",
    ]
    body, _, change = instead.partition("\nchange: ")
    assert json.loads(body)["size"] == "816x816"
    assert change.startswith("size: clamped 100x100 -> 816x816 (")


def test_a_limit_that_the_table_did_not_know(tmp_path: Path) -> None:
    sent = request_file(tmp_path, {**SENT, "size": "1024x1024"})
    ran = explain(BAD_SIZE, "--status", "400", "--request", sent)
    assert 'error disputed at size (got "1024x1024")' in ran.out
    assert f"the table of {GPT} did not know this limit" in ran.out
    (data,) = explain(BAD_SIZE, "--status", "400", "--request", sent, "--json").json["answers"]
    got = serial.load(Failed, data["answer"])
    assert got.learned is not None
    assert got.learned != find(GPT)
    assert got.repair is not None
    assert got.repair.request.get("size") != "1024x1024"


def test_what_the_answer_allows() -> None:
    message = "Invalid quality. Must be one of: 'low', 'high'."
    body = {"error": {"message": message, "param": "quality", "code": "invalid_value"}}
    assert "error not_allowed at quality; allowed: low or high" in explain(body, "--status", "400").out
    body = {"error": {"message": "n must be between 1 and 10", "param": "n", "code": "x"}}
    assert "at n; allowed: from 1 to 10" in explain(body, "--status", "400").out


def test_a_refused_content_is_no_case_for_another_try() -> None:
    error = {"code": "moderation_blocked", "type": "image_generation_user_error"}
    message = "Your request was rejected by the safety system. safety_violations=[violence]."
    ran = explain({"error": {**error, "message": message}}, "--status", "400")
    assert ran.out.startswith(f"{GPT}: failed, moderation: the content was refused\n")
    assert "\ntry again: no\n" in ran.out
    ran = explain({"id": "t", "status": "Content Moderated"}, "--status", "200", target=FLUX)
    assert "\ntry again: with another seed\n" in ran.out


@pytest.mark.parametrize("terminal", [False, True])
def test_neither_credentials_nor_pictures_are_printed(tmp_path: Path, terminal: bool) -> None:
    quoted = base64.b64encode(PNG * 9).decode()
    refused = {"error": {"message": f"Incorrect API key provided: {KEY}. {quoted}", "code": "invalid_api_key"}}
    sent = request_file(tmp_path, {**SENT, "image": PICTURE, "user": KEY})
    for body, status in ((refused, "401"), (MADE, "200"), ({"error": {"message": "x", "param": "user"}}, "400")):
        argv = ("-", "--target", GPT, "--status", status, "--request", sent)
        ran = run("explain", *argv, stdin=json.dumps(body), terminal=terminal)
        assert KEY not in ran.out + ran.err
        assert PICTURE[:30] not in ran.out + ran.err


def test_texts_of_a_vendor_do_not_move_the_cursor() -> None:
    body = {"error": {"message": "a\x1b[2Jb\nc", "code": "\x1b[31m", "param": "\x1b"}}
    ran = explain(body, "--status", "400")
    assert "\x1b" not in ran.out


# ---- as data


@pytest.mark.parametrize(
    ("body", "status", "target", "cls"),
    [(MADE, 200, GPT, Completed), (TASK, 200, FLUX, Pending), (BAD_SIZE, 400, GPT, Failed), (BUSY, 429, GPT, Failed)],
)
def test_an_answer_as_data_is_what_python_gives(body: object, status: int, target: str, cls: type) -> None:
    ran = explain(body, "--status", str(status), "--json", target=target)
    assert ran.code == (1 if cls is Failed else 0)
    (data,) = ran.json["answers"]
    assert (data["target"], data["status"], data["outcome"]) == (target, status, cls.__name__.lower())
    assert data["answer"]["body"] is None
    expected = answer(target, status=status, body=body)
    assert {**serial.dump(expected), "body": None} == data["answer"]
    whole = serial.dump(expected)
    assert serial.dump(serial.load(cls, json.loads(json.dumps(whole)))) == whole


def test_a_target_of_your_own(muse: tuple[str, ...]) -> None:
    ran = explain({"message": "text is too long"}, "--status", "400", *muse, target=MUSE.name)
    assert (ran.code, ran.err) == (1, "noise of an import\n" if "noise" in ran.err else "")
    assert ran.out.startswith(f"{MUSE.name}: failed, bad_parameter")


# ---- recordings

OPENAI = "https://api.openai.com/v1/images/generations"
BFL = "https://api.bfl.ai/v1/flux-pro-1.1"
POLL = "https://api.bfl.ai/v1/get_result?id=t-1&sig=geheim"
READY = {"id": "t-1", "status": "Ready", "result": {"sample": "https://x.bfl.ai/a.png", "seed": 7}}


def entry(url: str, sent: object, status: int, body: object, method: str = "POST", **content: str) -> dict[str, Any]:
    request: dict[str, Any] = {
        "method": method,
        "url": url,
        "headers": [{"name": "Authorization", "value": f"Bearer {KEY}"}],
    }
    if sent is not None:
        request["postData"] = {"mimeType": "application/json", "text": json.dumps(sent)}
    text = body if isinstance(body, str) else json.dumps(body)
    response = {"status": status, "headers": [{"name": "X", "value": "y"}], "content": {"text": text, **content}}
    return {"request": request, "response": response}


def har(*entries: object) -> str:
    return json.dumps({"log": {"entries": entries}})


FLUX_SENT = {"prompt": "x", "width": 1024, "height": 768}
SESSION = har(
    entry("https://example.com/", None, 200, "", "GET"),
    entry(BFL, FLUX_SENT, 200, TASK),
    entry(POLL, None, 200, {"id": "t-1", "status": "Pending"}, "GET"),
    entry(OPENAI, {**SENT, "size": "100x100"}, 400, BAD_SIZE),
    entry(POLL, None, 200, READY, "GET"),
)


def test_a_recording_has_an_explanation_a_call(tmp_path: Path) -> None:
    file = tmp_path / "session.HAR"
    file.write_text(SESSION, encoding="utf-8-sig")
    ran = run("explain", str(file))
    assert (ran.code, ran.err) == (1, "")
    heads = [part.splitlines()[:2] for part in ran.out.split("\n\nentry ")]
    assert heads == [
        [f"entry 1: POST {BFL}", f"{FLUX}: pending"],
        ["2: GET https://api.bfl.ai/v1/get_result", f"{FLUX}: pending"],
        [f"3: POST {OPENAI}", f"{GPT}: failed, bad_parameter: a parameter was refused"],
        ["4: GET https://api.bfl.ai/v1/get_result", f"{FLUX}: 1 image"],
    ]
    assert "geheim" not in ran.out
    assert KEY not in ran.out
    assert ran.out.count("send instead:") == 1
    data = run("explain", "-", "--json", stdin=SESSION).json["answers"]
    assert [one["outcome"] for one in data] == ["pending", "pending", "failed", "completed"]
    assert [one["place"] for one in data] == ["entry 1", "entry 2", "entry 3", "entry 4"]
    assert data[3]["why"] == "it asks for the task of entry 1"
    assert KEY not in json.dumps(data)


def test_a_recording_of_images_is_no_failure() -> None:
    assert run("explain", "-", stdin=har(entry(OPENAI, SENT, 200, MADE))).code == 0
    picture = entry(OPENAI, SENT, 200, base64.b64encode(json.dumps(MADE).encode()).decode(), encoding="base64")
    assert run("explain", "-", stdin=har(picture)).out.splitlines()[1] == f"{GPT}: 1 image"


def test_a_target_makes_any_host_its_own() -> None:
    ours = har(entry("https://gateway.example/v1/images/generations", SENT, 400, BAD_SIZE), entry(BFL, {}, 200, TASK))
    assert run("explain", "-", stdin=har(json.loads(ours)["log"]["entries"][0])).code == 2
    ran = run("explain", "-", "--target", GPT, stdin=ours)
    assert ran.code == 1
    assert ran.out.startswith(
        "entry 0: POST https://gateway.example/v1/images/generations\nopenai/gpt-image-2: failed, bad_parameter"
    )
    assert "entry 1" not in ran.out
    other = har(entry(OPENAI, {**SENT, "model": "my-model"}, 429, BUSY))
    assert (
        run("explain", "-", "--target", GPT, stdin=other).out.splitlines()[1].startswith(f"{GPT}: failed, rate_limit")
    )


def test_calls_without_an_answer_are_told() -> None:
    aborted = entry(OPENAI, SENT, 0, "")
    nothing = {"request": aborted["request"]}
    for one in (aborted, nothing, {**nothing, "response": {"status": True}}):
        ran = run("explain", "-", stdin=har(one))
        assert (ran.code, ran.out.splitlines()[1:]) == (2, [f"{GPT}: the recording holds no response"])
    azure = "https://x.openai.azure.com/openai/deployments/prod/images/generations?api-version=2025-04-01-preview"
    shared = har(entry(azure, {"prompt": "x"}, 429, BUSY))
    assert "azure-openai/images: failed, rate_limit" in run("explain", "-", stdin=shared).out
    for empty in (har(), har(3, None, {}, {"request": 3}), har(entry("https://example.com", {}, 200, {}))):
        ran = run("explain", "-", stdin=empty)
        assert (ran.code, ran.out) == (2, "no call of a known target\n")
        assert run("explain", "-", "--json", stdin=empty).json == {"answers": []}


@pytest.mark.parametrize(
    ("number", "others", "more"), [(4, "acme/muse-2 and acme/muse-3", ""), (5, "acme/muse-2 and 2 more", " ...")]
)
def test_targets_that_a_call_may_be_of_are_named(number: int, others: str, more: str, tmp_path: Path) -> None:
    base = "https://api.acme.example"
    tables = [
        table(Const("model", f"muse-{at}"), PROMPT, name=f"acme/muse-{at}", model=f"muse-{at}", base_url=base)
        for at in range(number)
    ]
    call = entry(f"{base}/v1/draw", {"prompt": "a"}, 400, {})
    assert run("explain", "-", *dumped(tmp_path, *tables), stdin=har(call)) == Ran(
        2,
        f"entry 0: POST {base}/v1/draw\n"
        f"target not known: acme/muse-0, acme/muse-1, {others} fit alike\n"
        f"name one: --target acme/muse-0, acme/muse-1, acme/muse-2 or acme/muse-3{more}\n",
        "",
    )


def test_a_call_that_no_target_fits_is_told() -> None:
    ran = run("explain", "-", stdin=har(entry("https://api.bfl.ai/v1/flux-pro-1.1", "text", 400, {})))
    assert ran == Ran(
        2,
        f"entry 0: POST {BFL}\ntarget not known: the path is that of {FLUX}, but the body is not of their form\n",
        "",
    )


STABILITY = "https://api.stability.ai/v2beta/stable-image/generate/core"


@pytest.mark.parametrize(("headers", "media_type"), [([], "image/tiff"), (["image/jp2"], "image/jp2")])
def test_a_recording_says_of_what_type_a_file_is_unless_a_header_does(headers: list[str], media_type: str) -> None:
    call = entry(STABILITY, None, 200, base64.b64encode(b"a file").decode(), encoding="base64", mimeType="image/tiff")
    call["request"]["postData"] = {"mimeType": "multipart/form-data", "params": [{"name": "prompt", "value": "a"}]}
    call["response"]["headers"] = [{"name": "Content-Type", "value": value} for value in headers]
    (found,) = read_answers({"log": {"entries": [call]}})
    assert isinstance(found.answer, Completed)
    assert [(image.data, image.media_type) for image in found.answer.images] == [(b"a file", media_type)]


def test_a_text_that_is_not_the_base64_it_is_called_is_read_as_it_is() -> None:
    (found,) = read_answers(json.loads(har(entry(OPENAI, SENT, 429, BUSY, encoding="base64"))))
    assert isinstance(found.answer, Failed)
    assert (found.answer.kind, found.answer.message) == ("rate_limit", "Slow down.")


def test_a_recording_in_python() -> None:
    found = read_answers(json.loads(SESSION))
    assert [type(one.answer) for one in found] == [Pending, Pending, Failed, Completed]
    assert [one.call.place for one in found] == ["entry 1", "entry 2", "entry 3", "entry 4"]
    assert found[3].call.request == FLUX_SENT
    assert repr(found[3]) == "<Answered entry 4: <Completed: 1 image>>"
    odd: Any
    for odd in (
        {"status": 200, "content": 3},
        {"status": 200, "headers": 3, "content": {"text": "[", "encoding": "base64", "mimeType": 3}},
        {"status": 200, "content": {"text": "\ud800"}},
        {"status": -1},
    ):
        document = {"log": {"entries": [{**entry(OPENAI, SENT, 200, ""), "response": odd}]}}
        assert len(read_answers(document)) == 1


# ---- wrong use


@pytest.mark.parametrize(
    ("argv", "stdin", "why"),
    [
        (("--target", GPT), json.dumps(BUSY), "the status of the answer is missing"),
        (("--target", GPT), "not JSON", "the status of the answer is missing"),
        (("--target", GPT), "BMP files can't be made", "the status of the answer is missing"),
        (("--target", GPT), json.dumps({**of(400, {}), "error": "x"}), "the status of the answer is missing"),
        (("--target", "openai/gpt-image-22", "--status", "400"), "{}", "did you mean openai/gpt-image-2"),
        (("--status", "400"), "{}", "name the target that answered"),
        (("--target", GPT, "--status", "99"), "{}", "--status must be from 100 to 599, not 99"),
        (("--target", GPT, "--status", "x"), "{}", "--status"),
        (("--target", GPT, "--status", "400"), json.dumps(of(200, {})), "contradicts the status 200 in the file"),
        (("--target", GPT), json.dumps(of(True, {})), "must be a number from 100 to 599, not true"),
        (("--target", GPT), json.dumps({"status": 200, "headers": 3, "body": {}}), "headers in the file"),
        (("--target", GPT), "HTTP/nonsense", "begins with HTTP/"),
        (("--target", GPT, "--status", "400", "--header", KEY), "{}", 'expected "name: value"'),
        (("--target", GPT, "--status", "200"), b"\x1f\x8b\x08", "add --compressed"),
        (("--target", GPT, "--status", "400", "--request", "-"), "{}", "not both"),
        (("--target", GPT, "--status", "400", "--request", "no/such.json"), "{}", "can't be read"),
        ((), '{"log": {"entries": 3}}', "log.entries is a list"),
        (("--status", "200"), har(), "leave out --status and --header"),
        (("--request", "x.json"), har(), "leave out --request"),
        (("--targets", GPT), "{}", "did you mean --target?"),
    ],
)
def test_wrong_use_is_told_in_one_line(argv: tuple[str, ...], stdin: str | bytes, why: str) -> None:
    ran = run("explain", "-", *argv, stdin=stdin)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err
    assert KEY not in ran.err
    assert len(ran.err.splitlines()) == 1
    ran = run("explain", "-", *argv, "--json", stdin=stdin)
    assert ran.code == 2
    assert ran.json["problems"]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert "can't be read" in run("explain", str(tmp_path / "none.json"), "--target", GPT).err
    for text in ("not JSON", "", "[" * 9999):
        file = tmp_path / "a.har"
        file.write_text(text)
        ran = run("explain", str(file))
        assert (ran.code, ran.out) == (2, "")
        assert "is not JSON, so it is no recording (HAR)" in ran.err
    file.write_text("[]")
    assert "log.entries is a list" in run("explain", str(file)).err
    broken = tmp_path / "request.json"
    broken.write_text("{")
    ran = explain(BUSY, "--status", "429", "--request", str(broken))
    assert ran.code == 2
    assert "is not JSON" in ran.err


# ---- whatever vendors send

CASES = Path(__file__).parents[1] / "answers"


@pytest.mark.parametrize("vendor", sorted(path.stem for path in CASES.glob("*.json")))
def test_what_vendors_are_known_to_send(vendor: str) -> None:
    for case in json.loads((CASES / f"{vendor}.json").read_text("utf-8")):
        body = filled(case["body"])
        data = json.dumps(serial.dump({"status": case["status"], "headers": case.get("headers", {}), "body": body}))
        ran = run("explain", "-", "--target", case["target"], stdin=data)
        assert (ran.code, ran.err) == (int("failed" in case), ""), case
        assert max(map(len, ran.out.split())) < 400, case
        ran = run("explain", "-", "--target", case["target"], "--json", stdin=data)
        assert [one["outcome"] in case for one in ran.json["answers"]] == [True], case
