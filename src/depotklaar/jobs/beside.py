"""What is written beside a package, accepted or not: where every message went, and what may be destroyed."""

from collections.abc import Callable, Mapping
from typing import BinaryIO

from depotklaar.jobs.deliver import Order, Outline
from depotklaar.language import Language
from depotklaar.model.report import Specification
from depotklaar.reports import account_csv, destruction_csv, destruction_html, leftout_csv

WriteAccount = Callable[[Outline, Language, BinaryIO], None]
ENDINGS = (leftout_csv.FILE_NAME, account_csv.FILE_NAME, destruction_csv.FILE_NAME, destruction_html.FILE_NAME)


def accounts_of(order: Order) -> Mapping[str, WriteAccount]:
    """Lead from the ending of a file to what writes it."""
    head = _specification(order)

    def write_left_out(outline: Outline, language: Language, out: BinaryIO) -> None:
        leftout_csv.write_left_out(outline.tally.left_out, language, out)

    def write_account(outline: Outline, language: Language, out: BinaryIO) -> None:
        account_csv.write_account(outline.accounts.whereabouts(), language, out)

    def write_table(outline: Outline, language: Language, out: BinaryIO) -> None:
        accounts = outline.accounts
        destruction_csv.write_destruction_csv(accounts.expired(), accounts.excluded(), language, out)

    def write_page(outline: Outline, language: Language, out: BinaryIO) -> None:
        accounts = outline.accounts
        destruction_html.write_destruction_html(head, accounts.expired(), accounts.excluded(), language, out)

    return dict(zip(ENDINGS, (write_left_out, write_account, write_table, write_page), strict=True))


def _specification(order: Order) -> Specification:
    delivery = order.aanlevering
    return Specification(
        delivery=delivery.id,
        title=delivery.titel,
        organisation=delivery.archiefvormers[-1].naam,
        made_at=order.now,
        software=order.software,
    )
