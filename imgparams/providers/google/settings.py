"""What a request to a Gemini model may hold beside the prompt, pictures and the shape."""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    AnyOf,
    Const,
    Field,
    Flag,
    Int,
    Json,
    ListOf,
    Native,
    Num,
    OneOf,
    Param,
    Record,
    Row,
    Rule,
    Text,
    Words,
)

HOST = "https://generativelanguage.googleapis.com"
KEY = "x-goog-api-key: {key}"
#: the endpoint is aiplatform for the location global, us-central1-aiplatform and so on for a region
VERTEX_HOST = "https://{endpoint}.googleapis.com"
TOKEN = "Authorization: Bearer {key}"  # an access token
SDK = "google-genai 3.6.1"
OBJECT = Record({}, open=True)
MAPPING = "https://protobuf.dev/programming-guides/json/"
_CONFIG = "generationConfig."
LEVEL = f"{_CONFIG}thinkingConfig.thinkingLevel"
BUDGET = f"{_CONFIG}thinkingConfig.thinkingBudget"
THOUGHTS = f"{_CONFIG}thinkingConfig.includeThoughts"
_LEVELS = ("MINIMAL", "LOW", "MEDIUM", "HIGH", "XHIGH")
MIME = f"{_CONFIG}responseMimeType"
SCHEMA = f"{_CONFIG}responseSchema"
JSON_SCHEMA = f"{_CONFIG}responseJsonSchema"
MEDIA = f"{_CONFIG}mediaResolution"
PERSONS = f"{_CONFIG}imageConfig.personGeneration"
ROLE = OneOf("user", "model")
_TURN = Record({"role": ROLE, "parts": AnyOf(ListOf(OBJECT), OBJECT)})
SETTINGS: tuple[Row, ...] = (
    Native(LEVEL, OneOf(*_LEVELS, *map(str.lower, _LEVELS), *map(str.title, _LEVELS)), note="the SDK's words"),
    Native(BUDGET, Int(), note="0 is off, -1 automatic", source=SDK),
    Native(THOUGHTS, Flag(), source=SDK),
    Native(f"{_CONFIG}candidateCount", Int(1, 1), note="more: Multiple candidates is not enabled for this model"),
    Native(f"{_CONFIG}temperature", Num(), source=SDK),
    Native(f"{_CONFIG}topP", Num(), source=SDK),
    Native(f"{_CONFIG}topK", Num(), source=SDK),
    Native(f"{_CONFIG}presencePenalty", Num(), source=SDK),
    Native(f"{_CONFIG}frequencyPenalty", Num(), source=SDK),
    Native(f"{_CONFIG}maxOutputTokens", Int(), source=SDK),
    Native(f"{_CONFIG}logprobs", Int(), source=SDK),
    Native(MEDIA, Text(), source=SDK),
    Native(MIME, Text(), source=SDK),
    Native(SCHEMA, OBJECT, source=SDK),
    Native(f"{_CONFIG}speechConfig", OBJECT, source=SDK),
    Native(JSON_SCHEMA, Json(), source=SDK),
    Native(f"{_CONFIG}stopSequences", ListOf(Text()), source=SDK),
    Native(f"{_CONFIG}responseLogprobs", Flag(), source=SDK),
    Native("tools", ListOf(OBJECT), note="googleSearch is documented for the models of Gemini 3", source=SDK),
    Native("toolConfig", OBJECT, source=SDK),
    Native("labels", OBJECT, source=SDK),
    Native("systemInstruction", AnyOf(Text(), OBJECT), note="the schema has an object of parts", source=SDK),
    Native("cachedContent", Text(), source=SDK),
    Native("serviceTier", Text(), source=SDK),
    Native("store", Flag(), note="at the Gemini API only", source=SDK),
    Native("contents[1]", _TURN, note="a later turn"),
    Native("contents[2]", _TURN, note="a later turn"),
    Native("contents[3]", _TURN, note="a later turn"),
    Native("contents[4]", _TURN, note="a later turn"),
    Native("contents[5]", _TURN, note="a later turn"),
    Native("contents[6]", _TURN, note="a later turn"),
    Native("contents[7]", _TURN, note="a later turn"),
    Native("contents[8]", _TURN, note="a later turn"),
    Native("contents[9]", _TURN, note="a later turn"),
    Native("contents[10]", _TURN, note="a later turn"),
    Native("contents[11]", _TURN, note="a later turn"),
    Native("contents[12]", _TURN, note="a later turn"),
    Native("contents[13]", _TURN, note="a later turn"),
    Native("contents[14]", _TURN, note="a later turn"),
    Native("contents[15]", _TURN, note="a later turn"),
)

# ---- a second place for the shape

_FORMAT = f"{_CONFIG}responseFormat"
FORMAT_RATIO = f"{_FORMAT}.image.aspectRatio"
FORMAT_TIER = f"{_FORMAT}.image.imageSize"
FORMAT_RATIOS = {
    "1:1": "ASPECT_RATIO_ONE_BY_ONE",
    "2:3": "ASPECT_RATIO_TWO_BY_THREE",
    "3:2": "ASPECT_RATIO_THREE_BY_TWO",
    "3:4": "ASPECT_RATIO_THREE_BY_FOUR",
    "4:3": "ASPECT_RATIO_FOUR_BY_THREE",
    "4:5": "ASPECT_RATIO_FOUR_BY_FIVE",
    "5:4": "ASPECT_RATIO_FIVE_BY_FOUR",
    "9:16": "ASPECT_RATIO_NINE_BY_SIXTEEN",
    "16:9": "ASPECT_RATIO_SIXTEEN_BY_NINE",
    "21:9": "ASPECT_RATIO_TWENTY_ONE_BY_NINE",
}
FORMAT_3_1_RATIOS = {
    **FORMAT_RATIOS,
    "1:8": "ASPECT_RATIO_ONE_BY_EIGHT",
    "8:1": "ASPECT_RATIO_EIGHT_BY_ONE",
    "1:4": "ASPECT_RATIO_ONE_BY_FOUR",
    "4:1": "ASPECT_RATIO_FOUR_BY_ONE",
}
FORMAT_512 = {"512": "IMAGE_SIZE_FIVE_TWELVE"}
FORMAT_1K = {"1K": "IMAGE_SIZE_ONE_K"}
FORMAT_2K_4K = {"2K": "IMAGE_SIZE_TWO_K", "4K": "IMAGE_SIZE_FOUR_K"}
FORMAT_NOTE = (
    "; responseFormat.image has the same in words of its own and refuses the plain ones: Invalid value at "
    "'generation_config.response_format.image.aspect_ratio' (a program's recorded answer, 2026)"
)
_LIVE = "a .NET client's live tests, 2026, and HKUDS/nanobot#4656"
RESPONSE_FORMAT: tuple[Row, ...] = (
    Native(f"{_FORMAT}.image.mimeType", OneOf("IMAGE_JPEG", open=True), note="the only word seen", source=_LIVE),
    Native(
        f"{_FORMAT}.image.delivery",
        OneOf("INLINE", "URI", open=True),
        note="no call with it was seen",
        source=SDK,
    ),
    Native(f"{_FORMAT}.text", OBJECT, source=SDK),
    Native(f"{_FORMAT}.audio", OBJECT, source=SDK),
    Native(f"{_FORMAT}.video", OBJECT, source=SDK),
)

#: names in snake case, which JSON of protobuf has for every field (MAPPING)
ALSO_READ = {
    "generation_config": "generationConfig",
    f"{_CONFIG}response_modalities": f"{_CONFIG}responseModalities",
    f"{_CONFIG}image_config": f"{_CONFIG}imageConfig",
    f"{_CONFIG}imageConfig.aspect_ratio": f"{_CONFIG}imageConfig.aspectRatio",
    f"{_CONFIG}imageConfig.image_size": f"{_CONFIG}imageConfig.imageSize",
    f"{_CONFIG}imageConfig.person_generation": PERSONS,
    f"{_CONFIG}imageConfig.prominent_people": f"{_CONFIG}imageConfig.prominentPeople",
    f"{_CONFIG}imageConfig.image_output_options": f"{_CONFIG}imageConfig.imageOutputOptions",
    f"{_CONFIG}imageConfig.imageOutputOptions.mime_type": f"{_CONFIG}imageConfig.imageOutputOptions.mimeType",
    f"{_CONFIG}imageConfig.imageOutputOptions.compression_quality": (
        f"{_CONFIG}imageConfig.imageOutputOptions.compressionQuality"
    ),
    f"{_CONFIG}response_format": _FORMAT,
    f"{_FORMAT}.image.aspect_ratio": FORMAT_RATIO,
    f"{_FORMAT}.image.image_size": FORMAT_TIER,
    f"{_FORMAT}.image.mime_type": f"{_FORMAT}.image.mimeType",
    f"{_CONFIG}thinking_config": f"{_CONFIG}thinkingConfig",
    f"{_CONFIG}thinkingConfig.thinking_level": LEVEL,
    f"{_CONFIG}thinkingConfig.thinking_budget": BUDGET,
    f"{_CONFIG}thinkingConfig.include_thoughts": THOUGHTS,
    f"{_CONFIG}candidate_count": f"{_CONFIG}candidateCount",
    f"{_CONFIG}top_p": f"{_CONFIG}topP",
    f"{_CONFIG}top_k": f"{_CONFIG}topK",
    f"{_CONFIG}presence_penalty": f"{_CONFIG}presencePenalty",
    f"{_CONFIG}frequency_penalty": f"{_CONFIG}frequencyPenalty",
    f"{_CONFIG}max_output_tokens": f"{_CONFIG}maxOutputTokens",
    f"{_CONFIG}media_resolution": MEDIA,
    f"{_CONFIG}response_mime_type": MIME,
    f"{_CONFIG}response_schema": SCHEMA,
    f"{_CONFIG}response_json_schema": JSON_SCHEMA,
    f"{_CONFIG}response_logprobs": f"{_CONFIG}responseLogprobs",
    f"{_CONFIG}speech_config": f"{_CONFIG}speechConfig",
    f"{_CONFIG}stop_sequences": f"{_CONFIG}stopSequences",
    "safety_settings": "safetySettings",
    "system_instruction": "systemInstruction",
    "tool_config": "toolConfig",
    "cached_content": "cachedContent",
    "service_tier": "serviceTier",
    "model_armor_config": "modelArmorConfig",
}

#: a list of one format is read as that format
VERTEX_ALSO_READ = {**ALSO_READ, f"{_FORMAT}[0]": _FORMAT}

# ---- what only Vertex takes

VERTEX_PATH = "/v1/projects/{project}/locations/{location}/publishers/google/models/{model}:generateContent"
#: the same at the SDK's own version, with a key and no project, and streamed
VERTEX_ALSO_AT = (
    "/v1beta1/projects/{project}/locations/{location}/publishers/google/models/{model}:generateContent",
    "/v1/publishers/google/models/{model}:generateContent",
    "/v1beta1/publishers/google/models/{model}:generateContent",
    "/v1/projects/{project}/locations/{location}/publishers/google/models/{model}:streamGenerateContent",
    "/v1beta1/projects/{project}/locations/{location}/publishers/google/models/{model}:streamGenerateContent",
    "/v1/publishers/google/models/{model}:streamGenerateContent",
    "/v1beta1/publishers/google/models/{model}:streamGenerateContent",
)
VERTEX_DOCS = "https://cloud.google.com/vertex-ai/generative-ai/docs/multimodal/image-generation"
_MIME_TYPE = "generationConfig.imageConfig.imageOutputOptions.mimeType"
_COMPRESSION = "generationConfig.imageConfig.imageOutputOptions.compressionQuality"
VERTEX_ONLY: tuple[Row, ...] = (
    Const(
        "contents[0].role",
        "user",
        also_legal=("USER", "model"),
        note="must be there at Vertex; USER is in its page's requests",
        source="BerriAI/litellm#32731, 2026-07-10: 400 without it; so did a call to gemini-3.1-flash-image, 2026-09-20",
    ),
    Native(PERSONS, OneOf("ALLOW_ALL", "ALLOW_ADULT", "ALLOW_NONE")),
    Native(
        "generationConfig.imageConfig.prominentPeople",
        OneOf("ALLOW_PROMINENT_PEOPLE", "BLOCK_PROMINENT_PEOPLE"),
        note="personGeneration takes precedence",
        source=SDK,
    ),
    Native("modelArmorConfig", OBJECT, source=SDK),
    Param(
        _MIME_TYPE,
        Field.output_format,
        Words({"png": "image/png", "jpeg": "image/jpeg"}, open=True),
        note="the list is not published with the wire; these two are Imagen's",
        source=SDK,
    ),
    Param(_COMPRESSION, Field.output_compression, Int(), note="for jpeg; no range is stated here"),
)
_LIST = (
    "the reference has a list of formats here; programs send an object, and one of them got HTTP 400 for the field; no "
    "answer to a list was seen"
)
_LIST_SOURCE = "Vertex AI's REST reference and google-genai 3.6.1, 2026; a program's note"
VERTEX_2_5_RULES = (
    Rule(
        {"contents[0].parts": PRESENT},
        {
            FORMAT_RATIO: ABSENT,
            f"{_FORMAT}.image.mimeType": ABSENT,
            f"{_FORMAT}.image.delivery": ABSENT,
            f"{_FORMAT}.text": ABSENT,
            f"{_FORMAT}.audio": ABSENT,
            f"{_FORMAT}.video": ABSENT,
        },
        _LIST,
        effect="disputed",
        source=_LIST_SOURCE,
    ),
    Rule(
        {_MIME_TYPE: OneOf("image/png")},
        {_COMPRESSION: ABSENT},
        "compression is for jpeg",
        effect="ignored",
        source=SDK,
    ),
)
VERTEX_RULES = (
    *VERTEX_2_5_RULES,
    Rule({FORMAT_TIER: PRESENT}, {FORMAT_TIER: ABSENT}, _LIST, effect="disputed", source=_LIST_SOURCE),
)
