"""The size of an image by the first bytes of its file, without decoding it: PNG, JPEG, WebP, GIF and AVIF."""

from __future__ import annotations

from collections.abc import Iterator

from imgparams.geometry import MAX_SIDE, Size
from imgparams.texts import sniff

_HEAD = 1 << 16  # bytes of a file that are looked at first
_MOST = 10_000  # parts of a file


def size_of(data: bytes) -> Size | None:
    """Returns the pixels of an image file, None if they can't be told."""
    readers = {
        "image/png": _png,
        "image/jpeg": _jpeg,
        "image/webp": _webp,
        "image/gif": _gif,
        "image/avif": _avif,
    }
    reader = readers.get(sniff(data))
    sides = reader(data) if reader else None
    return Size(*sides) if sides and all(0 < side < MAX_SIDE for side in sides) else None


def size_of_base64(text: str) -> Size | None:
    """Returns the pixels of an image in base64; of a long one as few characters are decoded as it takes."""
    head = _decoded(text[: _HEAD // 3 * 4])
    size = size_of(head)
    return size if size is not None or len(text) <= _HEAD // 3 * 4 else size_of(_decoded(text))


def type_of_base64(text: str) -> str:
    """Returns the media type of a file in base64."""
    return sniff(_decoded(text[:64]))


def _decoded(text: str) -> bytes:
    from binascii import Error, a2b_base64

    plain = text.replace("-", "+").replace("_", "/") if "-" in text or "_" in text else text
    try:
        return a2b_base64(plain[: len(plain) // 4 * 4] if len(plain) % 4 else plain)
    except (Error, ValueError):
        return b""


def _number(data: bytes, at: int, length: int, order: str = "big") -> int:
    return int.from_bytes(data[at : at + length], "big" if order == "big" else "little")


def _png(data: bytes) -> tuple[int, int] | None:
    return (_number(data, 16, 4), _number(data, 20, 4)) if data[12:16] == b"IHDR" and len(data) >= 24 else None


def _gif(data: bytes) -> tuple[int, int] | None:
    return (_number(data, 6, 2, "little"), _number(data, 8, 2, "little")) if len(data) >= 10 else None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walks the segments to the frame: a marker of two bytes, then the length of what follows."""
    at = 2
    for _ in range(_MOST):
        while data[at : at + 2] == b"\xff\xff":  # filling
            at += 1
        if data[at : at + 1] != b"\xff" or len(data) < at + 9:
            return None
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return _number(data, at + 7, 2), _number(data, at + 5, 2)
        alone = marker == 0x01 or 0xD0 <= marker <= 0xD8
        at += 2 if alone else 2 + max(_number(data, at + 2, 2), 2)
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if len(data) < 30:
        return None
    if kind == b"VP8X":
        return _number(data, 24, 3, "little") + 1, _number(data, 27, 3, "little") + 1
    if kind == b"VP8L" and data[20] == 0x2F:
        bits = _number(data, 21, 4, "little")
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        return _number(data, 26, 2, "little") & 0x3FFF, _number(data, 28, 2, "little") & 0x3FFF
    return None


def _avif(data: bytes) -> tuple[int, int] | None:
    """The largest of the sizes that the properties of its items state: tiles and previews are smaller."""
    sizes = [
        (_number(ispe, 4, 4), _number(ispe, 8, 4))
        for meta in _boxes(data, b"meta")
        for iprp in _boxes(meta[4:], b"iprp")
        for ipco in _boxes(iprp, b"ipco")
        for ispe in _boxes(ipco, b"ispe")
        if len(ispe) >= 12
    ]
    return max(sizes, key=lambda sides: sides[0] * sides[1], default=None)


def _boxes(data: bytes, kind: bytes) -> Iterator[bytes]:
    """Yields the contents of the boxes of one kind: a length of four bytes, the kind, the contents."""
    at = 0
    for _ in range(_MOST):
        length = _number(data, at, 4)
        if length < 8 or at + 8 > len(data):
            return
        if data[at + 4 : at + 8] == kind:
            yield data[at + 8 : at + length]
        at += length
