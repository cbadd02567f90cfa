"""Plain rules about question sets, adaptations, tiers and deadlines. Knows no framework."""
