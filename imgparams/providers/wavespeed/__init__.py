"""WaveSpeedAI: many makers' models, one route and one page each; the answer is a task to poll.

Sources: the vendor's page for programs of each model (models/<id>/llms.txt), and its pages in docs-api, 2026-11; its
page on the GPT Image 2.5 API; its clients (wavespeed 2.0.5 on PyPI, 0.3.2 on npm), which leave out what is null; NODES,
its ComfyUI nodes, with copies of its schemas in the sample workflows; pages of which only the beginning was read, and
programs of 2026, for those of `more_models` and `open_models`, which say so.

Undeclared fields are dropped, as the vendor's own integration says (lfx-wavespeed 0.1.3 on PyPI): a model's inputs are
checked against its schema. Where a table may lack fields, what becomes of others is left unsaid; huggingface_hub
forwards all that it is given. base64 comes bare, without the head of a data URL.

A page in docs-api has two lists: of the controls of its form, where a size is a width and a height, and of the request,
where it is one text; the request counts.

Few models have a field for the number of pictures: the FLUX.1 models, Kling's, and the sequential ones of Seedream 4,
whose number is the most that may come. The pages of Seedream 4 and the nodes take pictures as URLs or base64, and a
program in production sends data URLs to Nano Banana Pro; all three are read in both.

Open: whether an edit needs its pictures, where no page says so; whether those of `models` take data URLs; the keys of a
reference of Krea 2; whether Nano Banana 2.1 takes a format (its page says PNG or JPEG, without a name for it); limits
of the sizes where none is stated; the fields of z-image/turbo (not size and seed, says lfx-wavespeed).
Left out: several hundred models whose pages were not read, which `wavespeed/models` takes.
"""

from __future__ import annotations

from imgparams.providers.wavespeed import models, more_models, open_models
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*models.TARGETS, *more_models.TARGETS, *open_models.TARGETS)
ENVELOPE: Target | None = more_models.MODELS
