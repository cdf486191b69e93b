"""Commands whose options may stand in a configuration file, in the section of the command's name.

Each long option is a key by itself; what an option cannot say is a table of the command's `tables`.
Values of the file become click's defaults, so that the command line wins.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wpmigrate.errors import UsageError

from .group import COMMANDS
from .values import CommentsForm, Day

if TYPE_CHECKING:
    from wpmigrate.config import ConfigFile, Key, Kind

DEFAULT_COMMAND = "convert"
"""The command whose keys may stand at the top, outside of any section."""

OUTSIDE = frozenset({"config", "no_config", "help", "plugins", "verified"})
"""Options that no file has: they choose the file, run code, which a file that lies there must not, or have its section."""


class Configured(click.Command):
    """A command that takes `--config` and `--no-config`, and the defaults that the file gives."""

    def __init__(
        self, *args: Any, tables: str = "", as_in_convert: frozenset[str] = frozenset(), **kwargs: Any
    ) -> None:
        """`tables` is the name of a tuple of `Key` in `wpmigrate.config`, looked up when a file is read.

        Parameters of `as_in_convert` are as `convert` has them where the command's own section says nothing.
        """
        super().__init__(*args, **kwargs)
        self._tables = tables
        self.as_in_convert = as_in_convert
        self.params += [_config_option(), _no_config_option()]

    def tables(self) -> tuple["Key", ...]:
        """The keys that are no options."""
        from wpmigrate import config  # noqa: PLC0415 - keep --help quick

        found: tuple[Key, ...] = getattr(config, self._tables) if self._tables else ()
        return found

    def keys(self) -> dict[str, tuple["Key", ...]]:
        """Every key of the command by its name, in the order of --help, tables last."""
        options = [key_of(param) for param in self.params if param.name not in OUTSIDE and _key_name(param)]
        found: dict[str, tuple[Key, ...]] = {}
        for key in (*options, *self.tables()):
            found[key.name] = (*found.get(key.name, ()), key)
        # `--no-comments` beside `--comments FORMAT` is `comments = false`.
        return {name: keys for name, keys in found.items() if name.removeprefix("no-") not in found.keys() - {name}}

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; tables that no file fills are empty."""
        for key in self.tables():
            ctx.params.setdefault(key.parameter, ())
        return super().invoke(ctx)

    def make_parser(self, ctx: click.Context) -> Any:
        """The parser, which also takes `--no-NAME` for a flag, to turn off what a file turns on."""
        parser = super().make_parser(ctx)
        for option in self.params:
            if isinstance(option, click.Option) and _can_be_turned_off(option):
                name = f"--no-{_key_name(option)}"
                parser.add_option(option, [name], dest=option.name, action="store_const", const=False)
        return parser


def _can_be_turned_off(option: click.Option) -> bool:
    """Whether it is a flag without a form of its own for "no"."""
    is_no = _key_name(option).startswith("no-")
    return option.is_bool_flag and not option.secondary_opts and option.name not in OUTSIDE and not is_no


class ConfiguredArgument(click.Argument):
    """An argument that a file may give under `key`."""

    def __init__(self, *args: Any, key: str, summary: str, **kwargs: Any) -> None:
        """`summary` says what the key means."""
        super().__init__(*args, **kwargs)
        self.key = key
        self.summary = summary

    def consume_value(self, ctx: click.Context, opts: Mapping[str, Any]) -> Any:
        """The value of the command line, else the file's."""
        value, source = super().consume_value(ctx, opts)
        if value is None or value == ():
            return ctx.lookup_default(self.name or "", call=False), click.core.ParameterSource.DEFAULT_MAP
        return value, source


def _config_option() -> click.Option:
    text = "Read the options of this file too. Default: wpmigrate.toml or [tool.wpmigrate] of pyproject.toml here."
    return click.Option(
        ["--config"], metavar="FILE", is_eager=True, expose_value=False, callback=_read_named, help=text
    )


def _no_config_option() -> click.Option:
    return click.Option(
        ["--no-config"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_read_found,
        help="Read no such file.",
    )


def _read_named(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """`--config FILE`. Eager options come in the order in which they are given, then those that are not given."""
    if value is not None:
        _claim(ctx, param)
        _bind(ctx, Path(value))


def _read_found(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    """The file of the working folder, unless one was named or none is wanted."""
    from wpmigrate.config.file import find  # noqa: PLC0415 - keep --help quick

    if value:
        _claim(ctx, param)
    elif _CLAIMED not in ctx.meta and (path := find(Path())) is not None:
        _bind(ctx, path)


_CLAIMED = "wpmigrate.config"
"""Which of the two options was given, in the context."""


def _claim(ctx: click.Context, param: click.Parameter) -> None:
    """Note that one of the two options was given; raises UsageError when the other one was."""
    if ctx.meta.setdefault(_CLAIMED, param.name) != param.name:
        raise UsageError("--config and --no-config exclude each other", advice="Leave one of them out.")


def _bind(ctx: click.Context, path: Path) -> None:
    """Make the section of the command its defaults; raises UsageError for anything wrong in the whole file."""
    from wpmigrate.config.file import read  # noqa: PLC0415 - keep --help quick

    command = ctx.command
    assert isinstance(command, Configured)
    found = sections(read(path))
    own = found.get(command.name or "", {})
    said = {name: value for name, value in found[DEFAULT_COMMAND].items() if name in command.as_in_convert} | own
    names = {param.name for param in command.params}
    ctx.default_map = {name: value for name, value in said.items() if name in names}
    ctx.params |= {name: value for name, value in said.items() if name not in names}


def configured_commands() -> dict[str, Configured]:
    """The commands that have a section, by name."""
    found = {name: import_module(f"{__package__}.{name}").command for name in COMMANDS}
    return {name: command for name, command in found.items() if isinstance(command, Configured)}


def sections(config: "ConfigFile") -> dict[str, dict[str, Any]]:
    """What the file says, by command and parameter; raises UsageError that names the file, the key and the allowed set.

    What stands outside of the sections is meant for `convert`.
    """
    from wpmigrate.config import WrongKeyError  # noqa: PLC0415 - keep --help quick

    commands = configured_commands()
    inside = {name: value for name, value in config.keys.items() if name in commands and isinstance(value, Mapping)}
    outside = {name: value for name, value in config.keys.items() if name not in inside}
    try:
        _refuse_misplaced(commands, inside, outside)
        found = {name: _section(commands[name], inside.get(name, {}), (name,)) for name in commands}
        found[DEFAULT_COMMAND] |= _outside(commands, outside, found[DEFAULT_COMMAND])
    except WrongKeyError as fault:
        raise config.error(fault) from None
    return found


def _refuse_misplaced(
    commands: dict[str, Configured], inside: Mapping[str, Mapping[str, Any]], outside: Mapping[str, Any]
) -> None:
    """Raise WrongKeyError for a key that only another section has, and for the tables of a pyproject.toml elsewhere."""
    from wpmigrate.config import WrongKeyError  # noqa: PLC0415 - keep --help quick

    if isinstance(outside.get("tool"), Mapping) and "wpmigrate" in outside["tool"]:
        advice = "Leave it out here: [tool.wpmigrate.validate] is [validate]."
        raise WrongKeyError(("tool", "wpmigrate"), "[tool.wpmigrate] stands in a pyproject.toml only", advice)
    known = {name: command.keys() for name, command in commands.items()}
    homes = {key: name for name in reversed(known) for key in known[name]}
    for section, keys in {"": outside, **inside}.items():
        allowed = known[section or DEFAULT_COMMAND]
        for key in keys:
            if key in homes and key not in allowed:
                place = f"in [{section}]" if section else "here"
                fault = f"there is no key {key!r} {place}; it stands in [{homes[key]}]"
                trail = (section, key) if section else (key,)
                raise WrongKeyError(trail, fault, f"Write it below a line [{homes[key]}].")


def _section(command: Configured, section: Mapping[str, Any], trail: tuple[str, ...]) -> dict[str, Any]:
    from wpmigrate.config import checked  # noqa: PLC0415 - keep --help quick

    return checked(section, command.keys(), trail) if section else {}


def _outside(commands: dict[str, Configured], keys: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """What stands at the top; a key may not stand there and in the section too."""
    from wpmigrate.config import WrongKeyError, checked, unknown_key  # noqa: PLC0415 - keep --help quick

    allowed = commands[DEFAULT_COMMAND].keys()
    for name in keys:
        if name not in allowed:
            raise unknown_key(name, [*allowed, *(f"[{command}]" for command in commands)])
    found = checked(keys, allowed)
    for name in keys:
        if any(key.parameter in said and key.parameter in found for key in allowed[name]):
            raise WrongKeyError((DEFAULT_COMMAND, name), f"{name} is said twice", "Say it at the top or in [convert].")
    return found


def _key_name(param: click.Parameter) -> str:
    """The name of the key of an option or an argument; empty when it has none."""
    if isinstance(param, ConfiguredArgument):
        return param.key
    if not isinstance(param, click.Option):
        return ""
    return max(param.opts, key=len).removeprefix("--")


def key_of(param: click.Parameter) -> "Key":
    """The key of an option or an argument: its kinds by the option's type, its values read by the option's type."""
    from wpmigrate.config import Key  # noqa: PLC0415 - keep --help quick

    def read(value: Any, trail: tuple[str, ...]) -> Any:
        for one in value if isinstance(value, list) else [value]:
            _check(param, one, trail)
        takes_several = param.multiple or param.nargs == -1
        return [value] if takes_several and not isinstance(value, list) else value

    summary = param.summary if isinstance(param, ConfiguredArgument) else getattr(param, "help", "")
    return Key(name=_key_name(param), kinds=_kinds(param), parameter=param.name or "", read=read, summary=summary)


def _check(param: click.Parameter, value: Any, trail: tuple[str, ...]) -> None:
    """Raise WrongKeyError when the type of the option refuses the value."""
    from wpmigrate.config import WrongKeyError, dotted, shown  # noqa: PLC0415 - keep --help quick

    try:
        param.type.convert(value, param, None)
    except click.BadParameter as error:
        message = f"{dotted(trail)} cannot be {shown(value)}: {error.message.rstrip('.')}"
        raise WrongKeyError(trail, message) from None
    except UsageError as error:
        raise WrongKeyError(trail, f"{dotted(trail)}: {error.message}", error.advice) from None


def _kinds(param: click.Parameter) -> "tuple[Kind, ...]":
    """The kinds of value that a parameter takes in a file."""
    from wpmigrate.config import DAY, FLAG, TEXT, TEXTS, WHOLE, Kind  # noqa: PLC0415 - keep --help quick

    if isinstance(param, click.Option) and param.is_bool_flag:
        return (FLAG,)
    if param.multiple or param.nargs == -1:
        return (TEXT, TEXTS)
    if isinstance(param.type, click.Choice):
        return (Kind("one of " + ", ".join(f'"{choice}"' for choice in param.type.choices), TEXT.accepts),)
    if isinstance(param.type, click.types.IntParamType):
        return (WHOLE,)
    if isinstance(param.type, CommentsForm):
        return (TEXT, FLAG)
    return (DAY, TEXT) if isinstance(param.type, Day) else (TEXT,)
