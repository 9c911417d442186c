from imgparams import Problem


def absent(problem: Problem) -> bool:
    return problem.code == "mising"  # error: Non-overlapping equality check
