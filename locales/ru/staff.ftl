# Cases
cases-title = Дела
cases-lead = Сначала то, что раньше по сроку. Имён в списке нет.
cases-none = Открытых дел нет.
cases-number = Дело { $number }
cases-mine = Ваше
cases-free = Свободно
case-asked-about = Просмотр
case-asked = Вопрос
case-opened = Дело { $number }, открыто: { $at }.
case-they-see = Человек увидит, что вы смотрели, когда и с какой целью.
case-purpose = С какой целью вы открываете запись?
case-purpose-hint = В истории человек прочитает:
case-purpose-error = Укажите цель
case-open = Открыть
case-was-seen = Теперь каждый, чья запись показана ниже, видит этот просмотр.
case-side = Запись { $n }
