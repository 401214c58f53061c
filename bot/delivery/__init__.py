"""From the outbox to Telegram: when, in what words, and what became of it (decision 0005)."""
