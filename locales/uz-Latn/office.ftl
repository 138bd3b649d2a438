# Xodimlar, ikkinchi xodimlar va shikoyat idorasi sahifalari

# The queue
office-appeals-lead = Hali hech kim koʻrmayotgan va sizning shikoyatlaringiz. Muddati yaqini birinchi turadi. Roʻyxatda hech kimning ismi yoʻq.
office-stage-hearing = Tomonlarga aytilmoqda va ular eshitilmoqda
office-stage-drafted = Qaror loyihasi ikkinchi xodimni kutmoqda
office-stage-confirmed = Qaror qilindi, bildirishnoma yoʻlda
office-stage-appealable = Qaror qilindi, shikoyat qilish mumkin
office-stage-appealed = Shikoyat koʻrilmoqda
office-stage-settled = Qaror kuchda
office-stage-closed = Yopilgan
office-due-decide = Qaror muddati: { $day }
office-due-confirm = Tasdiqlash muddati: { $day }
office-due-appeal = Shikoyat muddati: { $day }
office-due-appeal-over = Shikoyat muddati tugagan kun: { $day }
office-due-late = Idora kechikmoqda: muddat { $day } edi
office-to-confirm = Siz tasdiqlaysiz
office-to-queue = Ishlar roʻyxatiga qaytish
office-waits = Ikkinchi xodimni kutmoqda
office-number-link = Ishni xatdagi raqami boʻyicha topish
office-number-title = Xatda qaysi raqam turibdi?
office-number-hint = Sakkizta harf va raqam, masalan 1A2B3C4D.
office-number-button = Topish
office-number-none = Sizda bunday raqamli ish yoʻq
office-number-over = Bu ish tugagan. Uni endi ochib boʻlmaydi.
office-number-elsewhere = Bu ish boshqa xodimda.

# Who takes part
office-side-resident = Yashovchi
office-side-host = Uy egasi
office-side-first = 1-yozuvdagi odam
office-side-second = 2-yozuvdagi odam
office-which-side = Gap kim haqida?
office-somebody = xodim
office-by-program = dastur
office-by-officer = xodim { $who }
office-by-appeal-body = shikoyat idorasi, { $who }
office-by-desk = { $side }, qabulda { $who } yordamida

# Ways of a notice
office-channel-inbox = sahifadagi xabarlar
office-channel-email = elektron pochta
office-channel-push = telefondagi bildirishnoma
office-channel-sms = SMS
office-channel-letter = pochta xati
office-channel-by-hand = qoʻlga topshirilgan
office-way-sent = { $way }: yuborildi
office-way-proved = { $way }: yetib bordi, tasdigʻi bor

# The page of a case
office-disputed = Bahsli
office-stands-disputed = Roʻyxat kuchda, barcha huquqlar saqlanadi. Hech narsa oʻzgarmagan.
office-stands-correction = Yozuvda «tuzatilmoqda» deb turadi. Boshqa hech narsa oʻzgarmagan.
office-stands-protected = Manzil allaqachon yashirin. Boshqa hech narsa oʻzgarmagan.
office-stands = Bu ish tufayli hech narsa oʻzgarmagan.
office-now = Hozir nima qilish mumkin
office-why-opened = Nega ochilgan
office-said = Nima deyilgan
office-said-nothing = Hozircha hech narsa. Bu hech kimning foydasiga ham, zarariga ham emas.
office-told = Ish haqida bildirishnoma: { $ways }.
office-told-decision = Qaror haqida bildirishnoma: { $ways }.
office-not-told = Bildirishnoma hali yuborilmagan.
office-opened-it = Ishni shu tomon ochgan.
office-answer-until = Javob muddati: { $day }.
office-two-proofs = Javob muddati ikki xil yoʻl bilan yetib borgani tasdiqlangach boshlanadi.
office-wants-to-be-heard = Shaxsan eshitishni soʻragan. Buni qilish shart.
office-on-file = Ishda bor
office-read-file = Nima deyilganini oʻqish
office-disputes-title = Bu uy egasining bahslari
office-disputes = Uylaridagi yozuvlar: { $entries }. Bahslashilgan: { $disputed }. Ochiq: { $open }; qaytarib olingan: { $withdrawn }; roʻyxat qolgan: { $stayed }; tugagan: { $ended }.
office-disputes-note = Bu bahslar haqidagi fakt. Shu bahs haqida hech narsa demaydi.
office-clocks = Muddatlar
office-story = Nima boʻldi
office-not-yet = Hozircha mumkin emas:
office-hear = Eshitish va yozib qoʻyish
office-decide = Qaror qilish: { $outcome }
office-for-colleague = Ikkinchi xodim yoʻqmi? Istalgan hamkasb shu sahifada oʻrinbosar tayinlay oladi:

# Terms
office-clock-decide = Idora qaror qiladi
office-clock-decide-what = U oʻtsa, hech kim uchun hech narsa oʻzgarmaydi: ish roʻyxatda birinchi turadi.
office-clock-answer = { $side }: javob vaqti
office-clock-answer-what = Undan keyin ishda boriga qarab qaror qilish mumkin. Sukut asos emas.
office-clock-confirm = Ikkinchi xodim loyihani oʻqiydi
office-clock-confirm-what = U oʻtsa, hech narsa oʻzgarmaydi: hamkasb oʻrinbosar tayinlay oladi.
office-clock-appeal = Shikoyat vaqti
office-clock-appeal-what = Undan va xatlar uchun bir haftadan keyin xodim qarorni kuchga kiritishi mumkin.
office-clock-court = Sudga murojaat vaqti
office-clock-court-what = Undan va xatlar uchun bir haftadan keyin xodim qarorni kuchga kiritishi mumkin.
office-term-days = { $n } kalendar kuni.
office-term-working-days = { $n } ish kuni.
office-term-weeks = { $n } hafta.
office-term-months = { $n } oy.
office-term-hours = { $n } soat.

# What happened, act by act
office-story-opened = Ish ochildi
office-story-sent = { $side }: bildirishnoma yuborildi, { $way }
office-story-delivered = { $side }: bildirishnoma yetib bordi, { $way }
office-story-came-back = { $side }: bildirishnoma qaytib keldi, { $way }
office-story-answered = { $side }: javob
office-story-posted = { $side }: pochta orqali javob, { $day }
office-story-hearing-asked = { $side }: shaxsan eshitishni soʻraydi
office-story-invited = Shaxsan eshitishga taklif: { $day }
office-story-held = Suhbat boʻldi. Qatnashganlar: { $sides }
office-story-held-nobody = Suhbatga hech kim kelmadi. Bu hech narsani anglatmaydi
office-story-extended = { $side }: javobga koʻproq vaqt
office-story-visited = Manzilga borildi, kimdir bor edi
office-story-visited-nobody = Manzilga borildi, hech kim yoʻq edi. Bu hech narsani isbotlamaydi
office-story-host-changed = Uyning egasi almashdi
office-story-maintained = Yangi uy egasi bahsni davom ettiradi
office-story-drafted = Qaror yozildi: { $outcome }
office-story-deputy = Boshqa ikkinchi xodimdan soʻraldi: { $who }
office-story-sent-back = Ikkinchi xodim tasdiqlamadi
office-story-confirmed = Ikkinchi xodim tasdiqladi
office-story-appealed = { $side }: shikoyat
office-story-appeal-withdrawn = { $side }: shikoyat qaytarib olindi
office-story-in-effect = Qaror kuchga kirdi
office-story-time-back = Shikoyat muddati tiklandi
office-story-undone = Qaror qaytarib olindi
office-story-separated = Yozuvlar ajratildi
office-story-withdrawn = Ish qaytarib olindi
office-story-own-act = Odam koʻchdi yoki joʻnab ketdi
office-story-died = Odam vafot etdi
office-filed-document = Hujjat
office-filed-document-hint = Shartnoma, kvitansiya, xat.
office-filed-extract = Boshqa reyestrdan koʻchirma
office-filed-extract-hint = Masalan, uyning egasi kim.
office-filed-witness = Uchinchi odamning soʻzi
office-filed-witness-hint = Masalan, qoʻshni. Kimligini yozing.
office-appeal-upheld = Qaror oʻz kuchida qoladi
office-appeal-annulled = Qaror bekor qilinadi, hammasi u boʻlmagandek
office-appeal-replaced = Oʻrniga boshqa qaror: { $outcome }
office-appeal-back = Idora tomonlarni yana eshitib, qayta qaror qilishi kerak
office-judged-stands = Sud: qaror oʻz kuchida qoladi
office-judged-falls = Sud: qaror bekor qilindi

# A draft or a decision
office-draft = Loyiha. U kuchda emas
office-decision = Qaror. U hali kuchda emas
office-outcome = Qaror
office-facts = Nima aniqlandi
office-rule = Qoida
office-rule-hint = Qanday keltirilsa, shunday: qonun, modda.
office-reasons = Nega
office-grounds = Nimaga asoslangan
office-no-grounds = Ishda hozircha qarorga asos boʻladigan narsa yoʻq.
office-heard = Har biri qanday eshitildi
office-heard-opened = { $side }: ishni sababini aytib ochgan
office-heard-answered = { $side }: javob berdi
office-heard-orally = { $side }: shaxsan eshitildi
office-heard-had-its-time = { $side }: bildirishnoma oldi, javob vaqti oʻtdi
office-heard-not-needed = { $side }: hech kimdan hech narsa olinmaydi
office-decided-by = Kim
office-ground-residents-words = Yashovchining soʻzi
office-ground-others-words = Boshqa tomonning soʻzi
office-ground-document = Hujjat
office-ground-extract = Boshqa reyestrdan koʻchirma
office-ground-witness = Uchinchi odamning soʻzi
office-ground-visit = Manzilga borish, kimdir bor edi
office-ground-absence = Borilganda hech kim yoʻq edi
office-ground-silence = Javob yoʻq
office-ground-carries = Kimdandir biror narsa oladigan qaror shunga tayana oladi.
office-ground-carries-nothing = Bunday qaror bunga tayana olmaydi, oʻxshashlari bilan ham.
office-own-words = Oʻz soʻzim bilan
office-in-office-language = Idora tilida: { $language }
office-in-their-language = Odamning tilida: { $language }
office-to-check = Xuddi shu odam uchun, tekshirish uchun. Ikkalasi ham yuboriladi. Birini oʻzgartirsangiz, ikkinchisini ham oʻzgartiring.
office-reasons-short = Kamida bitta toʻliq gap yozing
office-second = Kimdan tasdiqlash soʻraladi?
office-second-hint = Hech bir tomonga yordam bermagan odamdan. Usiz qaror kuchga kirmaydi.
office-no-second = Ikkinchi xodim kerak emas: hech kimdan hech narsa olinmaydi. Qaror darhol hammaga yuboriladi.
office-choose-officer = Xodimni tanlang

# Common to the pages of acts
office-back-to-case = Ishga qaytish
office-done-title = Ishga yozildi
office-open-again = Ishni yana ochish
office-meanwhile = Siz yozayotganda ishda nimadir boʻldi. Yozganingiz saqlandi, hali hech narsa qilinmadi.
office-all-the-same = Baribir bajarish
office-day-ahead = Bu kun hali kelmagan
office-address = Manzil
office-address-hint = Koʻcha va uyning bir necha harfi yetarli, istalgan yozuvda.
office-address-empty = Manzilni yozing

# The notice on another way
office-do-notice-title = Bildirishnoma yana qaysi yoʻl bilan yuboriladi?
office-do-notice-link = Bildirishnomani boshqa yoʻl bilan yuborish
office-do-notice-button = Yuborildi
office-do-notice-done = Tasdigʻini belgilaganingizdan keyin yetib borgan hisoblanadi.
office-do-notice-lead = Dastur bildirishnomalarni oʻzi yuboradi, xatlar devonxonada turadi. Bu yerda bundan tashqari yuborganingizni belgilang.
office-do-notice-way = Qanday?

# What became of a notice
office-do-delivery-title = Bildirishnoma nima boʻldi?
office-do-delivery-link = Bildirishnoma yetib borganini yoki qaytganini belgilash
office-do-delivery-button = Belgilash
office-do-delivery-done = Muddatlar shundan oʻzi hisoblanadi.
office-do-delivery-which = Qaysi bildirishnoma?
office-do-delivery-became = Nima boʻldi?
office-became-delivered = Yetib bordi
office-became-delivered-hint = Tasdigʻi bor: pochta belgisi yoki imzo.
office-became-came-back = Qaytib keldi
office-became-came-back-hint = Shundan keyin boshqa yoʻlni tanlang. Bu hech kimning zarariga emas.
office-became-by-hand = Qoʻlga topshirilgani qaytib kelmaydi

# A hearing
office-do-invite-title = Hammani qaysi kuni eshitish mumkin?
office-do-invite-link = Shaxsan eshitishga taklif qilish
office-do-invite-button = Taklif qilish
office-do-invite-done = Hammaga kun va joy aytildi.
office-do-invite-on = Kun
office-do-invite-on-hint = Eng erta kun: { $day }. Hech kim kelishga majbur emas.
office-do-hearing-title = Shaxsan nima deyildi?
office-do-hearing-link = Shaxsan aytilganini yozish
office-do-hearing-button = Ishga yozish
office-do-hearing-done = Kelgan odam eshitilgan hisoblanadi.
office-do-hearing-words = Suhbat yozuvi
office-do-hearing-words-hint = Gapirganlarning soʻzi bilan. Uni hamma tomon oʻqiy oladi.
office-do-hearing-present = Kim qatnashdi?
office-do-hearing-present-hint = Hech kim kelmagan boʻlsa, hech kimni belgilamang. Bu hech narsani anglatmaydi, boshqa kun taklif qilinadi.

# More time
office-do-more-time-title = Nega koʻproq vaqt kerak?
office-do-more-time-link = Javobga koʻproq vaqt berish
office-do-more-time-button = Vaqt berish
office-do-more-time-done = Yangi kun aytildi.
office-do-more-time-lead = Butun muddat bugundan qayta boshlanadi. Har bir bildirishnoma uchun bir marta mumkin.
office-do-more-time-words = Nega
office-do-more-time-words-hint = Bitta gap yetarli.

# A visit
office-do-visit-title = Manzilda nimani koʻrdingiz?
office-do-visit-link = Manzilga borganni yozish
office-do-visit-button = Ishga yozish
office-do-visit-done = Kimdir boʻlgan boʻlsa, bu yashovchiga aytiladi.
office-do-visit-words = Nimani koʻrdingiz va eshitdingiz
office-do-visit-words-hint = Faqat ish savoliga tegishlisi.
office-do-visit-met = Kimdir bor edimi?
office-met = Ha
office-met-nobody = Yoʻq, hech kim
office-met-nobody-hint = Yoʻqlik hech narsani isbotlamaydi. Odamlar ishlaydi, safarga chiqadi, uxlaydi.

# A paper or a word on file
office-do-file-title = Ishga nima qoʻshiladi?
office-do-file-link = Ishga hujjat yoki soʻz qoʻshish
office-do-file-button = Ishga qoʻshish
office-do-file-done = Bundan zarar koʻrishi mumkin boʻlganga aytildi va yana soʻraldi.
office-do-file-lead = Bundan zarar koʻrishi mumkin boʻlgan odamga javob uchun butun muddat yana beriladi.
office-do-file-words = Unda nima deyilgan
office-do-file-words-hint = U yerda qanday yozilgan boʻlsa, sanasi bilan.
office-do-file-what = Bu nima?

# Another host
office-do-new-host-title = Yangi uy egasi haqida qayerdan maʼlum?
office-do-new-host-link = Uyning egasi almashgan
office-do-new-host-button = Yozish
office-do-new-host-done = Yangi uy egasidan qayta soʻraladi. Avvalgisining soʻzi endi hech narsani anglatmaydi.
office-do-new-host-lead = Yangi uy egasidan bahsni davom ettirishi soʻraladi. Qaror loyihasi bekor boʻladi.
office-do-new-host-words = Qayerdan maʼlum
office-do-new-host-words-hint = Qaysi koʻchirma, qaysi kundagi. Ismsiz.

# Deciding
office-do-draft-begin = Qaysi soʻzlardan boshlaysiz?
office-do-draft-from = Eng yaqinini tanlang. Har bir soʻzni oʻzgartirish mumkin.
office-do-draft-title = Nimaga qaror qilasiz va nega?
office-do-draft-button = Ikkinchi xodimdan soʻrash
office-do-draft-done = Ikkinchi xodimdan tasdiqlash soʻraldi. Ungacha hech kimga aytilmaydi.
office-do-decided-button = Qaror qilish va yuborish
office-do-decided-done = Qaror tegishli boʻlganlarning hammasiga yuborildi.
office-do-confirm-title = Bu qarorni tasdiqlaysizmi?
office-do-confirm-link = Loyihani oʻqib, tasdiqlash
office-do-confirm-button = Tasdiqlash
office-do-confirm-done = Qaror hammaga yuborildi. Shikoyat muddati oʻtmaguncha u kuchga kirmaydi.
office-do-confirm-lead = Ishni sizdan oldin hech kim qaror qilmagandek oʻqing.
office-do-send-back-title = Nega tasdiqlamaysiz?
office-do-send-back-link = Tasdiqlamaslik va sababini aytish
office-do-send-back-button = Qaytarish
office-do-send-back-done = Ish davom etadi. Hech kimga aytilmagan.
office-do-send-back-words = Nega
office-do-send-back-words-hint = Nima yetishmaydi yoki nimani boshqacha tushunasiz.
office-do-deputy-title = Uning oʻrniga kim tasdiqlaydi?
office-do-deputy-link = Ikkinchi xodimga oʻrinbosar tayinlash
office-do-deputy-button = Tayinlash
office-do-deputy-done = Ish oʻrinbosarning roʻyxatida paydo boʻladi.
office-do-deputy-lead = Bu yerda ishdan hech narsani koʻrmaysiz. Loyihani yozgan odam oʻrinbosar boʻla olmaydi.
office-do-deputy-words = Nega
office-do-deputy-words-hint = Masalan: oy oxirigacha taʼtilda.
office-do-deputy-who = Oʻrinbosar

# Effect
office-do-effect-title = Qaror hozir kuchga kiradimi?
office-do-effect-link = Qarorni kuchga kiritish
office-do-effect-button = Kuchga kiritish
office-do-effect-done = Qaror kuchda, tegishli boʻlganlarning hammasiga aytildi.
office-effect-ends = Roʻyxat bugun tugaydi. Vaqtida joʻnatilgan shikoyat uni baribir qaytaradi.
office-effect-other = Tegishli boʻlganlarning hammasiga aytiladi.
office-do-effect-field = Nima tuzatiladi?
office-effect-now = Hozir yozuvda: { $values }
office-do-undo-title = Nega qarorni qaytarib olasiz?
office-do-undo-link = Qarorni qaytarib olish
office-do-undo-button = Qaytarib olish
office-do-undo-done = Ish yana ochiq, hammaga sababi aytildi.
office-do-undo-lead = Ish qarordan oldingidek yana ochiladi.
office-do-undo-words = Nega
office-do-undo-words-hint = Buni tegishli boʻlganlarning hammasi oʻqiydi.
office-do-apart-title = Nega yozuvlar ajratiladi?
office-do-apart-link = Yozuvlarni ajratish
office-do-apart-button = Ajratish
office-do-apart-done = Har bir yozuv avvalgidek. Ikkalasiga aytildi.
office-do-apart-lead = Bu yerda yozuvlardan hech narsani koʻrmaysiz.
office-do-apart-words = Nega
office-do-apart-words-hint = Buni ikkala odam ham oʻqiydi.
office-do-died-title = Odam qachon vafot etgan?
office-do-died-link = Odam vafot etgan
office-do-died-button = Vafotni yozish
office-do-died-done = Ish yopildi, roʻyxat oʻsha kuni tugadi.
office-do-died-lead = Faqat oʻzingiz koʻrgan hujjat boʻyicha.
office-do-died-words = Hujjat
office-do-died-words-hint = Qaysi, kimniki, qaysi kundagi.
office-do-died-on = Kun

# Appeal and court
office-do-appeal-title = Shikoyat boʻyicha qanday qaror qilasiz?
office-do-appeal-link = Shikoyat boʻyicha qaror qilish
office-do-appeal-button = Qaror qilish va yuborish
office-do-appeal-done = Tegishli boʻlganlarning hammasiga aytildi.
office-do-appeal-result = Shikoyat idorasi qarori:
office-do-judgment-title = Sud nima dedi?
office-do-judgment-link = Sud qarorini yozish
office-do-judgment-button = Ishga yozish
office-do-judgment-done = Tegishli boʻlganlarning hammasiga aytildi.
office-do-judgment-words = Qaysi qaror
office-do-judgment-words-hint = Sud, raqam va kun.
office-do-judgment-stands = Sud qarori
office-do-time-back-title = Nega shikoyat muddati tiklanadi?
office-do-time-back-link = Shikoyat muddatini tiklash
office-do-time-back-button = Muddatni tiklash
office-do-time-back-done = Shikoyat hal boʻlmaguncha qaror kuchda emas.
office-do-time-back-lead = Undan foydalana olmagan odam uchun. Bu yerda ishdan hech narsani koʻrmaysiz.
office-do-time-back-words = Nega
office-do-time-back-words-hint = Nima xalaqit berdi, kamida bitta gap.

# A case about an address
office-address-link = Manzil haqida ish ochish
office-address-title = Gap qaysi manzil haqida?
office-address-lead = Gap manzil haqida, birov haqida emas. Hech kimning roʻyxati oʻzgarmaydi.
office-address-kind = Savol nimada?
office-address-words = Nega soʻraysiz
office-address-words-hint = Buni uy egasi oʻqiydi. Hech kimning ismini yozmang.
office-address-button = Ish ochish
