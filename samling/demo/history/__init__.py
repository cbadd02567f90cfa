"""Three school years of invented lives: drawn from written-down shares, told in rows, the same for the same seed and day."""
