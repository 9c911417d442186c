"""`python -m benchmarks.bulk`: `check --jsonl` over many lines, as a ratio to parsing their JSON."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from imgparams.cli import bulk

LINES, ROUNDS = 20_000, 7
WORDS = (
    "a",
    "lighthouse",
    "at",
    "night",
    "with",
    "many",
    "people",
    "walking",
    "along",
    "the",
    "shore",
    "under",
    "clouds",
)
MODEL = "de7d3faf-762f-48e0-b3b7-9d0ac3a3fcf3"

Made = Callable[[random.Random], Any]


def _prompt(drawn: random.Random) -> str:
    return " ".join(drawn.choices(WORDS, k=drawn.randint(5, 30)))


def _right(drawn: random.Random) -> Any:
    return {
        "modelId": MODEL,
        "prompt": _prompt(drawn),
        "width": 1024,
        "height": 768,
        "num_images": drawn.randint(1, 4),
        "seed": drawn.randrange(10**6),
    }


def _some_keys(drawn: random.Random) -> Any:
    more = {"guidance_scale": 7.5, "alchemy": True, "negative_prompt": "people", "presetStyle": "CREATIVE"}
    return {**_right(drawn), **{key: value for key, value in more.items() if drawn.random() < 0.5}}


def _any_order(drawn: random.Random) -> Any:
    items = [*_some_keys(drawn).items()]
    return dict(drawn.sample(items, len(items)))


def _listed(drawn: random.Random) -> Any:
    task = {"taskType": "imageInference", "taskUUID": MODEL, "model": "runware:101@1", "positivePrompt": _prompt(drawn)}
    return [{**task, "width": 1024, "height": 768}]


FILES: dict[str, tuple[str, Made]] = {
    "four keys": ("leonardo/phoenix-1.0", lambda drawn: {"modelId": MODEL, "prompt": "a", "width": 512, "height": 512}),
    "six keys": ("leonardo/phoenix-1.0", _right),
    "six keys at OpenAI": (
        "openai/gpt-image-2",
        lambda drawn: {"model": "gpt-image-2", "prompt": _prompt(drawn), "size": "1024x1024", "n": 2, "quality": "low"},
    ),
    "an object in a list": ("runware/runware:101@1", _listed),
    "six to ten keys": ("leonardo/phoenix-1.0", _some_keys),
    "six to ten in any order": ("leonardo/phoenix-1.0", _any_order),
    "one fault": ("leonardo/phoenix-1.0", lambda drawn: {**_right(drawn), "width": 1001}),
    "a fault in a line of twenty": (
        "leonardo/phoenix-1.0",
        lambda drawn: {**_right(drawn), "width": 1024 if drawn.random() < 0.95 else 1001},
    ),
    "unreadable": ("leonardo/phoenix-1.0", lambda drawn: [_right(drawn)]),
}


def lines() -> None:
    """Prints, for each kind of line, the time of a run as a ratio to `json.loads` of the same lines."""
    with TemporaryDirectory() as folder:
        for name, (target, made) in FILES.items():
            path = Path(folder, "requests.jsonl")
            drawn = random.Random(7)
            path.write_text("".join(json.dumps(made(drawn)) + "\n" for _ in range(LINES)))
            parse, run, code = _timed(path, target)
            print(
                f"{name:28} {parse / LINES * 1e6:5.2f} us to parse, {run / LINES * 1e6:6.2f} us to check: "
                f"{run / parse:5.2f} times{'' if code == 0 else ', with errors'}"
            )


def _timed(path: Path, target: str) -> tuple[float, float, int]:
    """Returns the time of parsing, that of a run, and its exit code; both take turns."""
    parses, runs, code = [], [], 0
    for _ in range(ROUNDS):
        given = path.read_bytes().splitlines()
        started = perf_counter()
        for line in given:
            json.loads(line)
        parses.append(perf_counter() - started)
        with _silent():
            started = perf_counter()
            code = bulk.run(str(path), bulk.Check(target), json=True)
            runs.append(perf_counter() - started)
    return median(parses), median(runs), code


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Sends the results where nobody reads them, and the summary away."""
    with (
        open(os.devnull, "w", encoding="utf-8") as out,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        yield


if __name__ == "__main__":
    lines()
