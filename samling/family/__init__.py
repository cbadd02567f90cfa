"""The child and the adults around her: facts, guardians and custody, important adults, and protected identity."""
