"""*Insatser*: what is done for a child, by whom, in which legal form; its doer's own, with only where it stands told to the others."""
