"""Reads a receiver's profile, with every fault in it told at once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from depotklaar import resources
from depotklaar.language import Text
from depotklaar.model.profile import Begrippenlijst, Names, Profile, RestrictionList, Term
from depotklaar.profiles.document import Document
from depotklaar.profiles.fault import Fault, quoted, refuse, suggestion
from depotklaar.profiles.lists import read_vocabulary
from depotklaar.profiles.named import named_document
from depotklaar.profiles.policies import read_policy

SCHEMA = "profiel-1"

_OPINIONS: Mapping[str, Literal["without-signature", "always", "never"]] = {
    "zonder-signatuur": "without-signature",
    "altijd": "always",
    "nooit": "never",
}
_WEIGHTS: Mapping[str, Literal["error", "warning", "info"]] = {
    "fout": "error",
    "waarschuwing": "warning",
    "opmerking": "info",
}
_ON_FORMATS = ("FORMAT-UNKNOWN", "FORMAT-EXTENSION", "FORMAT-POLICY")
_LABEL_LISTS = ("met_einde", "zonder_einde", "met_beschrijving")

Table = Mapping[str, Any]


def read_profile(name_or_path: str, base: Path | None) -> Profile:
    """Read a profile that comes along, or one of the user's, seen from `base`. ProfileError holds every fault.

    Its list of restrictions and its format policy are read too; a path to them is seen from the folder of the profile.
    """
    document = named_document(name_or_path, base, SCHEMA, resources.profile_names(), resources.read_profile)
    refuse(document.file, document.sorted(document.faults))
    table = document.data["beperking_gebruik"]
    vocabulary = read_vocabulary(table["begrippenlijst"], Path(document.file).parent)
    refuse(document.file, list(_strange_labels(table, vocabulary)))
    wanted = document.data.get("formaten")
    formats = None if wanted is None else read_policy(wanted["beleid"], Path(document.file).parent)
    return replace(_profile(document, _restrictions(table, vocabulary)), formats=formats)


def _strange_labels(table: Table, vocabulary: Begrippenlijst) -> Iterator[Fault]:
    known = [term.label for term in vocabulary.terms if not term.deprecated]
    places = [((key, index), label) for key in _LABEL_LISTS for index, label in enumerate(table.get(key, ()))]
    places += [(("aliassen", alias), label) for alias, label in table.get("aliassen", {}).items()]
    for path, label in places:
        if label not in known:
            yield Fault(
                path=("beperking_gebruik", *path),
                text=Text("{label} staat niet in {list}.", "{label} is not in {list}.").fill(
                    label=quoted(label), list=quoted(vocabulary.name)
                ),
                hint=suggestion(label, known),
            )


def _profile(document: Document, restrictions: RestrictionList) -> Profile:
    head, mdto, package = (document.data[name] for name in ("profiel", "mdto", "pakket"))
    return Profile(
        name=head["naam"],
        title=head["titel"],
        source=head["bron"],
        schemas=tuple(mdto["versies"]),
        names=_names(document.data["namen"]),
        manifests=tuple(package["manifesten"]),
        nesting=mdto.get("nesteling"),
        single=tuple(mdto.get("enkelvoudig", ())),
        required_levels=tuple(mdto.get("niveaus", ())),
        files_only_under=tuple(mdto.get("bestanden_alleen_onder", ())),
        period_required_on=tuple(mdto.get("dekking_in_tijd_op", ())),
        period_type=mdto.get("dekking_in_tijd_type"),
        restrictions=restrictions,
        second_opinion=_OPINIONS[package.get("tweede_mening", "zonder-signatuur")],
        max_file_size=package.get("max_bestandsgrootte"),
        severities=_severities(document.data),
        sha256=document.sha256,
        person_decides=document.data.get("waardering", {}).get("besluit_door_mens", "overbrenging"),
        checks=frozenset(document.data.get("keuring", {}).get("regels", ())),
        checksum_labels=tuple(mdto.get("checksumalgoritmen", ())),
    )


def _severities(data: Table) -> dict[str, Literal["error", "warning", "info"]]:
    """How rules weigh here: what a receiver that refuses formats rejects, and before that what the profile says."""
    refused = dict.fromkeys(_ON_FORMATS, _WEIGHTS["fout"]) if data.get("formaten", {}).get("weigert") else {}
    return refused | {rule: _WEIGHTS[weight] for rule, weight in data.get("ernst", {}).items()}


def _names(table: Table) -> Names:
    return Names(
        sidecar_suffix=table["achtervoegsel"],
        file_infix=table["invoegsel"],
        max_name=table.get("max_naam", 255),
        max_path=table.get("max_pad", 4096),
        forbidden=table["verboden"],
        reserved=tuple(table.get("gereserveerd", ())),
        dots_in_stem=table.get("punten_in_stam", True),
    )


def _restrictions(table: Table, vocabulary: Begrippenlijst) -> RestrictionList:
    return RestrictionList(
        name=vocabulary.name,
        terms=tuple(Term(label=term.label, code=term.code) for term in vocabulary.terms if not term.deprecated),
        open=vocabulary.kind != "closed",
        aliases=dict(table.get("aliassen", {})),
        with_end=tuple(table.get("met_einde", ())),
        without_end=tuple(table.get("zonder_einde", ())),
        with_description=tuple(table.get("met_beschrijving", ())),
    )
