"""The order of `rank`: what needs no change before what does, whatever the order in which the targets are given."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imgparams import ALL, CATALOG, Intent, rank, to_request
from imgparams.testing import intents

EXAMPLES = 5 * int(os.environ.get("IMGPARAMS_EXAMPLES", "8"))
SOME = st.lists(st.sampled_from(sorted(CATALOG)), min_size=2, max_size=8, unique=True)


@settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=[*HealthCheck])
@given(intents(), SOME)
def test_the_order(intent: Intent, names: list[str]) -> None:
    targets = [CATALOG[name] for name in names]
    found = rank(intent, targets, allow=ALL)
    assert sorted(done.changes == () for done in found) == [done.changes == () for done in found][::-1]
    drops = [sum(change.kind == "dropped" for change in done.changes) for done in found]
    assert drops == sorted(drops)
    alone = [to_request(intent, target, allow=ALL) for target in targets]
    assert {id(done.target): done.request for done in found} == {id(done.target): done.request for done in alone}
    again = rank(intent, [done.target for done in found], allow=ALL)
    assert [done.request for done in again] == [done.request for done in found]
