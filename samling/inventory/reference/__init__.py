"""How each table hangs on a child, and the words of tables, columns and codes, as data."""
