"""What is spotted as delicate, and the much larger part of what people write that is not."""

from datetime import date

import pytest

from flows.delicate import Delicate, holds_citizen_number, sounds_like_blame, speaks_of_danger, worth_asking

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    ["123456782", "zijn bsn is 111222333.", "BSN: 123 456 782", "1234.56.782", "(123-456-782)", "ik ben 14 123456782"],
)
def test_a_citizen_service_number_is_seen_in_every_usual_spelling(text: str) -> None:
    assert holds_citizen_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "123456789",  # fails the eleven-test
        "000000000",  # passes it, and is nobody's
        "bel 0612345678",
        "bel +31 123456782 of 0031 123456782",
        "+31123456782",
        "1234567820",
        "12 34 56 782",
        "123 456-782",
        "om 10.30 uur in lokaal 204",
        "",
    ],
)
def test_a_telephone_number_or_another_number_is_no_citizen_service_number(text: str) -> None:
    assert not holds_citizen_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sam is geboren op 3 mei",
        "Geboortedatum: 03-05-2013",
        "hij kwam op 3-5-2013 ter wereld",
        "3/5/2013",
        "op 3 mei  2013",
        "sinds 23-11-2023",
    ],
)
def test_a_date_of_birth_is_worth_a_gentle_question(text: str) -> None:
    assert worth_asking(text, today=TODAY) is Delicate.BIRTH


@pytest.mark.parametrize(
    "text",
    [
        "vrijdag 12-3-2027",
        "sinds 24-11-2023",  # three years to the day
        "31-2-2013",
        "13-13-2013",
        "op 3 mei",
        "geboren en getogen in Utrecht",
        "Hij las de klas een gedicht voor.",
        "we gaan passen en meten",
        "",
    ],
)
def test_an_appointment_or_ordinary_words_are_not_asked_about(text: str) -> None:
    assert worth_asking(text, today=TODAY) is None


@pytest.mark.parametrize(
    "text",
    ["Hij heeft ADHD", "met zijn autisme is drukte lastig", "ASS", "pdd-nos", "PDDNOS", "een hechtingsstoornis",
     "autistische trekken"],
)  # fmt: skip
def test_a_diagnosis_is_worth_a_gentle_question(text: str) -> None:
    assert worth_asking(text, today=TODAY) is Delicate.DIAGNOSIS


@pytest.mark.parametrize(
    "text",
    ["Ik wil dood", "soms wil hij niet meer leven", "Zelfmoord.", "ze snijdt zichzelf", "mijn vader slaat mij",
     "ik ben bang om naar huis te gaan", "het is thuis niet veilig thuis", "ik word bedreigd", "over mishandeling"],
)  # fmt: skip
def test_words_of_danger_bring_the_help_card(text: str) -> None:
    assert speaks_of_danger(text)


@pytest.mark.parametrize(
    "text",
    ["ik ben doodmoe", "hij slaat een les over", "ik lachte me dood", "we slaan de vergadering over",
     "een veilige plek", "ze snijdt brood", "bang voor de toets"],
)  # fmt: skip
def test_everyday_words_do_not(text: str) -> None:
    assert not speaks_of_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "School belt altijd te laat",
        "Het is de schuld van de mentor",
        "Jullie luisteren nooit",
        "Wat een onzin allemaal",
    ],
)
def test_a_title_that_may_be_read_as_blame_is_worth_a_gentle_question(text: str) -> None:
    assert sounds_like_blame(text)


@pytest.mark.parametrize(
    "text",
    [
        "De eerste week na de vakantie",
        "Wij willen het eerder van elkaar weten",
        "Hoe bellen we elkaar?",
        "Altijd een plek om rustig te werken",
        "Wat als het een dag niet lukt",
    ],
)
def test_an_invitation_to_talk_is_not_asked_about(text: str) -> None:
    assert not sounds_like_blame(text)
