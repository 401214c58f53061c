"""Golden transcripts: each shipped flow as the chat it is, to be read aloud; `--update-chats` writes them anew."""

from pathlib import Path

import pytest

from tests.chat import LIBRARY
from tests.content import (
    agreements,
    check_ins,
    coaching,
    encounters,
    footing,
    gatherings,
    meetings,
    numbers,
    rounds,
    settings,
    talks,
)
from tests.content.stories import Story, stories_of

HERE = Path(__file__).parent
TOLD = (agreements, check_ins, coaching, encounters, footing, gatherings, meetings, numbers, rounds, settings, talks)
STORIES = tuple(story for module in TOLD for story in stories_of(module))


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_the_chat_reads_as_it_was_written_down(story: Story, update_chats: bool) -> None:
    chat = story()
    people = ", ".join(f"{p.name} ({p.role})" for p in chat.people)
    written = f"# {chat.flow.id}, met {people}\n" + "\n".join(chat.transcript) + "\n"
    file = _file(story)
    if update_chats:
        file.write_text(written, encoding="utf-8")
    assert written == file.read_text(encoding="utf-8")


def test_every_shipped_flow_has_a_transcript() -> None:
    told = {story().flow.id.split("/")[0] for story in STORIES}
    assert told == {flow.split("/")[0] for flow in LIBRARY.flows}


def test_every_transcript_is_of_a_story_that_is_told() -> None:
    assert {file.stem for file in HERE.glob("*.chat")} == {_file(story).stem for story in STORIES}


def _file(story: Story) -> Path:
    return HERE / f"{story.__name__.replace('_', '-')}.chat"
