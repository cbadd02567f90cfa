"""*Fel barn*: a record that was written about the wrong child is closed at once, and the right people are told."""
