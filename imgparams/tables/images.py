"""The domain of pictures: URLs, data URLs, base64, files and ids, and what must be done if none is at hand."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import ClassVar, Literal

from attrs import evolve, frozen

from imgparams.errors import bad_table
from imgparams.reference import EDITS, Edits, Reference, marks, read_data_url
from imgparams.tables.domains import Domain, Fault
from imgparams.texts import how_many, listed, sniff
from imgparams.values import read_base64

Kind = Literal["url", "data", "base64", "file", "id"]


@frozen
class Token:
    """Holds the place of the caller's answer to a need; counts as present, and reads back as what was asked."""

    kind: str
    reference: Reference
    edits: Edits | None = None
    why: str = ""


def tokens(value: object) -> Iterator[Token]:
    """Yields every open place of a wire value, in order."""
    if isinstance(value, Token):
        yield value
    elif isinstance(value, str):  # asked before Mapping, which takes long
        return
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from tokens(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from tokens(item)


@frozen(init=False)
class Image(Domain[Reference, object]):
    """A picture in one of these `kinds`: "url", "data" (a data URL), "base64", "file" (multipart bytes), "id".

    Bytes are written in the first kind that can hold them. `edits` says for a mask how the area to edit is marked. An
    id belongs to the target's provider.
    """

    KINDS: ClassVar[tuple[Kind, ...]] = ("url", "data", "base64", "file", "id")
    kinds: tuple[Kind, ...]
    edits: Edits | None

    def __init__(self, *kinds: Kind, edits: Edits | None = None) -> None:
        if not kinds or not set(kinds) <= set(self.KINDS) or edits not in (None, *EDITS):
            raise bad_table(
                f"an Image needs one or more of the kinds {', '.join(self.KINDS)}; edits is {listed(EDITS)}"
            )
        self.__attrs_init__(kinds, edits)

    def fault(self, value: object) -> Fault | None:
        if isinstance(value, Token) or (isinstance(value, bytes) and "file" in self.kinds):
            return None
        if not isinstance(value, str) or not value or not set(self.kinds) - {"file"}:
            return Fault("wrong_type", self.describe())
        return None if self._kind_of(value) in self.kinds else Fault("not_allowed", self.describe())

    def _kind_of(self, text: str) -> str:
        if text[:8].lower().startswith(("http://", "https://")):
            return "url"
        if text[:5].lower() == "data:":
            return "data"
        return "base64" if "base64" in self.kinds and read_base64(text) is not None else "id"

    def write(self, asked: object, provider: str) -> object:
        """Returns the wire value of a reference, or the Token of what must be done to it first."""
        return self.write_reference(asked, provider) if isinstance(asked, Reference) else None

    def write_reference(self, reference: Reference, provider: str) -> object:
        own = reference.provider == provider
        if self.edits and not marks(reference, self.edits):
            if reference.data is None:
                why = "the mask marks the area to edit in another way, so its bytes are needed"
                return Token("fetch" if own or reference.file_id is None else "find", reference, why=why)
            return Token("repaint", reference, self.edits, f"the area to edit must be {self.edits}")
        if reference.file_id is not None:
            if own and "id" in self.kinds:
                return reference.file_id
            why = "ids are not accepted here" if own else f"an id from {reference.provider} is not valid here"
            return Token("find", reference, why=why)
        if reference.url is not None:
            if self._kind_of(reference.url) in self.kinds:
                return reference.url
            can_send = {"data", "base64", "file"} & set(self.kinds)
            return Token("fetch" if can_send else "upload", reference, why=f"it must be {self.describe()}")
        return self._write_bytes(reference)

    def _write_bytes(self, reference: Reference) -> object:
        data = reference.data or b""
        kind = next((kind for kind in self.kinds if kind in ("file", "data", "base64")), None)
        if kind == "base64" and "data" in self.kinds and reference.media_type not in (None, sniff(data)):
            kind = "data"  # bare base64 would lose the media type
        if kind == "file":
            return data
        if kind is not None:
            text = base64.b64encode(data).decode()
            return f"data:{reference.media_type or sniff(data)};base64,{text}" if kind == "data" else text
        return Token("host" if "url" in self.kinds else "upload", reference, why=f"it must be {self.describe()}")

    def read(self, value: object, provider: str) -> Reference | None:
        """Returns the reference that a wire value means, None if it can't be read."""
        if isinstance(value, Token):  # no wire has a weight, so an open place has none either
            return evolve(value.reference, weight=None, edits=value.reference.edits if self.edits else None)
        if self.fault(value):
            return None
        if isinstance(value, bytes):
            return Reference(data=value, edits=self.edits)
        text = str(value)
        kind = self._kind_of(text)
        if kind == "data" and (parts := read_data_url(text)):
            data, media_type = parts
            stated = media_type if media_type != sniff(data) else None  # the bytes themselves show the usual one
            return Reference(data=data, media_type=stated, edits=self.edits)
        if kind == "base64":
            return Reference(data=read_base64(text), edits=self.edits)
        if kind == "id":
            return Reference(file_id=text, provider=provider, edits=self.edits)
        return Reference(url=text, edits=self.edits)

    def describe(self) -> str:
        return _described(self.kinds)

    def plural(self) -> str:
        return listed([_NAMES[kind][1] for kind in self.kinds])

    def how_many(self, low: int, high: int | None) -> str:
        """Returns a number of pictures in words: `up to 4 URLs or data URLs`, or `a file` if there is at most one."""
        one = listed([_NAMES[kind][0].removeprefix("a ").removeprefix("an ") for kind in self.kinds])
        return self.describe() if high == 1 else how_many(low, high, one, self.plural())


_NAMES = {
    "url": ("a URL", "URLs"),
    "data": ("a data URL", "data URLs"),
    "base64": ("base64 text", "base64 texts"),
    "file": ("a file", "files"),
    "id": ("an id from this vendor", "ids from this vendor"),
}


@lru_cache
def _described(kinds: tuple[str, ...]) -> str:
    return listed([_NAMES[kind][0] for kind in kinds])
