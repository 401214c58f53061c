"""The dialogue, pure: given what was and what happened, what is now and what should be said."""
