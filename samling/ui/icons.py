"""Which glyphs the house uses, by their Lucide names, and which of them turn with the writing direction.

`python -m samling.ui.icons FOLDER` builds static/ui/icons.svg from the icons of an unpacked lucide-static
package (static/ui/vendor/README.md says which version).
"""

import re
import sys
from pathlib import Path

SPRITE = Path(__file__).parent / "static" / "ui" / "icons.svg"

GLYPHS = """
    accessibility arrow-left arrow-right bell book-open calendar calendar-days camera check chevron-down
    chevron-left chevron-right circle circle-alert circle-check circle-dashed circle-dot circle-question-mark
    circle-slash clock cloud door-open download ellipsis external-link eye eye-off file-plus file-text
    footprints frown hand hand-heart handshake heart-handshake history hourglass house image info key
    key-round languages link list list-checks lock lock-open log-in log-out mail map-pin meh menu
    message-circle mic minus moon network paperclip pause pencil phone plus printer refresh-cw save scale
    school search send settings shield-check smile sprout square-pen star stethoscope sun trash-2
    triangle-alert undo-2 upload user user-plus users volume-2 x
""".split()  # noqa: SIM905

TURNING = "arrow-left arrow-right chevron-left chevron-right external-link log-in log-out send undo-2"
TURNS = frozenset(TURNING.split())


def sprite(folder: Path) -> str:
    """One SVG holding every glyph as a symbol, drawn by the page's own line and colour."""
    symbols = "\n".join(_symbol(name, (folder / f"{name}.svg").read_text("utf-8")) for name in GLYPHS)
    licence = "<!-- Lucide, ISC: vendor/lucide.LICENSE -->"
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{licence}\n{symbols}\n</svg>\n'


def _symbol(name: str, drawing: str) -> str:
    inside = drawing[drawing.index(">", drawing.index("<svg")) + 1 : drawing.rindex("</svg>")]
    return f'<symbol id="{name}" viewBox="0 0 24 24">{re.sub(r"\s*\n\s*", "", inside)}</symbol>'


if __name__ == "__main__":
    SPRITE.write_text(sprite(Path(sys.argv[1])), "utf-8")
