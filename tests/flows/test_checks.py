"""What the checker lets through and what it stops, in flows, on cards and in sentences."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from flows.checks import Spot, Use, check, check_texts, measure
from flows.checks.given import CHOSEN, MAY_BE_CHOSEN, SAID
from flows.checks.graph import outcomes, says, surely
from flows.diagram import mermaid, svg
from flows.effects import Deed
from flows.flow import Flow, Origin, Setting
from flows.manners import Duration, Unit
from flows.names import FlowId, OptionId, Revision, StepId
from flows.problems import Placed, Position
from flows.source import Content, read
from flows.steps.choose import ChooseStep
from flows.steps.do import DoStep
from flows.steps.fork import ForkStep
from flows.steps.pick import PickStep
from flows.steps.say import Place, SayStep
from flows.steps.write import WriteStep
from flows.times import Times
from tests.flows.test_source import flow, good

EMPTY, _ = read({})
NO_ANSWER = "next: {stoppen: einde, tijd-om: einde}"


def told(**files: str) -> list[str]:
    """The codes of everything that is wrong, in the order of place."""
    content, problems = read(good(**files))
    return [str(problem.code) for problem in sorted((*problems, *check(content)))]


def about(text: str, use: Use = Use.SAID, content: Content = EMPTY) -> list[str]:
    spot = Spot(text=Placed(text, Position("a.yaml")), use=use, names=None)
    return [str(problem.code) for problem in check_texts((spot,), content)]


def test_a_name_counts_only_when_every_way_to_a_text_fills_it_in() -> None:
    steps = f"""
  - choose: heb-je-iets
    text: Wil je iets afspreken?
    deadline: 1 dag
    options:
      ja: Ja
      nee: Nee
    next: {{nee: dank, tijd-om: einde}}
  - write: wat
    text: Wat?
    most: 80
    deadline: 1 dag
    {NO_ANSWER}
  - say: dank
    to: apart
    text: "Dank je voor: {{wat}}."
"""
    assert told(flows__proef=flow(steps)) == ["PM020"]
    straight = steps.replace("nee: dank", "nee: einde")
    assert told(flows__proef=flow(straight)) == []


def test_what_nobody_answered_is_not_known() -> None:
    steps = """
  - when: dag
    text: Welke dag?
    deadline: 1 dag
    next: {stoppen: einde, tijd-om: einde}
  - say: dank
    to: apart
    text: "Tot {dag}."
"""
    assert told(flows__proef=flow(steps)) == []
    assert told(flows__proef=flow(steps.replace("tijd-om: einde", "tijd-om: dank"))) == ["PM020"]


def test_the_option_someone_chose_in_private_is_never_filled_in_in_a_text() -> None:
    steps = """
  - choose: rol
    text: Hoe doe je mee?
    deadline: 1 dag
    options:
      ouder: Ouder
    next: {tijd-om: einde}
  - say: dank
    to: apart
    text: "Je bent {rol}."
"""
    assert told(flows__proef=flow(steps)) == ["PM020"]


def test_what_can_be_picked_names_only_what_is_always_known() -> None:
    steps = """
  - pick: kaart
    options: kaarten
    deadline: 1 dag
    text: Welke kaart?
    next: {tijd-om: einde}
  - pick: wie
    deadline: 1 dag
    text: "Gekozen: {kaart}. Wie begint?"
    options:
      thuis: Thuis, voor {kind}
      school: School, met {kaart}
"""
    assert told(flows__proef=flow(steps, setting="groep")) == ["PM020"]


def test_the_title_of_a_card_is_the_same_for_every_child() -> None:
    files = good()
    files["decks/klein/eerste.yaml"] = files["decks/klein/eerste.yaml"].replace("Een eerste indruk", "Wie is {kind}?")
    assert [str(p.code) for p in check(read(files)[0])] == ["PM020"]


def test_names_in_a_flow_that_leads_nowhere_are_left_for_later() -> None:
    steps = """
  - say: dag
    to: apart
    text: Dag {naam}.
    next: {verder: nergens}
"""
    assert told(flows__proef=flow(steps)) == ["PM012"]


def test_a_flow_about_an_agreement_is_told_what_who_and_when() -> None:
    steps = """
  - say: dag
    to: apart
    text: "{wat} door {wie} op {wanneer}."
"""
    assert told(flows__akkoord=flow(steps, "akkoord")) == []
    assert told(flows__proef=flow(steps)) == ["PM020", "PM020", "PM020"]


def test_the_last_question_of_a_flow_may_end_in_silence() -> None:
    steps = """
  - choose: past-dit
    text: Past dit?
    deadline: 1 dag
    options:
      ja: Ja
"""
    assert told(flows__proef=flow(steps)) == []


def test_steps_may_go_round_as_long_as_somebody_is_waited_for() -> None:
    steps = """
  - write: wat
    text: Wat?
    most: 80
    deadline: 1 dag
    next: {stoppen: einde, tijd-om: einde}
  - say: nog-eens
    to: apart
    text: En nog iets?
    next: {verder: wat}
"""
    assert told(flows__proef=flow(steps)) == []


def test_a_deed_that_is_never_reached_is_told_about_once() -> None:
    steps = """
  - say: dag
    to: apart
    text: Dag.
    next: {verder: einde}
  - do: voorleggen
    deed: voorstellen
"""
    assert told(flows__proef=flow(steps)) == ["PM017"]


def test_every_need_of_a_deed_names_a_deed_that_is_there() -> None:
    assert set(SAID) | set(CHOSEN) | set(MAY_BE_CHOSEN) <= set(Deed)


def test_more_examples_than_anyone_reads_are_stopped() -> None:
    files = good()
    files["decks/klein/eerste.yaml"] += "  - soort: actie\n    voor: samen\n    tekst: bellen\n" * 6
    assert [str(p.code) for p in check(read(files)[0])] == ["PM030"]


def test_a_card_without_its_questions_is_told_about_once() -> None:
    files = good()
    path = "decks/klein/eerste.yaml"
    before, _, rest = files[path].partition("vraag:")
    files[path] = before + rest[rest.index("gesprek:") :].partition("afspraken:")[0]
    assert [str(p.code) for p in read(files)[1]] == ["PM004", "PM004"]


def test_an_empty_number_is_told_about_once() -> None:
    steps = f"""
  - write: wat
    text: Wat?
    most: ""
    deadline: 1 dag
    {NO_ANSWER}
"""
    assert told(flows__proef=flow(steps)) == ["PM004"]


def test_sixteen_words_are_a_long_breath_and_seventeen_too_many() -> None:
    assert about(" ".join(["woord"] * 16) + ".") == []
    assert about(" ".join(["woord"] * 17) + ".") == ["PM026"]


def test_one_long_word_may_stand_in_any_text_and_more_only_among_many_short_ones() -> None:
    assert about("Een jeugdbeschermer helpt.") == []
    assert about("Een jeugdbeschermer praat met de kinderrechter.") == ["PM039"]
    assert about("Een jeugdbeschermer praat met de kinderrechter. " + "Dat duurt niet lang. " * 3) == []


def test_a_text_weighs_more_with_longer_sentences_longer_words_and_words_of_the_field() -> None:
    light = measure("Wat ging goed? Vertel het kort.")
    assert (light.words, light.average, light.longest, light.long, light.jargon) == (6, 3, 3, 0, 0)
    heavier = ("Wat ging er goed en vertel het kort.", "Wat ging goed? Vertel het de hulpverleners en begeleiders.",
               "Wat ging goed? Vertel het de OPP en casus.")  # fmt: skip
    assert all(measure(text).weight > light.weight for text in heavier)
    assert measure("🎴").weight == 0


def test_every_line_and_every_full_stop_begins_a_new_sentence() -> None:
    eleven = " ".join(["woord"] * 11)
    assert about(f"{eleven}. {eleven}! {eleven}?\n{eleven}\n• {eleven}") == []


def test_a_text_of_long_sentences_tires_though_none_is_too_long() -> None:
    twelve = " ".join(["woord"] * 12)
    assert about(f"{twelve}. {twelve}.") == []
    assert about(f"{twelve}. {twelve}. {twelve}.") == ["PM026"]


def test_markup_and_placeholders_do_not_count_as_words() -> None:
    assert about("<b>" + " ".join(["woord"] * 15) + "</b> {kind}.") == []


def test_a_text_without_any_word_is_no_sentence() -> None:
    assert about("🎴 …") == []


def test_jargon_may_be_used_once_it_is_explained() -> None:
    content, _ = read(good())
    assert about("Na het MDO bellen we.", content=content) == []
    assert about("Wat is de hulpvraag?", content=content) == ["PM027"]
    assert about("Tot 20 MB lukt het.", content=content) == []


def test_a_title_is_a_name_and_stays_as_it_is() -> None:
    assert about("Van hulpvraag naar zorgplan", Use.TITLE) == []


def test_links_and_nested_markup_that_telegram_takes_are_let_through() -> None:
    assert about('Lees <a href="https://voorbeeld.nl/x?a=1">dit <b>eerst</b></a>, of bel &amp; vraag.') == []
    assert about("<b>dik <i>schuin</b></i>") == ["PM022"]


def test_length_is_counted_as_telegram_counts_it() -> None:
    assert about("🎴" * 32, Use.BUTTON) == []
    assert about("🎴" * 33, Use.BUTTON) == ["PM024"]
    assert about("<b>" + "ja. " * 1024 + "</b>") == []
    assert about("ja. " * 1024 + "j") == ["PM023"]


ONE_DAY = Times(now=Duration(1, Unit.DAYS), spread=Duration(1, Unit.DAYS))
PICK = PickStep(
    id=StepId("kaart"),
    options=(OptionId("a"), OptionId("b")),
    deadline=ONE_DAY,
    next={OptionId("tijd-om"): StepId("einde"), OptionId("b"): StepId("einde")},
)
SMALL = Flow(
    id=FlowId("klein"),
    revision=Revision(""),
    setting=Setting.GROUP,
    origin=Origin.ACT,
    steps=(
        PICK,
        DoStep(id=StepId("doen"), deed=Deed.PULSE),
        SayStep(id=StepId("klaar"), to=Place.BOARD),
    ),
)


def test_a_step_ends_in_no_other_way_than_its_kind_allows() -> None:
    assert outcomes(PICK) == ("a", "b", "tijd-om")
    write = WriteStep(id=StepId("wat"), most=80, deadline=ONE_DAY)
    assert outcomes(write) == ("verder", "stoppen", "tijd-om")
    assert [says(write, outcome) for outcome in outcomes(write)] == [{"wat"}, set(), set()]
    assert outcomes(replace(write, skip=True)) == ("verder", "overslaan", "stoppen", "tijd-om")


def test_behind_a_fork_or_an_option_that_needs_it_a_name_is_sure() -> None:
    fork = ForkStep(id=StepId("kijk"), known="plan-b")
    assert {outcome: says(fork, outcome) for outcome in outcomes(fork)} == {"bekend": {"plan-b"}, "onbekend": set()}
    choose = ChooseStep(id=StepId("verder"), options=(OptionId("plan-b"), OptionId("stop")), deadline=ONE_DAY,
                        only={OptionId("plan-b"): "plan-b"})  # fmt: skip
    assert says(choose, OptionId("plan-b")) == {"plan-b"}
    assert says(choose, OptionId("stop")) == set()


def test_what_was_picked_is_known_in_all_that_follows() -> None:
    assert surely(SMALL, says) == {"kaart": set(), "doen": {"kaart", "door"}, "klaar": {"kaart", "door"}}


def test_a_flow_is_drawn_with_every_way_it_can_go() -> None:
    assert mermaid(SMALL) == (
        "flowchart TD\n"
        '    s1["pick: kaart"]\n'
        '    s2["do: doen"]\n'
        '    s3["say: klaar"]\n'
        '    s1 -->|"a"| s2\n'
        '    s1 -->|"b, tijd-om"| einde\n'
        '    s2 -->|"verder"| s3\n'
        '    s3 -->|"verder"| einde\n'
        "    einde([einde])\n"
    )


def test_the_same_drawing_can_be_seen_without_a_network_and_every_way_in_it_has_its_name() -> None:
    drawn = svg(SMALL)
    assert drawn.count("<rect ") == len(SMALL.steps) + 1
    assert re.findall(r'<text class="way"[^>]*>([^<]+)<', drawn) == ["a", "b, tijd-om", "verder", "verder"]
    ElementTree.fromstring(drawn)


def test_an_option_can_not_wait_for_something_that_is_never_known() -> None:
    steps = """
  - choose: verder
    text: Hoe verder?
    deadline: 1 dag
    options:
      stop: Stoppen
    only: {stop: plan-b, door: plan-b}
    next: {tijd-om: einde}
"""
    assert told(flows__proef=flow(steps)) == ["PM037", "PM013", "PM037"]


def test_only_an_optional_line_may_name_what_may_not_be_known() -> None:
    steps = """
  - write: plan-b
    most: 80
    deadline: 1 dag
    skip: ja
    text: Wat is je plan B?
    next: {overslaan: klopt, stoppen: einde, tijd-om: einde}

  - choose: klopt
    deadline: 1 dag
    text: |
      Klopt dit?
      [Plan B: {plan-b}, met {hulp}]
      Plan B: {plan-b}
    options:
      ja: Ja
"""
    problems = sorted(check(read(good(flows__proef=flow(steps)))[0]))

    assert [(problem.code, problem.at.line) for problem in problems] == [("PM020", 18), ("PM020", 19)]


def test_who_can_not_be_left_out_by_a_name_that_is_never_known() -> None:
    steps = """
  - who: hulp
    deadline: 1 dag
    not: doeners
    text: Wie helpt?
    next: {stoppen: einde, tijd-om: einde}
"""
    assert told(flows__proef=flow(steps)) == ["PM037"]


LATER_OR_NOW = """
  - choose: uitkomst
    text: Hoe is het gegaan?
    deadline: 2 dagen
    options: {{gelukt: gelukt, later: Vraag het later}}
    next: {{later: {later}, tijd-om: einde}}
  - do: opslaan
    deed: uitkomst
    next: {{verder: einde}}
  - choose: obstakel
    text: Wat zat in de weg?
    deadline: 2 dagen
    options: {{tijd: Tijd, {obstacle}: Iets anders}}
    next: {{tijd-om: einde}}
  - choose: rest
    text: En nu?
    deadline: 2 dagen
    options: {{terug: Terug, verder: Verder}}
    next: {{terug: obstakel, verder: {after}, tijd-om: einde}}
"""


@pytest.mark.parametrize(
    ("later", "obstacle", "after", "faults"),
    [
        ("obstakel", "anders", "einde", []),
        ("opslaan", "anders", "einde", ["PM019"]),
        ("obstakel", "zomaar", "einde", []),
        ("obstakel", "zomaar", "opslaan", ["PM019"]),
    ],
    ids=["goes elsewhere", "is saved as a result", "is only asked", "is saved as an obstacle"],
)
def test_an_option_that_a_deed_does_not_understand_is_a_fault_only_where_it_can_lead_there(
    later: str, obstacle: str, after: str, faults: list[str]
) -> None:
    steps = LATER_OR_NOW.format(later=later, obstacle=obstacle, after=after)
    assert set(told(flows__proef=flow(steps))) - {"PM017"} == set(faults)


BOARD = """
  - pick: bord
    deadline: 1 dag
    text: Wat nu?
    options:
      verder: Verder
      meer: Meer
    begins: {meer: proef-apart}
    next: {tijd-om: einde}
"""


def test_a_board_may_begin_only_what_is_there() -> None:
    apart = flow("\n  - say: hoi\n    to: apart\n    text: Hoi.\n", "proef-apart")
    assert told(flows__proef=flow(BOARD, setting="groep"), **{"flows__proef-apart": apart}) == []
    assert told(flows__proef=flow(BOARD, setting="groep")) == ["PM016"]
    does = BOARD.replace("begins: {meer: proef-apart}", "does: {meer: doel-eens}")
    assert told(flows__proef=flow(does, setting="groep")) == []
    assert told(flows__proef=flow(does.replace("{meer:", "{anders:"), setting="groep")) == ["PM013"]
    wrong = BOARD.replace("{meer: proef-apart}", "{anders: proef-apart}")
    assert told(flows__proef=flow(wrong, setting="groep"), **{"flows__proef-apart": apart}) == ["PM013"]


def test_a_label_of_a_day_that_does_not_exist_is_told_about() -> None:
    steps = """
  - when: dag
    past: ja
    offer: [gisteren, over-1-eeuw]
    deadline: 1 dag
    text: Welke dag?
    next: {stoppen: einde, tijd-om: einde}
"""
    files = good(flows__proef=flow(steps))
    assert [str(p.code) for p in read(files)[1]] == ["PM006"]


OF_EACH = """
  - ask: ieder-apart
    text:
      ouder: Wat wil je dat wij van {kind} weten?
      leerling: Wat moeten wij van jou weten?
      onderwijs: Wat leerde je van {kind}?
      jeugdhulp: Wat leerde je van {kind}?
      steunfiguur: Wat zie jij?
    deadline: 1 dag
"""


def test_a_step_may_ask_each_role_in_words_of_its_own() -> None:
    def of(steps: str) -> list[str]:
        return told(formats__proef=flow(steps, setting="gesprek"))

    assert of(OF_EACH) == []
    assert of(OF_EACH.replace("      steunfiguur: Wat zie jij?\n", "")) == ["PM028"], "somebody gets no question"
    assert of(OF_EACH.replace("van jou weten", "van {kind} weten")) == ["PM020"], "the pupil reads their own name"
    aloud = OF_EACH.replace("ask", "round") + "    last: 1 dag\n"
    assert of(aloud) == ["PM020"] * 3, "the pupil hears their own name"
    assert of(OF_EACH.replace("zie jij", "zie " + "jij en zie " * 60)) == ["PM023", "PM026"]


def test_a_talk_may_go_by_its_pace_its_mood_and_the_phone_on_the_table() -> None:
    def of(known: str) -> list[str]:
        fork = f"  - fork: kijk\n    known: {known}\n    next: {{onbekend: einde}}\n"
        return told(formats__proef=flow(f"{fork}{OF_EACH}", setting="gesprek"))

    assert [of(known) for known in ("nu", "verspreid", "gespannen", "aan-tafel", "doel", "gast")] == [[]] * 6
    assert of("gespanen") == ["PM037"]
