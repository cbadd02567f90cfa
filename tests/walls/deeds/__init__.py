"""Who may do what with the guard's verbs, deed by deed, and what is so afterwards."""

from . import (
    assignments,
    capacities,
    consents,
    disclosures,
    grounds,
    invitations,
    journeys,
    openings,
    people,
    protection,
    sight,
)

THEMES = (
    assignments,
    grounds,
    disclosures,
    protection,
    sight,
    openings,
    people,
    capacities,
    journeys,
    invitations,
    consents,
)
DEEDS = {f"{theme.__name__.rpartition('.')[2]}: {deed.title}": deed for theme in THEMES for deed in theme.DEEDS}
assert len(DEEDS) == sum(len(theme.DEEDS) for theme in THEMES), "two deeds of one name"
