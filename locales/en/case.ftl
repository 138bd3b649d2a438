# What a case is about, within a sentence
case-stranger = the host says they do not know this person
case-moved-out = the host says this person has moved out
case-correction = a field of the record is said to be wrong
case-unlisted = the address is not in the official register
case-crowded = more people declared an address than it seems to hold
case-non-residential = an address may be no home
case-possible-duplicate = two records name the same document
case-look = a question about a look at the record
case-late-reason = the reason why it could not be in time
case-appeal = an objection to what the office did
case-protection = the address is to be found by nobody
case-host-refuses = the host does not confirm
case-home-not-fit = the home cannot be registered as it is

# The words of a case that the program opens
case-unlisted-program = The declared address is not in the official register.
case-possible-duplicate-program = Two records name the same document. This may be one person, or a slip in a number.

# What it means meanwhile
case-stranger-means-resident = Nothing changes. You stay registered, and every right stays. Meanwhile your record says "disputed". If somebody sold you this address, say so: they answer for it, not you.
case-stranger-means-other = The registration stays as it is until both sides were heard.
case-moved-out-means-resident = Nothing changes. You stay registered, and every right stays. Meanwhile your record says "disputed".
case-moved-out-means-other = The registration stays as it is until both sides were heard.
case-correction-means-resident = Meanwhile whoever reads your record sees that it is under correction.
case-correction-means-other = Nothing changes.
case-unlisted-means-resident = Nothing changes. Your declaration is in force. An officer looks for your address in the register.
case-unlisted-means-other = Nothing changes.
case-crowded-means-resident = Nothing changes.
case-crowded-means-other = This is about the address, and about nobody's registration. You can say how many homes are there.
case-non-residential-means-resident = Nothing changes.
case-non-residential-means-other = This is about the address, and about nobody's registration. You can say what is there.
case-possible-duplicate-means-resident = Nothing changes. Nothing is joined by a machine, and you are heard first.
case-possible-duplicate-means-other = Nothing changes. Nothing is joined by a machine, and you are heard first.
case-look-means-resident = Nothing changes. Somebody else than who looked will answer you.
case-look-means-other = Nothing changes.
case-late-reason-means-resident = Nothing changes. An officer reads your reason and answers you.
case-late-reason-means-other = Nothing changes.
case-appeal-means-resident = Nothing changes. An officer checks again what was done.
case-appeal-means-other = Nothing changes.
case-protection-means-resident = From now on no host, no neighbour and no list shows your address.
case-protection-means-other = Nothing changes.
case-host-refuses-means-resident = Nothing changes. You are registered without your host's word.
case-host-refuses-means-other = You do not have to do anything. If you want to say something, you can.
case-home-not-fit-means-resident = Nothing changes. You are registered where you say you live.
case-home-not-fit-means-other = Nothing changes.

# What is decided
outcome-nothing-changes = Everything stays as it was.
outcome-registration-ends = The registration at this address ends.
outcome-field-corrected = The field is corrected.
outcome-address-accepted = The address is accepted as it was described.
outcome-address-matched = The address was found in the official register.
outcome-address-marked = A note is made about the address. Nobody's registration changes.
outcome-records-merged = The two records belong to one person. They can be taken apart again at any time.
outcome-look-explained = The look had its reason.
outcome-look-wrong = The look had no reason.
outcome-late-excused = The reason for being late is accepted.
outcome-granted = What the office did is taken back.
outcome-protected = The address stays hidden.
outcome-host-dispensed = The registration stands without the host's confirmation.

# Letters
msg-case-opened-subject = Case { $number } is open
msg-case-opened-body = You opened a case: “{ $case }”.

    It is with { $office }. You will hear of each step. You can take it back at any time.
    All of it: { $link }
msg-case-told-subject = Please read: case { $number }
msg-case-told-body = A case was opened: “{ $case }”.

    What was said:
    { $words }

    What this means now: { $means }

    You can answer in your own words, and ask to be heard. The page shows until when: { $link }
    Whoever cannot use the page can answer at a desk or by letter: { $office }. Name the number { $number }.
    If you say nothing, that is taken neither as a yes nor as a no.
msg-case-more-subject = Something new in case { $number }
msg-case-more-body = Something new was added to the case: “{ $case }”.

    { $words }

    { $means }
    You can answer again. The page shows until when: { $link }
msg-case-invited-subject = You are invited: case { $number }
msg-case-invited-body = You can say what you want to say in person: { $day }, at { $office }.

    You may bring somebody. If you cannot come, another day will be offered.
    The case: “{ $case }”. All of it: { $link }
msg-case-extended-subject = More time in case { $number }
msg-case-extended-body = You have more time to answer. The last day: { $day }.

    The case: “{ $case }”. Answer here: { $link }
msg-case-decided-subject = Decision in case { $number }
msg-case-decided-body = { $office } has decided the case: “{ $case }”.

    Decision: { $outcome }

    What was found: { $facts }
    Rule: { $rule }
    Why: { $reasons }

    It has no effect yet. If you do not agree, one button is enough to appeal: { $link }
    You can also appeal at a desk or by letter. The day of the postmark counts.
msg-case-appealed-subject = Appeal in case { $number }
msg-case-appealed-body = There is an appeal in the case: “{ $case }”.

    Until the appeal is decided, nothing has effect. Somebody who did not decide before reads everything again.
    All of it: { $link }
msg-case-appeal-back-subject = The appeal in case { $number } was taken back
msg-case-appeal-back-body = The appeal in the case was taken back: “{ $case }”.

    All of it: { $link }
msg-case-undone-subject = The decision in case { $number } was taken back
msg-case-undone-body = { $office } has taken the decision back. The case is open again: “{ $case }”.

    Why: { $words }

    Nothing has changed. All of it: { $link }
msg-case-back-to-office-subject = Case { $number } is heard again
msg-case-back-to-office-body = The appeal was successful. { $office } has to hear both sides and decide again: “{ $case }”.

    Why: { $words }

    Nothing has changed. All of it: { $link }
msg-case-withdrawn-subject = Case { $number } was taken back
msg-case-withdrawn-body = Whoever opened the case has taken it back: “{ $case }”.

    Nothing has changed. All of it: { $link }
msg-case-own-act-subject = Case { $number } is closed
msg-case-own-act-body = There is nothing left to decide: “{ $case }”. You declared that you moved or left.

    All of it: { $link }
msg-case-died-subject = Case { $number } is closed
msg-case-died-body = The case is closed, because the person has died: “{ $case }”.
msg-case-annulled-subject = The decision in case { $number } is annulled
msg-case-annulled-body = The decision was annulled: “{ $case }”. Everything is as if it had not been made.

    Why: { $words }

    All of it: { $link }
msg-case-separated-subject = The records are apart again: case { $number }
msg-case-separated-body = The two records were taken apart again. Each is as it was before.

    All of it: { $link }
msg-case-effect-subject = Decision in effect: case { $number }
msg-case-effect-body = The decision now has effect: “{ $case }”.

    { $outcome }

    All of it: { $link }
msg-case-restored-subject = You are registered again: case { $number }
msg-case-restored-body = An appeal came in time. The decision no longer has effect: “{ $case }”.

    The registration is as if it had never ended. All of it: { $link }

# Why something is not possible in a case
case-refusal-stranger = This belongs to another case.
case-refusal-conflict = Somebody else acted first. Read the case again, then decide again.
case-refusal-backwards = The moment is earlier than the last entry of the case. Try again.
case-refusal-not-yours = This is for somebody else to do.
case-refusal-not-now = This is not possible at this stage of the case.
case-refusal-no-such-side = This case has no such side.
case-refusal-term = The rules name no usable term for this. Tell the operator.
case-refusal-not-an-outcome = A case of this kind cannot end like this.
case-refusal-not-told = Send the notice first.
case-refusal-not-heard = A side was not heard yet, and still can be.
case-refusal-hearing-owed = A side asked to be heard in person. Invite them first.
case-refusal-hearing-day = A hearing cannot be on this day.
case-refusal-not-maintained = The new host has not said yet whether they maintain the dispute.
case-refusal-grounds-do-not-carry = A host's word, silence and absence carry no such decision. Another ground is needed.
case-refusal-not-on-file = The case file does not hold one of these grounds.
case-refusal-same-officer = The second officer has to be another person.
case-refusal-not-named = Another officer was asked to confirm.
case-refusal-partial = Whoever helped a side or decided before cannot decide now.
case-refusal-second-officer = A second officer has to confirm this.
case-refusal-appeal-open = The time for an appeal has not passed yet, with a week for letters.
case-refusal-too-late = The time for this has passed.
case-refusal-posted-day = The day of posting cannot be.
case-refusal-once = This is possible once, and was used.
case-refusal-send-back = The appeal body can only send this back.

# Why an officer looked
purpose-stranger = An officer heard both sides: your host says they do not know you.
purpose-moved-out = An officer heard both sides: your host says that you moved out.
purpose-correction = An officer read what you say is wrong, to correct it.
purpose-unlisted = Your address is not in the official register. An officer looked where it is.
purpose-crowded = An officer read what you said about an address.
purpose-non-residential = An officer read what you said about an address.
purpose-possible-duplicate = Two records name the same document. An officer compared them.
purpose-look = Somebody read your question about a look, to answer it.
purpose-late-reason = An officer read why you could not be in time.
purpose-appeal = An officer read your objection, to answer it.
purpose-protection = An officer read why your address must not be found.
purpose-host-refuses = An officer read what you and your host say.
purpose-home-not-fit = An officer read what you say about your home.
purpose-host-case = Your host read what was said in your case.
part-case = What was said in a case

# Acts of a record that a case left
act-ended = Registration ended by a decision
act-restored = Registration as before, after an appeal
act-died = Death recorded
act-matched = Address found in the register
act-hidden = Address hidden
act-shown = Address shown again
act-joined = Two records found to be one person's
act-parted = Two records taken apart
actor-officer = An officer of { $office }, in a case

# Kinds of cases, for officers
case-kind-stranger = A host does not know somebody at their home
case-kind-stranger-what = Hear both sides. Meanwhile the registration stays in force.
case-kind-moved-out = A host says somebody moved out
case-kind-moved-out-what = Hear both sides. Meanwhile the registration stays in force.
case-kind-correction = A field of a record is said to be wrong
case-kind-correction-what = Find out what is right, and correct it or say why not.
case-kind-unlisted = An address is not in the official register
case-kind-unlisted-what = Find out which address of the register is meant. The declaration is in force in any case.
case-kind-crowded = Many people declared one address
case-kind-crowded-what = Find out how many homes are there. This is about the address, never about a person.
case-kind-non-residential = An address may be no home
case-kind-non-residential-what = Find out what is there. This is about the address, never about a person.
case-kind-possible-duplicate = Two records name the same document
case-kind-possible-duplicate-what = Find out whether this is one person, or a slip in a number. Nothing is joined by itself.
case-kind-look = Somebody asks about a look at their record
case-kind-look-what = Find out why the record was opened, and answer the question.
case-kind-late-reason = Somebody explained why they were late
case-kind-late-reason-what = Read the reason and answer it.
case-kind-appeal = Somebody objects to what the office did
case-kind-appeal-what = Check again what was done, and answer.
case-kind-protection = Somebody asks that their address is not found
case-kind-protection-what = The address is hidden already. Decide whether it stays so.
case-kind-host-refuses = A host does not confirm
case-kind-host-refuses-what = Hear both sides. The registration stands meanwhile.
case-kind-home-not-fit = A home cannot be registered as it is
case-kind-home-not-fit-what = Find out what is there. The registration stands meanwhile.
