"""`python -m mirage.compiler`."""

import sys

from mirage.compiler.driver import main

sys.exit(main())
