"""Changes, problems and the errors that carry them: their text, and that they travel."""

from __future__ import annotations

import copy
import pickle
from typing import get_args

import pytest

from imgparams import ALL, Change, ImgparamsError, Intent, Invalid, Problem, Refused, UnknownTarget, to_request
from imgparams.errors import Code, Kind, bad_table
from imgparams.texts import HIDDEN, path_text, shown_why
from tests.unit.tables import PROMPT, table

CLAMPED = Change("n", "clamped", 50, 8, "a whole number from 1 to 8", 0.84)
DROPPED = Change("seed", "dropped", 5, None, "acme/muse has no such field")
WRONG = Problem("error", "wrong_type", ("a", 0, "b"), "x", "a number", None, "n")
MISSING = Problem("error", "missing", ("prompt",), None, "required")
ERRORS = [
    ImgparamsError([WRONG], [CLAMPED]),
    Invalid([WRONG, MISSING]),
    Refused([MISSING], [CLAMPED, DROPPED], [DROPPED]),
    UnknownTarget("openai/gpt-9", ["openai/gpt-image-2"], "openai/images"),
]


def test_the_kinds_are_closed() -> None:
    assert get_args(Kind) == ("clamped", "mapped", "dropped", "added")


def test_the_codes_are_closed() -> None:
    errors = "missing unknown_field wrong_type not_allowed out_of_range off_grid too_long too_many bad_ratio bad_area"
    errors += " conflict incomplete credential unreadable open_need unknown_target bad_table"
    warnings = "ignored altered disputed unverified deprecated retired withheld"
    assert set(get_args(Code)) == {*errors.split(), *warnings.split()}


def test_a_change_is_one_line() -> None:
    assert str(CLAMPED) == "n: clamped 50 -> 8 (a whole number from 1 to 8)"
    assert str(DROPPED) == "seed: dropped 5 (acme/muse has no such field)"
    assert str(Change("seed", "added", None, 0, "required")) == "seed: added 0 (required)"
    assert str(Change("seed", "added", None, None, "required")) == "seed: added null (required)"


def test_a_problem_is_one_line() -> None:
    assert str(WRONG) == 'error wrong_type at a[0].b: a number (got "x")'
    assert str(MISSING) == "error missing at prompt: required"
    assert str(Problem("warning", "retired", (), None, "gone")) == "warning retired: gone"
    assert str(Problem("error", "wrong_type", ("a",), [None], "a list")) == "error wrong_type at a: a list (got [null])"


def test_a_problem_shows_at_most_80_characters_of_a_value() -> None:
    text = str(Problem("error", "too_long", ("prompt",), "long text " * 99, "shorter"))
    assert len(text) <= len("error too_long at prompt: shorter (got )") + 80


def test_a_change_shows_at_most_80_characters_of_each_value() -> None:
    text = str(Change("prompt", "clamped", "long text " * 99, "long text " * 88, "shorter"))
    assert len(text) <= len("prompt: clamped  ->  (shorter)") + 160


def test_why_is_one_line_and_bounded() -> None:
    assert shown_why("a\n  b\u2028c") == "a b c"
    assert len(shown_why("a " * 999)) == 300


def test_a_path_is_one_line_and_bounded() -> None:
    assert path_text(("a", 0, "b.c")) == "a[0].b.c"
    assert path_text(("a\nb",)) == "a\\nb"
    assert len(path_text(("a" * 999,))) == 80


def test_a_change_of_a_strange_wire_is_one_short_line() -> None:
    wire = "x\ny" + "z" * 2000
    done = to_request(Intent("a", provider_options={"acme": {wire: 1}}), table(PROMPT, unknown="refused"), allow=ALL)
    (text,) = map(str, done.changes)
    assert "\n" not in text
    assert len(text) < 600


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_tells_one_line_a_fault(error: ImgparamsError) -> None:
    assert len(str(error).splitlines()) == len(error.problems) + len(error.changes)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_pickles_and_copies(error: ImgparamsError) -> None:
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert (twin.problems, twin.changes) == (error.problems, error.changes)


def test_every_error_has_one_root_with_both_tuples() -> None:
    for error in ERRORS:
        assert isinstance(error, ImgparamsError)
        assert isinstance(error.problems, tuple)
        assert isinstance(error.changes, tuple)


def test_refused_marks_what_was_refused() -> None:
    error = Refused([], [CLAMPED, DROPPED], [DROPPED])
    assert str(error).splitlines() == [str(CLAMPED), f"refused {DROPPED}"]
    assert pickle.loads(pickle.dumps(error)).refused == (DROPPED,)


def test_an_unknown_target_names_near_names_and_the_envelope() -> None:
    error = UnknownTarget("openai/gpt-9", ["openai/gpt-image-2"], "openai/images")
    assert isinstance(error, LookupError)
    assert (error.name, error.near, error.envelope) == ("openai/gpt-9", ("openai/gpt-image-2",), "openai/images")
    assert error.problems[0].code == "unknown_target"
    for word in ("openai/gpt-9", "openai/gpt-image-2", "openai/images"):
        assert word in str(error)


def test_an_unknown_target_without_hints() -> None:
    assert str(UnknownTarget("x")) == 'error unknown_target: no such target (got "x")'


def test_a_bad_table_names_the_table() -> None:
    (problem,) = bad_table("it contradicts itself", "acme/muse").problems
    assert (problem.code, problem.path) == ("bad_table", ("acme/muse",))


@pytest.mark.parametrize("value", [CLAMPED, WRONG], ids=["change", "problem"])
def test_values_are_frozen_and_compare_and_pickle(value: object) -> None:
    with pytest.raises(AttributeError):
        value.why = "x"  # type: ignore[attr-defined]
    twin = pickle.loads(pickle.dumps(value))
    assert twin == value
    assert hash(twin) == hash(value)


# ---- to the letter


def test_a_change_has_a_place_in_another_request() -> None:
    change = Change("n", "clamped", 50, 8, "why", 0.84, ("n",), "https://acme.example")
    assert change.at(("input", 0)) == Change("n", "clamped", 50, 8, "why", 0.84, ("input", 0), "https://acme.example")


def test_the_value_of_a_credential_is_in_no_change() -> None:
    options = "provider_options.acme"
    for field in (f"{options}.api_key", f"{options}.header:Authorization", f"{options}.Cookie.a"):
        dropped, added = Change(field, "dropped", "hunter2", None, ""), Change(field, "added", None, 3, "")
        assert (dropped.asked, dropped.became, added.asked, added.became) == (HIDDEN, None, None, HIDDEN)
    for field in (f"{options}.key", "cookie"):
        assert (Change(field, "mapped", "a", "b", "").asked, Change(field, "mapped", "a", "b", "").became) == ("a", "b")


def test_the_value_of_a_credential_is_in_no_problem() -> None:
    assert Problem("error", "wrong_type", ("a", 0, "password"), 3, "").value == HIDDEN
    assert Problem("error", "wrong_type", ("password",), None, "").value is None
    assert Problem("error", "wrong_type", ("passwords",), 3, "").value == 3


def test_the_repr_of_a_value_has_no_credential() -> None:
    token = "sk-abcdef0123456789"
    change = Change("x", "mapped", token, {"a": [token], "cookie": 1}, "")
    assert repr(change) == f"Change(field='x', kind='mapped', asked='{HIDDEN}', became={{'a': ['{HIDDEN}'], " + (
        f"'cookie': '{HIDDEN}'}}, why='')"
    )
    problem = Problem("error", "too_long", ("x",), f"{token} {'a ' * 999}", "")
    assert repr(problem) == (
        f"Problem(level='error', code='too_long', path=('x',), value='{HIDDEN} {'a ' * 93}a'..., why='')"
    )


def test_what_was_refused_may_be_allowed_by_name() -> None:
    changes = [Change(name, "dropped", "a", None, "why") for name in ("prompt", "mask", "seed")]
    lines = [f'{name}: dropped "a" (why)' for name in ("prompt", "mask", "seed")]
    hint = 'to allow it: allow=Policy(prompt="dropped", mask="dropped"), or allow=ALL'
    assert str(Refused([], changes, changes)).splitlines() == [*(f"refused {line}" for line in lines), hint]
    assert str(Refused([], changes, changes[2:])).splitlines() == [*lines[:2], f"refused {lines[2]}"]
    problem = Problem("error", "too_many", ("n",), None, "no")
    assert str(Refused([problem], [])) == "error too_many at n: no"
    twice = [changes[2], Change("seed", "dropped", "a", None, "why")]
    assert str(Refused([], twice, twice[1:])).splitlines() == [lines[2], f"refused {lines[2]}"]


@pytest.mark.parametrize(
    ("near", "envelope", "why"),
    [
        ([], None, "no such target"),
        (["a/b"], None, "no such target; did you mean a/b?"),
        (
            ["a/b", "a/c"],
            "a/images",
            "no such target; did you mean a/b, a/c?; a/images takes any model of this provider",
        ),
        ([], "a/images", "no such target; a/images takes any model of this provider"),
    ],
)
def test_what_an_unknown_target_says(near: list[str], envelope: str | None, why: str) -> None:
    error = UnknownTarget("a/x", near, envelope)
    assert error.problems == (Problem("error", "unknown_target", (), "a/x", why, tuple(near) or None),)
    assert (error.changes, error.args) == ((), ("a/x", tuple(near), envelope))


def test_what_a_bad_table_says() -> None:
    assert bad_table("why", "a/b", "c").problems == (Problem("error", "bad_table", ("a/b", "c"), None, "why"),)


def test_an_error_says_its_problems_before_its_changes() -> None:
    assert str(ImgparamsError([WRONG, MISSING], [CLAMPED])) == f"{WRONG}\n{MISSING}\n{CLAMPED}"
    assert ImgparamsError().args == ((), ())
    assert Refused([MISSING], [CLAMPED], [CLAMPED]).args == ((MISSING,), (CLAMPED,), (CLAMPED,))
