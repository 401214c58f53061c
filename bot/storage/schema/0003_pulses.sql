-- Pulses: four short questions about working together. Numbers of one person are sealed under that member's own key;
-- what the circle may see (averages and ranges) is made once, when a pulse is over, and sealed under the circle's.

CREATE TABLE pulses (
    id          INTEGER PRIMARY KEY,
    circle      INTEGER NOT NULL REFERENCES circles (id),
    occasion    TEXT NOT NULL,                -- 'gesprek', 'mdo', 'ronde'
    at          REAL NOT NULL,
    local_day   TEXT NOT NULL,                -- the day it was asked, on the circle's calendar
    waiting     INTEGER NOT NULL,             -- dialogues that are not over yet; at 0 the pulse is
    invited     INTEGER NOT NULL DEFAULT 0,   -- 1: the circle was invited to look at it together
    sealed_reading BLOB                       -- flows.pulse.Point per question as JSON; NULL: nothing may be shown
) STRICT;
CREATE INDEX pulses_of_circle ON pulses (circle, id);

CREATE TABLE pulse_answers (
    id          INTEGER PRIMARY KEY,
    pulse       INTEGER NOT NULL REFERENCES pulses (id),
    member      INTEGER NOT NULL,
    consents    INTEGER NOT NULL DEFAULT 0,   -- of two who answered: 1 said that the group may see it
    sealed_answer BLOB NOT NULL,              -- question → number as JSON
    UNIQUE (pulse, member)
) STRICT;
CREATE INDEX pulse_answers_of_member ON pulse_answers (member);
