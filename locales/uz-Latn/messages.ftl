msg-sign-in-subject = Tizimga kirish havolangiz
msg-sign-in-body = Doorstep xizmatiga kirish uchun shu havolani oching. U bir marta, { $minutes } daqiqa davomida ishlaydi.

    { $link }

    Buni siz soʻramagan boʻlsangiz, hech narsa qilishingiz shart emas.
msg-declared-subject = Siz roʻyxatga olindingiz: { $reference }
msg-declared-body = Hurmatli { $name }!

    Quyidagi manzilda yashashingiz bildirildi:
    { $address }
    Yashay boshlagan kun: { $since }
    Oldingi manzil: { $before }
    Kim kiritdi: { $who }. Sababi: { $why }.

    Tasdiqnoma raqamingiz: { $reference }. Ariza yuborilgan paytdan hisobga olinadi.

    Tasdiqnomangiz, huquqlaringiz va yozuvingizni kim koʻrgani: { $link }
    Bu notoʻgʻri boʻlsa, shu havola orqali darhol eʼtiroz bildiring.
msg-moved-subject = Siz koʻchdingiz: { $reference }
msg-moved-body = Hurmatli { $name }!

    Manzilingiz oʻzgartirildi.
    Oldingi manzil: { $before }
    Yangi manzil: { $address }
    Yashay boshlagan kun: { $since }
    Kim kiritdi: { $who }. Sababi: { $why }.

    Tasdiqnoma raqamingiz: { $reference }.
    Bu notoʻgʻri boʻlsa, shu yerda eʼtiroz bildiring: { $link }
msg-renewed-subject = Siz hali ham shu manzildasiz: { $reference }
msg-renewed-body = Hurmatli { $name }!

    Hali ham shu manzilda yashashingiz bildirildi:
    { $address }
    Qachongacha, oldin: { $until-before }
    Qachongacha, endi: { $until }
    Kim kiritdi: { $who }. Sababi: { $why }.

    Tasdiqnoma raqamingiz: { $reference }.
    Bu notoʻgʻri boʻlsa, shu yerda eʼtiroz bildiring: { $link }
msg-left-subject = Siz joʻnab ketdingiz: { $reference }
msg-left-body = Hurmatli { $name }!

    Shu manzilda roʻyxatda turgan edingiz va endi roʻyxatdan chiqdingiz.
    Manzil: { $address }
    Roʻyxatdan chiqish kuni: { $day }
    Kim kiritdi: { $who }. Sababi: { $why }.

    Tasdiqnoma raqamingiz: { $reference }.
    Bu notoʻgʻri boʻlsa, shu yerda eʼtiroz bildiring: { $link }
msg-corrected-subject = Maʼlumot tuzatildi: { $field }
msg-corrected-body = Hurmatli { $name }!

    Yozuvingizda quyidagi maʼlumot tuzatildi: { $field }.
    Oldin: { $before }
    Endi: { $after }
    Kim kiritdi: { $who }. Sababi: { $why }

    Tasdiqnoma raqamingiz: { $reference }.
    Bu notoʻgʻri boʻlsa, shu yerda eʼtiroz bildiring: { $link }
msg-contact-subject = Aloqa maʼlumotingiz oʻzgartirildi
msg-contact-body = Hurmatli { $name }!

    Yozuvingizda siz bilan bogʻlanish maʼlumotlari oʻzgartirildi.
    Oldin: { $before }
    Endi: { $after }
    Kim kiritdi: { $who }. Sababi: { $why }.

    Bu notoʻgʻri boʻlsa, boshqa usul bilan kirib, oldingisini qaytaring: { $link }
msg-host-subject = Kimdir sizning manzilingizni bildirdi
msg-host-body = Kimdir sizning uyingizda yashashini bildirdi:
    { $address }

    Buni necha kishi bildirgani va ular aytgan ismlar: { $link }
    Hech narsa qilishingiz shart emas. Roʻyxatga olish mulkka hech qanday huquq bermaydi.
msg-reminder-subject = Esda tutiladigan kun: { $day }
msg-reminder-body = Hurmatli { $name }!

    Muddati yaqinlashayotgan ish bor. Oxirgi kun: { $day }
    { $rule }

    Muddat qanday hisoblangani: { $link }
msg-desk-subject = Sizga qabulxonada yordam berildi
msg-desk-body = Xodim sizga yordam berish uchun kodlaringizdan biri bilan yozuvingizni ochdi. Siz uchun u: { $pseudonym }, { $office }.

    U nimalarni koʻrgani: { $link }
    U yerda boʻlmagan boʻlsangiz, shu havola orqali darhol eʼtiroz bildiring.
msg-looked-subject = Kimdir yozuvingizni koʻrdi
msg-looked-body = Yozuvingiz ochildi. Kim, qachon va nima uchun ochganini bu yerda koʻring: { $link }

    Siz shunday xatlarni soʻragansiz. Ularni “Kirish usullari” boʻlimidagi “Aloqa maʼlumotlaringiz” sahifasida oʻchirib qoʻyish mumkin.
msg-confirm-email-subject = Elektron pochtangizni tasdiqlang
msg-confirm-email-body = Bu manzil Doorstep saytida koʻrsatildi. Agar bu siz boʻlsangiz, havolani oching va uni tasdiqlang. Keyin u bilan kirishingiz mumkin.

    { $link }

    Agar bu siz boʻlmasangiz, hech narsa qilishingiz shart emas.
msg-codes-subject = Yangi kodlar varagʻi yaratildi
msg-codes-body = Yozuvingiz uchun yangi bir martalik kodlar varagʻi yaratildi. Eski varaq endi ishlamaydi.
    Kim yaratdi: { $who }.

    Bu notoʻgʻri boʻlsa, darhol boshqasini yarating: { $link }
reminder-until = Siz shu kungacha turishingizni aytgan edingiz. Uzoqroq tursangiz, buni «Mening yozuvim» boʻlimida bildiring. Ketsangiz, buni ham bildiring. Roʻyxat oʻz-oʻzidan tugamaydi.
msg-moved-later-subject = Muddat uzaydi: { $day }
msg-moved-later-body = Hurmatli { $name },

    kalendar yoki qoidalar oʻzgardi. Oldingi muddat: { $before }. Endi: { $day }.
    { $rule }

    Shu sababli hech narsa qilishingiz shart emas. Biz aytgan muddat hech qachon qisqarmaydi. Qanday hisoblangan: { $link }
