-- The desk: paper forms that came by post, and what a supervisor asks about. Comments as in the first migration.

ALTER TABLE session ADD COLUMN posted_on TEXT CHECK (length(posted_on) = 10);
COMMENT ON COLUMN session.posted_on IS 'The day of the postmark, while a clerk types a paper form and the person is not there; duty to register, GDPR 6(1)(c); as the row';

CREATE TABLE desk_opening (
    id UUID NOT NULL PRIMARY KEY,
    opened_at BIGINT NOT NULL,
    staff UUID NOT NULL REFERENCES staff (id),
    way TEXT NOT NULL CHECK (way IN ('new', 'code', 'document', 'post')),
    draw BIGINT NOT NULL
);
COMMENT ON TABLE desk_opening IS 'That a clerk opened a record at a desk, never whose; accountability, GDPR 5(2) and 24; 90 days';
COMMENT ON COLUMN desk_opening.id IS 'Tells openings apart, made of nothing about anybody; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN desk_opening.opened_at IS 'When; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN desk_opening.staff IS 'Which clerk, who is asked about it; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN desk_opening.way IS 'What was presented at the desk; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN desk_opening.draw IS 'Chance, which decides whether it is in the sample of its day; accountability, GDPR 5(2); as the row';
CREATE INDEX desk_opening_by_moment ON desk_opening (opened_at);
