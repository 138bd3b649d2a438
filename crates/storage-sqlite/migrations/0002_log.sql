-- The public log: which leaf stands where, the tiles, the signed heads. Comments as in the first migration.

ALTER TABLE leaf ADD COLUMN number INTEGER; -- Its index in the public log; accountability, GDPR 5(2); for ever, empty until it is sequenced
CREATE INDEX leaf_pending ON leaf (id) WHERE number IS NULL;

-- The head of the public log as far as it is stored, and who may append; accountability, GDPR 5(2); while the log goes on
CREATE TABLE log_state (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), -- There is one log; accountability, GDPR 5(2); as the row
    epoch INTEGER NOT NULL, -- Rises when another process takes over, so that the one before is fenced off; accuracy, GDPR 5(1)(d); as the row
    lease BLOB CHECK (length(lease) = 16), -- Which process appends; operation, GDPR 32(1)(b); as the row
    leased_until INTEGER, -- Until when; operation, GDPR 32(1)(b); as the row
    size INTEGER NOT NULL CHECK (size >= 0), -- The number of leaves in the tree; accountability, GDPR 5(2); as the row
    root BLOB NOT NULL CHECK (length(root) = 32), -- The root over them; accountability, GDPR 5(2); as the row
    stopped TEXT -- Why nothing more is signed, such as a witness that saw more than is here; accountability, GDPR 5(2); until the operator has answered it
) STRICT, WITHOUT ROWID;

-- Tiles of the public log, as they are served; accountability, GDPR 5(2); for ever
CREATE TABLE log_tile (
    level INTEGER NOT NULL CHECK (level BETWEEN -1 AND 7), -- 0 to 7 for hashes, -1 for the leaves themselves; accountability, GDPR 5(2); for ever
    number INTEGER NOT NULL CHECK (number >= 0), -- Its number from the left; accountability, GDPR 5(2); for ever
    content BLOB NOT NULL, -- Its bytes, of which those of a partial tile are the beginning; accountability, GDPR 5(2); for ever
    PRIMARY KEY (level, number)
) STRICT;

-- Signed heads of the public log, so that the moment of an entry can be shown; accountability, GDPR 5(2); one a minute for ever, others a day
CREATE TABLE log_checkpoint (
    size INTEGER NOT NULL PRIMARY KEY CHECK (size >= 0), -- The number of leaves; accountability, GDPR 5(2); as the row
    note TEXT NOT NULL, -- The checkpoint with the signature of the log; accountability, GDPR 5(2); as the row
    cosignatures TEXT NOT NULL, -- Signatures of the witnesses, a line each; accountability, GDPR 5(2); as the row
    cosigners INTEGER NOT NULL CHECK (cosigners >= 0), -- How many witnesses signed; accountability, GDPR 5(2); as the row
    signed_at INTEGER NOT NULL -- When the log signed it; accountability, GDPR 5(2); as the row
) STRICT, WITHOUT ROWID;
INSERT INTO log_state (id, epoch, size, root) VALUES (1, 0, 0, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
