"""*Syskon*: journeys of one family held together, two and two, on each child's own yes; the children are never merged."""
