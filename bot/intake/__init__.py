"""The road in: Telegram updates are stored before they are acknowledged, then handled one chat at a time."""
