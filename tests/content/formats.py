"""Plays every format and counts its messages: `python -m tests.content.formats` writes docs/reference/formats.md."""

from functools import cache
from itertools import combinations
from pathlib import Path

from bot.library import Library, judge, texts_under
from bot.preview.playing import Mood, Play
from bot.preview.screens import starts
from flows.flow import Flow
from flows.names import FlowId, Pace, Role, TextKey

ROOT = Path(__file__).parent.parent.parent
MANUAL = ROOT / "docs" / "reference" / "formats.md"
LIBRARY = Library.load()
CARD = LIBRARY.cards[0].id
WRITTEN = {written.flow.id: written for written in judge(*texts_under(ROOT / "content"))[0].formats.values()}
FORMATS = sorted(WRITTEN)

GROUPS = [group for size in range(2, len(Role) + 1) for group in combinations(Role, size)]
"""Everybody who can sit together, each role once: from two to all five."""

PAIRS = [*GROUPS[:10], tuple(Role)]
"""Each role alone with another, and all."""

SOME = [(Role.PARENT, Role.SCHOOL), (Role.SCHOOL, Role.CARE), (Role.PARENT, Role.PUPIL, Role.SCHOOL), tuple(Role)]
"""For what a talk may be told at its start: a pair, a team, the three, and all."""

HEAD = """# De werkvormen, geteld

Deze bladzijde wordt gemaakt door elke werkvorm te spelen, met `python -m tests.content.formats`.

Geteld is wat iemand hoogstens apart krijgt als iedereen doet wat er gevraagd wordt, met één bericht als antwoord.
Een bord dat op zijn plek verandert, telt niet mee. Een afspraak maken telt ook niet mee, en de peiling na afloop niet.
Wie weinig tijd heeft, kiest `nu`: dan krijgt niemand acht berichten of meer.

| Werkvorm | Tempo | Apart, per persoon | In de groep, met z'n tweeën | In de groep, met z'n vijven |
|---|---|---|---|---|
"""


def flow_of(format: FlowId) -> Flow:
    """The structure of a format: the same with every card."""
    return LIBRARY.flow(FlowId(f"{format}/{CARD}"))


@cache
def plays(format: FlowId) -> tuple[Play, ...]:
    """Every group at both paces; pairs in every mood; a few groups for what a talk may be told at its start."""
    flow = flow_of(format)
    plain, *more = starts(flow).values()
    wanted = [(plain, GROUPS, Mood.WILLING), (plain, PAIRS, Mood.SKIPPING), (plain, PAIRS, Mood.SILENT)]
    wanted += [(about, SOME, Mood.WILLING) for about in more]
    return tuple(
        Play(flow, group, pace, mood, about) for about, groups, mood in wanted for pace in Pace for group in groups
    )


def table() -> str:
    """The page as it should be now."""
    rows = []
    for format in FORMATS:
        flow = flow_of(format)
        plain = starts(flow)[""]
        title = WRITTEN[format].texts[TextKey("title")].text
        for pace in Pace:
            two, five = (Play(flow, group, pace, Mood.WILLING, plain) for group in (SOME[0], tuple(Role)))
            private = max(play.private(member) for play in (two, five) for member in play.members)
            rows.append(f"| {title} | {pace} | {private} | {two.in_group} | {five.in_group} |\n")
    return HEAD + "".join(rows)


if __name__ == "__main__":
    MANUAL.write_text(table(), encoding="utf-8")
    print(table())
