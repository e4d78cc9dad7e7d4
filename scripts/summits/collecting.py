"""A pause for Python's collector of garbage, while much is made that stays."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """No garbage is collected within; afterwards the collector is as it was.

    A record becomes some hundred thousand objects, none of them garbage. The collector would walk all of them again
    and again as they grow in number: four tenths of the time of a load, and more the larger the record.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def end_without_collection() -> None:
    """Has the program end without a last walk through all that it made, a fifth of the time of a check."""
    atexit.register(gc.freeze)
