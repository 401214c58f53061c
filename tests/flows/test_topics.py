"""Every pick gets its turn: the order, and the list that waits for it."""

from hypothesis import given
from hypothesis import strategies as st

from flows.names import PROFESSIONALS, CardId, MemberId, Role, WordsId
from flows.topics import OWN_CARD, Topic, added, found, in_turn, without

ANNA, SAM, JOOST, NOOR, FATMA = (MemberId(n) for n in range(1, 6))
ROLES = {ANNA: Role.PARENT, SAM: Role.PUPIL, JOOST: Role.SCHOOL, NOOR: Role.CARE, FATMA: Role.SUPPORTER}
A, B, C, D, E = (CardId(name) for name in "abcde")


def order(**picks: CardId) -> list[str]:
    who = {"anna": ANNA, "sam": SAM, "joost": JOOST, "noor": NOOR, "fatma": FATMA}
    return [one.card for one in in_turn({who[name]: card for name, card in picks.items()}, ROLES)]


def test_what_both_sides_picked_comes_first_then_the_pupils_the_parents_and_the_others() -> None:
    assert order(noor=D, joost=A, fatma=E, anna=B, sam=C) == [C, B, E, A, D]
    assert order(noor=B, joost=A, fatma=E, anna=B, sam=C) == [B, C, E, A]


def test_everybody_sees_whose_pick_it_was() -> None:
    (both,) = in_turn({JOOST: A, SAM: A, ANNA: A}, ROLES)
    assert both.by == (SAM, ANNA, JOOST)


picks = st.dictionaries(st.sampled_from(list(ROLES)), st.sampled_from([A, B, C, D, E]))


@given(picks)
def test_every_pick_gets_its_turn_once(picked: dict[MemberId, CardId]) -> None:
    turns = in_turn(picked, ROLES)
    assert sorted(t.card for t in turns) == sorted(set(picked.values()))
    assert sorted(m for t in turns for m in t.by) == sorted(picked)


@given(picks, st.integers(1, 5), st.sampled_from([A, B, C, D, E]), st.sampled_from(sorted(PROFESSIONALS)))
def test_more_professionals_never_get_something_before_what_home_picked(
    picked: dict[MemberId, CardId], many: int, card: CardId, role: Role
) -> None:
    crowd = {MemberId(10 + n): card for n in range(many)}
    roles = ROLES | dict.fromkeys(crowd, role)
    home = {c for m, c in picked.items() if ROLES[m] in (Role.PUPIL, Role.PARENT)}
    turns = [t.card for t in in_turn(picked | crowd, roles)]
    if card not in home and home:
        assert turns.index(card) > max(turns.index(c) for c in home)
    others = [c for c in turns if c != card]
    assert others == [t.card for t in in_turn(picked, ROLES) if t.card != card]


def test_a_list_keeps_its_order_and_nothing_stands_on_it_twice() -> None:
    own = Topic(card=OWN_CARD, title=WordsId(1), about=WordsId(2))
    listed = added((Topic(card=A),), (Topic(card=B), Topic(card=A), own))
    assert listed == (Topic(card=A), Topic(card=B), own)
    assert found(listed, card=OWN_CARD, title=WordsId(1)) == own
    assert found(listed, card=OWN_CARD, title=WordsId(3)) is None
    assert without(listed, Topic(card=B)) == (Topic(card=A), own)
