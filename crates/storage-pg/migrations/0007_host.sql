-- Hosts: homes and how they were shown, links and letters for one answer, what hosts confirmed, invitations. Comments as in the first migration.

ALTER TABLE residence ADD COLUMN flat BYTEA CHECK (octet_length(flat) = 32);
COMMENT ON COLUMN residence.flat IS 'Blind index of the flat in which it is a room, so that whoever owns the flat sees who lives in it; rights of the host, GDPR 6(1)(f); as the row';
ALTER TABLE residence ADD COLUMN house BYTEA CHECK (octet_length(house) = 32);
COMMENT ON COLUMN residence.house IS 'Blind index of the house in which it is a flat or a room, likewise; rights of the host, GDPR 6(1)(f); as the row';
CREATE INDEX residence_by_flat ON residence (flat, person) WHERE flat IS NOT NULL;
CREATE INDEX residence_by_house ON residence (house, person) WHERE house IS NOT NULL;

ALTER TABLE home ADD COLUMN proof TEXT NOT NULL DEFAULT 'extract' CHECK (proof IN ('letter', 'extract'));
COMMENT ON COLUMN home.proof IS 'How it was shown to be the host''s, which says whether it is the whole of it; rights of the host, GDPR 6(1)(f); as the row';
ALTER TABLE home ADD COLUMN helped_by UUID REFERENCES staff (id);
COMMENT ON COLUMN home.helped_by IS 'Who saw the extract at a desk; accountability, GDPR 5(2); as the row';
ALTER TABLE home ADD COLUMN shown_at BIGINT NOT NULL DEFAULT 0;
COMMENT ON COLUMN home.shown_at IS 'When it was shown, so that a newer owner is told from an earlier one; accuracy, GDPR 5(1)(d); as the row';

CREATE TABLE host_letter (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    id UUID NOT NULL UNIQUE,
    purpose TEXT NOT NULL CHECK (purpose IN ('entry', 'home')),
    home BYTEA NOT NULL CHECK (octet_length(home) = 32),
    sealed BYTEA NOT NULL,
    number BYTEA UNIQUE CHECK (octet_length(number) = 32),
    code BYTEA CHECK (octet_length(code) = 32),
    wrong BIGINT NOT NULL DEFAULT 0 CHECK (wrong BETWEEN 0 AND 5),
    made_at BIGINT NOT NULL,
    printed_at BIGINT,
    used_at BIGINT,
    until BIGINT NOT NULL,
    PRIMARY KEY (person, id)
);
COMMENT ON TABLE host_letter IS 'Letters with a code to an address, to ask its host or to show that it is somebody''s home; rights of the host, GDPR 6(1)(f); until they are too old, replaced, or the person is erased';
COMMENT ON COLUMN host_letter.person IS 'The resident whom it asks about, or who says that the home is theirs; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN host_letter.id IS 'Tells letters apart; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN host_letter.purpose IS 'What it is for; purpose limitation, GDPR 5(1)(b); as the row';
COMMENT ON COLUMN host_letter.home IS 'Blind index of the home; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN host_letter.sealed IS 'The address to print on it, sealed; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN host_letter.number IS 'Hash of the number on it; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN host_letter.code IS 'Keyed hash of the code in it; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN host_letter.wrong IS 'How many wrong codes were typed, so that nobody guesses it; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN host_letter.made_at IS 'When it was asked for, which orders the printing; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN host_letter.printed_at IS 'When it was printed, shown to the person; duty to inform, GDPR 12; as the row';
COMMENT ON COLUMN host_letter.used_at IS 'When its code was used; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN host_letter.until IS 'After this its code does nothing; storage limitation, GDPR 5(1)(e); as the row';
CREATE UNIQUE INDEX host_letter_by_person ON host_letter (person, purpose, home);
CREATE INDEX host_letter_waiting ON host_letter (made_at, id) WHERE printed_at IS NULL;
CREATE INDEX host_letter_by_until ON host_letter (until);

CREATE TABLE host_link (
    token BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(token) = 32),
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    home BYTEA NOT NULL CHECK (octet_length(home) = 32),
    letter UUID REFERENCES host_letter (id) ON DELETE CASCADE,
    spelling TEXT NOT NULL CHECK (spelling IN ('passport', 'local', 'machine', 'called')),
    sealed BYTEA,
    expires_at BIGINT NOT NULL
);
COMMENT ON TABLE host_link IS 'Links by which somebody without an account answers once as a host; rights of the host, GDPR 6(1)(f); until used, withdrawn, expired, or the resident is erased';
COMMENT ON COLUMN host_link.token IS 'Hash of the secret in the link; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN host_link.person IS 'The resident; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN host_link.home IS 'Blind index of the home, so that the link ends with the registration there; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN host_link.letter IS 'The letter whose code made it, or none where the resident made it; purpose limitation, GDPR 5(1)(b); as the row';
COMMENT ON COLUMN host_link.spelling IS 'Which way of writing their name the resident shows; the person''s own choice, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN host_link.sealed IS 'The link, sealed, so that the resident can show it again; the person''s own request, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN host_link.expires_at IS 'After this it does nothing; storage limitation, GDPR 5(1)(e); as the row';
CREATE UNIQUE INDEX host_link_shown ON host_link (person) WHERE letter IS NULL;
CREATE INDEX host_link_by_person ON host_link (person);
CREATE INDEX host_link_by_letter ON host_link (letter) WHERE letter IS NOT NULL;
CREATE INDEX host_link_by_expires_at ON host_link (expires_at);

CREATE TABLE host_word (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    id UUID NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (person, id)
);
COMMENT ON TABLE host_word IS 'What hosts confirmed, a condition of nothing; the person''s own choice, GDPR 6(1)(a); until the person adds it to their record, throws it away or is erased';
COMMENT ON COLUMN host_word.person IS 'The resident; the person''s own choice, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN host_word.id IS 'Tells them apart and sorts them by time; the person''s own choice, GDPR 6(1)(a); as the row';
COMMENT ON COLUMN host_word.sealed IS 'What was said, when and by which way, sealed; the person''s own choice, GDPR 6(1)(a); as the row';

CREATE TABLE invitation (
    token BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(token) = 32),
    host UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    home BYTEA NOT NULL CHECK (octet_length(home) = 32),
    sealed BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
COMMENT ON TABLE invitation IS 'Links that begin a declaration at an address, and tell nothing of whoever follows them; rights of the host, GDPR 6(1)(f); until expired, the home is given up or the host is erased';
COMMENT ON COLUMN invitation.token IS 'Hash of the public half of the link; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN invitation.host IS 'The host who made it; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN invitation.home IS 'Blind index of the host''s home, with which it goes; storage limitation, GDPR 5(1)(e); as the row';
COMMENT ON COLUMN invitation.sealed IS 'The address, sealed under a key that is in the link; rights of the host, GDPR 6(1)(f); as the row';
COMMENT ON COLUMN invitation.expires_at IS 'After this it does nothing; storage limitation, GDPR 5(1)(e); as the row';
CREATE INDEX invitation_by_host ON invitation (host, home);
CREATE INDEX invitation_by_expires_at ON invitation (expires_at);
