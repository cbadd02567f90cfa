"""Tests of brothers and sisters."""
