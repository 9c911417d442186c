"""Reads what comes back from a vendor: images, a task to poll, or a failure and what to send instead.

    answer(target, status=422, body=..., sent=done)    Completed, Pending or Failed
    read_answers(document)                             the same for each call of a recording

Pure: it neither calls nor waits. What vendors send is data, one `Answers` a vendor, in `vendors`.
"""

from imgparams.answers.reading import answer
from imgparams.answers.recording import Answered, read_answers
from imgparams.answers.results import Completed, Failed, GeneratedImage, Pending
from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

__all__ = [
    "Answered",
    "Answers",
    "Completed",
    "Envelope",
    "Failed",
    "GeneratedImage",
    "Makes",
    "Pending",
    "Says",
    "Task",
    "answer",
    "read_answers",
]
