-- Signed heads are found by when they were signed: how the log had grown by a day, and which of a minute go.

CREATE INDEX log_checkpoint_signed_at ON log_checkpoint (signed_at, size);
