"""A standing consent is opened: what is told to whom, what has been told to me, and the receipt of it."""
