"""Two versions of a vendor's API, each with its own names for the same things."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imgparams import ALL, CATALOG, STRICT, Intent, Invalid, Refused, convert, to_intent, to_request
from imgparams.tables import (
    HOLE,
    TYPE,
    WEIGHT,
    Flag,
    Image,
    Int,
    ListOf,
    Native,
    OneOf,
    Part,
    Pictures,
    Record,
    Row,
    Text,
    Twin,
)
from imgparams.testing import laws
from tests.unit.tables import PROMPT, kinds, only, table

ENHANCE = Twin("enhance", "opts.enhance", {True: "ON", False: "OFF"})
CONTRAST = Twin("contrast", "opts.contrast", {3: "LOW", 3.5: "MEDIUM"})
STYLE = Twin("style", "opts.styles", listed=True)
TILED = Twin("tiled", "opts.tiled")
_STRENGTHS = {"Low": "LOW", "High": "HIGH"}
_GUIDE = {"image": {"id": HOLE, "type": TYPE}, "strength": WEIGHT}
LOOK = Twin("nets", "opts.look", _STRENGTHS, items=({"id": HOLE, "type": TYPE, "net": 1, "force": WEIGHT}, _GUIDE))
FORM = Twin("nets", "opts.form", _STRENGTHS, items=({"id": HOLE, "type": TYPE, "net": 2, "force": WEIGHT}, _GUIDE))
GUIDE = Record(
    {"image": Record({"id": Text(), "type": OneOf("A", "B")}), "strength": OneOf("LOW", "HIGH")}, required=("image",)
)

OLD = table(
    PROMPT,
    Native("enhance", Flag(), twins=(ENHANCE,)),
    Native("contrast", OneOf(1, 3, 3.5), twins=(CONTRAST,)),
    Native("style", Text(), twins=(STYLE,)),
    Native("tiled", Flag(), twins=(TILED,)),
    Native("public", Flag()),
    Native("instruction", Text()),
    Pictures(
        "nets",
        Part(Image("id"), {"id": HOLE, "type": "A", "net": 1}, roles=("style",)),
        others=Record({"id": Text(), "type": OneOf("A", "B"), "net": Int(), "force": OneOf("Low", "High")}),
        twins=(LOOK, FORM),
    ),
    name="acme/v1/muse",
    model="",
)
NEW = table(
    PROMPT,
    Native("public", Flag()),
    Native("opts.enhance", OneOf("AUTO", "ON", "OFF"), default="AUTO", twins=(ENHANCE,)),
    Native("opts.contrast", OneOf("LOW", "MEDIUM"), twins=(CONTRAST,)),
    Native("opts.styles", ListOf(Text(), max=3), twins=(STYLE,)),
    Native("opts.tiled", Flag(), twins=(TILED,)),
    Pictures(
        "opts.look",
        Part(Image("id"), {"image": {"id": HOLE, "type": "A"}}, roles=("style",)),
        others=GUIDE,
        twins=(LOOK,),
    ),
    Pictures("opts.form", Part(Image("id"), {"image": {"id": HOLE}}, roles=("content",)), others=GUIDE, twins=(FORM,)),
    name="acme/v2/muse",
    model="",
    unknown="refused",
)
BOTH = [
    ({"enhance": True}, {"enhance": "ON"}),
    ({"enhance": False}, {"enhance": "OFF"}),
    ({"contrast": 3}, {"contrast": "LOW"}),
    ({"contrast": 3.5}, {"contrast": "MEDIUM"}),
    ({"style": "x"}, {"styles": ["x"]}),
    ({"tiled": False}, {"tiled": False}),
    (
        {"nets": [{"id": "a", "type": "B", "net": 1}, {"id": "b", "type": "A", "net": 2, "force": "High"}]},
        {
            "look": [{"image": {"id": "a", "type": "B"}}],
            "form": [{"image": {"id": "b", "type": "A"}, "strength": "HIGH"}],
        },
    ),
]


@pytest.mark.parametrize(("old", "new"), BOTH)
def test_what_has_a_twin_goes_both_ways_without_a_change(old: dict[str, Any], new: dict[str, Any]) -> None:
    there = convert({"prompt": "a", "public": True, **old}, source=OLD, target=NEW, allow=STRICT)
    assert there.request == {"prompt": "a", "public": True, "opts": new}
    back = convert(there.request, source=NEW, target=OLD, allow=STRICT)
    assert back.request == {"prompt": "a", "public": True, **old}


@pytest.mark.parametrize(("old", "new"), BOTH)
def test_an_intent_may_speak_the_other_version(old: dict[str, Any], new: dict[str, Any]) -> None:
    spoken = to_request(Intent("a", provider_options={"acme": old}), NEW, allow=STRICT)
    assert spoken.request == {"prompt": "a", "opts": new}
    spoken = to_request(Intent("a", provider_options={"acme": {"opts": new}}), OLD, allow=STRICT)
    assert spoken.request == {"prompt": "a", **old}
    assert to_request(to_intent({"prompt": "a", **old}, OLD), NEW).request == {"prompt": "a", "opts": new}


@pytest.mark.parametrize(
    ("options", "wire"),
    [
        ({"contrast": 1}, "contrast"),  # in no pair
        ({"instruction": "fog"}, "instruction"),
        ({"nets": "no list"}, "nets"),
        ({"nets": [{"id": "a", "net": 3}]}, "nets"),
        ({"nets": [{"id": "a", "type": "A", "net": 1, "force": "Odd"}]}, "nets"),
        ({"enhance": 1}, "enhance"),
    ],
)
def test_what_has_no_twin_is_dropped_and_told(options: dict[str, Any], wire: str) -> None:
    for done in (
        to_request(Intent("a", provider_options={"acme": options}), NEW, allow=ALL),
        convert({"prompt": "a", **options}, source=OLD, target=NEW, allow=ALL),
    ):
        assert done.request == {"prompt": "a"}
        assert kinds(done) == {f"provider_options.acme.{wire}": "dropped"}


@pytest.mark.parametrize("opts", [{"enhance": "AUTO"}, {"styles": ["a", "b"]}, {"styles": "a"}, {"styles": []}])
def test_what_has_no_twin_is_dropped_the_other_way_too(opts: dict[str, Any]) -> None:
    done = convert({"prompt": "a", "opts": opts}, source=NEW, target=OLD, allow=ALL)
    assert done.request == {"prompt": "a"}
    assert kinds(done) == {f"provider_options.acme.opts.{next(iter(opts))}": "dropped"}


def test_an_item_that_has_no_twin_is_left_and_told() -> None:
    nets = [{"id": "a", "type": "B", "net": 1}, {"id": "b", "net": 3}]
    done = convert({"prompt": "a", "nets": nets}, source=OLD, target=NEW, allow=ALL)
    assert done.request == {"prompt": "a", "opts": {"look": [{"image": {"id": "a", "type": "B"}}]}}
    change = only(done.changes)
    assert (change.field, change.asked, change.path) == (
        "provider_options.acme.nets",
        ({"id": "b", "net": 3},),
        ("nets",),
    )


def test_an_item_that_any_vendor_knows_is_a_reference() -> None:
    nets = [{"id": "a", "type": "A", "net": 1, "force": "Low"}, {"id": "b", "type": "A", "net": 1}]
    done = convert({"prompt": "a", "nets": nets}, source=OLD, target=NEW, allow=STRICT)
    items = [{"image": {"id": "a", "type": "A"}, "strength": "LOW"}, {"image": {"id": "b", "type": "A"}}]
    assert done.request == {"prompt": "a", "opts": {"look": items}}
    done = convert({"prompt": "a", "nets": nets[1:]}, source=OLD, target=NEW, allow=STRICT)
    assert done.request == {"prompt": "a", "opts": {"look": items[1:]}}


def test_a_value_that_is_not_legal_there_is_a_change_of_the_twin() -> None:
    strict = NEW.but(domains={"opts.contrast": OneOf("LOW")})
    with pytest.raises(Refused) as caught:
        convert({"prompt": "a", "contrast": 3.5}, source=OLD, target=strict, allow=STRICT)
    change = only(caught.value.changes)
    assert (change.field, change.kind) == ("provider_options.acme.opts.contrast", "dropped")
    assert change.path == ("contrast",)  # where the request said it


def test_the_target_s_own_name_wins() -> None:
    options = {"contrast": 3, "opts": {"contrast": "MEDIUM"}}
    done = to_request(Intent("a", provider_options={"acme": options}), NEW, allow=ALL)
    assert done.request == {"prompt": "a", "opts": {"contrast": "MEDIUM"}}
    assert kinds(done) == {"provider_options.acme.contrast": "dropped"}


def test_what_is_no_twin_stays_as_it_was_asked() -> None:
    done = to_request(Intent("a", provider_options={"acme": {"opts": {"mood": 1, "tiled": True}}}), OLD, allow=ALL)
    assert done.request == {"prompt": "a", "tiled": True, "opts": {"mood": 1}}


@pytest.mark.parametrize("target", [OLD, NEW])
def test_the_laws_hold(target: Any) -> None:
    laws(target, examples=25)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (Native("mood", Text(), twins=(ENHANCE,)), "names it neither"),
        *(
            (Native("nets", Text(), twins=(Twin("nets", "x", items=items),)), "the templates of two items")
            for items in (({"id": HOLE},), ({"id": HOLE},) * 3)
        ),
        (Pictures("mood", Image("id"), twins=(ENHANCE,)), "names it neither"),
    ],
)
def test_a_twin_of_another_wire_is_a_fault_of_the_table(row: Row, why: str) -> None:
    with pytest.raises(Invalid, match=why):
        table(row)


PAIRS = [
    ("leonardo/phoenix-1.0", "leonardo/v2/phoenix-v1.0"),
    ("leonardo/lucid-realism", "leonardo/v2/lucid-realism"),
    ("leonardo/flux-1-kontext", "leonardo/v2/flux-kontext-pro"),
]
#: one value of each twin of Leonardo's two versions
SAID: dict[str, list[Any]] = {
    "contrast": [3, 3.5, 4],
    "enhancePrompt": [True, False],
    "styleUUID": ["a-style"],
    "tiling": [True, False],
    "public": [True, False],
}


@pytest.mark.parametrize("pair", PAIRS)
@settings(max_examples=25, deadline=None, database=None, derandomize=True, suppress_health_check=[*HealthCheck])
@given(options=st.fixed_dictionaries({}, optional={wire: st.sampled_from(values) for wire, values in SAID.items()}))
def test_leonardo_s_versions_say_the_same_or_tell(pair: tuple[str, str], options: dict[str, Any]) -> None:
    old, new = (CATALOG[name] for name in pair)
    body = {"modelId": old.model, "prompt": "p", "width": 512, "height": 512, "num_images": 1, **options}
    there = convert(body, source=old, target=new, allow=ALL)
    told = {change.path[0] for change in there.changes}
    back = convert(there.request, source=new, target=old, allow=ALL)
    assert not back.changes
    kept = {wire: back.request[wire] for wire in options if wire in back.request}
    assert kept == {wire: value for wire, value in options.items() if wire not in told}
