r"""Calls that vendors' pages and issues show, each named and judged as its page says; the prompts are our own.

A sample of a vendor's own page is legal. A sample of an issue has the fault that the vendor answered with. A call to
somebody's gateway is nobody's, even where its path is OpenAI's.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import pytest

from imgparams import ALL, Intent, check, convert, read_curl, to_intent


class Sample(NamedTuple):
    source: str
    curl: str
    target: str | None
    problems: tuple[str, ...] = ()  # all errors as "<code> <path>", and some warnings
    why: str = ""  # a part of why no target is named
    asks: Mapping[str, object] = MappingProxyType({})  # fields of the intent


JPEG = "https://example.com/tower.jpg"
SAMPLES = (
    # ---- vendors' own pages
    Sample(
        "https://docs.bfl.ai/flux_models/flux_1_1_pro",
        r"""
request=$(curl -X POST \
  'https://api.bfl.ai/v1/flux-pro-1.1' \
  -H 'accept: application/json' \
  -H "x-key: ${BFL_API_KEY}" \
  -H 'Content-Type: application/json' \
  -d '{
    "prompt": "a harbour at night",
    "width": 1024,
    "height": 1024
}')
""",
        "bfl/flux-pro-1.1",
        asks={"size": "1024x1024"},
    ),
    Sample(
        "https://docs.leonardo.ai/docs/generate-images-using-flux",
        r"""
curl --request POST \
     --url https://cloud.leonardo.ai/api/rest/v1/generations \
     --header 'accept: application/json' \
     --header 'authorization: Bearer <YOUR_API_KEY>' \
     --header 'content-type: application/json' \
     --data '
{"modelId": "b2614463-296c-462a-9586-aafdb8f00e36", "contrast": 3.5, "prompt": "a tower by the sea", "num_images": 4,
 "width": 1024, "height": 1024, "styleUUID": "111dc692-d470-4eec-b791-3475abac4c46", "enhancePrompt": false}
'
""",
        "leonardo/flux-dev",
        asks={"size": "1024x1024", "n": 4},
    ),
    Sample(
        "https://docs.leonardo.ai/docs/generate-images-using-leonardo-phoenix-model",
        r"""
curl --request POST --url https://cloud.leonardo.ai/api/rest/v1/generations \
     --header 'authorization: Bearer <YOUR_API_KEY>' --header 'content-type: application/json' --data '
{"modelId": "de7d3faf-762f-48e0-b3b7-9d0ac3a3fcf3", "contrast": 3.5, "prompt": "a tower by the sea", "num_images": 4,
 "width": 1472, "height": 832, "alchemy": true, "styleUUID": "111dc692-d470-4eec-b791-3475abac4c46",
 "enhancePrompt": false}
'
""",
        "leonardo/phoenix-1.0",
        asks={"size": "1472x832", "n": 4},
    ),
    Sample(  # the same with a comment in its body, which is no JSON
        "https://docs.leonardo.ai/docs/phoenix",
        r"""
curl --request POST --url https://cloud.leonardo.ai/api/rest/v1/generations --data '{
  "modelId": "de7d3faf-762f-48e0-b3b7-9d0ac3a3fcf3", // Phoenix 1.0
  "prompt": "a tower by the sea"
}'
""",
        None,
        why="JSON has no comments",
    ),
    Sample(
        "https://docs.leonardo.ai/docs/flux-1-kontext-pro",
        r"""
curl --request POST --url https://cloud.leonardo.ai/api/rest/v1/generations --data '{
  "prompt": "a tower by the sea", "modelId": "28aeddf8-bd19-4803-80fc-79602d1a9989",
  "styleUUID": "111dc692-d470-4eec-b791-3475abac4c46", "num_images": 1, "width": 832, "height": 1248,
  "contextImages": [{"type": "UPLOADED", "id": "0edab5a7-2efe-49b4-9283-7c79dd642981"}]
}'
""",
        "leonardo/flux-1-kontext",
        asks={"size": "832x1248", "n": 1},
    ),
    Sample(
        "https://apis.io/examples/leonardo-ai/leonardo-ai-create-generation-example/",
        r"""
curl https://cloud.leonardo.ai/api/rest/v1/generations -d '{
  "prompt": "a lake in the mountains", "negative_prompt": "blurry", "modelId": "b24e16ff-06e3-43eb-8d33-4416c2d75876",
  "num_images": 2, "width": 1024, "height": 1024, "num_inference_steps": 30, "guidance_scale": 7, "alchemy": true,
  "presetStyle": "CINEMATIC", "public": false
}'
""",
        "leonardo/lightning-xl",
        asks={"n": 2, "steps": 30, "guidance": 7},
    ),
    Sample(
        "https://docs.leonardo.ai/docs/krea-2-turbo",
        r"""
curl --request POST --url https://cloud.leonardo.ai/api/rest/v2/generations --data '{
  "model": "krea-2-turbo",
  "parameters": {"width": 1024, "height": 1024, "prompt": "a tower", "quantity": 2},
  "public": false
}'
""",
        "leonardo/v2/krea-2-turbo",
        asks={"size": "1024x1024", "n": 2},
    ),
    Sample(
        "https://docs.siliconflow.cn/api-reference/images/images-generations",
        r"""
curl --request POST \
  --url https://api.siliconflow.cn/v1/images/generations \
  --header 'Authorization: Bearer YOUR-API-KEY' \
  --header 'Content-Type: application/json' \
  --data '{"model": "Kwai-Kolors/Kolors", "prompt": "an island with gulls", "image_size": "1024x1024", "batch_size": 1,
  "num_inference_steps": 20, "guidance_scale": 7.5}'
""",
        "siliconflow/Kwai-Kolors/Kolors",
        asks={"size": "1024x1024", "n": 1, "steps": 20, "guidance": 7.5},
    ),
    Sample(
        "https://www.recraft.ai/docs/api-reference/examples",
        r"""
curl https://external.api.recraft.ai/v1/images/generations \
    -H "Content-Type: application/json" \
    -H "Authorization: Bearer $RECRAFT_API_TOKEN" \
    -d '{
        "prompt": "two boats in a race",
        "model": "recraftv4_1"
    }'
""",
        "recraft/recraftv4_1",
    ),
    Sample(
        "https://www.recraft.ai/docs/api-reference/examples",
        r"""
curl https://external.api.recraft.ai/v1/images/generations \
    -d '{"prompt": "a cat asleep", "model": "recraftv4_1_vector"}'
""",
        "recraft/recraftv4_1_vector",
    ),
    Sample(
        "https://runware.ai/docs/image-inference/introduction",
        r"""
curl https://api.runware.ai/v1 --json '[{"taskType": "imageInference",
  "taskUUID": "a770f077-f413-47de-9dac-be0b26a35da6", "ttl": 3600, "includeCost": true, "outputType": "URL",
  "outputFormat": "jpg", "outputQuality": 95, "numberResults": 2, "safety": {"checkContent": true},
  "model": "runware:101@1", "positivePrompt": "a tower by the sea", "width": 1024, "height": 1024}]'
""",
        "runware/runware:101@1",
        asks={"n": 2, "size": "1024x1024", "output_format": "jpeg", "output_compression": 95},
    ),
    Sample(
        "https://platform.minimax.io/docs/api-reference/image-generation-t2i",
        r"""
curl --request POST \
  --url https://api.minimax.io/v1/image_generation \
  --header 'Authorization: Bearer <token>' \
  --header 'Content-Type: <content-type>' \
  --data '
{"model": "image-01", "prompt": "a man in a white shirt", "aspect_ratio": "16:9", "response_format": "url", "n": 3,
 "prompt_optimizer": true}
'
""",
        "minimax/image-01",
        asks={"aspect_ratio": "16:9", "n": 3, "delivery": "url"},
    ),
    Sample(
        "https://platform.minimax.io/docs/api-reference/image-generation-i2i",
        r"""
curl --request POST --url https://api.minimax.io/v1/image_generation --data '
{"model": "image-01", "prompt": "a girl at a window", "aspect_ratio": "16:9", "n": 2,
 "subject_reference": [{"type": "character", "image_file": "https://example.com/girl.jpg"}]}
'
""",
        "minimax/image-01",
        asks={"aspect_ratio": "16:9", "n": 2},
    ),
    Sample(
        "https://fal.ai/models/fal-ai/flux-1/schnell/llms.txt",
        r"""
curl --request POST --url https://fal.run/fal-ai/flux-1/schnell --header "Authorization: Key $FAL_KEY" \
     --data '{"prompt": "the eye of a tiger", "num_inference_steps": 4, "image_size": "landscape_4_3"}'
""",
        "fal/fal-ai/flux-1/schnell",
        asks={"steps": 4},
    ),
    Sample(
        "https://replicate.com/black-forest-labs/flux-1.1-pro?input=http",
        r"""
curl --silent --show-error https://api.replicate.com/v1/models/black-forest-labs/flux-1.1-pro/predictions \
	--request POST \
	--header "Authorization: Bearer $REPLICATE_API_TOKEN" \
	--header "Content-Type: application/json" \
	--header "Prefer: wait" \
	--data @- <<-EOM
{"input": {"prompt": "a cake with a name on it", "aspect_ratio": "1:1", "output_format": "webp", "output_quality": 80,
 "safety_tolerance": 2, "prompt_upsampling": true}}
	EOM
""",
        "replicate/black-forest-labs/flux-1.1-pro",
        asks={"aspect_ratio": "1:1", "output_format": "webp", "output_compression": 80},
    ),
    Sample(
        "https://apis.io/examples/stability-ai/stability-ai-generate-image-core-example/",
        r"""
curl -f -sS "https://api.stability.ai/v2beta/stable-image/generate/core" \
  -H "authorization: Bearer sk-MYAPIKEY" -H "accept: image/*" \
  -F prompt="a dog in the leaves" -F negative_prompt="blurry" -F aspect_ratio="1:1" -F output_format="png" \
  -F seed=42 -F style_preset="photographic" -o "./dog.png"
""",
        "stability/stable-image-core",
        asks={"aspect_ratio": "1:1", "output_format": "png", "seed": 42},
    ),
    Sample(
        "https://www.alibabacloud.com/help/en/document_detail/2862677.html",
        r"""
curl --location 'https://dashscope-intl.aliyuncs.com/api/v1/services/aigc/multimodal-generation/generation' \
  --data '{"model": "wan2.6-t2i", "input": {"messages": [{"role": "user", "content": [{"text": "a shop"}]}]},
  "parameters": {"prompt_extend": true, "watermark": false, "n": 1, "negative_prompt": "", "size": "1280*1280"}}'
""",
        "qwen/multimodal-generation/wan2.6-t2i",
        asks={"size": "1280x1280", "n": 1},
    ),
    Sample(
        "https://developer.ideogram.ai/api-reference/api-reference/generate-v3",
        r"""
curl -X POST https://api.ideogram.ai/v1/ideogram-v3/generate \
  -H "Api-Key: <apiKey>" \
  -H "Content-Type: multipart/form-data" \
  -F prompt="A cat on a couch." \
  -F rendering_speed="TURBO"
""",
        "ideogram/ideogram-v3",
        asks={"prompt": "A cat on a couch."},
    ),
    Sample(  # the words of the older route
        "https://developer.ideogram.ai/api-reference/api-reference/generate-v3",
        r"""
curl -X POST https://api.ideogram.ai/v1/ideogram-v3/generate -H "Api-Key: $KEY" \
  -F "prompt=a sign" -F "aspect_ratio=ASPECT_16_9"
""",
        "ideogram/ideogram-v3",
        problems=("not_allowed aspect_ratio",),
    ),
    Sample(
        "https://ai.google.dev/gemini-api/docs/image-generation#aspect_ratios",
        r"""
curl -s -X POST \
  "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash-image:generateContent" \
  -H "x-goog-api-key: $GEMINI_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "contents": [{"parts": [{"text": "a dish of bananas"}]}],
    "generationConfig": {"responseModalities": ["Image"], "imageConfig": {"aspectRatio": "16:9"}}
  }'
""",
        "google/gemini-2.5-flash-image",
        asks={"aspect_ratio": "16:9"},
    ),
    # ---- aggregators' own pages
    Sample(
        "https://docs.eigenai.com/api-reference/generate",
        r"""
curl -X POST https://api-web.eigenai.com/api/v1/generate \
  -H "Authorization: Bearer YOUR_API_KEY" \
  -F "model=flux-1-kontext" \
  -F "prompt=a laptop in place of the bag" \
  -F "image_file=@/path/to/source.png"
""",
        "eigenai/flux-1-kontext:edit",
        asks={"prompt": "a laptop in place of the bag"},
    ),
    Sample(
        "https://docs.edenai.co/v3/image-generations",
        r"""
curl --request POST --url https://api.edenai.run/v3/images/generations --header 'Authorization: Bearer <token>' --data '
{"model": "openai/gpt-image-2", "prompt": "a tower", "n": 5, "size": "1024x1024"}
'
""",
        "edenai/openai/gpt-image-2",
        asks={"n": 5, "size": "1024x1024"},
    ),
    # ---- issues: it works
    Sample(
        "https://github.com/kardolus/chatgpt-cli/issues/129",
        r"""
curl -X POST "https://api.openai.com/v1/images/edits" \
  -H "Authorization: Bearer $OPENAI_API_KEY" \
  -F "model=gpt-image-1" \
  -F "image=@matrix.png" \
  -F 'prompt=give him a shirt with flowers' | jq -r '.data[0].b64_json' | base64 --decode > shirt.png
""",
        "openai/gpt-image-1:edit",
        asks={"prompt": "give him a shirt with flowers"},
    ),
    Sample(
        "https://github.com/enricoros/big-AGI/issues/657",
        r"""
curl https://api.together.xyz/v1/images/generations -H "Authorization: Bearer $TOGETHER_API_KEY" \
  -d '{"prompt": "a cat with a sign", "model": "black-forest-labs/FLUX.1-schnell", "n": 1}'
""",
        "together/black-forest-labs/FLUX.1-schnell",
        asks={"n": 1},
    ),
    Sample(
        "https://github.com/open-webui/open-webui/issues/11931",
        r"""curl https://api.x.ai/v1/images/generations -d '{"model": "grok-2-image", "prompt": "a cat"}'""",
        "xai/grok-2-image",
    ),
    Sample(
        "https://app.unpkg.com/doubao-i2i-generator-mcp@1.0.0/files/test_i2i.js",
        r"""
curl -sS -X POST https://ark.cn-beijing.volces.com/api/v3/images/generations -H 'Content-Type: application/json' -d '
{"model": "doubao-seededit-3-0-i2i-250628", "prompt": "bubbles", "image": "https://example.com/tower.jpg",
 "response_format": "url", "size": "adaptive", "seed": 21, "guidance_scale": 5.5, "watermark": true}'
""",
        "bytedance/doubao-seededit-3-0-i2i",
        asks={"seed": 21, "guidance": 5.5},
    ),
    Sample(
        "https://huggingface.co/spaces/randydev/ryu-js/blob/main/lib/%40randydev/flux-1-schnell.js",
        r"""
curl "https://api.cloudflare.com/client/v4/accounts/$ACCOUNT_ID/ai/run/@cf/black-forest-labs/flux-1-schnell" \
  -H "Authorization: Bearer $CLOUDFLARE_API_KEY" -d '{"prompt": "a cat"}'
""",
        "cloudflare/@cf/black-forest-labs/flux-1-schnell",
    ),
    Sample(
        "https://huggingface.co/spaces/Moonfanz/Custom-Gemini/blob/main/image.py",
        r"""
curl https://api.siliconflow.cn/v1/images/generations -d '{"model": "black-forest-labs/FLUX.1-schnell", "prompt": "x",
 "negative_prompt": "", "image_size": "768x1024", "batch_size": 1, "num_inference_steps": 20, "guidance_scale": 7.5,
 "seed": 42746333}'
""",
        "siliconflow/images",
        asks={"size": "768x1024", "seed": 42746333},
    ),
    Sample(
        "https://github.com/egoist/chatwise-releases/issues/943",
        r"""
curl "https://acme.openai.azure.com/openai/deployments/gpt-image-1/images/generations?api-version=2024-02-15-preview" \
  -H "api-key: $KEY" -d '{"prompt": "a cat"}'
""",
        "azure-openai/gpt-image-1",
    ),
    # ---- issues: the vendor refuses it
    Sample(  # the same issue: the client adds /v1, and the vendor answers 404
        "https://github.com/egoist/chatwise-releases/issues/943",
        r"""
curl https://acme.openai.azure.com/openai/deployments/gpt-image-1/v1/images/generations -d '{"prompt": "a cat"}'
""",
        None,
        why="no known call has the path",
    ),
    Sample(
        "https://github.com/vercel/ai/issues/6102",
        r"""
curl https://api.openai.com/v1/images/generations \
  -d '{"model": "gpt-image-1", "prompt": "a cat", "n": 1, "size": "1024x1024", "response_format": "b64_json"}'
""",
        "openai/gpt-image-1",
        problems=("unknown_field response_format",),
    ),
    Sample(
        "https://github.com/Azure/azure-sdk-for-net/issues/49965",
        r"""
curl -d '{"prompt": "something pretty", "response_format": "b64_json"}' \
  "https://acme.openai.azure.com/openai/deployments/gpt-image-1/images/generations?api-version=2025-04-01-preview"
""",
        "azure-openai/gpt-image-1",
        problems=("unknown_field response_format",),
    ),
    Sample(
        "https://github.com/rikkahub/rikkahub/issues/1602",
        r"""
curl https://api.x.ai/v1/images/generations -d '{"model": "grok-imagine-image", "prompt": "a cat", "size": "1024x1024"}'
""",
        "xai/grok-imagine-image",
        problems=("unknown_field size",),
    ),
    Sample(
        "https://github.com/BlockedPath/pi-xai-oauth/issues/25",
        r"""
curl -d '{"model":"grok-imagine-image-quality","prompt":"test","size":"1024x1024"}' https://api.x.ai/v1/images/generations
""",
        "xai/grok-imagine-image-quality",
        problems=("unknown_field size",),
    ),
    Sample(  # sent as JSON, and the vendor answers "content-type: must be multipart/form-data"
        "https://github.com/jezs00/pycasso/issues/86",
        r"""
curl https://api.stability.ai/v2beta/stable-image/generate/core -H 'Content-Type: application/json' \
  -d '{"prompt": "a road", "output_format": "png"}'
""",
        None,
        why="whose body is a multipart form",
    ),
    Sample(
        "https://github.com/KeithCu/writeragent/pull/762",
        r"""
curl https://openrouter.ai/api/v1/images -d '{"model": "google/gemini-3.1-flash-lite-image", "prompt": "a cat",
 "size": "512x512", "aspect_ratio": "1:1"}'
""",
        "openrouter/google/gemini-3.1-flash-lite-image",
        problems=("warning disputed aspect_ratio",),
    ),
    Sample(  # booleans as text
        "https://github.com/lss233/kirara-ai/issues/661",
        r"""
curl http://127.0.0.1:7860/sdapi/v1/txt2img -d '{"prompt": "a cat", "steps": 15, "seed": -1, "cfg_scale": 7.5,
 "restore_faces": "false"}'
""",
        "automatic1111/txt2img",
        problems=("wrong_type restore_faces",),
        asks={"steps": 15, "guidance": 7.5},
    ),
    # ---- somebody else's hosts and paths
    Sample(
        "https://docs.litellm.ai/docs/providers/recraft",
        r"""
curl --location 'http://0.0.0.0:4000/v1/images/generations' \
--header 'Authorization: Bearer sk-1234' \
--data '{
"model": "recraft-v3",
"prompt": "a sunset",
}'
""",
        None,
        why='but the host "0.0.0.0" is another',
    ),
    Sample(
        "https://github.com/BerriAI/litellm/issues/12690",
        r"""
curl --request POST --url http://localhost:4000/v1/images/generations \
  --data '{"model": "vertex_ai/imagen-4.0-ultra-generate-preview-06-06", "prompt": "a bridge", "aspect_ratio": "9:16"}'
""",
        None,
        why='but the host "localhost" is another',
    ),
    Sample(
        "https://github.com/Portkey-AI/gateway/pull/1347",
        r"""
curl --location 'http://localhost:8787/v1/images/edits' \
--header 'x-portkey-provider: openai' \
--form 'model="gpt-image-1"' \
--form 'image=@"/Users/me/Screenshot at 4.08.29 PM.png"' \
--form 'prompt="add a hat"' \
--form 'stream="false"'
""",
        None,
        why='but the host "localhost" is another',
    ),
    Sample(
        "https://friendli.ai/docs/openapi/container/image-generations",
        r"""
curl --request POST --url http://localhost:8000/v1/images/generations \
  --data '{"guidance_scale": 3.5, "num_inference_steps": 10, "prompt": "a car"}'
""",
        None,
        why='but the host "localhost" is another',
    ),
    Sample(
        "https://deepinfra.com/black-forest-labs/FLUX-1-schnell/api",
        r"""
curl https://api.deepinfra.com/v1/openai/images/generations -H "Authorization: Bearer $DEEPINFRA_TOKEN" \
  -d '{"prompt": "a horse", "size": "1024x1024", "model": "black-forest-labs/FLUX-1-schnell", "n": 1}'
""",
        "deepinfra/images",
        asks={"prompt": "a horse", "size": "1024x1024"},
    ),
    Sample(
        "https://docs.runpod.io/public-endpoints/quickstart",
        r"""
curl -X POST "https://api.runpod.ai/v2/black-forest-labs-flux-1-schnell/runsync" -H "Authorization: Bearer KEY" \
  -d '{"input": {"prompt": "a dog", "width": 1024, "height": 1024}}'
""",
        None,
        why="no known call has the path",
    ),
    Sample(
        "https://docs.kkiai.com/Other-Model-APIs/replicate-api/create-task-flux-1-1-pro-ultra.html",
        r"""
curl --location --request POST \
 'https://www.kkiai.com/replicate/v1/models/black-forest-labs/flux-1.1-pro-ultra/predictions' \
 --header 'Authorization: Bearer <token>' --data-raw '{"input": {"raw": false, "prompt": "a mountain"}}'
""",
        None,
        why='but the host "www.kkiai.com" is another',
    ),
    Sample(
        "https://docs.gptproto.com/docs/api/gemini/gemini-2.5-flash-image/official-format/text-to-image",
        r"""
curl -X POST "https://gptproto.com/v1beta/models/gemini-2.5-flash-image:generateContent" \
  -d '{"contents": [{"parts": [{"text": "a dish"}]}], "generationConfig": {"imageConfig": {"aspectRatio": "1:1"}}}'
""",
        None,
        why='but the host "gptproto.com" is another',
    ),
    Sample(
        "https://developer.civitai.com/orchestration/recipes/grok",
        r"""
curl "https://orchestration.civitai.com/v2/consumer/workflows?wait=60" -H "Authorization: Bearer <your-token>" \
  -d '{"steps": [{"$type": "imageGen", "input": {"engine": "grok", "operation": "createImage", "prompt": "a face"}}]}'
""",
        None,
        why="no known call has the path",
    ),
)


def test_there_are_more_than_forty_samples_and_most_are_of_known_targets() -> None:
    assert len({sample.curl for sample in SAMPLES}) > 40
    assert sum(sample.target is not None for sample in SAMPLES) > 30


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.source.partition("//")[2] for sample in SAMPLES])
def test_sample(sample: Sample) -> None:
    (call,) = read_curl(sample.curl)
    assert (call.target.name if call.target else None) == sample.target, call
    assert sample.why in call.why
    if call.target is None:
        assert sample.why
        return
    problems = {
        f"{'' if problem.level == 'error' else 'warning '}{problem.code} {'.'.join(map(str, problem.path))}"
        for problem in check(call.request, call.target)
    }
    assert {problem for problem in problems if not problem.startswith("warning")} == {
        problem for problem in sample.problems if not problem.startswith("warning")
    }
    assert set(sample.problems) <= problems
    intent = to_intent(call.request, call.target)
    assert intent.prompt
    expected = Intent(**sample.asks)  # type: ignore[arg-type]
    assert {field: getattr(intent, field) for field in sample.asks} == {
        field: getattr(expected, field) for field in sample.asks
    }


@pytest.mark.parametrize("to", ["openai/gpt-image-2", "leonardo/phoenix-1.0", "stability/stable-image-core"])
def test_samples_can_be_converted(to: str) -> None:
    for sample in SAMPLES:
        for call in read_curl(sample.curl):
            if call.target and call.target.operation != "edit":
                assert convert(call.request, source=call.target, target=to, allow=ALL).request
