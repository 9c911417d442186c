"""Which pixels will come, and how many images: from the tables, before any call."""

from __future__ import annotations

from imgparams import Intent, Size, find, to_intent, to_request


def expected(name: str, ratio: str, tier: str) -> tuple[Size | None, int | None]:
    done = to_request(Intent("a cat", aspect_ratio=ratio, resolution=tier), find(name))
    return done.pixels, done.count


def megapixels(body: dict[str, object], name: str) -> float | None:
    size = to_intent(body, find(name), defaults=True).size
    return None if size is None else size.width * size.height / 1e6
