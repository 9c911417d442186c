"""What people call the fields of an intent, and what they are for."""

from __future__ import annotations

import re

from attrs import frozen

from imgparams.texts import number_text, word_text
from imgparams.values import Value

LABELS = {
    "prompt": "prompt",
    "negative_prompt": "negative prompt",
    "aspect_ratio": "aspect ratio",
    "resolution": "resolution",
    "size": "size",
    "quality": "quality",
    "n": "number of images",
    "seed": "seed",
    "references": "reference images",
    "mask": "mask",
    "output_format": "file format",
    "output_compression": "compression",
    "delivery": "way of delivery",
    "background": "background",
    "guidance": "guidance",
    "steps": "number of steps",
    "strength": "strength",
    "stream": "streaming",
    "user": "user",
}
#: for people and for language models
ABOUT = {
    "prompt": "What to draw.",
    "negative_prompt": "What not to draw.",
    "aspect_ratio": "The aspect ratio, width to height.",
    "resolution": "About how many pixels; 1K is one million.",
    "size": "Pixels, width x height.",
    "quality": "How much effort the model spends.",
    "n": "How many pictures; each costs money.",
    "seed": "The same number gives the same picture again.",
    "output_format": "The file format.",
    "output_compression": "The quality of a lossy format, from 0 to 100.",
    "delivery": "How the pictures come back: as URLs, or as base64 in the answer.",
    "background": "What is behind the subject.",
    "guidance": "How closely to follow the prompt.",
    "steps": "How many inference steps.",
    "strength": "How far to move from the reference: 0 keeps it, 1 ignores it.",
    "references": "Pictures to work from.",
    "mask": "Which part of the picture to change.",
    "stream": "Whether the pictures come in parts, while they are made.",
    "user": "The end user, for the vendor's abuse monitoring.",
}
_MOST_WORDS = 12  # of a list in a sentence


def label(name: str) -> str:
    """Returns what people call a field; `provider_options.acme.fooBar` is called `foo bar`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name.split(".", 2)[-1])
    return LABELS.get(name) or re.sub(r"[_. ]+", " ", words).strip().lower()


@frozen(eq=False, repr=False)
class Bounds(Value):
    """What is legal: numbers from `least` to `most` in multiples of `step`, characters of a text, or one of `words`.

    None where no bound is stated; a step of pixels holds for both sides.
    """

    least: float | None = None
    most: float | None = None
    step: float | None = None
    words: tuple[object, ...] = ()

    def __str__(self) -> str:
        if self.words:
            texts = [word_text(word) for word in self.words[:_MOST_WORDS]]
            one_of = "one of " if len(self.words) > 1 else ""
            return one_of + ", ".join([*texts, "..."] if len(self.words) > _MOST_WORDS else texts)
        ends = [
            f"{word} {number_text(end)}"
            for word, end in (("from", self.least), ("up to", self.most))
            if end is not None
        ]
        steps = [f"in steps of {number_text(self.step)}"] if self.step is not None else []
        return " ".join([*ends, *steps]).replace(" up to ", " to ") or "anything"
