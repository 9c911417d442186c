"""The vocabulary of tables: the one import of a file of tables.

    from imgparams.tables import Field, Int, Native, Param, Target, Text, WidthHeight

A target is made of rows and rules. A row maps wires (the vendor's fields) to a field of the intent, and its domain is
the set of legal values; a rule is a constraint between wires. `docs/tables.md` explains each word with an example.

    domains     Int Num Text Words Quality OneOf Flag ListOf Record AnyOf Json Image
    rows        Param Native Const Model Fixed Alternatives Product; Twin
    pictures    Pictures Slots Content Mask
    sizes       Sizes WidthHeight SizeText RatioTier, spellings (Sides PixelText ShapeWords RatioRange Presets), sets of
                sizes (Grid Pairs); Enlarged
    rules       Rule Needs AtMost Between Total SameLength, with conditions PRESENT ABSENT OFF Not Count Area and any
                domain
"""

from imgparams.contract import Field, Row
from imgparams.intent import QUALITY
from imgparams.tables.alternatives import Alternative, Alternatives, Product
from imgparams.tables.conditions import ABSENT, OFF, PRESENT, Area, Count, Not
from imgparams.tables.containers import AnyOf, Json, ListOf, Record
from imgparams.tables.domains import Both, Domain, Flag, Int, Num, OneOf
from imgparams.tables.enlarged import Enlarged
from imgparams.tables.images import Image
from imgparams.tables.offers import Spelling
from imgparams.tables.pictures import Content, Mask, Pictures, Slots
from imgparams.tables.pixels import PixelText, Sides
from imgparams.tables.rows import Const, Fixed, Model, Native, Param
from imgparams.tables.rules import AtMost, Between, Needs, Rule, SameLength, Total
from imgparams.tables.size_sets import Grid, Pairs, SizeSet
from imgparams.tables.sizes import RatioTier, Sizes, SizeText, WidthHeight
from imgparams.tables.spellings import Presets, RatioRange, ShapeWords
from imgparams.tables.templates import HOLE, TEXT, TYPE, WEIGHT, Part, TextPart
from imgparams.tables.twins import Twin
from imgparams.tables.words import Quality, Text, Words
from imgparams.target import Target

__all__ = [
    "ABSENT",
    "HOLE",
    "OFF",
    "PRESENT",
    "QUALITY",
    "TEXT",
    "TYPE",
    "WEIGHT",
    "Alternative",
    "Alternatives",
    "AnyOf",
    "Area",
    "AtMost",
    "Between",
    "Both",
    "Const",
    "Content",
    "Count",
    "Domain",
    "Enlarged",
    "Field",
    "Fixed",
    "Flag",
    "Grid",
    "Image",
    "Int",
    "Json",
    "ListOf",
    "Mask",
    "Model",
    "Native",
    "Needs",
    "Not",
    "Num",
    "OneOf",
    "Pairs",
    "Param",
    "Part",
    "Pictures",
    "PixelText",
    "Presets",
    "Product",
    "Quality",
    "RatioRange",
    "RatioTier",
    "Record",
    "Row",
    "Rule",
    "SameLength",
    "ShapeWords",
    "Sides",
    "SizeSet",
    "SizeText",
    "Sizes",
    "Slots",
    "Spelling",
    "Target",
    "Text",
    "TextPart",
    "Total",
    "Twin",
    "WidthHeight",
    "Words",
]
