"""*Kom i gång*: an empty house is led to its first checklist, step by step, with units, staff and classes from sheets."""
