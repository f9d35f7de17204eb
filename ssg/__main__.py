"""``python -m ssg`` is ``coursewright``."""

import sys

from ssg.cli import main

sys.exit(main())
