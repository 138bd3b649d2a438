# The desk
desk-title = The desk
desk-you-are = People see you as:
desk-they-see = Everything that you open stands in the person's list of looks.
desk-present = Somebody is at your desk.
desk-record = Their record
desk-record-text = Show it to them on your screen.
desk-declare = Declare an address
desk-declare-text = Fill it in together. Read every answer aloud.
desk-papers = Print receipt and codes
desk-papers-text = In the person's own language, so that they can come back without you.
desk-lost = They lost everything
desk-lost-text = Signs them out everywhere and prints new codes.
desk-contact = Change how to reach them
desk-contact-text = The old e-mail address or telephone is not needed for it.
desk-done = They are done
desk-new-title = Somebody who is here for the first time
desk-new-text = No document is needed to begin.
desk-new = Begin
desk-receive-title = Somebody with a code
desk-receive = Open their record
desk-code = Their code
desk-code-hint = From their printed sheet. It works once.
desk-code-wrong = This code does not work. Check each letter, or take the next code on the sheet.
desk-document-title = Somebody with a document and no code
desk-document-text = For whoever lost their phone and their codes.
desk-post-title = A paper form that came by post
desk-post-text = It counts from the day of the postmark.

# At a desk, by the document
desk-shown-title = Which document do they show you?
desk-shown-before = Before you begin
desk-shown-seen = The person is here, and I hold their document in my hand
desk-shown-seen-error = Go on only if both are true. Otherwise ask for a code.
desk-shown-number = Number of the document
desk-shown-name = Family name, or the only name
desk-shown-name-hint = As it is printed, in any script.
desk-shown-birth-error = Write the date of birth that stands in the document
desk-shown-open = Open their record
desk-shown-they-see = Whoever has this document sees that you looked, also if nothing opens.
desk-shown-nobody = No record has this document with this name and this date of birth. Check all three.
desk-shown-twins = More than one record fits, so none was opened. An officer will compare them. Ask for a code.
desk-shown-else = If nothing opens
desk-shown-else-text = Ask for a printed code. Or begin a new record. If there turn out to be two, an officer compares them, and nothing is lost.

# The lines at the bottom of a document
zone-title = Lines at the bottom of the document
zone-hint = Scan or type two or three lines of capitals and “<”. Or leave this empty and fill in the fields.
zone-button = Read the lines
zone-read = Read from the lines. Compare everything with the document.
zone-offered = This spelling is only an offer. Ask the person, and change it as they like.
zone-full = The lines may have had no room for the whole name. Write it as it is printed.
zone-fault-shape = These are { $n } characters. It takes two lines of 44 or of 36, or three lines of 30.
zone-fault-length = Line { $line } has { $found } characters and needs { $needed }
zone-fault-letter = Line { $line }, character { $column }: “{ $found }” cannot stand there
zone-fault-number = Line { $line }: the number of the document does not fit its check digit. Type this line again.
zone-fault-birth = Line { $line }: the date of birth does not fit its check digit. Type this line again.
zone-fault-expiry = Line { $line }: the last day of the document does not fit its check digit. Type this line again.
zone-fault-optional = Line { $line }: the characters after the last day do not fit their check digit. Type this line again.
zone-fault-whole = Line 2 does not fit its last check digit. Type this line again.
zone-fault-whole-card = Lines 1 and 2 do not fit the last check digit. Type both again.
zone-fault-visa = These are the lines of a visa. Use those of the passport itself.
zone-fault-kind = Line 1 does not begin like a passport or a card
zone-fault-no-number = Line { $line } has no number of a document. Fill in the fields by hand.

# A paper form by post
desk-post-day = Day of the postmark
desk-post-day-hint = For example { $example }. The declaration counts from this day.
desk-post-day-error = Write a day within the last year, and none to come
desk-post-picture = Scan or photo of the form
desk-post-picture-hint = JPEG, PNG or WebP, up to 12 MB. More pages can be added later, where photos are asked for.
desk-post-picture-missing = Add the scan or photo of the form
desk-post-code = Code that is written on the form
desk-post-code-hint = It opens the record of somebody who has one. Without a code a new record begins.
desk-post-why = Why the number of a document is not enough here
desk-post-why-text = Whoever knows the number could write such a letter. If there turn out to be two records, an officer compares them.
desk-post-begin = Begin to type
desk-post-scan = Paper form, posted { $day }
desk-post-banner = You are typing a paper form that was posted { $day }. The person is not here, and reads that.
desk-post-field = Field { $n } of the form

# Lost everything
desk-lost-title = They lost everything
desk-lost-lead = This sets their access up anew.
desk-lost-out = Wherever they are signed in, they are signed out.
desk-lost-codes = New codes replace the old ones.
desk-lost-told = A message about it goes to every address that we have.
desk-lost-passkeys-legend = Was a phone or computer stolen?
desk-lost-passkeys = Take their passkeys away too
desk-lost-button = Sign out everywhere and print new codes

# Papers to print
desk-papers-title = Print receipt and codes
desk-papers-language = In which language?
desk-papers-codes-legend = Codes
desk-papers-codes = Make a new sheet of codes. The old one stops working.
desk-papers-make = Make the papers
desk-papers-ready = Your papers are ready
desk-papers-now = Print this page now. Codes cannot be shown again.
desk-papers-pdf = Download as PDF
desk-papers-back = Back to the desk
papers-title = Papers for you
papers-letter-title = Your paper form has arrived
papers-letter-text = It was posted { $day } and counts from that day. A clerk typed it for you.
papers-letter-check = Please check every line. If something is wrong, write to us, come to a desk, or correct it yourself.
papers-letter-to = To
papers-codes-apart = Keep this sheet apart from the receipt. Whoever has it can open your record.

# What people read
msg-desk-document-subject = A clerk opened your record by your document
msg-desk-document-body = Your document was shown at a desk ({ $office }). A clerk ({ $pseudonym }) compared it with your record and opened it, to help you.

    See what they looked at: { $link }
    If you were not there, tell us at once.
msg-desk-lost-subject = Your access was set up anew at a desk
msg-desk-lost-body = At a desk ({ $office }) a clerk ({ $pseudonym }) signed you out everywhere and printed new codes. The old codes no longer work. Passkeys that you said you have lost no longer work either.

    If this is wrong, tell us at once, and make new codes: { $link }
msg-desk-post-subject = A paper form with your code has arrived
msg-desk-post-body = A paper form with one of your codes came by post. A clerk ({ $pseudonym }, { $office }) types it into your record.

    See what they looked at: { $link }
    If you did not send it, tell us at once.
purpose-desk-document = A document was shown at a desk. A clerk compared it with your record.
purpose-desk-post = A clerk typed a paper form that came by post. You were not there.
actor-paper = By you on paper, typed by a clerk: { $office }
change-why-paper = on your paper form, which came by post
statement-posted-on = Posted

# The supervisor's sample
menu-sample = Sample
sample-title = What was opened at the desks
sample-lead = Of each day one opening in ten, drawn by chance. It does not say whose record it was. Ask the clerk about it.
sample-none = Nothing was opened on the last 14 days.
sample-count =
    { $n ->
        [one] { $n } opening on this day
       *[other] { $n } openings on this day
    }
sample-at = When
sample-clerk = Clerk
sample-way = What was presented
sample-way-new = Nothing: a new record was begun
sample-way-code = A code
sample-way-document = A document
sample-way-post = A paper form by post: the person was not there

# The paper form
paper-title = Declare on paper
paper-card-text = Print a form, and send it by post. No phone and no computer is needed.
paper-lead = Fill in the form by hand and send it by post, or bring it to a desk.
paper-form = The form
paper-form-in = Form in English
paper-numbers = The fields have the same numbers in every language. Write in any language and script.
paper-counts-title = Which day counts
paper-counts = The day of the postmark counts. Keep the slip that the post office gives you.
paper-answer-title = What you get back
paper-answer = We answer by post, with a receipt and with codes. With a code you see your record from any phone.
paper-send-title = Where to send it
paper-form-title = I declare where I live
paper-form-lead = Write in any language and any script. Your name, the place and the day are enough.
paper-form-send = Send this form to: { $address }. The day of the postmark counts.
paper-form-here = Online it takes five minutes
paper-form-qr = QR code with the address of the site
paper-name-hint = In any script. One line is enough.
paper-date-hint = Day, month, year. What you do not know may stay empty.
paper-citizenship-hint = It serves only to work out your own last day. It may stay empty.
paper-address-hint = As on the door. Or describe the place. Or write where letters reach you.
paper-optional-hint = May stay empty.
paper-family-hint = For each: name, date of birth, citizenship. Adults only if they agree.
paper-document-hint = Which document, and its number. May stay empty.
paper-contact-hint = E-mail address, telephone. May stay empty.
paper-language = In which language shall we answer?
paper-code = A code, if you have a sheet of codes
paper-code-hint = Then this is added to the record that you have. Without a code a new record begins.
paper-sign = Day and signature
paper-sign-hint = I say that this is true as far as I know.
paper-footer = The fields have the same numbers in every language.
