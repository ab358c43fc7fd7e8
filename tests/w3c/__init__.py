"""Runs the query tests of the W3C's SPARQL 1.1 suite on our engine and on those of others."""
