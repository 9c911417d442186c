"""Counts the models of a list that have a table here: `python -m tools.coverage LIST`.

The list has a model a line, `<provider>/<model>` with the provider's name as it is here (`bfl`, `azure-openai`); text
after a tab, and lines that begin with `#`, are not read. Nothing is loaded from the network.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from attrs import frozen

from imgparams import CATALOG, Target, UnknownTarget, find
from imgparams.catalog import is_makers
from imgparams.providers import ENVELOPES
from imgparams.target import without_operation

DATE = re.compile(r"[-_@](\d{8}|\d{6}|\d{4}-\d\d-\d\d)$")  # of a snapshot, at the end of a model's id
HOW = ("exact", "near", "elsewhere", "nothing")
TELLING = re.compile(r"^(?=.*\d)[^/]{6,}$")  # a model's name that tells it without the maker, unlike `v2` or `creative`


@frozen
class Found:
    """A model of a list, how it was found, and the target: of another provider for "elsewhere", None for "nothing".

    "exact" is a name, a model id or an alias; "near" is one of these without its operation, without a date, or in
    another spelling.
    """

    name: str
    how: str
    target: Target | None = None


def look_up(name: str) -> Found:
    """Returns what is here for `<provider>/<model>`."""
    try:
        return Found(name, "exact", find(name))
    except UnknownTarget:
        pass
    provider, _, model = name.partition("/")
    if near := _spellings()[provider].get(_plain(model)):
        return Found(name, "near", near)
    parts = model.split("/")
    for words in (parts, parts[-2:], parts[-1:]):
        if elsewhere := _served().get(_plain("/".join(words))):
            return Found(name, "elsewhere", elsewhere)
    return Found(name, "nothing")


def models(text: str) -> list[str]:
    """Returns the models of a list, each once, in its order."""
    lines = (line.partition("\t")[0].strip() for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def report(found: Sequence[Found], *, verbose: bool = False) -> Iterator[str]:
    """Yields the counts, then each model that has no table at its provider; `verbose` also those that have one."""
    by_how: dict[str, list[Found]] = {how: [each for each in found if each.how == how] for how in HOW}
    tables, without = [*by_how["exact"], *by_how["near"]], [*by_how["elsewhere"], *by_how["nothing"]]
    retired = sum(each.target is not None and each.target.status == "retired" for each in tables)
    anyway = sum(each.name.partition("/")[0] in ENVELOPES for each in without)
    yield f"{len(found)} models"
    yield f"{len(tables)} have a table ({len(by_how['near'])} of them in another spelling, {retired} retired)"
    yield f"{len(by_how['elsewhere'])} have one at another provider only"
    yield f"{len(by_how['nothing'])} have none"
    yield f"{anyway} of these {len(without)} have a provider with a target for any model"
    for each in (*(tables if verbose else ()), *without):
        yield f"{each.how}\t{each.name}\t{each.target.name if each.target else ''}".rstrip()


@cache
def _spellings() -> dict[str, dict[str, Target]]:
    """Of each provider, the plain spellings of its targets' names, ids and aliases; plain generation comes first."""
    spellings: dict[str, dict[str, Target]] = defaultdict(dict)
    for target in sorted(CATALOG.values(), key=lambda target: target.operation != ""):
        tail = target.name.partition("/")[2]
        for word in (tail, without_operation(tail), target.model, *target.aliases):
            spellings[target.provider].setdefault(_plain(word), target)
    return spellings


@cache
def _served() -> dict[str, Target]:
    """The plain spellings of the models that targets serve, each with one target, the maker's own if it is here."""
    served: dict[str, Target] = {}
    for target in sorted(CATALOG.values(), key=lambda target: (not is_makers(target), target.operation != "")):
        ids = {target.model, *target.aliases} if is_makers(target) else set()
        telling = {word for word in {target.serves.partition("/")[2], *ids} if TELLING.search(word)}
        for word in telling | {target.serves} - {""}:
            served.setdefault(_plain(word), target)
    return served


def _plain(model: str) -> str:
    """A model without capitals, punctuation and the date of its snapshot."""
    return re.sub(r"[^a-z0-9+]", "", DATE.sub("", model.lower()))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.coverage", description=__doc__)
    parser.add_argument("list", type=Path, help="a file with a model a line")
    parser.add_argument("--verbose", action="store_true", help="also name the models that have a table")
    options = parser.parse_args(arguments)
    found = [look_up(name) for name in models(options.list.read_text(encoding="utf-8"))]
    print(*report(found, verbose=options.verbose), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
