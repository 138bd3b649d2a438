-- Staff who sign in by their office's own service, step-up by passkey, whose a pseudonym is. Comments as in the first migration.

ALTER TABLE staff ADD COLUMN account BLOB CHECK (length(account) = 32); -- Keyed hash of their account at the sign-in service, so that they are known again; security of processing, GDPR 32; as the row
CREATE UNIQUE INDEX staff_by_account ON staff (account) WHERE account IS NOT NULL;
CREATE INDEX staff_by_pseudonym ON staff (pseudonym);

-- Passkeys of staff, asked for before a decision; security of processing, GDPR 32; until removed or they leave
CREATE TABLE staff_passkey (
    credential BLOB NOT NULL PRIMARY KEY CHECK (length(credential) = 32), -- Hash of the credential's id; security of processing, GDPR 32; as the row
    staff BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE, -- Whose; security of processing, GDPR 32; as the row
    public_key TEXT NOT NULL, -- Public key and counters, nothing secret; security of processing, GDPR 32; as the row
    created_at INTEGER NOT NULL -- When it was added; security of processing, GDPR 32; as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_passkey_by_staff ON staff_passkey (staff);

-- Who learned whose a pseudonym is, shown to them; accountability, GDPR 5(2); as long as the member's row
CREATE TABLE resolved (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- Tells notes apart and sorts them by time; accountability, GDPR 5(2); as the row
    resolved_at INTEGER NOT NULL, -- When; accountability, GDPR 5(2); as the row
    resolved_by BLOB NOT NULL REFERENCES staff (id), -- The data-protection officer; accountability, GDPR 5(2); as the row
    staff BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE, -- Whose pseudonym it is; accountability, GDPR 5(2); as the row
    reason TEXT NOT NULL, -- Why, as a word; purpose limitation, GDPR 5(1)(b); as the row
    reference TEXT NOT NULL -- The number of the letter or case that asks for it; accountability, GDPR 5(2); as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX resolved_by_staff ON resolved (staff, id);

-- A constraint cannot be changed in place: the sessions move into a table that knows one more way to sign in.
CREATE TEMP TABLE session_before AS SELECT token, id, person, staff, way, created_at, expires_at FROM session;
DROP TABLE session;

-- Sessions, without any trace of the browser or the network; security of processing, GDPR 32; until ended or expired
CREATE TABLE session (
    token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32), -- Hash of the cookie's secret; security of processing, GDPR 32; as the row
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16), -- A handle by which the person ends it; the person's control, GDPR 25; as the row
    person BLOB REFERENCES person (id) ON DELETE CASCADE, -- The signed-in person, or the one being helped at a desk; security of processing, GDPR 32; as the row
    staff BLOB REFERENCES staff (id) ON DELETE CASCADE, -- The signed-in member of staff; security of processing, GDPR 32; as the row
    way TEXT NOT NULL CHECK (way IN ('new', 'link', 'code', 'passkey', 'desk', 'provider')), -- How somebody signed in, shown to the person; the person's control, GDPR 25; as the row
    created_at INTEGER NOT NULL, -- When it began, shown to the person; the person's control, GDPR 25; as the row
    expires_at INTEGER NOT NULL, -- When it ends; storage limitation, GDPR 5(1)(e); as the row
    stepped_up_at INTEGER -- When a member of staff last proved with a passkey that it is they; security of processing, GDPR 32; as the row
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_person ON session (person) WHERE person IS NOT NULL;
CREATE INDEX session_by_staff ON session (staff) WHERE staff IS NOT NULL;
CREATE INDEX session_by_expires_at ON session (expires_at);
INSERT INTO session (token, id, person, staff, way, created_at, expires_at)
    SELECT token, id, person, staff, way, created_at, expires_at FROM session_before;
DROP TABLE session_before;
