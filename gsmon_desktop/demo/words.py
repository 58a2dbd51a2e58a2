"""The demo's made-up people and words: interviewers, places, what respondents say. Nobody here exists."""

from __future__ import annotations

from typing import NamedTuple


class Local(NamedTuple):
    """A region in the demo: share (0 to 1) of interviews in Kazakh, localities by how often they come up."""

    kazakh: float
    localities: tuple[str, ...]


LOCAL = {
    "astana": Local(0.5, ("astana_yesil", "astana_almaty", "astana_saryarka")),
    "almaty_city": Local(0.45, ("almaty_city_bostandyk", "almaty_city_auezov", "almaty_city_almaly")),
    "shymkent": Local(0.75, ("shymkent_karatau", "shymkent_al_farabi", "shymkent_enbekshi")),
    "abay": Local(0.55, ("abay_semei", "abay_ayagoz", "abay_urzhar")),
    "akmola": Local(0.3, ("akmola_kokshetau", "akmola_kosshy", "akmola_burabai")),
    "aktobe": Local(0.75, ("aktobe_aktobe", "aktobe_mugalzhar", "aktobe_khromtau")),
    "almaty": Local(0.65, ("almaty_konaev", "almaty_karasai", "almaty_talgar")),
    "atyrau": Local(0.85, ("atyrau_atyrau", "atyrau_zhylyoi", "atyrau_kurmangazy")),
    "vko": Local(0.3, ("vko_oskemen", "vko_ridder", "vko_zaisan")),
    "zhambyl": Local(0.75, ("zhambyl_taraz", "zhambyl_kordai", "zhambyl_shu")),
    "zhetysu": Local(0.7, ("zhetysu_taldykorgan", "zhetysu_tekeli", "zhetysu_panfilov")),
    "zko": Local(0.7, ("zko_oral", "zko_borli", "zko_baiterek")),
    "karagandy": Local(0.35, ("karagandy_karaganda", "karagandy_temirtau", "karagandy_balkash")),
    "kostanay": Local(0.25, ("kostanay_kostanay_town", "kostanay_rudny", "kostanay_zhitikara")),
    "kyzylorda": Local(0.9, ("kyzylorda_kyzylorda", "kyzylorda_aral", "kyzylorda_shieli")),
    "mangystau": Local(0.85, ("mangystau_aktau", "mangystau_zhanaozen", "mangystau_munaily")),
    "pavlodar": Local(0.35, ("pavlodar_pavlodar_town", "pavlodar_ekibastuz", "pavlodar_aksu")),
    "sko": Local(0.25, ("sko_petropavl", "sko_taiynsha", "sko_kyzylzhar")),
    "turkistan": Local(0.85, ("turkistan_turkistan", "turkistan_kentau", "turkistan_saryagash")),
    "ulytau": Local(0.65, ("ulytau_zhezkazgan", "ulytau_satbaev", "ulytau_zhanaarka")),
}

INTERVIEWERS = (
    "Айгерим Н.", "Данияр К.", "Ольга М.", "Асель Т.", "Ерлан Б.", "Наталья П.", "Гульнар С.", "Тимур А.",
    "Жанар О.", "Марат Ж.", "Светлана К.", "Айдос Р.", "Динара Е.", "Виктор Л.", "Салтанат И.", "Нурлан У.",
    "Мадина Х.", "Аскар Д.", "Елена В.", "Бауыржан Ш.", "Камила Ф.", "Руслан Г.", "Ботагоз Қ.", "Сергей Н.",
)  # fmt: skip

STREETS = ("ул. Абая", "пр. Республики", "ул. Толе би", "ул. Желтоксан", "ул. Ауэзова", "пр. Тауелсиздик")

PROBLEMS = {
    ("ru", "paper"): (
        "Очередь почти на час, талоны закончились к обеду.",
        "На сайте был один список документов, в окне попросили ещё копию.",
        "Негде поставить машину, с ребёнком шли от остановки пешком.",
        "Не сразу нашла нужный кабинет, указателей нет.",
        "Образцы заявления висели только на русском языке.",
        "Пришлось приезжать второй раз: не работала система.",
        "Нет пандуса со стороны входа, маме было тяжело подняться.",
    ),
    ("kk", "paper"): (
        "Кезекте бір сағатқа жуық тұрдық, түске қарай талон таусылып қалды.",
        "Сайтта басқа тізім, терезеде тағы бір көшірме сұрады.",
        "Көлік қоятын орын жоқ, аялдамадан жаяу келдік.",
        "Керекті кабинетті бірден таба алмадым, көрсеткіш жоқ.",
        "Өтініш үлгілері тек орыс тілінде ілулі тұр.",
        "Жүйе істемей қалып, екінші рет келуге тура келді.",
        "Кіреберісте пандус жоқ, әжеме көтерілу қиын болды.",
    ),
    ("ru", "electronic"): (
        "Страница зависала, заявление отправилось только с третьего раза.",
        "Файл не загружался, пока не уменьшил размер.",
        "Статус заявки не менялся неделю, узнавал по телефону.",
        "Подпись не принималась, переустанавливал программу.",
        "Чат-бот отвечает общими словами, по делу не помог.",
        "Трудно найти услугу, если не знаешь её точного названия.",
        "Отказали без объяснения, какую справку нужно исправить.",
    ),
    ("kk", "electronic"): (
        "Бет қатып қала берді, өтініш үшінші рет қана кетті.",
        "Файл көлемін кішірейткенше жүктелмеді.",
        "Өтініштің күйі бір апта өзгермеді, телефонмен сұрап білдім.",
        "Қолтаңбаны қабылдамады, бағдарламаны қайта орнаттым.",
        "Чат-бот жалпылама жауап береді, нақты көмегі болмады.",
        "Қызметтің дәл атауын білмесең, іздеп табу қиын.",
        "Қай анықтаманы түзету керегін түсіндірмей, бас тартты.",
    ),
}  # fmt: skip

SUGGESTIONS = {
    "ru": (
        "Присылать уведомление, когда документ готов.",
        "Сделать запись на время, чтобы не сидеть в очереди.",
        "Показывать на сайте, на каком этапе заявление.",
        "Сократить список документов: всё это уже есть в базах.",
        "Больше окон в обеденное время.",
        "Объяснять причину отказа простыми словами.",
    ),
    "kk": (
        "Құжат дайын болғанда хабарлама жіберілсе.",
        "Кезекте отырмас үшін уақытқа алдын ала жазылу керек.",
        "Өтініштің қай кезеңде екенін сайттан көрсетіп тұрса.",
        "Құжаттар тізімін қысқарту керек, бәрі базада бар ғой.",
        "Түскі уақытта терезе санын көбейтсе екен.",
        "Бас тарту себебін қарапайым тілмен түсіндірсе.",
    ),
}

OTHER_SYSTEMS = ("сайт ведомства", "портал социальных услуг", "личный кабинет заявителя")
