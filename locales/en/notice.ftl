# What goes where many can read it: no name, no address, nothing of what the message says
sms-message = Doorstep: a message waits for you. Read it at { $site } or at any desk.
sms-reminder = Doorstep: a day to keep in mind is near. See which: { $site } or ask at any desk.
sms-case = Doorstep: a notice waits for you, and your answer counts. Read it at { $site } or at any desk.
push-message-title = A message waits for you
push-message-body = Sign in and open your messages.
push-reminder-title = A day to keep in mind is near
push-reminder-body = Sign in and see what is due.
push-case-title = A notice waits for you
push-case-body = Sign in and read it. Your answer counts.
msg-in-your-inbox = (see it among your messages)

# One message, and how it went
message-how = How this message went to you
message-way-inbox = In your messages
message-way-email = By e-mail
message-way-push = By push message
message-way-sms = By SMS
message-way-letter = By letter
message-way-by-hand = Handed to you at a desk
message-waits = on its way
message-unopened = you have not opened it yourself
message-opened = you opened it on { $at }
message-sent = handed over on { $at }; whether it arrived is not known
message-arrived = arrived on { $at }
message-came-back = came back on { $at }
message-silence = Nothing follows from a message that you did not open.
message-one = Open this message alone

# What each message about a change says
change-by-you = you yourself
change-by-household = a member of your household
change-by-clerk = { $pseudonym }, { $office }
change-why-you = on your own word
change-why-household = on the word of somebody who acts for you
change-why-clerk = on your word, at a desk
change-none = nothing
change-grade-declared = as you said it
change-grade-seen = somebody at a desk saw your document
change-grade-card = you presented a card
change-word-of-looks = word by e-mail of who looked
msg-document-seen-subject = Your document was seen
msg-document-seen-body = How much of your identity somebody has seen proof of has changed in your record.
    Before: { $before }
    Now: { $after }
    By whom: { $who }. Why: you showed the document.

    If this is wrong, object here: { $link }
msg-evidence-subject = Papers were added to your record
msg-evidence-body = Before, your record did not have these papers. Now it has: { $titles }
    By whom: { $who }. Why: to show where you live.

    See them, or object: { $link }
msg-explained-subject = Your reason was added to your record
msg-explained-body = Your record now holds why something could not be in time: { $words }
    By whom: { $who }. Why: so that somebody at the office reads it. Nothing follows by itself.

    See what is due, or object: { $link }
msg-asked-subject = Your question about a look was sent
msg-asked-body = Your record now holds your question: { $words }
    By whom: { $who }. Why: so that an officer answers it.

    See who looked, or object: { $link }
msg-member-subject = Somebody joined your household
msg-member-body = Before, { $member } did not belong to your household here. Now you act for them.
    By whom: { $who }. Why: { $why }.

    If this is wrong, object here: { $link }
msg-passkey-added-subject = A passkey was added
msg-passkey-added-body = A new passkey now signs in to your record. It did not before. Whoever added it was signed in as you.

    If this is wrong, remove it here, and end all other sessions: { $link }
msg-passkey-removed-subject = A passkey was removed
msg-passkey-removed-body = A passkey no longer signs in to your record. It did before.
    By whom: { $who }.

    If this is wrong, end all other sessions here, and add a new one: { $link }

# The post of the office
menu-post = Post
purpose-post-letter = A clerk printed a letter to you and put it in an envelope.
post-title = Letters to post
post-waiting =
    { $n ->
        [0] No letter waits.
        [one] { $n } letter waits.
       *[other] { $n } letters wait.
    }
post-why = They are for people who are not reached in two other ways.
post-they-see = You get one letter at a time. Its person sees that you printed it.
post-take = Get the next letter
post-hand-title = Letter { $code }
post-print-title = Print it
post-print-text = Fold it at the marks. The address then stands in the window of the envelope.
post-print-seen = The person sees that you saw their name, their address and this letter.
post-print = Print the letter
post-posted-title = Take it to the post
post-posted-on = On which day did the post take it?
post-posted-hint = Today, or up to two weeks ago.
post-posted = The post took it
post-posted-error = Give today, or a day of the last two weeks, not before the letter was written.
post-back-title = Not now
post-back = Put the letter back
post-no-address = There is no address any more
post-no-address-text = The person has left the address meanwhile. The letter counts as come back. Nothing else follows.
post-record-heading = A letter was delivered or came back
post-record = Note what the post says
post-record-title = What does the post say of a letter?
post-code = The code on the letter
post-code-hint = Twelve letters and digits, at its foot and beside the address.
post-code-error = No letter has this code. Check each letter and digit.
post-says = What does the post say?
post-says-delivered = It was delivered
post-says-back = It came back
post-says-error = Say whether it was delivered or came back
post-on = On which day?
post-on-hint = As the post wrote it.
post-day-error = Give a day after the post took the letter, and not after today.
post-known = This letter was noted before, or has come back.
post-not-posted = Nobody has noted yet that the post took this letter.
post-note = Note it
post-noted-title = It is noted
post-noted-text = The person sees it beside their message.
letter-qr-alt = QR code with the address of this letter's page
letter-qr-caption = Read this letter online
letter-footer = { $code }. You need not answer. Nothing follows from a letter that you did not get.
letter-day = Day
letter-code = Code of this letter
message-desk-title = Hand it over
message-desk-text = Print it for the person. If they sign for it, that proves that they got it.
message-print = Print this message
message-signed-title = They signed for it
message-signed-text = The person has the message on paper in their hands, and signed on your copy. Keep the copy in the file.
message-signed = Note that they signed
