"""The command line of the knowledge base: parse, one call of the library, print."""
