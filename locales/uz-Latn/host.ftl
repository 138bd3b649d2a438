# Homes
homes-title = Uylaringiz
homes-lead = Uyingizni necha kishi bildirganini, ularning ismini va qachondan beri yashashini koʻrasiz. Boshqa hech narsani koʻrmaysiz.
homes-they-see = Siz qachon koʻrganingiz har bir kishiga koʻrinadi.
homes-open = Uni kim bildirganini koʻrish
homes-none = Yozuvingizga hech qanday uy bogʻlanmagan.
homes-how = Uyingizda boshqalar yashasa, uni qoʻshishingiz mumkin. Shunda uni kim bildirganini koʻrasiz.
homes-one-title = Uyingiz
homes-invite = Uni bildirishga taklif qilish
homes-give-up = U endi meniki emas
homes-add = Uy qoʻshish
homes-letters = Yoʻldagi xatlar
homes-letter-waits = Xat tez orada chop etiladi.
homes-letter-sent = { $day } kuni yuborilgan.
homes-type-code = Xatdagi kodni kiritish
home-proof-letter = Manzilga kelgan xat bilan koʻrsatilgan.
home-proof-extract = Koʻchmas mulk reyestridan koʻchirma bilan koʻrsatilgan.
home-count =
    { $n ->
        [0] Bu uyni boshqa hech kim bildirmagan.
       *[other] Bu uyni { $n } kishi bildirgan.
    }
home-seen = Koʻrganingiz endi bu odamlarning har biriga koʻrinadi.
home-say = Javob berish
home-asked = Soʻragansiz
home-whole = Siz butun uyni, undagi har bir xonadon va xonani koʻrasiz.
home-exact = Siz faqat shu uyni koʻrasiz, undagi alohida xonadon va xonalarni emas. Koʻchmas mulk reyestridan koʻchirma bilan ularni ham koʻrasiz.

# What a registration is not
host-plain-title = Bu uyimga huquq beradimi?
hosts-no-right-title = Bu uyingizga huquq bermaydi
host-no-right = Roʻyxat uyga hech qanday huquq bermaydi. U odam qayerda yashashini aytadi, xolos.
host-liability = Manzil sotish uchun uni sotgan javob beradi. Siz ham, aldanib sotib olgan ham emas.

# For hosts: what it means
hosts-title = Kimdir manzilimni bildirdi
hosts-lead = Hech narsa qilish shart emas. Biror narsa aytmoqchi boʻlsangiz, bu ikki daqiqa oladi.
hosts-letter = Menda kodli xat bor
hosts-letter-text = Bitta yozuvni koʻrasiz va javob berasiz. Hisob kerak emas.
hosts-homes = Uylarim
hosts-homes-text = Uyingizni necha kishi bildirganini koʻrish yoki kimnidir taklif qilish uchun kiring.
hosts-then-title = Nima deya olasiz va keyin nima boʻladi
hosts-then-1 = «Shu yerda yashaydi»: bu odamga xabar beriladi. Unga yordam boʻladi, lekin hech narsa bunga bogʻliq emas.
hosts-then-2 = «Bu odamni tanimayman» yoki «koʻchib ketgan»: idora undan soʻraydi va ikkovingizni ham tinglaydi.
hosts-then-3 = Soʻzingizning oʻzi hech narsani oʻzgartirmaydi. Ikki xodim sababini yozib hal qiladi, har kim shikoyat qila oladi.
hosts-then-4 = Hech narsa demasangiz: bu hech narsani anglatmaydi.
hosts-see-title = Siz nimani koʻrasiz, ular nimani koʻradi
hosts-see = Siz ism va qachondan beri yashashini koʻrasiz. Odam har bir koʻrishingizni koʻradi.

# The question about one entry
host-knock-title = Sizdan kimningdir qayerda yashashini tasdiqlash soʻralmoqda
host-knock-text = Bu havolani sizga oʻsha odam koʻrsatgan. Keyingi sahifada uning ismi va manzili bor.
host-knock-seen = Uni qachon ochganingiz oʻsha odamga koʻrinadi.
host-q-page = Uyingizdagi bitta yozuv
host-q-title = { $name } shu yerda yashaydimi?
host-q-legend = Nima demoqchisiz?
host-q-hint = Javob berish shart emas. Jim turishdan hech narsa kelib chiqmaydi.
host-q-error = Nima demoqchi ekaningizni tanlang
host-q-seen = Buni qachon koʻrganingiz oʻsha odamga koʻrinadi.
host-say-lives-here = Shu yerda yashaydi
host-say-lives-here-hint = Bu odamga xabar beriladi. Sizni hech narsaga majbur qilmaydi.
host-say-dont-know = Bu odamni tanimayman
host-say-dont-know-hint = Idora avval oʻsha odamdan soʻraydi.
host-say-moved-out = Koʻchib ketgan
host-say-moved-out-hint = Idora avval oʻsha odamdan soʻraydi.
host-why-dont-know = Bilishingizcha, uyingizda kim yashaydi?
host-why-moved-out = U qachon koʻchib ketgan va buni qayerdan bilasiz?
host-why-hint = U yerda kim yashaydi, qachondan beri, oʻzingiz nimani koʻrgansiz. Bir necha gap yetarli.
host-why-nothing-changes = Buning oʻzi hech narsani oʻzgartirmaydi. Odam roʻyxatda qoladi va undan soʻraladi.
host-why-read-by-them = Yozganingizni oʻsha odam oʻqiydi. Siz uning javobini oʻqiysiz.
host-why-name = Ismingiz
host-why-name-hint = Idora va oʻsha odam buni kim aytayotganini biladi.
host-why-email = Elektron pochtangiz, xohlasangiz
host-why-email-hint = Javob sizga yetib borishi uchun. Usiz kod bilan qaytasiz.
host-why-email-error = Pochta manzilini toʻliq yozing, masalan name@mail.example, yoki boʻsh qoldiring
host-why-send = Yuborish
host-thanks-title = Rahmat
host-thanks-text = Tasdiqlaganingiz oʻsha odamga aytiladi. Boshqa hech narsa qilish kerak emas.
host-thanks-back = Uyga qaytish
host-asked-title = Savolingiz idorada
host-asked-text = Hozircha hech narsa oʻzgarmadi. Aytganingiz oʻsha odamga yetkaziladi va u javob beradi.
host-asked-then = Keyin xodim ikkovingizni tinglaydi. Istalgan paytda soʻzingizni qaytarib olishingiz mumkin.
host-asked-read = Davomini oʻqish
host-codes-title = Qaytish uchun kodlaringiz
host-codes-text = Ularni hozir yozib oling yoki sahifani chop eting. Ular faqat bir marta koʻrsatiladi.

# A link that leads nowhere, and one's own
host-door-nothing-title = Bu yerda javob beradigan narsa yoʻq
host-door-nothing = Havola ishlatilgan, muddati oʻtgan yoki qaytarib olingan. Hech narsa qilish shart emas.
host-door-own-title = Uy egasi shuni koʻradi
host-door-own = Bu izohni faqat siz koʻrasiz. Uy egasi savol va uchta javobni koʻradi.

# The code of a letter
host-letter-title = Sizga qaysi xat keldi?
host-letter-text = Xatda chop etilganini kiriting. Hisob kerak emas.
host-letter-number = Xat raqami
host-letter-number-hint = Oʻn ikkita harf va raqam, masalan ABCD-EFGH-JKMN.
host-letter-code = Kod
host-letter-code-hint = U raqam ostida turadi.
host-letter-mistyped = Bu yerda xato yozilgan. Har bir harfni qogʻoz bilan solishtiring. Bu notoʻgʻri kod deb hisoblanmaydi.
host-letter-wrong = Bu raqam va bu kod bir-biriga mos emas. Besh marta notoʻgʻri koddan keyin xat ishlamay qoladi. Idora yangisini yuborishi mumkin.
host-letter-used = Bu xat allaqachon ishlatilgan.
host-letter-too-old = Bu xat juda eski. Idora yangisini yuborishi mumkin.
host-letter-gone = Bu xat soʻragan narsa endi yoʻq. Hech narsa qilish shart emas.
host-letter-sign-in-title = Avval kiring
host-letter-sign-in = Bu xat uyni uni soʻragan yozuvga qoʻshadi. Oʻsha yozuvga kiring, keyin kodni yozing.

# Adding a home
home-add-title = Qaysi uy sizniki?
home-add-how-letter = Manzilga kodli xat yuboramiz. Kodni kiriting, uy roʻyxatingizga qoʻshiladi.
home-add-how-extract = Koʻchmas mulk reyestridan koʻchirmani va undagi ismni koʻring.
home-add-how-office = Idoraga koʻchmas mulk reyestridan koʻchirma bilan keling. Xodim uyni qoʻshib beradi.
home-add-no-register = Bu yerda tanlash uchun manzillar reyestri yoʻq.
home-add-address = Uy manzili
home-add-flat-hint = Eshikdagidek. Butun uy sizniki boʻlsa, boʻsh qoldiring.
home-add-room-hint = Faqat butun xonadon emas, bitta xona sizniki boʻlsa.
home-add-flat-missing = Xonadon raqamini yozing: butun uyga kelgan xatni har kim olishi mumkin
home-add-letter-what = Xatda hech kimning ismi yoʻq. Uyni bildirganlarga soʻraganingiz aytilmaydi.
home-add-letter-button = Xat yuborilsin
home-add-extract-whole = Koʻchirma bilan odam bu uydagi hammani koʻradi. Xonadon raqamisiz bu butun uydir.
home-add-extract-seen = Koʻchirmani koʻrdingizmi?
home-add-extract-yes = Koʻrdim, unda qabulimdagi kishining ismi bor
home-add-extract-error = Koʻchirmani koʻrganingizni belgilang yoki xatni tanlang
home-add-extract-button = Uyni qoʻshish
home-add-too-many = Uchta xat allaqachon yoʻlda. Avval ularni ishlating.
home-asked-title = Bu manzilga xat keladi
home-asked-text = Unda raqam va kod bor. Ularni xat sanasidan 60 kun ichida shu yerda kiriting.

# Giving a home up
home-give-up-title = Bu uy endi sizniki emasmi?
home-give-up-text = Uni kim bildirganini endi koʻrmaysiz, unga taklif havolalaringiz ishlamay qoladi.
home-give-up-cases = Idoradan kimdir haqida soʻraganingiz davom etadi. Uni oʻsha yerda qaytarib olasiz.
home-give-up-button = Endi meniki emas
home-give-up-not = Hali ham meniki

# Inviting
invite-title = Bu uyni bildirishga taklif qilish
invite-text = Siz havola olasiz: u shu manzil kiritilgan arizani boshlaydi.
invite-they-decide = Odam hammasini oʻzi hal qiladi va oʻzgartira oladi. Havolani kim ishlatgani sizga aytilmaydi.
invite-button = Havola yaratish
invite-rooms = Xonalar yoki xonadonlar roʻyxati
invite-made-title = Taklifingiz
invite-how-long = Havola 180 kun ishlaydi. Uzaytirish uchun qayta yarating: u oʻzgarmaydi.
invite-qr-alt = Taklif havolasi kodi
invite-qr-caption = Boshlash uchun telefon bilan skanerlang.
rooms-title = Qanday xonalaringiz bor?
rooms-text = Yotoqxonalar, ish beruvchilar va bir necha xona beruvchilar uchun. Har kim oʻzi bildiradi.
rooms-names = Roʻyxatda nima bor?
rooms-names-rooms = Xonalar
rooms-names-flats = Xonadonlar
rooms-list = Roʻyxat
rooms-list-hint = Har qatorda bittadan. Bir necha oʻrin boʻlsa, nuqtali verguldan keyin sonini yozing: 101;3. Jadvaldan qoʻyish mumkin.
rooms-no-names = Ismlarsiz: kim qayerda yashashini har kim oʻzi aytadi.
rooms-button = Havolalar yaratish
rooms-made-title = Xonalaringiz havolalari
rooms-pdf = Chop etib qirqiladigan varaq (PDF)
rooms-beds =
    { $n ->
       *[other] { $n } oʻrin
    }
rooms-sheet-title = Qayerda yashashingizni bildirish havolalari
rooms-sheet-lead = Chiziqlar boʻylab qirqing va har kimga oʻz xonasi qogʻozini bering. Undan foydalanish shart emas.
rooms-sheet-footer = Bu havolalarda manzil bor, ism yoʻq. Ular 180 kun ishlaydi.
rooms-slip-caption = Boshlash
rooms-slip-text = Shu yerda yashashingizni aytish uchun telefon bilan skanerlang. Hammasini oʻzingiz hal qilasiz.
rooms-error-line = { $line }-qator: { $what }
rooms-error-empty = Kamida bitta xona yozing
rooms-error-too-large = Roʻyxat juda uzun. Uni boʻlib yuboring
rooms-error-too-many-rooms = Bir marta koʻpi bilan 500 xona. Roʻyxatni boʻlib yuboring
rooms-error-too-many-slips = Bir marta koʻpi bilan 1000 oʻrin. Roʻyxatni boʻlib yuboring
rooms-error-name = koʻpi bilan 20 belgili xona raqamini yozing
rooms-error-beds = xonadan keyin 1 dan 20 gacha son yozing
rooms-error-columns = xona, nuqtali vergul va son yozing, boshqa hech narsa
rooms-error-twice = bu xona yuqorida bor
invited-title = Qayerda yashashingizni bildirishga taklif
invited-text = Bu manzil siz uchun yozib qoʻyilgan. Hali hech narsa bildirilmagan.
invited-you-decide = Hammasini oʻzingiz hal qilasiz. Boshqa manzil yozishingiz yoki davom etmasligingiz mumkin.
invited-host-sees = Uni bildirsangiz, uy egasi ismingizni va qachondan beri yashashingizni koʻradi. Boshqa hech narsani.
invited-button = Boshlash
invited-nothing-title = Bu taklif endi ishlamaydi
invited-nothing = Taklif kerak emas. Qayerda yashashingizni istalgan paytda bildira olasiz.
invited-without = Taklifsiz bildirish

# What a resident shows to their host
my-host-title = Uy egasiga koʻrsatish
my-host-lead = Uy egasi bir bosishda shu yerda yashashingizni tasdiqlashi mumkin. Bu shart emas: usiz ham roʻyxatdasiz.
my-host-spelling = Qaysi ismni koʻrsatasiz?
my-host-spelling-error = Koʻrsatiladigan ismni tanlang
my-host-show = Uy egasi uchun havola yaratish
my-host-show-this = Buni uy egasiga koʻrsating
my-host-it-shows = U manzilingizni, qachondan beri yashashingizni va shu ismni koʻradi:
my-host-until = U bitta javob uchun, { $day } kunigacha ishlaydi. Har bir ochilishini koʻrasiz.
my-host-withdraw = Havolani qaytarib olish
my-host-qr-alt = Uy egasi uchun havola kodi
my-host-qr-caption = Uy egasi buni telefoni bilan skanerlaydi.
my-host-hidden = Manzilingiz himoyalangan. Uni hech kimga koʻrsatib boʻlmaydi.
my-host-no-registration = Hali manzil bildirmagansiz. Koʻrsatadigan narsa yoʻq.
my-host-not-listed = Manzilingiz hali rasmiy reyestrda yoʻq. Topilgach, uni koʻrsata olasiz.
my-host-letter = Manzilingizga xat
my-host-letter-waits = Uyingiz egasi nomaʼlum, shuning uchun u yerga xat boradi. Unda ismingiz yoʻq. Hech narsa qilish shart emas.
my-host-letter-sent = Manzilingizga { $day } kuni xat yuborilgan. Unda ismingiz yoʻq. Hech narsa qilish shart emas.
my-host-letter-answered = Xatni olgan kishi javob berdi. Sizga tegishli narsa boʻlsa, xabarlaringizda turadi.
my-host-words = Uy egasi nimani tasdiqlagan
my-host-said = { $day }: siz shu yerda yashaysiz. { $door }
my-host-door-home = Buni uy oʻziniki ekanini koʻrsatgan ega aytgan.
my-host-door-link = Buni havolani koʻrsatgan kishingiz aytgan.
my-host-door-letter = Buni manzilga kelgan xatni olgan kishi aytgan.
my-host-keep-why = Buni yozuvingizga qoʻshishingiz mumkin. Manzilingiz bahsli boʻlsa, idora uni oʻqiydi.
my-host-keep = Yozuvimga qoʻshish
my-host-drop = Tashlab yuborish
my-host-kept = Bu yozuvingizda bor.
my-host-refuses = Uy egasi xohlamayaptimi? Qayta soʻrash shart emas. Roʻyxatda qolasiz.
record-card-host = Uy egasiga koʻrsatish
record-card-host-text = Xohlasangiz, u tasdiqlashi uchun.
act-host-confirmed = Uy egasining tasdigʻi qoʻshildi

# Letters to addresses, for clerks
menu-letters = Chop etiladigan xatlar
letters-title = Chop etiladigan xatlar
letters-waiting =
    { $n ->
        [0] Navbatda xat yoʻq.
       *[other] Navbatda { $n } ta xat bor.
    }
letters-off = Bu idora uy egalariga xat yubormaydi.
letters-once = Har bir xat bir marta chop etiladi: kodi hech qayerda saqlanmaydi. Unda ism yoʻq.
letters-print = Keyingi xatni chop etish
letters-again = Hozir nechta qoldi?

# What stands in a letter
letter-entry-title = Kimdir shu manzilni bildirdi
letter-entry-addressee = Shu uyning egasiga yoki uni ijaraga beruvchiga
letter-entry-what = Kimdir shu manzilda yashashini bildirdi. Quyidagi kod bilan uning ismini va qachondan beri yashashini koʻrasiz.
letter-entry-then = Siz aytishingiz mumkin: shu yerda yashaydi, tanimayman yoki koʻchib ketgan. Buning oʻzi hech narsani oʻzgartirmaydi: avval odamdan soʻraladi.
letter-entry-short = Kimdir shu manzilda yashashini bildirdi. Kimligini koʻrib, taniysizmi, aytishingiz mumkin. Bu shart emas.
letter-home-title = Bu uy siznikimi?
letter-home-addressee = Shu xatni soʻragan kishiga
letter-home-what = Kimdir bu uy oʻziniki ekanini koʻrsatish uchun shu xatni soʻradi. Bu siz boʻlsangiz, kodni quyidagi sahifada kiriting.
letter-home-then = Bu siz boʻlmasangiz, xatni tashlab yuboring. Kodsiz hech narsa boʻlmaydi.
letter-home-short = Kimdir bu uy oʻziniki ekanini koʻrsatish uchun shu xatni soʻradi. Bu siz boʻlmasangiz, uni tashlab yuboring.
letter-need-not = Hech narsa qilish shart emas. Jim turishdan hech narsa kelib chiqmaydi.
letter-how = Kod
letter-date = Sana
letter-page = Sahifa
letter-number = Xat raqami
letter-until = Amal qiladi
letter-short-how = Sahifa, raqam va kod yuqorida turadi. Sahifa shu tilda ham bor.
host-letter-qr-alt = Shu xatning sahifasi, raqami va kodi
host-letter-qr-caption = Telefon bilan skanerlang, hech narsa yozish kerak boʻlmaydi.
host-letter-footer = Bu xatda ism yoʻq. Besh marta notoʻgʻri koddan keyin u ishlamaydi.

# Messages
msg-host-confirmed-subject = Uy egasi shu yerda yashashingizni tasdiqladi
msg-host-confirmed-body = Uy egasi manzilingizda yashashingizni tasdiqladi. Bu shart emas edi.

    Buni yozuvingizga qoʻshishingiz yoki tashlab yuborishingiz mumkin:
    { $link }
msg-host-kept-subject = Yozuvingizga uy egasining tasdigʻi qoʻshildi
msg-host-kept-body = Oldin u yozuvda yoʻq edi. Endi uy egasi qayerda yashashingizni tasdiqlagani yozilgan.
    Kim kiritdi: { $who }. Sababi: qayerda yashashingizni koʻrsatish uchun.

    Uni koʻrish yoki eʼtiroz bildirish:
    { $link }
msg-home-shown-subject = Roʻyxatingizga uy qoʻshildi
msg-home-shown-body = Oldin bu uy roʻyxatingizda yoʻq edi. Endi bu manzilni kim bildirganini koʻrasiz:
    { $address }

    Kim kiritdi: { $by }. Sababi: { $how }

    Bu notoʻgʻri boʻlsa, roʻyxatingizda undan voz keching yoki idoraga ayting:
    { $link }

    Roʻyxat uyga huquq bermaydi.
home-shown-by-you = oʻzingiz
msg-home-shown-again-subject = Yana kimdir uyingiz oʻziniki ekanini koʻrsatdi
msg-home-shown-again-body = Yana kimdir bu uy oʻziniki ekanini koʻrsatdi: { $address }

    Sizdan hech narsa olinmadi. Uni kim bildirganini hali ham koʻrasiz.

    Uni sotgan boʻlsangiz, shu yerda voz keching:
    { $link }

    Sotmagan boʻlsangiz, idoraga ayting.
msg-home-given-up-subject = Uydan voz kechdingiz
msg-home-given-up-body = Bu uy endi roʻyxatingizda yoʻq: { $address }

    Bu notoʻgʻri boʻlsa, uni qayta qoʻshing:
    { $link }
