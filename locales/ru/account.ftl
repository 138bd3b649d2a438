# Signing in
sign-in-title = Вход
sign-in-lead = Выберите удобный способ. Все ведут к одной и той же записи.
sign-in-card-code = По коду с листа
sign-in-card-code-text = Один код с листа, который вы распечатали или переписали.
sign-in-card-email = По ссылке из письма
sign-in-card-email-text = Мы пришлём ссылку, она сработает один раз.
sign-in-card-passkey = С ключом доступа
sign-in-card-passkey-text = Ваш телефон или компьютер подтвердит, что это вы.
sign-in-card-desk = На приёме
sign-in-card-desk-text = Придите в орган учёта. Сотрудник сделает всё вместе с вами. Если у вас есть код, возьмите его.
sign-in-nothing-title = Вы здесь впервые?
sign-in-nothing-text = Чтобы сообщить свой адрес, входить не нужно.
sign-in-nothing-link = Начните здесь
sign-in-button = Войти
sign-in-other-way = Войти другим способом
sign-in-code-title = Какой у вас код?
sign-in-code-hint = 16 букв и цифр. Заглавные буквы, пробелы и дефисы не важны.
sign-in-code-wrong = Этот код не подошёл. Проверьте каждую букву или возьмите следующий код с листа.
sign-in-email-title = Какая у вас электронная почта?
sign-in-email-hint = Мы пришлём на неё ссылку. Она сработает один раз, в течение 30 минут.
sign-in-email-button = Отправить ссылку
sign-in-sent-title = Проверьте почту
sign-in-sent-lead = Если с этим адресом кто-то входит, ссылка уже в пути.
sign-in-sent-text = Это может занять несколько минут. Загляните и в папку «Спам». Если письма нет, войдите другим способом.
sign-in-link-title = Вход по этой ссылке
sign-in-link-text = Ссылка работает один раз. Чтобы войти, нажмите кнопку.
sign-in-passkey-title = Вход с ключом доступа
sign-in-passkey-text = Нажмите кнопку. Телефон или компьютер попросит вас подтвердить вход.
sign-in-passkey-button = Войти с ключом доступа
sign-in-passkey-wrong = Этот ключ доступа здесь не подошёл. Попробуйте ещё раз или войдите другим способом.
passkey-cancelled = Устройство не ответило. Попробуйте ещё раз или выберите другой способ.
passkey-no-script = Ключу доступа нужен скрипт, а этот браузер его не выполняет. Другие способы работают и без него.
passkey-not-here = На этом сайте ключи доступа не настроены. Выберите другой способ.

# The account
account-title = Контакты и вход
account-ways-title = Как вы вернётесь сюда
account-ways-text = Сохраните хотя бы один способ. Лучше два: телефон или лист бумаги можно потерять.
account-codes = Коды на бумаге
account-email = Ссылка в письме
account-passkeys = Ключи доступа
account-set-up = Есть
account-not-set-up = Пока нет
account-not-given = Не указано
account-unconfirmed = Ещё не подтверждён. До подтверждения войти с ним нельзя.
account-confirm-again = Отправить ссылку ещё раз
account-confirm-sent = Мы отправили ссылку. Откройте её в этом браузере.
account-way-new = Первый вход
account-way-link = По ссылке
account-way-code = По коду
account-way-passkey = С ключом доступа
account-way-desk = На приёме
account-error-empty = Заполните это поле
account-error-too-long = Напишите не больше { $max } { $max ->
    [one] знака
   *[many] знаков
}
account-error-control = Уберите невидимые знаки. Проще набрать текст заново.
account-error-picture = Пишите буквами. Картинки нельзя напечатать в справке.
account-error-no-letter = Напишите хотя бы одну букву
account-error-email = Напишите адрес почты, например name@example.org
account-error-phone = Напишите номер телефона, от 5 до 15 цифр, например +7 900 000 00 00
account-error-language = Выберите один из языков

sessions-title = Где вы вошли
sessions-text = Мы не знаем, с какого устройства и из какого места. Только когда и каким способом.
sessions-current = Вы здесь
sessions-end = Завершить
sessions-end-others = Завершить все остальные

# Contacts
account-contact-title = Ваши контакты
contact-language = Язык сообщений
contact-looks = Когда кто-то смотрит мою запись
contact-looks-email = Присылать мне письмо
contact-looks-hint = В течение минуты. В письме сказано только, что кто-то смотрел; остальное — в разделе «Кто смотрел».
contact-looks-page = Только показывать в разделе «Кто смотрел»
contact-looks-error = Укажите адрес электронной почты, чтобы мы могли прислать письмо
save = Сохранить
remove = Убрать

# Codes
codes-title = Коды на бумаге
codes-new-title = Ваши коды
codes-left =
    { $n ->
        [0] Нет
        [one] Остался { $n }
       *[many] Осталось { $n }
    }
codes-left-long =
    { $n ->
        [0] У вас нет кодов.
        [one] У вас остался { $n } код.
        [few] У вас осталось { $n } кода.
       *[many] У вас осталось { $n } кодов.
    }
codes-explained = На листе 8 кодов. Каждый впускает один раз, с любого устройства. Берегите лист, как деньги.
codes-replaces = Новый лист заменяет старый. Старые коды перестанут работать.
codes-make = Создать новый лист
codes-once = Распечатайте или перепишите их сейчас. Показать их снова мы не сможем.
codes-where = Вводите их здесь:
codes-each-once = Каждый код работает один раз. Использованный зачеркните.
codes-pdf = Скачать PDF
codes-done = Коды у меня, дальше
codes-paper-lead = Каждый код работает один раз. С этим листом любой сможет открыть вашу запись. Вводите код по адресу ниже.
codes-paper-footer = Берегите этот лист. Новый лист его заменяет.

# Passkeys
passkeys-title = Ключи доступа
passkeys-lead = Ключ доступа хранит ваш телефон или компьютер. Ничего не нужно устанавливать и запоминать.
passkeys-none = У вас нет ключей доступа.
passkeys-count =
    { $n ->
        [one] { $n } ключ доступа
        [few] { $n } ключа доступа
       *[many] { $n } ключей доступа
    }
passkeys-number = Ключ доступа { $n }
passkeys-added = Добавлен: { $at }
passkeys-add = Добавить ключ доступа
passkeys-no-script = Чтобы добавить ключ доступа, нужен скрипт, а этот браузер его не выполняет. Коды на бумаге работают и без него.
passkeys-not-here = Ключ доступа можно добавить только на своём устройстве.
passkeys-not-added = Ключ доступа не добавлен. Возможно, он уже есть. Попробуйте ещё раз.
confirm-email-title = Это ваша электронная почта?
confirm-email-text = Этот адрес указали в Doorstep. Если это вы, подтвердите его, и с ним можно будет входить.
confirm-email-button = Да, подтверждаю
confirmed-email-title = Электронная почта подтверждена
confirmed-email-text = Теперь с ней можно входить.
