"""A log of requests, replayed at another vendor: one line each, and a count of what changes."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable

from imgparams import ImgparamsError, convert, find

A = find("openai/gpt-image-1.5")
B = find("openrouter/google/gemini-3.1-flash-image")


def replay(lines: Iterable[str]) -> Counter[tuple[str, str]]:
    seen = Counter[tuple[str, str]]()
    for number, line in enumerate(lines, 1):
        try:
            done = convert(json.loads(line), source=A, target=B)
            seen.update((change.field, change.kind) for change in done.changes)
            print(json.dumps(done.request))
        except (ImgparamsError, ValueError) as error:
            print(number, error, file=sys.stderr)
    return seen


if __name__ == "__main__":
    print(replay(sys.stdin), file=sys.stderr)
