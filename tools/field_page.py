"""Makes the page of the fields of an intent, with the vendors' own names for each, when the site is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import NamedTuple

from imgparams import CATALOG, Target, capabilities, wording
from imgparams.export.reach import reachable
from imgparams.intent import QUALITY_WORDS, READERS
from imgparams.reference import ROLES

MANY = 12  # names that are shown unfolded


class About(NamedTuple):
    """What more there is to know of a field than its one line, and how it is written."""

    more: str
    example: str


ABOUT: Mapping[str, About] = {
    "prompt": About(
        "The only positional argument of `Intent`. Some operations, such as an upscale, have none.",
        'Intent("a lighthouse at dusk")',
    ),
    "negative_prompt": About(
        "Models without such a field would ignore it, so it is reported as dropped.",
        'Intent("a beach", negative_prompt="people")',
    ),
    "aspect_ratio": About(
        'Text such as `"16:9"`, a pair such as `(16, 9)`, or `"auto"` to leave the shape to the vendor. Where the '
        "vendor takes pixels instead of a ratio, the nearest legal size is chosen. [Sizes](../sizes.md) says how.",
        'Intent("a beach", aspect_ratio="16:9")',
    ),
    "resolution": About(
        "A tier: `512`, `768`, `1K` (about a million pixels), `1.5K`, `2K`, `3K`, `4K`. With `aspect_ratio` it "
        "describes the size without fixing it.",
        'Intent("a beach", aspect_ratio="16:9", resolution="2K")',
    ),
    "size": About(
        'Text such as `"1024x768"` or a pair. Use it when the pixels matter; use `aspect_ratio` and `resolution` when '
        "the shape does. If the vendor can't do exactly this size, the nearest one is sent and reported.",
        'Intent("a beach", size="1920x1080")',
    ),
    "quality": About(
        f"One of {', '.join(f'`{word}`' for word in dict.fromkeys(QUALITY_WORDS.values()))}. `standard` and `hd` are "
        "read as `medium` and `high`. A vendor with fewer steps gets the nearest one.",
        'Intent("a beach", quality="high")',
    ),
    "n": About(
        "Without it, each vendor makes its own default number, which may be more than one. If one call makes fewer, "
        "[`plan`](planning.rst) makes several.",
        'Intent("a beach", n=4)',
    ),
    "seed": About(
        "A whole number. One that is out of the vendor's range is folded into it, always to the same seed.",
        'Intent("a beach", seed=42)',
    ),
    "references": About(
        f"Bytes, URLs, or ids of files at a vendor, each with a role: {', '.join(f'`{role}`' for role in ROLES)}. "
        "[References, masks, uploads](../guides/references.md) has the details.",
        'Intent("make it night", references=["https://example.com/a.png"])',
    ),
    "mask": About(
        "Its `edits` says what marks the area to change: `transparent`, `white` or `black`. Vendors disagree on this, "
        "so a mask may have to be repainted before it is sent.",
        'Intent("a red door", references=[photo], mask=Reference(data=mask, edits="white"))',
    ),
    "output_format": About(
        "`png`, `jpeg`, `webp` and others; `jpg` is read as `jpeg`.",
        'Intent("a beach", output_format="webp")',
    ),
    "output_compression": About(
        "100 is the best picture and the largest file.",
        'Intent("a beach", output_format="jpeg", output_compression=80)',
    ),
    "delivery": About(
        "`url` or `base64`; `b64_json` is read as `base64`.",
        'Intent("a beach", delivery="base64")',
    ),
    "background": About(
        "`transparent`, `opaque` or `auto`.",
        'Intent("a sticker of a cat", background="transparent")',
    ),
    "guidance": About(
        "Often called CFG scale. Scales differ between models, so the number is passed on as it is, within the "
        "model's limits.",
        'Intent("a beach", guidance=3.5)',
    ),
    "steps": About(
        "More steps take longer.",
        'Intent("a beach", steps=28)',
    ),
    "strength": About(
        "From 0, which keeps the reference, to 1, which ignores it. Some vendors count the other way round; the number "
        "is converted.",
        'Intent("make it night", references=[photo], strength=0.4)',
    ),
    "stream": About(
        "True or false.",
        'Intent("a beach", stream=True)',
    ),
    "user": About(
        "Any text; don't send personal data.",
        'Intent("a beach", user="u-1234")',
    ),
    "provider_options": About(
        "An object for each provider, with that vendor's own field names. They are sent as they are, and checked where "
        "the table knows them. [Vendor pages](../vendors/index.md) list them.",
        'Intent("a beach", provider_options={"leonardo": {"ultra": True}})',
    ),
}
SHORT = {**wording.ABOUT, "provider_options": "Fields that only one vendor has."}


class Name(NamedTuple):
    """A vendor's own name for a field."""

    wire: str
    vendors: tuple[str, ...]
    words: tuple[str, ...]  # its words where they differ from ours: `TURBO` (low)


def page() -> str:
    """The whole page."""
    targets = list(CATALOG.values())
    takers = Counter(name for target in targets for name in capabilities(target))
    reached = Counter(name for target in targets for name in reachable(target))
    lines = [
        "# Fields\n",
        "The fields of an `Intent`, what each means, and what the vendors call it. All are optional, and `None` means "
        '"not set". The last column is the number of targets that support the field, of '
        f"{len(targets)}.\n",
        "```{rst-class} fields\n```\n",
        "| field | meaning | targets |\n|---|---|---|",
    ]
    for name in READERS:
        count = len(targets) if name == "provider_options" else max(takers[name], reached[name])
        lines.append(f"| [`{name}`](#field-{name}) | {SHORT[name]} | {count} |")
    return "\n".join([*lines, "", *(section(name, targets) for name in READERS)])


def section(name: str, targets: list[Target]) -> str:
    """One field: meaning, example, the words that targets accept, the vendors' names."""
    about = ABOUT[name]
    parts = [f"(field-{name})=\n## `{name}`", f"{SHORT[name]} {about.more}", f"```python\n{about.example}\n```"]
    if words := _words(name, targets):
        parts.append(
            "Accepted by most targets first: " + ", ".join(f"`{word}` ({count})" for word, count in words) + "."
        )
    if names := list(_names(name, targets)):
        rows = [_line(each) for each in names]
        head = '<tr><th scope="col">in the request</th><th scope="col">vendors</th></tr>'
        table = f'<table class="names">\n<thead>{head}</thead>\n' + "".join(rows[:MANY]) + "</table>"
        if len(rows) > MANY:
            more = f'<table class="names">\n{"".join(rows[MANY:])}</table>'
            table += f"\n<details><summary>{len(rows) - MANY} more names</summary>{more}</details>"
        parts.append(f"```{{raw}} html\n{table}\n```")
    return "\n\n".join(parts) + "\n"


def _words(name: str, targets: list[Target], most: int = 24) -> list[tuple[str, int]]:
    """The words of a field by the number of targets that accept them; none where it is not a matter of words."""
    if name in ("size", "references", "mask", "n"):
        return []
    takes = [capability for target in targets if (capability := reachable(target).get(name)) is not None]
    listed = [capability for capability in takes if capability.type == "enum"]
    counts = Counter(str(value) for capability in listed for value in capability.values)
    return counts.most_common(most) if len(counts) > 1 else []


def _names(name: str, targets: list[Target]) -> Iterator[Name]:
    """Yields the wires that say a field, those of most vendors first."""
    vendors: dict[str, dict[str, None]] = {}
    words: dict[str, dict[str, None]] = {}
    for target in targets:
        capability = capabilities(target).get(name)
        for wire in capability.wires if capability else ():
            vendors.setdefault(wire, {})[target.provider] = None
            for said, meant in _own_words(name, wire, target):
                words.setdefault(wire, {})[f"{said} ({meant})"] = None
    for wire in sorted(vendors, key=lambda wire: (-len(vendors[wire]), wire)):
        yield Name(wire, tuple(sorted(vendors[wire])), tuple(words.get(wire, ())))


def _own_words(name: str, wire: str, target: Target) -> Iterator[tuple[str, str]]:
    """Yields the vendor's words for ours, where they differ in more than case."""
    if name not in ("quality", "output_format", "background", "delivery"):
        return
    row = target.by_wire.get(wire)
    domain = row.domain if row is not None else None
    for said in getattr(domain, "words", ()):
        meant = domain.decode(said) if domain is not None else None
        if isinstance(said, str) and isinstance(meant, str) and said.lower() != meant.lower():
            yield said, meant


def _line(name: Name) -> str:
    links = ", ".join(f'<a href="../vendors/{vendor}.html">{vendor}</a>' for vendor in name.vendors)
    words = f"<p>{escape(', '.join(name.words))}</p>" if name.words else ""
    return f'<tr><th scope="row"><code>{escape(name.wire)}</code></th><td>{links}{words}</td></tr>\n'


def write(path: Path) -> None:
    """Writes the page; a file that is right is not touched, so that a second build is quick."""
    text = page()
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
