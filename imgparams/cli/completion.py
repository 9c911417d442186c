"""The command that prints a script by which a shell completes commands, options and the names of targets.

The scripts are made from the commands as they are; names come from `imgparams targets --names` when they are asked for,
which loads no table.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from cyclopts import ArgumentCollection, Parameter

from imgparams.catalog import CATALOG, GENERATION
from imgparams.cli.commands import Json, app
from imgparams.cli.output import Answer, Form
from imgparams.target import OPERATIONS, Status

Shell = Literal["bash", "zsh", "fish"]

#: commands whose arguments are all words of targets, and those whose first argument is a target
SEARCHING = ("targets", "matrix")
TARGETED = ("show", "offers", "check", "fix", "drift", "json-schema", "tool-schema")
NAMED = ("--to", "--from", "--target")  # options whose value is a target
#: options whose value is one of a few words
WORDS = {
    "--format": ("markdown", "html", "csv"),
    "--as": get_args(Form),
    "--provider": CATALOG.providers,
    "--operation": (GENERATION, *OPERATIONS),
    "--status": get_args(Status),
}

NAMES = "imgparams targets --names 2>/dev/null"

_BASH = """\
# Completion of imgparams in bash; to install: echo 'eval "$(imgparams completion bash)"' >> ~/.bashrc
_imgparams() {{
    local line=${{COMP_LINE:0:COMP_POINT}} words word last command candidates= breaks broken= at
    read -ra words <<< "$line"  # not COMP_WORDS, in which a name is broken at : and @
    [[ $line == *[[:space:]] ]] && words+=("")
    at=${{#words[@]}}  # bash 3 knows no words[-1]
    word=${{words[at-1]}} last=${{words[at-2]}} command=${{words[1]}}
    [[ $word == --*=* ]] && last=${{word%%=*}} word=${{word#*=}}
    if (( at == 2 )); then
        candidates="{commands}"
    elif [[ $word == -* ]]; then
        case $command in
{options}
        esac
    else
        case $last in
            {named}) candidates=$({names}) ;;
{words}
            {flags}|[!-]*)
                case $command in
                    {searching}) candidates=$({names}) ;;
                    {targeted}) [[ $last == -* || $last == "$command" ]] && candidates=$({names}) ;;
                esac ;;
        esac
    fi
    local IFS=$' \\t\\n'
    COMPREPLY=($(compgen -W "$candidates" -- "$word"))
    breaks=${{COMP_WORDBREAKS//[!:@=]/}}
    [[ $breaks ]] && broken=${{word%"${{word##*[$breaks]}}"}}
    for at in "${{!COMPREPLY[@]}}"; do COMPREPLY[at]=${{COMPREPLY[at]#"$broken"}}; done
}}
complete -o default -F _imgparams imgparams
"""

_ZSH = """\
#compdef imgparams
# Completion of imgparams in zsh; to install: echo 'eval "$(imgparams completion zsh)"' >> ~/.zshrc
_imgparams() {{
    local word=$words[CURRENT] last=$words[CURRENT-1] command=$words[2]
    local -a candidates
    if [[ $word == --*=* ]]; then
        last=${{word%%=*}} word=${{word#*=}}
        compset -P '*='
    fi
    if (( CURRENT == 2 )); then
        candidates=({commands})
    elif [[ $word == -* ]]; then
        case $command in
{options}
        esac
    else
        case $last in
            {named}) candidates=(${{(f)"$({names})"}}) ;;
{words}
            {flags}|[^-]*)
                case $command in
                    {searching}) candidates=(${{(f)"$({names})"}}) ;;
                    {targeted}) [[ $last == -* || $last == $command ]] && candidates=(${{(f)"$({names})"}}) ;;
                esac ;;
        esac
    fi
    compadd -- $candidates || _files
}}
(( $+functions[compdef] )) || {{ autoload -Uz compinit && compinit; }}
compdef _imgparams imgparams
"""

_FISH = """\
# Completion of imgparams in fish; to install: echo 'imgparams completion fish | source' >> ~/.config/fish/config.fish
complete -c imgparams -f -n __fish_use_subcommand -a "{commands}"
{options}
complete -c imgparams -n "__fish_seen_subcommand_from {targeted}" -a "({names})"
"""


@app.command(sort_key=13)
def completion(
    shell: Annotated[Shell, Parameter(help="The shell that is to complete.")], /, *, json: Json = False
) -> Answer:
    """Print a script by which a shell completes names of targets, commands and options.

    To install it, once:

    bash: echo 'eval "$(imgparams completion bash)"' >> ~/.bashrc

    zsh: echo 'eval "$(imgparams completion zsh)"' >> ~/.zshrc

    fish: echo 'imgparams completion fish | source' >> ~/.config/fish/config.fish
    """
    text = script(shell)
    return Answer(lambda: {"shell": shell, "script": text}, lambda screen: screen.plain(text), json)


def script(shell: Shell) -> str:
    """Returns the script for a shell."""
    of = {command: options(command) for command in commands()}
    targeted, searching = "|".join(TARGETED), "|".join(SEARCHING)
    if shell == "fish":
        return _FISH.format(
            commands=" ".join(of), options=_fish(of), names=NAMES, targeted=" ".join((*TARGETED, *SEARCHING))
        )
    opened, closed = ("(", ")") if shell == "zsh" else ('"', '"')
    lines = [f"            {command}) candidates={opened}{' '.join(some)}{closed} ;;" for command, some in of.items()]
    words = [f"            {name}) candidates={opened}{' '.join(some)}{closed} ;;" for name, some in WORDS.items()]
    return (_ZSH if shell == "zsh" else _BASH).format(
        commands=" ".join(of),
        options="\n".join(lines),
        words="\n".join(words),
        named="|".join(NAMED),
        flags="|".join(_flags()),
        searching=searching,
        targeted=targeted,
        names=NAMES,
    )


def _fish(of: dict[str, list[str]]) -> str:
    lines, flags = [], _flags()
    for command, some in of.items():
        for name in some:
            values = f"({NAMES})" if name in NAMED else " ".join(WORDS.get(name, ()))
            takes = f' -x -a "{values}"' if values else "" if name in flags else " -r"
            lines.append(f'complete -c imgparams -n "__fish_seen_subcommand_from {command}" -l {name[2:]}{takes}')
    return "\n".join(lines)


def commands() -> list[str]:
    """Returns the names of the commands."""
    return [name for name in app if not name.startswith("-")]


def options(command: str) -> list[str]:
    """Returns the long options of a command."""
    names = [name for argument in _arguments(command) for name in argument.names if name.startswith("--")]
    return [*dict.fromkeys(names), "--help"]


def _flags() -> list[str]:
    """Returns the options of any command that take no value."""
    of = [argument for command in commands() for argument in _arguments(command) if argument.hint is bool]
    return [*dict.fromkeys(name for argument in of for name in argument.names), "--help"]


def _arguments(command: str) -> ArgumentCollection:
    return app[command].assemble_argument_collection()
