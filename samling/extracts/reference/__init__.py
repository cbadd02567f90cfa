"""Words and grounds of the extracts, as data."""
