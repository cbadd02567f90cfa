"""*Registerutdrag* and *allmän handling*: all that one authority holds about a child, looked through, given and kept."""
