"""A company's own tables beside ours: a model of its own, and our envelope with its model id."""

from __future__ import annotations

from imgparams import CATALOG, Intent, Target, find, to_request
from imgparams.tables import ABSENT, Field, Int, Native, OneOf, Param, Rule, Text, WidthHeight

OUR_MODEL_ID = "0f0d2a3e-6a0c-4a35-9c3c-5b1f3a7f7f10"

MUSE = Target(
    name="acme/muse-2",
    model="muse-2-2026-10",
    method="POST",
    path="/v1/draw/{deployment}",
    docs="https://wiki.acme.example/muse",
    checked="2026-11-01",
    rows=(
        Param("text", Field.prompt, Text(max_length=2000), required=True),
        WidthHeight("w", "h", each=Int(256, 2048, multiple_of=64)),
        Param("count", Field.n, Int(1, 4, round_down=True), default=1),
        Native("style", OneOf("photo", "line")),
    ),
    rules=(Rule(when={"w": Int(1025)}, then={"style": ABSENT}, why="styles are for small pictures"),),
)
TABLES = CATALOG | {
    MUSE.name: MUSE,
    "leonardo/house": find("leonardo/generation").but(name="leonardo/house", model=OUR_MODEL_ID),
}


def draw(name: str, prompt: str, deployment: str) -> str:
    target = TABLES.find(name)
    call = to_request(Intent(prompt, size=(1000, 1000), n=9), target).http(deployment=deployment)
    return f"{call.method} {call.path} {call.json}"
