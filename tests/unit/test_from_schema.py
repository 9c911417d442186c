"""Targets from a vendor's own schema: which field a property says, what is taken as stated, and what can't be read."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from imgparams import ALL, Intent, Invalid, Reference, Target, check, serial, to_intent, to_request
from imgparams.export import drift
from imgparams.from_schema import INFERRED, target_of_schema
from imgparams.tables import Field, Int, Native, Pairs, Param, PixelText, ShapeWords, Sizes, Text
from imgparams.testing.properties import laws

ONE = {"type": "object", "properties": {"prompt": {"type": "string"}}}
PROMPT = {"type": "string", "minLength": 1, "maxLength": 500}
UNIT = {"type": "number", "minimum": 0, "maximum": 1}
URI = {"type": "string", "format": "uri"}
SIZE_WORDS = ["square_hd", "square", "portrait_4_3", "landscape_16_9"]

#: as a host publishes one per model: one request, beside the polling of its answer
ROUTE = {
    "openapi": "3.0.4",
    "servers": [{"url": "https://queue.acme.example"}],
    "paths": {
        "/acme/muse/requests/{request_id}": {"get": {}},
        "/acme/muse": {
            "post": {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/MuseInput"}}}}
            }
        },
    },
    "components": {
        "schemas": {
            "ImageSize": {
                "type": "object",
                "properties": {
                    "width": {"type": "integer", "default": 512, "exclusiveMinimum": 0, "maximum": 4096},
                    "height": {"type": "integer", "default": 512, "exclusiveMinimum": 0, "maximum": 4096},
                },
            },
            "MuseInput": {
                "type": "object",
                "required": ["prompt"],
                "properties": {
                    "prompt": PROMPT,
                    "num_images": {"type": "integer", "minimum": 1, "maximum": 4, "default": 1},
                    "image_size": {
                        "anyOf": [{"$ref": "#/components/schemas/ImageSize"}, {"type": "string", "enum": SIZE_WORDS}],
                        "default": "landscape_16_9",
                    },
                    "num_inference_steps": {"type": "integer", "minimum": 1, "maximum": 50, "default": 28},
                    "guidance_scale": {"type": "number", "minimum": 1, "maximum": 20, "default": 3.5},
                    "seed": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
                    "sync_mode": {"type": "boolean", "default": False, "description": "Returns media as a data URI."},
                    "output_format": {"type": "string", "enum": ["jpeg", "png"], "default": "jpeg"},
                    "acceleration": {"type": "string", "enum": ["none", "regular"], "default": "none"},
                    "image_urls": {"type": "array", "items": {"type": "string"}, "maxItems": 4},
                    "mask_url": {"type": "string", "description": "White areas of it are edited, black ones kept."},
                    "loras": {"type": "array", "items": {"type": "object"}},
                },
            },
        }
    },
}

#: as another host publishes one per version: the model's input is one key of the request
VERSION = {
    "openapi": "3.0.2",
    "paths": {
        "/predictions": {
            "post": {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Request"}}}}
            }
        },
        "/predictions/{id}/cancel": {"post": {}},
    },
    "components": {
        "schemas": {
            "aspect_ratio": {"type": "string", "enum": ["1:1", "16:9", "custom", "match_input_image"]},
            "Request": {
                "type": "object",
                "properties": {"input": {"$ref": "#/components/schemas/Input"}, "webhook": {"type": "string"}},
            },
            "Input": {
                "type": "object",
                "required": ["prompt"],
                "properties": {
                    "prompt": {"type": "string", "x-order": 0},
                    "aspect_ratio": {"allOf": [{"$ref": "#/components/schemas/aspect_ratio"}], "default": "1:1"},
                    "width": {"type": "integer", "nullable": True, "minimum": 256, "maximum": 1440},
                    "height": {"type": "integer", "nullable": True, "minimum": 256, "maximum": 1440},
                    "output_quality": {"type": "integer", "minimum": 0, "maximum": 100, "default": 80},
                    "image": {"type": "string", "format": "uri"},
                    "prompt_strength": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.8},
                    "go_fast": {"type": "boolean", "default": True},
                },
            },
        }
    },
}

RECORD = {
    "id": "acme/muse",
    "name": "Muse",
    "supported_parameters": {
        "aspect_ratio": {"type": "enum", "values": ["1:1", "16:9"]},
        "resolution": {"type": "enum", "values": ["1K", "2K"]},
        "n": {"type": "range", "min": 1, "max": 4},
        "seed": {"type": "boolean"},
        "input_references": {"type": "range", "min": 0, "max": 3},
        "brand_new": {"type": "range", "min": 0, "max": 3},
    },
}


def schema(**properties: Any) -> Target:
    return target_of_schema({"type": "object", "properties": properties}, name="acme/muse", path="/draw")


def request_of(kind: str, body: object) -> dict[str, object]:
    return {"paths": {"/draw": {"post": {"requestBody": {"content": {kind: {"schema": body}}}}}}}


def field_of(target: Target, wire: str) -> tuple[str, ...]:
    return target.by_wire[wire].fields


ROUTED = target_of_schema(ROUTE, name="acme/muse", model="acme/muse")
VERSIONED = target_of_schema(VERSION, name="acme/muse", model="acme/muse", path="/v1/models/{model}/predictions")
RECORDED = target_of_schema(RECORD, name="openrouter/acme/muse", base="openrouter/images")


# ---- whole documents


def test_a_route_of_its_own() -> None:
    assert (ROUTED.path, ROUTED.base_url, ROUTED.method) == ("/acme/muse", "https://queue.acme.example", "POST")
    intent = Intent("a cat", size="1280x720", n=6, seed=3, references=["https://a.example/a.png"], steps=30)
    done = to_request(intent, ROUTED)
    assert done.request == {
        "prompt": "a cat",
        "num_images": 4,
        "image_size": {"width": 1280, "height": 720},
        "seed": 3,
        "num_inference_steps": 30,
        "image_urls": ["https://a.example/a.png"],
    }
    assert [(change.field, change.kind, change.became) for change in done.changes] == [("n", "clamped", 4)]
    assert to_request(Intent("a cat", aspect_ratio="3:4"), ROUTED).request["image_size"] == "portrait_4_3"
    assert to_intent(done.request, ROUTED) == evolve(intent, n=4)


def test_the_input_inside_a_request() -> None:
    assert VERSIONED.path == "/v1/models/acme/muse/predictions"
    done = to_request(Intent("a cat", size="1280x720", strength=0.5, references=["https://a.example/a.png"]), VERSIONED)
    assert done.request["input"] == {
        "prompt": "a cat",
        "aspect_ratio": "custom",
        "width": 1280,
        "height": 720,
        "image": "https://a.example/a.png",
        "prompt_strength": 0.5,
    }
    assert done.changes == ()
    assert [problem.code for problem in check({"input": {"aspect_ratio": "2:1"}}, VERSIONED)] == [
        "missing",
        "not_allowed",
    ]


def test_a_record_limits_the_target_of_its_api() -> None:
    done = to_request(Intent("a cat", aspect_ratio="21:9", n=9, quality="high"), RECORDED, allow=ALL)
    assert done.request == {"model": "acme/muse", "prompt": "a cat", "aspect_ratio": "16:9", "n": 4}
    assert [change.field for change in done.changes] == ["quality", "n", "aspect_ratio"]
    assert RECORDED.by_wire["brand_new"].domain == Int(0, 3)
    assert "input_references" in RECORDED.by_wire
    assert "quality" not in RECORDED.by_wire


def test_a_record_leaves_out_spellings_that_it_does_not_list() -> None:
    tiers = ShapeWords(tier="resolution", tiers=("1K", "2K"))
    rows = (Param("prompt", Field.prompt, Text()), Sizes((PixelText("size", Pairs(["1024x1024"])), tiers)))
    api = Target(name="acme/images", method="POST", path="/", docs="", checked="", rows=rows)

    def wires(**stated: Any) -> list[str]:
        return list(target_of_schema({"supported_parameters": stated}, name="acme/muse", base=api).by_wire)

    assert wires(size={"type": "boolean"}) == ["size"]
    assert wires(resolution={"type": "enum", "values": ["2K"]}) == ["resolution"]
    assert wires(resolution={"type": "enum", "values": ["9K"]}, prompt={"type": "boolean"}) == ["prompt"]


@pytest.mark.parametrize("target", [ROUTED, VERSIONED, RECORDED], ids=["route", "version", "record"])
def test_the_laws_hold_and_it_can_be_kept(target: Target) -> None:
    laws(target, examples=10)
    assert serial.load(Target, serial.dump(target)) == target


def test_it_does_not_drift_from_its_own_document() -> None:
    assert drift(VERSIONED, VERSION) == ()
    sides = [("image_size.width", "default"), ("image_size.height", "default")]  # of one side beside the other
    assert [(difference.wire, difference.fact) for difference in drift(ROUTED, ROUTE)] == sides


def test_what_is_inferred_is_marked_and_can_be_overruled() -> None:
    inferred = {row.wires[0] for row in ROUTED.rows if row.note == INFERRED}
    assert "num_images" in inferred
    assert "acceleration" not in inferred
    overruled = ROUTED.but(Native("num_images", Int(1, 4)))
    assert field_of(overruled, "num_images") == ()
    assert field_of(ROUTED, "num_images") == ("n",)


# ---- one property


@pytest.mark.parametrize(
    ("name", "stated", "field"),
    [
        ("prompt", {"type": "string"}, "prompt"),
        ("prompt", {"type": "array", "items": {"type": "string"}}, ""),
        ("negativePrompt", {"type": "string"}, "negative_prompt"),
        ("numImages", {"type": "integer"}, "n"),
        ("max_images", {"type": "integer", "minimum": 1, "maximum": 15}, ""),
        ("n", {"type": "integer", "maximum": 0}, ""),
        ("num_outputs", {"enum": [1, 2, 4]}, "n"),
        ("seed", {"type": ["integer", "null"]}, "seed"),
        ("seed", {"type": "string"}, ""),
        ("steps", {"type": "integer"}, "steps"),
        ("cfg_scale", {"type": "number"}, "guidance"),
        ("strength", {**UNIT, "description": "1.0 remakes the image, 0.0 preserves the original."}, "strength"),
        ("strength", {**UNIT, "description": "How much to change the image."}, "strength"),
        ("strength", {**UNIT, "description": "How much the result resembles the initial image."}, ""),
        ("strength", {**UNIT, "description": "Weight of the control."}, ""),
        ("strength", UNIT, ""),
        ("prompt_strength", UNIT, "strength"),
        ("prompt_strength", {"type": "number", "default": 0.8}, "strength"),
        ("prompt_strength", {"type": "number", "default": 7, "description": "This is the CFG scale."}, ""),
        ("denoising_strength", {**UNIT, "description": "How much to preserve of the original image."}, ""),
        ("strength", {"type": "number", "minimum": 0, "maximum": 100, "description": "Noise to add."}, ""),
        ("output_format", {"enum": ["jpg", "png"]}, "output_format"),
        ("output_format", {"enum": ["image/png", "image/jpeg"]}, "output_format"),
        ("output_format", {"enum": ["png", "zip"]}, ""),
        ("output_format", {"enum": ["png", "jpg", "jpeg"]}, "output_format"),
        ("output_format", {"const": "png"}, "output_format"),
        ("output_format", {"type": "string"}, ""),
        ("seed", {"anyOf": [{"const": 5}, {"const": None}, {"enum": [5, True, [1]]}]}, ""),
        ("n", {"enum": [1, 2, 1.0]}, "n"),
        ("n", {"anyOf": [{"type": "integer", "maximum": 4}, {"type": "integer", "minimum": 8}]}, ""),
        ("output_quality", {"anyOf": [{"type": "integer", "maximum": 4}, {"type": "integer", "minimum": 8}]}, ""),
        ("seed", {"anyOf": [{"type": "integer"}, {"properties": {"value": {"type": "integer"}}}]}, ""),
        ("output_quality", {"type": "integer", "minimum": 0, "maximum": 100}, "output_compression"),
        ("quality", {"enum": ["low", "high", "auto"]}, "quality"),
        ("quality", {"enum": ["fine", "coarse"]}, ""),
        ("quality", {"type": "integer"}, ""),
        ("response_format", {"enum": ["url", "b64_json"]}, "delivery"),
        ("sync_mode", {"type": "boolean", "description": "as a data URI"}, "delivery"),
        ("sync_mode", {"type": "boolean", "description": "waits for the image"}, ""),
        ("background", {"enum": ["transparent", "opaque"]}, "background"),
        ("background", {"enum": ["plain", "busy"]}, ""),
        ("stream", {"type": "boolean"}, "stream"),
        ("image_url", {"type": "string"}, "references"),
        ("image", URI, "references"),
        ("image", {"type": "string"}, ""),
        ("image", {"type": "string", "format": "binary"}, ""),
        ("image", {"type": "string", "description": "A base64 text or a URL."}, "references"),
        ("image", {"type": "string", "contentEncoding": "base64"}, "references"),
        ("image", {"type": "string", "contentEncoding": "quoted-printable"}, ""),
        ("image", {"enum": ["https://acme.example/a.png"]}, ""),
        ("style_reference_image", URI, "references"),
        ("style_strength", URI, ""),
        ("num_samples", {"type": "integer", "description": "Number of images to make."}, "n"),
        ("num_samples", {"type": "integer", "description": "Samples of the sampler."}, ""),
        ("n_prompt", {"type": "string", "description": "Negative prompt"}, "negative_prompt"),
        ("scale", {"type": "number", "description": "Scale for classifier-free guidance"}, "guidance"),
        ("scale", {"type": "number", "description": "Factor to scale the image by"}, ""),
        ("input_images", {"type": "array", "items": {"type": "string", "format": "uri"}}, "references"),
        ("images", {"type": "array", "items": {"type": "object"}}, ""),
        ("images", {"type": "array", "items": {"type": "string"}, "maxItems": 0}, ""),
        ("mask", {**URI, "description": "Black pixels are preserved, white pixels are inpainted."}, "mask"),
        ("mask", {**URI, "description": "Transparent areas show where to edit."}, "mask"),
        ("mask", {**URI, "description": "A black and white image used for inpainting."}, ""),
        ("mask", {**URI, "description": "Black and white image for inpainting. Black pixels are inpainted."}, "mask"),
        ("mask", {**URI, "description": "Black areas (0%) indicate no modification, white areas inpainting."}, "mask"),
        ("mask", {**URI, "description": "White pixels are kept, white edges are changed."}, ""),
        ("mask", {"type": "string", "description": "White pixels are inpainted."}, ""),
        ("mask", URI, ""),
        ("resolution", {"enum": ["1K", "2K", "4K"]}, "size"),
        ("resolution", {"enum": ["1 MP", "4 MP"]}, "size"),
        ("resolution", {"enum": ["draft", "final"]}, ""),
        ("size", {"enum": ["1024x1024", "1536x1024", "auto"]}, "size"),
        ("size", {"enum": ["1024*1024", "1536*1024"]}, "size"),
        ("size", {"type": "string"}, ""),
        ("size", {"enum": ["1024 x 1024 (square)", "1360 x 768 (wide)"]}, "size"),
        ("megapixels", {"enum": ["1", "0.25", "match_input"]}, "size"),
        ("megapixels", {"enum": ["3"]}, ""),
        ("aspect_ratio", {"enum": ["1:1", "16:9"]}, "size"),
        ("aspect_ratio", {"enum": ["1x1", "16x9"]}, "size"),
        ("aspect_ratio", {"enum": ["1:1 (square)", "landscape 16:9", "16:9, 4K"]}, "size"),
        ("aspectRatio", {"enum": ["tall", "wide"]}, ""),
        ("aspect_ratio", {"type": "string"}, ""),
        ("aspect_ratio", {"type": "string", "default": "16:9"}, "size"),
        ("aspect_ratio", {"type": "string", "examples": ["16:9", "4:5"]}, "size"),
        ("aspect_ratio", {"type": "string", "example": "wide"}, ""),
        ("aspect_ratio", {"type": "string", "default": "16:9", "examples": ["wide"]}, ""),
        ("aspect_ratio", {"type": "string", "description": "Between 21:9 and 9:21."}, "size"),
    ],
)
def test_which_field_a_property_says(name: str, stated: dict[str, object], field: str) -> None:
    target = schema(**{name: stated})
    assert (field_of(target, name) or ("",))[0] == field
    laws(target, examples=2)


def test_bounds_words_and_defaults_are_as_stated() -> None:
    target = schema(
        steps={"type": "integer", "exclusiveMinimum": 0, "maximum": 50.0, "multipleOf": 2, "default": 20},
        guidance={"type": "number", "minimum": 1.5},
        tags={"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 1, "maxItems": 3, "default": ["a"]},
        style={"type": "string", "maxLength": 20, "default": "plain"},
        bad={"type": "integer", "maximum": 3, "default": 9},
        either={"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]},
        free={},
    )
    described = {row.wires[0]: row.describe() for row in target.rows}
    assert described == {
        "steps": "a multiple of 2 from 1 to 50",
        "guidance": "a number from 1.5 up",
        "tags": "a list of 1 to 3 items, each a or b",
        "style": "text of at most 20 characters",
        "bad": "a whole number up to 3",
        "either": "any whole number or text",
        "free": "any JSON value",
    }
    defaults = {wire: value for row in target.rows for wire, value, _ in row.defaults()}
    assert defaults == {"steps": 20, "tags": ("a",), "style": "plain"}
    assert [problem.code for problem in check({"steps": 7, "tags": [], "style": 5}, target)] == [
        "off_grid",
        "out_of_range",
        "wrong_type",
    ]


def test_two_sides_and_two_words_are_one_row() -> None:
    target = schema(
        aspect_ratio={"enum": ["1:1", "16:9", "auto"], "default": "1:1"},
        resolution={"enum": ["1K", "2K"]},
        width={"type": "integer", "minimum": 64, "maximum": 2048, "multipleOf": 8},
        height={"type": "integer", "minimum": 64, "maximum": 2048, "multipleOf": 8},
    )
    (row,) = target.rows
    assert isinstance(row, Sizes)
    assert row.wires == ("aspect_ratio", "resolution", "width", "height")
    assert to_request(Intent(size="1001x500"), target).request == {"width": 1008, "height": 504}
    assert to_request(Intent(aspect_ratio="16:9", resolution="2K"), target).request == {
        "aspect_ratio": "16:9",
        "resolution": "2K",
    }


def test_of_two_names_for_a_field_the_first_says_it() -> None:
    target = schema(num_images={"type": "integer"}, n={"type": "integer"})
    assert (field_of(target, "num_images"), field_of(target, "n")) == (("n",), ())


def test_the_name_of_the_model() -> None:
    document = {"properties": {"model": {"type": "string"}, "prompt": {"type": "string"}}}
    named = target_of_schema(document, name="acme/muse", model="muse-2")
    assert to_request(Intent("a cat"), named).request == {"model": "muse-2", "prompt": "a cat"}
    assert field_of(target_of_schema(document, name="acme/any"), "model") == ()


def test_a_form_and_a_list_of_one() -> None:
    assert target_of_schema(request_of("multipart/form-data", ONE), name="acme/form").content == "multipart"
    assert target_of_schema(request_of("application/json", {"type": "array", "items": ONE}), name="acme/l").in_list


def test_an_odd_key_is_spelled_as_a_wire() -> None:
    target = schema(**{"a.b": {"type": "integer"}, "": {"type": "integer"}, "c[0]": {"type": "boolean"}})
    assert check({"a.b": "x", "": 1, "c[0]": True}, target)[0].path == ("a.b",)


# ---- pictures


def test_numbered_pictures_are_one_row() -> None:
    target = schema(input_image=URI, seed={"type": "integer"}, input_image_2=URI, input_image_3=URI)
    assert [row.wires for row in target.rows] == [("input_image", "input_image_2", "input_image_3"), ("seed",)]
    references = ["https://a.example/1.png", "https://a.example/2.png"]
    request = {"input_image": "https://a.example/1.png", "input_image_2": "https://a.example/2.png"}
    assert to_request(Intent(references=references), target).request == request
    laws(target, examples=5)


@pytest.mark.parametrize(
    "properties",
    [
        {"image_1": URI, "image_3": URI},
        {"image_1": URI, "image_2": {"type": "string", "contentEncoding": "base64"}},
        {"style_image": URI, "style_image_2": URI},
    ],
    ids=["a gap", "two forms", "a role"],
)
def test_other_numbered_pictures_are_not(properties: dict[str, Any]) -> None:
    target = schema(**properties)
    assert field_of(target, list(properties)[1]) == ()
    laws(target, examples=2)


def test_a_role_in_the_name() -> None:
    target = schema(image=URI, style_reference_images={"type": "array", "items": URI, "maxItems": 2}, control_image=URI)
    source, style = Reference(url="https://a.example/a.png"), Reference(url="https://a.example/b.png", role="style")
    assert to_request(Intent(references=[style, source]), target).request == {
        "image": "https://a.example/a.png",
        "style_reference_images": ["https://a.example/b.png"],
    }
    laws(target, examples=5)


def test_a_picture_of_one_role_that_is_required_is_native() -> None:
    document = {"properties": {"control_image": URI}, "required": ["control_image"]}
    target = target_of_schema(document, name="acme/muse")
    assert field_of(target, "control_image") == ()
    laws(target, examples=2)


def test_a_required_picture_gets_the_first() -> None:
    many = {"type": "array", "items": {"type": "string"}}
    document = {"properties": {"image_url": {"type": "string"}, "image_urls": many}, "required": ["image_urls"]}
    target = target_of_schema(document, name="acme/muse")
    assert (field_of(target, "image_url"), field_of(target, "image_urls")) == ((), ("references",))
    laws(target, examples=5)


def test_files_of_a_form() -> None:
    binary = {"type": "string", "format": "binary"}
    properties = {
        "image": binary,
        "mask": {"type": "string", "contentMediaType": "image/png", "description": "Black areas are edited."},
        "style_reference_images": {"type": "array", "items": binary},
    }
    body = {"type": "object", "properties": properties}
    form = target_of_schema(request_of("multipart/form-data", body), name="acme/form")
    assert {wire: form.by_wire[wire].describe() for wire in properties} == {
        "image": "a file",
        "mask": "a file",
        "style_reference_images": "any number of files",
    }
    assert field_of(form, "mask") == ("mask",)
    laws(form, examples=5)
    assert field_of(target_of_schema(request_of("application/json", body), name="acme/json"), "image") == ()


def test_files_are_sent_in_a_form_where_both_are_offered() -> None:
    binary = {"type": "array", "items": {"type": "string", "format": "binary"}}
    for properties, content in (({"images": binary}, "multipart"), ({"image": URI}, "json")):
        schema = {"schema": {"type": "object", "properties": properties}}
        contents = {"application/json": schema, "multipart/form-data": schema}
        document = {"paths": {"/draw": {"post": {"requestBody": {"content": contents}}}}}
        target = target_of_schema(document, name="acme/muse")
        assert (target.content, target.rows[0].fields) == (content, ("references",))


# ---- shapes


def test_sides_that_are_listed() -> None:
    sides = [512, 768, 1024, 256]
    even = schema(width={"enum": sides, "default": 512}, height={"enum": sides, "default": 768})
    assert even.rows[0].describe() == "each side a multiple of 256 from 256 to 1024"
    assert {wire: value for wire, value, _ in even.rows[0].defaults()} == {"width": 512, "height": 768}
    uneven = schema(width={"enum": [512, 640, 1024]}, height={"enum": [512, 1024]})
    assert to_request(Intent(size="640x1024"), uneven).request == {"width": 640, "height": 1024}
    assert [problem.code for problem in check({"width": 768, "height": 512}, uneven)] == ["not_allowed"]
    for target in (even, uneven):
        laws(target, examples=5)
    assert field_of(schema(width={"enum": ["512"]}, height={"enum": ["512"]}), "width") == ()


def test_an_object_of_two_sides() -> None:
    side = {"type": "integer", "minimum": 256, "default": 512}
    size = {"properties": {"width": side, "height": side}, "default": {"width": 1024, "height": 768}}
    target = schema(image_size={"anyOf": [size, {"type": "null"}]})
    assert to_request(Intent(size="640x512"), target).request == {"image_size": {"width": 640, "height": 512}}
    word = {"anyOf": [size, {"enum": ["square"]}], "default": {"width": 1024, "height": 768}}
    described = {wire: value for wire, value, _ in schema(image_size=word).rows[0].defaults()}
    assert described == {"image_size.width": 1024, "image_size.height": 768}
    free = schema(image_size={"anyOf": [{"properties": {"width": {}, "height": {}}}, {"enum": ["free"]}]})
    assert field_of(free, "image_size") == ()


def test_pixels_and_ratios_on_one_wire() -> None:
    target = schema(size={"enum": ["1:1", "16:9", "1024x1024", "1280x720"], "default": "1024x1024"})
    assert to_request(Intent(aspect_ratio="16:9"), target).request == {"size": "16:9"}
    assert to_request(Intent(size="1280x720"), target).request == {"size": "1280x720"}
    assert to_intent({"size": "1280x720"}, target).size == (1280, 720)
    assert [problem.code for problem in check({"size": "4:3"}, target)] == ["not_allowed"]
    laws(target, examples=5)


def test_pixels_beside_ratios_and_a_word_for_none() -> None:
    target = schema(
        aspect_ratio={"enum": ["1x1", "16x9"]},
        resolution={"enum": ["None", "1024x1024", "1280x720"], "default": "None"},
    )
    assert to_request(Intent(aspect_ratio="16:9"), target).request == {"aspect_ratio": "16x9"}
    assert to_request(Intent(size="1280x720"), target).request == {"resolution": "1280x720"}
    assert check({"resolution": "None"}, target) == ()
    laws(target, examples=5)


def test_pixels_among_other_text() -> None:
    words = ["1024 x 1024 (square)", "1360 x 768 (wide)", "auto", "as the image"]
    target = schema(resolution={"enum": words, "default": words[0]})
    assert to_request(Intent(aspect_ratio="16:9"), target).request == {"resolution": "1360 x 768 (wide)"}
    assert to_request(Intent(aspect_ratio="auto"), target).request == {"resolution": "auto"}
    assert check({"resolution": "as the image"}, target) == ()
    laws(target, examples=5)


def test_a_list_of_suggestions_is_open() -> None:
    def suggested(*words: str) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, {"enum": list(words)}]}

    target = schema(
        size=suggested("auto", "1024x1024", "1536x1024"),
        quality=suggested("low", "high"),
        background=suggested("transparent", "opaque"),
    )
    request = {"size": "2048x1024", "quality": "ultra", "background": "white"}
    assert {problem.level for problem in check(request, target)} == {"warning"}
    assert to_request(Intent(size="1536x1024", quality="high"), target).request == {
        "size": "1536x1024",
        "quality": "high",
    }
    laws(target, examples=5)


def test_any_ratio_within_bounds() -> None:
    target = schema(aspect_ratio={"type": "string", "default": "16:9", "description": "From 21:9 to 9:21."})
    assert to_request(Intent(aspect_ratio="7:5"), target).request == {"aspect_ratio": "7:5"}
    assert [problem.code for problem in check({"aspect_ratio": "3:1"}, target)] == ["bad_ratio"]
    without_bounds = schema(aspect_ratio={"type": "string", "default": "16:9"})
    assert to_request(Intent(aspect_ratio="7:5"), without_bounds).unverified != ()
    for one in (target, without_bounds):
        laws(one, examples=5)


def test_custom_sides_of_a_tier() -> None:
    side = {"type": "integer", "minimum": 1024, "maximum": 4096}
    target = schema(size={"enum": ["1K", "2K", "custom"], "default": "2K"}, width=side, height=side)
    assert to_request(Intent(size="1600x1200"), target).request == {"size": "custom", "width": 1600, "height": 1200}
    laws(target, examples=5)


# ---- where a property is


def test_an_object_of_another_name_changes_what_a_property_means() -> None:
    target = schema(
        parameters={"properties": {"seed": {"type": "integer"}}},
        refiner={"properties": {"steps": {"type": "integer"}, "prompt": {"type": "string"}}},
        mask={"properties": {"image_url": {"type": "string"}}},
        image_size={"properties": {"width": {"type": "integer"}, "height": {"type": "integer"}}},
        prompt={"type": "string"},
    )
    said = {wire: field_of(target, wire) for wire in target.by_wire}
    assert said == {
        "parameters.seed": ("seed",),
        "refiner.steps": (),
        "refiner.prompt": (),
        "mask.image_url": (),
        "image_size.width": ("size", "aspect_ratio", "resolution"),
        "image_size.height": ("size", "aspect_ratio", "resolution"),
        "prompt": ("prompt",),
    }


def test_the_object_with_the_prompt_is_the_request() -> None:
    target = schema(text_to_image={"properties": {"prompt": {"type": "string"}, "seed": {"type": "integer"}}})
    assert field_of(target, "text_to_image.seed") == ("seed",)


def test_a_count_by_its_description_gives_way_to_one_by_its_name() -> None:
    batch = {"type": "integer", "maximum": 8, "description": "Number of images to make."}
    target = schema(batch_size=batch, num_outputs={"type": "integer"})
    assert (field_of(target, "batch_size"), field_of(target, "num_outputs")) == ((), ("n",))
    assert field_of(schema(batch_size=batch), "batch_size") == ("n",)


@pytest.mark.parametrize("stated", [{"type": "integer", "minimum": -1}, {"type": ["number", "null"], "default": -1}])
def test_a_seed_of_minus_one_is_no_seed(stated: dict[str, Any]) -> None:
    target = schema(seed=stated)
    assert to_intent({"seed": -1}, target).seed is None
    assert to_request(Intent(seed=7), target).request == {"seed": 7}
    laws(target, examples=5)


def test_whether_more_properties_are_refused() -> None:
    closed = {**ONE, "additionalProperties": False}
    assert target_of_schema(closed, name="acme/muse").unknown == "refused"
    assert target_of_schema(ONE, name="acme/muse").unknown == "unsaid"
    inside = {"properties": {"input": ONE}, "additionalProperties": False}
    assert target_of_schema(inside, name="acme/muse").unknown == "unsaid"
    assert target_of_schema(closed, name="acme/muse", unknown="ignored").unknown == "ignored"


# ---- what can't be read


def loop(depth: int) -> Any:
    inner: Any = {"type": "string"}
    for _ in range(depth):
        inner = {"anyOf": [inner, inner]}
    return inner


@pytest.mark.parametrize(
    ("document", "facts", "why"),
    [
        (None, {}, "a schema must be a JSON object"),
        ([], {}, "a schema must be a JSON object"),
        ({"properties": float("nan")}, {}, "NaN"),
        ({}, {}, "neither a JSON Schema"),
        ({"properties": {}}, {}, "no properties"),
        ({"$ref": "#/properties/a"}, {}, "has no #/properties/a"),
        ({"$ref": "https://acme.example/schema.json"}, {}, "outside the document"),
        ({"$ref": "other.json#/a"}, {}, "outside the document"),
        ({"$ref": "#"}, {}, "without end"),
        ({"properties": {"a": loop(40)}}, {}, "more than 1,000,000 values"),
        ({"properties": {"a": loop(16)}}, {}, "too many alternatives"),
        ({"allOf": [{"anyOf": [{"title": str(at)} for at in range(400)]}] * 2}, {}, "too many alternatives"),
        ({"properties": {"header:a": {}}}, {}, "can't be called header:a"),
        ({"properties": {"a": {"type": "integer", "minimum": 5, "maximum": 1}}}, {}, "above maximum"),
        ({"properties": {f"a{at}": {} for at in range(1001)}}, {}, "more than 1000"),
        (ONE, {"at": "#/nothing"}, "has no #/nothing"),
        ({"components": {"schemas": {"A": ONE}}}, {}, "point to the schema with at="),
        (
            {"paths": {path: {"post": {"requestBody": {}}} for path in ("/a", "/b")}},
            {},
            "several requests: choose one with path=, of /a, /b",
        ),
        ({"paths": {"/a": {"post": {"requestBody": {}}}}}, {}, "POST /a has no schema for its body"),
        ({"paths": {"/a": {"post": {"requestBody": {}}}}}, {"path": "/b"}, "has no POST /b with a body"),
        (RECORD, {}, "give base="),
        ({"supported_parameters": {"n": 5}}, {"base": "openrouter/images"}, "must be an object"),
        (
            {"supported_parameters": {"n": {"type": "set"}}},
            {"base": "openrouter/images"},
            "an enum, a range or a boolean",
        ),
        ({"supported_parameters": {"n": {"type": "enum"}}}, {"base": "openrouter/images"}, "must list its values"),
        (
            {"supported_parameters": {"n": {"type": "range", "min": "x"}}},
            {"base": "openrouter/images"},
            "must be whole numbers",
        ),
    ],
)
def test_what_can_not_be_read_is_told(document: object, facts: dict[str, Any], why: str) -> None:
    with pytest.raises(Invalid, match=why) as caught:
        target_of_schema(document, name="acme/muse", **facts)
    assert {problem.code for problem in caught.value.problems} == {"unreadable"}


def test_a_keyword_of_a_wrong_type_is_as_if_it_were_not_there() -> None:
    target = schema(steps={"type": "integer", "minimum": "1", "maximum": None, "enum": "abc", "required": 3})
    row = target.by_wire["steps"]
    assert isinstance(row, Param)
    assert row.domain == Int()


@pytest.mark.parametrize("odd", [True, 5, 2**63, {"a": 1}, [{"a": 1}], None], ids=repr)
@pytest.mark.parametrize(
    "keyword",
    [
        *("allOf", "anyOf", "oneOf", "enum", "required", "minimum", "exclusiveMaximum", "multipleOf", "minLength"),
        *("maxItems", "type", "$ref", "properties", "format", "contentEncoding", "contentMediaType", "description"),
    ],
)
def test_no_value_of_a_keyword_is_an_error_of_another_kind(keyword: str, odd: Any) -> None:
    link = {"type": "string", "format": "uri", keyword: odd}
    size = {"type": "string", "enum": ["1:1", "16:9"], "default": "1:1", keyword: odd}
    pictures = {"type": "array", "items": link, "maxItems": 3, keyword: odd}
    target = schema(prompt={"type": "string"}, image_size=size, image_url=link, image_urls=pictures)
    assert "prompt" in target.by_wire
    check({"prompt": "a", "image_size": "1:1", "image_url": "https://x.example/a.png"}, target)
    if keyword in ("anyOf", "format", "contentEncoding") and not isinstance(odd, list):
        plain = {"type": "string", "enum": ["1:1", "16:9"], "default": "1:1"}
        assert schema(image_size=plain) == schema(image_size={**plain, keyword: odd})


def test_a_schema_inside_itself_is_followed_for_a_few_levels() -> None:
    target = target_of_schema({"properties": {"a": {"$ref": "#"}, "b": {"type": "integer"}}}, name="acme/muse")
    assert [row.wires[0] for row in target.rows] == ["a.a.a.a", "a.a.a.b", "a.a.b", "a.b", "b"]


def test_the_laws_hold_for_a_number_without_bounds_that_is_required() -> None:
    document = {"properties": {"weight": {"type": "number"}, "prompt": {"type": "string"}}, "required": ["weight"]}
    laws(target_of_schema(document, name="acme/muse"), examples=2)


def test_base_is_for_records() -> None:
    with pytest.raises(TypeError, match="base is for a model's record"):
        target_of_schema(ONE, name="acme/muse", base="openrouter/images")
