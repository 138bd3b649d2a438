# Signing in as staff
sign-in-staff = I work for an office
staff-in-title = Sign in as staff
staff-in-lead = This page is for people who work for an office. Sign in there, and you come back here by yourself.
staff-in-go = Go to { $name }
staff-in-links = It does not work? Ask the operator for a sign-in link. It works once.
staff-in-only-links = Open the sign-in link that the operator gave you. It works once.
staff-in-resident = Sign in to your own record
signin-again = Start again
signin-away-title = The sign-in service does not answer
signin-away-body = We could not reach { $name }. Wait a minute and start again. If it lasts, tell whoever looks after it.
signin-declined-title = You are not signed in
signin-declined-body = You came back without signing in. Nothing has happened. You can start again.
signin-untrusted-title = This sign-in could not be checked
signin-untrusted-body = It was too old, was used before, or began in another browser. Start again in this one.
signin-nobody-title = Your account is not set up for Doorstep
signin-nobody-body = We know who you are, but not that you work for an office. Ask whoever manages the accounts.
signin-unknown-title = Your role is not known here
signin-unknown-body = Your account says “{ $role }”. Ask whoever manages the accounts to set the role right.
signin-left-title = You no longer work for this office
signin-left-body = If that is wrong, ask the operator to take you back.
account-way-provider = By the office’s own service

# About oneself
menu-staff = My sign-in
menu-resolve = Pseudonyms
staff-me-title = My sign-in
staff-me-office = Office
staff-me-role = Role
staff-me-pseudonym = People see you as
staff-me-passkeys = Passkeys
role-supervisor = Supervisor
role-appeal = Member of the appeal body
role-dpo = Data-protection officer
staff-me-named-title = Who learned your name
staff-me-named-lead = Only the data-protection officer can find out whose a pseudonym is. Each time leaves a note here.
staff-me-named-none = Nobody has looked up your name.
staff-me-named-by = by { $by }, number { $reference }

# Passkeys of staff
staff-passkey-title = Your passkeys
staff-passkey-lead = Before each decision a passkey shows that it is you. Your computer, phone or security key keeps it.
staff-passkey-none = You have no passkey yet. Without one you cannot decide anything.
staff-passkey-old = For your first passkey you have to have signed in within the last ten minutes. Sign in anew.
staff-passkey-sign-in = Sign in anew
staff-passkey-step-up = To add or remove a passkey, first show that it is you.
staff-passkey-lost = All passkeys lost? Ask the operator to remove them. Then sign in anew and add one.
staff-passkey-many = You have { $n } passkeys, and that is the most. Remove one first.
staff-passkey-no-script = A passkey needs a script, and this browser does not run it. Use a recent browser for decisions.
staff-passkey-not-here = Passkeys do not work at this address of the site. Tell the operator.

# Step-up
step-up-title = Is it you?
step-up-lead = You are about to do something that only you may do. Confirm with your passkey. It counts for five minutes.
step-up-kept = What you typed is kept. It is sent as soon as you confirm.
step-up-button = Confirm with a passkey
step-up-wrong = This passkey did not work. Try again, or use another one of yours.
step-up-none = You have no passkey yet. Add one first; you come back here.
step-up-add = Add a passkey
step-up-back = Go back without confirming
fail-old-session-title = You signed in too long ago
fail-old-session-body = For this you have to have signed in within the last ten minutes. Sign out and sign in anew.

# Whose a pseudonym is
resolve-title = Whose pseudonym is it?
resolve-lead = Look up only what somebody asked you about. Each look-up is noted, and the member of staff sees it.
resolve-pseudonym = Pseudonym
resolve-pseudonym-hint = Exactly as it stands in the list of looks, such as S-7K3Q
resolve-why = Who asks?
resolve-why-error = Say who asks
resolve-why-person = A person who saw it in their list of looks
resolve-why-court = A court, or an authority with the right to ask
resolve-why-inspection = Our own inspection
resolve-reference = Number of the letter or case
resolve-reference-hint = Write no names here
resolve-button = Look up
resolve-none = Nobody has this pseudonym. Check each letter.
resolve-found-title = Whose { $pseudonym } is
resolve-found-noted = This look-up is noted now. The member of staff sees it.
resolve-found-left = No longer works there, since { $at }
resolve-another = Look up another
