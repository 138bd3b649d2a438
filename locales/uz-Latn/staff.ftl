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
cases-lead = Eng eskilari birinchi turadi. Roʻyxatda hech kimning ismi yoʻq.
cases-none = Ochiq ishlar yoʻq.
cases-number = Ish { $number }
cases-since = ochilgan vaqti: { $at }
cases-mine = Sizniki
cases-free = Boʻsh
case-kind-possible-duplicate = Ikkita yozuvda bir xil hujjat koʻrsatilgan
case-kind-possible-duplicate-what = Bu bir kishimi yoki raqamda xato ketganmi, aniqlang. Biz yozuvlarni hech qachon birlashtirmaymiz.
case-kind-unlisted-address = Manzil rasmiy manzillar roʻyxatida yoʻq
case-kind-unlisted-address-what = Roʻyxatdagi qaysi manzil nazarda tutilganini aniqlang. Ariza har qanday holda amalda.
case-kind-late-reason = Kimdir nega ulgurmaganini tushuntirgan
case-kind-late-reason-what = Sababni oʻqing va unga javob bering.
case-kind-look-question = Kimdir oʻz yozuvining koʻrilishi haqida soʻrayapti
case-kind-look-question-what = Yozuv nima uchun ochilganini aniqlang va savolga javob bering.
case-asked-about = Koʻrish
case-asked = Savol
case-opened = Ish { $number }, ochilgan vaqti: { $at }
case-they-see = Bu kishi qachon va qaysi maqsadda koʻrganingizni koʻradi.
case-purpose = Uni qaysi maqsadda ochasiz?
case-purpose-error = Maqsadni koʻrsating
case-open = Ochish
case-was-seen = Quyida yozuvi koʻrsatilgan har bir kishining «Kim koʻrgan» sahifasida endi bu koʻrish ham turadi.
case-side = { $n }-yozuv
case-close-title = Ishni yopish
case-nothing-changes = Ishni yopish roʻyxatga olishda hech narsani oʻzgartirmaydi. Soʻzlaringiz ishga aloqador hammaga yuboriladi.
case-words = Ularga nima deysiz?
case-words-hint = Oddiy soʻzlar bilan: nimani aniqladingiz va ular nima qilishi mumkin.
case-close = Yuborish va yopish
