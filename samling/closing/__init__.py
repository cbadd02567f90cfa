"""*Avslut*: the next decision at every follow-up, letting go with a net underneath, and the way back."""
