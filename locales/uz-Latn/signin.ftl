# Xodimlarning kirishi
sign-in-staff = Men idorada ishlayman
staff-in-title = Xodimlar uchun kirish
staff-in-lead = Bu sahifa idorada ishlaydiganlar uchun. U yerda kiring, keyin oʻz-oʻzidan shu yerga qaytasiz.
staff-in-go = Oʻtish: { $name }
staff-in-links = Ishlamayaptimi? Administratordan kirish havolasini soʻrang. U bir marta ishlaydi.
staff-in-only-links = Administrator bergan kirish havolasini oching. U bir marta ishlaydi.
staff-in-resident = Oʻz yozuvingizga kirish
signin-again = Qaytadan boshlash
signin-away-title = Kirish xizmati javob bermayapti
signin-away-body = «{ $name }» xizmati javob bermadi. Bir daqiqa kutib, qaytadan boshlang. Davom etsa, unga masʼul kishiga ayting.
signin-declined-title = Siz tizimga kirmadingiz
signin-declined-body = Kirishni tugatmasdan qaytdingiz. Hech narsa oʻzgarmadi. Qaytadan boshlashingiz mumkin.
signin-untrusted-title = Bu kirishni tekshirib boʻlmadi
signin-untrusted-body = U eskirgan, ishlatilgan yoki boshqa brauzerda boshlangan. Shu brauzerda qaytadan boshlang.
signin-nobody-title = Hisobingiz Doorstep uchun sozlanmagan
signin-nobody-body = Kimligingizni bilamiz, lekin idorada ishlashingiz koʻrsatilmagan. Hisoblarni yurituvchi kishiga murojaat qiling.
signin-unknown-title = Vazifangiz bu yerda nomaʼlum
signin-unknown-body = Hisobingizda «{ $role }» deb yozilgan. Hisoblarni yurituvchi kishidan vazifani toʻgʻrilashni soʻrang.
signin-left-title = Siz endi bu idorada ishlamaysiz
signin-left-body = Bu xato boʻlsa, administratordan sizni qaytarishni soʻrang.
account-way-provider = Idoraning kirish xizmati orqali

# Oʻzi haqida
menu-staff = Mening kirishim
menu-resolve = Taxalluslar
staff-me-title = Mening kirishim
staff-me-office = Idora
staff-me-role = Vazifa
staff-me-pseudonym = Odamlarga shunday koʻrinasiz
staff-me-passkeys = Kirish kalitlari
role-supervisor = Nazoratchi
role-appeal = Shikoyatlar hayʼati aʼzosi
role-dpo = Maʼlumotlarni himoya qilish masʼuli
staff-me-named-title = Ismingizni kim bilgan
staff-me-named-lead = Taxallus kimniki ekanini faqat maʼlumotlarni himoya qilish masʼuli bilishi mumkin. Har safar shu yerda qayd qoladi.
staff-me-named-none = Ismingizni hech kim soʻramagan.
staff-me-named-by = { $by }, raqami { $reference }

# Xodimlarning kirish kalitlari
staff-passkey-title = Kirish kalitlaringiz
staff-passkey-lead = Har bir qarordan oldin kirish kaliti bu siz ekaningizni tasdiqlaydi. U kompyuter, telefon yoki tokeningizda saqlanadi.
staff-passkey-none = Hali kirish kalitingiz yoʻq. Usiz qaror qabul qilib boʻlmaydi.
staff-passkey-old = Birinchi kalitni tizimga kirgach oʻn daqiqa ichida qoʻshish mumkin. Qaytadan kiring.
staff-passkey-sign-in = Qaytadan kirish
staff-passkey-step-up = Kalit qoʻshish yoki olib tashlash uchun avval bu siz ekaningizni tasdiqlang.
staff-passkey-lost = Hamma kalitlar yoʻqoldimi? Administratordan ularni olib tashlashni soʻrang. Keyin qaytadan kirib, yangisini qoʻshing.
staff-passkey-many = Kirish kalitlaringiz { $n } ta, bundan koʻp boʻlmaydi. Avval bittasini olib tashlang.
staff-passkey-no-script = Kirish kalitiga skript kerak, bu brauzer esa uni ishga tushirmaydi. Qarorlar uchun zamonaviy brauzerdan foydalaning.
staff-passkey-not-here = Saytning bu manzilida kirish kalitlari ishlamaydi. Administratorga ayting.

# Tasdiqlash
step-up-title = Bu sizmisiz?
step-up-lead = Endi faqat siz qila oladigan ish. Kirish kaliti bilan tasdiqlang. Tasdiq besh daqiqa amal qiladi.
step-up-kept = Yozganlaringiz saqlandi. Tasdiqlashingiz bilan ular yuboriladi.
step-up-button = Kirish kaliti bilan tasdiqlash
step-up-wrong = Bu kirish kaliti ishlamadi. Qayta urining yoki boshqa kalitingizdan foydalaning.
step-up-none = Hali kirish kalitingiz yoʻq. Avval uni qoʻshing, keyin shu yerga qaytasiz.
step-up-add = Kirish kaliti qoʻshish
step-up-back = Tasdiqlamasdan qaytish
fail-old-session-title = Tizimga kirganingizga ancha boʻlgan
fail-old-session-body = Buning uchun oxirgi oʻn daqiqa ichida kirgan boʻlishingiz kerak. Chiqing va qaytadan kiring.

# Taxallus kimniki
resolve-title = Bu kimning taxallusi?
resolve-lead = Faqat sizdan soʻralgan taxallusni aniqlang. Har bir soʻrov qayd etiladi va xodimga koʻrinadi.
resolve-pseudonym = Taxallus
resolve-pseudonym-hint = «Kim koʻrgan» sahifasidagi kabi aynan, masalan, S-7K3Q
resolve-why = Kim soʻrayapti?
resolve-why-error = Kim soʻrayotganini koʻrsating
resolve-why-person = Uni «Kim koʻrgan» sahifasida koʻrgan kishi
resolve-why-court = Sud yoki soʻrashga haqli organ
resolve-why-inspection = Oʻz tekshiruvimiz
resolve-reference = Xat yoki ish raqami
resolve-reference-hint = Bu yerga ism yozmang
resolve-button = Aniqlash
resolve-none = Bunday taxallus hech kimda yoʻq. Har bir harfni tekshiring.
resolve-found-title = { $pseudonym } kimning taxallusi
resolve-found-noted = Bu soʻrov qayd etildi. U xodimga koʻrinadi.
resolve-found-left = Endi u yerda ishlamaydi. Ketgan vaqti: { $at }
resolve-another = Boshqasini aniqlash
