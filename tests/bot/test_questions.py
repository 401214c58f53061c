"""Which question a private message belongs to, also when Telegram's answer about that question was lost."""

from bot import questions
from bot.storage import fates, people, prompts
from bot.storage.database import Row, Tx
from bot.storage.outbox import row_of
from flows.names import Role
from tests.bot.table import Table

REAL = 1000.0


def send(tx: Tx, table: Table, name: str, message_id: int | None) -> None:
    """The question of this person goes out; without a message id nobody hears whether it arrived."""
    prompt = prompts.open_of(tx, table.members[name].person)
    assert prompt is not None
    found: Row | None = tx.one("SELECT * FROM outbox WHERE prompt = :p ORDER BY id DESC LIMIT 1", p=prompt.id)
    assert found is not None
    row = row_of(found)
    fates.claim(tx, row, real=REAL)
    if message_id is None:
        fates.unknown(tx, row.id, retry_at=REAL, why="restart")
    else:
        fates.stored_message(tx, row, _chat(tx, table, name), message_id, (), at=REAL)
        fates.finish(tx, row.id, "sent")


def answers(tx: Tx, table: Table, name: str, message_id: int) -> bool:
    """Whether what they write now belongs to the open question."""
    person = table.members[name].person
    return questions.answered_by(tx, person, _chat(tx, table, name), message_id, None) == prompts.open_of(tx, person)


def _chat(tx: Tx, table: Table, name: str) -> int:
    chat = people.chat_of_person(tx, table.members[name].person)
    assert chat is not None
    return chat


async def test_what_someone_writes_before_the_second_copy_of_a_question_answers_the_first(table: Table) -> None:
    await table.sit(("Anna", Role.PARENT), ("Joost", Role.SCHOOL))
    await table.begins("Anna", "instellingen")

    def story(tx: Tx) -> None:
        send(tx, table, "Anna", None)
        assert answers(tx, table, "Anna", 11)
        send(tx, table, "Anna", 14)  # the bot is back and asks once more
        assert answers(tx, table, "Anna", 12) and answers(tx, table, "Anna", 13) and answers(tx, table, "Anna", 15)

    await table.database.transact(story)


async def test_what_someone_wrote_before_a_question_that_came_once_does_not_answer_it(table: Table) -> None:
    await table.sit(("Anna", Role.PARENT), ("Joost", Role.SCHOOL))
    await table.begins("Anna", "instellingen")

    def story(tx: Tx) -> None:
        send(tx, table, "Anna", 14)
        assert not answers(tx, table, "Anna", 12) and answers(tx, table, "Anna", 15)

    await table.database.transact(story)
