"""The people around the child: the map of them, what the child says of each, empty chairs, the named contact and who coordinates."""
