# Мои дела
menu-my-cases = Мои дела
mine-title = Мои дела
mine-none = О вас нет ни одного дела.
mine-none-open = Открытых дел о вас нет.
mine-over = Закончены
mine-lead = Хотите, чтобы что-то исправили?
mine-number = Номер
mine-over-on = Закончено { $day }.
mine-next-hearing = Выслушивают всех. Решить должны до { $day }.
mine-next-confirmed = Решено. Пока ничего не действует.
mine-next-appealable = Решено. Жалобу можно подать до { $day }.
mine-next-appealed = Всё читает заново тот, кто раньше не решал.
mine-stage-hearing = Слушается
mine-stage-confirmed = Решено
mine-stage-appealable = Решено
mine-stage-appealed = Жалоба
mine-stage-settled = Закончено
mine-stage-closed = Закрыто

# О чём дело, для того, кого в нём выслушивают
mine-title-stranger-resident = Хозяин говорит, что не знает вас
mine-title-stranger-other = Вы сказали, что не знаете кого-то в вашем жилье
mine-title-moved-out-resident = Хозяин говорит, что вы съехали
mine-title-moved-out-other = Вы сказали, что кто-то съехал
mine-title-correction-resident = В вашей записи что-то неверно
mine-title-unlisted-resident = Вашего адреса нет в официальном реестре
mine-title-crowded-other = Сколько жилья по вашему адресу
mine-title-non-residential-other = Есть ли жильё по вашему адресу
mine-title-possible-duplicate-resident = В двух записях указан один документ
mine-title-possible-duplicate-other = В двух записях указан один документ
mine-title-look-resident = Ваш вопрос о просмотре записи
mine-title-late-reason-resident = Почему у вас не получилось вовремя
mine-title-appeal-resident = Ваше возражение против того, что сделал орган учёта
mine-title-protection-resident = Кому виден ваш адрес
mine-title-host-refuses-resident = Хозяин не подтверждает
mine-title-host-refuses-other = Кто-то говорит, что вы не подтверждаете
mine-title-home-not-fit-resident = Ваше жильё нельзя зарегистрировать как есть

# Что с делом сейчас
mine-now-hearing = Ничего не решено. Сначала выслушают всех, кого это касается.
mine-now-confirmed = Решение принято. Пока оно не действует.
mine-now-appealable = Решение принято, вы можете подать жалобу. Пока оно не действует.
mine-now-appealed = Всё читает заново тот, кто раньше не решал. До тех пор ничего не действует.
mine-now-at-court = Решает суд. До тех пор ничего не действует.
mine-now-stayed = Дело закончено. Всё остаётся как было.
mine-now-settled = Дело закончено. Решение действует.
mine-now-withdrawn = Дело закончено: его отозвали. Ничего не изменилось.
mine-now-own-act = Дело закончено: вы сообщили, что переехали или уехали. Решать больше нечего.
mine-now-died = Дело закончено, потому что человек умер.
mine-now-annulled = Дело закончено: решение отменено. Всё так, будто его не было.
mine-now-separated = Дело закончено: две записи снова разделены.
mine-said = Что сказано
mine-closed-to = Чужих слов в этом деле вам не показывают, а ваших не показывают другому.
mine-until = До какого дня можно ответить
mine-answer-term = Ваш ответ
mine-answer-term-by = Ответить можно до { $day }.
mine-answer-counted = Время на ответ идёт с того дня, когда уведомление считается доставленным.
mine-appeal-term = Ваша жалоба
mine-appeal-term-by = Жалобу можно подать до { $day }.
mine-appeal-counted = Время на жалобу идёт с того дня, когда решение считается доставленным.
mine-court-term = Обращение в суд
mine-court-term-by = Обратиться в суд можно до { $day }.
mine-court-counted = Время идёт с того дня, когда последнее решение считается доставленным.
mine-how-counted = Как это посчитано
mine-counted-from = Считается с { $day }: в этот день уведомление считается доставленным. У письма считается день почтового штемпеля.
mine-not-counting = Время ещё не пошло: оно пойдёт, когда уведомление дойдёт до вас двумя путями. Ответить можно уже сейчас.
mine-silence = Если вы промолчите, это не сочтут ни согласием, ни отказом.
mine-can = Что вы можете сделать сейчас
mine-ways = Это можно сделать и на приёме или письмом: { $office }.
mine-ways-number = Назовите номер { $number }. Считается день почтового штемпеля.
mine-course = Что было
mine-paper = Дело на бумаге
mine-paper-how = Как ответить или подать жалобу без интернета
mine-paper-footer = Дело { $number }
mine-stale = В деле тем временем появилось новое. Прочитайте его на странице дела и решите снова.

# Решение
mine-decision = Решение
decision-outcome = Решено
decision-facts = Что установлено
decision-rule = Норма
decision-reasons = Почему
decision-by = Кто решил
decision-heard = Кого выслушали
heard-opened = открыл дело и сказал почему
heard-answered = ответ получен
heard-orally = выслушали лично
heard-had-time = уведомление доставлено, время на ответ было
heard-not-needed = ничего не теряет
mine-appeal-favours = Сотрудник скоро введёт его в действие. Если вы не согласны, вы можете подать жалобу.
mine-appeal-not-yet = Время на жалобу пойдёт, когда решение дойдёт до вас. Ждать этого не нужно.
mine-appeal-how = Для жалобы достаточно одной кнопки. Пока её не рассмотрят, ничего не действует.
mine-appeal-none-left = Решил суд. Жалобы здесь больше не принимаются.

# Сделано
done-title = Готово
done-answer = Ваш ответ в деле.
done-hearing = Вы попросили вас выслушать. Вам пришлют приглашение.
done-maintain = Ваши слова в деле.
done-appeal = Жалоба подана. Пока её не рассмотрят, ничего не действует.
done-appeal-back = Вы отозвали жалобу.
done-take-back = Вы отозвали дело.
done-opened = Дело открыто. О каждом шаге вам сообщат.

# Кто
who-you = Вы
who-host = Хозяин
who-resident = Жилец
who-other = Другой человек
who-office = Орган учёта
who-program = Программа
who-helped = { $who }, с сотрудником на приёме
who-officer = { $office }, сотрудник { $pseudonym }
who-officers = { $office }, сотрудник { $first }, подтвердил сотрудник { $second }
who-appeal-body = Кто рассматривает жалобы, { $pseudonym }
channel-inbox = сообщение на этих страницах
channel-email = электронная почта
channel-push = уведомление на устройстве
channel-sms = SMS
channel-letter = письмо
channel-by-hand = вручение

# Что было
entry-opened = Дело открыто
entry-sent = Отправлено уведомление: { $ways }
entry-read = Уведомление прочитано на этих страницах
entry-delivered = Уведомление дошло: { $way }
entry-delivered-until = Уведомление дошло: { $way }. Время до { $day }
entry-came-back = Уведомление вернулось: { $way }
entry-answered = Ответ
entry-posted = Отправлено по почте { $day }
entry-hearing-asked = Просьба выслушать лично
entry-hearing-invited = Приглашение на личную беседу: { $day }
entry-hearing-held = Личная беседа
entry-hearing-nobody = На беседу никто не пришёл. Это ничего ни о ком не говорит
entry-extended = Больше времени на ответ, до { $day }
entry-visited = Сотрудник побывал на месте и кого-то встретил
entry-visited-nobody = Сотрудник побывал на месте и никого не встретил. Это ничего ни о ком не говорит
entry-filed-document = К делу приложен документ
entry-filed-extract = К делу приложена выписка из реестра
entry-filed-witness = Выслушали ещё кого-то
entry-host-changed = У жилья другой хозяин, его спросят заново
entry-maintained = Новый хозяин говорит то же, что прежний
entry-appealed = Жалоба
entry-appeal-withdrawn = Жалоба отозвана
entry-appeal-upheld = Жалоба рассмотрена: решение остаётся
entry-appeal-annulled = Жалоба рассмотрена: решение отменено
entry-appeal-replaced = Жалоба рассмотрена, решено иначе:
entry-appeal-back-to-office = Жалоба рассмотрена: всех выслушают и решат заново
entry-judged-upheld = Суд: решение остаётся
entry-judged-annulled = Суд: решение отменено
entry-in-effect = Решение начало действовать
entry-time-given-back = Время на жалобу дано снова
entry-undone = Решение отозвано
entry-separated = Две записи разделены
entry-withdrawn = Дело отозвано
entry-own-act-resident = Вы сообщили, что переехали или уехали
entry-own-act-other = Решать больше нечего
entry-died = Дело закрыто, потому что человек умер

# Что можно сделать в деле
words-hint = Своими словами и на своём языке. Хватит нескольких предложений.
do-not = Не сейчас
do-answer = Ответить
do-answer-text = Своими словами, если хотите — с фотографиями.
do-answer-title = Что вы хотите сказать?
do-add = Добавить что-то
do-add-text = Ещё слова или фотографии.
do-add-title = Что вы хотите добавить?
do-hearing = Попросить выслушать лично
do-hearing-text = Вы расскажете всё сотруднику. Можно прийти не одному.
do-hearing-title = Хотите, чтобы вас выслушали лично?
do-hearing-then = Вам пришлют приглашение с днём. До беседы ничего не решат. Если вы не сможете, предложат другой день.
do-hearing-button = Попросить
do-maintain = Сказать то же, что прежний хозяин
do-maintain-text = Только если вы знаете это сами.
do-maintain-title = Вы говорите то же, что прежний хозяин?
do-maintain-then = Теперь жильё ваше. Если вы сами этого не скажете, слово прежнего хозяина ничего не значит. Вы не обязаны.
do-maintain-words = Что вы знаете?
do-maintain-button = Сказать
do-appeal = Подать жалобу
do-appeal-text = Хватит одной кнопки. Пока её не рассмотрят, ничего не действует.
do-appeal-title = Хотите подать жалобу?
do-appeal-then = Всё прочитает заново тот, кто раньше не решал. До тех пор ничего не действует. Это бесплатно.
do-appeal-words = Почему? Можно оставить пустым
do-appeal-hint = Что в решении неверно, своими словами.
do-appeal-button = Подать жалобу
do-court = Сообщить, что вы идёте в суд
do-court-text = Тогда здесь подождут, пока решит суд.
do-court-title = Вы идёте в суд?
do-court-then = Сообщите нам, что идёте в суд. Пока суд не решит, ничего не действует. В суд вы обращаетесь сами.
do-court-button = Я иду в суд
do-appeal-back = Отозвать жалобу
do-appeal-back-text = Тогда решение остаётся таким, как принято.
do-appeal-back-title = Хотите отозвать жалобу?
do-appeal-back-then = Тогда решение остаётся таким, как принято. Пока время не вышло, жалобу можно подать снова.
do-appeal-back-button = Отозвать
do-take-back = Отозвать дело
do-take-back-text = Тогда ничего не решат, и ничего не изменится.
do-take-back-title = Хотите отозвать дело?
do-take-back-then = Дело закроют, ничего не изменится. Новое можно открыть в любое время.
do-take-back-button = Отозвать дело
do-show-again = Снова показывать мой адрес
do-show-again-text = Тогда хозяин снова увидит ваше имя в своём жилье.
do-show-again-title = Снова показывать ваш адрес?
do-show-again-then = Тогда хозяин снова увидит ваше имя в своём жилье. Те, кто раньше действовал за вас, сами не вернутся.
do-show-again-button = Показывать

# Ответ
answer-read-by-host = Ваш ответ прочитает и хозяин. Ваших фотографий, документов, гражданства и контактов он не увидит.
answer-read-by-office = Это прочитают только сотрудники, которые ведут дело.
answer-photos-title = Хотите добавить фотографии?
answer-photos-text = Договор, счёт, письмо, ключ в двери: всё, что показывает, что вы правы. Это не обязательно.
answer-stale = На другом устройстве вы написали другое. Решите, какие слова оставить, и продолжите.
answer-there = Написано на другом устройстве:
answer-check-title = Это ваш ответ?
answer-words = Ваши слова
answer-photos = Фотографии
answer-photos-none = Нет
answer-send = Отправить ответ
answer-news = В деле тем временем появилось новое. Прочитайте и отправьте ответ. Он сохранён.

# Просьбы
ask-title = Что нужно исправить?
ask-send = Отправить
ask-open-already = Это дело вы уже открыли. Там в любое время можно что-то добавить.
ask-to-case = К вашему делу
ask-declare = Сообщить, где вы живёте
ask-host-refuses = Хозяин отказывается
ask-host-refuses-text = Хозяин не хочет, чтобы вы были зарегистрированы, или требует денег.
ask-host-refuses-true = Вы уже зарегистрированы. Ничьё согласие для этого не нужно, и денег никто требовать не может.
ask-host-refuses-then = Расскажите, что сказал или сделал хозяин. Сотрудник выслушает его и отметит, что подтверждение вам не нужно.
ask-host-refuses-reads = Если мы знаем хозяина, ему сообщат, и он прочитает ваши слова. Если вы его боитесь, сначала скройте адрес:
ask-host-refuses-words = Что сказал или сделал хозяин?
ask-host-refuses-declare = Сначала сообщите, где вы живёте. Это займёт несколько минут, согласие хозяина не нужно.
ask-home-not-fit = Моё жильё нельзя зарегистрировать как есть
ask-home-not-fit-text = Нет номера, разрешения, или дом не достроен.
ask-home-not-fit-true = Вы зарегистрированы там, где, по вашим словам, живёте. Каким бы ни было жильё, это ничего не меняет.
ask-home-not-fit-then = Расскажите, чего не хватает. Сотрудник сделает заметку об адресе, а не о вас. Хозяин ничего не узнает.
ask-home-not-fit-words = Что с вашим жильём не так?
ask-home-not-fit-declare = Сначала сообщите, где вы живёте, если нужно — своими словами. Хватит и адреса без номера.
ask-correction = В моей записи ошибка, и сам я не могу её исправить
ask-correction-text = Её исправит сотрудник. До тех пор это видно в записи.
ask-correction-true = Почти всё вы можете исправить сами, сразу.
ask-correction-then = Если не получается, напишите, что неверно и как верно. Пока это не решено, пометку видит каждый, кто читает запись.
ask-correction-words = Что неверно и как было бы верно?
ask-correction-alone = Исправить самому
ask-appeal = Я против того, что сделал орган учёта
ask-appeal-text = Вне дела: запись, задержка, отказ.
ask-appeal-true = Ваше возражение прочитает и ответит вам не тот, кто это сделал.
ask-appeal-then = На решение по делу жалобу подают на странице этого дела.
ask-appeal-words = Что сделано и что нужно сделать вместо этого?
ask-look = Я хочу знать, зачем смотрели мою запись
ask-look-text = Рядом с каждым просмотром можно задать вопрос.
ask-late = У меня не получилось вовремя
ask-late-text = Напишите почему. Это прочитает человек.

# Кому виден адрес
ask-address = Кому виден ваш адрес
ask-address-text = Чтобы вас не нашли ни хозяин, ни родственники, ни кто-то ещё.
ask-address-lead = Ваш адрес можно никому не показывать. Это действует сразу. Доказательства не нужны.
ask-address-hides = С этой минуты
ask-address-hides-host = Хозяин не видит вашего имени в своём жилье. Для него вас там будто нет.
ask-address-hides-family = Никто из семьи больше не видит вашу запись и не действует за вас.
ask-address-hides-others = Кроме вас, никто больше не видит эту запись и не действует за этого человека.
ask-address-hides-results = Вас не найдут по документу, вас нет ни в чьих результатах и справках.
ask-address-hides-mail = В письмах на электронную почту сказано только, что есть что прочитать.
ask-address-changes = Что важно знать
ask-address-changes-sign-in = На других устройствах вход закроется. Старые коды и ключи доступа перестанут работать. Новые вы сделаете сразу после этого.
ask-address-changes-stays = Ваши слова прочитает сотрудник. Пока решение не действует, адрес остаётся скрытым.
ask-address-changes-given = В справках, которые вы кому-то отдали, остаётся адрес того дня.
ask-address-changes-back = В любое время можно снова показывать адрес.
ask-address-mail = Мы пишем на { $email }. Если эту почту читает кто-то ещё, сначала смените её.
ask-address-no-mail = Вы не указали электронную почту. Письма ждут вас на этих страницах.
ask-address-change-mail = Сменить электронную почту
ask-address-along = Кого скрыть вместе с вами?
ask-address-along-hint = Их имя по вашему адресу могло бы выдать, где вы. Вы по-прежнему действуете за них.
ask-address-words = Почему? Можно оставить пустым
ask-address-words-hint = Это прочитают только сотрудники, которые ведут дело.
ask-address-no-words = Прошу никому не показывать мой адрес.
ask-address-button = Скрыть мой адрес сейчас
ask-address-is-hidden = Ваш адрес никому не показывают.
ask-address-show = Снова показывать
ask-address-done = Ваш адрес никому не показывают
ask-address-done-now = Это действует с этой минуты. Ждать ничего не нужно.
ask-address-done-keep = Чтобы так и оставалось
ask-address-done-codes = Сделать новые коды
ask-address-done-codes-text = Старые больше не работают. Без новых вы войдёте только с этого устройства.
ask-address-done-mail = Проверить электронную почту
ask-address-done-looks = Посмотреть, кто смотрел
ask-address-done-looks-text = Каждый, кто открывает вашу запись, виден вам.
protection-along = Живёт вместе с человеком, чей адрес никому не показывают.

# Что из-за дела сказано на других страницах
record-disputed = Оспаривается
record-disputed-text = Эту регистрацию оспаривают. Ничего не изменилось: она действует, все права остаются.
record-under-correction = Исправляется
record-under-correction-text = В этой записи что-то исправляют. Больше ничего не изменилось.
record-to-cases = К вашим делам
record-decided = Прекращена решением { $day }
record-decided-next = Если вы живёте в этой стране, сообщите, где вы живёте теперь.
record-decided-case = Решение, его причины и как подать жалобу
record-died = Прекращена смертью { $day }
record-hidden = Никому не показывают
record-card-cases = Мои дела
record-card-cases-text = Что сказано о вашей регистрации и что вы можете сделать.
record-card-ask = Что-то исправить
record-card-ask-text = Хозяин отказывается, жильё не достроено, в записи ошибка, вас не должны найти.
declared-ask = Хозяин отказывается или с жильём что-то не так?
data-cases = Ваши дела
data-ended-moved = до { $day }, затем переезд
data-ended-left = до { $day }, затем отъезд
data-ended-decided = до { $day }, прекращена решением
data-ended-died = до { $day }

# Письма
msg-quiet-subject = Для вас есть сообщение
msg-quiet-body = На ваших страницах есть новое сообщение: { $link }
msg-case-gone-subject = Дело { $number } закончено
msg-case-gone-body = Для вас решать больше нечего: { $case }.

    Дело закончено. Вам ничего не нужно делать.
msg-shown-again-subject = Ваш адрес снова виден
msg-shown-again-body = Раньше ваш адрес не видел никто. Вы попросили снова его показывать. Хозяин видит ваше имя в своём жилье.

    Если это неверно, сразу скройте его снова: { $link }
msg-case-appealed-own-subject = Ваша жалоба получена: дело { $number }
msg-case-appealed-own-body = Вы подали жалобу: «{ $case }».

    Пока её не рассмотрят, ничего не действует. Всё читает заново тот, кто раньше не решал.
    Её можно отозвать в любое время: { $link }
msg-case-decided-above-subject = Жалоба по делу { $number } рассмотрена
msg-case-decided-above-body = Те, кто рассматривает жалобы, приняли решение: «{ $case }».

    Решение: { $outcome }
    Почему: { $words }

    Пока оно не действует. Вы можете обратиться в суд. До какого дня — на странице: { $link }
msg-case-decided-court-subject = Решил суд: дело { $number }
msg-case-decided-court-body = Решил суд: «{ $case }».

    Решение: { $outcome }
    { $words }

    Жалобы здесь больше не принимаются. Всё о нём: { $link }
msg-case-ended-subject = Ваша регистрация прекращена: дело { $number }
msg-case-ended-body = Решение начало действовать: «{ $case }».

    { $outcome }

    Сообщить адрес снова можно в любое время.
    Если вы не могли подать жалобу вовремя, напишите почему: { $office }. Время могут дать снова.
    Всё о нём: { $link }
