"""Turns a delivery file into an order and a profile into a judge, with the rooms chosen from the tables."""

import hashlib
from collections.abc import Callable
from functools import partial
from importlib import metadata
from pathlib import Path

import msgspec

from depotklaar import __version__
from depotklaar.catalogue import CONVERSATION_SCHEMA, RULES, TARGETS, importers, renditions
from depotklaar.formats.identification import Identifier, find_formats
from depotklaar.jobs.batch import Terms
from depotklaar.jobs.deliver import DocumentSource, Order
from depotklaar.jobs.examine import Lister, examine
from depotklaar.jobs.finish import Judge
from depotklaar.language import Language
from depotklaar.model.appraisal import Decision
from depotklaar.model.delivery import Aanlevering
from depotklaar.model.profile import Profile
from depotklaar.model.progress import Progress
from depotklaar.model.report import FailOn, Report
from depotklaar.profiles.checking import check_delivery, read_lists
from depotklaar.profiles.decisions import read_decisions
from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.known_lists import KnownLists
from depotklaar.profiles.lists import read_vocabulary
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema
from depotklaar.storage.tree import Limits

SOFTWARE = f"depotklaar {__version__}"
_WITH_OPINION = ("lxml", "pygfried", "opf-fido", "bagit")
_OWN_LISTS = ("depotklaar-betrokkenen", "depotklaar-dekkingintijd", "depotklaar-bestandsformaten")


def order_of(delivery: Path, profile: str | None, jobs: int, now: str, limits: Limits) -> Order:
    """Everything that packaging a delivery file takes; ProfileError holds every fault in file, profile and lists."""
    aanlevering = read_delivery(delivery)
    base = Path(aanlevering.folder)
    wanted = read_profile(profile, Path()) if profile else read_profile(aanlevering.profiel, base)
    lists = read_lists(aanlevering, base)
    findings = check_delivery(aanlevering, wanted, lists)
    return Order(
        aanlevering=aanlevering,
        profile=wanted,
        lists=lists,
        decisions=_decisions(aanlevering),
        importers=importers,
        renditions=renditions,
        target=TARGETS["mdto-sip"](names=wanted.names, schemas=_schemas(wanted)),
        documents=_documents(),
        identify=Identifier(wanted.second_opinion),
        jobs=jobs,
        now=now,
        software=SOFTWARE,
        limits=limits,
        findings=findings,
    )


def _decisions(aanlevering: Aanlevering) -> tuple[Decision, ...] | None:
    """What people decided, from the file that the delivery names; None while that file has yet to be made."""
    name = aanlevering.waardering.besluiten
    if name is None:
        return ()
    path = Path(aanlevering.folder, name)
    return read_decisions(path) if path.exists() else None


def _schemas(profile: Profile) -> dict[str, bytes]:
    return {version: read_schema(f"mdto/{version}/mdto.xsd") for version in profile.schemas}


def _documents() -> tuple[DocumentSource, ...]:
    """What a reader of any package needs besides the norm: the format of the conversations, and our own lists."""
    schema = DocumentSource(
        key="schema",
        file_name=CONVERSATION_SCHEMA,
        title="JSON-schema van het genormaliseerde gesprek, versie 1.0",
        data=read_schema(CONVERSATION_SCHEMA),
    )
    return (schema, *map(_own_list, _OWN_LISTS))


def _own_list(name: str) -> DocumentSource:
    vocabulary = read_vocabulary(name)
    data = msgspec.json.format(msgspec.json.encode(vocabulary), indent=2) + b"\n"
    key = name.removeprefix("depotklaar-")
    return DocumentSource(key=key, file_name=f"{name}.json", title=vocabulary.name, data=data)


def judge_of(
    profile: Profile, jobs: int, now: str, limits: Limits, lister: Lister | None = None, *, formats: bool = True
) -> Judge:
    """The judge for a receiver: a package on disk and its pakbon in, a report out, with a list of files by `lister`.

    Without `formats` files are not identified.
    """
    find = partial(find_formats, workers=jobs) if formats else None

    def judge(package: Path, pakbon: Path | None, progress: Progress) -> Report:
        return examine(
            package,
            profile=profile,
            schemas=_schemas(profile),
            rules=RULES,
            pakbon=pakbon,
            now=now,
            jobs=jobs,
            progress=progress,
            limits=limits,
            lister=lister,
            find=find,
            lists=KnownLists(),
        )

    return judge


def terms_of(
    profile: Profile,
    *,
    now: str,
    limits: Limits,
    fail_on: FailOn,
    language: Language,
    on_crash: Callable[[BaseException], Path | None] | None,
    formats: bool = True,
) -> Terms:
    """By what each package of a batch is judged, in one process; its mark covers all but the moment."""
    versions = [f"{name} {metadata.version(name)}" for name in _WITH_OPINION]
    judged_by = (SOFTWARE, *versions, repr(profile), repr(limits), fail_on, language, repr(formats))
    return Terms(
        bench=partial(judge_of, profile, 1, now, limits, formats=formats),
        mark=hashlib.sha256("\n".join(judged_by).encode("utf-8", "backslashreplace")).hexdigest(),
        fail_on=fail_on,
        language=language,
        now=now,
        on_crash=on_crash,
    )
