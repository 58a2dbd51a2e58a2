# ruff: noqa: E501  (forms are tables)
"""Languages: labels, hints, messages, media, outputs, fallback; switching at any time."""

from __future__ import annotations

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import language_code
from tests.forms.scenario import scenario

BILINGUAL = """
| survey |               |      |                     |                     |                    |            |                                  |                                  |                               |          |                     |                     |             |
|        | type          | name | label::Русский (ru) | label::Қазақша (kk) | hint::Русский (ru) | constraint | constraint_message::Русский (ru) | constraint_message::Қазақша (kk) | guidance_hint::Русский (ru)   | required | required_message::Русский (ru) | image::Русский (ru) | calculation |
|        | text          | who  | Как вас зовут?      | Атыңыз кім?         | Полностью          | .!='x'     | Не x, ${who}                     | x емес                           | Спросите паспорт              | yes      | Нужно имя           | face.png            |             |
|        | select_one yn | yes  | ${who}, согласны?   | ${who}, келісесіз бе? |                  |            |                                  |                                  |                               |          |                     |                     |             |
|        | note          | only | Только русский      |                     |                    |            |                                  |                                  |                               |          |                     |                     |             |
|        | calculate     | told |                     |                     |                    |            |                                  |                                  |                               |          |                     |                     | jr:choice-name(${yes}, '${yes}') |
| choices |              |      |                     |                     |
|        | list_name     | name | label::Русский (ru) | label::Қазақша (kk) |
|        | yn            | y    | Да                  | Иә                  |
|        | yn            | n    | Нет                 | Жоқ                 |
| settings |             |         |                  |
|        | form_id       | version | default_language |
|        | bilingual     | 7       | Русский (ru)     |
"""


def test_codes_of_language_names() -> None:
    assert [language_code(name) for name in ("Русский (ru)", "English (EN)", "default", "Қазақша")] == [
        "ru",
        "en",
        "default",
        "қазақша",
    ]


def test_texts_follow_the_language_and_answers_stay() -> None:
    s = scenario(BILINGUAL)
    assert s.form.languages == ("Русский (ru)", "Қазақша (kk)")
    assert s.session.language == "Русский (ru)"
    s.set("who", "Айша")
    assert (s.label("yes"), s.labels("yes")) == ("Айша, согласны?", ["Да", "Нет"])
    change = s.session.set_language("kk")
    assert (change.action, change.old, change.new) == ("language", "Русский (ru)", "Қазақша (kk)")
    assert (s.label("yes"), s.labels("yes")) == ("Айша, келісесіз бе?", ["Иә", "Жоқ"])
    assert s["who"] == "Айша"
    s.session.undo(change)
    assert s.session.language == "Русский (ru)"


def test_a_missing_text_falls_back_to_the_default_language() -> None:
    s = scenario(BILINGUAL, language="kk")
    assert s.label("only") == "Только русский"
    assert s.session.question("/data/who").hint == "Полностью"


def test_hints_guidance_media_and_messages() -> None:
    s = scenario(BILINGUAL)
    question = s.session.question("/data/who")
    assert (question.hint, question.guidance) == ("Полностью", "Спросите паспорт")
    assert question.media == (("image", "face.png"),)
    assert question.missing
    assert question.required_message == "Нужно имя"
    s.set("who", "x")
    assert s.invalid() == {"/data/who": "Не x, x"}
    s.session.set_language("kk")
    assert s.invalid() == {"/data/who": "x емес"}


def test_calculated_names_of_choices_follow_the_language() -> None:
    s = scenario(BILINGUAL)
    s.set("yes", "y")
    assert s["told"] == "Да"
    change = s.session.set_language("kk")
    assert s["told"] == "Иә"
    assert change.rows == (("/data/told", "Да", "Иә"),)
    s.session.undo(change)
    assert s["told"] == "Да"


def test_an_unknown_language_is_refused() -> None:
    s = scenario(BILINGUAL)
    with pytest.raises(GsmonError) as failure:
        s.session.set_language("fr")
    assert failure.value.code == "answer.language"
    assert scenario(BILINGUAL, language="fr").session.language == "Русский (ru)"


def test_a_form_without_languages_has_one() -> None:
    s = scenario("| survey |\n| | type | name | label |\n| | text | a | Plain |")
    assert s.form.languages == ("default",)
    assert s.label("a") == "Plain"
