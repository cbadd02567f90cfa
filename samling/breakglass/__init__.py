"""*Nödöppning*: a child is opened in an emergency, for a reason, for a day, in front of everyone it concerns."""
