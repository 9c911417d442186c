"""`python -m imgparams`."""

import sys

from imgparams.cli import main

sys.exit(main())
