-- What a circle wants for this child, and what each member says to know much about.

CREATE TABLE goals (
    circle      INTEGER PRIMARY KEY REFERENCES circles (id),
    version     INTEGER NOT NULL DEFAULT 0,
    sealed_goal BLOB NOT NULL                 -- flows.goal.Goal as JSON (references)
) STRICT;

CREATE TABLE expertise (
    member      INTEGER PRIMARY KEY REFERENCES members (id),
    words       INTEGER NOT NULL              -- open to the circle
) STRICT;
