"""What delivery asks and tells the rest of the bot, within its own transactions."""

from collections.abc import Sequence
from typing import Protocol

from bot.storage.database import Tx
from bot.storage.outbox import OutboxRow


class Aftermath(Protocol):
    """Implemented beside the runner. Each call is part of the transaction it is given."""

    def still(self, tx: Tx, row: OutboxRow) -> bool:
        """Whether this may still go: its question open, its run and circle and reader in place."""
        ...

    def claimed(self, tx: Tx, row: OutboxRow) -> None:
        """It is about to go for the first time: from now on a reminder counts (decision 0005)."""
        ...

    def sent(self, tx: Tx, row: OutboxRow, messages: Sequence[tuple[int, int]], audience: int | None) -> None:
        """All of it arrived: (chat id, message id) in order, and how many people the reader was told of."""
        ...

    def audience_grew(self, tx: Tx, row: OutboxRow, count: int | None) -> None:
        """Nothing was turned: the group counts `count` people now (None: unknown), more than was told."""
        ...

    def unreachable(self, tx: Tx, row: OutboxRow) -> None:
        """This person blocked the bot, never pressed Start, or is gone."""
        ...

    def circle_gone(self, tx: Tx, row: OutboxRow) -> None:
        """The bot is no longer in this group, or the group is gone."""
        ...

    def migrated(self, tx: Tx, old_chat: int, new_chat: int) -> None:
        """The group became a supergroup under another chat id."""
        ...
