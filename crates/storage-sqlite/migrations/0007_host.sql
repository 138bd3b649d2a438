-- Hosts: homes and how they were shown, links and letters for one answer, what hosts confirmed, invitations. Comments as in the first migration.

ALTER TABLE residence ADD COLUMN flat BLOB CHECK (length(flat) = 32); -- Blind index of the flat in which it is a room, so that whoever owns the flat sees who lives in it; rights of the host, GDPR 6(1)(f); as the row
ALTER TABLE residence ADD COLUMN house BLOB CHECK (length(house) = 32); -- Blind index of the house in which it is a flat or a room, likewise; rights of the host, GDPR 6(1)(f); as the row
CREATE INDEX residence_by_flat ON residence (flat, person) WHERE flat IS NOT NULL;
CREATE INDEX residence_by_house ON residence (house, person) WHERE house IS NOT NULL;

ALTER TABLE home ADD COLUMN proof TEXT NOT NULL DEFAULT 'extract' CHECK (proof IN ('letter', 'extract')); -- How it was shown to be the host's, which says whether it is the whole of it; rights of the host, GDPR 6(1)(f); as the row
ALTER TABLE home ADD COLUMN helped_by BLOB REFERENCES staff (id); -- Who saw the extract at a desk; accountability, GDPR 5(2); as the row
ALTER TABLE home ADD COLUMN shown_at INTEGER NOT NULL DEFAULT 0; -- When it was shown, so that a newer owner is told from an earlier one; accuracy, GDPR 5(1)(d); as the row

-- Letters with a code to an address, to ask its host or to show that it is somebody's home; rights of the host, GDPR 6(1)(f); until they are too old, replaced, or the person is erased
CREATE TABLE host_letter (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- The resident whom it asks about, or who says that the home is theirs; rights of the host, GDPR 6(1)(f); as the row
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16), -- Tells letters apart; rights of the host, GDPR 6(1)(f); as the row
    purpose TEXT NOT NULL CHECK (purpose IN ('entry', 'home')), -- What it is for; purpose limitation, GDPR 5(1)(b); as the row
    home BLOB NOT NULL CHECK (length(home) = 32), -- Blind index of the home; rights of the host, GDPR 6(1)(f); as the row
    sealed BLOB NOT NULL, -- The address to print on it, sealed; rights of the host, GDPR 6(1)(f); as the row
    number BLOB UNIQUE CHECK (length(number) = 32), -- Hash of the number on it; security of processing, GDPR 32; as the row
    code BLOB CHECK (length(code) = 32), -- Keyed hash of the code in it; security of processing, GDPR 32; as the row
    wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong BETWEEN 0 AND 5), -- How many wrong codes were typed, so that nobody guesses it; security of processing, GDPR 32; as the row
    made_at INTEGER NOT NULL, -- When it was asked for, which orders the printing; rights of the host, GDPR 6(1)(f); as the row
    printed_at INTEGER, -- When it was printed, shown to the person; duty to inform, GDPR 12; as the row
    used_at INTEGER, -- When its code was used; security of processing, GDPR 32; as the row
    until INTEGER NOT NULL, -- After this its code does nothing; storage limitation, GDPR 5(1)(e); as the row
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX host_letter_by_person ON host_letter (person, purpose, home);
CREATE INDEX host_letter_waiting ON host_letter (made_at, id) WHERE printed_at IS NULL;
CREATE INDEX host_letter_by_until ON host_letter (until);

-- Links by which somebody without an account answers once as a host; rights of the host, GDPR 6(1)(f); until used, withdrawn, expired, or the resident is erased
CREATE TABLE host_link (
    token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32), -- Hash of the secret in the link; security of processing, GDPR 32; as the row
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- The resident; rights of the host, GDPR 6(1)(f); as the row
    home BLOB NOT NULL CHECK (length(home) = 32), -- Blind index of the home, so that the link ends with the registration there; rights of the host, GDPR 6(1)(f); as the row
    letter BLOB REFERENCES host_letter (id) ON DELETE CASCADE, -- The letter whose code made it, or none where the resident made it; purpose limitation, GDPR 5(1)(b); as the row
    spelling TEXT NOT NULL CHECK (spelling IN ('passport', 'local', 'machine', 'called')), -- Which way of writing their name the resident shows; the person's own choice, GDPR 6(1)(a); as the row
    sealed BLOB, -- The link, sealed, so that the resident can show it again; the person's own request, GDPR 6(1)(a); as the row
    expires_at INTEGER NOT NULL -- After this it does nothing; storage limitation, GDPR 5(1)(e); as the row
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX host_link_shown ON host_link (person) WHERE letter IS NULL;
CREATE INDEX host_link_by_person ON host_link (person);
CREATE INDEX host_link_by_letter ON host_link (letter) WHERE letter IS NOT NULL;
CREATE INDEX host_link_by_expires_at ON host_link (expires_at);

-- What hosts confirmed, a condition of nothing; the person's own choice, GDPR 6(1)(a); until the person adds it to their record, throws it away or is erased
CREATE TABLE host_word (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- The resident; the person's own choice, GDPR 6(1)(a); as the row
    id BLOB NOT NULL CHECK (length(id) = 16), -- Tells them apart and sorts them by time; the person's own choice, GDPR 6(1)(a); as the row
    sealed BLOB NOT NULL, -- What was said, when and by which way, sealed; the person's own choice, GDPR 6(1)(a); as the row
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

-- Links that begin a declaration at an address, and tell nothing of whoever follows them; rights of the host, GDPR 6(1)(f); until expired, the home is given up or the host is erased
CREATE TABLE invitation (
    token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32), -- Hash of the public half of the link; security of processing, GDPR 32; as the row
    host BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- The host who made it; rights of the host, GDPR 6(1)(f); as the row
    home BLOB NOT NULL CHECK (length(home) = 32), -- Blind index of the host's home, with which it goes; storage limitation, GDPR 5(1)(e); as the row
    sealed BLOB NOT NULL, -- The address, sealed under a key that is in the link; rights of the host, GDPR 6(1)(f); as the row
    expires_at INTEGER NOT NULL -- After this it does nothing; storage limitation, GDPR 5(1)(e); as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_by_host ON invitation (host, home);
CREATE INDEX invitation_by_expires_at ON invitation (expires_at);
