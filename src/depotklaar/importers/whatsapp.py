"""Reads a WhatsApp text export: a text file, a zip or a folder, from iPhone or Android, with or without media."""

from collections.abc import Iterator, Mapping

from depotklaar.errors import SourceError
from depotklaar.importers.interface import ImportedConversation, ImportOptions
from depotklaar.importers.whatsapp_clock import ASSUMED_ZONE, Calendar, Clock, zone_problem
from depotklaar.importers.whatsapp_dates import Judgement
from depotklaar.importers.whatsapp_events import read_events
from depotklaar.importers.whatsapp_findings import FindingList
from depotklaar.importers.whatsapp_head import CODES, Read, build_head
from depotklaar.importers.whatsapp_media import match_media
from depotklaar.importers.whatsapp_notes import note_source
from depotklaar.importers.whatsapp_notices.table import NOTICES
from depotklaar.importers.whatsapp_orders import decide_orders
from depotklaar.importers.whatsapp_probe import Probe, probe
from depotklaar.importers.whatsapp_source import (
    files_of,
    find_chat,
    has_chat,
    no_message,
    title_from_names,
    title_from_own_name,
)
from depotklaar.importers.whatsapp_survey import refuse_mostly_unread, survey_file
from depotklaar.importers.whatsapp_text import examine_text, place_of
from depotklaar.importers.whatsapp_wording import wording
from depotklaar.storage.tree import Tree

name = "whatsapp"
title = "WhatsApp"
findings = NOTICES
codes = CODES


def recognises(tree: Tree) -> bool:
    """Whether some text file in the source begins with a line as WhatsApp writes it. Reads the begin of text files."""
    return has_chat(tree)


def read(tree: Tree, options: ImportOptions) -> Iterator[ImportedConversation]:
    """Give the one conversation of a WhatsApp export.

    SourceError when there is no chat or more than one, when the file is not text or hardly any of it can be read as
    messages, when the time zone does not exist, or when the order of day and month cannot be decided; every fault that
    can be known at once is in it.
    """
    chat = find_chat(tree)
    found = probe(examine_text(tree, chat), options.date_order)
    if found is None:
        raise SourceError(no_message(tree, chat))
    judged = _decide(tree, chat, found, options)
    calendar = Calendar([order for order, _, _ in judged])
    seconds_last = [shape.seconds_last for shape in found.shapes]
    clock = Clock(calendar, options.zone or ASSUMED_ZONE, options.zone is not None, seconds_last)
    survey = survey_file(found, wording(), options, clock)
    refuse_mostly_unread(tree, chat, survey)
    matched = match_media(survey.media, files_of(tree), chat)
    known = Read(
        tree=tree,
        options=options,
        found=found,
        survey=survey,
        judged=judged,
        matched=matched,
        title=title_from_names(tree, chat),
        own_name=title_from_own_name(chat),
    )
    noticed = FindingList()
    head = build_head(known)
    note_source(known, noticed)
    yield ImportedConversation(
        head=head,
        events=read_events(found, survey, wording(), clock, noticed),
        media=matched.media,
        findings=noticed.found,
        originals=(chat,),
    )


def _decide(tree: Tree, chat: str, found: Probe, options: ImportOptions) -> tuple[Judgement, ...]:
    """Return the date order of every header shape. SourceError with all that is wrong, the time zone included."""
    place = place_of(tree, chat)

    def languages() -> tuple[Mapping[str, int], Mapping[str, int]]:
        survey = survey_file(found, wording(), options, None)
        return survey.languages, survey.words

    judged, problems = decide_orders(found, options, languages, place)
    wrong_zone = zone_problem(options.zone, place) if options.zone is not None else None
    problems += [wrong_zone] if wrong_zone else []
    if problems:
        raise SourceError(problems)
    return tuple(judged)
