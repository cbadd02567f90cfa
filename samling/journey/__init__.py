"""The thread one child's matter hangs on: its parties, notes, levels, events and notices."""
