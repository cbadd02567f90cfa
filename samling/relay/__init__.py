"""A child is handed over and taken over; who has how much, and what happens when someone leaves."""
