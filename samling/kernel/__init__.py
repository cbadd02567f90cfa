"""Plain values every chapter speaks in. Knows no framework and no other package."""
