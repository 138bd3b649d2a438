-- Staff who sign in by their office's own service, step-up by passkey, whose a pseudonym is. Comments as in the first migration.

ALTER TABLE staff ADD COLUMN account BYTEA CHECK (octet_length(account) = 32);
COMMENT ON COLUMN staff.account IS 'Keyed hash of their account at the sign-in service, so that they are known again; security of processing, GDPR 32; as the row';
CREATE UNIQUE INDEX staff_by_account ON staff (account) WHERE account IS NOT NULL;
CREATE INDEX staff_by_pseudonym ON staff (pseudonym);

CREATE TABLE staff_passkey (
    credential BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(credential) = 32),
    staff UUID NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    public_key TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
COMMENT ON TABLE staff_passkey IS 'Passkeys of staff, asked for before a decision; security of processing, GDPR 32; until removed or they leave';
COMMENT ON COLUMN staff_passkey.credential IS 'Hash of the credential''s id; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN staff_passkey.staff IS 'Whose; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN staff_passkey.public_key IS 'Public key and counters, nothing secret; security of processing, GDPR 32; as the row';
COMMENT ON COLUMN staff_passkey.created_at IS 'When it was added; security of processing, GDPR 32; as the row';
CREATE INDEX staff_passkey_by_staff ON staff_passkey (staff);

CREATE TABLE resolved (
    id UUID NOT NULL PRIMARY KEY,
    resolved_at BIGINT NOT NULL,
    resolved_by UUID NOT NULL REFERENCES staff (id),
    staff UUID NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    reference TEXT NOT NULL
);
COMMENT ON TABLE resolved IS 'Who learned whose a pseudonym is, shown to them; accountability, GDPR 5(2); as long as the member''s row';
COMMENT ON COLUMN resolved.id IS 'Tells notes apart and sorts them by time; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN resolved.resolved_at IS 'When; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN resolved.resolved_by IS 'The data-protection officer; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN resolved.staff IS 'Whose pseudonym it is; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN resolved.reason IS 'Why, as a word; purpose limitation, GDPR 5(1)(b); as the row';
COMMENT ON COLUMN resolved.reference IS 'The number of the letter or case that asks for it; accountability, GDPR 5(2); as the row';
CREATE INDEX resolved_by_staff ON resolved (staff, id);

ALTER TABLE session ADD COLUMN stepped_up_at BIGINT;
COMMENT ON COLUMN session.stepped_up_at IS 'When a member of staff last proved with a passkey that it is they; security of processing, GDPR 32; as the row';
ALTER TABLE session DROP CONSTRAINT session_way_check;
ALTER TABLE session ADD CONSTRAINT session_way_check CHECK (way IN ('new', 'link', 'code', 'passkey', 'desk', 'provider'));
