<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ru">
<context>
    <name>ScoresScreen</name>
    <message>
        <source>Все услуги</source>
        <translation>All services</translation>
    </message>
    <message>
        <source>Услуга</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Балл</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Интервал: от</source>
        <translation>Interval: from</translation>
    </message>
    <message>
        <source>до</source>
        <translation>to</translation>
    </message>
    <message>
        <source>Уровень</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Анкет</source>
        <translation>Interviews</translation>
    </message>
    <message>
        <source>Доля «5»</source>
        <translation>Share of “5”</translation>
    </message>
    <message>
        <source>Отчет за 2025 год</source>
        <translation>Report for 2025</translation>
    </message>
    <message>
        <source>Предварительно</source>
        <translation>Preliminary</translation>
    </message>
    <message>
        <source>Сохранить график</source>
        <translation>Save the chart</translation>
    </message>
    <message>
        <source>Картинка</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Вектор</source>
        <translation>Vector</translation>
    </message>
    <message>
        <source>Вся база</source>
        <translation>Whole workspace</translation>
    </message>
    <message>
        <source>Качество государственных услуг: предварительно</source>
        <translation>Quality of state services: preliminary</translation>
    </message>
    <message>
        <source>95 % интервал</source>
        <translation>95 % interval</translation>
    </message>
    <message>
        <source>балл в отчете за 2025 год</source>
        <translation>score in the report for 2025</translation>
    </message>
    <message>
        <source>Бледная полоса и знак ⚠: анкет меньше {n}, судить рано.</source>
        <translation>A pale bar and ⚠: fewer than {n} interviews, too early to judge.</translation>
    </message>
    <message>
        <source>Оценки</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>предварительно</source>
        <translation>preliminary</translation>
    </message>
    <message>
        <source>Балл по анкетам этой базы. Итоговый считает центральный офис.</source>
        <translation>The score of this workspace’s interviews. The final one is made at the central office.</translation>
    </message>
    <message>
        <source>Копировать таблицу</source>
        <translation>Copy the table</translation>
    </message>
    <message>
        <source>Сохранить график…</source>
        <translation>Save the chart…</translation>
    </message>
    <message>
        <source>Крупнее: 4–5</source>
        <translation>Closer: 4–5</translation>
    </message>
    <message>
        <source>Показать шкалу только от 4 до 5, точками</source>
        <translation>Show the scale from 4 to 5 only, as points</translation>
    </message>
    <message>
        <source>Сначала лучшие</source>
        <translation>Best first</translation>
    </message>
    <message>
        <source>Сначала худшие</source>
        <translation>Worst first</translation>
    </message>
    <message>
        <source>Сначала где больше анкет</source>
        <translation>Most interviews first</translation>
    </message>
    <message>
        <source>По каталогу</source>
        <translation>As in the catalogue</translation>
    </message>
    <message>
        <source>Порядок услуг</source>
        <translation>Order of services</translation>
    </message>
    <message>
        <source>Оценки услуг</source>
        <translation>Scores of services</translation>
    </message>
    <message>
        <source>«5»</source>
        <translation>“5”</translation>
    </message>
    <message>
        <source>2025</source>
        <translation>2025</translation>
    </message>
    <message>
        <source>├─┤ 95 % интервал   ▼ балл в отчете за 2025 год   ⚠ анкет меньше {n}</source>
        <translation>├─┤ 95 % interval   ▼ score in the report for 2025   ⚠ fewer than {n} interviews</translation>
    </message>
    <message>
        <source>Завершенных анкет пока нет. Начните интервью (Ctrl+N): оценки появятся здесь сами.</source>
        <translation>There are no finished interviews yet. Begin one (Ctrl+N): scores will appear here by themselves.</translation>
    </message>
    <message>
        <source>Таких анкет нет. Сбросьте условия или выберите другие.</source>
        <translation>There are no such interviews. Clear the conditions or choose others.</translation>
    </message>
    <message>
        <source>услуга</source>
        <translation>service</translation>
    </message>
    <message>
        <source>копировать таблицу</source>
        <translation>copy the table</translation>
    </message>
</context>
<context>
    <name>ScoreDetail</name>
    <message>
        <source>Копировать</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Копировать критерии и вопросы как таблицу</source>
        <translation>Copy criteria and questions as a table</translation>
    </message>
    <message>
        <source>95 % интервал</source>
        <translation>95 % interval</translation>
    </message>
    <message>
        <source>Оценок</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Затруднились</source>
        <translation>Hard to say</translation>
    </message>
    <message>
        <source>Оценки от 1 до 5, %</source>
        <translation>Answers from 1 to 5, %</translation>
    </message>
    <message>
        <source>Критерии и вопросы</source>
        <translation>Criteria and questions</translation>
    </message>
    <message>
        <source>Критерий, вопрос</source>
        <translation>Criterion, question</translation>
    </message>
    <message>
        <source>Балл</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Все оценки</source>
        <translation>All answers</translation>
    </message>
    <message>
        <source>Зоны ответственности</source>
        <translation>Zones of responsibility</translation>
    </message>
    <message>
        <source>оценок нет</source>
        <translation>no answers</translation>
    </message>
    <message>
        <source>доля «5»</source>
        <translation>share of “5”</translation>
    </message>
    <message>
        <source>анкет</source>
        <translation>interviews</translation>
    </message>
    <message>
        <source>Анкет меньше {n}: балл предварительный и неточный.</source>
        <translation>Fewer than {n} interviews: the score is preliminary and rough.</translation>
    </message>
    <message>
        <source>в отчете за 2025 год</source>
        <translation>in the report for 2025</translation>
    </message>
    <message>
        <source>в пределах погрешности</source>
        <translation>within sampling error</translation>
    </message>
    <message>
        <source>за пределами погрешности</source>
        <translation>beyond sampling error</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>все</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Услуга</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Регион</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Форма</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Период</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>весь</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Интервьюер</source>
        <translation>Interviewer</translation>
    </message>
    <message>
        <source>Сбросить</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Сегодня</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>7 дней</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 дней</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>Другие дни…</source>
        <translation>Other days…</translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message>
        <source>Период</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>С</source>
        <translation>From</translation>
    </message>
    <message>
        <source>По</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Показать</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Не менять</source>
        <translation>Keep as it is</translation>
    </message>
</context>
<context>
    <name>ScoresModel</name>
    <message>
        <source>Оценок нет.</source>
        <translation>No answers.</translation>
    </message>
    <message>
        <source>Предварительно: балл {score}, {band}, 95 % интервал {low}–{high}, анкет {n}, «5» {fives}.</source>
        <translation>Preliminary: score {score}, {band}, 95 % interval {low}–{high}, interviews {n}, “5” {fives}.</translation>
    </message>
    <message>
        <source>Опубликовано за 2025 год: {score}.</source>
        <translation>Published for 2025: {score}.</translation>
    </message>
    <message>
        <source>Анкет мало, судить рано.</source>
        <translation>Few interviews, too early to judge.</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>Оценок нет.</source>
        <translation>No answers.</translation>
    </message>
    <message>
        <source>Балл {score}, 95 % интервал {low}–{high}, ответов {n}, «5» {fives}.</source>
        <translation>Score {score}, 95 % interval {low}–{high}, answers {n}, “5” {fives}.</translation>
    </message>
    <message>
        <source>Оценки {counts}; затруднились ответить {dk}.</source>
        <translation>Answers {counts}; hard to say {dk}.</translation>
    </message>
    <message>
        <source>Опубликовано за 2025 год: {score}.</source>
        <translation>Published for 2025: {score}.</translation>
    </message>
</context>
<context>
    <name>FinishView</name>
    <message>
        <source>Завершить интервью</source>
        <translation>Finish the interview</translation>
    </message>
    <message>
        <source>Что осталось</source>
        <translation>What is left</translation>
    </message>
    <message>
        <source>Все ответы на месте</source>
        <translation>All answers are there</translation>
    </message>
    <message>
        <source>Enter или щелчок — перейти к вопросу. Ответы уже сохранены.</source>
        <translation>Enter or a click goes to the question. Your answers are saved already.</translation>
    </message>
    <message>
        <source>Enter — завершить. После этого интервью попадёт в оценки и в пакет для отправки.</source>
        <translation>Enter finishes. The interview then counts in the scores and goes into the package to be sent.</translation>
    </message>
    <message>
        <source>Enter — завершить. Контакт сохранится, в оценки он не войдёт.</source>
        <translation>Enter finishes. The contact is kept and does not count in the scores.</translation>
    </message>
    <message>
        <source>Отказ от интервью</source>
        <translation>Refused to be interviewed</translation>
    </message>
    <message>
        <source>Респондент не подходит</source>
        <translation>The respondent is not eligible</translation>
    </message>
    <message>
        <source>Осталось ответить или исправить: {0}</source>
        <translation>Left to answer or put right: {0}</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>нужен ответ</source>
        <translation>an answer is needed</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Ответ не сохранён и отменён.</source>
        <translation>The answer was not saved and is taken back.</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>готово</source>
        <translation>done</translation>
    </message>
    <message>
        <source>отвечено {0} из {1}</source>
        <translation>{0} of {1} answered</translation>
    </message>
    <message>
        <source>нужно исправить: {0}</source>
        <translation>to put right: {0}</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Разделы анкеты</source>
        <translation>Sections of the questionnaire</translation>
    </message>
</context>
<context>
    <name>FillingScreen</name>
    <message>
        <source>Строка убрана. Ctrl+Z вернёт её.</source>
        <translation>The row is removed. Ctrl+Z brings it back.</translation>
    </message>
    <message>
        <source>Заполнение анкеты</source>
        <translation>Filling in the questionnaire</translation>
    </message>
    <message>
        <source>Отменять больше нечего.</source>
        <translation>There is nothing more to undo.</translation>
    </message>
    <message>
        <source>На этой странице нет вопроса с фотографией.</source>
        <translation>No question on this page takes a photo.</translation>
    </message>
    <message>
        <source>дальше</source>
        <translation>next</translation>
    </message>
    <message>
        <source>назад</source>
        <translation>back</translation>
    </message>
    <message>
        <source>другой язык</source>
        <translation>other language</translation>
    </message>
    <message>
        <source>комментарий</source>
        <translation>comment</translation>
    </message>
    <message>
        <source>отменить ответ</source>
        <translation>undo the answer</translation>
    </message>
    <message>
        <source>завершить</source>
        <translation>finish</translation>
    </message>
    <message>
        <source>подсказка</source>
        <translation>hint</translation>
    </message>
</context>
<context>
    <name>CommentSheet</name>
    <message>
        <source>Enter — сохранить, Alt+Enter — новая строка, Esc — не менять</source>
        <translation>Enter keeps it, Alt+Enter begins a line, Esc changes nothing</translation>
    </message>
    <message>
        <source>Комментарий к вопросу</source>
        <translation>Comment on the question</translation>
    </message>
    <message>
        <source>Комментарий: {0}</source>
        <translation>Comment: {0}</translation>
    </message>
</context>
<context>
    <name>HintSheet</name>
    <message>
        <source>1–5 — оценка, 0 — затрудняюсь ответить. Цифра или буква рядом с вариантом выбирает его, пробел — отметить.
Enter — дальше, Shift+Enter — назад, Page Up и Page Down — соседние разделы, Ctrl+G — к любому вопросу.
F2 — другой язык, F4 — комментарий, Ctrl+P — фото, Ctrl+Z — отменить ответ, Delete — убрать ответ.
Ctrl+Enter — завершить, Esc — выйти: ответы сохранены.</source>
        <translation>1–5 score, 0 is hard to say. The digit or letter beside an option chooses it, Space ticks.
Enter goes on, Shift+Enter back, Page Up and Page Down to the next sections, Ctrl+G to any question.
F2 other language, F4 comment, Ctrl+P photo, Ctrl+Z undo the answer, Delete clear the answer.
Ctrl+Enter finishes, Esc leaves: answers are saved.</translation>
    </message>
    <message>
        <source>К этому вопросу нет пояснений.</source>
        <translation>There is no explanation to this question.</translation>
    </message>
</context>
<context>
    <name>GotoSheet</name>
    <message>
        <source>Перейти к вопросу</source>
        <translation>Go to a question</translation>
    </message>
    <message>
        <source>Вопрос</source>
        <translation>Question</translation>
    </message>
</context>
<context>
    <name>RowBar</name>
    <message>
        <source>Добавить строку (Ctrl+Insert)</source>
        <translation>Add a row (Ctrl+Insert)</translation>
    </message>
    <message>
        <source>Убрать строку (Ctrl+Delete)</source>
        <translation>Remove the row (Ctrl+Delete)</translation>
    </message>
    <message>
        <source>Строка {0} из {1}</source>
        <translation>Row {0} of {1}</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Нужен ответ.</source>
        <translation>An answer is needed.</translation>
    </message>
</context>
<context>
    <name>MediaEditor</name>
    <message>
        <source>Добавить фото…</source>
        <translation>Add a photo…</translation>
    </message>
    <message>
        <source>Добавить запись…</source>
        <translation>Add a recording…</translation>
    </message>
    <message>
        <source>Добавить видео…</source>
        <translation>Add a video…</translation>
    </message>
    <message>
        <source>Убрать</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Добавить файл…</source>
        <translation>Add a file…</translation>
    </message>
    <message>
        <source>Можно перетащить файл сюда или вставить (Ctrl+V).</source>
        <translation>A file may be dragged here or pasted (Ctrl+V).</translation>
    </message>
    <message>
        <source>Этот файл сюда не подходит: {0}. Годятся {1}.</source>
        <translation>This file does not fit here: {0}. Accepted: {1}.</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Такой даты нет. Образец: 24.11.2026 или 241126.</source>
        <translation>There is no such date. Example: 24.11.2026 or 241126.</translation>
    </message>
    <message>
        <source>дд.мм.гггг</source>
        <translation>dd.mm.yyyy</translation>
    </message>
    <message>
        <source>Календарь</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Выбрать день в календаре</source>
        <translation>Pick the day from a calendar</translation>
    </message>
</context>
<context>
    <name>TimeEditor</name>
    <message>
        <source>Такого времени нет. Образец: 14:30 или 1430.</source>
        <translation>There is no such time. Example: 14:30 or 1430.</translation>
    </message>
    <message>
        <source>чч:мм</source>
        <translation>hh:mm</translation>
    </message>
</context>
<context>
    <name>MomentEditor</name>
    <message>
        <source>Нужны день и время. Образец: 24.11.2026 14:30.</source>
        <translation>A day and a time are needed. Example: 24.11.2026 14:30.</translation>
    </message>
    <message>
        <source>дд.мм.гггг чч:мм</source>
        <translation>dd.mm.yyyy hh:mm</translation>
    </message>
</context>
<context>
    <name>SearchList</name>
    <message>
        <source>Ничего не найдено. Попробуйте другое слово или его начало.</source>
        <translation>Nothing found. Try another word or its beginning.</translation>
    </message>
    <message>
        <source>Слова из названия или номер</source>
        <translation>Words of the name or the number</translation>
    </message>
</context>
<context>
    <name>AcknowledgeEditor</name>
    <message>
        <source>Подтверждаю</source>
        <translation>I confirm</translation>
    </message>
</context>
<context>
    <name>UnknownEditor</name>
    <message>
        <source>Тип «{0}» эта версия показывает простым текстом: ответ записывается как есть.</source>
        <translation>This version shows the type “{0}” as plain text: the answer is kept as it is typed.</translation>
    </message>
</context>
<context>
    <name>IntegerEditor</name>
    <message>
        <source>Нужно целое число, например 42.</source>
        <translation>A whole number is needed, for example 42.</translation>
    </message>
</context>
<context>
    <name>DecimalEditor</name>
    <message>
        <source>Нужно число, например 3,5.</source>
        <translation>A number is needed, for example 3.5.</translation>
    </message>
</context>
</TS>
