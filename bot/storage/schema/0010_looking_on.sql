-- A supporter or interpreter who looks on: is asked nothing, and sees in private what concerns them.

ALTER TABLE members ADD COLUMN looks_on INTEGER NOT NULL DEFAULT 0;
