"""What an editor writes is what a reader gets, in each language, and what can't be read is told."""

from datetime import date
from pathlib import Path

from flows.agreements import Obstacle
from flows.checks import check
from flows.flow import Origin, Setting
from flows.manners import Duration, Unit
from flows.names import FlowId, Language, OptionId, Role, StepId, TextKey
from flows.problems import Code, Placed, Position, Problem, did_you_mean, in_order
from flows.source import Content, compilable, read, tip_key
from flows.source.translations import mark
from flows.steps.choose import ChooseStep
from flows.steps.pick import PickStep
from flows.texts import Texts
from flows.times import Times

GOOD = Path(__file__).parent.parent / "problems" / "good"
NL, EN = Language("nl"), Language("en")


def good(**more: str) -> dict[str, str]:
    """The small content without problems, with more files; `flows__x` stands for `flows/x.yaml`."""
    files = {
        str(path.relative_to(GOOD)): path.read_text(encoding="utf-8")
        for path in sorted((*GOOD.rglob("*.yaml"), *GOOD.rglob("*.typ")))
    }
    return files | {f"{name.replace('__', '/').replace('_', '-')}.yaml": text for name, text in more.items()}


def flow(steps: str, id: str = "proef", setting: str = "apart") -> str:
    return f"format: 1\nid: {id}\ntitle: Een proef\nsetting: {setting}\nsteps:\n{steps}"


def whole(files: dict[str, str]) -> Content:
    content, problems = read(files)
    assert problems == () and check(content) == ()
    return content


def texts(files: dict[str, str], id: str) -> Texts:
    return compilable(whole(files))[FlowId(id)]().texts


QUESTION = """
  - choose: hoe-laat
    deadline: {nu: 20 minuten, verspreid: 2 schooldagen}
    remind: 1 schooldag
    text: 12:30
    options:
      no: no
      yes: 2026-03-12
      "on": 010
    next: {tijd-om: einde}
"""


def test_what_yaml_would_read_as_a_time_a_date_or_a_no_stays_what_the_editor_wrote() -> None:
    by_key = texts(good(flows__proef=flow(QUESTION)), "proef").by_language[NL]
    assert by_key[TextKey("hoe-laat.text")] == "12:30"
    assert by_key[TextKey("hoe-laat.no")] == "no"
    assert by_key[TextKey("hoe-laat.yes")] == "2026-03-12"
    assert by_key[TextKey("hoe-laat.on")] == "010"


def test_a_step_is_read_with_a_duration_for_each_pace() -> None:
    read_flow = whole(good(flows__proef=flow(QUESTION))).flows["flows/proef.yaml"].flow
    assert (read_flow.setting, read_flow.origin) == (Setting.PRIVATE, Origin.ACT)
    day = Duration(1, Unit.SCHOOL_DAYS)
    assert read_flow.steps == (
        ChooseStep(
            id=StepId("hoe-laat"),
            options=(OptionId("no"), OptionId("yes"), OptionId("on")),
            deadline=Times(now=Duration(20, Unit.MINUTES), spread=Duration(2, Unit.SCHOOL_DAYS)),
            remind=Times(now=day, spread=day),
            next={OptionId("tijd-om"): StepId("einde")},
        ),
    )


CARDS = """
  - pick: kaart
    options: kaarten
    deadline: 1 dag
    text: Welke kaart?
  - say: gekozen
    to: bord
    text: "Gekozen: {kaart}."
"""
PICKING = {"flows__kiezen": flow(CARDS.replace("1 dag\n", "1 dag\n    next: {tijd-om: einde}\n"), "kiezen", "groep")}


def second_card() -> dict[str, str]:
    files = good(**PICKING)
    files["decks/klein/aller-eerste.yaml"] = (
        files["decks/klein/eerste.yaml"]
        .replace("id: eerste", "id: aller-eerste")
        .replace("Een eerste indruk", "Nog een kaart")
    )
    files["decks/klein/deck.yaml"] += "  - aller-eerste\n"
    files["pictures/kaarten/aller-eerste.typ"] = "// Een tekening."
    return files


def test_a_step_that_offers_all_cards_shows_their_titles_in_the_order_of_the_deck() -> None:
    content = whole(second_card())
    step = content.flows["flows/kiezen.yaml"].flow.steps[0]
    assert isinstance(step, PickStep)
    assert step.options == (OptionId("eerste"), OptionId("aller-eerste"))
    assert texts(second_card(), "kiezen").get(NL, TextKey("kaart.aller-eerste")) == "Nog een kaart"


def test_every_card_works_with_every_format() -> None:
    compiled = compilable(whole(second_card()))
    assert {FlowId("praten/eerste"), FlowId("praten/aller-eerste")} <= compiled.keys()
    said = compiled[FlowId("praten/aller-eerste")]().texts
    assert said.get(NL, TextKey("title")) == "Nog een kaart"
    assert said.get(NL, TextKey("vraag.ouder")) == "Hoe was je eerste gesprek over {kind}?"
    assert said.get(NL, TextKey("samen-klaar.text")) == "Dit gesprek over {titel} is klaar."


def scaled(card: str = "") -> dict[str, str]:
    """A second format that asks the card for a number, and the card with `card` more in it."""
    files = good()
    asks = files["formats/praten.yaml"].replace("id: praten", "id: schaal").replace("slot: vraag", "slot: schaal.vraag")
    path = "decks/klein/eerste.yaml"
    return files | {"formats/schaal.yaml": asks, path: files[path].replace("gesprek:", f"{card}gesprek:")}


def test_a_card_that_lacks_what_a_format_asks_is_told_so_by_name() -> None:
    content, _ = read(scaled())
    assert [(p.at.file, p.code) for p in check(content)] == [("content/decks/klein/eerste.yaml", "PM028")]
    whole(scaled("schaal: {vraag: Hoe gaat het samen?, laag: Het schuurt, hoog: Het loopt}\n"))


def beside_a_blank_card(card: str = "", drawing: bool = False) -> dict[str, str]:
    """A short card, with `card` more in it, beside the blank card, which has the words of every format."""
    files = scaled()
    path, blank = "decks/klein/eerste.yaml", "decks/klein/eigen-kaart.yaml"
    whole_card = files[path].replace("id: eerste", "id: eigen-kaart").replace("beeld: Twee", "beeld: Drie")
    files[blank] = whole_card + "schaal: {vraag: Hoe gaat dit?, laag: Het lukt nog niet, hoog: Het loopt}\n"
    files["decks/klein/deck.yaml"] += "  - eigen-kaart\n"
    files["pictures/kaarten/eigen-kaart.typ"] = files["pictures/kaarten/eerste.typ"]
    if not drawing:
        del files["pictures/kaarten/eerste.typ"]
    short = "".join(line for line in files[path].splitlines(keepends=True) if not line.startswith("beeld:"))
    return files | {path: short + card}


def test_what_a_card_leaves_out_is_asked_in_the_words_of_the_blank_card_and_opens_with_its_drawing() -> None:
    said = texts(beside_a_blank_card(), "schaal/eerste")
    assert said.get(NL, TextKey("schaal.vraag")) == "Hoe gaat dit?"
    assert said.get(NL, TextKey("beeld")) == "Drie mensen geven elkaar een hand."
    assert said.get(NL, TextKey("title")) == "Een eerste indruk"
    own = beside_a_blank_card("schaal: {vraag: Hoe begon het?, laag: Met moeite, hoog: Vanzelf}\n")
    assert texts(own, "schaal/eerste").get(NL, TextKey("schaal.vraag")) == "Hoe begon het?"


def test_a_drawing_and_what_it_shows_come_together_also_beside_a_blank_card() -> None:
    for files in (beside_a_blank_card(drawing=True), beside_a_blank_card("beeld: Twee mensen wachten.\n")):
        content, _ = read(files)
        assert [(p.at.file, p.code) for p in check(content)] == [("content/decks/klein/eerste.yaml", "PM038")]


def test_a_format_may_ask_a_question_of_its_own() -> None:
    files = good()
    asks = files["formats/praten.yaml"].replace("slot: vraag", "text: Hoe gaat dit nu bij ons?")
    said = texts(files | {"formats/praten.yaml": asks}, "praten/eerste")
    assert said.get(NL, TextKey("eerst-alleen.text")) == "Hoe gaat dit nu bij ons?"


def test_two_talks_that_differ_only_in_their_card_have_different_revisions() -> None:
    compiled = compilable(whole(second_card()))
    assert len({one().flow.revision for one in compiled.values()}) == len(compiled)


ENGLISH = "language: 1\nname: English\npublished: ja\n"


def translated(files: dict[str, str]) -> dict[str, str]:
    """All texts in 'English': the Dutch in capitals, each with the mark of its Dutch."""
    content, _ = read(files)
    dutch = {
        **{path: written.own_texts for path, written in content.written.items()},
        **{path: card.texts for path, card in content.cards.items()},
        **content.reference,
    }
    made = {"translations/en/language.yaml": ENGLISH}
    for path, by_key in dutch.items():
        lines = ["translation: 1", "texts:"]
        for key, placed in by_key.items():
            loud = placed.text.upper().replace("{KIND}", "{kind}").replace("{TITEL}", "{titel}")
            lines += [f"  {key}:", f"    of: {mark(placed.text)}", f"    text: '{loud.replace('{KAART}', '{kaart}')}'"]
        made[f"translations/en/{path}"] = "\n".join(lines) + "\n"
    return files | made


def test_a_translated_talk_is_translated_in_every_part() -> None:
    files = translated(good(**PICKING))
    talk, picking = texts(files, "praten/eerste"), texts(files, "kiezen")
    assert talk.get(EN, TextKey("title")) == "EEN EERSTE INDRUK"
    assert talk.get(EN, TextKey("vraag.ouder")) == "HOE WAS JE EERSTE GESPREK OVER {kind}?"
    assert talk.get(EN, TextKey("afspraken.vak")).startswith("• BELT")
    assert picking.get(EN, TextKey("kaart.eerste")) == "EEN EERSTE INDRUK"
    assert talk.get(NL, TextKey("title")) == "Een eerste indruk"


def test_a_translation_is_stale_once_a_word_of_the_dutch_changes_but_not_by_a_line_break() -> None:
    files = translated(good())
    wrapped = {
        **files,
        "flows/afspraak.yaml": files["flows/afspraak.yaml"].replace("maak je een", "maak je\n      een"),
    }
    assert check(read(wrapped)[0]) == ()
    changed = {**files, "flows/afspraak.yaml": files["flows/afspraak.yaml"].replace("maak je", "maken jullie")}
    assert [problem.code for problem in check(read(changed)[0])] == [Code.TRANSLATION_STALE]


def test_a_translation_is_held_to_the_same_names_and_buttons_as_the_dutch() -> None:
    files = translated(good())
    path = "translations/en/decks/klein/eerste.yaml"
    broken = {**files, path: files[path].replace("OVER {kind}", "ABOUT {child}")}
    assert [problem.code for problem in check(read(broken)[0])] == [Code.UNKNOWN_PLACEHOLDER]


def test_a_language_that_is_not_published_may_lag_behind_but_nobody_reads_it_yet() -> None:
    files = translated(good())
    files["translations/en/language.yaml"] = ENGLISH.replace("ja", "nee")
    files["flows/afspraak.yaml"] = files["flows/afspraak.yaml"].replace("maak je", "maken jullie")
    del files["translations/en/formats/praten.yaml"]
    assert list(texts(files, "praten/eerste").by_language) == [NL]
    broken = {**files, "translations/en/flows/oud.yaml": "translation: 1\ntexts: {}\n"}
    assert [problem.code for problem in check(read(broken)[0])] == [Code.TRANSLATION_SURPLUS]


def test_what_is_laid_out_for_a_translator_and_still_empty_counts_as_not_translated() -> None:
    files = translated(good())
    path = "translations/en/flows/afspraak.yaml"
    files[path] = files[path].replace("text: 'EEN AFSPRAAK MAKEN'", 'text: ""')
    content, problems = read(files)
    assert problems == ()
    assert [problem.code for problem in check(content)] == [Code.TRANSLATION_MISSING]


TONGUES = """
  - choose: taal
    text: In welke taal wil je lezen?
    deadline: 1 dag
    options: talen
    next: {tijd-om: einde}
"""


def test_who_chooses_a_language_sees_each_one_that_is_published_by_its_own_name() -> None:
    files = good(flows__proef=flow(TONGUES))
    for id, name, published in (("nl", "Nederlands", "ja"), ("ar", "العربية", "ja"), ("en", "English", "nee")):
        files[f"translations/{id}/language.yaml"] = f"language: 1\nname: {name}\npublished: {published}\n"
    content, _ = read(files)
    assert content.languages == ("ar",)
    compiled = compilable(content)[FlowId("proef")]()
    step = compiled.flow.steps[0]
    assert isinstance(step, ChooseStep) and step.options == ("nl", "ar")
    for reader in (NL, Language("ar")):
        assert compiled.texts.get(reader, TextKey("taal.ar")) == "العربية"
    assert TextKey("taal.ar") not in content.flows["flows/proef.yaml"].own_texts  # nothing to translate in a name


def test_a_fault_in_the_dutch_is_not_told_again_for_each_translation() -> None:
    files = translated(good())
    broken = {**files, "flows/afspraak.yaml": "format: 1\n"}
    content, problems = read(broken)
    assert {problem.at.file for problem in problems} == {"content/flows/afspraak.yaml"}
    assert check(content) == ()


def test_a_character_that_no_keyboard_has_is_told_with_its_line() -> None:
    _, problems = read(good(flows__proef="format: 1\nid: pro\x07ef\n"))
    assert [(p.at.line, p.code) for p in problems] == [(2, Code.NOT_YAML)]


def test_a_file_with_a_fault_leaves_the_others_readable() -> None:
    content, problems = read(good(flows__proef="format: 1\n", flows__los="a: [\n"))
    assert set(content.flows) == {"flows/afspraak.yaml"}
    assert {problem.at.file for problem in problems} == {"content/flows/los.yaml", "content/flows/proef.yaml"}


def test_problems_come_in_the_order_of_their_places_and_each_once() -> None:
    late, early = Position("b.yaml", 2, 1), Position("a.yaml", 10, 3)
    problems = [
        Problem(late, Code.WRONG_SHAPE, "laat"),
        Problem(early, Code.MISSING_KEY, "vroeg"),
        Problem(late, Code.WRONG_SHAPE, "laat"),
    ]
    assert [str(problem) for problem in in_order(problems)] == ["a.yaml:10:3: PM004 vroeg", "b.yaml:2:1: PM005 laat"]


def test_a_misspelt_word_gets_the_nearest_one_a_strange_word_gets_the_choices() -> None:
    assert did_you_mean("wat-god", ["wat-goed", "wie"]) == "; bedoelde je 'wat-goed'?"
    assert did_you_mean("xyz", ["wie", "wat"]) == "; kies uit: wat, wie"
    assert did_you_mean("xyz", []) == "; haal het weg"
    assert did_you_mean("xyz", [f"keuze{n}" for n in range(13)], "; kijk in de lijst") == "; kijk in de lijst"


def test_in_a_text_over_several_lines_a_fault_is_found_on_its_own_line() -> None:
    literal = Placed("een\ntwee\ndrie", Position("a.yaml", 4, 9), literal=True)
    assert literal.near(4).line == 6
    assert Placed("een twee", Position("a.yaml", 4, 9)).near(4) == Position("a.yaml", 4, 9)


def test_a_translation_that_cannot_be_read_is_not_called_missing_too() -> None:
    files = {**translated(good()), "translations/en/flows/afspraak.yaml": "translation: 2\n"}
    content, problems = read(files)
    assert {problem.code for problem in problems} == {Code.FORMAT_NUMBER, Code.MISSING_KEY}
    assert check(content) == ()


def tips(leave_out: str = "") -> str:
    of_roles = "".join(f"  {role}: Begin klein, {role}.\n" for role in Role if role != leave_out)
    return "tips: 1\n" + "".join(f"{obstacle}:\n{of_roles}" for obstacle in Obstacle)


SHOWS_TIP = '  - say: bij-tijd\n    to: apart\n    text: "{tip-tijd}"\n'


def test_a_flow_that_shows_tips_carries_them_with_it_and_other_flows_do_not() -> None:
    files = good(tips=tips(), flows__check_in=flow(SHOWS_TIP, "check-in"))
    key = tip_key(Obstacle.TIME, Role.PUPIL)
    assert texts(files, "check-in").get(NL, key) == "Begin klein, leerling."
    assert key not in texts(good(tips=tips(), flows__proef=flow(QUESTION)), "proef").by_language[NL]


def test_a_tip_is_translated_like_every_other_text_and_missed_where_it_is_not() -> None:
    files = good(tips=tips())
    files["translations/en/language.yaml"] = ENGLISH
    files["translations/en/tips.yaml"] = (
        f"translation: 1\ntexts:\n  tip.tijd.leerling: {{of: {mark('Begin klein, leerling.')}, text: Start small.}}\n"
    )
    missing = [problem for problem in check(read(files)[0]) if problem.at.file == "content/tips.yaml"]
    assert {problem.code for problem in missing} == {Code.TRANSLATION_MISSING}
    assert len(missing) == len(Obstacle) * len(Role) - 1


def test_an_obstacle_without_a_tip_for_some_role_is_told() -> None:
    _, problems = read(good(tips=tips(leave_out="leerling")))
    assert [problem.code for problem in problems] == [Code.MISSING_KEY] * len(Obstacle)


def test_a_tip_that_is_shown_but_written_nowhere_is_told() -> None:
    content, _ = read(good(flows__check_in=flow(SHOWS_TIP, "check-in")))
    (problem,) = check(content)
    assert (problem.code, problem.at.line) == (Code.UNKNOWN_PLACEHOLDER, 3)


def test_when_a_card_was_tried_is_read_and_an_empty_day_is_told_once() -> None:
    path = "decks/klein/eerste.yaml"
    files = good()
    tried = "beproefd:\n  - met: twee ouders\n    op: 2027-03-12\n"
    (card,) = whole(files | {path: files[path] + tried}).cards.values()
    assert [(one.with_whom.text, one.on) for one in card.tried] == [("twee ouders", date(2027, 3, 12))]
    _, problems = read(files | {path: files[path] + tried.replace("2027-03-12", '""')})
    assert [problem.code for problem in problems] == [Code.MISSING_KEY]
