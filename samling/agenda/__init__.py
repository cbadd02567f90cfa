"""One child at a time: what a meeting takes up, what is said and decided, and who may hear the name."""
