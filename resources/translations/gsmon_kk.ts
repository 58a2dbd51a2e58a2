<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk" sourcelanguage="ru">
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
        <source>Изменить: слова из названия или номер</source>
        <translation>Өзгерту: атауындағы сөздер не нөмірі</translation>
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
