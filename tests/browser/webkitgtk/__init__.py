"""WebKitGTK as a third engine of the same tests: Playwright's calls, answered by WebDriver.

Playwright drives only a WebKit of its own making. So its client is kept as it is, with its locators and expectations,
and what it would send to a WebKit of its own goes to the system's: finding and judging elements is left to the script
that Playwright puts into every page, clicking and typing to WebDriver. What WebDriver cannot do skips the test that
asks for it, and says so.
"""

from __future__ import annotations

from webkitgtk.protocol import launch
from webkitgtk.session import is_there

__all__ = ["is_there", "launch"]
