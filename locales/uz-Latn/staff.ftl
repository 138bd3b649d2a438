# Ishlar
cases-title = Ishlar
cases-lead = Muddati yaqini birinchi turadi. Roʻyxatda hech kimning ismi yoʻq.
cases-none = Ochiq ishlar yoʻq.
cases-number = Ish { $number }
cases-mine = Sizniki
cases-free = Boʻsh
case-asked-about = Koʻrish
case-asked = Savol
case-opened = Ish { $number }, ochilgan vaqti: { $at }
case-they-see = Bu kishi qachon va qaysi maqsadda koʻrganingizni koʻradi.
case-purpose = Uni qaysi maqsadda ochasiz?
case-purpose-hint = Odam oʻz tarixida shuni oʻqiydi:
case-purpose-error = Maqsadni koʻrsating
case-open = Ochish
case-was-seen = Quyida yozuvi koʻrsatilgan har bir kishining «Kim koʻrgan» sahifasida endi bu koʻrish ham turadi.
case-side = { $n }-yozuv
