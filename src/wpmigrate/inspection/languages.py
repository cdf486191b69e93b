"""In which language is a text? Told by its script, and among languages of one script by their commonest words."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_WORDS: Mapping[str, str] = {
    "en": "the of and to in is that it for was with you this are have not",
    "de": "der die und das ist nicht ein eine ich mit auf für sich den von auch",
    "sv": "och att det som är jag inte på för med ett den har till av om",
    "nb": "og det som er jeg ikke på for med en har til av om å vi",
    "da": "og det som er jeg ikke på for med en har til af om at vi",
    "fi": "ja on ei että se oli hän mutta kun niin kuin myös ole minä tai",
    "nl": "de het een en van ik is dat niet met op voor zijn ook er",
    "fr": "le la les et des est un une pas que dans pour qui sur je",
    "es": "el la los de que y en un una es por con para se no",
    "pt": "o a os de que e em um uma é por com para não do",
    "it": "il la di che e un una non per con del sono si ho le",
    "ca": "el la els de que i en un una és per amb no les dels",
    "ro": "și de în la cu nu este că un pe mai din pentru care sunt",
    "pl": "i w na z się nie że do jest to jak ale po od za",
    "cs": "a se na v je že s to z do jsem ale o jako by",
    "sk": "a sa na v je že s to z do som ale o ako by",
    "hr": "i je u se na da za su s od koji nije to sam ali",
    "sl": "in je v se na da za so s ki ni pa tudi to sem",
    "hu": "a az és hogy nem is egy volt meg de ez van csak már ha",
    "et": "ja on ei et see ta oli mis kui aga oma ka nii ma",
    "lv": "un ir ka no par ar uz tas bet es viņš nav arī kā",
    "lt": "ir kad yra ne tai su bet iš kaip jis buvo ar į apie",
    "tr": "ve bir bu da de için çok ne ile gibi ama daha olarak var",
    "vi": "và của là có cho không một những được trong với các người này",
    "id": "yang dan di ini itu dengan untuk tidak dari dalam akan pada saya ada",
    "ru": "и в не на я что с он как это по но из у",
    "uk": "і в не на я що з він як це по але та у",
    "bg": "и в не на да се за от че с това е са като",
    "sr": "и је у се на да за су од који није то сам али",
}
"""Commonest words of languages that share a script."""

_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af"),
    ("zh", "\u4e00-\u9fff"),
    ("el", "\u0370-\u03ff"),
    ("he", "\u0590-\u05ff"),
    ("ar", "\u0600-\u06ff"),
    ("hi", "\u0900-\u097f"),
    ("bn", "\u0980-\u09ff"),
    ("ta", "\u0b80-\u0bff"),
    ("th", "\u0e00-\u0e7f"),
    ("ka", "\u10a0-\u10ff"),
    ("hy", "\u0530-\u058f"),
)
"""Languages that are told by their script; Japanese before Chinese, whose characters it uses too."""

_SCRIPT_PATTERNS = tuple((language, re.compile(f"[{letters}]")) for language, letters in _SCRIPTS)
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _text in _WORDS.items():
    for _word in _text.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_language)

FEWEST = 4
"""Common words that are needed for a guess."""

UNKNOWN = "unknown"


def language_of(words: Iterable[str]) -> str:
    """The language of a text by its words in lower case (ISO 639-1); `unknown` where they do not tell."""
    known: Counter[str] = Counter()
    letters: list[str] = []
    for word in words:
        letters.append(word)
        known.update(_LANGUAGES_OF.get(word, ()))
    text = "".join(letters)
    if not text.isascii():
        for language, pattern in _SCRIPT_PATTERNS:
            if 3 * len(pattern.findall(text)) > len(text):
                return language
        if len(_SCRIPT_PATTERNS[0][1].findall(text)) * 10 > len(text):
            return "ja"
    best = known.most_common(1)
    return best[0][0] if best and best[0][1] >= FEWEST else UNKNOWN
