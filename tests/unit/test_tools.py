"""The tools that make files, judge releases and count coverage, and CI's locks."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from attrs import evolve

import imgparams.providers
from imgparams import CATALOG
from tools import ci_lock, coverage, performance_page, provider_index, release_check
from tools.__main__ import MAKERS, main, remake
from tools.mistakes import Mistake, of_target
from tools.planting import Place, sees

ROOT = Path(__file__).parents[2]
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


# ---- made files


def test_made_files_are_as_the_tables_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["--check"]), capsys.readouterr().out) == (0, "")


def test_stale_and_missing_files_are_named_and_remade(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = {name: text for maker in MAKERS for name, text in maker().items()}
    assert remake(tmp_path, write=True) == list(made)
    assert remake(tmp_path, write=False) == []
    stale, missing = tmp_path / "docs/facts.md", tmp_path / "docs/pictures/cut.svg"
    stale.write_text("old", encoding="utf-8")
    missing.unlink()
    assert main(["--check"], tmp_path) == 1
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "docs/facts.md",
        "docs/pictures/cut.svg",
    ]
    assert stale.read_text(encoding="utf-8") == "old"
    assert main([], tmp_path) == 0
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in made} == made


def test_the_index_says_what_the_files_of_tables_hold() -> None:
    spoken = ast.parse(provider_index.page())
    names, envelopes = (
        ast.literal_eval(node.value) for node in spoken.body if isinstance(node, ast.AnnAssign) if node.value
    )
    tables = provider_index.tables()
    assert names == {name: tuple(target.name for target in table.TARGETS) for name, table in tables.items()}
    assert envelopes == {t.ENVELOPE.provider: t.ENVELOPE.name for t in tables.values() if t.ENVELOPE}
    assert (names, envelopes) == (imgparams.providers.NAMES, imgparams.providers.ENVELOPES)


RESULT = {
    "python": "CPython 3.13.1",
    "platform": "Linux x86_64",
    "cpus": 2,
    "packages": {"attrs": "26.1.0"},
    "targets": 3,
    "rounds": 9,
    "agreed": {"check": 6000},
    "rows": [
        {"group": "start", "what": "all tables", "ours": 0.2, "theirs": 1e-3, "unit": "ms", "goal": 150},
        {"group": "start", "what": "kept", "ours": 6.1e6, "theirs": 1e6, "unit": "MB"},
        {"group": "leonardo", "what": "check", "ours": 3e-6, "theirs": 4e-6, "unit": "F", "goal": 1.3},
    ],
}


def test_the_page_of_performance_says_which_goals_are_reached() -> None:
    made = "\n".join(performance_page.lines(RESULT)).splitlines()
    assert made[:2] == [
        "CPython 3.13.1 on Linux x86_64 with 2 CPUs, attrs 26.1.0; 3 targets.",
        "Inputs on which all sides gave the same answers: 6,000 for check.",
    ]
    assert {
        "| all tables | 200 ms | 200 ms | 150 ms | no |",
        "| kept | 6.1 MB | 6.1 MB |  |  |",
        "| check | 3 µs | 0.75 F | 1.3 F | yes |",
        "- Import, tables and commands, all tables: 200 ms, goal 150",
    } <= set(made)
    assert made[-1] == "1 of 2 goals are reached."


def test_the_committed_run_names_no_place() -> None:
    text = (ROOT / performance_page.RESULTS).read_text(encoding="utf-8")
    assert not re.search(r"/(tmp|home|usr|work)/|host", text)


# ---- releases


@pytest.mark.parametrize(
    ("heading", "tag", "faults"),
    [
        ("## Unreleased", None, []),
        ("## 1.2.3 (2026-12-01)", None, []),
        ("## 1.2.3 (2026-12-01)", "v1.2.3", []),
        ("## Unreleased", "v1.2.3", ["the changelog's top heading is Unreleased, the version 1.2.3"]),
        ("## 1.2.2 (2026-11-01)", None, ["the changelog's top heading is 1.2.2, the version 1.2.3"]),
        ("## 1.2.3 (2026-12-01)", "1.2.3", ["the tag is 1.2.3, the version 1.2.3"]),
        ("No heading yet.", None, ["the changelog's top heading is 1.2.1, the version 1.2.3"]),
    ],
)
def test_a_release_has_one_version(heading: str, tag: str | None, faults: list[str]) -> None:
    changelog = f"# Changelog\n\n{heading}\n\n### Added\n\n## 1.2.1 (2026-10-01)\n"
    assert list(release_check.version_faults("1.2.3", changelog, tag)) == faults


def test_a_changelog_without_a_version_is_a_fault() -> None:
    faults = release_check.version_faults("1.2.3", "# Changelog\n", None)
    assert list(faults) == ["the changelog's top heading is nothing, the version 1.2.3"]


PACKAGE = ["imgparams/__init__.py", "imgparams/py.typed"]
INFO = ["imgparams-1.0.dist-info/METADATA", "imgparams-1.0.dist-info/licenses/LICENSE"]


@pytest.mark.parametrize(
    ("names", "faults"),
    [
        ([*PACKAGE, *INFO], []),
        ([*PACKAGE, *INFO, "tests/unit/test_x.py"], ["the wheel has tests/unit/test_x.py"]),
        ([*PACKAGE, *INFO, "imgparams/old.py"], ["the wheel has imgparams/old.py"]),
        ([PACKAGE[0], *INFO], ["the wheel lacks imgparams/py.typed"]),
        ([PACKAGE[1], *INFO], ["the wheel lacks imgparams/__init__.py"]),
        ([*PACKAGE, INFO[0]], ["the wheel lacks the licence"]),
    ],
)
def test_a_wheel_has_the_package_and_no_more(names: list[str], faults: list[str]) -> None:
    assert list(release_check.wheel_faults(names, PACKAGE, "1.0")) == faults


def test_a_package_without_the_marker_of_types_is_a_fault() -> None:
    faults = release_check.wheel_faults([PACKAGE[0], *INFO], PACKAGE[:1], "1.0")
    assert list(faults) == ["the wheel lacks imgparams/py.typed"]


def test_metadata_has_the_version_and_the_two_dependencies() -> None:
    right = "Name: imgparams\nVersion: 1.0\nRequires-Dist: attrs>=23.2\nRequires-Dist: cattrs>=23.2\n"
    extra = "Requires-Dist: rich>=13; extra == 'cli'\n"
    assert list(release_check.metadata_faults(right + extra, "1.0")) == []
    assert list(release_check.metadata_faults(right, "1.1")) == ["the wheel's version is 1.0, the project's 1.1"]
    more = f"{right}Requires-Dist: rich>=13\n"
    assert list(release_check.metadata_faults(more, "1.0")) == ["the wheel needs attrs, cattrs, rich"]


def test_the_source_has_what_the_tests_need() -> None:
    names = [f"imgparams-1.0/{name}" for name in (*release_check.IN_SDIST, "PKG-INFO")]
    assert list(release_check.sdist_faults(names, "1.0")) == []
    assert list(release_check.sdist_faults(names[1:], "1.0")) == ["the sdist lacks tests/"]


def test_the_package_in_the_tree_has_its_files() -> None:
    files = release_check.package_files()
    assert {"imgparams/__init__.py", "imgparams/py.typed", "imgparams/providers/openai/__init__.py"} <= files
    assert not [name for name in files if name.endswith(".pyc")]


# ---- CI


def test_every_python_that_we_claim_is_tested() -> None:
    claimed = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', PROJECT)
    workflow = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    loop = re.findall(r"^for version in (.*); do$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    assert re.findall(r"python: \[(.*)\]", workflow) == [", ".join(f'"{version}"' for version in claimed)]
    assert loop == [" ".join(claimed)]


def test_a_lock_has_a_line_for_each_distribution_but_ours() -> None:
    versions = {"Sphinx": "9.0.4", "imgparams": "0.1.0", "jsonpath_python": "1.1.6", "torch": "2.13.0+cpu"}
    report: list[ci_lock.Installed] = [{"metadata": {"name": name, "version": it}} for name, it in versions.items()]
    made = ci_lock.lock(report).splitlines()
    assert made[0].startswith("# made by `python -m tools.ci_lock`")
    assert made[1:] == ["jsonpath-python==1.1.6", "sphinx==9.0.4", "torch==2.13.0"]


def requirements(extra: str) -> dict[str, str]:
    """What an extra names: distribution -> the specifier, with the extras that it takes in."""
    listed = re.findall(rf"^{extra} = \[(.*?)\]$", PROJECT, re.MULTILINE | re.DOTALL)[0]
    wanted: dict[str, str] = {}
    for text in re.findall(r'"([^"]+)"', listed):
        name, more, rest = re.findall(r"^([\w-]+)(?:\[([\w,]+)\])?([^;]*)", text)[0]
        if name == "imgparams":
            wanted |= {key: value for inner in more.split(",") for key, value in requirements(inner).items()}
        else:
            wanted[re.sub(r"[-_.]+", "-", name).lower()] = rest
    return wanted


@pytest.mark.parametrize("name", ci_lock.EXTRAS)
def test_a_lock_has_all_that_its_extras_name(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines()[1:]
    pins = dict(line.split("==") for line in lines)
    assert list(pins) == sorted(pins)
    for extra in ci_lock.EXTRAS[name]:
        for distribution, wanted in requirements(extra).items():
            assert distribution in pins
            if wanted.startswith("=="):
                assert pins[distribution] == wanted[2:]


def test_a_lock_names_no_place() -> None:
    for path in (ROOT / "requirements").iterdir():
        text = path.read_text(encoding="utf-8").partition("\n")[2]
        assert re.fullmatch(r"([a-z0-9-]+==[\w.!]+\n)+", text)


# ---- coverage


@pytest.mark.parametrize(
    ("name", "how", "target"),
    [
        ("leonardo/phoenix-1.0", "exact", "leonardo/phoenix-1.0"),
        ("openai/gpt-image-2-2026-04-21", "exact", "openai/gpt-image-2"),  # an alias
        ("openai/gpt-image-2-2026-12-31", "near", "openai/gpt-image-2"),  # a snapshot that is not known
        ("recraft/Recraft-V4.1", "near", "recraft/recraftv4_1"),
        ("recraft/vectorize", "near", "recraft/vectorize:edit"),
        ("acme/openai/gpt-image-2", "elsewhere", "openai/gpt-image-2"),
        ("acme/FLUX.2 [pro]", "elsewhere", "bfl/flux-2-pro"),
        ("acme/ideogram/v2", "elsewhere", "ideogram/V_2"),
        ("acme/lumina/v2", "nothing", None),  # a version tells no model
        ("acme/creative", "nothing", None),
        ("recraft/muse", "nothing", None),
        ("muse", "nothing", None),
        ("", "nothing", None),
    ],
)
def test_a_model_of_a_list_is_looked_up(name: str, how: str, target: str | None) -> None:
    found = coverage.look_up(name)
    assert (found.name, found.how, found.target and found.target.name) == (name, how, target)


def test_a_list_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        "# a list\nopenai/dall-e-2\tsince 2022\nopenai/dall-e-2\n\nrecraft/Recraft-V4.1\nacme/flux-2-pro\nfal/muse\n",
        encoding="utf-8",
    )
    counts = [
        "4 models",
        "2 have a table (1 of them in another spelling, 1 retired)",
        "1 have one at another provider only",
        "1 have none",
        "1 of these 2 have a provider with a target for any model",
    ]
    without = ["elsewhere\tacme/flux-2-pro\tbfl/flux-2-pro", "nothing\tfal/muse"]
    tables = ["exact\topenai/dall-e-2\topenai/dall-e-2", "near\trecraft/Recraft-V4.1\trecraft/recraftv4_1"]
    assert (coverage.main([str(path)]), capsys.readouterr().out.splitlines()) == (0, [*counts, *without])
    assert (coverage.main([str(path), "--verbose"]), capsys.readouterr().out.splitlines()) == (
        0,
        [*counts, *tables, *without],
    )


def test_a_planted_mistake_is_seen_and_a_changed_note_is_not() -> None:
    target = CATALOG["zhipu/glm-image"]
    path = next(mistake for mistake in of_target(target) if mistake.kind == "path")
    assert sees(Place(target, None, path)) == "a case"
    note = Mistake("note", "another note", lambda: evolve(target, note="another"))
    assert sees(Place(target, None, note)) == ""
