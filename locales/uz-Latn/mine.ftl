# Mening ishlarim
menu-my-cases = Ishlarim
mine-title = Ishlarim
mine-none = Siz haqingizda birorta ish yoʻq.
mine-none-open = Siz haqingizda ochiq ish yoʻq.
mine-over = Tugaganlar
mine-lead = Biror narsani tuzatishlarini xohlaysizmi?
mine-number = Raqami
mine-over-on = Tugagan: { $day }.
mine-next-hearing = Hamma eshitilmoqda. Qaror shu kungacha boʻlishi kerak: { $day }.
mine-next-confirmed = Qaror qilindi. Hozircha hech narsa kuchga kirmagan.
mine-next-appealable = Qaror qilindi. Shikoyat uchun oxirgi kun: { $day }.
mine-next-appealed = Hammasini avval qaror qilmagan odam qayta oʻqimoqda.
mine-stage-hearing = Eshitilmoqda
mine-stage-confirmed = Qaror bor
mine-stage-appealable = Qaror bor
mine-stage-appealed = Shikoyat
mine-stage-settled = Tugagan
mine-stage-closed = Yopilgan

# Ish nima haqida: unda eshitiladigan odam uchun
mine-title-stranger-resident = Uy egasi sizni tanimasligini aytmoqda
mine-title-stranger-other = Siz uyingizdagi bir odamni tanimasligingizni aytdingiz
mine-title-moved-out-resident = Uy egasi sizni koʻchib ketgan, demoqda
mine-title-moved-out-other = Siz kimdir koʻchib ketganini aytdingiz
mine-title-correction-resident = Yozuvingizda xato bor
mine-title-unlisted-resident = Manzilingiz rasmiy reyestrda yoʻq
mine-title-crowded-other = Manzilingizda nechta xonadon bor
mine-title-non-residential-other = Manzilingizda uy-joy bormi
mine-title-possible-duplicate-resident = Ikki yozuvda bitta hujjat koʻrsatilgan
mine-title-possible-duplicate-other = Ikki yozuvda bitta hujjat koʻrsatilgan
mine-title-look-resident = Yozuvingizni koʻrishgani haqidagi savolingiz
mine-title-late-reason-resident = Nega vaqtida boʻlmagani
mine-title-appeal-resident = Idora qilgan ishga eʼtirozingiz
mine-title-protection-resident = Manzilingizni kim koʻradi
mine-title-host-refuses-resident = Uy egasi tasdiqlamayapti
mine-title-host-refuses-other = Kimdir sizni tasdiqlamayapti, demoqda
mine-title-home-not-fit-resident = Uyingizni hozirgi holida roʻyxatga olib boʻlmaydi

# Hozir nima boʻlyapti
mine-now-hearing = Hech narsa hal qilinmagan. Avval ishga aloqador hamma eshitiladi.
mine-now-confirmed = Qaror qilindi. U hali kuchga kirmagan.
mine-now-appealable = Qaror qilindi, siz shikoyat qilishingiz mumkin. U hali kuchga kirmagan.
mine-now-appealed = Hammasini avval qaror qilmagan odam qayta oʻqimoqda. Unga qadar hech narsa kuchga kirmaydi.
mine-now-at-court = Sud hal qiladi. Unga qadar hech narsa kuchga kirmaydi.
mine-now-stayed = Ish tugadi. Hammasi avvalgidek qoladi.
mine-now-settled = Ish tugadi. Qaror kuchda.
mine-now-withdrawn = Ish tugadi: u qaytarib olindi. Hech narsa oʻzgarmadi.
mine-now-own-act = Ish tugadi: siz koʻchganingizni yoki joʻnab ketganingizni bildirdingiz. Hal qiladigan narsa qolmadi.
mine-now-died = Odam vafot etgani uchun ish tugadi.
mine-now-annulled = Ish tugadi: qaror bekor qilindi. Hammasi u boʻlmagandek.
mine-now-separated = Ish tugadi: ikki yozuv yana ajratildi.
mine-said = Nima deyilgan
mine-closed-to = Bu ishda boshqa odamning soʻzlari sizga koʻrsatilmaydi, sizniki ham unga koʻrsatilmaydi.
mine-until = Qachongacha javob berish mumkin
mine-answer-term = Javobingiz
mine-answer-term-by = Javob uchun oxirgi kun: { $day }.
mine-answer-counted = Javob muddati xabar yetkazilgan hisoblanadigan kundan boshlanadi.
mine-appeal-term = Shikoyatingiz
mine-appeal-term-by = Shikoyat uchun oxirgi kun: { $day }.
mine-appeal-counted = Shikoyat muddati qaror yetkazilgan hisoblanadigan kundan boshlanadi.
mine-court-term = Sudga murojaat
mine-court-term-by = Sudga murojaat uchun oxirgi kun: { $day }.
mine-court-counted = Muddat soʻnggi qaror yetkazilgan hisoblanadigan kundan boshlanadi.
mine-how-counted = Bu qanday hisoblangan
mine-counted-from = Shu kundan hisoblanadi: { $day }. Bu kuni xabar yetkazilgan hisoblanadi. Xatda pochta muhridagi kun hisoblanadi.
mine-not-counting = Muddatingiz hali boshlanmagan: xabar sizga ikki yoʻl bilan yetgach boshlanadi. Hozir ham javob berishingiz mumkin.
mine-silence = Indamasangiz, bu rozilik ham, rad etish ham hisoblanmaydi.
mine-can = Hozir nima qila olasiz
mine-ways = Buni qabulda yoki xat bilan ham qilish mumkin: { $office }.
mine-ways-number = { $number } raqamini ayting. Pochta muhridagi kun hisoblanadi.
mine-course = Nimalar boʻldi
mine-paper = Ish qogʻozda
mine-paper-how = Internetsiz qanday javob berish yoki shikoyat qilish
mine-paper-footer = { $number }-ish
mine-stale = Ishda shu orada yangilik paydo boʻldi. Uni ish sahifasida oʻqing va qaytadan hal qiling.

# Qaror
mine-decision = Qaror
decision-outcome = Qaror
decision-facts = Nima aniqlandi
decision-rule = Qoida
decision-reasons = Nega
decision-by = Kim qaror qildi
decision-heard = Kim eshitildi
heard-opened = ishni ochdi va sababini aytdi
heard-answered = javob berdi
heard-orally = shaxsan eshitildi
heard-had-time = xabar yetkazildi, javobga vaqti boʻldi
heard-not-needed = hech narsa yoʻqotmaydi
mine-appeal-favours = Xodim uni tez orada kuchga kiritadi. Rozi boʻlmasangiz, shikoyat qilishingiz mumkin.
mine-appeal-not-yet = Shikoyat muddati qaror sizga yetgach boshlanadi. Buni kutish shart emas.
mine-appeal-how = Shikoyat uchun bitta tugma yetarli. U koʻrilmaguncha hech narsa kuchga kirmaydi.
mine-appeal-none-left = Sud qaror qildi. Bu yerda boshqa shikoyat qabul qilinmaydi.

# Bajarildi
done-title = Bajarildi
done-answer = Javobingiz ishga qoʻshildi.
done-hearing = Siz shaxsan eshitishlarini soʻradingiz. Sizga taklif keladi.
done-maintain = Soʻzlaringiz ishga qoʻshildi.
done-appeal = Shikoyat qildingiz. U koʻrilmaguncha hech narsa kuchga kirmaydi.
done-appeal-back = Shikoyatingizni qaytarib oldingiz.
done-take-back = Ishni qaytarib oldingiz.
done-opened = Ish ochildi. Har bir qadam haqida sizga aytiladi.

# Kim
who-you = Siz
who-host = Uy egasi
who-resident = Yashovchi
who-other = Boshqa odam
who-office = Idora
who-program = Dastur
who-helped = { $who }, qabuldagi xodim yordamida
who-officer = { $office }, xodim { $pseudonym }
who-officers = { $office }, xodim { $first }, tasdiqlagan xodim { $second }
who-appeal-body = Shikoyatlarni koʻruvchi, { $pseudonym }
channel-inbox = shu sahifalardagi xabar
channel-email = elektron pochta
channel-push = qurilmadagi bildirishnoma
channel-sms = SMS
channel-letter = xat
channel-by-hand = qoʻlga topshirish

# Nimalar boʻldi
entry-opened = Ish ochildi
entry-sent = Xabar yuborildi: { $ways }
entry-read = Xabar shu sahifalarda oʻqildi
entry-delivered = Xabar yetib bordi: { $way }
entry-delivered-until = Xabar yetib bordi: { $way }. Oxirgi kun: { $day }
entry-came-back = Xabar qaytib keldi: { $way }
entry-answered = Javob berildi
entry-posted = Pochtaga topshirilgan kun: { $day }
entry-hearing-asked = Shaxsan eshitishlari soʻraldi
entry-hearing-invited = Shaxsiy suhbatga taklif: { $day }
entry-hearing-held = Shaxsan eshitildi
entry-hearing-nobody = Suhbatga hech kim kelmadi. Bu hech kim haqida hech narsa demaydi
entry-extended = Javobga koʻproq vaqt, oxirgi kun: { $day }
entry-visited = Xodim joyiga borib, kimnidir uchratdi
entry-visited-nobody = Xodim joyiga borib, hech kimni uchratmadi. Bu hech kim haqida hech narsa demaydi
entry-filed-document = Ishga hujjat qoʻshildi
entry-filed-extract = Ishga reyestrdan koʻchirma qoʻshildi
entry-filed-witness = Yana kimdir eshitildi
entry-host-changed = Uyning egasi boshqa, u qaytadan soʻraladi
entry-maintained = Yangi uy egasi ham avvalgisi aytganini aytmoqda
entry-appealed = Shikoyat qilindi
entry-appeal-withdrawn = Shikoyat qaytarib olindi
entry-appeal-upheld = Shikoyat koʻrildi: qaror oʻz kuchida qoladi
entry-appeal-annulled = Shikoyat koʻrildi: qaror bekor qilindi
entry-appeal-replaced = Shikoyat koʻrildi, boshqacha hal qilindi:
entry-appeal-back-to-office = Shikoyat koʻrildi: hamma eshitilib, qayta qaror qilinadi
entry-judged-upheld = Sud: qaror oʻz kuchida qoladi
entry-judged-annulled = Sud: qaror bekor qilindi
entry-in-effect = Qaror kuchga kirdi
entry-time-given-back = Shikoyat uchun vaqt qaytadan berildi
entry-undone = Idora qarorini qaytarib oldi
entry-separated = Ikki yozuv ajratildi
entry-withdrawn = Ish qaytarib olindi
entry-own-act-resident = Siz koʻchganingizni yoki joʻnab ketganingizni bildirdingiz
entry-own-act-other = Hal qiladigan narsa qolmadi
entry-died = Odam vafot etgani uchun ish yopildi

# Ishda nima qilish mumkin
words-hint = Oʻz soʻzingiz bilan, oʻz tilingizda. Bir necha gap yetarli.
do-not = Hozir emas
do-answer = Javob berish
do-answer-text = Oʻz soʻzingiz bilan, xohlasangiz suratlar bilan.
do-answer-title = Nima demoqchisiz?
do-add = Biror narsa qoʻshish
do-add-text = Yana soʻz yoki suratlar.
do-add-title = Nima qoʻshmoqchisiz?
do-hearing = Shaxsan eshitishlarini soʻrash
do-hearing-text = Aytmoqchi boʻlganingizni xodimga aytasiz. Kimdir bilan kelishingiz mumkin.
do-hearing-title = Sizni shaxsan eshitishlarini xohlaysizmi?
do-hearing-then = Kuni yozilgan taklif keladi. Sizni eshitmay hech narsa hal qilinmaydi. Kela olmasangiz, boshqa kun taklif qilinadi.
do-hearing-button = Soʻrash
do-maintain = Avvalgi uy egasi aytganini aytish
do-maintain-text = Faqat buni oʻzingiz bilsangiz.
do-maintain-title = Siz ham avvalgi uy egasi aytganini aytasizmi?
do-maintain-then = Endi bu uy sizniki. Oʻzingiz aytmasangiz, avvalgi egasining soʻzi hisoblanmaydi. Aytishga majbur emassiz.
do-maintain-words = Nimani bilasiz?
do-maintain-button = Aytish
do-appeal = Shikoyat qilish
do-appeal-text = Bitta tugma yetarli. U koʻrilmaguncha hech narsa kuchga kirmaydi.
do-appeal-title = Shikoyat qilmoqchimisiz?
do-appeal-then = Hammasini avval qaror qilmagan odam qayta oʻqiydi. Unga qadar hech narsa kuchga kirmaydi. Bu bepul.
do-appeal-words = Nega? Boʻsh qoldirish mumkin
do-appeal-hint = Qarorning nimasi notoʻgʻri, oʻz soʻzingiz bilan.
do-appeal-button = Shikoyat qilish
do-court = Sudga borishingizni aytish
do-court-text = Shunda idora sudni kutadi.
do-court-title = Sudga borasizmi?
do-court-then = Sudga borishingizni bizga ayting. Sud hal qilmaguncha hech narsa kuchga kirmaydi. Sudga oʻzingiz murojaat qilasiz.
do-court-button = Sudga boraman
do-appeal-back = Shikoyatni qaytarib olish
do-appeal-back-text = Shunda qaror qilinganicha qoladi.
do-appeal-back-title = Shikoyatingizni qaytarib olmoqchimisiz?
do-appeal-back-then = Shunda qaror qilinganicha qoladi. Muddat tugamagan boʻlsa, yana shikoyat qilishingiz mumkin.
do-appeal-back-button = Qaytarib olish
do-take-back = Ishni qaytarib olish
do-take-back-text = Shunda hech narsa hal qilinmaydi va oʻzgarmaydi.
do-take-back-title = Ishni qaytarib olmoqchimisiz?
do-take-back-then = Ish yopiladi, hech narsa oʻzgarmaydi. Istalgan vaqtda boshqasini ochishingiz mumkin.
do-take-back-button = Ishni qaytarib olish
do-show-again = Manzilim yana koʻrinsin
do-show-again-text = Shunda uy egasi ismingizni yana koʻradi.
do-show-again-title = Manzilingiz yana koʻrinsinmi?
do-show-again-then = Shunda uy egasi ismingizni yana koʻradi. Avval siz uchun ish yuritganlar oʻz-oʻzidan qaytmaydi.
do-show-again-button = Koʻrinsin

# Javob
answer-read-by-host = Javobingizni uy egasi ham oʻqiydi. U suratlaringizni, hujjatlaringizni, fuqaroligingizni va aloqa maʼlumotlaringizni koʻrmaydi.
answer-read-by-office = Buni faqat shu ish bilan shugʻullanadigan xodimlar oʻqiydi.
answer-photos-title = Surat qoʻshmoqchimisiz?
answer-photos-text = Shartnoma, toʻlov qogʻozi, xat, eshikdagi kalit: gapingizni koʻrsatadigan har narsa. Bu shart emas.
answer-stale = Boshqa qurilmada boshqacha yozgansiz. Qaysi soʻzlar qolishini hal qilib, davom eting.
answer-there = Boshqa qurilmada yozilgani:
answer-check-title = Bu sizning javobingizmi?
answer-words = Soʻzlaringiz
answer-photos = Suratlar
answer-photos-none = Yoʻq
answer-send = Javobni yuborish
answer-news = Ishda shu orada yangilik paydo boʻldi. Uni oʻqing, keyin javobingizni yuboring. Javobingiz saqlangan.

# Soʻrovlar
ask-title = Nimani tuzatish kerak?
ask-send = Yuborish
ask-open-already = Bu ishni allaqachon ochgansiz. U yerga istalgan vaqtda qoʻshimcha qilishingiz mumkin.
ask-to-case = Ishingizga oʻtish
ask-declare = Qayerda yashashingizni bildiring
ask-host-refuses = Uy egasi rozi emas
ask-host-refuses-text = Uy egasi roʻyxatda turishingizni xohlamayapti yoki pul soʻrayapti.
ask-host-refuses-true = Siz allaqachon roʻyxatdasiz. Buning uchun hech kimning roziligi kerak emas, hech kim pul talab qila olmaydi.
ask-host-refuses-then = Uy egasi nima deganini yoki qilganini ayting. Xodim uni eshitadi va sizga tasdiq kerak emasligini yozib qoʻyadi.
ask-host-refuses-reads = Uy egasini bilsak, unga xabar beriladi va u yozganlaringizni oʻqiydi. Undan qoʻrqsangiz, avval manzilingizni yashiring:
ask-host-refuses-words = Uy egasi nima dedi yoki nima qildi?
ask-host-refuses-declare = Avval qayerda yashashingizni bildiring. Bu bir necha daqiqa, uy egasining roziligi kerak emas.
ask-home-not-fit = Uyimni hozirgi holida roʻyxatga olib boʻlmaydi
ask-home-not-fit-text = Raqami yoki ruxsatnomasi yoʻq, yoxud qurilishi tugamagan.
ask-home-not-fit-true = Siz yashayotganingizni aytgan joyda roʻyxatdasiz. Uyning qandayligi buni oʻzgartirmaydi.
ask-home-not-fit-then = Nima yetishmasligini ayting. Xodim siz haqingizda emas, manzil haqida belgi qoʻyadi. Uy egasi hech narsa bilmaydi.
ask-home-not-fit-words = Uyingizda nima toʻsqinlik qilyapti?
ask-home-not-fit-declare = Avval qayerda yashashingizni bildiring, kerak boʻlsa oʻz soʻzingiz bilan. Raqamsiz manzil ham yetarli.
ask-correction = Yozuvimda xato bor, oʻzim tuzata olmayapman
ask-correction-text = Uni xodim tuzatadi. Unga qadar bu yozuvda koʻrinib turadi.
ask-correction-true = Deyarli hammasini oʻzingiz darhol tuzata olasiz.
ask-correction-then = Boʻlmasa, nima xato va toʻgʻrisi qandayligini yozing. Hal boʻlguncha yozuvni oʻqigan har kim belgini koʻradi.
ask-correction-words = Nima xato, toʻgʻrisi qanday?
ask-correction-alone = Oʻzim tuzataman
ask-appeal = Idora qilgan ishga qarshiman
ask-appeal-text = Ishdan tashqarida: yozuv, kechikish, rad javobi.
ask-appeal-true = Eʼtirozingizni buni qilgan odam emas, boshqasi oʻqib javob beradi.
ask-appeal-then = Ish boʻyicha qarorga shikoyat oʻsha ishning sahifasida qilinadi.
ask-appeal-words = Idora nima qildi, oʻrniga nima qilish kerak?
ask-look = Yozuvimni nega koʻrishganini bilmoqchiman
ask-look-text = Har bir koʻrishning yonida savol berish mumkin.
ask-late = Vaqtida ulgurmadim
ask-late-text = Sababini yozing. Uni odam oʻqiydi.

# Manzilni kim koʻradi
ask-address = Manzilingizni kim koʻradi
ask-address-text = Uy egasi ham, qarindoshlar ham, boshqalar ham sizni topmasligi uchun.
ask-address-lead = Manzilingizni hech kimga koʻrsatmaslik mumkin. Bu darhol kuchga kiradi. Isbot kerak emas.
ask-address-hides = Shu daqiqadan
ask-address-hides-host = Uy egasi uyida ismingizni koʻrmaydi. Uning uchun siz u yerda yoʻqdeksiz.
ask-address-hides-family = Oilangizdan hech kim yozuvingizni koʻrmaydi va siz uchun ish yuritmaydi.
ask-address-hides-others = Sizdan boshqa hech kim bu yozuvni koʻrmaydi va u uchun ish yuritmaydi.
ask-address-hides-results = Sizni hujjatingiz boʻyicha topishmaydi, birovning natijasi yoki tasdiqnomasida ham yoʻqsiz.
ask-address-hides-mail = Elektron xatlarda faqat oʻqiydigan narsa borligi aytiladi.
ask-address-changes = Bilib qoʻying
ask-address-changes-sign-in = Boshqa qurilmalardan chiqiladi. Eski kodlar va kirish kalitlari ishlamaydi. Yangisini shundan keyin darhol yasaysiz.
ask-address-changes-stays = Soʻzlaringizni xodim oʻqiydi. Qaror kuchga kirmaguncha manzilingiz yashirin qoladi.
ask-address-changes-given = Birovga bergan tasdiqnomalaringizda oʻsha kungi manzil qoladi.
ask-address-changes-back = Istalgan vaqtda uni yana koʻrsatish mumkin.
ask-address-mail = Biz { $email } manziliga yozamiz. Bu pochtani boshqa birov ham oʻqisa, avval uni almashtiring.
ask-address-no-mail = Elektron pochtangizni aytmagansiz. Xatlar sizni shu sahifalarda kutadi.
ask-address-change-mail = Elektron pochtani almashtirish
ask-address-along = Siz bilan yana kim yashirinsin?
ask-address-along-hint = Manzilingizdagi ularning ismi qayerdaligingizni bildirib qoʻyishi mumkin. Ular uchun ish yuritishda davom etasiz.
ask-address-words = Nega? Boʻsh qoldirish mumkin
ask-address-words-hint = Buni faqat shu ish bilan shugʻullanadigan xodimlar oʻqiydi.
ask-address-no-words = Manzilimni hech kimga koʻrsatmasligingizni soʻrayman.
ask-address-button = Manzilimni hozir yashirish
ask-address-is-hidden = Manzilingiz hech kimga koʻrsatilmaydi.
ask-address-show = Yana koʻrinsin
ask-address-done = Manzilingiz hech kimga koʻrsatilmaydi
ask-address-done-now = Bu hozirdan kuchda. Hech narsani kutish shart emas.
ask-address-done-keep = Shunday qolishi uchun
ask-address-done-codes = Yangi kodlar yasash
ask-address-done-codes-text = Eskilari endi ishlamaydi. Yangisi boʻlmasa, faqat shu qurilmadan kirasiz.
ask-address-done-mail = Elektron pochtangizni tekshiring
ask-address-done-looks = Kim koʻrganini bilish
ask-address-done-looks-text = Yozuvingizni kim ochsa, sizga koʻrinadi.
protection-along = Manzili hech kimga koʻrsatilmaydigan odam bilan birga yashaydi.

# Ish tufayli boshqa sahifalarda nima deyiladi
record-disputed = Bahsli
record-disputed-text = Bu roʻyxatga eʼtiroz bildirilgan. Hech narsa oʻzgarmadi: u kuchda, barcha huquqlar saqlanadi.
record-under-correction = Tuzatilmoqda
record-under-correction-text = Bu yozuvda nimadir tuzatilmoqda. Boshqa hech narsa oʻzgarmadi.
record-to-cases = Ishlaringizga oʻtish
record-decided = Qaror bilan tugagan: { $day }
record-decided-next = Shu mamlakatda yashayotgan boʻlsangiz, hozir qayerda yashashingizni bildiring.
record-decided-case = Qaror, uning sabablari va qanday shikoyat qilish
record-died = Vafot tufayli tugagan: { $day }
record-hidden = Hech kimga koʻrsatilmaydi
record-card-cases = Ishlarim
record-card-cases-text = Roʻyxatingiz haqida nima deyilgan va nima qila olasiz.
record-card-ask = Biror narsani tuzatish
record-card-ask-text = Uy egasi rozi emas, uy bitmagan, xato bor, sizni topishmasligi kerak.
declared-ask = Uy egasi rozi emasmi yoki uyda biror muammo bormi?
data-cases = Ishlaringiz
data-ended-moved = { $day }gacha, keyin koʻchgan
data-ended-left = { $day }gacha, keyin joʻnab ketgan
data-ended-decided = { $day }gacha, qaror bilan tugagan
data-ended-died = { $day }gacha

# Xatlar
msg-quiet-subject = Siz uchun xabar bor
msg-quiet-body = Sahifalaringizda yangi xabar bor: { $link }
msg-case-gone-subject = { $number }-ish tugadi
msg-case-gone-body = Siz uchun hal qiladigan narsa qolmadi: { $case }.

    Ish tugadi. Hech narsa qilishingiz shart emas.
msg-shown-again-subject = Manzilingiz yana koʻrinadi
msg-shown-again-body = Ilgari manzilingizni hech kim koʻrmasdi. Siz u yana koʻrinishini soʻradingiz. Uy egasi uyida ismingizni koʻradi.

    Bu notoʻgʻri boʻlsa, uni darhol yana yashiring: { $link }
msg-case-appealed-own-subject = Shikoyatingiz keldi: { $number }-ish
msg-case-appealed-own-body = Siz shikoyat qildingiz: «{ $case }».

    U koʻrilmaguncha hech narsa kuchga kirmaydi. Hammasini avval qaror qilmagan odam qayta oʻqiydi.
    Uni istalgan vaqtda qaytarib olishingiz mumkin: { $link }
msg-case-decided-above-subject = { $number }-ish boʻyicha shikoyat koʻrildi
msg-case-decided-above-body = Shikoyatlarni koʻruvchilar qaror qildi: «{ $case }».

    Qaror: { $outcome }
    Nega: { $words }

    U hali kuchga kirmagan. Sudga murojaat qilishingiz mumkin. Muddat sahifada: { $link }
msg-case-decided-court-subject = Sud qaror qildi: { $number }-ish
msg-case-decided-court-body = Sud qaror qildi: «{ $case }».

    Qaror: { $outcome }
    { $words }

    Bu yerda boshqa shikoyat qabul qilinmaydi. Hammasi shu yerda: { $link }
msg-case-ended-subject = Roʻyxatingiz tugadi: { $number }-ish
msg-case-ended-body = Qaror endi kuchda: «{ $case }».

    { $outcome }

    Istalgan vaqtda yana manzil bildirishingiz mumkin.
    Vaqtida shikoyat qila olmagan boʻlsangiz, sababini ayting: { $office }. Vaqt qaytadan berilishi mumkin.
    Hammasi shu yerda: { $link }
