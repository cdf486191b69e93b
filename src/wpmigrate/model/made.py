"""Sequences whose members are made when they are asked for: what lies packed costs no object until then."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class MadeSequence(Sequence[T_co]):
    """A sequence of so many members as `__len__` says; `_made` makes the one at a position, from 0."""

    @abstractmethod
    def _made(self, position: int, /) -> T_co:
        """The member at a position that is there."""

    @overload
    def __getitem__(self, position: int) -> T_co: ...
    @overload
    def __getitem__(self, position: slice) -> list[T_co]: ...
    def __getitem__(self, position: int | slice) -> T_co | list[T_co]:
        """The member at a position, or those of a slice; raises IndexError."""
        positions = range(len(self))[position]
        return self._made(positions) if isinstance(positions, int) else [self._made(one) for one in positions]

    def __iter__(self) -> Iterator[T_co]:
        return map(self._made, range(len(self)))
