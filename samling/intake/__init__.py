"""A list from the school's own system: what its columns hold, what has to be mended, and all of it applied or nothing."""
