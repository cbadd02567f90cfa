"""*Kartläggningen*: three views of one child, in notes and in a family's own story; and what the team makes of it."""
