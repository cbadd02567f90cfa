"""Whom may we reach: the guardians who are asked, and the decision that nothing goes home (*Kontakta inte hemmet*)."""
