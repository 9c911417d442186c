"""What each vendor sends back, one file a vendor, values only."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from imgparams.answers.words import Answers

#: the file of each provider; one that is not here is read as vendors usually write
FILES = {
    "automatic1111": "automatic1111",
    "azure-openai": "azure_openai",
    "bedrock": "bedrock",
    "bfl": "bfl",
    "bria": "bria",
    "bytedance": "bytedance",
    "cloudflare": "cloudflare",
    "deepinfra": "deepinfra",
    "edenai": "edenai",
    "eigenai": "eigenai",
    "fal": "fal",
    "fireworks": "fireworks",
    "google": "google",
    "huggingface": "huggingface",
    "ideogram": "ideogram",
    "kling": "kling",
    "krea": "krea",
    "leonardo": "leonardo",
    "luma": "luma",
    "meta": "meta",
    "minimax": "minimax",
    "nvidia": "nvidia",
    "openai": "openai",
    "openrouter": "openrouter",
    "qwen": "qwen",
    "recraft": "recraft",
    "relaygpu": "relaygpu",
    "replicate": "replicate",
    "reve": "reve",
    "runware": "runware",
    "runway": "runway",
    "siliconflow": "siliconflow",
    "stability": "stability",
    "stepfun": "stepfun",
    "tencent": "tencent",
    "together": "together",
    "wavespeed": "wavespeed",
    "xai": "xai",
    "zhipu": "zhipu",
}
#: what gateways call a vendor whose error they hand on, in lower case
MAKERS = {"google ai studio": "google", "seed": "bytedance"}
UNKNOWN = Answers()


@cache
def _loaded(file: str) -> Answers:
    answers: Answers = import_module(f"imgparams.answers.vendors.{file}").ANSWERS
    return answers


def answers_of(provider: str) -> Answers:
    """Returns what a provider sends back, an empty value if that is not known."""
    file = FILES.get(provider) or MAKERS.get(provider)
    return _loaded(file) if file is not None else UNKNOWN
