# Cases
cases-title = Cases
cases-lead = What is due first stands first. The list names nobody.
cases-none = There are no open cases.
cases-number = Case { $number }
cases-mine = Yours
cases-free = Free
case-asked-about = The look
case-asked = The question
case-opened = Case { $number }, open since { $at }
case-they-see = The person will see that you looked, when, and for which purpose.
case-purpose = For which purpose do you open it?
case-purpose-hint = The person will read in their history:
case-purpose-error = State the purpose
case-open = Open
case-was-seen = This look now stands in the list of everybody whose record is shown below.
case-side = Record { $n }
