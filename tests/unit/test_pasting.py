"""The texts to paste, to the letter: whole curl commands and lines of Python for calls of every kind."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import Http, Overwritten
from imgparams.engine.pasting import variable
from imgparams.texts import HIDDEN

PNG = b"\x89PNG"
HOST = "https://api.acme.example"
KEY = "x-key: {key}"
REPLACED = "# what looked like a credential was replaced: fill it in\n"
NO_HOST = "# the host is not known: set {} to its address, such as https://api.example.com\n"
NO_HEADER = "# no header for a key is known: add one if the host needs it\n"


def call(json: Any = None, files: Any = None, path: str = "/v1", **facts: Any) -> Http:
    return Http("POST", path, json, files, **{"base_url": HOST, "key_header": KEY, "provider": "acme", **facts})


def form(*parts: Any, **facts: Any) -> Http:
    return call(files=list(parts), **facts)


def text(key: str, value: str) -> Any:
    return key, (None, value.encode(), None)


def file(key: str, name: str, media_type: str | None = "image/png") -> Any:
    return key, (name, PNG, media_type)


@pytest.mark.parametrize(
    ("provider", "name"),
    [
        ("acme", "ACME_KEY"),
        ("a.b--c", "A_B_C_KEY"),
        ("_a_", "A_KEY"),
        ("3d", "MY_KEY"),
        ("", "MY_KEY"),
        ("é", "MY_KEY"),
    ],
)
def test_the_name_of_a_variable(provider: str, name: str) -> None:
    assert variable(provider, "KEY") == name


BARE = Http(
    "PUT",
    "/v1/a b?x={y}",
    {"a": [1, None]},
    None,
    {"Accept": "a/b", "X-Api-Key": "hunter2", "Authorization": "Bearer x", "X-T": "Bearer abc123def"},
    key_header='X-"$`\\: {key}!',
    provider="acme-2",
)


def test_a_call_to_a_host_that_is_not_known() -> None:
    assert BARE.curl() == NO_HOST.format("ACME_2_BASE_URL") + REPLACED + (
        """curl -X PUT "$ACME_2_BASE_URL"'/v1/a b?x={y}' \\
  --globoff \\
  -H "X-\\"\\$\\`\\\\: $ACME_2_API_KEY!" \\
  -H "X-Api-Key: $ACME_2_API_KEY" \\
  -H "Authorization: $ACME_2_API_KEY" \\
  -H 'Accept: a/b' \\
  -H 'X-T: <credential>' \\
  -H 'Content-Type: application/json' \\
  --data-raw '{
  "a": [
    1,
    null
  ]
}'"""
    )
    key = 'os.environ["ACME_2_API_KEY"]'
    python = call({"a": 1}, headers={"Accept": "a", "Cookie": "b"}, base_url="", provider="acme-2").as_python()
    assert python == NO_HOST.format("ACME_2_BASE_URL") + (
        f"""import os

import httpx

response = httpx.request(
    'POST',
    os.environ["ACME_2_BASE_URL"] + '/v1',
    headers={{'x-key': {key}, 'Cookie': {key}, 'Accept': 'a'}},
    json={{'a': 1}},
    timeout=600,
)
response.raise_for_status()"""
    )


def test_a_call_without_a_header_for_a_key() -> None:
    bare = call([{"a": "\x7f\u2028é"}], key_header="")
    assert bare.curl() == NO_HEADER + (
        """curl -X POST https://api.acme.example/v1 \\
  -H 'Content-Type: application/json' \\
  --data-raw '[
  {
    "a": "\\u007f\\u2028é"
  }
]'"""
    )
    assert bare.as_python() == NO_HEADER + (
        r"""import httpx

response = httpx.request(
    'POST',
    'https://api.acme.example/v1',
    json=[{'a': '\x7f\u2028é'}],
    timeout=600,
)
response.raise_for_status()"""
    )


def test_a_header_of_the_caller_is_not_that_of_the_key() -> None:
    given = call({}, headers={"X-KEY": "y", "Content-type": "a/b"}, key_header="X-Key: Token {key}")
    assert given.curl() == (
        "curl -X POST https://api.acme.example/v1 \\\n"
        '  -H "X-Key: Token $ACME_API_KEY" \\\n'
        "  -H 'Content-type: a/b' \\\n"
        "  --data-raw '{}'"
    )
    assert given.as_python().splitlines()[7] == (
        """    headers={'X-Key': 'Token ' + os.environ["ACME_API_KEY"], 'Content-type': 'a/b'},"""
    )
    bare = call({}, key_header="X-Acme: a", path="/X")
    assert bare.curl().splitlines()[:2] == [f"curl -X POST {HOST}/X \\", '  -H "X-Acme: a$ACME_API_KEY" \\']
    assert bare.as_python().splitlines()[7] == """    headers={'X-Acme': 'a' + os.environ["ACME_API_KEY"]},"""
    other = call({}, headers={"x-acme": "y", "X-b": "z"}, key_header="X-Acme: a: {key}")
    assert other.curl().splitlines()[1:3] == ['  -H "X-Acme: a: $ACME_API_KEY" \\', "  -H 'X-b: z' \\"]
    assert other.as_python().splitlines()[7] == (
        """    headers={'X-Acme': 'a: ' + os.environ["ACME_API_KEY"], 'X-b': 'z'},"""
    )


PARTS = [
    text("prompt", "a\nb"),
    file("image[]", "a b.png"),
    file("image[]", "b.png"),
    file("image[]", "b.jpg", "image/jpeg"),
    file("x/y", "b", None),
    text("note", "a\x1b"),
    text("o[api_key]", "hunter2"),
    text("o[api_key]", ""),
    text("[]", '[{"password": "x"}]'),
    text("!", "\t"),
]


def test_a_form() -> None:
    assert form(*PARTS).curl() == REPLACED + (
        """# image.png is the file of image
# image_2.png is the file of image
# image.jpg is the file of image
# x_y.b is the file of x_y
# note.txt is the file of note
# file.txt is the file of file
curl -X POST https://api.acme.example/v1 \\
  -H "x-key: $ACME_API_KEY" \\
  --form-string 'prompt=a
b' \\
  -F 'image[]=@image.png;type=image/png' \\
  -F 'image[]=@image_2.png;type=image/png' \\
  -F 'image[]=@image.jpg;type=image/jpeg' \\
  -F x/y=@x_y.b \\
  -F 'note=<note.txt' \\
  --form-string 'o[api_key]=<credential>' \\
  --form-string 'o[api_key]=' \\
  --form-string '[]=[{"password": "<credential>"}]' \\
  -F '!=<file.txt'"""
    )
    assert form(*PARTS).as_python() == REPLACED + (
        """import os

import httpx

response = httpx.request(
    'POST',
    'https://api.acme.example/v1',
    headers={'x-key': os.environ["ACME_API_KEY"]},
    files=[
        ('prompt', (None, 'a\\nb')),
        ('image[]', ('image.png', open('image.png', 'rb'), 'image/png')),
        ('image[]', ('image_2.png', open('image_2.png', 'rb'), 'image/png')),
        ('image[]', ('image.jpg', open('image.jpg', 'rb'), 'image/jpeg')),
        ('x/y', ('x_y.b', open('x_y.b', 'rb'))),
        ('note', (None, 'a\\x1b')),
        ('o[api_key]', (None, '<credential>')),
        ('o[api_key]', (None, '')),
        ('[]', (None, '[{"password": "<credential>"}]')),
        ('!', (None, '\\t')),
    ],
    timeout=600,
)
response.raise_for_status()"""
    )


@pytest.mark.parametrize("letter", ["\x00", "\x09", "\x0b", "\x1f", "\x7f", "\x9f"])
def test_a_letter_that_a_terminal_acts_on_is_in_no_command(letter: str) -> None:
    assert form(text("a", letter)).curl().splitlines()[-1] == "  -F 'a=<a.txt'"


@pytest.mark.parametrize("letter", ["\x0a", "\x20", "\x7e", "\xa0"])
def test_other_letters_are_in_the_command(letter: str) -> None:
    assert form(text("a", letter)).curl().endswith(f"  --form-string 'a={letter}'")


def test_what_is_too_long_for_an_argument() -> None:
    assert form(text("a", "x" * 100_000)).curl().endswith(f"--form-string a={'x' * 100_000}")
    assert form(text("a", "é" * 50_001)).curl().splitlines()[-1] == "  -F 'a=<a.txt'"
    body = '"' + "é" * 49_999 + '"'
    assert call("é" * 49_999).curl().endswith(f" \\\n  --data-raw '{body}'")
    assert call("é" * 50_000).curl().endswith(f" \\\n  --data-binary @- <<'END'\n\"{'é' * 50_000}\"\nEND")


def test_every_file_of_a_form_has_a_name_of_its_own() -> None:
    assert form(file("Xa", "X.PNGX")).curl().startswith("# Xa.PNGX is the file of Xa\n")
    named = form(*[file("a", "x.png")] * 3, file("a_2", "y.png"), file("é", "z.é"), text("a", "\t"), file("a", "q."))
    names = [line.split()[1] for line in named.curl().splitlines() if line.startswith("#")]
    assert names == ["a.png", "a_2.png", "a_3.png", "a_2_2.png", "file.file", "a.txt", "a.file"]


@pytest.mark.parametrize(
    ("key", "said", "told"),
    [
        ("a", "Bearer abc123def", HIDDEN),
        ("a", '{"cookie": "x", "b": [1]}', f'{{"cookie": "{HIDDEN}", "b": [1]}}'),
        ("a", '[ "x" ]', '[ "x" ]'),
        ("a", "{Bearer abc123def", f"{{{HIDDEN}"),
        ("a", "[" * 100_000, "[" * 100_000),
        ("cookie", "x", HIDDEN),
        ("a[cookie]", "x", HIDDEN),
        ("cookie[a]", "x", "x"),
        ("x-api-key[]", "x", HIDDEN),
        ("a", "", ""),
        ("", "x", "x"),
    ],
    ids=lambda value: value[:20],
)
def test_a_text_of_a_form(key: str, said: str, told: str) -> None:
    pasted = form(text(key, said))
    assert f"\n        ({key!r}, (None, {told!r})),\n" in pasted.as_python()
    assert pasted.as_python().startswith(REPLACED) == pasted.curl().startswith(REPLACED) == (said != told)


@pytest.mark.parametrize(
    "given",
    [
        call({"a": "Bearer abc123def"}),
        call({}, path="/v1?sig=hunter2"),
        call({}, headers={"X-Other": "Bearer abc123def"}),
        form(path="/v1?token=hunter2"),
        form(text("a", "Bearer abc123def"), file("b", "c.png")),
    ],
)
def test_what_was_replaced_is_told(given: Http) -> None:
    for pasted in (given.curl(), given.as_python()):
        assert pasted.startswith(REPLACED)
        assert "<credential>" in pasted
    assert "<credential>" in repr(given) or given.headers


def test_nothing_is_told_where_nothing_was_replaced() -> None:
    for given in (
        call({"a": 1}, headers={"X-A": "b", "Cookie": "c"}),
        form(text("a", "b"), file("b", "c.png")),
        form(),
    ):
        assert given.curl().partition("\n")[0] in (
            "curl -X POST https://api.acme.example/v1 \\",
            "# b.png is the file of b",
        )
        assert given.as_python().startswith("import os\n\nimport httpx\n\nresponse")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (call({"a": "Bearer abc123def", "cookie": 1}), f"{HOST}/v1: {{'a': '{HIDDEN}', 'cookie': '{HIDDEN}'}}"),
        (call([{"a": 1}], base_url=""), "$ACME_BASE_URL/v1: [{'a': 1}]"),
        (call([], path="/v1?sig=x"), f"{HOST}/v1?sig={HIDDEN}: []"),
        (form(), f"{HOST}/v1: []"),
        (
            form(text("a", "Bearer abc123def"), text("cookie", "x"), file("b", "c.png")),
            f"{HOST}/v1: [('a', '{HIDDEN}'), ('cookie', '{HIDDEN}'), ('b', 'c.png')]",
        ),
        (
            call({}, overwritten=(Overwritten("a.b", 1, 2), Overwritten("c", 1, 2))),
            f"{HOST}/v1: {{}}, overwritten: a.b; c",
        ),
    ],
)
def test_a_call_in_one_line(given: Http, told: str) -> None:
    assert repr(given) == f"<POST {told}>"


def test_long_json_in_python_is_wrapped() -> None:
    one, two = call(["x" * 46, "y" * 46]).as_python(), call(["x" * 46, "y" * 47]).as_python()
    assert one.splitlines()[8:10] == [f"    json=['{'x' * 46}', '{'y' * 46}'],", "    timeout=600,"]
    assert two.splitlines()[8:10] == [f"    json=['{'x' * 46}',", f"     '{'y' * 47}'],"]
    assert "json={'b': 1, 'a': 2}," in call({"b": 1, "a": 2}).as_python()
