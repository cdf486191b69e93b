from .source import Source
def open_sources(paths):
    return [Source(str(p), p) for p in paths], []
