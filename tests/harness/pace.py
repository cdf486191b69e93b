"""How long something takes, as far as a machine that does other things as well can say."""

import gc
import time
from collections.abc import Callable


def seconds(call: Callable[[], object]) -> float:
    """The processor time of a call: the best of three, without the collector, which looks at objects of other tests."""
    best = float("inf")
    gc.disable()
    try:
        for _ in range(3):
            start = time.process_time()
            call()
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best
