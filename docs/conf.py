"""The site: `sphinx-build -W --keep-going -j auto -b html docs docs/_build/html`, with the extra `docs`.

Pages about vendors, the matrix, the fields and the command line are made from the library before Sphinx reads anything.
The page of the explorer is made beforehand by `imgparams explore --out FILE`; IMGPARAMS_EXPLORER=FILE takes it in.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))  # for the tools

PROJECT = dict(re.findall(r'^(\w+) = "(.*)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE))

project = "imgparams"
copyright = "the imgparams authors"
version = release = PROJECT["version"]

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton", "tools.sphinx_docstrings"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
exclude_patterns = ["_build"]

# ---- pages

myst_heading_anchors = 3
copybutton_exclude = ".gp, .go"


def end_blocks(app: Sphinx, doctree: nodes.document) -> None:
    """The empty line that a doctest needs at its end is not shown."""
    for block in doctree.findall(nodes.literal_block):
        block.rawsource = block.rawsource.rstrip()
        block.children = [nodes.Text(block.rawsource)] if len(block.children) == 1 else block.children


# ---- docstrings: plain sentences with `names` in single backticks

default_role = "py:obj"
nitpicky = True
nitpick_ignore_regex = [
    ("py:obj", ".*"),  # not every name in single backticks is a page
    (
        "py:class",
        r"(collections|fractions|hypothesis|pathlib)\..*|Fraction|Path|Code|Effect|Self|Conditions|JsonObject|\w+Like",
    ),
    ("py:class", r"(.*\.)?[TW]"),  # type variables
]
add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
maximum_signature_line_length = 88
python_use_unqualified_type_names = True
python_display_short_literal_types = True
toc_object_entries_show_parents = "hide"

# ---- looks

html_title = "imgparams"
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_extra_path = ["vendors/files"]
smartquotes = False
html_show_sphinx = False
html_copy_source = False
html_show_copyright = False

# ---- the explorer's page, the only place that knows of it

EXPLORER = os.environ.get("IMGPARAMS_EXPLORER", "")


def copy_explorer(app: Sphinx, error: Exception | None) -> None:
    if EXPLORER and not error and app.builder.format == "html":
        shutil.copyfile(EXPLORER, Path(app.outdir) / "explore.html")


def setup(app: Sphinx) -> dict[str, bool]:
    from tools import command_page, field_page, vendor_pages

    vendor_pages.write(HERE / "vendors")
    command_page.write(HERE / "reference" / "commands.md")
    field_page.write(HERE / "reference" / "fields.md")
    if EXPLORER:
        app.tags.add("explorer")
    app.connect("doctree-read", end_blocks)
    app.connect("env-get-outdated", lambda *_: ["explorer"])
    app.connect("build-finished", copy_explorer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
