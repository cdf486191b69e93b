"""Reader: bytes in, model out. Sniff, decode, strict parse, mend, item by item."""
