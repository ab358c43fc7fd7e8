"""Commands that ask questions of the argument."""
