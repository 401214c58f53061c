"""What every screen looks like, without Telegram or a database: talks played by themselves, and a page to read."""
