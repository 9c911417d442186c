"""Amazon Bedrock, InvokeModel: Nova Canvas, Titan Image Generator, and Stability's models as Bedrock serves them.

Each `taskType` of Nova Canvas and Titan has a body of its own, so each is a target: variations, inpainting and
outpainting are operations, the other tasks are named after the task.

Sources: Amazon's own Nova Canvas server (awslabs/mcp at c2c6c963); a digest of the Nova Canvas reference, which says
2026-07-09; the vendor's pages on images, masks and virtual try-on for Nova Canvas; typed clients of the gateway
stdapi.ai, for the words of virtual try-on and the masks of Titan; Amazon's Swift library of 2025, for Titan's ranges
and sizes; the vendor's pages on Titan, its model card and those on Stability's three models;
kalleeh/bedrock-image-mcp-server, 2025-12-11 and 0.5.0 of 2026, for Stability's; LiteLLM 1.110.2 for the end dates.

Unknown fields: refused, "extraneous key [x] is not permitted" (met with models of text, 2026-07-31; Core and Ultra too
answer a ValidationException).

Open: lengths of a mask prompt; whether the two texts of Nova Canvas share their 1024 characters (a service card of 2025
says so, the reference does not); what Titan's sizes mean beside an input image; when Titan v1 ended; further fields of
Core and Ultra; whether an alpha channel may stand for the mask of inpaint and erase. Limits of input images are not in
the table: PNG or JPEG, 8-bit RGB, no transparent pixels, and for Nova Canvas sides of 320 to 4096.

`amazon` has Nova Canvas and Titan, `stability` the models of Stability, `services` its thirteen image services, which
only the cross-region profile of the United States serves.
"""

from __future__ import annotations

from imgparams.providers.bedrock import amazon, services, stability
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*amazon.TARGETS, *stability.TARGETS, *services.TARGETS)
ENVELOPE: Target | None = None
