"""Answers as blocks for a reader, in one language; ``cli/printing`` prints them."""
