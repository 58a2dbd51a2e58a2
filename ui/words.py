"""Words and figures that several screens show the same way."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from gsmon_desktop.field.methods import MASS_SURVEY
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store import interviews
from gsmon_desktop.store.interviews import Row


def status(row: Row) -> str:
    """The state of an interview in a word or two."""
    translate = QCoreApplication.translate
    if row.status == interviews.DRAFT and row.repeats:
        return translate("words", "Второй ввод № {number}").format(number=row.repeats)
    if row.status == interviews.DRAFT:
        if row.revision > 1:
            return translate("words", "Исправляется")
        return translate("words", "Черновик")
    if row.quarantined:
        return translate("words", "В карантине")
    if row.status == interviews.DELETED:
        return translate("words", "Удалено")
    return {
        "refused": translate("words", "Отказ"),
        "not_eligible": translate("words", "Не подходит"),
        "not_held": translate("words", "Не состоялось"),
        "not_reached": translate("words", "Не дозвонились"),
    }.get(row.outcome, translate("words", "Завершено"))


def branch(code: str) -> str:
    """The form of service: on paper or electronic."""
    translate = QCoreApplication.translate
    return {
        "paper": translate("words", "бумажная"),
        "electronic": translate("words", "электронная"),
    }.get(code, "")


def region(catalogue: Catalogue, code: str, language: str) -> str:
    """A region's name; its code when the catalogue does not know it."""
    found = catalogue.regions.get(code)
    return found.names[language] if found else code


def service(catalogue: Catalogue, code: str) -> str:
    """A service's name, in Russian as the catalogue publishes it; its id when it is not known."""
    found = catalogue.services.get(code)
    return found.name_ru if found else code


def numbered_service(catalogue: Catalogue, code: str) -> str:
    """A service with its number in the catalogue before it: people look them up by it."""
    found = catalogue.services.get(code)
    return f"{found.no}. {found.name_ru}" if found else code


def moment(stamp: str) -> str:
    """ISO 8601 as "24.11.2026 14:32"; "" stays empty."""
    return f"{datetime.fromisoformat(stamp):%d.%m.%Y %H:%M}" if stamp else ""


def short_moment(stamp: str) -> str:
    """ISO 8601 as "24.11 14:32", for narrow columns."""
    return f"{datetime.fromisoformat(stamp):%d.%m %H:%M}" if stamp else ""


def second(stamp: str) -> str:
    """ISO 8601 as "24.11 14:32:05"."""
    return f"{datetime.fromisoformat(stamp):%d.%m %H:%M:%S}"


def long_day(day: date) -> str:
    """A day in words of the window's language: "вторник, 24 ноября"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM")


def duration(seconds: int) -> str:
    """Seconds as "12:05" or "1:02:05"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def number(value: int) -> str:
    """A whole number with its thousands apart."""
    return f"{value:,}".replace(",", " ")


def size(octets: int) -> str:
    """Bytes as people say them: "1.2 МБ"."""
    return QLocale().formattedDataSize(octets, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def subject(catalogue: Catalogue, row: Row) -> str:
    """What a record is about: its service, or its questionnaire where that is not the mass survey.

    "" when the service is still to be chosen.
    """
    named = service(catalogue, row.service)
    if named or row.form_id == MASS_SURVEY:
        return named
    brought = instrument(row.form_id)
    return brought if brought != row.form_id else row.title or row.form_id


def instrument(form_id: str) -> str:
    """What a questionnaire that the program brings is for, in a few words; any other by its id."""
    translate = QCoreApplication.translate
    return {
        "mass_survey": translate("words", "Массовый опрос"),
        "visit_office": translate("words", "Визит в ЦОН или госорган"),
        "visit_self_service": translate("words", "Проверка зоны самообслуживания"),
        "visit_portal": translate("words", "Проверка портала"),
        "test_call": translate("words", "Контрольный звонок"),
        "depth_interview_provider": translate("words", "Интервью с услугодателем"),
        "depth_interview_recipient": translate("words", "Интервью с услугополучателем"),
        "focus_group": translate("words", "Фокус-группа"),
        "desk_research": translate("words", "Кабинетное исследование"),
        "field_control": translate("words", "Проверка интервью"),
    }.get(form_id, form_id)


def method(key: str) -> str:
    """A method of the study other than the mass survey, as Визиты call it."""
    translate = QCoreApplication.translate
    return {
        "mystery_shopping": translate("words", "Тайный покупатель"),
        "depth_interview": translate("words", "Глубинные интервью"),
        "focus_group": translate("words", "Фокус-группы"),
        "desk_research": translate("words", "Кабинетное исследование"),
    }[key]


def zone(code: str) -> str:
    """Whom a finding is addressed to."""
    translate = QCoreApplication.translate
    return {
        "body": translate("words", "Госорган"),
        "con": translate("words", "ЦОН"),
        "portal": translate("words", "Портал"),
    }.get(code, code)


def action(code: str) -> str:
    """What an event of the audit trail says happened."""
    translate = QCoreApplication.translate
    return {
        "opened": translate("words", "начато"),
        "resumed": translate("words", "продолжено"),
        "answered": translate("words", "ответ"),
        "attached": translate("words", "приложен файл"),
        "added": translate("words", "добавлена строка"),
        "removed": translate("words", "удалена строка"),
        "language changed": translate("words", "другой язык"),
        "undone": translate("words", "отменено"),
        "commented": translate("words", "комментарий"),
        "paused": translate("words", "отложено"),
        "finished": translate("words", "завершено"),
        "recorded": translate("words", "записано целиком"),
        "reopened": translate("words", "открыто для исправления"),
        "deleted": translate("words", "удалено"),
        "undeleted": translate("words", "возвращено"),
        "exported": translate("words", "вошло в пакет"),
        "conflict": translate("words", "пришла другая правка"),
        "settled": translate("words", "расхождение решено"),
        "merged": translate("words", "принято из пакета"),
        "wiped": translate("words", "личные данные стёрты"),
        "erased": translate("words", "фото без размытия удалено"),
        "moved": translate("words", "перенесено в новую версию анкеты"),
        "renamed": translate("words", "ответ на новом месте"),
        "entered again": translate("words", "второй ввод с бумаги"),
        "compared": translate("words", "два ввода сверены"),
        "left behind": translate("words", "ответ не перенесён"),
        "quarantined": translate("words", "отложено проверкой"),
    }.get(code, code)
