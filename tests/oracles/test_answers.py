"""Answers built with the vendors' own published types are read as the types say.

They need the extra `oracles`; where a package is missing, tests are skipped. What a type has no field for (a size, the
time that a URL lives) is proved nowhere here.
"""

from __future__ import annotations

import base64
import importlib
import json
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from imgparams import find
from imgparams.answers import Completed, Failed, Pending, answer
from imgparams.answers.vendors import answers_of
from imgparams.testing.samples import LINK, picture

PICTURE = picture("png", "base64")
CASES = Path(__file__).parents[1] / "answers"


def load(path: str) -> Any:
    """A name in a package, `package.module:Name`; skips the test where the package is missing."""
    module, _, name = path.partition(":")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return getattr(importlib.import_module(module), name)
        except ModuleNotFoundError as error:
            pytest.skip(f"needs the extra oracles ({error.name} is missing)")


def wire(made: Any) -> Any:
    """The JSON of an official value, as its API has it."""
    if hasattr(made, "to_dict"):
        return made.to_dict(mode="json")
    return made.model_dump(mode="json", by_alias=True, exclude_unset=True)


def read(target: str, body: Any, status: int = 200) -> Completed | Pending | Failed:
    return answer(find(target), status=status, body=json.loads(json.dumps(body)))


def images(target: str, body: Any) -> Completed:
    got = read(target, body)
    assert isinstance(got, Completed), got
    assert got.problems == ()
    return got


def words(kind: Any) -> set[str]:
    """The words of a Literal, however it is wrapped."""
    found = get_args(kind)
    if found and all(isinstance(word, str) for word in found):
        return set(found)
    return {word for inner in found for word in words(inner)}


def states(provider: str) -> Mapping[str, str]:
    return {word: state for task in answers_of(provider).tasks for word, state in task.words.items()}


# ---- OpenAI


def test_openai() -> None:
    made = load("openai.types:ImagesResponse").construct(
        created=1,
        data=[load("openai.types:Image").construct(b64_json=PICTURE, revised_prompt="a cat")],
        output_format="png",
        size="1024x1024",
        usage=load("openai.types.images_response:Usage").construct(input_tokens=9, output_tokens=272, total_tokens=281),
    )
    got = images("openai/gpt-image-2", wire(made))
    assert [image.base64 for image in got.images] == [PICTURE]
    assert (got.images[0].media_type, got.revised_prompt) == ("image/png", "a cat")
    assert got.usage == wire(made)["usage"]


def bodies(vendor: str) -> Iterator[Any]:
    for case in json.loads((CASES / f"{vendor}.json").read_text("utf-8")):
        if "failed" in case:
            yield pytest.param(case["status"], case["body"], id=case["case"])


@pytest.mark.parametrize(("status", "body"), list(bodies("openai")))
def test_openai_errors(status: int, body: Any) -> None:
    known = load("openai.types.shared:ErrorObject")
    error = known.construct(**body["error"])
    got = read("openai/gpt-image-2", {"error": wire(error)}, status)
    assert isinstance(got, Failed)
    assert got.message == " ".join(error.message.split())
    assert got.code in (error.code, error.type, "input", "output")


# ---- Google


def test_gemini() -> None:
    kinds = load("google.genai:types")
    made = kinds.GenerateContentResponse(
        candidates=[
            kinds.Candidate(
                content=kinds.Content(
                    role="model",
                    parts=[
                        kinds.Part(text="a draft", thought=True),
                        kinds.Part(inline_data=kinds.Blob(data=picture("png"), mime_type="image/png"), thought=True),
                        kinds.Part(text="here it is"),
                        kinds.Part(inline_data=kinds.Blob(data=picture("png"), mime_type="image/png")),
                    ],
                ),
                finish_reason="STOP",
            )
        ],
        usage_metadata=kinds.GenerateContentResponseUsageMetadata(
            prompt_token_count=10, candidates_token_count=1290, total_token_count=1300
        ),
        response_id="r1",
    )
    got = images("google/gemini-3-pro-image", wire(made))
    (image,) = got.images
    assert base64.urlsafe_b64decode(image.base64 or "") == picture("png")  # the package dumps bytes in this alphabet
    assert image.media_type == "image/png"
    assert (got.id, got.usage) == ("r1", {"input_tokens": 10, "output_tokens": 1290, "total_tokens": 1300})


def test_gemini_block_reasons() -> None:
    kinds = load("google.genai:types")
    for reason in kinds.BlockedReason:
        made = kinds.GenerateContentResponse(
            prompt_feedback=kinds.GenerateContentResponsePromptFeedback(block_reason=reason)
        )
        got = read("google/gemini-3-pro-image", wire(made))
        assert isinstance(got, Failed)
        assert got.retry == "no"
        assert got.kind == ("unknown" if reason.endswith("UNSPECIFIED") else "moderation"), reason


def test_gemini_finish_reasons() -> None:
    kinds = load("google.genai:types")
    moderated = {
        *("SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "MODEL_ARMOR", "IMAGE_SAFETY"),
        *("IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION"),
    }
    for reason in kinds.FinishReason:
        made = kinds.GenerateContentResponse(candidates=[kinds.Candidate(finish_reason=reason)])
        got = read("google/gemini-3-pro-image", wire(made))
        assert isinstance(got, Failed)
        assert (got.kind == "moderation") == (reason in moderated), reason


def test_imagen_as_the_package_reads_it() -> None:
    """The package reads the same body: as many images, the same bytes, prompt and reason."""
    body = {
        "predictions": [
            {"mimeType": "image/png", "bytesBase64Encoded": PICTURE, "prompt": "a grey cat"},
            {"raiFilteredReason": "Support codes: 29310472"},
        ]
    }
    known = load("google.genai.models:_GenerateImagesResponse_from_vertex")(body)
    official = load("google.genai.types:GenerateImagesResponse").model_validate(known)
    made, filtered = official.generated_images
    got = read("google/imagen-4.0-generate-001", body)
    assert isinstance(got, Completed)
    (image,) = got.images
    assert made.image.image_bytes == picture("png")
    assert (image.base64, image.media_type) == (PICTURE, made.image.mime_type)
    assert image.revised_prompt == made.enhanced_prompt
    assert [problem.why for problem in got.problems] == [filtered.rai_filtered_reason]


def test_google_errors() -> None:
    body = {"error": {"code": 429, "message": "Resource exhausted.", "status": "RESOURCE_EXHAUSTED"}}
    official = load("google.genai.errors:ClientError")(429, body)
    got = read("google/gemini-3-pro-image", body, 429)
    assert isinstance(got, Failed)
    assert (got.message, got.code, got.kind) == (official.message, official.status, "rate_limit")


# ---- OpenRouter


def test_openrouter() -> None:
    kinds = "openrouter.components:ImageGeneration"
    made = load(f"{kinds}Response")(
        created=1,
        data=[load(f"{kinds}ResponseData")(b64_json=PICTURE, media_type="image/png")] * 2,
        usage=load(f"{kinds}Usage")(completion_tokens=1120, prompt_tokens=10, total_tokens=1130, cost=0.035),
    )
    got = images("openrouter/images", wire(made))
    assert [(image.base64, image.media_type) for image in got.images] == [(PICTURE, "image/png")] * 2
    assert (got.cost, got.currency) == (0.035, "USD")
    assert got.usage == {"input_tokens": 10, "output_tokens": 1120, "total_tokens": 1130}


ERRORS = {
    "BadRequest": (400, "bad_parameter"),
    "Unauthorized": (401, "authentication"),
    "PaymentRequired": (402, "payment"),
    "Forbidden": (403, "authentication"),
    "RequestTimeout": (408, "transient"),
    "PayloadTooLarge": (413, "bad_parameter"),
    "UnprocessableEntity": (422, "bad_parameter"),
    "TooManyRequests": (429, "rate_limit"),
    "InternalServer": (500, "unknown"),
    "BadGateway": (502, "transient"),
    "ServiceUnavailable": (503, "transient"),
    "EdgeNetworkTimeout": (524, "transient"),
    "ProviderOverloaded": (529, "transient"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_openrouter_errors(name: str) -> None:
    status, kind = ERRORS[name]
    inner = load(f"openrouter.components:{name}ResponseErrorData")(code=status, message="text")
    body = wire(load(f"openrouter.errors:{name}ResponseErrorData")(error=inner))
    got = read("openrouter/images", body, status)
    assert isinstance(got, Failed)
    assert (got.kind, got.message, got.code) == (kind, "text", str(status))


# ---- Runway and Luma


def test_runway() -> None:
    known = "runwayml.types.task_retrieve_response"
    made = load(f"{known}:Succeeded").construct(
        id="t1", status="SUCCEEDED", createdAt="2026-01-01T00:00:00Z", output=[LINK, LINK], cost={"credits": 5}
    )
    got = images("runway/gen4_image_turbo", wire(made))
    assert [image.url for image in got.images] == [LINK, LINK]
    assert (got.id, got.cost, got.currency) == ("t1", 5, "credits")
    failed = load(f"{known}:Failed").construct(
        id="t1", status="FAILED", createdAt="2026-01-01T00:00:00Z", failure="text", failureCode="INTERNAL"
    )
    told = read("runway/gen4_image_turbo", wire(failed))
    assert isinstance(told, Failed)
    assert (told.kind, told.code, told.message, told.id) == ("transient", "INTERNAL", "text", "t1")


def test_runway_states() -> None:
    kinds = get_args(get_args(load("runwayml.types:TaskRetrieveResponse"))[0])
    assert {word for kind in kinds for word in words(kind.model_fields["status"].annotation)} == states("runway").keys()
    started = load("runwayml.types:TextToImageCreateResponse").construct(id="t1", estimatedCost={"credits": 5})
    got = read("runway/gen4_image_turbo", wire(started))
    assert isinstance(got, Pending)
    assert (got.id, got.cost, got.poll.path if got.poll else None) == ("t1", 5, "/v1/tasks/t1")


def test_luma() -> None:
    known = load("lumaai.types:Generation")
    assets = load("lumaai.types.generation:Assets")
    got = images("luma/uni-1", wire(known.construct(id="g1", state="completed", assets=assets.construct(image=LINK))))
    assert (got.images[0].url, got.id) == (LINK, "g1")
    failed = read("luma/uni-1", wire(known.construct(id="g1", state="failed", failure_reason="text")))
    assert isinstance(failed, Failed)
    assert (failed.message, failed.id) == ("text", "g1")
    assert words(known.model_fields["state"].annotation) == states("luma").keys()


# ---- Together, Leonardo and Black Forest Labs


def test_together() -> None:
    made = load("together.types:ImageFile").construct(
        id="r1",
        model="m",
        object="list",
        data=[
            load("together.types:ImageDataURL").construct(index=0, type="url", url=LINK),
            load("together.types:ImageDataB64").construct(index=1, type="b64_json", b64_json=PICTURE),
        ],
    )
    got = images("together/images", wire(made))
    assert [(image.url, image.base64) for image in got.images] == [(LINK, None), (None, PICTURE)]
    assert got.id == "r1"


def test_leonardo() -> None:
    known = "leonardo_ai_sdk.models.operations.getgenerationbyid"
    generation = load(f"{known}:GetGenerationByIDGenerations")(
        id="g1",
        status="COMPLETE",
        seed=7,
        generated_images=[load(f"{known}:GeneratedImages")(id="i1", url=LINK, nsfw=False)],
    )
    got = images(
        "leonardo/generation", wire(load(f"{known}:GetGenerationByIDResponseBody")(generations_by_pk=generation))
    )
    assert (got.images[0].url, got.images[0].id, got.seed, got.id) == (LINK, "i1", 7, "g1")
    assert {str(word.value) for word in load("leonardo_ai_sdk.models.shared:JobStatus")} == states("leonardo").keys()


def test_leonardo_submit() -> None:
    known = "leonardo_ai_sdk.models.operations.creategeneration"
    job = load(f"{known}:SDGenerationOutput")(generation_id="g1", api_credit_cost=11)
    got = read("leonardo/generation", wire(load(f"{known}:CreateGenerationResponseBody")(sd_generation_job=job)))
    assert isinstance(got, Pending)
    assert (got.id, got.poll.path if got.poll else None) == ("g1", "/api/rest/v1/generations/g1")


def test_blackforest() -> None:
    url = "https://api.eu1.bfl.ai/v1/get_result?id=t1"
    made = load("blackforest.types.responses.responses:AsyncResponse")(id="t1", polling_url=url)
    got = read("bfl/flux-2-pro", wire(made))
    assert isinstance(got, Pending)
    assert got.poll is not None
    assert (got.id, got.poll.path, got.poll.base_url) == ("t1", "/v1/get_result?id=t1", "https://api.eu1.bfl.ai")
    sync = load("blackforest.types.responses.responses:SyncResponse")(id="t1", result={"sample": LINK, "seed": 7})
    done = images("bfl/flux-2-pro", wire(sync))
    assert (done.images[0].url, done.seed, done.id) == (LINK, 7, "t1")
