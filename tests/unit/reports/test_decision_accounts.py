"""The account of every message, and the specification for a declaration of destruction, as tables and as a page."""

import csv
import io
import re
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from depotklaar.model.report import Destroyable, Specification, Whereabouts
from depotklaar.reports.account_csv import COLUMNS, write_account
from depotklaar.reports.destruction_csv import write_destruction_csv
from depotklaar.reports.destruction_html import write_destruction_html
from depotklaar.standards.tables.csv_table import read_csv

PACKED = Whereabouts(
    conversation="c-1",
    display="Kernteam",
    order_first=1,
    order_last=40,
    first_local="2022-05-02T16:08:00",
    last_local="2022-05-31T09:00:00",
    messages=40,
    object="WL-1/c-1/2022-05",
    folder="wl-chat/kernteam/2022-05",
    waardering="V",
    code="1.1",
    label="Beleid",
    lijst="Lijst 2020, versie 1",
    ground="regel 2",
    decided_by="A. de Vries",
    decided_at="2026-04-03",
)
OUT = Whereabouts(
    conversation="c-1",
    display='=HYPERLINK("x");2',
    order_first=41,
    order_last=41,
    first_local=None,
    last_local=None,
    messages=1,
    left_out="prive",
    remark="regel 1\nregel 2",
)
EXPIRED = Destroyable(
    basis="termijn",
    conversation="c-1",
    display="<script>alert(1)</script>",
    first_day="2012-05-01",
    last_day="2012-05-31",
    messages=1200,
    attachments=1,
    ground="de selectielijst zegt V",
    object="WL-1/c-1/2012-05",
    lijst="Lijst 2020, versie 1",
    code="1.1",
    label="Beleid",
    looptijd="P10Y",
    due="2022-05-31",
    decided_by="A. de Vries",
    decided_at="2026-04-03",
)
LEFT = Destroyable(
    basis="uitsluiting",
    conversation="c-2",
    display="@som\udc80",
    first_day=None,
    last_day=None,
    messages=1,
    attachments=0,
    ground="privé",
)
HEAD = Specification(
    delivery="WL-1",
    title="Chats & meer",
    organisation="Ministerie van Water",
    made_at="2026-11-22T12:00:00Z",
    software="depotklaar 1.0",
)


def account(rows, language="nl") -> str:
    out = io.BytesIO()
    write_account(rows, language, out)
    return out.getvalue().decode("utf-8-sig")


def table(expired, left_out, language="nl") -> list[dict[str, str]]:
    out = io.BytesIO()
    write_destruction_csv(expired, left_out, language, out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline=""), delimiter=";"))


def page(expired, left_out, language="nl") -> str:
    out = io.BytesIO()
    write_destruction_html(HEAD, expired, left_out, language, out)
    return out.getvalue().decode("utf-8")


def test_the_account_says_where_each_run_went_and_on_whose_word():
    header, packed, out, _ = account([PACKED, OUT]).split("\r\n")

    assert header.startswith(
        "gesprek;naam;volgnummer_eerste;volgnummer_laatste;tijd_eerste;tijd_laatste;berichten;waar;"
    )
    assert packed == (
        "c-1;Kernteam;1;40;2022-05-02T16:08:00;2022-05-31T09:00:00;40;in het pakket;WL-1/c-1/2022-05;"
        "wl-chat/kernteam/2022-05;V;code 1.1 Beleid;Lijst 2020, versie 1;regel 2;A. de Vries;2026-04-03;;"
    )
    assert out == 'c-1;"\'=HYPERLINK(""x"");2";41;41;;;1;weggelaten;;;;;;;;;privé;"regel 1\nregel 2"'


def test_the_account_in_english():
    header, packed, out, _ = account([PACKED, OUT], "en").split("\r\n")

    assert header.startswith("conversation;name;order_first;")
    assert ";in the package;" in packed
    assert ";left out;" in out


def test_a_code_alone_is_no_day_and_no_category_is_empty():
    assert ";code 1.1;" in account([replace(PACKED, label=None)])
    assert ";V;;Lijst" in account([replace(PACKED, code=None, label=None)])
    assert ";V;Hotspot;Lijst" in account([replace(PACKED, code=None, label="Hotspot")])


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


@given(name=TEXTS, ground=TEXTS, remark=TEXTS)
def test_what_is_written_in_the_account_is_read_again(name, ground, remark):
    row = replace(PACKED, display=name, ground=ground, remark=remark)
    (cells,) = (found.cells for found in read_csv(account([row]).encode("utf-8-sig"), "x.csv").rows)

    assert [cells[COLUMNS[key].nl] for key in ("display", "ground", "remark")] == [name, ground, remark]


def test_the_specification_tells_what_period_ground_and_leaves_the_manner_open():
    expired, left = table([EXPIRED], [LEFT])

    assert expired["deel"].startswith("1:") and left["deel"].startswith("2:")
    assert (expired["bewaartermijn"], expired["verstreken_op"]) == ("10 jaar", "2022-05-31")
    assert expired["categorie"] == "code 1.1 Beleid"
    assert expired["wijze_van_vernietiging"] == expired["vernietigd_op"] == expired["handtekening"] == ""
    assert "weglaten is geen vernietigen" in left["opmerking"]
    assert left["naam"] == "'@som\\udc80"


def test_numbers_begin_anew_in_each_part():
    assert [row["nummer"] for row in table([EXPIRED, EXPIRED], [LEFT])] == ["1", "2", "1"]


def test_the_page_is_safe_self_contained_and_accessible():
    told = page([EXPIRED], [LEFT])

    assert told.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert "default-src 'none'" in told
    assert "<script" not in told and "&lt;script&gt;" in told
    assert not re.search(r"(?:src|href)=|url\(|@import|https?:", told)
    assert told.count("<caption>") == told.count("<table") == told.count("</table>") == 2
    assert "<th>" not in told
    assert "table-header-group" in told
    assert "&amp; meer" in told


def test_the_page_is_well_formed():
    told = page([EXPIRED, EXPIRED], [LEFT])
    tree = lxml_html.document_fromstring(told)
    opened = re.findall(r"<(section|table|tbody|thead|tr|td|th|dl|div|dt|dd|p|span|main|header)\b", told)

    assert all(opened.count(tag) == told.count(f"</{tag}>") for tag in set(opened))
    assert {len(row.xpath("th|td")) for row in tree.iter("tr")} == {6}
    assert len(tree.xpath("//h1")) == 1


def test_the_page_tells_sums_terms_and_what_is_to_be_filled_in():
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page([EXPIRED, EXPIRED], [LEFT])))

    assert "Totaal: 2 regels, 2.400 berichten, 2 bijlagen." in told
    assert "1 mei 2012 t/m 31 mei 2012" in told
    assert "bewaartermijn: 10 jaar" in told
    assert "verstreken op: 31 mei 2022" in told
    assert "zonder datum" in told
    assert "nog niemand" in told
    for word in ("Wijze van vernietiging", "Datum", "Naam en functie", "Handtekening", "Er is niets vernietigd"):
        assert word in told


@pytest.mark.parametrize(("language", "word"), [("nl", "Geen."), ("en", "None.")])
def test_an_empty_part_says_so(language, word):
    told = page([], [], language)

    assert told.count(word) == 2
    assert "<table" not in told


def test_a_long_specification_is_written_in_little_memory():
    class Nowhere(io.RawIOBase):
        def write(self, data):
            return len(data)

    page([EXPIRED], [LEFT])
    tracemalloc.start()
    write_destruction_html(HEAD, (EXPIRED for _ in range(5000)), iter(()), "nl", Nowhere())
    write_destruction_csv((EXPIRED for _ in range(5000)), iter(()), "nl", Nowhere())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000
