# The pages of officers, second officers and members of the appeal body

# The queue
office-appeals-lead = Appeals that nobody hears yet, and yours. What is due first stands first. The list names nobody.
office-stage-hearing = Both sides are told and heard
office-stage-drafted = A draft waits for a second officer
office-stage-confirmed = Decided; the notice is on its way
office-stage-appealable = Decided; an appeal is possible
office-stage-appealed = An appeal is heard
office-stage-settled = The decision has effect
office-stage-closed = Closed
office-due-decide = To be decided by { $day }
office-due-confirm = To be confirmed by { $day }
office-due-appeal = An appeal is possible until { $day }
office-due-appeal-over = The time for an appeal ended on { $day }
office-due-late = The office is late: it was due by { $day }
office-to-confirm = Yours to confirm
office-to-queue = Back to the queue
office-waits = Waits for a second officer
office-number-link = Find a case by the number on its letter
office-number-title = Which number stands on the letter?
office-number-hint = Eight letters and digits, for example 1A2B3C4D.
office-number-button = Find
office-number-none = No case of yours has this number
office-number-over = This case is over. Nothing of it can be opened any more.
office-number-elsewhere = This case is in somebody else's hands.

# Who takes part
office-side-resident = The resident
office-side-host = The host
office-side-first = The person of record 1
office-side-second = The person of record 2
office-which-side = Who is it about?
office-somebody = somebody of the office
office-by-program = the program
office-by-officer = officer { $who }
office-by-appeal-body = appeal body, { $who }
office-by-desk = { $side }, helped by { $who } at a desk

# Ways of a notice
office-channel-inbox = in-box of the pages
office-channel-email = e-mail
office-channel-push = push message
office-channel-sms = SMS
office-channel-letter = letter
office-channel-by-hand = handed over
office-way-sent = { $way }: sent
office-way-proved = { $way }: delivered, with proof

# The page of a case
office-disputed = Disputed
office-stands-disputed = The registration is in force, and every right stays. Nothing has changed.
office-stands-correction = The record says "under correction". Nothing else has changed.
office-stands-protected = The address is hidden already. Nothing else has changed.
office-stands = Nothing has changed by this case.
office-now = What you can do now
office-why-opened = Why it was opened
office-said = What was said
office-said-nothing = Nothing yet. That says nothing for or against anybody.
office-told = Notice of the case: { $ways }.
office-told-decision = Notice of the decision: { $ways }.
office-not-told = No notice was sent yet.
office-opened-it = Opened the case.
office-answer-until = Can answer until { $day }.
office-two-proofs = The time for an answer begins when two different ways are proved.
office-wants-to-be-heard = Asks to be heard in person. That is owed.
office-on-file = On file
office-read-file = Read what was said
office-disputes-title = The disputes of this host
office-disputes = Entries at their homes: { $entries }. Disputed: { $disputed }. Open: { $open }; taken back: { $withdrawn }; the registration stayed: { $stayed }; it ended: { $ended }.
office-disputes-note = A fact about the disputes. It says nothing about this one.
office-clocks = Terms
office-story = What happened
office-not-yet = Not possible yet:
office-hear = Hear and record
office-decide = Decide: { $outcome }
office-for-colleague = The second officer is away? Any colleague can name a deputy on this page:

# Terms
office-clock-decide = The office decides
office-clock-decide-what = Its passing changes nothing for anybody; the case stands first in the queue.
office-clock-answer = { $side }: time to answer
office-clock-answer-what = After it you may decide on what is on file. Silence is no ground.
office-clock-confirm = The second officer reads the draft
office-clock-confirm-what = Its passing changes nothing; a colleague can name a deputy.
office-clock-appeal = Time for an appeal
office-clock-appeal-what = After it, and a week for letters, an officer can put the decision in effect.
office-clock-court = Time to go to court
office-clock-court-what = After it, and a week for letters, an officer can put the decision in effect.
office-term-days =
    { $n ->
        [one] { $n } calendar day.
       *[other] { $n } calendar days.
    }
office-term-working-days =
    { $n ->
        [one] { $n } working day.
       *[other] { $n } working days.
    }
office-term-weeks =
    { $n ->
        [one] { $n } week.
       *[other] { $n } weeks.
    }
office-term-months =
    { $n ->
        [one] { $n } month.
       *[other] { $n } months.
    }
office-term-hours =
    { $n ->
        [one] { $n } hour.
       *[other] { $n } hours.
    }

# What happened, act by act
office-story-opened = The case was opened
office-story-sent = { $side }: notice sent, { $way }
office-story-delivered = { $side }: notice delivered, { $way }
office-story-came-back = { $side }: notice came back, { $way }
office-story-answered = { $side }: an answer
office-story-posted = { $side }: an answer by post, of { $day }
office-story-hearing-asked = { $side }: asks to be heard in person
office-story-invited = Invitation to a hearing: { $day }
office-story-held = A hearing. There were: { $sides }
office-story-held-nobody = Nobody came to the hearing. That says nothing
office-story-extended = { $side }: more time to answer
office-story-visited = A visit; somebody was met
office-story-visited-nobody = A visit; nobody was met. That is no evidence of anything
office-story-host-changed = The home has another owner
office-story-maintained = The new host maintains the dispute
office-story-drafted = A decision was written: { $outcome }
office-story-deputy = Another second officer is asked: { $who }
office-story-sent-back = The second officer did not confirm
office-story-confirmed = The second officer confirmed
office-story-appealed = { $side }: an appeal
office-story-appeal-withdrawn = { $side }: the appeal was taken back
office-story-in-effect = The decision took effect
office-story-time-back = The time for an appeal was given back
office-story-undone = The decision was taken back
office-story-separated = The records were taken apart
office-story-withdrawn = The case was taken back
office-story-own-act = The person moved or left
office-story-died = The person has died
office-filed-document = A document
office-filed-document-hint = A lease, a bill, a letter.
office-filed-extract = An extract of another register
office-filed-extract-hint = For example, who owns the home.
office-filed-witness = A third person's word
office-filed-witness-hint = A neighbour, for example. Say who they are.
office-appeal-upheld = The decision stands
office-appeal-annulled = The decision is annulled; everything is as if it had not been made
office-appeal-replaced = Another decision instead: { $outcome }
office-appeal-back = The office has to hear both sides and decide again
office-judged-stands = The court: the decision stands
office-judged-falls = The court: the decision falls

# A draft or a decision
office-draft = The draft. It has no effect
office-decision = The decision. It has no effect yet
office-outcome = Decision
office-facts = What is held to be true
office-rule = Rule
office-rule-hint = As it is cited, with article or section.
office-reasons = Why
office-grounds = What it rests on
office-no-grounds = Nothing is on file yet on which a decision could rest.
office-heard = How each was heard
office-heard-opened = { $side }: opened the case and said why
office-heard-answered = { $side }: answered
office-heard-orally = { $side }: was heard in person
office-heard-had-its-time = { $side }: was told, and the time for an answer passed
office-heard-not-needed = { $side }: nothing is taken from anybody
office-decided-by = By
office-ground-residents-words = What the resident said
office-ground-others-words = What the other side said
office-ground-document = A document
office-ground-extract = An extract of another register
office-ground-witness = A third person's word
office-ground-visit = A visit at which somebody was met
office-ground-absence = Nobody was met at a visit
office-ground-silence = No answer
office-ground-carries = Can carry a decision that takes something from somebody.
office-ground-carries-nothing = Carries no such decision, alone or with the like.
office-own-words = In my own words
office-in-office-language = In the language of the office: { $language }
office-in-their-language = In the person's language: { $language }
office-to-check = The same for the person, to check. Both are sent. If you change one, change the other.
office-reasons-short = Write at least one whole sentence
office-second = Who is asked to confirm?
office-second-hint = Somebody who did not help either side. The decision has no effect without them.
office-no-second = No second officer is needed: nothing is taken from anybody. It is sent to everybody at once.
office-choose-officer = Choose an officer

# Common to the pages of acts
office-back-to-case = Back to the case
office-done-title = It is on file
office-open-again = Open the case again
office-meanwhile = Somebody acted in the case while you wrote. Nothing of yours is lost, and nothing was done yet.
office-all-the-same = Do it all the same
office-day-ahead = This day is ahead
office-address = Address
office-address-hint = A few letters of street and house are enough, in any script.
office-address-empty = Write the address

# The notice on another way
office-do-notice-title = On which way does the notice go too?
office-do-notice-link = Send the notice on another way
office-do-notice-button = It is sent
office-do-notice-done = It counts as delivered when you have noted the proof.
office-do-notice-lead = The program sends each notice itself, and its letters lie in the mail room. Note here what you sent beside that.
office-do-notice-way = How?

# What became of a notice
office-do-delivery-title = What became of the notice?
office-do-delivery-link = Note that a notice was delivered or came back
office-do-delivery-button = Note it
office-do-delivery-done = The terms follow from it by themselves.
office-do-delivery-which = Which notice?
office-do-delivery-became = What happened?
office-became-delivered = It was delivered
office-became-delivered-hint = There is a proof: the postman's record, or a signature.
office-became-came-back = It came back
office-became-came-back-hint = Choose another way after that. Nothing follows against anybody.
office-became-by-hand = What was handed over cannot come back

# A hearing
office-do-invite-title = On which day can everybody be heard?
office-do-invite-link = Invite to be heard in person
office-do-invite-button = Invite
office-do-invite-done = Everybody is told the day and the place.
office-do-invite-on = The day
office-do-invite-on-hint = At the earliest { $day }. Nobody has to come.
office-do-hearing-title = What was said in person?
office-do-hearing-link = Write down what was said in person
office-do-hearing-button = Put it on file
office-do-hearing-done = Whoever was there counts as heard.
office-do-hearing-words = The record
office-do-hearing-words-hint = In the words of those who spoke. Everybody can read it.
office-do-hearing-present = Who was there?
office-do-hearing-present-hint = Choose nobody if nobody came. It says nothing, and another day is offered.

# More time
office-do-more-time-title = Why is more time needed?
office-do-more-time-link = Give more time to answer
office-do-more-time-button = Give more time
office-do-more-time-done = They are told the new day.
office-do-more-time-lead = The whole time runs again from today. It is possible once for each notice.
office-do-more-time-words = Why
office-do-more-time-words-hint = One sentence is enough.

# A visit
office-do-visit-title = What did you see at the visit?
office-do-visit-link = Note a visit
office-do-visit-button = Put it on file
office-do-visit-done = If somebody was met, it is put to the resident.
office-do-visit-words = What you saw and heard
office-do-visit-words-hint = Only what belongs to the question of the case.
office-do-visit-met = Did you meet somebody?
office-met = Yes
office-met-nobody = No, nobody
office-met-nobody-hint = Absence is no evidence. People work, travel and sleep.

# A paper or a word on file
office-do-file-title = What comes on file?
office-do-file-link = Put a paper or a word on file
office-do-file-button = Put it on file
office-do-file-done = Whoever could lose by it is told and asked again.
office-do-file-lead = Whoever could lose by it has the whole time to answer again.
office-do-file-words = What it says
office-do-file-words-hint = As it stands there, with its date.
office-do-file-what = What is it?

# Another host
office-do-new-host-title = How do you know of the new host?
office-do-new-host-link = The home has another owner
office-do-new-host-button = Note it
office-do-new-host-done = The new host is asked anew. What the earlier one said carries nothing.
office-do-new-host-lead = The new host is asked whether they maintain the dispute. A draft falls.
office-do-new-host-words = How you know
office-do-new-host-words-hint = Which extract, of which day. No name.

# Deciding
office-do-draft-begin = With which words do you begin?
office-do-draft-from = Choose what comes nearest. You can change every word.
office-do-draft-title = What do you decide, and why?
office-do-draft-button = Ask the second officer
office-do-draft-done = The second officer is asked to confirm it. Nobody outside is told before.
office-do-decided-button = Decide and send
office-do-decided-done = The decision is on its way to everybody whom it concerns.
office-do-confirm-title = Do you confirm this decision?
office-do-confirm-link = Read the draft and confirm it
office-do-confirm-button = Confirm
office-do-confirm-done = The decision is on its way to everybody. It has no effect before the time for an appeal is over.
office-do-confirm-lead = Read the file as if nobody had decided before you.
office-do-send-back-title = Why do you not confirm it?
office-do-send-back-link = Not confirm it, and say why
office-do-send-back-button = Send it back
office-do-send-back-done = The case is heard on. Nobody outside was told.
office-do-send-back-words = Why
office-do-send-back-words-hint = What is missing, or what you read otherwise.
office-do-deputy-title = Who confirms instead?
office-do-deputy-link = Name a deputy for the second officer
office-do-deputy-button = Name the deputy
office-do-deputy-done = The deputy finds the case in their queue.
office-do-deputy-lead = You see nothing of the case here. Whoever wrote the draft cannot be the deputy.
office-do-deputy-words = Why
office-do-deputy-words-hint = For example: on leave until the end of the month.
office-do-deputy-who = The deputy

# Effect
office-do-effect-title = Does the decision take effect now?
office-do-effect-link = Put the decision in effect
office-do-effect-button = Put it in effect
office-do-effect-done = The decision has effect, and everybody whom it concerns is told.
office-effect-ends = The registration ends today. An appeal that was posted in time still brings it back.
office-effect-other = Everybody whom it concerns is told.
office-do-effect-field = Which field is corrected?
office-effect-now = Now the record says: { $values }
office-do-undo-title = Why do you take the decision back?
office-do-undo-link = Take the decision back
office-do-undo-button = Take it back
office-do-undo-done = The case is open again, and everybody is told why.
office-do-undo-lead = The case is open again as it was before the decision.
office-do-undo-words = Why
office-do-undo-words-hint = Everybody whom it concerns reads it.
office-do-apart-title = Why are the records taken apart?
office-do-apart-link = Take the records apart
office-do-apart-button = Take them apart
office-do-apart-done = Each record is as it was before. Both people are told.
office-do-apart-lead = You see nothing of the records here.
office-do-apart-words = Why
office-do-apart-words-hint = Both people read it.
office-do-died-title = When did the person die?
office-do-died-link = The person has died
office-do-died-button = Record the death
office-do-died-done = The case is closed, and the registration ended on that day.
office-do-died-lead = Only by a document that you have seen yourself.
office-do-died-words = The document
office-do-died-words-hint = Which, of which office, of which day.
office-do-died-on = The day

# Appeal and court
office-do-appeal-title = How do you decide the appeal?
office-do-appeal-link = Decide the appeal
office-do-appeal-button = Decide and send
office-do-appeal-done = Everybody whom it concerns is told.
office-do-appeal-result = The appeal body decides:
office-do-judgment-title = What did the court say?
office-do-judgment-link = Record a court's judgment
office-do-judgment-button = Put it on file
office-do-judgment-done = Everybody whom it concerns is told.
office-do-judgment-words = Which judgment
office-do-judgment-words-hint = Court, number and day.
office-do-judgment-stands = The judgment
office-do-time-back-title = Why is the time for an appeal given back?
office-do-time-back-link = Give back the time for an appeal
office-do-time-back-button = Give the time back
office-do-time-back-done = The decision has no effect until the appeal is decided.
office-do-time-back-lead = For somebody who could not use it. You see nothing of the case here.
office-do-time-back-words = Why
office-do-time-back-words-hint = What kept them, in at least one sentence.

# A case about an address
office-address-link = Open a case about an address
office-address-title = Which address is it about?
office-address-lead = This is about the address, and about nobody in particular. Nobody's registration changes.
office-address-kind = What is the question?
office-address-words = Why you ask
office-address-words-hint = The host reads it. Name nobody.
office-address-button = Open the case
