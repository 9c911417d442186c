"""The law `identify`: a call that `http` gives is found again, with its request and its target."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgparams import CATALOG, Catalog, Http, Invalid, Target, Translation, identify, read_curl, to_intent, to_request
from imgparams.engine.call import call_of, placeholders
from imgparams.policy import ALL
from imgparams.target import without_operation
from imgparams.testing.properties import finished
from imgparams.testing.strategies import intents
from imgparams.values import same
from tests.laws.nearness import calm


def url_of(call: Http, target: Target) -> str:
    return call.url if target.base_url else call.path


def parameters(target: Target, word: str) -> dict[str, Any]:
    names = [name for name in placeholders(target) if f"path:{name}" not in target.by_wire]
    return {name: "one" if f"{{{name}}}" in target.base_url else word for name in names}


def identified(call: Http, target: Target, catalog: Catalog = CATALOG) -> Any:
    body = call.json if call.files is None else call.files
    return identify(call.method, url_of(call, target), body, call.headers, catalog=catalog)


def is_for_any_model(target: Target) -> bool:
    return not (target.model or target.serves)


def same_call(one: Http, other: Http) -> bool:
    facts = one.method, one.path, one.files, one.headers
    return facts == (other.method, other.path, other.files, other.headers) and same(one.json, other.json)


def gives(target: Target, done: Translation, call: Http, word: str) -> bool:
    """Whether another target gives the very same call for what this one was asked."""
    request = identified(call, done.target, Catalog({target.name: target})).request
    if request is None:
        return False
    body = request[0] if isinstance(request, list) else request
    again = to_request(to_intent(body, target), target, allow=ALL)
    try:
        return again.target == target and same_call(again.http(**parameters(target, word)), call)
    except Invalid:
        return False


def names_its_model(target: Target) -> bool:
    """Whether a call says in its path or its body which model it is for."""
    return bool(target.model) and (target.model in target.path or any(row.names_model for row in target.rows))


@pytest.mark.parametrize("name", CATALOG)
def test_what_http_gives_is_identified(name: str) -> None:
    @calm(name)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        done = finished(to_request(data.draw(intents(CATALOG[name])), CATALOG[name], allow=ALL))
        target = done.target
        word = data.draw(st.sampled_from(["one", "gpt-image-2", "a b/c"]))
        words = parameters(target, word)
        try:
            call = done.http(**words)
        except Invalid:  # a model's name that no path can hold
            return
        found = identified(call, target)
        assert target in found.candidates, found
        (read,) = read_curl(call.curl())
        assert target in read.candidates, read
        # the request: equal, or the same call where a form can't tell a number from a text
        request = identified(call, target, Catalog({target.name: target})).request
        body = request[0] if isinstance(request, list) else request
        if not same(body, done.request):
            assert target.content == "multipart", (body, done.request)
            assert same_call(call_of(target, dict(body), {}, (), {}, words), call), (body, done.request)
        if found.target != target:
            # a target for any model gives way to that of the model that the call names, or that the vendor then takes
            if found.target and is_for_any_model(target) and not is_for_any_model(found.target):
                assert found.target.provider == target.provider
                return
            # where no call names its model, such as at containers that one runs oneself, only the values differ;
            # a name that is drawn for a deployment may be that of another model
            named = without_operation(found.target.name).partition("/")[2] if found.target else ""
            unsure = found.target is None or is_for_any_model(found.target) or named == word
            if not names_its_model(target) and unsure:
                assert len(found.candidates) > 1
                return
            others = [other for other in found.candidates if other != target]
            assert any(gives(other, done, call, word) for other in others), found

    law()
