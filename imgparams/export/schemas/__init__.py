"""JSON Schema of domains, spellings, wires and whole requests."""
