"""How states and changes are said."""

from samling.kernel.words import _

from .rules import State

STATES = {
    State.ASKED: _("asked, not promised yet"),
    State.PROMISED: _("promised"),
    State.GOING: _("going on"),
    State.SWAP: _("to be swapped"),
    State.DONE: _("done"),
    State.NO_HELP: _("did not help"),
    State.RELEASED: _("let go"),
}
TONES = {
    State.ASKED: "wait",
    State.PROMISED: "info",
    State.GOING: "go",
    State.SWAP: "care",
    State.DONE: "go",
    State.NO_HELP: "calm",
    State.RELEASED: "calm",
}
