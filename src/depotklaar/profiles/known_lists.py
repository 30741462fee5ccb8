"""The selection lists that come along, under the names that metadata give them; none is read before it is named."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from depotklaar import resources
from depotklaar.model.selectielijst import Selectielijst
from depotklaar.profiles.lists import read_selection_list

_FIRST_ENTRY = "\n[[categorie]]"


class KnownLists(Mapping[str, Selectielijst]):
    """Leads from `reference_line`, or from a title that names the version itself, to the list.

    Only the heads of the lists are read to know their names; to another process it goes empty.
    """

    def __getitem__(self, name: str) -> Selectielijst:
        return _list(_names()[name])

    def __contains__(self, name: object) -> bool:
        return name in _names()

    def __iter__(self) -> Iterator[str]:
        return iter(_names())

    def __len__(self) -> int:
        return len(_names())

    def __reduce__(self) -> tuple[type["KnownLists"], tuple[()]]:
        return KnownLists, ()


@cache
def _names() -> Mapping[str, str]:
    """What metadata call a list, and its own short name."""
    found: dict[str, str] = {}
    for name in resources.list_names():
        head = _head(name)
        reference = f", {head['vindplaats']}" if "vindplaats" in head else ""
        found[f"{head['titel']}, versie {head['versie']}{reference}"] = name
        if head["versie"] in head["titel"]:
            found[head["titel"]] = name
    return found


def _head(name: str) -> Mapping[str, str]:
    text = resources.read_list(name).decode("utf-8").partition(_FIRST_ENTRY)[0]
    head: Mapping[str, str] = tomllib.loads(text)["selectielijst"]
    return head


@cache
def _list(name: str) -> Selectielijst:
    return read_selection_list(name, None)
