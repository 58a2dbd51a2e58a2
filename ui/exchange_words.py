"""What the pages of the exchange say the same way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gsmon_desktop.exchange import Received


def received(what: Received) -> list[str]:
    """Sentences on what was taken in; none where nothing came."""
    translate, taken = QCoreApplication.translate, what.taken
    told = []
    if taken.accepted or taken.replaced or taken.ignored or taken.conflicts:
        text = translate(
            "exchange",
            "Принято интервью: {accepted}, заменено: {replaced}, уже было: {ignored}, "
            "расхождений: {conflicts}.",
        )
        told.append(
            text.format(
                accepted=taken.accepted,
                replaced=taken.replaced,
                ignored=taken.ignored,
                conflicts=taken.conflicts,
            )
        )
    if taken.quarantined:
        text = translate("exchange", "Отложено с указанием причины: {n}.")
        told.append(text.format(n=len(taken.quarantined)))
    for answer in what.answers:
        text = translate(
            "exchange", "Квитанция на пакет № {number}: принято {accepted}, отклонено {refused}."
        )
        told.append(text.format(number=answer.sequence, accepted=answer.accepted, refused=answer.refused))
    told += [
        translate("exchange", "Установлены настройки № {number}.").format(number=pack.number)
        for pack in what.packs
    ]
    return told
