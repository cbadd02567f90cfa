"""Attendance as the school's own system tells it: minutes by week, its pattern, the local ladder and its clock."""
