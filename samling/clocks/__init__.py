"""*Dagar och tystnad*: every day that runs around a child with its source and owner, what has gone quiet, and a kind question."""
