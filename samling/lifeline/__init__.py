"""*Nödblad*: once a week each unit gets a sheet, locked to its head, for the day when nothing else works."""
