"""Hugging Face: its own inference, and the routes by which it hands a call on to fal, Nscale, Replicate or Together.

Source: the vendor's package huggingface_hub 2.4.0 (2026-11): its types of the two tasks, what it sends to each host.

The router hands the body on as it is. So a call has the form of the host, under the host's path with its name in front,
and the rows of three of these targets are those of the hosts' own tables, with the parameters of the task that the
package hands on beside them. The model is the host's id of it, which the Hub tells. Unknown fields are forwarded; the
host judges them, and all bounds are the host's.

Open: everything about the limits of Hugging Face's own inference, whose models each have their own. Left out: the hosts
DeepInfra, WaveSpeed and Z.ai; `loras`, which the package fills from a repository; a picture as the whole body, without
parameters.
"""

from __future__ import annotations

from imgparams.providers.fal import MODELS
from imgparams.providers.replicate.flux import PREDICTIONS
from imgparams.providers.together import IMAGES
from imgparams.tables import (
    Field,
    Fixed,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Num,
    Param,
    SizeText,
    Slots,
    Target,
    Text,
    WidthHeight,
    Words,
)

_HOST = "https://router.huggingface.co"
_KEY = "Authorization: Bearer {key}"
_DOCS = "https://huggingface.co/docs/inference-providers/tasks/text-to-image"
_CHECKED = "2026-11-30"
_AS_SENT = "as the package sends it; not every model has it"

HF_INFERENCE_EDIT = Target(
    name="huggingface/hf-inference:edit",
    method="POST",
    path="/hf-inference/models/{model}",
    base_url=_HOST,
    key_header=_KEY,
    docs="https://huggingface.co/docs/inference-providers/tasks/image-to-image",
    checked=_CHECKED,
    unknown="forwarded",
    rows=(
        Model("path:model"),
        Slots("inputs", part=Image("base64"), required=True),
        Param("parameters.prompt", Field.prompt, Text()),
        Param("parameters.negative_prompt", Field.negative_prompt, Text()),
        Param("parameters.num_inference_steps", Field.steps, Int()),
        Param("parameters.guidance_scale", Field.guidance, Num()),
        WidthHeight(
            "parameters.target_size.width",
            "parameters.target_size.height",
            Grid(),
            note="for some hosts and models only; ignored by the others",
        ),
        Fixed(Field.n, 1),
    ),
    note="the answer is the file itself",
)
HF_INFERENCE = HF_INFERENCE_EDIT.but(
    Param("inputs", Field.prompt, Text(), required=True),
    WidthHeight("parameters.width", "parameters.height", Grid()),
    Native("parameters.scheduler", Text()),
    Param("parameters.seed", Field.seed, Int()),
    name="huggingface/hf-inference",
    docs=_DOCS,
    without=("parameters.prompt", "parameters.target_size.width"),
    operations={"edit": HF_INFERENCE_EDIT},
)

# ---- handed on to a host

NSCALE = Target(
    name="huggingface/nscale",
    method="POST",
    path="/nscale/v1/images/generations",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    unknown="forwarded",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Param("negative_prompt", Field.negative_prompt, Text()),
        SizeText("size", Grid()),
        Param("guidance_scale", Field.guidance, Num()),
        Native("scheduler", Text()),
        Param("seed", Field.seed, Int()),
        Param("response_format", Field.delivery, Words({"base64": "b64_json"}), note="what the package sends"),
    ),
)
FAL_AI = MODELS.but(
    Param("num_inference_steps", Field.steps, Int(), note=_AS_SENT),
    Param("guidance_scale", Field.guidance, Num(), note=_AS_SENT),
    Native("scheduler", Text(), note=_AS_SENT),
    name="huggingface/fal-ai",
    path="/fal-ai/{model}",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
)
REPLICATE = PREDICTIONS.but(
    Param("input.negative_prompt", Field.negative_prompt, Text(), note=_AS_SENT),
    WidthHeight("input.width", "input.height", Grid(), note=_AS_SENT),
    Param("input.num_inference_steps", Field.steps, Int(), note=_AS_SENT),
    Param("input.guidance_scale", Field.guidance, Num(), note=_AS_SENT),
    Native("input.scheduler", Text(), note=_AS_SENT),
    Param("input.seed", Field.seed, Int(), note=_AS_SENT),
    name="huggingface/replicate",
    path="/replicate/v1/models/{model}/predictions",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
)
TOGETHER = IMAGES.but(
    name="huggingface/together",
    path="/together/v1/images/generations",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    unknown="forwarded",
)

TARGETS: tuple[Target, ...] = (HF_INFERENCE, HF_INFERENCE_EDIT, FAL_AI, NSCALE, REPLICATE, TOGETHER)
ENVELOPE: Target | None = None
