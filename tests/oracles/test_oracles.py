"""Every payload that we write is taken by the vendor's own published Python types, and these refuse a broken one.

They need the extra `oracles`; where a package is missing, tests are skipped. An oracle proves names, types and words;
most have no ranges, so a sourced fact stays the reference for those.
"""

from __future__ import annotations

import importlib
import itertools
import re
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from imgparams import ALL, CATALOG, Intent, Reference, Target, Translation, capabilities, serial, to_request
from imgparams.intent import READERS
from imgparams.testing.properties import finished

Validate = Callable[[dict[str, Any]], object]


def load(path: str) -> Any:
    """A name in a package, `package.module:Name`; skips the test where the package is missing."""
    module, _, name = path.partition(":")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return getattr(importlib.import_module(module), name)
        except ModuleNotFoundError as error:
            pytest.skip(f"needs the extra oracles ({error.name} is missing)")


# ---- what a package takes


def typed_dict(*paths: str) -> Validate:
    """A request that is one of these TypedDicts, without unknown keys at any depth."""
    refusal: type[Exception] = load("pydantic:ValidationError")
    adapters = [_closed(load(path)) for path in paths]
    failed: list[Exception] = []

    def validate(request: dict[str, Any]) -> object:
        failed.clear()
        for adapter in adapters:
            try:
                return adapter.validate_python(request, strict=True)
            except refusal as error:
                failed.append(error)
        raise failed[0]

    return validate


def _closed(made: Any) -> Any:
    config = load("pydantic:ConfigDict")(extra="forbid", arbitrary_types_allowed=True)
    seen: set[int] = set()

    def close(kind: Any) -> None:
        if id(kind) in seen:
            return
        seen.add(id(kind))
        if hasattr(kind, "__required_keys__"):
            kind.__pydantic_config__ = config
            module = importlib.import_module(kind.__module__)
            for hint in kind.__annotations__.values():
                text = getattr(hint, "__forward_arg__", "")
                for name in {word for word in vars(module) if word in text}:
                    close(getattr(module, name))
        for inner in getattr(kind, "__args__", ()):
            close(inner)

    close(made)
    return load("pydantic:TypeAdapter")(made)


def model(path: str, *, strict: bool = False) -> Validate:
    """A request that is a pydantic model, without unknown keys."""
    made = load(path)
    keys = {name for key, known in made.model_fields.items() for name in (key, known.alias or key)}

    def validate(request: dict[str, Any]) -> object:
        unknown = request.keys() - keys
        if unknown:
            raise ValueError(f"unknown: {sorted(unknown)}")
        return made.model_validate(request, strict=strict)

    return validate


@dataclass(frozen=True)
class Oracle:
    """A package's check, for the targets with this prefix that `fits`, and fields that make it refuse a payload."""

    make: Callable[[], Validate]
    prefix: str
    broken: tuple[Mapping[str, Any], ...]
    fits: Callable[[Target], bool] = field(default=lambda target: True)
    beyond: tuple[str, ...] = ()  # fields of the vendor's pages that the package does not have yet
    body: Callable[[dict[str, Any]], dict[str, Any]] = field(default=lambda request: request)

    def payload(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The body of a request as the package takes it."""
        return self.body({key: value for key, value in request.items() if key not in self.beyond and ":" not in key})

    @property
    def targets(self) -> list[Target]:
        found = [CATALOG[name] for name in CATALOG if name.startswith(self.prefix)]
        return [target for target in found if self.fits(target)]


def _chats(target: Target) -> bool:
    return target.path.endswith("/chat/completions")


def _plain(target: Target) -> bool:
    return not target.operation


def _snake(value: Any) -> Any:
    """Keys as the package spells them in Python."""
    if isinstance(value, dict):
        return {re.sub(r"([A-Z])", r"_\1", key).lower(): _snake(item) for key, item in value.items()}
    return [_snake(item) for item in value] if isinstance(value, list) else value


def gemini() -> Validate:
    """`contents` and the configuration beside it, each by the package's model of it; unknown keys are refused."""
    content = load("google.genai.types:Content")
    config = load("google.genai.types:GenerateContentConfig")

    def validate(request: dict[str, Any]) -> object:
        rest = {key: value for key, value in request.items() if key not in ("contents", "generationConfig")}
        contents = [content.model_validate(item) for item in request["contents"]]
        return contents, config.model_validate({**rest, **request.get("generationConfig", {})})

    return validate


#: what Imagen's parameters are called in the package
IMAGEN = {"sampleCount": "numberOfImages", "sampleImageSize": "imageSize", "safetySetting": "safetyFilterLevel"}
IMAGEN_OUTPUT = {"mimeType": "outputMimeType", "compressionQuality": "outputCompressionQuality"}


def _imagen(request: dict[str, Any]) -> dict[str, Any]:
    parameters: dict[str, Any] = dict(request.get("parameters", {}))
    output = parameters.pop("outputOptions", {})
    named = {IMAGEN.get(key, key): value for key, value in parameters.items()}
    return {**named, **{IMAGEN_OUTPUT[key]: value for key, value in output.items()}}


def bfl(module: str, name: str, *targets: str, beyond: tuple[str, ...] = ()) -> Oracle:
    return Oracle(
        lambda: model(f"blackforest.types.inputs.{module}:{name}"),
        "bfl/",
        ({"prompt": 5}, {"promt": "a cat"}, {"seed": "x"}),
        fits=lambda target: target.name in targets,
        beyond=("webhook_url", "webhook_secret", "disable_pup", *beyond),
        body=lambda request: {
            key: value for key, value in request.items() if value != "webp"
        },  # newer than the package
    )


ORACLES = {
    "openrouter": Oracle(
        lambda: model("openrouter.components:ImageGenerationRequest", strict=True),
        "openrouter/",
        ({"resolution": "3K"}, {"aspect_ratios": "1:1"}, {"n": "2"}),
        fits=lambda target: not _chats(target),
    ),
    "openrouter chat": Oracle(
        lambda: model("openrouter.components:ChatRequest"),
        "openrouter/",
        ({"message": []}, {"seed": "two"}, {"messages": "a cat"}),
        fits=lambda target: _chats(target),
    ),
    "openai": Oracle(
        lambda: typed_dict(
            "openai.types.image_generate_params:ImageGenerateParamsNonStreaming",
            "openai.types.image_generate_params:ImageGenerateParamsStreaming",
        ),
        "openai/",
        ({"quality": "ultra"}, {"sise": "1x1"}, {"n": "2"}),
        fits=lambda target: _plain(target) and target.path.endswith("/generations"),
    ),
    "leonardo": Oracle(
        lambda: model("leonardo_ai_sdk.models.operations:CreateGenerationRequestBody"),
        "leonardo/",
        ({"presetStyle": "NOPE"}, {"widht": 512}, {"num_images": "four"}),
        fits=lambda target: target.path.endswith("/v1/generations"),
        beyond=("contextImages",),
    ),
    "gemini": Oracle(
        gemini,
        "google/",
        ({"contents": [{"part": []}]}, {"generationConfig": {"imageConfig": {"imageSise": "2K"}}}),
        fits=lambda target: target.path.endswith(":generateContent"),
    ),
    "imagen": Oracle(
        lambda: model("google.genai.types:GenerateImagesConfig"),
        "google/",
        ({"parameters": {"sampleCount": "two"}}, {"parameters": {"ratio": "1:1"}}),
        fits=lambda target: target.path.endswith(":predict") and not target.operation,
        body=_imagen,
    ),
    "runway": Oracle(
        lambda: typed_dict("runwayml.types.text_to_image_create_params:TextToImageCreateParams"),
        "runway/",
        ({"ratio": "1:1"}, {"promtText": "a cat"}, {"model": "gen5"}),
        body=_snake,
    ),
    "luma": Oracle(
        lambda: typed_dict("lumaai.types.generations:ImageCreateParams"),
        "luma/photon",
        ({"aspect_ratio": "2:1"}, {"seed": 1}, {"format": "webp"}),
        fits=_plain,
    ),
    "together": Oracle(
        lambda: typed_dict("together.types.image_generate_params:ImageGenerateParams"),
        "together/",
        ({"output_format": "webp"}, {"size": "1024x1024"}, {"n": "2"}),
        beyond=("aspect_ratio", "guidance", "prompt_upsampling"),
    ),
    "bfl dev": bfl("flux_dev", "FluxDevInputs", "bfl/flux-dev"),
    "bfl 1.1": bfl("flux_pro_1_1", "FluxPro11Inputs", "bfl/flux-pro-1.1"),
    "bfl ultra": bfl("flux_ultra", "FluxUltraInputs", "bfl/flux-pro-1.1-ultra"),
    "bfl kontext": bfl("flux_kontext_pro", "FluxKontextProInputs", "bfl/flux-kontext-pro", "bfl/flux-kontext-max"),
    "bfl fill": bfl("flux_pro_fill", "FluxProFillInputs", "bfl/flux-pro-1.0-fill:inpaint"),
}


# ---- what is asked


def _picture(side: int) -> bytes:
    """A black PNG: some packages measure what they are given."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    rows = zlib.compress(bytes(1 + 3 * side) * side)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURE = _picture(256)


RATIOS = ("1:1", "16:9", "9:16", "4:3", "2:3", "21:9", "auto")
TIERS = (None, "1K", "2K", "4K")
SIZES = ("1024x1024", "1920x1080", "1080x1920", "1536x1024", "512x768")
EXTRAS: tuple[dict[str, Any], ...] = (
    {},
    {"n": 1, "seed": 0, "quality": "low", "output_format": "png"},
    {"n": 3, "seed": 2**31, "quality": "medium", "output_format": "jpeg", "output_compression": 80},
    {"n": 12, "seed": -1, "quality": "high", "output_format": "webp", "background": "transparent"},
    {"quality": "auto", "background": "opaque", "negative_prompt": "blurry", "guidance": 7.5, "steps": 30},
    {"references": [Reference(url="https://example.com/a.png")], "strength": 0.5, "user": "u-1"},
    {"references": [Reference(data=PICTURE), Reference(data=PICTURE, role="style", weight=0.5)]},
    {"stream": True, "quality": "max", "guidance": 2, "steps": 4},
)


@cache
def asked() -> tuple[Intent, ...]:
    """Ratios by tiers and exact sizes, each with some of the other fields, and all of those at one shape."""
    shapes: list[dict[str, Any]] = [{}, *({"size": size} for size in SIZES)]
    shapes += [{"aspect_ratio": ratio, "resolution": tier} for ratio in RATIOS for tier in TIERS]
    extras = itertools.cycle(EXTRAS)
    found = [{**shape, **extra} for shape in shapes for extra in itertools.islice(extras, 3)]
    found += [{"aspect_ratio": "16:9", **extra} for extra in EXTRAS]
    return tuple(Intent("a cat", **fields) for fields in found)


WANTED = ("upload", "host")  # no bytes: an id or a URL, which `finished` gives


def _answered(done: Translation) -> Translation:
    """The translation with a picture wherever one is needed, and every other need answered."""
    for _ in range(4):
        needs = [need for need in done.needs if need.at.startswith(("references", "mask"))]
        given = {need.at: Reference(data=PICTURE, edits=need.edits) for need in needs if need.kind not in WANTED}
        if not given:
            break
        done = done.supply(given)
    return finished(done)


def requests(target: Target) -> Iterator[dict[str, Any]]:
    for intent in asked():
        done = _answered(to_request(intent, target, allow=ALL))
        if done.target is target:
            yield done.request


def _cases() -> Iterator[Any]:
    for name, oracle in ORACLES.items():
        for target in oracle.targets:
            yield pytest.param(name, target, id=f"{name}-{target.name}")


@pytest.mark.parametrize(("name", "target"), list(_cases()))
def test_what_we_write_is_taken(name: str, target: Target) -> None:
    oracle = ORACLES[name]
    validate = oracle.make()
    found = 0
    for request in requests(target):
        validate(oracle.payload(request))
        found += 1
    assert found


@pytest.mark.parametrize("name", ORACLES)
def test_a_broken_payload_is_refused(name: str) -> None:
    oracle = ORACLES[name]
    validate = oracle.make()
    target = oracle.targets[0]
    request = next(requests(target))
    validate(oracle.payload(request))
    for broken in oracle.broken:
        with pytest.raises(Exception, match=r".") as caught:
            validate(oracle.payload({**request, **broken}))
        assert type(caught.value).__name__ in ("ValidationError", "ValueError"), broken


# ---- what we say of a model, and what OpenRouter publishes of one


def descriptor(found: Mapping[str, Any]) -> dict[str, Any]:
    """A dumped capability as OpenRouter's endpoints describe a parameter, by leaving things out alone."""
    if found["type"] == "enum":
        return {"type": "enum", "values": found["values"]}
    if found["type"] in ("range", "images") and found["max"] is not None:
        return {"type": "range", "min": found["min"] or 0, "max": found["max"]}
    return {"type": "boolean"}  # present: it is supported


@pytest.mark.parametrize("name", [t.name for t in ORACLES["openrouter"].targets])
def test_capabilities_hold_what_the_endpoints_publish(name: str) -> None:
    adapter = load("pydantic:TypeAdapter")(load("openrouter.components:CapabilityDescriptor"))
    dumped = serial.dump(capabilities(CATALOG[name]))
    for field_name, found in dumped.items():
        if field_name in READERS:
            known = adapter.validate_python(descriptor(found))
            assert not getattr(known, "is_unknown", False), found
            assert known.type == descriptor(found)["type"]
            if known.type == "enum":
                assert known.values == [str(word) for word in capabilities(CATALOG[name])[field_name].values]
    assert descriptor(dumped["stream"]) == {"type": "boolean"}


def test_a_descriptor_that_lacks_something_is_refused() -> None:
    adapter = load("pydantic:TypeAdapter")(load("openrouter.components:CapabilityDescriptor"))
    assert adapter.validate_python({"type": "span", "min": 0}).is_unknown
    assert getattr(adapter.validate_python({"type": "range", "min": 0}), "is_unknown", False)
