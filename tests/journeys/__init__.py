"""Stories in a real browser, against the application itself and a database of their own."""
