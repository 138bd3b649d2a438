-- Every table and column says: purpose; legal ground; retention. The build fails on one that does not.
-- Moments are microseconds since 1970 in UTC. Ids are UUIDv7 made by the program; there is no sequence and no session lock, so that
-- engines that speak PostgreSQL can take this too. "Sealed" is AES-256-GCM-SIV under the person's key.

CREATE TABLE person (
    id UUID NOT NULL PRIMARY KEY,
    wrapped_key BYTEA NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 0),
    looks BIGINT NOT NULL CHECK (looks >= 0),
    untold_from BIGINT,
    empty_since BIGINT
) WITH (fillfactor = 80);
-- No index has a counter in its columns or its condition, so that counting touches none (README.HOT; the first act, and the first look after
-- word was sent, still do): two transactions that count different people have no page of one in common, and are not told to run again.
CREATE INDEX person_empty ON person (empty_since) WHERE empty_since IS NOT NULL;
CREATE INDEX person_untold ON person (id) WHERE untold_from IS NOT NULL;
COMMENT ON TABLE person IS 'A person: the key to all that is theirs, and their counters; duty to register, GDPR 6(1)(c); until erased, 90 days where nothing was ever declared';
COMMENT ON COLUMN person.id IS 'Tells people apart, made of nothing about them; duty to register, GDPR 6(1)(c); until erased';
COMMENT ON COLUMN person.wrapped_key IS 'The person''s data key, wrapped by the master key; security of processing, GDPR 32; until erased, and first of all then';
COMMENT ON COLUMN person.version IS 'The number of acts, so that two writers cannot both win; accuracy, GDPR 5(1)(d); until erased';
COMMENT ON COLUMN person.looks IS 'The number of looks, so that none can be left out; accountability, GDPR 5(2); until erased';
COMMENT ON COLUMN person.untold_from IS 'The first look of which the person was not sent word; accountability, GDPR 5(2); until word was sent';
COMMENT ON COLUMN person.empty_since IS 'When the row was made; storage limitation, GDPR 5(1)(e); until the first act';

CREATE TABLE act (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL CHECK (seq >= 1),
    sealed BYTEA NOT NULL,
    PRIMARY KEY (person, seq)
);
COMMENT ON TABLE act IS 'Acts: the record itself, never changed; duty to register, GDPR 6(1)(c); until erased';
COMMENT ON COLUMN act.person IS 'Whose record; duty to register, GDPR 6(1)(c); until erased';
COMMENT ON COLUMN act.seq IS 'Its number in the record, from 1; accuracy, GDPR 5(1)(d); until erased';
COMMENT ON COLUMN act.sealed IS 'The act and the opening of its leaf, sealed; duty to register, GDPR 6(1)(c); until erased';

CREATE TABLE residence (
    person UUID NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    home BYTEA CHECK (octet_length(home) = 32),
    sealed BYTEA NOT NULL
);
COMMENT ON TABLE residence IS 'The registration in force, as the fold of the acts gives it; duty to register, GDPR 6(1)(c); until the person leaves or is erased';
COMMENT ON COLUMN residence.person IS 'Whose; duty to register, GDPR 6(1)(c); as the row';
COMMENT ON COLUMN residence.home IS 'Blind index of the home, so that a host sees their own home and no other; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN residence.sealed IS 'The registration, sealed; duty to register, GDPR 6(1)(c); as the row';
CREATE INDEX residence_by_home ON residence (home, person) WHERE home IS NOT NULL;

CREATE TABLE look (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL CHECK (seq >= 1),
    sealed BYTEA NOT NULL,
    PRIMARY KEY (person, seq)
);
COMMENT ON TABLE look IS 'Looks: who opened the record, shown to the person; accountability, GDPR 5(2) and 15(1)(c); until erased';
COMMENT ON COLUMN look.person IS 'At whose record; accountability, GDPR 5(2); until erased';
COMMENT ON COLUMN look.seq IS 'Its number in the person''s history, without gaps; accountability, GDPR 5(2); until erased';
COMMENT ON COLUMN look.sealed IS 'Who, when, why, in which case and which fields, sealed; accountability, GDPR 5(2); until erased';

CREATE TABLE leaf (
    id UUID NOT NULL PRIMARY KEY,
    leaf BYTEA NOT NULL CHECK (octet_length(leaf) = 33)
);
COMMENT ON TABLE leaf IS 'Leaves of the public log: commitments that say nothing by themselves; accountability, GDPR 5(2); for ever, noise once the salt is erased';
COMMENT ON COLUMN leaf.id IS 'A key of its own; accountability, GDPR 5(2); for ever';
COMMENT ON COLUMN leaf.leaf IS 'Kind byte and salted commitment; accountability, GDPR 5(2); for ever, noise once the salt is erased';

CREATE TABLE draft (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    journey TEXT NOT NULL CHECK (length(journey) BETWEEN 1 AND 100),
    version BIGINT NOT NULL CHECK (version >= 1),
    sealed BYTEA NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (person, journey)
);
COMMENT ON TABLE draft IS 'Answers kept between two pages; the person''s own request, GDPR 6(1)(a); 90 days from the last save';
COMMENT ON COLUMN draft.person IS 'Whose; the person''s own request, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN draft.journey IS 'Of which journey; the person''s own request, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN draft.version IS 'Counts the saves, so that two windows do not overwrite each other; accuracy, GDPR 5(1)(d); as the row';
COMMENT ON COLUMN draft.sealed IS 'The answers, sealed; the person''s own request, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN draft.saved_at IS 'When last saved; storage limitation, GDPR 5(1)(e); as the row';
CREATE INDEX draft_by_saved_at ON draft (saved_at);

CREATE TABLE outcome (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    command BYTEA NOT NULL CHECK (octet_length(command) = 32),
    outcome TEXT NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (person, command)
);
COMMENT ON TABLE outcome IS 'Outcomes of commands, so that a second tap finds the first result; accuracy, GDPR 5(1)(d); until erased';
COMMENT ON COLUMN outcome.person IS 'Whose command; accuracy, GDPR 5(1)(d); until erased';
COMMENT ON COLUMN outcome.command IS 'Hash of the command''s idempotency key; accuracy, GDPR 5(1)(d); until erased';
COMMENT ON COLUMN outcome.outcome IS 'What the first run answered, such as a receipt number; accuracy, GDPR 5(1)(d); until erased';
COMMENT ON COLUMN outcome.kept_at IS 'When; storage limitation, GDPR 5(1)(e); until erased';

CREATE TABLE document_index (
    person UUID NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    digest BYTEA NOT NULL CHECK (octet_length(digest) = 32)
);
COMMENT ON TABLE document_index IS 'Blind indexes of documents, so that a second record with one is shown to an officer; accuracy, GDPR 5(1)(d); until the person removes the document or is erased';
COMMENT ON COLUMN document_index.person IS 'Whose; accuracy, GDPR 5(1)(d); as the row';
COMMENT ON COLUMN document_index.digest IS 'Keyed hash of the document number; accuracy, GDPR 5(1)(d); as the row';
CREATE INDEX document_index_by_digest ON document_index (digest, person);

CREATE TABLE household (
    holder UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    member UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (holder, member)
);
COMMENT ON TABLE household IS 'Who may act for whom in a household; consent of the member or parental care, GDPR 6(1)(a); until one of the two is erased';
COMMENT ON COLUMN household.holder IS 'Who may act; consent or parental care, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN household.member IS 'For whom; consent or parental care, GDPR 6(1)(a); as the row';
CREATE INDEX household_by_member ON household (member);

CREATE TABLE email_index (
    person UUID NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    digest BYTEA NOT NULL CHECK (octet_length(digest) = 32)
);
COMMENT ON TABLE email_index IS 'Blind indexes of e-mail addresses to sign in with; the person''s own choice, GDPR 6(1)(a); until the person removes the address or is erased';
COMMENT ON COLUMN email_index.person IS 'Whose; the person''s own choice, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN email_index.digest IS 'Keyed hash of the address; the person''s own choice, GDPR 6(1)(a); as the row';
CREATE INDEX email_index_by_digest ON email_index (digest, person);

CREATE TABLE staff (
    id UUID NOT NULL PRIMARY KEY,
    office TEXT NOT NULL,
    role TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    name TEXT NOT NULL,
    left_at BIGINT
);
COMMENT ON TABLE staff IS 'Members of staff; accountability, GDPR 5(2); while they work for the office and as long as looks name them';
COMMENT ON COLUMN staff.id IS 'Tells members of staff apart; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN staff.office IS 'Their office; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN staff.role IS 'What they may do; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN staff.pseudonym IS 'What people see instead of the name; protection of staff, GDPR 25; as the row';
COMMENT ON COLUMN staff.name IS 'The name, for the data-protection officer; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN staff.left_at IS 'Since when they no longer work for the office; security of processing, GDPR 32; as the row';

CREATE TABLE link (
    token BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(token) = 32),
    person UUID REFERENCES person (id) ON DELETE CASCADE,
    staff UUID REFERENCES staff (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL,
    CHECK ((person IS NULL) <> (staff IS NULL))
);
COMMENT ON TABLE link IS 'One-time links to sign in; security of processing, GDPR 32; until used or expired';
COMMENT ON COLUMN link.token IS 'Hash of the link''s secret; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN link.person IS 'The person it signs in; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN link.staff IS 'The member of staff it signs in; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN link.expires_at IS 'After this it does nothing; storage limitation, GDPR 5(1)(e); as the row';
CREATE INDEX link_by_person ON link (person) WHERE person IS NOT NULL;
CREATE INDEX link_by_staff ON link (staff) WHERE staff IS NOT NULL;
CREATE INDEX link_by_expires_at ON link (expires_at);

CREATE TABLE code (
    token BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(token) = 32),
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL
);
COMMENT ON TABLE code IS 'Printed one-time codes to sign in; security of processing, GDPR 32; until used, replaced or erased';
COMMENT ON COLUMN code.token IS 'Hash of the code; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN code.person IS 'Whom it signs in; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN code.created_at IS 'When it was printed; security of processing, GDPR 32; as the row';
CREATE INDEX code_by_person ON code (person);

CREATE TABLE passkey (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    credential BYTEA NOT NULL UNIQUE CHECK (octet_length(credential) = 32),
    sealed BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (person, credential)
);
COMMENT ON TABLE passkey IS 'Passkeys to sign in; security of processing, GDPR 32; until the person removes it or is erased';
COMMENT ON COLUMN passkey.person IS 'Whose; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN passkey.credential IS 'Hash of the credential''s id; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN passkey.sealed IS 'Public key and counters, sealed; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN passkey.created_at IS 'When it was added; security of processing, GDPR 32; as the row';

CREATE TABLE ceremony (
    id BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(id) = 32),
    state BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
COMMENT ON TABLE ceremony IS 'The server''s half of a passkey ceremony; security of processing, GDPR 32; minutes, until used or expired';
COMMENT ON COLUMN ceremony.id IS 'Hash of the ceremony''s secret; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN ceremony.state IS 'The challenge; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN ceremony.expires_at IS 'After this it does nothing; storage limitation, GDPR 5(1)(e); as the row';
CREATE INDEX ceremony_by_expires_at ON ceremony (expires_at);

CREATE TABLE session (
    token BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(token) = 32),
    id UUID NOT NULL UNIQUE,
    person UUID REFERENCES person (id) ON DELETE CASCADE,
    staff UUID REFERENCES staff (id) ON DELETE CASCADE,
    way TEXT NOT NULL CHECK (way IN ('new', 'link', 'code', 'passkey', 'desk')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
COMMENT ON TABLE session IS 'Sessions, without any trace of the browser or the network; security of processing, GDPR 32; until ended or expired';
COMMENT ON COLUMN session.token IS 'Hash of the cookie''s secret; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN session.id IS 'A handle by which the person ends it; the person''s control, GDPR 25; as the row';
COMMENT ON COLUMN session.person IS 'The signed-in person, or the one being helped at a desk; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN session.staff IS 'The signed-in member of staff; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN session.way IS 'How somebody signed in, shown to the person; the person''s control, GDPR 25; as the row';
COMMENT ON COLUMN session.created_at IS 'When it began, shown to the person; the person''s control, GDPR 25; as the row';
COMMENT ON COLUMN session.expires_at IS 'When it ends; storage limitation, GDPR 5(1)(e); as the row';
CREATE INDEX session_by_person ON session (person) WHERE person IS NOT NULL;
CREATE INDEX session_by_staff ON session (staff) WHERE staff IS NOT NULL;
CREATE INDEX session_by_expires_at ON session (expires_at);

CREATE TABLE message (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    id UUID NOT NULL,
    sealed BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    PRIMARY KEY (person, id)
);
COMMENT ON TABLE message IS 'Messages to the person, for their in-box or for the post alone; duty to inform, GDPR 12 and 13; until erased, and what is for the post alone until it expires';
COMMENT ON COLUMN message.person IS 'To whom; duty to inform, GDPR 12; as the row';
COMMENT ON COLUMN message.id IS 'Tells messages apart and sorts them by time; duty to inform, GDPR 12; as the row';
COMMENT ON COLUMN message.sealed IS 'Subject, text, language and contact, sealed; duty to inform, GDPR 12; as the row';
COMMENT ON COLUMN message.created_at IS 'When it was written; duty to inform, GDPR 12; as the row';
COMMENT ON COLUMN message.expires_at IS 'When a letter that stands in no in-box goes, such as a link to sign in; storage limitation, GDPR 5(1)(e); as the row';
CREATE INDEX message_by_expires_at ON message (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE job (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    id UUID NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    message UUID NOT NULL,
    available_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL CHECK (attempts >= 0),
    lease UUID,
    leased_until BIGINT,
    done_at BIGINT,
    failed_at BIGINT,
    trouble TEXT,
    PRIMARY KEY (person, id)
);
COMMENT ON TABLE job IS 'Things to do after a transaction, such as sending a message; duty to inform, GDPR 12; 90 days from when it was done, until cancelled or the person is erased';
COMMENT ON COLUMN job.person IS 'Whom it concerns; duty to inform, GDPR 12; as the row';
COMMENT ON COLUMN job.id IS 'Tells jobs apart, so that none is done twice; accuracy, GDPR 5(1)(d); as the row';
COMMENT ON COLUMN job.kind IS 'Which handler; duty to inform, GDPR 12; as the row';
COMMENT ON COLUMN job.message IS 'The message to deliver; duty to inform, GDPR 12; as the row';
COMMENT ON COLUMN job.available_at IS 'Not before; duty to inform, GDPR 12; as the row';
COMMENT ON COLUMN job.attempts IS 'How often it was tried; operation, GDPR 32(1)(b); as the row';
COMMENT ON COLUMN job.lease IS 'Which worker has it; operation, GDPR 32(1)(b); until it is done';
COMMENT ON COLUMN job.leased_until IS 'Until when; operation, GDPR 32(1)(b); until it is done';
COMMENT ON COLUMN job.done_at IS 'When it was done; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN job.failed_at IS 'When it was given up; operation, GDPR 32(1)(b); until it is tried again';
COMMENT ON COLUMN job.trouble IS 'What went wrong last, without personal data; operation, GDPR 32(1)(b); as the row';
CREATE INDEX job_by_available_at ON job (available_at, id) WHERE done_at IS NULL;
CREATE INDEX job_by_done_at ON job (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE evidence (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    id UUID NOT NULL,
    sealed BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    named_at BIGINT,
    PRIMARY KEY (person, id)
);
CREATE INDEX evidence_unnamed ON evidence (created_at) WHERE named_at IS NULL;
COMMENT ON TABLE evidence IS 'Documents that the person added, none ever a condition; consent, GDPR 6(1)(a); until the person removes it or is erased, 90 days where no act names it';
COMMENT ON COLUMN evidence.person IS 'Whose; consent, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN evidence.id IS 'Tells documents apart; consent, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN evidence.sealed IS 'The picture without its metadata, sealed; consent, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN evidence.created_at IS 'When it was added; consent, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN evidence.named_at IS 'When an act named it; storage limitation, GDPR 5(1)(e); as the row';

CREATE TABLE receipt (
    id BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(id) = 32),
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    issued_at BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    link BYTEA NOT NULL
);
COMMENT ON TABLE receipt IS 'Receipts that whoever holds the link can read; the person''s right to a confirmation, GDPR 6(1)(c); until erased';
COMMENT ON COLUMN receipt.id IS 'Hash of the public half of the link; the person''s right to a confirmation, GDPR 6(1)(c); as the row';
COMMENT ON COLUMN receipt.person IS 'Whose, so that it is erased with them; erasure, GDPR 17; as the row';
COMMENT ON COLUMN receipt.issued_at IS 'When it was issued; the person''s right to a confirmation, GDPR 6(1)(c); as the row';
COMMENT ON COLUMN receipt.sealed IS 'The statement, sealed under a key that is only in the link; the person''s right to a confirmation, GDPR 6(1)(c); as the row';
COMMENT ON COLUMN receipt.link IS 'The link, sealed, so that the person can print it again; the person''s right to a confirmation, GDPR 6(1)(c); as the row';
CREATE INDEX receipt_by_person ON receipt (person, issued_at);

CREATE TABLE case_file (
    id UUID NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('stranger', 'moved_out', 'correction', 'unlisted', 'crowded', 'non_residential', 'possible_duplicate', 'look', 'late_reason', 'appeal', 'protection', 'host_refuses', 'home_not_fit')),
    office TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('hearing', 'drafted', 'confirmed', 'appealable', 'appealed', 'settled', 'closed', 'annulled')),
    mark TEXT CHECK (mark IN ('disputed', 'under_correction')),
    version BIGINT NOT NULL CHECK (version >= 0),
    due_at BIGINT NOT NULL,
    home BYTEA CHECK (octet_length(home) = 32),
    assigned_to UUID REFERENCES staff (id),
    second UUID REFERENCES staff (id),
    appeal_by UUID REFERENCES staff (id),
    not_for UUID REFERENCES staff (id),
    opened_at BIGINT NOT NULL,
    closed_at BIGINT
);
COMMENT ON TABLE case_file IS 'Cases: the reason why an officer may open a record; accountability, GDPR 5(2); for ever, without people once they are erased';
COMMENT ON COLUMN case_file.id IS 'Tells cases apart; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN case_file.kind IS 'Why it was opened; purpose limitation, GDPR 5(1)(b); as the row';
COMMENT ON COLUMN case_file.office IS 'Which office works on it; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN case_file.stage IS 'Where it stands, for the queue; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN case_file.mark IS 'What every reader of the record is told meanwhile; accuracy, GDPR 5(1)(d) and 18; until it is over';
COMMENT ON COLUMN case_file.version IS 'The number of its acts, so that two officers cannot both decide; accuracy, GDPR 5(1)(d); as the row';
COMMENT ON COLUMN case_file.due_at IS 'By when the office should act next, which orders the queue and does nothing else; duty to decide in time, GDPR 6(1)(c); as the row';
COMMENT ON COLUMN case_file.home IS 'Blind index of the address, where the case is about an address; purpose limitation, GDPR 5(1)(b); as the row';
COMMENT ON COLUMN case_file.assigned_to IS 'Whose it is; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN case_file.second IS 'Who is asked to confirm the draft; accountability, GDPR 5(2); until it is confirmed or sent back';
COMMENT ON COLUMN case_file.appeal_by IS 'Who hears the appeal; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN case_file.not_for IS 'Whose it may not be, because it asks what they did; impartiality, GDPR 5(1)(a); as the row';
COMMENT ON COLUMN case_file.opened_at IS 'When it was opened; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN case_file.closed_at IS 'When it was closed, or its decision took effect; accountability, GDPR 5(2); as the row';
CREATE INDEX case_file_open ON case_file (office, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX case_file_appealed ON case_file (due_at, id) WHERE stage = 'appealed';

CREATE TABLE case_person (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    case_id UUID NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('resident', 'other')),
    PRIMARY KEY (person, case_id)
);
COMMENT ON TABLE case_person IS 'Who is heard in a case; purpose limitation, GDPR 5(1)(b); until the person is erased';
COMMENT ON COLUMN case_person.person IS 'The person; purpose limitation, GDPR 5(1)(b); as the row';
COMMENT ON COLUMN case_person.case_id IS 'The case; purpose limitation, GDPR 5(1)(b); as the row';
COMMENT ON COLUMN case_person.side IS 'As which side; right to be heard, GDPR 5(1)(a); as the row';
CREATE INDEX case_person_by_case ON case_person (case_id, person);

CREATE TABLE case_act (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    case_id UUID NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL CHECK (seq >= 1),
    sealed BYTEA NOT NULL,
    PRIMARY KEY (person, case_id, seq)
);
COMMENT ON TABLE case_act IS 'Acts of cases: what was said, sent, heard and decided, never changed; right to be heard and duty to give reasons, GDPR 6(1)(c); until the person whose record it is about is erased';
COMMENT ON COLUMN case_act.person IS 'Whose record the case is about; duty to give reasons, GDPR 6(1)(c); as the row';
COMMENT ON COLUMN case_act.case_id IS 'Which case; duty to give reasons, GDPR 6(1)(c); as the row';
COMMENT ON COLUMN case_act.seq IS 'Its number in the case, from 1; accuracy, GDPR 5(1)(d); as the row';
COMMENT ON COLUMN case_act.sealed IS 'The act and the opening of its leaf, sealed; duty to give reasons, GDPR 6(1)(c); as the row';

CREATE TABLE home_mark (
    home BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(home) = 32),
    kind TEXT NOT NULL CHECK (kind IN ('crowded', 'non_residential', 'home_not_fit')),
    case_id UUID NOT NULL REFERENCES case_file (id) ON DELETE CASCADE
);
COMMENT ON TABLE home_mark IS 'Notes at addresses that a decision left, about the address, never about a person; accuracy, GDPR 5(1)(d); until the decision is undone';
COMMENT ON COLUMN home_mark.home IS 'Blind index of the address; accuracy, GDPR 5(1)(d); as the row';
COMMENT ON COLUMN home_mark.kind IS 'What was found of it; accuracy, GDPR 5(1)(d); as the row';
COMMENT ON COLUMN home_mark.case_id IS 'The case with its reasons; accountability, GDPR 5(2); as the row';

CREATE TABLE home (
    host UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    home BYTEA NOT NULL CHECK (octet_length(home) = 32),
    sealed BYTEA NOT NULL,
    PRIMARY KEY (host, home)
);
COMMENT ON TABLE home IS 'Homes shown to belong to a host; rights of the host, GDPR 6(1)(f); until the host is erased';
COMMENT ON COLUMN home.host IS 'The host; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN home.home IS 'Blind index of the home; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN home.sealed IS 'Its address, sealed under the host''s key; rights of the host, GDPR 6(1)(f); as the row';
CREATE INDEX home_by_home ON home (home, host);
