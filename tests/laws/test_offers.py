"""The same model is the same model: a host's table against the maker's; and what is known against what is written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgparams import ALL, CATALOG, Intent, Target, to_intent, to_request
from imgparams.contract import SHAPE
from imgparams.providers import NAMES
from imgparams.tables import Int, Param
from imgparams.testing.legal import RATIOS, SIZES, TIERS
from imgparams.translation import as_served
from tests.laws.nearness import calm

#: the targets that name a model which its maker's own table serves; a host that runs the model itself has own limits
HOSTS = [t for t in CATALOG.values() if (maker := as_served(t).maker) and not maker.weights]
SHAPES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(lambda size: {"size": size}, st.sampled_from(SIZES) | st.tuples(*2 * [st.integers(64, 5000)])),
    st.fixed_dictionaries({}, optional={"aspect_ratio": st.sampled_from(RATIOS), "resolution": st.sampled_from(TIERS)}),
)


def _unlike(target: Target, field: str) -> bool:
    return any(row.unlike_maker for row in target.rows if field in row.fields)


def _moved(intent: Intent, maker: Target, *fields: str) -> list[str]:
    """What the maker's own table would have to change."""
    return [str(change) for change in to_request(intent, maker, allow=ALL).changes if change.field in fields]


def test_there_are_hosts_and_makers() -> None:
    assert len(HOSTS) > 150
    assert len({maker.name for t in HOSTS if (maker := as_served(t).maker)}) > 60


@pytest.mark.parametrize("target", HOSTS, ids=lambda t: t.name)
def test_what_is_written_for_a_host_is_legal_at_the_maker(target: Target) -> None:
    maker = as_served(target).maker
    assert maker is not None

    @calm(target.name)
    @given(SHAPES, st.integers(0, 20))
    def law(shape: dict[str, Any], count: int) -> None:
        references = [f"https://e.com/{n}.png" for n in range(count)]
        done = to_request(Intent("a", **shape, references=references), target, allow=ALL)
        back = to_intent(done.request, done.target)
        in_pixels = any(row.legal_pixels is not None for row in maker.by_field.get("size", ()))
        named = {name: getattr(back, name) for name in SHAPE if name != "size"}
        asked = {**named, "size": back.size if done.pixels and in_pixels else None}
        if not _unlike(done.target, "size") and any(asked.values()):
            assert _moved(Intent("a", **asked), maker, *SHAPE) == []
        if not _unlike(done.target, "references") and back.references:
            assert _moved(Intent("a", references=back.references), maker, "references") == []

    law()


@pytest.mark.parametrize("vendor", NAMES)
def test_a_count_is_unverified_just_beyond_what_is_stated(vendor: str) -> None:
    tables = [CATALOG[name] for name in NAMES[vendor]]
    rows = [(target, row) for target in tables for row in target.model_rows if isinstance(row, Param)]
    for target, row in [(target, row) for target, row in rows if row.field == "n"]:
        most = row.domain.bounds()[1] if isinstance(row.domain, Int) else 1
        capped = any(rule.caps(row.wire) for rule in target.rules)
        done = to_request(Intent("a", n=most or 997), target, allow=ALL)
        sent = to_intent(done.request, done.target).n
        assert ("n" in done.unverified) == (most is None and not capped and sent == 997), target


@pytest.mark.parametrize("vendor", NAMES)
def test_pixels_are_unverified_just_beyond_what_is_stated(vendor: str) -> None:
    for target in map(CATALOG.__getitem__, NAMES[vendor]):
        bound = as_served(target).bound
        sets = [row.legal_pixels for row in bound.by_field.get("size", ())]
        done = to_request(Intent("a", size=(99_968, 99_968)), target, allow=ALL)
        sent = to_intent(done.request, done.target).size == (99_968, 99_968)
        if done.target == target:
            assert ("size" in done.unverified) <= any(sizes is not None and sizes.is_open for sizes in sets), target
            assert sent <= ("size" in done.unverified), target
