-- The public log: which leaf stands where, the tiles, the signed heads. Comments as in the first migration.

ALTER TABLE leaf ADD COLUMN number BIGINT;
COMMENT ON COLUMN leaf.number IS 'Its index in the public log; accountability, GDPR 5(2); for ever, empty until it is sequenced';
CREATE INDEX leaf_pending ON leaf (id) WHERE number IS NULL;

CREATE TABLE log_state (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    epoch BIGINT NOT NULL,
    lease UUID,
    leased_until BIGINT,
    size BIGINT NOT NULL CHECK (size >= 0),
    root BYTEA NOT NULL CHECK (octet_length(root) = 32),
    stopped TEXT
);
COMMENT ON TABLE log_state IS 'The head of the public log as far as it is stored, and who may append; accountability, GDPR 5(2); while the log goes on';
COMMENT ON COLUMN log_state.id IS 'There is one log; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN log_state.epoch IS 'Rises when another process takes over, so that the one before is fenced off; accuracy, GDPR 5(1)(d); as the row';
COMMENT ON COLUMN log_state.lease IS 'Which process appends; operation, GDPR 32(1)(b); as the row';
COMMENT ON COLUMN log_state.leased_until IS 'Until when; operation, GDPR 32(1)(b); as the row';
COMMENT ON COLUMN log_state.size IS 'The number of leaves in the tree; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN log_state.root IS 'The root over them; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN log_state.stopped IS 'Why nothing more is signed, such as a witness that saw more than is here; accountability, GDPR 5(2); until the operator has answered it';

CREATE TABLE log_tile (
    level BIGINT NOT NULL CHECK (level BETWEEN -1 AND 7),
    number BIGINT NOT NULL CHECK (number >= 0),
    content BYTEA NOT NULL,
    PRIMARY KEY (level, number)
);
COMMENT ON TABLE log_tile IS 'Tiles of the public log, as they are served; accountability, GDPR 5(2); for ever';
COMMENT ON COLUMN log_tile.level IS '0 to 7 for hashes, -1 for the leaves themselves; accountability, GDPR 5(2); for ever';
COMMENT ON COLUMN log_tile.number IS 'Its number from the left; accountability, GDPR 5(2); for ever';
COMMENT ON COLUMN log_tile.content IS 'Its bytes, of which those of a partial tile are the beginning; accountability, GDPR 5(2); for ever';

CREATE TABLE log_checkpoint (
    size BIGINT NOT NULL PRIMARY KEY CHECK (size >= 0),
    note TEXT NOT NULL,
    cosignatures TEXT NOT NULL,
    cosigners BIGINT NOT NULL CHECK (cosigners >= 0),
    signed_at BIGINT NOT NULL
);
COMMENT ON TABLE log_checkpoint IS 'Signed heads of the public log, so that the moment of an entry can be shown; accountability, GDPR 5(2); one a minute for ever, others a day';
COMMENT ON COLUMN log_checkpoint.size IS 'The number of leaves; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN log_checkpoint.note IS 'The checkpoint with the signature of the log; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN log_checkpoint.cosignatures IS 'Signatures of the witnesses, a line each; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN log_checkpoint.cosigners IS 'How many witnesses signed; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN log_checkpoint.signed_at IS 'When the log signed it; accountability, GDPR 5(2); as the row';
INSERT INTO log_state (id, epoch, size, root) VALUES (1, 0, 0, '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
