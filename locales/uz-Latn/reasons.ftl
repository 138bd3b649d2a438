# Qarorni boshlash mumkin boʻlgan soʻzlar. Idora tilida va odamning tilida yuboriladi.

# A host does not know the person
reason-stranger-nothing-changes-1-facts = Yashovchi shu manzilda yashaydi. Uy egasi uyni boshqa odam orqali bergan.
reason-stranger-nothing-changes-1-why = Roʻyxat odam qayerda yashashini bildiradi, u esa shu yerda yashaydi. U uyga huquq bermaydi.
reason-stranger-nothing-changes-2-facts = Uy egasining soʻzidan boshqa ishda yashovchi boshqa joyda yashashini koʻrsatadigan narsa yoʻq.
reason-stranger-nothing-changes-2-why = Ariza boshqasi koʻrsatilmaguncha toʻgʻri hisoblanadi. Unga qarshi bitta soʻz yetarli emas.
reason-stranger-nothing-changes-3-facts = Yashovchi uy haqidagi hujjatni koʻrsatdi, uy egasi unga javob bermadi.
reason-stranger-nothing-changes-3-why = Yashovchi koʻrsatgani uning arizasiga mos keladi. Ishda bunga qarshi narsa yoʻq.
reason-stranger-registration-ends-1-facts = Uy bu vaqt davomida boshqaga berilgan. Yashovchi u yerda yashamagan.
reason-stranger-registration-ends-1-why = Roʻyxat odam qayerda yashashini bildiradi. Hamma eshitildi, u shu yerda yashashi koʻrsatilmadi.
reason-stranger-registration-ends-2-facts = Yashovchi manzil uchun pul toʻlaganini va u yerda yashamaganini aytadi.
reason-stranger-registration-ends-2-why = Buni yashovchining oʻzi aytadi. U istalgan vaqtda yashash joyini bildira oladi va hech narsa yoʻqotmaydi.

# A host says that the person moved out
reason-moved-out-nothing-changes-1-facts = Yashovchi hali ham shu manzilda yashaydi. U bir muddat boshqa joyda boʻlgan.
reason-moved-out-nothing-changes-1-why = Vaqtincha ketgan odam koʻchib ketmagan. Yoʻqlik hech narsani isbotlamaydi.
reason-moved-out-nothing-changes-2-facts = Uy egasining soʻzidan boshqa ishda yashovchi koʻchib ketganini koʻrsatadigan narsa yoʻq.
reason-moved-out-nothing-changes-2-why = Roʻyxat odamning oʻz soʻzi yoki dalil bilan tugaydi. Ikkalasi ham yoʻq.
reason-moved-out-registration-ends-1-facts = Yashovchi koʻchib ketganini aytadi. Hozir qayerda yashashini oʻzi biladi.
reason-moved-out-registration-ends-1-why = Buni yashovchining oʻzi aytadi. U yangi manzilni istalgan vaqtda bildira oladi.
reason-moved-out-registration-ends-2-facts = Uy yashovchi imzolagan hujjat bilan qaytarilgan. U yerda boshqa odam yashaydi.
reason-moved-out-registration-ends-2-why = Yashovchiga ikki yoʻl bilan aytildi, javobga toʻliq vaqt boʻldi, hujjat ham shuni koʻrsatadi.

# A field is said to be wrong
reason-correction-field-corrected-1-facts = Koʻrsatilgan hujjatda odam soʻragan maʼlumot turibdi.
reason-correction-field-corrected-1-why = Yozuvda toʻgʻrisi turishi kerak. Avvalgisi uning tarixida qoladi.
reason-correction-field-corrected-2-facts = Xato qabulda qilingan. Odam toʻgʻri aytgan.
reason-correction-field-corrected-2-why = Xatoni idora qilgan, idora tuzatadi. Odam hech narsani isbotlashi shart emas.
reason-correction-nothing-changes-1-facts = Yozuvda koʻrsatilgan hujjatdagining oʻzi turibdi.
reason-correction-nothing-changes-1-why = Ishda boshqa maʼlumot yoʻq. Boshqa hujjat bilan istalgan vaqtda yana soʻrash mumkin.
reason-correction-nothing-changes-2-facts = Bu maʼlumotni odam oʻz sahifalarida oʻzi oʻzgartira oladi.
reason-correction-nothing-changes-2-why = Buning uchun qaror kerak emas. Sahifada boʻlmasa, qabulda yordam berishadi.

# An address that the register lacks
reason-unlisted-address-accepted-1-facts = Uy odam aytgan joyda turibdi. Reyestrda u hali yoʻq.
reason-unlisted-address-accepted-1-why = Reyestrdagi kamchilik odamning aybi emas. Uning soʻzi qayerda yashashini bildiradi.
reason-unlisted-address-accepted-2-facts = Odamga u aytgan joyda xat yetib boradi.
reason-unlisted-address-accepted-2-why = Roʻyxat uchun xat yetib boradigan joy kerak. Bu shunday joy.
reason-unlisted-address-matched-1-facts = Odam aytgan joy reyestrda boshqa nom bilan bor.
reason-unlisted-address-matched-1-why = Bu oʻsha joy. Roʻyxat birinchi kunidan davom etadi.
reason-unlisted-address-matched-2-facts = Reyestrning oxirgi nashrida bu uy bor.
reason-unlisted-address-matched-2-why = Endi reyestr bu joyni nomlaydi, yozuv ham uni shunday nomlaydi.
reason-unlisted-nothing-changes-1-facts = Odam yozgan maʼlumot bilan joyni topib boʻlmadi.
reason-unlisted-nothing-changes-1-why = Ariza kuchda qoladi. Yana bir necha soʻz yoki xat surati yordam berardi.
reason-unlisted-nothing-changes-2-facts = Odam shu orada boshqa manzilni bildirgan yoki bildirmoqchi.
reason-unlisted-nothing-changes-2-why = Aniqlaydigan narsa qolmadi. Bildirilgani oʻz holicha qoladi.

# A crowded address
reason-crowded-nothing-changes-1-facts = Manzilda uni koʻrsatganlarga yetadigan xona bor.
reason-crowded-nothing-changes-1-why = Bu son tushunarli. Hech kimdan hech narsa soʻralmaydi.
reason-crowded-nothing-changes-2-facts = Koʻrsatganlarning biri ketgan, boshqasi kelgan. Ular bir vaqtda yashamagan.
reason-crowded-nothing-changes-2-why = Arizalar soni odamlar soni emas. Belgilaydigan narsa yoʻq.
reason-crowded-address-marked-1-facts = Manzilda uni koʻrsatgan odamlardan kamroq xona bor. Uy egasi eshitildi.
reason-crowded-address-marked-1-why = Uni keyingi koʻrsatgan odamga bitta savol beriladi. Hech kimning roʻyxati oʻzgarmaydi.
reason-crowded-address-marked-2-facts = Uy egasi manzilni u yerda yashamaganlar koʻrsatganini aytadi.
reason-crowded-address-marked-2-why = Manzil haqidagi belgi yangi kelganlarni uni sotib olishdan saqlaydi. U birov haqida emas.

# An address that may be no home
reason-non-residential-nothing-changes-1-facts = Manzilda odamlar yashaydi. Reyestrda uning vazifasi notoʻgʻri yoki koʻrsatilmagan.
reason-non-residential-nothing-changes-1-why = Muhimi u yerda kimdir yashashi, yashaydi ham.
reason-non-residential-nothing-changes-2-facts = Uyning bir qismi idora, boshqa qismida yashashadi.
reason-non-residential-nothing-changes-2-why = Uyda ikkalasi ham boʻlishi mumkin. Arizalar yashaladigan qismiga mos.
reason-non-residential-address-marked-1-facts = Uy buzilgan yoki unda yashab boʻlmaydi. Uy egasi eshitildi.
reason-non-residential-address-marked-1-why = Uni keyingi koʻrsatgan odamga bitta savol beriladi. Hech kimning roʻyxati oʻzgarmaydi.
reason-non-residential-address-marked-2-facts = Manzilda idora yoki ustaxona bor, yashaydigan xona yoʻq.
reason-non-residential-address-marked-2-why = Manzil haqidagi belgi yangi kelganlarni saqlaydi. U birov haqida emas.

# Two records
reason-possible-duplicate-nothing-changes-1-facts = Bular ikki odam. Bitta raqam xato yozilgan.
reason-possible-duplicate-nothing-changes-1-why = Ikki odamda ikki yozuv. Oʻzingiznikidagi raqamni tekshiring, xato boʻlsa tuzating.
reason-possible-duplicate-nothing-changes-2-facts = Ishda ikki yozuv bir odam haqida ekanini koʻrsatadigan narsa yoʻq.
reason-possible-duplicate-nothing-changes-2-why = Yozuvlar faqat bir odamniki ekani aniq boʻlsa birlashtiriladi. Bu aniq emas.
reason-possible-duplicate-records-merged-1-facts = Odam ikkala yozuv ham oʻziniki ekanini aytadi, ikkalasida bitta hujjat.
reason-possible-duplicate-records-merged-1-why = Buni odamning oʻzi aytadi. Yozuvlarni istalgan vaqtda yana ajratish mumkin.
reason-possible-duplicate-records-merged-2-facts = Ism, tugʻilgan sana va hujjat bir xil, hujjatning oʻzi koʻrilgan.
reason-possible-duplicate-records-merged-2-why = Hammasi bir odamga mos, qarshi hech narsa aytilmadi. Yozuvlarni yana ajratish mumkin.

# A question about a look
reason-look-look-explained-1-facts = Yozuv ish boʻyicha, shu ishning maqsadi bilan ochilgan.
reason-look-look-explained-1-why = Ishni yurituvchi unga kerakli narsani oʻqishi mumkin. Nimalar koʻrsatilganini koʻrasiz.
reason-look-look-explained-2-facts = Yozuv siz qabulda boʻlganingizda ochilgan.
reason-look-look-explained-2-why = Qabulda yozuv faqat odamning oʻz kodi yoki hujjati bilan ochiladi.
reason-look-look-wrong-1-facts = Ishda yozuv nega ochilganini koʻrsatadigan narsa yoʻq.
reason-look-look-wrong-1-why = Yozuvni sababsiz ochish mumkin emas. Koʻrgan odamning rahbariga aytiladi.
reason-look-look-wrong-2-facts = Yozuv boshqasining oʻrniga xato bilan ochilgan.
reason-look-look-wrong-2-why = Xato sabab emas. U roʻyxatingizda qoladi, rahbarga aytiladi.
reason-look-nothing-changes-1-facts = Bu savolga boshqa ishda javob berilgan.
reason-look-nothing-changes-1-why = U yerda aytilgani bu koʻrishga ham tegishli.
reason-look-nothing-changes-2-facts = Buni odamning oʻzi boshqa qurilmada koʻrgan.
reason-look-nothing-changes-2-why = Yozuvni boshqa hech kim ochmagan. Ikkilansangiz, boshqa kirishlarni tugating.

# A reason for being late
reason-late-reason-late-excused-1-facts = Odam kasal boʻlgan, kela olmagan ham, sahifani ocha olmagan ham.
reason-late-reason-late-excused-1-why = Hech narsa qila olmagan odamdan muddat talab qilib boʻlmaydi.
reason-late-reason-late-excused-2-facts = Sahifa yoki idora oʻz vaqtida ishlamagan.
reason-late-reason-late-excused-2-why = Bizning tomondagi nosozlik odamning kechikishi emas.
reason-late-reason-nothing-changes-1-facts = Sababdan oʻsha kunlari nima xalaqit bergani koʻrinmaydi.
reason-late-reason-nothing-changes-1-why = Roʻyxat baribir kuchda. Istalgan vaqtda qoʻshimcha aytish mumkin.
reason-late-reason-nothing-changes-2-facts = Ariza vaqtida berilgan. Kechiradigan narsa yoʻq.
reason-late-reason-nothing-changes-2-why = Eng koʻp vaqt beradigan qoida boʻyicha kun hali oʻtmagan edi.

# An objection to the office
reason-appeal-granted-1-facts = Idora ish qilishdan oldin odamni eshitmagan.
reason-appeal-granted-1-why = Tegishli odam avval eshitiladi. Busiz qilingani bekor qilinadi.
reason-appeal-granted-2-facts = Idora yozganida xato qilgan.
reason-appeal-granted-2-why = Idoraning xatosini idora tuzatadi, u tuzatildi.
reason-appeal-nothing-changes-1-facts = Idora qilgani qoidadan kelib chiqadi, odam eshitilgan.
reason-appeal-nothing-changes-1-why = Eʼtirozda xato koʻrsatilmagan. Shikoyat idorasi hammasini qayta oʻqishi mumkin.
reason-appeal-nothing-changes-2-facts = Idora qilganini bu eʼtirozdan oldin bekor qilgan.
reason-appeal-nothing-changes-2-why = Bekor qiladigan narsa qolmagan, hammasi qilingan.

# Protection
reason-protection-protected-1-facts = Odam uni manzili orqali topishi mumkin boʻlgan kimsadan qoʻrqadi.
reason-protection-protected-1-why = Uning soʻzi yetarli. Odam xohlaguncha manzil yashirin qoladi.
reason-protection-protected-2-facts = Politsiya, sud yoki boshpana hujjati koʻrsatildi.
reason-protection-protected-2-why = Xavf koʻrsatilgan. Manzilni hech kim topmaydi.
reason-protection-nothing-changes-1-facts = Odam endi xavf yoʻqligini aytadi.
reason-protection-nothing-changes-1-why = Buni odamning oʻzi aytadi. U yana soʻrashi mumkin, manzil darhol yashiriladi.
reason-protection-nothing-changes-2-facts = Soʻrov, odamning aytishicha, qoʻrquvdan emas edi.
reason-protection-nothing-changes-2-why = Manzil xavf ostidagilar uchun yashiriladi. Istalgan vaqtda yana soʻrash mumkin.

# A host who does not confirm
reason-host-refuses-host-dispensed-1-facts = Yashovchi shu manzilda yashaydi. Uy egasi qarshi sabab aytmagan.
reason-host-refuses-host-dispensed-1-why = Hech kimning roʻyxati uy egasining xohishiga bogʻliq emas.
reason-host-refuses-host-dispensed-2-facts = Hujjat uy yashovchiga berilganini koʻrsatadi.
reason-host-refuses-host-dispensed-2-why = Hujjat yetarli. Uy egasining tasdigʻi kerak emas.
reason-host-refuses-nothing-changes-1-facts = Uy egasi shu orada tasdiqladi.
reason-host-refuses-nothing-changes-1-why = Qaror qiladigan narsa qolmadi. Roʻyxat bu vaqt davomida kuchda edi.
reason-host-refuses-nothing-changes-2-facts = Roʻyxat kuchda, hech kim tasdiq talab qilmagan.
reason-host-refuses-nothing-changes-2-why = Roʻyxat uy egasining soʻzisiz ham kuchda. Uni almashtirish shart emas.

# A home that cannot be registered as it is
reason-home-not-fit-address-marked-1-facts = Uyning raqami yoki ruxsati yoʻq, unda esa yashashadi.
reason-home-not-fit-address-marked-1-why = Manzil haqidagi belgi keyingilarni shu savoldan qutqaradi. Har bir roʻyxat qoladi.
reason-home-not-fit-address-marked-2-facts = Uy bitmagan, odam tayyor qismida yashaydi.
reason-home-not-fit-address-marked-2-why = Odamlar ruxsat bor joyda emas, yashagan joyida roʻyxatga olinadi.
reason-home-not-fit-nothing-changes-1-facts = Roʻyxat kuchda. Uyning kamchiligi unga taʼsir qilmaydi.
reason-home-not-fit-nothing-changes-1-why = Odam yashagan joyi boricha roʻyxatga olinadi. Hech narsa oʻzgarishi shart emas.
reason-home-not-fit-nothing-changes-2-facts = Uy egasi yetishmaganini tuzatdi.
reason-home-not-fit-nothing-changes-2-why = Qaror qiladigan narsa qolmadi. Roʻyxat bu vaqt davomida kuchda edi.
