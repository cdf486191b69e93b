"""Output: names and the plan (pure), and the disk (the only module that writes files)."""

from .atomic import write_file
from .disk import OutputFolder, Swept, Written
from .inputs import keep_inputs
from .ledger import DIGEST_BYTES
from .limits import fold
from .manifest import FileRow, Manifest, ManifestRow, read_items, read_manifest
from .namebook import NameBook, check_path
from .names import Fault, SafeName, safe_name
from .ownership import Outcome, name_on_disk
from .paths import PathTemplate, Placed, address_stem

__all__ = [
    "DIGEST_BYTES",
    "Fault",
    "FileRow",
    "Manifest",
    "ManifestRow",
    "NameBook",
    "Outcome",
    "OutputFolder",
    "PathTemplate",
    "Placed",
    "SafeName",
    "Swept",
    "Written",
    "address_stem",
    "check_path",
    "fold",
    "keep_inputs",
    "name_on_disk",
    "read_items",
    "read_manifest",
    "safe_name",
    "write_file",
]
