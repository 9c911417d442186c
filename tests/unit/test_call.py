"""The call: its URL and what is open in it, `extra`, and the texts to paste."""

from __future__ import annotations

import io
import json
import os
import pickle
import shutil
import subprocess
import sys
import types
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imgparams import (
    ALL,
    CATALOG,
    Http,
    Intent,
    Invalid,
    Overwritten,
    Problem,
    Reference,
    find,
    rank,
    serial,
    to_request,
)
from imgparams.tables import Field, Flag, Image, Json, Model, Native, Param, Pictures, Text
from imgparams.testing.properties import finished
from imgparams.texts import HIDDEN
from tests.unit.tables import JPEG, PNG, PROMPT, SEED, asked, codes, table

HOST = "https://api.acme.example"
KEY = "Authorization: Bearer {key}"
OURS = table(PROMPT, SEED, Native("style.name", Text()), Native("style.hd", Flag()), base_url=HOST, key_header=KEY)
FORM = table(
    PROMPT,
    Native("note", Text()),
    Pictures("image", (Image("file"),), multipart="image[]"),
    Param("mask", Field.mask, Image("file")),
    content="multipart",
    base_url=HOST,
    key_header="x-key: {key}",
)
OPEN = table(PROMPT, path="/v1/{project}/{deployment}", base_url="https://draw.{region}.acme.example")


def problems(error: Invalid) -> list[tuple[str, object]]:
    return [(problem.code, problem.path[0]) for problem in error.problems]


# ---- the URL


def test_the_url_is_whole() -> None:
    target = table(PROMPT, Native("query:v", Text()), path="/v1/draw?a=1", base_url=HOST)
    call = to_request(Intent("a", provider_options={"acme": {"query:v": "x y"}}), target).http()
    assert (call.path, call.url) == ("/v1/draw?a=1&v=x+y", "https://api.acme.example/v1/draw?a=1&v=x+y")


def test_without_a_host_the_url_begins_with_a_variable() -> None:
    call = asked(table(PROMPT, name="acme-labs.2/muse"), prompt="a").http()
    assert (call.base_url, call.url) == ("", "$ACME_LABS_2_BASE_URL/v1/draw")
    assert Http("POST", "/v1", {}, None).url == "$MY_BASE_URL/v1"
    assert Http("POST", "/v1", {}, None, provider="3d").url == "$MY_BASE_URL/v1"


def test_placeholders_of_host_and_path_are_needs_of_the_call() -> None:
    done = asked(OPEN, prompt="a")
    assert [(need.kind, need.at) for need in done.call_needs] == [
        ("value", "region"),
        ("value", "project"),
        ("value", "deployment"),
    ]
    assert done.needs == ()
    text = "https://draw.{region}.acme.example/v1/{project}/{deployment}"
    assert str(done.call_needs[0]) == f"region: value (the URL {text} needs a value for region)"
    with pytest.raises(Invalid) as caught:
        done.http(project="p")
    assert problems(caught.value) == [("open_need", "region"), ("open_need", "deployment")]


def test_they_are_filled_by_supply_or_by_http() -> None:
    done = asked(OPEN, prompt="a").supply({"region": "eu-1", "project": "a b"})
    assert [need.at for need in done.call_needs] == ["deployment"]
    url = "https://draw.eu-1.acme.example/v1/a%20b/x"
    assert done.http(deployment="x").url == url
    assert done.supply({"deployment": "x"}).http().url == url
    assert done.http(deployment="x", project="c").path == "/v1/c/x"
    assert done.request == {"prompt": "a"}


def test_what_is_supplied_stays_when_a_picture_is_supplied_later() -> None:
    target = OPEN.but(Pictures("images", (Image("base64"),)))
    done = asked(target, prompt="a", references=["https://example.com/a.png"])
    both = done.supply({"region": "eu", "references[0]": Reference(data=PNG)})
    later = done.supply({"region": "eu"}).supply({"references[0]": Reference(data=PNG)})
    assert both == later
    assert both != done.supply({"references[0]": Reference(data=PNG)})
    assert ([need.at for need in both.call_needs], both.needs) == (["project", "deployment"], ())


def test_what_is_supplied_travels() -> None:
    done = asked(OPEN, prompt="a").supply({"region": "eu", "project": "p", "deployment": "d"})
    assert pickle.loads(pickle.dumps(done)) == done
    loaded = serial.load(type(done), serial.dump(done))
    assert loaded == done
    assert loaded.http() == done.http()
    assert serial.load(Http, serial.dump(done.http())) == done.http()


@pytest.mark.parametrize("value", ["", ".", "..", 3, None, "\ud800", Reference(data=PNG)])
def test_a_placeholder_takes_a_text(value: Any) -> None:
    with pytest.raises(Invalid) as caught:
        asked(OPEN, prompt="a").supply({"project": value, "regoin": "eu"})
    assert problems(caught.value) == [("open_need", "regoin"), ("not_allowed", "project")]
    assert "did you mean 'region'?" in str(caught.value)


@pytest.mark.parametrize(
    "value", ["evil.example/", "evil.example#", "a@evil.example", "a?b", "a b", "-a", ".a", "ü", "a\n", "a/../b", "%2f"]
)
def test_a_part_of_the_host_can_t_name_another_host(value: str) -> None:
    done = asked(table(PROMPT, base_url="https://{region}.acme.example"), prompt="a")
    with pytest.raises(Invalid, match="a part of the host must be letters, digits, hyphens and dots"):
        done.http(region=value)
    with pytest.raises(Invalid, match="a part of the host must be"):
        done.supply({"region": value})


@pytest.mark.parametrize("value", ["evil.example/x", "a/b", "evil.example:80", "a@b"])
def test_a_part_of_the_host_in_extra_can_t_name_one_either(value: str) -> None:
    done = asked(table(PROMPT, base_url="https://{region}.acme.example"), prompt="a")
    assert done.http(extra={"path:region": "eu"}).url == "https://eu.acme.example/v1/draw"
    with pytest.raises(Invalid, match="a part of the host must be"):
        done.http(extra={"path:region": value})


def test_a_host_of_one_s_own() -> None:
    done = asked(table(PROMPT, base_url="http://{host}/{team}"), prompt="a")
    assert done.http(host="localhost:7860", team="a/b").url == "http://localhost:7860/a%2Fb/v1/draw"


def test_a_model_in_the_path_is_no_need_of_the_call() -> None:
    target = table(PROMPT, Model("path:model"), path="/v1/{account}/{model}", model="")
    done = to_request(Intent("a", provider_options={"acme": {"path:model": "m"}}), target)
    assert [need.at for need in done.call_needs] == ["account"]
    assert done.http(account="x").path == "/v1/x/m"
    with pytest.raises(Invalid, match="no such parameter"):
        asked(OURS, prompt="a").http(extra={"path:model": "m"})


def test_a_model_in_the_path_can_t_lead_elsewhere() -> None:
    target = table(PROMPT, Model("path:model"), path="/v1/{model}", model="")
    for model in ("", "/", "a/", "/a", "a//b", ".", "..", "a/../b", "../a", "a/.."):
        assert codes({"prompt": "a", "path:model": model}, target) != []
    for model in ("a", "a/b", "...", ".a", "a..b/c", "a.b"):
        done = to_request(Intent("a", provider_options={"acme": {"path:model": model}}), target)
        assert done.http().path == f"/v1/{model}"


def test_what_the_request_needs_is_no_need_of_the_call_too() -> None:
    done = to_request(Intent("a"), "cloudflare/text-to-image")
    assert [need.at for need in done.needs] == ["provider_options.cloudflare.path:model"]
    assert [need.at for need in done.call_needs] == ["account"]
    with pytest.raises(Invalid) as caught:
        done.http()
    assert problems(caught.value) == [("open_need", done.needs[0].at), ("open_need", "account")]
    whole = done.supply({done.needs[0].at: "@cf/a/b", "account": "x"})
    assert (whole.needs, whole.call_needs) == ((), ())
    assert whole.http().path == "/client/v4/accounts/x/ai/run/@cf/a/b"


def test_what_a_resource_of_one_s_own_needs_is_said() -> None:
    done = to_request(Intent("a"), "azure-openai/images")
    assert [need.at for need in done.call_needs] == ["resource", "deployment", "api_version"]
    with pytest.raises(Invalid, match=r"the URL https://\{resource\}.openai.azure.com/\S+ needs a value for resource"):
        done.http(deployment="d", api_version="v")
    call = done.http(resource="ours", deployment="d", api_version="v")
    assert call.url == "https://ours.openai.azure.com/openai/deployments/d/images/generations?api-version=v"


def test_rank_does_not_count_them() -> None:
    whole = OPEN.but(name="acme/whole", path="/v1", base_url=HOST)
    first, second = rank(Intent("a"), [OPEN, whole])
    assert (first.target.name, second.target.name) == ("acme/muse", "acme/whole")


# ---- extra


def test_extra_is_merged_into_objects() -> None:
    done = to_request(Intent("a", provider_options={"acme": {"style": {"name": "x", "hd": True}}}), OURS)
    call = done.http(extra={"style": {"new": {"b": 1}, "hd": True}, "more": [1]})
    assert call.json == {"prompt": "a", "style": {"name": "x", "hd": True, "new": {"b": 1}}, "more": [1]}
    assert call.overwritten == ()
    assert done.http().json == {"prompt": "a", "style": {"name": "x", "hd": True}}


def test_what_extra_overwrites_is_told() -> None:
    done = to_request(Intent("a", seed=3, provider_options={"acme": {"style": {"name": "x"}}}), OURS)
    call = done.http(extra={"prompt": {"text": "b"}, "seed": 3.0, "style": {"name": None}})
    assert call.json == {"prompt": {"text": "b"}, "seed": 3, "style": {"name": None}}
    assert call.overwritten == (Overwritten("prompt", "a", {"text": "b"}), Overwritten("style.name", "x", None))
    assert [str(one) for one in call.overwritten] == ['prompt: "a" -> {"text": "b"}', 'style.name: "x" -> null']
    assert serial.load(Http, serial.dump(call)) == call


def test_extra_in_a_second_spelling() -> None:
    target = OURS.but(also_read={"style.title": "style.name", "look": "style"})
    done = to_request(Intent("a", provider_options={"acme": {"style": {"name": "x"}}}), target)
    call = done.http(extra={"look": {"title": "y"}})
    assert call.json == {"prompt": "a", "style": {"name": "y"}}
    assert call.overwritten == (Overwritten("style.name", "x", "y"),)
    assert asked(target, prompt="a").http(extra={"look": {"title": "y"}}).json == {
        "prompt": "a",
        "look": {"title": "y"},
    }
    both = done.http(extra={"style": {"name": "x"}, "look": {"title": "y"}}).json
    assert both == {"prompt": "a", "style": {"name": "x"}, "look": {"title": "y"}}


def test_names_of_headers_have_no_case() -> None:
    target = OURS.but(Native("header:Accept", Text()))
    done = to_request(Intent("a", provider_options={"acme": {"header:Accept": "a/b"}}), target)
    call = done.http(extra={"header:accept": "c/d"})
    assert (call.headers, call.overwritten) == ({"Accept": "c/d"}, (Overwritten("header:Accept", "a/b", "c/d"),))


@pytest.mark.parametrize("extra", [[], [{"a": 1}], "x", 3, {1}])
def test_extra_is_an_object(extra: Any) -> None:
    with pytest.raises(TypeError, match="extra must be a dict to be merged into the request, not "):
        asked(OURS, prompt="a").http(extra=extra)


def test_a_list_is_replaced_as_a_whole() -> None:
    done = asked(table(PROMPT, Native("tags", Json())), prompt="a", provider_options={"acme": {"tags": [1, {"a": 2}]}})
    call = done.http(extra={"tags": [{"b": 3}]})
    assert (call.json["tags"], call.overwritten) == ([{"b": 3}], (Overwritten("tags", [1, {"a": 2}], [{"b": 3}]),))


@pytest.mark.parametrize("value", [None, "x", 3, [], [{}]])
def test_extra_can_t_take_out_an_object(value: object) -> None:
    done = to_request(Intent("a", provider_options={"acme": {"style": {"name": "x"}}}), OURS)
    with pytest.raises(Invalid, match="name the fields that differ") as caught:
        done.http(extra={"style": value})
    assert problems(caught.value) == [("not_allowed", "style")]


@pytest.mark.parametrize(
    "extra", [{"a": float("nan")}, {"a": {"b": object()}}, {"a": b"x"}, {"a": "\ud800"}, {3: 4}, {"a": {1, 2}}]
)
def test_extra_is_json(extra: Any) -> None:
    with pytest.raises(Invalid) as caught:
        asked(OURS, prompt="a").http(extra=extra)
    assert {problem.code for problem in caught.value.problems} == {"unreadable"}


def test_extra_is_copied() -> None:
    extra: dict[str, Any] = {"style": {"tags": [1]}, "seed": [3]}
    call = asked(OURS, prompt="a", seed=1).http(extra=extra)
    extra["style"]["tags"].append(2)
    extra["seed"].append(2)
    assert call.json == {"prompt": "a", "seed": [3], "style": {"tags": [1]}}
    call.json["seed"].append(4)
    assert call.overwritten == (Overwritten("seed", 1, [3]),)


def test_a_file_in_extra() -> None:
    call = asked(FORM, prompt="a").http(extra={"image": [JPEG], "note": "b"})
    assert call.files is not None
    assert call.files[1:] == [("image[]", ("image.jpg", JPEG, "image/jpeg")), ("note", (None, b"b", None))]
    assert call.overwritten == ()
    other = asked(FORM, prompt="a", references=[PNG]).http(extra={"image": [JPEG]})
    assert other.overwritten == (Overwritten("image", [PNG], [JPEG]),)
    assert str(other.overwritten[0]) == f"image: [<{len(PNG)} bytes>] -> [<{len(JPEG)} bytes>]"
    assert serial.load(Http, serial.dump(other)) == pickle.loads(pickle.dumps(other)) == other


def test_headers_in_extra() -> None:
    call = asked(OURS, prompt="a").http(extra={"header:X-Trace": "7"})
    assert call.headers == {"X-Trace": "7"}
    for name in ("X Trace", "", "X\nY", "a:b"):
        with pytest.raises(Invalid, match="no name of a header"):
            asked(OURS, prompt="a").http(extra={f"header:{name}": "7"})


@pytest.mark.parametrize("value", ["7\r\nX-Admin: 1", "7\n", "\x007", "7\x7f", "7\u2028"])
def test_a_header_in_extra_is_one_line(value: str) -> None:
    with pytest.raises(Invalid) as caught:
        asked(OURS, prompt="a").http(extra={"header:X-Trace": value})
    assert caught.value.problems == (
        Problem("error", "not_allowed", ("header:X-Trace",), value, "a header value must be one line of text"),
    )


# ---- curl and Python

SH = shutil.which("sh") or ""


def run(commands: Sequence[str], **variables: str) -> list[list[str]]:
    """What a shell gives to curl for each of these commands, and what it would read from its standard input."""
    fake = "curl() { printf '%s\\0' \"$@\"; case \"$*\" in *'@-'*) cat; printf '\\0';; esac; printf 'END\\0'; }\n"
    script = fake + "\n".join(commands)
    done = subprocess.run([SH, "-u"], input=script.encode(), env=variables, capture_output=True, check=True)
    assert done.stderr == b""
    calls: list[list[str]] = [[]]
    for word in done.stdout.decode().split("\0")[:-1]:
        if word == "END":
            calls.append([])
        else:
            calls[-1].append(word)
    return calls[:-1]


def sent(text: str, **variables: str) -> dict[str, Any]:
    """What httpx would be asked by a program."""
    asked: list[dict[str, Any]] = []

    class Response:
        def raise_for_status(self) -> None: ...

    def request(method: str, url: str, **more: Any) -> Response:
        asked.append({"method": method, "url": url, **more})
        return Response()

    httpx, system = types.ModuleType("httpx"), types.ModuleType("os")
    httpx.request, system.environ = request, variables  # type: ignore[attr-defined]
    names = {"__builtins__": {"__import__": lambda name, *_: {"httpx": httpx, "os": system}[name], "open": _opened}}
    exec(compile(text, "pasted", "exec"), names)
    (one,) = asked
    return one


def _opened(name: str, mode: str) -> io.BytesIO:
    assert mode == "rb"
    return io.BytesIO(name.encode())


def _content(part: object) -> object:
    return part.read() if isinstance(part, io.BytesIO) else part


HOSTILE = 'it\'s "$HOME" `id` $(id) \\ !! ~ * \n; rm -rf / #\u2028\u00e9😀'


def test_curl_of_json() -> None:
    call = asked(OURS, prompt="a cat", seed=3).http()
    assert call.curl() == (
        "curl -X POST https://api.acme.example/v1/draw \\\n"
        '  -H "Authorization: Bearer $ACME_API_KEY" \\\n'
        "  -H 'Content-Type: application/json' \\\n"
        '  --data-raw \'{\n  "prompt": "a cat",\n  "seed": 3\n}\''
    )


def test_python_of_json() -> None:
    text = asked(OURS, prompt="a cat", seed=3).http().as_python()
    assert text == (
        "import os\n\nimport httpx\n\n"
        "response = httpx.request(\n"
        "    'POST',\n"
        "    'https://api.acme.example/v1/draw',\n"
        "    headers={'Authorization': 'Bearer ' + os.environ[\"ACME_API_KEY\"]},\n"
        "    json={'prompt': 'a cat', 'seed': 3},\n"
        "    timeout=600,\n"
        ")\nresponse.raise_for_status()"
    )


@pytest.mark.skipif(not SH, reason="no shell")
@pytest.mark.parametrize("prompt", [HOSTILE, "@/etc/passwd", "<a", "'", "a;type=x", "-d", "\x1b[31m\x7f\x80"])
def test_a_shell_gets_the_values_as_they_are(prompt: str) -> None:
    call = asked(OURS, prompt=prompt).http()
    (words,) = run([call.curl()], ACME_API_KEY="K $(id)")
    assert words[:6] == ["-X", "POST", call.url, "-H", "Authorization: Bearer K $(id)", "-H"]
    assert words[7] == "--data-raw"
    assert json.loads(words[8]) == call.json
    assert not any(ord(letter) in range(0x7F, 0xA0) for letter in call.curl())
    python = sent(call.as_python(), ACME_API_KEY="k")
    assert (python["json"], python["headers"]) == (call.json, {"Authorization": "Bearer k"})
    assert (python["method"], python["url"]) == ("POST", call.url)


@pytest.mark.parametrize("path", ["/v1/a[1-3]", "/v1/a]", "/v1/{a,b}", "/v1/}"])
def test_curl_makes_one_call_of_brackets_in_a_url(path: str) -> None:
    call = Http("POST", path, {}, None, {}, HOST, KEY, "acme")
    assert call.curl().splitlines()[:3] == [
        f"curl -X POST '{HOST}{path}' \\",
        "  --globoff \\",
        '  -H "Authorization: Bearer $ACME_API_KEY" \\',
    ]
    assert "--globoff" not in Http("POST", "/v1/a(1-3)", {}, None, {}, HOST, KEY, "acme").curl()


@pytest.mark.skipif(not SH, reason="no shell")
def test_a_form_has_texts_and_names_of_files() -> None:
    ask = Intent(HOSTILE, references=[PNG, JPEG, PNG], mask=PNG, provider_options={"acme": {"note": "@a;b"}})
    call = to_request(ask, FORM).http()
    (words,) = run([call.curl()], ACME_API_KEY="k")
    assert words == [
        *("-X", "POST", call.url, "-H", "x-key: k"),
        *("--form-string", f"prompt={HOSTILE}", "--form-string", "note=@a;b"),
        *("-F", "image[]=@image.png;type=image/png", "-F", "image[]=@image.jpg;type=image/jpeg"),
        *("-F", "image[]=@image_2.png;type=image/png", "-F", "mask=@mask.png;type=image/png"),
    ]
    assert call.curl().startswith("# image.png is the file of image\n# image.jpg is")
    python = sent(call.as_python(), ACME_API_KEY="k")
    found = [
        (key, tuple(part.read() if hasattr(part, "read") else part for part in parts)) for key, parts in python["files"]
    ]
    assert found == [
        ("prompt", (None, HOSTILE)),
        ("note", (None, "@a;b")),
        ("image[]", ("image.png", b"image.png", "image/png")),
        ("image[]", ("image.jpg", b"image.jpg", "image/jpeg")),
        ("image[]", ("image_2.png", b"image_2.png", "image/png")),
        ("mask", ("mask.png", b"mask.png", "image/png")),
    ]


def test_a_text_that_a_terminal_would_act_on_comes_from_a_file() -> None:
    call = asked(FORM, prompt="a\x1b[2J\tb").http()
    assert "-F 'prompt=<prompt.txt'" in call.curl()
    assert "\x1b" not in call.curl()
    assert sent(call.as_python(), ACME_API_KEY="k")["files"] == [("prompt", (None, "a\x1b[2J\tb"))]


@pytest.mark.skipif(not SH, reason="no shell")
def test_a_long_body_is_read_from_the_standard_input() -> None:
    call = asked(
        table(PROMPT, Native("text", Text())), prompt="a", provider_options={"acme": {"text": "é$x\n" * 40_000}}
    )
    (words,) = run([call.http().curl(), "true"], ACME_BASE_URL="http://h")
    assert words[-2] == "@-"
    assert json.loads(words[-1]) == call.request


@pytest.mark.skipif(not SH, reason="no shell")
def test_a_host_and_a_header_that_are_not_known() -> None:
    call = asked(table(PROMPT), prompt="a").http()
    note = (
        "# the host is not known: set ACME_BASE_URL to its address, such as https://api.example.com\n"
        "# no header for a key is known: add one if the host needs it\n"
    )
    assert call.curl().startswith(f'{note}curl -X POST "$ACME_BASE_URL"/v1/draw \\\n')
    assert call.as_python().startswith(note)
    (words,) = run([call.curl()], ACME_BASE_URL="http://h o")
    assert words[2] == "http://h o/v1/draw"
    assert sent(call.as_python(), ACME_BASE_URL="http://h")["url"] == "http://h/v1/draw"


SECRETS = (
    {"header:Authorization": "Bearer sk-abcdef0123456789"},
    {"header:X-Api-Key": "hunter2"},
    {"api_key": "hunter2"},
    {"more": {"Authorization": "hunter2"}},
    {"more": [{"cookie": "hunter2"}]},
    {"more": ["sk-abcdef0123456789"]},
    {"header:X-Other": "Bearer abc123def"},
    {"url": "https://user:hunter2@example.com/a"},
    {"url": "https://example.com/a?X-Amz-Signature=hunter2"},
    {"query:key": "hunter2"},
)


@pytest.mark.parametrize("target", [OURS, FORM], ids=["json", "form"])
@pytest.mark.parametrize("extra", SECRETS, ids=str)
def test_no_credential_stands_in_a_text(extra: dict[str, Any], target: Any) -> None:
    call = asked(target, prompt="a").http(extra=extra)
    for text in (call.curl(), call.as_python(), repr(call)):
        assert not any(secret in text for secret in ("hunter2", "abcdef0123456789", "abc123def"))
        compile(call.as_python(), "pasted", "exec")


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("{a sk-abcdef0123456789", f"{{a {HIDDEN}"),
        ("[" * 100_000 + "sk-abcdef0123456789", "[" * 100_000 + HIDDEN),
        ('{"api_key": "hunter2", "a": 1}', f'{{"api_key": "{HIDDEN}", "a": 1}}'),
        ('{"a":1}', '{"a":1}'),
        ("{a", "{a"),
    ],
    ids=lambda text: text[:9],
)
def test_a_text_of_a_form_that_looks_like_json_hides_what_the_json_would(note: str, told: str) -> None:
    call = asked(FORM, prompt="a", provider_options={"acme": {"note": note}}).http()
    assert sent(call.as_python(), ACME_API_KEY="k")["files"] == [("prompt", (None, "a")), ("note", (None, told))]
    assert ("# what looked like a credential was replaced" in call.curl()) == (note != told)


def test_a_credential_of_the_caller_becomes_the_variable() -> None:
    call = asked(OURS, prompt="a").http(extra={"header:authorization": "Bearer x1", "header:x-api-key": "y"})
    assert call.curl().count("Authorization") == 1
    assert '-H "x-api-key: $ACME_API_KEY"' in call.curl()
    assert call.overwritten == ()
    other = asked(OURS, prompt="a").http(extra={"api_key": "hunter2", "prompt": "b"})
    assert other.curl().startswith("# what looked like a credential was replaced: fill it in\n")
    assert "hunter2" not in str(Overwritten("a.api_key", "hunter2", "hunter2"))


@pytest.mark.skipif(not SH, reason="no shell")
@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60))
def test_any_text_survives_the_shell(text: str) -> None:
    plain, form = asked(OURS, prompt=text).http(), asked(FORM, prompt=text).http()
    first, second = run([plain.curl(), form.curl()], ACME_API_KEY="k")
    assert json.loads(first[-1]) == plain.json
    assert second[-1] in (f"prompt={text}", "prompt=<prompt.txt")
    assert sent(form.as_python(), ACME_API_KEY="k")["files"][0] == ("prompt", (None, text))


def test_a_content_type_stands_once() -> None:
    text = asked(OURS, prompt="a").http(extra={"header:content-type": "application/json; charset=utf-8"}).curl()
    assert text.lower().count("content-type") == 1


@pytest.mark.skipif(not SH, reason="no shell")
def test_a_call_made_by_hand_is_quoted_too() -> None:
    call = Http("PO ST", "/$(id)`id`", {}, None, {"a$(id)": "b`id`"}, HOST, 'x"$(id)`id`\\: {key}', "a\nb;id")
    (words,) = run([call.curl()], A_B_ID_API_KEY="k")
    assert words[:7] == ["-X", "PO ST", call.url, "-H", 'x"$(id)`id`\\: k', "-H", "a$(id): b`id`"]
    assert sent(call.as_python(), A_B_ID_API_KEY="k")["url"] == call.url


@pytest.mark.skipif(not SH, reason="no shell")
def test_a_long_text_of_a_form_comes_from_a_file() -> None:
    call = asked(FORM, prompt="a", provider_options={"acme": {"note": "a b " * 40_000}}).http()
    assert "-F 'note=<note.txt'" in call.curl()


def test_the_repr_of_a_call_is_short() -> None:
    call = asked(OURS, prompt="a" * 5000, seed=3).http(extra={"seed": 4, "tags": ["b"] * 500})
    assert repr(call).startswith("<POST https://api.acme.example/v1/draw: {'prompt': 'aaa")
    assert repr(call).endswith(", overwritten: seed>")
    assert len(repr(call)) < 800
    form = asked(FORM, prompt="a", references=[PNG]).http()
    shown = "[('prompt', 'a'), ('image[]', 'image.png')]"
    assert repr(form) == f"<POST https://api.acme.example/v1/draw: {shown}>"
    assert repr(Http("POST", "/v1", {}, None)) == "<POST $MY_BASE_URL/v1: {}>"


# ---- every target


def calls() -> Iterator[Http]:
    for target in CATALOG.values():
        references = ["https://example.com/a.png"] if target.operation else []
        done = finished(to_request(Intent("a cat", references=references), target, allow=ALL))
        yield done.supply({need.at: "x-1" for need in done.call_needs}).http()


@pytest.mark.skipif(not SH, reason="no shell")
def test_every_target_can_be_pasted() -> None:
    every = list(calls())
    variables = {f"{call.provider.upper().replace('-', '_')}_API_KEY": "k" for call in every}
    pasted = run([call.curl() for call in every], **variables)
    for call, words in zip(every, pasted, strict=True):
        assert (words[2], call.url.startswith("http"), "{" in call.url) == (call.url, True, False)
        python = sent(call.as_python(), **variables)
        assert python["url"] == call.url
        if call.files is None:
            assert json.loads(words[words.index("--data-raw") + 1]) == python["json"] == call.json
        else:
            assert [key for key, _ in python["files"]] == [key for key, _ in call.files]
            assert sum(word in ("-F", "--form-string") for word in words) == len(call.files)


def test_nothing_of_the_texts_is_loaded_with_imgparams() -> None:
    modules = ("shlex", "pprint", "json", "imgparams.engine.pasting")
    code = f"import sys, imgparams; print(*(name in sys.modules for name in {modules}))"
    environ = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)
    assert ran.stdout.split() == ["False"] * len(modules)


def test_a_known_host() -> None:
    call = to_request(Intent("a cat"), find("openai/gpt-image-2")).http()
    assert call.url == "https://api.openai.com/v1/images/generations"
    assert '-H "Authorization: Bearer $OPENAI_API_KEY"' in call.curl()


# ---- to the letter


def faults(done: Any, extra: Any = None, **parameters: str) -> list[Problem]:
    """Every problem of a call."""
    with pytest.raises(Invalid) as caught:
        done.http(extra=extra, **parameters)
    return list(caught.value.problems)


def fault(code: Any, path: Any, value: object, why: str) -> Problem:
    return Problem("error", code, path if isinstance(path, tuple) else (path,), value, why)


NO_TEXT = "a path parameter must be text, and not '', '.' or '..'"
NO_HOST = "a part of the host must be letters, digits, hyphens and dots"


def test_every_fault_of_a_call_at_once() -> None:
    target = table(PROMPT, path="/v1/{a}/{b}", base_url=HOST)
    whole = f"the URL {HOST}/v1/{{a}}/{{b}} needs a value for"
    needed = fault("open_need", "prompt", None, "value (required: text of at most 1000 characters)")
    assert faults(asked(target), {"x": {1}, "y": b"z"}, a="..", c="x") == [
        needed,
        fault("unreadable", "x", {1}, "a set, which is not JSON"),
        fault("unreadable", "y", b"z", "bytes, which only a multipart request can hold"),
        fault("open_need", "b", None, f"{whole} b"),
        fault("unknown_field", "c", None, "the path has no such parameter"),
        fault("not_allowed", "a", "..", NO_TEXT),
    ]
    extra = {"header:a b": "x\ny", "path:b": "x//y", "path:cc": "", "prompt": "b"}
    assert faults(asked(target, prompt="a"), extra, bb="") == [
        fault("open_need", "a", None, f"{whole} a"),
        fault("unknown_field", "bb", None, "the path has no such parameter"),
        fault("unknown_field", "cc", None, "the path has no such parameter"),
        fault("not_allowed", "bb", "", NO_TEXT),
        fault("not_allowed", "b", "x//y", NO_TEXT),
        fault("not_allowed", "cc", "", NO_TEXT),
        fault("not_allowed", "header:a b", "a b", "this is no name of a header"),
        fault("not_allowed", "header:a b", "x\ny", "a header value must be one line of text"),
    ]
    assert faults(asked(table(PROMPT, path="/{project}"), prompt="a"), regin="x", projekt="y") == [
        fault("open_need", "project", None, "the path /{project} needs a value for project"),
        fault("unknown_field", "regin", None, "the path has no such parameter"),
        fault("unknown_field", "projekt", None, "the path has no such parameter; did you mean 'project'?"),
    ]


def test_what_extra_puts_in_the_path_is_not_open_and_can_not_be_given_twice() -> None:
    done = asked(table(PROMPT, path="/v1/{a}/{b}/{a}"), prompt="a")
    assert done.http(extra={"path:a": "x/y:z@ä"}, b="x/y:z").path == "/v1/x/y:z@%C3%A4/x%2Fy%3Az/x/y:z@%C3%A4"
    assert faults(done, {"path:a": "x"}, a="y", b="z") == [
        fault("unknown_field", "a", None, "the path has no such parameter")
    ]
    assert [need.at for need in done.call_needs] == ["a", "b"]


@pytest.mark.parametrize("value", ["a", "A.b-C9", "9", "a:80"])
def test_what_the_end_of_a_host_may_be(value: str) -> None:
    done = asked(table(PROMPT, base_url="https://api.{host}/x/{y}"), prompt="a")
    assert done.http(host=value, y="a b").url == f"https://api.{value}/x/a%20b/v1/draw"


@pytest.mark.parametrize("value", ["a:", "a:x", ":80", "a:80:80", "a:8\n", "a_b", ""])
def test_what_the_end_of_a_host_can_not_be(value: str) -> None:
    done = asked(table(PROMPT, base_url="https://api.{host}/x"), prompt="a")
    assert faults(done, host=value) == [fault("not_allowed", "host", value, NO_HOST)]


def test_a_parameter_is_one_segment_whatever_is_in_it() -> None:
    done = asked(table(PROMPT, path="/v1/{x}"), prompt="a")
    assert done.http(x="/a//../b").path == "/v1/%2Fa%2F%2F..%2Fb"
    assert done.supply({"x": "/a"}).http().path == "/v1/%2Fa"


def test_a_part_of_the_host_is_a_text() -> None:
    done = asked(table(PROMPT, base_url="https://{host}.acme.example"), prompt="a")
    assert faults(done, host="a:80") == [fault("not_allowed", "host", "a:80", NO_HOST)]
    number: Any = 3
    assert faults(done, host=number) == [fault("not_allowed", "host", 3, NO_TEXT)]


def test_the_query_is_quoted_and_appended() -> None:
    done = asked(table(PROMPT), prompt="a")
    extra = {"query:a b": "c&d", "query:n": 3, "query:f": True, "header:X-N": 4, "header:X-O": None}
    call = done.http(extra=extra)
    assert (call.path, call.headers, call.json) == (
        "/v1/draw?a+b=c%26d&n=3&f=true",
        {"X-N": "4", "X-O": "null"},
        {"prompt": "a"},
    )
    assert asked(table(PROMPT, path="/v1?x=1"), prompt="a").http(extra={"query:y": "é"}).path == "/v1?x=1&y=%C3%A9"


@pytest.mark.parametrize("name", ["a b", "", "a:b", "é", "a\n", '"'])
def test_what_is_no_name_of_a_header(name: str) -> None:
    assert faults(asked(OURS, prompt="a"), {f"header:{name}": "7"}) == [
        fault("not_allowed", f"header:{name}", name, "this is no name of a header")
    ]


def test_a_name_of_a_header_may_have_any_letter_of_a_token() -> None:
    name = "Az09!#$%&'*+.^_`|~-"
    assert asked(OURS, prompt="a").http(extra={f"header:{name}": ""}).headers == {name: ""}


@pytest.mark.parametrize("letter", ["\x00", "\n", "\x1f", "\x7f", "\x9f", "\u2028", "\u2029", '"'])
def test_the_name_of_a_part_of_a_form_is_one_line(letter: str) -> None:
    why = "the name of a part of a form must be one line without quotes"
    assert faults(asked(FORM, prompt="a"), {f"x{letter}": {"y": 1}, "z": {"a": {letter: 2}}}) == [
        fault("not_allowed", f"x{letter}", f"x{letter}", why),
        fault("not_allowed", ("z", "a", letter), letter, why),
    ]
    assert asked(OURS, prompt="a").http(extra={letter: 1}).json == {"prompt": "a", letter: 1}


def test_what_an_object_may_not_become() -> None:
    done = to_request(Intent("a", provider_options={"acme": {"style": {"name": "x"}}}), OURS)
    why = "the request has an object here, which extra can't replace; name the fields that differ"
    assert faults(done, {"style": 3, "seed": 4}) == [fault("not_allowed", "style", 3, why)]
    deep = asked(
        table(PROMPT, Native("a.b.c", Text())), prompt="a", provider_options={"acme": {"a": {"b": {"c": "x"}}}}
    )
    assert faults(deep, {"a": {"b": []}}) == [fault("not_allowed", ("a", "b"), [], why)]
    call = deep.http(extra={"a": {"b": {"c": "y", "d": ("z",)}}})
    assert call.json == {"prompt": "a", "a": {"b": {"c": "y", "d": ["z"]}}}
    assert call.overwritten == (Overwritten("a.b.c", "x", "y"),)


def test_a_body_in_a_list() -> None:
    call = asked(table(PROMPT, in_list=True), prompt="a").http(extra={"b": 1})
    assert call == Http("POST", "/v1/draw", [{"prompt": "a", "b": 1}], None, {}, "", "", "acme")


def test_a_whole_call() -> None:
    target = table(
        PROMPT,
        Native("header:Accept", Text()),
        Native("query:v", Text()),
        method="PUT",
        path="/v1/{x}",
        base_url="https://{r}.acme.example",
        key_header=KEY,
    )
    options = {"acme": {"header:Accept": "a/b", "query:v": "2"}}
    call = to_request(Intent("a", provider_options=options), target).http(extra={"prompt": "b"}, x="y", r="eu")
    assert call == Http(
        "PUT",
        "/v1/y?v=2",
        {"prompt": "b"},
        None,
        {"Accept": "a/b"},
        "https://eu.acme.example",
        KEY,
        "acme",
        (Overwritten("prompt", "a", "b"),),
    )


def test_every_kind_of_part_of_a_form() -> None:
    target = table(
        PROMPT,
        Pictures("image", (Image("file"),), multipart="image[]"),
        Native("meta.a", Text()),
        content="multipart",
        json_parts=("meta",),
    )
    wish = Intent(
        "a",
        references=[Reference(data=b"??", media_type="image/avif")],
        provider_options={"acme": {"meta": {"a": "x"}}},
    )
    extra = {
        "one": PNG,
        "two": [b"?!", "t"],
        "map": {"k": {"l": 1.5, "f": PNG}, "m": [None]},
        "none": None,
        "svg": b"<svg/>",
    }
    call = to_request(wish, target).http(extra=extra)
    assert call.json is None
    assert call.files == [
        ("prompt", (None, b"a", None)),
        ("image[]", ("image.avif", b"??", "image/avif")),
        ("meta", (None, b'{"a": "x"}', None)),
        ("one", ("one.png", PNG, "image/png")),
        ("two", ("two.bin", b"?!", "application/octet-stream")),
        ("two", (None, b"t", None)),
        ("map[k][l]", (None, b"1.5", None)),
        ("map[k][f]", ("map[k][f].png", PNG, "image/png")),
        ("map[m]", (None, b"[null]", None)),
        ("none", (None, b"null", None)),
        ("svg", ("svg.svg", b"<svg/>", "image/svg+xml")),
    ]


@pytest.mark.parametrize(
    ("wire", "hidden"),
    [("api_key", True), ("a.api_key", True), ("header:X-Api-Key", True), ("api_key.a", False), ("a", False)],
)
def test_what_was_overwritten_in_one_line(wire: str, hidden: bool) -> None:
    told = f"{HIDDEN} -> {HIDDEN}" if hidden else '"x" -> [1]'
    assert str(Overwritten(wire, "x", [1])) == f"{wire}: {told}"
    assert str(Overwritten("a\nb", None, 1)) == "a\\nb: null -> 1"


@pytest.mark.parametrize(
    ("extra", "at"),
    [
        ({"tags": [{"a": b"x"}]}, ("tags", 0, "a")),
        ({"deep": {"tags": [[b"x"]]}}, ("deep", "tags", 0, 0)),
        ({"setting": {"a": b"x"}}, ("setting", "a")),
        ({"files": [b"x", {"a": b"x"}]}, ("files", 1, "a")),
        ({"files": [b"x", b"y"], "file": b"x", "deep": {"file": b"x"}}, None),
    ],
)
def test_bytes_in_what_a_form_sends_as_json_are_told(extra: dict[str, Any], at: tuple[str | int, ...] | None) -> None:
    form = table(PROMPT, content="multipart", json_parts=("setting",))
    done = to_request(Intent("a"), form)
    if at is None:
        assert done.http(extra=extra).files
        return
    with pytest.raises(Invalid) as caught:
        done.http(extra=extra)
    why = "bytes in what is sent as one JSON text of a form"
    assert caught.value.problems == (Problem("error", "unreadable", at, b"x", why),)
