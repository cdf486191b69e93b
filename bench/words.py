"""Words of three languages, and text that is made of them. The words are common ones; the sentences mean nothing."""

from dataclasses import dataclass
from random import Random

SWEDISH = """
och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år
under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här
då sedan över bara in blir upp även vad få två vill ha många hur mer går sverige detta nya procent skall
hans utan sina något svenska allt första fick måste mellan blev bli dag någon några sitt stora varit dess
företag företagande förening styrelse möte årsmöte anställd arbetsgivare tillväxt ansvar medlem kassör
protokoll beslut stadgar ekonomi bokföring årsredovisning bryggan kajaken sjön skogen vägen köket brödet
ugnen mjölet vattnet surdegen kvällen morgonen hösten våren sommaren vintern staden torget huset trädgården
skrev läste byggde ritade bakade paddlade cyklade väntade undrade frågade svarade berättade tänkte visste
"""

ENGLISH = """
the of and to a in is it you that he was for on are with as i his they be at one have this from or had by
but not what all were we when your can said there use an each which she do how their if will up other about
out many then them these so some her would make like him into time has look two more write go see number no
way could people my than first water been call who oil its now find long down day did get come made may part
garden kitchen engine harbour library ladder copper timber winter summer morning evening market village river
bridge window letter paper pencil notebook server backup release version failure measure pattern reader writer
wrote built drew baked sailed walked waited wondered asked answered told thought knew learned tried mended
don't can't it's we'll author's readers' twenty-one half-way well-known
"""

JAPANESE = """
今日 昨日 明日 東京 京都 大阪 料理 写真 旅行 音楽 映画 電車 自転車 公園 図書館 学校 会社 仕事 時間 問題 方法 結果
私たち 友達 家族 先生 学生 読者 作者 日記 記事 更新 公開 保存 設定 検索 言語 翻訳 文章 段落 見出し 使います 書きました
読みました 行きました 思います できます しかし そして それから とても 少し 新しい 古い 大きい 小さい 美しい
"""

ASIDES = (
    "<em>{}</em>",
    "<strong>{}</strong>",
    "<i>{}</i>",
    "<b>{}</b>",
    "<code>{}()</code>",
    '<a href="https://www.example.org/{}/">{}</a>',
    "“{}”",
    "({})",
    "{} &amp; {}",
    "{}_{}",
    "5 * {}",
    "100\u00a0{}",
    "#{}",
    "{} &lt;3",
    "[{}]",
    "<del>{}</del>",
    "CO<sub>2</sub> {}",
)
"""What stands inside sentences: emphasis, links, code, and characters that Markdown would read as its own."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its words, what ends a sentence, what stands between words."""

    code: str
    words: list[str]
    stop: str
    gap: str


LANGUAGES = {
    language.code: language
    for language in (
        Language("sv", SWEDISH.split(), ".", " "),
        Language("en", ENGLISH.split(), ".", " "),
        Language("ja", JAPANESE.split(), "。", ""),
    )
}


def sentences(rng: Random, language: Language, count: int) -> str:
    """About `count` words as sentences, now and then with markup or a special character among them."""
    words = rng.choices(language.words, k=max(count, 3))
    for at in range(7, len(words), 23):
        words[at] = rng.choice(ASIDES).replace("{}", words[at])
    starts = range(0, len(words), 12)
    for at in starts:
        words[at] = words[at][:1].upper() + words[at][1:]
        words[at - 1] += language.stop
    return language.gap.join(words)


def phrase(rng: Random, language: Language, count: int) -> str:
    """`count` words without markup, for headings, titles and names."""
    text = language.gap.join(rng.choices(language.words, k=count))
    return text[:1].upper() + text[1:]
