"""One bad example for each kind of problem."""
