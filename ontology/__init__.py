"""The ontology, the shapes, the rules and the named queries, as files of the package."""
