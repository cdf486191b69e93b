"""The time zone of a blog, which no export names: told from the offsets that its posts bear."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

UNKNOWN = "UTC"

#: Where most of those live who write a language; the first guess of several that fit alike.
_BY_LANGUAGE = {
    "ar": "Africa/Cairo",
    "bg": "Europe/Sofia",
    "ca": "Europe/Madrid",
    "cs": "Europe/Prague",
    "da": "Europe/Copenhagen",
    "de": "Europe/Berlin",
    "de-at": "Europe/Vienna",
    "de-ch": "Europe/Zurich",
    "el": "Europe/Athens",
    "en": "America/New_York",
    "en-au": "Australia/Sydney",
    "en-ca": "America/Toronto",
    "en-gb": "Europe/London",
    "en-ie": "Europe/Dublin",
    "en-in": "Asia/Kolkata",
    "en-nz": "Pacific/Auckland",
    "en-za": "Africa/Johannesburg",
    "es": "Europe/Madrid",
    "es-ar": "America/Argentina/Buenos_Aires",
    "es-mx": "America/Mexico_City",
    "et": "Europe/Tallinn",
    "fa": "Asia/Tehran",
    "fi": "Europe/Helsinki",
    "fr": "Europe/Paris",
    "fr-ca": "America/Toronto",
    "he": "Asia/Jerusalem",
    "hi": "Asia/Kolkata",
    "hu": "Europe/Budapest",
    "id": "Asia/Jakarta",
    "it": "Europe/Rome",
    "ja": "Asia/Tokyo",
    "ko": "Asia/Seoul",
    "lt": "Europe/Vilnius",
    "lv": "Europe/Riga",
    "nb": "Europe/Oslo",
    "nl": "Europe/Amsterdam",
    "nn": "Europe/Oslo",
    "no": "Europe/Oslo",
    "pl": "Europe/Warsaw",
    "pt": "Europe/Lisbon",
    "pt-br": "America/Sao_Paulo",
    "ro": "Europe/Bucharest",
    "ru": "Europe/Moscow",
    "sv": "Europe/Stockholm",
    "th": "Asia/Bangkok",
    "tr": "Europe/Istanbul",
    "uk": "Europe/Kyiv",
    "vi": "Asia/Ho_Chi_Minh",
    "zh": "Asia/Shanghai",
    "zh-hk": "Asia/Hong_Kong",
    "zh-tw": "Asia/Taipei",
}

#: One for each set of rules in use today, those with most people first.
_OTHERS = (
    *("UTC", "America/New_York", "Europe/Berlin", "Europe/London", "America/Chicago", "America/Los_Angeles"),
    *("Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "America/Sao_Paulo", "Europe/Moscow", "Europe/Helsinki"),
    *("America/Denver", "Australia/Sydney", "Australia/Brisbane", "Pacific/Auckland", "America/Halifax"),
    *("Asia/Jakarta", "Asia/Karachi", "Asia/Dhaka", "Africa/Lagos", "Africa/Cairo", "Africa/Johannesburg"),
    *("Africa/Nairobi", "Asia/Dubai", "Asia/Tehran", "Asia/Jerusalem", "Europe/Istanbul", "America/Bogota"),
    *("America/Caracas", "America/Santiago", "America/St_Johns", "America/Phoenix", "America/Anchorage"),
    *("Pacific/Honolulu", "Australia/Perth", "Australia/Adelaide", "Australia/Darwin", "Asia/Kathmandu"),
    *("Asia/Colombo", "Asia/Yangon", "Asia/Vladivostok", "Atlantic/Azores", "Pacific/Chatham"),
    *("Asia/Kabul", "Australia/Eucla", "Pacific/Marquesas"),
    # Blogs whose setting is no city but an offset, such as UTC-6, which has no summer time; the names turn the sign round.
    *(f"Etc/GMT{hours:+d}" for hours in range(-14, 13) if hours),
)


def time_zone_of(moments: Iterable[datetime], language: str) -> str:
    """The name of the tz zone whose rules fit most of `moments` (local times with their offsets).

    Of zones that fit alike it is the one where `language` is at home, then the one with most people; UTC when nothing
    bears an offset or the system has no tz database.
    """
    known = [moment for moment in moments if moment.utcoffset() is not None]
    if not known:
        return UNKNOWN
    language = language.lower().replace("_", "-")
    hints = (_BY_LANGUAGE.get(language), _BY_LANGUAGE.get(language.partition("-")[0]))
    best, most = UNKNOWN, 0
    for name in dict.fromkeys([*filter(None, hints), *_OTHERS]):
        fitting = _fitting(name, known)
        if fitting > most:
            best, most = name, fitting
        if fitting == len(known):
            break
    return best


def _fitting(name: str, moments: list[datetime]) -> int:
    """How many of the moments have the offset that the zone had then."""
    try:
        zone = ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return 0
    return sum(moment.replace(tzinfo=zone).utcoffset() == moment.utcoffset() for moment in moments)
