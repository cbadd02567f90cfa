"""*Konsultationsteam*: several authorities and schools at one table; each hears only the names that a family's yes gives her."""
