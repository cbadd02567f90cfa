"""A question without a name: asked across the wall, answered and counted, with no trace to a child."""
