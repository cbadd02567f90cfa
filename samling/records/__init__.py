"""What all tables share: the clock, who is acting, dated rows, paired facts, and the walls' migrations."""
