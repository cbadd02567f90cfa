"""How the five steps of a goal are said."""

from samling.kernel.words import _

MEANINGS = {
    -2: _("Much less than expected"),
    -1: _("Less than expected"),
    0: _("As expected"),
    1: _("More than expected"),
    2: _("Much more than expected"),
}
