"""What one vendor would have done, another is asked to do, or a change says that it won't: over pairs of targets."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imgparams import ALL, CATALOG, AspectRatio, convert
from imgparams.contract import SHAPE
from imgparams.engine.measuring import met, pixels, shape_met
from imgparams.engine.reading import overlaid
from imgparams.testing import requests
from imgparams.testing.properties import finished

EXAMPLES = 20 * int(os.environ.get("IMGPARAMS_EXAMPLES", "8"))
NAMES = st.sampled_from(sorted(CATALOG))


@settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=[*HealthCheck])
@given(NAMES, NAMES, st.data())
def test_what_the_source_does_is_done_or_reported(one: str, other: str, data: st.DataObject) -> None:
    source, target = CATALOG[one], CATALOG[other]
    request = data.draw(requests(source))
    first = convert(request, source=source, target=target, allow=ALL)
    done = finished(first)
    flat = source.present(source.tree.flatten(request))
    ours, theirs = overlaid(source, flat), overlaid(done.target, done._flat)
    there = pixels(done.target, done._flat)
    named = {change.field for change in done.changes} | {need.at for need in first.needs}
    for name, value in ours.items():
        if value in ("auto", AspectRatio("auto")):
            continue
        if name in SHAPE:
            known = there is not None or name in theirs
            assert not known or name in named or "size" in named or shape_met(name, value, theirs, there), name
        elif name not in ("references", "mask") and name in theirs:
            assert name in named or met(name, value, theirs[name]), name
