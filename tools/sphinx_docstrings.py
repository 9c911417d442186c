"""A Sphinx extension: our docstrings as reStructuredText, and signatures as a reader wants them.

Docstrings are plain sentences with `names` in single backticks and, where a table helps, lines set in by four spaces.
"""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

import attrs

import imgparams

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

MARKUP = re.compile(r"`([^`]+)`|([*|\\]|_\b)")
NAME = re.compile(r"[A-Za-z_][\w.]*")


def lines(docstring: list[str]) -> list[str]:
    """Returns a docstring as reStructuredText: what is set in is literal, no sign but the backtick is markup."""
    marked: list[str] = []
    literal = False
    for line in docstring:
        if line.startswith("    "):
            marked += [] if literal else [".. code-block:: text", ""]
            literal = True
            marked.append(line)
        else:
            literal = literal and not line
            marked.append(MARKUP.sub(_marked, line))
    return marked


def _marked(match: re.Match[str]) -> str:
    """Returns a name as a role, which may become a link, other code as a literal, and other signs escaped."""
    if match[1]:
        return match[0] if NAME.fullmatch(match[1]) else f"``{match[1]}``"
    return "\\" + match[2]


def _as_rst(app: Sphinx, what: str, name: str, obj: object, options: object, docstring: list[str]) -> None:
    """Turns a docstring into reStructuredText in place, for `autodoc-process-docstring`."""
    docstring[:] = lines(docstring)


def _signature(
    app: Sphinx, what: str, name: str, obj: Any, options: object, shown: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """Returns a value's public fields only, without how attrs makes a default, for `autodoc-process-signature`."""
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


def _resolve(app: Sphinx, env: BuildEnvironment, node: Any, content: nodes.TextElement) -> nodes.reference | None:
    """Returns the link of a `name` that is one of the package's own, for `missing-reference`."""
    name = node.get("reftarget", "")
    if node.get("refdomain") != "py" or name.partition(".")[0] not in imgparams.__all__:
        return None
    domain = env.domains["py"]
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", f"imgparams.{name}", node, content)


def setup(app: Sphinx) -> dict[str, bool]:
    """Joins the three functions to Sphinx."""
    app.connect("autodoc-process-docstring", _as_rst)
    app.connect("autodoc-process-signature", _signature)
    app.connect("missing-reference", _resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
