"""The commands that write documents: to standard output, to a file, as JSON, and what they say of bad input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imgparams import CATALOG, Catalog, find, serial
from imgparams.export import json_schema, matrix, tool_schema

pytest.importorskip("cyclopts")
pytest.importorskip("rich")

from imgparams.explorer import page
from tests.unit.tables import PROMPT, table
from tests.unit.test_cli import MUSE, Ran, dumped, muse, run
from tests.unit.test_explorer import FAKE, folder, known
from tests.unit.test_from_schema import RECORD, ROUTE

__all__ = ["known", "muse"]
NAME = "leonardo/phoenix-1.0"


@pytest.mark.parametrize(
    ("argv", "data"),
    [
        (("json-schema", NAME), json_schema(find(NAME))),
        (("tool-schema",), tool_schema()),
        (("tool-schema", NAME), tool_schema(find(NAME))),
        (("tool-schema", NAME, "--only", "n", "--only", "prompt"), tool_schema(find(NAME), only=("n", "prompt"))),
    ],
)
def test_a_schema_is_printed_to_be_read_and_with_json_in_one_line(argv: tuple[str, ...], data: Any) -> None:
    people, machines = run(*argv), run(*argv, "--json")
    assert (people.code, people.err) == (machines.code, machines.err) == (0, "")
    assert json.loads(people.out) == machines.json == json.loads(json.dumps(data))
    assert len(people.out.splitlines()) > 10
    assert len(machines.out.splitlines()) == 1


def test_a_schema_becomes_a_table(tmp_path: Path) -> None:
    file, made = tmp_path / "schema.json", tmp_path / "muse.json"
    file.write_text(json.dumps(ROUTE), encoding="utf-8")
    ran = run("schema-target", str(file), "--name", "acme/new", "--model", "new", "--out", str(made))
    assert (ran.code, ran.out) == (0, f"wrote {made}\n")
    assert "10 rows for fields of an intent, 2 native" in ran.err
    asked = run("request", "--to", "acme/new", "a cat", "--aspect-ratio", "16:9", "--tables", str(made), "--json")
    assert asked.json["request"] == {"prompt": "a cat", "image_size": "landscape_16_9"}
    assert run("schema-target", "-", "--name", "acme/new", stdin=json.dumps(RECORD)).code == 2
    limited = run("schema-target", "-", "--name", "acme/new", "--base", "openrouter/images", stdin=json.dumps(RECORD))
    assert serial.load(Catalog, json.loads(limited.out)).find("acme/new").model == "acme/muse"


def test_the_catalog_is_one_document_that_loads(tmp_path: Path) -> None:
    file = tmp_path / "tables.json"
    ran = run("catalog", "--out", str(file))
    assert (ran.code, ran.out) == (0, f"wrote {file}\n")
    data = json.loads(file.read_text(encoding="utf-8"))
    assert (data["format"], data["version"]) == (1, CATALOG.version)
    assert serial.load(Catalog, data) == CATALOG
    assert run("show", NAME, "--tables", str(file)).code == 0


def test_a_target_from_a_schema_is_a_file_for_tables(tmp_path: Path) -> None:
    schema, file = tmp_path / "muse.json", tmp_path / "acme.json"
    properties = {"prompt": {"type": "string"}, "num_images": {"type": "integer", "maximum": 4}, "finish": {}}
    schema.write_text(json.dumps({"properties": properties}), encoding="utf-8")
    ran = run("schema-target", str(schema), "--name", "acme/muse-1", "--out", str(file))
    assert (ran.code, ran.out) == (0, f"wrote {file}\n")
    assert ran.err.startswith("imgparams: acme/muse-1: 2 rows for fields of an intent, 1 native; ")
    sent = run("request", "--to", "acme/muse-1", "--tables", str(file), "a cat", "--n", "9", "--json").json
    assert sent["request"] == {"prompt": "a cat", "num_images": 4}
    assert run("drift", "acme/muse-1", str(schema), "--tables", str(file)).code == 0
    assert "several requests" in run("schema-target", str(_of_two(tmp_path)), "--name", "acme/muse-1").err


def _of_two(folder: Path) -> Path:
    file = folder / "two.json"
    paths: dict[str, Any] = {path: {"post": {"requestBody": {}}} for path in ("/a", "/b")}
    file.write_text(json.dumps({"paths": paths}), encoding="utf-8")
    return file


def test_a_record_narrows_the_target_of_its_api(tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    stated = {"n": {"type": "range", "min": 1, "max": 2}}
    file.write_text(json.dumps({"supported_parameters": stated}), encoding="utf-8")
    ran = run("schema-target", str(file), "--name", "acme/m", "--base", "openrouter/images", "--model", "m", "--json")
    assert serial.load(Catalog, ran.json)["acme/m"].model == "m"


def test_a_text_goes_to_a_file_as_it_would_be_printed(tmp_path: Path) -> None:
    file = tmp_path / "matrix.md"
    assert run("matrix", NAME, "--out", str(file), "--json").json == {"written": str(file)}
    assert run("matrix", NAME, "--out", "-") == run("matrix", NAME)
    assert (
        file.read_text(encoding="utf-8")
        == run("matrix", NAME).out
        == matrix([find(f"cloudflare/@cf/{NAME}"), find(NAME)])
    )


def test_diff_names_every_fact_that_changed(tmp_path: Path, muse: tuple[str, ...]) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(serial.dump(Catalog({MUSE.name: MUSE}))))
    changed = MUSE.but(status="retired")
    new.write_text(json.dumps(serial.dump(Catalog({MUSE.name: changed}))))
    ran = run("diff", str(old), str(new))
    assert ran == (1, "acme/muse: status: deprecated -> retired\n1 change\n", "")
    assert run("diff", str(old), str(new), "--json").json == {
        "changes": [
            {
                "target": "acme/muse",
                "wire": "",
                "fact": "status",
                "old": "deprecated",
                "new": "retired",
                "source": "https://acme.example",
            }
        ]
    }
    assert run("diff", str(old), str(old)) == (0, "no changes\n", "")
    assert run("diff", str(old)).out.splitlines()[-1].endswith(" changes")  # against the tables of this version


@pytest.mark.usefixtures("known")
def test_the_explorer_is_a_file_with_tables_of_one_s_own(tmp_path: Path) -> None:
    own = table(PROMPT)
    out, pyodide = tmp_path / "page.html", ("--pyodide", str(folder(tmp_path / "pyodide", FAKE)))
    assert run("explore", "--out", str(out), *pyodide) == Ran(0, f"wrote {out}\n", "")
    assert out.read_text(encoding="utf-8") == page(FAKE)
    ran = run("explore", "--out", str(out), *pyodide, *dumped(tmp_path, own), "--json")
    assert (ran.json, ran.err) == ({"written": str(out)}, "")
    assert out.read_text(encoding="utf-8") == page(FAKE, tables={own.name: own})


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("json-schema", "leonardo/phoenix"), "did you mean leonardo/phoenix-1.0"),
        (("tool-schema", NAME, "--only", "sede"), "did you mean 'seed'"),
        (
            ("tool-schema", "--only", "size", "--only", "aspect_ratio"),
            "give either size, or aspect_ratio and resolution",
        ),
        (("json-schema", NAME, "--out", "/nonexistent/x.json"), "/nonexistent/x.json\" can't be written"),
        (("matrix", "--out", "."), "can't be written: Is a directory"),
        (("diff", "/nonexistent/x.json"), "can't be read"),
        (("diff", "-"), "is not a catalog of this version"),
        (("explore",), "--out"),
        (("explore", "--out", "/nonexistent/x.html"), "x.html\" can't be written: its folder does not exist"),
        (("explore", "--out", "x.html", "--pyodide", "/nonexistent"), "no folder or .tgz of the npm package pyodide"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(argv: tuple[str, ...], said: str) -> None:
    ran = run(*argv, stdin='{"format": 99, "targets": {}}')
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
