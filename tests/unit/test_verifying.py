"""What is not known to work: which places, why, and what a maker's table settles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from attrs import evolve

from imgparams import (
    ALL,
    CATALOG,
    STRICT,
    Intent,
    Policy,
    Reference,
    Refused,
    Size,
    Target,
    capabilities,
    check,
    find,
    rank,
    to_request,
)
from imgparams.catalog import Catalog
from imgparams.contract import AnyRule
from imgparams.engine.verifying import inherit, unverified
from imgparams.errors import Invalid
from imgparams.tables import (
    Alternative,
    Alternatives,
    Field,
    Fixed,
    Grid,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Pairs,
    Param,
    Pictures,
    Presets,
    Product,
    RatioRange,
    Row,
    Sides,
    Sizes,
    SizeSet,
    Text,
    Total,
    WidthHeight,
    Words,
)
from imgparams.tables.domains import Fault
from tests.unit.tables import PROMPT, table

URL = "https://example.com/a.png"
PICTURES = Pictures("images", (Image("url"),))


def places(target: Target, maker: Target | None = None, **wires: Any) -> list[str]:
    return [doubt.place for doubt in unverified(inherit(target, maker), target.tree.flatten(wires))]


def maker_of(*rows: Any, **facts: Any) -> Target:
    return Target(
        name="maker/muse", path="/v1", method="POST", docs="https://m.example", checked="2026-11-29", rows=rows, **facts
    )


# ---- which places


@pytest.mark.parametrize(
    ("row", "known", "beyond", "place"),
    [
        (Param("n", Field.n, Int(1, round_down=True)), 1, 2, "n"),
        (Product(Field.n, ("n", Int(1, 4)), ("m", Int(1))), None, None, ""),
        (Alternatives(Field.n, (Alternative({"many": True}, "n", Int(1)),)), None, None, ""),
        (Param("seed", Field.seed, Int()), 2**31 - 1, 2**31, "seed"),
        (Param("seed", Field.seed, Int()), 0, -2, "seed"),
        (Param("seed", Field.seed, Int(0, 2**63)), 2**40, None, ""),
        (Param("quality", Field.quality, Words({"low": "draft"}, open=True)), "draft", "fine", "quality"),
        (Param("quality", Field.quality, Text()), None, "fine", "quality"),
        (Param("format", Field.output_format, OneOf("png", open=True)), "png", "tiff", "output_format"),
        (Native("style", OneOf("oil", open=True)), "oil", "ink", "provider_options.acme.style"),
        (Native("note", Text()), "anything", None, ""),
        (Native("tiles", Int()), 99, None, ""),
        (Param("steps", Field.steps, Int()), 99, None, ""),
        (Param("guidance", Field.guidance, Num()), -1.5, None, ""),
        (Param("prompt", Field.prompt, Text()), "x" * 99999, None, ""),
        (PICTURES, [URL], [URL, URL], "references"),
        (evolve(PICTURES, max=9), [URL] * 9, None, ""),
        (Sizes((RatioRange("ratio", "1:3", "3:1"),)), "3:1", None, ""),
        (Sizes((RatioRange("ratio"),)), None, "9:1", "aspect_ratio"),
    ],
)
def test_what_lies_beyond_all_that_is_published(row: Any, known: Any, beyond: Any, place: str) -> None:
    target = table(row)
    wire = row.wires[0]
    if known is not None:
        assert places(target, **{wire: known}) == []
    if beyond is not None:
        assert places(target, **{wire: beyond}) == [place]


def test_a_count_in_two_wires_or_several_ways() -> None:
    product = table(Product(Field.n, ("n", Int(1, 4)), ("m", Int(1))))
    assert places(product, n=4, m=1) == []
    assert places(product, n=4, m=2) == ["n"]
    many, one = Alternative({"many": True}, "most", Int(1)), Alternative({"many": False}, means=1)
    ways = table(Alternatives(Field.n, (many, one)))
    assert places(ways, many=True, most=2) == ["n"]
    assert places(ways, many=False) == []


@pytest.mark.parametrize(
    ("sizes", "size", "place"),
    [
        (Grid(Int(64)), (2048, 2048), ["size"]),
        (Grid(Int(64, 4096)), (4096, 4096), []),
        (Grid(Int(64, 4096), Int(64)), (64, 64), ["size"]),
        (Grid(Int(64), area=(1, 2**22)), (2048, 2048), []),
        (Grid(Int(64, 9999), generic=True), (9999, 64), ["size"]),
        (Grid(Int(64, 9999), area=(1, 2**22), generic=True), (2048, 2048), []),
        (Pairs(["1024x1024"]), (1024, 1024), []),
        (Grid(Int(64)), (1024, 768), []),  # the vendor's default
        (Grid(Int(64)), (512, 512), []),  # a word of the same pixels
        (Grid(Int(64)), (8, 8), []),  # not legal: a problem, not a doubt
    ],
)
def test_sizes(sizes: Any, size: tuple[int, int], place: list[str]) -> None:
    default = {"w": 1024, "h": 768} if sizes.has(Size(1024, 768)) else {}
    row = Sizes((Sides("w", "h", sizes), Presets("preset", {"small": "512x512"})), default=default)
    assert places(table(row), w=size[0], h=size[1]) == place


def test_an_open_size_that_nobody_reads() -> None:
    target = table(Sizes((Presets("size", {"small": "512x512"}),), open=True))
    assert places(target, size="small") == []
    assert places(target, size="huge") == ["size"]


def test_a_limit_on_a_sum_is_one_on_each() -> None:
    most = Total(("images", "n"), 15, "fifteen together")
    rows = (PICTURES, Param("n", Field.n, Int(1, round_down=True)))
    assert places(table(*rows, rules=(most,)), images=[URL] * 4, n=4) == []
    assert places(table(*rows, rules=(evolve(most, effect="disputed"),)), images=[URL] * 4, n=4) == ["references", "n"]
    assert not AnyRule().caps("n")


def test_fields_that_no_row_has() -> None:
    assert places(table(PROMPT), colour="red", prompt="a") == ["provider_options.acme.colour"]
    assert places(evolve(table(PROMPT), unknown="refused"), colour="red") == []


def test_a_seed_that_is_no_whole_number_takes_no_time() -> None:
    target = table(Param("seed", Field.seed, Int()))
    assert places(target, seed=1e300) == ["seed"]
    assert places(target, seed=20.0) == []
    assert {problem.code for problem in check({"seed": "x" * 99}, target)} == {"wrong_type"}


# ---- the maker


def test_sizes_and_references_are_written_within_the_makers_limits() -> None:
    ours = table(WidthHeight("w", "h", Grid(Int(64, 4096))), PICTURES)
    maker = maker_of(WidthHeight("w", "h", Grid(Int(32, multiple_of=16), area=(2**18, 2**22))), evolve(PICTURES, max=3))
    bound = inherit(ours, maker).bound
    done = to_request(Intent(size="4096x4096", references=[URL] * 5), bound, allow=ALL)
    assert (done.request["w"], done.request["h"], len(done.request["images"])) == (2048, 2048, 3)
    assert places(ours, maker, w=4096, h=4096, images=[URL] * 5) == ["size", "references"]
    assert places(ours, maker, w=2048, h=2048, images=[URL] * 3) == []


def test_what_is_stated_here_holds_against_the_maker() -> None:
    ours = table(WidthHeight("w", "h", Grid(Int(64, 4096, multiple_of=8), area=(100, 2**24), ratio=("1:9", "9:1"))))
    maker = maker_of(WidthHeight("w", "h", Grid(Int(512, 1024, multiple_of=32), area=(2**18, 2**20), ratio=(1, 2))))
    assert inherit(ours, maker).bound is ours


def test_a_limit_for_every_model_gives_way_to_the_makers() -> None:
    ours = table(WidthHeight("w", "h", Grid(Int(64, 9999, multiple_of=8), generic=True)))
    maker = maker_of(WidthHeight("w", "h", Grid(Int(512, 1024, multiple_of=16), ratio=("1:2", 2))))
    grid = inherit(ours, maker).bound.rows[0].legal_pixels
    assert grid == Grid(Int(512, 1024, multiple_of=16), ratio=("1:2", 2), generic=True)
    listed = maker_of(WidthHeight("w", "h", ["1024x1024", "1500x1500"]))
    assert inherit(ours, listed).bound.rows[0].legal_pixels == Pairs(["1024x1024"])


@pytest.mark.parametrize(
    "maker",
    [
        maker_of(PROMPT),  # no pixels
        maker_of(WidthHeight("w", "h", Grid(Int(9000)))),  # nothing in common
        maker_of(WidthHeight("w", "h", ["9000x9000"])),
        maker_of(WidthHeight("w", "h", Grid(Int(1, 512))), weights="https://m.example/weights"),  # run by the host
        None,
    ],
)
def test_where_nothing_is_inherited(maker: Target | None) -> None:
    ours = table(WidthHeight("w", "h", Grid(Int(64, 4096), generic=True)))
    assert inherit(ours, maker).bound is ours


def test_a_default_beyond_the_maker_shows_limits_of_its_own() -> None:
    ours = table(WidthHeight("w", "h", Grid(Int(64)), default=(4096, 4096)))
    assert inherit(ours, maker_of(WidthHeight("w", "h", Grid(Int(64, 1024))))).bound is ours


def test_the_maker_settles_words_seeds_and_sizes() -> None:
    ours = table(
        Param("quality", Field.quality, Text()),
        Param("seed", Field.seed, Int()),
        Param("format", Field.output_format, OneOf("png", open=True)),
        WidthHeight("w", "h", Grid(Int(1))),
    )
    maker = maker_of(
        Param("q", Field.quality, Words({"high": "fine", "low": "low"})),
        Param("s", Field.seed, Int(0, 2**40)),
        Param("f", Field.output_format, OneOf("png", "webp")),
        WidthHeight("w", "h", ["1024x1024"]),
        weights="https://m.example/weights",
    )
    assert places(ours, maker, quality="high", seed=2**40, format="webp", w=1024, h=1024) == []
    beyond = places(ours, maker, quality="odd", seed=2**40 + 1, format="gif", w=512, h=512)
    assert beyond == ["quality", "seed", "output_format", "size"]


def test_what_the_maker_always_does_is_known_to_work() -> None:
    ours = table(Param("format", Field.output_format, OneOf("png", open=True)))
    maker = maker_of(Fixed(Field.output_format, "webp"))
    assert places(ours, maker, format="webp") == places(ours, maker, format="png") == []
    assert places(ours, maker, format="gif") == ["output_format"]


class Rounds(Row):
    """Rows of one's own: one of numbers, and one of pictures that states no limit."""

    wires = ("rounds",)
    fields = ("steps",)
    domain = Int()


class Frames(Row):
    wires = ("frames",)
    fields = ("references",)

    def has_place(self, reference: Reference, taken: Sequence[Reference]) -> bool:
        return True


def test_a_row_of_one_s_own_has_no_doubts_but_the_maker_s() -> None:
    maker = maker_of(Param("steps", Field.steps, Int(1, 50)))
    assert [places(table(Rounds()), maker, rounds=rounds) for rounds in (50, 51, "x")] == [[], ["steps"], []]
    assert places(table(Rounds()), rounds=51) == []


def test_a_row_of_pictures_of_the_maker_s_own_may_state_no_limit() -> None:
    ours, three = table(PICTURES), evolve(PICTURES, max=3)
    assert inherit(ours, maker_of(three)).bound.rows == (three,)
    assert inherit(ours, maker_of(three, Frames())).bound is ours


def test_a_set_of_sizes_of_the_maker_s_own_is_no_limit_of_a_grid() -> None:
    class Squares(SizeSet):
        def faults(self, size: Size) -> Iterator[tuple[str, Fault]]:
            return iter([("", Fault("bad_ratio", "a square"))] * (size.width != size.height))

    grid = Grid(Int(64))
    assert grid.inherit(Squares()) is grid
    assert grid.inherit(Pairs(["64x64", "32x32"])) == Pairs(["64x64"])


def test_numbers_are_held_against_the_maker_only() -> None:
    ours = table(Param("steps", Field.steps, Int()), Param("cfg", Field.guidance, Num()))
    maker = maker_of(Param("steps", Field.steps, Int(1, 50)), Param("g", Field.guidance, Num(0, 20)))
    assert places(ours, maker, steps=50, cfg=20) == []
    (steps, guidance) = unverified(inherit(ours, maker), {"steps": 51, "cfg": 20.5})
    assert (steps.place, guidance.place) == ("steps", "guidance")
    assert steps.why == "a whole number from 1 to 50 at the model's maker, maker/muse"
    assert places(ours, steps=51, cfg=20.5) == []


def doubts(target: Target, maker: Target | None = None, **wires: Any) -> list[tuple[str, ...]]:
    """Place, wire and why of each doubt, all with the page of the host's table."""
    found = list(unverified(inherit(target, maker), target.tree.flatten(wires)))
    assert {doubt.source for doubt in found} <= {f"{target.docs} ({target.checked})"}
    return [(doubt.place, doubt.wire, doubt.why) for doubt in found]


def test_what_is_said_of_a_doubt() -> None:
    rows = (
        Native("style", OneOf("oil", open=True)),
        Param("q", Field.quality, Text()),
        Param("seed", Field.seed, Int()),
        Param("n", Field.n, Int(1, round_down=True)),
        Sizes((RatioRange("ratio"),)),
    )
    every: dict[str, Any] = {"zz": 1, "style": "ink", "q": "odd", "seed": -1, "n": 4, "ratio": "9:1"}
    assert doubts(table(*rows), **every) == [
        ("provider_options.acme.style", "style", "it is none of the words that are published"),
        ("quality", "q", "no list of words is published"),
        ("seed", "seed", "no minimum is published"),
        ("n", "n", "no maximum is published"),
        ("aspect_ratio", "ratio", "no range of ratios is published"),
        ("provider_options.acme.zz", "zz", "acme/muse documents no such field"),
    ]
    assert doubts(table(*rows), style="oil", seed=0, n=1) == []


def test_what_is_said_of_a_doubt_beyond_the_maker() -> None:
    ours = table(WidthHeight("w", "h", Grid(Int(64, 4096))), PICTURES, Param("steps", Field.steps, Int()))
    grid = Grid(Int(32, multiple_of=16), area=(2**18, 2**22))
    maker = maker_of(WidthHeight("w", "h", grid), evolve(PICTURES, max=3), Param("s", Field.steps, Int(1, 50)))
    end = "at the model's maker, maker/muse"
    whole = "each side a multiple of 16 from 64 to 4096, 262144 to 4194304 pixels in total"
    assert doubts(ours, maker, w=4096, h=4096) == [("size", "w", f"{whole} {end}")]
    assert doubts(ours, maker, w=2040, h=2048) == [("size", "w", f"a multiple of 16 from 64 to 4096 {end}")]
    assert doubts(ours, maker, w=2048, h=2040) == [("size", "h", f"a multiple of 16 from 64 to 4096 {end}")]
    assert doubts(ours, maker, w=63, h=64) == doubts(ours, maker, w=8192, h=64) == []  # wrong here, so no doubt
    assert doubts(ours, maker, images=[URL] * 4) == [("references", "images", f"up to 3 URLs; there are 4 {end}")]
    assert doubts(ours, maker, steps=51) == [("steps", "steps", f"a whole number from 1 to 50 {end}")]
    assert doubts(ours, maker, steps=50, images=[URL] * 3, w=2048, h=2048) == []


def test_what_the_maker_does_not_say_settles_nothing() -> None:
    quality, seed = Param("quality", Field.quality, Text()), Param("seed", Field.seed, Int())
    sizes = WidthHeight("w", "h", Grid(Int(1)))
    ours, beyond = table(quality, seed, sizes), {"quality": "odd", "seed": -1, "w": 2048, "h": 2048}
    words = Sizes((RatioRange("ratio", "1:3", "3:1"),))
    unlimited = WidthHeight("w", "h", Grid(Int(64)))
    loose = Param("q", Field.quality, OneOf("high", open=True))
    for maker in (maker_of(PROMPT), maker_of(loose, seed, words), maker_of(unlimited)):
        assert places(ours, maker, **beyond) == ["quality", "seed", "size"]


def test_an_open_size_that_nobody_reads_is_no_pixels_of_the_maker() -> None:
    target = table(Sizes((Presets("size", {"small": "512x512"}),), open=True))
    assert places(target, maker_of(WidthHeight("w", "h", ["512x512", "9x9"])), size="huge") == ["size"]


def test_of_several_rows_of_the_maker_the_first_that_takes_a_value_says_it() -> None:
    ours = table(Param("quality", Field.quality, Text()))
    low, high = (Param(word, Field.quality, Words({word: word}, (word,))) for word in ("low", "high"))
    loose = Param("any", Field.quality, OneOf("high", open=True))
    assert places(ours, maker_of(low, high), quality="low") == []
    assert places(ours, maker_of(loose, low), quality="low") == []
    assert places(ours, maker_of(loose), quality="low") == ["quality"]


# ---- who says it


OPEN = table(PROMPT, WidthHeight("w", "h", Grid(Int(1))), Param("n", Field.n, Int(1, round_down=True)), PICTURES)


def test_a_translation_says_it_and_only_a_policy_refuses_it() -> None:
    ask = Intent("a", size=(1920, 1080), n=2, references=[URL, URL])
    done = to_request(ask, OPEN, allow=STRICT)
    assert done.unverified == ("size", "n", "references")
    with pytest.raises(Refused) as caught:
        to_request(ask, OPEN, allow=Policy(unverified=False))
    assert [(problem.code, problem.field) for problem in caught.value.problems] == [
        ("unverified", "size"),
        ("unverified", "n"),
        ("unverified", "references"),
    ]
    assert {problem.source for problem in caught.value.problems} == {f"{OPEN.docs} ({OPEN.checked})"}
    assert "error unverified at n: no maximum is published (got 2)" in str(caught.value)
    assert to_request(Intent("a", n=1), OPEN, allow=Policy(unverified=False)).unverified == ()
    with pytest.raises(Invalid, match="unverified"):
        Policy(unverified=1)  # type: ignore[arg-type]


def test_check_warns_of_it() -> None:
    problems = check({"prompt": "a", "w": 1920, "h": 1080, "n": 3, "colour": "red"}, OPEN)
    assert [(problem.level, problem.code, problem.path) for problem in problems] == [
        ("warning", "unknown_field", ("colour",)),
        ("warning", "unverified", ("w",)),
        ("warning", "unverified", ("n",)),
    ]


def test_options_that_no_row_has_are_sent_and_not_verified() -> None:
    ask = Intent("a", provider_options={"acme": {"colour": "red", "header:X-Key": "k"}})
    done = to_request(ask, OPEN)
    assert done.request == {"prompt": "a", "colour": "red"}
    assert done.unverified == ("provider_options.acme.colour",)


def test_capabilities_say_it() -> None:
    told = {name: capability.unverified for name, capability in capabilities(OPEN).items()}
    assert told == {"prompt": False, "size": True, "n": True, "references": True}
    bounded = table(PROMPT, WidthHeight("w", "h", Grid(Int(1, 9))), Param("q", Field.quality, OneOf("low", open=True)))
    told = {name: capability.unverified for name, capability in capabilities(bounded).items()}
    assert told == {"prompt": False, "size": False, "quality": True}


def test_what_is_confirmed_ranks_before_what_is_not() -> None:
    confirmed = OPEN.but(WidthHeight("w", "h", Grid(Int(1, 4096))), name="acme/confirmed")
    needing = confirmed.but(Param("mask", Field.mask, Image("id"), required=True), name="acme/needing")
    changing = OPEN.but(WidthHeight("w", "h", ["1024x1024"]), name="acme/changing")
    order = [done.target.name for done in rank(Intent("a", size="1920x1080"), [changing, OPEN, needing, confirmed])]
    assert order == ["acme/confirmed", "acme/needing", OPEN.name, "acme/changing"]


# ---- offers


def test_a_model_is_offered_by_its_maker_first() -> None:
    offered = CATALOG.offers("black-forest-labs/flux-2-pro")
    assert offered[0].name == "bfl/flux-2-pro"
    assert {"fal/fal-ai/flux-2-pro", "together/black-forest-labs/FLUX.2-pro"} <= {target.name for target in offered}
    assert all(target.serves == "black-forest-labs/flux-2-pro" for target in offered)
    assert CATALOG.offers("bfl/flux-2-pro") == CATALOG.offers("together/black-forest-labs/FLUX.2-pro") == offered


def test_a_model_that_nobody_offers() -> None:
    with pytest.raises(LookupError):
        CATALOG.offers("nobody/nothing")
    assert Catalog({OPEN.name: OPEN}).offers(OPEN.name) == (OPEN,)  # a target that says no model


def test_the_maker_of_a_target() -> None:
    maker = CATALOG.maker_of(find("fal/fal-ai/flux-2-pro"))
    assert maker is not None
    assert maker.name == "bfl/flux-2-pro"
    assert CATALOG.maker_of(find("bfl/flux-2-pro")) is None
    assert CATALOG.maker_of(OPEN) is None
    assert Catalog({}).maker_of(find("fal/fal-ai/flux-2-pro")) is None


def test_a_variant_serves_another_model_until_it_says_so() -> None:
    ours = evolve(OPEN, serves="acme/muse", weights="https://m.example")
    assert (ours.but(model="other").serves, ours.but(name="acme/other").weights) == ("", "")
    assert ours.but(name=f"{OPEN.name}:edit").serves == ours.but(note="x").serves == "acme/muse"
    assert ours.but(model="other", serves="acme/other").serves == "acme/other"
    with pytest.raises(Invalid, match="serves must be <maker>/<model>"):
        evolve(OPEN, serves="muse")


def test_references_of_the_other_operations_of_a_maker_count() -> None:
    edit = maker_of(evolve(PICTURES, max=2)).but(name="maker/muse:edit")
    bound = inherit(table(PICTURES), maker_of(PROMPT, operations={"edit": edit})).bound
    assert bound.rows[0].most == 2
    assert to_request(Intent(references=[Reference(url=URL)] * 3), bound, allow=ALL).request == {"images": [URL, URL]}
