"""What runs: the two directions through the rows of a target, and what is measured, needed and sent."""
