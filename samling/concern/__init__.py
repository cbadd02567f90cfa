"""A signal is noticed, talked over, tried, let go or carried on; and the way out to a concern report."""
