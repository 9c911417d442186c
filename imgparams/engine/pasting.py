"""A call as text to paste: a curl command, a few lines of Python. A key is always a variable, never a value.

    curl -X POST https://api.example.com/v1/draw \\
      -H "Authorization: Bearer $ACME_API_KEY" \\
      -H 'Content-Type: application/json' \\
      --data-raw '{"prompt": "a cat"}'

A POSIX shell expands nothing in it but the variables of the key and of a host that is not known. What looks like a
credential in a request is replaced, and a comment says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from imgparams.texts import HIDDEN, is_secret, without_credentials, without_secrets
from imgparams.values import short

if TYPE_CHECKING:
    from imgparams.engine.call import FormPart, Http

_LONGEST = 100_000  # bytes of an argument; Linux refuses more than 128 KiB
_NO_HOST = "the host is not known: set {} to its address, such as https://api.example.com"
_NO_HEADER = "no header for a key is known: add one if the host needs it"
_HAS_HIDDEN = "what looked like a credential was replaced: fill it in"


def variable(provider: str, what: str) -> str:
    """Returns the name of a shell variable: `AZURE_OPENAI_API_KEY`."""
    name = re.sub(r"[^A-Z0-9]+", "_", provider.upper()).strip("_")
    return f"MY_{what}" if not name or name[0].isdigit() else f"{name}_{what}"


def curl(call: Http) -> str:
    """Returns a call as a curl command for a POSIX shell."""
    from shlex import quote

    parts = list(_named(call.files or ()))
    files = [f"{name} is the file of {_word(part[0])}" for part, name in parts if name]
    host = "" if call.base_url else f'"${variable(call.provider, "BASE_URL")}"'
    lines = [f"curl -X {quote(call.method)} {host}{quote(_url(call))}"]
    if set(call.url) & set("[]{}"):
        lines.append("--globoff")
    lines += [f'-H "{_in_double_quotes(header, call)}"' for header in _key_headers(call)]
    lines += [f"-H {quote(f'{name}: {value}')}" for name, value in _headers(call)]
    if call.files is None:
        named = any(name.lower() == "content-type" for name in call.headers)
        lines += [] if named else ["-H 'Content-Type: application/json'"]
        lines.append(_shell_body(_json_text(call.json)))
    lines += [_form_field(part, name) for part, name in parts]
    return "\n".join([*(f"# {comment}" for comment in (*_comments(call), *files)), " \\\n  ".join(lines)])


def _in_double_quotes(header: str, call: Http) -> str:
    """Returns the header of a key for a shell, which expands the variable in it and nothing else."""
    before, _, after = (re.sub(r'([\\"$`])', r"\\\1", part) for part in header.partition("{key}"))
    return f"{before}${variable(call.provider, 'API_KEY')}{after}"


def _shell_body(text: str) -> str:
    from shlex import quote

    if len(text.encode()) <= _LONGEST:
        return f"--data-raw {quote(text)}"
    return f"--data-binary @- <<'END'\n{text}\nEND"  # no line of JSON is the word that ends it


def _form_field(part: FormPart, name: str) -> str:
    """Returns a part of a form; a text with characters that a terminal would act on comes from a file too."""
    from shlex import quote

    key, (file, _, media_type) = part
    if not name:
        return f"--form-string {quote(f'{key}={_form_text(part)}')}"
    kind = f";type={media_type}" if media_type else ""
    return f"-F {quote(f'{key}=<{name}' if file is None else f'{key}=@{name}{kind}')}"


def as_python(call: Http) -> str:
    """Returns a call as lines of Python that send it with httpx."""
    key, host = (f'os.environ["{variable(call.provider, what)}"]' for what in ("API_KEY", "BASE_URL"))
    url = repr(_url(call)) if call.base_url else f"{host} + {_url(call)!r}"
    headers = [f"{name!r}: {f'{start!r} + {key}' if start else key}" for name, start in map(_split, _key_headers(call))]
    headers += [f"{name!r}: {value!r}" for name, value in _headers(call)]
    lines = [f"{call.method!r},", f"{url},", *(["headers={" + ", ".join(headers) + "},"] if headers else [])]
    if call.files is None:
        lines += f"json={_python(call.json)},".split("\n")
    else:
        lines += ["files=[", *(f"    {_python_part(part, name)}," for part, name in _named(call.files)), "],"]
    lines += ["timeout=600,"]
    imports = ["import os\n"] if any("os.environ[" in line for line in (url, *headers)) else []
    sent = ["response = httpx.request(", *(f"    {line}" for line in lines), ")", "response.raise_for_status()"]
    return "\n".join([*(f"# {comment}" for comment in _comments(call)), *imports, "import httpx\n", *sent])


def _python(value: Any) -> str:
    from pprint import pformat

    return pformat(without_secrets(value), width=100, sort_dicts=False)


def _python_part(part: FormPart, name: str) -> str:
    key, (file, _, media_type) = part
    if file is None:
        return f"({key!r}, (None, {_form_text(part)!r}))"
    return f"({key!r}, ({name!r}, open({name!r}, 'rb'){f', {media_type!r}' if media_type else ''}))"


# ---- what both have


def _comments(call: Http) -> Iterator[str]:
    """Yields what is to be known before the text is used, in characters that no shell acts on."""
    if not call.base_url:
        yield _NO_HOST.format(variable(call.provider, "BASE_URL"))
    if not call.key_header:
        yield _NO_HEADER
    hidden = without_secrets(call.json) != call.json or any(
        HIDDEN in text for text in (_url(call), *dict(_headers(call)).values())
    )
    texts = (part for part in call.files or () if part[1][0] is None)
    if hidden or any(_form_text(part) != part[1][1].decode() for part in texts):
        yield _HAS_HIDDEN


def summary(call: Http) -> str:
    """Returns a call in one line: `POST https://api.example.com/v1/draw: {'prompt': 'a cat'}`."""
    host = "" if call.base_url else f"${variable(call.provider, 'BASE_URL')}"
    parts = [(key, file or _form_text((key, (file, data, kind)))) for key, (file, data, kind) in call.files or ()]
    told = f", overwritten: {'; '.join(one.wire for one in call.overwritten)}" if call.overwritten else ""
    body = without_secrets(call.json) if call.files is None else parts
    return f"{call.method} {host}{_url(call)}: {short(body)}{told}"


def _url(call: Http) -> str:
    """Returns the URL without credentials, or the path where the host is not known."""
    return without_credentials(call.base_url + call.path)


def _key_headers(call: Http) -> Iterator[str]:
    """Yields the header of the key, and others in which the caller gave a credential, with `{key}` in its place."""
    if call.key_header:
        yield call.key_header
    yield from (f"{name}: {{key}}" for name in call.headers if is_secret(name) and name.lower() != _own(call))


def _headers(call: Http) -> Iterator[tuple[str, str]]:
    for name, value in call.headers.items():
        if not is_secret(name) and name.lower() != _own(call):
            yield name, without_credentials(value)


def _own(call: Http) -> str:
    return call.key_header.partition(":")[0].lower()


def _split(header: str) -> tuple[str, str]:
    name, _, form = header.partition(": ")
    return name, form.removesuffix("{key}")


def _form_text(part: FormPart) -> str:
    """Returns the text of a part without credentials; it may be JSON, and its key `options[api_key]`."""
    import json  # here, and what else only texts need: importing imgparams is to be quick

    key, (_, data, _) = part
    text = data.decode()
    if is_secret((re.findall(r"[\w-]+", key) or [""])[-1]) and text:
        return HIDDEN
    if text[:1] in ("{", "["):
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return without_credentials(text)
        return text if without_secrets(value) == value else json.dumps(without_secrets(value))
    return without_credentials(text)


_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029]")


def _json_text(body: Any) -> str:
    import json

    text = json.dumps(without_secrets(body), indent=2, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


_ACTED_ON = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # by a terminal, so not a new line


def _named(parts: Sequence[FormPart]) -> Iterator[tuple[FormPart, str]]:
    """Yields the parts of a form, each with a name of its own if it has to come from a file."""
    taken = set[str]()
    for part in parts:
        key, (file, data, _) = part
        name = ""
        if file is not None or len(data) > _LONGEST or _ACTED_ON.search(data.decode()):
            suffix = _word(file.rpartition(".")[2]) if file is not None else "txt"
            stems = (_word(key) + (f"_{n}" if n > 1 else "") for n in range(1, len(parts) + 1))
            name = next(f"{stem}.{suffix}" for stem in stems if f"{stem}.{suffix}" not in taken)
            taken.add(name)
        yield part, name


def _word(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_") or "file"
