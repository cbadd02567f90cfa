"""What went wrong, said to the person at the keyboard."""


class Trouble(Exception):
    """Something outside the program must be put right; the text says what and how. Never a traceback."""


class Occupied(Trouble):
    """The port, or the whole of this clone, is already at work. Exit code 2."""
