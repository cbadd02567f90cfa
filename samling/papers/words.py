"""How changes are said."""

from samling.kernel.words import _

CHANGED = {
    "holders": _("Held by %(now)s. Before: %(before)s."),
    "review": _("It is looked at again on %(now)s. Before: %(before)s."),
    "meets": _("Everyone meets next on %(now)s."),
    "needs": _("What is needed was written anew: “%(now)s”"),
    "goal_new": _("New goal: “%(now)s”"),
    "goal_gone": _("No goal any more: “%(before)s”"),
    "goal_changed": _("The goal was “%(before)s” and is “%(now)s”"),
    "promise_new": _("New promise: “%(now)s”"),
    "promise_gone": _("Let go: “%(before)s”"),
    "promise_changed": _("The promise was “%(before)s” and is “%(now)s”"),
    "state": _("“%(before)s” is now: %(now)s."),
}
