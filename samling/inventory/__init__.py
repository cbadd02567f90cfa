"""*Förteckningen*: every kind of record the house holds: which child it is about, what it is called, and how it reads in words."""
