"""People and places: organisations, staff and their capacities, children and the adults around them, sign-in."""
