"""The browser of the stories and of the pictures in docs/guides."""

import os
import shutil

CHROMIUM = os.environ.get("SAMLING_CHROMIUM") or shutil.which("chromium")
