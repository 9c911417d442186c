"""Programs as callers write them type-check and run; one planted mistake a file is an error on its marked line."""

from __future__ import annotations

import asyncio
import importlib.util
import inspect
import io
import json
import logging
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, get_args, get_type_hints

import httpx
import pytest
from mypy import api

import imgparams
from imgparams import Http, Intent, IntentFields, Policy, Reference, Size, find, serial

HERE = Path(__file__).parent
PROGRAMS = sorted((HERE / "programs").glob("*.py"))
PLANTED = sorted((HERE / "planted").glob("*.py"))
MARK = "  # error: "
PNG = b"\x89PNG\r\n\x1a\n"

Errors = dict[str, list[tuple[int, str]]]


# ---- what mypy says


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Path]], Errors]:
    cache = tmp_path_factory.mktemp("mypy")

    def run(files: list[Path]) -> Errors:
        """The errors of each file, as a caller's own strict run would have them."""
        options = ["--strict", "--config-file=", "--follow-imports=silent", "--no-pretty", f"--cache-dir={cache}"]
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("MYPYPATH", str(HERE.parents[1]))
            out, trouble, code = api.run([*options, "--no-error-summary", *map(str, files)])
        assert not trouble
        assert code in (0, 1)
        found: Errors = {}
        for line in out.splitlines():
            match = re.fullmatch(r"(.+?):(\d+): (error|note): (.+)", line)
            assert match, line
            if match[3] == "error":
                found.setdefault(Path(match[1]).name, []).append((int(match[2]), match[4]))
        return found

    return run


@pytest.fixture(scope="module")
def planted(errors: Callable[[list[Path]], Errors]) -> Errors:
    return errors(PLANTED)


def test_programs_type_check(errors: Callable[[list[Path]], Errors]) -> None:
    assert len(PROGRAMS) == 12
    assert errors(PROGRAMS) == {}


@pytest.mark.parametrize("path", PLANTED, ids=lambda path: path.stem)
def test_a_planted_mistake_is_an_error_on_its_line(path: Path, planted: Errors) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    marks = [(number, line.split(MARK)[1]) for number, line in enumerate(lines, 1) if MARK in line]
    assert len(marks) == 1
    number, expected = marks[0]
    found = planted.get(path.name, [])
    assert {line for line, _ in found} == {number}
    assert any(expected in text for _, text in found), found


# ---- what annotations and docstrings say


def test_intent_fields_are_the_keywords_of_intent() -> None:
    keywords = get_type_hints(Intent.__init__)
    given = inspect.signature(Intent).parameters
    assert [name for name in given if name != "prompt"] == list(IntentFields.__annotations__)
    for name, hint in get_type_hints(IntentFields).items():
        assert given[name].default is None
        assert set(_members(hint)) | {type(None)} == set(_members(keywords[name])), name


def test_policy_has_every_field_of_an_intent() -> None:
    fields = [name for name in inspect.signature(Policy).parameters if name not in ("default", "within", "unverified")]
    assert sorted(fields) == sorted(inspect.signature(Intent).parameters)


def _members(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if type(None) in get_args(hint) or _is_union(hint) else (hint,)


def _is_union(hint: Any) -> bool:
    return type(hint).__name__ in ("UnionType", "_UnionGenericAlias", "Union")


@pytest.mark.parametrize("name", imgparams.__all__)
def test_every_public_name_has_a_docstring(name: str) -> None:
    value = getattr(imgparams, name)
    assert (value if callable(value) else type(value)).__doc__
    if inspect.isclass(value):
        for key, member in vars(value).items():
            if not key.startswith("_") and (inspect.isfunction(member) or isinstance(member, (property, classmethod))):
                assert inspect.getdoc(getattr(value, key)), f"{name}.{key}"


# ---- the programs run


def program(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"programs_{name}", HERE / "programs" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


class Vendor:
    """A host that keeps what it was sent."""

    def __init__(self) -> None:
        self.calls: list[httpx.Request] = []
        self.client = httpx.Client(base_url="https://vendor.example", transport=httpx.MockTransport(self.answer))

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.calls.append(request)
        return httpx.Response(200, json={})


def test_sdk_method(caplog: pytest.LogCaptureFixture) -> None:
    module, vendor = program("sdk_method"), Vendor()
    images = module.Images({"leonardo": vendor.client}, Policy())
    with caplog.at_level(logging.WARNING):
        module.four_wide(images)
        images.generate("leonardo/phoenix-1.0", "a tower", n=99, quality="high", extra_body={"new": 1})
    first, second = (json.loads(call.content) for call in vendor.calls)
    assert (first["num_images"], first["seed"], first["width"], first["height"]) == (4, 0, 1280, 720)
    assert second["new"] == 1
    assert {record.change["field"] for record in caplog.records} >= {"n", "quality"}  # type: ignore[attr-defined]
    with pytest.raises(imgparams.Invalid, match="did you mean 'seed'"):
        images.generate("leonardo/phoenix-1.0", "a tower", seeds=3)


def test_gateway() -> None:
    module = program("gateway")
    sent: list[Http] = []

    async def forward(call: Http) -> dict[str, str]:
        sent.append(call)
        return {"url": "https://vendor.example/1.png"}

    def ask(**body: object) -> tuple[int, Any]:
        answer: tuple[int, Any] = asyncio.run(module.images(body, forward))
        return answer

    status, _ = ask(model="leo", prompt="a tower", size="1024x1024")
    assert status == 200
    assert sent[0].json
    assert sent[0].json["num_images"] == 1
    status, told = ask(model="flux", prompt="a tower", size="4000x200")
    assert status == 422
    assert [(change["field"], change["kind"]) for change in told["changes"]] == [("size", "clamped")]
    assert ask(model="fluxx", prompt="a tower") == (404, {"model": "fluxx", "near": ("flux",)})


def test_agent_tool() -> None:
    module = program("agent_tool")
    draw = module.draw
    assert list(module.TOOL["input_schema"]["properties"]) == ["prompt", "aspect_ratio", "n"]
    call = draw({"prompt": "a tower", "aspect_ratio": "4:3"})
    assert isinstance(call, Http)
    assert call.path == "/api/rest/v1/generations"
    told = draw({"prompt": 3, "n": 0, "ratio": "4:3"})
    assert len(told.splitlines()) == 3
    assert "n: clamped 99 -> 4" in draw({"prompt": "a tower", "n": 99})


def test_logged_requests(capsys: pytest.CaptureFixture[str]) -> None:
    lines = ['{"prompt": "a tower", "n": 3, "quality": "high"}', "{", "[]", '{"prompt": "b", "size": "1024x1536"}']
    seen = program("logged_requests").replay(io.StringIO("\n".join(lines)))
    out, err = capsys.readouterr()
    assert [json.loads(line)["prompt"] for line in out.splitlines()] == ["a tower", "b"]
    assert [line[:2] for line in err.splitlines()] == ["2 ", "3 "]
    assert seen["quality", "dropped"] == 1


def test_form() -> None:
    module, target = program("form"), find("leonardo/phoenix-1.0")
    filled = {
        "modelId": target.model,
        "prompt": "a tower",
        "contrast": 3.5,
        "num_images": 9,
        "width": 1001,
        "heigt": 512,
    }
    found = module.faults(target, filled)
    assert {name: [line["code"] for line in lines] for name, lines in found.items()} == {
        "n": ["out_of_range", "conflict"],
        "size": ["off_grid"],
        "heigt": ["unknown_field"],
    }
    assert [problem.code for problem in imgparams.check(module.mended(target, filled), target)] == ["unknown_field"]
    assert module.filled_in(target, Intent("a tower", n=2))["num_images"] == 2
    pickers = {picker["field"]: picker for picker in module.pickers(target, Intent("a tower", size="1024x1024"))}
    assert (pickers["n"]["widget"], pickers["n"]["max"], pickers["n"]["unit"]) == ("number", 4, "images")
    assert json.dumps(pickers)


def test_editor() -> None:
    module = program("editor")
    done: set[str] = set()

    def called(what: str, answer: Any) -> Callable[..., Any]:
        def stub(*arguments: object) -> Any:
            done.add(what)
            return answer

        return stub

    editor = module.Editor(
        called("download", PNG), called("upload", "id-1"), called("host", "https://b.example/1"), called("repaint", PNG)
    )
    calls = editor.night(PNG, "https://example.com/a.png", PNG)
    assert list(calls) == list(module.VENDORS)
    assert calls["leonardo/generation"].json["init_image_id"] == "id-1"
    assert set(calls["relaygpu/flux-2-pro"].json) >= {"input_image", "input_image_2"}
    assert [name for name, _ in calls["openai/gpt-image-2"].files].count("image[]") == 2
    assert done >= {"download", "upload"}
    with pytest.raises(LookupError):
        editor.solve(imgparams.Need("find", "mask", Reference(file_id="1", provider="other"), None, "not ours"))
    with pytest.raises(LookupError):
        editor.solve(imgparams.Need("value", "prompt", None, None, "missing"))


def test_house_policy() -> None:
    module, target = program("house_policy"), find("leonardo/phoenix-1.0")
    assert [change.field for change in module.loud(Intent("a tower", n=9, quality="high"), target)] == ["n"]
    assert module.refused_fields(Intent("a tower", size=(1920, 1080), seed=-1), target) == {"size"}
    assert module.refused_fields(Intent("a tower"), target) == set()
    assert [body["num_images"] for body in module.bodies(Intent("a tower", n=9), target)] == [4, 4, 1]


def test_company_tables() -> None:
    module = program("company_tables")
    told = module.draw("acme/muse-2", "a tower", "blue/green")
    assert told == "POST /v1/draw/blue%2Fgreen {'text': 'a tower', 'w': 1024, 'h': 1024, 'count': 4}"
    assert module.TABLES.find("leonardo/house").model == module.OUR_MODEL_ID
    assert module.TABLES.find("acme/muse-2-2026-10") is module.MUSE
    assert len(module.TABLES) == len(imgparams.CATALOG) + 2


def test_multipart_call() -> None:
    vendor = Vendor()
    program("multipart_call").edit(vendor.client, PNG)
    call = vendor.calls[0]
    assert str(call.url) == "https://api-web.eigenai.com/api/v1/generate"
    assert call.headers["content-type"].startswith("multipart/form-data")
    assert b'name="image_file"; filename="image_file.png"\r\nContent-Type: image/png\r\n\r\n' + PNG in call.content
    assert b'name="seed"\r\n\r\n7\r\n' in call.content


def test_which_pixels() -> None:
    module = program("which_pixels")
    assert module.expected("leonardo/phoenix-1.0", "16:9", "1K") == (Size(1280, 720), 4)
    assert module.expected("openai/gpt-image-1.5", "3:2", "1K") == (Size(1536, 1024), 1)
    assert module.expected("openrouter/google/gemini-3-pro-image", "16:9", "2K")[0] is None
    assert module.megapixels({"prompt": "a cat"}, "leonardo/phoenix-1.0") == 1024 * 768 / 1e6
    assert module.megapixels({"prompt": "a cat"}, "openrouter/google/gemini-3-pro-image") is None


def test_typed_wrapper() -> None:
    module = program("typed_wrapper")
    assert (module.PORTRAIT["aspect_ratio"], module.PORTRAIT["resolution"]) == ("16:9", "2K")
    assert module.wide("a heron", n=1)["model"] == "google/gemini-3-pro-image"
    assert module.read({"prompt": "a heron", "n": 1}) == Intent("a heron", n=1)


def test_pinned_tables(tmp_path: Path) -> None:
    module, tables = program("pinned_tables"), tmp_path / "tables.json"
    module.save(tables)
    assert module.changed(tables) == []
    company = module.company(tables)
    assert module.changed(tables, company) == [
        "relaygpu/flux-2-pro-measured: target added: POST /v2/image/flux/generate"
    ]
    assert len(company) == len(imgparams.CATALOG) + 1
    measured = company.find("relaygpu/flux-2-pro-measured")
    assert [problem.code for problem in imgparams.check({"prompt": "a", "safety_tolerance": 6}, measured)] == [
        "out_of_range"
    ]
    assert serial.load(imgparams.Catalog, serial.dump(company)) == company
