"""Check and translate image-generation parameters between vendors, and report every change before the call."""

from imgparams.capability import Capability, capabilities
from imgparams.catalog import CATALOG, Catalog, TargetName, find, targets
from imgparams.checking import check
from imgparams.conversion import convert
from imgparams.engine.call import Http, Overwritten
from imgparams.engine.needs import Need
from imgparams.errors import Change, ImgparamsError, Invalid, Problem, Refused, UnknownTarget
from imgparams.geometry import AspectRatio, Size
from imgparams.intent import Intent, IntentFields
from imgparams.planning import plan
from imgparams.policy import ALL, SAFE, STRICT, Policy
from imgparams.preflighting import Finding, Preflight, preflight, repair
from imgparams.ranking import rank
from imgparams.reference import Reference
from imgparams.target import Target
from imgparams.translation import Translation, to_intent, to_request
from imgparams.wording import Bounds

__all__ = [
    "ALL",
    "CATALOG",
    "SAFE",
    "STRICT",
    "AspectRatio",
    "Bounds",
    "Capability",
    "Catalog",
    "Change",
    "Finding",
    "Http",
    "ImgparamsError",
    "Intent",
    "IntentFields",
    "Invalid",
    "Need",
    "Overwritten",
    "Policy",
    "Preflight",
    "Problem",
    "Reference",
    "Refused",
    "Size",
    "Target",
    "TargetName",
    "Translation",
    "UnknownTarget",
    "capabilities",
    "check",
    "convert",
    "find",
    "plan",
    "preflight",
    "rank",
    "repair",
    "targets",
    "to_intent",
    "to_request",
]
