"""Finds whose call it is that someone has in hand: a URL with its body, a curl command, a recording of a browser.

What the functions need is loaded when they are first called, so that importing imgparams stays quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from imgparams.catalog import CATALOG, Catalog
from imgparams.identifying.identified import Identified

__all__ = ["Identified", "identify", "read_curl", "read_har"]


def identify(
    method: str,
    url: str,
    body: object,
    headers: Mapping[str, str] | Iterable[tuple[str, str]] | None = None,
    *,
    catalog: Catalog = CATALOG,
) -> Identified:
    """Returns whose call this is, and its request; a call to nobody has no candidates and says why.

    `url` may be a path alone: then the host decides nothing. `body` is parsed JSON, or JSON as text or bytes, or a
    multipart body as bytes with its content type in `headers`, or the parts of a form as in `Http.files`. A body that
    can't be read gives no candidates.
    """
    from imgparams.identifying.matching import identified

    return identified(method, url, body, headers, catalog)


def read_curl(text: str, *, catalog: Catalog = CATALOG) -> tuple[Identified, ...]:
    """Returns whose call each curl command in a text is, in their order; raises Invalid if there is none.

    Nothing is run and no file is opened. A body in a file or a variable gives no candidates; a file in a form and a
    variable inside of a body are listed in `unread`. Other commands in the text are skipped.
    """
    from imgparams.identifying.curl import calls_in_curl

    return calls_in_curl(text, catalog)


def read_har(document: object, *, catalog: Catalog = CATALOG) -> tuple[Identified, ...]:
    """Returns whose call each entry of a recording is; `document` is its parsed JSON.

    Entries that no target's path, method and host fit are skipped. Raises Invalid for what is no recording.
    """
    from imgparams.identifying.har import calls_in_har

    return calls_in_har(document, catalog)
