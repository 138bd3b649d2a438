-- The desk: paper forms that came by post, and what a supervisor asks about. Comments as in the first migration.

ALTER TABLE session ADD COLUMN posted_on TEXT CHECK (length(posted_on) = 10); -- The day of the postmark, while a clerk types a paper form and the person is not there; duty to register, GDPR 6(1)(c); as the row

-- That a clerk opened a record at a desk, never whose; accountability, GDPR 5(2) and 24; 90 days
CREATE TABLE desk_opening (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- Tells openings apart, made of nothing about anybody; accountability, GDPR 5(2); as the row
    opened_at INTEGER NOT NULL, -- When; accountability, GDPR 5(2); as the row
    staff BLOB NOT NULL REFERENCES staff (id), -- Which clerk, who is asked about it; accountability, GDPR 5(2); as the row
    way TEXT NOT NULL CHECK (way IN ('new', 'code', 'document', 'post')), -- What was presented at the desk; accountability, GDPR 5(2); as the row
    draw INTEGER NOT NULL -- Chance, which decides whether it is in the sample of its day; accountability, GDPR 5(2); as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX desk_opening_by_moment ON desk_opening (opened_at);
