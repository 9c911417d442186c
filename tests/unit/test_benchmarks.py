"""What is timed gives the same answers on all sides; nothing is timed here."""

from __future__ import annotations

import json

from benchmarks import samples
from benchmarks.__main__ import GROUPS, line, result
from benchmarks.agree import LEONARDO, agree
from benchmarks.measure import Row, over
from imgparams import Intent, check, to_request

MET = Row("leonardo", "check", 3e-6, 2.0004e-6, "F", 1.5)
MISSED = Row("start", "all tables", 0.2, 1e-3, "ms", 150)
PART = Row("parts", "a part", 1e-6, 4e-6, "F")


def test_all_sides_agree() -> None:
    compared = agree(100)
    assert all(count >= 100 for count in compared.values()), compared


def test_what_is_timed_has_what_its_row_says() -> None:
    valid = samples.SIXTEEN_KEYS, samples.FOUR_KEYS
    assert [(len(request), len(check(request, LEONARDO))) for request in valid] == [(16, 0), (4, 0)]
    assert {len(check(request, LEONARDO)) for request in samples.three_faults()[::500]} == {3}
    wishes = {"clean": samples.CLEAN, "six": samples.SIX_CHANGES}
    changes = {name: len(to_request(Intent(**fields), LEONARDO).changes) for name, fields in wishes.items()}
    assert changes == {"clean": 0, "six": 6}


def test_a_goal_is_met_up_to_it() -> None:
    assert [row.met for row in (MET, MISSED, PART)] == [True, False, None]
    assert line(MET).split() == ["leonardo:", "check", "1.50", "F", "1.5", "met"]
    assert line(MISSED).split() == ["start:", "all", "tables", "200.00", "ms", "150", "not", "met"]
    assert line(PART).split() == ["parts:", "a", "part", "0.25", "F"]


def test_the_result_is_json_without_a_name_of_the_machine() -> None:
    made = json.loads(json.dumps(result([MET, PART], {"check": 7})))
    assert set(made) == {"python", "platform", "cpus", "packages", "targets", "rounds", "agreed", "rows"}
    assert made["rows"][0] == {
        "group": "leonardo",
        "what": "check",
        "ours": 3e-6,
        "theirs": 2e-6,
        "unit": "F",
        "goal": 1.5,
    }
    assert "goal" not in made["rows"][1]


def test_every_group_has_a_name_of_its_own() -> None:
    assert list(GROUPS) == ["start", "leonardo", "vendors", "rank", "parts", "litellm"]


def test_a_work_takes_another_value_each_time() -> None:
    seen: list[int] = []
    work = over(seen.append, [1, 2, 3])
    for _ in range(4):
        work()
    assert seen == [1, 2, 3, 1]
