"""What is told before a request is sent: each fault once, with what mends it, its bounds and a sentence for people."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import CATALOG, STRICT, Bounds, Invalid, Policy, Refused, check, find, preflight, repair
from imgparams.providers import NAMES
from imgparams.testing import bounds, read_cases
from imgparams.testing.worked_cases import requests_of_case
from imgparams.wording import LABELS

GPT, PHOENIX = "openai/gpt-image-2", "leonardo/phoenix-1.0"
MODEL = "de7d3faf-762f-48e0-b3b7-9d0ac3a3fcf3"


def test_nothing_is_wrong() -> None:
    body = {"model": "gpt-image-2", "prompt": "a cat"}
    found = preflight(body, GPT)
    assert (found.ok, found.request, found.findings, found.needs) == (True, body, (), ())
    assert str(found) == "Nothing is wrong with it."


def test_every_fault_with_what_mends_it() -> None:
    found = preflight({"model": "gpt-image-2", "prompt": "a", "n": 99, "size": "1000x300", "x": 1}, GPT)
    assert not found.ok
    assert found.request == {"model": "gpt-image-2", "prompt": "a", "n": 10, "size": "1440x480"}
    told = [(one.level, one.code, one.field, one.path, str(one.asked), str(one.became)) for one in found.findings]
    size = ("size", ("size",), "1000x300", "1440x480")
    assert told == [
        ("error", "out_of_range", "n", ("n",), "99", "10"),
        ("error", "off_grid", *size),
        ("error", "off_grid", *size),
        ("error", "bad_area", *size),
        ("error", "bad_ratio", *size),
        ("error", "unknown_field", None, ("x",), "1", "None"),
    ]
    assert found.findings[0].bounds == Bounds(1, 10)
    assert all("developers.openai.com" in str(one.source) for one in found.findings)
    assert str(found).splitlines() == [
        "The number of images will be 10, not 99. It can be from 1 to 10.",
        "The size will be 1440x480, not 1000x300. It can be up to 3840 in steps of 16.",
        '"x" can\'t be set here.',
    ]


def test_of_another_vendors_request() -> None:
    body = {"modelId": MODEL, "prompt": "a", "width": 1024, "height": 768, "num_images": 20, "seed": 3, "alchemy": True}
    found = preflight(body, GPT, source=PHOENIX)
    assert found.request == {"model": "gpt-image-2", "prompt": "a", "n": 10, "size": "1024x768"}
    assert [finding.text for finding in found.findings if finding.level == "change"] == [
        "The seed can't be set here.",
        'The way of delivery will be "base64", not "url".',
        '"alchemy" can\'t be set here.',
    ]
    count = next(finding for finding in found.findings if finding.field == "n")
    assert (count.became, count.bounds) == (10, Bounds(1, 10))  # the target's, whatever the source's are
    assert list(map(str, found.findings)) == [
        "error out_of_range at num_images: 20 -> 10 (a whole number from 1 to 8)",
        "error conflict at num_images: 20 -> 10 (at most 4 images if a side is over 768)",
        "change dropped at seed: 3 (openai/gpt-image-2 has no such field)",
        'change mapped at delivery: "url" -> "base64" (always base64)',  # no wire of the request: its field
        "change dropped at alchemy: true (a field of leonardo with no portable equivalent)",
    ]
    assert str(preflight([], GPT).findings[0]) == "error unreadable at request: [] (a request must be a JSON object)"


@pytest.mark.parametrize("body", [[], None, "x", {"n": float("nan")}, {"\ud800": 1}])
def test_of_what_is_no_request(body: Any) -> None:
    found = preflight(body, GPT)
    assert (found.ok, found.request) == (False, None)
    assert {finding.code for finding in found.findings} == {"unreadable"}
    with pytest.raises(Invalid):
        repair(body, GPT)


def test_what_is_not_allowed_and_what_is_needed() -> None:
    found = preflight({"modelId": MODEL, "prompt": "a", "seed": 3}, GPT, source=PHOENIX, allow=Policy(seed=()))
    assert found.request is None
    assert [finding.code for finding in found.findings if finding.level == "error"] == ["dropped"]
    silent = preflight({"model": "gpt-image-2"}, GPT)
    assert [need.at for need in silent.needs] == ["prompt"]
    assert str(silent) == "The prompt is missing."
    assert not silent.ok


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"image_size": "zz"}, 'The size can\'t be "zz". It can be one of square_hd, square, portrait_4_3'),
        ({"guidance_scale": 99}, "The guidance will be 20, not 99. It can be from 1 to 20."),
        ({"guidance_scale": 12}, "The guidance may not do what you expect: a number from 1.5 to 5"),
        ({"num_inference_steps": "many"}, 'The number of steps can\'t be "many".'),
    ],
)
def test_sentences(body: dict[str, Any], text: str) -> None:
    assert text in str(preflight({"prompt": "a", **body}, "fal/fal-ai/flux/dev"))


def test_bounds_in_words() -> None:
    texts = list(map(str, [Bounds(1, 8), Bounds(None, 8, 2), Bounds(0.5), Bounds()]))
    assert texts == ["from 1 to 8", "up to 8 in steps of 2", "from 0.5", "anything"]
    assert str(Bounds(words=tuple(range(20)))).endswith("11, ...")


def test_every_field_has_a_label() -> None:
    assert {name for target in CATALOG.values() for name in target.by_field} <= set(LABELS)


@pytest.mark.parametrize("vendor", NAMES)
def test_a_repaired_request_is_legal(vendor: str) -> None:
    """For every request at an edge of a table: what is repaired has no error but what only the caller can fill."""
    tables = {name: CATALOG[name] for name in NAMES[vendor]}
    for case in [*read_cases(bounds(*tables.values()))][::12]:
        target = tables[case["target"]]
        for request in requests_of_case(case):
            done = repair(request, target)
            if not done.needs:
                assert [p for p in check(done.request, done.target) if p.level == "error"] == [], request
            judged = preflight(request, target)
            assert judged.ok <= (check(request, target) == () or all(f.level == "warning" for f in judged.findings))
            assert len(str(judged)) < 5000


def test_a_repair_may_be_refused() -> None:
    with pytest.raises(Refused):
        repair({"model": "gpt-image-2", "prompt": "a", "n": 99}, find(GPT), allow=STRICT)
