"""What days, weekdays, months and spans are called in English and in Hindi of either script."""

from frontline.speech.plain import fold, word_set


def _numbered(names: str, first: int) -> dict[str, int]:
    """One number a line of names."""
    return {fold(name): number for number, line in enumerate(names.split("\n"), first) for name in line.split()}


MONTHS = _numbered(
    """january jan janvari janwari जनवरी
february feb farvari farwari फरवरी फ़रवरी
march mar मार्च
april apr aprail अप्रैल
may मई
june jun जून
july jul julai जुलाई
august aug agast अगस्त
september sep sept sitambar सितंबर सितम्बर
october oct aktubar aktoobar अक्टूबर अक्तूबर
november nov navambar navamber नवंबर नवम्बर
december dec disambar दिसंबर दिसम्बर""",
    1,
)
WEEKDAYS = _numbered(
    """monday mon somvar somwar सोमवार
tuesday tue tues mangalvar mangalwar मंगलवार
wednesday wed budhvar budhwar बुधवार
thursday thu thurs guruvar guruwar brihaspativar गुरुवार गुरूवार बृहस्पतिवार
friday fri shukravar shukrawar shukrvar शुक्रवार
saturday sat shanivar shaniwar शनिवार
sunday sun ravivar raviwar itvar itwar रविवार इतवार""",
    0,
)
SPANS = {
    **dict.fromkeys(word_set("day days din dino दिन दिनों"), 1),
    **dict.fromkeys(word_set("week weeks hafta hafte haftey saptah हफ्ता हफ्ते सप्ताह"), 7),
}
MONTH_SPANS = word_set("month months mahina mahine maheena maheene महीना महीने")
AGO = word_set("ago back before pehle pahle pehele पहले पूर्व")
SINCE = word_set("se से")
DAY_OF_MONTH = word_set("tarikh tareekh tarik तारीख")
LAST = word_set("last past previous pichle pichhle pichla pichhla gaye पिछले पिछला बीते गत")
NEXT = word_set("next coming agle agla aane अगले अगला आने")
DAYS = {
    **dict.fromkeys(word_set("today aaj todays आज"), 0),
    **dict.fromkeys(word_set("yesterday yday kal yesterdays कल"), -1),
    **dict.fromkeys(word_set("parso parson परसों परसो"), -2),
    **dict.fromkeys(word_set("narso narson नरसों"), -3),
    **dict.fromkeys(word_set("tomorrow tmrw tomorrows"), 1),
}
DAY_PHRASES: dict[tuple[str, ...], int] = {
    ("day", "before", "yesterday"): -2,
    ("last", "night"): -1,
    ("this", "morning"): 0,
    ("this", "afternoon"): 0,
    ("this", "evening"): 0,
}
UNTIL = word_set("tak तक until till by")
COUNTED = (
    frozenset(SPANS)
    | MONTH_SPANS
    | word_set("gb mb rs rupees rupaye baje hours hour ghante times baar am pm जीबी रुपये बजे घंटे बार")
)
