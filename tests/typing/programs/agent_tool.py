"""A tool of an agent: arguments of a model in, a call or a text that names every fault."""

from __future__ import annotations

from collections.abc import Mapping

from imgparams import STRICT, Http, ImgparamsError, Intent, export, find, to_request

TARGET = find("leonardo/phoenix-1.0")
TOOL = {"name": "draw", "input_schema": export.tool_schema(TARGET, only=("prompt", "aspect_ratio", "n"))}


def draw(arguments: Mapping[str, object]) -> Http | str:
    try:
        return to_request(Intent.of(arguments), TARGET, allow=STRICT).http()
    except ImgparamsError as error:
        return str(error)
