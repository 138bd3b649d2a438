# Begonalar oʻqishi mumkin boʻlgan matnlar: ismsiz, manzilsiz, mazmunsiz
sms-message = Doorstep: sizga xabar bor. Oʻqish: { $site } yoki qabulxonada.
sms-reminder = Doorstep: muhim kun yaqin. Qaysi kun: { $site } yoki qabulxonada.
sms-case = Doorstep: sizga bildirishnoma bor, javobingiz muhim. Oʻqish: { $site } yoki qabulxonada.
push-message-title = Sizga xabar bor
push-message-body = Tizimga kiring va xabarlaringizni oching.
push-reminder-title = Muhim kun yaqin
push-reminder-body = Tizimga kiring va qaysi muddat kelayotganini koʻring.
push-case-title = Sizga bildirishnoma bor
push-case-body = Tizimga kiring va uni oʻqing. Javobingiz muhim.
msg-in-your-inbox = (buni xabarlaringizda koʻring)

# Bitta xabar va u sizga qanday yuborilgani
message-how = Bu xabar sizga qanday yuborildi
message-way-inbox = Xabarlaringizda
message-way-email = Elektron pochta orqali
message-way-push = Ekrandagi bildirishnoma bilan
message-way-sms = SMS orqali
message-way-letter = Xat bilan
message-way-by-hand = Qabulxonada qoʻlingizga berildi
message-waits = yoʻlda
message-unopened = uni hali oʻzingiz ochmagansiz
message-opened = uni ochgan vaqtingiz: { $at }
message-sent = topshirildi: { $at }; yetib borgani nomaʼlum
message-arrived = yetib bordi: { $at }
message-came-back = qaytib keldi: { $at }
message-silence = Xabarni ochmaganingizdan hech qanday xulosa chiqarilmaydi.
message-one = Faqat shu xabarni ochish

# Har bir oʻzgarish haqidagi xabar nima deydi
change-by-you = oʻzingiz
change-by-household = oila aʼzongiz
change-by-clerk = { $pseudonym }, { $office }
change-why-you = oʻzingiz aytganingiz uchun
change-why-household = siz uchun ish yurituvchi aytgani uchun
change-why-clerk = qabulxonada aytganingiz uchun
change-none = hech narsa
change-grade-declared = oʻzingiz aytganingizdek
change-grade-seen = hujjatingizni qabulxonada koʻrishdi
change-grade-card = karta koʻrsatdingiz
change-word-of-looks = koʻrishlar haqida xat
msg-document-seen-subject = Hujjatingizni koʻrishdi
msg-document-seen-body = Yozuvingizda shaxsingiz qanday tasdiqlangani oʻzgardi.
    Oldin: { $before }
    Endi: { $after }
    Kim kiritdi: { $who }. Sababi: hujjatni koʻrsatdingiz.

    Bu notoʻgʻri boʻlsa, shu yerda eʼtiroz bildiring: { $link }
msg-evidence-subject = Yozuvingizga hujjatlar qoʻshildi
msg-evidence-body = Oldin yozuvda bu hujjatlar yoʻq edi. Endi bor: { $titles }
    Kim kiritdi: { $who }. Sababi: qayerda yashashingizni koʻrsatish uchun.

    Ularni koʻrish yoki eʼtiroz bildirish: { $link }
msg-explained-subject = Sababingiz yozuvga qoʻshildi
msg-explained-body = Endi yozuvda muddatga ulgurmaslik sababi bor: { $words }
    Kim kiritdi: { $who }. Nima uchun: uni xodim oʻqishi uchun. Oʻz-oʻzidan hech narsa boʻlmaydi.

    Muddatlaringizni koʻrish yoki eʼtiroz bildirish: { $link }
msg-asked-subject = Koʻrish haqidagi savolingiz yuborildi
msg-asked-body = Endi yozuvda savolingiz bor: { $words }
    Kim kiritdi: { $who }. Nima uchun: unga xodim javob berishi uchun.

    Kim koʻrganini bilish yoki eʼtiroz bildirish: { $link }
msg-member-subject = Oilangizga yangi kishi qoʻshildi
msg-member-body = Oldin { $member } bu yerda oilangizga kirmas edi. Endi siz u uchun ham ish yuritasiz.
    Kim kiritdi: { $who }. Sababi: { $why }.

    Bu notoʻgʻri boʻlsa, shu yerda eʼtiroz bildiring: { $link }
msg-passkey-added-subject = Kirish kaliti qoʻshildi
msg-passkey-added-body = Endi yozuvingizga yangi kirish kaliti bilan kirish mumkin. Oldin mumkin emas edi. Uni sizning nomingizdan kirib qoʻshishdi.

    Bu notoʻgʻri boʻlsa, uni shu yerda oʻchiring va boshqa seanslarni tugating: { $link }
msg-passkey-removed-subject = Kirish kaliti oʻchirildi
msg-passkey-removed-body = Kirish kalitlaringizdan biri endi ishlamaydi. Oldin ishlar edi.
    Kim oʻchirdi: { $who }.

    Bu notoʻgʻri boʻlsa, shu yerda boshqa seanslarni tugating va yangisini qoʻshing: { $link }

# Idora pochtasi
menu-post = Pochta
purpose-post-letter = Xodim sizga xat chop etib, konvertga soldi.
post-title = Yuboriladigan xatlar
post-waiting =
    { $n ->
        [0] Yuboriladigan xat yoʻq.
       *[other] { $n } ta xat yuborilishini kutmoqda.
    }
post-why = Ular boshqa ikki usul bilan bogʻlanib boʻlmaydigan odamlar uchun.
post-they-see = Sizga xatlar bittadan beriladi. Xat egasi uni siz chop etganingizni koʻradi.
post-take = Keyingi xatni olish
post-hand-title = Xat { $code }
post-print-title = Chop eting
post-print-text = Varaqni belgilar boʻyicha buklang. Manzil konvert darchasida koʻrinadi.
post-print-seen = Odam uning ismi, manzili va shu xatni koʻrganingizni koʻradi.
post-print = Xatni chop etish
post-posted-title = Pochtaga topshiring
post-posted-on = Pochta xatni qaysi kuni oldi?
post-posted-hint = Bugun yoki oxirgi ikki hafta ichida.
post-posted = Pochta xatni oldi
post-posted-error = Bugungi yoki oxirgi ikki haftadagi kunni koʻrsating. U xat yozilgan kundan oldin boʻlmasin.
post-back-title = Hozir emas
post-back = Xatni navbatga qaytarish
post-no-address = Endi manzil yoʻq
post-no-address-text = Odam bu manzildan ketgan. Xat qaytib kelgan hisoblanadi. Bundan boshqa hech narsa kelib chiqmaydi.
post-record-heading = Xat topshirildi yoki qaytib keldi
post-record = Pochta aytganini yozish
post-record-title = Pochta xat haqida nima dedi?
post-code = Xatdagi kod
post-code-hint = Oʻn ikkita harf va raqam: xat ostida va manzil yonida.
post-code-error = Bunday kodli xat yoʻq. Har bir harf va raqamni tekshiring.
post-says = Pochta nima dedi?
post-says-delivered = Topshirildi
post-says-back = Qaytib keldi
post-says-error = Xat topshirilganini yoki qaytib kelganini koʻrsating
post-on = Qaysi kuni?
post-on-hint = Pochta yozganidek.
post-day-error = Xat pochtaga topshirilgandan keyingi, bugundan kech boʻlmagan kunni koʻrsating.
post-known = Bu xat haqida avval yozilgan yoki u qaytib kelgan.
post-not-posted = Pochta bu xatni olgani hali yozilmagan.
post-note = Yozib qoʻyish
post-noted-title = Yozib qoʻyildi
post-noted-text = Odam buni oʻz xabari yonida koʻradi.
letter-qr-alt = Shu xat sahifasining manzili yozilgan QR-kod
letter-qr-caption = Xatni saytda oʻqish
letter-footer = { $code }. Javob berish shart emas. Xat sizga yetib bormagan boʻlsa, bundan hech narsa kelib chiqmaydi.
letter-day = Kun
letter-code = Xat kodi
message-desk-title = Qogʻozda topshirish
message-desk-text = Xabarni odam uchun chop eting. U imzo qoʻysa, xabarni olgani isbotlanadi.
message-print = Shu xabarni chop etish
message-signed-title = Odam imzo qoʻydi
message-signed-text = Xabar qogʻozda odamning qoʻlida, u sizdagi nusxaga imzo qoʻydi. Nusxani ishda saqlang.
message-signed = Imzo qoʻyganini yozish
