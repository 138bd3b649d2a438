# Tizimga kirish
sign-in-title = Tizimga kirish
sign-in-lead = Oʻzingizga qulay usulni tanlang. Hammasi bitta yozuvni ochadi.
sign-in-card-code = Bosma kod bilan
sign-in-card-code-text = Siz chop etgan yoki yozib olgan varaqdagi kodlardan biri.
sign-in-card-email = Elektron pochtadagi havola bilan
sign-in-card-email-text = Bir marta ishlaydigan havola yuboramiz.
sign-in-card-passkey = Kirish kaliti (passkey) bilan
sign-in-card-passkey-text = Bu siz ekaningizni telefon yoki kompyuteringiz tasdiqlaydi.
sign-in-card-desk = Qabulxonada
sign-in-card-desk-text = Idoraga keling. Xodim hammasini siz bilan birga qiladi. Kodingiz boʻlsa, olib keling.
sign-in-nothing-title = Birinchi marta kiryapsizmi?
sign-in-nothing-text = Manzilingizni bildirish uchun tizimga kirish shart emas.
sign-in-nothing-link = Shu yerdan boshlang
sign-in-button = Kirish
sign-in-other-way = Boshqa usul bilan kirish
sign-in-code-title = Kodingizni yozing
sign-in-code-hint = 16 ta harf va raqam. Katta-kichik harf, boʻsh joy va chiziqchalarning farqi yoʻq.
sign-in-code-wrong = Bu kod ishlamadi. Har bir harfni tekshiring yoki varaqdagi keyingi kodni oling.
sign-in-email-title = Elektron pochta manzilingizni yozing
sign-in-email-hint = Shu manzilga havola yuboramiz. U bir marta, 30 daqiqa davomida ishlaydi.
sign-in-email-button = Havolani yuborish
sign-in-sent-title = Pochtangizni tekshiring
sign-in-sent-lead = Bu manzil biror yozuvga bogʻlangan boʻlsa, havola yuborildi.
sign-in-sent-text = Xat bir necha daqiqada keladi. Spam jildini ham koʻring. Hech narsa kelmasa, boshqa usul bilan kiring.
sign-in-link-title = Shu havola bilan kirish
sign-in-link-text = Havola bir marta ishlaydi. Undan foydalanish uchun tugmani bosing.
sign-in-passkey-title = Kirish kaliti bilan kirish
sign-in-passkey-text = Tugmani bosing. Telefon yoki kompyuteringiz tasdiqlashni soʻraydi.
sign-in-passkey-button = Kirish kalitimdan foydalanish
sign-in-passkey-wrong = Bu kirish kaliti ishlamadi. Qayta urining yoki boshqa usul bilan kiring.
passkey-cancelled = Qurilmangiz javob bermadi. Qayta urining yoki boshqa usulni tanlang.
passkey-no-script = Kirish kalitlariga skript kerak, bu brauzer esa uni ishga tushirmaydi. Boshqa usullar skriptsiz ham ishlaydi.
passkey-not-here = Bu saytda kirish kalitlari sozlanmagan. Boshqa usulni tanlang.

# Hisob
account-title = Aloqa va kirish usullari
account-ways-title = Tizimga qanday qaytasiz
account-ways-text = Kamida bitta usul qolsin. Ikkitasi yaxshiroq: telefon yoki varaq yoʻqolib qolishi mumkin.
account-codes = Bosma kodlar
account-email = Elektron pochtadagi havola
account-passkeys = Kirish kalitlari
account-set-up = Sozlangan
account-not-set-up = Sozlanmagan
account-not-given = Koʻrsatilmagan
account-unconfirmed = Hali tasdiqlanmagan. Ungacha u orqali kirib boʻlmaydi.
account-confirm-again = Havolani yana yuborish
account-confirm-sent = Havolani yubordik. Uni shu brauzerda oching.
account-way-new = Birinchi kirish
account-way-link = Havola bilan
account-way-code = Kod bilan
account-way-passkey = Kirish kaliti bilan
account-way-desk = Qabulxonada
account-error-empty = Bu yerga biror narsa yozing
account-error-too-long = Koʻpi bilan { $max } ta belgi yozing
account-error-control = Koʻrinmas belgilarni olib tashlang. Matnni qaytadan yozish yordam beradi.
account-error-picture = Harflar bilan yozing. Rasmchalarni tasdiqnomada chop etib boʻlmaydi.
account-error-no-letter = Kamida bitta harf yozing
account-error-email = Elektron pochta manzilini yozing, masalan, name@example.org
account-error-phone = Telefon raqamini 5 tadan 15 tagacha raqam bilan yozing, masalan, +7 900 000 00 00
account-error-language = Tillardan birini tanlang

sessions-title = Tizimga qayerdan kirgansiz
sessions-text = Bu qaysi qurilma yoki joy boʻlganini bilmaymiz. Faqat qachon va qanday kirganingizni bilamiz.
sessions-current = Hozirgisi
sessions-end = Yakunlash
sessions-end-others = Qolgan hammasini yakunlash

# Aloqa
account-contact-title = Aloqa maʼlumotlaringiz
contact-language = Xabarlar tili
contact-looks = Kimdir yozuvimni koʻrganda
contact-looks-email = Menga xat yuborilsin
contact-looks-hint = Bir daqiqa ichida. Xatda faqat kimdir koʻrgani aytiladi; qolgani “Kim koʻrgan” boʻlimida.
contact-looks-page = Faqat “Kim koʻrgan” boʻlimida koʻrsatilsin
contact-looks-error = Xat yuborishimiz uchun elektron pochta manzilingizni yozing
save = Saqlash
remove = Olib tashlash

# Kodlar
codes-title = Bosma kodlar
codes-new-title = Kodlaringiz
codes-left =
    { $n ->
        [0] Qolmagan
       *[other] { $n } ta qoldi
    }
codes-left-long =
    { $n ->
        [0] Kodlaringiz yoʻq.
       *[other] Sizda { $n } ta kod qoldi.
    }
codes-explained = Varaqda 8 ta kod bor. Har biri bilan istalgan qurilmada bir marta kirasiz. Uni pul kabi ehtiyot qiling.
codes-replaces = Yangi varaq eskisining oʻrniga oʻtadi. Eski kodlar ishlamay qoladi.
codes-make = Yangi varaq tayyorlash
codes-once = Ularni hozir chop eting yoki yozib oling. Keyin boshqa koʻrsata olmaymiz.
codes-where = Kodlar shu sahifada yoziladi:
codes-each-once = Har bir kod bir marta ishlaydi. Ishlatganingizdan keyin ustidan chizib qoʻying.
codes-pdf = PDF faylni yuklab olish
codes-done = Oldim, davom etaman
codes-paper-lead = Har bir kod bir marta ishlaydi. Bu qogʻoz kimda boʻlsa, yozuvingizni ocha oladi. Kodni quyidagi manzilda kiriting.
codes-paper-footer = Bu varaqni ehtiyot qiling. Yangi varaq uning oʻrniga oʻtadi.

# Kirish kalitlari
passkeys-title = Kirish kalitlari
passkeys-lead = Kirish kaliti (passkey) telefon yoki kompyuteringizda saqlanadi. Hech narsa oʻrnatish yoki yodda tutish kerak emas.
passkeys-none = Kirish kalitlaringiz yoʻq.
passkeys-count = { $n } ta kirish kaliti
passkeys-number = { $n }-kirish kaliti
passkeys-added = Qoʻshilgan vaqti: { $at }
passkeys-add = Kirish kaliti qoʻshish
passkeys-no-script = Kirish kalitini qoʻshishga skript kerak, bu brauzer esa uni ishga tushirmaydi. Bosma kodlar skriptsiz ham ishlaydi.
passkeys-not-here = Kirish kalitini faqat oʻz qurilmangizda qoʻshish mumkin.
passkeys-not-added = Kirish kaliti qoʻshilmadi. U avval qoʻshilgan boʻlishi mumkin. Qayta urining.
confirm-email-title = Bu sizning elektron pochtangizmi?
confirm-email-text = Bu manzil Doorstep saytida koʻrsatildi. Agar bu siz boʻlsangiz, uni tasdiqlang. Keyin u bilan kirishingiz mumkin.
confirm-email-button = Ha, tasdiqlayman
confirmed-email-title = Elektron pochtangiz tasdiqlandi
confirmed-email-text = Endi u bilan kirishingiz mumkin.
