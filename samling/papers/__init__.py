"""*Versioner*: the plan as it was published, who has read it, where it was sent, and what has changed since."""
