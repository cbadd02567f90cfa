"""*Inställningar*: what a municipality sets up and keeps in order, as dated rows, and who has looked at what."""
