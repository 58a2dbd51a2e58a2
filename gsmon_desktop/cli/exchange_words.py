"""What the commands of the exchange say to people."""

from __future__ import annotations

_SAID = {
    "nothing": {
        "ru": "Отправлять нечего: все завершённые интервью уже в пакетах.",
        "kk": "Жіберетін ештеңе жоқ: аяқталған сұхбаттардың бәрі пакеттерде.",
        "en": "Nothing to send: every finished interview is in a package already.",
    },
    "package": {"ru": "Пакет: {path}", "kk": "Пакет: {path}", "en": "Package: {path}"},
    "made": {
        "ru": "Отправлено интервью: {interviews}, файлов: {media}.",
        "kk": "Жіберілген сұхбат: {interviews}, файл: {media}.",
        "en": "Sent: {interviews} interviews, {media} files.",
    },
    "plain": {
        "ru": "Пакет подписан, но не зашифрован: его прочтёт любой, у кого он окажется. Возьмите у "
        "центрального офиса файл ключей и добавьте его: gsmon keys trust ФАЙЛ.",
        "kk": "Пакетке қол қойылған, бірақ ол шифрланбаған: қолына түскен кез келген адам оқи алады. Орталық "
        "кеңседен кілттер файлын алып, қосыңыз: gsmon keys trust ФАЙЛ.",
        "en": "The package is signed but not encrypted: whoever gets hold of it can read it. Get the central "
        "office's file of keys and add it: gsmon keys trust FILE.",
    },
    "held": {
        "ru": "{interview}: не отправлено, файл {why} пропал или повреждён.",
        "kk": "{interview}: жіберілмеді, {why} файлы жоғалған немесе бүлінген.",
        "en": "{interview}: not sent, its file {why} is gone or damaged.",
    },
    "large": {
        "ru": "{interview}: не отправлено, оно больше заданного размера пакета. Задайте больший --max-size.",
        "kk": "{interview}: жіберілмеді, ол пакеттің берілген көлемінен үлкен. --max-size мәнін үлкейтіңіз.",
        "en": "{interview}: not sent, it is larger than a package may be. Give a larger --max-size.",
    },
    "taken": {
        "ru": "Принято: {accepted}, заменено: {replaced}, уже были: {ignored}, расхождений: {conflicts}.",
        "kk": "Қабылданды: {accepted}, ауыстырылды: {replaced}, бұрын болған: {ignored}, "
        "қайшылық: {conflicts}.",
        "en": "Accepted {accepted}, replaced {replaced}, already there {ignored}, in conflict {conflicts}.",
    },
    "receipt": {"ru": "Квитанция: {path}", "kk": "Түбіртек: {path}", "en": "Receipt: {path}"},
    "answer": {
        "ru": "Ответ на пакет {sequence}: принято {accepted}, отклонено {refused}, расхождений {conflicts}.",
        "kk": "{sequence}-пакетке жауап: қабылданды {accepted}, қабылданбады {refused}, "
        "қайшылық {conflicts}.",
        "en": "Answer to package {sequence}: accepted {accepted}, refused {refused}, "
        "in conflict {conflicts}.",
    },
    "settle": {
        "ru": "Расхождения решает человек: gsmon conflict list.",
        "kk": "Қайшылықты адам шешеді: gsmon conflict list.",
        "en": "Conflicts are for a person to settle: gsmon conflict list.",
    },
    "own": {
        "ru": "Этот компьютер: {device}\nСлова для сверки: {fingerprint}",
        "kk": "Осы компьютер: {device}\nСалыстыратын сөздер: {fingerprint}",
        "en": "This computer: {device}\nWords to compare: {fingerprint}",
    },
    "trusted": {
        "ru": "Принято устройство {device} ({kind}). Слова для сверки: {fingerprint}",
        "kk": "{device} құрылғысы қабылданды ({kind}). Салыстыратын сөздер: {fingerprint}",
        "en": "Trusted: {device} ({kind}). Words to compare: {fingerprint}",
    },
    "revoked": {
        "ru": "Доверие к {device} отозвано.",
        "kk": "{device} құрылғысына сенім қайтарып алынды.",
        "en": "Revoked: {device}.",
    },
    "no_trust": {"ru": "доверие отозвано", "kk": "сенім қайтарып алынған", "en": "revoked"},
    "waits": {
        "ru": "{device}: ждёт решения. Слова для сверки: {fingerprint}",
        "kk": "{device}: шешім күтуде. Салыстыратын сөздер: {fingerprint}",
        "en": "{device}: waits to be accepted. Words to compare: {fingerprint}",
    },
    "no_peers": {
        "ru": "Других устройств пока нет.",
        "kk": "Басқа құрылғылар әзірге жоқ.",
        "en": "No other devices yet.",
    },
    "no_conflicts": {
        "ru": "Расхождений нет.",
        "kk": "Қайшылық жоқ.",
        "en": "There are no conflicts.",
    },
    "settled": {
        "ru": "Расхождение {number} решено.",
        "kk": "{number} қайшылығы шешілді.",
        "en": "Conflict {number} is settled.",
    },
    "sender": {"ru": "берём его пакеты", "kk": "пакеттерін аламыз", "en": "its packages are taken in"},
    "recipient": {
        "ru": "шифруем для него",
        "kk": "ол үшін шифрлаймыз",
        "en": "packages are encrypted to it",
    },
    "both": {
        "ru": "берём его пакеты и шифруем для него",
        "kk": "пакеттерін аламыз және ол үшін шифрлаймыз",
        "en": "both ways",
    },
    "board_head": {
        "ru": "регион|устройство|кто|последний пакет|принят|интервью|отложено|расхождений|ждёт решения|"
        "не пришли",
        "kk": "аймақ|құрылғы|кім|соңғы пакет|қабылданды|сұхбат|бөлек қойылды|қайшылық|шешім күтуде|келмеген",
        "en": "region|device|who|last package|taken in|interviews|set aside|conflicts|to be accepted|missing",
    },
    "board_empty": {
        "ru": "Пакетов ещё не было.",
        "kk": "Пакеттер әлі болған жоқ.",
        "en": "No packages yet.",
    },
    "pack_made": {
        "ru": "Пакет настроек {number}: {path}",
        "kk": "Баптаулар пакеті {number}: {path}",
        "en": "Pack of settings {number}: {path}",
    },
    "pack_in": {
        "ru": "Установлен пакет настроек {number}. Слова для сверки с центральным офисом: {fingerprint}",
        "kk": "{number} баптаулар пакеті орнатылды. Орталық кеңсемен салыстыратын сөздер: {fingerprint}",
        "en": "Pack of settings {number} is installed. "
        "Words to compare with the central office: {fingerprint}",
    },
    "pack_old": {
        "ru": "Этот пакет настроек не новее установленного.",
        "kk": "Бұл баптаулар пакеті орнатылғаннан жаңа емес.",
        "en": "This pack of settings is no newer than the one installed.",
    },
    "pack_head": {
        "ru": "пакет настроек|кто собрал|собран|анкеты|для кого шифровать|интервьюеры|правила",
        "kk": "баптаулар пакеті|кім жинады|жиналды|сауалнамалар|кім үшін шифрлау|интервьюерлер|ережелер",
        "en": "pack of settings|made by|made|forms|to encrypt to|interviewers|rules",
    },
    "no_pack": {
        "ru": "Пакета настроек ещё нет.",
        "kk": "Баптаулар пакеті әлі жоқ.",
        "en": "There is no pack of settings yet.",
    },
    "conflict_line": {
        "ru": "{number}  {interview}  другая правка пришла {at} от {device}",
        "kk": "{number}  {interview}  басқа түзету {at} {device} құрылғысынан келді",
        "en": "{number}  {interview}  another edit came {at} from {device}",
    },
    "sides": {
        "ru": "Расхождение {number}. Оставить одну из правок: gsmon conflict settle {number} --keep ours "
        "(нашу) или --keep theirs (пришедшую).",
        "kk": "{number} қайшылығы. Түзетулердің бірін қалдыру: gsmon conflict settle {number} --keep ours "
        "(біздікін) немесе --keep theirs (келгенін).",
        "en": "Conflict {number}. To keep one of the edits: gsmon conflict settle {number} --keep ours or "
        "--keep theirs.",
    },
    "ours": {"ru": "у нас", "kk": "бізде", "en": "ours"},
    "theirs": {"ru": "пришло", "kk": "келгені", "en": "theirs"},
    "finished": {"ru": "завершено", "kk": "аяқталған", "en": "finished"},
    "deleted": {"ru": "удалено", "kk": "жойылды", "en": "deleted"},
    "draft": {"ru": "черновик", "kk": "қаралама", "en": "draft"},
    "same_answers": {
        "ru": "Ответы одинаковы.",
        "kk": "Жауаптары бірдей.",
        "en": "The answers are the same.",
    },
}


def said(what: str, language: str, **values: object) -> str:
    """A sentence in ru, kk or en with its values."""
    return _SAID[what][language].format(**values)
