# Qabulxona
desk-title = Qabulxona
desk-you-are = Odamlarga siz shunday koʻrinasiz:
desk-they-see = Ochgan hamma narsangiz oʻsha kishining «Kim koʻrgan» sahifasida turadi.
desk-present = Qabulingizda bir kishi bor.
desk-record = Uning yozuvi
desk-record-text = Uni ekraningizda oʻziga koʻrsating.
desk-declare = Manzil bildirish
desk-declare-text = Birga toʻldiring. Har bir javobni ovoz chiqarib oʻqing.
desk-codes = Kodlarni chop etish
desk-codes-text = Keyin sizsiz ham qayta kira olishi uchun.
desk-done = Qabul tugadi
desk-new-title = Birinchi marta kelgan kishi
desk-new-text = Boshlash uchun hech qanday hujjat kerak emas.
desk-new = Boshlash
desk-receive-title = Kodi bor kishi
desk-receive = Uning yozuvini ochish
desk-code = Uning kodi
desk-code-hint = Bosma varagʻidagi kod. U bir marta ishlaydi.
desk-code-wrong = Bu kod ishlamadi. Har bir harfni tekshiring yoki varaqdagi keyingi kodni oling.

# Ishlar
cases-title = Ishlar
cases-lead = Eng eskilari birinchi turadi. Roʻyxatda hech kimning ismi yoʻq.
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
