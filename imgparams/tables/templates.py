"""The form of one picture or text on the wire: a template with placeholders, filled and matched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from attrs import evolve, frozen

from imgparams.contract import Field
from imgparams.reference import PLAIN_ROLES, Reference
from imgparams.tables.domains import Domain, Fault
from imgparams.tables.images import Image, Token
from imgparams.tables.words import Text
from imgparams.texts import sniff
from imgparams.values import JsonObject, as_tuple, freeze, same

# what goes into the template of a Part or a TextPart
HOLE = "{image}"  # the picture
TYPE = "{media_type}"  # its media type
WEIGHT = "{weight}"
TEXT = "{text}"
_HOLES = (HOLE, TYPE, WEIGHT, TEXT)
_OPTIONAL = (TYPE, WEIGHT)  # a key with one of these is left out if it is not known


@frozen
class Part:
    """The form of one reference on the wire: a template with a place for the image, for references of these roles.

    `weight` is the domain of the weight in it. `typed` if the media type is required.
    """

    image: Image
    template: Any = attrs.field(default=HOLE, converter=freeze)
    roles: tuple[str, ...] = attrs.field(default=tuple(sorted(PLAIN_ROLES)), converter=as_tuple, kw_only=True)
    weight: Domain | None = attrs.field(default=None, kw_only=True)
    typed: bool = attrs.field(default=False, kw_only=True)

    def claims(self, reference: Reference) -> bool:
        """Whether a reference may be written here: by its role, and with the media type if it is required."""
        type_known = not self.typed or reference.data is not None or reference.media_type is not None
        return reference.role in self.roles and (type_known or isinstance(self.image.write(reference, ""), Token))

    def takes_as_is(self, reference: Reference, provider: str) -> bool:
        return self.claims(reference) and not isinstance(self.image.write(reference, provider), Token)

    def fill(self, reference: Reference, provider: str) -> object:
        holes = {HOLE: self.image.write(reference, provider)}
        media_type = reference.media_type or (sniff(reference.data) if reference.data is not None else None)
        if media_type:
            holes[TYPE] = media_type
        weight = None if reference.weight is None or self.weight is None else self.weight.encode(reference.weight)
        if weight is not None:
            holes[WEIGHT] = weight
        return fill(self.template, holes)

    def fault(self, value: object) -> Fault | None:
        return self._fault(match(self.template, value))

    def _fault(self, holes: JsonObject | None) -> Fault | None:
        if holes is None:
            return Fault("wrong_type", self.image.describe())
        if self.typed and TYPE not in holes and not isinstance(holes[HOLE], Token):
            return Fault("incomplete", "the media type is missing")
        if self.weight is not None and WEIGHT in holes:
            fault = self.weight.fault(holes[WEIGHT])
            if fault:
                return fault
        is_text = isinstance(holes.get(TYPE, ""), str)
        return self.image.fault(holes[HOLE]) if is_text else Fault("wrong_type", "a media type")

    def match(self, value: object, provider: str) -> Reference | None:
        """Returns the reference that an item means, None if the template does not fit it."""
        holes = match(self.template, value)
        reference = None if holes is None or self._fault(holes) else self.image.read(holes[HOLE], provider)
        if reference is None or holes is None:
            return None
        media_type = holes.get(TYPE)
        if media_type and reference.media_type is None and not (reference.data and sniff(reference.data) == media_type):
            reference = evolve(reference, media_type=media_type)
        if WEIGHT in holes and self.weight is not None:
            reference = evolve(reference, weight=self.weight.decode(holes[WEIGHT]))
        return reference if reference.role in self.roles else evolve(reference, role=self.roles[0])


@frozen
class TextPart:
    """The form of one text field in the list of a Content row: a template with a place for the text."""

    field: Field[str]
    template: Any = attrs.field(default=TEXT, converter=freeze)
    domain: Domain = attrs.field(default=Text())

    def fill(self, wish: object) -> object:
        """Returns the item for a text, None if the domain has none for it."""
        text = self.domain.encode(wish)
        return None if text is None else fill(self.template, {TEXT: text})

    def match(self, value: object) -> str | None:
        """Returns the text of an item, None if the template does not fit it."""
        holes = match(self.template, value)
        text = holes.get(TEXT) if holes else None
        return text if isinstance(text, str) else None

    def fault(self, value: object) -> Fault | None:
        text = self.match(value)
        return Fault("wrong_type", self.domain.describe()) if text is None else self.domain.fault(text)


def fill(template: Any, holes: Mapping[str, object]) -> Any:
    """Returns a template with its placeholders filled."""
    if isinstance(template, Mapping):
        kept = {key: item for key, item in template.items() if item not in _OPTIONAL or item in holes}
        return {key: fill(item, holes) for key, item in kept.items()}
    return holes[template] if isinstance(template, str) and template in holes else template


def match(template: Any, value: object) -> JsonObject | None:
    """Returns the values of a template's placeholders, None if the template does not fit."""
    if isinstance(template, str) and template in _HOLES:
        return {template: value}
    if not isinstance(template, Mapping):
        return {} if same(template, value) else None
    if not isinstance(value, Mapping) or not value.keys() <= template.keys():
        return None
    holes: JsonObject = {}
    for key, item in template.items():
        inner = match(item, value[key]) if key in value else {} if item in _OPTIONAL else None
        if inner is None:
            return None
        holes |= inner
    return holes


def as_parts(value: Part | Image | Iterable[Part | Image]) -> tuple[Part, ...]:
    parts = (value,) if isinstance(value, (Part, Image)) else value
    return tuple(part if isinstance(part, Part) else Part(part) for part in parts)
