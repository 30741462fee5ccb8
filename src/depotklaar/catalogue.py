"""The tables: name -> module, for everything that can be chosen; the rules stand in `rules/table.py`."""

from collections.abc import Mapping, Sequence
from functools import cache

from depotklaar.appraisal import destruction, restricting, selection, validity
from depotklaar.importers import whatsapp
from depotklaar.importers.interface import Importer
from depotklaar.importers.lists import gemeenten, ministeries, tabel
from depotklaar.importers.lists.interface import ListImporter
from depotklaar.importers.normalized import NormalizedImporter
from depotklaar.importers.policies import greenlist, norm
from depotklaar.importers.policies.interface import PolicyImporter
from depotklaar.jobs import characterise, formats_told, noticed, tally
from depotklaar.model.finding import FindingKind
from depotklaar.profiles import checking
from depotklaar.renditions import conversation_json, reading_html
from depotklaar.renditions.interface import Rendition
from depotklaar.reports import (
    droid_csv,
    html_report,
    json_report,
    junit_report,
    summary_csv,
    summary_html,
    summary_json,
    summary_junit,
    summary_text,
    text_report,
)
from depotklaar.reports.interface import ReportForm
from depotklaar.reports.summary import SummaryForm
from depotklaar.resources import read_schema
from depotklaar.rules.table import RULES as RULES
from depotklaar.targets.interface import TargetMaker
from depotklaar.targets.mdto_sip import MdtoSip

REPORTS: dict[str, ReportForm] = {
    form.NAME: form for form in (text_report, json_report, html_report, droid_csv, junit_report)
}

SUMMARIES: dict[str, SummaryForm] = {
    form.NAME: form for form in (summary_text, summary_csv, summary_json, summary_html, summary_junit)
}

CONVERSATION_SCHEMA = "conversation-1.0.schema.json"

TARGETS: dict[str, TargetMaker] = {MdtoSip.NAME: MdtoSip}

RENDITIONS: tuple[Rendition, ...] = (conversation_json, reading_html)


@cache
def importers() -> Mapping[str, Importer]:
    """Every importer by its name. A function, so that another process can ask for the table itself."""
    every: tuple[Importer, ...] = (whatsapp, NormalizedImporter(read_schema(CONVERSATION_SCHEMA)))
    return {importer.name: importer for importer in every}


def list_importers() -> Mapping[str, ListImporter]:
    """Every importer of selection lists by its name, in the order in which they are asked to recognise a source."""
    every: tuple[ListImporter, ...] = (gemeenten, ministeries, tabel)
    return {importer.NAME: importer for importer in every}


def policy_importers() -> Mapping[str, PolicyImporter]:
    """Every importer of format policies by its name, in the order in which they are asked to recognise a table."""
    every: tuple[PolicyImporter, ...] = (norm, greenlist)
    return {importer.NAME: importer for importer in every}


def renditions() -> Mapping[str, Rendition]:
    """Every rendition by its name, in the order in which they are made."""
    return {rendition.name: rendition for rendition in RENDITIONS}


def kinds_of_packaging() -> Mapping[str, Sequence[FindingKind]]:
    """What can be found while a package is made, by part of the work; what importers notice comes last."""
    return {
        "delivery": checking.KINDS,
        "selection": selection.KINDS,
        "appraisal": (*validity.KINDS, *restricting.KINDS, *destruction.KINDS),
        "characterise": characterise.KINDS,
        "judging": formats_told.KINDS,
        "account": tally.KINDS,
        **{f"importer-{name}": tuple(importer.findings.values()) for name, importer in importers().items()},
        "importer-others": noticed.KINDS,
    }
