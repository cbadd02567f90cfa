"""What leaves the house: letters and notices without secrets, an outbox that loses nothing, and what went out."""
