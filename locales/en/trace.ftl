# The public log: how it grows, and what was promised
log-growth-day = Lines a day ago
log-growth-week = Lines a week ago
log-growth-month = Lines 30 days ago
log-head = The newest signed head
log-head-text = The log and its witnesses signed this last. Keep a copy: later it shows whether the log still goes on from here.
log-promised = What is promised
log-promised-soon = Each act and each look is in the log within a minute. An entry that is not says so in red.
log-promised-grows = The log only grows. One signed head of every minute is kept for ever.
log-promised-witnesses = A head counts as confirmed when this many witnesses have signed it: { $n }.
log-promised-pace = The log goes on once a second, whether much happens or nothing.
log-promised-erased = An erasure leaves a line that says that somebody was erased. It does not say who.
