# What a case is about, within a sentence
case-stranger = хозяин говорит, что не знает этого человека
case-moved-out = хозяин говорит, что этот человек съехал
case-correction = в записи, по словам человека, есть ошибка
case-unlisted = адреса нет в официальном реестре
case-crowded = адрес указали больше людей, чем там, похоже, может жить
case-non-residential = по адресу, возможно, нет жилья
case-possible-duplicate = в двух записях указан один и тот же документ
case-look = вопрос о просмотре записи
case-late-reason = причина, почему не получилось вовремя
case-appeal = возражение против того, что сделал орган учёта
case-protection = адрес никто не должен найти
case-host-refuses = хозяин не подтверждает
case-home-not-fit = жильё нельзя зарегистрировать как есть

# The words of a case that the program opens
case-unlisted-program = Указанного адреса нет в официальном реестре.
case-possible-duplicate-program = В двух записях указан один и тот же документ. Это может быть один человек или опечатка в номере.

# What it means meanwhile
case-stranger-means-resident = Ничего не меняется. Вы зарегистрированы, все права остаются. Пока в записи стоит пометка «оспаривается». Если этот адрес вам продали, напишите об этом: отвечает продавец, а не вы.
case-stranger-means-other = Регистрация остаётся как есть, пока не выслушают обе стороны.
case-moved-out-means-resident = Ничего не меняется. Вы зарегистрированы, все права остаются. Пока в записи стоит пометка «оспаривается».
case-moved-out-means-other = Регистрация остаётся как есть, пока не выслушают обе стороны.
case-correction-means-resident = Пока каждый, кто читает вашу запись, видит, что она исправляется.
case-correction-means-other = Ничего не меняется.
case-unlisted-means-resident = Ничего не меняется. Ваше заявление действует. Сотрудник ищет ваш адрес в реестре.
case-unlisted-means-other = Ничего не меняется.
case-crowded-means-resident = Ничего не меняется.
case-crowded-means-other = Речь об адресе, а не о чьей-то регистрации. Вы можете сказать, сколько там квартир или комнат.
case-non-residential-means-resident = Ничего не меняется.
case-non-residential-means-other = Речь об адресе, а не о чьей-то регистрации. Вы можете сказать, что там находится.
case-possible-duplicate-means-resident = Ничего не меняется. Машина ничего не объединяет, сначала выслушают вас.
case-possible-duplicate-means-other = Ничего не меняется. Машина ничего не объединяет, сначала выслушают вас.
case-look-means-resident = Ничего не меняется. Вам ответит не тот, кто смотрел.
case-look-means-other = Ничего не меняется.
case-late-reason-means-resident = Ничего не меняется. Сотрудник прочитает ваше объяснение и ответит вам.
case-late-reason-means-other = Ничего не меняется.
case-appeal-means-resident = Ничего не меняется. Сотрудник ещё раз проверит, что было сделано.
case-appeal-means-other = Ничего не меняется.
case-protection-means-resident = С этой минуты ваш адрес не виден ни хозяину, ни соседям, ни в каком списке.
case-protection-means-other = Ничего не меняется.
case-host-refuses-means-resident = Ничего не меняется. Вы зарегистрированы и без слова хозяина.
case-host-refuses-means-other = Ничего делать не нужно. Если хотите что-то сказать, вы можете.
case-home-not-fit-means-resident = Ничего не меняется. Вы зарегистрированы там, где, по вашим словам, живёте.
case-home-not-fit-means-other = Ничего не меняется.

# What is decided
outcome-nothing-changes = Всё остаётся как было.
outcome-registration-ends = Регистрация по этому адресу прекращается.
outcome-field-corrected = Запись исправлена.
outcome-address-accepted = Адрес принят так, как он описан.
outcome-address-matched = Адрес найден в официальном реестре.
outcome-address-marked = Об адресе сделана заметка. Ничья регистрация не меняется.
outcome-records-merged = Обе записи принадлежат одному человеку. Их можно в любое время снова разделить.
outcome-look-explained = У просмотра была причина.
outcome-look-wrong = У просмотра не было причины.
outcome-late-excused = Причина опоздания принята.
outcome-granted = То, что сделал орган учёта, отменено.
outcome-protected = Адрес остаётся скрытым.
outcome-host-dispensed = Регистрация действует без подтверждения хозяина.

# Letters
msg-case-opened-subject = Дело { $number } открыто
msg-case-opened-body = Вы открыли дело: «{ $case }».

    Им занимается { $office }. О каждом шаге вам сообщат. Вы можете отозвать его в любое время.
    Всё о нём: { $link }
msg-case-told-subject = Прочитайте, пожалуйста: дело { $number }
msg-case-told-body = Открыто дело: «{ $case }».

    Что сказано:
    { $words }

    Что это значит сейчас: { $means }

    Вы можете ответить своими словами и попросить вас выслушать. До какого дня — на странице: { $link }
    Без интернета можно ответить на приёме или письмом: { $office }. Назовите номер { $number }.
    Молчание не считается ни согласием, ни отказом.
msg-case-more-subject = Новое в деле { $number }
msg-case-more-body = В деле появилось новое: «{ $case }».

    { $words }

    { $means }
    Вы можете ответить ещё раз. До какого дня — на странице: { $link }
msg-case-invited-subject = Вас приглашают: дело { $number }
msg-case-invited-body = Вы можете сказать всё лично: { $day }, { $office }.

    Можно прийти не одному. Если вы не сможете, предложат другой день.
    Дело: «{ $case }». Всё о нём: { $link }
msg-case-extended-subject = Больше времени в деле { $number }
msg-case-extended-body = У вас больше времени на ответ. Последний день: { $day }.

    Дело: «{ $case }». Ответить: { $link }
msg-case-decided-subject = Решение по делу { $number }
msg-case-decided-body = { $office }: принято решение по делу: «{ $case }».

    Решение: { $outcome }

    Что установлено: { $facts }
    Норма: { $rule }
    Почему: { $reasons }

    Пока оно не действует. Если вы не согласны, для жалобы достаточно одной кнопки: { $link }
    Жалобу можно подать и на приёме или письмом. Считается день почтового штемпеля.
msg-case-appealed-subject = Жалоба по делу { $number }
msg-case-appealed-body = По делу подана жалоба: «{ $case }».

    Пока её не рассмотрят, ничего не действует. Всё читает заново тот, кто раньше не решал.
    Всё о нём: { $link }
msg-case-appeal-back-subject = Жалоба по делу { $number } отозвана
msg-case-appeal-back-body = Жалобу по делу отозвали: «{ $case }».

    Всё о нём: { $link }
msg-case-undone-subject = Решение по делу { $number } отозвано
msg-case-undone-body = { $office }: решение отозвано, дело снова открыто: «{ $case }».

    Почему: { $words }

    Ничего не изменилось. Всё о нём: { $link }
msg-case-back-to-office-subject = Дело { $number } рассмотрят заново
msg-case-back-to-office-body = Жалобу удовлетворили. { $office } снова выслушает обе стороны и решит: «{ $case }».

    Почему: { $words }

    Ничего не изменилось. Всё о нём: { $link }
msg-case-withdrawn-subject = Дело { $number } отозвано
msg-case-withdrawn-body = Тот, кто открыл дело, отозвал его: «{ $case }».

    Ничего не изменилось. Всё о нём: { $link }
msg-case-own-act-subject = Дело { $number } закрыто
msg-case-own-act-body = Решать больше нечего: «{ $case }». Вы сообщили, что переехали или уехали.

    Всё о нём: { $link }
msg-case-died-subject = Дело { $number } закрыто
msg-case-died-body = Дело закрыто, потому что человек умер: «{ $case }».
msg-case-annulled-subject = Решение по делу { $number } отменено
msg-case-annulled-body = Решение отменено: «{ $case }». Всё так, будто его не было.

    Почему: { $words }

    Всё о нём: { $link }
msg-case-separated-subject = Записи снова разделены: дело { $number }
msg-case-separated-body = Две записи снова разделены. Каждая такая, какой была.

    Всё о нём: { $link }
msg-case-effect-subject = Решение действует: дело { $number }
msg-case-effect-body = Решение начало действовать: «{ $case }».

    { $outcome }

    Всё о нём: { $link }
msg-case-restored-subject = Вы снова зарегистрированы: дело { $number }
msg-case-restored-body = Жалоба пришла вовремя. Решение больше не действует: «{ $case }».

    Регистрация такая, будто она не прекращалась. Всё о нём: { $link }

# Why something is not possible in a case
case-refusal-stranger = Это относится к другому делу.
case-refusal-conflict = Кто-то сделал что-то раньше вас. Прочитайте дело ещё раз и решите заново.
case-refusal-backwards = Время раньше последней записи в деле. Попробуйте ещё раз.
case-refusal-not-yours = Это должен сделать кто-то другой.
case-refusal-not-now = На этом этапе дела так сделать нельзя.
case-refusal-no-such-side = В этом деле нет такой стороны.
case-refusal-term = В правилах нет подходящего срока. Сообщите оператору.
case-refusal-not-an-outcome = Дело этого вида не может закончиться так.
case-refusal-not-told = Сначала отправьте извещение.
case-refusal-not-heard = Сторону ещё не выслушали, и это ещё возможно.
case-refusal-hearing-owed = Сторона просила выслушать её лично. Сначала пригласите её.
case-refusal-hearing-day = В этот день выслушать нельзя.
case-refusal-not-maintained = Новый хозяин ещё не сказал, поддерживает ли он спор.
case-refusal-grounds-do-not-carry = Слово хозяина, молчание и отсутствие для такого решения недостаточны. Нужно другое основание.
case-refusal-not-on-file = Одного из этих оснований нет в деле.
case-refusal-same-officer = Второй сотрудник должен быть другим человеком.
case-refusal-not-named = Подтвердить попросили другого сотрудника.
case-refusal-partial = Кто помогал стороне или решал раньше, сейчас решать не может.
case-refusal-second-officer = Это должен подтвердить второй сотрудник.
case-refusal-appeal-open = Срок для жалобы ещё не прошёл, и неделя для писем тоже.
case-refusal-too-late = Время для этого прошло.
case-refusal-posted-day = Такого дня отправки не может быть.
case-refusal-once = Это можно сделать один раз, и это уже сделано.
case-refusal-send-back = Орган по жалобам может только вернуть это обратно.

# Why an officer looked
purpose-stranger = Сотрудник выслушал обе стороны: хозяин говорит, что не знает вас.
purpose-moved-out = Сотрудник выслушал обе стороны: хозяин говорит, что вы съехали.
purpose-correction = Сотрудник прочитал, что, по вашим словам, неверно, чтобы исправить.
purpose-unlisted = Вашего адреса нет в официальном реестре. Сотрудник искал, где это.
purpose-crowded = Сотрудник прочитал, что вы сказали об адресе.
purpose-non-residential = Сотрудник прочитал, что вы сказали об адресе.
purpose-possible-duplicate = В двух записях указан один и тот же документ. Сотрудник сравнил их.
purpose-look = Кто-то прочитал ваш вопрос о просмотре, чтобы ответить.
purpose-late-reason = Сотрудник прочитал, почему не получилось вовремя.
purpose-appeal = Сотрудник прочитал ваше возражение, чтобы ответить.
purpose-protection = Сотрудник прочитал, почему ваш адрес нельзя найти.
purpose-host-refuses = Сотрудник прочитал, что говорите вы и ваш хозяин.
purpose-home-not-fit = Сотрудник прочитал, что вы говорите о своём жилье.
purpose-host-case = Ваш хозяин прочитал, что сказано в вашем деле.
part-case = Что сказано в деле

# Acts of a record that a case left
act-ended = Регистрация прекращена решением
act-restored = Регистрация как прежде, после жалобы
act-died = Записана смерть
act-matched = Адрес найден в реестре
act-hidden = Адрес скрыт
act-shown = Адрес снова виден
act-joined = Две записи признаны записями одного человека
act-parted = Две записи разделены
actor-officer = Сотрудник ({ $office }) по делу

# Kinds of cases, for officers
case-kind-stranger = Хозяин не знает того, кто указал его адрес
case-kind-stranger-what = Выслушайте обе стороны. Пока регистрация действует.
case-kind-moved-out = Хозяин говорит, что кто-то съехал
case-kind-moved-out-what = Выслушайте обе стороны. Пока регистрация действует.
case-kind-correction = В записи, по словам человека, ошибка
case-kind-correction-what = Выясните, как верно, и исправьте или объясните, почему нет.
case-kind-unlisted = Адреса нет в официальном реестре
case-kind-unlisted-what = Выясните, какой адрес реестра имеется в виду. Заявление действует в любом случае.
case-kind-crowded = Один адрес указали многие
case-kind-crowded-what = Выясните, сколько там жилья. Речь об адресе, никогда о человеке.
case-kind-non-residential = По адресу, возможно, нет жилья
case-kind-non-residential-what = Выясните, что там находится. Речь об адресе, никогда о человеке.
case-kind-possible-duplicate = В двух записях указан один и тот же документ
case-kind-possible-duplicate-what = Выясните, один ли это человек или в номере опечатка. Само ничего не объединяется.
case-kind-look = Человек спрашивает о просмотре своей записи
case-kind-look-what = Выясните, зачем открывали запись, и ответьте на вопрос.
case-kind-late-reason = Человек объяснил, почему не получилось вовремя
case-kind-late-reason-what = Прочитайте объяснение и ответьте на него.
case-kind-appeal = Человек возражает против того, что сделал орган учёта
case-kind-appeal-what = Проверьте ещё раз, что было сделано, и ответьте.
case-kind-protection = Человек просит, чтобы его адрес никто не нашёл
case-kind-protection-what = Адрес уже скрыт. Решите, останется ли он скрытым.
case-kind-host-refuses = Хозяин не подтверждает
case-kind-host-refuses-what = Выслушайте обе стороны. Пока регистрация действует.
case-kind-home-not-fit = Жильё нельзя зарегистрировать как есть
case-kind-home-not-fit-what = Выясните, что там находится. Пока регистрация действует.
