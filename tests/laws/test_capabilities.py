"""What capabilities say is taken is taken without a change, and what is beyond is not: every field of every target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from imgparams import ALL, CATALOG, Capability, Intent, capabilities, to_request
from imgparams.intent import takes
from imgparams.providers import NAMES


def _plain(name: str) -> Iterator[Capability]:
    """The fields that nothing else ties, pictures aside."""
    for field, found in capabilities(CATALOG[name]).items():
        if not found.limits and field not in ("references", "mask") and not field.startswith("provider_options"):
            yield found


def _changed(name: str, field: str, value: Any) -> bool:
    fields: dict[str, Any] = {field: value}
    return any(change.field == field for change in to_request(Intent(**fields), CATALOG[name], allow=ALL).changes)


@pytest.mark.parametrize("vendor", NAMES)
def test_the_ends_are_taken_and_what_is_beyond_is_not(vendor: str) -> None:
    for name, found in [(own, found) for own in NAMES[vendor] for found in _plain(own)]:
        ends = found.values[:: max(1, len(found.values) - 1)]
        if found.type == "range" and not found.values:
            ends = tuple(end for end in (found.min, found.max) if end is not None)
        for value in ends:
            assert not _changed(name, found.field, value), (name, found.field, value)
        if found.type == "range" and found.max is not None and takes(found.field, found.max + 1):
            assert _changed(name, found.field, found.max + 1), (name, found)
        if found.type == "text" and found.max is not None:
            assert not _changed(name, found.field, "x" * int(found.max)), name
            assert _changed(name, found.field, "x" * (int(found.max) + 1)), name


@pytest.mark.parametrize("vendor", NAMES)
def test_every_field_that_a_row_says_is_there(vendor: str) -> None:
    for target in map(CATALOG.__getitem__, NAMES[vendor]):
        fields = {field for row in target.model_rows for field in row.fields}
        assert fields - {"size", "aspect_ratio", "resolution"} <= set(capabilities(target)), target
