"""Writes a prepared function again for requests that have the same keys, and so asks nothing about the absent ones.

A target has up to a hundred wires, a request has six of them, and requests of one program have the same six. So the
function of `preparing` is folded for the keys that come often: what is known of an absent key is put in its place, and
what follows from it is worked out once.

    v4 = body.get("seed", M)                                   v4 is missing: nothing is left of these
    if v4 is not M and not (0 <= v4 <= 99): return False
    if (v4 is not M and v7 is not M): return False
    v7 = body.get("prompt", M)                                 v7 = body["prompt"]
    if v7 is M: return False
    if v7 is not M and not type(v7) is str: return False       if not type(v7) is str: return False

Only what is written in `preparing` is folded: assignments, conditions and returns, whose parts change nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

FOLD_AFTER = 300  # right requests with the same keys
MOST_FOLDED = 100  # functions of one target
MOST_COUNTED = 1000  # sets of keys that are counted at a time, and orders of keys whose function is remembered

Right = Callable[[object], bool]


def by_keys(write: Callable[[], str], space: dict[str, Any], *, in_list: bool) -> Right:
    """Returns the function `right` of a text, quicker for the keys that come often; `write` returns the text again."""
    general: Right = space["right"]
    folded: dict[frozenset[object], Right] = {}
    orders: dict[tuple[object, ...], Right] = {}  # a tuple is made in less time than a set
    counts: dict[frozenset[object], int] = {}

    def right(request: object) -> bool:
        body = request[0] if in_list and type(request) is list and len(request) == 1 else request
        if type(body) is not dict:
            return general(request)
        order = tuple(body)
        own = orders.get(order) or (folded.get(frozenset(order)) if folded else None)
        if own is None:
            answer = general(body)
            if answer and len(folded) < MOST_FOLDED:
                count(frozenset(order))
            return answer
        if len(orders) < MOST_COUNTED:
            orders[order] = own
        return own(body)

    def count(keys: frozenset[object]) -> None:
        if len(counts) >= MOST_COUNTED:
            counts.clear()
        seen = counts[keys] = counts.get(keys, 0) + 1
        if seen > FOLD_AFTER:
            try:
                folded[keys] = fold(write(), space, keys)
            except SystemError:  # CPython up to 3.12 can't always parse in two threads at once; later, then
                del counts[keys]

    return right


def fold(text: str, space: dict[str, Any], keys: frozenset[object]) -> Right:
    """Returns the function `right` of a text for dicts of exactly these keys, all of which it knows."""
    tree = ast.parse(text)
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    body = _Folder(space, keys).block(function.body)
    names = (node for part in body for node in ast.walk(part) if isinstance(node, ast.Name))
    loaded = {name.id for name in names if isinstance(name.ctx, ast.Load)}
    function.body = _without_unread(body, loaded)
    own = dict(space)
    exec(compile(ast.fix_missing_locations(tree), "<folded>", "exec"), own)
    right: Right = own["right"]
    return right


def _without_unread(block: list[ast.stmt], loaded: set[str]) -> list[ast.stmt]:
    """Returns a block without the assignments to names that nothing reads."""
    left = []
    for part in block:
        if isinstance(part, ast.If):
            part.body = _without_unread(part.body, loaded) or [ast.Pass()]
            part.orelse = _without_unread(part.orelse, loaded)
        name = _assigned(part)
        if name is None or name in loaded:
            left.append(part)
    return left


def _assigned(part: ast.stmt) -> str | None:
    """Returns the name that a statement assigns to, None if it does not."""
    if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
        return part.targets[0].id
    return part.target.id if isinstance(part, ast.AugAssign) and isinstance(part.target, ast.Name) else None


class _Folder(ast.NodeTransformer):
    """Follows the statements of a function in their order, and what is known of its names at each."""

    def __init__(self, space: dict[str, Any], keys: frozenset[object]) -> None:
        self.space, self.keys = space, keys
        self.missing: dict[str, bool] = {}  # name -> whether its value is M, where that is known

    # ---- statements

    def block(self, block: list[ast.stmt]) -> list[ast.stmt]:
        left: list[ast.stmt] = []
        for part in block:
            left += self._if(part) if isinstance(part, ast.If) else [self._plain(part)]
            if left and isinstance(left[-1], ast.Return):
                break
        return left

    def _plain(self, part: ast.stmt) -> ast.stmt:
        name = _assigned(part)
        if name is None or not isinstance(part, ast.Assign):
            return part
        self.missing.pop(name, None)
        key = _key_of_body(part.value)
        if key is None:
            part.value = self.visit(part.value)
        elif key in self.keys:
            part.value = ast.Subscript(ast.Name("body", ast.Load()), ast.Constant(key), ast.Load())
            self.missing[name] = False
        else:
            part.value = ast.Name("M", ast.Load())
        if isinstance(part.value, ast.Name) and part.value.id == "M":
            self.missing[name] = True
        return part

    def _if(self, part: ast.If) -> list[ast.stmt]:
        test = self.visit(part.test)
        if isinstance(test, ast.Constant):
            return self.block(part.body if test.value else part.orelse)
        before = dict(self.missing)
        body, after_body = self.block(part.body), self.missing
        self.missing = before
        orelse = self.block(part.orelse)
        if orelse and isinstance(orelse[-1], ast.Return):
            self.missing = after_body
        elif not (body and isinstance(body[-1], ast.Return)):
            self.missing = dict(self.missing.items() & after_body.items())
        return [ast.If(test, body or [ast.Pass()], orelse)]

    # ---- expressions

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Name("M", ast.Load()) if self.missing.get(node.id) else node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        text = ast.unparse(node)
        if text in _KNOWN:
            return ast.Constant(_KNOWN[text])
        (op, *more), (right, *_) = node.ops, node.comparators
        if isinstance(node.left, ast.Name) and isinstance(right, ast.Name) and right.id == "M" and not more:
            missing = self.missing.get(node.left.id)
            return node if missing is None else ast.Constant(missing == isinstance(op, ast.Is))
        self.generic_visit(node)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        ends = isinstance(node.op, ast.Or)  # the value that decides
        parts = [self.visit(part) for part in node.values]
        if any(isinstance(part, ast.Constant) and bool(part.value) == ends for part in parts):
            return ast.Constant(ends)
        left = [part for part in parts if not isinstance(part, ast.Constant)]
        if len(left) > 1:
            return ast.BoolOp(node.op, left)
        return left[0] if left else ast.Constant(not ends)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) and isinstance(node.operand, ast.Constant):
            return ast.Constant(not node.operand.value)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        test = self.visit(node.test)
        if isinstance(test, ast.Constant):
            chosen: ast.expr = self.visit(node.body if test.value else node.orelse)
            return chosen
        return ast.IfExp(test, self.visit(node.body), self.visit(node.orelse))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """Folds the arguments, and asks at once what a condition says of an absent wire: `k7(False, k8)`."""
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and len(node.args) == 2 and ast.unparse(node.args[0]) == "False":
            default = node.args[1]
            if isinstance(default, ast.Name) and default.id in self.space:
                return ast.Constant(bool(self.space[node.func.id](False, self.space[default.id])))
            if isinstance(default, ast.Constant):
                return ast.Constant(bool(self.space[node.func.id](False, default.value)))
        return node


#: what is known of the body itself: a dict, of keys that all are known
_KNOWN = {
    "type(body) is list": False,
    "type(body) is not dict": False,
    "n1 != len(body)": False,
}


def _key_of_body(value: ast.expr) -> str | None:
    """Returns the key in `body.get(key, M)`, None for anything else."""
    if not (isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute)):
        return None
    of, key = value.func.value, value.args[0]
    if isinstance(of, ast.Name) and of.id == "body" and isinstance(key, ast.Constant):
        return str(key.value)
    return None
