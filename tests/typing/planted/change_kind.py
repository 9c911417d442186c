from imgparams import Change


def lost(change: Change) -> bool:
    return change.kind == "droped"  # error: Non-overlapping equality check
