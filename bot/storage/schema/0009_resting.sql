-- A talk that rests: it is not the one open talk, its timers know how long they had to go, its questions are put aside.

ALTER TABLE runs ADD COLUMN rests INTEGER NOT NULL DEFAULT 0;
DROP INDEX one_open_talk;
CREATE UNIQUE INDEX one_open_talk ON runs (circle) WHERE state = 'open' AND setting = 'gesprek' AND rests = 0;
ALTER TABLE timers ADD COLUMN rests REAL;                      -- seconds to go; NULL while time runs
ALTER TABLE prompts ADD COLUMN rests INTEGER NOT NULL DEFAULT 0;
ALTER TABLE boards ADD COLUMN aside TEXT;                      -- what it said before the rest
