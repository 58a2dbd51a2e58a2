<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ru">
<context>
    <name>AboutDialog</name>
    <message>
        <source>О программе</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Сбор данных без интернета для общественного мониторинга качества госуслуг</source>
        <translation>Offline data collection for the public monitoring of the quality of state services</translation>
    </message>
    <message>
        <source>Лицензии</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Сама программа распространяется по лицензии MIT. Она стоит на этих библиотеках:</source>
        <translation>The program itself is under the MIT licence. It stands on these libraries:</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>В этой анкете нет вопроса с фотографией.</source>
        <translation>This questionnaire has no question for a photo.</translation>
    </message>
    <message>
        <source>Фото в фотоотчёт</source>
        <translation>Photo for the photo report</translation>
    </message>
    <message>
        <source>Фото добавлено: {0}.</source>
        <translation>Photo added: {0}.</translation>
    </message>
    <message>
        <source>Отменять больше нечего.</source>
        <translation>There is nothing more to undo.</translation>
    </message>
    <message>
        <source>Строка убрана. Ctrl+Z вернёт её.</source>
        <translation>The row is removed. Ctrl+Z brings it back.</translation>
    </message>
    <message>
        <source>Фотографии</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Файл убран. Ctrl+Z вернёт его.</source>
        <translation>The file is removed. Ctrl+Z brings it back.</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Регион</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Кто</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Устройство</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Последний №</source>
        <translation>Last No.</translation>
    </message>
    <message>
        <source>Собран</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Пакетов</source>
        <translation>Packages</translation>
    </message>
    <message>
        <source>Интервью</source>
        <translation>Interviews</translation>
    </message>
    <message>
        <source>Отложено</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Расхождений</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Не пришло</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>часть {part}</source>
        <translation>part {part}</translation>
    </message>
    <message>
        <source>Сводка по устройствам</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>«Не пришло» называет пакеты и части, которых нет: попросите прислать их ещё раз.</source>
        <translation>“Missing” names packages and parts that never came: ask for them again.</translation>
    </message>
    <message>
        <source>Чужих пакетов ещё не было. Примите их на странице «Приём».</source>
        <translation>No packages of others yet. Take them in on the page “Taking in”.</translation>
    </message>
</context>
<context>
    <name>BottomLine</name>
    <message>
        <source>сохранено {time}</source>
        <translation>saved {time}</translation>
    </message>
</context>
<context>
    <name>BugReportDialog</name>
    <message>
        <source>Ошибка программы</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>В программе ошибка</source>
        <translation>Something is wrong in the program</translation>
    </message>
    <message>
        <source>Всё, что вы видели сохранённым, лежит на диске. Программа закроется; откройте её снова и продолжите с того же вопроса. Скопируйте отчёт и отправьте его разработчикам: ответов и имён респондентов в нём нет.</source>
        <translation>Everything shown as saved is on the disk. The program will close; open it again and go on from the same question. Copy the report and send it to the developers: it holds no answers and no names of respondents.</translation>
    </message>
    <message>
        <source>Отчёт об ошибке</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>Скопировать отчёт</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Закрыть программу</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>Скопировано</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>Что видит камера</source>
        <translation>What the camera sees</translation>
    </message>
    <message>
        <source>Включаю камеру…</source>
        <translation>Starting the camera…</translation>
    </message>
    <message>
        <source>Камера</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Камера:</source>
        <translation>Camera:</translation>
    </message>
</context>
<context>
    <name>CompareWordsDialog</name>
    <message>
        <source>Чей это компьютер, например «Астана, супервайзер»</source>
        <translation>Whose computer it is, “Astana, supervisor” say</translation>
    </message>
    <message>
        <source>Чей это компьютер</source>
        <translation>Whose computer it is</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>ComparingDialog</name>
    <message>
        <source>Сверка двух вводов</source>
        <translation>Two entries compared</translation>
    </message>
    <message>
        <source>Интервью № {number}: сравнено ответов {compared}, различаются {differing}. Сверьтесь с бумагой: 1 — верен первый ввод, 2 — верен второй.</source>
        <translation>Interview No. {number}: {compared} answers compared, {differing} differ. Look at the paper: 1 — the first entry is right, 2 — the second is.</translation>
    </message>
    <message>
        <source>Вопрос</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Первый ввод</source>
        <translation>First entry</translation>
    </message>
    <message>
        <source>Второй ввод</source>
        <translation>Second entry</translation>
    </message>
    <message>
        <source>Верно</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Различия</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Второй ввод с бумаги</source>
        <translation>Second entry from paper</translation>
    </message>
    <message>
        <source>Причина исправления</source>
        <translation>Reason of the correction</translation>
    </message>
    <message>
        <source>Записать верное</source>
        <translation>Save what is right</translation>
    </message>
    <message>
        <source>Вернуться к вводу</source>
        <translation>Back to typing</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>№</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Пришло</source>
        <translation>Came</translation>
    </message>
    <message>
        <source>С устройства</source>
        <translation>From device</translation>
    </message>
    <message>
        <source>Вопрос</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Здесь</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Одну и ту же запись исправили на двух компьютерах. Сравните ответы и выберите верную: вторая останется в журнале.</source>
        <translation>One record was corrected on two computers. Compare the answers and choose the right one: the other stays in the trail.</translation>
    </message>
    <message>
        <source>Оставить здешнюю</source>
        <translation>Keep the one here</translation>
    </message>
    <message>
        <source>Взять присланную</source>
        <translation>Take the one that came</translation>
    </message>
    <message>
        <source>Записи с расхождениями</source>
        <translation>Records in conflict</translation>
    </message>
    <message>
        <source>Ответы, которые различаются</source>
        <translation>Answers that differ</translation>
    </message>
    <message>
        <source>Расхождение</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>удалено</source>
        <translation>deleted</translation>
    </message>
    <message>
        <source>Расхождений нет. Они появятся, если одно интервью исправят на двух компьютерах.</source>
        <translation>There are no conflicts. They appear here when one interview is corrected on two computers.</translation>
    </message>
</context>
<context>
    <name>ControlScreen</name>
    <message>
        <source>№</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Завершено</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>Услуга</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Интервьюер</source>
        <translation>Interviewer</translation>
    </message>
    <message>
        <source>Время</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Телефон</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Проверка</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>{done} из {target}</source>
        <translation>{done} of {target}</translation>
    </message>
    <message>
        <source>Все интервьюеры</source>
        <translation>All interviewers</translation>
    </message>
    <message>
        <source>Проверять пока нечего: здесь появятся завершённые интервью.</source>
        <translation>Nothing to check yet: finished interviews appear here.</translation>
    </message>
    <message>
        <source>Таких интервью нет. Выберите другой отбор или интервьюера.</source>
        <translation>There are no such interviews. Choose another filter or interviewer.</translation>
    </message>
    <message>
        <source>проверить интервью</source>
        <translation>check the interview</translation>
    </message>
    <message>
        <source>скопировать строки</source>
        <translation>copy rows</translation>
    </message>
    <message>
        <source>Контроль</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Перепроверьте не меньше {share} % завершённых интервью каждого интервьюера</source>
        <translation>Re-check at least {share} % of each interviewer&apos;s finished interviews</translation>
    </message>
    <message>
        <source>Проверено</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Интервьюеры и доля проверенного</source>
        <translation>Interviewers and the share checked</translation>
    </message>
    <message>
        <source>Не проверены</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>Не дозвонились</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Проверены</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Все</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Проверить</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Интервью для проверки</source>
        <translation>Interviews to check</translation>
    </message>
    <message>
        <source>просил не звонить</source>
        <translation>asked not to be called</translation>
    </message>
    <message>
        <source>нет номера</source>
        <translation>no number</translation>
    </message>
    <message>
        <source>✓ подтверждено</source>
        <translation>✓ confirmed</translation>
    </message>
    <message>
        <source>≈ с замечаниями</source>
        <translation>≈ with remarks</translation>
    </message>
    <message>
        <source>✗ не подтверждено</source>
        <translation>✗ not confirmed</translation>
    </message>
    <message>
        <source>попыток: {n}</source>
        <translation>tries: {n}</translation>
    </message>
    <message>
        <source>Введено дважды: {twice} из {finished} ({share} %). Различались {differing} из {compared} ответов.</source>
        <translation>Typed twice: {twice} of {finished} ({share}%). {differing} of {compared} answers differed.</translation>
    </message>
    <message>
        <source>ещё {n}</source>
        <translation>{n} more</translation>
    </message>
</context>
<context>
    <name>ConvertingScreen</name>
    <message>
        <source>Шифрую рабочую папку</source>
        <translation>Encrypting the workspace</translation>
    </message>
    <message>
        <source>Снимаю шифрование</source>
        <translation>Removing the encryption</translation>
    </message>
    <message>
        <source>Если программа или компьютер выключатся, ничего не пропадёт: папка откроется прежней или уже готовой.</source>
        <translation>Should the program or the computer stop, nothing is lost: the folder opens as it was or as it will be.</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>1 — первый</source>
        <translation>1 — first</translation>
    </message>
    <message>
        <source>2 — второй</source>
        <translation>2 — second</translation>
    </message>
</context>
<context>
    <name>ExchangeScreen</name>
    <message>
        <source>Обмен</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>к следующей кнопке</source>
        <translation>to the next button</translation>
    </message>
    <message>
        <source>скопировать строки</source>
        <translation>copy rows</translation>
    </message>
    <message>
        <source>Отправка</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Приём</source>
        <translation>Taking in</translation>
    </message>
    <message>
        <source>Расхождения</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Участники</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Сводка по устройствам</source>
        <translation>Devices</translation>
    </message>
</context>
<context>
    <name>FilmCamera</name>
    <message>
        <source>Видео с камеры</source>
        <translation>Video from the camera</translation>
    </message>
    <message>
        <source>Метка (M)</source>
        <translation>Mark (M)</translation>
    </message>
    <message>
        <source>Снять заново (N)</source>
        <translation>Film again (N)</translation>
    </message>
    <message>
        <source>● Снимать (R)</source>
        <translation>● Film (R)</translation>
    </message>
    <message>
        <source>Закончить (Enter)</source>
        <translation>End (Enter)</translation>
    </message>
    <message>
        <source>Приложить (Enter)</source>
        <translation>Attach (Enter)</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Метка {0} поставлена</source>
        <translation>Mark {0} is set</translation>
    </message>
    <message>
        <source>Пауза (P)</source>
        <translation>Pause (P)</translation>
    </message>
    <message>
        <source>Продолжить (P)</source>
        <translation>Go on (P)</translation>
    </message>
    <message>
        <source>Снято и лежит на диске. Закроете окно — видео тоже останется ответом.</source>
        <translation>Filmed, and on the disk. If you close the window, the video stays as the answer, too.</translation>
    </message>
    <message>
        <source>Снятое сохраняется каждую секунду.</source>
        <translation>What is filmed is saved every second.</translation>
    </message>
    <message>
        <source>Видео снимается со звуком.</source>
        <translation>The video is filmed with sound.</translation>
    </message>
    <message>
        <source>Микрофон не найден: видео будет без звука.</source>
        <translation>No microphone was found: the video will have no sound.</translation>
    </message>
    <message>
        <source>● Съёмка {0} · {1} МБ</source>
        <translation>● Filming {0} · {1} MB</translation>
    </message>
    <message>
        <source>‖ Пауза {0} · {1} МБ</source>
        <translation>‖ Paused {0} · {1} MB</translation>
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
    <message>
        <source>Показывать, где мало</source>
        <translation>Show where too few</translation>
    </message>
    <message>
        <source>Баллы и там, где в регионе, форме, зоне или критерии ответили единицы</source>
        <translation>Scores also where only a few answered in a region, form, zone or criterion</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Найти в списке</source>
        <translation>Find in the list</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Найденное</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Ничего не найдено. Попробуйте другое слово.</source>
        <translation>Nothing found. Try another word.</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Вид</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Что</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Кому</source>
        <translation>Addressee</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>State</translation>
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
        <source>Завершено</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>№</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Ничего не нашлось. Измените поиск или отборы.</source>
        <translation>Nothing found. Change the search or the filters.</translation>
    </message>
    <message>
        <source>Выводов пока нет. Барьеры и рекомендации появятся здесь, когда визит завершён.</source>
        <translation>No findings yet. Barriers and recommendations appear here once a visit is finished.</translation>
    </message>
    <message>
        <source>административный</source>
        <translation>administrative</translation>
    </message>
    <message>
        <source>технический</source>
        <translation>technical</translation>
    </message>
    <message>
        <source>Сейчас: {state}. Что с ней стало?</source>
        <translation>Now: {state}. What has become of it?</translation>
    </message>
    <message>
        <source>Слова вывода, услуга, номер</source>
        <translation>Words of a finding, service, number</translation>
    </message>
    <message>
        <source>Поиск в выводах</source>
        <translation>Search the findings</translation>
    </message>
    <message>
        <source>все</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Выводы: барьеры и рекомендации</source>
        <translation>Findings: barriers and recommendations</translation>
    </message>
    <message>
        <source>Барьер</source>
        <translation>Barrier</translation>
    </message>
    <message>
        <source>Рекомендация</source>
        <translation>Recommendation</translation>
    </message>
    <message>
        <source>Предложена</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Направлена</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Принята</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Отклонена</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Выполнена</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>«{text}»

Новое состояние: {state}. Запись № {number} получит новую редакцию и уйдёт со следующим пакетом.</source>
        <translation>“{text}”

New state: {state}. Record No. {number} gets a new revision and leaves with the next package.</translation>
    </message>
    <message>
        <source>Состояние рекомендации</source>
        <translation>State of the recommendation</translation>
    </message>
    <message>
        <source>Выводы</source>
        <translation>Findings</translation>
    </message>
</context>
<context>
    <name>FirstStartScreen</name>
    <message>
        <source>Начнём</source>
        <translation>Let us begin</translation>
    </message>
    <message>
        <source>Два ответа, и можно брать интервью. Интернет не нужен.</source>
        <translation>Two answers, and you can interview. No internet is needed.</translation>
    </message>
    <message>
        <source>Другая папка…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>Интервью будут лежать здесь: {folder}</source>
        <translation>Interviews will be kept here: {folder}</translation>
    </message>
    <message>
        <source>Начать работу</source>
        <translation>Start working</translation>
    </message>
    <message>
        <source>Посмотреть на примере</source>
        <translation>Look at an example</translation>
    </message>
    <message>
        <source>Откроет учебную папку с выдуманными интервью</source>
        <translation>Opens a practice folder with made-up interviews</translation>
    </message>
    <message>
        <source>Готовлю рабочую папку</source>
        <translation>Preparing the workspace</translation>
    </message>
    <message>
        <source>Папка для интервью</source>
        <translation>Folder for the interviews</translation>
    </message>
    <message>
        <source>Защитить паролем</source>
        <translation>Protect with a passphrase</translation>
    </message>
    <message>
        <source>С паролем ответы и фото на этом компьютере не прочтёт никто посторонний.</source>
        <translation>With a passphrase no stranger can read the answers and photos on this computer.</translation>
    </message>
    <message>
        <source>Вернуть из копии…</source>
        <translation>Bring back from a copy…</translation>
    </message>
    <message>
        <source>Рабочая папка с другого компьютера или копия с флешки</source>
        <translation>A workspace of another computer or a copy on a stick</translation>
    </message>
    <message>
        <source>Файл настроек</source>
        <translation>File of settings</translation>
    </message>
</context>
<context>
    <name>CopyKeyDialog</name>
    <message>
        <source>Вернуть из копии</source>
        <translation>Bring back from a copy</translation>
    </message>
    <message>
        <source>Пароль копии</source>
        <translation>Passphrase of the copy</translation>
    </message>
    <message>
        <source>Ключ восстановления</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Вернуть</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Введите ключ восстановления, который записали, когда защищали папку, и новый пароль для папки из копии.</source>
        <translation>Enter the recovery key written down when the folder was protected, and a new passphrase for the folder from the copy.</translation>
    </message>
    <message>
        <source>Копия зашифрована. Введите пароль папки, с которой она сделана.</source>
        <translation>The copy is encrypted. Enter the passphrase of the folder it was made of.</translation>
    </message>
    <message>
        <source>Ввести пароль</source>
        <translation>Type the passphrase</translation>
    </message>
    <message>
        <source>Пароль забыт</source>
        <translation>Forgot the passphrase</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>Все ответы, фото и копии будут зашифрованы. Без пароля или ключа восстановления их не прочтёт никто, и мы тоже.</source>
        <translation>All answers, photos and copies will be encrypted. Without the passphrase or the recovery key nobody can read them, nor can we.</translation>
    </message>
    <message>
        <source>Защитить паролем</source>
        <translation>Protect with a passphrase</translation>
    </message>
    <message>
        <source>Зашифровать</source>
        <translation>Encrypt</translation>
    </message>
    <message>
        <source>Остались незашифрованными, потому что они не часть рабочей папки: {names}</source>
        <translation>Left unencrypted, as they are no part of the workspace: {names}</translation>
    </message>
    <message>
        <source>Незашифрованные пакеты из папки outbox удалены. Те, что ещё никому не отданы, соберите в «Обмене» снова.</source>
        <translation>The unencrypted packages in the folder outbox are gone. Make those that nobody has yet again in Exchange.</translation>
    </message>
    <message>
        <source>Ответы, фото и копии сможет прочесть любой, кто откроет этот компьютер или диск.</source>
        <translation>Whoever opens this computer or disk will be able to read answers, photos and copies.</translation>
    </message>
    <message>
        <source>Снять защиту</source>
        <translation>Remove the protection</translation>
    </message>
    <message>
        <source>Копии, сделанные раньше, открываются прежним паролем.</source>
        <translation>Copies made earlier open with the old passphrase.</translation>
    </message>
    <message>
        <source>Сменить пароль</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Сменить</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Пароль сменён.</source>
        <translation>The passphrase was changed.</translation>
    </message>
    <message>
        <source>Прежний ключ восстановления перестанет открывать эту папку.</source>
        <translation>The earlier recovery key will no longer open this folder.</translation>
    </message>
    <message>
        <source>Новый ключ восстановления</source>
        <translation>New recovery key</translation>
    </message>
    <message>
        <source>Создать ключ</source>
        <translation>Make a key</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Справка</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Разделы справки</source>
        <translation>Sections of the help</translation>
    </message>
    <message>
        <source>Страница справки</source>
        <translation>Page of the help</translation>
    </message>
</context>
<context>
    <name>InterviewsModel</name>
    <message>
        <source>№</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Начато</source>
        <translation>Started</translation>
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
        <source>Интервьюер</source>
        <translation>Interviewer</translation>
    </message>
    <message>
        <source>Время</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Пакет</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>собран</source>
        <translation>made</translation>
    </message>
</context>
<context>
    <name>InterviewsScreen</name>
    <message>
        <source>поиск</source>
        <translation>search</translation>
    </message>
    <message>
        <source>продолжить черновик</source>
        <translation>go on with a draft</translation>
    </message>
    <message>
        <source>скопировать строку</source>
        <translation>copy the row</translation>
    </message>
    <message>
        <source>Интервью</source>
        <translation>Interviews</translation>
    </message>
    <message>
        <source>Номер, место, услуга, слова из ответов</source>
        <translation>Number, place, service, words from answers</translation>
    </message>
    <message>
        <source>Поиск интервью</source>
        <translation>Search interviews</translation>
    </message>
    <message>
        <source>Все</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Черновики</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Завершённые</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>В карантине</source>
        <translation>In quarantine</translation>
    </message>
    <message>
        <source>Регион</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>все</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Услуга</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Показать все</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Таблица интервью</source>
        <translation>Table of interviews</translation>
    </message>
    <message>
        <source>Ничего не нашлось. Измените поиск или нажмите «Показать все».</source>
        <translation>Nothing found. Change the search or press “Show all”.</translation>
    </message>
    <message>
        <source>Здесь появятся интервью. Начните первое: Ctrl+N.</source>
        <translation>Interviews will appear here. Begin the first one: Ctrl+N.</translation>
    </message>
    <message>
        <source>Удалённые</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Второй ввод</source>
        <translation>Second entry</translation>
    </message>
    <message>
        <source>слушать запись</source>
        <translation>play the recording</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>Ответов мало: {n}.</source>
        <translation>Too few answers: {n}.</translation>
    </message>
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
    <name>JobLine</name>
    <message>
        <source>Остановить</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Сколько сделано</source>
        <translation>How much is done</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>▶ Слушать (F8)</source>
        <translation>▶ Play (F8)</translation>
    </message>
    <message>
        <source>Записи этого интервью и их расшифровка</source>
        <translation>The recordings of this interview and their transcripts</translation>
    </message>
    <message>
        <source>Какая запись</source>
        <translation>Which recording</translation>
    </message>
    <message>
        <source>Чтобы изменить её, откройте интервью кнопкой «Исправить…» и нажмите O у записи.</source>
        <translation>To change it, open the interview with &quot;Correct…&quot; and press O at the recording.</translation>
    </message>
    <message>
        <source>Чтобы изменить её, продолжите черновик и нажмите O у записи.</source>
        <translation>To change it, go on with the draft and press O at the recording.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Рабочая папка</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Копия: файл gsmon.db или daily-….db</source>
        <translation>The copy: a file gsmon.db or daily-….db</translation>
    </message>
    <message>
        <source>Интервью возвращены из копии: {count}.</source>
        <translation>Interviews brought back from the copy: {count}.</translation>
    </message>
    <message>
        <source>В копии нет файлов: {names}.</source>
        <translation>Files that are not in the copy: {names}.</translation>
    </message>
    <message>
        <source>Работа продолжается в папке {folder}.</source>
        <translation>Work goes on in the folder {folder}.</translation>
    </message>
    <message>
        <source>Сюда перенесено только это интервью.</source>
        <translation>Only this interview was brought here.</translation>
    </message>
    <message>
        <source>Не перенесены файлы: {names}.</source>
        <translation>Files that did not come along: {names}.</translation>
    </message>
    <message>
        <source>Настройки центрального офиса установлены.</source>
        <translation>The central office&apos;s settings are installed.</translation>
    </message>
    <message>
        <source>Отправлены, но без квитанции: {count}. Синхронизация даст их ещё раз сама; для пакета нажмите в Обмене «Отправить неподтверждённое ещё раз…». Дубликатов не будет.</source>
        <translation>Sent, but without a receipt: {count}. A sync gives them again by itself; for a package press “Send what is unacknowledged again…” in Exchange. Nothing will be doubled.</translation>
    </message>
</context>
<context>
    <name>MethodPage</name>
    <message>
        <source>Начать проверку</source>
        <translation>Begin a check</translation>
    </message>
    <message>
        <source>Начать интервью</source>
        <translation>Begin an interview</translation>
    </message>
    <message>
        <source>Начать группу</source>
        <translation>Begin a group</translation>
    </message>
    <message>
        <source>Начать исследование</source>
        <translation>Begin research</translation>
    </message>
    <message>
        <source>Номер, место, услуга, слова из ответов</source>
        <translation>Number, place, service, words from answers</translation>
    </message>
    <message>
        <source>Поиск записей</source>
        <translation>Search the records</translation>
    </message>
    <message>
        <source>План</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>План по услугам, Enter начинает запись</source>
        <translation>Plan by service, Enter begins a record</translation>
    </message>
    <message>
        <source>Таблица записей</source>
        <translation>Table of records</translation>
    </message>
    <message>
        <source>{done} из {target}</source>
        <translation>{done} of {target}</translation>
    </message>
    <message>
        <source>Ничего не нашлось. Измените поиск.</source>
        <translation>Nothing found. Change the search.</translation>
    </message>
    <message>
        <source>Записей пока нет. Выберите услугу в плане и нажмите Enter или начните кнопкой.</source>
        <translation>No records yet. Choose a service in the plan and press Enter, or begin with the button.</translation>
    </message>
    <message>
        <source>Записей пока нет. Начните первую кнопкой слева вверху.</source>
        <translation>No records yet. Begin the first with the button at the top left.</translation>
    </message>
    <message>
        <source>Какая анкета</source>
        <translation>Which questionnaire</translation>
    </message>
</context>
<context>
    <name>NotOpenedScreen</name>
    <message>
        <source>Рабочая папка не открылась</source>
        <translation>The workspace did not open</translation>
    </message>
    <message>
        <source>Попробовать снова</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Другая папка…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>Проверить и исправить</source>
        <translation>Check and repair</translation>
    </message>
    <message>
        <source>Вернуть из копии…</source>
        <translation>Bring back from a copy…</translation>
    </message>
    <message>
        <source>Проверяю и исправляю</source>
        <translation>Checking and repairing</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Убрать сообщение</source>
        <translation>Put the message away</translation>
    </message>
    <message>
        <source>Отменить (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
</context>
<context>
    <name>OwnerForm</name>
    <message>
        <source>Имя и фамилия</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Регион</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Имя и фамилия интервьюера</source>
        <translation>Name of the interviewer</translation>
    </message>
    <message>
        <source>Например: Айгуль Серикова</source>
        <translation>For example: Aigul Serikova</translation>
    </message>
    <message>
        <source>Не выбран</source>
        <translation>Not chosen</translation>
    </message>
</context>
<context>
    <name>PackChoice</name>
    <message>
        <source>Есть настройки от центрального офиса…</source>
        <translation>I have settings from the central office…</translation>
    </message>
    <message>
        <source>Файл gsmon-pack-….json; его можно и перетащить сюда</source>
        <translation>The file gsmon-pack-….json; it can be dropped here, too</translation>
    </message>
    <message>
        <source>Прочтите эти слова центральному офису по телефону:</source>
        <translation>Read these words to the central office over the telephone:</translation>
    </message>
    <message>
        <source>Слова совпали</source>
        <translation>The words are the same</translation>
    </message>
    <message>
        <source>Без настроек</source>
        <translation>Without settings</translation>
    </message>
    <message>
        <source>Настройки № {number} от {day}.</source>
        <translation>Settings no. {number} of {day}.</translation>
    </message>
    <message>
        <source>Анкет: {count}.</source>
        <translation>Forms: {count}.</translation>
    </message>
    <message>
        <source>Кто читает пакеты: {count}.</source>
        <translation>Who may read packages: {count}.</translation>
    </message>
    <message>
        <source>Интервьюеров в списке: {count}.</source>
        <translation>Interviewers in the list: {count}.</translation>
    </message>
</context>
<context>
    <name>PackagesModel</name>
    <message>
        <source>№</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Собран</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Интервью</source>
        <translation>Interviews</translation>
    </message>
    <message>
        <source>Файлы</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Размер</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Имя файла</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>собран</source>
        <translation>made</translation>
    </message>
    <message>
        <source>отправлен</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>принят</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>отклонён</source>
        <translation>refused</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Нынешний пароль</source>
        <translation>Present passphrase</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Новый пароль</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Ещё раз</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Четыре-пять несвязанных слов</source>
        <translation>Four or five unrelated words</translation>
    </message>
    <message>
        <source>Показать</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Надёжность пароля</source>
        <translation>Strength of the passphrase</translation>
    </message>
    <message>
        <source>Угадают сразу</source>
        <translation>Guessed at once</translation>
    </message>
    <message>
        <source>Слабый</source>
        <translation>Weak</translation>
    </message>
    <message>
        <source>Средний</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>Хороший</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Надёжный</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>Пароли не совпадают</source>
        <translation>The two differ</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Чей компьютер</source>
        <translation>Whose computer</translation>
    </message>
    <message>
        <source>Слова для сверки</source>
        <translation>Words to compare</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Что делает</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>С какого дня</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>? ждёт решения</source>
        <translation>? waits for a decision</translation>
    </message>
    <message>
        <source>✓ свой</source>
        <translation>✓ trusted</translation>
    </message>
    <message>
        <source>✗ отозван</source>
        <translation>✗ revoked</translation>
    </message>
    <message>
        <source>шлёт и получает</source>
        <translation>sends and receives</translation>
    </message>
    <message>
        <source>получает пакеты</source>
        <translation>receives packages</translation>
    </message>
    <message>
        <source>шлёт пакеты</source>
        <translation>sends packages</translation>
    </message>
    <message>
        <source>Настройки офиса не установлены: действуют встроенные.</source>
        <translation>No settings of the office are installed: the built-in ones are in force.</translation>
    </message>
    <message>
        <source>Действуют настройки № {number} от {day}.</source>
        <translation>Settings No. {number} of {day} are in force.</translation>
    </message>
    <message>
        <source>Слова этого компьютера</source>
        <translation>This computer&apos;s words</translation>
    </message>
    <message>
        <source>Продиктуйте их по телефону тому, кто добавляет ваш ключ: совпали слова — ключ настоящий.</source>
        <translation>Read them over the telephone to whoever adds your key: if the words match, the key is genuine.</translation>
    </message>
    <message>
        <source>Скопировать ключ</source>
        <translation>Copy the key</translation>
    </message>
    <message>
        <source>Сохранить ключ…</source>
        <translation>Save the key…</translation>
    </message>
    <message>
        <source>Добавить из файла…</source>
        <translation>Add from a file…</translation>
    </message>
    <message>
        <source>Вставить из буфера</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Принять…</source>
        <translation>Accept…</translation>
    </message>
    <message>
        <source>Отозвать</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>Собрать настройки…</source>
        <translation>Make settings…</translation>
    </message>
    <message>
        <source>Анкеты, каталог, методика и ключи для всех устройств</source>
        <translation>Questionnaires, catalogue, methodology and keys for every device</translation>
    </message>
    <message>
        <source>Установить настройки…</source>
        <translation>Install settings…</translation>
    </message>
    <message>
        <source>Другие компьютеры</source>
        <translation>Other computers</translation>
    </message>
    <message>
        <source>Никого ещё нет. Добавьте ключ центрального офиса: без него пакеты подписаны, но не зашифрованы.</source>
        <translation>Nobody yet. Add the central office&apos;s key: without it packages are signed but not encrypted.</translation>
    </message>
    <message>
        <source>Компьютеры, с которыми идёт обмен</source>
        <translation>Computers that take part in the exchange</translation>
    </message>
    <message>
        <source>Ключ в буфере обмена: вставьте его в письмо.</source>
        <translation>The key is on the clipboard: paste it into a letter.</translation>
    </message>
    <message>
        <source>Сохранить ключ</source>
        <translation>Save the key</translation>
    </message>
    <message>
        <source>Записано: {file}</source>
        <translation>Written: {file}</translation>
    </message>
    <message>
        <source>Файл ключа</source>
        <translation>File of a key</translation>
    </message>
    <message>
        <source>буфер обмена</source>
        <translation>clipboard</translation>
    </message>
    <message>
        <source>Добавить компьютер</source>
        <translation>Add a computer</translation>
    </message>
    <message>
        <source>Позвоните владельцу и сверьте слова. Если хоть одно другое, не добавляйте: ключ подменили.</source>
        <translation>Telephone the owner and compare the words. If a single one differs, do not add it: the key was swapped.</translation>
    </message>
    <message>
        <source>Слова совпали, добавить</source>
        <translation>The words match, add</translation>
    </message>
    <message>
        <source>Компьютер добавлен.</source>
        <translation>The computer is added.</translation>
    </message>
    <message>
        <source>Из отложенного принято интервью: {n}.</source>
        <translation>Taken in from what was set aside: {n} interviews.</translation>
    </message>
    <message>
        <source>Отозван: его пакеты больше не принимаются, наши для него не шифруются. Вернуть: «Принять».</source>
        <translation>Revoked: its packages are no longer taken in and ours are not encrypted to it. To undo: “Accept”.</translation>
    </message>
    <message>
        <source>Куда положить настройки</source>
        <translation>Where to put the settings</translation>
    </message>
    <message>
        <source>Файл настроек</source>
        <translation>File of settings</translation>
    </message>
    <message>
        <source>Такие или более новые настройки уже установлены.</source>
        <translation>These settings or newer ones are installed already.</translation>
    </message>
    <message>
        <source>Установлены настройки № {number}. Черновики останутся на своих анкетах.</source>
        <translation>Settings No. {number} are installed. Drafts stay on their questionnaires.</translation>
    </message>
    <message>
        <source>Установить настройки</source>
        <translation>Install settings</translation>
    </message>
    <message>
        <source>Эти настройки подписал центральный офис? Сверьте с ним слова по телефону.</source>
        <translation>Did the central office sign these settings? Compare the words with it over the telephone.</translation>
    </message>
    <message>
        <source>Слова совпали, установить</source>
        <translation>The words match, install</translation>
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
    <name>PhonePhotos</name>
    <message>
        <source>{0}: подходящих файлов нет</source>
        <translation>{0}: no files that fit</translation>
    </message>
    <message>
        <source>{0}: новые сначала</source>
        <translation>{0}: newest first</translation>
    </message>
    <message>
        <source>Ищу фото…</source>
        <translation>Looking for photos…</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Приложить</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>Другая папка…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>С телефона или карты</source>
        <translation>From a phone or card</translation>
    </message>
    <message>
        <source>Ни телефона с буквой диска, ни карты не видно. Телефон, который Проводник показывает без буквы диска, программа прочесть не может: откройте его в Проводнике (на телефоне разрешите «Передачу файлов»), скопируйте нужные фото из папки DCIM в папку на компьютере и нажмите «Другая папка…».</source>
        <translation>No phone with a drive letter and no card is to be seen. A phone that Explorer shows without a drive letter cannot be read by the program: open it in Explorer (allow “File transfer” on the phone), copy the photos you need from its DCIM folder to a folder on the computer and press “Another folder…”.</translation>
    </message>
</context>
<context>
    <name>PhotoCamera</name>
    <message>
        <source>Фото с камеры</source>
        <translation>Photo from the camera</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Снять заново (Backspace)</source>
        <translation>Take again (Backspace)</translation>
    </message>
    <message>
        <source>Снять (пробел)</source>
        <translation>Take (Space)</translation>
    </message>
    <message>
        <source>Приложить (Enter)</source>
        <translation>Attach (Enter)</translation>
    </message>
    <message>
        <source>Посмотрите, всё ли видно. Обрезать и размыть лица можно после.</source>
        <translation>See that everything is in it. You can crop it and blur faces afterwards.</translation>
    </message>
    <message>
        <source>Наведите камеру и нажмите пробел.</source>
        <translation>Point the camera and press Space.</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Обведите мышью часть фото. Лица и номера программа сама не ищет: закройте их вручную. + и − меняют размер, 0 — вписать.</source>
        <translation>Draw a frame with the mouse. The program does not look for faces and number plates: cover them by hand. + and − zoom, 0 fits.</translation>
    </message>
    <message>
        <source>C — оставить только рамку, B — размыть в рамке: из сохранённого фото это не вернуть.</source>
        <translation>C keeps the frame alone, B blurs what is in it: the saved photo cannot give it back.</translation>
    </message>
    <message>
        <source>Стрелки двигают рамку, Shift+стрелки меняют размер, Enter — готово, Esc — убрать рамку.</source>
        <translation>Arrows move the frame, Shift+arrows change its size, Enter when it is right, Esc takes it away.</translation>
    </message>
    <message>
        <source>+ и − меняют размер, 0 — вписать, стрелки двигают.</source>
        <translation>+ and − zoom, 0 fits, arrows move.</translation>
    </message>
    <message>
        <source>Подпись к фото</source>
        <translation>Caption of the photo</translation>
    </message>
    <message>
        <source>Подпись:</source>
        <translation>Caption:</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Сохранить (Ctrl+Enter)</source>
        <translation>Save (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Отменить (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Размыть (B)</source>
        <translation>Blur (B)</translation>
    </message>
    <message>
        <source>Обрезать (C)</source>
        <translation>Crop (C)</translation>
    </message>
    <message>
        <source>Повернуть вправо</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>Вправо (R)</source>
        <translation>Right (R)</translation>
    </message>
    <message>
        <source>Повернуть влево</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>Влево (L)</source>
        <translation>Left (L)</translation>
    </message>
</context>
<context>
    <name>PlayerDialog</name>
    <message>
        <source>‖ Пауза (F8)</source>
        <translation>‖ Pause (F8)</translation>
    </message>
    <message>
        <source>▶ Слушать (F8)</source>
        <translation>▶ Play (F8)</translation>
    </message>
    <message>
        <source>−5 с (F7)</source>
        <translation>−5 s (F7)</translation>
    </message>
    <message>
        <source>На пять секунд назад</source>
        <translation>Five seconds back</translation>
    </message>
    <message>
        <source>Время в текст (F9)</source>
        <translation>Time into the text (F9)</translation>
    </message>
    <message>
        <source>Место в записи</source>
        <translation>Place in the recording</translation>
    </message>
    <message>
        <source>Расшифровка</source>
        <translation>Transcript</translation>
    </message>
    <message>
        <source>Расшифровка: сохраняется сама</source>
        <translation>Transcript: saves itself</translation>
    </message>
    <message>
        <source>Метки</source>
        <translation>Marks</translation>
    </message>
    <message>
        <source>Скорость {0}</source>
        <translation>Speed {0}</translation>
    </message>
    <message>
        <source>F6 — скорость, Ctrl+J — к времени перед курсором, щелчок по времени — туда же.</source>
        <translation>F6 changes the speed, Ctrl+J goes to the time before the cursor, and so does a click on a time.</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Расшифровка: только чтение.</source>
        <translation>Transcript: read only.</translation>
    </message>
</context>
<context>
    <name>PointEditor</name>
    <message>
        <source>широта, долгота: 51.1605, 71.4704</source>
        <translation>latitude, longitude: 51.1605, 71.4704</translation>
    </message>
    <message>
        <source>Нужны широта и долгота в градусах, например 51.1605, 71.4704.</source>
        <translation>Latitude and longitude in degrees are needed, for example 51.1605, 71.4704.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Печать…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Ответы, комментарии и журнал в файле PDF, без личных данных</source>
        <translation>Answers, comments and the trail in a PDF file, without personal data</translation>
    </message>
    <message>
        <source>Выберите интервью в таблице: здесь будут ответы и журнал.</source>
        <translation>Choose an interview in the table: its answers and history will be here.</translation>
    </message>
    <message>
        <source>Продолжить</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Исправить…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>Удалить…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>Ответы</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Журнал</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Журнал изменений</source>
        <translation>History of changes</translation>
    </message>
    <message>
        <source>Услуга ещё не выбрана</source>
        <translation>No service chosen yet</translation>
    </message>
    <message>
        <source>Причина исправления: {reason}</source>
        <translation>Reason for the correction: {reason}</translation>
    </message>
    <message>
        <source>Ответов пока нет.</source>
        <translation>No answers yet.</translation>
    </message>
    <message>
        <source>{what}.

Интервью снова станет черновиком новой редакции. Завершённая редакция останется в журнале, а из оценок интервью уйдёт, пока вы его не завершите.</source>
        <translation>{what}.

The interview becomes a draft of a new revision. The finished revision stays in the history, and the interview leaves the scores until you finish it again.</translation>
    </message>
    <message>
        <source>Исправить интервью</source>
        <translation>Correct the interview</translation>
    </message>
    <message>
        <source>Исправить</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Удалить интервью</source>
        <translation>Delete the interview</translation>
    </message>
    <message>
        <source>Удалить</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Перенести на новую версию…</source>
        <translation>Move to the new version…</translation>
    </message>
    <message>
        <source>У анкеты есть новая версия {new}, этот черновик начат в версии {old}.</source>
        <translation>The form has a new version {new}; this draft was begun in version {old}.</translation>
    </message>
    <message>
        <source>Черновик перейдёт из версии {old} в версию {new}. Что не поместится, останется в журнале интервью.</source>
        <translation>The draft goes from version {old} to version {new}. What does not fit stays in the interview's history.</translation>
    </message>
    <message>
        <source>В файл…</source>
        <translation>To a file…</translation>
    </message>
    <message>
        <source>Файл audit.csv, как в ODK Collect</source>
        <translation>The file audit.csv, as ODK Collect writes it</translation>
    </message>
    <message>
        <source>Сохранить журнал</source>
        <translation>Save the trail</translation>
    </message>
    <message>
        <source>Ещё не в пакете</source>
        <translation>Not in a package yet</translation>
    </message>
    <message>
        <source>В пакете № {number}, ещё не отправлено</source>
        <translation>In package No. {number}, not sent yet</translation>
    </message>
    <message>
        <source>Отправлено в пакете № {number}, квитанции ещё нет</source>
        <translation>Sent in package No. {number}, no receipt yet</translation>
    </message>
    <message>
        <source>Принято центральным офисом, пакет № {number}</source>
        <translation>Accepted by the central office, package No. {number}</translation>
    </message>
    <message>
        <source>Расхождение с другой правкой: решает получатель</source>
        <translation>In conflict with another edit: the receiver decides</translation>
    </message>
    <message>
        <source>Второй ввод</source>
        <translation>Second entry</translation>
    </message>
    <message>
        <source>Ввести с бумаги ещё раз, не видя прежних ответов, и сверить</source>
        <translation>Type it in from paper once more, without seeing the first answers, and compare</translation>
    </message>
    <message>
        <source>Вернуть…</source>
        <translation>Bring back…</translation>
    </message>
    <message>
        <source>{what}.

Интервью уйдёт из списков и оценок. Ответы и журнал останутся в рабочей папке, центральный офис узнает об удалении из следующего пакета. Вернуть его можно в «Удалённых».</source>
        <translation>{what}.

The interview leaves lists and scores. Its answers and trail stay in the workspace; the central office learns of the deletion from the next package. It can be brought back from “Deleted”.</translation>
    </message>
    <message>
        <source>{what}.

Интервью вернётся черновиком со всеми ответами. Если оно было завершено, завершите его ещё раз: тогда оно снова войдёт в оценки и в пакет.</source>
        <translation>{what}.

The interview comes back as a draft with all its answers. If it was finished, finish it once more: then it is in the scores and the next package again.</translation>
    </message>
    <message>
        <source>Вернуть интервью</source>
        <translation>Bring the interview back</translation>
    </message>
    <message>
        <source>Вернуть</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>(ещё {n} зн.)</source>
        <translation>({n} more letters)</translation>
    </message>
    <message>
        <source>Интервью № {number} удалено.</source>
        <translation>Interview No. {number} is deleted.</translation>
    </message>
    <message>
        <source>Интервью снова среди черновиков.</source>
        <translation>The interview is a draft again.</translation>
    </message>
    <message>
        <source>Отчёт…</source>
        <translation>Report…</translation>
    </message>
    <message>
        <source>Отчёт о визите с фото: Word или PDF</source>
        <translation>Report of the visit with photos: Word or PDF</translation>
    </message>
</context>
<context>
    <name>ProtectionPart</name>
    <message>
        <source>Рабочая папка зашифрована. Книги Excel и пакеты, которые вы сохраняете, уходят из неё как есть.</source>
        <translation>The workspace is encrypted. Excel workbooks and packages you save leave it as they are.</translation>
    </message>
    <message>
        <source>Рабочая папка не зашифрована: её прочтёт любой, у кого окажется этот компьютер.</source>
        <translation>The workspace is not encrypted: whoever gets this computer can read it.</translation>
    </message>
    <message>
        <source>Защитить паролем…</source>
        <translation>Protect with a passphrase…</translation>
    </message>
    <message>
        <source>Сменить пароль…</source>
        <translation>Change the passphrase…</translation>
    </message>
    <message>
        <source>Новый ключ восстановления…</source>
        <translation>New recovery key…</translation>
    </message>
    <message>
        <source>Снять защиту…</source>
        <translation>Remove the protection…</translation>
    </message>
    <message>
        <source>Закрыть сейчас</source>
        <translation>Lock now</translation>
    </message>
    <message>
        <source>Забыть пароль в системе</source>
        <translation>Forget the passphrase in the system</translation>
    </message>
    <message>
        <source>Закрывать без дела</source>
        <translation>Lock when idle</translation>
    </message>
    <message>
        <source>через {n} мин</source>
        <translation>after {n} min</translation>
    </message>
    <message>
        <source>никогда</source>
        <translation>never</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Сегодня</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Интервью</source>
        <translation>Interviews</translation>
    </message>
    <message>
        <source>Оценки</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Обмен</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Настройки</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Визиты</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Контроль</source>
        <translation>Control</translation>
    </message>
</context>
<context>
    <name>RankEditor</name>
    <message>
        <source>Нажимайте по порядку: первый, второй… Alt+↑ и Alt+↓ или мышь переставляют строку.</source>
        <translation>Press in order: first, second… Alt+↑ and Alt+↓ or the mouse move a line.</translation>
    </message>
    <message>
        <source>Расставьте все: без места осталось {0}.</source>
        <translation>Put all in order: {0} left without a place.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Причина</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>RecorderBar</name>
    <message>
        <source>Метка {0} поставлена</source>
        <translation>Mark {0} is set</translation>
    </message>
    <message>
        <source>Продолжить</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Пауза</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>‖ Пауза {0}</source>
        <translation>‖ Paused {0}</translation>
    </message>
    <message>
        <source>● Запись {0}</source>
        <translation>● Recording {0}</translation>
    </message>
    <message>
        <source>⚠ Тишина: проверьте микрофон</source>
        <translation>⚠ Silence: check the microphone</translation>
    </message>
    <message>
        <source>1 час записи — около 115 МБ</source>
        <translation>1 hour takes about 115 MB</translation>
    </message>
    <message>
        <source>Громкость</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Закончить запись</source>
        <translation>End the recording</translation>
    </message>
    <message>
        <source>Слово и Enter: метка встанет на ту секунду, когда вы начали её ставить.</source>
        <translation>A word and Enter: the mark stands at the second you began to set it.</translation>
    </message>
    <message>
        <source>Слово к метке</source>
        <translation>Word for the mark</translation>
    </message>
    <message>
        <source>Метка (Ctrl+M)</source>
        <translation>Mark (Ctrl+M)</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Ключ восстановления</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Запишите ключ восстановления</source>
        <translation>Write the recovery key down</translation>
    </message>
    <message>
        <source>Скопировать</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Сохранить страницу для печати…</source>
        <translation>Save a page to print…</translation>
    </message>
    <message>
        <source>Ключ записан</source>
        <translation>I have the key</translation>
    </message>
    <message>
        <source>Если пароль забудется, папку откроет только этот ключ. Больше он не будет показан. Храните его отдельно от ноутбука и никому не передавайте.</source>
        <translation>Should the passphrase be forgotten, only this key opens the folder. It will not be shown again. Keep it away from the laptop and give it to nobody.</translation>
    </message>
    <message>
        <source>Скопировано. Вставьте ключ в надёжное место.</source>
        <translation>Copied. Paste the key into a safe place.</translation>
    </message>
    <message>
        <source>Страница сохранена: {file}. Напечатайте и удалите её.</source>
        <translation>The page was saved: {file}. Print it and delete it.</translation>
    </message>
</context>
<context>
    <name>ScoreDetail</name>
    <message>
        <source>Интервью</source>
        <translation>Interviews</translation>
    </message>
    <message>
        <source>Показать интервью, из которых сложился этот балл</source>
        <translation>Show the interviews this score is made of</translation>
    </message>
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
    <message>
        <source>анкет мало</source>
        <translation>too few interviews</translation>
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
    <message>
        <source>Анкет мало: {n}.</source>
        <translation>Too few interviews: {n}.</translation>
    </message>
</context>
<context>
    <name>ScoresScreen</name>
    <message>
        <source>Плакаты…</source>
        <translation>Posters…</translation>
    </message>
    <message>
        <source>Рейтинги всей базы на листах А4 для печати (PDF)</source>
        <translation>Ratings of the whole workspace on A4 sheets to be printed (PDF)</translation>
    </message>
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
    <message>
        <source>мало</source>
        <translation>too few</translation>
    </message>
    <message>
        <source>Картинка</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Вектор</source>
        <translation>Vector</translation>
    </message>
</context>
<context>
    <name>SearchMany</name>
    <message>
        <source>Слова из названия: Enter отметит, ещё раз Enter — снимет</source>
        <translation>Words of the name: Enter ticks, Enter again unticks</translation>
    </message>
</context>
<context>
    <name>SendingPage</name>
    <message>
        <source>Собранные пакеты</source>
        <translation>Packages made</translation>
    </message>
    <message>
        <source>ждут отправки</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>Синхронизация кладёт в папку на флешке или в сети всё завершённое и забирает квитанции. Пакет — то же одним файлом, для почты.</source>
        <translation>Syncing puts all that is finished into a folder on a stick or a network and fetches receipts. A package is the same as one file, for mail.</translation>
    </message>
    <message>
        <source>Синхронизировать…</source>
        <translation>Sync…</translation>
    </message>
    <message>
        <source>С папкой на флешке, в сети или в облаке</source>
        <translation>With a folder on a stick, a network or a cloud drive</translation>
    </message>
    <message>
        <source>Собрать пакет…</source>
        <translation>Make a package…</translation>
    </message>
    <message>
        <source>Отправить неподтверждённое ещё раз…</source>
        <translation>Send what is unacknowledged again…</translation>
    </message>
    <message>
        <source>Всё, на что ещё нет квитанции. Дубликатов не будет.</source>
        <translation>All that has no receipt yet. Nothing will be doubled.</translation>
    </message>
    <message>
        <source>Книга Excel…</source>
        <translation>Excel workbook…</translation>
    </message>
    <message>
        <source>Все завершённые интервью, кодовая книга, таблицы и оценки</source>
        <translation>All finished interviews, the codebook, tables and scores</translation>
    </message>
    <message>
        <source>В книгу — и личные данные</source>
        <translation>Personal data in the workbook too</translation>
    </message>
    <message>
        <source>Телефоны, имена и слова людей. Такую книгу нельзя передавать посторонним.</source>
        <translation>People's phones, names and words. Such a workbook must not be passed on.</translation>
    </message>
    <message>
        <source>Другие отчёты</source>
        <translation>Other reports</translation>
    </message>
    <message>
        <source>Данные для анализа: SPSS, Parquet, CSV…</source>
        <translation>Data for analysis: SPSS, Parquet, CSV…</translation>
    </message>
    <message>
        <source>Отчёты о визитах с фото: Word, PDF…</source>
        <translation>Visit reports with photos: Word, PDF…</translation>
    </message>
    <message>
        <source>Сводка поля: PDF, Excel…</source>
        <translation>Summary of the field: PDF, Excel…</translation>
    </message>
    <message>
        <source>Плакаты рейтингов: PDF…</source>
        <translation>Rating posters: PDF…</translation>
    </message>
    <message>
        <source>Открыть папку</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Пакетов ещё нет. Завершите интервью и нажмите «Собрать пакет».</source>
        <translation>There are no packages yet. Finish an interview and press “Make a package”.</translation>
    </message>
    <message>
        <source>Папка обмена на флешке, в сети или в облаке</source>
        <translation>Exchange folder on a stick, a network or a cloud drive</translation>
    </message>
    <message>
        <source>Обмениваюсь с папкой</source>
        <translation>Exchanging with the folder</translation>
    </message>
    <message>
        <source>Отправлено интервью: {n}.</source>
        <translation>Interviews sent: {n}.</translation>
    </message>
    <message>
        <source>Нового для отправки нет.</source>
        <translation>Nothing new to send.</translation>
    </message>
    <message>
        <source>Куда положить пакет</source>
        <translation>Where to put the package</translation>
    </message>
    <message>
        <source>Собираю пакет</source>
        <translation>Making the package</translation>
    </message>
    <message>
        <source>Собирать нечего: все завершённые интервью уже в пакетах.</source>
        <translation>There is nothing to send: every finished interview is in a package already.</translation>
    </message>
    <message>
        <source>Пакет {file}. Интервью: {interviews}, файлов: {media}.</source>
        <translation>Package {file}. Interviews: {interviews}, files: {media}.</translation>
    </message>
    <message>
        <source>Он подписан, но не зашифрован: добавьте ключ центрального офиса на странице «Участники».</source>
        <translation>It is signed but not encrypted: add the central office&apos;s key on the page “Participants”.</translation>
    </message>
    <message>
        <source>Не вошли, потому что их файлы повреждены: {count}.</source>
        <translation>Left out because their files are damaged: {count}.</translation>
    </message>
    <message>
        <source>Остановлено: файл не записан.</source>
        <translation>Stopped: the file was not written.</translation>
    </message>
    <message>
        <source>Баллы и там, где ответили единицы</source>
        <translation>Scores also where only a few answered</translation>
    </message>
    <message>
        <source>Таблицы ответов, один вопрос против другого: Excel, CSV…</source>
        <translation>Tables of answers, one question against another: Excel, CSV…</translation>
    </message>
    <message>
        <source>Центральный офис не принял интервью {numbers}. Причина стоит у каждого из них; исправленное уйдёт со следующим обменом.</source>
        <translation>The central office has refused the interviews {numbers}. The reason stands at each of them; what is corrected goes with the next exchange.</translation>
    </message>
    <message>
        <source>и ещё {n}</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Отчёты о визитах по отдельности, в папку…</source>
        <translation>Reports of visits one by one, into a folder…</translation>
    </message>
    <message>
        <source>Папка для отчётов: по документу Word и PDF на визит</source>
        <translation>Folder for reports: a Word and a PDF document a visit</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Настройки</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Язык программы</source>
        <translation>Language of the program</translation>
    </message>
    <message>
        <source>Вид</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Кто работает</source>
        <translation>Who works here</translation>
    </message>
    <message>
        <source>Рабочая папка</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Как в системе</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Светлый</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Тёмный</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Крупный текст</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Сохранить</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Папка</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Роль</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Интервью</source>
        <translation>Interviews</translation>
    </message>
    <message>
        <source>Занимает</source>
        <translation>Takes up</translation>
    </message>
    <message>
        <source>Создана</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Номер устройства</source>
        <translation>Device number</translation>
    </message>
    <message>
        <source>Версия программы</source>
        <translation>Program version</translation>
    </message>
    <message>
        <source>Открыть папку</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>О программе и лицензии</source>
        <translation>About and licences</translation>
    </message>
    <message>
        <source>интервьюер</source>
        <translation>interviewer</translation>
    </message>
    <message>
        <source>супервайзер</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>центральный офис</source>
        <translation>central office</translation>
    </message>
    <message>
        <source>Защита</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Сохранность</source>
        <translation>Safekeeping</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Интервью завершено и записано. Следующее: Ctrl+N.</source>
        <translation>The interview is finished and saved. The next one: Ctrl+N.</translation>
    </message>
    <message>
        <source>новое интервью</source>
        <translation>new interview</translation>
    </message>
    <message>
        <source>Услуга, интервью или команда</source>
        <translation>Service, interview or command</translation>
    </message>
    <message>
        <source>команда</source>
        <translation>command</translation>
    </message>
    <message>
        <source>услуга</source>
        <translation>service</translation>
    </message>
    <message>
        <source>Новое интервью</source>
        <translation>New interview</translation>
    </message>
    <message>
        <source>Язык: {name}</source>
        <translation>Language: {name}</translation>
    </message>
    <message>
        <source>Запись завершена и сохранена.</source>
        <translation>The record is finished and saved.</translation>
    </message>
    <message>
        <source>справка</source>
        <translation>help</translation>
    </message>
</context>
<context>
    <name>TakingPage</name>
    <message>
        <source>Отложено</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Что</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Почему</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Устройство ещё никто не принял. Позвоните отправителю, сверьте слова и примите его на странице «Участники».</source>
        <translation>Nobody has accepted the device yet. Ring the sender up, compare the words and accept it on the page “Participants”.</translation>
    </message>
    <message>
        <source>Доверие отозвано. Если это ошибка, примите устройство снова на странице «Участники».</source>
        <translation>Its trust was revoked. If that was a mistake, accept the device again on the page “Participants”.</translation>
    </message>
    <message>
        <source>Слова для сверки</source>
        <translation>Words to compare</translation>
    </message>
    <message>
        <source>запись {id}</source>
        <translation>record {id}</translation>
    </message>
    <message>
        <source>Отложенное</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Пакеты, квитанции и настройки из папки на флешке, в сети или в облаке. Одно и то же можно принять сколько угодно раз: ничего не удвоится. Файлы можно и перетащить сюда.</source>
        <translation>Packages, receipts and settings from a folder on a stick, a network or a cloud drive. The same thing can be taken in any number of times: nothing is doubled. Files can be dropped here, too.</translation>
    </message>
    <message>
        <source>Принять папку…</source>
        <translation>Take in a folder…</translation>
    </message>
    <message>
        <source>Принять файл…</source>
        <translation>Take in a file…</translation>
    </message>
    <message>
        <source>Принять отложенное ещё раз</source>
        <translation>Try what was set aside again</translation>
    </message>
    <message>
        <source>Ничего не отложено: всё, что пришло, принято. Непонятное и чужое окажется здесь.</source>
        <translation>Nothing is set aside: all that came was taken in. What is unclear or a stranger&apos;s lands here.</translation>
    </message>
    <message>
        <source>Отложенное и причины</source>
        <translation>What was set aside, and why</translation>
    </message>
    <message>
        <source>Принимаю</source>
        <translation>Taking in</translation>
    </message>
    <message>
        <source>Здесь нет ничего для этой рабочей папки.</source>
        <translation>There is nothing here for this workspace.</translation>
    </message>
    <message>
        <source>Принимаю отложенное</source>
        <translation>Taking in what was set aside</translation>
    </message>
    <message>
        <source>Пока не получается: причины в списке.</source>
        <translation>Not possible yet: the reasons are in the list.</translation>
    </message>
    <message>
        <source>Пакет, квитанция или настройки</source>
        <translation>Package, receipt or settings</translation>
    </message>
    <message>
        <source>Все файлы (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Папка с пакетами</source>
        <translation>Folder of packages</translation>
    </message>
    <message>
        <source>Остановлено. Что успело прийти целиком, принято.</source>
        <translation>Stopped. What came whole by then was taken in.</translation>
    </message>
    <message>
        <source>пакет с устройства {device}</source>
        <translation>package of device {device}</translation>
    </message>
</context>
<context>
    <name>TimerEditor</name>
    <message>
        <source>Шаг (S)</source>
        <translation>Step (S)</translation>
    </message>
    <message>
        <source>Нужно целое число минут, например 12.</source>
        <translation>A whole number of minutes is needed, for example 12.</translation>
    </message>
    <message>
        <source>Шаги: {0}</source>
        <translation>Steps: {0}</translation>
    </message>
    <message>
        <source>■ Стоп (T)</source>
        <translation>■ Stop (T)</translation>
    </message>
    <message>
        <source>▶ Засечь время (T)</source>
        <translation>▶ Start the clock (T)</translation>
    </message>
    <message>
        <source>в минутах</source>
        <translation>in minutes</translation>
    </message>
    <message>
        <source>Часы шли и при закрытом окне, с {0}</source>
        <translation>The clock ran with the window closed, too, since {0}</translation>
    </message>
    <message>
        <source>идёт с {0}</source>
        <translation>running since {0}</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Часы компьютера показывают {day}, это не может быть верно. Исправьте дату, иначе у интервью будет неверное время.</source>
        <translation>The computer's clock says {day}, which cannot be right. Correct the date, or interviews get the wrong time.</translation>
    </message>
    <message>
        <source>продолжить черновик</source>
        <translation>go on with a draft</translation>
    </message>
    <message>
        <source>найти</source>
        <translation>find</translation>
    </message>
    <message>
        <source>Сегодня</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Новое интервью</source>
        <translation>New interview</translation>
    </message>
    <message>
        <source>завершено сегодня</source>
        <translation>finished today</translation>
    </message>
    <message>
        <source>с понедельника</source>
        <translation>since Monday</translation>
    </message>
    <message>
        <source>ждут отправки</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>К обмену</source>
        <translation>To exchange</translation>
    </message>
    <message>
        <source>Черновики</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Черновики, Enter продолжает</source>
        <translation>Drafts, Enter goes on</translation>
    </message>
    <message>
        <source>План по услугам</source>
        <translation>Plan by service</translation>
    </message>
    <message>
        <source>План по услугам: сделано из намеченного</source>
        <translation>Plan by service: done of planned</translation>
    </message>
    <message>
        <source>Незаконченных интервью нет. Начните новое: Ctrl+N. Закрыть окно можно в любую минуту.</source>
        <translation>There are no unfinished interviews. Begin a new one: Ctrl+N. You may close the window at any minute.</translation>
    </message>
    <message>
        <source>Для этого региона план не задан. Регион меняется в настройках.</source>
        <translation>No plan is set for this region. The region is changed in the settings.</translation>
    </message>
    <message>
        <source>Услуга ещё не выбрана</source>
        <translation>No service chosen yet</translation>
    </message>
    <message>
        <source>{done} из {target}</source>
        <translation>{done} of {target}</translation>
    </message>
    <message>
        <source>все регионы</source>
        <translation>all regions</translation>
    </message>
    <message>
        <source>На диске осталось {size}. Освободите место, чтобы ответы было куда записывать.</source>
        <translation>{size} left on the disk. Free some space so that answers can be saved.</translation>
    </message>
    <message>
        <source>новая версия анкеты</source>
        <translation>new version of the form</translation>
    </message>
    <message>
        <source>Найти услугу</source>
        <translation>Find a service</translation>
    </message>
    <message>
        <source>Найти услугу в плане</source>
        <translation>Find a service in the plan</translation>
    </message>
    <message>
        <source>Ничего не нашлось. Измените поиск.</source>
        <translation>Nothing found. Change the search.</translation>
    </message>
    <message>
        <source>Контроль отстаёт: перепроверьте ещё {n} интервью.</source>
        <translation>Field control is behind: re-check {n} more interviews.</translation>
    </message>
    <message>
        <source>Копии базы не было {n} дней. Сделайте копию на флешку: «Настройки», «Сохранность».</source>
        <translation>The database has not been copied for {n} days. Make a copy on a stick: Settings, Safekeeping.</translation>
    </message>
</context>
<context>
    <name>TopLine</name>
    <message numerus="yes">
        <source>%n не отправлено</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message>
        <source>Отправлять нечего</source>
        <translation>Nothing to send</translation>
    </message>
    <message>
        <source>Найти…  Ctrl+K</source>
        <translation>Find…  Ctrl+K</translation>
    </message>
    <message>
        <source>Найти услугу, интервью или команду</source>
        <translation>Find a service, an interview or a command</translation>
    </message>
    <message>
        <source>Перейти к обмену</source>
        <translation>Go to exchange</translation>
    </message>
    <message>
        <source>Язык программы (F2)</source>
        <translation>Language of the program (F2)</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Ключ восстановления</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Рабочая папка закрыта</source>
        <translation>The workspace is locked</translation>
    </message>
    <message>
        <source>Введите ключ с распечатки и придумайте новый пароль.</source>
        <translation>Type the key from the printed page and choose a new passphrase.</translation>
    </message>
    <message>
        <source>Введите пароль. Интервью в папке {folder} зашифрованы.</source>
        <translation>Type the passphrase. The interviews in {folder} are encrypted.</translation>
    </message>
    <message>
        <source>Пароль</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Помнить пароль в хранилище паролей системы</source>
        <translation>Keep the passphrase in the system’s password store</translation>
    </message>
    <message>
        <source>В этой системе нет хранилища паролей: пароль надо вводить</source>
        <translation>This system has no password store: the passphrase must be typed</translation>
    </message>
    <message>
        <source>Ввести пароль</source>
        <translation>Type the passphrase</translation>
    </message>
    <message>
        <source>Пароль забыт</source>
        <translation>Forgot the passphrase</translation>
    </message>
    <message>
        <source>Другая папка…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>Проверяю пароль</source>
        <translation>Checking the passphrase</translation>
    </message>
    <message>
        <source>Подождите {n} с</source>
        <translation>Wait {n} s</translation>
    </message>
    <message>
        <source>Открыть</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>VisitsScreen</name>
    <message>
        <source>Визиты</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Выводы</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>начать или продолжить</source>
        <translation>begin or go on</translation>
    </message>
    <message>
        <source>поиск</source>
        <translation>search</translation>
    </message>
    <message>
        <source>скопировать строки</source>
        <translation>copy rows</translation>
    </message>
    <message>
        <source>слушать запись</source>
        <translation>play the recording</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Принято интервью: {accepted}, заменено: {replaced}, уже было: {ignored}, расхождений: {conflicts}.</source>
        <translation>Interviews accepted: {accepted}, replaced: {replaced}, there already: {ignored}, in conflict: {conflicts}.</translation>
    </message>
    <message>
        <source>Отложено с указанием причины: {n}.</source>
        <translation>Set aside with a reason: {n}.</translation>
    </message>
    <message>
        <source>Квитанция на пакет № {number}: принято {accepted}, отклонено {refused}.</source>
        <translation>Receipt for package No. {number}: accepted {accepted}, refused {refused}.</translation>
    </message>
    <message>
        <source>Установлены настройки № {number}.</source>
        <translation>Settings No. {number} are installed.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Исправляется</source>
        <translation>Being corrected</translation>
    </message>
    <message>
        <source>Черновик</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>В карантине</source>
        <translation>In quarantine</translation>
    </message>
    <message>
        <source>Удалено</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Отказ</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Не подходит</source>
        <translation>Not eligible</translation>
    </message>
    <message>
        <source>Не состоялось</source>
        <translation>Not held</translation>
    </message>
    <message>
        <source>Не дозвонились</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Завершено</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>бумажная</source>
        <translation>on paper</translation>
    </message>
    <message>
        <source>электронная</source>
        <translation>electronic</translation>
    </message>
    <message>
        <source>Массовый опрос</source>
        <translation>Mass survey</translation>
    </message>
    <message>
        <source>Визит в ЦОН или госорган</source>
        <translation>Visit to a service centre or state body</translation>
    </message>
    <message>
        <source>Проверка зоны самообслуживания</source>
        <translation>Check of a self-service zone</translation>
    </message>
    <message>
        <source>Проверка портала</source>
        <translation>Check of a portal</translation>
    </message>
    <message>
        <source>Контрольный звонок</source>
        <translation>Test call</translation>
    </message>
    <message>
        <source>Интервью с услугодателем</source>
        <translation>Interview with a provider</translation>
    </message>
    <message>
        <source>Интервью с услугополучателем</source>
        <translation>Interview with a recipient</translation>
    </message>
    <message>
        <source>Фокус-группа</source>
        <translation>Focus group</translation>
    </message>
    <message>
        <source>Кабинетное исследование</source>
        <translation>Desk research</translation>
    </message>
    <message>
        <source>Проверка интервью</source>
        <translation>Check of an interview</translation>
    </message>
    <message>
        <source>Госорган</source>
        <translation>State body</translation>
    </message>
    <message>
        <source>ЦОН</source>
        <translation>Service centre</translation>
    </message>
    <message>
        <source>Портал</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Тайный покупатель</source>
        <translation>Mystery shopping</translation>
    </message>
    <message>
        <source>Глубинные интервью</source>
        <translation>Depth interviews</translation>
    </message>
    <message>
        <source>Фокус-группы</source>
        <translation>Focus groups</translation>
    </message>
    <message>
        <source>Второй ввод № {number}</source>
        <translation>Second entry of No. {number}</translation>
    </message>
    <message>
        <source>начато</source>
        <translation>begun</translation>
    </message>
    <message>
        <source>продолжено</source>
        <translation>taken up again</translation>
    </message>
    <message>
        <source>ответ</source>
        <translation>answer</translation>
    </message>
    <message>
        <source>приложен файл</source>
        <translation>file attached</translation>
    </message>
    <message>
        <source>добавлена строка</source>
        <translation>row added</translation>
    </message>
    <message>
        <source>удалена строка</source>
        <translation>row removed</translation>
    </message>
    <message>
        <source>другой язык</source>
        <translation>other language</translation>
    </message>
    <message>
        <source>отменено</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>комментарий</source>
        <translation>comment</translation>
    </message>
    <message>
        <source>отложено</source>
        <translation>put aside</translation>
    </message>
    <message>
        <source>завершено</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>записано целиком</source>
        <translation>recorded whole</translation>
    </message>
    <message>
        <source>открыто для исправления</source>
        <translation>opened for correction</translation>
    </message>
    <message>
        <source>удалено</source>
        <translation>deleted</translation>
    </message>
    <message>
        <source>возвращено</source>
        <translation>brought back</translation>
    </message>
    <message>
        <source>вошло в пакет</source>
        <translation>put into a package</translation>
    </message>
    <message>
        <source>пришла другая правка</source>
        <translation>another edit came</translation>
    </message>
    <message>
        <source>расхождение решено</source>
        <translation>conflict settled</translation>
    </message>
    <message>
        <source>принято из пакета</source>
        <translation>taken in from a package</translation>
    </message>
    <message>
        <source>личные данные стёрты</source>
        <translation>personal data wiped</translation>
    </message>
    <message>
        <source>фото без размытия удалено</source>
        <translation>photo without blur removed</translation>
    </message>
    <message>
        <source>перенесено в новую версию анкеты</source>
        <translation>moved to a newer form</translation>
    </message>
    <message>
        <source>ответ на новом месте</source>
        <translation>answer in a new place</translation>
    </message>
    <message>
        <source>второй ввод с бумаги</source>
        <translation>second entry from paper</translation>
    </message>
    <message>
        <source>два ввода сверены</source>
        <translation>both entries compared</translation>
    </message>
    <message>
        <source>ответ не перенесён</source>
        <translation>answer left behind</translation>
    </message>
    <message>
        <source>отложено проверкой</source>
        <translation>put aside by a check</translation>
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
    <message>
        <source>Повторить (F5)</source>
        <translation>Try again (F5)</translation>
    </message>
    <message>
        <source>Сохранить в другую папку… (F6)</source>
        <translation>Save to another folder… (F6)</translation>
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
    <name>Files</name>
    <message>
        <source>{name}: {size} МБ. Такой файл долго передавать.</source>
        <translation>{name}: {size} MB. Such a file takes long to send.</translation>
    </message>
    <message>
        <source>Приложить целиком</source>
        <translation>Attach all of it</translation>
    </message>
    <message>
        <source>{name}: фото {size} МБ. Уменьшить его до {points} точек?</source>
        <translation>{name}: a photo of {size} MB. Make it {points} pixels at most?</translation>
    </message>
    <message>
        <source>Уменьшить</source>
        <translation>Make it smaller</translation>
    </message>
    <message>
        <source>Оставить как есть</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <source>Не прилагать</source>
        <translation>Do not attach</translation>
    </message>
</context>
<context>
    <name>FillingScreen</name>
    <message>
        <source>Заполнение анкеты</source>
        <translation>Filling in the questionnaire</translation>
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
    <message>
        <source>Куда сохранить интервью</source>
        <translation>Where to save the interview</translation>
    </message>
    <message>
        <source>Сохраняю в другую папку…</source>
        <translation>Saving to another folder…</translation>
    </message>
    <message>
        <source>Черновик заполняется по версии {old} анкеты, уже есть версия {new}.</source>
        <translation>This draft is in version {old} of the questionnaire; version {new} is here already.</translation>
    </message>
    <message>
        <source>Перенести…</source>
        <translation>Move…</translation>
    </message>
    <message>
        <source>Черновик перейдёт из версии {old} в версию {new}. Что не поместится, останется в журнале интервью.</source>
        <translation>The draft goes from version {old} to version {new}. What does not fit stays in the interview's history.</translation>
    </message>
    <message>
        <source>Быстрый ввод (F7)</source>
        <translation>Quick entry (F7)</translation>
    </message>
    <message>
        <source>С бумаги: вопросы строго по порядку, ничего не открывается и не прокручивается само.</source>
        <translation>From paper: questions strictly in order, nothing opens or scrolls by itself.</translation>
    </message>
    <message>
        <source>Второй ввод интервью № {number}: вводите с бумаги, прежних ответов не видно.</source>
        <translation>Second entry of interview No. {number}: type from paper, the first answers are not shown.</translation>
    </message>
    <message>
        <source>Сверить</source>
        <translation>Compare</translation>
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
        <source>К этому вопросу нет пояснений.</source>
        <translation>There is no explanation to this question.</translation>
    </message>
    <message>
        <source>1–5 — оценка, 0 — затрудняюсь ответить. Цифра или буква рядом с вариантом выбирает его, пробел — отметить.
Enter — дальше, Shift+Enter — назад, Page Up и Page Down — соседние разделы, Ctrl+G — к любому вопросу.
F2 — другой язык, F4 — комментарий, Ctrl+P — фото к этой строке, Ctrl+Z — отменить последнее, Delete — убрать ответ.
Ctrl+Insert, Ctrl+D, Ctrl+Delete — добавить, повторить, убрать строку; T — засечь минуты или взять с телефона, C — камера, R — записать, O — открыть; F7 — быстрый ввод с бумаги.
Ctrl+Enter — завершить, Esc — выйти: ответы сохранены.</source>
        <translation>1–5 scores, 0 is hard to say. The digit or letter beside an option chooses it, Space ticks.
Enter goes on, Shift+Enter back, Page Up and Page Down to the sections beside, Ctrl+G to any question.
F2 other language, F4 comment, Ctrl+P photo for this line, Ctrl+Z takes the last change back, Delete takes the answer away.
Ctrl+Insert, Ctrl+D, Ctrl+Delete add, repeat, remove a row; T takes minutes, or pictures of a phone, C is the camera, R records, O opens; F7 quick entry from paper.
Ctrl+Enter finishes, Esc leaves: answers are saved.</translation>
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
        <source>Строк пока нет</source>
        <translation>No rows yet</translation>
    </message>
    <message>
        <source>Строка {0} из {1}</source>
        <translation>Row {0} of {1}</translation>
    </message>
    <message>
        <source>Повторить строку (Ctrl+D)</source>
        <translation>Repeat the row (Ctrl+D)</translation>
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
        <source>С телефона… (T)</source>
        <translation>From the phone… (T)</translation>
    </message>
    <message>
        <source>Записать (R)</source>
        <translation>Record (R)</translation>
    </message>
    <message>
        <source>Открыть (O)</source>
        <translation>Open (O)</translation>
    </message>
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
        <source>Готовлю файл… {percent} %</source>
        <translation>Preparing the file… {percent} %</translation>
    </message>
    <message>
        <source>Все файлы (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>С камеры… (C)</source>
        <translation>From the camera… (C)</translation>
    </message>
    <message>
        <source>Камеры нет</source>
        <translation>No camera</translation>
    </message>
    <message>
        <source>Микрофона нет</source>
        <translation>No microphone</translation>
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
<context>
    <name>Views</name>
    <message>
        <source>Услуги: график</source>
        <translation>Services: chart</translation>
    </message>
    <message>
        <source>Что показать</source>
        <translation>What to show</translation>
    </message>
</context>
<context>
    <name>TablesPage</name>
    <message>
        <source>«Мало»: ответили меньше {n} человек. ⚠ меньше {few} человек: судить рано.</source>
        <translation>“Too few”: fewer than {n} people answered. ⚠ fewer than {few}: too early to judge.</translation>
    </message>
    <message>
        <source>Онлайн-анкетирование</source>
        <translation>Online monitoring</translation>
    </message>
    <message>
        <source>Показать интервью</source>
        <translation>Show interviews</translation>
    </message>
    <message>
        <source>Интервью, из которых сложилась выбранная строка (Enter)</source>
        <translation>The interviews the chosen row is made of (Enter)</translation>
    </message>
    <message>
        <source>Онлайн-анкетирование: {name}</source>
        <translation>Online monitoring: {name}</translation>
    </message>
    <message>
        <source>Добавить онлайн-анкетирование…</source>
        <translation>Add the online monitoring…</translation>
    </message>
    <message>
        <source>Таблица Excel: госорган, регион или услуга, балл, процент</source>
        <translation>An Excel table: body, region or service, score, percent</translation>
    </message>
    <message>
        <source>Убрать</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Названия услуг каталог публикует только по-русски.</source>
        <translation>The catalogue publishes names of services in Russian only.</translation>
    </message>
    <message>
        <source>Записать цифры этого года</source>
        <translation>Write this year&apos;s figures</translation>
    </message>
    <message>
        <source>Записать цифры этого года для сравнения…</source>
        <translation>Write this year&apos;s figures for comparison…</translation>
    </message>
    <message>
        <source>Онлайн-анкетирование из этого файла стоит в таблице «{name}».</source>
        <translation>The online monitoring of this file stands in the table “{name}”.</translation>
    </message>
    <message>
        <source>строка</source>
        <translation>row</translation>
    </message>
    <message>
        <source>интервью</source>
        <translation>interviews</translation>
    </message>
    <message>
        <source>найти</source>
        <translation>find</translation>
    </message>
</context>
<context>
    <name>MovingDialog</name>
    <message>
        <source>Перенести на новую версию</source>
        <translation>Move to the new version</translation>
    </message>
    <message>
        <source>Что будет с ответами</source>
        <translation>What becomes of the answers</translation>
    </message>
    <message>
        <source>Перенести</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>ReportBar</name>
    <message>
        <source>Данные для анализа</source>
        <translation>Data for analysis</translation>
    </message>
    <message>
        <source>Отчёты о визитах</source>
        <translation>Visit reports</translation>
    </message>
    <message>
        <source>Сводка поля</source>
        <translation>Summary of the field</translation>
    </message>
    <message>
        <source>Плакаты рейтингов</source>
        <translation>Rating posters</translation>
    </message>
    <message>
        <source>Печать интервью</source>
        <translation>Interview print-out</translation>
    </message>
    <message>
        <source>Остановить</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Сколько сделано</source>
        <translation>How much is done</translation>
    </message>
    <message>
        <source>{report}: пишу</source>
        <translation>{report}: writing</translation>
    </message>
    <message>
        <source>Записано: {file}</source>
        <translation>Written: {file}</translation>
    </message>
    <message>
        <source>Записать как {name}</source>
        <translation>Write as {name}</translation>
    </message>
    <message>
        <source>Остановлено: файл не записан.</source>
        <translation>Stopped: the file was not written.</translation>
    </message>
    <message>
        <source>Книга Excel</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>Таблицы ответов</source>
        <translation>Tables of answers</translation>
    </message>
    <message>
        <source>В документе {size}: Word откроет его не сразу. Легче — «Отчёты о визитах по отдельности».</source>
        <translation>The document has {size}: Word will take a while to open it. “Reports of visits one by one” are lighter.</translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Сохранить список…</source>
        <translation>Save the list…</translation>
    </message>
    <message>
        <source>Весь список, как он показан, в Excel или CSV</source>
        <translation>The whole list as shown, to Excel or CSV</translation>
    </message>
    <message>
        <source>Сохранить список</source>
        <translation>Save the list</translation>
    </message>
    <message>
        <source>Отменить: сохранено {share} %</source>
        <translation>Cancel: {share} % saved</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>Сделать копию…</source>
        <translation>Make a copy…</translation>
    </message>
    <message>
        <source>Вся рабочая папка целиком, например на флешку</source>
        <translation>The whole workspace, to a stick for example</translation>
    </message>
    <message>
        <source>Проверить</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Всё ли цело: база, интервью, файлы, журнал</source>
        <translation>Is all of it whole: database, interviews, files, trail</translation>
    </message>
    <message>
        <source>Другая рабочая папка…</source>
        <translation>Another workspace…</translation>
    </message>
    <message>
        <source>Остановить</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Исправить</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>Сколько сделано</source>
        <translation>How much is done</translation>
    </message>
    <message>
        <source>Что нашла проверка</source>
        <translation>What the check found</translation>
    </message>
    <message>
        <source>Куда положить копию</source>
        <translation>Where to put the copy</translation>
    </message>
    <message>
        <source>Копия готова и проверена: {folder}</source>
        <translation>The copy is made and checked: {folder}</translation>
    </message>
    <message>
        <source>В ней нет файлов: {names}.</source>
        <translation>Files that are not in it: {names}.</translation>
    </message>
    <message>
        <source>Рабочая папка в порядке.</source>
        <translation>The workspace is all right.</translation>
    </message>
    <message>
        <source>Исправлено всё, что нашла проверка.</source>
        <translation>All that the check found was repaired.</translation>
    </message>
    <message>
        <source>Найдено неисправностей: {count}.</source>
        <translation>Faults found: {count}.</translation>
    </message>
    <message>
        <source>Остановлено.</source>
        <translation>Stopped.</translation>
    </message>
</context>
<context>
    <name>YearButton</name>
    <message>
        <source>Цифры другого года</source>
        <translation>Figures of another year</translation>
    </message>
    <message>
        <source>отчет за 2025 год</source>
        <translation>report of 2025</translation>
    </message>
    <message>
        <source>Сравнение: {name}</source>
        <translation>Compared with: {name}</translation>
    </message>
    <message>
        <source>С чем сравнить рейтинги: отчет 2025 года или цифры из файла</source>
        <translation>What ratings are compared with: the report of 2025 or figures from a file</translation>
    </message>
    <message>
        <source>Цифры другого года из файла…</source>
        <translation>Another year&apos;s figures from a file…</translation>
    </message>
</context>
<context>
    <name>CrossDialog</name>
    <message>
        <source>Таблицы ответов</source>
        <translation>Tables of answers</translation>
    </message>
    <message>
        <source>Линейные таблицы всех вопросов. Выберите два вопроса, и добавится таблица одного против другого: числа, проценты по строке и по столбцу, хи-квадрат и V Крамера.</source>
        <translation>Linear tables of every question. Choose two questions, and a table of one against the other comes too: numbers, percent of row and column, chi-square and Cramér's V.</translation>
    </message>
    <message>
        <source>В строках</source>
        <translation>In rows</translation>
    </message>
    <message>
        <source>В столбцах</source>
        <translation>In columns</translation>
    </message>
    <message>
        <source>Сохранить…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Не надо</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>не нужно</source>
        <translation>not wanted</translation>
    </message>
</context>
</TS>
