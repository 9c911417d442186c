"""Splits the text of a shell into commands and words, and runs nothing.

Quotes, escapes, comments, continued lines and here-documents are read as a shell reads them. What a shell would fill
in, a variable or the output of a command, stays in the word as it is written, behind a mark: `MARK` for `$`, `TICK`
for a backtick. A placeholder such as `<token>` is part of a word, as it is meant in documentation. The time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from imgparams.errors import Invalid, Problem
from imgparams.identifying.bodies import MARK, TICK
from imgparams.values import unreadable

MOST_NESTED = 5  # commands inside of commands: more is no call that people write


class Command(NamedTuple):
    """The words of one command, what a here-document gives to it as its input, and the line where it begins."""

    words: tuple[str, ...]
    given: str | None
    line: int


def commands(text: str, line: int = 1, depth: int = 0) -> Iterator[Command]:
    """Yields every command in a text; raises Invalid for a quote or a bracket that is not closed."""
    if any(unreadable(text)):
        raise _invalid("the text has a lone surrogate", line)
    yield from _Scanner(text, line, depth).commands()


def _invalid(why: str, line: int) -> Invalid:
    return Invalid([Problem("error", "unreadable", (), None, f"line {line}: {why}")])


_PLAIN = re.compile(r"[^\s\\'\"$`;|&<>()#]+")
_CONTINUED = re.compile(r"\\[ \t]*\r?\n")
_PLACEHOLDER = re.compile(r"<[A-Za-z][\w .-]*>")
_VARIABLE = re.compile(r"\{[^}]{0,300}\}|\w+|[@*#?!-]")
_HERE = re.compile(r"<<(-?)[ \t]*(['\"]?)([\w.-]+)\2")
_IN_QUOTES = re.compile(r"[^\\\"$`]+")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v"}
_ESCAPES |= {char: char for char in "\\'\"?"}
_ANSI = re.compile(r"\\(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|(.))", re.DOTALL)


class _Scanner:
    def __init__(self, text: str, line: int, depth: int) -> None:
        self.text, self.at, self.first_line, self.depth = text, 0, line, depth
        self.words: list[str] = []
        self.word: list[str] | None = None
        self.began = 0
        self.given: str | None = None
        self.here: list[tuple[str, bool]] = []
        self.skip_next = False
        self.inner: list[Command] = []
        self._counted = (0, line)

    def commands(self) -> Iterator[Command]:
        while self.at < len(self.text):
            if self._step(self.text[self.at]):
                yield from self._end_command()
        yield from self._end_command()

    def _step(self, char: str) -> bool:
        """Takes one piece of the text; returns whether a command ends with it."""
        if char in " \t\r\f\v" or (char.isspace() and char != "\n"):
            self._end_word()
            self.at += 1
        elif char == "\n":
            self._end_word()
            self.at += 1
            self._read_here()
            return True
        elif char in ";|&()":
            self._end_word()
            self.at += 1
            return True
        elif char == "#" and self.word is None:
            end = self.text.find("\n", self.at)
            self.at = len(self.text) if end < 0 else end
        elif char in "<>":
            self._redirect()
        elif match := _CONTINUED.match(self.text, self.at):
            self.at = match.end()
        else:
            self._add(self._piece(char))
        return False

    def _piece(self, char: str) -> str:
        """Returns the next piece of a word."""
        if match := _PLAIN.match(self.text, self.at):
            self.at = match.end()
            return match[0]
        if char == "\\":
            self.at += 2
            return self.text[self.at - 1 : self.at]
        if char == "'":
            return self._until("'")
        if char == '"':
            return self._double()
        if char == "$" and self.text.startswith("$'", self.at):
            return self._ansi()
        if char == "$" and self.text.startswith('$"', self.at):
            self.at += 1
            return self._double()
        if char in "$`":
            return self._live(char)
        self.at += 1
        return char

    def _until(self, quote: str) -> str:
        """Returns what stands between two quotes in which nothing is special."""
        end = self.text.find(quote, self.at + 1)
        if end < 0:
            raise _invalid(f"the quote {quote} is not closed", self._line(self.at))
        begin, self.at = self.at + 1, end + 1
        return self.text[begin:end]

    def _double(self) -> str:
        began, pieces = self.at, []
        self.at += 1
        while self.at < len(self.text):
            char = self.text[self.at]
            if match := _IN_QUOTES.match(self.text, self.at):
                pieces.append(match[0])
                self.at = match.end()
            elif char == '"':
                self.at += 1
                return "".join(pieces)
            elif char == "\\":
                following = self.text[self.at + 1 : self.at + 2]
                pieces.append("" if following == "\n" else following if following in '$`"\\' else char + following)
                self.at += 2
            else:
                pieces.append(self._live(char))
        raise _invalid('the quote " is not closed', self._line(began))

    def _ansi(self) -> str:
        """Returns the text in `$'...'`, as browsers copy a call."""
        match = re.compile(r"\$'((?:[^'\\]|\\.)*)'", re.DOTALL).match(self.text, self.at)
        if match is None:
            raise _invalid("the quote ' is not closed", self._line(self.at))
        self.at = match.end()
        return _ANSI.sub(_unescaped, match[1])

    def _live(self, char: str) -> str:
        """Returns what the shell would fill in, as it is written, behind its mark."""
        began = self.at
        if char == "`":
            return f"{TICK}{self._until('`')}{TICK}"
        self.at += 1
        if self.text.startswith("(", self.at):
            self._skip_brackets()
            inside = self.text[began + 2 : self.at - 1]
            if inside.lstrip().startswith("curl") and self.depth < MOST_NESTED:
                self.inner += commands(inside, self._line(began), self.depth + 1)
            return f"{MARK}({inside})"
        if match := _VARIABLE.match(self.text, self.at):
            self.at = match.end()
            return MARK + match[0]
        return "$"

    def _skip_brackets(self) -> None:
        """Moves behind the bracket that closes the one here."""
        began, open_brackets = self.at, 0
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == "\\":
                self.at += 1
            elif char == "'":
                self._until("'")
                continue
            elif char in "()":
                open_brackets += 1 if char == "(" else -1
            self.at += 1
            if not open_brackets:
                return
        raise _invalid("the bracket of $( is not closed", self._line(began))

    def _redirect(self) -> None:
        if placeholder := _PLACEHOLDER.match(self.text, self.at):
            self.at = placeholder.end()
            self._add(placeholder[0])
            return
        if self.word is not None and "".join(self.word).isdigit():
            self.word = None  # 2>
        self._end_word()
        if here := _HERE.match(self.text, self.at):
            self.here.append((here[3], bool(here[1])))
            self.at = here.end()
            return
        while self.text[self.at : self.at + 1] in ("<", ">", "&"):
            self.at += 1
        self.skip_next = True  # the name of a file

    def _read_here(self) -> None:
        """Reads the here-documents that the last line announced."""
        for word, indented in self.here:
            lines = []
            while self.at < len(self.text):
                end = self.text.find("\n", self.at)
                end = len(self.text) if end < 0 else end
                line = self.text[self.at : end]
                self.at = end + 1
                if (line.lstrip("\t") if indented else line).rstrip("\r") == word:
                    break
                lines.append(line)
            self.given = "\n".join(lines)
        self.here = []

    def _add(self, piece: str) -> None:
        if self.word is None:
            self.word = []
            if not self.words:
                self.began = self.at
        self.word.append(piece)

    def _end_word(self) -> None:
        if self.word is not None and not self.skip_next:
            self.words.append("".join(self.word))
        self.skip_next = self.skip_next and self.word is None
        self.word = None

    def _end_command(self) -> Iterator[Command]:
        self._end_word()
        if self.words:
            yield Command(tuple(self.words), self.given, self._line(self.began))
        yield from self.inner
        self.words, self.given, self.inner, self.skip_next = [], None, [], False

    def _line(self, at: int) -> int:
        """Returns the line of a place; counts on from the last one asked for, where it can."""
        counted, line = self._counted
        if at < counted:
            return self.first_line + self.text.count("\n", 0, at)
        self._counted = (at, line + self.text.count("\n", counted, at))
        return self._counted[1]


def _unescaped(match: re.Match[str]) -> str:
    short, long, byte, octal, char = match.groups()
    code = int(short or long or byte, 16) if short or long or byte else int(octal, 8) if octal else None
    if code is not None:
        return chr(code) if code < 0x110000 else "\ufffd"
    return _ESCAPES.get(char, f"\\{char}")
