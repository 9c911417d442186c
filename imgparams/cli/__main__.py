"""`python -m imgparams.cli`."""

import sys

from imgparams.cli import main

if __name__ == "__main__":
    sys.exit(main())
