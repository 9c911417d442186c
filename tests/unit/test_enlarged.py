"""A second pass that enlarges the picture: the size of an intent is that of the picture, the sides are of the first."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import ALL, CATALOG, STRICT, Intent, Invalid, Size, check, convert, to_intent, to_request
from imgparams.tables import (
    Enlarged,
    Field,
    Flag,
    Grid,
    Int,
    Native,
    Num,
    Pairs,
    ShapeWords,
    Sides,
    Sizes,
    Text,
    WidthHeight,
)
from imgparams.testing import laws
from tests.unit.tables import PROMPT, asked, kinds, table

BY = Enlarged("more", "scale", 2, ("to_w", "to_h"), unless=("first",), multiple_of=8)
SWITCHES = (
    Native("more", Flag(), default=False),
    Native("scale", Num(), default=2),
    Native("to_w", Int(), unset=(0,)),
    Native("to_h", Int(), unset=(0,)),
    Native("first", Int()),
    Native("upscaler", Text()),
)
TWO = table(
    PROMPT,
    WidthHeight("w", "h", each=Int(8, multiple_of=8), default=(512, 256), accepts=Grid(Int(8)), enlarged=BY),
    *SWITCHES,
    unknown="refused",
    name="acme/two",
    model="",
)
PLAIN = table(
    PROMPT, WidthHeight("width", "height", each=Int(8, multiple_of=8), default=(512, 256)), name="other/plain", model=""
)
LISTED = table(PROMPT, Sizes((Sides("w", "h", Pairs(("512x512", "768x512"))),), enlarged=BY), *SWITCHES, model="")


def pixels(**wires: Any) -> Size | None:
    """The size that is read, which is also the one that comes."""
    request = {"prompt": "a", **wires}
    size = to_intent(request, TWO).size
    done = to_request(to_intent(request, TWO), TWO, allow=STRICT)
    assert done.request == {wire: value for wire, value in request.items() if wire not in ("to_w", "to_h") or value}
    assert size in (None, done.pixels)
    return size


@pytest.mark.parametrize(
    ("wires", "size"),
    [
        ({"w": 64, "h": 128}, (64, 128)),
        ({"w": 64, "h": 128, "more": True}, (128, 256)),
        ({"w": 64, "h": 128, "more": True, "scale": 1.5}, (96, 192)),
        ({"w": 64, "h": 128, "more": True, "scale": 1.2}, (72, 152)),  # 76.8 and 153.6
        ({"w": 64, "h": 128, "more": True, "to_w": 96}, (96, 192)),
        ({"w": 64, "h": 128, "more": True, "to_w": 0, "to_h": 96}, (48, 96)),
        ({"w": 64, "h": 128, "more": True, "to_w": 96, "to_h": 96}, (96, 96)),
        ({"w": 64, "h": 128, "more": True, "to_w": 0, "to_h": 0}, (128, 256)),
        ({"w": 64, "more": True}, (128, 512)),  # beside the default height
        ({"more": True, "to_w": 96}, (96, 48)),
        ({"w": 64, "h": 128, "more": True, "first": 32}, (64, 128)),
        ({"w": 64, "h": 128, "more": True, "first": 0}, (128, 256)),
        ({"more": True}, None),  # says no size, and brings twice the default
        ({"w": 64, "h": 128, "more": True, "scale": 0}, None),
        ({"w": 64, "h": 128, "more": True, "scale": -1}, None),
        ({"w": 64, "h": 128, "more": True, "to_w": -8}, None),
        ({"w": 64, "h": 128, "more": True, "to_w": 2**40}, None),
    ],
)
def test_the_size_is_that_of_the_picture(wires: dict[str, Any], size: tuple[int, int] | None) -> None:
    if wires.get("first") == 0:
        assert to_intent({"prompt": "a", **wires}, TWO).size == size
    else:
        assert pixels(**wires) == size


@pytest.mark.parametrize("off", [{}, {"more": False}])
def test_without_the_switch_nothing_is_enlarged(off: dict[str, Any]) -> None:
    assert pixels(w=64, h=128, scale=3, to_w=512, to_h=512, **off) == (64, 128)


def test_the_vendor_s_wires_are_kept_beside_the_size() -> None:
    request = {"prompt": "a", "w": 64, "h": 128, "more": True, "scale": 2, "upscaler": "x"}
    intent = to_intent(request, TWO)
    assert intent.provider_options["acme"] == {"w": 64, "h": 128, "more": True, "scale": 2, "upscaler": "x"}
    assert to_request(intent, TWO, allow=STRICT).request == request
    assert convert(request, source=TWO, target=TWO, allow=STRICT).request == request
    assert convert({"prompt": "a", "more": True}, source=TWO, target=TWO).request == {"prompt": "a", "more": True}


FINE = Enlarged("more", "scale", 1.5, ("to_w", "to_h"))


@pytest.mark.parametrize(
    ("enlarged", "first", "wires", "size"),
    [
        (FINE, (65, 33), {}, (97, 49)),  # 97.5 and 49.5
        (FINE, (65, 33), {"scale": 2}, (130, 66)),
        (FINE, (65, 33), {"scale": "2"}, (97, 49)),
        (FINE, (65, 33), {"to_w": 100}, (100, 50)),
        (FINE, (65, 33), {"to_h": 50}, (98, 50)),
        (FINE, (65, 33), {"to_h": 50, "to_w": 7}, (7, 50)),
        (FINE, (65, 33), {"to_w": "100"}, (97, 49)),
        (FINE, (1, 1), {"scale": 10_000}, (10_000, 10_000)),
        (FINE, (1, 1), {"scale": 10_001}, None),
        (FINE, (65, 33), {"scale": 0.5}, (32, 16)),
        (FINE, (1, 1), {"scale": 0.5}, None),
        (BY, (65, 33), {}, (128, 64)),
        (BY, (65, 33), {"to_w": 99}, (96, 48)),
        (BY, (3, 33), {}, None),
    ],
)
def test_the_picture_of_a_first_pass(
    enlarged: Enlarged, first: tuple[int, int], wires: dict[str, Any], size: tuple[int, int] | None
) -> None:
    found = enlarged.picture(Size(*first), wires)
    assert found == size
    assert found is None or {type(side) for side in found} == {int}


def test_the_first_pass_of_a_picture() -> None:
    assert [FINE.first_pass(Size(*size), 1.5) for size in ((97, 49), (3, 4))] == [(65, 33), (2, 3)]
    assert [BY.first_pass(Size(*size), 2) for size in ((128, 130), (1, 2048))] == [(64, 72), (8, 1024)]


def test_what_enlarges_a_picture() -> None:
    assert BY.wires == ("more", "scale", "to_w", "to_h", "first")
    assert [BY.is_on(flat) for flat in ({"more": True}, {"more": 1}, {}, {"more": True, "first": 8})] == [
        True,
        False,
        False,
        False,
    ]
    assert BY.is_on({"more": True, "first": 0})
    assert [BY.factor(flat) for flat in ({}, {"scale": 3}, {"scale": 3, "to_h": 8}, {"scale": 0})] == [2, 3, None, None]


def test_another_vendor_is_asked_for_the_picture() -> None:
    done = convert({"prompt": "a", "w": 64, "h": 128, "more": True}, source=TWO, target=PLAIN, allow=ALL)
    assert done.request == {"prompt": "a", "width": 128, "height": 256}
    assert kinds(done) == {"provider_options.acme.more": "dropped"}
    done = convert({"prompt": "a", "more": True}, source=TWO, target=PLAIN, allow=ALL)
    assert done.request == {"prompt": "a", "width": 1024, "height": 512}


def test_a_model_of_the_vendor_without_it_is_asked_for_the_picture() -> None:
    single = PLAIN.but(name="acme/single", model="single")
    done = convert({"prompt": "a", "w": 64, "h": 128, "more": True}, source=TWO, target=single, allow=ALL)
    assert done.request == {"prompt": "a", "width": 128, "height": 256}
    assert kinds(done) == {"provider_options.acme.more": "dropped"}


@pytest.mark.parametrize(
    ("shape", "options", "request_", "size"),
    [
        ({"size": "2048x1152"}, {}, {"w": 1024, "h": 576}, (2048, 1152)),
        ({"size": "1024x512"}, {}, {"w": 512, "h": 256}, (1024, 512)),  # twice the default, and still sent
        ({"size": "96x192"}, {"scale": 1.5}, {"w": 64, "h": 128}, (96, 192)),
        ({"size": "72x152"}, {"scale": 1.2}, {"w": 64, "h": 128}, (72, 152)),
        ({"aspect_ratio": "16:9"}, {}, {"w": 512, "h": 288}, (1024, 576)),
        ({"aspect_ratio": "1:1", "resolution": "2K"}, {}, {"w": 1024, "h": 1024}, (2048, 2048)),
        ({"resolution": "1K"}, {"scale": 4}, {"w": 368, "h": 184}, (1472, 736)),
    ],
)
def test_the_sides_are_written_so_that_the_picture_is_as_asked(
    shape: dict[str, Any], options: dict[str, Any], request_: dict[str, Any], size: tuple[int, int]
) -> None:
    options = {"more": True, "upscaler": "x", **options}
    done = to_request(Intent("a", provider_options={"acme": options}, **shape), TWO, allow=STRICT)
    assert done.request == {"prompt": "a", **request_, **options}
    assert done.pixels == size
    assert {problem.code for problem in check(done.request, TWO)} <= {"unverified"}


def test_what_two_passes_do_not_reach_is_a_change() -> None:
    done = asked(TWO, prompt="a", size="100x100", provider_options={"acme": {"more": True}})
    assert (done.request["w"], done.request["h"], done.pixels) == (56, 56, (112, 112))
    assert kinds(done) == {"size": "clamped"}


@pytest.mark.parametrize("own", [{"to_w": 4096}, {"w": 64, "h": 64}, {"to_w": 64, "to_h": 64}])
def test_the_intent_s_size_wins_over_other_sides(own: dict[str, Any]) -> None:
    done = asked(TWO, prompt="a", size="1024x1024", provider_options={"acme": {"more": True, **own}})
    assert done.request == {"prompt": "a", "w": 512, "h": 512, "more": True}
    assert done.pixels == (1024, 1024)
    assert kinds(done) == {f"provider_options.acme.{wire}": "dropped" for wire in own}


@pytest.mark.parametrize("odd", [{"scale": 0}, {"to_w": -8}])
def test_an_enlargement_that_makes_no_sense_loses_the_size_and_says_so(odd: dict[str, Any]) -> None:
    done = asked(TWO, prompt="a", size="1024x1024", provider_options={"acme": {"more": True, **odd}})
    assert kinds(done) == {"size": "dropped"}
    assert done.pixels is None


def test_sides_that_are_not_legal_are_not_kept() -> None:
    done = asked(TWO, prompt="a", size="8x512", provider_options={"acme": {"more": True, "w": 4, "h": 256}})
    assert (done.request["w"], done.request["h"]) == (8, 256)
    assert kinds(done) == {"size": "clamped", "provider_options.acme.w": "clamped"}


def test_sides_that_the_vendor_rounds_are_kept() -> None:
    request = {"prompt": "a", "w": 1001, "h": 512, "more": True}
    assert [problem.code for problem in check(request, TWO)] == ["altered"]
    assert to_intent(request, TWO).size == (2000, 1024)
    assert to_request(to_intent(request, TWO), TWO, allow=STRICT).request == request


@pytest.mark.parametrize("target", [TWO, LISTED])
def test_the_laws_hold(target: Any) -> None:
    laws(target, examples=25)


def test_a_list_of_sizes_is_enlarged_too() -> None:
    done = asked(LISTED, prompt="a", aspect_ratio="3:2", provider_options={"acme": {"more": True}})
    assert (done.request["w"], done.request["h"], done.pixels) == (768, 512, (1536, 1024))


def test_a_tier_word_is_that_of_the_first_pass() -> None:
    words = Sizes((ShapeWords(tier="tier", tiers=("1K", "2K")),), enlarged=BY)
    done = asked(table(PROMPT, words, *SWITCHES), size="2048x2048", provider_options={"acme": {"more": True}})
    assert done.request == {"tier": "1K", "more": True}


def test_the_wires_of_an_enlargement_must_be_there() -> None:
    with pytest.raises(Invalid, match="a row reads unknown first"):
        TWO.but(without=("first",))


def test_the_second_pass_of_automatic1111_is_what_fal_is_asked_for() -> None:
    request = {
        "prompt": "a castle",
        "negative_prompt": "blurry",
        "sampler_name": "DPM++ 2M SDE",
        "scheduler": "karras",
        "steps": 25,
        "cfg_scale": 5,
        "seed": 6302954713490123530,
        "width": 1024,
        "height": 1024,
        "enable_hr": True,
        "hr_scale": 2,
        "denoising_strength": 0.7,
        "hr_upscaler": "ESRGAN_4x",
        "hr_second_pass_steps": 20,
    }
    source, target = CATALOG["automatic1111/txt2img"], CATALOG["fal/fal-ai/flux/dev"]
    done = convert(request, source=source, target=target, allow=ALL)
    assert done.request["image_size"] == {"width": 2048, "height": 2048}
    assert done.pixels == (2048, 2048)
    assert Field.size not in kinds(done)
