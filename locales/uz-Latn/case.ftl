# What a case is about, within a sentence
case-stranger = uy egasi bu odamni tanimasligini aytmoqda
case-moved-out = uy egasi bu odam koʻchib ketganini aytmoqda
case-correction = yozuvda xato borligi aytilgan
case-unlisted = manzil rasmiy reyestrda yoʻq
case-crowded = manzilni u yerga sigʻadiganidan koʻproq odam koʻrsatgan
case-non-residential = manzilda uy-joy boʻlmasligi mumkin
case-possible-duplicate = ikki yozuvda bitta hujjat koʻrsatilgan
case-look = yozuv koʻrilgani haqidagi savol
case-late-reason = vaqtida boʻlmaganining sababi
case-appeal = idora qilgan ishga eʼtiroz
case-protection = manzilni hech kim topmasligi kerak
case-host-refuses = uy egasi tasdiqlamayapti
case-home-not-fit = uyni hozirgi holida roʻyxatga olib boʻlmaydi

# The words of a case that the program opens
case-unlisted-program = Koʻrsatilgan manzil rasmiy reyestrda yoʻq.
case-possible-duplicate-program = Ikki yozuvda bitta hujjat koʻrsatilgan. Bu bitta odam yoki raqamdagi xato boʻlishi mumkin.

# What it means meanwhile
case-stranger-means-resident = Hech narsa oʻzgarmaydi. Siz roʻyxatdasiz, barcha huquqlar saqlanadi. Hozircha yozuvda «bahsli» deb turadi. Bu manzilni sizga sotgan boʻlishsa, yozing: siz emas, sotgan odam javob beradi.
case-stranger-means-other = Ikki tomon eshitilmaguncha roʻyxat oʻz holicha qoladi.
case-moved-out-means-resident = Hech narsa oʻzgarmaydi. Siz roʻyxatdasiz, barcha huquqlar saqlanadi. Hozircha yozuvda «bahsli» deb turadi.
case-moved-out-means-other = Ikki tomon eshitilmaguncha roʻyxat oʻz holicha qoladi.
case-correction-means-resident = Hozircha yozuvingizni oʻqigan har kim u tuzatilayotganini koʻradi.
case-correction-means-other = Hech narsa oʻzgarmaydi.
case-unlisted-means-resident = Hech narsa oʻzgarmaydi. Arizangiz kuchda. Xodim manzilingizni reyestrdan qidiradi.
case-unlisted-means-other = Hech narsa oʻzgarmaydi.
case-crowded-means-resident = Hech narsa oʻzgarmaydi.
case-crowded-means-other = Gap manzil haqida, birovning roʻyxati haqida emas. U yerda nechta xonadon borligini ayta olasiz.
case-non-residential-means-resident = Hech narsa oʻzgarmaydi.
case-non-residential-means-other = Gap manzil haqida, birovning roʻyxati haqida emas. U yerda nima borligini ayta olasiz.
case-possible-duplicate-means-resident = Hech narsa oʻzgarmaydi. Mashina hech narsani birlashtirmaydi, avval sizni eshitishadi.
case-possible-duplicate-means-other = Hech narsa oʻzgarmaydi. Mashina hech narsani birlashtirmaydi, avval sizni eshitishadi.
case-look-means-resident = Hech narsa oʻzgarmaydi. Sizga koʻrgan odam emas, boshqasi javob beradi.
case-look-means-other = Hech narsa oʻzgarmaydi.
case-late-reason-means-resident = Hech narsa oʻzgarmaydi. Xodim sababingizni oʻqib, sizga javob beradi.
case-late-reason-means-other = Hech narsa oʻzgarmaydi.
case-appeal-means-resident = Hech narsa oʻzgarmaydi. Xodim qilingan ishni yana bir bor tekshiradi.
case-appeal-means-other = Hech narsa oʻzgarmaydi.
case-protection-means-resident = Shu daqiqadan manzilingizni uy egasi ham, qoʻshnilar ham, hech qanday roʻyxat ham koʻrsatmaydi.
case-protection-means-other = Hech narsa oʻzgarmaydi.
case-host-refuses-means-resident = Hech narsa oʻzgarmaydi. Siz uy egasining soʻzisiz ham roʻyxatdasiz.
case-host-refuses-means-other = Hech narsa qilish shart emas. Biror narsa demoqchi boʻlsangiz, ayta olasiz.
case-home-not-fit-means-resident = Hech narsa oʻzgarmaydi. Siz yashayotganingizni aytgan joyda roʻyxatdasiz.
case-home-not-fit-means-other = Hech narsa oʻzgarmaydi.

# What is decided
outcome-nothing-changes = Hammasi avvalgidek qoladi.
outcome-registration-ends = Bu manzildagi roʻyxat tugaydi.
outcome-field-corrected = Yozuv tuzatildi.
outcome-address-accepted = Manzil yozilganidek qabul qilindi.
outcome-address-matched = Manzil rasmiy reyestrdan topildi.
outcome-address-marked = Manzil haqida belgi qoʻyildi. Hech kimning roʻyxati oʻzgarmaydi.
outcome-records-merged = Ikki yozuv bitta odamniki. Ularni istalgan vaqtda yana ajratish mumkin.
outcome-look-explained = Koʻrishning sababi bor edi.
outcome-look-wrong = Koʻrishning sababi yoʻq edi.
outcome-late-excused = Kechikish sababi qabul qilindi.
outcome-granted = Idora qilgan ish bekor qilindi.
outcome-protected = Manzil yashirinligicha qoladi.
outcome-host-dispensed = Roʻyxat uy egasining tasdigʻisiz kuchda.

# Letters
msg-case-opened-subject = { $number }-ish ochildi
msg-case-opened-body = Siz ish ochdingiz: «{ $case }».

    U bilan { $office } shugʻullanadi. Har bir qadam haqida sizga aytiladi. Uni istalgan vaqtda qaytarib olishingiz mumkin.
    Hammasi shu yerda: { $link }
msg-case-told-subject = Iltimos, oʻqing: { $number }-ish
msg-case-told-body = Ish ochildi: «{ $case }».

    Nima deyilgan:
    { $words }

    Bu hozir nimani anglatadi: { $means }

    Oʻz soʻzingiz bilan javob berishingiz va sizni eshitishlarini soʻrashingiz mumkin. Muddat sahifada: { $link }
    Internetsiz qabulda yoki xat bilan javob berish mumkin: { $office }. { $number } raqamini ayting.
    Sukut rozilik ham, rad etish ham hisoblanmaydi.
msg-case-more-subject = { $number }-ishda yangilik
msg-case-more-body = Ishga yangi narsa qoʻshildi: «{ $case }».

    { $words }

    { $means }
    Yana javob berishingiz mumkin. Muddat sahifada: { $link }
msg-case-invited-subject = Sizni taklif qilamiz: { $number }-ish
msg-case-invited-body = Aytmoqchi boʻlganingizni shaxsan ayta olasiz: { $day }, { $office }.

    Kimdir bilan kelishingiz mumkin. Kela olmasangiz, boshqa kun taklif qilinadi.
    Ish: «{ $case }». Hammasi shu yerda: { $link }
msg-case-extended-subject = { $number }-ishda koʻproq vaqt
msg-case-extended-body = Javob berishga koʻproq vaqtingiz bor. Oxirgi kun: { $day }.

    Ish: «{ $case }». Javob berish: { $link }
msg-case-decided-subject = { $number }-ish boʻyicha qaror
msg-case-decided-body = { $office } ish boʻyicha qaror qildi: «{ $case }».

    Qaror: { $outcome }

    Nima aniqlandi: { $facts }
    Qoida: { $rule }
    Nega: { $reasons }

    U hali kuchga kirmagan. Rozi boʻlmasangiz, shikoyat uchun bitta tugma yetarli: { $link }
    Qabulda yoki xat bilan ham shikoyat qilish mumkin. Pochta muhridagi kun hisoblanadi.
msg-case-appealed-subject = { $number }-ish boʻyicha shikoyat
msg-case-appealed-body = Ish boʻyicha shikoyat qilindi: «{ $case }».

    Shikoyat koʻrilmaguncha hech narsa kuchga kirmaydi. Hammasini avval qaror qilmagan odam qayta oʻqiydi.
    Hammasi shu yerda: { $link }
msg-case-appeal-back-subject = { $number }-ish boʻyicha shikoyat qaytarib olindi
msg-case-appeal-back-body = Ish boʻyicha shikoyat qaytarib olindi: «{ $case }».

    Hammasi shu yerda: { $link }
msg-case-undone-subject = { $number }-ish boʻyicha qaror qaytarib olindi
msg-case-undone-body = { $office } qarorni qaytarib oldi. Ish yana ochiq: «{ $case }».

    Nega: { $words }

    Hech narsa oʻzgarmadi. Hammasi shu yerda: { $link }
msg-case-back-to-office-subject = { $number }-ish qayta koʻriladi
msg-case-back-to-office-body = Shikoyat qanoatlantirildi. { $office } ikki tomonni yana eshitib, qayta qaror qiladi: «{ $case }».

    Nega: { $words }

    Hech narsa oʻzgarmadi. Hammasi shu yerda: { $link }
msg-case-withdrawn-subject = { $number }-ish qaytarib olindi
msg-case-withdrawn-body = Ishni ochgan odam uni qaytarib oldi: «{ $case }».

    Hech narsa oʻzgarmadi. Hammasi shu yerda: { $link }
msg-case-own-act-subject = { $number }-ish yopildi
msg-case-own-act-body = Endi hal qiladigan narsa qolmadi: «{ $case }». Siz koʻchganingizni yoki joʻnab ketganingizni bildirdingiz.

    Hammasi shu yerda: { $link }
msg-case-died-subject = { $number }-ish yopildi
msg-case-died-body = Odam vafot etgani uchun ish yopildi: «{ $case }».
msg-case-annulled-subject = { $number }-ish boʻyicha qaror bekor qilindi
msg-case-annulled-body = Qaror bekor qilindi: «{ $case }». Hammasi u boʻlmagandek.

    Nima uchun: { $words }

    Hammasi shu yerda: { $link }
msg-case-separated-subject = Yozuvlar yana ajratildi: { $number }-ish
msg-case-separated-body = Ikki yozuv yana ajratildi. Har biri avvalgidek.

    Hammasi shu yerda: { $link }
msg-case-effect-subject = Qaror kuchga kirdi: { $number }-ish
msg-case-effect-body = Qaror endi kuchda: «{ $case }».

    { $outcome }

    Hammasi shu yerda: { $link }
msg-case-restored-subject = Siz yana roʻyxatdasiz: { $number }-ish
msg-case-restored-body = Shikoyat vaqtida keldi. Qaror endi kuchda emas: «{ $case }».

    Roʻyxat hech qachon tugamagandek. Hammasi shu yerda: { $link }

# Why something is not possible in a case
case-refusal-stranger = Bu boshqa ishga tegishli.
case-refusal-conflict = Kimdir sizdan oldin harakat qildi. Ishni yana oʻqib, qayta qaror qiling.
case-refusal-backwards = Vaqt ishdagi oxirgi yozuvdan oldin. Yana urinib koʻring.
case-refusal-not-yours = Buni boshqa odam qilishi kerak.
case-refusal-not-now = Ishning bu bosqichida buni qilib boʻlmaydi.
case-refusal-no-such-side = Bu ishda bunday tomon yoʻq.
case-refusal-term = Qoidalarda buning uchun yaroqli muddat yoʻq. Operatorga ayting.
case-refusal-not-an-outcome = Bunday turdagi ish bunday tugay olmaydi.
case-refusal-not-told = Avval bildirishnoma yuboring.
case-refusal-not-heard = Bir tomon hali eshitilmagan, eshitish esa mumkin.
case-refusal-hearing-owed = Bir tomon uni shaxsan eshitishni soʻragan. Avval uni taklif qiling.
case-refusal-hearing-day = Bu kuni eshitib boʻlmaydi.
case-refusal-not-maintained = Yangi uy egasi bahsni davom ettirishini hali aytmagan.
case-refusal-grounds-do-not-carry = Uy egasining soʻzi, sukut va yoʻqlik bunday qarorga yetmaydi. Boshqa asos kerak.
case-refusal-not-on-file = Bu asoslardan biri ishda yoʻq.
case-refusal-same-officer = Ikkinchi xodim boshqa odam boʻlishi kerak.
case-refusal-not-named = Tasdiqlash boshqa xodimdan soʻralgan.
case-refusal-partial = Tomonga yordam bergan yoki avval qaror qilgan odam hozir qaror qila olmaydi.
case-refusal-second-officer = Buni ikkinchi xodim tasdiqlashi kerak.
case-refusal-appeal-open = Shikoyat muddati va xatlar uchun bir hafta hali oʻtmagan.
case-refusal-too-late = Buning vaqti oʻtgan.
case-refusal-posted-day = Joʻnatish kuni bunday boʻlishi mumkin emas.
case-refusal-once = Bu bir marta mumkin, u ishlatilgan.
case-refusal-send-back = Shikoyat idorasi buni faqat qaytara oladi.

# Why an officer looked
purpose-stranger = Xodim ikki tomonni eshitdi: uy egasi sizni tanimasligini aytmoqda.
purpose-moved-out = Xodim ikki tomonni eshitdi: uy egasi siz koʻchib ketganingizni aytmoqda.
purpose-correction = Xodim siz notoʻgʻri degan narsani tuzatish uchun oʻqidi.
purpose-unlisted = Manzilingiz rasmiy reyestrda yoʻq. Xodim u qayerda ekanini qidirdi.
purpose-crowded = Xodim manzil haqida aytganingizni oʻqidi.
purpose-non-residential = Xodim manzil haqida aytganingizni oʻqidi.
purpose-possible-duplicate = Ikki yozuvda bitta hujjat koʻrsatilgan. Xodim ularni solishtirdi.
purpose-look = Kimdir koʻrish haqidagi savolingizni javob berish uchun oʻqidi.
purpose-late-reason = Xodim nega vaqtida boʻlmaganini oʻqidi.
purpose-appeal = Xodim eʼtirozingizni javob berish uchun oʻqidi.
purpose-protection = Xodim manzilingiz nega topilmasligi kerakligini oʻqidi.
purpose-host-refuses = Xodim siz va uy egasi aytganini oʻqidi.
purpose-home-not-fit = Xodim uyingiz haqida aytganingizni oʻqidi.
purpose-host-case = Uy egasi ishingizda aytilganini oʻqidi.
part-case = Ishda aytilgani

# Acts of a record that a case left
act-ended = Roʻyxat qaror bilan tugadi
act-restored = Shikoyatdan keyin roʻyxat avvalgidek
act-died = Vafot yozildi
act-matched = Manzil reyestrdan topildi
act-hidden = Manzil yashirildi
act-shown = Manzil yana koʻrinadi
act-joined = Ikki yozuv bitta odamniki deb topildi
act-parted = Ikki yozuv ajratildi
actor-officer = Xodim ({ $office }), ish boʻyicha

# Kinds of cases, for officers
case-kind-stranger = Uy egasi uyini koʻrsatgan odamni tanimaydi
case-kind-stranger-what = Ikki tomonni eshiting. Hozircha roʻyxat kuchda.
case-kind-moved-out = Uy egasi kimdir koʻchib ketganini aytmoqda
case-kind-moved-out-what = Ikki tomonni eshiting. Hozircha roʻyxat kuchda.
case-kind-correction = Yozuvda xato borligi aytilgan
case-kind-correction-what = Nima toʻgʻriligini aniqlab, tuzating yoki nega tuzatmasligingizni ayting.
case-kind-unlisted = Manzil rasmiy reyestrda yoʻq
case-kind-unlisted-what = Reyestrdagi qaysi manzil nazarda tutilganini aniqlang. Ariza har qanday holda kuchda.
case-kind-crowded = Bitta manzilni koʻpchilik koʻrsatgan
case-kind-crowded-what = U yerda nechta xonadon borligini aniqlang. Gap manzil haqida, hech qachon odam haqida emas.
case-kind-non-residential = Manzilda uy-joy boʻlmasligi mumkin
case-kind-non-residential-what = U yerda nima borligini aniqlang. Gap manzil haqida, hech qachon odam haqida emas.
case-kind-possible-duplicate = Ikki yozuvda bitta hujjat koʻrsatilgan
case-kind-possible-duplicate-what = Bu bitta odammi yoki raqamda xato bormi, aniqlang. Hech narsa oʻz-oʻzidan birlashmaydi.
case-kind-look = Odam yozuvi koʻrilgani haqida soʻramoqda
case-kind-look-what = Yozuv nega ochilganini aniqlab, savolga javob bering.
case-kind-late-reason = Odam nega vaqtida boʻlmaganini tushuntirdi
case-kind-late-reason-what = Sababni oʻqing va javob bering.
case-kind-appeal = Odam idora qilgan ishga eʼtiroz bildirmoqda
case-kind-appeal-what = Qilingan ishni yana tekshirib, javob bering.
case-kind-protection = Odam manzili topilmasligini soʻramoqda
case-kind-protection-what = Manzil allaqachon yashirin. Shundayligicha qolishini hal qiling.
case-kind-host-refuses = Uy egasi tasdiqlamayapti
case-kind-host-refuses-what = Ikki tomonni eshiting. Hozircha roʻyxat kuchda.
case-kind-home-not-fit = Uyni hozirgi holida roʻyxatga olib boʻlmaydi
case-kind-home-not-fit-what = U yerda nima borligini aniqlang. Hozircha roʻyxat kuchda.
