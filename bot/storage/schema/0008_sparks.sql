-- How many sparks somebody saw, so that the same one does not come again soon.

CREATE TABLE sparks (
    person      INTEGER PRIMARY KEY REFERENCES persons (id),
    seen        INTEGER NOT NULL
) STRICT;
