"""A card in a talk: whose words are heard, and which examples help."""

from flows.cards import FOR_ALL, FOR_PROFESSIONALS, Card, Example, Sort, Whose
from flows.names import CardId, Role, TextKey
from flows.problems import Placed, Position

HERE = Position("kaart.yaml")


def placed(text: str) -> Placed:
    return Placed(text, HERE)


def card(*examples: tuple[Sort, Whose, str]) -> Card:
    return Card(
        id=CardId("eerste"),
        at=HERE,
        title=placed("Een eerste indruk"),
        about=placed("Hoe je begint, werkt lang door."),
        words={TextKey(f"vraag.{role}"): placed(f"Vraag voor {role}?") for role in Role},
        examples=tuple(Example(sort=sort, whose=whose, text=placed(text)) for sort, whose, text in examples),
    )


def spoken(card: Card) -> dict[str, str]:
    said = card.spoken({key: text.text for key, text in card.texts.items()})
    return {str(key): text for key, text in said.items()}


FULL = card(
    (Sort.ACTION, Whose.HOME, "vertelt"),
    (Sort.WORKING, Whose.SCHOOL, "antwoordt"),
    (Sort.ACTION, Whose.SCHOOL, "belt"),
    (Sort.ACTION, Whose.TOGETHER, "appen"),
    (Sort.WORKING, Whose.CARE, "vraagt"),
    (Sort.ACTION, Whose.CARE, "komt langs"),
)


def test_everybody_hears_the_question_of_their_own_role() -> None:
    for role in Role:
        assert spoken(FULL)[f"vraag.{role}"] == f"Vraag voor {role}?"


def test_the_group_sees_one_small_action_for_school_care_and_home_professionals_first() -> None:
    assert spoken(FULL)[FOR_ALL] == "• belt\n• komt langs\n• vertelt"


def test_professionals_see_their_own_examples_actions_first_and_no_more_than_three() -> None:
    assert spoken(FULL)[FOR_PROFESSIONALS] == "• belt\n• komt langs\n• antwoordt"


def test_a_translated_card_shows_its_examples_translated() -> None:
    english = {key: text.text.upper() for key, text in FULL.texts.items()}
    assert FULL.spoken(english)[FOR_ALL] == "• BELT\n• KOMT LANGS\n• VERTELT"


def test_the_single_examples_are_for_translators_and_not_for_talks() -> None:
    assert TextKey("afspraken.1") in FULL.texts
    assert TextKey("afspraken.1") not in spoken(FULL)
