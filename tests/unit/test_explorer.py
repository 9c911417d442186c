"""The explorer without a browser: what the page asks the library, what it carries, where the runtime is found."""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from imgparams import (
    ALL,
    CATALOG,
    STRICT,
    Intent,
    Invalid,
    Policy,
    Refused,
    Target,
    capabilities,
    find,
    plan,
    rank,
    targets,
    to_request,
)
from imgparams.errors import Change
from imgparams.explorer import answers, building, page, pyodide
from imgparams.explorer.building import write
from imgparams.explorer.pyodide import VERSION, runtime
from imgparams.tables import Field, Int, Param, Text
from imgparams.texts import shown

MINE = Target(
    name="acme/muse",
    method="POST",
    path="/draw",
    docs="https://acme.example",
    checked="2026-11-01",
    rows=(Param("text", Field.prompt, Text(max_length=5), required=True),),
)


def asked(wish: dict[str, str], names: tuple[str, ...]) -> list[dict[str, Any]]:
    return json.loads(answers.answer(json.dumps(wish), json.dumps(names)))  # type: ignore[no-any-return]


# ---- wishes


def test_a_wish_is_an_intent_and_a_policy() -> None:
    wish = {
        "prompt": "a cat",
        "n": "3",
        "stream": "false",
        "strength": "0.5",
        "seed": "0",
        "must": "n,seed",
        "allow": "any",
    }
    ask, policy = answers.intent_of(wish)
    assert ask == Intent("a cat", n=3, stream=False, strength=0.5, seed=0)
    assert policy == Policy(ALL, n=(), seed=())


def test_an_empty_text_is_not_asked() -> None:
    assert answers.intent_of({"prompt": "", "n": ""})[0] == Intent()


@pytest.mark.parametrize(
    ("allow", "policy"), [("kept", Policy(("clamped", "mapped", "added"))), ("any", Policy(ALL)), ("none", STRICT)]
)
def test_what_may_change(allow: str, policy: Policy) -> None:
    assert answers.intent_of({"allow": allow})[1] == policy


def test_pictures_are_urls_or_files_of_a_role() -> None:
    urls = answers.intent_of({"references": "2", "role": "style", "mask": "white"})[0]
    assert [(picture.url, picture.role) for picture in urls.references] == [
        ("https://example.com/1.png", "style"),
        ("https://example.com/2.png", "style"),
    ]
    assert urls.mask
    assert urls.mask.edits == "white"
    files = answers.intent_of({"references": "1", "references_as": "file"})[0]
    assert files.references[0].data == answers.PIXEL
    assert answers.PIXEL.startswith(b"\x89PNG\r\n")


def test_every_fault_of_a_wish_at_once() -> None:
    wish = {"n": "0", "size": "big", "references": "many", "colour": "red", "must": "m", "allow": "all"}
    found = json.loads(answers.read(json.dumps(wish)))["problems"]
    assert {problem["field"] for problem in found} == {"n", "size", "references", "colour", "must", "allow"}
    assert json.loads(answers.read(json.dumps({"n": "1"})))["problems"] == []


@pytest.mark.parametrize("references", ["-1", "51", "1.5", "true", '"2"', "x"])
def test_how_many_pictures(references: str) -> None:
    with pytest.raises(Invalid, match="out_of_range at references: how many pictures, 0 to 50"):
        answers.intent_of({"references": references})


@pytest.mark.parametrize(
    ("wish", "ratio", "area"),
    [
        ({"size": "1920x1080"}, 1920 / 1080, 1920 * 1080),
        ({"aspect_ratio": "16:9"}, 16 / 9, None),
        ({"aspect_ratio": "auto", "resolution": "2K"}, None, 2048 * 2048),
        ({}, None, None),
    ],
)
def test_the_shape_to_draw(wish: dict[str, str], ratio: float | None, area: float | None) -> None:
    assert json.loads(answers.read(json.dumps(wish)))["shape"] == {"ratio": ratio, "area": area}


# ---- answers


def test_rows_say_what_the_library_does() -> None:
    wish = {"prompt": "a cat", "aspect_ratio": "16:9", "n": "6", "references": "1", "must": "n"}
    rows = asked(wish, targets())
    assert rows == [expected(row["name"], *answers.intent_of(wish)) | {"order": row["order"]} for row in rows]
    assert {row["group"] for row in rows} == {"exact", "unverified", "changed", "refused"}


def expected(name: str, ask: Intent, policy: Policy) -> dict[str, Any]:
    """A row, written from the library's answer."""
    changes: list[Any]
    try:
        done = to_request(ask, find(name), allow=policy)
    except Refused as error:
        changes = [{**change_of(change), "refused": change in error.refused} for change in error.changes]
        return {"name": name, "group": "refused", "changes": changes, "needs": [], "unverified": [], "problems": []}
    return {
        "name": name,
        "group": "changed" if done.changes else "unverified" if done.unverified else "exact",
        "pixels": list(done.pixels) if done.pixels else None,
        "count": done.count,
        "changes": [change_of(change) for change in done.changes],
        "needs": [{"at": need.at, "kind": need.kind, "why": need.why} for need in done.needs],
        "unverified": list(done.unverified),
        "problems": [],
    }


def change_of(change: Change) -> dict[str, str]:
    asked, became = shown(change.asked), shown(change.became)
    return {"field": change.field, "kind": change.kind, "asked": asked, "became": became, "why": change.why}


def test_the_order_is_that_of_rank() -> None:
    rows = asked({"n": "6", "quality": "high", "allow": "any"}, targets())
    ordered = sorted(rows, key=lambda row: row["order"])
    ranked = rank(Intent(n=6, quality="high"), [find(name) for name in targets()], allow=ALL)
    assert [len(row["changes"]) for row in ordered] == [len(done.changes) for done in ranked]
    same = [row["name"] == done.target.name for row, done in zip(ordered, ranked, strict=True)]
    assert same.count(False) < 20  # a few have another name in the catalog than their own


def opened(wish: dict[str, str], name: str) -> dict[str, Any]:
    return json.loads(answers.opened(json.dumps(wish), name))  # type: ignore[no-any-return]


def test_an_opened_target_has_its_request_calls_and_table() -> None:
    found = opened({"prompt": "a cat", "n": "6", "seed": "1"}, "leonardo/phoenix-1.0")
    done = to_request(Intent("a cat", n=6, seed=1), find("leonardo/phoenix-1.0"))
    assert json.loads(found["request"]) == done.request
    assert [json.loads(call)["num_images"] for call in found["calls"]] == [4, 2]
    assert [row["field"] for row in found["takes"]] == list(capabilities(done.target))
    assert {rule["why"] for rule in found["rules"]} == {rule.why for rule in done.target.rules}
    n = next(row for row in found["takes"] if row["field"] == "n")
    assert (n["takes"], n["now"]) == ("1 to 8", "1 to 4")


def test_an_opened_target_that_refuses_shows_the_nearest() -> None:
    found = opened({"prompt": "a cat", "quality": "high"}, "leonardo/phoenix-1.0")
    assert found["group"] == "refused"
    assert (
        json.loads(found["request"])
        == to_request(Intent("a cat", quality="high"), find("leonardo/phoenix-1.0"), allow=ALL).request
    )
    assert found["python"].endswith("# raises Refused")
    assert found["calls"] == []
    must = opened({"n": "9", "allow": "any", "must": "n"}, "leonardo/phoenix-1.0")
    for shown_as in (found["python"], must["python"]):
        with pytest.raises(Refused):
            exec(shown_as, {})


def test_calls_that_can_not_be_made_are_told() -> None:
    found = opened({"n": "100", "seed": "0", "allow": "any", "must": "seed"}, "leonardo/phoenix-1.0")
    assert len(found["calls"]) == 25
    assert opened({"n": "101"}, "leonardo/phoenix-1.0")["calls"] == []


def test_every_call_is_there_as_curl_unless_something_is_missing() -> None:
    lacking = []
    for target in CATALOG.values():
        done = to_request(Intent("a cat"), target, allow=ALL)
        text = answers.curl(done)
        assert bool(text) is not bool(done.needs)
        assert all(f"YOUR-{need.at.upper().replace('_', '-')}" in text for need in done.call_needs if text)
        lacking += [target.name] * bool(done.call_needs and text)
    assert len(lacking) > 10


def test_the_first_answer_is_in_the_page() -> None:
    made = page(FAKE, tables=CATALOG | {MINE.name: MINE})
    found = re.search(r'id="first">(.*?)</script>', made)
    assert found
    first = json.loads(found[1].replace("<\\/", "</"))
    assert sorted(row["name"] for row in first["rows"]) == sorted([*targets(), MINE.name])
    assert first["shape"] == json.loads(answers.read(json.dumps(first["wish"])))["shape"]
    some = ("leonardo/phoenix-1.0", "openai/gpt-image-2", "bfl/flux-2-pro")
    assert [row for row in first["rows"] if row["name"] in some] == sorted(
        asked(first["wish"], some), key=lambda row: list(CATALOG).index(row["name"])
    )
    assert made.index('id="first"') < made.index('class="part"')


def test_bytes_of_a_request_are_told_not_shown() -> None:
    found = opened({"references": "1", "references_as": "file", "prompt": "x"}, "openai/gpt-image-1.5")
    assert found["target"] == "openai/gpt-image-1.5:edit"
    assert f"<{len(answers.PIXEL)} bytes>" in found["request"]


def test_calls_that_would_take_a_change_that_is_not_allowed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (Param("n", Field.n, Int(1, 4, round_down=True)), Param("seed", Field.seed, Int(0, 9)))
    _use(monkeypatch, MINE.but(*rows))
    wish = {"n": "6", "seed": "4", "must": "seed"}
    assert [json.loads(call) for call in opened(wish, MINE.name)["calls"]] == [
        {"n": 4, "seed": 4},
        {"n": 2, "seed": 8},
    ]
    found = opened({**wish, "seed": "5"}, MINE.name)
    assert found["group"] == "changed"
    with pytest.raises(Refused) as caught:
        plan(Intent(n=6, seed=5), MINE.but(*rows), allow=Policy(seed=()))
    assert found["calls"] == [str(caught.value)]
    assert "seed: clamped 5 -> 4" in found["calls"][0]


def _use(monkeypatch: pytest.MonkeyPatch, target: Target) -> None:
    monkeypatch.setattr(answers, "_catalog", CATALOG)  # to put it back
    answers.use(json.dumps(building._dumped({target.name: target})))


def test_tables_of_a_caller_are_beside_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    wish = {"prompt": "a big cat"}
    assert "unknown_target" in opened(wish, MINE.name)
    _use(monkeypatch, MINE)
    assert json.loads(opened(wish, MINE.name)["request"]) == {"text": "a big"}
    assert "unknown_target" not in opened(wish, "leonardo/phoenix-1.0")


def test_an_unknown_target_is_told() -> None:
    assert "did you mean leonardo/phoenix-1.0" in opened({}, "leonardo/phoenix")["unknown_target"]


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"prompt": 'it\'s "dusk"\n\\ é', "n": "3", "allow": "any"},
        {"size": "1920x1080", "must": "n", "n": "1", "allow": "any"},
        {
            "aspect_ratio": "21:9",
            "resolution": "2K",
            "references": "2",
            "role": "style",
            "mask": "black",
            "allow": "any",
        },
        {"references": "2", "references_as": "file", "stream": "true", "strength": "0.25", "allow": "any"},
    ],
)
@pytest.mark.parametrize("name", ["leonardo/phoenix-1.0", "openai/gpt-image-1.5", "bfl/flux-2-pro"])
def test_the_python_shown_gives_the_request(
    wish: dict[str, str], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("picture.png").write_bytes(answers.PIXEL)
    found = opened(wish, name)
    assert found["group"] != "refused"
    known: dict[str, Any] = {}
    exec(found["python"], known)
    ask, _ = answers.intent_of(wish)
    assert known["done"].request == to_request(ask, find(name), allow=ALL).request
    assert (known["ask"].references != ()) == ("references" in wish)


# ---- the page

NEWER = pytest.mark.skipif(
    sys.version_info < (3, 11), reason="the archive is for the Python of the browser, where cattrs needs no backports"
)
FAKE = {name: name.encode() for name in pyodide.FILES} | {"pyodide-lock.json": b'{"info": {"python": "3.14"}}'}


@NEWER
def test_the_library_runs_from_its_archive_alone(tmp_path: Path) -> None:
    tmp_path.joinpath("library.zip").write_bytes(building.library())
    code = (
        "import sys; sys.path.insert(0, 'library.zip')\n"
        "from imgparams.explorer import answers\n"
        'print(answers.answer(\'{"n": "1"}\', \'["openai/gpt-image-2"]\'))\n'
        "print([m for m in ('cattrs', 'hypothesis', 'rich', 'subprocess', 'tarfile') if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code.replace("'library.zip'", repr(str(tmp_path / "library.zip")))],
        capture_output=True,
        text=True,
    )
    assert ran.stderr == ""
    first, second = ran.stdout.splitlines()
    assert json.loads(first)[0]["name"] == "openai/gpt-image-2"
    assert second == "[]"


@NEWER
def test_the_archive_of_a_callers_tables_reads_them(tmp_path: Path) -> None:
    tmp_path.joinpath("library.zip").write_bytes(building.library(tables=True))
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'library.zip')!r})\n"
        "from imgparams.explorer import answers\n"
        "answers.use(sys.stdin.read())\n"
        "print(answers.opened('{\"prompt\": \"a big cat\"}', 'acme/muse'))"
    )
    tables = json.dumps(building._dumped({MINE.name: MINE}))
    ran = subprocess.run([sys.executable, "-I", "-S", "-c", code], input=tables, capture_output=True, text=True)
    assert ran.stderr == ""
    assert json.loads(json.loads(ran.stdout)["request"]) == {"text": "a big"}


def test_the_archive_does_without_what_an_older_cattrs_does_not_need(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _names(building.library(tables=True))
    monkeypatch.setitem(sys.modules, "typing_extensions", None)  # as if it were not installed
    assert _names(building.library(tables=True)) == whole - {"typing_extensions.py"} != whole


def _names(archive: bytes) -> set[str]:
    return set(zipfile.ZipFile(io.BytesIO(archive)).namelist())


def test_the_page_is_whole_and_the_same_each_time() -> None:
    made = page(FAKE)
    assert made == page(FAKE)
    assert made.count("<script") == made.count("</script>")
    names = re.search(r'id="names">(.*?)</script>', made)
    assert names
    listed = json.loads(names[1])
    assert [target["name"] for target in listed] == list(targets())
    assert {target["name"]: (target["model"], target["own"]) for target in listed}["azure-openai/gpt-image-2"] == (
        "openai/gpt-image-2",
        False,
    )
    assert "<!--" not in made


def test_the_page_names_nothing_to_fetch() -> None:
    assert re.findall(r"<(?!a )[^>]*\b(?:src|href)=\"[^#\"]", page(FAKE)) == []
    assert "default-src 'none'" in page(FAKE)


def test_a_page_with_tables_of_a_caller() -> None:
    made = page(FAKE, tables=CATALOG | {MINE.name: MINE})
    assert '"acme/muse"' in made
    assert 'id="tables"></script>' in page(FAKE, tables=CATALOG)
    assert 'id="tables"></script>' not in made


# ---- the runtime


def tgz(path: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def folder(path: Path, files: dict[str, bytes]) -> Path:
    path.mkdir(parents=True)
    for name, data in files.items():
        path.joinpath(name).write_bytes(data)
    return path


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Small files in the place of the runtime's, a folder without node_modules, no npm."""
    monkeypatch.setattr(pyodide, "FILES", {name: hashlib.sha256(data).hexdigest() for name, data in FAKE.items()})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")


@pytest.mark.usefixtures("known")
def test_a_runtime_from_a_folder_an_archive_or_node_modules(tmp_path: Path) -> None:
    assert runtime(folder(tmp_path / "a", FAKE)) == FAKE
    assert runtime(str(tgz(tmp_path / "a.tgz", {**FAKE, "more": b""}))) == FAKE
    folder(tmp_path / "node_modules" / "pyodide", FAKE)
    assert runtime() == FAKE


@pytest.mark.usefixtures("known")
def test_a_runtime_through_npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tgz(tmp_path / "kept.tgz", FAKE)
    npm = tmp_path / "bin" / "npm"
    npm.parent.mkdir()
    asked = f'[ "$*" = "pack --silent pyodide@{VERSION}" ]'
    npm.write_text(f"#!/bin/sh\n{asked} && /bin/cp {tmp_path}/kept.tgz pyodide-{VERSION}.tgz\n")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(npm.parent))
    assert runtime() == FAKE
    tmp_path.joinpath("kept.tgz").unlink()
    with pytest.raises(Invalid, match=rf"npm pack pyodide@{VERSION} failed \(CalledProcessError\)"):
        runtime()


@pytest.mark.usefixtures("known")
def test_no_runtime_is_told_in_one_line(tmp_path: Path) -> None:
    other = {**FAKE, "pyodide.asm.wasm": b"other"}
    less = {name: data for name, data in FAKE.items() if name != "pyodide.mjs"}
    tmp_path.joinpath("text.tgz").write_text("no archive")
    for path, why in [
        (None, "no Pyodide: name a folder or .tgz of it, or have npm on the PATH"),
        (folder(tmp_path / "other", other), f"is not Pyodide {VERSION} (pyodide.asm.wasm differs)"),
        (folder(tmp_path / "less", less), f"is not Pyodide {VERSION} (pyodide.mjs differs)"),
        (tgz(tmp_path / "less.tgz", less), "less.tgz is no folder or .tgz of the npm package pyodide"),
        (tmp_path / "text.tgz", "is no folder or .tgz of the npm package pyodide"),
        (tmp_path / "absent", "is no folder or .tgz of the npm package pyodide"),
    ]:
        with pytest.raises(Invalid) as caught:
            runtime(path)
        assert why in str(caught.value)
        assert len(str(caught.value).splitlines()) == 1


@pytest.mark.usefixtures("known")
def test_write_makes_the_file(tmp_path: Path) -> None:
    made = write(tmp_path / "x.html", pyodide=folder(tmp_path / "a", FAKE))
    assert made.read_text(encoding="utf-8") == page(FAKE)


@pytest.mark.usefixtures("known")
def test_a_file_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match=r"absent/x\.html can't be written: No such file or directory"):
        write(tmp_path / "absent" / "x.html", pyodide=folder(tmp_path / "a", FAKE))
