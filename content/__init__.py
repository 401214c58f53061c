"""Words and structure of the dialogues, as files; this package holds no code."""
