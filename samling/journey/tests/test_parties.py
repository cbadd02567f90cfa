"""Another authority is invited on a standing ground, and comes in or says no."""
