"""The identities and small closed vocabularies everything else speaks in."""

from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", int)  # a human being, over all circles
CircleId = NewType("CircleId", int)  # one group around one child
MemberId = NewType("MemberId", int)  # a person in a circle
RunId = NewType("RunId", int)
AgreementId = NewType("AgreementId", int)
MeetingId = NewType("MeetingId", int)
WordsId = NewType("WordsId", int)  # something a person said; the engine never holds the words themselves

FlowId = NewType("FlowId", str)
CardId = NewType("CardId", str)
StepId = NewType("StepId", str)
OptionId = NewType("OptionId", str)  # a label of a keyboard or a button of a board
TextKey = NewType("TextKey", str)  # 'ui/…' is a string of the program, anything else a text of the revision
Revision = NewType("Revision", str)  # content hash of a compiled flow
Language = NewType("Language", str)  # 'nl', 'en'


class Role(StrEnum):
    """How a member takes part; everybody picks their own (docs/explanation/rules.md)."""

    PARENT = "ouder"
    PUPIL = "leerling"
    SCHOOL = "onderwijs"
    CARE = "jeugdhulp"
    SUPPORTER = "steunfiguur"


REVEAL_ORDER: tuple[Role, ...] = (Role.PUPIL, Role.PARENT, Role.SUPPORTER, Role.SCHOOL, Role.CARE)
"""Whose card is turned first (docs/explanation/rules.md)."""

PROFESSIONALS: frozenset[Role] = frozenset({Role.SCHOOL, Role.CARE})
"""Who moves first, because parents depend on what they do (docs/explanation/rules.md)."""


class Pace(StrEnum):
    """Whether a talk is held now, at the table, or spread over days."""

    NOW = "nu"
    SPREAD = "verspreid"


class Share(StrEnum):
    """How the writer lets an answer be shown."""

    NAME = "naam"
    ROLE = "rol"
    ME = "mij"
    SPREAD = "spreiding"  # a point on a scale: as one among the others, without name or role


class Form(StrEnum):
    """What a piece of an answer is made of."""

    TEXT = "text"
    VOICE = "voice"
    PHOTO = "photo"
