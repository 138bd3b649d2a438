# Homes
homes-title = Your homes
homes-lead = You see how many people declared a home of yours, their names, and since when. You see nothing else.
homes-they-see = Each person sees that you looked, and when.
homes-open = Look who declared it
homes-none = No home is connected with your record.
homes-how = If you let somebody live in your home, ask the office to connect it. Bring a paper that shows it is yours.
homes-one-title = A home of yours
home-count =
    { $n ->
        [0] Nobody else has declared this home.
        [one] { $n } person has declared this home.
       *[other] { $n } people have declared this home.
    }
home-seen = Each of these people now sees that you looked.
home-not-theirs-title = Somebody does not live there?
home-not-theirs = Tell the office. Nothing changes by that alone: the office asks the person first.

# Cases
cases-title = Cases
cases-lead = What is due first stands first. The list names nobody.
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
