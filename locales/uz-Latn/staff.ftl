# Uylar
homes-title = Uylaringiz
homes-lead = Uyingizni necha kishi bildirganini, ularning ismini va qachondan beri yashashini koʻrasiz. Boshqa hech narsani koʻrmaysiz.
homes-they-see = Siz qachon koʻrganingiz har bir kishiga koʻrinadi.
homes-open = Uni kim bildirganini koʻrish
homes-none = Yozuvingizga hech qanday uy bogʻlanmagan.
homes-how = Uyingizda kimdir yashasa, idoradan uyni yozuvingizga bogʻlashni soʻrang. Uy sizniki ekanini koʻrsatadigan qogʻoz olib keling.
homes-one-title = Uyingiz
home-count =
    { $n ->
        [0] Bu uyni boshqa hech kim bildirmagan.
       *[other] Bu uyni { $n } kishi bildirgan.
    }
home-seen = Koʻrganingiz endi bu odamlarning har biriga koʻrinadi.
home-not-theirs-title = Kimdir u yerda yashamaydimi?
home-not-theirs = Idoraga ayting. Bu bilan darhol hech narsa oʻzgarmaydi: idora avval oʻsha kishidan soʻraydi.

# Ishlar
cases-title = Ishlar
cases-lead = Muddati yaqini birinchi turadi. Roʻyxatda hech kimning ismi yoʻq.
cases-none = Ochiq ishlar yoʻq.
cases-number = Ish { $number }
cases-since = ochilgan vaqti: { $at }
cases-mine = Sizniki
cases-free = Boʻsh
case-asked-about = Koʻrish
case-asked = Savol
case-opened = Ish { $number }, ochilgan vaqti: { $at }
case-they-see = Bu kishi qachon va qaysi maqsadda koʻrganingizni koʻradi.
case-purpose = Uni qaysi maqsadda ochasiz?
case-purpose-error = Maqsadni koʻrsating
case-open = Ochish
case-was-seen = Quyida yozuvi koʻrsatilgan har bir kishining «Kim koʻrgan» sahifasida endi bu koʻrish ham turadi.
case-side = { $n }-yozuv
