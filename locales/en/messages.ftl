msg-sign-in-subject = Your link to sign in
msg-sign-in-body = Open this link to sign in to Doorstep. It works once, for { $minutes } minutes.

    { $link }

    If you did not ask for it, you need not do anything.
msg-declared-subject = You are registered: { $reference }
msg-declared-body = Dear { $name },

    you declared that you live here since { $since }:
    { $address }
    Before: { $before }
    By whom: { $who }. Why: { $why }.

    Your receipt number is { $reference }. It counts from the moment when you sent it.

    Your receipt, your rights and who looked at your record: { $link }
    If this is wrong, object there at once.
msg-moved-subject = You have moved: { $reference }
msg-moved-body = Dear { $name },

    your address has changed.
    Before: { $before }
    Now, since { $since }: { $address }
    By whom: { $who }. Why: { $why }.

    Your receipt number is { $reference }.
    If this is wrong, object here: { $link }
msg-renewed-subject = You are still there: { $reference }
msg-renewed-body = Dear { $name },

    it was declared that you still live here:
    { $address }
    Until when, before: { $until-before }
    Until when, now: { $until }
    By whom: { $who }. Why: { $why }.

    Your receipt number is { $reference }.
    If this is wrong, object here: { $link }
msg-left-subject = You have left: { $reference }
msg-left-body = Dear { $name },

    your registration at this address was in force. It ended on { $day }:
    { $address }
    By whom: { $who }. Why: { $why }.

    Your receipt number is { $reference }.
    If this is wrong, object here: { $link }
msg-corrected-subject = A field was corrected: { $field }
msg-corrected-body = Dear { $name },

    this was corrected in your record: { $field }.
    Before: { $before }
    Now: { $after }
    By whom: { $who }. Why: { $why }

    Your receipt number is { $reference }.
    If this is wrong, object here: { $link }
msg-contact-subject = Your contact was changed
msg-contact-body = Dear { $name },

    how to reach you was changed in your record.
    Before: { $before }
    Now: { $after }
    By whom: { $who }. Why: { $why }.

    If this is wrong, sign in another way and change it back: { $link }
msg-host-subject = Someone declared your address
msg-host-body = Somebody declared that they live at your home:
    { $address }

    See how many people declared it, and the names they gave: { $link }
    You need not do anything. A registration gives no right to the property.
msg-reminder-subject = A day to keep in mind: { $day }
msg-reminder-body = Dear { $name },

    by { $day } something is due:
    { $rule }

    See how it was counted: { $link }
msg-desk-subject = You were helped at a desk
msg-desk-body = A clerk opened your record with one of your codes, to help you. People see the clerk as { $pseudonym }, { $office }.

    See what they looked at: { $link }
    If you were not there, object there at once.
msg-looked-subject = Somebody looked at your record
msg-looked-body = Somebody opened your record. See who it was, when and why: { $link }

    You asked for this message. You can switch it off under “Signing in”, “Your contacts”.
msg-confirm-email-subject = Please confirm your e-mail address
msg-confirm-email-body = Somebody gave this address in Doorstep. If it was you, open this link and confirm it. From then on you can sign in with it.

    { $link }

    If it was not you, you need not do anything.
msg-codes-subject = A new sheet of codes was made
msg-codes-body = A new sheet of one-time codes was made for your record. The old sheet no longer works.
    By whom: { $who }.

    If this is wrong, make another one at once: { $link }
reminder-until = You said that you stay until this day. If you stay longer, say so under "My registration". If you leave, say that. Your registration does not end by itself.
msg-moved-later-subject = A date has moved later: { $day }
msg-moved-later-body = Dear { $name },

    the calendar or the rules have changed. What was due by { $before } is now due by { $day }:
    { $rule }

    You need not do anything because of this. A date that we told you never moves earlier. How it was counted: { $link }
