"""Tests of the information meeting."""
