"""`<!-- wp:block {"ref":7} /-->`: the content of a reusable block (a synced pattern), which is an item of its own."""

from wpmigrate.content.scene import Scene

from .grammar import Block

#: One body shows no more reusable blocks than this: a few that hold each other twice would fill any memory.
_LIMIT = 1000


def reference(block: Block, inner: str, scene: Scene) -> str:
    """The blocks of the item that `ref` names. One that holds itself is shown once, as in WordPress."""
    ref = block.attributes.get("ref")
    if isinstance(ref, str) and ref.isdigit():
        ref = int(ref)
    if not isinstance(ref, int):
        scene.count("WXR502", "block")
        return inner
    if ref in scene.open_references:
        return ""
    text = scene.around.reusable_block(ref) if scene.references < _LIMIT else None
    if text is None:
        scene.gather("WXR505", str(ref), near=f'"ref":{ref}')
        return ""
    scene.references += 1
    scene.open_references.append(ref)
    try:
        return scene.show_blocks(text)
    finally:
        scene.open_references.pop()
