-- What kind of school a circle is around: it chooses words such as leerling, leraar and student.

ALTER TABLE circles ADD COLUMN school TEXT NOT NULL DEFAULT 'vso' CHECK (school IN ('vso', 'so', 'sbo', 'mbo'));
