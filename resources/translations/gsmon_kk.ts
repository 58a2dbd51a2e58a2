<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk" sourcelanguage="ru">
<context>
    <name>ScoresScreen</name>
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
        <source>Картинка</source>
        <translation>Сурет</translation>
    </message>
    <message>
        <source>Вектор</source>
        <translation>Вектор</translation>
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
</context>
<context>
    <name>ScoreDetail</name>
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
</context>
<context>
    <name>ItemsModel</name>
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
    <name>FillingScreen</name>
    <message>
        <source>Строка убрана. Ctrl+Z вернёт её.</source>
        <translation>Жол алынды. Ctrl+Z оны қайтарады.</translation>
    </message>
    <message>
        <source>Заполнение анкеты</source>
        <translation>Сауалнаманы толтыру</translation>
    </message>
    <message>
        <source>Отменять больше нечего.</source>
        <translation>Қайтарып алатын ештеңе қалмады.</translation>
    </message>
    <message>
        <source>На этой странице нет вопроса с фотографией.</source>
        <translation>Бұл бетте фотосурет сұралмайды.</translation>
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
        <source>1–5 — оценка, 0 — затрудняюсь ответить. Цифра или буква рядом с вариантом выбирает его, пробел — отметить.
Enter — дальше, Shift+Enter — назад, Page Up и Page Down — соседние разделы, Ctrl+G — к любому вопросу.
F2 — другой язык, F4 — комментарий, Ctrl+P — фото, Ctrl+Z — отменить ответ, Delete — убрать ответ.
Ctrl+Enter — завершить, Esc — выйти: ответы сохранены.</source>
        <translation>1–5 — баға, 0 — жауап беру қиын. Нұсқаның жанындағы цифр не әріп оны таңдайды, бос орын пернесі — белгілеу.
Enter — әрі қарай, Shift+Enter — артқа, Page Up және Page Down — көрші бөлімдер, Ctrl+G — кез келген сұраққа.
F2 — басқа тіл, F4 — түсініктеме, Ctrl+P — фото, Ctrl+Z — жауапты қайтару, Delete — жауапты өшіру.
Ctrl+Enter — аяқтау, Esc — шығу: жауаптар сақталған.</translation>
    </message>
    <message>
        <source>К этому вопросу нет пояснений.</source>
        <translation>Бұл сұраққа түсіндірме жоқ.</translation>
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
        <source>Строка {0} из {1}</source>
        <translation>{0}-жол, барлығы {1}</translation>
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
        <source>Этот файл сюда не подходит: {0}. Годятся {1}.</source>
        <translation>Бұл файл мұнда жарамайды: {0}. Жарайтындары: {1}.</translation>
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
</TS>
