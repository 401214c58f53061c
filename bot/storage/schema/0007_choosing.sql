-- What a circle is, and its list of cards that still get their turn.

ALTER TABLE circles ADD COLUMN kind TEXT NOT NULL DEFAULT 'kring' CHECK (kind IN ('kring', 'team'));
ALTER TABLE circles ADD COLUMN sealed_topics BLOB;   -- flows.topics.Topic as JSON (references), without who picked them
