"""What pages say of a target, a row, a rule and a capability."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from imgparams import CATALOG, Capability, Intent, capabilities, find
from imgparams.export import describe
from imgparams.export.describe import Sentence
from imgparams.tables import ABSENT, AtMost, Const, Field, Int, Native, OneOf, Param, Row, Rule, Text
from tests.unit.tables import PROMPT, SEED, STEPS, table


def test_the_head_has_what_is_known() -> None:
    target = table(PROMPT, aliases=("old-muse", "muse"), status="deprecated", retired="2027-01-01", note="a note")
    assert list(describe.head("acme/muse", target)) == [
        ("call", "POST /v1/draw"),
        ("model", "muse-2"),
        ("aliases", "old-muse, muse"),
        ("ends", "2027-01-01"),
        ("docs", "https://wiki.example/muse"),
        ("checked", "2026-11-01"),
        ("unknown", "the vendor does not document what it does with fields that are not listed here"),
        ("note", "a note"),
    ]


def test_the_head_of_what_is_listed_otherwise_and_of_a_form() -> None:
    known = dict(describe.head("mine/muse", table(PROMPT, model="", content="multipart", unknown="refused")))
    assert (known["call"], known["name"]) == ("POST /v1/draw (multipart)", "acme/muse")
    assert known["unknown"] == "the vendor refuses fields that are not listed here"
    assert not {"model", "aliases", "ends", "note"} & set(known)


def test_the_head_has_the_host_and_the_header_of_a_credential() -> None:
    target = table(PROMPT, base_url="https://{region}.acme.example", key_header="x-key: {key}")
    known = dict(describe.head("acme/muse", target))
    assert (known["call"], known["credential"]) == ("POST https://{region}.acme.example/v1/draw", "x-key: {key}")


@pytest.mark.parametrize(
    ("row", "required"),
    [
        (PROMPT, True),
        (SEED, False),
        (Const("model", "muse-2"), True),
        (Const("model", "muse-2", optional=True), False),
    ],
)
def test_what_every_request_has(row: Row, required: bool) -> None:
    assert describe.required(row) is required
    assert ("required" in describe.facts(row)) is required


def test_facts_and_remarks_of_a_row() -> None:
    row = Param(
        *("steps", Field.steps, Int(1, 50)),
        default=20,
        default_when={"mode": OneOf("fast")},
        nullable=True,
        unset=(-1,),
        accepts=Int(1, 99),
        deprecated="use mode",
        disputed="some say 60",
        note="a note",
        source="a page",
    )
    assert list(describe.facts(row)) == [
        "default 20 if mode is fast",
        "may be null",
        '-1 means "not set"',
        "accepted but changed by the vendor: a whole number from 1 to 99",
    ]
    assert list(describe.remarks(row)) == ["deprecated: use mode", "disputed: some say 60", "a note", "source: a page"]
    assert list(describe.facts(SEED)) == list(describe.remarks(SEED)) == []


def test_each_sentence_of_the_rules_comes_once_with_its_sources() -> None:
    rules = (
        Rule({"hd": ABSENT}, {"seed": ABSENT}, "hd needs it", source="a page"),
        AtMost(("seed", "steps"), 1, "one of them", effect="disputed"),
        Rule({"hd": ABSENT}, {"steps": ABSENT}, "hd needs it", source="another page"),
        Rule({"seed": ABSENT}, {"steps": ABSENT}, "hd needs it", source="a page"),
        Rule({"seed": ABSENT}, {"hd": ABSENT}, "hd needs it", effect="ignored"),
    )
    assert describe.sentences(table(PROMPT, SEED, STEPS, Native("hd", Int()), rules=rules)) == [
        Sentence("hd needs it", "refused", "a page; another page"),
        Sentence("one of them", "disputed", ""),
        Sentence("hd needs it", "ignored", ""),
    ]


@pytest.mark.parametrize(
    ("name", "field", "text"),
    [
        ("openai/gpt-image-2", "n", "1 to 10"),
        ("openai/dall-e-3", "n", "1"),
        ("leonardo/phoenix-1.0", "size", "32 to 1536 in steps of 8"),
        ("google/gemini-3-pro-image", "n", "always 1"),
        ("leonardo/phoenix-1.0", "provider_options.leonardo.alchemy", "true or false"),
        ("google/gemini-3-pro-image", "resolution", "1K, 2K, 4K"),
        ("google/gemini-3-pro-image", "seed", "any"),
    ],
)
def test_what_a_field_takes(name: str, field: str, text: str) -> None:
    assert describe.takes(capabilities(find(name))[field]) == text


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"type": "text", "max": 2000, "unit": "characters"}, "text, up to 2000 characters"),
        ({"type": "text"}, "text"),
        ({"type": "list", "min": 2, "max": 2, "unit": "items"}, "list, 2 items"),
        ({"type": "images", "values": ("url", "file"), "max": 3}, "up to 3 images, as url or file"),
        ({"type": "images", "values": ("url",)}, "any number of images, as url"),
        ({"type": "boolean", "values": (False,)}, "false"),
        ({"type": "range", "values": ("1:3", "3:1")}, "1:3 to 3:1"),
        ({"type": "range", "min": 0.5}, "from 0.5"),
        ({"type": "size", "values": ("8x4",), "min": 4, "max": 64, "step": 4}, "8x4, or 4 to 64 in steps of 4"),
    ],
)
def test_what_a_capability_takes(facts: dict[str, Any], text: str) -> None:
    assert describe.takes(Capability("x", wires=("x",), **facts)) == text


def test_what_a_choice_leaves_is_said() -> None:
    rule = Rule({"prompt": OneOf("a")}, {"hd": OneOf(False)}, "a has no hd")
    target = table(Param("prompt", Field.prompt, Text()), Native("hd", OneOf(False, True)), rules=(rule,))
    left = capabilities(target, given=Intent("a"))["provider_options.acme.hd"]
    assert describe.takes(left) == "false"


def test_every_field_of_every_target_has_words() -> None:
    for name, target in CATALOG.items():
        for found in capabilities(target).values():
            text = describe.takes(found)
            assert text.strip(), (name, found.field)
            assert "None" not in text.split() or "None" in map(str, found.values), (name, found.field, text)


def test_no_screen_is_loaded() -> None:
    code = "import sys, imgparams.export.describe; print('rich' in sys.modules, 'imgparams.cli' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False False\n"
