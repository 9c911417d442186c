"""Makes the page of models: each model once, with every route to it inside, the maker's own first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from imgparams import CATALOG, Target
from imgparams.catalog import is_makers
from imgparams.export import matrix

FIELDS = ("aspect_ratio", "resolution", "n", "quality", "seed", "references", "mask", "output_format")


def models(targets: Sequence[Target]) -> dict[str, list[Target]]:
    """Returns the routes to each model, in order of the models' names; what serves no known model is left out."""
    routes: dict[str, list[Target]] = {}
    for target in targets:
        if target.serves:
            routes.setdefault(target.serves, []).append(target)
    return {model: sorted(routes[model], key=lambda target: not is_makers(target)) for model in sorted(routes)}


def page() -> str:
    """Returns the whole page."""
    targets = list(CATALOG.values())
    routes = models(targets)
    others = [target for target in targets if not target.serves]
    lines = [
        "# Models\n",
        f"{len(routes)} models and every route to each, the maker's own first. A route is a target: one operation of a "
        "model at one provider. Routes to the same model can differ in what they accept, so they are side by side; "
        'names lead to the full table. In Python, `CATALOG.offers("openai/gpt-image-2")` lists the routes.\n',
        '```{raw} html\n<div class="models"></div>\n<script src="../_static/models.js" defer></script>\n```\n',
    ]
    makers = dict.fromkeys(model.partition("/")[0] for model in routes)
    for maker in makers:
        theirs = {model: routes[model] for model in routes if model.startswith(f"{maker}/")}
        listed = "".join(_model(model, theirs[model]) for model in theirs)
        lines.append(f"## {maker}\n\n```{{raw}} html\n{listed}```\n")
    lines.append(
        "## Other targets\n\nThese serve no one model that is known: they take any model of their provider, or are a "
        f"tool without a model's name.\n\n```{{raw}} html\n<ul>\n{''.join(map(_item, others))}</ul>\n```\n"
    )
    return "\n".join(lines)


def _model(model: str, routes: Sequence[Target]) -> str:
    providers = dict.fromkeys(target.provider for target in routes)
    usable = [target for target in routes if target.status in ("active", "preview")]
    gone = "" if usable else f' <strong class="retired">{routes[0].status}</strong>'
    at = f"{len(routes)} route{'s' * (len(routes) > 1)}: {', '.join(providers)}"
    head = f"<summary><b>{escape(model.partition('/')[2])}</b>{gone} <span>{escape(at)}</span></summary>"
    table = f'<div class="matrix">\n{_table(model, routes)}</div>'
    return f'<details class="model" id="{escape(model)}">{head}\n{table}</details>\n'


def _table(model: str, routes: Sequence[Target]) -> str:
    text = matrix(routes, fields=FIELDS, format="html")
    text = re.sub(r'(id="|href="#)(?=note-)', rf"\g<1>{escape(model)}-", text)
    for target in routes:
        plain = f'<th scope="row">{escape(target.name)}</th>'
        text = text.replace(plain, f'<th scope="row">{_link(target)}</th>')
    return text


def _link(target: Target) -> str:
    shown = re.sub(r"([/:_.])", r"\1<wbr>", escape(target.name))
    status = "" if target.status == "active" else f' <span class="{target.status}">{target.status}</span>'
    return f'<a href="{target.provider}.html#{escape(target.name)}">{shown}</a>{status}'


def _item(target: Target) -> str:
    return f"<li>{_link(target)}</li>\n"
