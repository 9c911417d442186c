"""What a message says is allowed: six patterns that vendors share, and the names of fields in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from imgparams.values import Value, is_number

_READ = 4000  # characters of a message
_N = r"(-?\d[\d,_]*(?:\.\d+)?)"
_BETWEEN = re.compile(
    rf"(?:between|from|range(?: of| is)?|in)\s*[\[(]?\s*{_N}\s*(?:and|to|,|-|\u2013)\s*{_N}", re.IGNORECASE
)
_LEAST = re.compile(
    rf"(?:at least|greater than or equal to|(?:no|not) less than|minimum(?: value)?(?: of| is|:)?|>=|\u2265)\s*{_N}",
    re.IGNORECASE,
)
_MOST = re.compile(
    rf"(?:at most|less than or equal to|no more than|not (?:be )?(?:greater|larger|more) than|(?:not |n't )exceed|up to"
    rf"|maximum(?: value)?(?: of| is|:)?|<=|\u2264)\s*{_N}",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(rf"(?:multiples? of|divisible by|increments? of)\s*{_N}", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:one of|(?:supported|allowed|valid|available|accepted|permitted|expected)(?: \w+){0,2}(?: are| is)?|must be"
    r"|should be|expected|choose from|instead of|use)\s*:?\s*(?=[\[('\"`\u201c\u2018])",
    re.IGNORECASE,
)
_BARE = re.compile(  # a list without quotes: `Supported sizes are 1024x1024, 1536x1024 and auto.`
    r"\b(?:supported|allowed|valid|available|accepted|permitted)(?: \w+){0,2}(?: are|:) "
    r"([\w.:-]{1,80}(?:, (?:and |or )?[\w.:-]{1,80}){1,100}(?: (?:and|or) [\w.:-]{1,80})?"
    r"|[\w.:-]{1,80} (?:and|or) [\w.:-]{1,80})",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"['\"`\u201c\u2018]([^'\"`\u201c\u201d\u2018\u2019]{1,80})['\"`\u201d\u2019]")
_GAP = re.compile(r"[\s,\[\]()|]*(?:and|or)?[\s,]*")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*")


@frozen(eq=False, repr=False)
class Limit(Value):
    """What is allowed, as far as an answer says: numbers from `min` to `max`, multiples, or words."""

    min: float | None = None
    max: float | None = None
    multiple: int | None = None
    words: tuple[object, ...] = ()

    def __bool__(self) -> bool:
        return self != Limit()

    @property
    def allowed(self) -> tuple[object, ...] | None:
        """Returns it as `Problem.allowed` has it."""
        if self.words:
            return self.words
        if self.min is not None or self.max is not None:
            return (self.min, self.max)
        return (self.multiple,) if self.multiple is not None else None


def plain(message: str) -> str:
    """Returns the beginning of a message, with one space where several or line ends were."""
    return " ".join(message[:_READ].split())


def number(value: object) -> float | None:
    """Returns a number, or the number that a text is: `1,024` too."""
    if isinstance(value, str):
        try:
            value = float(value.replace(",", "").replace("_", "")) if len(value) < 40 else None
        except ValueError:
            return None
    if not is_number(value) or value != value or abs(value) > 1e15:
        return None
    return int(value) if float(value).is_integer() else float(value)


def limit_in(message: str) -> Limit:
    """Returns what a message says is allowed."""
    text = plain(message)
    between, least, most, step = (p.search(text) for p in (_BETWEEN, _LEAST, _MOST, _MULTIPLE))
    low = number(between[1]) if between else number(least[1]) if least else None
    high = number(between[2]) if between else number(most[1]) if most else None
    multiple = number(step[1]) if step else None
    return Limit(low, high, whole(multiple), words_in(text))


def whole(value: float | None) -> int | None:
    return int(value) if value is not None and value >= 1 else None


def words_in(text: str) -> tuple[str, ...]:
    """Returns the quoted words of the list that follows words such as `must be one of`."""
    text = plain(text)
    for cue in _CUE.finditer(text):
        words, at = list[str](), cue.end()
        while (gap := _GAP.match(text, at)) and (quoted := _QUOTED.match(text, gap.end())):
            words.append(quoted[1])
            at = quoted.end()
        if words:
            return tuple(dict.fromkeys(words))
    bare = _BARE.search(text)
    return tuple(word.strip(" .") for word in re.split(r", (?:and |or )?| and | or ", bare[1])) if bare else ()


def listed_words(value: object) -> tuple[object, ...]:
    """Returns the words of a list, or of a text with quotes, commas or bars between them."""
    if isinstance(value, (list, tuple)):
        return tuple(item for item in value[:100] if isinstance(item, (str, int, float)))
    if not isinstance(value, str):
        return ()
    quoted = _QUOTED.findall(value[:_READ])
    parts = quoted or re.split(r"\s*(?:,|\||\band\b|\bor\b)\s*", value[:_READ].strip("[]() ."))
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def limit_of(groups: Mapping[str, Any]) -> Limit:
    """Returns the limit that the groups of a pattern or the places of an envelope hold."""
    low, high = number(groups.get("min")), number(groups.get("max"))
    return Limit(low, high, whole(number(groups.get("multiple"))), listed_words(groups.get("allowed")))


# ---- names of fields


def folded(name: str) -> str:
    """Returns a name without what differs between snake, camel and spaced spelling."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


_QUOTES = "'\"`\u2018\u201c"
_COMMON = frozenset({"model", "prompt", "image", "images", "size", "seed", "input", "mask", "style", "user", "n"})


def names_in(message: str, names: Iterable[str]) -> Iterator[str]:
    """Yields the names of fields that a message has as words; common words only in quotes or before an equals sign."""
    text = plain(message)
    known = {folded(name): name for name in names}
    for match in _WORD.finditer(text):
        word = match[0]
        name = known.get(folded(word.rpartition(".")[2]))
        if name is None:
            continue
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if folded(word) not in _COMMON or (before and before in _QUOTES) or after == "=" or "_" in word:
            yield name
