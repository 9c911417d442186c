"""`python -m imgparams.cli`."""

import sys

from imgparams.cli import main

sys.exit(main())
