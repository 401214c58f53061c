"""The people of the paper chats, each in their role, and the talk they hold."""

from flows.names import Role

ANNA, SAM, JOOST, NOOR, OMA = (
    ("Anna", Role.PARENT),
    ("Sam", Role.PUPIL),
    ("Joost", Role.SCHOOL),
    ("Noor", Role.CARE),
    ("Oma", Role.SUPPORTER),
)
TALK = "kaarten-omdraaien/zie-vooral-het-kind"
