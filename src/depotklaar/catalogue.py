"""The tables: name -> module, for everything that can be chosen. One line for each; the type checker proves the fit."""

from collections.abc import Mapping, Sequence
from functools import cache

from depotklaar.appraisal import restricting, selection, validity
from depotklaar.importers import whatsapp
from depotklaar.importers.interface import Importer
from depotklaar.importers.lists import gemeenten, ministeries, tabel
from depotklaar.importers.lists.interface import ListImporter
from depotklaar.importers.normalized import NormalizedImporter
from depotklaar.jobs import characterise, noticed, tally
from depotklaar.model.finding import FindingKind
from depotklaar.profiles import checking
from depotklaar.renditions import conversation_json, reading_html
from depotklaar.renditions.interface import Rendition
from depotklaar.reports import html_report, json_report, text_report
from depotklaar.reports.interface import ReportForm
from depotklaar.resources import read_schema
from depotklaar.rules.bag import (
    algorithm_known,
    bag_files,
    checksum,
    declared,
    fetched,
    file_present,
    manifest_present,
    manifest_wanted,
    oxum,
    path_inside,
    payload_listed,
    second_opinion,
    second_opinion_skipped,
    tag_listed,
    tagmanifest_present,
)
from depotklaar.rules.container import (
    name_encoding,
    one_root,
    opens,
    readable,
    root_name,
)
from depotklaar.rules.content import (
    aggregatieniveau,
    archiefvormer,
    beperking_contradiction,
    beperking_for_ever,
    beperking_other_described,
    beperking_present,
    bestandsformaat,
    bewaartermijn_only_temporary,
    bewaartermijn_when_temporary,
    checksum_algorithm,
    checksum_date,
    checksum_form,
    dekking_begindatum,
    dekking_einddatum,
    event_future,
    event_time,
    identificatie,
    informatiecategorie_list,
    level_required,
    naam,
    naam_length,
    not_empty,
    omschrijving_length,
    omvang,
    period_required,
    restriction_list,
    single_values,
    taal,
    termijn_complete,
    termijn_filled,
    termijn_sum,
    urls,
    waardering,
)
from depotklaar.rules.hierarchy import (
    files_under,
    inverse_parts,
    inverse_representation,
    nesting,
    no_cycle,
    one_parent,
    place_agrees,
    real_checksum,
    real_size,
    references_class,
    references_identified,
    references_resolve,
    relation_not_part,
    top_has_parent,
    unique_identification,
    values_agree,
)
from depotklaar.rules.interface import RuleTable
from depotklaar.rules.pakbon import (
    complete,
    counts,
    hash_agrees,
    made_before,
    mark_agrees,
    names_package,
    pakbon_readable,
    present,
    target_named,
)
from depotklaar.rules.schema import (
    encoding,
    valid,
    version_named,
    well_formed,
)
from depotklaar.rules.structure import (
    aggregation_present,
    class_fits,
    described_once,
    file_described,
    file_not_empty,
    file_size,
    folder_described,
    folder_not_empty,
    folder_sidecar_name,
    name_characters,
    name_length,
    name_receiver,
    name_reserved,
    path_length,
    sidecar_describes,
    sidecar_suffix,
    unique_names,
)
from depotklaar.targets.interface import TargetMaker
from depotklaar.targets.mdto_sip import MdtoSip

RULES = RuleTable(
    objects={
        "schema": (
            well_formed,
            valid,
            encoding,
            version_named,
        ),
        "content": (
            identificatie,
            naam,
            naam_length,
            not_empty,
            omvang,
            aggregatieniveau,
            omschrijving_length,
            taal,
            dekking_begindatum,
            dekking_einddatum,
            event_future,
            event_time,
            waardering,
            bewaartermijn_only_temporary,
            bewaartermijn_when_temporary,
            informatiecategorie_list,
            termijn_complete,
            termijn_sum,
            termijn_filled,
            archiefvormer,
            beperking_present,
            beperking_contradiction,
            beperking_other_described,
            beperking_for_ever,
            bestandsformaat,
            checksum_form,
            checksum_algorithm,
            checksum_date,
            urls,
            single_values,
            level_required,
            restriction_list,
            period_required,
        ),
    },
    packages={
        "container": (
            opens,
            readable,
            one_root,
            root_name,
            name_encoding,
        ),
        "bag": (
            bag_files,
            declared,
            manifest_present,
            algorithm_known,
            manifest_wanted,
            path_inside,
            file_present,
            checksum,
            payload_listed,
            tag_listed,
            tagmanifest_present,
            oxum,
            fetched,
            second_opinion,
            second_opinion_skipped,
        ),
        "structure": (
            aggregation_present,
            folder_described,
            file_described,
            sidecar_describes,
            described_once,
            class_fits,
            folder_sidecar_name,
            sidecar_suffix,
            unique_names,
            name_length,
            name_characters,
            name_receiver,
            name_reserved,
            path_length,
            file_size,
            file_not_empty,
            folder_not_empty,
        ),
        "hierarchy": (
            unique_identification,
            real_size,
            real_checksum,
            no_cycle,
            inverse_parts,
            inverse_representation,
            references_resolve,
            references_identified,
            references_class,
            relation_not_part,
            values_agree,
            one_parent,
            place_agrees,
            top_has_parent,
            nesting,
            files_under,
        ),
        "pakbon": (
            present,
            pakbon_readable,
            complete,
            names_package,
            mark_agrees,
            target_named,
            made_before,
            hash_agrees,
            counts,
        ),
    },
)

REPORTS: dict[str, ReportForm] = {form.NAME: form for form in (text_report, json_report, html_report)}

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


def renditions() -> Mapping[str, Rendition]:
    """Every rendition by its name, in the order in which they are made."""
    return {rendition.name: rendition for rendition in RENDITIONS}


def kinds_of_packaging() -> Mapping[str, Sequence[FindingKind]]:
    """What can be found while a package is made, by part of the work; what importers notice comes last."""
    return {
        "delivery": checking.KINDS,
        "selection": selection.KINDS,
        "appraisal": (*validity.KINDS, *restricting.KINDS),
        "formats": characterise.KINDS,
        "account": tally.KINDS,
        **{f"importer-{name}": tuple(importer.findings.values()) for name, importer in importers().items()},
        "importer-others": noticed.KINDS,
    }
