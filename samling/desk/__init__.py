"""Staff pages that put chapters side by side: children, the child's page, the meetings to come, search."""
