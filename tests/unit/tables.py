"""Small targets that several tests use, and what tests of translations say again and again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from imgparams import ALL, AspectRatio, Change, Intent, Size, Target, Translation, check, to_request
from imgparams.contract import AnyRule
from imgparams.geometry import tier_area
from imgparams.tables import (
    Const,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    Row,
    Text,
    WidthHeight,
)
from imgparams.tables.offers import ONE_K, Wish

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(64))
JPEG = b"\xff\xd8\xff" + bytes(64)
URL = "https://example.com/a.png"
OTHER = "https://example.com/b.png"

PROMPT = Param("prompt", Field.prompt, Text(max_length=1000), required=True)
COUNT = Param("num_images", Field.n, Int(1, 8, round_down=True), default=1)
STEPS = Param("steps", Field.steps, Int(1, 60))
SEED = Param("seed", Field.seed, Int(0, 2**32 - 1))


def table(*rows: Row, rules: Sequence[AnyRule] = (), name: str = "acme/muse", **facts: Any) -> Target:
    """A target of these rows."""
    known: dict[str, Any] = {
        "model": "muse-2",
        "method": "POST",
        "path": "/v1/draw",
        "docs": "https://wiki.example/muse",
        "checked": "2026-11-01",
    }
    return Target(name=name, rows=rows, rules=rules, **(known | facts))


def asked(target: Target, **fields: Any) -> Translation:
    """The translation of an intent, with every change allowed."""
    return to_request(Intent(**fields), target, allow=ALL)


def raw(target: Target, **wires: Any) -> Translation:
    """The translation of an intent that says wires of the target's provider only."""
    return to_request(Intent(provider_options={target.provider: wires}), target, allow=ALL)


def kinds(done: Translation) -> dict[str, str]:
    """Field -> kind of each change."""
    return {change.field: change.kind for change in done.changes}


def only(changes: Sequence[Change]) -> Change:
    """The one change that there is."""
    assert len(changes) == 1, changes
    return changes[0]


def codes(request: object, target: Target) -> list[tuple[str, str]]:
    """(code, path) of every problem of a request."""
    return [(found.code, ".".join(map(str, found.path))) for found in check(request, target)]


#: rows of every usual kind, without rules
MUSE = table(
    PROMPT,
    Const("model", "muse-2"),
    COUNT,
    STEPS,
    SEED,
    Param("strength", Field.strength, Num(0, 1)),
    Param("format", Field.output_format, OneOf("png", "jpeg"), default="png"),
    WidthHeight("width", "height", each=Int(32, 1536, multiple_of=8), default=(1024, 1024)),
    Pictures("images", (Image("url", "data"),), max=3),
    Native("hd", Flag(), default=False),
    Native("style", OneOf("VIVID", "PLAIN")),
    unknown="refused",
)

SQUARE_GRID = Grid(Int(32, 1536, multiple_of=8))


def flat(target: Target, request: Mapping[str, object]) -> dict[str, object]:
    """Wire -> value of a request."""
    return target.tree.flatten(request)


def wish(size: tuple[int, int] | None = None, ratio: str = "", tier: str | None = None) -> Wish:
    """A wish as the row of sizes has it next to no default."""
    asked = AspectRatio(ratio) if ratio else None
    if size:
        return Wish(Size(*size), asked, tier, Fraction(*size), Fraction(size[0] * size[1]))
    shape = asked.value if asked and asked.value else Fraction(1)
    return Wish(None, asked, tier, shape, tier_area(tier) if tier else ONE_K)
