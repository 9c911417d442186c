"""JSON Schema, all of it: of domains, spellings, wires, a whole request, and the intent."""
