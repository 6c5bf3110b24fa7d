"""What is asked of Qt's binding before the rest of the program is loaded.

The binding (PySide6 6.11, `shibokensupport.feature`) reads the source of every module that is loaded after it, because
a module might switch its own spelling of names (`from __feature__ import …`), and Python keeps what was read: 22 MiB
here, and a tenth of the time that loading takes. This program has no such switch. A bundle has no sources to read.
"""

from __future__ import annotations

import sys
from typing import Any


def leave_sources_unread() -> None:
    """From now on modules are loaded without a look at their source. A binding that does it otherwise is left alone."""
    import PySide6.QtCore  # noqa: F401 - brings the look with it

    looking: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(looking, "_mod_uses_pyside"):
        looking._mod_uses_pyside = _uses_no_switch


def _uses_no_switch(_module: object) -> bool:
    return False
