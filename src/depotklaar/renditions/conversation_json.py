"""The data version: an Archiefstuk as one normalized conversation 1.0 in JSON, which programs read back."""

from dataclasses import replace
from typing import BinaryIO

from depotklaar.language import Text
from depotklaar.model.conversation import Head
from depotklaar.renditions.interface import RenderInput
from depotklaar.standards.conversation.writer import write_json

name = "conversation-json"
extension = "json"
title = Text("Gegevensversie (JSON)", "Data version (JSON)")


def render(source: RenderInput, out: BinaryIO) -> None:
    """Write the head, every event line as it is, and the findings, one record a line, in UTF-8.

    An attachment for which `source.files` has a name gets that name as its path, since it lies beside this file.
    Nothing else is changed, and no more than one line is held. Errors of `lines` and `out` pass through.
    """
    write_json(out, _beside(source), source.lines(), source.findings)


def _beside(source: RenderInput) -> Head:
    attachments = tuple(
        replace(attachment, path=source.files[attachment.id]) if attachment.id in source.files else attachment
        for attachment in source.head.attachments
    )
    return replace(source.head, attachments=attachments)
