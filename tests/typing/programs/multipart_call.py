"""A multipart call, sent with httpx: every field is a part, texts too."""

from __future__ import annotations

import httpx

from imgparams import Intent, Reference, find, to_request

HOST = "https://api-web.eigenai.com"


def edit(client: httpx.Client, photo: bytes) -> httpx.Response:
    ask = Intent("a tower at night", references=[Reference(data=photo)], output_format="png", seed=7)
    call = to_request(ask, find("eigenai/eigen-image:edit")).http()
    return client.request(call.method, HOST + call.path, json=call.json, files=call.files)
