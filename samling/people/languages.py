"""Languages that families are met in (experience R15)."""

from django.utils.translation import gettext_lazy

LANGUAGES = (
    ("sv", gettext_lazy("Swedish")),
    ("ar", gettext_lazy("Arabic")),
    ("en", gettext_lazy("English")),
    ("fa", gettext_lazy("Persian and Dari")),
    ("fi", gettext_lazy("Finnish")),
    ("kmr", gettext_lazy("Kurmanji")),
    ("ckb", gettext_lazy("Sorani")),
    ("pl", gettext_lazy("Polish")),
    ("se", gettext_lazy("Northern Sámi")),
    ("so", gettext_lazy("Somali")),
    ("ti", gettext_lazy("Tigrinya")),
    ("uk", gettext_lazy("Ukrainian")),
    ("other", gettext_lazy("Another language")),
)
