"""Exports in old character sets that say they are UTF-8, say nothing or say something else."""

from collections.abc import Callable

import pytest

from wpmigrate.model import Item
from wpmigrate.reader.charsets import _row_letters, guess_charset

Read = Callable[..., tuple[list[Item], list[tuple[str, int | None]]]]

RUSSIAN = "Сегодня мы ходили гулять в лес и нашли много грибов. Вечером пожарили их с картошкой, и было очень вкусно."
GREEK = "Σήμερα πήγαμε για περίπατο στο δάσος και βρήκαμε πολλά μανιτάρια. Το βράδυ τα μαγειρέψαμε με αυγά."
CZECH = "Dnes jsme šli na procházku do lesa a našli spoustu hub. Večer jsme je usmažili s vejci, příště půjdeme zase."
POLISH = "Dziś poszliśmy na długi spacer do lasu i znaleźliśmy mnóstwo grzybów. Wieczorem usmażyliśmy je z jajkami."
TURKISH = "Bugün ormanda yürüyüşe çıktık ve çok sayıda mantar bulduk. Akşam yumurtayla pişirdik, çok güzel oldu."
LATVIAN = "Šodien gājām pastaigāties uz mežu un atradām daudz sēņu. Vakarā tās cepām ar olām, un bija ļoti garšīgi."
HEBREW = "היום הלכנו לטייל ביער ומצאנו הרבה פטריות. בערב טיגנו אותן עם ביצים והיה נהדר."
ARABIC = "ذهبنا اليوم في نزهة إلى الغابة ووجدنا الكثير من الفطر. في المساء طبخناه مع البيض وكان رائعا."
THAI = "วันนี้เราไปเดินเล่นในป่าและพบเห็ดมากมาย ตอนเย็นเราผัดกับไข่และอร่อยมาก"
JAPANESE = "今日は森へ散歩に行って、たくさんのきのこを見つけました。夜は卵と一緒に炒めて、とても美味しかったです。"
CHINESE = "今天我们去森林里散步，找到了很多蘑菇。晚上用鸡蛋炒着吃，味道非常好。期待下个周末再去。"
TAIWANESE = "今天我們去森林裡散步，找到了很多蘑菇。晚上用雞蛋炒著吃，味道非常好。期待下個週末再去。"
KOREAN = "오늘은 숲으로 산책을 가서 버섯을 많이 찾았습니다. 저녁에는 달걀과 함께 볶아 먹었는데 아주 맛있었습니다."
GERMAN = (
    "Heute sind wir über die Brücke in den Wald gegangen und haben schöne Pilze gefunden, größere als sonst. Grüße!"
)

TEXTS = {
    "windows-1251": (RUSSIAN, "ru-RU"),
    "KOI8-R": (RUSSIAN, "ru-RU"),
    "IBM866": (RUSSIAN, ""),
    "ISO-8859-5": (RUSSIAN, ""),
    "windows-1253": (GREEK, "el"),
    "windows-1250": (CZECH, "cs-CZ"),
    "ISO-8859-2": (POLISH, "pl-PL"),
    "windows-1254": (TURKISH, "tr-TR"),
    "windows-1257": (LATVIAN, "lv"),
    "windows-1255": (HEBREW, "he-IL"),
    "windows-1256": (ARABIC, "ar"),
    "windows-874": (THAI, "th"),
    "Shift_JIS": (JAPANESE, "ja"),
    "EUC-JP": (JAPANESE, "ja"),
    "ISO-2022-JP": (JAPANESE, "ja"),
    "GBK": (CHINESE, "zh-CN"),
    "Big5": (TAIWANESE, ""),
    "EUC-KR": (KOREAN, "ko-KR"),
    "macintosh": (GERMAN, "de-DE"),
    "windows-1252": (GERMAN, "de-DE"),
}
PYTHON = {"windows-874": "cp874", "macintosh": "mac-roman"}


def export(text: str, language: str, declaration: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    """An export of two posts in a language."""
    items = "".join(
        f"<item>\n<title>{text[:20]}</title>\n<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded>\n"
        f"<wp:post_id>{number}</wp:post_id>\n<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n"
        for number in (1, 2)
    )
    return (
        f'{declaration}\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        f' xmlns:wp="http://wordpress.org/export/1.2/">\n<channel>\n<title>Blog</title>\n'
        f"<language>{language}</language>\n<wp:wxr_version>1.2</wp:wxr_version>\n{items}</channel>\n</rss>\n"
    )


@pytest.mark.parametrize("name", TEXTS)
def test_a_set_that_is_not_declared(read_bytes: Read, name: str) -> None:
    """The text comes out as it was written, and one warning says in which set it is."""
    text, language = TEXTS[name]
    items, codes = read_bytes(export(text, language).encode(PYTHON.get(name, name)))
    assert [item.content for item in items] == [f"<p>{text}</p>"] * 2
    assert [item.title for item in items] == [text[:20].strip()] * 2
    assert codes == [("WXR121", 1)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_set_that_is_declared(read_bytes: Read, name: str) -> None:
    """A declaration that is true is believed; also under the names of the web that Python does not know."""
    text, language = TEXTS[name]
    declaration = f'<?xml version="1.0" encoding="{name}"?>'
    items, codes = read_bytes(export(text, language, declaration).encode(PYTHON.get(name, name)))
    assert [item.content for item in items] == [f"<p>{text}</p>"] * 2
    assert codes == []


@pytest.mark.parametrize(("declared", "code"), [("ISO-8859-1", "WXR121"), ("x-unknown", "WXR123")])
def test_another_set_that_is_declared(read_bytes: Read, declared: str, code: str) -> None:
    """Russian that says it is Western, or in a set that nobody knows."""
    declaration = f'<?xml version="1.0" encoding="{declared}"?>'
    items, codes = read_bytes(export(RUSSIAN, "ru-RU", declaration).encode("koi8-r"))
    assert items[0].content == f"<p>{RUSSIAN}</p>"
    assert codes == [(code, 1)]


def test_letters_of_the_larger_set(read_bytes: Read) -> None:
    """What browsers read under the name of a smaller set is read, and named: strict readers refuse it."""
    declaration = '<?xml version="1.0" encoding="gb2312"?>'
    items, codes = read_bytes(export(CHINESE + "镕", "zh-CN", declaration).encode("gbk"))
    assert items[0].content == f"<p>{CHINESE}镕</p>"
    assert codes == [("WXR121", 1)]


def test_one_post_in_another_set(read_bytes: Read, clean: bytes) -> None:
    """A post in another script is read in its own set, those beside it in UTF-8."""
    before, _, after = clean.partition("räksmörgåsar".encode())
    head, _, own = before.rpartition(b"<item>")
    own = own.replace("Företagande".encode(), b"").replace("företag".encode(), b"")
    after = after.replace("Företagande".encode(), b"", 1)
    items, codes = read_bytes(head + b"<item>" + own + RUSSIAN.encode("cp1251") + after)
    assert RUSSIAN in items[1].content
    assert items[2].title == "Tredje inlägget"
    assert codes == [("WXR121", 50)]


@pytest.mark.parametrize(("codec", "text"), [("cp1251", RUSSIAN), ("cp866", RUSSIAN), ("cp1253", GREEK)])
def test_a_long_post_in_another_set_among_few_letters(read_bytes: Read, codec: str, text: str) -> None:
    """Quotation marks in UTF-8 stay what they are, however many more letters one post has in another set."""
    quoted = "“It’s here” – he said… "
    whole = export(quoted + "TEXT " * 3, "en").encode()
    head, _, rest = whole.rpartition(b"TEXT ")
    items, codes = read_bytes(head + (text * 9).encode(codec) + rest)
    assert quoted in items[0].content
    assert codes != [("WXR121", 1)]


def test_letters_of_sets_are_gathered_once() -> None:
    """A file may hold thousands of pieces to guess at."""
    guess_charset(bytes(range(0x81, 0xFF)) * 9)
    before = _row_letters.cache_info().misses
    guess_charset(bytes(range(0x81, 0xFF)) * 9)
    assert _row_letters.cache_info().misses == before


NO_GUESS = {
    "too few letters": "Спасибо".encode("cp1251"),
    "Swedish": ("Vi åkte till skärgården och åt räksmörgås på bryggan. " * 9).encode("cp1252"),
    "English with quotation marks": ("“It’s here” – he said… " * 9).encode("cp1252"),
    "UTF-8 and Windows-1252": ("café à la crème. " * 9).encode() + ("café à la crème, déjà. " * 20).encode("cp1252"),
    "a long line": b"a" * (1 << 20) + "räksmörgås och äpplen på ö".encode("cp1252") + b"b" * (1 << 20),
    "noise": bytes(range(256)) * 40,
}


@pytest.mark.parametrize("kind", NO_GUESS)
def test_no_guess(kind: str) -> None:
    """What may be Western, or anything, is given no other set."""
    assert guess_charset(NO_GUESS[kind]) is None
