"""The commands that export: matrix, json-schema, tool-schema, catalog, diff and explore."""

from __future__ import annotations

import json as to_json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from json import loads
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from imgparams.catalog import CATALOG, Catalog
from imgparams.cli import output
from imgparams.cli.commands import Json, Name, Tables, app
from imgparams.cli.inputs import STDIN, Usage, catalog, read_object, typed
from imgparams.cli.output import Answer, Screen
from imgparams.errors import Invalid
from imgparams.target import Target
from imgparams.texts import listed, shown

Out = Annotated[str, Parameter(name="--out", help="The file to write; the default is standard output.")]
Only = Annotated[
    list[str] | None, Parameter(name="--only", negative="", help="A field of the intent to include; repeatable.")
]


def _document(text: str, data: Callable[[], object], out: str, json: bool) -> Answer:
    """Writes a text to a file, or to standard output."""
    if out in ("", STDIN):  # a lone `-` is standard output here
        return Answer(data, lambda screen: screen.plain(text), json)
    written = _written(typed(out), text)
    return Answer(lambda: {"written": written}, lambda screen: screen.plain(f"wrote {written}\n"), json)


def _written(name: str, text: str) -> str:
    try:
        Path(name).write_text(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise Usage(f"{shown(name)} can't be written: {getattr(error, 'strerror', None) or error}") from None
    return name


def _pretty(data: object) -> str:
    return to_json.dumps(data, indent=2, ensure_ascii=False) + "\n"


@app.command(sort_key=7)
def matrix(
    *word: Annotated[str, Parameter(help="Part of a target's name; a name must contain every WORD.")],
    fields: Annotated[
        list[str] | None, Parameter(negative="", help="A field of the intent to include; repeatable.")
    ] = None,
    form: Annotated[
        Literal["markdown", "html", "csv"], Parameter(name="--format", help="The output format.")
    ] = "markdown",
    out: Out = "",
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Print a matrix of what targets accept.

    On a terminal, Markdown is printed as columns, as many at a time as fit.
    """
    from imgparams import export

    all_tables, words = catalog(tables or ()), [typed(part).lower() for part in word]
    chosen = [all_tables[name] for name in sorted(all_tables) if all(part in name.lower() for part in words)]
    if not chosen:
        print("imgparams: no name contains that; see `imgparams targets`", file=sys.stderr)
    names = [typed(field) for field in fields or ()]
    if chosen and form == "markdown" and out in ("", STDIN) and not json and output.is_terminal():
        return Answer(dict, partial(_aligned, chosen, names), json)
    text = export.matrix(chosen, fields=names, format=form)
    whole = partial(export.matrix, chosen, fields=names, format="json")
    return _document(text, lambda: {"targets": loads(whole())}, out, json)


def _aligned(chosen: Sequence[Target], fields: Sequence[str], screen: Screen) -> None:
    """Prints a matrix in columns: as many at a time as the screen is wide, each time with the names beside them."""
    from imgparams.export.matrices import cells

    whole, notes = cells(chosen, fields)
    columns = list(zip(*whole, strict=True))
    empty = [head for head, *column in columns if not any(column)]
    heads, *lines = zip(*(column for column in columns if column[0] not in empty), strict=True)
    screen.blocks(heads, lines)
    if empty:
        screen.line(f"none of these has {listed(empty)}", "dim")
    for number, why in enumerate(notes, 1):
        screen.line(f"({number}) {why}", "dim")


@app.command(name="json-schema", sort_key=8)
def json_schema(target: Name, /, *, out: Out = "", tables: Tables = None, json: Json = False) -> Answer:
    """Print the JSON Schema of a target's requests."""
    from imgparams import export

    schema = export.json_schema(catalog(tables or ()).find(typed(target)))
    return _document(_pretty(schema), lambda: schema, out, json)


@app.command(name="schema-target", sort_key=8)
def schema_target(
    file: Annotated[
        str, Parameter(help="A JSON Schema, an OpenAPI document or a model's record, as JSON; or - for standard input.")
    ],
    /,
    *,
    name: Annotated[str, Parameter(help="The name of the new target: <provider>/<model>.")],
    at: Annotated[str, Parameter(help="Where the schema is in the file: #/components/schemas/NAME.")] = "",
    path: Annotated[str, Parameter(help="The path of the request, if the document has several.")] = "",
    model: Annotated[str, Parameter(help="The vendor's id of the model.")] = "",
    base: Annotated[str, Parameter(help="For a model's record: the target of the API that serves it.")] = "",
    out: Out = "",
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Print a target made from a vendor's own schema, to be used with `--tables`.

    Which field of an intent a property says is inferred from its name and form.
    """
    from imgparams import serial
    from imgparams.from_schema import target_of_schema

    api = catalog(tables or ()).find(typed(base)) if base else None
    facts = {"model": typed(model)} if model else {}
    target = target_of_schema(read_object(file), name=typed(name), at=typed(at), path=typed(path), base=api, **facts)
    dumped = serial.dump(Catalog({target.name: target}))
    native = sum(not row.fields for row in target.rows)
    told = f"{output.counted(len(target.rows) - native, 'row')} for fields of an intent, {native} native"
    print(f"imgparams: {target.name}: {told}; see `imgparams show {target.name} --tables FILE`", file=sys.stderr)
    return _document(_pretty(dumped), lambda: dumped, out, json)


@app.command(name="tool-schema", sort_key=9)
def tool_schema(
    target: Annotated[
        str, Parameter(help="Narrow the schema to this target; without it, any intent is accepted.")
    ] = "",
    /,
    *,
    only: Only = None,
    out: Out = "",
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Print the JSON Schema of the arguments of a tool for a language model."""
    from imgparams import export

    chosen = catalog(tables or ()).find(typed(target)) if target else None
    schema = export.tool_schema(chosen, only=[typed(field) for field in only or ()])
    return _document(_pretty(schema), lambda: schema, out, json)


@app.command(name="catalog", sort_key=10)
def dump(*, out: Out = "", tables: Tables = None, json: Json = False) -> Answer:
    """Print all tables as one JSON document."""
    from imgparams import serial

    data = serial.dump(catalog(tables or ()))
    return _document(to_json.dumps(data) + "\n", lambda: data, out, json)


@app.command(sort_key=11)
def diff(
    old: Annotated[str, Parameter(help="A file written by `imgparams catalog`.")],
    new: Annotated[str, Parameter(help="A later file; the default is the tables of this version.")] = "",
    /,
    *,
    json: Json = False,
) -> Answer:
    """Print which facts changed between two catalogs."""
    from imgparams import export

    changes = export.diff(_dumped(old), _dumped(new) if new else CATALOG)

    def print_all(screen: Screen) -> None:
        for change in changes:
            screen.line(output.safe(str(change)))
        screen.line(output.counted(len(changes), "change") if changes else "no changes")

    return Answer(lambda: {"changes": changes}, print_all, json, int(bool(changes)))


def _dumped(name: str) -> Catalog:
    from imgparams import serial

    data = read_object(name, tables=True)
    try:
        return serial.load(Catalog, data)
    except Invalid as error:
        raise Usage(f"{shown(typed(name))} is not a catalog of this version: {error}", error.problems) from None


@app.command(sort_key=12)
def explore(
    *,
    out: Annotated[str, Parameter(name="--out", help="The HTML file to write.")],
    pyodide: Annotated[
        str, Parameter(help="The npm package `pyodide` as a folder or .tgz; without it, npm downloads it.")
    ] = "",
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Write a self-contained HTML page that runs imgparams in your browser."""
    from imgparams.explorer import page
    from imgparams.explorer.pyodide import runtime

    own_tables = catalog(tables) if tables else None
    if not Path(typed(out)).parent.is_dir():  # before anything is downloaded
        raise Usage(f"{shown(typed(out))} can't be written: its folder does not exist")
    try:
        text = page(runtime(typed(pyodide) or None), tables=own_tables)
    except Invalid as error:
        raise Usage(error.problems[0].why, error.problems) from None
    written = _written(typed(out), text)
    return Answer(lambda: {"written": written}, lambda screen: screen.plain(f"wrote {written}\n"), json)
