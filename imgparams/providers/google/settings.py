"""What a request to a Gemini model may hold beside the prompt, pictures and the shape."""

from __future__ import annotations

from imgparams.tables import AnyOf, Flag, Int, Json, ListOf, Native, Num, OneOf, Record, Row, Text

SDK = "google-genai 3.6.1"
OBJECT = Record({}, open=True)
MAPPING = "https://protobuf.dev/programming-guides/json/"
_CONFIG = "generationConfig."
LEVEL = f"{_CONFIG}thinkingConfig.thinkingLevel"
BUDGET = f"{_CONFIG}thinkingConfig.thinkingBudget"
THOUGHTS = f"{_CONFIG}thinkingConfig.includeThoughts"
_LEVELS = ("MINIMAL", "LOW", "MEDIUM", "HIGH", "XHIGH")
ROLE = OneOf("user", "model")
_TURN = Record({"role": ROLE, "parts": ListOf(OBJECT)})
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
    Native(f"{_CONFIG}mediaResolution", Text(), source=SDK),
    Native(f"{_CONFIG}responseMimeType", Text(), source=SDK),
    Native(f"{_CONFIG}responseSchema", OBJECT, source=SDK),
    Native(f"{_CONFIG}speechConfig", OBJECT, source=SDK),
    Native(f"{_CONFIG}responseJsonSchema", Json(), source=SDK),
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
_SECOND = "a second spelling"
# every name may be in snake case too: these are kept as they are and never written
SNAKE_ROWS: tuple[Row, ...] = (
    Native(f"{_CONFIG}response_modalities", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}image_config", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}thinking_config", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}top_p", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}top_k", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}candidate_count", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}max_output_tokens", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}stop_sequences", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}presence_penalty", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}frequency_penalty", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}media_resolution", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}response_mime_type", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}response_schema", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}response_json_schema", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}response_logprobs", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}speech_config", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}imageConfig.aspect_ratio", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}imageConfig.image_size", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}thinkingConfig.thinking_level", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}thinkingConfig.thinking_budget", Json(), note=_SECOND, source=MAPPING),
    Native(f"{_CONFIG}thinkingConfig.include_thoughts", Json(), note=_SECOND, source=MAPPING),
    Native("generation_config", Json(), note=_SECOND, source=MAPPING),
    Native("safety_settings", Json(), note=_SECOND, source=MAPPING),
    Native("system_instruction", Json(), note=_SECOND, source=MAPPING),
    Native("tool_config", Json(), note=_SECOND, source=MAPPING),
    Native("cached_content", Json(), note=_SECOND, source=MAPPING),
    Native("service_tier", Json(), note=_SECOND, source=MAPPING),
)
