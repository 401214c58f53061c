"""The pulse: what four short questions say of how people work together, and never of who said it."""

from flows.pulse.model import Answers as Answers
from flows.pulse.model import Occasion as Occasion
from flows.pulse.model import Point as Point
from flows.pulse.model import Question as Question
from flows.pulse.model import Reading as Reading
from flows.pulse.rules import FLOOR as FLOOR
from flows.pulse.rules import MOST_SHOWN as MOST_SHOWN
from flows.pulse.rules import SIX_WEEKS as SIX_WEEKS
from flows.pulse.rules import Trend as Trend
from flows.pulse.rules import asks_consent as asks_consent
from flows.pulse.rules import invites as invites
from flows.pulse.rules import next_round as next_round
from flows.pulse.rules import numbers as numbers
from flows.pulse.rules import read_off as read_off
from flows.pulse.rules import shown as shown
from flows.pulse.rules import trend as trend
