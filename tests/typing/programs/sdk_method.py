"""A method of an SDK: typed options in, one call out, every change in the log."""

from __future__ import annotations

import logging
from collections.abc import Mapping

import httpx
from typing_extensions import Unpack

from imgparams import Intent, IntentFields, Policy, find, serial, to_request

log = logging.getLogger(__name__)


class Images:
    def __init__(self, clients: Mapping[str, httpx.Client], allow: Policy) -> None:
        self.clients = clients
        self.allow = allow

    def generate(
        self,
        model: str,
        prompt: str,
        *,
        extra_body: Mapping[str, object] | None = None,
        **options: Unpack[IntentFields],
    ) -> httpx.Response:
        target = find(model)
        done = to_request(Intent.of({**options, "prompt": prompt}), target, allow=self.allow)
        for change in done.changes:
            log.warning("%s: %s", target.name, change, extra={"change": serial.dump(change)})
        call = done.http(extra=extra_body)
        return self.clients[target.provider].request(call.method, call.path, json=call.json, files=call.files)


def four_wide(images: Images) -> httpx.Response:
    return images.generate("leonardo/phoenix-1.0", "a tower", aspect_ratio="16:9", n=4, seed=0)
