"""Who works where: units, capacities that are given, approved and ended, and accounts by invitation."""
