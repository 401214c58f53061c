"""What people chose about when Praatmaat may speak; once it changes, what is held is judged anew."""

from bot.storage import people
from bot.storage.database import Tx
from flows.manners import Manners, Why, read_manners, write_manners
from flows.names import CircleId, PersonId

_SHUT = (*map(str, Why), "gate")  # also what was stopped directly before it went


def manners_of(person: people.Person | None) -> Manners:
    """What somebody chose; the usual manners for who chose nothing."""
    if person is None:
        return Manners()
    try:
        return read_manners(person.manners)
    except ValueError:  # a stored wish we can't read must not silence or unleash us: the usual manners
        return Manners()


def choose(tx: Tx, person: PersonId, manners: Manners) -> None:
    """They chose; what is held for them is looked at again."""
    people.set_manners(tx, person, write_manners(manners))
    judge_again(tx, person)


def judge_again(tx: Tx, person: PersonId) -> None:
    """What the gate held for this person may go earlier, or later, than it said: it is asked anew."""
    for why in _SHUT:
        tx.change(
            "UPDATE outbox SET not_before = 0 WHERE person = :person AND state = 'new' AND why = :why",
            person=person,
            why=why,
        )


def judge_circle_again(tx: Tx, circle: CircleId) -> None:
    """The same for everybody in a circle and for its group."""
    for member in people.members(tx, circle):
        judge_again(tx, member.person)
    for why in _SHUT:
        tx.change(
            "UPDATE outbox SET not_before = 0 WHERE circle = :circle AND state = 'new' AND why = :why",
            circle=circle,
            why=why,
        )
