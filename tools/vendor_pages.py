"""Makes the pages about vendors and models and the matrix of all targets from the tables, each time the site is built.

`write(folder)` makes `index.md`, one page a vendor, `models.md`, `matrix.md`, and below `files/` the matrix as CSV and
JSON. The parts that can be long are HTML, which Sphinx passes on as it is. Nothing here knows Sphinx.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

from imgparams import CATALOG, Change, Intent, Target, to_request
from imgparams.explorer import answers
from imgparams.export import FIELDS, describe, matrix
from imgparams.export.reach import reachable
from imgparams.intent import READERS
from imgparams.providers import ENVELOPES, NAMES
from imgparams.ranking import loss
from imgparams.tables import Row, ShapeWords, Sizes
from imgparams.texts import shown
from tools import model_page

LONG = 1200  # characters of what a row takes that stand on a page unfolded
URL = re.compile(r"https?://\w[^\s<>&;,)]+[^\s<>&;,).:]")  # a pattern such as https://(...) is none


def vendors() -> dict[str, tuple[Target, ...]]:
    """Returns the targets of each vendor, in the order of its tables; vendors by name."""
    by_vendor: dict[str, list[Target]] = {}
    for names in NAMES.values():
        for name in names:
            by_vendor.setdefault(CATALOG[name].provider, []).append(CATALOG[name])
    return {vendor: tuple(by_vendor[vendor]) for vendor in sorted(by_vendor)}


def pages() -> dict[str, str]:
    """Returns every file by its path."""
    by_vendor = vendors()
    every = [target for targets in by_vendor.values() for target in targets]
    return {
        "index.md": index(by_vendor),
        **{f"{vendor}.md": page(vendor, targets) for vendor, targets in by_vendor.items()},
        "models.md": model_page.page(),
        "matrix.md": matrix_page(every),
        "files/matrix.csv": matrix(every, fields=_taken(every), format="csv"),
        "files/matrix.json": matrix(every, fields=_taken(every), format="json"),
    }


def write(folder: Path) -> None:
    """Brings a folder to what `pages` says; a file that is right is not touched, so that a second build is quick."""
    made = pages()
    for old in (path for path in folder.rglob("*") if path.is_file()):
        if old.relative_to(folder).as_posix() not in made:
            old.unlink()
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


# ---- the list of vendors, the matrix


def index(by_vendor: Mapping[str, tuple[Target, ...]]) -> str:
    """The list of vendors."""
    lines = [
        "# Vendors\n",
        f"{sum(map(len, by_vendor.values()))} targets of {len(by_vendor)} vendors, generated from the tables of this "
        "version. A target is one operation of one model. [Models](models.md) has the same by model.\n",
        "```{rst-class} vendors\n```\n",
        "| vendor | targets | checked | |\n|---|---|---|---|",
    ]
    for vendor, targets in by_vendor.items():
        title = " ".join(_head(module)[0] for module in _modules(vendor))
        newest = max(target.checked for target in targets)
        lines.append(f"| [{vendor}]({vendor}.md) | {len(targets)} | {newest} | {title} |")
    return "\n".join([*lines, "", "```{toctree}", ":hidden:", "", *by_vendor, "```", ""])


def matrix_page(targets: Sequence[Target]) -> str:
    """All targets against the fields of an intent, with what filters and sorts them."""
    return (
        "---\nhide-toc: true\n---\n\n# The matrix\n\n"
        "What each target accepts, by the fields of an intent. An empty cell means that the target has no such field;\n"
        "small numbers refer to the notes below the table; names link to the full table of the target.\n\n"
        "Aspect ratios and resolutions are those that come back unchanged, whether the vendor has a word for them or\n"
        "a width and a height that meet them. Each column stands alone: a model that lists 21:9 and 4K may not do\n"
        "both at once. [The explorer](../explorer.md) checks fields together.\n\n"
        + _raw(
            '<p>Download: <a href="../matrix.csv" download>CSV</a>, a line for each target, or '
            '<a href="../matrix.json" download>JSON</a>, every capability in full.</p>'
        )
        + _raw(f'<div class="matrix whole">\n{_linked(targets, FIELDS, "{vendor}.html")}</div>')
        + _raw('<script src="../_static/matrix.js"></script>')
    )


def _taken(targets: Iterable[Target]) -> list[str]:
    """The fields that any of these takes, the usual ones first."""
    taken = {name for target in targets for name in reachable(target)}
    return [name for name in dict.fromkeys((*FIELDS, *READERS)) if name in taken]


def _linked(targets: Sequence[Target], fields: Sequence[str], to: str = "") -> str:
    """The matrix as HTML, its names as links to the sections of the targets."""
    text = matrix(targets, fields=fields, format="html")
    for target in targets:
        name = escape(target.name)
        link = f'<a href="{to.format(vendor=target.provider)}#{name}">{_breakable(target.name)}</a>'
        text = text.replace(f'<th scope="row">{name}</th>', f'<th scope="row">{link}</th>')
    return text


# ---- a vendor

ASK = Intent("a lighthouse at dusk", aspect_ratio="16:9")
FIRST = ("prompt", *FIELDS)  # what most requests set


def page(vendor: str, targets: Sequence[Target]) -> str:
    """A vendor: an example, its targets against the fields, the table of each, and where the facts are from."""
    heads = [_head(module) for module in _modules(vendor)]
    newest = max(target.checked for target in targets)
    listed = f"{len(targets)} target{'s' * (len(targets) > 1)}, checked {newest}."
    if vendor in ENVELOPES:
        listed += f" Use `{ENVELOPES[vendor]}` for any other model of the vendor."
    table = _linked(targets, _taken(targets))
    return "\n\n".join(
        (
            f"# {vendor}",
            *(title for title, _ in heads),
            listed + " [Sources and open questions](#sources-and-open-questions) are at the end.",
            example(example_target(targets)),
            "## Models",
            "What each target accepts; names lead to its full table below."
            + " Small numbers refer to the notes under the table." * ("<sup>" in table),
            _raw(f'<div class="matrix">\n{table}</div>').strip(),
            *(section(group).strip() for group in alike(targets)),
            "## Sources and open questions",
            "Notes by the maintainers of these tables.",
            *(rest for _, rest in heads if rest),
        )
    )


def example_target(targets: Sequence[Target]) -> Target:
    """The target that a page opens with: an active one that makes pictures of a known model, and does so as asked."""
    active = [target for target in targets if target.status == "active" and not target.operation] or targets
    named = [target for target in active if target.serves] or active
    return min(named, key=lambda target: loss(to_request(ASK, target)))


def example(target: Target) -> str:
    """A request from its Python to what is sent, and the fields that people use first."""
    done = to_request(ASK, target)
    body = json.dumps(done.request, indent=2, ensure_ascii=False)
    curl = answers.curl(done)
    changes = [f"- {_sentence(change)}" for change in done.changes]
    needs = [f"- `{need.at}`: {need.why}" for need in done.needs]
    return "\n\n".join(
        (
            "## Example",
            f'```python\nfrom imgparams import Intent, to_request\n\nask = Intent("{ASK.prompt}", '
            f'aspect_ratio="{ASK.aspect_ratio}")\nresult = to_request(ask, "{target.name}")\nresult.request\n```',
            f"```json\n{body}\n```",
            *(["`result.http()` is the whole call but for the key; as curl:", f"```sh\n{curl}\n```"] if curl else []),
            *(["What had to change:", "\n".join(changes)] if changes else []),
            *(["Still to be filled in before it can be sent:", "\n".join(needs)] if needs else []),
            f"The fields that most requests set, as `{target.name}` takes them. [Fields](../reference/fields.md) "
            "explains each one.",
            _raw(_first(target)).strip(),
        )
    )


def _sentence(change: Change) -> str:
    return f"`{change.field}` {str(change).partition(': ')[2]}"


def _first(target: Target) -> str:
    """The usual fields with the vendor's own names and what they accept."""
    takes = reachable(target)
    rows = ""
    for name in (name for name in FIRST if name in takes):
        capability = takes[name]
        wires = "<br>".join(f"<code>{_breakable(wire)}</code>" for wire in capability.wires) or "not sent"
        text = _folded(_text(describe.takes(capability)))
        if capability.default is not None and capability.wires:
            default = capability.default if isinstance(capability.default, str) else shown(capability.default)
            text += f'<span class="fact">; default {_text(default)}</span>'
        text += "".join(f"<p>{_text(why)}</p>" for why in capability.limits)
        rows += f"<tr><td><code>{name}</code></td><td>{wires}</td><td>{text}</td></tr>\n"
    head = '<tr><th scope="col">field</th><th scope="col">in the request</th><th scope="col">accepts</th></tr>'
    return f'<table class="takes first">\n<thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n'


def _modules(vendor: str) -> list[str]:
    return [module for module, names in NAMES.items() if any(name.startswith(f"{vendor}/") for name in names)]


def _head(module: str) -> tuple[str, str]:
    """What a file of tables says of itself: its first line, and the sources and what is left out or unsure."""
    text = inspect.cleandoc(import_module(f"imgparams.providers.{module}").__doc__ or "")
    title, _, rest = text.partition("\n")
    return title, rest.strip()


def alike(targets: Iterable[Target]) -> list[list[Target]]:
    """Targets that take the same, together: they differ in their names, ids and pages only."""
    groups: dict[object, list[Target]] = {}
    for target in targets:
        rows = tuple(_row(row, named) for row, named in _rows(target))
        key = (rows, tuple(_rules(target)), target.content, target.unknown, target.status)
        groups.setdefault(key, []).append(target)
    return list(groups.values())


def section(group: Sequence[Target]) -> str:
    """One or more targets that take the same: what they are, the table, the rules."""
    first, *more = group
    heading = f"`{first.name}`" + (f" and {len(more)} more" if more else "")
    parts = [_anchors(group), _about(group), _takes(group)]
    if first.rules:
        rules = "".join(f"<li>{rule}</li>\n" for rule in _rules(first))
        parts.append(f'<p class="rules">Rules</p>\n<ul class="rules">\n{rules}</ul>\n')
    return f"({first.name})=\n## {heading}\n\n" + _raw("".join(parts))


def _anchors(group: Sequence[Target]) -> str:
    """The name of the only target as an anchor; those of several stand in their list."""
    return f'<span id="{escape(group[0].name)}"></span>\n' if len(group) == 1 else ""


def _about(group: Sequence[Target]) -> str:
    """The facts of the targets: those in common as a list, those that differ as a table."""
    facts = [dict(_facts(target)) for target in group]
    keys = list(dict.fromkeys(key for each in facts for key in each))
    common = [key for key in keys if len({each.get(key) for each in facts}) == 1]
    listed = "".join(f"<dt>{key}</dt><dd>{facts[0][key]}</dd>\n" for key in common)
    text = f'<dl class="facts">\n{listed}</dl>\n'
    if len(group) == 1:
        return text
    differ = [key for key in keys if key not in common]
    head = "".join(f'<th scope="col">{key}</th>' for key in ("target", *differ))
    rows = ""
    for target, each in zip(group, facts, strict=True):
        name = escape(target.name)
        cells = "".join(f"<td>{each.get(key, '')}</td>" for key in differ)
        rows += f'<tr id="{name}"><th scope="row"><code>{name}</code></th>{cells}</tr>\n'
    return f'<div class="scroll"><table class="alike">\n<thead><tr>{head}</tr></thead>\n{rows}</table></div>\n{text}'


def _facts(target: Target) -> Iterator[tuple[str, str]]:
    """What `imgparams show` prints above the rows, as HTML; the operation and the status where they say something."""
    for key, value in describe.head(target.name, target):
        text = _text(value)
        key = "other fields" if key == "unknown" else key
        yield key, f"<code>{text}</code>" if key in ("call", "model", "aliases") else text
        if key == "call" and target.operation:
            yield "operation", target.operation
        if key == "call" and target.status != "active":
            yield "status", f'<strong class="{target.status}">{target.status}</strong>'
    if target.operations:
        names = (escape(operation.name) for operation in target.operations.values())
        yield "operations", ", ".join(f'<a href="#{name}"><code>{name}</code></a>' for name in names)


def _rows(target: Target) -> Iterator[tuple[Row, bool]]:
    """The rows, and whether each names the model."""
    return zip(target.model_rows, (row.names_model for row in target.rows), strict=True)


def _takes(group: Sequence[Target]) -> str:
    """The table of rows; where several targets share it, the row of the model has no word of its own."""
    rows = "".join(_row(row, named and len(group) > 1) for row, named in _rows(group[0]))
    head = '<tr><th scope="col">wire</th><th scope="col">field</th><th scope="col">what is legal</th></tr>'
    return f'<table class="takes">\n<thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n'


def _row(row: Row, any_model: bool) -> str:
    mark = '<span class="required" title="required">*</span>' if describe.required(row) else ""
    wires = "<br>".join(f"<code>{_breakable(wire)}</code>{mark}" for wire in row.wires) or "not sent"
    fields = "<br>".join(f"<code>{_breakable(name)}</code>" for name in row.fields)
    legal = "the model (see above)" if any_model else _folded(_text(row.describe()))
    facts = [fact for fact in describe.facts(row) if not any_model or not fact.startswith("default")]
    legal += "".join(f'<span class="fact">; {_text(fact)}</span>' for fact in facts)
    legal += "".join(f"<p{_remark_class(remark)}>{_text(remark)}</p>" for remark in describe.remarks(row))
    legal += _pixels(row)
    return f"<tr><td>{wires}</td><td>{fields}</td><td>{legal}</td></tr>\n"


def _folded(text: str) -> str:
    """A text as it is, or, where it lists hundreds of words, its beginning with the rest to be opened."""
    if len(text) <= LONG:
        return text
    first = text[: text.rfind(", ", 0, LONG // 4)]
    return f"<details><summary>{first}, ...</summary>{text}</details>"


def _remark_class(remark: str) -> str:
    return ' class="disputed"' if remark.startswith(("disputed", "deprecated")) else ""


def _pixels(row: Row) -> str:
    """What pixels come of each name, where the vendor says it."""
    spellings = row.spellings if isinstance(row, Sizes) else ()
    text = ""
    for pixels in (each.pixels_of for each in spellings if isinstance(each, ShapeWords) and each.pixels_of):
        ratios = list(dict.fromkeys(ratio for ratio, _ in pixels))
        tiers = list(dict.fromkeys(tier for _, tier in pixels))
        head = "".join(f'<th scope="col">{escape(tier) or "pixels"}</th>' for tier in tiers)
        lines = "".join(
            f'<tr><th scope="row">{escape(ratio) or "any"}</th>'
            + "".join(f"<td>{pixels.get((ratio, tier), '')}</td>" for tier in tiers)
            + "</tr>\n"
            for ratio in ratios
        )
        table = f"<table>\n<thead><tr><th></th>{head}</tr></thead>\n{lines}</table>"
        text += f"<details><summary>pixels</summary>{table}</details>"
    return text


def _rules(target: Target) -> Iterator[str]:
    """Why, and what happens where that is not a refusal; the source where the rule has its own."""
    for why, effect, source in describe.sentences(target):
        happens = "" if effect == "refused" else f' <span class="{effect}">({effect})</span>'
        yield _text(why) + happens + (f"; source: {_text(source)}" if source else "")


# ---- text


def _text(value: Any) -> str:
    """Text as HTML, addresses as links."""
    return URL.sub(lambda url: f'<a href="{url[0]}">{url[0]}</a>', escape(str(value)))


def _breakable(name: str) -> str:
    """A long name as HTML that may go on in the next line."""
    return re.sub(r"([/:_.])", r"\1<wbr>", escape(name))


def _raw(text: str) -> str:
    return f"```{{raw}} html\n{text.rstrip()}\n```\n\n"
