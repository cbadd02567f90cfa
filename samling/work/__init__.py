"""Work that runs by itself: the queue, its schedule, and tasks that run for a person only while that person may."""
