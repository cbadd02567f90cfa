"""What the desk says of what others do, as data."""
