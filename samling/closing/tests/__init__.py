"""Tests of the closing."""
