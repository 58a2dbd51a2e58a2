<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk" sourcelanguage="ru">
<context>
    <name>AboutDialog</name>
    <message>
        <source>О программе</source>
        <translation>Бағдарлама туралы</translation>
    </message>
    <message>
        <source>Сбор данных без интернета для общественного мониторинга качества госуслуг</source>
        <translation>Мемлекеттік қызметтер сапасының қоғамдық мониторингі үшін интернетсіз деректер жинау</translation>
    </message>
    <message>
        <source>Лицензии</source>
        <translation>Лицензиялар</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Сама программа распространяется по лицензии MIT. Она стоит на этих библиотеках:</source>
        <translation>Бағдарламаның өзі MIT лицензиясымен таратылады. Ол мына кітапханаларға сүйенеді:</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>В этой анкете нет вопроса с фотографией.</source>
        <translation>Бұл сауалнамада фотосурет сұралмайды.</translation>
    </message>
    <message>
        <source>Фото в фотоотчёт</source>
        <translation>Фотоесепке фото</translation>
    </message>
    <message>
        <source>Фото добавлено: {0}.</source>
        <translation>Фото қосылды: {0}.</translation>
    </message>
    <message>
        <source>Отменять больше нечего.</source>
        <translation>Қайтарып алатын ештеңе қалмады.</translation>
    </message>
    <message>
        <source>Строка убрана. Ctrl+Z вернёт её.</source>
        <translation>Жол алынды. Ctrl+Z оны қайтарады.</translation>
    </message>
    <message>
        <source>Фотографии</source>
        <translation>Фотосуреттер</translation>
    </message>
    <message>
        <source>Файл убран. Ctrl+Z вернёт его.</source>
        <translation>Файл алынды. Ctrl+Z оны қайтарады.</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Регион</source>
        <translation>Өңір</translation>
    </message>
    <message>
        <source>Кто</source>
        <translation>Кім</translation>
    </message>
    <message>
        <source>Устройство</source>
        <translation>Құрылғы</translation>
    </message>
    <message>
        <source>Последний №</source>
        <translation>Соңғы №</translation>
    </message>
    <message>
        <source>Собран</source>
        <translation>Жиналды</translation>
    </message>
    <message>
        <source>Пакетов</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Интервью</source>
        <translation>Сұхбат саны</translation>
    </message>
    <message>
        <source>Отложено</source>
        <translation>Бөлек қойылған</translation>
    </message>
    <message>
        <source>Расхождений</source>
        <translation>Қайшылық</translation>
    </message>
    <message>
        <source>Не пришло</source>
        <translation>Келмеген</translation>
    </message>
    <message>
        <source>часть {part}</source>
        <translation>{part} бөлік</translation>
    </message>
    <message>
        <source>Сводка по устройствам</source>
        <translation>Құрылғылар бойынша жиынтық</translation>
    </message>
    <message>
        <source>«Не пришло» называет пакеты и части, которых нет: попросите прислать их ещё раз.</source>
        <translation>«Келмеген» бағаны жоқ пакеттер мен бөліктерді атайды: оларды қайта жіберуді сұраңыз.</translation>
    </message>
    <message>
        <source>Чужих пакетов ещё не было. Примите их на странице «Приём».</source>
        <translation>Басқалардың пакеттері әлі келген жоқ. Оларды «Қабылдау» бетінде қабылдаңыз.</translation>
    </message>
</context>
<context>
    <name>BottomLine</name>
    <message>
        <source>сохранено {time}</source>
        <translation>сақталды {time}</translation>
    </message>
</context>
<context>
    <name>BugReportDialog</name>
    <message>
        <source>Ошибка программы</source>
        <translation>Бағдарлама қатесі</translation>
    </message>
    <message>
        <source>В программе ошибка</source>
        <translation>Бағдарламада қате шықты</translation>
    </message>
    <message>
        <source>Всё, что вы видели сохранённым, лежит на диске. Программа закроется; откройте её снова и продолжите с того же вопроса. Скопируйте отчёт и отправьте его разработчикам: ответов и имён респондентов в нём нет.</source>
        <translation>Сақталды деп көрсетілгеннің бәрі дискіде тұр. Бағдарлама жабылады; оны қайта ашып, сол сұрақтан жалғастырыңыз. Есепті көшіріп алып, әзірлеушілерге жіберіңіз: онда респонденттердің жауаптары мен аты-жөні жоқ.</translation>
    </message>
    <message>
        <source>Отчёт об ошибке</source>
        <translation>Қате туралы есеп</translation>
    </message>
    <message>
        <source>Скопировать отчёт</source>
        <translation>Есепті көшіру</translation>
    </message>
    <message>
        <source>Закрыть программу</source>
        <translation>Бағдарламаны жабу</translation>
    </message>
    <message>
        <source>Скопировано</source>
        <translation>Көшірілді</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>Что видит камера</source>
        <translation>Камера не көріп тұр</translation>
    </message>
    <message>
        <source>Включаю камеру…</source>
        <translation>Камера қосылуда…</translation>
    </message>
    <message>
        <source>Камера</source>
        <translation>Камера</translation>
    </message>
    <message>
        <source>Камера:</source>
        <translation>Камера:</translation>
    </message>
</context>
<context>
    <name>CompareWordsDialog</name>
    <message>
        <source>Чей это компьютер, например «Астана, супервайзер»</source>
        <translation>Бұл кімнің компьютері, мысалы «Астана, супервайзер»</translation>
    </message>
    <message>
        <source>Чей это компьютер</source>
        <translation>Бұл кімнің компьютері</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Керек емес</translation>
    </message>
</context>
<context>
    <name>ComparingDialog</name>
    <message>
        <source>Сверка двух вводов</source>
        <translation>Екі енгізуді салыстыру</translation>
    </message>
    <message>
        <source>Интервью № {number}: сравнено ответов {compared}, различаются {differing}. Сверьтесь с бумагой: 1 — верен первый ввод, 2 — верен второй.</source>
        <translation>№ {number} сұхбат: {compared} жауап салыстырылды, {differing} айырмашылық бар. Қағазға қараңыз: 1 — бірінші енгізу дұрыс, 2 — екіншісі дұрыс.</translation>
    </message>
    <message>
        <source>Вопрос</source>
        <translation>Сұрақ</translation>
    </message>
    <message>
        <source>Первый ввод</source>
        <translation>Бірінші енгізу</translation>
    </message>
    <message>
        <source>Второй ввод</source>
        <translation>Екінші енгізу</translation>
    </message>
    <message>
        <source>Верно</source>
        <translation>Дұрысы</translation>
    </message>
    <message>
        <source>Различия</source>
        <translation>Айырмашылықтар</translation>
    </message>
    <message>
        <source>Второй ввод с бумаги</source>
        <translation>Қағаздан екінші рет енгізу</translation>
    </message>
    <message>
        <source>Причина исправления</source>
        <translation>Түзету себебі</translation>
    </message>
    <message>
        <source>Записать верное</source>
        <translation>Дұрысын жазу</translation>
    </message>
    <message>
        <source>Вернуться к вводу</source>
        <translation>Енгізуге оралу</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>№</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Пришло</source>
        <translation>Келді</translation>
    </message>
    <message>
        <source>С устройства</source>
        <translation>Қай құрылғыдан</translation>
    </message>
    <message>
        <source>Вопрос</source>
        <translation>Сұрақ</translation>
    </message>
    <message>
        <source>Здесь</source>
        <translation>Осында</translation>
    </message>
    <message>
        <source>Одну и ту же запись исправили на двух компьютерах. Сравните ответы и выберите верную: вторая останется в журнале.</source>
        <translation>Бір жазба екі компьютерде түзетілген. Жауаптарды салыстырып, дұрысын таңдаңыз: екіншісі журналда қалады.</translation>
    </message>
    <message>
        <source>Оставить здешнюю</source>
        <translation>Осындағысын қалдыру</translation>
    </message>
    <message>
        <source>Взять присланную</source>
        <translation>Келгенін алу</translation>
    </message>
    <message>
        <source>Записи с расхождениями</source>
        <translation>Қайшылығы бар жазбалар</translation>
    </message>
    <message>
        <source>Ответы, которые различаются</source>
        <translation>Айырмашылығы бар жауаптар</translation>
    </message>
    <message>
        <source>Расхождение</source>
        <translation>Айырмашылық</translation>
    </message>
    <message>
        <source>удалено</source>
        <translation>жойылды</translation>
    </message>
    <message>
        <source>Расхождений нет. Они появятся, если одно интервью исправят на двух компьютерах.</source>
        <translation>Қайшылық жоқ. Бір сұхбат екі компьютерде түзетілсе, олар осында шығады.</translation>
    </message>
</context>
<context>
    <name>ControlScreen</name>
    <message>
        <source>№</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Завершено</source>
        <translation>Аяқталды</translation>
    </message>
    <message>
        <source>Услуга</source>
        <translation>Қызмет</translation>
    </message>
    <message>
        <source>Интервьюер</source>
        <translation>Интервьюер</translation>
    </message>
    <message>
        <source>Время</source>
        <translation>Уақыт</translation>
    </message>
    <message>
        <source>Телефон</source>
        <translation>Телефон нөмірі</translation>
    </message>
    <message>
        <source>Проверка</source>
        <translation>Тексеріс</translation>
    </message>
    <message>
        <source>{done} из {target}</source>
        <translation>{done} / {target}</translation>
    </message>
    <message>
        <source>Все интервьюеры</source>
        <translation>Барлық интервьюерлер</translation>
    </message>
    <message>
        <source>Проверять пока нечего: здесь появятся завершённые интервью.</source>
        <translation>Әзірге тексеретін ештеңе жоқ: аяқталған сұхбаттар осында шығады.</translation>
    </message>
    <message>
        <source>Таких интервью нет. Выберите другой отбор или интервьюера.</source>
        <translation>Мұндай сұхбат жоқ. Басқа сүзгіні немесе интервьюерді таңдаңыз.</translation>
    </message>
    <message>
        <source>проверить интервью</source>
        <translation>сұхбатты тексеру</translation>
    </message>
    <message>
        <source>скопировать строки</source>
        <translation>жолдарды көшіру</translation>
    </message>
    <message>
        <source>Контроль</source>
        <translation>Бақылау</translation>
    </message>
    <message>
        <source>Перепроверьте не меньше {share} % завершённых интервью каждого интервьюера</source>
        <translation>Әр интервьюердің аяқталған сұхбаттарының кемінде {share} %-ын қайта тексеріңіз</translation>
    </message>
    <message>
        <source>Проверено</source>
        <translation>Тексерілді</translation>
    </message>
    <message>
        <source>Интервьюеры и доля проверенного</source>
        <translation>Интервьюерлер және тексерілген үлес</translation>
    </message>
    <message>
        <source>Не проверены</source>
        <translation>Тексерілмеген</translation>
    </message>
    <message>
        <source>Не дозвонились</source>
        <translation>Қосыла алмады</translation>
    </message>
    <message>
        <source>Проверены</source>
        <translation>Тексерілген</translation>
    </message>
    <message>
        <source>Все</source>
        <translation>Барлығы</translation>
    </message>
    <message>
        <source>Проверить</source>
        <translation>Тексеру</translation>
    </message>
    <message>
        <source>Интервью для проверки</source>
        <translation>Тексерілетін сұхбаттар</translation>
    </message>
    <message>
        <source>просил не звонить</source>
        <translation>қоңырау шалмауды сұраған</translation>
    </message>
    <message>
        <source>нет номера</source>
        <translation>нөмірі жоқ</translation>
    </message>
    <message>
        <source>✓ подтверждено</source>
        <translation>✓ расталды</translation>
    </message>
    <message>
        <source>≈ с замечаниями</source>
        <translation>≈ ескертулермен</translation>
    </message>
    <message>
        <source>✗ не подтверждено</source>
        <translation>✗ расталмады</translation>
    </message>
    <message>
        <source>попыток: {n}</source>
        <translation>әрекет: {n}</translation>
    </message>
    <message>
        <source>Введено дважды: {twice} из {finished} ({share} %). Различались {differing} из {compared} ответов.</source>
        <translation>Екі рет енгізілді: {finished} ішінен {twice} ({share} %). {compared} жауаптың {differing} айырмашылығы бар.</translation>
    </message>
    <message>
        <source>ещё {n}</source>
        <translation>тағы {n}</translation>
    </message>
</context>
<context>
    <name>ConvertingScreen</name>
    <message>
        <source>Шифрую рабочую папку</source>
        <translation>Жұмыс қалтасын шифрлап жатырмын</translation>
    </message>
    <message>
        <source>Снимаю шифрование</source>
        <translation>Шифрлауды алып жатырмын</translation>
    </message>
    <message>
        <source>Если программа или компьютер выключатся, ничего не пропадёт: папка откроется прежней или уже готовой.</source>
        <translation>Бағдарлама не компьютер өшіп қалса да, ештеңе жоғалмайды: қалта бұрынғыдай немесе дайын күйінде ашылады.</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>1 — первый</source>
        <translation>1 — бірінші</translation>
    </message>
    <message>
        <source>2 — второй</source>
        <translation>2 — екінші</translation>
    </message>
</context>
<context>
    <name>ExchangeScreen</name>
    <message>
        <source>Обмен</source>
        <translation>Алмасу</translation>
    </message>
    <message>
        <source>к следующей кнопке</source>
        <translation>келесі түймеге</translation>
    </message>
    <message>
        <source>скопировать строки</source>
        <translation>жолдарды көшіру</translation>
    </message>
    <message>
        <source>Отправка</source>
        <translation>Жіберу</translation>
    </message>
    <message>
        <source>Приём</source>
        <translation>Қабылдау</translation>
    </message>
    <message>
        <source>Расхождения</source>
        <translation>Қайшылықтар</translation>
    </message>
    <message>
        <source>Участники</source>
        <translation>Қатысушылар</translation>
    </message>
    <message>
        <source>Сводка по устройствам</source>
        <translation>Құрылғылар бойынша жиынтық</translation>
    </message>
</context>
<context>
    <name>FilmCamera</name>
    <message>
        <source>Видео с камеры</source>
        <translation>Камерадан бейне</translation>
    </message>
    <message>
        <source>Метка (M)</source>
        <translation>Белгі (M)</translation>
    </message>
    <message>
        <source>Снять заново (N)</source>
        <translation>Қайта түсіру (N)</translation>
    </message>
    <message>
        <source>● Снимать (R)</source>
        <translation>● Түсіру (R)</translation>
    </message>
    <message>
        <source>Закончить (Enter)</source>
        <translation>Аяқтау (Enter)</translation>
    </message>
    <message>
        <source>Приложить (Enter)</source>
        <translation>Тіркеу (Enter)</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Бас тарту</translation>
    </message>
    <message>
        <source>Метка {0} поставлена</source>
        <translation>{0} белгісі қойылды</translation>
    </message>
    <message>
        <source>Пауза (P)</source>
        <translation>Кідірту (P)</translation>
    </message>
    <message>
        <source>Продолжить (P)</source>
        <translation>Жалғастыру (P)</translation>
    </message>
    <message>
        <source>Снято и лежит на диске. Закроете окно — видео тоже останется ответом.</source>
        <translation>Түсірілді, дискіде жатыр. Терезені жапсаңыз да, бейне жауап болып қалады.</translation>
    </message>
    <message>
        <source>Снятое сохраняется каждую секунду.</source>
        <translation>Түсірілгені секунд сайын сақталады.</translation>
    </message>
    <message>
        <source>Видео снимается со звуком.</source>
        <translation>Бейне дыбысымен түсіріледі.</translation>
    </message>
    <message>
        <source>Микрофон не найден: видео будет без звука.</source>
        <translation>Микрофон табылмады: бейне дыбыссыз болады.</translation>
    </message>
    <message>
        <source>● Съёмка {0} · {1} МБ</source>
        <translation>● Түсірілуде {0} · {1} МБ</translation>
    </message>
    <message>
        <source>‖ Пауза {0} · {1} МБ</source>
        <translation>‖ Кідіріс {0} · {1} МБ</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>все</source>
        <translation>барлығы</translation>
    </message>
    <message>
        <source>Услуга</source>
        <translation>Қызмет</translation>
    </message>
    <message>
        <source>Регион</source>
        <translation>Өңір</translation>
    </message>
    <message>
        <source>Форма</source>
        <translation>Нысан</translation>
    </message>
    <message>
        <source>Период</source>
        <translation>Кезең</translation>
    </message>
    <message>
        <source>весь</source>
        <translation>бүкіл</translation>
    </message>
    <message>
        <source>Интервьюер</source>
        <translation>Интервьюер</translation>
    </message>
    <message>
        <source>Сбросить</source>
        <translation>Тазарту</translation>
    </message>
    <message>
        <source>Сегодня</source>
        <translation>Бүгін</translation>
    </message>
    <message>
        <source>7 дней</source>
        <translation>7 күн</translation>
    </message>
    <message>
        <source>30 дней</source>
        <translation>30 күн</translation>
    </message>
    <message>
        <source>Другие дни…</source>
        <translation>Басқа күндер…</translation>
    </message>
    <message>
        <source>Показывать, где мало</source>
        <translation>Аз болса да көрсету</translation>
    </message>
    <message>
        <source>Баллы и там, где в регионе, форме, зоне или критерии ответили единицы</source>
        <translation>Өңірде, нысанда, аймақта не критерийде бірен-саран адам жауап берсе де балдар көрсетіледі</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Найти в списке</source>
        <translation>Тізімнен табу</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Найденное</source>
        <translation>Табылғандар</translation>
    </message>
    <message>
        <source>Ничего не найдено. Попробуйте другое слово.</source>
        <translation>Ештеңе табылмады. Басқа сөзбен көріңіз.</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Вид</source>
        <translation>Түрі</translation>
    </message>
    <message>
        <source>Что</source>
        <translation>Не туралы</translation>
    </message>
    <message>
        <source>Кому</source>
        <translation>Кімге</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>Күйі</translation>
    </message>
    <message>
        <source>Услуга</source>
        <translation>Қызмет</translation>
    </message>
    <message>
        <source>Регион</source>
        <translation>Өңір</translation>
    </message>
    <message>
        <source>Завершено</source>
        <translation>Аяқталды</translation>
    </message>
    <message>
        <source>№</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Ничего не нашлось. Измените поиск или отборы.</source>
        <translation>Ештеңе табылмады. Іздеуді немесе сүзгілерді өзгертіңіз.</translation>
    </message>
    <message>
        <source>Выводов пока нет. Барьеры и рекомендации появятся здесь, когда визит завершён.</source>
        <translation>Әзірге тұжырым жоқ. Сапар аяқталғанда кедергілер мен ұсынымдар осында шығады.</translation>
    </message>
    <message>
        <source>административный</source>
        <translation>әкімшілік</translation>
    </message>
    <message>
        <source>технический</source>
        <translation>техникалық</translation>
    </message>
    <message>
        <source>Сейчас: {state}. Что с ней стало?</source>
        <translation>Қазір: {state}. Енді не болды?</translation>
    </message>
    <message>
        <source>Слова вывода, услуга, номер</source>
        <translation>Тұжырым сөздері, қызмет, нөмір</translation>
    </message>
    <message>
        <source>Поиск в выводах</source>
        <translation>Тұжырымдардан іздеу</translation>
    </message>
    <message>
        <source>все</source>
        <translation>барлығы</translation>
    </message>
    <message>
        <source>Выводы: барьеры и рекомендации</source>
        <translation>Тұжырымдар: кедергілер мен ұсынымдар</translation>
    </message>
    <message>
        <source>Барьер</source>
        <translation>Кедергі</translation>
    </message>
    <message>
        <source>Рекомендация</source>
        <translation>Ұсыным</translation>
    </message>
    <message>
        <source>Предложена</source>
        <translation>Ұсынылды</translation>
    </message>
    <message>
        <source>Направлена</source>
        <translation>Жолданды</translation>
    </message>
    <message>
        <source>Принята</source>
        <translation>Қабылданды</translation>
    </message>
    <message>
        <source>Отклонена</source>
        <translation>Қабылданбады</translation>
    </message>
    <message>
        <source>Выполнена</source>
        <translation>Орындалды</translation>
    </message>
    <message>
        <source>«{text}»

Новое состояние: {state}. Запись № {number} получит новую редакцию и уйдёт со следующим пакетом.</source>
        <translation>«{text}»

Жаңа күйі: {state}. № {number} жазба жаңа редакция алып, келесі пакетпен кетеді.</translation>
    </message>
    <message>
        <source>Состояние рекомендации</source>
        <translation>Ұсынымның күйі</translation>
    </message>
    <message>
        <source>Выводы</source>
        <translation>Тұжырымдар</translation>
    </message>
</context>
<context>
    <name>FirstStartScreen</name>
    <message>
        <source>Начнём</source>
        <translation>Бастайық</translation>
    </message>
    <message>
        <source>Два ответа, и можно брать интервью. Интернет не нужен.</source>
        <translation>Екі сұраққа жауап берсеңіз, сұхбат ала беруге болады. Интернет керек емес.</translation>
    </message>
    <message>
        <source>Другая папка…</source>
        <translation>Басқа қалта…</translation>
    </message>
    <message>
        <source>Интервью будут лежать здесь: {folder}</source>
        <translation>Сұхбаттар мына жерде сақталады: {folder}</translation>
    </message>
    <message>
        <source>Начать работу</source>
        <translation>Жұмысты бастау</translation>
    </message>
    <message>
        <source>Посмотреть на примере</source>
        <translation>Мысалдан көру</translation>
    </message>
    <message>
        <source>Откроет учебную папку с выдуманными интервью</source>
        <translation>Ойдан шығарылған сұхбаттары бар оқу қалтасын ашады</translation>
    </message>
    <message>
        <source>Готовлю рабочую папку</source>
        <translation>Жұмыс қалтасы дайындалып жатыр</translation>
    </message>
    <message>
        <source>Папка для интервью</source>
        <translation>Сұхбаттарға арналған қалта</translation>
    </message>
    <message>
        <source>Защитить паролем</source>
        <translation>Құпиясөзбен қорғау</translation>
    </message>
    <message>
        <source>С паролем ответы и фото на этом компьютере не прочтёт никто посторонний.</source>
        <translation>Құпиясөз қойылса, бұл компьютердегі жауаптар мен фотоларды бөгде адам оқи алмайды.</translation>
    </message>
    <message>
        <source>Вернуть из копии…</source>
        <translation>Көшірмеден қайтару…</translation>
    </message>
    <message>
        <source>Рабочая папка с другого компьютера или копия с флешки</source>
        <translation>Басқа компьютердің жұмыс қалтасы немесе флешкадағы көшірме</translation>
    </message>
    <message>
        <source>Файл настроек</source>
        <translation>Баптаулар файлы</translation>
    </message>
</context>
<context>
    <name>CopyKeyDialog</name>
    <message>
        <source>Вернуть из копии</source>
        <translation>Көшірмеден қайтару</translation>
    </message>
    <message>
        <source>Пароль копии</source>
        <translation>Көшірменің құпиясөзі</translation>
    </message>
    <message>
        <source>Ключ восстановления</source>
        <translation>Қалпына келтіру кілті</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Керек емес</translation>
    </message>
    <message>
        <source>Вернуть</source>
        <translation>Қайтару</translation>
    </message>
    <message>
        <source>Введите ключ восстановления, который записали, когда защищали папку, и новый пароль для папки из копии.</source>
        <translation>Қалтаны қорғағанда жазып алған қалпына келтіру кілтін және көшірмеден алынатын қалтаға жаңа құпиясөз енгізіңіз.</translation>
    </message>
    <message>
        <source>Копия зашифрована. Введите пароль папки, с которой она сделана.</source>
        <translation>Көшірме шифрланған. Ол жасалған қалтаның құпиясөзін енгізіңіз.</translation>
    </message>
    <message>
        <source>Ввести пароль</source>
        <translation>Құпиясөзді енгізу</translation>
    </message>
    <message>
        <source>Пароль забыт</source>
        <translation>Құпиясөз ұмытылды</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>Все ответы, фото и копии будут зашифрованы. Без пароля или ключа восстановления их не прочтёт никто, и мы тоже.</source>
        <translation>Барлық жауап, фото және көшірме шифрланады. Құпиясөзсіз немесе қалпына келтіру кілтінсіз оларды ешкім, тіпті біз де оқи алмаймыз.</translation>
    </message>
    <message>
        <source>Защитить паролем</source>
        <translation>Құпиясөзбен қорғау</translation>
    </message>
    <message>
        <source>Зашифровать</source>
        <translation>Шифрлау</translation>
    </message>
    <message>
        <source>Остались незашифрованными, потому что они не часть рабочей папки: {names}</source>
        <translation>Шифрланбай қалды, өйткені олар жұмыс қалтасының бөлігі емес: {names}</translation>
    </message>
    <message>
        <source>Незашифрованные пакеты из папки outbox удалены. Те, что ещё никому не отданы, соберите в «Обмене» снова.</source>
        <translation>outbox қалтасындағы шифрланбаған пакеттер жойылды. Әлі ешкімге берілмегендерін «Алмасуда» қайта жинаңыз.</translation>
    </message>
    <message>
        <source>Ответы, фото и копии сможет прочесть любой, кто откроет этот компьютер или диск.</source>
        <translation>Жауаптарды, фотоларды және көшірмелерді осы компьютерді не дискіні ашқан кез келген адам оқи алады.</translation>
    </message>
    <message>
        <source>Снять защиту</source>
        <translation>Қорғауды алу</translation>
    </message>
    <message>
        <source>Копии, сделанные раньше, открываются прежним паролем.</source>
        <translation>Бұрын жасалған көшірмелер бұрынғы құпиясөзбен ашылады.</translation>
    </message>
    <message>
        <source>Сменить пароль</source>
        <translation>Құпиясөзді ауыстыру</translation>
    </message>
    <message>
        <source>Сменить</source>
        <translation>Ауыстыру</translation>
    </message>
    <message>
        <source>Пароль сменён.</source>
        <translation>Құпиясөз ауыстырылды.</translation>
    </message>
    <message>
        <source>Прежний ключ восстановления перестанет открывать эту папку.</source>
        <translation>Бұрынғы қалпына келтіру кілті бұл қалтаны енді ашпайды.</translation>
    </message>
    <message>
        <source>Новый ключ восстановления</source>
        <translation>Жаңа қалпына келтіру кілті</translation>
    </message>
    <message>
        <source>Создать ключ</source>
        <translation>Кілт жасау</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Справка</source>
        <translation>Анықтама</translation>
    </message>
    <message>
        <source>Разделы справки</source>
        <translation>Анықтама бөлімдері</translation>
    </message>
    <message>
        <source>Страница справки</source>
        <translation>Анықтама беті</translation>
    </message>
</context>
<context>
    <name>InterviewsModel</name>
    <message>
        <source>№</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>Күйі</translation>
    </message>
    <message>
        <source>Начато</source>
        <translation>Басталды</translation>
    </message>
    <message>
        <source>Услуга</source>
        <translation>Қызмет</translation>
    </message>
    <message>
        <source>Регион</source>
        <translation>Өңір</translation>
    </message>
    <message>
        <source>Интервьюер</source>
        <translation>Интервьюер</translation>
    </message>
    <message>
        <source>Время</source>
        <translation>Уақыт</translation>
    </message>
    <message>
        <source>Пакет</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>собран</source>
        <translation>жиналды</translation>
    </message>
</context>
<context>
    <name>InterviewsScreen</name>
    <message>
        <source>поиск</source>
        <translation>іздеу</translation>
    </message>
    <message>
        <source>продолжить черновик</source>
        <translation>қараламаны жалғастыру</translation>
    </message>
    <message>
        <source>скопировать строку</source>
        <translation>жолды көшіру</translation>
    </message>
    <message>
        <source>Интервью</source>
        <translation>Сұхбаттар</translation>
    </message>
    <message>
        <source>Номер, место, услуга, слова из ответов</source>
        <translation>Нөмір, орын, қызмет, жауаптардағы сөздер</translation>
    </message>
    <message>
        <source>Поиск интервью</source>
        <translation>Сұхбат іздеу</translation>
    </message>
    <message>
        <source>Все</source>
        <translation>Барлығы</translation>
    </message>
    <message>
        <source>Черновики</source>
        <translation>Қараламалар</translation>
    </message>
    <message>
        <source>Завершённые</source>
        <translation>Аяқталғандар</translation>
    </message>
    <message>
        <source>В карантине</source>
        <translation>Карантинде</translation>
    </message>
    <message>
        <source>Регион</source>
        <translation>Өңір</translation>
    </message>
    <message>
        <source>все</source>
        <translation>барлығы</translation>
    </message>
    <message>
        <source>Услуга</source>
        <translation>Қызмет</translation>
    </message>
    <message>
        <source>Показать все</source>
        <translation>Барлығын көрсету</translation>
    </message>
    <message>
        <source>Таблица интервью</source>
        <translation>Сұхбаттар кестесі</translation>
    </message>
    <message>
        <source>Ничего не нашлось. Измените поиск или нажмите «Показать все».</source>
        <translation>Ештеңе табылмады. Іздеуді өзгертіңіз немесе «Барлығын көрсету» түймесін басыңыз.</translation>
    </message>
    <message>
        <source>Здесь появятся интервью. Начните первое: Ctrl+N.</source>
        <translation>Сұхбаттар осы жерде көрінеді. Алғашқысын бастаңыз: Ctrl+N.</translation>
    </message>
    <message>
        <source>Удалённые</source>
        <translation>Жойылғандар</translation>
    </message>
    <message>
        <source>Второй ввод</source>
        <translation>Екінші енгізу</translation>
    </message>
    <message>
        <source>слушать запись</source>
        <translation>жазбаны тыңдау</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>Ответов мало: {n}.</source>
        <translation>Жауап аз: {n}.</translation>
    </message>
    <message>
        <source>Оценок нет.</source>
        <translation>Баға жоқ.</translation>
    </message>
    <message>
        <source>Балл {score}, 95 % интервал {low}–{high}, ответов {n}, «5» {fives}.</source>
        <translation>Балл {score}, 95 % аралық {low}–{high}, жауап {n}, «5» {fives}.</translation>
    </message>
    <message>
        <source>Оценки {counts}; затруднились ответить {dk}.</source>
        <translation>Бағалар {counts}; жауап беруге қиналғаны {dk}.</translation>
    </message>
    <message>
        <source>Опубликовано за 2025 год: {score}.</source>
        <translation>2025 жыл бойынша жарияланғаны: {score}.</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Остановить</source>
        <translation>Тоқтату</translation>
    </message>
    <message>
        <source>Сколько сделано</source>
        <translation>Қанша жасалды</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>▶ Слушать (F8)</source>
        <translation>▶ Тыңдау (F8)</translation>
    </message>
    <message>
        <source>Записи этого интервью и их расшифровка</source>
        <translation>Осы сұхбаттың жазбалары және олардың стенограммасы</translation>
    </message>
    <message>
        <source>Какая запись</source>
        <translation>Қай жазба</translation>
    </message>
    <message>
        <source>Чтобы изменить её, откройте интервью кнопкой «Исправить…» и нажмите O у записи.</source>
        <translation>Өзгерту үшін сұхбатты «Түзету…» түймесімен ашып, жазбаның жанында O басыңыз.</translation>
    </message>
    <message>
        <source>Чтобы изменить её, продолжите черновик и нажмите O у записи.</source>
        <translation>Өзгерту үшін қараламаны жалғастырып, жазбаның жанында O басыңыз.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Рабочая папка</source>
        <translation>Жұмыс қалтасы</translation>
    </message>
    <message>
        <source>Копия: файл gsmon.db или daily-….db</source>
        <translation>Көшірме: gsmon.db немесе daily-….db файлы</translation>
    </message>
    <message>
        <source>Интервью возвращены из копии: {count}.</source>
        <translation>Көшірмеден қайтарылған сұхбат саны: {count}.</translation>
    </message>
    <message>
        <source>В копии нет файлов: {names}.</source>
        <translation>Көшірмеде жоқ файлдар: {names}.</translation>
    </message>
    <message>
        <source>Работа продолжается в папке {folder}.</source>
        <translation>Жұмыс {folder} қалтасында жалғасады.</translation>
    </message>
    <message>
        <source>Сюда перенесено только это интервью.</source>
        <translation>Мұнда тек осы сұхбат көшірілді.</translation>
    </message>
    <message>
        <source>Не перенесены файлы: {names}.</source>
        <translation>Көшірілмеген файлдар: {names}.</translation>
    </message>
    <message>
        <source>Настройки центрального офиса установлены.</source>
        <translation>Орталық кеңсенің баптаулары орнатылды.</translation>
    </message>
    <message>
        <source>Отправлены, но без квитанции: {count}. Синхронизация даст их ещё раз сама; для пакета нажмите в Обмене «Отправить неподтверждённое ещё раз…». Дубликатов не будет.</source>
        <translation>Жіберілген, бірақ түбіртегі жоқ: {count}. Синхрондау оларды өзі қайта береді; пакет үшін Алмасудағы «Расталмағанын қайта жіберу…» батырмасын басыңыз. Қайталану болмайды.</translation>
    </message>
</context>
<context>
    <name>MethodPage</name>
    <message>
        <source>Начать проверку</source>
        <translation>Тексеруді бастау</translation>
    </message>
    <message>
        <source>Начать интервью</source>
        <translation>Сұхбатты бастау</translation>
    </message>
    <message>
        <source>Начать группу</source>
        <translation>Топты бастау</translation>
    </message>
    <message>
        <source>Начать исследование</source>
        <translation>Зерттеуді бастау</translation>
    </message>
    <message>
        <source>Номер, место, услуга, слова из ответов</source>
        <translation>Нөмір, орын, қызмет, жауаптардағы сөздер</translation>
    </message>
    <message>
        <source>Поиск записей</source>
        <translation>Жазбаларды іздеу</translation>
    </message>
    <message>
        <source>План</source>
        <translation>Жоспар</translation>
    </message>
    <message>
        <source>План по услугам, Enter начинает запись</source>
        <translation>Қызметтер бойынша жоспар, Enter жазбаны бастайды</translation>
    </message>
    <message>
        <source>Таблица записей</source>
        <translation>Жазбалар кестесі</translation>
    </message>
    <message>
        <source>{done} из {target}</source>
        <translation>{done} / {target}</translation>
    </message>
    <message>
        <source>Ничего не нашлось. Измените поиск.</source>
        <translation>Ештеңе табылмады. Іздеуді өзгертіңіз.</translation>
    </message>
    <message>
        <source>Записей пока нет. Выберите услугу в плане и нажмите Enter или начните кнопкой.</source>
        <translation>Әзірге жазба жоқ. Жоспардан қызметті таңдап, Enter басыңыз немесе түймеден бастаңыз.</translation>
    </message>
    <message>
        <source>Записей пока нет. Начните первую кнопкой слева вверху.</source>
        <translation>Әзірге жазба жоқ. Біріншісін сол жақ жоғарыдағы түймеден бастаңыз.</translation>
    </message>
    <message>
        <source>Какая анкета</source>
        <translation>Қай сауалнама</translation>
    </message>
</context>
<context>
    <name>NotOpenedScreen</name>
    <message>
        <source>Рабочая папка не открылась</source>
        <translation>Жұмыс қалтасы ашылмады</translation>
    </message>
    <message>
        <source>Попробовать снова</source>
        <translation>Қайта көру</translation>
    </message>
    <message>
        <source>Другая папка…</source>
        <translation>Басқа қалта…</translation>
    </message>
    <message>
        <source>Проверить и исправить</source>
        <translation>Тексеру және түзету</translation>
    </message>
    <message>
        <source>Вернуть из копии…</source>
        <translation>Көшірмеден қайтару…</translation>
    </message>
    <message>
        <source>Проверяю и исправляю</source>
        <translation>Тексеріп, түзетіп жатырмын</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Убрать сообщение</source>
        <translation>Хабарды жасыру</translation>
    </message>
    <message>
        <source>Отменить (Ctrl+Z)</source>
        <translation>Болдырмау (Ctrl+Z)</translation>
    </message>
</context>
<context>
    <name>OwnerForm</name>
    <message>
        <source>Имя и фамилия</source>
        <translation>Аты-жөні</translation>
    </message>
    <message>
        <source>Регион</source>
        <translation>Өңір</translation>
    </message>
    <message>
        <source>Имя и фамилия интервьюера</source>
        <translation>Интервьюердің аты-жөні</translation>
    </message>
    <message>
        <source>Например: Айгуль Серикова</source>
        <translation>Мысалы: Айгүл Серікова</translation>
    </message>
    <message>
        <source>Не выбран</source>
        <translation>Таңдалмаған</translation>
    </message>
</context>
<context>
    <name>PackChoice</name>
    <message>
        <source>Есть настройки от центрального офиса…</source>
        <translation>Орталық кеңседен келген баптаулар бар…</translation>
    </message>
    <message>
        <source>Файл gsmon-pack-….json; его можно и перетащить сюда</source>
        <translation>gsmon-pack-….json файлы; оны осында сүйреп әкелуге де болады</translation>
    </message>
    <message>
        <source>Прочтите эти слова центральному офису по телефону:</source>
        <translation>Мына сөздерді орталық кеңсеге телефонмен оқып беріңіз:</translation>
    </message>
    <message>
        <source>Слова совпали</source>
        <translation>Сөздер сәйкес келді</translation>
    </message>
    <message>
        <source>Без настроек</source>
        <translation>Баптауларсыз</translation>
    </message>
    <message>
        <source>Настройки № {number} от {day}.</source>
        <translation>№ {number} баптаулар, {day}.</translation>
    </message>
    <message>
        <source>Анкет: {count}.</source>
        <translation>Сауалнамалар: {count}.</translation>
    </message>
    <message>
        <source>Кто читает пакеты: {count}.</source>
        <translation>Пакеттерді оқитындар: {count}.</translation>
    </message>
    <message>
        <source>Интервьюеров в списке: {count}.</source>
        <translation>Тізімдегі интервьюерлер: {count}.</translation>
    </message>
</context>
<context>
    <name>PackagesModel</name>
    <message>
        <source>№</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Собран</source>
        <translation>Жиналды</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>Күйі</translation>
    </message>
    <message>
        <source>Интервью</source>
        <translation>Сұхбат</translation>
    </message>
    <message>
        <source>Файлы</source>
        <translation>Файлдар</translation>
    </message>
    <message>
        <source>Размер</source>
        <translation>Көлемі</translation>
    </message>
    <message>
        <source>Имя файла</source>
        <translation>Файл аты</translation>
    </message>
    <message>
        <source>собран</source>
        <translation>жиналды</translation>
    </message>
    <message>
        <source>отправлен</source>
        <translation>жіберілді</translation>
    </message>
    <message>
        <source>принят</source>
        <translation>қабылданды</translation>
    </message>
    <message>
        <source>отклонён</source>
        <translation>қабылданбады</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Нынешний пароль</source>
        <translation>Қазіргі құпиясөз</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Керек емес</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Новый пароль</source>
        <translation>Жаңа құпиясөз</translation>
    </message>
    <message>
        <source>Ещё раз</source>
        <translation>Тағы бір рет</translation>
    </message>
    <message>
        <source>Четыре-пять несвязанных слов</source>
        <translation>Байланыссыз төрт-бес сөз</translation>
    </message>
    <message>
        <source>Показать</source>
        <translation>Көрсету</translation>
    </message>
    <message>
        <source>Надёжность пароля</source>
        <translation>Құпиясөздің беріктігі</translation>
    </message>
    <message>
        <source>Угадают сразу</source>
        <translation>Бірден тауып алады</translation>
    </message>
    <message>
        <source>Слабый</source>
        <translation>Әлсіз</translation>
    </message>
    <message>
        <source>Средний</source>
        <translation>Орташа</translation>
    </message>
    <message>
        <source>Хороший</source>
        <translation>Жақсы</translation>
    </message>
    <message>
        <source>Надёжный</source>
        <translation>Берік</translation>
    </message>
    <message>
        <source>Пароли не совпадают</source>
        <translation>Құпиясөздер бірдей емес</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Чей компьютер</source>
        <translation>Кімнің компьютері</translation>
    </message>
    <message>
        <source>Слова для сверки</source>
        <translation>Салыстыратын сөздер</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>Күйі</translation>
    </message>
    <message>
        <source>Что делает</source>
        <translation>Не істейді</translation>
    </message>
    <message>
        <source>С какого дня</source>
        <translation>Қай күннен</translation>
    </message>
    <message>
        <source>? ждёт решения</source>
        <translation>? шешім күтуде</translation>
    </message>
    <message>
        <source>✓ свой</source>
        <translation>✓ сенімді</translation>
    </message>
    <message>
        <source>✗ отозван</source>
        <translation>✗ сенім алынған</translation>
    </message>
    <message>
        <source>шлёт и получает</source>
        <translation>жібереді және алады</translation>
    </message>
    <message>
        <source>получает пакеты</source>
        <translation>пакеттерді алады</translation>
    </message>
    <message>
        <source>шлёт пакеты</source>
        <translation>пакеттерді жібереді</translation>
    </message>
    <message>
        <source>Настройки офиса не установлены: действуют встроенные.</source>
        <translation>Кеңсе баптаулары орнатылмаған: бағдарламаның өзіндегі баптаулар қолданыста.</translation>
    </message>
    <message>
        <source>Действуют настройки № {number} от {day}.</source>
        <translation>{day} күнгі № {number} баптаулар қолданыста.</translation>
    </message>
    <message>
        <source>Слова этого компьютера</source>
        <translation>Осы компьютердің сөздері</translation>
    </message>
    <message>
        <source>Продиктуйте их по телефону тому, кто добавляет ваш ключ: совпали слова — ключ настоящий.</source>
        <translation>Кілтіңізді қосатын адамға оларды телефонмен айтыңыз: сөздер сәйкес келсе, кілт шын.</translation>
    </message>
    <message>
        <source>Скопировать ключ</source>
        <translation>Кілтті көшіру</translation>
    </message>
    <message>
        <source>Сохранить ключ…</source>
        <translation>Кілтті сақтау…</translation>
    </message>
    <message>
        <source>Добавить из файла…</source>
        <translation>Файлдан қосу…</translation>
    </message>
    <message>
        <source>Вставить из буфера</source>
        <translation>Буферден қою</translation>
    </message>
    <message>
        <source>Принять…</source>
        <translation>Қабылдау…</translation>
    </message>
    <message>
        <source>Отозвать</source>
        <translation>Сенімді алу</translation>
    </message>
    <message>
        <source>Собрать настройки…</source>
        <translation>Баптауларды жинау…</translation>
    </message>
    <message>
        <source>Анкеты, каталог, методика и ключи для всех устройств</source>
        <translation>Барлық құрылғыға арналған сауалнамалар, каталог, әдістеме және кілттер</translation>
    </message>
    <message>
        <source>Установить настройки…</source>
        <translation>Баптауларды орнату…</translation>
    </message>
    <message>
        <source>Другие компьютеры</source>
        <translation>Басқа компьютерлер</translation>
    </message>
    <message>
        <source>Никого ещё нет. Добавьте ключ центрального офиса: без него пакеты подписаны, но не зашифрованы.</source>
        <translation>Әзірге ешкім жоқ. Орталық кеңсенің кілтін қосыңыз: онсыз пакеттерге қол қойылады, бірақ олар шифрланбайды.</translation>
    </message>
    <message>
        <source>Компьютеры, с которыми идёт обмен</source>
        <translation>Алмасу жүріп жатқан компьютерлер</translation>
    </message>
    <message>
        <source>Ключ в буфере обмена: вставьте его в письмо.</source>
        <translation>Кілт алмасу буферінде: оны хатқа қойыңыз.</translation>
    </message>
    <message>
        <source>Сохранить ключ</source>
        <translation>Кілтті сақтау</translation>
    </message>
    <message>
        <source>Записано: {file}</source>
        <translation>Жазылды: {file}</translation>
    </message>
    <message>
        <source>Файл ключа</source>
        <translation>Кілт файлы</translation>
    </message>
    <message>
        <source>буфер обмена</source>
        <translation>алмасу буфері</translation>
    </message>
    <message>
        <source>Добавить компьютер</source>
        <translation>Компьютер қосу</translation>
    </message>
    <message>
        <source>Позвоните владельцу и сверьте слова. Если хоть одно другое, не добавляйте: ключ подменили.</source>
        <translation>Иесіне қоңырау шалып, сөздерді салыстырыңыз. Біреуі болса да өзгеше болса, қоспаңыз: кілт ауыстырылған.</translation>
    </message>
    <message>
        <source>Слова совпали, добавить</source>
        <translation>Сөздер сәйкес, қосу</translation>
    </message>
    <message>
        <source>Компьютер добавлен.</source>
        <translation>Компьютер қосылды.</translation>
    </message>
    <message>
        <source>Из отложенного принято интервью: {n}.</source>
        <translation>Бөлек қойылғаннан қабылданған сұхбат: {n}.</translation>
    </message>
    <message>
        <source>Отозван: его пакеты больше не принимаются, наши для него не шифруются. Вернуть: «Принять».</source>
        <translation>Сенім алынды: оның пакеттері енді қабылданбайды, біздікі оған шифрланбайды. Қайтару үшін: «Қабылдау».</translation>
    </message>
    <message>
        <source>Куда положить настройки</source>
        <translation>Баптауларды қайда салу керек</translation>
    </message>
    <message>
        <source>Файл настроек</source>
        <translation>Баптаулар файлы</translation>
    </message>
    <message>
        <source>Такие или более новые настройки уже установлены.</source>
        <translation>Мұндай немесе жаңарақ баптаулар орнатылып қойған.</translation>
    </message>
    <message>
        <source>Установлены настройки № {number}. Черновики останутся на своих анкетах.</source>
        <translation>№ {number} баптаулар орнатылды. Қараламалар өз сауалнамаларында қалады.</translation>
    </message>
    <message>
        <source>Установить настройки</source>
        <translation>Баптауларды орнату</translation>
    </message>
    <message>
        <source>Эти настройки подписал центральный офис? Сверьте с ним слова по телефону.</source>
        <translation>Бұл баптауларға орталық кеңсе қол қойған ба? Сөздерді онымен телефон арқылы салыстырыңыз.</translation>
    </message>
    <message>
        <source>Слова совпали, установить</source>
        <translation>Сөздер сәйкес, орнату</translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message>
        <source>Период</source>
        <translation>Кезең</translation>
    </message>
    <message>
        <source>С</source>
        <translation>Басы</translation>
    </message>
    <message>
        <source>По</source>
        <translation>Соңы</translation>
    </message>
    <message>
        <source>Показать</source>
        <translation>Көрсету</translation>
    </message>
    <message>
        <source>Не менять</source>
        <translation>Өзгертпеу</translation>
    </message>
</context>
<context>
    <name>PhonePhotos</name>
    <message>
        <source>{0}: подходящих файлов нет</source>
        <translation>{0}: жарамды файлдар жоқ</translation>
    </message>
    <message>
        <source>{0}: новые сначала</source>
        <translation>{0}: жаңалары алдымен</translation>
    </message>
    <message>
        <source>Ищу фото…</source>
        <translation>Фото ізделуде…</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Бас тарту</translation>
    </message>
    <message>
        <source>Приложить</source>
        <translation>Тіркеу</translation>
    </message>
    <message>
        <source>Другая папка…</source>
        <translation>Басқа қалта…</translation>
    </message>
    <message>
        <source>С телефона или карты</source>
        <translation>Телефоннан немесе картадан</translation>
    </message>
    <message>
        <source>Ни телефона с буквой диска, ни карты не видно. Телефон, который Проводник показывает без буквы диска, программа прочесть не может: откройте его в Проводнике (на телефоне разрешите «Передачу файлов»), скопируйте нужные фото из папки DCIM в папку на компьютере и нажмите «Другая папка…».</source>
        <translation>Диск әрпі бар телефон да, карта да көрінбейді. Проводник диск әрпінсіз көрсететін телефонды бағдарлама оқи алмайды: оны Проводникте ашып (телефонда «Файлдарды тасымалдауға» рұқсат беріп), керек фотоларды DCIM қалтасынан компьютердегі қалтаға көшіріңіз де, «Басқа қалта…» түймесін басыңыз.</translation>
    </message>
</context>
<context>
    <name>PhotoCamera</name>
    <message>
        <source>Фото с камеры</source>
        <translation>Камерадан фото</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Бас тарту</translation>
    </message>
    <message>
        <source>Снять заново (Backspace)</source>
        <translation>Қайта түсіру (Backspace)</translation>
    </message>
    <message>
        <source>Снять (пробел)</source>
        <translation>Түсіру (бос орын)</translation>
    </message>
    <message>
        <source>Приложить (Enter)</source>
        <translation>Тіркеу (Enter)</translation>
    </message>
    <message>
        <source>Посмотрите, всё ли видно. Обрезать и размыть лица можно после.</source>
        <translation>Бәрі көріне ме, қараңыз. Қиюға және беттерді бұлдыратуға кейін болады.</translation>
    </message>
    <message>
        <source>Наведите камеру и нажмите пробел.</source>
        <translation>Камераны бағыттап, бос орын пернесін басыңыз.</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Обведите мышью часть фото. Лица и номера программа сама не ищет: закройте их вручную. + и − меняют размер, 0 — вписать.</source>
        <translation>Фотоның бөлігін тінтуірмен белгілеңіз. Бағдарлама беттер мен нөмірлерді өзі іздемейді: оларды қолмен жабыңыз. + және − өлшемін өзгертеді, 0 — толық көрсету.</translation>
    </message>
    <message>
        <source>C — оставить только рамку, B — размыть в рамке: из сохранённого фото это не вернуть.</source>
        <translation>C — тек жақтауды қалдыру, B — жақтау ішін бұлыңғырлау: сақталған фотодан оны қайтару мүмкін емес.</translation>
    </message>
    <message>
        <source>Стрелки двигают рамку, Shift+стрелки меняют размер, Enter — готово, Esc — убрать рамку.</source>
        <translation>Көрсеткілер жақтауды жылжытады, Shift+көрсеткілер өлшемін өзгертеді, Enter — дайын, Esc — жақтауды алып тастау.</translation>
    </message>
    <message>
        <source>+ и − меняют размер, 0 — вписать, стрелки двигают.</source>
        <translation>+ және − өлшемін өзгертеді, 0 — толық көрсету, көрсеткілер жылжытады.</translation>
    </message>
    <message>
        <source>Подпись к фото</source>
        <translation>Фотоның жазуы</translation>
    </message>
    <message>
        <source>Подпись:</source>
        <translation>Жазуы:</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Сохранить (Ctrl+Enter)</source>
        <translation>Сақтау (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Отменить (Ctrl+Z)</source>
        <translation>Болдырмау (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Размыть (B)</source>
        <translation>Бұлыңғырлау (B)</translation>
    </message>
    <message>
        <source>Обрезать (C)</source>
        <translation>Қию (C)</translation>
    </message>
    <message>
        <source>Повернуть вправо</source>
        <translation>Оңға бұру</translation>
    </message>
    <message>
        <source>Вправо (R)</source>
        <translation>Оңға (R)</translation>
    </message>
    <message>
        <source>Повернуть влево</source>
        <translation>Солға бұру</translation>
    </message>
    <message>
        <source>Влево (L)</source>
        <translation>Солға (L)</translation>
    </message>
</context>
<context>
    <name>PlayerDialog</name>
    <message>
        <source>‖ Пауза (F8)</source>
        <translation>‖ Кідірту (F8)</translation>
    </message>
    <message>
        <source>▶ Слушать (F8)</source>
        <translation>▶ Тыңдау (F8)</translation>
    </message>
    <message>
        <source>−5 с (F7)</source>
        <translation>−5 с (F7)</translation>
    </message>
    <message>
        <source>На пять секунд назад</source>
        <translation>Бес секунд артқа</translation>
    </message>
    <message>
        <source>Время в текст (F9)</source>
        <translation>Уақытты мәтінге (F9)</translation>
    </message>
    <message>
        <source>Место в записи</source>
        <translation>Жазбадағы орын</translation>
    </message>
    <message>
        <source>Расшифровка</source>
        <translation>Стенограмма</translation>
    </message>
    <message>
        <source>Расшифровка: сохраняется сама</source>
        <translation>Стенограмма: өзі сақталады</translation>
    </message>
    <message>
        <source>Метки</source>
        <translation>Белгілер</translation>
    </message>
    <message>
        <source>Скорость {0}</source>
        <translation>Жылдамдық {0}</translation>
    </message>
    <message>
        <source>F6 — скорость, Ctrl+J — к времени перед курсором, щелчок по времени — туда же.</source>
        <translation>F6 — жылдамдық, Ctrl+J — курсор алдындағы уақытқа, уақытты шерту де соған апарады.</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Жабу</translation>
    </message>
    <message>
        <source>Расшифровка: только чтение.</source>
        <translation>Стенограмма: тек оқуға.</translation>
    </message>
</context>
<context>
    <name>PointEditor</name>
    <message>
        <source>широта, долгота: 51.1605, 71.4704</source>
        <translation>ендік, бойлық: 51.1605, 71.4704</translation>
    </message>
    <message>
        <source>Нужны широта и долгота в градусах, например 51.1605, 71.4704.</source>
        <translation>Ендік пен бойлық градуспен керек, мысалы 51.1605, 71.4704.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Печать…</source>
        <translation>Басып шығару…</translation>
    </message>
    <message>
        <source>Ответы, комментарии и журнал в файле PDF, без личных данных</source>
        <translation>Жауаптар, түсініктемелер және журнал PDF файлында, жеке деректерсіз</translation>
    </message>
    <message>
        <source>Выберите интервью в таблице: здесь будут ответы и журнал.</source>
        <translation>Кестеден сұхбатты таңдаңыз: жауаптары мен журналы осы жерде көрінеді.</translation>
    </message>
    <message>
        <source>Продолжить</source>
        <translation>Жалғастыру</translation>
    </message>
    <message>
        <source>Исправить…</source>
        <translation>Түзету…</translation>
    </message>
    <message>
        <source>Удалить…</source>
        <translation>Жою…</translation>
    </message>
    <message>
        <source>Ответы</source>
        <translation>Жауаптар</translation>
    </message>
    <message>
        <source>Журнал</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Журнал изменений</source>
        <translation>Өзгерістер журналы</translation>
    </message>
    <message>
        <source>Услуга ещё не выбрана</source>
        <translation>Қызмет әлі таңдалмаған</translation>
    </message>
    <message>
        <source>Причина исправления: {reason}</source>
        <translation>Түзету себебі: {reason}</translation>
    </message>
    <message>
        <source>Ответов пока нет.</source>
        <translation>Әзірге жауап жоқ.</translation>
    </message>
    <message>
        <source>{what}.

Интервью снова станет черновиком новой редакции. Завершённая редакция останется в журнале, а из оценок интервью уйдёт, пока вы его не завершите.</source>
        <translation>{what}.

Сұхбат жаңа редакцияның қараламасына айналады. Аяқталған редакция журналда қалады, ал сұхбатты қайта аяқтағанша ол бағаларға кірмейді.</translation>
    </message>
    <message>
        <source>Исправить интервью</source>
        <translation>Сұхбатты түзету</translation>
    </message>
    <message>
        <source>Исправить</source>
        <translation>Түзету</translation>
    </message>
    <message>
        <source>Удалить интервью</source>
        <translation>Сұхбатты жою</translation>
    </message>
    <message>
        <source>Удалить</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>Перенести на новую версию…</source>
        <translation>Жаңа нұсқаға көшіру…</translation>
    </message>
    <message>
        <source>У анкеты есть новая версия {new}, этот черновик начат в версии {old}.</source>
        <translation>Сауалнаманың жаңа {new} нұсқасы бар, бұл қаралама {old} нұсқасында басталған.</translation>
    </message>
    <message>
        <source>Черновик перейдёт из версии {old} в версию {new}. Что не поместится, останется в журнале интервью.</source>
        <translation>Қаралама {old} нұсқасынан {new} нұсқасына көшеді. Сыймағаны сұхбат журналында қалады.</translation>
    </message>
    <message>
        <source>В файл…</source>
        <translation>Файлға…</translation>
    </message>
    <message>
        <source>Файл audit.csv, как в ODK Collect</source>
        <translation>ODK Collect-тегідей audit.csv файлы</translation>
    </message>
    <message>
        <source>Сохранить журнал</source>
        <translation>Журналды сақтау</translation>
    </message>
    <message>
        <source>Ещё не в пакете</source>
        <translation>Әлі пакетте емес</translation>
    </message>
    <message>
        <source>В пакете № {number}, ещё не отправлено</source>
        <translation>№ {number} пакетте, әлі жіберілмеген</translation>
    </message>
    <message>
        <source>Отправлено в пакете № {number}, квитанции ещё нет</source>
        <translation>№ {number} пакетпен жіберілді, түбіртегі әлі жоқ</translation>
    </message>
    <message>
        <source>Принято центральным офисом, пакет № {number}</source>
        <translation>Орталық кеңсе қабылдады, № {number} пакет</translation>
    </message>
    <message>
        <source>Расхождение с другой правкой: решает получатель</source>
        <translation>Басқа түзетумен қайшылық: алушы шешеді</translation>
    </message>
    <message>
        <source>Второй ввод</source>
        <translation>Екінші енгізу</translation>
    </message>
    <message>
        <source>Ввести с бумаги ещё раз, не видя прежних ответов, и сверить</source>
        <translation>Бұрынғы жауаптарды көрмей, қағаздан тағы бір рет енгізіп, салыстыру</translation>
    </message>
    <message>
        <source>Вернуть…</source>
        <translation>Қайтару…</translation>
    </message>
    <message>
        <source>{what}.

Интервью уйдёт из списков и оценок. Ответы и журнал останутся в рабочей папке, центральный офис узнает об удалении из следующего пакета. Вернуть его можно в «Удалённых».</source>
        <translation>{what}.

Сұхбат тізімдер мен бағалардан шығады. Жауаптары мен журналы жұмыс қалтасында қалады, орталық кеңсе жою туралы келесі пакеттен біледі. Оны «Жойылғандар» сүзгісінен қайтаруға болады.</translation>
    </message>
    <message>
        <source>{what}.

Интервью вернётся черновиком со всеми ответами. Если оно было завершено, завершите его ещё раз: тогда оно снова войдёт в оценки и в пакет.</source>
        <translation>{what}.

Сұхбат барлық жауаптарымен қаралама болып қайтады. Егер ол аяқталған болса, оны қайта аяқтаңыз: сонда бағалар мен пакетке қайта кіреді.</translation>
    </message>
    <message>
        <source>Вернуть интервью</source>
        <translation>Сұхбатты қайтару</translation>
    </message>
    <message>
        <source>Вернуть</source>
        <translation>Қайтару</translation>
    </message>
    <message>
        <source>(ещё {n} зн.)</source>
        <translation>(тағы {n} таңба)</translation>
    </message>
    <message>
        <source>Интервью № {number} удалено.</source>
        <translation>№ {number} сұхбат жойылды.</translation>
    </message>
    <message>
        <source>Интервью снова среди черновиков.</source>
        <translation>Сұхбат қайтадан қаралама болды.</translation>
    </message>
    <message>
        <source>Отчёт…</source>
        <translation>Есеп…</translation>
    </message>
    <message>
        <source>Отчёт о визите с фото: Word или PDF</source>
        <translation>Сапар туралы фотосы бар есеп: Word немесе PDF</translation>
    </message>
</context>
<context>
    <name>ProtectionPart</name>
    <message>
        <source>Рабочая папка зашифрована. Книги Excel и пакеты, которые вы сохраняете, уходят из неё как есть.</source>
        <translation>Жұмыс қалтасы шифрланған. Сіз сақтайтын Excel кітаптары мен пакеттер одан сол күйінде шығады.</translation>
    </message>
    <message>
        <source>Рабочая папка не зашифрована: её прочтёт любой, у кого окажется этот компьютер.</source>
        <translation>Жұмыс қалтасы шифрланбаған: оны осы компьютер қолына түскен кез келген адам оқи алады.</translation>
    </message>
    <message>
        <source>Защитить паролем…</source>
        <translation>Құпиясөзбен қорғау…</translation>
    </message>
    <message>
        <source>Сменить пароль…</source>
        <translation>Құпиясөзді ауыстыру…</translation>
    </message>
    <message>
        <source>Новый ключ восстановления…</source>
        <translation>Жаңа қалпына келтіру кілті…</translation>
    </message>
    <message>
        <source>Снять защиту…</source>
        <translation>Қорғауды алу…</translation>
    </message>
    <message>
        <source>Закрыть сейчас</source>
        <translation>Қазір жабу</translation>
    </message>
    <message>
        <source>Забыть пароль в системе</source>
        <translation>Жүйедегі құпиясөзді ұмыту</translation>
    </message>
    <message>
        <source>Закрывать без дела</source>
        <translation>Әрекетсіз тұрса жабу</translation>
    </message>
    <message>
        <source>через {n} мин</source>
        <translation>{n} мин кейін</translation>
    </message>
    <message>
        <source>никогда</source>
        <translation>ешқашан</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Сегодня</source>
        <translation>Бүгін</translation>
    </message>
    <message>
        <source>Интервью</source>
        <translation>Сұхбаттар</translation>
    </message>
    <message>
        <source>Оценки</source>
        <translation>Бағалар</translation>
    </message>
    <message>
        <source>Обмен</source>
        <translation>Алмасу</translation>
    </message>
    <message>
        <source>Настройки</source>
        <translation>Баптаулар</translation>
    </message>
    <message>
        <source>Визиты</source>
        <translation>Сапарлар</translation>
    </message>
    <message>
        <source>Контроль</source>
        <translation>Бақылау</translation>
    </message>
</context>
<context>
    <name>RankEditor</name>
    <message>
        <source>Нажимайте по порядку: первый, второй… Alt+↑ и Alt+↓ или мышь переставляют строку.</source>
        <translation>Ретімен басыңыз: бірінші, екінші… Alt+↑ және Alt+↓ немесе тінтуір жолды жылжытады.</translation>
    </message>
    <message>
        <source>Расставьте все: без места осталось {0}.</source>
        <translation>Бәрін орналастырыңыз: орынсыз қалғаны {0}.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Причина</source>
        <translation>Себебі</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Керек емес</translation>
    </message>
</context>
<context>
    <name>RecorderBar</name>
    <message>
        <source>Метка {0} поставлена</source>
        <translation>{0} белгісі қойылды</translation>
    </message>
    <message>
        <source>Продолжить</source>
        <translation>Жалғастыру</translation>
    </message>
    <message>
        <source>Пауза</source>
        <translation>Үзіліс</translation>
    </message>
    <message>
        <source>‖ Пауза {0}</source>
        <translation>‖ Үзіліс {0}</translation>
    </message>
    <message>
        <source>● Запись {0}</source>
        <translation>● Жазба {0}</translation>
    </message>
    <message>
        <source>⚠ Тишина: проверьте микрофон</source>
        <translation>⚠ Тыныштық: микрофонды тексеріңіз</translation>
    </message>
    <message>
        <source>1 час записи — около 115 МБ</source>
        <translation>1 сағат жазба — шамамен 115 МБ</translation>
    </message>
    <message>
        <source>Громкость</source>
        <translation>Дыбыс деңгейі</translation>
    </message>
    <message>
        <source>Закончить запись</source>
        <translation>Жазуды аяқтау</translation>
    </message>
    <message>
        <source>Слово и Enter: метка встанет на ту секунду, когда вы начали её ставить.</source>
        <translation>Сөз және Enter: белгі оны қоя бастаған секундқа түседі.</translation>
    </message>
    <message>
        <source>Слово к метке</source>
        <translation>Белгіге сөз</translation>
    </message>
    <message>
        <source>Метка (Ctrl+M)</source>
        <translation>Белгі (Ctrl+M)</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Ключ восстановления</source>
        <translation>Қалпына келтіру кілті</translation>
    </message>
    <message>
        <source>Запишите ключ восстановления</source>
        <translation>Қалпына келтіру кілтін жазып алыңыз</translation>
    </message>
    <message>
        <source>Скопировать</source>
        <translation>Көшіріп алу</translation>
    </message>
    <message>
        <source>Сохранить страницу для печати…</source>
        <translation>Басып шығаратын бетті сақтау…</translation>
    </message>
    <message>
        <source>Ключ записан</source>
        <translation>Кілт жазып алынды</translation>
    </message>
    <message>
        <source>Если пароль забудется, папку откроет только этот ключ. Больше он не будет показан. Храните его отдельно от ноутбука и никому не передавайте.</source>
        <translation>Құпиясөз ұмытылса, қалтаны тек осы кілт ашады. Ол енді көрсетілмейді. Оны ноутбуктен бөлек сақтаңыз және ешкімге бермеңіз.</translation>
    </message>
    <message>
        <source>Скопировано. Вставьте ключ в надёжное место.</source>
        <translation>Көшірілді. Кілтті сенімді жерге қойыңыз.</translation>
    </message>
    <message>
        <source>Страница сохранена: {file}. Напечатайте и удалите её.</source>
        <translation>Бет сақталды: {file}. Басып шығарып, өшіріп тастаңыз.</translation>
    </message>
</context>
<context>
    <name>ScoreDetail</name>
    <message>
        <source>Интервью</source>
        <translation>Сұхбаттар</translation>
    </message>
    <message>
        <source>Показать интервью, из которых сложился этот балл</source>
        <translation>Осы балл құралған сұхбаттарды көрсету</translation>
    </message>
    <message>
        <source>Копировать</source>
        <translation>Көшіру</translation>
    </message>
    <message>
        <source>Копировать критерии и вопросы как таблицу</source>
        <translation>Критерийлер мен сұрақтарды кесте түрінде көшіру</translation>
    </message>
    <message>
        <source>95 % интервал</source>
        <translation>95 % аралық</translation>
    </message>
    <message>
        <source>Оценок</source>
        <translation>Баға саны</translation>
    </message>
    <message>
        <source>Затруднились</source>
        <translation>Жауап қиын</translation>
    </message>
    <message>
        <source>Оценки от 1 до 5, %</source>
        <translation>1-ден 5-ке дейінгі бағалар, %</translation>
    </message>
    <message>
        <source>Критерии и вопросы</source>
        <translation>Критерийлер мен сұрақтар</translation>
    </message>
    <message>
        <source>Критерий, вопрос</source>
        <translation>Критерий, сұрақ</translation>
    </message>
    <message>
        <source>Балл</source>
        <translation>Балл</translation>
    </message>
    <message>
        <source>Все оценки</source>
        <translation>Барлық бағалар</translation>
    </message>
    <message>
        <source>Зоны ответственности</source>
        <translation>Жауапкершілік аймақтары</translation>
    </message>
    <message>
        <source>оценок нет</source>
        <translation>баға жоқ</translation>
    </message>
    <message>
        <source>доля «5»</source>
        <translation>«5» үлесі</translation>
    </message>
    <message>
        <source>анкет</source>
        <translation>сауалнама</translation>
    </message>
    <message>
        <source>Анкет меньше {n}: балл предварительный и неточный.</source>
        <translation>Сауалнама {n}-ден аз: балл алдын ала әрі дәл емес.</translation>
    </message>
    <message>
        <source>в отчете за 2025 год</source>
        <translation>2025 жылғы есепте</translation>
    </message>
    <message>
        <source>в пределах погрешности</source>
        <translation>қателік шегінде</translation>
    </message>
    <message>
        <source>за пределами погрешности</source>
        <translation>қателік шегінен тыс</translation>
    </message>
    <message>
        <source>анкет мало</source>
        <translation>сауалнама аз</translation>
    </message>
</context>
<context>
    <name>ScoresModel</name>
    <message>
        <source>Оценок нет.</source>
        <translation>Баға жоқ.</translation>
    </message>
    <message>
        <source>Предварительно: балл {score}, {band}, 95 % интервал {low}–{high}, анкет {n}, «5» {fives}.</source>
        <translation>Алдын ала нәтиже: балл {score}, {band}, 95 % аралық {low}–{high}, сауалнама {n}, «5» {fives}.</translation>
    </message>
    <message>
        <source>Опубликовано за 2025 год: {score}.</source>
        <translation>2025 жыл бойынша жарияланғаны: {score}.</translation>
    </message>
    <message>
        <source>Анкет мало, судить рано.</source>
        <translation>Сауалнама аз, қорытынды жасауға ерте.</translation>
    </message>
    <message>
        <source>Анкет мало: {n}.</source>
        <translation>Сауалнама аз: {n}.</translation>
    </message>
</context>
<context>
    <name>ScoresScreen</name>
    <message>
        <source>Плакаты…</source>
        <translation>Плакаттар…</translation>
    </message>
    <message>
        <source>Рейтинги всей базы на листах А4 для печати (PDF)</source>
        <translation>Бүкіл базаның рейтингтері басып шығаруға арналған А4 парақтарында (PDF)</translation>
    </message>
    <message>
        <source>Все услуги</source>
        <translation>Барлық қызметтер</translation>
    </message>
    <message>
        <source>Услуга</source>
        <translation>Қызмет</translation>
    </message>
    <message>
        <source>Балл</source>
        <translation>Балл</translation>
    </message>
    <message>
        <source>Интервал: от</source>
        <translation>Аралық: бастап</translation>
    </message>
    <message>
        <source>до</source>
        <translation>дейін</translation>
    </message>
    <message>
        <source>Уровень</source>
        <translation>Деңгейі</translation>
    </message>
    <message>
        <source>Анкет</source>
        <translation>Сауалнама</translation>
    </message>
    <message>
        <source>Доля «5»</source>
        <translation>«5» үлесі</translation>
    </message>
    <message>
        <source>Отчет за 2025 год</source>
        <translation>2025 жылғы есеп</translation>
    </message>
    <message>
        <source>Предварительно</source>
        <translation>Алдын ала нәтиже</translation>
    </message>
    <message>
        <source>Сохранить график</source>
        <translation>Графикті сақтау</translation>
    </message>
    <message>
        <source>Вся база</source>
        <translation>Бүкіл дерекқор</translation>
    </message>
    <message>
        <source>Качество государственных услуг: предварительно</source>
        <translation>Мемлекеттік қызметтер сапасы: алдын ала нәтиже</translation>
    </message>
    <message>
        <source>95 % интервал</source>
        <translation>95 % аралық</translation>
    </message>
    <message>
        <source>балл в отчете за 2025 год</source>
        <translation>2025 жылғы есептегі балл</translation>
    </message>
    <message>
        <source>Бледная полоса и знак ⚠: анкет меньше {n}, судить рано.</source>
        <translation>Солғын жолақ және ⚠ белгісі: сауалнама {n}-ден аз, қорытынды жасауға ерте.</translation>
    </message>
    <message>
        <source>Оценки</source>
        <translation>Бағалар</translation>
    </message>
    <message>
        <source>предварительно</source>
        <translation>алдын ала нәтиже</translation>
    </message>
    <message>
        <source>Балл по анкетам этой базы. Итоговый считает центральный офис.</source>
        <translation>Балл осы дерекқордағы сауалнамалар бойынша есептелді. Қорытынды баллды орталық кеңсе шығарады.</translation>
    </message>
    <message>
        <source>Копировать таблицу</source>
        <translation>Кестені көшіру</translation>
    </message>
    <message>
        <source>Сохранить график…</source>
        <translation>Графикті сақтау…</translation>
    </message>
    <message>
        <source>Крупнее: 4–5</source>
        <translation>Ірілеу: 4–5</translation>
    </message>
    <message>
        <source>Показать шкалу только от 4 до 5, точками</source>
        <translation>Шкаланың тек 4-тен 5-ке дейінгі бөлігін нүктелермен көрсету</translation>
    </message>
    <message>
        <source>Сначала лучшие</source>
        <translation>Алдымен үздіктері</translation>
    </message>
    <message>
        <source>Сначала худшие</source>
        <translation>Алдымен нашарлары</translation>
    </message>
    <message>
        <source>Сначала где больше анкет</source>
        <translation>Алдымен сауалнамасы көптері</translation>
    </message>
    <message>
        <source>По каталогу</source>
        <translation>Каталог ретімен</translation>
    </message>
    <message>
        <source>Порядок услуг</source>
        <translation>Қызметтердің реті</translation>
    </message>
    <message>
        <source>Оценки услуг</source>
        <translation>Қызметтердің бағалары</translation>
    </message>
    <message>
        <source>«5»</source>
        <translation>«5»</translation>
    </message>
    <message>
        <source>2025</source>
        <translation>2025</translation>
    </message>
    <message>
        <source>├─┤ 95 % интервал   ▼ балл в отчете за 2025 год   ⚠ анкет меньше {n}</source>
        <translation>├─┤ 95 % аралық   ▼ 2025 жылғы есептегі балл   ⚠ сауалнама {n}-ден аз</translation>
    </message>
    <message>
        <source>Завершенных анкет пока нет. Начните интервью (Ctrl+N): оценки появятся здесь сами.</source>
        <translation>Аяқталған сауалнама әзірге жоқ. Сұхбат бастаңыз (Ctrl+N): бағалар осында өзі шығады.</translation>
    </message>
    <message>
        <source>Таких анкет нет. Сбросьте условия или выберите другие.</source>
        <translation>Мұндай сауалнама жоқ. Шарттарды алып тастаңыз немесе басқасын таңдаңыз.</translation>
    </message>
    <message>
        <source>услуга</source>
        <translation>қызмет</translation>
    </message>
    <message>
        <source>копировать таблицу</source>
        <translation>кестені көшіру</translation>
    </message>
    <message>
        <source>мало</source>
        <translation>аз</translation>
    </message>
    <message>
        <source>Картинка</source>
        <translation>Сурет</translation>
    </message>
    <message>
        <source>Вектор</source>
        <translation>Вектор</translation>
    </message>
</context>
<context>
    <name>SearchMany</name>
    <message>
        <source>Слова из названия: Enter отметит, ещё раз Enter — снимет</source>
        <translation>Атауындағы сөздер: Enter белгілейді, тағы Enter — алып тастайды</translation>
    </message>
</context>
<context>
    <name>SendingPage</name>
    <message>
        <source>Собранные пакеты</source>
        <translation>Жиналған пакеттер</translation>
    </message>
    <message>
        <source>ждут отправки</source>
        <translation>жіберуді күтіп тұр</translation>
    </message>
    <message>
        <source>Синхронизация кладёт в папку на флешке или в сети всё завершённое и забирает квитанции. Пакет — то же одним файлом, для почты.</source>
        <translation>Синхрондау флешкадағы немесе желідегі қалтаға аяқталғанның бәрін салып, түбіртектерді алады. Пакет — дәл сол, бір файлда, поштаға арналған.</translation>
    </message>
    <message>
        <source>Синхронизировать…</source>
        <translation>Синхрондау…</translation>
    </message>
    <message>
        <source>С папкой на флешке, в сети или в облаке</source>
        <translation>Флешкадағы, желідегі немесе бұлттағы қалтамен</translation>
    </message>
    <message>
        <source>Собрать пакет…</source>
        <translation>Пакет жинау…</translation>
    </message>
    <message>
        <source>Отправить неподтверждённое ещё раз…</source>
        <translation>Расталмағанын қайта жіберу…</translation>
    </message>
    <message>
        <source>Всё, на что ещё нет квитанции. Дубликатов не будет.</source>
        <translation>Түбіртегі әлі келмегеннің бәрі. Қайталану болмайды.</translation>
    </message>
    <message>
        <source>Книга Excel…</source>
        <translation>Excel кітабы…</translation>
    </message>
    <message>
        <source>Все завершённые интервью, кодовая книга, таблицы и оценки</source>
        <translation>Барлық аяқталған сұхбат, кодтар кітабы, кестелер мен бағалар</translation>
    </message>
    <message>
        <source>В книгу — и личные данные</source>
        <translation>Кітапқа жеке деректерді де қосу</translation>
    </message>
    <message>
        <source>Телефоны, имена и слова людей. Такую книгу нельзя передавать посторонним.</source>
        <translation>Адамдардың телефондары, аттары мен айтқан сөздері. Мұндай кітапты бөгде адамдарға беруге болмайды.</translation>
    </message>
    <message>
        <source>Другие отчёты</source>
        <translation>Басқа есептер</translation>
    </message>
    <message>
        <source>Данные для анализа: SPSS, Parquet, CSV…</source>
        <translation>Талдауға арналған деректер: SPSS, Parquet, CSV…</translation>
    </message>
    <message>
        <source>Отчёты о визитах с фото: Word, PDF…</source>
        <translation>Сапарлар туралы фотоесептер: Word, PDF…</translation>
    </message>
    <message>
        <source>Сводка поля: PDF, Excel…</source>
        <translation>Дала жұмысының жиынтығы: PDF, Excel…</translation>
    </message>
    <message>
        <source>Плакаты рейтингов: PDF…</source>
        <translation>Рейтинг плакаттары: PDF…</translation>
    </message>
    <message>
        <source>Открыть папку</source>
        <translation>Қалтаны ашу</translation>
    </message>
    <message>
        <source>Пакетов ещё нет. Завершите интервью и нажмите «Собрать пакет».</source>
        <translation>Әзірге пакет жоқ. Сұхбатты аяқтап, «Пакет жинау» түймесін басыңыз.</translation>
    </message>
    <message>
        <source>Папка обмена на флешке, в сети или в облаке</source>
        <translation>Флешкадағы, желідегі немесе бұлттағы алмасу қалтасы</translation>
    </message>
    <message>
        <source>Обмениваюсь с папкой</source>
        <translation>Қалтамен алмасып жатырмын</translation>
    </message>
    <message>
        <source>Отправлено интервью: {n}.</source>
        <translation>Жіберілген сұхбат: {n}.</translation>
    </message>
    <message>
        <source>Нового для отправки нет.</source>
        <translation>Жіберетін жаңа ештеңе жоқ.</translation>
    </message>
    <message>
        <source>Куда положить пакет</source>
        <translation>Пакетті қайда саламыз</translation>
    </message>
    <message>
        <source>Собираю пакет</source>
        <translation>Пакет жиналып жатыр</translation>
    </message>
    <message>
        <source>Собирать нечего: все завершённые интервью уже в пакетах.</source>
        <translation>Жинайтын ештеңе жоқ: барлық аяқталған сұхбат пакеттерде.</translation>
    </message>
    <message>
        <source>Пакет {file}. Интервью: {interviews}, файлов: {media}.</source>
        <translation>{file} пакеті. Сұхбат: {interviews}, файл: {media}.</translation>
    </message>
    <message>
        <source>Он подписан, но не зашифрован: добавьте ключ центрального офиса на странице «Участники».</source>
        <translation>Оған қол қойылған, бірақ ол шифрланбаған: «Қатысушылар» бетінде орталық кеңсенің кілтін қосыңыз.</translation>
    </message>
    <message>
        <source>Не вошли, потому что их файлы повреждены: {count}.</source>
        <translation>Файлдары бүлінгендіктен кірмей қалғаны: {count}.</translation>
    </message>
    <message>
        <source>Остановлено: файл не записан.</source>
        <translation>Тоқтатылды: файл жазылмады.</translation>
    </message>
    <message>
        <source>Баллы и там, где ответили единицы</source>
        <translation>Бірен-саран адам жауап берген жердің балдары да</translation>
    </message>
    <message>
        <source>Таблицы ответов, один вопрос против другого: Excel, CSV…</source>
        <translation>Жауаптар кестелері, бір сұрақ екіншісіне қарсы: Excel, CSV…</translation>
    </message>
    <message>
        <source>Центральный офис не принял интервью {numbers}. Причина стоит у каждого из них; исправленное уйдёт со следующим обменом.</source>
        <translation>Орталық кеңсе мына сұхбаттарды қабылдамады: {numbers}. Себебі әрқайсысында жазылған; түзетілгені келесі алмасумен кетеді.</translation>
    </message>
    <message>
        <source>и ещё {n}</source>
        <translation>және тағы {n}</translation>
    </message>
    <message>
        <source>Отчёты о визитах по отдельности, в папку…</source>
        <translation>Сапарлар туралы есептер бөлек-бөлек, қалтаға…</translation>
    </message>
    <message>
        <source>Папка для отчётов: по документу Word и PDF на визит</source>
        <translation>Есептер қалтасы: әр сапарға Word және PDF құжаты</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Настройки</source>
        <translation>Баптаулар</translation>
    </message>
    <message>
        <source>Язык программы</source>
        <translation>Бағдарлама тілі</translation>
    </message>
    <message>
        <source>Вид</source>
        <translation>Көрініс</translation>
    </message>
    <message>
        <source>Кто работает</source>
        <translation>Кім жұмыс істейді</translation>
    </message>
    <message>
        <source>Рабочая папка</source>
        <translation>Жұмыс қалтасы</translation>
    </message>
    <message>
        <source>Как в системе</source>
        <translation>Жүйедегідей</translation>
    </message>
    <message>
        <source>Светлый</source>
        <translation>Ашық түсті</translation>
    </message>
    <message>
        <source>Тёмный</source>
        <translation>Күңгірт</translation>
    </message>
    <message>
        <source>Крупный текст</source>
        <translation>Ірі мәтін</translation>
    </message>
    <message>
        <source>Сохранить</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Папка</source>
        <translation>Қалта</translation>
    </message>
    <message>
        <source>Роль</source>
        <translation>Рөлі</translation>
    </message>
    <message>
        <source>Интервью</source>
        <translation>Сұхбат саны</translation>
    </message>
    <message>
        <source>Занимает</source>
        <translation>Көлемі</translation>
    </message>
    <message>
        <source>Создана</source>
        <translation>Құрылған күні</translation>
    </message>
    <message>
        <source>Номер устройства</source>
        <translation>Құрылғы нөмірі</translation>
    </message>
    <message>
        <source>Версия программы</source>
        <translation>Бағдарлама нұсқасы</translation>
    </message>
    <message>
        <source>Открыть папку</source>
        <translation>Қалтаны ашу</translation>
    </message>
    <message>
        <source>О программе и лицензии</source>
        <translation>Бағдарлама мен лицензиялар туралы</translation>
    </message>
    <message>
        <source>интервьюер</source>
        <translation>интервьюер</translation>
    </message>
    <message>
        <source>супервайзер</source>
        <translation>супервайзер</translation>
    </message>
    <message>
        <source>центральный офис</source>
        <translation>орталық кеңсе</translation>
    </message>
    <message>
        <source>Защита</source>
        <translation>Қорғаныс</translation>
    </message>
    <message>
        <source>Сохранность</source>
        <translation>Сақталуы</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Интервью завершено и записано. Следующее: Ctrl+N.</source>
        <translation>Сұхбат аяқталып, жазылды. Келесісі: Ctrl+N.</translation>
    </message>
    <message>
        <source>новое интервью</source>
        <translation>жаңа сұхбат</translation>
    </message>
    <message>
        <source>Услуга, интервью или команда</source>
        <translation>Қызмет, сұхбат немесе пәрмен</translation>
    </message>
    <message>
        <source>команда</source>
        <translation>пәрмен</translation>
    </message>
    <message>
        <source>услуга</source>
        <translation>қызмет</translation>
    </message>
    <message>
        <source>Новое интервью</source>
        <translation>Жаңа сұхбат</translation>
    </message>
    <message>
        <source>Язык: {name}</source>
        <translation>Тіл: {name}</translation>
    </message>
    <message>
        <source>Запись завершена и сохранена.</source>
        <translation>Жазба аяқталды және сақталды.</translation>
    </message>
    <message>
        <source>справка</source>
        <translation>анықтама</translation>
    </message>
</context>
<context>
    <name>TakingPage</name>
    <message>
        <source>Отложено</source>
        <translation>Бөлек қойылған</translation>
    </message>
    <message>
        <source>Что</source>
        <translation>Не туралы</translation>
    </message>
    <message>
        <source>Почему</source>
        <translation>Неге</translation>
    </message>
    <message>
        <source>Устройство ещё никто не принял. Позвоните отправителю, сверьте слова и примите его на странице «Участники».</source>
        <translation>Құрылғыны әлі ешкім қабылдаған жоқ. Жіберушіге хабарласып, сөздерді салыстырыңыз да, оны «Қатысушылар» бетінде қабылдаңыз.</translation>
    </message>
    <message>
        <source>Доверие отозвано. Если это ошибка, примите устройство снова на странице «Участники».</source>
        <translation>Сенім қайтарып алынған. Қате болса, құрылғыны «Қатысушылар» бетінде қайта қабылдаңыз.</translation>
    </message>
    <message>
        <source>Слова для сверки</source>
        <translation>Салыстыратын сөздер</translation>
    </message>
    <message>
        <source>запись {id}</source>
        <translation>{id} жазба</translation>
    </message>
    <message>
        <source>Отложенное</source>
        <translation>Бөлек қойылғандар</translation>
    </message>
    <message>
        <source>Пакеты, квитанции и настройки из папки на флешке, в сети или в облаке. Одно и то же можно принять сколько угодно раз: ничего не удвоится. Файлы можно и перетащить сюда.</source>
        <translation>Флешкадағы, желідегі немесе бұлттағы қалтадан пакеттер, түбіртектер және баптаулар. Бір нәрсені қанша рет қабылдасаңыз да, екі еселенбейді. Файлдарды осында сүйреп әкелуге де болады.</translation>
    </message>
    <message>
        <source>Принять папку…</source>
        <translation>Қалтаны қабылдау…</translation>
    </message>
    <message>
        <source>Принять файл…</source>
        <translation>Файлды қабылдау…</translation>
    </message>
    <message>
        <source>Принять отложенное ещё раз</source>
        <translation>Бөлек қойылғанды қайта қабылдау</translation>
    </message>
    <message>
        <source>Ничего не отложено: всё, что пришло, принято. Непонятное и чужое окажется здесь.</source>
        <translation>Бөлек қойылған ештеңе жоқ: келгеннің бәрі қабылданды. Түсініксіз және бөтен нәрсе осында түседі.</translation>
    </message>
    <message>
        <source>Отложенное и причины</source>
        <translation>Бөлек қойылғандар және себептері</translation>
    </message>
    <message>
        <source>Принимаю</source>
        <translation>Қабылдап жатырмын</translation>
    </message>
    <message>
        <source>Здесь нет ничего для этой рабочей папки.</source>
        <translation>Мұнда осы жұмыс қалтасына арналған ештеңе жоқ.</translation>
    </message>
    <message>
        <source>Принимаю отложенное</source>
        <translation>Бөлек қойылғанды қабылдап жатырмын</translation>
    </message>
    <message>
        <source>Пока не получается: причины в списке.</source>
        <translation>Әзірге болмай тұр: себептері тізімде.</translation>
    </message>
    <message>
        <source>Пакет, квитанция или настройки</source>
        <translation>Пакет, түбіртек немесе баптаулар</translation>
    </message>
    <message>
        <source>Все файлы (*)</source>
        <translation>Барлық файлдар (*)</translation>
    </message>
    <message>
        <source>Папка с пакетами</source>
        <translation>Пакеттер қалтасы</translation>
    </message>
    <message>
        <source>Остановлено. Что успело прийти целиком, принято.</source>
        <translation>Тоқтатылды. Толық келіп үлгергені қабылданды.</translation>
    </message>
    <message>
        <source>пакет с устройства {device}</source>
        <translation>{device} құрылғысының пакеті</translation>
    </message>
</context>
<context>
    <name>TimerEditor</name>
    <message>
        <source>Шаг (S)</source>
        <translation>Қадам (S)</translation>
    </message>
    <message>
        <source>Нужно целое число минут, например 12.</source>
        <translation>Минуттың бүтін саны керек, мысалы 12.</translation>
    </message>
    <message>
        <source>Шаги: {0}</source>
        <translation>Қадамдар: {0}</translation>
    </message>
    <message>
        <source>■ Стоп (T)</source>
        <translation>■ Тоқтату (T)</translation>
    </message>
    <message>
        <source>▶ Засечь время (T)</source>
        <translation>▶ Уақытты өлшеу (T)</translation>
    </message>
    <message>
        <source>в минутах</source>
        <translation>минутпен</translation>
    </message>
    <message>
        <source>Часы шли и при закрытом окне, с {0}</source>
        <translation>Сағат терезе жабық кезде де жүрді, басы: {0}</translation>
    </message>
    <message>
        <source>идёт с {0}</source>
        <translation>басталғаны: {0}</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Часы компьютера показывают {day}, это не может быть верно. Исправьте дату, иначе у интервью будет неверное время.</source>
        <translation>Компьютер сағаты {day} күнін көрсетіп тұр, бұл дұрыс болуы мүмкін емес. Күнді түзетіңіз, әйтпесе сұхбаттардың уақыты қате жазылады.</translation>
    </message>
    <message>
        <source>продолжить черновик</source>
        <translation>қараламаны жалғастыру</translation>
    </message>
    <message>
        <source>найти</source>
        <translation>табу</translation>
    </message>
    <message>
        <source>Сегодня</source>
        <translation>Бүгін</translation>
    </message>
    <message>
        <source>Новое интервью</source>
        <translation>Жаңа сұхбат</translation>
    </message>
    <message>
        <source>завершено сегодня</source>
        <translation>бүгін аяқталды</translation>
    </message>
    <message>
        <source>с понедельника</source>
        <translation>дүйсенбіден бері</translation>
    </message>
    <message>
        <source>ждут отправки</source>
        <translation>жіберуді күтіп тұр</translation>
    </message>
    <message>
        <source>К обмену</source>
        <translation>Алмасуға</translation>
    </message>
    <message>
        <source>Черновики</source>
        <translation>Қараламалар</translation>
    </message>
    <message>
        <source>Черновики, Enter продолжает</source>
        <translation>Қараламалар, Enter жалғастырады</translation>
    </message>
    <message>
        <source>План по услугам</source>
        <translation>Қызметтер жоспары</translation>
    </message>
    <message>
        <source>План по услугам: сделано из намеченного</source>
        <translation>Қызметтер бойынша жоспар: межеленгеннен орындалғаны</translation>
    </message>
    <message>
        <source>Незаконченных интервью нет. Начните новое: Ctrl+N. Закрыть окно можно в любую минуту.</source>
        <translation>Аяқталмаған сұхбат жоқ. Жаңасын бастаңыз: Ctrl+N. Терезені кез келген сәтте жаба беруге болады.</translation>
    </message>
    <message>
        <source>Для этого региона план не задан. Регион меняется в настройках.</source>
        <translation>Бұл өңірге жоспар берілмеген. Өңірді баптаулардан өзгертуге болады.</translation>
    </message>
    <message>
        <source>Услуга ещё не выбрана</source>
        <translation>Қызмет әлі таңдалмаған</translation>
    </message>
    <message>
        <source>{done} из {target}</source>
        <translation>{done} / {target}</translation>
    </message>
    <message>
        <source>все регионы</source>
        <translation>барлық өңір</translation>
    </message>
    <message>
        <source>На диске осталось {size}. Освободите место, чтобы ответы было куда записывать.</source>
        <translation>Дискіде {size} қалды. Жауаптар жазылатын орын болуы үшін дискіні босатыңыз.</translation>
    </message>
    <message>
        <source>новая версия анкеты</source>
        <translation>сауалнаманың жаңа нұсқасы</translation>
    </message>
    <message>
        <source>Найти услугу</source>
        <translation>Қызметті табу</translation>
    </message>
    <message>
        <source>Найти услугу в плане</source>
        <translation>Жоспардан қызметті табу</translation>
    </message>
    <message>
        <source>Ничего не нашлось. Измените поиск.</source>
        <translation>Ештеңе табылмады. Іздеуді өзгертіңіз.</translation>
    </message>
    <message>
        <source>Контроль отстаёт: перепроверьте ещё {n} интервью.</source>
        <translation>Бақылау артта қалды: тағы {n} сұхбатты қайта тексеріңіз.</translation>
    </message>
    <message>
        <source>Копии базы не было {n} дней. Сделайте копию на флешку: «Настройки», «Сохранность».</source>
        <translation>Дерекқор {n} күн бойы көшірілмеген. Флешкаға көшірме жасаңыз: «Баптаулар», «Сақталуы».</translation>
    </message>
</context>
<context>
    <name>TopLine</name>
    <message numerus="yes">
        <source>%n не отправлено</source>
        <translation>
            <numerusform>жіберілмегені: %n</numerusform>
            <numerusform>жіберілмегені: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Отправлять нечего</source>
        <translation>Жіберетін ештеңе жоқ</translation>
    </message>
    <message>
        <source>Найти…  Ctrl+K</source>
        <translation>Табу…  Ctrl+K</translation>
    </message>
    <message>
        <source>Найти услугу, интервью или команду</source>
        <translation>Қызметті, сұхбатты немесе пәрменді табу</translation>
    </message>
    <message>
        <source>Перейти к обмену</source>
        <translation>Алмасуға өту</translation>
    </message>
    <message>
        <source>Язык программы (F2)</source>
        <translation>Бағдарлама тілі (F2)</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Ключ восстановления</source>
        <translation>Қалпына келтіру кілті</translation>
    </message>
    <message>
        <source>Рабочая папка закрыта</source>
        <translation>Жұмыс қалтасы жабық</translation>
    </message>
    <message>
        <source>Введите ключ с распечатки и придумайте новый пароль.</source>
        <translation>Басылған парақтағы кілтті енгізіп, жаңа құпиясөз ойлап табыңыз.</translation>
    </message>
    <message>
        <source>Введите пароль. Интервью в папке {folder} зашифрованы.</source>
        <translation>Құпиясөзді енгізіңіз. {folder} қалтасындағы сұхбаттар шифрланған.</translation>
    </message>
    <message>
        <source>Пароль</source>
        <translation>Құпиясөз</translation>
    </message>
    <message>
        <source>Помнить пароль в хранилище паролей системы</source>
        <translation>Құпиясөзді жүйенің құпиясөз қоймасында сақтау</translation>
    </message>
    <message>
        <source>В этой системе нет хранилища паролей: пароль надо вводить</source>
        <translation>Бұл жүйеде құпиясөз қоймасы жоқ: құпиясөзді енгізу керек</translation>
    </message>
    <message>
        <source>Ввести пароль</source>
        <translation>Құпиясөзді енгізу</translation>
    </message>
    <message>
        <source>Пароль забыт</source>
        <translation>Құпиясөз ұмытылды</translation>
    </message>
    <message>
        <source>Другая папка…</source>
        <translation>Басқа қалта…</translation>
    </message>
    <message>
        <source>Проверяю пароль</source>
        <translation>Құпиясөзді тексеріп жатырмын</translation>
    </message>
    <message>
        <source>Подождите {n} с</source>
        <translation>{n} с күтіңіз</translation>
    </message>
    <message>
        <source>Открыть</source>
        <translation>Ашу</translation>
    </message>
</context>
<context>
    <name>VisitsScreen</name>
    <message>
        <source>Визиты</source>
        <translation>Сапарлар</translation>
    </message>
    <message>
        <source>Выводы</source>
        <translation>Тұжырымдар</translation>
    </message>
    <message>
        <source>начать или продолжить</source>
        <translation>бастау немесе жалғастыру</translation>
    </message>
    <message>
        <source>поиск</source>
        <translation>іздеу</translation>
    </message>
    <message>
        <source>скопировать строки</source>
        <translation>жолдарды көшіру</translation>
    </message>
    <message>
        <source>слушать запись</source>
        <translation>жазбаны тыңдау</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Принято интервью: {accepted}, заменено: {replaced}, уже было: {ignored}, расхождений: {conflicts}.</source>
        <translation>Қабылданған сұхбат: {accepted}, ауыстырылды: {replaced}, бұрын болған: {ignored}, қайшылық: {conflicts}.</translation>
    </message>
    <message>
        <source>Отложено с указанием причины: {n}.</source>
        <translation>Себебі көрсетіліп, бөлек қойылды: {n}.</translation>
    </message>
    <message>
        <source>Квитанция на пакет № {number}: принято {accepted}, отклонено {refused}.</source>
        <translation>№ {number} пакеттің түбіртегі: қабылданды {accepted}, қабылданбады {refused}.</translation>
    </message>
    <message>
        <source>Установлены настройки № {number}.</source>
        <translation>№ {number} баптаулар орнатылды.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Исправляется</source>
        <translation>Түзетілуде</translation>
    </message>
    <message>
        <source>Черновик</source>
        <translation>Қаралама</translation>
    </message>
    <message>
        <source>В карантине</source>
        <translation>Карантинде</translation>
    </message>
    <message>
        <source>Удалено</source>
        <translation>Жойылды</translation>
    </message>
    <message>
        <source>Отказ</source>
        <translation>Бас тартты</translation>
    </message>
    <message>
        <source>Не подходит</source>
        <translation>Сәйкес емес</translation>
    </message>
    <message>
        <source>Не состоялось</source>
        <translation>Өткізілмеді</translation>
    </message>
    <message>
        <source>Не дозвонились</source>
        <translation>Қосыла алмады</translation>
    </message>
    <message>
        <source>Завершено</source>
        <translation>Аяқталды</translation>
    </message>
    <message>
        <source>бумажная</source>
        <translation>қағаз түрінде</translation>
    </message>
    <message>
        <source>электронная</source>
        <translation>электронды</translation>
    </message>
    <message>
        <source>Массовый опрос</source>
        <translation>Жаппай сауалнама</translation>
    </message>
    <message>
        <source>Визит в ЦОН или госорган</source>
        <translation>ХҚКО-ға немесе мемлекеттік органға бару</translation>
    </message>
    <message>
        <source>Проверка зоны самообслуживания</source>
        <translation>Өзіне-өзі қызмет көрсету аймағын тексеру</translation>
    </message>
    <message>
        <source>Проверка портала</source>
        <translation>Порталды тексеру</translation>
    </message>
    <message>
        <source>Контрольный звонок</source>
        <translation>Бақылау қоңырауы</translation>
    </message>
    <message>
        <source>Интервью с услугодателем</source>
        <translation>Қызмет берушімен сұхбат</translation>
    </message>
    <message>
        <source>Интервью с услугополучателем</source>
        <translation>Қызмет алушымен сұхбат</translation>
    </message>
    <message>
        <source>Фокус-группа</source>
        <translation>Фокус-топ</translation>
    </message>
    <message>
        <source>Кабинетное исследование</source>
        <translation>Кабинеттік зерттеу</translation>
    </message>
    <message>
        <source>Проверка интервью</source>
        <translation>Сұхбатты тексеру</translation>
    </message>
    <message>
        <source>Госорган</source>
        <translation>Мемлекеттік орган</translation>
    </message>
    <message>
        <source>ЦОН</source>
        <translation>ХҚКО</translation>
    </message>
    <message>
        <source>Портал</source>
        <translation>Портал</translation>
    </message>
    <message>
        <source>Тайный покупатель</source>
        <translation>Құпия сатып алушы</translation>
    </message>
    <message>
        <source>Глубинные интервью</source>
        <translation>Тереңдетілген сұхбаттар</translation>
    </message>
    <message>
        <source>Фокус-группы</source>
        <translation>Фокус-топтар</translation>
    </message>
    <message>
        <source>Второй ввод № {number}</source>
        <translation>Екінші енгізу № {number}</translation>
    </message>
    <message>
        <source>начато</source>
        <translation>басталды</translation>
    </message>
    <message>
        <source>продолжено</source>
        <translation>жалғастырылды</translation>
    </message>
    <message>
        <source>ответ</source>
        <translation>жауап</translation>
    </message>
    <message>
        <source>приложен файл</source>
        <translation>файл тіркелді</translation>
    </message>
    <message>
        <source>добавлена строка</source>
        <translation>жол қосылды</translation>
    </message>
    <message>
        <source>удалена строка</source>
        <translation>жол алынды</translation>
    </message>
    <message>
        <source>другой язык</source>
        <translation>басқа тіл</translation>
    </message>
    <message>
        <source>отменено</source>
        <translation>қайтарылды</translation>
    </message>
    <message>
        <source>комментарий</source>
        <translation>түсініктеме</translation>
    </message>
    <message>
        <source>отложено</source>
        <translation>кейінге қалдырылды</translation>
    </message>
    <message>
        <source>завершено</source>
        <translation>аяқталды</translation>
    </message>
    <message>
        <source>записано целиком</source>
        <translation>тұтас жазылды</translation>
    </message>
    <message>
        <source>открыто для исправления</source>
        <translation>түзетуге ашылды</translation>
    </message>
    <message>
        <source>удалено</source>
        <translation>жойылды</translation>
    </message>
    <message>
        <source>возвращено</source>
        <translation>қайтарылды</translation>
    </message>
    <message>
        <source>вошло в пакет</source>
        <translation>пакетке кірді</translation>
    </message>
    <message>
        <source>пришла другая правка</source>
        <translation>басқа түзету келді</translation>
    </message>
    <message>
        <source>расхождение решено</source>
        <translation>қайшылық шешілді</translation>
    </message>
    <message>
        <source>принято из пакета</source>
        <translation>пакеттен қабылданды</translation>
    </message>
    <message>
        <source>личные данные стёрты</source>
        <translation>жеке деректер өшірілді</translation>
    </message>
    <message>
        <source>фото без размытия удалено</source>
        <translation>бұлыңғырланбаған фото жойылды</translation>
    </message>
    <message>
        <source>перенесено в новую версию анкеты</source>
        <translation>сауалнаманың жаңа нұсқасына көшірілді</translation>
    </message>
    <message>
        <source>ответ на новом месте</source>
        <translation>жауап жаңа орында</translation>
    </message>
    <message>
        <source>второй ввод с бумаги</source>
        <translation>қағаздан екінші рет енгізу</translation>
    </message>
    <message>
        <source>два ввода сверены</source>
        <translation>екі енгізу салыстырылды</translation>
    </message>
    <message>
        <source>ответ не перенесён</source>
        <translation>жауап көшірілмеді</translation>
    </message>
    <message>
        <source>отложено проверкой</source>
        <translation>тексеру бөлек қойды</translation>
    </message>
</context>
<context>
    <name>FinishView</name>
    <message>
        <source>Завершить интервью</source>
        <translation>Сұхбатты аяқтау</translation>
    </message>
    <message>
        <source>Что осталось</source>
        <translation>Не қалды</translation>
    </message>
    <message>
        <source>Все ответы на месте</source>
        <translation>Барлық жауап орнында</translation>
    </message>
    <message>
        <source>Enter или щелчок — перейти к вопросу. Ответы уже сохранены.</source>
        <translation>Enter бассаңыз немесе шертсеңіз, сұраққа өтесіз. Жауаптар сақталып қойған.</translation>
    </message>
    <message>
        <source>Enter — завершить. После этого интервью попадёт в оценки и в пакет для отправки.</source>
        <translation>Enter — аяқтау. Содан кейін сұхбат бағаларға және жіберілетін топтамаға кіреді.</translation>
    </message>
    <message>
        <source>Enter — завершить. Контакт сохранится, в оценки он не войдёт.</source>
        <translation>Enter — аяқтау. Байланыс сақталады, бірақ бағаларға кірмейді.</translation>
    </message>
    <message>
        <source>Отказ от интервью</source>
        <translation>Сұхбаттан бас тартты</translation>
    </message>
    <message>
        <source>Респондент не подходит</source>
        <translation>Респондент сәйкес келмейді</translation>
    </message>
    <message>
        <source>Осталось ответить или исправить: {0}</source>
        <translation>Жауап беру не түзету керек сұрақ: {0}</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>нужен ответ</source>
        <translation>жауап керек</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Ответ не сохранён и отменён.</source>
        <translation>Жауап сақталмады және кері қайтарылды.</translation>
    </message>
    <message>
        <source>Повторить (F5)</source>
        <translation>Қайталау (F5)</translation>
    </message>
    <message>
        <source>Сохранить в другую папку… (F6)</source>
        <translation>Басқа қалтаға сақтау… (F6)</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>готово</source>
        <translation>дайын</translation>
    </message>
    <message>
        <source>отвечено {0} из {1}</source>
        <translation>жауап берілгені: {0} / {1}</translation>
    </message>
    <message>
        <source>нужно исправить: {0}</source>
        <translation>түзету керек: {0}</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Разделы анкеты</source>
        <translation>Сауалнама бөлімдері</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>{name}: {size} МБ. Такой файл долго передавать.</source>
        <translation>{name}: {size} МБ. Мұндай файлды жіберу ұзаққа созылады.</translation>
    </message>
    <message>
        <source>Приложить целиком</source>
        <translation>Толық тіркеу</translation>
    </message>
    <message>
        <source>{name}: фото {size} МБ. Уменьшить его до {points} точек?</source>
        <translation>{name}: фото {size} МБ. Оны {points} нүктеге дейін кішірейту керек пе?</translation>
    </message>
    <message>
        <source>Уменьшить</source>
        <translation>Кішірейту</translation>
    </message>
    <message>
        <source>Оставить как есть</source>
        <translation>Сол күйінде қалдыру</translation>
    </message>
    <message>
        <source>Не прилагать</source>
        <translation>Тіркемеу</translation>
    </message>
</context>
<context>
    <name>FillingScreen</name>
    <message>
        <source>Заполнение анкеты</source>
        <translation>Сауалнаманы толтыру</translation>
    </message>
    <message>
        <source>дальше</source>
        <translation>әрі қарай</translation>
    </message>
    <message>
        <source>назад</source>
        <translation>артқа</translation>
    </message>
    <message>
        <source>другой язык</source>
        <translation>басқа тіл</translation>
    </message>
    <message>
        <source>комментарий</source>
        <translation>түсініктеме</translation>
    </message>
    <message>
        <source>отменить ответ</source>
        <translation>жауапты қайтару</translation>
    </message>
    <message>
        <source>завершить</source>
        <translation>аяқтау</translation>
    </message>
    <message>
        <source>подсказка</source>
        <translation>көмек</translation>
    </message>
    <message>
        <source>Куда сохранить интервью</source>
        <translation>Сұхбатты қайда сақтау керек</translation>
    </message>
    <message>
        <source>Сохраняю в другую папку…</source>
        <translation>Басқа қалтаға сақталып жатыр…</translation>
    </message>
    <message>
        <source>Черновик заполняется по версии {old} анкеты, уже есть версия {new}.</source>
        <translation>Қаралама сауалнаманың {old} нұсқасы бойынша толтырылуда, {new} нұсқасы шықты.</translation>
    </message>
    <message>
        <source>Перенести…</source>
        <translation>Көшіру…</translation>
    </message>
    <message>
        <source>Черновик перейдёт из версии {old} в версию {new}. Что не поместится, останется в журнале интервью.</source>
        <translation>Қаралама {old} нұсқасынан {new} нұсқасына көшеді. Сыймағаны сұхбат журналында қалады.</translation>
    </message>
    <message>
        <source>Быстрый ввод (F7)</source>
        <translation>Жылдам енгізу (F7)</translation>
    </message>
    <message>
        <source>С бумаги: вопросы строго по порядку, ничего не открывается и не прокручивается само.</source>
        <translation>Қағаздан: сұрақтар рет-ретімен, ештеңе өздігінен ашылмайды және жылжымайды.</translation>
    </message>
    <message>
        <source>Второй ввод интервью № {number}: вводите с бумаги, прежних ответов не видно.</source>
        <translation>№ {number} сұхбатты екінші енгізу: қағаздан енгізіңіз, бұрынғы жауаптар көрінбейді.</translation>
    </message>
    <message>
        <source>Сверить</source>
        <translation>Салыстыру</translation>
    </message>
</context>
<context>
    <name>CommentSheet</name>
    <message>
        <source>Enter — сохранить, Alt+Enter — новая строка, Esc — не менять</source>
        <translation>Enter — сақтау, Alt+Enter — жаңа жол, Esc — өзгертпеу</translation>
    </message>
    <message>
        <source>Комментарий к вопросу</source>
        <translation>Сұраққа түсініктеме</translation>
    </message>
    <message>
        <source>Комментарий: {0}</source>
        <translation>Түсініктеме: {0}</translation>
    </message>
</context>
<context>
    <name>HintSheet</name>
    <message>
        <source>К этому вопросу нет пояснений.</source>
        <translation>Бұл сұраққа түсіндірме жоқ.</translation>
    </message>
    <message>
        <source>1–5 — оценка, 0 — затрудняюсь ответить. Цифра или буква рядом с вариантом выбирает его, пробел — отметить.
Enter — дальше, Shift+Enter — назад, Page Up и Page Down — соседние разделы, Ctrl+G — к любому вопросу.
F2 — другой язык, F4 — комментарий, Ctrl+P — фото к этой строке, Ctrl+Z — отменить последнее, Delete — убрать ответ.
Ctrl+Insert, Ctrl+D, Ctrl+Delete — добавить, повторить, убрать строку; T — засечь минуты или взять с телефона, C — камера, R — записать, O — открыть; F7 — быстрый ввод с бумаги.
Ctrl+Enter — завершить, Esc — выйти: ответы сохранены.</source>
        <translation>1–5 — баға, 0 — жауап беру қиын. Нұсқаның жанындағы сан немесе әріп оны таңдайды, бос орын пернесі — белгілейді.
Enter — әрі қарай, Shift+Enter — артқа, Page Up және Page Down — көрші бөлімдер, Ctrl+G — кез келген сұраққа.
F2 — басқа тіл, F4 — түсініктеме, Ctrl+P — осы жолға фото, Ctrl+Z — соңғысын қайтару, Delete — жауапты алып тастау.
Ctrl+Insert, Ctrl+D, Ctrl+Delete — жолды қосу, қайталау, алып тастау; T — минутты өлшеу не телефоннан алу, C — камера, R — жазу, O — ашу; F7 — қағаздан жылдам енгізу.
Ctrl+Enter — аяқтау, Esc — шығу: жауаптар сақталған.</translation>
    </message>
</context>
<context>
    <name>GotoSheet</name>
    <message>
        <source>Перейти к вопросу</source>
        <translation>Сұраққа өту</translation>
    </message>
    <message>
        <source>Вопрос</source>
        <translation>Сұрақ</translation>
    </message>
</context>
<context>
    <name>RowBar</name>
    <message>
        <source>Добавить строку (Ctrl+Insert)</source>
        <translation>Жол қосу (Ctrl+Insert)</translation>
    </message>
    <message>
        <source>Убрать строку (Ctrl+Delete)</source>
        <translation>Жолды алып тастау (Ctrl+Delete)</translation>
    </message>
    <message>
        <source>Строк пока нет</source>
        <translation>Әзірге жол жоқ</translation>
    </message>
    <message>
        <source>Строка {0} из {1}</source>
        <translation>{0}-жол, барлығы {1}</translation>
    </message>
    <message>
        <source>Повторить строку (Ctrl+D)</source>
        <translation>Жолды қайталау (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Нужен ответ.</source>
        <translation>Жауап керек.</translation>
    </message>
</context>
<context>
    <name>MediaEditor</name>
    <message>
        <source>С телефона… (T)</source>
        <translation>Телефоннан… (T)</translation>
    </message>
    <message>
        <source>Записать (R)</source>
        <translation>Жазу (R)</translation>
    </message>
    <message>
        <source>Открыть (O)</source>
        <translation>Ашу (O)</translation>
    </message>
    <message>
        <source>Добавить фото…</source>
        <translation>Фото қосу…</translation>
    </message>
    <message>
        <source>Добавить запись…</source>
        <translation>Жазба қосу…</translation>
    </message>
    <message>
        <source>Добавить видео…</source>
        <translation>Бейне қосу…</translation>
    </message>
    <message>
        <source>Убрать</source>
        <translation>Алып тастау</translation>
    </message>
    <message>
        <source>Добавить файл…</source>
        <translation>Файл қосу…</translation>
    </message>
    <message>
        <source>Можно перетащить файл сюда или вставить (Ctrl+V).</source>
        <translation>Файлды осында сүйреп әкелуге немесе қоюға (Ctrl+V) болады.</translation>
    </message>
    <message>
        <source>Готовлю файл… {percent} %</source>
        <translation>Файл дайындалуда… {percent} %</translation>
    </message>
    <message>
        <source>Все файлы (*)</source>
        <translation>Барлық файлдар (*)</translation>
    </message>
    <message>
        <source>С камеры… (C)</source>
        <translation>Камерадан… (C)</translation>
    </message>
    <message>
        <source>Камеры нет</source>
        <translation>Камера жоқ</translation>
    </message>
    <message>
        <source>Микрофона нет</source>
        <translation>Микрофон жоқ</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Такой даты нет. Образец: 24.11.2026 или 241126.</source>
        <translation>Мұндай күн жоқ. Үлгісі: 24.11.2026 немесе 241126.</translation>
    </message>
    <message>
        <source>дд.мм.гггг</source>
        <translation>кк.аа.жжжж</translation>
    </message>
    <message>
        <source>Календарь</source>
        <translation>Күнтізбе</translation>
    </message>
    <message>
        <source>Выбрать день в календаре</source>
        <translation>Күнді күнтізбеден таңдау</translation>
    </message>
</context>
<context>
    <name>TimeEditor</name>
    <message>
        <source>Такого времени нет. Образец: 14:30 или 1430.</source>
        <translation>Мұндай уақыт жоқ. Үлгісі: 14:30 немесе 1430.</translation>
    </message>
    <message>
        <source>чч:мм</source>
        <translation>сс:мм</translation>
    </message>
</context>
<context>
    <name>MomentEditor</name>
    <message>
        <source>Нужны день и время. Образец: 24.11.2026 14:30.</source>
        <translation>Күн мен уақыт керек. Үлгісі: 24.11.2026 14:30.</translation>
    </message>
    <message>
        <source>дд.мм.гггг чч:мм</source>
        <translation>кк.аа.жжжж сс:мм</translation>
    </message>
</context>
<context>
    <name>SearchList</name>
    <message>
        <source>Ничего не найдено. Попробуйте другое слово или его начало.</source>
        <translation>Ештеңе табылмады. Басқа сөзді не сөздің басын теріп көріңіз.</translation>
    </message>
    <message>
        <source>Слова из названия или номер</source>
        <translation>Атауындағы сөздер не нөмірі</translation>
    </message>
</context>
<context>
    <name>AcknowledgeEditor</name>
    <message>
        <source>Подтверждаю</source>
        <translation>Растаймын</translation>
    </message>
</context>
<context>
    <name>UnknownEditor</name>
    <message>
        <source>Тип «{0}» эта версия показывает простым текстом: ответ записывается как есть.</source>
        <translation>«{0}» түрін бұл нұсқа жай мәтін ретінде көрсетеді: жауап жазылған күйінде сақталады.</translation>
    </message>
</context>
<context>
    <name>IntegerEditor</name>
    <message>
        <source>Нужно целое число, например 42.</source>
        <translation>Бүтін сан керек, мысалы 42.</translation>
    </message>
</context>
<context>
    <name>DecimalEditor</name>
    <message>
        <source>Нужно число, например 3,5.</source>
        <translation>Сан керек, мысалы 3,5.</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Услуги: график</source>
        <translation>Қызметтер: график</translation>
    </message>
    <message>
        <source>Что показать</source>
        <translation>Нені көрсету керек</translation>
    </message>
</context>
<context>
    <name>TablesPage</name>
    <message>
        <source>«Мало»: ответили меньше {n} человек. ⚠ меньше {few} человек: судить рано.</source>
        <translation>«Аз»: {n} адамнан аз жауап берген. ⚠ {few} адамнан аз: қорытынды жасауға ерте.</translation>
    </message>
    <message>
        <source>Онлайн-анкетирование</source>
        <translation>Онлайн сауалнама</translation>
    </message>
    <message>
        <source>Показать интервью</source>
        <translation>Сұхбаттарды көрсету</translation>
    </message>
    <message>
        <source>Интервью, из которых сложилась выбранная строка (Enter)</source>
        <translation>Таңдалған жол құралған сұхбаттар (Enter)</translation>
    </message>
    <message>
        <source>Онлайн-анкетирование: {name}</source>
        <translation>Онлайн сауалнама: {name}</translation>
    </message>
    <message>
        <source>Добавить онлайн-анкетирование…</source>
        <translation>Онлайн сауалнаманы қосу…</translation>
    </message>
    <message>
        <source>Таблица Excel: госорган, регион или услуга, балл, процент</source>
        <translation>Excel кестесі: мемлекеттік орган, өңір немесе қызмет, балл, пайыз</translation>
    </message>
    <message>
        <source>Убрать</source>
        <translation>Алып тастау</translation>
    </message>
    <message>
        <source>Названия услуг каталог публикует только по-русски.</source>
        <translation>Қызмет атауларын каталог тек орыс тілінде жариялайды.</translation>
    </message>
    <message>
        <source>Записать цифры этого года</source>
        <translation>Осы жылдың көрсеткіштерін жазу</translation>
    </message>
    <message>
        <source>Записать цифры этого года для сравнения…</source>
        <translation>Салыстыру үшін осы жылдың көрсеткіштерін жазу…</translation>
    </message>
    <message>
        <source>Онлайн-анкетирование из этого файла стоит в таблице «{name}».</source>
        <translation>Бұл файлдағы онлайн-сауалнама «{name}» кестесінде тұр.</translation>
    </message>
    <message>
        <source>строка</source>
        <translation>жол</translation>
    </message>
    <message>
        <source>интервью</source>
        <translation>сұхбаттар</translation>
    </message>
    <message>
        <source>найти</source>
        <translation>табу</translation>
    </message>
</context>
<context>
    <name>MovingDialog</name>
    <message>
        <source>Перенести на новую версию</source>
        <translation>Жаңа нұсқаға көшіру</translation>
    </message>
    <message>
        <source>Что будет с ответами</source>
        <translation>Жауаптармен не болады</translation>
    </message>
    <message>
        <source>Перенести</source>
        <translation>Көшіру</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Керек емес</translation>
    </message>
</context>
<context>
    <name>ReportBar</name>
    <message>
        <source>Данные для анализа</source>
        <translation>Талдауға арналған деректер</translation>
    </message>
    <message>
        <source>Отчёты о визитах</source>
        <translation>Сапарлар туралы есептер</translation>
    </message>
    <message>
        <source>Сводка поля</source>
        <translation>Дала жұмысының жиынтығы</translation>
    </message>
    <message>
        <source>Плакаты рейтингов</source>
        <translation>Рейтинг плакаттары</translation>
    </message>
    <message>
        <source>Печать интервью</source>
        <translation>Сұхбатты басып шығару</translation>
    </message>
    <message>
        <source>Остановить</source>
        <translation>Тоқтату</translation>
    </message>
    <message>
        <source>Сколько сделано</source>
        <translation>Қаншасы дайын</translation>
    </message>
    <message>
        <source>{report}: пишу</source>
        <translation>{report}: жазылуда</translation>
    </message>
    <message>
        <source>Записано: {file}</source>
        <translation>Жазылды: {file}</translation>
    </message>
    <message>
        <source>Записать как {name}</source>
        <translation>{name} деп жазу</translation>
    </message>
    <message>
        <source>Остановлено: файл не записан.</source>
        <translation>Тоқтатылды: файл жазылмады.</translation>
    </message>
    <message>
        <source>Книга Excel</source>
        <translation>Excel кітабы</translation>
    </message>
    <message>
        <source>Таблицы ответов</source>
        <translation>Жауаптар кестелері</translation>
    </message>
    <message>
        <source>В документе {size}: Word откроет его не сразу. Легче — «Отчёты о визитах по отдельности».</source>
        <translation>Құжат көлемі {size}: Word оны бірден ашпайды. «Сапарлар туралы есептер бөлек-бөлек» жеңілірек.</translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Сохранить список…</source>
        <translation>Тізімді сақтау…</translation>
    </message>
    <message>
        <source>Весь список, как он показан, в Excel или CSV</source>
        <translation>Тізім түгел, қалай көрсетілсе, солай Excel немесе CSV файлына сақталады</translation>
    </message>
    <message>
        <source>Сохранить список</source>
        <translation>Тізімді сақтау</translation>
    </message>
    <message>
        <source>Отменить: сохранено {share} %</source>
        <translation>Тоқтату: {share} % сақталды</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>Сделать копию…</source>
        <translation>Көшірме жасау…</translation>
    </message>
    <message>
        <source>Вся рабочая папка целиком, например на флешку</source>
        <translation>Бүкіл жұмыс қалтасы, мысалы флешкаға</translation>
    </message>
    <message>
        <source>Проверить</source>
        <translation>Тексеру</translation>
    </message>
    <message>
        <source>Всё ли цело: база, интервью, файлы, журнал</source>
        <translation>Бәрі бүтін бе: дерекқор, сұхбаттар, файлдар, журнал</translation>
    </message>
    <message>
        <source>Другая рабочая папка…</source>
        <translation>Басқа жұмыс қалтасы…</translation>
    </message>
    <message>
        <source>Остановить</source>
        <translation>Тоқтату</translation>
    </message>
    <message>
        <source>Исправить</source>
        <translation>Түзету</translation>
    </message>
    <message>
        <source>Сколько сделано</source>
        <translation>Қанша жасалды</translation>
    </message>
    <message>
        <source>Что нашла проверка</source>
        <translation>Тексеру не тапты</translation>
    </message>
    <message>
        <source>Куда положить копию</source>
        <translation>Көшірмені қайда қою керек</translation>
    </message>
    <message>
        <source>Копия готова и проверена: {folder}</source>
        <translation>Көшірме дайын, тексерілді: {folder}</translation>
    </message>
    <message>
        <source>В ней нет файлов: {names}.</source>
        <translation>Онда жоқ файлдар: {names}.</translation>
    </message>
    <message>
        <source>Рабочая папка в порядке.</source>
        <translation>Жұмыс қалтасы дұрыс.</translation>
    </message>
    <message>
        <source>Исправлено всё, что нашла проверка.</source>
        <translation>Тексеру тапқанның бәрі түзетілді.</translation>
    </message>
    <message>
        <source>Найдено неисправностей: {count}.</source>
        <translation>Табылған ақау саны: {count}.</translation>
    </message>
    <message>
        <source>Остановлено.</source>
        <translation>Тоқтатылды.</translation>
    </message>
</context>
<context>
    <name>YearButton</name>
    <message>
        <source>Цифры другого года</source>
        <translation>Басқа жылдың көрсеткіштері</translation>
    </message>
    <message>
        <source>отчет за 2025 год</source>
        <translation>2025 жылғы есеп</translation>
    </message>
    <message>
        <source>Сравнение: {name}</source>
        <translation>Салыстыру: {name}</translation>
    </message>
    <message>
        <source>С чем сравнить рейтинги: отчет 2025 года или цифры из файла</source>
        <translation>Рейтингтер немен салыстырылады: 2025 жылғы есеппен не файлдағы көрсеткіштермен</translation>
    </message>
    <message>
        <source>Цифры другого года из файла…</source>
        <translation>Файлдан басқа жылдың көрсеткіштері…</translation>
    </message>
</context>
<context>
    <name>CrossDialog</name>
    <message>
        <source>Таблицы ответов</source>
        <translation>Жауаптар кестелері</translation>
    </message>
    <message>
        <source>Линейные таблицы всех вопросов. Выберите два вопроса, и добавится таблица одного против другого: числа, проценты по строке и по столбцу, хи-квадрат и V Крамера.</source>
        <translation>Барлық сұрақтың сызықтық кестелері. Екі сұрақ таңдасаңыз, олардың қиылысу кестесі қосылады: сандар, жол және баған бойынша пайыз, хи-квадрат пен Крамердің V коэффициенті.</translation>
    </message>
    <message>
        <source>В строках</source>
        <translation>Жолдарда</translation>
    </message>
    <message>
        <source>В столбцах</source>
        <translation>Бағандарда</translation>
    </message>
    <message>
        <source>Сохранить…</source>
        <translation>Сақтау…</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Керек емес</translation>
    </message>
    <message>
        <source>не нужно</source>
        <translation>керек емес</translation>
    </message>
</context>
</TS>
