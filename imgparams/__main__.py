"""`python -m imgparams`."""

import sys

from imgparams.cli import main

if __name__ == "__main__":
    sys.exit(main())
