"""*Hjulet och mätningar*: how it is according to each of them, and what has moved, in pictures that count what they draw."""
