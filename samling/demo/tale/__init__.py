"""The story of the demo world, told by the same verbs as people use, from spring until today."""
