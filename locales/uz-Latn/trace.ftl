# Ochiq jurnal: qanday oʻsadi va nima vaʼda qilingan
log-growth-day = Bir kun oldingi satrlar
log-growth-week = Bir hafta oldingi satrlar
log-growth-month = 30 kun oldingi satrlar
log-head = Oxirgi imzolangan uch
log-head-text = Jurnal va guvohlari oxirgi marta shuni imzolagan. Nusxasini saqlab qoʻying: keyin jurnal shundan davom etayotgani koʻrinadi.
log-promised = Nima vaʼda qilingan
log-promised-soon = Har bir amal va har bir koʻrish bir daqiqa ichida jurnalga tushadi. Tushmagan qayd haqida qizil yozuv chiqadi.
log-promised-grows = Jurnal faqat oʻsadi. Har daqiqaning bitta imzolangan uchi doim saqlanadi.
log-promised-witnesses = Uchni shuncha guvoh imzolasa, u tasdiqlangan hisoblanadi: { $n }.
log-promised-pace = Jurnal soniyasiga bir marta davom etadi, biror narsa boʻlsa ham, boʻlmasa ham.
log-promised-erased = Oʻchirishdan keyin kimdir oʻchirilgani haqida satr qoladi. Kimligini u aytmaydi.
