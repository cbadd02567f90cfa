"""Samling: early coordinated support around one child."""
