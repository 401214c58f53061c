"""A local Bot API server with people on the other side, for the demo and for the end-to-end tests."""
