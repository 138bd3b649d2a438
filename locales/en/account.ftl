# Signing in
sign-in-title = Sign in
sign-in-lead = Choose the way that suits you. All of them open the same record.
sign-in-card-code = With a printed code
sign-in-card-code-text = One code from the sheet that you printed or wrote down.
sign-in-card-email = With a link by e-mail
sign-in-card-email-text = We send a link that works once.
sign-in-card-passkey = With a passkey
sign-in-card-passkey-text = Your phone or computer confirms that it is you.
sign-in-card-desk = At a desk
sign-in-card-desk-text = Come to an office. A clerk does everything with you. Bring a code if you have one.
sign-in-nothing-title = Is this your first time?
sign-in-nothing-text = You do not need to sign in to declare your address.
sign-in-nothing-link = Start here
sign-in-button = Sign in
sign-in-other-way = Sign in another way
sign-in-code-title = What is your code?
sign-in-code-hint = 16 letters and digits. Capitals, spaces and hyphens do not matter.
sign-in-code-wrong = This code does not work. Check each letter, or take the next code on your sheet.
sign-in-email-title = What is your e-mail address?
sign-in-email-hint = We send a link to this address. It works once, for 30 minutes.
sign-in-email-button = Send the link
sign-in-sent-title = Look into your mail
sign-in-sent-lead = If somebody signs in with this address, the link is on its way.
sign-in-sent-text = It can take a few minutes. Look into the spam folder too. If nothing comes, sign in another way.
sign-in-link-title = Sign in with this link
sign-in-link-text = The link works once. Press the button to use it.
sign-in-passkey-title = Sign in with a passkey
sign-in-passkey-text = Press the button. Your phone or computer asks you to confirm.
sign-in-passkey-button = Use my passkey
sign-in-passkey-wrong = This passkey did not work here. Try again, or sign in another way.
passkey-cancelled = Your device did not answer. Try again, or choose another way.
passkey-no-script = Passkeys need a script, and this browser does not run it. The other ways work without one.
passkey-not-here = Passkeys are not set up on this site. Choose another way.

# The account
account-title = Contacts and signing in
account-ways-title = How you come back
account-ways-text = Keep at least one way. Two are better: you may lose a phone or a sheet of paper.
account-codes = Printed codes
account-email = A link by e-mail
account-passkeys = Passkeys
account-set-up = Set up
account-not-set-up = Not set up
account-not-given = Not given
account-unconfirmed = Not confirmed yet. Until then nobody can sign in with it.
account-confirm-again = Send the link again
account-confirm-sent = We have sent the link. Open it in this browser.
account-way-new = First visit
account-way-link = By a link
account-way-code = By a code
account-way-passkey = By a passkey
account-way-desk = At a desk
account-error-empty = Write something here
account-error-too-long = Write at most { $max } characters
account-error-control = Take out the invisible characters. Typing it anew helps.
account-error-picture = Use letters. Pictures cannot be printed on a receipt.
account-error-no-letter = Write at least one letter
account-error-email = Write an e-mail address such as name@example.org
account-error-phone = Write a phone number with 5 to 15 digits, such as +7 900 000 00 00
account-error-language = Choose one of the languages

sessions-title = Where you are signed in
sessions-text = We do not know which device or place it was. We know only when and how.
sessions-current = This one
sessions-end = End
sessions-end-others = End all the others

# Contacts
account-contact-title = Your contacts
contact-language = Language of messages
contact-looks = When somebody looks at my record
contact-looks-email = Send me an e-mail
contact-looks-hint = Within a minute. The e-mail says only that somebody looked; the rest stands under “Who looked”.
contact-looks-page = Only show it under “Who looked”
contact-looks-error = Give an e-mail address, so that we can send you word
save = Save
remove = Remove

# Codes
codes-title = Printed codes
codes-new-title = Your codes
codes-left =
    { $n ->
        [0] None
        [one] { $n } left
       *[other] { $n } left
    }
codes-left-long =
    { $n ->
        [0] You have no codes.
        [one] You have { $n } code left.
       *[other] You have { $n } codes left.
    }
codes-explained = A sheet has 8 codes. Each signs you in once, on any device. Keep it as you keep money.
codes-replaces = A new sheet replaces the old one. The old codes stop working.
codes-make = Make a new sheet
codes-once = Print or write them down now. We cannot show them again.
codes-where = Use them at
codes-each-once = Each code works once. Cross it out when you have used it.
codes-pdf = Download as PDF
codes-done = I have them, go on
codes-paper-lead = Each code works once. Whoever has this paper can open your record. Type a code at the address below.
codes-paper-footer = Keep this sheet safe. A new sheet replaces it.

# Passkeys
passkeys-title = Passkeys
passkeys-lead = A passkey is kept by your phone or computer. Nothing has to be installed or remembered.
passkeys-none = You have no passkeys.
passkeys-count =
    { $n ->
        [one] { $n } passkey
       *[other] { $n } passkeys
    }
passkeys-number = Passkey { $n }
passkeys-added = Added { $at }
passkeys-add = Add a passkey
passkeys-no-script = Adding a passkey needs a script, and this browser does not run it. Printed codes work without one.
passkeys-not-here = A passkey can be added on your own device only.
passkeys-not-added = The passkey was not added. It may be known already. Try again.
confirm-email-title = Is this your e-mail address?
confirm-email-text = Somebody gave this address in Doorstep. If it was you, confirm it, and you can sign in with it.
confirm-email-button = Yes, confirm it
confirmed-email-title = Your e-mail address is confirmed
confirmed-email-text = From now on you can sign in with it.
