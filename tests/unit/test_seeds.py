"""Every parameter of the five documents that the library started from is a row of the target it belongs to."""

from __future__ import annotations

import pytest

from imgparams import Target, find

EIGEN_COMMON = "model prompt seed mode guidance_scale"
EIGEN_TEXT = "real_time width height"
EIGEN_EDIT = (
    "image_file image image_path num_inference_steps binary_response output_format downsizing_mp lora_strength rank "
    "offloading weight true_cfg_scale sample_steps sample_guide_scale negative_prompt s3_output_path"
)
EDEN = "model prompt n size user metadata extra_headers quality response_format"
LEONARDO = (
    "alchemy contrastRatio contrast controlnets elements userElements expandedDomain fantasyAvatar guidance_scale "
    "height highContrast highResolution imagePrompts imagePromptWeight init_generation_image_id init_image_id "
    "init_strength modelId negative_prompt num_images num_inference_steps photoReal photoRealVersion "
    "photoRealStrength presetStyle prompt promptMagic promptMagicStrength promptMagicVersion public scheduler "
    "sd_version seed tiling transparency ultra unzoom unzoomAmount upscaleRatio width controlNet controlNetType "
    "weighting canvasRequest canvasRequestType canvasInitId canvasMaskId enhancePrompt enhancePromptInstruction"
)
OPENROUTER = (
    "model prompt aspect_ratio background input_references n output_compression output_format quality resolution seed "
    "size stream"
)
OPENROUTER_PROVIDER = (
    "provider.order provider.only provider.ignore provider.sort provider.options provider.allow_fallbacks"
)

SEEDS = [
    ("eigenai/images", f"{EIGEN_COMMON} {EIGEN_TEXT}"),
    ("eigenai/images:edit", f"{EIGEN_COMMON} {EIGEN_EDIT}"),
    ("eigenai/eigen-image", f"{EIGEN_COMMON} {EIGEN_TEXT}"),
    ("eigenai/eigen-image:edit", f"{EIGEN_COMMON} {EIGEN_EDIT}"),
    ("eigenai/flux-1-kontext", f"{EIGEN_COMMON} {EIGEN_TEXT}"),
    ("eigenai/flux-1-kontext:edit", f"{EIGEN_COMMON} {EIGEN_EDIT}"),
    ("edenai/images", EDEN),
    ("edenai/openai/gpt-image-2", EDEN),
    ("edenai/google/imagen-4.0-generate-001", EDEN),
    ("relaygpu/stable-diffusion", "prompt negative_prompt model steps width height cfg_scale async"),
    (
        "relaygpu/flux-2-pro",
        "prompt width height seed safety_tolerance output_format input_image input_image_2 input_image_3 input_image_4 "
        "async",
    ),
    ("relaygpu/gemini-3-pro-image", "prompt aspect_ratio image_size async"),
    ("relaygpu/gpt-image-1.5", "prompt size quality n async"),
    ("relaygpu/gpt-image-1.5:edit", "prompt image mask size quality n async"),
    ("relaygpu/qwen-image", "prompt size seed async"),
    ("relaygpu/qwen-image-edit", "prompt image size seed async"),
    ("leonardo/generation", LEONARDO),
    ("openrouter/images", f"{OPENROUTER} {OPENROUTER_PROVIDER}"),
]


@pytest.mark.parametrize(("name", "wires"), SEEDS, ids=[name for name, _ in SEEDS])
def test_every_parameter_of_the_page_is_a_row(name: str, wires: str) -> None:
    target: Target = find(name)
    assert [wire for wire in wires.split() if wire not in target.by_wire] == []


@pytest.mark.parametrize(
    "name",
    [
        *("phoenix-1.0", "phoenix-0.9", "flux-dev", "flux-schnell", "flux-1-kontext", "lucid-origin", "lucid-realism"),
        *("kino-xl", "vision-xl", "diffusion-xl", "albedobase-xl", "anime-xl", "lightning-xl", "sdxl-1.0", "sdxl-0.9"),
        "rpg-v5",
    ],
)
def test_every_platform_model_takes_the_page(name: str) -> None:
    target = find(f"leonardo/{name}")
    assert [wire for wire in LEONARDO.split() if wire not in target.by_wire] == []
