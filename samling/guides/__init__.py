"""Help: a week in Samling for each kind of work, read from docs/guides as pages, with their pictures."""
