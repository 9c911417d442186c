"""Facts held still: tables saved once, and one limit measured by the caller."""

from __future__ import annotations

import json
import pathlib

from imgparams import CATALOG, Catalog, export, serial
from imgparams.tables import Int


def save(tables: pathlib.Path) -> None:
    tables.write_text(json.dumps(serial.dump(CATALOG)))


def company(tables: pathlib.Path) -> Catalog:
    pinned = serial.load(Catalog, json.loads(tables.read_text()))
    flux = pinned.find("relaygpu/flux-2-pro").but(
        name="relaygpu/flux-2-pro-measured",
        model="black-forest-labs/FLUX-2-pro",
        domains={"safety_tolerance": Int(0, 5)},
        note="measured by us, 2026-11-02",
    )
    return pinned | {flux.name: flux}


def changed(tables: pathlib.Path, now: Catalog = CATALOG) -> list[str]:
    pinned = serial.load(Catalog, json.loads(tables.read_text()))
    return [str(change) for change in export.diff(pinned, now)]
