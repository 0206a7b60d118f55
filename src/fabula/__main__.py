"""`python -m fabula` is the `fabula` command."""

import sys

from fabula.cli import main

sys.exit(main())
