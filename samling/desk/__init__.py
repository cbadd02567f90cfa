"""Staff pages that put chapters side by side: today, children, the child's page, search."""
