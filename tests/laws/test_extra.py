"""What `http(extra=)` merges in takes no wire of the request away, and what it overwrites is told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgparams import ALL, CATALOG, Http, Invalid, to_request
from imgparams.paths import PLACES, parse, spell
from imgparams.testing import intents
from imgparams.testing.legal import JSON
from imgparams.testing.properties import finished
from imgparams.values import Path, same
from tests.laws.nearness import calm

NAMES = st.text("abc_", min_size=1, max_size=4)
OBJECT = object()


def wires(value: Mapping[str, object], at: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every place of an object, down to what is no object, with its value."""
    for key, item in value.items():
        yield (*at, key), OBJECT if isinstance(item, Mapping) else item
        if isinstance(item, Mapping):
            yield from wires(item, (*at, key))


def extras(request: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with keys of a request and others; what the request has as an object is one here too."""
    inside = {
        key: extras(item) if isinstance(item, Mapping) else JSON | st.just(item)
        for key, item in request.items()
        if not key.startswith(PLACES)
    }
    more = st.dictionaries(NAMES.filter(lambda name: name not in request), JSON, max_size=2)
    return st.tuples(st.fixed_dictionaries({}, optional=inside), more).map(lambda both: {**both[0], **both[1]})


def overwritten(plain: Mapping[str, object], merged: Mapping[str, object]) -> list[tuple[str, object, object]]:
    """The wires of an object that are others in the merged one; none may be missing."""
    before, after = dict(wires(plain)), dict(wires(merged))
    assert before.keys() <= after.keys()
    return [(spell(path), value, after[path]) for path, value in before.items() if not same(value, after[path])]


def ends_a_name(key: object) -> bool:
    """Whether a key could end the name of a part of a form."""
    return any(sign == '"' or category(sign) in ("Cc", "Zl", "Zp") for sign in str(key))


def told(call: Http) -> list[tuple[str, object, object]]:
    found = [(one.wire, one.written, one.extra) for one in call.overwritten]
    return [(wire, written, OBJECT if isinstance(extra, Mapping) else extra) for wire, written, extra in found]


def keeps_forms(plain: Http, merged: Http) -> None:
    """A part of a form is as it was, or its wire is told, or it is an object that has more keys now."""
    wires = {str(parse(one.wire)[0]).partition("[")[0] for one in merged.overwritten}
    after = list(merged.files or ())
    for part in plain.files or ():
        name, content = part
        same_name = [other for other in after if other[0] == name]
        more = any(has_all_of(other[1][1], content[1]) for other in same_name)
        assert part in after or name.partition("[")[0] in wires or more, part


def has_all_of(after: bytes, before: bytes) -> bool:
    """Whether both are objects as JSON text, and the later one has all that the earlier one has."""
    try:
        old, new = json.loads(before), json.loads(after)
    except ValueError:
        return False
    return isinstance(old, dict) and isinstance(new, dict) and overwritten(old, new) == []


@pytest.mark.parametrize("name", CATALOG)
def test_extra(name: str) -> None:
    @calm(name)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        done = finished(to_request(data.draw(intents(CATALOG[name])), CATALOG[name], allow=ALL))
        done = done.supply({need.at: "x" for need in done.call_needs})
        extra = data.draw(extras(done.request))
        plain = done.http()
        if plain.files is not None and any(ends_a_name(key) for path, _ in wires(extra) for key in path):
            with pytest.raises(Invalid, match="the name of a part of a form"):
                done.http(extra=extra)
            return
        merged = done.http(extra=extra)
        if plain.files is None:
            first, second = (call.json[0] if done.target.in_list else call.json for call in (plain, merged))
            assert sorted(told(merged), key=repr) == sorted(overwritten(first, second), key=repr)
            assert dict(wires(extra)).keys() <= dict(wires(second)).keys()
        else:
            keeps_forms(plain, merged)
        assert (merged.url, merged.headers) == (plain.url, plain.headers)
        assert done.http() == plain
        for key in [key for key, item in done.request.items() if isinstance(item, Mapping)]:
            with pytest.raises(Invalid):
                done.http(extra={key: data.draw(JSON.filter(lambda value: not isinstance(value, dict)))})

    law()
