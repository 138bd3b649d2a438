# Страницы сотрудников, вторых сотрудников и органа по жалобам

# The queue
office-appeals-lead = Жалобы, которые ещё никто не рассматривает, и ваши. Сначала то, что раньше по сроку. Имён в списке нет.
office-stage-hearing = Стороны извещают и выслушивают
office-stage-drafted = Проект ждёт второго сотрудника
office-stage-confirmed = Решено, извещение в пути
office-stage-appealable = Решено, можно подать жалобу
office-stage-appealed = Рассматривается жалоба
office-stage-settled = Решение действует
office-stage-closed = Закрыто
office-due-decide = Решить до конца дня: { $day }
office-due-confirm = Подтвердить до конца дня: { $day }
office-due-appeal = Жалобу можно подать до конца дня: { $day }
office-due-appeal-over = Срок для жалобы закончился: { $day }
office-due-late = Орган учёта опаздывает: срок был { $day }
office-to-confirm = Подтвердить вам
office-to-queue = Назад к списку дел
office-waits = Ждёт второго сотрудника
office-number-link = Найти дело по номеру из письма
office-number-title = Какой номер стоит в письме?
office-number-hint = Восемь букв и цифр, например 1A2B3C4D.
office-number-button = Найти
office-number-none = Такого дела у вас нет
office-number-over = Дело закончено. Открыть его больше нельзя.
office-number-elsewhere = Это дело ведёт другой сотрудник.

# Who takes part
office-side-resident = Жилец
office-side-host = Хозяин
office-side-first = Человек из записи 1
office-side-second = Человек из записи 2
office-which-side = О ком речь?
office-somebody = сотрудник
office-by-program = программа
office-by-officer = сотрудник { $who }
office-by-appeal-body = орган по жалобам, { $who }
office-by-desk = { $side }, на приёме у { $who }

# Ways of a notice
office-channel-inbox = сообщения на сайте
office-channel-email = электронная почта
office-channel-push = уведомление на телефоне
office-channel-sms = СМС
office-channel-letter = письмо по почте
office-channel-by-hand = вручено лично
office-way-sent = { $way }: отправлено
office-way-proved = { $way }: доставлено, есть подтверждение

# The page of a case
office-disputed = Оспаривается
office-stands-disputed = Регистрация действует, все права остаются. Ничего не изменилось.
office-stands-correction = В записи стоит пометка «исправляется». Больше ничего не изменилось.
office-stands-protected = Адрес уже скрыт. Больше ничего не изменилось.
office-stands = Из-за этого дела ничего не изменилось.
office-now = Что можно сделать сейчас
office-why-opened = Почему дело открыто
office-said = Что сказано
office-said-nothing = Пока ничего. Это не говорит ни за, ни против.
office-told = Извещение о деле: { $ways }.
office-told-decision = Извещение о решении: { $ways }.
office-not-told = Извещение ещё не отправлено.
office-opened-it = Эта сторона открыла дело.
office-answer-until = Ответ ждут до конца дня: { $day }.
office-two-proofs = Срок для ответа начнётся, когда доставка подтверждена двумя разными путями.
office-wants-to-be-heard = Просит выслушать лично. Это нужно сделать.
office-on-file = В деле
office-read-file = Прочитать, что сказано
office-disputes-title = Споры этого хозяина
office-disputes = Записей по его адресам: { $entries }. Оспорено: { $disputed }. Не решено: { $open }; отозвано: { $withdrawn }; регистрация осталась: { $stayed }; прекращена: { $ended }.
office-disputes-note = Это факт о спорах. Об этом споре он ничего не говорит.
office-clocks = Сроки
office-story = Что происходило
office-not-yet = Пока нельзя:
office-hear = Выслушать и записать
office-decide = Решить: { $outcome }
office-for-colleague = Второго сотрудника нет? Любой коллега может назначить замену на этой странице:

# Terms
office-clock-decide = Орган учёта решает
office-clock-decide-what = Если он пройдёт, ни для кого ничего не изменится: дело встанет первым в списке.
office-clock-answer = { $side }: время на ответ
office-clock-answer-what = После него можно решать по тому, что есть в деле. Молчание — не основание.
office-clock-confirm = Второй сотрудник читает проект
office-clock-confirm-what = Если он пройдёт, ничего не изменится: коллега может назначить замену.
office-clock-appeal = Срок для жалобы
office-clock-appeal-what = После него и ещё недели для писем сотрудник может ввести решение в действие.
office-clock-court = Срок для суда
office-clock-court-what = После него и ещё недели для писем сотрудник может ввести решение в действие.
office-term-days =
    { $n ->
        [one] { $n } календарный день.
        [few] { $n } календарных дня.
       *[other] { $n } календарных дней.
    }
office-term-working-days =
    { $n ->
        [one] { $n } рабочий день.
        [few] { $n } рабочих дня.
       *[other] { $n } рабочих дней.
    }
office-term-weeks =
    { $n ->
        [one] { $n } неделя.
        [few] { $n } недели.
       *[other] { $n } недель.
    }
office-term-months =
    { $n ->
        [one] { $n } месяц.
        [few] { $n } месяца.
       *[other] { $n } месяцев.
    }
office-term-hours =
    { $n ->
        [one] { $n } час.
        [few] { $n } часа.
       *[other] { $n } часов.
    }

# What happened, act by act
office-story-opened = Дело открыто
office-story-sent = { $side }: извещение отправлено, { $way }
office-story-delivered = { $side }: извещение доставлено, { $way }
office-story-came-back = { $side }: извещение вернулось, { $way }
office-story-answered = { $side }: ответ
office-story-posted = { $side }: ответ по почте, отправлен { $day }
office-story-hearing-asked = { $side }: просьба выслушать лично
office-story-invited = Приглашение выслушать лично: { $day }
office-story-held = Разговор состоялся. Были: { $sides }
office-story-held-nobody = На разговор никто не пришёл. Это ничего не значит
office-story-extended = { $side }: больше времени на ответ
office-story-visited = Выход по адресу, там кого-то застали
office-story-visited-nobody = Выход по адресу, никого не застали. Это ничего не доказывает
office-story-host-changed = У жилья другой хозяин
office-story-maintained = Новый хозяин поддерживает спор
office-story-drafted = Решение написано: { $outcome }
office-story-deputy = Подтвердить просят другого сотрудника: { $who }
office-story-sent-back = Второй сотрудник не подтвердил
office-story-confirmed = Второй сотрудник подтвердил
office-story-appealed = { $side }: жалоба
office-story-appeal-withdrawn = { $side }: жалоба отозвана
office-story-in-effect = Решение начало действовать
office-story-time-back = Срок для жалобы восстановлен
office-story-undone = Решение отозвано
office-story-separated = Записи разделены
office-story-withdrawn = Дело отозвано
office-story-own-act = Человек переехал или уехал
office-story-died = Человек умер
office-filed-document = Документ
office-filed-document-hint = Договор, квитанция, письмо.
office-filed-extract = Выписка из другого реестра
office-filed-extract-hint = Например, кто владеет жильём.
office-filed-witness = Слово третьего человека
office-filed-witness-hint = Например, соседа. Напишите, кто это.
office-appeal-upheld = Решение остаётся в силе
office-appeal-annulled = Решение отменено, всё так, будто его не было
office-appeal-replaced = Вместо него другое решение: { $outcome }
office-appeal-back = Орган учёта должен снова выслушать стороны и решить
office-judged-stands = Суд: решение остаётся в силе
office-judged-falls = Суд: решение отменено

# A draft or a decision
office-draft = Проект. Он не действует
office-decision = Решение. Оно ещё не действует
office-outcome = Решение
office-facts = Что установлено
office-rule = Норма
office-rule-hint = Как на неё ссылаются: закон, статья.
office-reasons = Почему
office-grounds = На чём это основано
office-no-grounds = В деле пока нет ничего, на чём можно основать решение.
office-heard = Как выслушали каждого
office-heard-opened = { $side }: дело открыто с объяснением
office-heard-answered = { $side }: есть ответ
office-heard-orally = { $side }: состоялся личный разговор
office-heard-had-its-time = { $side }: извещение получено, время на ответ прошло
office-heard-not-needed = { $side }: ни у кого ничего не отнимают
office-decided-by = Кто
office-ground-residents-words = Слова жильца
office-ground-others-words = Слова другой стороны
office-ground-document = Документ
office-ground-extract = Выписка из другого реестра
office-ground-witness = Слово третьего человека
office-ground-visit = Выход по адресу, там кого-то застали
office-ground-absence = При выходе никого не застали
office-ground-silence = Нет ответа
office-ground-carries = На этом может держаться решение, которое у кого-то что-то отнимает.
office-ground-carries-nothing = На этом такое решение держаться не может, даже вместе с подобным.
office-own-words = Своими словами
office-in-office-language = На языке органа учёта: { $language }
office-in-their-language = На языке человека: { $language }
office-to-check = То же для человека, на проверку. Отправят оба текста. Если меняете один, измените и другой.
office-reasons-short = Напишите хотя бы одно целое предложение
office-second = Кого просят подтвердить?
office-second-hint = Того, кто не помогал ни одной стороне. Без него решение не действует.
office-no-second = Второй сотрудник не нужен: ни у кого ничего не отнимают. Решение сразу отправят всем.
office-choose-officer = Выберите сотрудника

# Common to the pages of acts
office-back-to-case = Назад к делу
office-done-title = Записано в дело
office-open-again = Открыть дело ещё раз
office-meanwhile = Пока вы писали, в деле что-то произошло. Ваш текст сохранён, и ничего ещё не сделано.
office-all-the-same = Всё равно сделать
office-day-ahead = Этот день ещё не наступил
office-address = Адрес
office-address-hint = Хватит нескольких букв улицы и дома, любым алфавитом.
office-address-empty = Напишите адрес

# The notice on another way
office-do-notice-title = Каким ещё путём отправить извещение?
office-do-notice-link = Отправить извещение другим путём
office-do-notice-button = Отправлено
office-do-notice-done = Доставленным оно считается, когда вы отметите подтверждение.
office-do-notice-lead = Программа сама отправляет извещения, письма ждут в канцелярии. Отметьте здесь то, что отправили сверх этого.
office-do-notice-way = Как?

# What became of a notice
office-do-delivery-title = Что стало с извещением?
office-do-delivery-link = Отметить, что извещение доставлено или вернулось
office-do-delivery-button = Отметить
office-do-delivery-done = Сроки отсчитываются от этого сами.
office-do-delivery-which = Какое извещение?
office-do-delivery-became = Что произошло?
office-became-delivered = Доставлено
office-became-delivered-hint = Есть подтверждение: отметка почты или подпись.
office-became-came-back = Вернулось
office-became-came-back-hint = После этого выберите другой путь. Ни для кого плохого из этого не следует.
office-became-by-hand = Вручённое лично вернуться не может

# A hearing
office-do-invite-title = В какой день можно всех выслушать?
office-do-invite-link = Пригласить выслушать лично
office-do-invite-button = Пригласить
office-do-invite-done = Всем сообщили день и место.
office-do-invite-on = День
office-do-invite-on-hint = Не раньше: { $day }. Приходить никто не обязан.
office-do-hearing-title = Что сказали лично?
office-do-hearing-link = Записать, что сказали лично
office-do-hearing-button = Записать в дело
office-do-hearing-done = Кто пришёл, считается выслушанным.
office-do-hearing-words = Запись разговора
office-do-hearing-words-hint = Словами тех, кто говорил. Её могут прочитать все стороны.
office-do-hearing-present = Кто был?
office-do-hearing-present-hint = Если никто не пришёл, никого не отмечайте. Это ничего не значит, предложат другой день.

# More time
office-do-more-time-title = Почему нужно больше времени?
office-do-more-time-link = Дать больше времени на ответ
office-do-more-time-button = Дать время
office-do-more-time-done = Новый день сообщили.
office-do-more-time-lead = Весь срок начинается с сегодняшнего дня заново. Это можно один раз для каждого извещения.
office-do-more-time-words = Почему
office-do-more-time-words-hint = Достаточно одного предложения.

# A visit
office-do-visit-title = Что вы увидели по адресу?
office-do-visit-link = Записать выход по адресу
office-do-visit-button = Записать в дело
office-do-visit-done = Если кого-то застали, об этом сообщают жильцу.
office-do-visit-words = Что вы увидели и услышали
office-do-visit-words-hint = Только то, что относится к вопросу дела.
office-do-visit-met = Вы кого-то застали?
office-met = Да
office-met-nobody = Нет, никого
office-met-nobody-hint = Отсутствие ничего не доказывает. Люди работают, ездят и спят.

# A paper or a word on file
office-do-file-title = Что добавить в дело?
office-do-file-link = Добавить в дело документ или слово
office-do-file-button = Добавить в дело
office-do-file-done = Тому, кто может от этого потерять, сообщили и снова спросили.
office-do-file-lead = Тот, кто может от этого потерять, снова получает весь срок для ответа.
office-do-file-words = Что там сказано
office-do-file-words-hint = Как там написано, с датой.
office-do-file-what = Что это?

# Another host
office-do-new-host-title = Откуда известно о новом хозяине?
office-do-new-host-link = У жилья другой хозяин
office-do-new-host-button = Записать
office-do-new-host-done = Нового хозяина спросят заново. Слова прежнего больше ничего не значат.
office-do-new-host-lead = Нового хозяина спросят, поддерживает ли он спор. Проект решения отпадает.
office-do-new-host-words = Откуда это известно
office-do-new-host-words-hint = Какая выписка, от какого дня. Без имени.

# Deciding
office-do-draft-begin = С каких слов начать?
office-do-draft-from = Выберите самое близкое. Каждое слово можно изменить.
office-do-draft-title = Что вы решаете и почему?
office-do-draft-button = Попросить второго сотрудника
office-do-draft-done = Второго сотрудника просят подтвердить. До этого никому не сообщают.
office-do-decided-button = Решить и отправить
office-do-decided-done = Решение отправлено всем, кого оно касается.
office-do-confirm-title = Вы подтверждаете это решение?
office-do-confirm-link = Прочитать проект и подтвердить
office-do-confirm-button = Подтвердить
office-do-confirm-done = Решение отправлено всем. Оно не действует, пока не пройдёт срок для жалобы.
office-do-confirm-lead = Читайте дело так, будто до вас никто не решал.
office-do-send-back-title = Почему вы не подтверждаете?
office-do-send-back-link = Не подтверждать и объяснить почему
office-do-send-back-button = Вернуть
office-do-send-back-done = Дело рассматривают дальше. Никому не сообщали.
office-do-send-back-words = Почему
office-do-send-back-words-hint = Чего не хватает или что вы понимаете иначе.
office-do-deputy-title = Кто подтвердит вместо него?
office-do-deputy-link = Назначить замену второму сотруднику
office-do-deputy-button = Назначить
office-do-deputy-done = Дело появится в списке у замены.
office-do-deputy-lead = Здесь вы ничего из дела не видите. Автор проекта заменой быть не может.
office-do-deputy-words = Почему
office-do-deputy-words-hint = Например: в отпуске до конца месяца.
office-do-deputy-who = Замена

# Effect
office-do-effect-title = Ввести решение в действие сейчас?
office-do-effect-link = Ввести решение в действие
office-do-effect-button = Ввести в действие
office-do-effect-done = Решение действует, всем, кого оно касается, сообщили.
office-effect-ends = Регистрация прекращается сегодня. Жалоба, отправленная вовремя, всё ещё вернёт её.
office-effect-other = Сообщат всем, кого это касается.
office-do-effect-field = Что исправить?
office-effect-now = Сейчас в записи: { $values }
office-do-undo-title = Почему вы отзываете решение?
office-do-undo-link = Отозвать решение
office-do-undo-button = Отозвать
office-do-undo-done = Дело снова открыто, всем сообщили почему.
office-do-undo-lead = Дело снова открыто, как до решения.
office-do-undo-words = Почему
office-do-undo-words-hint = Это прочитают все, кого дело касается.
office-do-apart-title = Почему записи разделяют?
office-do-apart-link = Разделить записи
office-do-apart-button = Разделить
office-do-apart-done = Каждая запись такая, какой была. Обоим сообщили.
office-do-apart-lead = Здесь вы ничего из записей не видите.
office-do-apart-words = Почему
office-do-apart-words-hint = Это прочитают оба человека.
office-do-died-title = Когда человек умер?
office-do-died-link = Человек умер
office-do-died-button = Записать смерть
office-do-died-done = Дело закрыто, регистрация закончилась в тот день.
office-do-died-lead = Только по документу, который вы видели сами.
office-do-died-words = Документ
office-do-died-words-hint = Какой, чей, от какого дня.
office-do-died-on = День

# Appeal and court
office-do-appeal-title = Как вы решаете по жалобе?
office-do-appeal-link = Решить по жалобе
office-do-appeal-button = Решить и отправить
office-do-appeal-done = Всем, кого это касается, сообщили.
office-do-appeal-result = Орган по жалобам решает:
office-do-judgment-title = Что сказал суд?
office-do-judgment-link = Записать решение суда
office-do-judgment-button = Записать в дело
office-do-judgment-done = Всем, кого это касается, сообщили.
office-do-judgment-words = Какое решение
office-do-judgment-words-hint = Суд, номер и день.
office-do-judgment-stands = Решение суда
office-do-time-back-title = Почему срок для жалобы восстанавливают?
office-do-time-back-link = Восстановить срок для жалобы
office-do-time-back-button = Восстановить срок
office-do-time-back-done = Решение не действует, пока не решат по жалобе.
office-do-time-back-lead = Для того, кто не мог им воспользоваться. Здесь вы ничего из дела не видите.
office-do-time-back-words = Почему
office-do-time-back-words-hint = Что помешало, хотя бы одним предложением.

# A case about an address
office-address-link = Открыть дело об адресе
office-address-title = О каком адресе речь?
office-address-lead = Речь об адресе и ни о ком лично. Ничья регистрация не меняется.
office-address-kind = В чём вопрос?
office-address-words = Почему вы спрашиваете
office-address-words-hint = Это прочитает хозяин. Никого не называйте.
office-address-button = Открыть дело
