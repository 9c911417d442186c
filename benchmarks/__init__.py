"""Times against code written by hand; `python -m benchmarks`."""
