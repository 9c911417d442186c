"""Rows against LiteLLM's mapping of image parameters, where it is installed.

Its side is `litellm.utils.get_optional_params_image_gen` with `model`, `custom_llm_provider`, `provider_config` (which
`ProviderConfigManager.get_provider_image_generation_config` gives, outside of what is timed), `drop_params=True` and
the parameters; then model and prompt are put beside its answer, as LiteLLM's OpenAI handler does. It maps names: it
judges no value and reports no change.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from benchmarks.measure import Row, in_turns, over
from imgparams import ALL, Intent, find, to_request

GROUP = "litellm"
MODEL = "gpt-image-2"
PROMPT = "a lighthouse at night"
TARGET = find(f"openai/{MODEL}")

Mapped = Callable[..., dict[str, Any]]


def installed() -> bool:
    return importlib.util.find_spec("litellm") is not None


def rows() -> Iterator[Row]:
    if not installed():
        print("litellm: skipped, it is not installed here")
        return
    mapped, fields = litellm_mapping(), _fields()
    for one in fields:
        request, body = _ours(Intent(PROMPT, **one)), mapped(**one)
        assert request == body, (one, request, body)
    intents = [Intent(PROMPT, **one) for one in fields]
    ours, theirs = in_turns(over(_ours, intents), over(lambda one: mapped(**one), fields))
    yield Row(GROUP, f"to_request, {MODEL}, request and changes read", ours, theirs, "LiteLLM", 0.5)


def litellm_mapping() -> Mapped:
    """Returns a function from the fields of a wish to the body that LiteLLM sends."""
    os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")  # it loads its prices from the network otherwise
    utils: Any = importlib.import_module("litellm.utils")
    config = utils.ProviderConfigManager.get_provider_image_generation_config(MODEL, utils.LlmProviders.OPENAI)
    get_optional_params: Mapped = utils.get_optional_params_image_gen

    def mapped(**fields: Any) -> dict[str, Any]:
        options = get_optional_params(
            model=MODEL, custom_llm_provider="openai", provider_config=config, drop_params=True, **fields
        )
        return {"model": MODEL, "prompt": PROMPT, **options}

    return mapped


def _fields() -> list[dict[str, Any]]:
    """Wishes in words that OpenAI takes as they are, which is all that LiteLLM's mapping can do for it."""
    return [
        {"n": n, "size": size, "quality": quality, "output_format": output_format, "user": "me"}
        for n, size, quality, output_format in product(
            (1, 4, 10), ("1024x1024", "1536x1024"), ("low", "high"), ("png", "webp")
        )
    ]


def _ours(intent: Intent) -> dict[str, Any]:
    done = to_request(intent, TARGET, allow=ALL)
    assert not done.changes
    return done.request
