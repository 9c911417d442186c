from typing_extensions import assert_never

from imgparams import Need


def solve(need: Need) -> str:
    match need.kind:
        case "fetch" | "upload" | "host" | "find" | "value":
            return need.at
        case _:
            assert_never(need.kind)  # error: "Literal['repaint']"; expected "Never"
