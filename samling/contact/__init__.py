"""Whom may we reach: the guardians, and the decision that nothing goes home (*Kontakta inte hemmet*)."""
