"""A gateway: OpenAI's shape in, another vendor's call out, or every fault at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from imgparams import Catalog, Http, ImgparamsError, Policy, UnknownTarget, convert, find, serial

ROUTES = Catalog(
    {
        "gemini": find("openrouter/google/gemini-3-pro-image"),
        "flux": find("relaygpu/flux-2-pro"),
        "leo": find("leonardo/phoenix-1.0"),
    }
)
HOUSE = Policy(size=(), n="clamped", quality="dropped", within=0.05)


async def images(body: dict[str, Any], forward: Callable[[Http], Awaitable[Any]]) -> tuple[int, Any]:
    try:
        done = convert(body, source=find("openai/images"), target=ROUTES.find(str(body.get("model"))), allow=HOUSE)
        return 200, await forward(done.http())
    except UnknownTarget as error:
        return 404, {"model": error.name, "near": error.near}
    except ImgparamsError as error:
        return 422, {"problems": serial.dump(error.problems), "changes": serial.dump(error.changes)}
