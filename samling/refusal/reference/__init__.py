"""How one appeals, as data."""
