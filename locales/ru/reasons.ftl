# Слова, с которых можно начать решение. Уходят на языке органа учёта и на языке человека.

# A host does not know the person
reason-stranger-nothing-changes-1-facts = Жилец живёт по этому адресу. Хозяин сдал жильё через другого человека.
reason-stranger-nothing-changes-1-why = Регистрация говорит, где человек живёт, а живёт он здесь. Прав на жильё она не даёт.
reason-stranger-nothing-changes-2-facts = Кроме слов хозяина, в деле нет ничего о том, что жилец живёт в другом месте.
reason-stranger-nothing-changes-2-why = Заявление считается верным, пока не показано другое. Одного слова против него мало.
reason-stranger-nothing-changes-3-facts = Жилец показал документ о жилье, и хозяин на него не ответил.
reason-stranger-nothing-changes-3-why = То, что показал жилец, согласуется с его заявлением. В деле этому ничто не противоречит.
reason-stranger-registration-ends-1-facts = Жильё всё это время сдавали другому. Жилец там не жил.
reason-stranger-registration-ends-1-why = Регистрация говорит, где человек живёт. Всех выслушали, и никто не показал, что он живёт здесь.
reason-stranger-registration-ends-2-facts = Жилец говорит, что заплатил за адрес и там не жил.
reason-stranger-registration-ends-2-why = Так говорит сам жилец. Он может в любое время сообщить, где живёт, и ничего этим не потеряет.

# A host says that the person moved out
reason-moved-out-nothing-changes-1-facts = Жилец по-прежнему живёт по этому адресу. Какое-то время его не было.
reason-moved-out-nothing-changes-1-why = Кто на время уехал, тот не съехал. Отсутствие ничего не доказывает.
reason-moved-out-nothing-changes-2-facts = Кроме слов хозяина, в деле нет ничего о том, что жилец съехал.
reason-moved-out-nothing-changes-2-why = Регистрация кончается по слову самого человека или по доказательствам. Ни того ни другого нет.
reason-moved-out-registration-ends-1-facts = Жилец говорит, что съехал. Где он живёт теперь, знает он сам.
reason-moved-out-registration-ends-1-why = Так говорит сам жилец. Он может в любое время сообщить новый адрес.
reason-moved-out-registration-ends-2-facts = Жильё передано обратно по документу с подписью жильца. Там живёт другой человек.
reason-moved-out-registration-ends-2-why = Жильца известили двумя путями, у него было всё время на ответ, и документ говорит об этом.

# A field is said to be wrong
reason-correction-field-corrected-1-facts = В показанном документе стоит то, о чём просит человек.
reason-correction-field-corrected-1-why = В записи должно стоять верное. Прежнее остаётся в её истории.
reason-correction-field-corrected-2-facts = Ошибку сделали на приёме. Человек сказал верно.
reason-correction-field-corrected-2-why = Ошибся орган учёта, он и исправляет. Человеку ничего доказывать не нужно.
reason-correction-nothing-changes-1-facts = В записи стоит то же, что в показанном документе.
reason-correction-nothing-changes-1-why = В деле нет другого значения. С другим документом можно попросить снова в любое время.
reason-correction-nothing-changes-2-facts = Это поле человек может изменить сам на своих страницах.
reason-correction-nothing-changes-2-why = Решение для этого не нужно. Если на сайте не выходит, помогут на приёме.

# An address that the register lacks
reason-unlisted-address-accepted-1-facts = Дом стоит там, где его описывает человек. В реестре его пока нет.
reason-unlisted-address-accepted-1-why = Пробел в реестре — не вина человека. Его слова говорят, где он живёт.
reason-unlisted-address-accepted-2-facts = По описанному месту человека можно найти письмом.
reason-unlisted-address-accepted-2-why = Для регистрации нужно место, куда дойдёт письмо. Это такое место.
reason-unlisted-address-matched-1-facts = Место, которое описал человек, есть в реестре под другим названием.
reason-unlisted-address-matched-1-why = Это то же место. Регистрация продолжается с первого дня.
reason-unlisted-address-matched-2-facts = В последнем выпуске реестра этот дом появился.
reason-unlisted-address-matched-2-why = Теперь реестр называет это место, и запись называет его так же.
reason-unlisted-nothing-changes-1-facts = По тому, что написал человек, место найти не удалось.
reason-unlisted-nothing-changes-1-why = Заявление остаётся в силе. Помогли бы ещё слова или фото письма.
reason-unlisted-nothing-changes-2-facts = Человек тем временем сообщил другой адрес или собирается сообщить.
reason-unlisted-nothing-changes-2-why = Выяснять больше нечего. Сообщённое остаётся как есть.

# A crowded address
reason-crowded-nothing-changes-1-facts = Комнат по адресу столько, сколько нужно тем, кто его указал.
reason-crowded-nothing-changes-1-why = Это число объяснимо. Никого ни о чём не спрашивают.
reason-crowded-nothing-changes-2-facts = Одни из указавших адрес уехали, другие приехали. Одновременно они там не жили.
reason-crowded-nothing-changes-2-why = Число заявлений — не число людей. Отмечать нечего.
reason-crowded-address-marked-1-facts = Комнат по адресу меньше, чем людей, которые его указали. Хозяина выслушали.
reason-crowded-address-marked-1-why = Следующему, кто его укажет, зададут один вопрос. Ничья регистрация не меняется.
reason-crowded-address-marked-2-facts = Хозяин говорит, что адрес указывали те, кто там не жил.
reason-crowded-address-marked-2-why = Заметка об адресе бережёт приезжих от его покупки. Она ни о ком лично.

# An address that may be no home
reason-non-residential-nothing-changes-1-facts = По адресу живут люди. В реестре назначение указано неверно или не указано.
reason-non-residential-nothing-changes-1-why = Важно, живёт ли там кто-нибудь, а там живут.
reason-non-residential-nothing-changes-2-facts = Часть дома занимает контора, в другой части живут.
reason-non-residential-nothing-changes-2-why = В доме может быть и то и другое. Заявления относятся к жилой части.
reason-non-residential-address-marked-1-facts = Дом снесён, или жить в нём невозможно. Хозяина выслушали.
reason-non-residential-address-marked-1-why = Следующему, кто его укажет, зададут один вопрос. Ничья регистрация не меняется.
reason-non-residential-address-marked-2-facts = По адресу контора или мастерская, жилых комнат нет.
reason-non-residential-address-marked-2-why = Заметка об адресе бережёт приезжих. Она ни о ком лично.

# Two records
reason-possible-duplicate-nothing-changes-1-facts = Это два разных человека. В одном номере описка.
reason-possible-duplicate-nothing-changes-1-why = У двух людей две записи. Проверьте номер в своей и исправьте, если он неверный.
reason-possible-duplicate-nothing-changes-2-facts = В деле нет ничего о том, что обе записи об одном человеке.
reason-possible-duplicate-nothing-changes-2-why = Записи объединяют, только если точно известно, что обе об одном человеке. Это неизвестно.
reason-possible-duplicate-records-merged-1-facts = Человек говорит, что обе записи его, и в обеих один документ.
reason-possible-duplicate-records-merged-1-why = Так говорит сам человек. Записи можно в любое время снова разделить.
reason-possible-duplicate-records-merged-2-facts = Имена, рождение и документ совпадают, сам документ видели.
reason-possible-duplicate-records-merged-2-why = Всё сходится на одном человеке, возражений не было. Записи можно снова разделить.

# A question about a look
reason-look-look-explained-1-facts = Запись открывали по делу, с целью этого дела.
reason-look-look-explained-1-why = Кто ведёт дело, может прочитать то, что для него нужно. Вы видите, что показали.
reason-look-look-explained-2-facts = Запись открывали на приёме, когда вы там были.
reason-look-look-explained-2-why = На приёме запись открывают только по коду или документу человека.
reason-look-look-wrong-1-facts = В деле нет ничего о том, зачем открывали запись.
reason-look-look-wrong-1-why = Открывать запись без причины нельзя. Начальнику того, кто смотрел, сообщат.
reason-look-look-wrong-2-facts = Запись открыли по ошибке вместо другой.
reason-look-look-wrong-2-why = Ошибка — не причина. Она остаётся в вашем списке, начальнику сообщат.
reason-look-nothing-changes-1-facts = На этот вопрос ответили в другом деле.
reason-look-nothing-changes-1-why = Сказанное там относится и к этому просмотру.
reason-look-nothing-changes-2-facts = Это смотрел сам человек с другого устройства.
reason-look-nothing-changes-2-why = Никто другой запись не открывал. Если сомневаетесь, завершите другие входы.

# A reason for being late
reason-late-reason-late-excused-1-facts = Человек болел и не мог ни прийти, ни открыть сайт.
reason-late-reason-late-excused-1-why = Нельзя требовать срока от того, кто не мог ничего сделать.
reason-late-reason-late-excused-2-facts = Сайт или орган учёта были вовремя недоступны.
reason-late-reason-late-excused-2-why = Сбой на нашей стороне — не опоздание человека.
reason-late-reason-nothing-changes-1-facts = Из объяснения не видно, что мешало в эти дни.
reason-late-reason-nothing-changes-1-why = Регистрация всё равно действует. Добавить можно в любое время.
reason-late-reason-nothing-changes-2-facts = Заявление подано вовремя. Прощать нечего.
reason-late-reason-nothing-changes-2-why = По правилу с самым большим сроком день ещё не прошёл.

# An objection to the office
reason-appeal-granted-1-facts = Орган учёта не выслушал человека, прежде чем действовать.
reason-appeal-granted-1-why = Кого это касается, того сначала выслушивают. Сделанное без этого отменяется.
reason-appeal-granted-2-facts = Орган учёта ошибся в том, что записал.
reason-appeal-granted-2-why = Ошибку органа учёта исправляет он сам, и она исправлена.
reason-appeal-nothing-changes-1-facts = Сделанное следует из нормы, человека выслушали.
reason-appeal-nothing-changes-1-why = В возражении нет указания на ошибку. Орган по жалобам может прочитать всё снова.
reason-appeal-nothing-changes-2-facts = Орган учёта отменил сделанное ещё до этого возражения.
reason-appeal-nothing-changes-2-why = Отменять больше нечего, всё уже сделано.

# Protection
reason-protection-protected-1-facts = Человек боится того, кто мог бы найти его по адресу.
reason-protection-protected-1-why = Его слова достаточно. Адрес скрыт, пока человек этого хочет.
reason-protection-protected-2-facts = Показан документ полиции, суда или приюта.
reason-protection-protected-2-why = Опасность показана. Адрес никто не найдёт, ни дома, ни снаружи.
reason-protection-nothing-changes-1-facts = Человек говорит, что опасности больше нет.
reason-protection-nothing-changes-1-why = Так говорит сам человек. Он может попросить снова, и адрес сразу скроют.
reason-protection-nothing-changes-2-facts = Просьба, по словам человека, была не из-за страха.
reason-protection-nothing-changes-2-why = Адрес скрывают для тех, кто в опасности. Попросить снова можно в любое время.

# A host who does not confirm
reason-host-refuses-host-dispensed-1-facts = Жилец живёт по этому адресу. Хозяин не назвал причин против.
reason-host-refuses-host-dispensed-1-why = Ничья регистрация не зависит от доброй воли хозяина.
reason-host-refuses-host-dispensed-2-facts = Документ показывает, что жильё сдано жильцу.
reason-host-refuses-host-dispensed-2-why = Документа достаточно. Подтверждение хозяина не нужно.
reason-host-refuses-nothing-changes-1-facts = Хозяин тем временем подтвердил.
reason-host-refuses-nothing-changes-1-why = Решать больше нечего. Регистрация действовала всё это время.
reason-host-refuses-nothing-changes-2-facts = Регистрация действует, и подтверждения никто не требовал.
reason-host-refuses-nothing-changes-2-why = Регистрация действует и без слова хозяина. Заменять его нечем и незачем.

# A home that cannot be registered as it is
reason-home-not-fit-address-marked-1-facts = У дома нет номера или разрешения, и в нём живут.
reason-home-not-fit-address-marked-1-why = Заметка об адресе избавит следующих от того же вопроса. Каждая регистрация остаётся.
reason-home-not-fit-address-marked-2-facts = Дом не достроен, человек живёт в готовой части.
reason-home-not-fit-address-marked-2-why = Людей регистрируют там, где они живут, а не там, где есть разрешение.
reason-home-not-fit-nothing-changes-1-facts = Регистрация действует. Недостатки жилья её не касаются.
reason-home-not-fit-nothing-changes-1-why = Регистрируют там, где человек живёт, как есть. Менять ничего не нужно.
reason-home-not-fit-nothing-changes-2-facts = Хозяин исправил то, чего не хватало.
reason-home-not-fit-nothing-changes-2-why = Решать больше нечего. Регистрация действовала всё это время.
