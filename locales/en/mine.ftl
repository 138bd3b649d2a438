# My cases
menu-my-cases = My cases
mine-title = My cases
mine-none = There is no case about you.
mine-none-open = No case about you is open.
mine-over = Over
mine-lead = Do you want to have something put right?
mine-number = Number
mine-over-on = Over since { $day }.
mine-next-hearing = Everybody is heard. The office should decide by { $day }.
mine-next-confirmed = Decided. Nothing has effect yet.
mine-next-appealable = Decided. You can appeal until { $day }.
mine-next-appealed = Somebody who did not decide before reads everything again.
mine-stage-hearing = Being heard
mine-stage-confirmed = Decided
mine-stage-appealable = Decided
mine-stage-appealed = Under appeal
mine-stage-settled = Over
mine-stage-closed = Closed

# What a case is about, for whoever is heard in it
mine-title-stranger-resident = Your host says that they do not know you
mine-title-stranger-other = You said that you do not know somebody at your home
mine-title-moved-out-resident = Your host says that you have moved out
mine-title-moved-out-other = You said that somebody has moved out
mine-title-correction-resident = Something in your record is wrong
mine-title-unlisted-resident = Your address is not in the official register
mine-title-crowded-other = How many homes there are at your address
mine-title-non-residential-other = Whether your address is a home
mine-title-possible-duplicate-resident = Two records name the same document
mine-title-possible-duplicate-other = Two records name the same document
mine-title-look-resident = Your question about a look at your record
mine-title-late-reason-resident = Why you could not be in time
mine-title-appeal-resident = Your objection to what the office did
mine-title-protection-resident = Who may see your address
mine-title-host-refuses-resident = Your host does not confirm
mine-title-host-refuses-other = Somebody says that you do not confirm
mine-title-home-not-fit-resident = Your home cannot be registered as it is

# Where it stands
mine-now-hearing = Nothing is decided. Whoever it concerns is heard first.
mine-now-confirmed = It is decided. The decision has no effect yet.
mine-now-appealable = It is decided, and you can appeal. The decision has no effect yet.
mine-now-appealed = Somebody who did not decide before reads everything again. Until then nothing has effect.
mine-now-at-court = A court decides. Until then nothing has effect.
mine-now-stayed = It is over. Everything stays as it was.
mine-now-settled = It is over. The decision has effect.
mine-now-withdrawn = It is over: the case was taken back. Nothing has changed.
mine-now-own-act = It is over: you declared that you moved or left. There is nothing left to decide.
mine-now-died = It is over, because the person has died.
mine-now-annulled = It is over: the decision was annulled. Everything is as if it had not been made.
mine-now-separated = It is over: the two records are apart again.
mine-said = What was said
mine-closed-to = What somebody else said in this case is not shown to you, and yours is not shown to them.
mine-until = Until when you can answer
mine-answer-term = Your answer
mine-answer-term-by = You can answer until { $day }.
mine-answer-counted = The time for an answer begins on the day when the notice counts as delivered.
mine-appeal-term = Your appeal
mine-appeal-term-by = You can appeal until { $day }.
mine-appeal-counted = The time for an appeal begins on the day when the decision counts as delivered.
mine-court-term = Going to court
mine-court-term-by = You can go to court until { $day }.
mine-court-counted = The time begins on the day when the last decision counts as delivered.
mine-how-counted = How this was counted
mine-counted-from = Counted from { $day }, the day when the notice counts as delivered. A letter counts by its postmark.
mine-not-counting = Your time has not begun: it begins when the notice has reached you in two ways. You can answer already.
mine-silence = If you say nothing, that is taken neither as a yes nor as a no.
mine-can = What you can do now
mine-ways = You can also do it at a desk, or by a letter to { $office }.
mine-ways-number = Name the number { $number }. The day of the postmark counts.
mine-course = What has happened
mine-paper = The case on paper
mine-paper-how = How to answer or appeal without the internet
mine-paper-footer = Case { $number }
mine-stale = Something new has happened in this case meanwhile. Read it on the page of the case, then decide again.

# The decision
mine-decision = The decision
decision-outcome = Decided
decision-facts = What was found
decision-rule = Rule
decision-reasons = Why
decision-by = Who decided
decision-heard = Who was heard
heard-opened = opened the case and said why
heard-answered = answered
heard-orally = was heard in person
heard-had-time = was told and had time to answer
heard-not-needed = nothing is taken from them
mine-appeal-favours = An officer puts it in effect soon. If you do not agree, you can appeal.
mine-appeal-not-yet = The time for an appeal begins when the decision has reached you. You need not wait for it.
mine-appeal-how = One button is enough to appeal. Until your appeal is decided, nothing has effect.
mine-appeal-none-left = A court has decided. No further appeal is possible here.

# Done
done-title = Done
done-answer = Your answer is in the case.
done-hearing = You asked to be heard in person. You will get an invitation.
done-maintain = What you said is in the case.
done-appeal = You have appealed. Nothing has effect until it is decided.
done-appeal-back = You have taken your appeal back.
done-take-back = You have taken the case back.
done-opened = The case is open. You will hear of each step.

# Who did something
who-you = You
who-host = The host
who-resident = The resident
who-other = The other person
who-office = The office
who-program = The program
who-helped = { $who }, with a clerk at a desk
who-officer = { $office }, officer { $pseudonym }
who-officers = { $office }, officer { $first }, confirmed by officer { $second }
who-appeal-body = The appeal body, { $pseudonym }
channel-inbox = in-box on these pages
channel-email = e-mail
channel-push = push message
channel-sms = SMS
channel-letter = letter
channel-by-hand = handed over

# What has happened
entry-opened = The case was opened
entry-sent = A notice was sent: { $ways }
entry-read = The notice was read on these pages
entry-delivered = The notice arrived: { $way }
entry-delivered-until = The notice arrived: { $way }. Time until { $day }
entry-came-back = The notice came back: { $way }
entry-answered = Answered
entry-posted = Posted on { $day }
entry-hearing-asked = Asked to be heard in person
entry-hearing-invited = Invited to be heard in person: { $day }
entry-hearing-held = Heard in person
entry-hearing-nobody = Nobody came to the hearing. This says nothing about anybody
entry-extended = More time to answer, until { $day }
entry-visited = An officer went there and met somebody
entry-visited-nobody = An officer went there and met nobody. This says nothing about anybody
entry-filed-document = A document was put on file
entry-filed-extract = An extract of a register was put on file
entry-filed-witness = Somebody else was heard
entry-host-changed = The home has another host, who is asked anew
entry-maintained = The new host maintains what the host before said
entry-appealed = Appealed
entry-appeal-withdrawn = Appeal taken back
entry-appeal-upheld = Appeal decided: the decision stands
entry-appeal-annulled = Appeal decided: the decision falls
entry-appeal-replaced = Appeal decided otherwise:
entry-appeal-back-to-office = Appeal decided: the office hears everybody and decides again
entry-judged-upheld = A court decided: the decision stands
entry-judged-annulled = A court decided: the decision falls
entry-in-effect = The decision took effect
entry-time-given-back = The time for an appeal was given back
entry-undone = The office took its decision back
entry-separated = The two records were taken apart
entry-withdrawn = The case was taken back
entry-own-act-resident = You declared that you moved or left
entry-own-act-other = There is nothing left to decide
entry-died = The case was closed, because the person has died

# What somebody can do in a case
words-hint = In your own words and your own language. A few sentences are enough.
do-not = Not now
do-answer = Answer
do-answer-text = In your own words, with photos if you like.
do-answer-title = What do you want to say?
do-add = Add something
do-add-text = More words, or photos.
do-add-title = What do you want to add?
do-hearing = Ask to be heard in person
do-hearing-text = You tell an officer what you want to say. You may bring somebody.
do-hearing-title = Do you want to be heard in person?
do-hearing-then = You get an invitation with a day. Nothing is decided before you were heard. If you cannot come, another day is offered.
do-hearing-button = Ask to be heard
do-maintain = Say the same as the host before
do-maintain-text = Only if you know it yourself.
do-maintain-title = Do you say the same as the host before you?
do-maintain-then = You own this home now. Unless you say so yourself, the word of the host before counts for nothing. You do not have to.
do-maintain-words = What do you know?
do-maintain-button = Say so
do-appeal = Appeal
do-appeal-text = One button is enough. Nothing has effect until it is decided.
do-appeal-title = Do you want to appeal?
do-appeal-then = Somebody who did not decide before reads everything again. Until then nothing has effect. It costs nothing.
do-appeal-words = Why? You can leave this empty
do-appeal-hint = What is wrong with the decision, in your own words.
do-appeal-button = Appeal
do-court = Say that you go to court
do-court-text = Then the office waits for the court.
do-court-title = Do you go to court?
do-court-then = Tell us that you go to court. Until the court has decided, nothing has effect. You bring the case to the court yourself.
do-court-button = I go to court
do-appeal-back = Take the appeal back
do-appeal-back-text = The decision then stands as it was made.
do-appeal-back-title = Do you want to take your appeal back?
do-appeal-back-then = The decision then stands as it was made. As long as the time runs, you can appeal again.
do-appeal-back-button = Take it back
do-take-back = Take the case back
do-take-back-text = Nothing is decided then, and nothing changes.
do-take-back-title = Do you want to take the case back?
do-take-back-then = The case is closed, and nothing changes. You can open another one at any time.
do-take-back-button = Take the case back
do-show-again = Let my address be seen again
do-show-again-text = Your host then sees your name at their home again.
do-show-again-title = Do you want your address to be seen again?
do-show-again-then = Your host then sees your name at their home again. People who acted for you before do not come back by themselves.
do-show-again-button = Let it be seen

# Answering
answer-read-by-host = Your host reads your answer too. They do not see your photos, documents, citizenship or how to reach you.
answer-read-by-office = Only officers who work on this case read it.
answer-photos-title = Do you want to add photos?
answer-photos-text = A lease, a bill, a letter, a key in the door: anything that shows what you say. None is needed.
answer-stale = On another device you have written something else. Decide which words you want to keep, then continue.
answer-there = Written on the other device:
answer-check-title = Is this your answer?
answer-words = Your words
answer-photos = Photos
answer-photos-none = None
answer-send = Send the answer
answer-news = Something new has happened in the case meanwhile. Read it, then send your answer. It is kept.

# Asking for something
ask-title = What should be put right?
ask-send = Send
ask-open-already = You have opened this case already. You can add something there at any time.
ask-to-case = To your case
ask-declare = Declare where you live
ask-host-refuses = My host refuses
ask-host-refuses-text = Your host does not want you registered, or asks for money.
ask-host-refuses-true = You are registered already. For that nobody has to agree, and nobody can demand money.
ask-host-refuses-then = Tell us what your host said or did. An officer hears your host and notes that you need no confirmation.
ask-host-refuses-reads = If we know your host, they are told and read what you write. If you are afraid of them, hide your address first:
ask-host-refuses-words = What did your host say or do?
ask-host-refuses-declare = Declare where you live first. It takes a few minutes, and no host has to agree.
ask-home-not-fit = My home cannot be registered as it is
ask-home-not-fit-text = It has no number, no permit, or is not finished.
ask-home-not-fit-true = You are registered where you say you live. What kind of home it is changes nothing about that.
ask-home-not-fit-then = Tell us what is missing. An officer makes a note about the address, not about you. Your host learns nothing.
ask-home-not-fit-words = What about your home is in the way?
ask-home-not-fit-declare = Declare where you live first, in your own words if need be. An address without a number is enough.
ask-correction = Something in my record is wrong and I cannot correct it
ask-correction-text = An officer corrects it. Until then your record says so.
ask-correction-true = Most fields you can correct alone, at once.
ask-correction-then = If that does not work, tell us what is wrong and what is right. Until it is settled, every reader sees that.
ask-correction-words = What is wrong, and what would be right?
ask-correction-alone = Correct it alone
ask-appeal = I object to something that the office did
ask-appeal-text = Outside of a case: an entry, a delay, a refusal.
ask-appeal-true = Somebody else than who did it reads your objection and answers you.
ask-appeal-then = Against a decision in a case you appeal on the page of that case.
ask-appeal-words = What did the office do, and what should be done instead?
ask-look = I want to know why somebody looked
ask-look-text = Every look has a question beside it.
ask-late = I could not be in time
ask-late-text = Say why. A person reads it.

# Who may see an address
ask-address = Who may see your address
ask-address-text = So that no host, no relative and nobody else finds you.
ask-address-lead = You can have your address shown to nobody. It acts at once. No proof is needed.
ask-address-hides = From then on
ask-address-hides-host = Your host does not see your name at their home. It looks as if you were not there.
ask-address-hides-family = Nobody of your family can see your record or act for you any more.
ask-address-hides-others = Nobody but you can see this record or act for them any more.
ask-address-hides-results = Nobody finds you by your document, and no result or receipt of anybody else shows you.
ask-address-hides-mail = E-mails to you say only that there is something to read.
ask-address-changes = Good to know
ask-address-changes-sign-in = Other devices are signed out. Old codes and passkeys stop working. You make new ones right afterwards.
ask-address-changes-stays = An officer reads your words. Until a decision has effect, your address stays hidden.
ask-address-changes-given = Receipts that you gave to somebody still show the address of that day.
ask-address-changes-back = You can have it shown again at any time.
ask-address-mail = We write to { $email }. If somebody else reads that mailbox, change it first.
ask-address-no-mail = You gave no e-mail address. Letters wait for you on these pages.
ask-address-change-mail = Change the e-mail address
ask-address-along = Who is hidden with you?
ask-address-along-hint = Their name at your address could tell where you are. You go on acting for them.
ask-address-words = Why? You can leave this empty
ask-address-words-hint = Only officers who work on this case read it.
ask-address-no-words = I ask that nobody is shown my address.
ask-address-button = Hide my address now
ask-address-is-hidden = Your address is shown to nobody.
ask-address-show = Let it be seen again
ask-address-done = Nobody is shown your address
ask-address-done-now = It is so from now on. You need not wait for anything.
ask-address-done-keep = So that it stays so
ask-address-done-codes = Make new codes
ask-address-done-codes-text = The old ones no longer work. Without new ones you get in only on this device.
ask-address-done-mail = Check your e-mail address
ask-address-done-looks = See who looked
ask-address-done-looks-text = Whoever opens your record is shown to you.
protection-along = Lives together with somebody whose address is shown to nobody.

# What other pages say because of a case
record-disputed = Disputed
record-disputed-text = Somebody disputes this registration. Nothing has changed: it is in force, and every right stays.
record-under-correction = Under correction
record-under-correction-text = Something in this record is being corrected. Nothing else has changed.
record-to-cases = To your cases
record-decided = Ended by a decision on { $day }
record-decided-next = If you still live in this country, declare where you live now.
record-decided-case = The decision, its reasons, and how to appeal
record-died = Ended by death on { $day }
record-hidden = Shown to nobody
record-card-cases = My cases
record-card-cases-text = What was said about your registration, and what you can do.
record-card-ask = Have something put right
record-card-ask-text = Your host refuses, your home is not finished, something is wrong, nobody may find you.
declared-ask = Does your host refuse, or is something wrong with the home?
data-cases = Your cases
data-ended-moved = until { $day }, then moved
data-ended-left = until { $day }, then left
data-ended-decided = until { $day }, ended by a decision
data-ended-died = until { $day }

# Letters
msg-quiet-subject = There is something to read
msg-quiet-body = There is something new for you on your pages: { $link }
msg-case-gone-subject = Case { $number } is over
msg-case-gone-body = There is nothing left to decide for you: { $case }.

    The case is over. You need not do anything.
msg-shown-again-subject = Your address can be seen again
msg-shown-again-body = Before, nobody was shown your address. You asked that it can be seen again. Your host sees your name at their home.

    If this is wrong, hide it again at once: { $link }
msg-case-appealed-own-subject = Your appeal has arrived: case { $number }
msg-case-appealed-own-body = You have appealed: “{ $case }”.

    Until it is decided, nothing has effect. Somebody who did not decide before reads everything again.
    You can take it back at any time: { $link }
msg-case-decided-above-subject = The appeal in case { $number } is decided
msg-case-decided-above-body = The body that hears appeals has decided: “{ $case }”.

    Decision: { $outcome }
    Why: { $words }

    It has no effect yet. You can go to court. The page shows until when: { $link }
msg-case-decided-court-subject = A court has decided: case { $number }
msg-case-decided-court-body = A court has decided: “{ $case }”.

    Decision: { $outcome }
    { $words }

    No further appeal is possible here. All of it: { $link }
msg-case-ended-subject = Your registration has ended: case { $number }
msg-case-ended-body = The decision now has effect: “{ $case }”.

    { $outcome }

    You can declare an address again at any time.
    If you could not appeal in time, tell { $office } why. The time can be given back.
    All of it: { $link }
