"""How themes say the number of comments, per language: words as data, one small reader for all."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommentWords:
    """Phrases in lower case: for none, for one, and the words that stand beside a number."""

    none: tuple[str, ...]
    one: tuple[str, ...]
    counted: tuple[str, ...]


COMMENT_WORDS: dict[str, CommentWords] = {
    "en": CommentWords(
        ("no comments", "no comments yet", "no responses", "no replies"),
        ("one comment", "one response", "one reply", "one thought"),
        ("comment", "comments", "response", "responses", "reply", "replies", "thought", "thoughts"),
    ),
    "sv": CommentWords(
        ("inga kommentarer", "inga kommentarer än", "inga svar"),
        ("en kommentar", "ett svar", "en reaktion"),
        ("kommentar", "kommentarer", "svar", "reaktion", "reaktioner"),
    ),
    "de": CommentWords(
        ("keine kommentare", "noch keine kommentare", "kein kommentar", "keine antworten"),
        ("ein kommentar", "eine antwort"),
        ("kommentar", "kommentare", "antwort", "antworten"),
    ),
    "fr": CommentWords(
        (
            "aucun commentaire",
            "pas de commentaire",
            "pas de commentaires",
            "aucune réponse",
            "pas encore de commentaire",
        ),
        ("un commentaire", "une réponse"),
        ("commentaire", "commentaires", "réponse", "réponses"),
    ),
    "es": CommentWords(
        ("sin comentarios", "no hay comentarios", "ningún comentario", "sin respuestas"),
        ("un comentario", "una respuesta"),
        ("comentario", "comentarios", "respuesta", "respuestas"),
    ),
    "nl": CommentWords(
        ("geen reacties", "nog geen reacties", "geen reactie", "geen commentaar"),
        ("een reactie", "één reactie"),
        ("reactie", "reacties", "commentaar", "commentaren"),
    ),
    "nb": CommentWords(
        ("ingen kommentarer", "ingen svar", "ingen kommentarer ennå"),
        ("én kommentar", "ett svar"),
        ("kommentar", "kommentarer", "svar"),
    ),
    "da": CommentWords(
        ("ingen kommentarer", "ingen kommentarer endnu", "ingen svar"),
        ("én kommentar", "et svar"),
        ("kommentar", "kommentarer", "svar"),
    ),
    "fi": CommentWords(
        ("ei kommentteja", "ei vielä kommentteja", "ei vastauksia"),
        ("yksi kommentti", "yksi vastaus"),
        ("kommentti", "kommenttia", "vastaus", "vastausta"),
    ),
    "it": CommentWords(
        ("nessun commento", "ancora nessun commento", "nessuna risposta"),
        ("un commento", "una risposta"),
        ("commento", "commenti", "risposta", "risposte"),
    ),
    "pt": CommentWords(
        ("sem comentários", "nenhum comentário", "sem respostas", "nenhuma resposta"),
        ("um comentário", "uma resposta", "um comentario"),
        ("comentário", "comentários", "comentarios", "resposta", "respostas"),
    ),
    "pl": CommentWords(
        ("brak komentarzy", "bez komentarzy"),
        ("jeden komentarz", "jedna odpowiedź"),
        ("komentarz", "komentarze", "komentarzy", "odpowiedź", "odpowiedzi"),
    ),
    "cs": CommentWords(
        ("žádné komentáře", "žádný komentář", "bez komentářů"),
        ("jeden komentář",),
        ("komentář", "komentáře", "komentářů", "komentářu"),
    ),
    "sk": CommentWords(
        ("žiadne komentáre", "žiadny komentár", "bez komentárov"),
        ("jeden komentár",),
        ("komentár", "komentáre", "komentárov"),
    ),
    "hu": CommentWords(
        ("nincs hozzászólás", "nincsenek hozzászólások"), ("egy hozzászólás",), ("hozzászólás", "hozzászólások")
    ),
    "ro": CommentWords(
        ("niciun comentariu", "nici un comentariu"), ("un comentariu",), ("comentariu", "comentarii", "de comentarii")
    ),
    "ca": CommentWords(("cap comentari", "sense comentaris"), ("un comentari",), ("comentari", "comentaris")),
    "hr": CommentWords(("nema komentara",), ("jedan komentar",), ("komentar", "komentara")),
    "sl": CommentWords(
        ("brez komentarja", "ni komentarjev"), ("en komentar",), ("komentar", "komentarja", "komentarji", "komentarjev")
    ),
    "lt": CommentWords(
        ("komentarų nėra", "nėra komentarų"), ("vienas komentaras",), ("komentaras", "komentarai", "komentarų")
    ),
    "lv": CommentWords(("nav komentāru",), ("viens komentārs",), ("komentārs", "komentāri", "komentāru")),
    "et": CommentWords(
        ("kommentaare pole", "kommentaarid puuduvad"), ("üks kommentaar",), ("kommentaar", "kommentaari")
    ),
    "eo": CommentWords(("neniu komento", "neniuj komentoj"), ("unu komento",), ("komento", "komentoj")),
    "vi": CommentWords(("không có phản hồi", "chưa có bình luận"), ("một phản hồi",), ("phản hồi", "bình luận")),
    "tr": CommentWords(("yorum yok", "henüz yorum yok", "yorum yapılmamış"), ("bir yorum",), ("yorum",)),
    "id": CommentWords(("tidak ada komentar", "belum ada komentar"), ("satu komentar",), ("komentar",)),
    "ru": CommentWords(
        ("нет комментариев", "комментариев нет", "нет комментария"),
        ("один комментарий",),
        ("комментарий", "комментария", "комментариев", "комментарии"),
    ),
    "uk": CommentWords(
        ("немає коментарів", "коментарів немає", "без коментарів"),
        ("один коментар",),
        ("коментар", "коментарі", "коментарів"),
    ),
    "bg": CommentWords(("няма коментари", "без коментари"), ("един коментар",), ("коментар", "коментара", "коментари")),
    "el": CommentWords(("κανένα σχόλιο", "χωρίς σχόλια", "δεν υπάρχουν σχόλια"), ("ένα σχόλιο",), ("σχόλιο", "σχόλια")),
    "ja": CommentWords(
        ("コメントはまだありません", "コメントなし", "コメントはありません"), (), ("コメント", "件のコメント")
    ),
    "zh": CommentWords(
        ("暂无评论", "没有评论", "沒有評論", "尚無留言", "沒有留言", "没有留言", "尚無迴響"),
        ("一条评论",),
        ("评论", "条评论", "則留言", "則迴響", "条留言", "評論", "留言"),
    ),
    "ko": CommentWords(("댓글 없음", "댓글이 없습니다"), (), ("댓글", "개의 댓글", "개의 응답")),
    "he": CommentWords(("אין תגובות",), ("תגובה אחת",), ("תגובות",)),
    "ar": CommentWords(("لا توجد تعليقات", "لا تعليقات", "لا يوجد تعليقات"), ("تعليق واحد",), ("تعليق", "تعليقات")),
    "fa": CommentWords(("بدون دیدگاه", "بدون نظر"), (), ("دیدگاه", "نظر")),
}
"""By language; the words are those of the comment links that WordPress's own themes print in each language."""

STEMS = (
    "omment", "oment", "respo", "respu", "rispo", "repl", "thought", "svar", "reakti", "reacti", "antwort", "vasta",
    "odpowied", "yorum",
)  # fmt: skip
"""Parts of the words in ASCII: a text in which none occurs says nothing about comments in most languages."""

OTHER_STEMS = (
    "répon", "hozzász", "phản hồi", "bình luận", "коммент", "комент", "σχόλι", "コメント", "评论", "評論", "留言",
    "迴響", "댓글", "응답",
    "תגוב", "تعليق", "دیدگاه", "نظر",
)  # fmt: skip
"""The same for the other languages."""

BYLINE_STEMS = (
    "posted", "filed", "written", "tagged", "categor", "kategor", "catégor", "publi", "posta", "poste", "skriv",
    "skrev", "inlagt", "upplagd", "veröffentlicht", "geschrieben", "abgelegt", "posté", "classé", "escrito",
    "archivado", "geplaatst", "geschreven", "udgivet", "postet", "kirjoit", "julkais", "scritto", "pubbli",
    "arquivado", "etikett", "napsal", "opublik", "közzét", "yayın", "опублик", "рубрик", "δημοσ", "カテゴリー",
    "投稿", "分类", "分類", "发表", "發表",
)  # fmt: skip
"""Parts of the words with which bylines begin or name the categories."""

_IN_WORDS = {
    phrase: number
    for words in COMMENT_WORDS.values()
    for number, phrases in enumerate((words.none, words.one))
    for phrase in phrases
}
_COUNTED = frozenset(word for words in COMMENT_WORDS.values() for word in words.counted)
_LONGEST = 300
_ARROWS = " »›→>"
_DIGIT = re.compile(r"\d")
_NUMBER_FIRST = re.compile(r"(\d{1,3}(?:[., ]\d{3})+|\d{1,7}) ?(\D+)")
_NUMBER_LAST = re.compile(r"(\D+?) ?[:：]? ?[(（]? ?(\d{1,7}) ?[)）]?(?:개|件|条|則)?")
_TITLE = re.compile(r" [^\s\d“”\"„«»‘’'「]{1,12} ?[“”\"„«‘'「].*$")
_BLANKS = re.compile(r"\s+")


def number_said(phrase: str) -> int | None:
    """The number of comments that a phrase says ("3 kommentarer »", "Comments (3)", "9 Responses to “Title”") or None.

    The whole phrase must say it: prose that mentions comments says no number.
    """
    text = _TITLE.sub("", _BLANKS.sub(" ", phrase[:_LONGEST]).lower()).strip(_ARROWS)
    said = _IN_WORDS.get(text)
    if said is not None:
        return said
    if not _DIGIT.search(text):
        return None
    first = _NUMBER_FIRST.fullmatch(text)
    if first is not None and first[2] in _COUNTED:
        return int(re.sub(r"\D", "", first[1]))
    last = _NUMBER_LAST.fullmatch(text)
    return int(last[2]) if last is not None and last[1] in _COUNTED else None
