-- A circle may ask for rest: the first day, on its own wall, on which the calendar may speak again.

ALTER TABLE circles ADD COLUMN paused_until TEXT;
