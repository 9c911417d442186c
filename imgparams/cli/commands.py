"""The commands: each returns an Answer, which `running` prints for people or as one JSON document."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from types import ModuleType
from typing import Annotated, Any

from cyclopts import App, Parameter

from imgparams import checking, conversion, translation
from imgparams.catalog import Catalog
from imgparams.cli import output
from imgparams.cli.cautions import standing, warnings
from imgparams.cli.inputs import Usage, catalog, is_file, is_json, read_object, read_request, typed
from imgparams.cli.options import number, policy, provider_options, reference
from imgparams.cli.output import Answer, Form, Screen
from imgparams.errors import Problem
from imgparams.intent import Intent
from imgparams.target import Target
from imgparams.texts import shown
from imgparams.values import JsonObject

HELP = """Check and translate image-generation parameters between vendors, and report every change before the call.

Which models can do it: imgparams rank "a tower" --size 1920x1080
Its request: imgparams request --to leonardo/phoenix-1.0 "a tower"

FILE may be -, for standard input.
Exit codes: 0 success; 1 refused, or a need is open, or errors, differences, changes or a failure found; 2 wrong usage or unreadable input.
"""  # noqa: E501

MOST_JOBS = 60  # Windows waits for no more than 61 at a time


def _number(_: object, tokens: Sequence[Any]) -> Any:
    try:
        return number(tokens[0].value)
    except Usage as error:
        raise ValueError(str(error)) from None


File = Annotated[str, Parameter(help="A JSON file, or - for standard input.")]
Name = Annotated[str, Parameter(help="The name of a target; see `imgparams targets`.")]
Ask = Annotated[
    str | None,
    Parameter(help="The prompt; or an intent as a JSON file, or - for standard input. Options override its fields."),
]
To = Annotated[str, Parameter(name="--to", help="The target to write the request for.")]
From = Annotated[str, Parameter(name="--from", help="The target that the request was written for.")]
Tables = Annotated[
    list[str] | None,
    Parameter(name="--tables", negative="", help="Your own tables: package.module:NAME, or a dumped file; repeatable."),
]
Json = Annotated[bool, Parameter(name="--json", negative="", show_default=False, help="Print one JSON document.")]
Jsonl = Annotated[
    bool,
    Parameter(
        name="--jsonl",
        negative="",
        show_default=False,
        help="FILE is JSON lines, one request per line: print one JSON result per line, and a summary on stderr "
        "(as JSON with --json).",
    ),
]
Jobs = Annotated[
    int | float | None,
    Parameter(
        name="--jobs",
        converter=_number,
        help="With --jsonl: the number of processes (default: 1); the output is the same.",
    ),
]
Strict = Annotated[bool, Parameter(name="--strict", negative="", show_default=False, help="Refuse every change.")]
Confirmed = Annotated[
    bool,
    Parameter(negative="", show_default=False, help="Refuse what goes beyond what is published to work."),
]
Defaults = Annotated[
    bool,
    Parameter(negative="", show_default=False, help="Include what the vendor does by default."),
]
Allow = Annotated[
    list[str] | None,
    Parameter(
        name="--allow",
        negative="",
        help="Allow only these changes: clamped,mapped,dropped,added for all fields, n=clamped or size=none for one; "
        "within=0.02 also allows any change with a loss up to 0.02.",
    ),
]
# both with float: the intent decides what is whole, not pydantic, which cyclopts uses if it is installed
Whole = Annotated[int | float | None, Parameter(converter=_number)]
Number = Annotated[float | int | None, Parameter(converter=_number)]


@Parameter(name="*")
@dataclass(frozen=True)
class Wish:
    """The fields of an intent as options."""

    prompt: Annotated[str | None, Parameter(allow_leading_hyphen=True, help="What the image shows.")] = None
    negative_prompt: Annotated[
        str | None, Parameter(allow_leading_hyphen=True, help="What the image must not show.")
    ] = None
    aspect_ratio: Annotated[str | None, Parameter(help="16:9, 2.35:1 ..., or auto.")] = None
    resolution: Annotated[str | None, Parameter(help="A tier: 512, 1K, 2K, 4K ...")] = None
    size: Annotated[str | None, Parameter(help="Pixels such as 1920x1080, or a tier.")] = None
    quality: Annotated[str | None, Parameter(help="low, medium, high, xhigh, max, or auto.")] = None
    n: Annotated[Whole, Parameter(name=["--n", "-n"], help="How many images.")] = None
    seed: Annotated[Whole, Parameter(help="To get the same image again.")] = None
    reference: Annotated[
        list[str] | None,
        Parameter(
            negative="",
            help="A reference image, repeatable: a file, a URL, or provider:id, with optional facts such as "
            ",role=style,weight=0.5 (also type=image/png, size=640x480).",
        ),
    ] = None
    mask: Annotated[str | None, Parameter(help="The mask; ,edits=white says how the area to edit is marked.")] = None
    output_format: Annotated[str | None, Parameter(help="png, jpeg, webp ...")] = None
    output_compression: Annotated[Whole, Parameter(help="0 to 100.")] = None
    delivery: Annotated[str | None, Parameter(help="How the images come back: url or base64.")] = None
    background: Annotated[str | None, Parameter(help="transparent, opaque, or auto.")] = None
    guidance: Annotated[Number, Parameter(help="How closely to follow the prompt, on the vendor's scale.")] = None
    steps: Annotated[Whole, Parameter(help="The number of inference steps.")] = None
    strength: Annotated[Number, Parameter(help="How far the image may change: 0 keeps it, 1 ignores it.")] = None
    stream: Annotated[bool | None, Parameter(help="Stream the image as it is generated.")] = None
    user: Annotated[str | None, Parameter(allow_leading_hyphen=True, help="The id of the end user.")] = None
    option: Annotated[
        list[str] | None,
        Parameter(negative="", help="A vendor-specific field, repeatable: leonardo.alchemy=true, the value as JSON."),
    ] = None

    def fields(self, providers: set[str]) -> JsonObject:
        """Returns the fields that are set, as `Intent.of` takes them."""
        asked = {field.name: getattr(self, field.name) for field in fields(self)}
        asked = {name: typed(value) if isinstance(value, str) else value for name, value in asked.items()}
        references, options = asked.pop("reference"), asked.pop("option")
        if references:
            asked["references"] = [reference(text, providers) for text in references]
        if self.mask is not None:
            asked["mask"] = reference(self.mask, providers)
        if options:
            asked["provider_options"] = provider_options(options, providers)
        return {name: value for name, value in asked.items() if value is not None}


app = App(name="imgparams", help=HELP, help_format="plaintext")


@Parameter(name="*")
@dataclass(frozen=True)
class Filter:
    """Which targets, by facts that must be exactly so."""

    provider: Annotated[list[str] | None, Parameter(negative="", help="Only of this provider; repeatable.")] = None
    operation: Annotated[
        list[str] | None, Parameter(negative="", help="Only this operation: edit, inpaint ..., or generation.")
    ] = None
    status: Annotated[
        list[str] | None, Parameter(negative="", help="Only active, preview, deprecated or retired ones.")
    ] = None
    model: Annotated[
        list[str] | None,
        Parameter(negative="", help="Only this model, wherever it is served: its name, its id, or part of it."),
    ] = None


@app.command(sort_key=0)
def targets(
    *word: Annotated[
        str, Parameter(help="A provider, an operation, a status, a model, or part of a name, in any order.")
    ],
    only: Filter | None = None,
    names: Annotated[
        bool, Parameter(negative="", show_default=False, help="Print names alone, for scripts and completion.")
    ] = False,
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """List the targets that fit every WORD."""
    from imgparams.cli import selection

    all_tables = catalog(tables or ())
    chosen = selection.select(all_tables, word, **vars(only or Filter()))
    if not chosen:
        print(output.safe(f"imgparams: {selection.why_none(all_tables, word)}"), file=sys.stderr)

    def listed() -> list[tuple[str, Target]]:
        return [(name, all_tables[name]) for name in chosen]

    def show(screen: Screen) -> None:
        if names:
            screen.plain("".join(f"{name}\n" for name in chosen))
        else:
            _pages().names(screen, listed())

    return Answer(lambda: {"version": all_tables.version, **_listed(listed())}, show, json)


def _listed(named: Iterable[tuple[str, Target]]) -> JsonObject:
    facts = ("model", "serves", "operation", "status", "retired", "docs", "checked", "aliases")
    return {"targets": [{"name": name, **{key: getattr(target, key) for key in facts}} for name, target in named]}


@app.command(sort_key=1)
def offers(
    model: Annotated[str, Parameter(help="A model, <maker>/<model>, or the name of a target that serves it.")],
    /,
    *,
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """List every target that serves a model, the maker's own first."""
    listed = [(target.name, target) for target in catalog(tables or ()).offers(typed(model))]
    return Answer(lambda: _listed(listed), lambda screen: _pages().names(screen, listed), json)


@app.command(sort_key=1)
def show(target: Name, /, *, tables: Tables = None, json: Json = False) -> Answer:
    """Print what a target accepts."""
    all_tables, name = catalog(tables or ()), typed(target)
    chosen = all_tables.find(name)
    name = name if name in all_tables else chosen.name
    return Answer(lambda: chosen, lambda screen: _pages().page(screen, name, chosen), json)


@app.command(sort_key=2)
def request(
    prompt: Ask = None,
    /,
    *,
    to: To,
    wish: Wish | None = None,
    form: Annotated[
        Form | None,
        Parameter(
            name="--as",
            help="Print the call alone, the key as a variable, as a curl command or as Python; or the request alone "
            "as JSON, for `check` and others. Changes go to stderr.",
        ),
    ] = None,
    fill: Annotated[
        list[str] | None,
        Parameter(negative="", help="With --as: a placeholder of the URL, repeatable: deployment=draw."),
    ] = None,
    strict: Strict = False,
    confirmed: Confirmed = False,
    allow: Allow = None,
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Build a target's request from a prompt and options, or from an intent."""
    if json and form:
        raise Usage("--as and --json contradict each other")
    if fill and not form:
        raise Usage("--fill needs --as")
    all_tables = catalog(tables or ())
    target = all_tables.find(typed(to))
    allowed = policy(strict, allow or (), unverified=not confirmed)
    done = translation.to_request(asked_for(prompt, wish, all_tables), target, allow=allowed)
    if form:
        from imgparams.cli.pasting import pasted

        return pasted(done, form, fill or (), warnings(done, ()))
    return _translated(done, warnings(done, ()), json)


def asked_for(prompt: str | None, wish: Wish | None, tables: Catalog) -> Intent:
    """Returns the intent of a prompt or a file, and of options, which override its fields."""
    asked = (wish or Wish()).fields(set(tables.providers))
    given: JsonObject = {}
    if prompt is not None and is_file(prompt):
        given = _intent_in(prompt)
    elif prompt is not None and "prompt" in asked:
        raise Usage(f"the prompt is given twice: {shown(prompt)} and --prompt {shown(asked['prompt'])}")
    elif prompt is not None:
        given = {"prompt": prompt}
    options = _merged(given.get("provider_options"), asked.get("provider_options"))
    return Intent.of({**given, **asked, **({"provider_options": options} if options is not None else {})})


def _intent_in(name: str) -> JsonObject:
    try:
        return read_object(name)
    except Usage as error:
        if is_json(name):
            raise
        raise Usage(f"{error}; if that is a prompt and not a file, use --prompt") from None


def _merged(given: Any, asked: Any) -> Any:
    """Merges provider options, those asked over those given; a malformed value is kept, for Intent to refuse."""
    if given is None or not asked:
        return asked or given
    if not isinstance(given, dict):
        return given
    both = {**asked, **given}
    return {name: {**old, **asked.get(name, {})} if isinstance(old, dict) else old for name, old in both.items()}


@app.command(sort_key=3)
def intent(
    file: File, /, *, source: From, defaults: Defaults = False, tables: Tables = None, json: Json = False
) -> Answer:
    """Parse a request into an intent, which `request` accepts."""
    target = catalog(tables or ()).find(typed(source))
    asked = translation.to_intent(read_request(file, target), target, defaults=defaults)
    for problem in standing(target):
        print(output.safe(f"imgparams: {problem.level}: {problem.why}"), file=sys.stderr)
    return Answer(lambda: asked, lambda screen: output.body(screen, _said(asked)), json)


def _said(asked: Intent) -> JsonObject:
    from imgparams import serial

    return {name: value for name, value in serial.dump(asked).items() if value not in (None, [], {})}


@app.command(sort_key=4)
def convert(
    file: File,
    /,
    *,
    source: From,
    to: To,
    strict: Strict = False,
    confirmed: Confirmed = False,
    allow: Allow = None,
    tables: Tables = None,
    jsonl: Jsonl = False,
    jobs: Jobs = None,
    json: Json = False,
) -> Answer | int:
    """Convert a request for another target."""
    if processes := _jobs(jobs, jsonl):
        from imgparams.cli import bulk  # loads more than other commands need

        work = bulk.Convert(typed(source), typed(to), tuple(tables or ()), strict, tuple(allow or ()), confirmed)
        return bulk.run(file, work, json, processes)
    all_tables = catalog(tables or ())
    theirs, ours = all_tables.find(typed(source)), all_tables.find(typed(to))
    allowed = policy(strict, allow or (), unverified=not confirmed)
    request = read_request(file, theirs)
    done = conversion.convert(request, source=theirs, target=ours, allow=allowed)
    return _translated(done, warnings(done, standing(theirs)), json)


@app.command(sort_key=5)
def check(
    target: Annotated[str | None, Parameter(help="The name of a target; only FILE where the call tells it.")] = None,
    file: Annotated[str | None, Parameter(help="The request as JSON; alone, a whole call: curl, HAR or JSON.")] = None,
    /,
    *,
    curl: Annotated[str | None, Parameter(help="A file with curl commands. Nothing is run, no file opened.")] = None,
    har: Annotated[str | None, Parameter(help="A recording of a browser's network tab.")] = None,
    tables: Tables = None,
    jsonl: Jsonl = False,
    jobs: Jobs = None,
    json: Json = False,
) -> Answer | int:
    """List every problem in a request, or in the calls of a curl command or a HAR."""
    processes = _jobs(jobs, jsonl)
    if curl is not None or har is not None or file is None or target is None:
        from imgparams.cli import calls

        if processes:
            raise Usage("--jsonl needs TARGET and FILE")
        verdicts = calls.check(target, file, curl, har, catalog(tables or ()))
        return Answer(verdicts.data, verdicts.show, json, verdicts.code)
    if processes:
        from imgparams.cli import bulk

        return bulk.run(file, bulk.Check(typed(target), tuple(tables or ())), json, processes)
    chosen = catalog(tables or ()).find(typed(target))
    problems = checking.check(read_request(file, chosen), chosen)

    def print_all(screen: Screen) -> None:
        output.problems(screen, problems)
        screen.line(*output.verdict(chosen.name, problems))

    code = int(any(problem.level == "error" for problem in problems))
    return Answer(lambda: {"target": chosen.name, "problems": problems}, print_all, json, code)


@app.command(sort_key=6)
def drift(
    target: Name,
    file: Annotated[str, Parameter(help="A JSON Schema or an OpenAPI document, as JSON; or - for standard input.")],
    /,
    *,
    at: Annotated[str, Parameter(help="Where the schema is in the file: #/components/schemas/NAME.")] = "",
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Compare a target with the vendor's own schema."""
    from imgparams.export.drifting import drift as differences

    chosen = catalog(tables or ()).find(typed(target))
    differ = differences(chosen, read_object(file), at=typed(at))

    def print_all(screen: Screen) -> None:
        for difference in differ:
            screen.line(output.safe(str(difference)))
        screen.line(f"{chosen.name}: {output.counted(len(differ), 'difference') if differ else 'no differences'}")

    return Answer(lambda: {"target": chosen.name, "differences": differ}, print_all, json, int(bool(differ)))


def _jobs(jobs: float | None, jsonl: bool) -> int:
    """Returns the number of processes, 0 without --jsonl."""
    if jobs is None:
        return int(jsonl)
    if not jsonl:
        raise Usage("--jobs needs --jsonl: a single request is not divided")
    if not isinstance(jobs, int) or not 1 <= jobs <= MOST_JOBS:
        raise Usage(f"--jobs must be a whole number from 1 to {MOST_JOBS}, not {jobs}")
    return jobs


def _pages() -> ModuleType:
    from imgparams.cli import pages  # loads more than other commands need

    return pages


def _translated(done: translation.Translation, warnings: Sequence[Problem], json: bool) -> Answer:
    return Answer(
        lambda: output.translation_data(done, warnings),
        lambda screen: output.translation(screen, done, warnings),
        json,
        int(bool(done.needs)),
    )
