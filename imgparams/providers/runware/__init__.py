"""Runware: one route for all models; the body is a list of tasks, and each task names its model by an AIR id.

Sources: runware-sdk 1.8.0, types generated from the vendor's schemas of 2026-10-12 (which keys each model has, which
are required, and literals); the vendor's pages of models, 2026 (pairs of sides, what excludes what), and its page on
dimensions; an old page of parameters in Runware/sdk-python, 2026-06-30, and the ComfyUI node, 2026-07-01, for bounds;
Runware/runware-skills, 2026 (the list around the task, the forms of a picture).

The schemas themselves are served at run time and could not be read. So these stay open: the bounds by model of the
prompt, steps, CFGScale and seed, how many reference images a model takes, the sides of models without a list here, and
the keys of `settings`, of `providerSettings`, and of `inputs` beside referenceImages, seedImage and maskImage. That a
model with `inputs` and no `strength` takes inputs.referenceImages is the vendor's general statement, not given for
each. Whether models released since mid-2026 still take the older top-level names is not known.

The older top-level seedImage, maskImage and referenceImages are read as inputs.seedImage, inputs.maskImage and
inputs.referenceImages, and never written (sdk-js 1.3.2, 2026).

A key that the model does not know refuses the whole task, an explicit null too: seen by an adaptor on ByteDance and
Wan 2.7, and by Runware/ai-sdk-provider#3 and ComfyUI-Runware#12 for CFGScale and steps.

A prompt of more than 3000 characters is refused by runware:101@1 (a recorded answer, 2026-07-21). Others were seen to
refuse long prompts too, without a word of their limit.

Left out: tasks other than imageInference (upscale, vectorize, removeBackground).

`routes` has the route for any model, `hosted` the open models that Runware runs itself, `makers` and `more_makers` the
models that it passes on to their makers. A model is the route with `only=` the wires it has: those of every task, and
its own.
"""

from __future__ import annotations

from imgparams.providers.runware import hosted, makers, more_makers
from imgparams.providers.runware.routes import ANY_MODEL
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (ANY_MODEL, *hosted.TARGETS, *makers.TARGETS, *more_makers.TARGETS)
ENVELOPE: Target | None = ANY_MODEL
