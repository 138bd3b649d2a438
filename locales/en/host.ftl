# Homes
homes-title = Your homes
homes-lead = You see how many people declared a home of yours, their names, and since when. You see nothing else.
homes-they-see = Each person sees that you looked, and when.
homes-open = Look who declared it
homes-none = No home is connected with your record.
homes-how = If other people live in your home, you can add it. Then you see who declared it.
homes-one-title = A home of yours
homes-invite = Invite somebody to declare it
homes-give-up = It is no longer mine
homes-add = Add a home
homes-letters = Letters on their way
homes-letter-waits = The letter will be printed soon.
homes-letter-sent = Sent on { $day }.
homes-type-code = Type the code from a letter
home-proof-letter = You showed it with a letter that came to the address.
home-proof-extract = You showed it with an extract of the property register.
home-count =
    { $n ->
        [0] Nobody else has declared this home.
        [one] { $n } person has declared this home.
       *[other] { $n } people have declared this home.
    }
home-seen = Each of these people now sees that you looked.
home-say = Say something
home-asked = You asked
home-whole = You see the whole home, with each flat and room in it.
home-exact = You see this home only, not the flats or rooms in it. With an extract of the property register you see those too.

# What a registration is not
host-plain-title = Does it give a right to my property?
hosts-no-right-title = It gives no right to your property
host-no-right = A registration gives no right to the property. It says where somebody lives, and nothing else.
host-liability = Whoever sells addresses answers for it. Neither you nor the person who was sold one does.

# For hosts: what it means
hosts-title = Somebody declared my address
hosts-lead = You need not do anything. If you want to say something, it takes two minutes.
hosts-letter = I have a letter with a code
hosts-letter-text = You see one entry and answer it. You need no account.
hosts-homes = My homes
hosts-homes-text = Sign in to see how many people declared your home, or to invite somebody.
hosts-then-title = What you can say, and what happens then
hosts-then-1 = “They live here”: the person is told. It helps them, and nothing depends on it.
hosts-then-2 = “I do not know this person” or “moved out”: the office asks them, and hears both of you.
hosts-then-3 = Nothing changes by your word alone. Two officers decide, with reasons, and everybody can appeal.
hosts-then-4 = You say nothing: that means nothing.
hosts-see-title = What you see, and what they see
hosts-see = You see names and since when. The person sees each time you look.

# The question about one entry
host-knock-title = Somebody asks you to confirm where they live
host-knock-text = They showed you this link. The next page shows their name and the address.
host-knock-seen = They see that you opened it, and when.
host-q-page = One entry at your home
host-q-title = Does { $name } live here?
host-q-legend = What do you want to say?
host-q-hint = You need not answer. Nothing follows from silence.
host-q-error = Choose what you want to say
host-q-seen = The person sees that you looked at this, and when.
host-say-lives-here = They live here
host-say-lives-here-hint = The person is told. It costs you nothing and binds you to nothing.
host-say-dont-know = I do not know this person
host-say-dont-know-hint = The office asks the person first.
host-say-moved-out = Moved out
host-say-moved-out-hint = The office asks the person first.
host-why-dont-know = Who lives in your home, as far as you know?
host-why-moved-out = When did they move out, and how do you know?
host-why-hint = Who lives there, since when, what you saw yourself. A few sentences are enough.
host-why-nothing-changes = Nothing changes by this alone. The person stays registered, and the office asks them.
host-why-read-by-them = The person reads what you write. You read what they answer.
host-why-name = Your name
host-why-name-hint = The office and the person learn who says this.
host-why-email = Your e-mail address, if you like
host-why-email-hint = So that the answer reaches you. Without it you come back with a code.
host-why-email-error = Write the e-mail address in full, such as name@mail.example, or leave it empty
host-why-send = Send
host-thanks-title = Thank you
host-thanks-text = The person is told that you confirmed it. There is nothing else to do.
host-thanks-back = Back to the home
host-asked-title = The office has your question
host-asked-text = Nothing has changed yet. The person is told what you said, and answers.
host-asked-then = Then an officer hears both of you. You can take it back at any time.
host-asked-read = Read on
host-codes-title = Your codes to come back
host-codes-text = Write them down or print this page now. They are shown only once.

# A link that leads nowhere, and one's own
host-door-nothing-title = There is nothing to answer here
host-door-nothing = The link was used, has expired, or was withdrawn. You need not do anything.
host-door-own-title = This is what your host sees
host-door-own = Only you see this note. Your host sees the question and three answers.

# The code of a letter
host-letter-title = Which letter do you have?
host-letter-text = Type what is printed on the letter. You need no account.
host-letter-number = Number of the letter
host-letter-number-hint = Twelve letters and digits, such as ABCD-EFGH-JKMN.
host-letter-code = Code
host-letter-code-hint = It stands below the number.
host-letter-mistyped = Something is mistyped here. Compare each letter with the paper. This does not count as a wrong code.
host-letter-wrong = This number and this code do not belong together. After five wrong codes a letter stops working. The office can send a new one.
host-letter-used = This letter was used already.
host-letter-too-old = This letter is too old. The office can send a new one.
host-letter-gone = What this letter asked about is no longer there. You need not do anything.
host-letter-sign-in-title = Sign in first
host-letter-sign-in = This letter adds a home to the record that asked for it. Sign in to that record, then type the code.

# Adding a home
home-add-title = Which home is yours?
home-add-how-letter = We send a letter with a code to the address. Type the code, and the home is on your list.
home-add-how-extract = Look at the extract of the property register, and at the name on it.
home-add-how-office = Come to the office with an extract of the property register. A clerk adds the home for you.
home-add-no-register = There is no register of addresses here to choose from.
home-add-address = Address of the home
home-add-flat-hint = As on the door. Leave it empty if the whole house is yours.
home-add-room-hint = Only if you own one room and not the whole flat.
home-add-flat-missing = Write the number of the flat: a letter to the whole house can be taken by anybody
home-add-letter-what = The letter names nobody. Whoever declared the home is not told that you asked.
home-add-letter-button = Send me the letter
home-add-extract-whole = With an extract the person sees everybody in this home. Without a flat that is the whole house.
home-add-extract-seen = Have you seen the extract?
home-add-extract-yes = I have seen it, and it names the person at my desk
home-add-extract-error = Say that you have seen the extract, or take the letter
home-add-extract-button = Add the home
home-add-too-many = Three letters are on their way already. Use those first.
home-asked-title = A letter will come to the address
home-asked-text = It has a number and a code. Type them here within 60 days of the date on the letter.

# Giving a home up
home-give-up-title = Is this home no longer yours?
home-give-up-text = You no longer see who declared it, and your invitations to it stop working.
home-give-up-cases = What you asked the office about somebody goes on. You can take it back there.
home-give-up-button = It is no longer mine
home-give-up-not = It is still mine

# Inviting
invite-title = Invite somebody to declare this home
invite-text = You get a link that begins a declaration with this address filled in.
invite-they-decide = The person decides everything and can change it. You are not told who used the link.
invite-button = Make the link
invite-rooms = A list of rooms or flats
invite-made-title = Your invitation
invite-how-long = The link works for 180 days. Make it again to make it work longer: it stays the same.
invite-qr-alt = Code with the link of the invitation
invite-qr-caption = Scan it with a phone to begin.
rooms-title = Which rooms do you have?
rooms-text = For dormitories, employers and whoever lets several rooms. Each person declares themselves.
rooms-names = What does the list name?
rooms-names-rooms = Rooms
rooms-names-flats = Flats
rooms-list = The list
rooms-list-hint = One a line. For several people write the number behind a semicolon: 101;3. You can paste it from a table.
rooms-no-names = No names: who lives where is for each person to say.
rooms-button = Make the links
rooms-made-title = Links to your rooms
rooms-pdf = Sheet to print and cut (PDF)
rooms-beds =
    { $n ->
        [one] { $n } place
       *[other] { $n } places
    }
rooms-sheet-title = Links to declare where you live
rooms-sheet-lead = Cut along the lines and give each person the slip of their room. Nobody has to use it.
rooms-sheet-footer = These links hold an address and no names. They work for 180 days.
rooms-slip-caption = Scan to begin
rooms-slip-text = Scan this with your phone to say that you live here. You decide everything, and can change it.
rooms-error-line = Line { $line }: { $what }
rooms-error-empty = Write at least one room
rooms-error-too-large = The list is too long. Send it in parts
rooms-error-too-many-rooms = At most 500 rooms at once. Send the list in parts
rooms-error-too-many-slips = At most 1,000 places at once. Send the list in parts
rooms-error-name = write a number of a room of at most 20 characters
rooms-error-beds = behind the room write a number from 1 to 20
rooms-error-columns = write a room, a semicolon and a number, nothing more
rooms-error-twice = this room stands on an earlier line
invited-title = You are invited to declare where you live
invited-text = This address is filled in for you. Nothing has been declared yet.
invited-you-decide = You decide everything. You can take another address, or not go on at all.
invited-host-sees = If you declare it, the host sees your name and since when you live there. Nothing else.
invited-button = Begin
invited-nothing-title = This invitation no longer works
invited-nothing = You need no invitation. You can declare where you live at any time.
invited-without = Declare without an invitation

# What a resident shows to their host
my-host-title = Show your host
my-host-lead = Your host can confirm with one tap that you live here. You need it for nothing: you are registered without it.
my-host-spelling = Which name do you want to show?
my-host-spelling-error = Choose the name to show
my-host-show = Make a link for my host
my-host-show-this = Show this to your host
my-host-it-shows = It shows your address, since when you live there, and the name
my-host-until = It works for one answer, until { $day }. You see each time somebody opens it.
my-host-withdraw = Withdraw the link
my-host-qr-alt = Code with the link for your host
my-host-qr-caption = Your host scans this with their phone.
my-host-hidden = Your address is protected. Nobody can be shown it.
my-host-no-registration = You have declared no address yet. There is nothing to show.
my-host-not-listed = Your address is not in the official register yet. Once it is found there, you can show it.
my-host-letter = A letter to your address
my-host-letter-waits = No host of your home is known, so a letter will ask there. It does not name you. You need not do anything.
my-host-letter-sent = A letter was sent to your address on { $day }. It does not name you. You need not do anything.
my-host-letter-answered = Whoever got the letter has answered. If there is something for you, it is in your messages.
my-host-words = What your host confirmed
my-host-said = On { $day }: you live here. { $door }
my-host-door-home = Said by a host who showed that the home is theirs.
my-host-door-link = Said by somebody to whom you showed the link.
my-host-door-letter = Said by whoever had the letter to the address.
my-host-keep-why = You can add it to your record. If somebody disputes your address, the office reads it there.
my-host-keep = Add to my record
my-host-drop = Throw away
my-host-kept = It stands in your record.
my-host-refuses = Your host does not want to? You need not ask again. You stay registered.
record-card-host = Show your host
record-card-host-text = So that they can confirm it, if you like.
act-host-confirmed = A host's confirmation added

# Letters to addresses, for clerks
menu-letters = Letters to print
letters-title = Letters to print
letters-waiting =
    { $n ->
        [0] No letter waits.
        [one] { $n } letter waits.
       *[other] { $n } letters wait.
    }
letters-off = This office sends no letters to hosts.
letters-once = Each letter can be printed once: nobody keeps its code. It names nobody.
letters-print = Print the next letter
letters-again = How many wait now?

# What stands in a letter
letter-entry-title = Someone declared this address
letter-entry-addressee = To whoever owns this home or lets it
letter-entry-what = Somebody declared that they live at this address. With the code below you see their name and since when.
letter-entry-then = You can say: they live here, I do not know this person, or moved out. Nothing changes by that alone: the person is asked first.
letter-entry-short = Somebody declared that they live at this address. You can look who, and say whether you know them. You need not.
letter-home-title = Is this home yours?
letter-home-addressee = To whoever asked for this letter
letter-home-what = Somebody asked for this letter to show that this home is theirs. If it was you, type the code on the page below.
letter-home-then = If it was not you, throw the letter away. Without the code nothing happens.
letter-home-short = Somebody asked for this letter to show that this home is theirs. If it was not you, throw it away.
letter-need-not = You need not do anything. Nothing follows from silence.
letter-how = The code
letter-date = Date
letter-page = Page
letter-number = Number of the letter
letter-until = Works until
letter-short-how = The page, the number and the code stand above. The page is in this language too.
host-letter-qr-alt = Code with the page, the number and the code of this letter
host-letter-qr-caption = Scan it with a phone, then nothing has to be typed.
host-letter-footer = This letter names nobody. Five wrong codes make it useless.

# Messages
msg-host-confirmed-subject = Your host confirmed that you live here
msg-host-confirmed-body = A host confirmed that you live at your address. You needed it for nothing.

    You can add it to your record, or throw it away:
    { $link }
msg-host-kept-subject = A host's confirmation was added to your record
msg-host-kept-body = Before, your record did not have it. Now it says that a host confirmed where you live.
    By whom: { $who }. Why: to show where you live.

    See it, or object:
    { $link }
msg-home-shown-subject = A home was added to your list
msg-home-shown-body = Before, this home was not on your list. Now you see who declares it:
    { $address }

    By whom: { $by }. Why: { $how }

    If this is wrong, give it up on your list, or tell the office:
    { $link }

    A registration gives no right to the property.
home-shown-by-you = you
msg-home-shown-again-subject = Somebody else showed that a home of yours is theirs
msg-home-shown-again-body = Somebody else showed that this home is theirs: { $address }

    Nothing was taken from you. You still see who declared it.

    If you sold it, give it up here:
    { $link }

    If you did not, tell the office.
msg-home-given-up-subject = You gave up a home
msg-home-given-up-body = This home is no longer on your list: { $address }

    If this is wrong, add it again:
    { $link }
