"""`python -m benchmarks`: ratios to `by_hand`, size searches, and the import, all measured in one run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import timeit
from collections.abc import Callable
from fractions import Fraction
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks import by_hand
from imgparams import ALL, CATALOG, Intent, Size, Target, check, find, to_intent, to_request
from imgparams.checking import PREPARE_AFTER
from imgparams.tables import Grid, Int
from imgparams.tables.size_sets import _nearest_of_grid

ROUNDS, SECONDS = 7, 0.05
IMPORTS = 15

WISHES: dict[str, dict[str, Any]] = {
    "a prompt": {"prompt": "a lighthouse at night"},
    "six fields": {
        "prompt": "a lighthouse at night",
        "negative_prompt": "people",
        "aspect_ratio": "16:9",
        "n": 4,
        "seed": 0,
        "guidance": 7,
    },
    "six changes": {
        "prompt": "a lighthouse at night",
        "size": (1920, 1080),
        "quality": "high",
        "n": 9,
        "guidance": 30,
        "steps": 5,
        "output_format": "png",
    },
}
REQUESTS: dict[str, dict[str, Any]] = {
    "four wires": {"modelId": by_hand.MODEL, "prompt": "a lighthouse", "width": 1024, "height": 768},
    "twelve wires": {
        "modelId": by_hand.MODEL,
        "prompt": "a lighthouse at night",
        "negative_prompt": "people",
        "width": 1184,
        "height": 664,
        "num_images": 4,
        "seed": 0,
        "guidance_scale": 7,
        "num_inference_steps": 30,
        "alchemy": True,
        "contrast": 3.5,
        "presetStyle": "CREATIVE",
    },
    "nine faults": {
        "modelId": "another",
        "prompt": 3,
        "width": 1001,
        "height": 4000,
        "num_images": 9,
        "guidance_scale": "7",
        "contrast": 1.3,
        "promptMagicVersion": "v3",
        "heigth": 512,
    },
}
GRIDS = {
    "sides 32 to 1536, step 8": Grid(Int(32, 1536, multiple_of=8)),
    "sides 256 to 2048, step 64": Grid(Int(256, 2048, multiple_of=64)),
    "sides to 4096, step 16, area and ratio limits": Grid(
        Int(16, 4096, multiple_of=16), area=(655360, 8294400), ratio=("1:3", "3:1")
    ),
    "sides to 16384, step 1": Grid(Int(1, 16384)),
    "every size": Grid(),
}
SIZE_WISHES = [
    (Fraction(16, 9), Fraction(2**20)),
    (Fraction(1080, 1920), Fraction(1920 * 1080)),
    (Fraction(5), Fraction(9**7)),
]


def best(*works: Callable[[], object]) -> list[float]:
    """Seconds of one call of each work: the best of several rounds, in turns."""
    numbers = []
    for work in works:
        work()
        number = 1
        while timeit.timeit(work, number=number) < SECONDS / 5:
            number *= 4
        numbers.append(number)
    rounds = [
        [timeit.timeit(work, number=n) / n for work, n in zip(works, numbers, strict=True)] for _ in range(ROUNDS)
    ]
    return [min(times) for times in zip(*rounds, strict=True)]


def line(name: str, ours: float, theirs: float) -> None:
    print(f"{name:<28}{ours * 1e6:>10.1f} us{theirs * 1e6:>10.1f} us{ours / theirs:>8.1f}x")


def agree(target: Target) -> None:
    """Both sides give the same answers, or nothing is worth timing."""
    for fields in WISHES.values():
        done = to_request(Intent(**fields), target)
        request, changes = by_hand.translate(by_hand.wanted(fields))
        assert done.request == request, (done.request, request)
        ours = sorted((change.field, change.kind) for change in done.changes)
        assert ours == sorted(change[:2] for change in changes), (ours, changes)
    for request in REQUESTS.values():
        found = sorted((problem.level, problem.code, str(problem.path[0])) for problem in check(request, target))
        theirs = sorted(fault[:3] for fault in by_hand.check(request))
        assert found == theirs, (found, theirs)
        said, fields = to_intent(request, target), by_hand.read(request)
        assert said.provider_options.get("leonardo", {}) == fields.pop("raw", {}), said
        assert said == Intent(**fields, provider_options=said.provider_options), (said, fields)


def verbs(target: Target) -> None:
    print(f"{'':<28}{'imgparams':>13}{'by hand':>13}   ratio")
    for name, fields in WISHES.items():
        line(f"intent, {name}", *best(lambda: Intent(**fields), lambda: by_hand.wanted(fields)))  # noqa: B023
    for name, fields in WISHES.items():
        intent = Intent(**fields)
        line(f"translate, {name}", *best(lambda: to_request(intent, target), lambda: by_hand.translate(fields)))  # noqa: B023
    for name, request in REQUESTS.items():
        line(f"check, {name}", *best(lambda: check(request, target), lambda: by_hand.check(request)))  # noqa: B023
    for name, request in REQUESTS.items():
        line(f"read back, {name}", *best(lambda: to_intent(request, target), lambda: by_hand.read(request)))  # noqa: B023


VENDORS = (
    *("leonardo/phoenix-1.0", "openai/gpt-image-2", "google/gemini-3-pro-image", "openrouter/images"),
    "automatic1111/txt2img",
)


def vendors() -> None:
    """The six fields at five vendors, each verb as a ratio to one `json.dumps` of its own payload."""
    print(f"\n{'six fields, to json.dumps of the payload':<42}{'to_request':>12}{'check':>8}{'to_intent':>11}")
    intent = Intent(**WISHES["six fields"])
    for name in VENDORS:
        target = find(name)
        request = to_request(intent, target, allow=ALL).request
        for _ in range(PREPARE_AFTER + 1):
            check(request, target)

        def translated() -> object:
            done = to_request(intent, target, allow=ALL)  # noqa: B023
            return done.request, done.changes

        works = (translated, lambda: check(request, target), lambda: to_intent(request, target))  # noqa: B023
        *ours, dumped = best(*works, lambda: json.dumps(request))  # noqa: B023
        to, checks, reads = (one / dumped for one in ours)
        print(f"  {name:<40}{to:>12.1f}{checks:>8.1f}{reads:>11.1f}")


def searches() -> None:
    print("\nsize searches, nothing remembered")
    for name, grid in GRIDS.items():
        search = _nearest_of_grid.__wrapped__
        times = [best(lambda: search(grid, *wish))[0] for wish in SIZE_WISHES]  # noqa: B023
        print(f"  {name:<46}" + "".join(f"{seconds * 1e6:>9.0f} us" for seconds in times))
    hand = by_hand.nearest.__wrapped__
    times = [best(lambda: hand(float(ratio), float(area)))[0] for ratio, area in SIZE_WISHES]  # noqa: B023
    print(f"  {'by hand: sides 32 to 1536, step 8':<46}" + "".join(f"{seconds * 1e6:>9.0f} us" for seconds in times))
    wish = SIZE_WISHES[0]
    remembered = best(lambda: GRIDS["sides 32 to 1536, step 8"].nearest(*wish))[0]
    print(f"  {'remembered':<46}{remembered * 1e6:>9.1f} us")


def imports() -> None:
    """Whole processes, in turns, so that a slow moment of the machine falls on all."""
    works = {
        "nothing": "pass",
        "attrs": "import attrs",
        "imgparams": "import imgparams",
        "imgparams, one target": "from imgparams import find; find('leonardo/phoenix-1.0')",
        "imgparams, all targets": "from imgparams import CATALOG; list(CATALOG.values())",
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    with TemporaryDirectory() as bytecode:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for turn in range(IMPORTS + 1):
            for name, code in works.items():
                start = perf_counter()
                subprocess.run([sys.executable, "-c", code], check=True, env=environment)
                if turn:  # the first compiles
                    times[name].append(perf_counter() - start)
    print(f"\nimports, whole processes, {IMPORTS} each{'least':>12}{'median':>12}{'to attrs':>12}")
    for name, seconds in times.items():
        ratio = median(seconds) / median(times["attrs"])
        print(f"  {name:<30}{min(seconds) * 1e3:>10.1f} ms{median(seconds) * 1e3:>9.1f} ms{ratio:>11.2f}x")


def main() -> None:
    target = find("leonardo/phoenix-1.0")
    assert to_request(Intent("a", size=(1920, 1080)), target).pixels == Size(1536, 864)
    agree(target)
    print(f"Python {sys.version.split()[0]}, {len(CATALOG)} targets, best of {ROUNDS} rounds\n")
    verbs(target)
    vendors()
    searches()
    imports()


if __name__ == "__main__":
    main()
