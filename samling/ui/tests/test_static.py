"""What the browser is sent: small, ours or checked, and fit for both directions of writing."""

import gzip
import hashlib
import re
from pathlib import Path

from samling.ui.context import MODULES, SHEETS
from samling.ui.icons import GLYPHS, TURNS

STATIC = Path(__file__).parents[1] / "static"
CSS = sorted((STATIC / "ui" / "css").glob("*.css"))
JS = sorted((STATIC / "ui" / "js").glob("*.js"))
SIDES = re.compile(
    r"(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding|inset)?-?(?:left|right)\s*:"
    r"|(?:float|clear|text-align)\s*:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?<![\w-])(?:width|height|(?:min|max)-(?:width|height))\s*:(?!\s*[\d.]+(?:rem|px)\))",
)
LAYERS = "@layer reset, tokens, base, layout, parts, print;"
CSS_MOST, JS_MOST = 20 * 1024, 6 * 1024  # bytes, compressed


def packed(files):
    return len(gzip.compress(b"".join(file.read_bytes() for file in files), 9))


def test_the_style_sheets_stay_small():
    assert packed(CSS) <= CSS_MOST


def test_the_modules_stay_small():
    assert packed(JS) <= JS_MOST


def test_every_sheet_and_module_is_sent():
    assert {STATIC / sheet for sheet in SHEETS} == set(CSS)
    assert {STATIC / module for module in MODULES} == set(JS)


def test_sheets_name_no_left_or_right():
    found = {
        f"{file.name}:{number} {line.strip()}"
        for file in CSS
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if SIDES.search(re.sub(r"/\*.*?\*/|@media \([^)]*\)|@container [^{]*", "", line))
    }
    assert not found, f"{sorted(found)}: write start and end, inline and block, so that Arabic works."


def test_every_sheet_declares_the_layers_first():
    late = [
        file.name
        for file in CSS
        if not re.sub(r"/\*.*?\*/\s*", "", file.read_text(), flags=re.S).startswith(LAYERS)
    ]
    assert not late


def test_sheets_and_modules_reach_no_other_host():
    found = [
        file.name for file in CSS + JS if re.search(r"https?:|//[a-z]+\.|data:", file.read_text("utf-8"))
    ]
    assert not found


def test_modules_keep_nothing_in_the_browser():
    stores = re.compile(r"localStorage|sessionStorage|indexedDB|caches|document\.cookie|innerHTML|eval\(")
    assert not [file.name for file in JS if stores.search(file.read_text("utf-8"))]


def test_what_others_made_is_what_we_took_in():
    lines = (STATIC / "ui" / "vendor" / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split() for line in lines)}
    carried = [*STATIC.glob("ui/fonts/*.woff2"), *STATIC.glob("ui/vendor/*.js"), STATIC / "ui" / "icons.svg"]
    found = {
        str(file.relative_to(STATIC / "ui")): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in carried
    }
    assert found == sums


def test_the_sprite_holds_every_glyph():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "ui" / "icons.svg").read_text("utf-8")))
    assert drawn == set(GLYPHS)
    assert drawn > TURNS


def test_every_glyph_that_a_page_names_is_drawn():
    named = re.compile(r'(?:glyph=|{% icon )"([\w-]+)"')
    pages = Path(__file__).parents[2].rglob("templates/**/*.html")
    wanted = {name for page in pages for name in named.findall(page.read_text("utf-8"))}
    assert wanted <= set(GLYPHS), f"{wanted - set(GLYPHS)}: add them to ui/icons.py and build the sprite."
