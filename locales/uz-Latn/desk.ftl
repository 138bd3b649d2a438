# Qabulxona
desk-title = Qabulxona
desk-you-are = Odamlarga siz shunday koʻrinasiz:
desk-they-see = Ochgan hamma narsangiz oʻsha kishining «Kim koʻrgan» sahifasida turadi.
desk-present = Qabulingizda bir kishi bor.
desk-record = Uning yozuvi
desk-record-text = Uni ekraningizda oʻziga koʻrsating.
desk-declare = Manzil bildirish
desk-declare-text = Birga toʻldiring. Har bir javobni ovoz chiqarib oʻqing.
desk-papers = Tasdiqnoma va kodlarni chop etish
desk-papers-text = Kishining oʻz tilida, keyin sizsiz ham qayta kira olishi uchun.
desk-lost = Hamma narsasini yoʻqotgan
desk-lost-text = Oldingi hamma kirishlar yopiladi va yangi kodlar chop etiladi.
desk-contact = Aloqa maʼlumotini oʻzgartirish
desk-contact-text = Buning uchun eski pochta yoki telefon kerak emas.
desk-done = Qabul tugadi
desk-new-title = Birinchi marta kelgan kishi
desk-new-text = Boshlash uchun hech qanday hujjat kerak emas.
desk-new = Boshlash
desk-receive-title = Kodi bor kishi
desk-receive = Uning yozuvini ochish
desk-code = Uning kodi
desk-code-hint = Bosma varagʻidagi kod. U bir marta ishlaydi.
desk-code-wrong = Bu kod ishlamadi. Har bir harfni tekshiring yoki varaqdagi keyingi kodni oling.
desk-document-title = Hujjati bor, kodi yoʻq kishi
desk-document-text = Telefonini ham, kodlarini ham yoʻqotganlar uchun.
desk-post-title = Pochta orqali kelgan qogʻoz blank
desk-post-text = U pochta muhridagi kundan hisoblanadi.

# Qabulxonada, hujjat boʻyicha
desk-shown-title = Sizga qaysi hujjatni koʻrsatishyapti?
desk-shown-before = Boshlashdan oldin
desk-shown-seen = Kishi shu yerda va hujjati qoʻlimda
desk-shown-seen-error = Ikkalasi ham toʻgʻri boʻlsagina davom eting. Aks holda kod soʻrang.
desk-shown-number = Hujjat raqami
desk-shown-name = Familiyasi yoki yagona ismi
desk-shown-name-hint = Hujjatda bosilganidek, istalgan yozuvda.
desk-shown-birth-error = Hujjatdagi tugʻilgan sanani yozing
desk-shown-open = Uning yozuvini ochish
desk-shown-they-see = Hech narsa ochilmasa ham, bu hujjat egasi siz qidirganingizni koʻradi.
desk-shown-nobody = Bunday hujjat, ism va tugʻilgan sana bilan yozuv yoʻq. Uchalasini ham tekshiring.
desk-shown-twins = Bittadan ortiq yozuv mos keldi, shuning uchun hech biri ochilmadi. Mutaxassis ularni solishtiradi. Kod soʻrang.
desk-shown-else = Hech narsa ochilmasa
desk-shown-else-text = Bosma kodni soʻrang. Yoki yangi yozuv boshlang. Ular ikkita boʻlib chiqsa, mutaxassis solishtiradi va hech narsa yoʻqolmaydi.

# Hujjat pastidagi satrlar
zone-title = Hujjat pastidagi satrlar
zone-hint = Bosh harflar va «<» belgilaridan iborat ikki yoki uch satrni skanerlang yoki tering. Yoki boʻsh qoldirib, maydonlarni toʻldiring.
zone-button = Satrlarni oʻqish
zone-read = Satrlardan oʻqildi. Hammasini hujjat bilan solishtiring.
zone-offered = Bu yozilish faqat taklif. Kishidan soʻrang va u xohlaganicha oʻzgartiring.
zone-full = Ism satrlarga toʻliq sigʻmagan boʻlishi mumkin. Uni hujjatda bosilganidek yozing.
zone-fault-shape = Bu { $n } ta belgi. 44 yoki 36 belgilik ikki satr yoki 30 belgilik uch satr kerak.
zone-fault-length = { $line }-satrda { $found } ta belgi bor, { $needed } ta kerak
zone-fault-letter = { $line }-satr, { $column }-belgi: «{ $found }» bu yerda turolmaydi
zone-fault-number = { $line }-satr: hujjat raqami nazorat raqamiga mos kelmadi. Shu satrni qayta tering.
zone-fault-birth = { $line }-satr: tugʻilgan sana nazorat raqamiga mos kelmadi. Shu satrni qayta tering.
zone-fault-expiry = { $line }-satr: hujjatning oxirgi kuni nazorat raqamiga mos kelmadi. Shu satrni qayta tering.
zone-fault-optional = { $line }-satr: oxirgi kundan keyingi belgilar nazorat raqamiga mos kelmadi. Shu satrni qayta tering.
zone-fault-whole = 2-satr oxirgi nazorat raqamiga mos kelmadi. Shu satrni qayta tering.
zone-fault-whole-card = 1- va 2-satrlar oxirgi nazorat raqamiga mos kelmadi. Ikkalasini qayta tering.
zone-fault-visa = Bu viza satrlari. Pasportning oʻz satrlarini oling.
zone-fault-kind = 1-satr pasport yoki kartanikidek boshlanmaydi
zone-fault-no-number = { $line }-satrda hujjat raqami yoʻq. Maydonlarni qoʻlda toʻldiring.

# Pochta orqali kelgan qogʻoz blank
desk-post-day = Pochta muhridagi kun
desk-post-day-hint = Masalan, { $example }. Ariza shu kundan hisoblanadi.
desk-post-day-error = Oxirgi bir yil ichidagi kunni yozing, kelajakdagini emas
desk-post-picture = Blankning skani yoki surati
desk-post-picture-hint = JPEG, PNG yoki WebP, 12 MB gacha. Boshqa sahifalarni keyinroq, surat soʻralganda qoʻshish mumkin.
desk-post-picture-missing = Blankning skani yoki suratini qoʻshing
desk-post-code = Blankda yozilgan kod
desk-post-code-hint = U yozuvi bor kishining yozuvini ochadi. Kodsiz yangi yozuv boshlanadi.
desk-post-why = Nega bu yerda hujjat raqami yetarli emas
desk-post-why-text = Raqamni bilgan har kim shunday xat yozishi mumkin. Yozuvlar ikkita boʻlib chiqsa, mutaxassis solishtiradi.
desk-post-begin = Kiritishni boshlash
desk-post-scan = Qogʻoz blank, yuborilgan kuni: { $day }
desk-post-banner = Siz { $day } kuni yuborilgan qogʻoz blankni kirityapsiz. Kishining oʻzi bu yerda yoʻq va buni oʻqiydi.
desk-post-field = Blankning { $n }-maydoni

# Hammasini yoʻqotgan
desk-lost-title = Hamma narsasini yoʻqotgan
desk-lost-lead = Kirish yangidan sozlanadi.
desk-lost-out = Oldingi hamma kirishlar yopiladi.
desk-lost-codes = Yangi kodlar eskilarining oʻrnini oladi.
desk-lost-told = Bu haqda bizda bor hamma manzilga xabar yuboriladi.
desk-lost-passkeys-legend = Telefon yoki kompyuter oʻgʻirlanganmi?
desk-lost-passkeys = Kirish kalitlarini ham olib tashlash
desk-lost-button = Hamma kirishni yopish va yangi kodlarni chop etish

# Chop etiladigan qogʻozlar
desk-papers-title = Tasdiqnoma va kodlarni chop etish
desk-papers-language = Qaysi tilda?
desk-papers-codes-legend = Kodlar
desk-papers-codes = Yangi kodlar varagʻini yaratish. Eskisi ishlamay qoladi.
desk-papers-make = Qogʻozlarni tayyorlash
desk-papers-ready = Qogʻozlar tayyor
desk-papers-now = Bu sahifani hozir chop eting. Kodlarni yana koʻrsatib boʻlmaydi.
desk-papers-pdf = PDF yuklab olish
desk-papers-back = Qabulxonaga qaytish
papers-title = Siz uchun qogʻozlar
papers-letter-title = Qogʻoz blankingiz yetib keldi
papers-letter-text = U { $day } kuni yuborilgan va shu kundan hisoblanadi. Uni siz uchun xodim kiritdi.
papers-letter-check = Har bir satrni tekshiring. Biror narsa notoʻgʻri boʻlsa, bizga yozing, qabulxonaga keling yoki oʻzingiz tuzating.
papers-letter-to = Kimga
papers-codes-apart = Bu varaqni tasdiqnomadan alohida saqlang. U kimda boʻlsa, yozuvingizni ocha oladi.

# Odamlar oʻqiydigan soʻzlar
msg-desk-document-subject = Yozuvingiz hujjatingiz boʻyicha ochildi
msg-desk-document-body = Qabulxonada ({ $office }) hujjatingiz koʻrsatildi. Xodim ({ $pseudonym }) uni yozuvingiz bilan solishtirdi va yordam berish uchun yozuvni ochdi.

    U nimalarni koʻrgani: { $link }
    U yerda boʻlmagan boʻlsangiz, darhol bizga ayting.
msg-desk-lost-subject = Qabulxonada kirishingiz yangidan sozlandi
msg-desk-lost-body = Qabulxonada ({ $office }) xodim ({ $pseudonym }) hamma kirishni yopdi va yangi kodlarni chop etdi. Eski kodlar endi ishlamaydi. Yoʻqotganingizni aytgan kirish kalitlari ham endi ishlamaydi.

    Bu notoʻgʻri boʻlsa, darhol bizga ayting va yangi kodlar yarating: { $link }
msg-desk-post-subject = Kodingiz yozilgan qogʻoz blank keldi
msg-desk-post-body = Kodlaringizdan biri yozilgan qogʻoz blank pochta orqali keldi. Xodim ({ $pseudonym }, { $office }) uni yozuvingizga kirityapti.

    U nimalarni koʻrgani: { $link }
    Uni siz yubormagan boʻlsangiz, darhol bizga ayting.
purpose-desk-document = Qabulxonada hujjat koʻrsatilgan. Xodim uni yozuvingiz bilan solishtirgan.
purpose-desk-post = Xodim pochta orqali kelgan qogʻoz blankni kiritgan. Siz u yerda boʻlmagansiz.
actor-paper = Oʻzingiz qogʻozda, xodim kiritgan: { $office }
change-why-paper = pochta orqali kelgan qogʻoz blankingizga koʻra
statement-posted-on = Pochtaga berilgan

# Rahbar uchun tanlanma
menu-sample = Tanlanma
sample-title = Qabulxonada nimalar ochilgan
sample-lead = Har kungi ochishlarning oʻndan biri, tasodifan tanlangan. Kimning yozuvi ekani aytilmaydi. Xodimdan soʻrang.
sample-none = Oxirgi 14 kunda hech narsa ochilmagan.
sample-count =
    { $n ->
        [one] Shu kuni { $n } ta ochish
       *[other] Shu kuni { $n } ta ochish
    }
sample-at = Qachon
sample-clerk = Xodim
sample-way = Nima koʻrsatilgan
sample-way-new = Hech narsa: yangi yozuv boshlangan
sample-way-code = Kod
sample-way-document = Hujjat
sample-way-post = Pochta orqali kelgan blank: kishi u yerda boʻlmagan

# Qogʻoz blank
paper-title = Qogʻozda bildirish
paper-card-text = Blankni chop etib, pochta orqali yuboring. Telefon ham, kompyuter ham kerak emas.
paper-lead = Blankni qoʻlda toʻldirib, pochta orqali yuboring yoki qabulxonaga olib keling.
paper-form = Blank
paper-form-in = Oʻzbekcha blank
paper-numbers = Maydonlarning raqamlari hamma tilda bir xil. Istalgan tilda va yozuvda yozing.
paper-counts-title = Qaysi kun hisoblanadi
paper-counts = Pochta muhridagi kun hisoblanadi. Pochta beradigan kvitansiyani saqlab qoʻying.
paper-answer-title = Sizga nima keladi
paper-answer = Biz pochta orqali javob beramiz: tasdiqnoma va kodlar yuboramiz. Kod bilan yozuvingizni istalgan telefondan koʻrasiz.
paper-send-title = Qayerga yuborish kerak
paper-form-title = Qayerda yashashimni bildiraman
paper-form-lead = Istalgan tilda va yozuvda yozing. Ism, joy va kun yetarli.
paper-form-send = Bu blankni shu manzilga yuboring: { $address }. Pochta muhridagi kun hisoblanadi.
paper-form-here = Saytda bu besh daqiqa oladi
paper-form-qr = Sayt manzili yozilgan QR kod
paper-name-hint = Istalgan yozuvda. Bitta satr yetarli.
paper-date-hint = Kun, oy, yil. Bilmaganingizni boʻsh qoldiring.
paper-citizenship-hint = Faqat oʻz muddatingizni hisoblash uchun kerak. Boʻsh qoldirsa boʻladi.
paper-address-hint = Eshikda yozilganidek. Yoki joyni tasvirlang. Yoki xat qayerga kelishini yozing.
paper-optional-hint = Boʻsh qoldirsa boʻladi.
paper-family-hint = Har biri haqida: ismi, tugʻilgan sanasi, fuqaroligi. Kattalar haqida faqat ular rozi boʻlsa.
paper-document-hint = Qaysi hujjat va uning raqami. Boʻsh qoldirsa boʻladi.
paper-contact-hint = Elektron pochta, telefon. Boʻsh qoldirsa boʻladi.
paper-language = Sizga qaysi tilda javob beraylik?
paper-code = Kod, agar kodlar varagʻingiz boʻlsa
paper-code-hint = Shunda bu sizning yozuvingizga qoʻshiladi. Kodsiz yangi yozuv boshlanadi.
paper-sign = Kun va imzo
paper-sign-hint = Bilishimcha, bularning hammasi toʻgʻri.
paper-footer = Maydonlarning raqamlari hamma tilda bir xil.
