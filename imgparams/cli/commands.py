"""The commands: each gives an Answer, which `running` prints for people or as one JSON document."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Annotated, Any

from cyclopts import App, Parameter

from imgparams import checking, conversion, translation
from imgparams.cli import output, pages
from imgparams.cli.inputs import Request, Usage, catalog, read_object, read_request, typed
from imgparams.cli.options import number, policy, provider_options, reference
from imgparams.cli.output import Screen
from imgparams.errors import Problem
from imgparams.intent import Intent
from imgparams.target import Target

HELP = """Check and translate image-generation parameters between vendors, and say every change before the call.

For example: imgparams request --to leonardo/phoenix-1.0 --prompt "a tower" --size 1920x1080

FILE may be -, which is standard input.
Exit codes: 0 done; 1 refused, or errors, differences or changes found; 2 wrong usage, or input that can't be read.
"""


@dataclass(frozen=True)
class Answer:
    """What a command found: `data` for machines, built when it is asked for, `show` for people."""

    data: Callable[[], Any]
    show: Callable[[Screen], None]
    json: bool
    code: int = 0


def _number(_: object, tokens: Sequence[Any]) -> Any:
    try:
        return number(tokens[0].value)
    except Usage as error:
        raise ValueError(str(error)) from None


File = Annotated[str, Parameter(help="A file of JSON, or - for standard input.")]
Name = Annotated[str, Parameter(help="The name of a target, as in `imgparams targets`.")]
To = Annotated[str, Parameter(name="--to", help="The target that the request is for.")]
From = Annotated[str, Parameter(name="--from", help="The target that the request was written for.")]
Tables = Annotated[
    list[str] | None,
    Parameter(name="--tables", negative="", help="Tables of your own: package.module:NAME, or a dumped file."),
]
Json = Annotated[
    bool, Parameter(name="--json", negative="", show_default=False, help="Print one JSON document, for machines.")
]
Jsonl = Annotated[
    bool,
    Parameter(
        name="--jsonl",
        negative="",
        show_default=False,
        help="FILE is JSON lines, a request in each: print one JSON result a line, with its number, and a summary on "
        "stderr, which --json makes JSON too.",
    ),
]
Strict = Annotated[bool, Parameter(name="--strict", negative="", show_default=False, help="Refuse every change.")]
Defaults = Annotated[
    bool,
    Parameter(negative="", show_default=False, help="Say also what the vendor does where the request says nothing."),
]
Allow = Annotated[
    list[str] | None,
    Parameter(
        name="--allow",
        negative="",
        help="Refuse other changes: clamped,mapped,dropped,added for all fields, n=clamped or size=none for one; "
        "within=0.02 takes any change of a loss up to that.",
    ),
]
# both with float: an intent judges what is whole, in its own words, not pydantic where cyclopts finds it
Whole = Annotated[int | float | None, Parameter(converter=_number)]
Number = Annotated[float | int | None, Parameter(converter=_number)]


@Parameter(name="*")
@dataclass(frozen=True)
class Wish:
    """The fields of an intent as options."""

    prompt: Annotated[str | None, Parameter(allow_leading_hyphen=True, help="What to draw.")] = None
    negative_prompt: Annotated[str | None, Parameter(allow_leading_hyphen=True, help="What not to draw.")] = None
    aspect_ratio: Annotated[str | None, Parameter(help="16:9, 2.35:1 ..., or auto.")] = None
    resolution: Annotated[str | None, Parameter(help="A tier: 512, 1K, 2K, 4K ...")] = None
    size: Annotated[str | None, Parameter(help="Pixels such as 1920x1080, or a tier.")] = None
    quality: Annotated[str | None, Parameter(help="low, medium, high, xhigh, max, or auto.")] = None
    n: Annotated[Whole, Parameter(name=["--n", "-n"], help="How many images.")] = None
    seed: Annotated[Whole, Parameter(help="For the same picture again.")] = None
    reference: Annotated[
        list[str] | None,
        Parameter(
            negative="",
            help="A picture to work from, repeatable: a file, a URL, or provider:id; then, if wanted, "
            ",role=style,weight=0.5 (also type=image/png, size=640x480).",
        ),
    ] = None
    mask: Annotated[str | None, Parameter(help="A picture; ,edits=white says what marks the area to edit.")] = None
    output_format: Annotated[str | None, Parameter(help="png, jpeg, webp ...")] = None
    output_compression: Annotated[Whole, Parameter(help="0 to 100.")] = None
    background: Annotated[str | None, Parameter(help="transparent, opaque, or auto.")] = None
    guidance: Annotated[Number, Parameter(help="How closely to follow the prompt, on the vendor's scale.")] = None
    steps: Annotated[Whole, Parameter(help="How many inference steps.")] = None
    strength: Annotated[Number, Parameter(help="From 0, keep the image, to 1, ignore it.")] = None
    stream: Annotated[bool | None, Parameter(help="Send the picture as it grows.")] = None
    user: Annotated[str | None, Parameter(allow_leading_hyphen=True, help="The end user, for vendors who ask.")] = None
    option: Annotated[
        list[str] | None,
        Parameter(negative="", help="A field of one vendor, repeatable: leonardo.alchemy=true, the value as JSON."),
    ] = None

    def fields(self, providers: set[str]) -> dict[str, Any]:
        """What is asked, as Intent.of takes it."""
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


@app.command(sort_key=0)
def targets(word: str = "", /, *, tables: Tables = None, json: Json = False) -> Answer:
    """List the targets whose name holds WORD."""
    found = catalog(tables or ())
    listed = [(name, found[name]) for name in sorted(found) if word.lower() in name.lower()]

    def data() -> Any:
        facts = ("model", "operation", "status", "retired", "docs", "checked", "aliases")
        rows = [{"name": name, **{key: getattr(target, key) for key in facts}} for name, target in listed]
        return {"version": found.version, "targets": rows}

    return Answer(data, lambda screen: pages.names(screen, listed), json)


@app.command(sort_key=1)
def show(target: Name, /, *, tables: Tables = None, json: Json = False) -> Answer:
    """Print what a target takes."""
    known, name = catalog(tables or ()), typed(target)
    found = known.find(name)
    name = name if name in known else found.name
    return Answer(lambda: found, lambda screen: pages.page(screen, name, found), json)


@app.command(sort_key=2)
def request(
    file: Annotated[str | None, Parameter(help="An intent as JSON; options win over its fields.")] = None,
    /,
    *,
    to: To,
    wish: Wish | None = None,
    strict: Strict = False,
    allow: Allow = None,
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Write a target's request for an intent."""
    known = catalog(tables or ())
    target = known.find(typed(to))
    allowed = policy(strict, allow or ())
    asked = (wish or Wish()).fields({name.partition("/")[0] for name in known})
    given = read_object(file) if file is not None else {}
    options = _merged(given.get("provider_options"), asked.get("provider_options"))
    merged = {**given, **asked, **({"provider_options": options} if options is not None else {})}
    done = translation.to_request(Intent.of(merged), target, allow=allowed)
    return _translated(done, _warnings(done, ()), json)


def _merged(given: Any, asked: Any) -> Any:
    """Both provider options, those asked over those given; a wrong form of those given stays, for Intent to refuse."""
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
    """Read a request as an intent, which `request` takes."""
    target = catalog(tables or ()).find(typed(source))
    found = translation.to_intent(read_request(file, target), target, defaults=defaults)
    for problem in _standing(target):
        print(output.safe(f"imgparams: {problem.level}: {problem.why}"), file=sys.stderr)
    return Answer(lambda: found, lambda screen: output.body(screen, _said(found)), json)


def _said(found: Intent) -> dict[str, Any]:
    from imgparams import serial

    return {name: value for name, value in serial.dump(found).items() if value not in (None, [], {})}


@app.command(sort_key=4)
def convert(
    file: File,
    /,
    *,
    source: From,
    to: To,
    strict: Strict = False,
    allow: Allow = None,
    tables: Tables = None,
    jsonl: Jsonl = False,
    json: Json = False,
) -> Answer | int:
    """Write a request of one target as another's."""
    known = catalog(tables or ())
    theirs, ours = known.find(typed(source)), known.find(typed(to))
    allowed, standing = policy(strict, allow or ()), _standing(theirs)

    def converted(request: Request) -> tuple[translation.Translation, list[Problem]]:
        done = conversion.convert(request, source=theirs, target=ours, allow=allowed)
        return done, _warnings(done, standing)

    if jsonl:
        from imgparams.cli import bulk  # it loads more than other commands need

        return bulk.run(file, bulk.converter(theirs, converted), json)
    return _translated(*converted(read_request(file, theirs)), json)


@app.command(sort_key=5)
def check(
    target: Name, file: File, /, *, tables: Tables = None, jsonl: Jsonl = False, json: Json = False
) -> Answer | int:
    """Find every fault of a request."""
    found = catalog(tables or ()).find(typed(target))
    if jsonl:
        from imgparams.cli import bulk

        return bulk.run(file, bulk.checker(found), json)
    problems = checking.check(read_request(file, found), found)
    errors = sum(problem.level == "error" for problem in problems)

    def print_all(screen: Screen) -> None:
        output.problems(screen, problems)
        counts = [output.counted(errors, "error")] * bool(errors)
        counts += [output.counted(len(problems) - errors, "warning")] * (len(problems) > errors)
        screen.line(f"{found.name}: {' and '.join(counts) or 'no problem'}", "red" if errors else "green")

    return Answer(lambda: {"target": found.name, "problems": problems}, print_all, json, int(errors > 0))


@app.command(sort_key=6)
def drift(
    target: Name,
    file: Annotated[str, Parameter(help="A JSON Schema or an OpenAPI document, as JSON; or - for standard input.")],
    /,
    *,
    at: Annotated[str, Parameter(help="Where the schema is: #/components/schemas/NAME.")] = "",
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Compare a target with the vendor's own schema."""
    from imgparams.export.drifting import drift as differences

    found = catalog(tables or ()).find(typed(target))
    differ = differences(found, read_object(file), at=typed(at))

    def print_all(screen: Screen) -> None:
        for difference in differ:
            screen.line(output.safe(str(difference)))
        screen.line(f"{found.name}: {output.counted(len(differ), 'difference') if differ else 'no difference'}")

    return Answer(lambda: {"target": found.name, "differences": differ}, print_all, json, int(bool(differ)))


def _standing(target: Target) -> list[Problem]:
    """That a target is deprecated or retired."""
    found = checking.check({}, target)
    return [problem for problem in found if problem.code in ("deprecated", "retired") and not problem.path]


def _warnings(done: translation.Translation, standing: Sequence[Problem]) -> list[Problem]:
    """What is to be said of a translation's request, after what stands already."""
    ours = checking.check(done.request, done.target)
    return list(dict.fromkeys([*standing, *(problem for problem in ours if problem.level == "warning")]))


def _translated(done: translation.Translation, warnings: Sequence[Problem], json: bool) -> Answer:
    return Answer(
        lambda: output.translation_data(done, warnings),
        lambda screen: output.translation(screen, done, warnings),
        json,
    )
