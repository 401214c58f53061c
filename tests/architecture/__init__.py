"""Whether the house still stands as its drawings say."""
