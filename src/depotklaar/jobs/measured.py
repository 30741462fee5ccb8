"""What was measured of files on the way in: written into the head, and held against what the source declares."""

from collections.abc import Mapping
from dataclasses import replace

from depotklaar.errors import Problem, SourceError
from depotklaar.language import Text
from depotklaar.model.conversation import Head
from depotklaar.model.plan import StagedFile


def with_facts(head: Head, staged: Mapping[str, StagedFile], originals: tuple[StagedFile, ...]) -> Head:
    """The head with sizes and hashes filled in, as they were measured on the way in."""
    by_name = {original.original_name: original for original in originals}

    attachments = tuple(
        replace(a, size=staged[a.id].size, sha256=staged[a.id].digests["sha256"]) if a.id in staged else a
        for a in head.attachments
    )
    captures = tuple(
        replace(
            capture,
            source_files=tuple(
                replace(f, size=by_name[name].size, sha256=by_name[name].digests["sha256"])
                if (name := f.path.rsplit("/", 1)[-1]) in by_name and f.sha256 is None
                else f
                for f in capture.source_files
            ),
        )
        for capture in head.captures
    )
    return replace(head, attachments=attachments, captures=captures)


def check_declared(source: str, head: Head, staged: Mapping[str, StagedFile]) -> None:
    """Compare what a normalized source declares of its media with what was read."""
    problems = [
        Problem(
            place=f"{source}: {a.path or a.name_on_disk or a.id}",
            text=Text(
                f"het bestand is niet wat de bron zegt: verwacht SHA-256 {a.sha256 or '-'} en {a.size} bytes,"
                f" gelezen {staged[a.id].digests['sha256']} en {staged[a.id].size} bytes",
                f"the file is not what the source says: expected SHA-256 {a.sha256 or '-'} and {a.size} bytes,"
                f" read {staged[a.id].digests['sha256']} and {staged[a.id].size} bytes",
            ),
            hint=Text(
                "Haal het bestand opnieuw uit de bron; wijzig de opgegeven waarde niet.",
                "Take the file from the source again; do not change the declared value.",
            ),
        )
        for a in head.attachments
        if a.id in staged
        and (
            (a.sha256 is not None and a.sha256 != staged[a.id].digests["sha256"])
            or (a.size is not None and a.size != staged[a.id].size)
        )
    ]
    if problems:
        raise SourceError(problems)
