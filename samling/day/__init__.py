"""*I dag*: what I owe somebody, what others owe me, what comes and what I have begun; a notice is ticked off here."""
