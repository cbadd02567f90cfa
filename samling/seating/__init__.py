"""Who sits at a table around a child: colleagues, guardians, the child, other adults; and who reads along."""
