-- Meetings (mdo): dates, who was there and how the circle looked back; and runs that are about one.

CREATE TABLE meetings (
    id          INTEGER PRIMARY KEY,
    circle      INTEGER NOT NULL REFERENCES circles (id),
    version     INTEGER NOT NULL DEFAULT 0,
    at          REAL NOT NULL,
    sealed_meeting BLOB NOT NULL              -- flows.meetings.Meeting as JSON (references, dates)
) STRICT;
CREATE INDEX meetings_of_circle ON meetings (circle);

ALTER TABLE runs ADD COLUMN meeting INTEGER;
CREATE INDEX runs_of_meeting ON runs (meeting) WHERE meeting IS NOT NULL AND state = 'open';
