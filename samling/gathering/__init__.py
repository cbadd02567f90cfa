"""*Gemensamt möte*: who comes and why, the child's way of taking part, the interpreter, and an hour at the child's level."""
