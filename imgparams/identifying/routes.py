"""The targets of a catalog by the method and the path of their calls, and the hosts that they are sent to.

A path with a placeholder, `/v1/models/{model}/predictions`, is a pattern; all others are looked up. So a call is
found in a time that does not grow with the number of targets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from imgparams.catalog import Catalog
from imgparams.target import Target

_HOLE = re.compile(r"{(\w+)}")


class Route(NamedTuple):
    """A target at a path, with what stands in the path's placeholders."""

    target: Target
    filled: Mapping[str, str]


class Address(NamedTuple):
    """A URL in parts: `host` is "" if it is not known, `path` has no slash at its end."""

    host: str
    path: str
    query: Mapping[str, str]
    shown: str


def address(url: str) -> Address:
    """Returns the parts of a URL, or of a path alone; credentials and the query are not shown."""
    text = url.strip()
    if not text.startswith("/") and "://" not in text and not text.startswith("{"):
        text = f"https://{text}"
    try:
        split = urlsplit(text)
    except ValueError:
        split = SplitResult("", "", text, "", "")
    host = split.netloc.rpartition("@")[2]
    path = split.path.replace("%3A", ":").replace("%3a", ":").replace("%40", "@").rstrip("/") or "/"
    query = dict(parse_qsl(split.query, keep_blank_values=True))
    shown = f"{split.scheme}://{host}{path}" if host else path
    return Address("" if _is_open(host) else _without_port(host), path, query, shown)


def _is_open(host: str) -> bool:
    """Whether a host is only a placeholder or a variable."""
    return re.fullmatch(r"[$\ud824]\{?\w+\}?(:\d+)?", host) is not None


def _without_port(host: str) -> str:
    return re.sub(r":\d*$", "", host).lower()


class Routes:
    """Where the calls of a catalog's targets go."""

    def __init__(self, catalog: Mapping[str, Target]) -> None:
        self._at: dict[tuple[str, str], list[Route]] = {}
        self._patterns: dict[tuple[str, str], tuple[re.Pattern[str], list[Target]]] = {}
        for target in _all(catalog):
            for path in _paths(target):
                self._add(target, path.partition("?")[0])
        self._methods = {method for method, _ in (*self._at, *self._patterns)}

    def _add(self, target: Target, path: str) -> None:
        key = (target.method.upper(), path)
        if _HOLE.search(path) is None:
            self._at.setdefault((key[0], unquote(path)), []).append(Route(target, {}))
            return
        whole = {wire.removeprefix("path:") for wire in target.by_wire if wire.startswith("path:")}
        parts = (
            (f"(?P<{part}>{'.+' if part in whole else '[^/]+'})" if number % 2 else re.escape(part))
            for number, part in enumerate(_HOLE.split(path))
        )
        pattern = re.compile("".join(parts), re.DOTALL)
        self._patterns.setdefault(key, (pattern, []))[1].append(target)

    def at(self, method: str, path: str) -> list[Route]:
        """Returns the targets whose calls have this method and path."""
        found = list(self._at.get((method, unquote(path)), ()))
        for (own, _), (pattern, targets) in self._patterns.items():
            if own == method and (match := pattern.fullmatch(path)):
                filled = {name: unquote(text) for name, text in match.groupdict().items()}
                found += (Route(target, filled) for target in targets)
        return found

    def methods(self, path: str) -> set[str]:
        """Returns the methods with which a path is called."""
        return {method for method in self._methods if self.at(method, path)}


@lru_cache(maxsize=4)
def routes(catalog: Catalog) -> Routes:
    """Returns where the calls of a catalog's targets go; it is kept for the catalogs used last."""
    return Routes(catalog)


def _all(catalog: Mapping[str, Target]) -> Iterator[Target]:
    """Yields each target once, with operations that have no name of their own in the catalog."""
    targets = list(dict.fromkeys(catalog.values()))
    yield from targets
    names = {target.name for target in targets}
    for target in targets:
        for operation in target.operations.values():
            if operation.name not in names:
                names.add(operation.name)
                yield operation


def _paths(target: Target) -> Iterator[str]:
    """Yields each path of a target's calls once, with the model's other ids and behind what stands in its base URL."""
    ids = (target.model, *target.aliases) if target.model else ("{model}",)
    paths = [path.replace("{model}", name) for path in (target._path, *target.also_at) for name in ids]
    yield from dict.fromkeys(before + path for path in paths for before in ("", _prefix(target)))


def _prefix(target: Target) -> str:
    return "/" + tail if (tail := target.base_url.partition("://")[2].partition("/")[2]) else ""


_LOCAL = ("localhost", "127.0.0.1", "0.0.0.0", "[::1]")


def is_at(target: Target, host: str) -> bool:
    """Whether a target's calls go to this host or to another one of the same domain.

    Whoever runs a model has it anywhere: a target whose own host is the caller's machine is at every host, as is one
    whose host is not known.
    """
    own = _without_port(target.base_url.partition("://")[2].partition("/")[0])
    if not own or not host or own in _LOCAL:
        return True
    if own == host:
        return True
    domain = _domain(own)
    return "{" not in domain and _domain(host) == domain


#: older or regional domains of a vendor that working code calls -> the one in its tables; `.cn` is read as `.com`
_SAME_VENDOR = {
    "together.xyz": "together.ai",
    "bfl.ml": "bfl.ai",
    "minimaxi.com": "minimax.io",
    "z.ai": "bigmodel.com",
    "tencentmaas.com": "tencentcloudmaas.com",
    "volces.com": "bytepluses.com",
}


def _domain(host: str) -> str:
    """Returns the part of a host that is a vendor's own; one with a host in China has it as `.cn` too."""
    domain = ".".join(host.split(".")[-2:])
    domain = f"{domain.removesuffix('.cn')}.com" if domain.endswith(".cn") else domain
    return _SAME_VENDOR.get(domain, domain)


def is_catch_all(target: Target) -> bool:
    """Whether a path says nothing of the target: it is all placeholder."""
    return not re.search(r"\w", _HOLE.sub("", target.path.partition("?")[0]))


def query_of(target: Target) -> dict[str, str]:
    """Returns the placeholders in the query of a target's path: query key -> name."""
    pairs = parse_qsl(target.path.partition("?")[2])
    return {key: hole[1] for key, text in pairs if (hole := _HOLE.fullmatch(text))}
