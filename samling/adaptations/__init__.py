"""What was tried and what helped: the catalogue of adaptations, their evaluation, special support and its decisions."""
