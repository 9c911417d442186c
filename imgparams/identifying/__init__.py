"""Finds whose call it is that someone has in hand: a URL with its body, a curl command, a recording of a browser."""

from imgparams.identifying.curl import read_curl
from imgparams.identifying.har import read_har
from imgparams.identifying.identified import Identified
from imgparams.identifying.matching import identify

__all__ = ["Identified", "identify", "read_curl", "read_har"]
