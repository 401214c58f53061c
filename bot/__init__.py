"""Everything that touches the world: Telegram, SQLite, time, keys, files and the demo page."""
