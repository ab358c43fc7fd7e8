"""The essay you can query: concepts, claims and who holds them, as checked data and as a graph."""
