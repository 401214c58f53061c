"""Everything that is kept: one SQLite file, a module per noun."""
