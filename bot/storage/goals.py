"""What circles want for their child, and what members say to know much about."""

from pydantic import TypeAdapter

from bot.keys import Forgotten, Vault, of_circle
from bot.storage.database import Tx
from flows.goal import Goal
from flows.names import CircleId, MemberId, WordsId

_GOAL = TypeAdapter(Goal)


def load(tx: Tx, vault: Vault, circle: CircleId) -> Goal | None:
    """The goal of this circle, if it has one."""
    row = tx.one("SELECT * FROM goals WHERE circle = :circle", circle=circle)
    if row is None:
        return None
    try:
        body = vault.open(tx, of_circle(circle), row["sealed_goal"], table="goals", row=circle, column="sealed_goal")
    except Forgotten:
        return None
    return _GOAL.validate_json(body)


def save(tx: Tx, vault: Vault, goal: Goal) -> None:
    """This is the goal from now on."""
    body = _GOAL.dump_json(goal).decode()
    sealed = vault.seal(tx, of_circle(goal.circle), body, table="goals", row=goal.circle, column="sealed_goal")
    tx.change(
        "INSERT INTO goals (circle, sealed_goal) VALUES (:circle, :goal) "
        "ON CONFLICT (circle) DO UPDATE SET sealed_goal = :goal, version = version + 1",
        circle=goal.circle,
        goal=sealed,
    )


def expertise_of(tx: Tx, member: MemberId) -> WordsId | None:
    """What this member says to know much about."""
    row = tx.one("SELECT words FROM expertise WHERE member = :member", member=member)
    return WordsId(row["words"]) if row is not None else None


def set_expertise(tx: Tx, member: MemberId, words: WordsId | None) -> None:
    """From now on it says this, or (None) nothing."""
    tx.change("DELETE FROM expertise WHERE member = :member", member=member)
    if words is not None:
        tx.change("INSERT INTO expertise (member, words) VALUES (:member, :words)", member=member, words=words)


def forget(tx: Tx, circle: CircleId) -> None:
    """Nothing of this circle's goal and of what its members know is kept."""
    tx.change("DELETE FROM goals WHERE circle = :circle", circle=circle)
    tx.change("DELETE FROM expertise WHERE member IN (SELECT id FROM members WHERE circle = :circle)", circle=circle)
