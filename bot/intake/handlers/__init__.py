"""What an update means: plain functions that translate and stop."""
