"""An editor for four vendors: what a vendor can't take as it is becomes a need, and the caller does the IO."""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import assert_never

from imgparams import ALL, Http, Intent, Need, Reference, find, to_request
from imgparams.reference import Edits

VENDORS = (
    "leonardo/generation",
    "relaygpu/flux-2-pro",
    "openai/gpt-image-2",
    "openrouter/openai/gpt-image-2",
)


class Editor:
    def __init__(
        self,
        download: Callable[[Reference], bytes],
        upload: Callable[[Reference], str],
        host: Callable[[Reference], str],
        repaint: Callable[[Reference, Edits | None], bytes],
    ) -> None:
        self.download, self.upload, self.host, self.repaint = download, upload, host, repaint

    def night(self, photo: bytes, link: str, mask: bytes) -> dict[str, Http]:
        ask = Intent(
            "make it night",
            references=[Reference(data=photo), Reference(url=link)],
            mask=Reference(data=mask, edits="transparent"),
        )
        calls: dict[str, Http] = {}
        for name in VENDORS:
            done = to_request(ask, find(name), allow=ALL)
            while done.needs:
                done = done.supply({need.at: self.solve(need) for need in done.needs})
            calls[name] = done.http()
        return calls

    def solve(self, need: Need) -> Reference:
        if need.reference is None:
            raise LookupError(f"{need.at}: {need.why}")
        match need.kind:
            case "fetch":
                return Reference(data=self.download(need.reference))
            case "upload":
                return Reference(file_id=self.upload(need.reference), provider="leonardo")
            case "host":
                return Reference(url=self.host(need.reference))
            case "repaint":
                return Reference(data=self.repaint(need.reference, need.edits), edits=need.edits)
            case "find" | "value":
                raise LookupError(f"{need.at}: {need.why}")
            case _:
                assert_never(need.kind)
