# The desk
desk-title = Приём
desk-you-are = Люди видят вас так:
desk-they-see = Всё, что вы откроете, человек увидит в разделе «Кто смотрел».
desk-present = У вас на приёме человек.
desk-record = Его запись
desk-record-text = Покажите её человеку на своём экране.
desk-declare = Сообщить адрес
desk-declare-text = Заполните вместе. Каждый ответ прочитайте вслух.
desk-codes = Распечатать коды
desk-codes-text = Чтобы человек мог вернуться в запись без вас.
desk-done = Приём закончен
desk-new-title = Человек здесь впервые
desk-new-text = Чтобы начать, документ не нужен.
desk-new = Начать
desk-receive-title = Человек с кодом
desk-receive = Открыть его запись
desk-code = Код человека
desk-code-hint = С его распечатанного листа. Работает один раз.
desk-code-wrong = Этот код не подошёл. Проверьте каждую букву или возьмите следующий код с листа.

# Cases
cases-title = Дела
cases-lead = Сначала самые давние. Имён в списке нет.
cases-none = Открытых дел нет.
cases-number = Дело { $number }
cases-since = открыто: { $at }
cases-mine = Ваше
cases-free = Свободно
case-asked-about = Просмотр
case-asked = Вопрос
case-opened = Дело { $number }, открыто: { $at }.
case-they-see = Человек увидит, что вы смотрели, когда и с какой целью.
case-purpose = С какой целью вы открываете запись?
case-purpose-error = Укажите цель
case-open = Открыть
case-was-seen = Теперь каждый, чья запись показана ниже, видит этот просмотр.
case-side = Запись { $n }
