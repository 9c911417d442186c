"""Draws the pictures of `docs/sizes.md` from the tables and the search, as SVG.

    cut.svg        a wish outside of what a model takes: what is legal, what costs as much as the answer, the answer
    near.svg       the same, near enough to see every legal size
    targets.svg    what several targets make of one wish, to scale

No figure stands here that the library knows: only where to look and what to ask. Colours follow the reader's, light or
dark.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from html import escape

from attrs import frozen

from imgparams import Intent, Size, Target, Translation, find, to_request
from imgparams.geometry import tier_area
from imgparams.tables import Grid, Sides, Sizes
from imgparams.tables.size_sets import size_cost

FOLDER = "docs/pictures"
WISH = Size(1920, 1080)
FRAME = 220.0  # the widest rectangle of `targets.svg`
COMPARED = (
    "bytedance/doubao-seedream-4-0",
    "relaygpu/flux-2-pro",
    "openai/gpt-image-2",
    "bytedance/seedream-4-5",
    "qwen/qwen-image",
    "leonardo/phoenix-1.0",
    "google/gemini-3-pro-image",
    "openai/gpt-image-1.5",
    "luma/photon-1",
)
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328 } .soft { fill: #59636e } .end { text-anchor: end }
.middle { text-anchor: middle } .card { fill: #ffffff; stroke: #d1d9e0 } .axis { stroke: #818b98; fill: none }
.legal { fill: #ddf4ff; stroke: #54aeff } .spot { fill: #54aeff } .line { stroke: #818b98; fill: none }
.area { stroke: #818b98; fill: none; stroke-dasharray: 6 4 } .cost { stroke: #bc4c00; fill: #bc4c0022 }
.costs { fill: #bc4c00 } .answer { fill: #0969da } .wish { stroke: #1f2328; fill: none; stroke-dasharray: 3 3 }
.cut { stroke: #cf222e; stroke-width: 2 } .wrong { fill: #cf222e } .bold { font-weight: 600 }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc } .soft { fill: #9198a1 } .card { fill: #0d1117; stroke: #3d444d } .axis { stroke: #656c76 }
.legal { fill: #10243e; stroke: #1f6feb } .spot { fill: #1f6feb } .line, .area { stroke: #9198a1 }
.cost { stroke: #f0883e; fill: #f0883e33 } .costs { fill: #f0883e } .answer { fill: #79c0ff } .wish { stroke: #f0f6fc }
.cut { stroke: #ff7b72 } .wrong { fill: #ff7b72 } }
"""


def tag(name: str, text: str = "", /, **attributes: str | float) -> str:
    """One element; `class_` is `class`, numbers have two decimals at most."""
    pairs = "".join(f' {key.rstrip("_")}="{_number(value)}"' for key, value in attributes.items())
    return f"<{name}{pairs}>{text}</{name}>" if text else f"<{name}{pairs}/>"


def _number(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def label(x: float, y: float, text: str, class_: str = "") -> str:
    return tag("text", escape(text), x=x, y=y, **({"class_": class_} if class_ else {}))


def drawing(width: float, height: float, title: str, parts: Iterator[str]) -> str:
    card = tag("rect", class_="card", x=0.5, y=0.5, width=width - 1, height=height - 1, rx=8)
    inner = "\n".join([tag("title", escape(title)), tag("style", STYLE), card, *parts])
    xmlns = "http://www.w3.org/2000/svg"
    box = f"0 0 {_number(width)} {_number(height)}"
    return tag("svg", f"\n{inner}\n", xmlns=xmlns, viewBox=box, width=width, height=height, role="img") + "\n"


# ---- one wish on the plane of all sizes


@frozen
class Plane:
    """A window on the plane of all sizes: widths to the right, heights upwards, `scale` units a pixel."""

    low: Size
    high: Size
    scale: float
    left: float = 56
    top: float = 36

    @property
    def width(self) -> float:
        return (self.high.width - self.low.width) * self.scale

    @property
    def height(self) -> float:
        return (self.high.height - self.low.height) * self.scale

    def x(self, width: float) -> float:
        return self.left + (width - self.low.width) * self.scale

    def y(self, height: float) -> float:
        return self.top + (self.high.height - height) * self.scale

    def has(self, width: float, height: float) -> bool:
        return self.low.width <= width <= self.high.width and self.low.height <= height <= self.high.height

    def path(self, points: Iterator[tuple[float, float]], class_: str, closed: bool = False) -> str:
        """A line through what of these sizes can be seen."""
        seen = [f"{_number(self.x(w))} {_number(self.y(h))}" for w, h in points if self.has(w, h)]
        return tag("path", class_=class_, d="M" + "L".join(seen) + "Z" * closed)

    def rect(self, low: Size, high: Size, class_: str) -> str:
        """All sizes between two, as far as they can be seen."""
        left, right = self.x(max(low.width, self.low.width)), self.x(min(high.width, self.high.width))
        top, bottom = self.y(min(high.height, self.high.height)), self.y(max(low.height, self.low.height))
        return tag("rect", class_=class_, x=left, y=top, width=right - left, height=bottom - top)

    def axes(self, step: int) -> Iterator[str]:
        left, bottom = self.left, self.top + self.height
        yield tag("path", class_="axis", d=f"M{left} {self.top}V{_number(bottom)}H{_number(left + self.width)}")
        for width in range(-(-self.low.width // step) * step, self.high.width + 1, step):
            yield label(self.x(width), bottom + 18, str(width), "soft middle")
        for height in range(-(-self.low.height // step) * step, self.high.height + 1, step):
            yield label(left - 8, self.y(height) + 4, str(height), "soft end")
        yield label(left + self.width, bottom + 36, "width", "soft end")
        yield label(left - 8, self.top - 16, "height", "soft end")


def grid_of(target: Target) -> Grid:
    """The grid of a target that takes its sides on two wires, a rectangle of sizes."""
    row = target.by_field["size"][0]
    assert isinstance(row, Sizes)
    side = row.spellings[0]
    assert isinstance(side, Sides)
    assert isinstance(side.sizes, Grid)
    assert (side.sizes.area, side.sizes.ratio) == ((1, None), None)
    return side.sizes


def ends(grid: Grid) -> tuple[Size, Size]:
    """The smallest and the largest sides."""
    (low, high), (lowest, highest) = grid.width.bounds(), grid.height.bounds()
    assert high is not None
    assert highest is not None
    return Size(low or 1, lowest or 1), Size(high, highest)


def same_cost(answer: Size, ratio: Fraction, area: Fraction) -> Iterator[tuple[float, float]]:
    """All sizes that cost what the answer does, by the formula of `sizes.md`: `10 * |shape| + |amount|`, around."""
    cost = math.log(size_cost(answer, ratio, area)[0])
    steps = 24
    corners = [(cost / 10, 0.0), (0.0, cost), (-cost / 10, 0.0), (0.0, -cost)]
    for (shape, amount), (next_shape, next_amount) in zip(corners, corners[1:] + corners[:1], strict=True):
        for at in range(steps):
            s = shape + (next_shape - shape) * at / steps
            a = amount + (next_amount - amount) * at / steps
            wide = float(ratio) * math.exp(s)
            many = float(area) * math.exp(a)
            yield math.sqrt(many * wide), math.sqrt(many / wide)


def _sweep(plane: Plane) -> Iterator[float]:
    """Widths from one side of a window to the other."""
    return (plane.low.width + (plane.high.width - plane.low.width) * at / 400 for at in range(1, 401))


def wish_on(plane: Plane, target: Target, intent: Intent) -> Iterator[str]:
    """What is legal, the wish's ratio and area, and what costs as much as the answer."""
    grid = grid_of(target)
    answer = answer_to(target, intent)
    ratio, area = wished(intent)
    yield plane.rect(*ends(grid), "legal")
    yield plane.path(((w, w / float(ratio)) for w in _sweep(plane)), "line")
    yield plane.path(((w, float(area) / w) for w in _sweep(plane)), "area")
    yield plane.path(same_cost(answer, ratio, area), "cost", closed=True)


def wished(intent: Intent) -> tuple[Fraction, Fraction]:
    """The ratio and the area of a wish that says both."""
    if intent.size:
        return Fraction(*intent.size), Fraction(intent.size.width * intent.size.height)
    assert intent.aspect_ratio is not None
    assert intent.aspect_ratio.value is not None
    assert intent.resolution is not None
    return intent.aspect_ratio.value, tier_area(intent.resolution)


def framed(plane: Plane, title: str, parts: Iterator[str]) -> str:
    return drawing(plane.left + plane.width + 28, plane.top + plane.height + 48, title, parts)


def answer_to(target: Target, intent: Intent) -> Size:
    """The pixels that a target makes of a wish, for targets that say so."""
    answer = to_request(intent, target).pixels
    assert answer is not None
    return answer


def cut(target: Target, wish: Size) -> str:
    """A wish that is larger than what a target takes."""
    intent = Intent(size=wish)
    answer = answer_to(target, intent)
    ratio, area = wished(intent)
    low, high = ends(grid_of(target))
    widest, tip = (max(sides) for sides in zip(*same_cost(answer, ratio, area), strict=True))
    plane = Plane(Size(0, 0), Size(int(widest) + 48, int(max(tip, high.height)) + 48), 600 / widest)
    alone = Size(min(wish.width, high.width), min(wish.height, high.height))

    def parts() -> Iterator[str]:
        yield from wish_on(plane, target, intent)
        yield from plane.axes(256)
        yield label(plane.x(low.width) + 10, plane.y(high.height) + 20, "legal", "bold")
        yield label(plane.x(low.width) + 10, plane.y(high.height) + 38, grid_of(target).describe(), "soft")
        at = wish.width * 0.35
        yield label(plane.x(at) + 10, plane.y(at / float(ratio)) + 14, f"the shape of {wish}", "soft")
        at = float(area) / high.height
        yield label(plane.x(at) + 10, plane.y(high.height) + 4, f"the area of {wish}", "soft")
        yield label(plane.x(widest), plane.y(tip) - 10, "same cost as the nearest", "costs end")
        yield from cross(plane, alone)
        yield label(
            plane.x(alone.width) - 10, plane.y(alone.height) + 4, f"each side clamped alone: {alone}", "wrong end"
        )
        yield tag("circle", class_="wish", cx=plane.x(wish.width), cy=plane.y(wish.height), r=5)
        yield label(plane.x(wish.width) + 12, plane.y(wish.height) + 22, f"asked: {wish}")
        yield tag("circle", class_="answer", cx=plane.x(answer.width), cy=plane.y(answer.height), r=5)
        yield label(plane.x(answer.width) + 10, plane.y(answer.height) + 20, f"nearest: {answer}", "bold")

    return framed(plane, f"{target.name}: of all legal sizes {answer} is nearest to {wish}", parts())


def cross(plane: Plane, size: Size) -> Iterator[str]:
    x, y = plane.x(size.width), plane.y(size.height)
    yield tag("path", class_="cut", d=f"M{_number(x - 5)} {_number(y - 5)}l10 10m0 -10l-10 10")


def near(target: Target, intent: Intent) -> str:
    """Every legal size near a wish of a ratio and a tier."""
    answer = answer_to(target, intent)
    grid = grid_of(target)
    step = Size(grid.width.multiple_of, grid.height.multiple_of)
    low = Size(answer.width - 3 * step.width, answer.height - 3 * step.height)
    plane = Plane(low, Size(answer.width + 3 * step.width, answer.height + 3 * step.height), 88 / step.width)
    ratio, area = wished(intent)

    def parts() -> Iterator[str]:
        yield from wish_on(plane, target, intent)
        for width in range(plane.low.width, plane.high.width + 1):
            for height in range(plane.low.height, plane.high.height + 1):
                if grid.has(Size(width, height)) and (width, height) != answer:
                    yield tag("circle", class_="spot", cx=plane.x(width), cy=plane.y(height), r=2.5)
        yield from plane.axes(step.width)
        right, left = plane.high.width, plane.low.width
        yield label(plane.x(right) - 8, plane.y(right / float(ratio)) - 12, f"{intent.aspect_ratio}", "soft end")
        yield label(plane.x(left) + 16, plane.y(float(area) / left) - 2, f"the area of {intent.resolution}", "soft")
        yield tag("circle", class_="answer", cx=plane.x(answer.width), cy=plane.y(answer.height), r=5)
        yield label(plane.x(answer.width) + 12, plane.y(answer.height) + 20, f"nearest: {answer}", "bold")

    title = f"{target.name}: of all legal sizes {answer} is nearest to {intent.aspect_ratio} at {intent.resolution}"
    return framed(plane, title, parts())


# ---- one wish, several targets


def compared(wish: Size, models: tuple[Target, ...]) -> str:
    """What each target makes of one exact size, to scale, with the wish as a dashed outline."""
    answers = [to_request(Intent(size=wish), model) for model in models]
    drawn = [wish, *(done.pixels for done in answers if done.pixels)]
    scale = FRAME / max(size.width for size in drawn)
    tall = max(size.height for size in drawn) * scale
    columns, wide, high = 3, FRAME + 32, tall + 68

    def parts() -> Iterator[str]:
        for at, done in enumerate(answers):
            left, bottom = 16 + at % columns * wide, 16 + at // columns * high + tall
            yield from [_frame(left, bottom, scale, done.pixels, "legal")] if done.pixels else []
            yield _frame(left, bottom, scale, wish, "wish")
            yield label(left, bottom + 20, done.target.name, "bold")
            yield label(left, bottom + 38, str(done.pixels or "pixels not published"))
            yield label(left + FRAME, bottom + 38, _size_change(done), "soft end")

    rows = -(-len(models) // columns)
    title = f"What {len(models)} targets return for {wish}; the dashed outline is the size asked for"
    return drawing(columns * wide, rows * high, title, parts())


def _frame(left: float, bottom: float, scale: float, size: Size, class_: str) -> str:
    width, height = size.width * scale, size.height * scale
    return tag("rect", class_=class_, x=left, y=bottom - height, width=width, height=height)


def _size_change(done: Translation) -> str:
    """Returns what happened to the size, in two words."""
    changes = [change for change in done.changes if change.field == "size"]
    return ", ".join(c.kind if c.became == done.pixels else f"{c.kind} to {c.became}" for c in changes) or "no change"


# ---- files


def pictures() -> dict[str, str]:
    """Returns each picture as SVG, by its name."""
    phoenix = find("leonardo/phoenix-1.0")
    return {
        "cut.svg": cut(phoenix, WISH),
        "near.svg": near(phoenix, Intent(aspect_ratio="16:9", resolution="1K")),
        "targets.svg": compared(WISH, tuple(map(find, COMPARED))),
    }


def files() -> dict[str, str]:
    """Returns the text of each file made here, by its path from the root."""
    return {f"{FOLDER}/{name}": text for name, text in pictures().items()}
