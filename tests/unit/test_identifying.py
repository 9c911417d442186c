"""Whose call it is: what decides, what stays open, and what no shell, file or recording may do to the answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from attrs import evolve

import imgparams
from imgparams import (
    CATALOG,
    Catalog,
    Identified,
    Intent,
    Invalid,
    check,
    find,
    identify,
    read_curl,
    read_har,
    to_intent,
    to_request,
)
from imgparams.export.describe import head
from imgparams.tables import Image, Int, ListOf, Model, Native, Pictures, Record, Text
from imgparams.texts import shown
from tests.unit.tables import PROMPT, table

GENERATIONS = "https://api.openai.com/v1/images/generations"
EDITS = "https://api.openai.com/v1/images/edits"
BODY = '{"model": "gpt-image-2", "prompt": "a cat"}'
ARK = "https://ark.cn-beijing.volces.com"


def named(call: Identified) -> str | None:
    return call.target.name if call.target else None


def one(text: str) -> Identified:
    (call,) = read_curl(text)
    return call


# ---- what decides


def test_keyword_arguments_of_a_client_are_a_request() -> None:
    arguments = {"model": "gpt-image-2", "prompt": "a cat", "size": "1024x1024"}
    call = identify("POST", GENERATIONS, arguments)
    assert named(call) == "openai/gpt-image-2"
    assert call.request == arguments
    assert call.candidates[0] == call.target
    assert to_intent(call.request, find("openai/gpt-image-2")) == Intent("a cat", size="1024x1024")


@pytest.mark.parametrize("body", [json.loads(BODY), BODY, BODY.encode(), bytearray(BODY.encode()), f"\ufeff{BODY}"])
def test_a_body_is_json_in_any_form(body: object) -> None:
    assert named(identify("post", GENERATIONS, body)) == "openai/gpt-image-2"


def test_without_a_host_a_path_of_many_names_none() -> None:
    call = identify("POST", "/v1/images/generations", {"model": "flux", "prompt": "a cat"})
    assert call.target is None
    assert len(call.candidates) > 1
    assert "fit alike; the host would tell more" in call.why
    assert named(identify("POST", "/v1/images/generations", BODY)) == "openai/gpt-image-2"  # only OpenAI's has the word


def test_two_targets_that_both_fit_are_both_candidates() -> None:
    twin = find("openai/gpt-image-2").but(name="acme/gpt-image-2")
    tables = Catalog({"openai/gpt-image-2": find("openai/gpt-image-2"), twin.name: twin})
    call = identify("POST", GENERATIONS, BODY, catalog=tables)
    assert call.target is None
    assert {target.name for target in call.candidates} == {"openai/gpt-image-2", "acme/gpt-image-2"}
    assert call.request is not None
    assert "fit alike" in call.why


@pytest.mark.parametrize(
    ("word", "name"), [("gpt-image-2", "azure-openai/gpt-image-2"), ("prod", "azure-openai/images")]
)
def test_the_name_of_a_deployment_may_be_the_model(word: str, name: str) -> None:
    url = f"https://acme.openai.azure.com/openai/deployments/{word}/images/generations?api-version=preview"
    call = identify("POST", url, {"prompt": "a cat"})
    assert named(call) == name
    assert call.parameters["deployment"] == word


def test_the_fields_tell_generating_from_editing_on_one_path() -> None:
    url, body = "https://api.siliconflow.cn/v1/images/generations", {"model": "x", "prompt": "a", "image_size": "1x1"}
    assert named(identify("POST", url, body)) == "siliconflow/images"
    assert named(identify("POST", url, {**body, "image": "https://example.com/a.png"})) == "siliconflow/images:edit"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://api.eu.bfl.ai/v1/flux-pro-1.1", "bfl/flux-pro-1.1"),
        ("https://api.bfl.ml/v1/flux-pro-1.1", "bfl/flux-pro-1.1"),
        ("api.bfl.ai/v1/flux-pro-1.1/", "bfl/flux-pro-1.1"),
        ("https://user:secret@api.bfl.ai:443/v1/flux-pro-1.1?x=1#y", "bfl/flux-pro-1.1"),
        ("https://api.bfl.ai.evil.example/v1/flux-pro-1.1", None),
        ("https://evilbfl.ai/v1/flux-pro-1.1", None),
        ("https://evil.example/v1/flux-pro-1.1", None),
        ("https://evil.example/?u=https://api.bfl.ai/v1/flux-pro-1.1", None),
    ],
)
def test_the_host_must_be_the_vendors(url: str, host: str | None) -> None:
    call = identify("POST", url, {"prompt": "a cat"})
    assert named(call) == host
    assert "secret" not in call.url + call.why + repr(call)


def test_a_call_knows_what_stands_in_path_query_and_headers() -> None:
    done = to_request(
        Intent("a cat", references=["https://example.com/a.png"]), "replicate/black-forest-labs/flux-2-pro"
    )
    call = done.http()
    found = identify(call.method, f"https://api.replicate.com{call.path}", call.json, call.headers)
    assert (named(found), found.request) == (done.target.name, done.request)


STABILITY = "https://api.stability.ai/v2beta/stable-image/generate/core"


@pytest.mark.parametrize(("accept", "read"), [("*/*", {}), ("image/*", {"header:Accept": "image/*"})])
def test_what_every_client_says_by_itself_is_no_wish(accept: str, read: dict[str, str]) -> None:
    call = identify("POST", STABILITY, [("prompt", "a cat")], {"Accept": accept})
    assert (named(call), call.request) == ("stability/stable-image-core", {"prompt": "a cat", **read})


def test_a_path_that_is_all_placeholder_tells_nothing_without_its_host() -> None:
    call = identify("POST", "/acme/muse", {"prompt": "a cat"})
    assert (call.target, call.why) == (None, "only the host could tell that it is fal/models")
    assert [target.name for target in call.candidates] == ["fal/models"]
    assert named(identify("POST", "https://fal.run/acme/muse", {"prompt": "a cat"})) == "fal/models"


def test_a_model_that_stands_in_the_path_tells_targets_apart() -> None:
    """Also where the model that the path names is that of none of them."""
    muse = table(Model("path:name"), PROMPT, path="/v1/{name}/draw")
    tables = Catalog({"acme/muse": muse})
    assert named(identify("POST", "/v1/muse-2/draw", {"prompt": "a"}, catalog=tables)) == "acme/muse"
    call = identify("POST", "/v1/muse-3/draw", {"prompt": "a"}, catalog=tables)
    assert (call.candidates, call.why) == (
        (),
        'the path is that of acme/muse, but none of them is for the model "muse-3"',
    )


# ---- forms


def multipart(*parts: tuple[str, str | bytes]) -> tuple[bytes, dict[str, str]]:
    chunks = []
    for name, value in parts:
        file = '; filename="a.png"\r\nContent-Type: image/png' if isinstance(value, bytes) else ""
        data = value if isinstance(value, bytes) else value.encode()
        chunks.append(b'--XX\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n' % (name.encode(), file.encode()))
        chunks.append(data + b"\r\n")
    return b"".join([*chunks, b"--XX--\r\n"]), {"Content-Type": 'multipart/form-data; boundary="XX"'}


@pytest.mark.parametrize(
    ("content", "name", "references"),
    [
        (None, "openai/responses", 0),
        ("a cat", "openai/responses:edit", 0),
        ([{"type": "input_text", "text": "a cat"}], "openai/responses:edit", 0),
        (
            [{"type": "input_text", "text": "a cat"}, {"type": "input_image", "image_url": "https://a.b/c.png"}],
            "openai/responses:edit",
            1,
        ),
    ],
)
def test_of_two_operations_that_fit_the_one_that_reads_more(content: object, name: str, references: int) -> None:
    input_ = "a cat" if content is None else [{"role": "user", "content": content}]
    body = {"model": "gpt-5", "input": input_, "tools": [{"type": "image_generation"}]}
    call = identify("POST", "https://api.openai.com/v1/responses", body)
    assert named(call) == name
    intent = to_intent(call.request, find(name))
    assert (intent.prompt, len(intent.references or ())) == ("a cat", references)


OTHER_PATHS = table(
    PROMPT,
    name="acme/muse",
    model="muse",
    path="/v1/{model}/draw",
    base_url="https://api.acme.example/base",
    aliases=("muse-2026",),
    also_at=("/v2/draw/{model}", "/fast"),
)


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("/v1/muse/draw", True),
        ("/base/v1/muse/draw", True),
        ("/v1/muse-2026/draw", True),
        ("/v2/draw/muse", True),
        ("/base/v2/draw/muse-2026", True),
        ("/fast", True),
        ("/base/fast", True),
        ("/v1/other/draw", False),
        ("/v1/{model}/draw", False),
        ("/slow", False),
    ],
)
def test_a_call_is_found_at_other_paths_and_by_other_ids_of_the_model(path: str, known: bool) -> None:
    catalog = Catalog({"acme/muse": OTHER_PATHS})
    call = identify("POST", f"https://api.acme.example{path}", {"prompt": "a cat"}, catalog=catalog)
    assert named(call) == ("acme/muse" if known else None)


def test_a_model_named_in_a_field_goes_before_one_that_no_field_names() -> None:
    muse = table(
        Model("version", optional=True, read_only=True),
        PROMPT,
        name="acme/muse",
        model="acme/muse",
        path="/v1/models/{model}/draw",
        base_url="https://api.acme.example",
        also_at=("/v1/draw",),
    )
    versions = table(
        Native("version", Text(), required=True),
        PROMPT,
        name="acme/mosaic",
        model="mosaic",
        path="/v1/draw",
        base_url="https://api.acme.example",
    )
    catalog = Catalog({target.name: target for target in (muse, versions)})

    def at(path: str, **body: str) -> str | None:
        return named(identify("POST", f"https://api.acme.example{path}", {"prompt": "a cat", **body}, catalog=catalog))

    assert at("/v1/draw", version="acme/muse") == "acme/muse"
    assert at("/v1/draw", version="5f3a") == "acme/mosaic"
    assert at("/v1/models/acme/muse/draw") == "acme/muse"


def test_a_variant_at_another_path_has_no_other_paths() -> None:
    assert OTHER_PATHS.but(path="/v3/{model}").also_at == ()
    assert OTHER_PATHS.but(path="/v3/{model}", also_at=["/v4"]).also_at == ("/v4",)
    assert OTHER_PATHS.but(model="grand").also_at == OTHER_PATHS.also_at
    assert ("also at", "/v2/draw/{model}, /fast") in list(head("acme/muse", OTHER_PATHS))


def test_a_body_of_the_other_form_is_read_where_the_vendor_takes_it() -> None:
    form = table(PROMPT, name="acme/form", path="/v1/form", base_url="https://api.acme.example", content="multipart")
    url, body = "https://api.acme.example/v1/form", {"prompt": "a cat"}
    assert named(identify("POST", url, body, catalog=Catalog({"acme/form": form}))) is None
    both = evolve(form, also_content="json")
    call = identify("POST", url, body, catalog=Catalog({"acme/form": both}))
    assert (named(call), call.request) == ("acme/form", body)
    other = evolve(form, content="json", also_content="multipart")
    call = identify("POST", url, [("prompt", "a cat")], catalog=Catalog({"acme/form": other}))
    assert (named(call), call.request) == ("acme/form", body)


FLUX_2_FORM = "https://api.cloudflare.com/client/v4/accounts/abc/ai/run/@cf/black-forest-labs/flux-2-klein-4b"
FLUX_1_JSON = "https://api.cloudflare.com/client/v4/accounts/abc/ai/run/@cf/black-forest-labs/flux-1-schnell"


@pytest.mark.parametrize(
    ("url", "body", "target", "form", "own"),
    [
        (FLUX_2_FORM, {"prompt": "a"}, "@cf/black-forest-labs/flux-2-klein-4b", "a multipart form", "JSON"),
        (FLUX_1_JSON, [("prompt", "a")], "@cf/black-forest-labs/flux-1-schnell", "JSON", "a multipart form"),
    ],
)
def test_a_body_of_another_form_is_an_error_of_the_model_that_the_path_names(
    url: str, body: object, target: str, form: str, own: str
) -> None:
    call = identify("POST", url, body)
    assert (named(call), call.request) == (f"cloudflare/{target}", {"prompt": "a"})
    assert call.why.endswith(f", model {target}; but its body is {form}, and this one is {own}")
    assert [str(problem) for problem in call.unread] == [f"error wrong_type: the body must be {form}, not {own}"]


def test_a_target_for_any_model_comes_after_that_of_the_model_in_another_form() -> None:
    assert [target.name for target in identify("POST", FLUX_2_FORM, {"prompt": "a"}).candidates] == [
        "cloudflare/@cf/black-forest-labs/flux-2-klein-4b",
        "cloudflare/text-to-image",
    ]
    new = identify("POST", FLUX_2_FORM.replace("klein-4b", "klein-5b"), {"prompt": "a"})
    assert (named(new), new.unread) == ("cloudflare/text-to-image", ())


def test_a_model_in_the_body_tells_more_than_the_form() -> None:
    facts: dict[str, Any] = {"path": "/v1/form", "base_url": "https://api.acme.example", "method": "POST"}
    form = table(Model("model"), PROMPT, name="acme/muse", model="muse", content="multipart", **facts)
    any_model = table(Model("model"), PROMPT, name="acme/any", model="", **facts)
    both = table(Model("model"), PROMPT, name="acme/both", model="both", **facts)
    catalog = Catalog({target.name: target for target in (form, any_model, both)})
    url = "https://api.acme.example/v1/form"
    for model, name in (("muse", "acme/muse"), ("both", "acme/both"), ("new", "acme/any")):
        call = identify("POST", url, {"model": model, "prompt": "a"}, catalog=catalog)
        assert (named(call), len(call.unread)) == (name, model == "muse")
    alone = Catalog({"acme/muse": form})
    assert named(identify("POST", url, {"model": "muse", "prompt": "a"}, catalog=alone)) == "acme/muse"
    why = identify("POST", url, {"prompt": "a"}, catalog=alone).why
    assert why == "the path is that of a call whose body is a multipart form, which this one is not"


@pytest.mark.parametrize(
    ("url", "model", "name"),
    [
        ("https://api.z.ai/api/paas/v4/images/generations", "glm-image", "zhipu/glm-image"),
        (
            "https://tokenhub.tencentmaas.com/v1/wand/hunyuan-image/v3-generation",
            "hy-image-v3",
            "tencent/hy-image-v3",
        ),
        (f"{ARK}/api/v3/images/generations", "ep-20260315171508-t8br2", "bytedance/images"),
        (f"{ARK}/api/v3/images/generations", "doubao-seedream-4-5-251128", "bytedance/doubao-seedream-4-5"),
        (
            f"{ARK}/api/plan/v3/images/generations",
            "doubao-seedream-5.0-lite",
            "bytedance/doubao-seedream-5-0-lite/plan",
        ),
        (f"{ARK}/api/plan/v3/images/generations", "doubao-seedream-5.0-pro", "bytedance/doubao-seedream-5-0-pro/plan"),
        (f"{ARK}/api/plan/v3/images/generations", "doubao-seedream-5-0-pro", "bytedance/doubao-seedream-5-0-pro/plan"),
    ],
)
def test_the_hosts_of_a_vendor_in_other_regions_are_its_own(url: str, model: str, name: str) -> None:
    assert named(identify("POST", url, {"model": model, "prompt": "a"})) == name


def test_a_form_is_read_from_its_bytes_and_from_its_parts() -> None:
    png = b"\x89PNG\r\n\x1a\n\r\n\r\n--XY"
    fields = (("model", "gpt-image-2"), ("prompt", "7"), ("n", "2"), ("image[]", png), ("image[]", b"two"))
    body, headers = multipart(*fields)
    call = identify("POST", EDITS, body, headers)
    assert named(call) == "openai/gpt-image-2:edit"
    assert call.request == {"model": "gpt-image-2", "prompt": "7", "n": 2, "image": [png, b"two"]}
    parts = [(name, (None if isinstance(value, str) else "a.png", value, None)) for name, value in fields]
    assert identify("POST", EDITS, parts).request == call.request
    (problem,) = (p for p in check({**call.request, "n": 99}, find("openai/gpt-image-2:edit")) if p.level == "error")
    assert problem.path == ("n",)


def test_a_form_with_plain_line_ends_is_read() -> None:
    body, headers = multipart(("model", "gpt-image-2"), ("prompt", "a"), ("image", b"x"))
    assert named(identify("POST", EDITS, body.replace(b"\r\n", b"\n"), headers)) == "openai/gpt-image-2:edit"


@pytest.mark.parametrize(("extra", "read"), [(0, True), (1, False)])
def test_the_headers_of_a_part_have_at_most_4096_bytes(extra: int, read: bool) -> None:
    head = b'\r\nContent-Disposition: form-data; name="size"\r\nX-Long: %s\r\n\r\n'
    body, headers = multipart(("model", "gpt-image-2"), ("prompt", "a"), ("image", b"x"))
    padding = 4096 - len(head % b"") + extra
    part = b"--XX" + head % (b"x" * padding) + b"auto\r\n"
    call = identify("POST", EDITS, part + body, headers)
    assert named(call) == "openai/gpt-image-2:edit"
    assert call.request.get("size") == ("auto" if read else None)


FORM = table(
    PROMPT,
    Native("n", Int()),
    Native("tags", ListOf(Text())),
    Native("rgb", Record({"r": Int()})),
    Native("style.color", Text()),
    Native("style.size", Int()),
    Native("items[0].x", Int()),
    Native("items[1].x", Int()),
    Pictures("image", (Image("file"),), multipart="image[]"),
    content="multipart",
)
FORMS = Catalog({FORM.name: FORM})
A, B = ("a.png", b"a", None), ("b.png", b"b", None)


@pytest.mark.parametrize(
    ("parts", "request_"),
    [
        ([("n", "2")], {"n": 2}),
        ([("n", "two")], {"n": "two"}),
        ([("n", "2"), ("n", "3")], {"n": [2, 3]}),
        ([("prompt", "7")], {"prompt": "7"}),
        ([("prompt", (None, b"a cat", None))], {"prompt": "a cat"}),
        ([("prompt", (None, b"\xff", None))], {"prompt": b"\xff"}),  # neither text nor named as a file
        ([("rgb", '{"r": 5}')], {"rgb": {"r": 5}}),
        # an object's keys, or the object in one part
        ([("style[color]", "red"), ("style[size]", "5")], {"style": {"color": "red", "size": 5}}),
        ([("style", '{"color": "red", "size": 5}')], {"style": {"color": "red", "size": 5}}),
        ([("style", '{"size": 5}'), ("style[color]", "red")], {"style": {"color": "red", "size": 5}}),
        ([("style", '{"size": ')], {"style": '{"size": '}),
        ([("style", "5")], {"style": "5"}),
        ([("items[0][x]", "3"), ("items[1][x]", "4")], {"items": [{"x": 3}, {"x": 4}]}),
        ([("items[0]", "a"), ("items[1]", "b")], {"items": ["a", "b"]}),
        # a list in the habit of PHP, also of one
        ([("tags[]", "a")], {"tags": ["a"]}),
        ([("tags[]", "a"), ("tags[]", "b")], {"tags": ["a", "b"]}),
        ([("tags[]", "a"), ("tags", "b")], {"tags": ["a", "b"]}),
        ([("tags", '["a", "b"]')], {"tags": ["a", "b"]}),
        ([("rgb[]", "5")], {"rgb[]": "5"}),
        ([("image", A)], {"image": [b"a"]}),
        ([("image", A), ("image[]", B)], {"image": [b"a", b"b"]}),
        ([("image[]", A), ("image", B)], {"image": [b"a", b"b"]}),
        # names that mean no path
        ([("[", "x"), ("][", "y")], {"[": "x", "][": "y"}),
        ([("style[", "x"), ("style[color]]", "y")], {"style[": "x", "style[color]]": "y"}),
        ([("odd[color]", "x")], {"odd[color]": "x"}),
    ],
)
def test_a_form_is_read_as_the_table_has_it(parts: list[tuple[str, object]], request_: dict[str, object]) -> None:
    call = identify("POST", "/v1/draw", parts, catalog=FORMS)
    assert (call.request, call.unread) == (request_, ())


@pytest.mark.parametrize(
    ("parts", "request_", "unread"),
    [
        ([("style", "red"), ("style[color]", "blue")], {"style": "red"}, "style.color"),
        ([("style[color]", "blue"), ("style", '{"size": 5}')], {"style": {"color": "blue"}}, "style"),
        ([("style", '{"color": "red"}'), ("style[color]", "blue")], {"style": {"color": "red"}}, "style.color"),
        ([("items[0]", "a"), ("items[0][x]", "3")], {"items": ["a"]}, "items[0].x"),
    ],
)
def test_a_part_whose_place_is_taken_is_told(parts: list[tuple[str, str]], request_: object, unread: str) -> None:
    call = identify("POST", "/v1/draw", parts, catalog=FORMS)
    assert call.request == request_
    assert list(map(str, call.unread)) == [
        f"warning unreadable at {unread}: another part of the form stands in its place"
    ]


@pytest.mark.parametrize(("brackets", "deep"), [(99, True), (100, False)])
def test_a_name_means_a_path_of_at_most_100_keys(brackets: int, deep: bool) -> None:
    name = "style" + "[a]" * brackets
    call = identify("POST", "/v1/draw", [(name, "x")], catalog=FORMS)
    value: object = "x"
    for _ in range(brackets if deep else 0):
        value = {"a": value}
    assert call.request == {"style" if deep else name: value}


def test_a_list_in_a_form_has_no_endless_gaps() -> None:
    call = identify("POST", "/v1/draw", [("items[9999][x]", "3")], catalog=FORMS)
    assert call.request == {"items": [{}] * 100 + [{"x": "3"}]}


@pytest.mark.parametrize(
    ("body", "headers", "why"),
    [
        (b"--X", {"Content-Type": "multipart/form-data"}, "names no boundary"),
        (b"--X\r\nmodel\r\n--X--", {"Content-Type": "multipart/form-data; boundary=X"}, "no part with a name"),
        (b"", {"Content-Type": "multipart/form-data; boundary=X"}, "no part with a name"),
        (b"--X\r\n\r\nx\r\n--X--", {"Content-Type": "multipart/form-data; boundary=X"}, "no part with a name"),
        ([("a", 5)], {}, "must have a name and text or bytes"),
    ],
)
def test_a_form_that_is_none(body: object, headers: dict[str, str], why: str) -> None:
    call = identify("POST", EDITS, body, headers)
    assert (call.target, call.request, call.candidates) == (None, None, ())
    assert why in call.why


# ---- a clear answer, never a guess


@pytest.mark.parametrize(
    ("method", "url", "body", "why"),
    [
        ("POST", "https://example.com/draw", {}, 'no known call has the path "/draw"'),
        ("POST", "https://example.com/v1/images/generations", {}, 'the host "example.com" is another'),
        ("GET", GENERATIONS, None, "called with POST, not with GET"),
        ("POST", GENERATIONS, None, "the call has no body"),
        ("POST", GENERATIONS, "", "the call has no body"),
        ("POST", GENERATIONS, "{", "the body is not JSON: Expecting property name"),
        ("POST", GENERATIONS, '{"a": 1 // x\n}', "(JSON has no comments)"),
        ("POST", GENERATIONS, '{"n": NaN}', "NaN is not a JSON number"),
        ("POST", GENERATIONS, '{"n": ' + "9" * 9999 + "}", "thousands of digits"),
        ("POST", GENERATIONS, "[" * 99999, "nested too deeply"),
        ("POST", GENERATIONS, b"\xff", "not UTF-8: byte 0 is 0xff"),
        ("POST", GENERATIONS, "model=gpt-image-2&n=1", "a form in the encoding of URLs"),
        ("POST", GENERATIONS, "5", "not of their form"),
        ("POST", GENERATIONS, 5, "not int"),
        ("POST", GENERATIONS, [], "not of their form"),
        ("POST", "https://cloud.leonardo.ai/api/rest/v2/generations", {"model": "no"}, 'the model "no"'),
        ("POST", "https://api.runware.ai/v1", [{"taskType": "videoInference"}], "taskType is"),
        ("POST", "http://[", {}, "no known call"),
        ("POST", "https://api.stability.ai/v2beta/stable-image/generate/core", BODY, "body is a multipart form"),
    ],
)
def test_who_it_is_not(method: str, url: str, body: object, why: str) -> None:
    call = identify(method, url, body)
    assert (call.target, call.request, call.candidates) == (None, None, ())
    assert why in call.why
    assert "\n" not in repr(call)


def test_wrong_arguments_are_type_errors() -> None:
    with pytest.raises(TypeError, match="a method and a URL as text"):
        identify("POST", 5, {})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes text, not bytes"):
        read_curl(b"curl x")  # type: ignore[arg-type]


def test_a_login_beside_the_task_is_no_second_task() -> None:
    task = {"taskType": "imageInference", "taskUUID": "a770f077-f413-47de-9dac-be0b26a35da6", "model": "runware:101@1"}
    login = {"taskType": "authentication", "apiKey": "secret"}
    call = identify("POST", "https://api.runware.ai/v1", [login, {**task, "positivePrompt": "a cat"}])
    assert named(call) == "runware/runware:101@1"
    assert "secret" not in repr(call.request)


# ---- curl


QUOTED = BODY.replace('"', '\\"')


@pytest.mark.parametrize(
    "text",
    [
        f"curl {GENERATIONS} -d '{BODY}'",
        f"curl -d'{BODY}' {GENERATIONS}",
        f"curl -sSX POST --url {GENERATIONS} --json '{BODY}'",
        f"$ curl \\\n  {GENERATIONS} \\\r\n -H 'Authorization: Bearer '\"$KEY\" --data-raw '{BODY}' | jq . > out.json",
        f"curl {GENERATIONS} --data @- <<'EOF'\n{BODY}\nEOF\n",
        f"curl {GENERATIONS} --data @- <<-EOF\n\t{BODY}\n\tEOF\n",
        f'KEY=x /usr/bin/curl.exe $\'{GENERATIONS}\' -d $\'{{"model": "gpt-image-2", "prompt": "a\\u0020cat"}}\'',
        f"x=$(curl -s {GENERATIONS} -d '{BODY}')\necho $x",
        f"if true; then curl {GENERATIONS} -d '{BODY}'; fi  # curl again",
        f"echo hi && curl -o a.png --max-time 60 {GENERATIONS} --data-binary '{BODY}' -H @headers.txt",
        f"curl --request POST ${{BASE}}/v1/images/generations -d '{BODY}'",
        f"curl -H Authorization:<your token> {GENERATIONS}?a=1\\&b=2 -d '{BODY}'",
        f"curl {GENERATIONS}#top -d '{BODY}' 2>/dev/null",
        f'curl {GENERATIONS} --url-query a=1 -d $"{QUOTED}"',
    ],
)
def test_curl_in_many_forms(text: str) -> None:
    call = one(text)
    assert named(call) == "openai/gpt-image-2", call
    assert call.request == {"model": "gpt-image-2", "prompt": "a cat"}
    assert call.unread == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"curl {GENERATIONS} -d @body.json", 'in the file "body.json", which is not opened'),
        (f"curl {GENERATIONS} -d @-", 'the file "-"'),
        (f"jq -n '{{}}' | curl {GENERATIONS} -d @-", 'the file "-"'),
        (f"curl -K secrets.txt {GENERATIONS}", 'the file "secrets.txt"'),
        (f"curl -T a.json {GENERATIONS} -X POST", "in a file"),
        (f'curl {GENERATIONS} -d "$BODY"', 'fills in the body, "$BODY", which is not run'),
        (f'curl {GENERATIONS} -d "$(rm -rf /)"', 'fills in the body, "$(rm -rf /)", which is not run'),
        (f"curl {GENERATIONS} -d `id`", 'fills in the body, "`id`", which is not run'),
        (f"curl {GENERATIONS} -d '{{\"seed\": '$SEED'}}'", 'fills in "$SEED'),
        ("curl $URL -d '{}'", 'fills in the URL, "$URL", which is not run'),
        ("curl $(cat url) -d '{}'", "fills in the URL"),
        ("curl -X POST", "has no URL"),
        (f"curl -G {GENERATIONS} -d n=1", "called with POST, not with GET"),
        (f"curl {GENERATIONS}", "called with POST, not with GET"),
        (f"curl -I {GENERATIONS}", "called with POST, not with HEAD"),
        (f"curl -G -X POST {GENERATIONS} -d n=1", "sends its data in the URL (-G), and no body"),
        (f"curl {GENERATIONS} --data-urlencode 'prompt=a cat'", "a form in the encoding of URLs"),
        (f"curl {GENERATIONS} --data-urlencode '={BODY}'", "the body is not JSON: Expecting value in line 1, column 1"),
        (f"curl {GENERATIONS} --data-urlencode '{BODY}'", "the body is not JSON: Expecting value in line 1, column 1"),
        (f"curl {GENERATIONS} --data-urlencode prompt@a.txt", 'in the file "a.txt", which is not opened'),
        (f"curl {GENERATIONS} --data-urlencode @a.txt", 'in the file "a.txt", which is not opened'),
        (f'curl {GENERATIONS} --data-urlencode "prompt=a $ANIMAL"', '; the shell fills in "$ANIMAL", which is not run'),
        (f'curl {GENERATIONS} --data-urlencode "=$BODY"', 'fills in the body, "$BODY", which is not run'),
    ],
)
def test_what_a_shell_or_a_file_would_say_is_not_known(text: str, why: str) -> None:
    call = one(text)
    assert (call.target, call.candidates) == (None, ())
    assert why in call.why


@pytest.mark.parametrize(
    ("option", "version"),
    [
        ("--url-query api-version=a+b", "a+b"),
        ("--url-query '+api-version=a+b'", "a b"),  # as it is: in a query a plus is a space
        ("--url-query api-version=$VERSION", "$VERSION"),
        ("--url-query x=1 --url-query 'api-version=a&b=c'", "a&b=c"),
    ],
)
def test_curl_adds_to_the_query(option: str, version: str) -> None:
    url = "https://acme.openai.azure.com/openai/deployments/prod/images/generations"
    for address in (url, f"{url}?y=2"):
        call = one(f"curl '{address}' {option} -d '{{\"prompt\": \"a cat\"}}'")
        assert (named(call), call.parameters["api_version"]) == ("azure-openai/images", version)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"it\'s", "it's"),
        (r"a\tb\e", "a\tb\x1b"),
        (r"\x41\101\u0042\U0001f600", "AAB\U0001f600"),
        (r"\U10ffff\U110000", "\U0010ffff\ufffd"),
        (r"a\\b\?\"", 'a\\b?"'),
        (r"\q\/", r"\q\/"),  # no escape: the backslash stays
    ],
)
def test_escapes_of_a_shell(written: str, read: str) -> None:
    call = one(f"curl {EDITS} -F model=gpt-image-2 -F image=@a.png --form-string $'prompt={written}'")
    assert call.request["prompt"] == read


def test_a_literal_part_of_a_form_is_no_file_and_has_no_type() -> None:
    call = one(f"curl {EDITS} -F model=gpt-image-2 -F image=@a.png --form-string 'prompt=@a.txt;type=text/plain'")
    assert call.request["prompt"] == "@a.txt;type=text/plain"
    assert [problem.path for problem in call.unread] == [("image",)]


def test_a_variable_inside_of_a_body_is_told_and_the_rest_is_read() -> None:
    call = one(
        f'curl {GENERATIONS} -d "{{\\"model\\": \\"gpt-image-2\\", '
        '\\"prompt\\": \\"a $ANIMAL and `x`\\", \\"n\\": 99}"'
    )
    assert named(call) == "openai/gpt-image-2"
    assert call.request["prompt"] == "a $ANIMAL and `x`"
    assert [str(problem) for problem in call.unread] == [
        'warning unreadable at prompt: the shell fills in "$ANIMAL and `x`", which is not run'
    ]
    assert [problem.path for problem in check(call.request, find("openai/gpt-image-2"))] == [("n",)]
    single = one(f'curl {GENERATIONS} -d \'{{"model": "gpt-image-2", "prompt": "for $5 and `x`"}}\'')
    assert (single.request["prompt"], single.unread) == ("for $5 and `x`", ())


def test_a_file_in_a_form_is_told_and_not_opened(tmp_path: Any) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"secret")
    call = one(f"curl {EDITS} -F model=gpt-image-2 -F prompt='a;b' -F 'image[]=@{file};type=image/png'")
    assert named(call) == "openai/gpt-image-2:edit"
    assert call.request == {"model": "gpt-image-2", "prompt": "a;b", "image": [b""]}
    assert [problem.path for problem in call.unread] == [("image",)]


def test_each_call_is_one_answer_and_names_its_line() -> None:
    text = f"# two calls\ncurl {GENERATIONS} -d '{BODY}' --next https://example.com/\n\n(curl example.com/a)\n"
    assert [(call.place, named(call)) for call in read_curl(text)] == [
        ("line 2", "openai/gpt-image-2"),
        ("line 2", None),
        ("line 4", None),
    ]


@pytest.mark.parametrize(
    "text", ["", "wget x", "echo 'curl x'", "# curl x", "curly x", "curl 'x", 'curl "x', "curl $(x", "curl $'x"]
)
def test_what_holds_no_curl_command_is_invalid(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        read_curl(text)
    assert {problem.code for problem in caught.value.problems} == {"unreadable"}
    assert "curl" in str(caught.value) or "line 1: the" in str(caught.value)


def test_a_lone_surrogate_is_told_with_its_line() -> None:
    with pytest.raises(Invalid) as caught:
        read_curl("curl x -d '\ud800'")
    assert str(caught.value) == "error unreadable: line 1: the text has a lone surrogate"


def test_nothing_is_run_and_nothing_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    one(f"curl {GENERATIONS} -d '{BODY}'")  # what is needed is loaded

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError

    for name in ("os.system", "os.popen", "subprocess.Popen", "subprocess.run", "builtins.open", "io.open"):
        monkeypatch.setattr(name, forbidden)
    text = f"curl {GENERATIONS} -d @/etc/passwd; curl $(touch /tmp/x) `id` -F a=@/etc/passwd <(id) > /tmp/x"
    assert len(read_curl(text)) > 1


# ---- HAR


def har(*requests: object) -> dict[str, Any]:
    return {"log": {"entries": [{"request": request} for request in requests]}}


def test_a_recording_gives_the_calls_of_known_targets() -> None:
    poll = {"method": "GET", "url": "https://api.bfl.ai/v1/get_result"}
    page = {"method": "POST", "url": "https://example.com/log", "postData": {"text": "{}"}}
    call = {"method": "POST", "url": GENERATIONS, "postData": {"mimeType": "application/json", "text": BODY}}
    form = {
        "method": "POST",
        "url": EDITS,
        "headers": [{"name": "Content-Type", "value": "multipart/form-data; boundary=X"}],
        "postData": {
            "mimeType": "multipart/form-data; boundary=X",
            "params": [
                {"name": "model", "value": "gpt-image-2"},
                {"name": "prompt", "value": "a cat"},
                {"name": "image", "fileName": "a.png", "contentType": "image/png"},
            ],
        },
    }
    found = read_har(har(poll, page, call, form))
    assert [(call.place, named(call)) for call in found] == [
        ("entry 2", "openai/gpt-image-2"),
        ("entry 3", "openai/gpt-image-2:edit"),
    ]
    assert [problem.why for problem in found[1].unread] == ["a file, which the recording does not hold"]


def test_a_recording_of_a_form_without_names_or_of_no_data() -> None:
    kind = {"mimeType": "multipart/form-data; boundary=X"}
    junk = [5, None, {}, {"name": 3, "value": "x"}]
    named_parts = [{"name": "model", "value": "gpt-image-2"}, {"name": "prompt"}, {"name": "image", "fileName": "a"}]
    calls = [{"method": "POST", "url": EDITS, "postData": {**kind, "params": [*junk, *named_parts]}}]
    calls += [{"method": "POST", "url": GENERATIONS, "postData": data} for data in ({"mimeType": "a/b"}, {"text": ""})]
    found = read_har(har(*calls))
    assert (named(found[0]), found[0].request) == (
        "openai/gpt-image-2:edit",
        {"model": "gpt-image-2", "prompt": "", "image": b""},
    )
    assert [call.why.partition(", but ")[2] for call in found[1:]] == ["the call has no body"] * 2


@pytest.mark.parametrize("document", [None, [], {}, {"log": {}}, {"log": {"entries": {}}}, "{}"])
def test_what_is_no_recording_is_invalid(document: object) -> None:
    with pytest.raises(Invalid, match=r"log\.entries"):
        read_har(document)


@pytest.mark.parametrize(
    "junk", [None, 5, "x", [], {}, {"method": 5, "url": []}, {"method": "POST", "url": GENERATIONS}]
)
def test_odd_entries_do_no_harm(junk: object) -> None:
    call = {"method": "POST", "url": GENERATIONS, "postData": {"text": BODY}}
    assert (
        named(read_har({"log": {"entries": [junk, {"request": junk}, {"request": call}]}})[-1]) == "openai/gpt-image-2"
    )


def test_a_large_recording_takes_seconds() -> None:
    call = {"method": "POST", "url": GENERATIONS, "postData": {"text": BODY}}
    other = {"method": "GET", "url": "https://example.com/a.png", "response": "x" * 5_000}
    document = har(*[other] * 10_000, call)  # 50 MB
    assert len(read_har(document)) == 1


# ---- hostile texts


HOSTILE: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "curl " + "$(" * n,
    "nested commands": lambda n: "$(curl " * n + ")" * n,
    "quotes": lambda n: "curl " + '"a"' * n,
    "variables": lambda n: "curl " + "${" * n,
    "ticks": lambda n: "curl " + "`x`" * n,
    "browser quotes": lambda n: "curl " + "$'a" * n,
    "here-documents": lambda n: "<<EOF\n" * n,
    "placeholders": lambda n: "curl " + "<a b" * n,
    "words": lambda n: "curl " + "a " * n,
    "form types": lambda n: f"curl {EDITS} -F 'a=b" + ';type="' * n + "'",
    "form brackets": lambda n: f"curl {EDITS} -F 'a" + "[0]" * n + "=b'",
    "open form brackets": lambda n: f"curl {EDITS} -F 'a" + "[0" * n + "=b'",
    "deep JSON": lambda n: f"curl {GENERATIONS} -d '" + "[" * n + "'",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_take_linear_time(kind: str) -> None:
    with suppress(Invalid):
        read_curl(HOSTILE[kind](100_000))  # where it is quadratic, this takes an hour


def test_a_hostile_content_type_takes_linear_time() -> None:
    identify("POST", EDITS, b"x", {"Content-Type": "multipart/form-data; " + "a;" * 1_000_000})


# ---- values


def test_the_answer_is_a_value() -> None:
    call = identify("POST", GENERATIONS, BODY)
    assert call == identify("POST", GENERATIONS, BODY)
    assert len(repr(call)) < 200
    with pytest.raises(AttributeError):
        call.target = None  # type: ignore[misc]


def test_the_names_are_at_the_top() -> None:
    assert {"Identified", "identify", "read_curl", "read_har"} <= set(imgparams.__all__)
    assert imgparams.identify("POST", GENERATIONS, BODY).target == CATALOG["openai/gpt-image-2"]


def test_a_text_with_an_equals_sign_inside_is_shown() -> None:
    assert shown("model=gpt-image-2-and-more") == '"model=gpt-image-2-and-more"'
