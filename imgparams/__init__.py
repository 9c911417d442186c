"""Check and translate image-generation parameters between vendors, and say every change before the call."""

from imgparams.capabilities import Capability, capabilities
from imgparams.catalog import CATALOG, Catalog, find, targets
from imgparams.intent import AspectRatio, Intent, IntentFields, Reference, Size
from imgparams.planning import plan, rank
from imgparams.policy import STRICT, Policy
from imgparams.report import Change, ImgparamsError, Invalid, Problem, Refused, UnknownTarget
from imgparams.target import Target
from imgparams.translation import Http, Need, Translation, check, convert, to_intent, to_request

__all__ = [
    "CATALOG",
    "STRICT",
    "AspectRatio",
    "Capability",
    "Catalog",
    "Change",
    "Http",
    "ImgparamsError",
    "Intent",
    "IntentFields",
    "Invalid",
    "Need",
    "Policy",
    "Problem",
    "Reference",
    "Refused",
    "Size",
    "Target",
    "Translation",
    "UnknownTarget",
    "capabilities",
    "check",
    "convert",
    "find",
    "plan",
    "rank",
    "targets",
    "to_intent",
    "to_request",
]
