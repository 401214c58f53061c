-- The first schema. Instants are UTC seconds since 1970 as REAL (calendar clock unless a comment says real clock).
-- Free text of people stands only in columns named sealed_*: AES-GCM, associated data = table, id, column.

CREATE TABLE ids (                  -- one sequence for every id of ours, so that an id never comes back for something else
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    last       INTEGER NOT NULL
) STRICT;
INSERT INTO ids (id, last) VALUES (1, 0);

CREATE TABLE keys (                 -- data keys, each wrapped by the master key that lives elsewhere
    scope      TEXT NOT NULL CHECK (scope IN ('intake', 'member', 'circle')),
    owner      INTEGER NOT NULL,    -- member or circle id; 0 for intake
    wrapped    BLOB NOT NULL,
    PRIMARY KEY (scope, owner)
) STRICT;

CREATE TABLE erased (               -- erasure ledger, replayed after a restore
    scope      TEXT NOT NULL,
    owner      INTEGER NOT NULL,
    at         REAL NOT NULL,
    PRIMARY KEY (scope, owner)
) STRICT;

CREATE TABLE heartbeat (            -- one row; real clock
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    beat       REAL NOT NULL,
    good_poll  REAL,
    upkeep     REAL                 -- calendar clock: when the retention rules were last kept
) STRICT;

-- ---------------------------------------------------------------- intake
CREATE TABLE inbox (
    update_id   INTEGER PRIMARY KEY,          -- set membership, never "id <= last"
    lane        INTEGER NOT NULL,             -- chat id: strictly in order within, interleaved between
    kind        TEXT NOT NULL,
    received_at REAL NOT NULL,                -- real clock
    state       TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'dead')),
    attempts    INTEGER NOT NULL DEFAULT 0,
    not_before  REAL NOT NULL DEFAULT 0,      -- real clock
    sealed_body BLOB                          -- emptied in the transaction that marks it done
) STRICT;
CREATE INDEX inbox_waiting ON inbox (lane, update_id) WHERE state = 'new';
CREATE INDEX inbox_by_age ON inbox (received_at);

-- ---------------------------------------------------------------- people
CREATE TABLE persons (
    id          INTEGER PRIMARY KEY,
    language    TEXT NOT NULL DEFAULT 'nl',
    zone        TEXT NOT NULL DEFAULT 'Europe/Amsterdam',
    manners     TEXT NOT NULL DEFAULT '{}',   -- JSON: quiet hours, working days, free days, pace, paused_until
    reachable   INTEGER NOT NULL DEFAULT 0,   -- 1 once they pressed Start and have not blocked the bot
    version     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE circles (
    id          INTEGER PRIMARY KEY,
    language    TEXT NOT NULL DEFAULT 'nl',
    zone        TEXT NOT NULL DEFAULT 'Europe/Amsterdam',
    region      TEXT CHECK (region IN ('noord', 'midden', 'zuid')),
    free_days   TEXT NOT NULL DEFAULT '[]',   -- JSON: [[from, to], …]
    sealed_child BLOB,                        -- nickname the circle chose, if any
    state       TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'frozen', 'refused')),
    welcomed    INTEGER NOT NULL DEFAULT 0,
    active_at   REAL NOT NULL DEFAULT 0,
    version     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE addresses (                      -- the one place where Telegram's ids meet ours
    chat_id     INTEGER PRIMARY KEY,          -- private chat id = user id
    person      INTEGER REFERENCES persons (id),
    circle      INTEGER REFERENCES circles (id),
    current     INTEGER NOT NULL DEFAULT 1,   -- 0: the group's id before it became a supergroup
    CHECK ((person IS NULL) <> (circle IS NULL))
) STRICT;
CREATE UNIQUE INDEX address_of_person ON addresses (person) WHERE current = 1 AND person IS NOT NULL;
CREATE UNIQUE INDEX address_of_circle ON addresses (circle) WHERE current = 1 AND circle IS NOT NULL;

CREATE TABLE members (
    id              INTEGER PRIMARY KEY,
    circle          INTEGER NOT NULL REFERENCES circles (id),
    person          INTEGER NOT NULL REFERENCES persons (id),
    role            TEXT NOT NULL,
    sealed_name     BLOB NOT NULL,
    consent_version TEXT NOT NULL,
    consent_at      REAL NOT NULL,
    state           TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('joining', 'active', 'stopped', 'left')),
    version         INTEGER NOT NULL DEFAULT 0,
    UNIQUE (circle, person)
) STRICT;
CREATE INDEX members_of_person ON members (person);

CREATE TABLE consents (                       -- stands from the consent to the farewell: only then may words be stored
    circle      INTEGER NOT NULL REFERENCES circles (id),
    person      INTEGER NOT NULL REFERENCES persons (id),
    version     TEXT NOT NULL,
    at          REAL NOT NULL,
    PRIMARY KEY (circle, person)
) STRICT;
CREATE INDEX consents_of_person ON consents (person);

CREATE TABLE words (                          -- everything people said: answers, agreements; one function opens them
    id          INTEGER PRIMARY KEY,
    owner       INTEGER NOT NULL,             -- member id
    circle      INTEGER NOT NULL,
    run         INTEGER,
    form        TEXT NOT NULL CHECK (form IN ('text', 'voice', 'photo')),
    audience    TEXT NOT NULL DEFAULT 'owner' CHECK (audience IN ('owner', 'circle')),
    at          REAL NOT NULL,
    sealed_body BLOB NOT NULL                 -- member scope while 'owner', re-sealed under the circle's key when opened to it
) STRICT;
CREATE INDEX words_of_owner ON words (owner);
CREATE INDEX words_of_run ON words (run);

-- ---------------------------------------------------------------- dialogues
CREATE TABLE revisions (                      -- compiled flow with the texts of all languages, as it was promised
    hash        TEXT PRIMARY KEY,
    body        TEXT NOT NULL
) STRICT;

CREATE TABLE runs (
    id          INTEGER PRIMARY KEY,
    circle      INTEGER REFERENCES circles (id),
    flow        TEXT NOT NULL,
    revision    TEXT NOT NULL REFERENCES revisions (hash),
    setting     TEXT NOT NULL,                -- 'gesprek' (at most one open per circle), 'groep', 'apart'
    origin      TEXT NOT NULL CHECK (origin IN ('act', 'calendar')),
    pace        TEXT NOT NULL,
    agreement   INTEGER,
    parent      INTEGER,                      -- the talk a private run came out of
    person      INTEGER,                      -- private runs: whose
    state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'stopped')),
    version     INTEGER NOT NULL DEFAULT 0,
    at          REAL NOT NULL,
    sealed_run  BLOB NOT NULL                 -- the engine's Run as JSON
) STRICT;
CREATE UNIQUE INDEX one_open_talk ON runs (circle) WHERE state = 'open' AND setting = 'gesprek';
CREATE INDEX runs_of_circle ON runs (circle) WHERE state = 'open';
CREATE INDEX runs_of_person ON runs (person) WHERE state = 'open';

CREATE TABLE prompts (                        -- one per (run, step, member, turn, round)
    id          INTEGER PRIMARY KEY,
    run         INTEGER NOT NULL REFERENCES runs (id),
    member      INTEGER NOT NULL,             -- 0 for someone who is joining
    person      INTEGER NOT NULL REFERENCES persons (id),
    step        TEXT NOT NULL,
    turn        INTEGER NOT NULL,
    round       INTEGER NOT NULL,
    rank        INTEGER NOT NULL,             -- which waiting question goes first; higher first
    class       TEXT NOT NULL,
    expect      TEXT NOT NULL,
    remind      TEXT,                         -- duration; its timer starts when the prompt was claimed
    audience    INTEGER NOT NULL DEFAULT 0,
    body        TEXT NOT NULL,                -- JSON: line and labels, to ask it (again)
    state       TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'open', 'closed')),
    opened      INTEGER NOT NULL DEFAULT 0,   -- times it was put to the person; part of the outbox key
    UNIQUE (run, step, member, turn, round)
) STRICT;
CREATE UNIQUE INDEX one_open_question ON prompts (person) WHERE state = 'open';
CREATE INDEX prompts_waiting ON prompts (person, rank DESC, id) WHERE state = 'waiting';

CREATE TABLE pieces (                         -- one answer piece per incoming message
    chat_id     INTEGER NOT NULL,
    message_id  INTEGER NOT NULL,
    prompt      INTEGER NOT NULL REFERENCES prompts (id),
    words       INTEGER,
    PRIMARY KEY (chat_id, message_id)
) STRICT;
CREATE INDEX pieces_of_words ON pieces (words) WHERE words IS NOT NULL;

CREATE TABLE boards (
    run         INTEGER PRIMARY KEY REFERENCES runs (id),
    circle      INTEGER NOT NULL,
    generation  INTEGER NOT NULL DEFAULT 0,   -- goes up when a fresh board is started below
    body        TEXT NOT NULL,                -- JSON: what it should say now
    chat_id     INTEGER,                      -- where it stands
    message_id  INTEGER,
    shown       TEXT,                         -- hash of what was last shown
    shown_at    REAL NOT NULL DEFAULT 0       -- real clock: never two edits in five seconds
) STRICT;
CREATE INDEX boards_by_place ON boards (chat_id, message_id) WHERE message_id IS NOT NULL;

CREATE TABLE agreements (
    id          INTEGER PRIMARY KEY,
    circle      INTEGER NOT NULL REFERENCES circles (id),
    run         INTEGER,                      -- the talk it came out of
    state       TEXT NOT NULL,
    version     INTEGER NOT NULL DEFAULT 0,
    at          REAL NOT NULL,
    sealed_agreement BLOB NOT NULL            -- flows.agreements.Agreement as JSON (references, dates)
) STRICT;
CREATE INDEX agreements_of_circle ON agreements (circle);

CREATE TABLE timers (
    id          INTEGER PRIMARY KEY,
    due_at      REAL NOT NULL,
    run         INTEGER,
    agreement   INTEGER,
    member      INTEGER,
    step        TEXT,
    turn        INTEGER,
    round       INTEGER,
    purpose     TEXT NOT NULL,
    local       TEXT,                         -- intent: local wall time 'YYYY-MM-DDTHH:MM' …
    zone        TEXT,                         -- … and zone, from which due_at is derived
    dedupe      TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX timers_due ON timers (due_at);
CREATE INDEX timers_of_run ON timers (run);

CREATE TABLE tokens (                         -- callback data and link payloads: opaque, short-lived, looked up
    hash        TEXT PRIMARY KEY,             -- sha-256 of the token
    kind        TEXT NOT NULL,
    circle      INTEGER,
    run         INTEGER,
    person      INTEGER,                      -- only this person may use it; NULL: checked otherwise
    body        TEXT NOT NULL DEFAULT '{}',   -- JSON: step, turn, option, day …
    expires_at  REAL NOT NULL,                -- real clock
    used        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tokens_of_person ON tokens (person) WHERE person IS NOT NULL;
CREATE INDEX tokens_by_age ON tokens (expires_at);
CREATE INDEX tokens_of_run ON tokens (run);

-- ---------------------------------------------------------------- delivery
CREATE TABLE outbox (
    id          INTEGER PRIMARY KEY,
    dedupe_key  TEXT NOT NULL UNIQUE,
    person      INTEGER,                      -- to whom: exactly one of person, circle
    circle      INTEGER,
    member      INTEGER,                      -- as which member the person reads it; NULL: as nobody in particular
    class       TEXT NOT NULL CHECK (class IN ('reply', 'reveal', 'prompt', 'nudge')),
    kind        TEXT NOT NULL,                -- 'note', 'board', 'reveal', 'leave', …
    run         INTEGER,
    prompt      INTEGER,
    body        TEXT NOT NULL,                -- JSON letter: keys and references, never words
    created_at  REAL NOT NULL,                -- real clock
    not_before  REAL NOT NULL DEFAULT 0,      -- calendar clock: the gate's answer when it last held
    retry_at    REAL NOT NULL DEFAULT 0,      -- real clock: after a failure
    tries       INTEGER NOT NULL DEFAULT 0,   -- failures that surely did not send
    sends       INTEGER NOT NULL DEFAULT 0,   -- attempts that may have arrived, counted in the claiming transaction
    lease_until REAL,                         -- real clock
    state       TEXT NOT NULL DEFAULT 'new'
                CHECK (state IN ('new', 'sending', 'sent', 'unknown', 'failed', 'cancelled', 'expired', 'held')),
    why         TEXT,                         -- reason of the last hold or failure, in codes, no content
    parts_sent  INTEGER NOT NULL DEFAULT 0,   -- a reveal of several messages: how many are surely there
    CHECK ((person IS NULL) <> (circle IS NULL))
) STRICT;
CREATE INDEX outbox_person ON outbox (person, state, not_before);
CREATE INDEX outbox_circle ON outbox (circle, state, not_before);
CREATE INDEX outbox_next ON outbox (class, id) WHERE state = 'new';
CREATE INDEX outbox_held ON outbox (not_before) WHERE state = 'new';
CREATE INDEX outbox_sending ON outbox (lease_until) WHERE state = 'sending';
CREATE INDEX outbox_unknown ON outbox (retry_at) WHERE state = 'unknown';
CREATE INDEX outbox_of_member ON outbox (member) WHERE state IN ('new', 'unknown');
CREATE INDEX outbox_of_run ON outbox (run, state);
CREATE INDEX outbox_of_prompt ON outbox (prompt) WHERE prompt IS NOT NULL;

CREATE TABLE messages (                       -- what stands in which chat, and whose words it shows
    chat_id     INTEGER NOT NULL,
    message_id  INTEGER NOT NULL,
    outbox      INTEGER,
    prompt      INTEGER,
    run         INTEGER,
    refs        TEXT NOT NULL DEFAULT '[]',   -- JSON list of words ids shown in it
    at          REAL NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) STRICT;
CREATE INDEX messages_of_prompt ON messages (prompt) WHERE prompt IS NOT NULL;

CREATE TABLE nudges (                         -- what was started by the calendar, for the pace
    person      INTEGER NOT NULL,
    at          REAL NOT NULL
) STRICT;
CREATE INDEX nudges_of_person ON nudges (person, at);

CREATE TABLE budgets (                        -- real clock; chat 0 is all chats together
    chat_id     INTEGER PRIMARY KEY,
    hold_until  REAL NOT NULL DEFAULT 0,      -- after a 429
    next_at     REAL NOT NULL DEFAULT 0,      -- chat 0: when the next may go to anyone
    sent        TEXT NOT NULL DEFAULT '[]',   -- JSON: recent sends, newest last
    edited      TEXT NOT NULL DEFAULT '[]'
) STRICT;
