"""What the school sees and has already tried, filled in together by the adults around the child."""
