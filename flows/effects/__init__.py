"""What the engine asks of the world: imperative, carrying keys and references, never words."""

from typing import TypeAlias

from flows.effects.beyond import OF_HOME, TAKES_WORDS, Begin, Deed, Do, Erase, Finish, SetTimer
from flows.effects.group import Board, Button, Post, Reveal, Turned, Unseal, Withhold
from flows.effects.private import Add, Ask, Close, Expect, Label, Reason, Refuse, Remind, Tell

Effect: TypeAlias = (
    Ask
    | Add
    | Remind
    | Close
    | Tell
    | Refuse
    | Board
    | Post
    | Reveal
    | Withhold
    | Unseal
    | Erase
    | SetTimer
    | Do
    | Begin
    | Finish
)

__all__ = [
    "OF_HOME",
    "TAKES_WORDS",
    "Add",
    "Ask",
    "Begin",
    "Board",
    "Button",
    "Close",
    "Deed",
    "Do",
    "Effect",
    "Erase",
    "Expect",
    "Finish",
    "Label",
    "Post",
    "Reason",
    "Refuse",
    "Remind",
    "Reveal",
    "SetTimer",
    "Tell",
    "Turned",
    "Unseal",
    "Withhold",
]
