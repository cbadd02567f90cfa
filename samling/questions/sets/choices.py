"""The choices that every set shares."""

from samling.kernel.words import _

SCALE = (
    ("0", _("Does not work at all")),
    ("1", _("Works badly")),
    ("2", _("Works now and then")),
    ("3", _("Works most of the time")),
    ("4", _("Works well")),
)
YES_NO = (("yes", _("Yes")), ("no", _("No")), ("unknown", _("Do not know")))
EFFECTS = (
    ("helped", _("Helped")),
    ("partly", _("Helped a little")),
    ("no", _("Did not help")),
    ("made_worse", _("Made it worse")),
    ("not_evaluated", _("We have not checked yet")),
)
# How an effect looks as a pill.
TONES = {"helped": "go", "partly": "calm", "no": "stop", "made_worse": "stop", "not_evaluated": "wait"}
