"""The loop of the guide to answers, with a task of each vendor that has some: which calls it makes, and what comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from imgparams import Http, Intent, to_request
from imgparams.answers import Completed, Failed, Pending

ROOT = Path(__file__).parents[2]
Run = Callable[..., Completed | Pending | Failed]
UUID = "a0b1c2d3-0000-4000-8000-000000000001"
FAL = "https://queue.fal.run/fal-ai/flux-pro/requests/r"
GET = "https://api.replicate.com/v1/predictions/p"
URL = "https://cdn.example/1.png"

#: the target, what the vendor answers in turn, and the URLs that are polled
FLOWS: dict[str, tuple[str, list[dict[str, Any]], list[str]]] = {
    "a host of its own, stated once": (
        "bfl/flux-2-pro",
        [
            {"id": "b", "polling_url": "https://api.us.bfl.ai/v1/get_result?id=b"},
            {"id": "b", "status": "Pending"},
            {"id": "b", "status": "Ready", "result": {"sample": URL}},
        ],
        ["https://api.us.bfl.ai/v1/get_result?id=b"] * 2,
    ),
    "the images are had by another call": (
        "fal/fal-ai/flux-pro/v1.1",
        [
            {"request_id": "r", "status": "IN_QUEUE", "status_url": f"{FAL}/status", "response_url": FAL},
            {"request_id": "r", "status": "IN_PROGRESS", "response_url": FAL},
            {"request_id": "r", "status": "COMPLETED", "response_url": FAL},
            {"images": [{"url": URL}]},
        ],
        [f"{FAL}/status"] * 2 + [FAL],
    ),
    "polled by POST": (
        "fireworks/flux-kontext-pro",
        [
            {"request_id": "w"},
            {"id": "w", "status": "Pending"},
            {"id": "w", "status": "Ready", "result": {"sample": URL}},
        ],
        ["https://api.fireworks.ai/inference/v1/workflows/accounts/fireworks/models/flux-kontext-pro/get_result"] * 2,
    ),
    "polled where it was submitted": (
        "runware/runware:106@1",
        [
            {"data": [{"taskType": "imageInference", "taskUUID": UUID}]},
            {"data": [{"taskUUID": UUID, "status": "processing"}]},
            {"data": [{"taskUUID": UUID, "status": "success", "imageURL": URL}]},
        ],
        ["https://api.runware.ai/v1"] * 2,
    ),
    "another word for each state": (
        "leonardo/phoenix-1.0",
        [
            {"sdGenerationJob": {"generationId": "g"}},
            {"generations_by_pk": {"id": "g", "status": "PENDING", "generated_images": []}},
            {"generations_by_pk": {"id": "g", "status": "COMPLETE", "generated_images": [{"url": URL}]}},
        ],
        ["https://cloud.leonardo.ai/api/rest/v1/generations/g"] * 2,
    ),
    "a URL that is not repeated": (
        "replicate/black-forest-labs/flux-1.1-pro",
        [
            {"id": "p", "status": "starting", "urls": {"get": GET}},
            {"id": "p", "status": "processing"},
            {"id": "p", "status": "succeeded", "output": [URL]},
        ],
        [GET] * 2,
    ),
    "two words for pending": (
        "luma/photon-1",
        [
            {"id": "l", "state": "queued"},
            {"id": "l", "state": "dreaming"},
            {"id": "l", "state": "completed", "assets": {"image": URL}},
        ],
        ["https://api.lumalabs.ai/dream-machine/v1/generations/l"] * 2,
    ),
    "an id and nothing else": (
        "runway/gen4_image",
        [{"id": "y"}, {"id": "y", "status": "THROTTLED"}, {"id": "y", "status": "SUCCEEDED", "output": [URL]}],
        ["https://api.dev.runwayml.com/v1/tasks/y"] * 2,
    ),
    "inside of an object": (
        "qwen/wan2.6-t2i",
        [
            {"output": {"task_id": "t", "task_status": "PENDING"}},
            {"output": {"task_id": "t", "task_status": "RUNNING"}},
            {"output": {"task_id": "t", "task_status": "SUCCEEDED", "results": [{"url": URL}]}},
        ],
        ["https://dashscope-intl.aliyuncs.com/api/v1/tasks/t"] * 2,
    ),
    "a URL without a host": (
        "relaygpu/flux-2-pro",
        [
            {"task_id": "k", "status": "queued", "poll_url": "/v2/tasks/k"},
            {"task_id": "k", "status": "running"},
            {"task_id": "k", "status": "completed", "result": {"images": [URL]}},
        ],
        ["https://relaygpu.com/v2/tasks/k"] * 2,
    ),
}


@pytest.fixture(scope="module")
def run() -> Run:
    """The function of the guide."""
    page = Sybil([PythonCodeBlockParser()], path=str(ROOT)).parse(ROOT / "docs" / "guides" / "answers.md")
    for block in page.examples():
        block.evaluate()
        if "run" in page.namespace:
            break
    found: Run = page.namespace["run"]
    return found


@pytest.mark.parametrize("flow", FLOWS)
def test_a_task_is_polled_to_its_end(run: Run, flow: str) -> None:
    name, bodies, urls = FLOWS[flow]
    result = to_request(Intent("a cat"), name)
    result = result.supply({need.at: UUID for need in result.needs})
    sent: list[Http] = []

    def send(call: Http) -> tuple[int, dict[str, str], object]:
        sent.append(call)
        return 200, {}, bodies[len(sent) - 1]

    waits: list[float] = []
    got = run(result, send, waits.append)
    assert isinstance(got, Completed)
    assert [image.url for image in got.images] == [URL]
    assert [call.url for call in sent[1:]] == urls
    assert all(call.key_header == result.target.key_header for call in sent)
    assert len(waits) == len(urls)


def test_a_failed_poll_is_sent_again_and_a_failed_submit_is_not(run: Run) -> None:
    result = to_request(Intent("a cat"), "leonardo/phoenix-1.0")
    started, over = {"sdGenerationJob": {"generationId": "g"}}, {"generations_by_pk": {"id": "g", "status": "FAILED"}}
    bodies = [(200, {}, started), (502, {}, ""), (429, {"Retry-After": "9"}, ""), (200, {}, over)]
    waits: list[float] = []
    got = run(result, lambda call: bodies.pop(0), waits.append)
    assert isinstance(got, Failed)
    assert waits == [2.0, 2.0, 9.0]

    waits.clear()
    got = run(result, lambda call: (502, {}, ""), waits.append)
    assert isinstance(got, Failed)
    assert (got.kind, waits) == ("transient", [])


def test_a_task_without_end_stays_pending(run: Run) -> None:
    result = to_request(Intent("a cat"), "bfl/flux-2-pro")
    waits: list[float] = []
    got = run(result, lambda call: (200, {}, {"id": "a", "status": "Pending"}), waits.append, tries=3)
    assert isinstance(got, Pending)
    assert waits == [2.0] * 3
