"""The only door to `profiles/`, `schemas/` and the corpus: in an installed package, a zip, or a source checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from depotklaar.errors import Problem, ToolError
from depotklaar.language import Text

PROFILES = "profiles"
SCHEMAS = "schemas"
CORPUS = "corpus"
SELECTION_LISTS = "profiles/selectielijsten"
VOCABULARIES = "profiles/begrippenlijsten"
POLICIES = "profiles/formats"

_SUFFIX = ".toml"


def read_schema(name: str) -> bytes:
    """Return a file of `schemas/` as bytes, such as `mdto/1.0.1/mdto.xsd`. ToolError when it is not there."""
    return _read(SCHEMAS, name)


def profile_names() -> tuple[str, ...]:
    """The names of the receivers' profiles that come along, sorted."""
    return _names(PROFILES)


def read_profile(name: str) -> bytes:
    """Return the TOML of a profile that comes along, by the name that `profile_names` gives. ToolError when absent."""
    return _read(PROFILES, name + _SUFFIX)


def list_names() -> tuple[str, ...]:
    """The names of the selection lists that come along, sorted."""
    return _names(SELECTION_LISTS)


def read_list(name: str) -> bytes:
    """Return the TOML of a selection list that comes along. ToolError when absent."""
    return _read(SELECTION_LISTS, name + _SUFFIX)


def vocabulary_names() -> tuple[str, ...]:
    """The names of the begrippenlijsten that come along, sorted."""
    return _names(VOCABULARIES)


def read_vocabulary(name: str) -> bytes:
    """Return the TOML of a begrippenlijst that comes along. ToolError when absent."""
    return _read(VOCABULARIES, name + _SUFFIX)


def policy_names() -> tuple[str, ...]:
    """The names of the format policies that come along, sorted."""
    return _names(POLICIES)


def read_policy(name: str) -> bytes:
    """Return the TOML of a format policy that comes along. ToolError when absent."""
    return _read(POLICIES, name + _SUFFIX)


def read_data(name: str) -> bytes:
    """Return any file of `profiles/` as bytes, such as `formats/nha.toml`. ToolError when it is not there."""
    return _read(PROFILES, name)


def corpus_folder() -> Path | None:
    """The folder with the judge's corpus, or None where it did not come along as files on disk."""
    package = files("depotklaar")
    if not isinstance(package, Path):
        return None
    places = (package / "_data" / CORPUS, package.parent.parent / "tests" / CORPUS)
    return next((place for place in places if place.is_dir()), None)


def _read(folder: str, name: str) -> bytes:
    parts = name.split("/")
    if not all(parts) or {".", ".."} & set(parts) or "\\" in name:
        raise _missing(f"{folder}/{name}")
    try:
        return _root(folder.split("/", 1)[0]).joinpath(*folder.split("/")[1:], *parts).read_bytes()
    except (OSError, ValueError) as error:
        raise _missing(f"{folder}/{name}") from error


def _names(folder: str) -> tuple[str, ...]:
    top, *rest = folder.split("/")
    place = _root(top).joinpath(*rest)
    try:
        found = [entry.name for entry in place.iterdir() if entry.is_file()]
    except (OSError, ValueError) as error:
        raise _missing(folder) from error
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)))


def _root(folder: str) -> Traversable:
    package = files("depotklaar")
    installed = package.joinpath("_data", folder)
    if installed.is_dir() or not isinstance(package, Path):
        return installed
    return package.parent.parent / folder


def _missing(name: str) -> ToolError:
    return ToolError(
        Problem(
            place=name,
            text=Text(
                "Dit bestand hoort bij depotklaar, maar het is er niet: de installatie is beschadigd.",
                "This file belongs to depotklaar but is not there: the installation is broken.",
            ),
            hint=Text("Installeer depotklaar opnieuw.", "Install depotklaar again."),
        )
    )
