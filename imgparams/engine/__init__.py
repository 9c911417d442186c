"""The engine: reads and writes requests through the rows of a target, finds changes and needs, builds the call."""
