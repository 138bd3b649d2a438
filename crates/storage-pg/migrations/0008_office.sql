-- The number by which people name a case. Comments as in the first migration.

ALTER TABLE case_file ADD COLUMN number TEXT NOT NULL DEFAULT '';
COMMENT ON COLUMN case_file.number IS 'The end of its id, by which its letters name it and by which it is found again; right to be heard, GDPR 12; as the row';
UPDATE case_file SET number = upper(right(replace(id::text, '-', ''), 8));
CREATE INDEX case_file_number ON case_file (number);
