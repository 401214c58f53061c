"""The tests, as a package so that they can share their clock and their chat on paper."""
