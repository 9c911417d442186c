"""What prepared forms remember: plain values, and not too many of them."""

from __future__ import annotations

from typing import Any, TypeVar

from imgparams.values import PLAIN

K = TypeVar("K")
T = TypeVar("T")
_MOST = 512
_LONGEST = 200  # characters of a text


def is_short(wish: Any) -> bool:
    """Whether a wish may be remembered by its type and value: 0.0 and -0.0 are the same value."""
    kind = type(wish)
    return kind in PLAIN and not (kind is str and len(wish) > _LONGEST) and not (kind is float and wish == 0)


def keep(memory: dict[K, T], key: K, found: T) -> None:
    """Remembers what was found; a full memory begins anew."""
    if len(memory) >= _MOST:
        memory.clear()
    memory[key] = found
