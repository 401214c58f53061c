"""Words by language."""

import pytest

from flows.names import Language, TextKey
from flows.texts import Texts

NL, EN = Language("nl"), Language("en")
HI, BYE = TextKey("hallo.text"), TextKey("dag.text")
TEXTS = Texts({NL: {HI: "Hallo", BYE: "Dag"}, EN: {HI: "Hello"}})


def test_a_reader_gets_their_own_language_and_dutch_where_that_lacks_a_text() -> None:
    assert TEXTS.get(EN, HI) == "Hello"
    assert TEXTS.get(EN, BYE) == "Dag"
    assert TEXTS.get(Language("uk"), HI) == "Hallo"


def test_a_text_that_is_nowhere_is_a_fault_and_not_an_empty_message() -> None:
    with pytest.raises(KeyError):
        TEXTS.get(NL, TextKey("weg.text"))
