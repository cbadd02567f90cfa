"""The browser of the stories and of the pictures in docs/guides."""

import os
import shutil

from playwright.sync_api import Browser, Playwright

CHROMIUM = os.environ.get("SAMLING_CHROMIUM") or shutil.which("chromium")
# What Playwright asks to be left out (a later list stands for an earlier one), and what Chromium has ready behind its
# address field, which nobody sees here: to load it for each new window costs three times what the window costs.
LEFT_OUT = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay", "MediaRouter"),
    *("PaintHolding", "ThirdPartyStoragePartitioning", "OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"),
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
)
HOW = ("--no-sandbox", "--disable-gpu", f"--disable-features={','.join(LEFT_OUT)}")


def started(playwright: Playwright) -> Browser:
    """The browser, of which nothing is shown."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[*HOW])
