"""SPARQL for people and programs: evaluated in a process with limits, over HTTP, and elsewhere."""
