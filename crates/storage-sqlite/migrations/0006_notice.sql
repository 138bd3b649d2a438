-- On which ways a message went to its person, and which of them are proved. Comments as in the first migration.

-- Ways of messages: by which each one went, and what the post or the person's own opening says of it; proof of delivery before anything counts, GDPR 5(2) and 12; as the message
CREATE TABLE message_way (
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- To whom; proof of delivery, GDPR 5(2); as the row
    message BLOB NOT NULL CHECK (length(message) = 16), -- Which message; proof of delivery, GDPR 5(2); as the row
    channel TEXT NOT NULL CHECK (channel IN ('inbox', 'email', 'push', 'sms', 'letter', 'by_hand')), -- By which kind of way, with no address or number; proof of delivery, GDPR 5(2); as the row
    code BLOB UNIQUE CHECK (length(code) = 32), -- Hash of the number by which the post speaks of it; proof of delivery, GDPR 5(2); as the row
    ticket BLOB, -- The number that an SMS gateway gave it, sealed; proof of delivery, GDPR 5(2); as the row
    sent_at INTEGER, -- When it was handed over; proof of delivery, GDPR 5(2); as the row
    proved_at INTEGER, -- When it arrived, by what proves it; proof of delivery, GDPR 5(2); as the row
    came_back_at INTEGER, -- When it came back; proof of delivery, GDPR 5(2); as the row
    noted_by BLOB REFERENCES staff (id), -- Who noted proof or return, where a person did; accountability, GDPR 5(2); as the row
    trouble TEXT, -- Why it came back, without personal data; operation, GDPR 32(1)(b); as the row
    held_by BLOB REFERENCES staff (id), -- Which clerk has the letter in hand to print it; security of processing, GDPR 32; until it is posted
    held_until INTEGER, -- Until when nobody else gets it; security of processing, GDPR 32; until it is posted
    PRIMARY KEY (person, message, channel),
    FOREIGN KEY (person, message) REFERENCES message (person, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX message_way_to_print ON message_way (message) WHERE channel = 'letter' AND sent_at IS NULL AND came_back_at IS NULL;
CREATE INDEX message_way_unopened ON message_way (person, message) WHERE channel = 'inbox' AND proved_at IS NULL;
