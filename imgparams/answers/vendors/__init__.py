"""What each vendor sends back, one file a vendor, values only."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from imgparams.answers.words import Answers

#: the providers that have a file here; another one is read as vendors usually write
FILES = frozenset(
    {
        "automatic1111",
        "azure-openai",
        "bedrock",
        "bfl",
        "bria",
        "bytedance",
        "cloudflare",
        "deepinfra",
        "edenai",
        "eigenai",
        "fal",
        "fireworks",
        "google",
        "huggingface",
        "ideogram",
        "kling",
        "krea",
        "leonardo",
        "luma",
        "meta",
        "minimax",
        "nvidia",
        "openai",
        "openrouter",
        "qwen",
        "recraft",
        "relaygpu",
        "replicate",
        "reve",
        "runware",
        "runway",
        "siliconflow",
        "stability",
        "stepfun",
        "tencent",
        "together",
        "wavespeed",
        "xai",
        "zhipu",
    }
)
#: what gateways call a vendor whose error they hand on, in lower case
MAKERS = {"google ai studio": "google", "seed": "bytedance"}
UNKNOWN = Answers()


@cache
def _loaded(provider: str) -> Answers:
    answers: Answers = import_module(f"imgparams.answers.vendors.{provider.replace('-', '_')}").ANSWERS
    return answers


def answers_of(provider: str) -> Answers:
    """Returns what a provider sends back, an empty value if that is not known."""
    name = MAKERS.get(provider, provider)
    return _loaded(name) if name in FILES else UNKNOWN
