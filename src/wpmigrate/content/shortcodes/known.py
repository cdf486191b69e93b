"""The shortcodes that are known, by the tables and by the rules of the user, and how they are shown."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from wpmigrate.content.code_ranges import CodeRanges
from wpmigrate.content.scene import Scene

from .expand import expand
from .grammar import Shortcode, unwrap_paragraphs
from .handler import Handler
from .rules import ShortcodeFunction, apply


class Known:
    """The tables as one."""

    def __init__(self, core: tuple[Handler, ...], plugins: tuple[Handler, ...]) -> None:
        self.by_name = {name: handler for handler in (*core, *plugins) for name in handler.names}
        self._plugins = frozenset(name for handler in plugins for name in handler.names)

    def names(self, rules: Mapping[str, str | ShortcodeFunction]) -> AbstractSet[str]:
        """All names."""
        return self.by_name.keys() | rules.keys() if rules else self.by_name.keys()

    def expand(self, text: str, rules: Mapping[str, str | ShortcodeFunction], scene: Scene) -> str:
        """The text with the known shortcodes shown."""
        code_of: dict[str, CodeRanges] = {}

        def is_code(found: Shortcode, within: str) -> bool:
            if within not in code_of:
                code_of[within] = CodeRanges(within)
            return code_of[within].holds(found.start)

        def show(found: Shortcode, within: str) -> str | None:
            rule = rules.get(found.name)
            if rule is not None:
                return apply(rule, found, scene.expand(found.content or ""), scene)
            if found.name in self._plugins and is_code(found, within):
                return None
            html = self.by_name[found.name].show(found, scene)
            if html is None and found.attribute_text.strip():
                scene.count("WXR501", found.name)
            return html

        def show_in_elements(found: Shortcode) -> str | None:
            rule = rules.get(found.name)
            return apply(rule, found, found.content or "", scene) if rule is not None else None

        return expand(text, self.names(rules), show, show_in_elements if rules else None, unnested=self._plugins)

    def unwrap(self, text: str, rules: Mapping[str, str | ShortcodeFunction]) -> str:
        """The text without the paragraphs round lone known shortcodes."""
        return unwrap_paragraphs(text, self.names(rules), self._plugins) if "<p>" in text else text
