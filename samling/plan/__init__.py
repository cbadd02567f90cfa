"""*Planen*: what is needed, and goals in the child's own words; held by two, looked at again on a day, never overwritten."""
