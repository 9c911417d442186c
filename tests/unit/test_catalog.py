"""The catalog: finding by name and alias, joining, and loading no table before it is asked for."""

from __future__ import annotations

import json
import multiprocessing
import pickle
import re
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import imgparams
from imgparams import (
    CATALOG,
    STRICT,
    AspectRatio,
    Catalog,
    Change,
    Intent,
    Need,
    Policy,
    Problem,
    Reference,
    Refused,
    Size,
    Target,
    UnknownTarget,
    check,
    find,
    targets,
    to_request,
)
from imgparams.catalog import has_model, target_of
from imgparams.errors import Invalid
from imgparams.providers import NAMES
from imgparams.target import OPERATIONS
from tests.unit.tables import MUSE, PNG, PROMPT, URL, asked, table

DATED = table(PROMPT, name="acme/dated", model="dated-1", aliases=("dated-1-2026-10", "0f0f-uuid"))
EDIT = table(PROMPT, name="acme/dated:edit", model="dated-1")
MINE = Catalog({target.name: target for target in (MUSE, DATED, EDIT)})


def python(code: str) -> Any:
    """What a fresh interpreter prints, as JSON."""
    root = str(Path(imgparams.__file__).parents[1])
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    return json.loads(ran.stdout)


# ---- find


def test_find_by_name() -> None:
    assert MINE.find("acme/muse") is MUSE


@pytest.mark.parametrize("name", ["acme/dated-1", "acme/dated-1-2026-10", "acme/0f0f-uuid"])
def test_find_by_the_wire_s_word_and_by_alias(name: str) -> None:
    assert MINE.find(name) is DATED


def test_an_alias_of_an_operation_has_its_word() -> None:
    assert MINE.find("acme/dated-1:edit") is EDIT


def test_an_operation_is_found_under_the_target_s_name() -> None:
    other = table(PROMPT, name="acme/draw-edit")
    catalog = Catalog({"acme/draw": table(PROMPT, name="acme/draw", operations={"edit": other})})
    assert catalog.find("acme/draw:edit") is other
    dated = Catalog({"acme/v1:0": table(PROMPT, name="acme/v1:0", operations={"edit": other})})
    assert dated.find("acme/v1:0:edit") is other
    with pytest.raises(UnknownTarget):
        catalog.find("acme/draw:inpaint")


@pytest.mark.parametrize("name", ["acme/dated-1-2026", "other/dated-1", "dated-1", "acme/", "acme", ""])
def test_find_is_exact(name: str) -> None:
    with pytest.raises(UnknownTarget) as caught:
        MINE.find(name)
    assert caught.value.name == name


def test_names_are_found_in_any_case() -> None:
    assert find("OpenAI/GPT-Image-2") is find("openai/gpt-image-2")
    both = Catalog({"acme/Muse": table(PROMPT, name="acme/Muse"), "acme/muse": table(PROMPT, name="acme/muse")})
    assert both.find("acme/Muse").name == "acme/Muse"
    with pytest.raises(UnknownTarget):
        both.find("ACME/MUSE")  # two have this name


@pytest.mark.parametrize(
    "name",
    [
        None,
        5,
        b"acme/muse",
        ["acme/muse"],
    ],
)
def test_what_is_no_name_is_unknown_too(name: Any) -> None:
    with pytest.raises(UnknownTarget):
        MINE.find(name)


def test_an_unknown_model_names_near_names_and_the_envelope() -> None:
    with pytest.raises(UnknownTarget) as caught:
        find("openai/gpt-image-3")
    assert caught.value.envelope == "openai/images"
    assert "openai/gpt-image-2" in caught.value.near
    assert len(caught.value.near) <= 3


def test_a_near_name_may_stand_under_another_provider() -> None:
    with pytest.raises(UnknownTarget) as caught:
        MINE.find("acne/muse")
    assert caught.value.near[0] == "acme/muse"
    with pytest.raises(UnknownTarget) as caught:
        MINE.find("muse")
    assert "acme/muse" in caught.value.near


def test_a_long_name_has_no_near_names() -> None:
    with pytest.raises(UnknownTarget) as caught:
        MINE.find("acme/" + "x" * 10_000)
    assert caught.value.near == ()
    assert len(str(caught.value)) < 250


def test_an_envelope_that_is_not_in_the_catalog_is_not_named() -> None:
    with pytest.raises(UnknownTarget) as caught:
        MINE.find("openai/gpt-image-3")
    assert caught.value.envelope is None


# ---- a mapping


def test_a_catalog_is_an_immutable_mapping() -> None:
    assert (len(MINE), list(MINE), MINE["acme/muse"]) == (3, ["acme/muse", "acme/dated", "acme/dated:edit"], MUSE)
    assert "acme/muse" in MINE
    assert "nope" not in MINE
    with pytest.raises(KeyError):
        MINE["nope"]
    with pytest.raises(TypeError):
        MINE["x"] = MUSE  # type: ignore[index]
    with pytest.raises(AttributeError):
        MINE._entries = {}  # type: ignore[misc]


def test_names_of_one_s_own() -> None:
    routes = Catalog({"draw": MUSE})
    assert routes.find("draw") is MUSE


def test_joining_makes_a_new_catalog_and_the_right_side_wins() -> None:
    other = MUSE.but(note="ours")
    joined = MINE | {"acme/muse": other, "acme/new": DATED}
    assert (joined["acme/muse"], joined["acme/new"], len(joined)) == (other, DATED, 4)
    assert MINE["acme/muse"] is MUSE
    assert (Catalog({"acme/muse": other}) | MINE)["acme/muse"] is MUSE


def test_joining_ours_loads_nothing_and_finds_both() -> None:
    both = CATALOG | {MUSE.name: MUSE}
    assert both.find("acme/muse") is MUSE
    assert both.find("openai/images") is find("openai/images")
    assert len(both) == len(CATALOG) + 1


def test_catalogs_compare_by_their_targets() -> None:
    assert Catalog({"acme/muse": MUSE}) == Catalog({"acme/muse": pickle.loads(pickle.dumps(MUSE))})
    assert Catalog(dict(CATALOG)) == CATALOG
    assert hash(Catalog(dict(CATALOG))) == hash(CATALOG)
    assert Catalog({"acme/muse": MUSE}) != MINE
    assert MINE != 5


def test_a_catalog_of_a_catalog() -> None:
    assert Catalog(MINE) == MINE


def test_a_catalog_is_short_in_repr() -> None:
    assert repr(MINE) == "<Catalog of 3 targets>"


def test_the_version_is_the_newest_date_and_a_digest() -> None:
    date, _, digest = MINE.version.partition("+")
    assert date == "2026-11-01"
    assert digest
    assert Catalog(MINE).version == MINE.version
    assert (MINE | {"acme/muse": MUSE.but(note="x")}).version != MINE.version
    assert (MINE | {"acme/muse": MUSE.but(checked="2026-12-31")}).version.startswith("2026-12-31+")
    assert Catalog({}).version.startswith("+")


def test_a_model_with_one_operation_alone_is_found_without_it() -> None:
    fill = MUSE.but(name="acme/fill:inpaint", model="muse-fill", aliases=("fill-1",), operations={})
    only = Catalog({fill.name: fill})
    assert only.find("acme/muse-fill") is only.find("acme/fill-1:inpaint") is fill
    both = Catalog({fill.name: fill, "acme/fill": fill.but(name="acme/fill", aliases=("fill-1",))})
    assert both.find("acme/muse-fill").name == "acme/fill"


# ---- our own tables


def test_every_name_is_found_and_its_target_has_it() -> None:
    for name in targets():
        assert find(name).name == CATALOG[name].name == name
    assert targets() == tuple(sorted(CATALOG))


def test_other_operations_are_targets_of_the_catalog() -> None:
    for target in CATALOG.values():
        for word, operation in target.operations.items():
            assert CATALOG[operation.name] == operation
            assert word in OPERATIONS


def test_our_tables_pickle() -> None:
    for target in CATALOG.values():
        twin = pickle.loads(pickle.dumps(target))
        assert twin == target
        assert hash(twin) == hash(target)


def test_our_catalog_pickles_by_names() -> None:
    data = pickle.dumps(CATALOG)
    assert len(data) < 60_000
    assert pickle.loads(data) == CATALOG


def test_importing_loads_no_table_and_nothing_heavy() -> None:
    loaded = python("import imgparams, json, sys; imgparams.targets(); print(json.dumps(sorted(sys.modules)))")
    tables = [name for name in loaded if name.startswith("imgparams.providers.")]
    assert tables == []
    assert not {
        "cattrs",
        "hypothesis",
        "cyclopts",
        "rich",
        "difflib",
        "email.parser",
        "imgparams.identifying.matching",
        "imgparams.serial",
        "imgparams.tables.plain",
    } & set(loaded)


def test_finding_loads_one_vendor() -> None:
    code = "import imgparams, json, sys; imgparams.find('openai/images'); print(json.dumps(sorted(sys.modules)))"
    assert [name for name in python(code) if name.startswith("imgparams.providers.")] == [
        "imgparams.providers.openai",
        "imgparams.providers.openai.models",
        "imgparams.providers.openai.pages",
        "imgparams.providers.openai.responses",
    ]


def test_the_public_names_are_there() -> None:
    assert len(imgparams.__all__) == len(set(imgparams.__all__))
    for name in imgparams.__all__:
        assert getattr(imgparams, name) is not None


# ---- values in another process


VALUES: list[object] = [
    Size(3, 4),
    AspectRatio("21:9"),
    Reference(data=PNG, role="style"),
    Intent("a", n=3, references=[URL], provider_options={"acme": {"a": [1]}}),
    MUSE,
    STRICT,
    Policy(size=(), n="clamped"),
    Change("n", "clamped", 50, 8, "at most 8"),
    Problem("error", "missing", ("prompt",), None, "required"),
    Need("fetch", "mask", Reference(url=URL), "white", "why"),
    asked(MUSE, prompt="a", n=50, references=[URL]),
    asked(MUSE, prompt="a").http(),
    CATALOG,
]
ERRORS = [Invalid([VALUES[8]]), Refused([], [VALUES[7]], [VALUES[7]]), UnknownTarget("acme/x", ["acme/muse"])]  # type: ignore[list-item]


def test_values_go_through_a_process_pool() -> None:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        done = pool.submit(to_request, Intent("a", n=50), MUSE)
        problems = pool.submit(check, {"n": 1}, find("openai/images"))
        refused = pool.submit(find, "openai/gpt-image-3")
        echoed = list(pool.map(pickle.loads, map(pickle.dumps, [*VALUES, *ERRORS])))
        assert done.result().request == to_request(Intent("a", n=50), MUSE).request
        assert problems.result() == check({"n": 1}, find("openai/images"))
        assert isinstance(refused.exception(), UnknownTarget)
        assert str(refused.exception())
    assert echoed[: len(VALUES)] == VALUES
    assert [str(error) for error in echoed[len(VALUES) :]] == [str(error) for error in ERRORS]


def test_targets_are_typed_constants() -> None:
    from imgparams.providers import openai

    assert isinstance(openai.TARGETS[0], Target)
    assert find(openai.TARGETS[0].name) is openai.TARGETS[0]


def test_the_catalog_is_wide() -> None:
    providers = {name.partition("/")[0] for name in CATALOG}
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert f"any of {len(providers)} providers, over 1,000 models" in readme
    named = readme.partition("The providers: ")[2].partition(". The name of")[0]
    assert len(re.sub(r"\(.*?\)", "", named).split(",")) == len(providers)
    assert len(CATALOG) > 900


# ---- targets by facts

RETIRED = table(PROMPT, name="acme/old", model="old-1", status="retired", serves="acme/grand-old")
OTHER = table(PROMPT, name="bell/grand", model="gr-1", aliases=("GR-ONE",), serves="acme/grand-old")
HOUSE = MINE | {RETIRED.name: RETIRED, OTHER.name: OTHER, "draw": MUSE.but(name="cone/muse")}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["acme/dated", "acme/dated:edit", "acme/muse", "acme/old", "bell/grand", "cone/muse"]),
        ({"provider": "ACME", "operation": "generation"}, ["acme/dated", "acme/muse", "acme/old"]),
        ({"provider": ("bell", "cone")}, ["bell/grand", "cone/muse"]),
        ({"operation": "edit"}, ["acme/dated:edit"]),
        ({"status": ["retired", "preview"]}, ["acme/old"]),
        ({"model": "acme/grand-old"}, ["acme/old", "bell/grand"]),
        ({"model": "Grand-Old"}, ["acme/old", "bell/grand"]),
        ({"model": "gr-one"}, ["bell/grand"]),
        ({"model": "DATED"}, ["acme/dated", "acme/dated:edit"]),
        ({"model": ("gr-1", "old-1"), "status": "active"}, ["bell/grand"]),
        ({"model": "nobody-s"}, []),
        ({"model": ()}, []),
        ({"provider": "openai"}, []),  # a provider, but not one of these
        ({"operation": "remix"}, []),
    ],
)
def test_targets_are_found_by_their_facts(filters: dict[str, Any], expected: list[str]) -> None:
    assert [target.name for target in HOUSE.targets(**filters)] == expected
    assert all(HOUSE[name] in HOUSE.targets(**filters) for name in HOUSE.named(**filters))


@pytest.mark.parametrize(
    ("filters", "why"),
    [
        ({"provider": "acmee"}, "no such provider; did you mean 'acme'?"),
        ({"operation": ("edit", "edti")}, "no such operation; did you mean 'edit'?"),
        ({"operation": ""}, "no such operation; one of edit, generation, inpaint"),
        ({"status": "alive"}, "no such status; one of active, deprecated, preview, retired"),
    ],
)
def test_a_word_that_is_no_provider_operation_or_status_is_refused(filters: dict[str, Any], why: str) -> None:
    for call in (HOUSE.targets, HOUSE.named):
        with pytest.raises(Invalid) as caught:
            call(**filters)
        (problem,) = caught.value.problems
        assert problem.why.startswith(why)
        assert (problem.code, problem.path) == ("not_allowed", tuple(key for key in filters))
        assert problem.allowed


def test_our_targets_by_their_facts() -> None:
    assert targets(provider="luma", operation="edit") == ("luma/uni-1-max:edit", "luma/uni-1:edit")
    assert set(targets(model="black-forest-labs/flux-2-pro")) >= {
        target.name for target in CATALOG.offers("black-forest-labs/flux-2-pro")
    }
    assert targets(model="no such model") == ()
    assert CATALOG.targets(provider="luma") == tuple(find(name) for name in targets(provider="luma"))
    assert len({target.provider for target in CATALOG.targets()}) == len(CATALOG.providers)


def test_a_provider_s_names_load_no_table() -> None:
    loaded = python("import imgparams, json, sys; imgparams.targets(provider='bfl'); print(json.dumps([*sys.modules]))")
    assert [name for name in loaded if name.startswith("imgparams.providers.")] == []


# ---- hosts


@pytest.mark.parametrize("vendor", NAMES)
def test_every_target_has_the_host_of_its_vendor(vendor: str) -> None:
    for name in NAMES[vendor]:
        target = CATALOG[name]
        scheme, _, host = target.base_url.partition("://")
        on_own_machine = name.startswith(("automatic1111/", "nvidia/nim/"))
        assert (scheme, "/" in host) == ("http" if on_own_machine else "https", False), name
        assert target.path.startswith("/"), name
        assert bool(target.key_header) is not on_own_machine, name


def test_a_vendor_has_few_hosts() -> None:
    hosts: dict[str, set[str]] = {}
    for target in CATALOG.values():
        hosts.setdefault(target.provider, set()).add(target.base_url)
    several = {provider: len(found) for provider, found in hosts.items() if len(found) > 1}
    assert several == {
        "azure-openai": 2,
        "bytedance": 2,
        "google": 3,
        "luma": 2,
        "nvidia": 2,
        "qwen": 3,
        "siliconflow": 2,
    }


# ---- to the letter


def unknown(catalog: Catalog, name: Any) -> tuple[str, tuple[str, ...], str | None]:
    with pytest.raises(UnknownTarget) as caught:
        catalog.find(name)
    return caught.value.name, caught.value.near, caught.value.envelope


LONG = "acme/a" + "x" * 194


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("acme/musee", ("acme/muse",)),
        ("acne/muse", ("acme/muse",)),
        ("muse", ("acme/muse",)),
        ("openai/dated", ("acme/dated",)),
        ("acme/datedd", ("acme/dated", "acme/dated:edit")),
        ("zzzz", ()),
        ("", ()),
        (LONG + "y", ()),
    ],
)
def test_the_near_names_of_an_unknown_one(name: str, near: tuple[str, ...]) -> None:
    assert unknown(MINE | {LONG: MUSE}, name) == (name, near, None)


def test_the_near_name_of_a_long_one() -> None:
    assert unknown(MINE | {LONG: MUSE}, LONG[:-1] + "y") == (LONG[:-1] + "y", (LONG,), None)


def test_the_near_name_of_a_model_in_a_folder() -> None:
    found = unknown(MINE | {"z/fal-ai/flux": MUSE}, "a-host-of-another-name-and-place/fal-ai/flux")
    assert found[1] == ("z/fal-ai/flux",)


def test_at_most_three_near_names() -> None:
    several = Catalog(dict.fromkeys(("a/muse-1", "a/muse-2", "a/muse-3", "a/muse-4", "b/muse-5"), MUSE))
    assert len(unknown(several, "a/muse-9")[1]) == 3


def test_what_is_no_name_is_shown() -> None:
    assert unknown(MINE, 5) == ("5", (), None)
    assert unknown(MINE, b"acme/muse") == ("<9 bytes>", (), None)
    assert unknown(CATALOG, "openai/zzzzzz")[2] == "openai/images"


def test_a_word_of_a_filter_is_refused_to_the_letter() -> None:
    providers = tuple(sorted({"acme", "bell", "cone", *CATALOG.providers}))
    with pytest.raises(Invalid) as caught:
        HOUSE.named(provider=("ACME", "acmee", "zz"))
    assert caught.value.problems == (
        Problem("error", "not_allowed", ("provider",), "acmee", "no such provider; did you mean 'acme'?", providers),
        Problem("error", "not_allowed", ("provider",), "zz", "no such provider", providers),
    )
    with pytest.raises(Invalid) as caught:
        HOUSE.targets(operation="x")
    operations = tuple(sorted(("generation", *OPERATIONS)))
    why = f"no such operation; one of {', '.join(operations)}"
    assert caught.value.problems == (Problem("error", "not_allowed", ("operation",), "x", why, operations),)
    with pytest.raises(Invalid) as caught:
        HOUSE.targets(status="Alive")
    why = "no such status; one of active, deprecated, preview, retired"
    allowed = ("active", "deprecated", "preview", "retired")
    assert caught.value.problems == (Problem("error", "not_allowed", ("status",), "alive", why, allowed),)


def test_the_offers_of_a_model_begin_with_the_maker_s_own() -> None:
    turned = Catalog({target.name: target for target in (OTHER, RETIRED, MUSE)})
    for model in ("acme/grand-old", "bell/grand", "acme/old"):
        assert turned.offers(model) == (RETIRED, OTHER)
    assert Catalog({OTHER.name: OTHER}).offers("acme/grand-old") == (OTHER,)
    with pytest.raises(UnknownTarget) as caught:
        turned.offers("bell/grnad")
    assert (caught.value.name, caught.value.near) == ("bell/grnad", ("bell/grand",))
    assert turned.offers("acme/muse") == (MUSE,)  # which says of no model that it serves it


def test_the_maker_of_a_model() -> None:
    edit = RETIRED.but(name="acme/old:edit", serves="acme/grand-old")
    theirs = HOUSE | {edit.name: edit}
    assert theirs.maker_of(OTHER) is RETIRED
    assert theirs.maker_of(OTHER.but(name="bell/grand:edit", serves="acme/grand-old")) is edit
    assert theirs.maker_of(OTHER.but(name="bell/grand:remix", serves="acme/grand-old")) is RETIRED
    only_edit = Catalog({edit.name: edit})
    assert only_edit.maker_of(OTHER) is edit
    for target in (RETIRED, edit, MUSE, OTHER.but(serves="acme/other")):
        assert theirs.maker_of(target) is None
    assert Catalog({OTHER.name: OTHER}).maker_of(OTHER) is None


def test_a_maker_may_have_its_own_api_under_another_name() -> None:
    own = table(PROMPT, name="bfl/flux", serves="black-forest-labs/flux")
    host = table(PROMPT, name="acme/flux", serves="black-forest-labs/flux")
    both = Catalog({host.name: host, own.name: own})
    assert both.maker_of(host) is own
    assert both.offers("black-forest-labs/flux") == (own, host)


def test_the_maker_of_a_model_in_a_folder() -> None:
    own, host = table(PROMPT, name="acme/x", serves="acme/x/y"), table(PROMPT, name="bell/x", serves="acme/x/y")
    both = Catalog({host.name: host, own.name: own})
    assert both.maker_of(host) is own
    assert both.offers("acme/x/y") == (own, host)


def test_the_built_in_names_by_every_filter() -> None:
    every = [target for target in CATALOG.targets(provider="openai") if target.status == "retired"]
    assert targets(provider="openai", status="retired") == tuple(target.name for target in every)
    assert 0 < len(every) < len(targets(provider="openai"))
    assert targets(provider="openai", model="dall-e-3") == ("openai/dall-e-3",)


@pytest.mark.parametrize(
    ("value", "words"), [(None, "None"), (3, "an int"), ([], "a list"), (Intent(), "an Intent"), (True, "a bool")]
)
def test_what_is_no_target_is_named(value: object, words: str) -> None:
    start = "must be a Target or the name of one, such as 'openai/gpt-image-2', not"
    with pytest.raises(TypeError, match=f"^target {start} {words}$"):
        target_of(value)
    for argument in ("target", "source"):
        with pytest.raises(TypeError, match=f"^{argument} {start} {words}$"):
            target_of(value, argument)


@pytest.mark.parametrize(
    ("word", "has"),
    [
        ("bell/", True),
        ("grand", True),
        ("acme/grand-old", True),
        ("grand-old", True),
        ("gr-1", True),
        ("gr-one", True),
        ("gr-on", False),
        ("old", False),
        ("acme", False),
    ],
)
def test_the_model_of_a_target(word: str, has: bool) -> None:
    assert has_model("bell/Grand", OTHER, word) is has


def test_an_id_beside_an_operation_has_its_word() -> None:
    edit = table(PROMPT, name="acme/d:edit", model="d-1", aliases=("d-uuid",))
    both = Catalog({"acme/d": table(PROMPT, name="acme/d", model=""), edit.name: edit})
    assert both.find("acme/d-1:edit") is both.find("acme/d-uuid:edit") is both.find("acme/d-uuid") is edit
    assert both.find("ACME/D:EDIT") is edit
    assert unknown(both, "acme/d-1:remix")[0] == "acme/d-1:remix"
    assert unknown(both, "acme/")[0] == "acme/"


def test_catalogs_are_told_apart() -> None:
    assert Catalog({"a/b": MUSE}) != Catalog({"a/c": MUSE})
    assert hash(Catalog({"a/b": MUSE})) != hash(Catalog({"a/c": MUSE}))
    assert Catalog({"acme/muse": MUSE}) != {"acme/muse": MUSE}
    assert (MINE | CATALOG).providers == tuple(sorted({"acme", *CATALOG.providers}))
