"""Which turned card is put before whom, so that nobody's card is left without a reaction."""

from collections.abc import Iterable, Mapping

from flows.line import Value, Who, Word
from flows.moments import Phase, Reacting
from flows.names import MemberId, Share, StepId, TextKey
from flows.run import Answer, Run


def open_cards(run: Run, of: StepId) -> dict[MemberId, Answer]:
    """The cards this reveal turned, of who still takes part; pupil first (docs/explanation/rules.md)."""
    shown = run.shown.get(of, {})
    return {p.member: shown[p.member] for p in run.in_order() if p.member in shown}


def whose(run: Run, member: MemberId, card: Answer) -> Value:
    """How the writer of an open card, who takes part, may be named."""
    participant = run.participant(member)
    assert participant is not None
    return Who(member) if card.share is Share.NAME else Word(TextKey(f"ui/rol-{participant.role}"))


def deal(run: Run, cards: Mapping[MemberId, Answer]) -> dict[MemberId, Reacting]:
    """Each card before somebody else first: far along the order, so that home and school meet; two get each other's.

    Who turned no card takes one that fewest have. Nobody gets their own; whom that leaves without a card is not asked.
    """
    order = tuple(cards)
    dealt: dict[MemberId, Reacting] = {}
    readers = {p.member for p in run.present if not p.partly}
    for at, owner in enumerate(order):
        if len(order) > 1 and owner in readers:
            dealt[owner] = Reacting(card=order[(at + len(order) // 2) % len(order)])
    for participant in run.in_order():
        card = rarest(participant.member, cards, dealt)
        if participant.member in readers - dealt.keys() and card is not None:
            dealt[participant.member] = Reacting(card=card)
    return {p.member: dealt[p.member] for p in run.present if p.member in dealt}


def rarest(
    member: MemberId,
    cards: Iterable[MemberId],
    dealt: Mapping[MemberId, Reacting],
    passed: tuple[MemberId, ...] = (),
) -> MemberId | None:
    """The card of somebody else that fewest have before them, rather one they did not pass on."""
    taken = [w.card for m, w in dealt.items() if m != member and w.phase is not Phase.SKIPPED]
    others = [card for card in cards if card != member and card not in passed[-1:]]
    return min(others, key=lambda card: (card in passed, taken.count(card)), default=None)
