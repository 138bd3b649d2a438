-- Every table and column says: purpose; legal ground; retention. The build fails on one that does not.
-- WITHOUT ROWID only where rows are small: its trees hold whole rows on every level (sqlite.org/withoutrowid.html, "when to use").
-- Moments are microseconds since 1970 in UTC. Ids are UUIDv7 made by the program. "Sealed" is AES-256-GCM-SIV under the person's key.

-- A person: the key to all that is theirs, and their counters; duty to register, GDPR 6(1)(c); until erased, 90 days where nothing was ever declared
CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- Tells people apart, made of nothing about them; duty to register, GDPR 6(1)(c); until erased
    wrapped_key BLOB NOT NULL, -- The person's data key, wrapped by the master key; security of processing, GDPR 32; until erased, and first of all then
    version INTEGER NOT NULL CHECK (version >= 0), -- The number of acts, so that two writers cannot both win; accuracy, GDPR 5(1)(d); until erased
    looks INTEGER NOT NULL CHECK (looks >= 0), -- The number of looks, so that none can be left out; accountability, GDPR 5(2); until erased
    untold_from INTEGER, -- The first look of which the person was not sent word; accountability, GDPR 5(2); until word was sent
    empty_since INTEGER -- When the row was made; storage limitation, GDPR 5(1)(e); until the first act
) STRICT, WITHOUT ROWID;
CREATE INDEX person_empty ON person (empty_since) WHERE empty_since IS NOT NULL;
CREATE INDEX person_untold ON person (id) WHERE untold_from IS NOT NULL;

-- Acts: the record itself, never changed; duty to register, GDPR 6(1)(c); until erased
CREATE TABLE act (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- Whose record; duty to register, GDPR 6(1)(c); until erased
    seq INTEGER NOT NULL CHECK (seq >= 1), -- Its number in the record, from 1; accuracy, GDPR 5(1)(d); until erased
    sealed BLOB NOT NULL, -- The act and the opening of its leaf, sealed; duty to register, GDPR 6(1)(c); until erased
    PRIMARY KEY (person, seq)
) STRICT;

-- The registration in force, as the fold of the acts gives it; duty to register, GDPR 6(1)(c); until the person leaves or is erased
CREATE TABLE residence (
    person BLOB NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE, -- Whose; duty to register, GDPR 6(1)(c); as the row
    home BLOB CHECK (length(home) = 32), -- Blind index of the home, so that a host sees their own home and no other; rights of the host, GDPR 6(1)(f); as the row
    sealed BLOB NOT NULL -- The registration, sealed; duty to register, GDPR 6(1)(c); as the row
) STRICT;
CREATE INDEX residence_by_home ON residence (home, person) WHERE home IS NOT NULL;

-- Looks: who opened the record, shown to the person; accountability, GDPR 5(2) and 15(1)(c); until erased
CREATE TABLE look (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- At whose record; accountability, GDPR 5(2); until erased
    seq INTEGER NOT NULL CHECK (seq >= 1), -- Its number in the person's history, without gaps; accountability, GDPR 5(2); until erased
    sealed BLOB NOT NULL, -- Who, when, why, in which case and which fields, sealed; accountability, GDPR 5(2); until erased
    PRIMARY KEY (person, seq)
) STRICT;

-- Leaves of the public log: commitments that say nothing by themselves; accountability, GDPR 5(2); for ever, noise once the salt is erased
CREATE TABLE leaf (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- A key of its own; accountability, GDPR 5(2); for ever
    leaf BLOB NOT NULL CHECK (length(leaf) = 33) -- Kind byte and salted commitment; accountability, GDPR 5(2); for ever, noise once the salt is erased
) STRICT, WITHOUT ROWID;

-- Answers kept between two pages; the person's own request, GDPR 6(1)(a); 90 days from the last save
CREATE TABLE draft (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- Whose; the person's own request, GDPR 6(1)(a); as the row
    journey TEXT NOT NULL CHECK (length(journey) BETWEEN 1 AND 100), -- Of which journey; the person's own request, GDPR 6(1)(a); as the row
    version INTEGER NOT NULL CHECK (version >= 1), -- Counts the saves, so that two windows do not overwrite each other; accuracy, GDPR 5(1)(d); as the row
    sealed BLOB NOT NULL, -- The answers, sealed; the person's own request, GDPR 6(1)(a); as the row
    saved_at INTEGER NOT NULL, -- When last saved; storage limitation, GDPR 5(1)(e); as the row
    PRIMARY KEY (person, journey)
) STRICT;
CREATE INDEX draft_by_saved_at ON draft (saved_at);

-- Outcomes of commands, so that a second tap finds the first result; accuracy, GDPR 5(1)(d); until erased
CREATE TABLE outcome (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- Whose command; accuracy, GDPR 5(1)(d); until erased
    command BLOB NOT NULL CHECK (length(command) = 32), -- Hash of the command's idempotency key; accuracy, GDPR 5(1)(d); until erased
    outcome TEXT NOT NULL, -- What the first run answered, such as a receipt number; accuracy, GDPR 5(1)(d); until erased
    kept_at INTEGER NOT NULL, -- When; storage limitation, GDPR 5(1)(e); until erased
    PRIMARY KEY (person, command)
) STRICT, WITHOUT ROWID;

-- Blind indexes of documents, so that a second record with one is shown to an officer; accuracy, GDPR 5(1)(d); until the person removes the document or is erased
CREATE TABLE document_index (
    person BLOB NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE, -- Whose; accuracy, GDPR 5(1)(d); as the row
    digest BLOB NOT NULL CHECK (length(digest) = 32) -- Keyed hash of the document number; accuracy, GDPR 5(1)(d); as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX document_index_by_digest ON document_index (digest, person);

-- Who may act for whom in a household; consent of the member or parental care, GDPR 6(1)(a); until one of the two is erased
CREATE TABLE household (
    holder BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- Who may act; consent or parental care, GDPR 6(1)(a); as the row
    member BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- For whom; consent or parental care, GDPR 6(1)(a); as the row
    PRIMARY KEY (holder, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX household_by_member ON household (member);

-- Blind indexes of e-mail addresses to sign in with; the person's own choice, GDPR 6(1)(a); until the person removes the address or is erased
CREATE TABLE email_index (
    person BLOB NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE, -- Whose; the person's own choice, GDPR 6(1)(a); as the row
    digest BLOB NOT NULL CHECK (length(digest) = 32) -- Keyed hash of the address; the person's own choice, GDPR 6(1)(a); as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX email_index_by_digest ON email_index (digest, person);

-- Members of staff; accountability, GDPR 5(2); while they work for the office and as long as looks name them
CREATE TABLE staff (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- Tells members of staff apart; accountability, GDPR 5(2); as the row
    office TEXT NOT NULL, -- Their office; accountability, GDPR 5(2); as the row
    role TEXT NOT NULL, -- What they may do; accountability, GDPR 5(2); as the row
    pseudonym TEXT NOT NULL, -- What people see instead of the name; protection of staff, GDPR 25; as the row
    name TEXT NOT NULL, -- The name, for the data-protection officer; accountability, GDPR 5(2); as the row
    left_at INTEGER -- Since when they no longer work for the office; security of processing, GDPR 32; as the row
) STRICT, WITHOUT ROWID;

-- One-time links to sign in; security of processing, GDPR 32; until used or expired
CREATE TABLE link (
    token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32), -- Hash of the link's secret; security of processing, GDPR 32; as the row
    person BLOB REFERENCES person (id) ON DELETE CASCADE, -- The person it signs in; security of processing, GDPR 32; as the row
    staff BLOB REFERENCES staff (id) ON DELETE CASCADE, -- The member of staff it signs in; security of processing, GDPR 32; as the row
    expires_at INTEGER NOT NULL, -- After this it does nothing; storage limitation, GDPR 5(1)(e); as the row
    CHECK ((person IS NULL) <> (staff IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_person ON link (person) WHERE person IS NOT NULL;
CREATE INDEX link_by_staff ON link (staff) WHERE staff IS NOT NULL;
CREATE INDEX link_by_expires_at ON link (expires_at);

-- Printed one-time codes to sign in; security of processing, GDPR 32; until used, replaced or erased
CREATE TABLE code (
    token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32), -- Hash of the code; security of processing, GDPR 32; as the row
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- Whom it signs in; security of processing, GDPR 32; as the row
    created_at INTEGER NOT NULL -- When it was printed; security of processing, GDPR 32; as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX code_by_person ON code (person);

-- Passkeys to sign in; security of processing, GDPR 32; until the person removes it or is erased
CREATE TABLE passkey (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- Whose; security of processing, GDPR 32; as the row
    credential BLOB NOT NULL UNIQUE CHECK (length(credential) = 32), -- Hash of the credential's id; security of processing, GDPR 32; as the row
    sealed BLOB NOT NULL, -- Public key and counters, sealed; security of processing, GDPR 32; as the row
    created_at INTEGER NOT NULL, -- When it was added; security of processing, GDPR 32; as the row
    PRIMARY KEY (person, credential)
) STRICT;

-- The server's half of a passkey ceremony; security of processing, GDPR 32; minutes, until used or expired
CREATE TABLE ceremony (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32), -- Hash of the ceremony's secret; security of processing, GDPR 32; as the row
    state BLOB NOT NULL, -- The challenge; security of processing, GDPR 32; as the row
    expires_at INTEGER NOT NULL -- After this it does nothing; storage limitation, GDPR 5(1)(e); as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX ceremony_by_expires_at ON ceremony (expires_at);

-- Sessions, without any trace of the browser or the network; security of processing, GDPR 32; until ended or expired
CREATE TABLE session (
    token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32), -- Hash of the cookie's secret; security of processing, GDPR 32; as the row
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16), -- A handle by which the person ends it; the person's control, GDPR 25; as the row
    person BLOB REFERENCES person (id) ON DELETE CASCADE, -- The signed-in person, or the one being helped at a desk; security of processing, GDPR 32; as the row
    staff BLOB REFERENCES staff (id) ON DELETE CASCADE, -- The signed-in member of staff; security of processing, GDPR 32; as the row
    way TEXT NOT NULL CHECK (way IN ('new', 'link', 'code', 'passkey', 'desk')), -- How somebody signed in, shown to the person; the person's control, GDPR 25; as the row
    created_at INTEGER NOT NULL, -- When it began, shown to the person; the person's control, GDPR 25; as the row
    expires_at INTEGER NOT NULL -- When it ends; storage limitation, GDPR 5(1)(e); as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_person ON session (person) WHERE person IS NOT NULL;
CREATE INDEX session_by_staff ON session (staff) WHERE staff IS NOT NULL;
CREATE INDEX session_by_expires_at ON session (expires_at);

-- Messages to the person, for their in-box or for the post alone; duty to inform, GDPR 12 and 13; until erased, and what is for the post alone until it expires
CREATE TABLE message (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- To whom; duty to inform, GDPR 12; as the row
    id BLOB NOT NULL CHECK (length(id) = 16), -- Tells messages apart and sorts them by time; duty to inform, GDPR 12; as the row
    sealed BLOB NOT NULL, -- Subject, text, language and contact, sealed; duty to inform, GDPR 12; as the row
    created_at INTEGER NOT NULL, -- When it was written; duty to inform, GDPR 12; as the row
    expires_at INTEGER, -- When a letter that stands in no in-box goes, such as a link to sign in; storage limitation, GDPR 5(1)(e); as the row
    PRIMARY KEY (person, id)
) STRICT;
CREATE INDEX message_by_expires_at ON message (expires_at) WHERE expires_at IS NOT NULL;

-- Things to do after a transaction, such as sending a message; duty to inform, GDPR 12; 90 days from when it was done, until cancelled or the person is erased
CREATE TABLE job (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- Whom it concerns; duty to inform, GDPR 12; as the row
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16), -- Tells jobs apart, so that none is done twice; accuracy, GDPR 5(1)(d); as the row
    kind TEXT NOT NULL, -- Which handler; duty to inform, GDPR 12; as the row
    message BLOB NOT NULL CHECK (length(message) = 16), -- The message to deliver; duty to inform, GDPR 12; as the row
    available_at INTEGER NOT NULL, -- Not before; duty to inform, GDPR 12; as the row
    attempts INTEGER NOT NULL CHECK (attempts >= 0), -- How often it was tried; operation, GDPR 32(1)(b); as the row
    lease BLOB CHECK (length(lease) = 16), -- Which worker has it; operation, GDPR 32(1)(b); until it is done
    leased_until INTEGER, -- Until when; operation, GDPR 32(1)(b); until it is done
    done_at INTEGER, -- When it was done; accountability, GDPR 5(2); as the row
    failed_at INTEGER, -- When it was given up; operation, GDPR 32(1)(b); until it is tried again
    trouble TEXT, -- What went wrong last, without personal data; operation, GDPR 32(1)(b); as the row
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_by_available_at ON job (available_at, id) WHERE done_at IS NULL;
CREATE INDEX job_by_done_at ON job (done_at) WHERE done_at IS NOT NULL;

-- Documents that the person added, none ever a condition; consent, GDPR 6(1)(a); until the person removes it or is erased, 90 days where no act names it
CREATE TABLE evidence (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- Whose; consent, GDPR 6(1)(a); as the row
    id BLOB NOT NULL CHECK (length(id) = 16), -- Tells documents apart; consent, GDPR 6(1)(a); as the row
    sealed BLOB NOT NULL, -- The picture without its metadata, sealed; consent, GDPR 6(1)(a); as the row
    created_at INTEGER NOT NULL, -- When it was added; consent, GDPR 6(1)(a); as the row
    named_at INTEGER, -- When an act named it; storage limitation, GDPR 5(1)(e); as the row
    PRIMARY KEY (person, id)
) STRICT;
CREATE INDEX evidence_unnamed ON evidence (created_at) WHERE named_at IS NULL;

-- Receipts that whoever holds the link can read; the person's right to a confirmation, GDPR 6(1)(c); until erased
CREATE TABLE receipt (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32), -- Hash of the public half of the link; the person's right to a confirmation, GDPR 6(1)(c); as the row
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- Whose, so that it is erased with them; erasure, GDPR 17; as the row
    issued_at INTEGER NOT NULL, -- When it was issued; the person's right to a confirmation, GDPR 6(1)(c); as the row
    sealed BLOB NOT NULL, -- The statement, sealed under a key that is only in the link; the person's right to a confirmation, GDPR 6(1)(c); as the row
    link BLOB NOT NULL -- The link, sealed, so that the person can print it again; the person's right to a confirmation, GDPR 6(1)(c); as the row
) STRICT;
CREATE INDEX receipt_by_person ON receipt (person, issued_at);

-- Cases: the reason why an officer may open a record; accountability, GDPR 5(2); for ever, without people once they are erased
CREATE TABLE case_file (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- Tells cases apart; accountability, GDPR 5(2); as the row
    kind TEXT NOT NULL CHECK (kind IN ('stranger', 'moved_out', 'correction', 'unlisted', 'crowded', 'non_residential', 'possible_duplicate', 'look', 'late_reason', 'appeal', 'protection', 'host_refuses', 'home_not_fit')), -- Why it was opened; purpose limitation, GDPR 5(1)(b); as the row
    office TEXT NOT NULL, -- Which office works on it; accountability, GDPR 5(2); as the row
    stage TEXT NOT NULL CHECK (stage IN ('hearing', 'drafted', 'confirmed', 'appealable', 'appealed', 'settled', 'closed', 'annulled')), -- Where it stands, for the queue; accountability, GDPR 5(2); as the row
    mark TEXT CHECK (mark IN ('disputed', 'under_correction')), -- What every reader of the record is told meanwhile; accuracy, GDPR 5(1)(d) and 18; until it is over
    version INTEGER NOT NULL CHECK (version >= 0), -- The number of its acts, so that two officers cannot both decide; accuracy, GDPR 5(1)(d); as the row
    due_at INTEGER NOT NULL, -- By when the office should act next, which orders the queue and does nothing else; duty to decide in time, GDPR 6(1)(c); as the row
    home BLOB CHECK (length(home) = 32), -- Blind index of the address, where the case is about an address; purpose limitation, GDPR 5(1)(b); as the row
    assigned_to BLOB REFERENCES staff (id), -- Whose it is; accountability, GDPR 5(2); as the row
    second BLOB REFERENCES staff (id), -- Who is asked to confirm the draft; accountability, GDPR 5(2); until it is confirmed or sent back
    appeal_by BLOB REFERENCES staff (id), -- Who hears the appeal; accountability, GDPR 5(2); as the row
    not_for BLOB REFERENCES staff (id), -- Whose it may not be, because it asks what they did; impartiality, GDPR 5(1)(a); as the row
    opened_at INTEGER NOT NULL, -- When it was opened; accountability, GDPR 5(2); as the row
    closed_at INTEGER -- When it was closed, or its decision took effect; accountability, GDPR 5(2); as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX case_file_open ON case_file (office, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX case_file_appealed ON case_file (due_at, id) WHERE stage = 'appealed';

-- Who is heard in a case; purpose limitation, GDPR 5(1)(b); until the person is erased
CREATE TABLE case_person (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- The person; purpose limitation, GDPR 5(1)(b); as the row
    case_id BLOB NOT NULL REFERENCES case_file (id) ON DELETE CASCADE, -- The case; purpose limitation, GDPR 5(1)(b); as the row
    side TEXT NOT NULL CHECK (side IN ('resident', 'other')), -- As which side; right to be heard, GDPR 5(1)(a); as the row
    PRIMARY KEY (person, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_person_by_case ON case_person (case_id, person);

-- Acts of cases: what was said, sent, heard and decided, never changed; right to be heard and duty to give reasons, GDPR 6(1)(c); until the person whose record it is about is erased
CREATE TABLE case_act (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- Whose record the case is about; duty to give reasons, GDPR 6(1)(c); as the row
    case_id BLOB NOT NULL REFERENCES case_file (id) ON DELETE CASCADE, -- Which case; duty to give reasons, GDPR 6(1)(c); as the row
    seq INTEGER NOT NULL CHECK (seq >= 1), -- Its number in the case, from 1; accuracy, GDPR 5(1)(d); as the row
    sealed BLOB NOT NULL, -- The act and the opening of its leaf, sealed; duty to give reasons, GDPR 6(1)(c); as the row
    PRIMARY KEY (person, case_id, seq)
) STRICT;

-- Notes at addresses that a decision left, about the address, never about a person; accuracy, GDPR 5(1)(d); until the decision is undone
CREATE TABLE home_mark (
    home BLOB NOT NULL PRIMARY KEY CHECK (length(home) = 32), -- Blind index of the address; accuracy, GDPR 5(1)(d); as the row
    kind TEXT NOT NULL CHECK (kind IN ('crowded', 'non_residential', 'home_not_fit')), -- What was found of it; accuracy, GDPR 5(1)(d); as the row
    case_id BLOB NOT NULL REFERENCES case_file (id) ON DELETE CASCADE -- The case with its reasons; accountability, GDPR 5(2); as the row
) STRICT, WITHOUT ROWID;

-- Homes shown to belong to a host; rights of the host, GDPR 6(1)(f); until the host is erased
CREATE TABLE home (
    host BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- The host; rights of the host, GDPR 6(1)(f); as the row
    home BLOB NOT NULL CHECK (length(home) = 32), -- Blind index of the home; rights of the host, GDPR 6(1)(f); as the row
    sealed BLOB NOT NULL, -- Its address, sealed under the host's key; rights of the host, GDPR 6(1)(f); as the row
    PRIMARY KEY (host, home)
) STRICT, WITHOUT ROWID;
CREATE INDEX home_by_home ON home (home, host);
