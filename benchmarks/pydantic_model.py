"""Leonardo Phoenix 1.0 as a pydantic model: what its fields can say by themselves, without a validator in Python.

What it leaves out, so that it has less to do than `check`:

- rules between fields (alchemy and presetStyle, photoReal, contrast, the count above 768 pixels, what is ignored);
- warnings: unknown and deprecated fields, a guidance that only one page of the vendor's allows;
- a whole number written as a float (1024.0), which `check` accepts and the model refuses, and true in place of the
  contrast 1.0, which is the other way round.

Everything is strict: "512" is no number and 1 is no flag.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetPydanticSchema, ValidationError, model_validator
from pydantic_core import core_schema

from benchmarks import by_hand


def _one_of(*words: Any) -> GetPydanticSchema:
    """A field that is one of these words or numbers."""
    return GetPydanticSchema(lambda source, handler: core_schema.literal_schema(list(words)))


Id = Annotated[str, Field(min_length=1)]
Side = Annotated[int, Field(ge=by_hand.LOW, le=by_hand.HIGH, multiple_of=by_hand.STEP)]
Contrast = Annotated[Any, _one_of(*by_hand.CONTRASTS)]
Style = Annotated[Any, _one_of(*sorted(by_hand.STYLES))]
Scheduler = Annotated[Any, _one_of(*by_hand.SCHEDULERS)]
Version = Annotated[Any, _one_of(*by_hand.VERSIONS)]
Depth = Annotated[Any, _one_of(0.55, 0.5, 0.45)]
ModelId = Annotated[Any, _one_of(by_hand.MODEL)]
Strength = Literal["Low", "Mid", "High", "Ultra", "Max"]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", allow_inf_nan=False, protected_namespaces=())


class Controlnet(_Strict):
    model_config = ConfigDict(extra="forbid")

    initImageId: Id = ""
    initImageType: Literal["GENERATED", "UPLOADED"] = "UPLOADED"
    preprocessorId: int = 0
    strengthType: Strength | None = None
    weight: float | None = None
    influence: float = 0


class Element(_Strict):
    model_config = ConfigDict(extra="forbid")

    akUUID: Id
    weight: float | None = None


class UserElement(_Strict):
    model_config = ConfigDict(extra="forbid")

    userLoraId: float | None = None
    weight: float | None = None


class Request(_Strict):
    alchemy: bool | None = None
    contrastRatio: Annotated[float, Field(ge=0, le=1)] | None = None
    contrast: Contrast | None = None
    controlnets: list[Controlnet] | None = None
    elements: list[Element] | None = None
    userElements: list[UserElement] | None = None
    expandedDomain: bool | None = None
    fantasyAvatar: bool | None = None
    guidance_scale: Annotated[float, Field(ge=1, le=20)] | None = None
    width: Side | None = None
    height: Side | None = None
    highContrast: bool | None = None
    highResolution: bool | None = None
    imagePrompts: list[str | None] | None = None
    imagePromptWeight: float | None = None
    init_generation_image_id: Id | None = None
    init_image_id: Id | None = None
    init_strength: Annotated[float, Field(ge=0.1, le=0.9)] | None = None
    modelId: ModelId
    negative_prompt: str | None = None
    num_images: Annotated[int, Field(ge=1, le=8)] | None = None
    num_inference_steps: Annotated[int, Field(ge=10, le=60)] | None = None
    photoReal: Literal[False] | None = None
    photoRealVersion: Literal["v1", "v2"] | None = None
    photoRealStrength: Depth | None = None
    presetStyle: Style | None = None
    prompt: str
    promptMagic: bool | None = None
    promptMagicStrength: Annotated[float, Field(ge=0.1, le=1)] | None = None
    promptMagicVersion: Literal["v2", "v3"] | None = None
    public: bool | None = None
    scheduler: Scheduler = "EULER_DISCRETE"
    sd_version: Version = "v1_5"
    seed: Annotated[int, Field(le=by_hand.MAX_SEED)] | None = None
    tiling: bool | None = None
    transparency: Literal["disabled", "foreground_only"] | None = None
    ultra: bool | None = None
    unzoom: bool | None = None
    unzoomAmount: float | None = None
    upscaleRatio: float | None = None
    controlNet: bool | None = None
    controlNetType: Literal["POSE", "CANNY", "DEPTH"] = "POSE"
    weighting: float | None = None
    canvasRequest: bool | None = None
    canvasRequestType: Literal["INPAINT", "OUTPAINT", "SKETCH2IMG", "IMG2IMG"] | None = None
    canvasInitId: Id | None = None
    canvasMaskId: Id | None = None
    enhancePrompt: bool | None = None
    enhancePromptInstruction: str | None = None
    styleUUID: Id = "none"


class RequestWithRules(Request):
    """The same, with the rules between fields as a validator in Python, which is how pydantic has them."""

    @model_validator(mode="after")
    def _keeps_the_rules(self) -> RequestWithRules:
        faults = by_hand.conflicts(
            {wire: value for wire in self.model_fields_set if (value := getattr(self, wire)) is not None}
        )
        if any(level == "error" for level, *_ in faults):
            raise ValueError("a rule between fields is broken")
        return self


def check(request: object) -> list[Any]:
    """Every fault of a request that pydantic can tell, as it tells them."""
    try:
        Request.model_validate(request)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def check_rules(request: object) -> list[Any]:
    """The same with the rules between fields, which are judged only where every field is right."""
    try:
        RequestWithRules.model_validate(request)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []
