"""What is stored today is read back tomorrow, and what was stored long ago still is."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.library import Library
from flows import codec
from flows.line import Count, Day, People, Quote, Who, Word
from flows.moments import (
    AgreeMoment,
    AskMoment,
    Choice,
    ChooseMoment,
    DiscussMoment,
    EachMoment,
    Moment,
    OpeningMoment,
    Phase,
    PickMoment,
    Reacting,
    ReactMoment,
    RevealMoment,
    RevealPhase,
    RoundMoment,
    Seat,
    WhenMoment,
    WhoMoment,
    WriteMoment,
    Writing,
)
from flows.names import (
    FlowId,
    Language,
    MemberId,
    OptionId,
    Pace,
    Revision,
    Role,
    RunId,
    Share,
    StepId,
    TextKey,
    WordsId,
)
from flows.run import Answer, Participant, Run, Status

SAMPLES = Path(__file__).parent.parent / "samples"
ANNA, JOOST = MemberId(11), MemberId(12)

RUN = Run(
    id=RunId(7),
    flow=FlowId("kaarten-omdraaien/zie-vooral-het-kind"),
    revision=Revision("0" * 64),
    participants=(Participant(member=ANNA, role=Role.PARENT), Participant(member=JOOST, role=Role.SCHOOL, here=False)),
    starter=ANNA,
    pace=Pace.NOW,
    about={
        "titel": Word(TextKey("title")),
        "wie": People((ANNA, JOOST)),
        "wat": Quote((WordsId(3),)),
        "wanneer": Day(date(2026, 12, 4)),
        "n": Count(2),
        "lid": Who(ANNA),
    },
    kept={StepId("tempo"): OptionId("nu")},
    answers={StepId("eerst-alleen"): {ANNA: Answer(words=(WordsId(3), WordsId(4)), share=Share.ROLE, told=5)}},
    at=StepId("eerst-alleen"),
    turn=3,
    moment=AskMoment(
        writers={
            ANNA: Writing(round=2, phase=Phase.DONE, words=(WordsId(3),), size=12, share=Share.ROLE, told=5),
            JOOST: Writing(round=0),
        }
    ),
    status=Status.OPEN,
    version=9,
)
MOMENTS: tuple[Moment | None, ...] = (
    None,
    RevealMoment(phase=RevealPhase.ASKING, round=1, cards=(ANNA,), consents={ANNA: True, JOOST: None}, lone=True),
    DiscussMoment(open_to_all=True, met=True),
    AgreeMoment(proposed=(4,), standing=(4,), offered={JOOST: False}),
    ChooseMoment(round=1, reminded=True),
    WhenMoment(round=1, days=(date(2026, 12, 4),)),
    WriteMoment(round=1, words=WordsId(3)),
    WhoMoment(round=1, chosen=(ANNA,), candidates=(ANNA, JOOST)),
    PickMoment(),
    ReactMoment(writers={ANNA: Reacting(card=JOOST, round=1, passed=(ANNA,), begins=OptionId("ik-herken"))}),
    OpeningMoment(by=JOOST, round=1, words=WordsId(3)),
    RoundMoment(line=(Seat(role=Role.PUPIL), Seat(role=Role.PARENT, member=ANNA)), number=1, been=(JOOST,)),
    EachMoment(choices={ANNA: Choice(round=1, deck=OptionId("principes"))}, left={JOOST: 1}),
)


@pytest.mark.parametrize("moment", (RUN.moment, *MOMENTS))
def test_a_run_stored_at_any_moment_goes_on_exactly_there(moment: Moment | None) -> None:
    run = replace(RUN, moment=moment)
    assert codec.decode_run(codec.encode_run(run)) == run


@pytest.mark.parametrize("id", Library.load().flows)
def test_a_revision_read_back_is_the_same_and_carries_its_hash(id: FlowId) -> None:
    library = Library.load()
    flow, texts = library.flow(id), library.texts(id)
    body = codec.encode_revision(flow, texts)
    assert codec.decode_revision(body) == (flow, texts)
    assert flow.revision == codec.hash_of(body)


def test_the_hash_changes_with_a_single_letter_and_with_nothing_else() -> None:
    library = Library.load()
    flow, texts = library.flow(FlowId("peiling")), library.texts(FlowId("peiling"))
    body = codec.encode_revision(flow, texts)
    backwards = {key: text for key, text in reversed(list(texts.by_language[Language("nl")].items()))}
    assert (
        codec.encode_revision(flow, replace(texts, by_language={**texts.by_language, Language("nl"): backwards}))
        == body
    )
    changed = {**backwards, TextKey("dank.text"): "Dank je wel."}
    assert (
        codec.encode_revision(flow, replace(texts, by_language={**texts.by_language, Language("nl"): changed})) != body
    )


def test_every_format_number_up_to_now_has_a_sample_that_is_still_read() -> None:
    for number in range(1, codec.RUN_FORMAT + 1):
        run = codec.decode_run((SAMPLES / f"run-{number}.json").read_text(encoding="utf-8"))
        assert (run.flow, run.at) == (RUN.flow, RUN.at)
    for number in range(1, codec.REVISION_FORMAT + 1):
        flow, texts = codec.decode_revision((SAMPLES / f"revision-{number}.json").read_text(encoding="utf-8"))
        assert flow.id == FlowId("peiling") and texts.get(Language("nl"), TextKey("fijn.text"))


def test_the_sample_of_the_format_of_today_is_what_is_written_today() -> None:
    sample = json.loads((SAMPLES / f"run-{codec.RUN_FORMAT}.json").read_text(encoding="utf-8"))
    assert json.loads(codec.encode_run(RUN)) == sample


def test_an_old_run_is_lifted_step_by_step_to_the_format_of_today() -> None:
    def second(body: codec.Body) -> codec.Body:
        return {"name": body["naam"]}

    def third(body: codec.Body) -> codec.Body:
        return {"names": [body["name"]]}

    upcasters = {1: second, 2: third}
    assert codec.upcast({"format": 1, "naam": "Anna"}, 3, upcasters) == {"names": ["Anna"]}
    assert codec.upcast({"format": 2, "name": "Anna"}, 3, upcasters) == {"names": ["Anna"]}


@pytest.mark.parametrize("stored", ('{"format": 99, "run": {}}', '{"run": {}}', '{"format": "1"}', "[]", "null"))
def test_a_run_of_a_newer_version_or_of_no_version_is_refused_whole(stored: str) -> None:
    with pytest.raises(codec.Unreadable):
        codec.decode_run(stored)


def test_a_run_that_lost_a_part_is_refused_whole() -> None:
    body = json.loads(codec.encode_run(RUN))
    del body["run"]["participants"]
    with pytest.raises(ValidationError):
        codec.decode_run(json.dumps(body))
