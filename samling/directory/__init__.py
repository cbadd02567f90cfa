"""Whom to call in the other house: by function and never by person, open to all staff."""
