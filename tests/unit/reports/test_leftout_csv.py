"""The list of what was left out: a spreadsheet opens it rightly and runs nothing."""

import io

from depotklaar.model.report import LeftOut
from depotklaar.reports.leftout_csv import write_left_out

ROW = LeftOut(
    conversation="c-1",
    display='=HYPERLINK("x");2',
    order_first=3,
    order_last=4,
    first_local="2024-01-01T10:00:00",
    last_local=None,
    messages=2,
    attachments=0,
    reason="private",
    decided_by=" @som",
    decided_at=None,
    remark="regel 1\nregel 2",
)


def written(rows, language="nl") -> bytes:
    out = io.BytesIO()
    write_left_out(rows, language, out)
    return out.getvalue()


def test_header_without_rows():
    assert written([]).startswith(b"\xef\xbb\xbfgesprek;naam;volgnummer_eerste;")
    assert written([]).endswith(b";opmerking\r\n")
    assert written([], "en").startswith(b"\xef\xbb\xbfconversation;")


def test_no_cell_becomes_a_formula():
    line = written([ROW]).decode("utf-8-sig").split("\r\n", 1)[1]

    assert line == ('c-1;"\'=HYPERLINK(""x"");2";3;4;2024-01-01T10:00:00;;2;0;private;\' @som;;"regel 1\nregel 2"\r\n')
