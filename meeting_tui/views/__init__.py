"""What is seen of a meeting: pure functions from one look at it to lines of text."""
