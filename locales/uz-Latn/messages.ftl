msg-sign-in-subject = Tizimga kirish havolangiz
msg-sign-in-body = Doorstep xizmatiga kirish uchun shu havolani oching. U bir marta, { $minutes } daqiqa davomida ishlaydi.

    { $link }

    Buni siz soʻramagan boʻlsangiz, hech narsa qilishingiz shart emas.
msg-declared-subject = Siz roʻyxatga olindingiz: { $reference }
msg-declared-body = Hurmatli { $name }!

    Quyidagi manzilda yashashingizni bildirdingiz:
    { $address }
    Yashay boshlagan kun: { $since }

    Tasdiqnoma raqamingiz: { $reference }. Ariza siz uni yuborgan paytdan hisobga olinadi.

    Tasdiqnomangiz, huquqlaringiz va yozuvingizni kim koʻrgani: { $link }
    Buni siz qilmagan boʻlsangiz, shu havola orqali darhol bizga ayting.
msg-moved-subject = Siz koʻchdingiz: { $reference }
msg-moved-body = Hurmatli { $name }!

    Manzilingiz oʻzingiz aytganingizdek oʻzgartirildi.
    Oldingi manzil: { $before }
    Yangi manzil: { $address }
    Yashay boshlagan kun: { $since }

    Tasdiqnoma raqamingiz: { $reference }.
    Buni siz qilmagan boʻlsangiz, shu yerda eʼtiroz bildiring: { $link }
msg-renewed-subject = Siz hali ham shu manzildasiz: { $reference }
msg-renewed-body = Hurmatli { $name }!

    Siz hali ham shu manzilda yashashingizni aytdingiz:
    { $address }

    Tasdiqnoma raqamingiz: { $reference }.
    Buni siz qilmagan boʻlsangiz, shu yerda eʼtiroz bildiring: { $link }
msg-left-subject = Siz joʻnab ketdingiz: { $reference }
msg-left-body = Hurmatli { $name }!

    Oʻzingiz aytganingizdek, roʻyxatdan chiqdingiz.
    Manzil: { $address }
    Roʻyxatdan chiqish kuni: { $day }

    Tasdiqnoma raqamingiz: { $reference }.
    Buni siz qilmagan boʻlsangiz, shu yerda eʼtiroz bildiring: { $link }
msg-corrected-subject = Maʼlumot tuzatildi: { $field }
msg-corrected-body = Hurmatli { $name }!

    Yozuvingizda quyidagi maʼlumot tuzatildi: { $field }. Eski va yangi qiymat yozuvingizda turibdi. Tasdiqnoma raqamingiz: { $reference }.
    Buni siz qilmagan boʻlsangiz, shu yerda eʼtiroz bildiring: { $link }
msg-contact-subject = Aloqa maʼlumotingiz oʻzgartirildi
msg-contact-body = Hurmatli { $name }!

    Yozuvingizdagi elektron pochta manzili yoki telefon raqami oʻzgartirildi.
    Buni siz qilmagan boʻlsangiz, boshqa usul bilan kirib, uni qaytaring: { $link }
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
msg-desk-body = Xodim ({ $office }) sizga yordam berish uchun kodlaringizdan biri bilan yozuvingizni ochdi.

    U nimalarni koʻrgani: { $link }
    U yerda boʻlmagan boʻlsangiz, darhol bizga ayting.
msg-looked-subject = Kimdir yozuvingizni koʻrdi
msg-looked-body = Yozuvingiz ochildi. Kim, qachon va nima uchun ochganini bu yerda koʻring: { $link }

    Siz shunday xatlarni soʻragansiz. Ularni “Kirish usullari” boʻlimidagi “Aloqa maʼlumotlaringiz” sahifasida oʻchirib qoʻyish mumkin.
msg-confirm-email-subject = Elektron pochtangizni tasdiqlang
msg-confirm-email-body = Bu manzil Doorstep saytida koʻrsatildi. Agar bu siz boʻlsangiz, havolani oching va uni tasdiqlang. Keyin u bilan kirishingiz mumkin.

    { $link }

    Agar bu siz boʻlmasangiz, hech narsa qilishingiz shart emas.
msg-codes-subject = Yangi kodlar varagʻi yaratildi
msg-codes-body = Yozuvingiz uchun yangi bir martalik kodlar varagʻi yaratildi. Eski varaq endi ishlamaydi.

    Agar buni siz qilmagan boʻlsangiz, darhol boshqasini yarating: { $link }
reminder-until = Siz shu kungacha turishingizni aytgan edingiz. Uzoqroq tursangiz, buni «Mening yozuvim» boʻlimida bildiring. Ketsangiz, buni ham bildiring. Roʻyxat oʻz-oʻzidan tugamaydi.
msg-moved-later-subject = Muddat uzaydi: { $day }
msg-moved-later-body = Hurmatli { $name },

    kalendar yoki qoidalar oʻzgardi. Oldingi muddat: { $before }. Endi: { $day }.
    { $rule }

    Shu sababli hech narsa qilishingiz shart emas. Biz aytgan muddat hech qachon qisqarmaydi. Qanday hisoblangan: { $link }
