-- A timer may be about a whole circle, about one person over all their circles, or about a thing of its purpose's own
-- (the id of a meeting, say). What a purpose does when its moment comes stands in bot/timers.py.

ALTER TABLE timers ADD COLUMN circle INTEGER;
ALTER TABLE timers ADD COLUMN person INTEGER;
ALTER TABLE timers ADD COLUMN about INTEGER;
