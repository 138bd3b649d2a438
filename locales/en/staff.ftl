# The desk
desk-title = The desk
desk-you-are = People see you as:
desk-they-see = Everything that you open stands in the person's list of looks.
desk-present = Somebody is at your desk.
desk-record = Their record
desk-record-text = Show it to them on your screen.
desk-declare = Declare an address
desk-declare-text = Fill it in together. Read every answer aloud.
desk-codes = Print codes
desk-codes-text = So that they can come back without you.
desk-done = They are done
desk-new-title = Somebody who is here for the first time
desk-new-text = No document is needed to begin.
desk-new = Begin
desk-receive-title = Somebody with a code
desk-receive = Open their record
desk-code = Their code
desk-code-hint = From their printed sheet. It works once.
desk-code-wrong = This code does not work. Check each letter, or take the next code on the sheet.

# Cases
cases-title = Cases
cases-lead = The oldest come first. The list names nobody.
cases-none = There are no open cases.
cases-number = Case { $number }
cases-since = open since { $at }
cases-mine = Yours
cases-free = Free
case-asked-about = The look
case-asked = The question
case-opened = Case { $number }, open since { $at }
case-they-see = The person will see that you looked, when, and for which purpose.
case-purpose = For which purpose do you open it?
case-purpose-error = State the purpose
case-open = Open
case-was-seen = This look now stands in the list of everybody whose record is shown below.
case-side = Record { $n }
