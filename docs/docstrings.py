"""Our docstrings as reStructuredText, and signatures as a reader wants them: what `conf.py` hangs into Sphinx.

Docstrings are plain sentences with `names` in single backticks and, where a table helps, lines set in by four spaces.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import attrs

MARKUP = re.compile(r"`([^`]+)`|([*|\\]|_\b)")
NAME = re.compile(r"[A-Za-z_][\w.]*")


def lines(docstring: list[str]) -> list[str]:
    """Lines of a docstring as reStructuredText: what is set in is literal, no sign but the backtick is markup."""
    found: list[str] = []
    literal = False
    for line in docstring:
        if line.startswith("    "):
            found += [] if literal else [".. code-block:: text", ""]
            literal = True
            found.append(line)
        else:
            literal = literal and not line
            found.append(MARKUP.sub(_marked, line))
    return found


def _marked(found: re.Match[str]) -> str:
    """A name stays a role, which may become a link; other code is literal; what is no markup to us is escaped."""
    if found[1]:
        return found[0] if NAME.fullmatch(found[1]) else f"``{found[1]}``"
    return "\\" + found[2]


def as_rst(app: object, what: str, name: str, obj: object, options: object, docstring: list[str]) -> None:
    """For `autodoc-process-docstring`."""
    docstring[:] = lines(docstring)


def signature(
    app: object, what: str, name: str, obj: Any, options: object, shown: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """For `autodoc-process-signature`: a value's public fields only, and no word of how attrs makes a default."""
    if what != "class" or not attrs.has(obj):
        return shown and re.sub(r"\bJson\b", "Mapping[str, object]", shown), returns  # not the domain of that name
    from sphinx.util.inspect import signature as signature_of
    from sphinx.util.inspect import stringify_signature

    inner = {field.alias for field in attrs.fields(obj) if field.name.startswith("_") and not hasattr(obj, field.alias)}
    made = {field.alias: field.default for field in attrs.fields(obj) if _is_made(field.default)}
    own = hasattr(obj, "__attrs_init__")  # written by hand: it takes more than the fields hold
    whole = signature_of(obj.__init__, bound_method=True) if own else signature_of(obj)
    kept = [
        parameter.replace(default=made[key].factory()) if key in made else parameter
        for key, parameter in whole.parameters.items()
        if key not in inner
    ]
    whole = whole.replace(parameters=kept, return_annotation=inspect.Signature.empty)
    return stringify_signature(whole, unqualified_typehints=True), returns


def _is_made(default: object) -> bool:
    """Whether a default is made anew each time, of nothing."""
    return hasattr(default, "factory") and not getattr(default, "takes_self", True)


def find_public(names: frozenset[str]) -> Callable[..., Any]:
    """For `missing-reference`: a `name` in a docstring that is one of the package's own names leads to it."""

    def resolve(app: object, env: Any, node: Any, content: Any) -> Any:
        name = node.get("reftarget", "")
        if node.get("refdomain") != "py" or name.partition(".")[0] not in names:
            return None
        full = f"imgparams.{name}"
        domain = env.domains["py"]
        return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", full, node, content)  # type: ignore[attr-defined]

    return resolve
