"""Selects targets by words in any order, and finds near words where nothing fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from imgparams.catalog import GENERATION, Catalog, Words, has_model
from imgparams.cli.inputs import typed
from imgparams.target import OPERATIONS, Status, Target
from imgparams.texts import did_you_mean, listed, shown


def select(tables: Catalog, words: Iterable[str], **filters: Words | None) -> tuple[str, ...]:
    """Returns the names of the targets that meet every filter and fit every word, sorted; raises Invalid."""
    names = tables.named(**filters)
    for word in split(words):
        names = tuple(name for name in names if fits(name, tables[name], word))
    return names


def split(words: Iterable[str]) -> list[str]:
    """Returns the words in lower case, those of a text in quotes too."""
    return [part for word in words for part in typed(word).lower().split()]


def fits(name: str, target: Target, word: str) -> bool:
    """Whether a word is a target's provider, operation, status or model, or part of its name."""
    facts = target.provider.lower(), target.operation or GENERATION, target.status
    return word in facts or has_model(name, target, word)


def why_none(tables: Catalog, words: Sequence[str]) -> str:
    """Returns the reason why no target is left, with a near word for one that fits none."""
    parts = split(words)
    for part in parts:
        if not select(tables, [part]):
            return (
                f"no target fits {shown(part)}{did_you_mean(part, _candidates(tables)) or '; see `imgparams targets`'}"
            )
    if len(parts) > 1:
        return f"no target fits {listed([shown(part) for part in parts], 'and')} together"
    return "no target fits this choice"


def _candidates(tables: Catalog) -> list[str]:
    """Returns what a word may have been meant to be: whole names, those of models, and the pieces between slashes."""
    models = [target.serves for target in tables.values() if target.serves]
    pieces = [piece for name in (*tables, *models) for piece in (name.partition("/")[2], *name.split("/"))]
    return list(
        dict.fromkeys([*tables.providers, GENERATION, *OPERATIONS, *get_args(Status), *tables, *models, *pieces])
    )
