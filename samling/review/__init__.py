"""*Granskning*: the log searched for a reason, and the impact assessment filled with what this installation really does."""
