"""The words of the fictional world: names and what its people say."""
