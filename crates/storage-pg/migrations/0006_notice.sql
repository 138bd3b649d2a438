-- On which ways a message went to its person, and which of them are proved. Comments as in the first migration.

CREATE TABLE message_way (
    person UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    message UUID NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('inbox', 'email', 'push', 'sms', 'letter', 'by_hand')),
    code BYTEA UNIQUE CHECK (octet_length(code) = 32),
    ticket BYTEA,
    sent_at BIGINT,
    proved_at BIGINT,
    came_back_at BIGINT,
    noted_by UUID REFERENCES staff (id),
    trouble TEXT,
    held_by UUID REFERENCES staff (id),
    held_until BIGINT,
    PRIMARY KEY (person, message, channel),
    FOREIGN KEY (person, message) REFERENCES message (person, id) ON DELETE CASCADE
);
COMMENT ON TABLE message_way IS 'Ways of messages: by which each one went, and what the post or the person''s own opening says of it; proof of delivery before anything counts, GDPR 5(2) and 12; as the message';
COMMENT ON COLUMN message_way.person IS 'To whom; proof of delivery, GDPR 5(2); as the row';
COMMENT ON COLUMN message_way.message IS 'Which message; proof of delivery, GDPR 5(2); as the row';
COMMENT ON COLUMN message_way.channel IS 'By which kind of way, with no address or number; proof of delivery, GDPR 5(2); as the row';
COMMENT ON COLUMN message_way.code IS 'Hash of the number by which the post speaks of it; proof of delivery, GDPR 5(2); as the row';
COMMENT ON COLUMN message_way.ticket IS 'The number that an SMS gateway gave it, sealed; proof of delivery, GDPR 5(2); as the row';
COMMENT ON COLUMN message_way.sent_at IS 'When it was handed over; proof of delivery, GDPR 5(2); as the row';
COMMENT ON COLUMN message_way.proved_at IS 'When it arrived, by what proves it; proof of delivery, GDPR 5(2); as the row';
COMMENT ON COLUMN message_way.came_back_at IS 'When it came back; proof of delivery, GDPR 5(2); as the row';
COMMENT ON COLUMN message_way.noted_by IS 'Who noted proof or return, where a person did; accountability, GDPR 5(2); as the row';
COMMENT ON COLUMN message_way.trouble IS 'Why it came back, without personal data; operation, GDPR 32(1)(b); as the row';
COMMENT ON COLUMN message_way.held_by IS 'Which clerk has the letter in hand to print it; security of processing, GDPR 32; until it is posted';
COMMENT ON COLUMN message_way.held_until IS 'Until when nobody else gets it; security of processing, GDPR 32; until it is posted';
CREATE INDEX message_way_to_print ON message_way (message) WHERE channel = 'letter' AND sent_at IS NULL AND came_back_at IS NULL;
CREATE INDEX message_way_unopened ON message_way (person, message) WHERE channel = 'inbox' AND proved_at IS NULL;
