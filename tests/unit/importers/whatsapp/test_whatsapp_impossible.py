"""A header whose date or hour does not exist: a record of its own without a time, never text of the one before."""

import pytest

ANDROID = "25-03-2023 10:01 - Karin: twee\n{}\n26-03-2023 12:00 - Karin: drie\n"
IPHONE = "[25-03-2023 10:01:00] Karin: twee\n{}\n[26-03-2023 12:00:00] Karin: drie\n"
AMERICAN = "3/25/23, 10:01 AM - Karin: twee\n{}\n3/26/23, 12:00 PM - Karin: drie\n"


@pytest.mark.parametrize(
    ("chat", "stamp", "head"),
    [
        *(
            (ANDROID, stamp, f"{stamp} - ")
            for stamp in (
                "01-01-1970 01:02",
                "30-02-2023 10:00",
                "31-12-1999 23:59",
                "01-01-2100 10:00",
                "01-01-9999 10:00",
                "01-01-0001 10:00",
                "25-13-2023 10:00",
                "00-00-0000 00:00",
                "25-03-2023 24:00",
                "25-03-2023 10:60",
                "25-03-2023 99:99",
            )
        ),
        (IPHONE, "25-03-2023 10:00:60", "[25-03-2023 10:00:60] "),
        (IPHONE, "25-03-2023 24:00:00", "[25-03-2023 24:00:00] "),
        (IPHONE, "01-01-1970 01:02:03", "\u200e[01-01-1970 01:02:03] "),
        (AMERICAN, "2/30/23, 10:00 AM", "2/30/23, 10:00 AM - "),
    ],
)
@pytest.mark.parametrize("name", ["Riet", "Karin"])
def test_a_message_with_an_impossible_moment_is_a_message(read_chat, chat, stamp, head, name):
    text = chat.format(f"{head}{name}: eigen woorden\nen meer")
    outcome = read_chat(text)
    assert [event.body for event in outcome.events] == ["twee", "eigen woorden\nen meer", "drie"]
    odd = outcome.events[1]
    assert (odd.type, outcome.who(odd)) == ("message", name)
    time = odd.timestamp
    assert (time.raw, time.local, time.utc, time.utc_candidates, time.zone) == (stamp, None, None, (), None)
    assert (time.certainty, time.precision) == ("unknown", "unknown")
    [finding] = [part for part in outcome.conversation.findings if part.code == "whatsapp.impossible-time"]
    assert (finding.event, finding.severity) == (odd.id, "warning")
    assert outcome.raw() == text


@pytest.mark.parametrize("stamp", ["30-02-2023 10:00", "25-03-2023 24:00"])
def test_without_a_label_it_stays_text_with_a_warning(read_chat, stamp):
    text = ANDROID.format(f"{stamp} - dan eten we taart")
    outcome = read_chat(text)
    assert outcome.events[0].body == f"twee\n{stamp} - dan eten we taart"
    [finding] = [part for part in outcome.conversation.findings if part.code == "whatsapp.impossible-header"]
    assert (finding.event, finding.evidence, finding.severity) == ("e-000001", "1", "warning")
    assert outcome.raw() == text


def test_another_shape_stays_text_with_a_warning(read_chat):
    outcome = read_chat(ANDROID.format("[30-02-2023, 10:00:00] Riet: geplakt"))
    assert outcome.events[0].body == "twee\n[30-02-2023, 10:00:00] Riet: geplakt"
    assert "whatsapp.header-of-other-shape" in outcome.codes


def test_a_first_line_with_an_impossible_moment_is_a_message(read_chat):
    outcome = read_chat("01-01-1970 01:02 - Riet: nul\n" + ANDROID.format("x"))
    assert [event.type for event in outcome.events] == ["message"] * 3
    assert outcome.who(outcome.events[0]) == "Riet"


def test_among_several_shapes_it_is_a_message_too(read_chat):
    begin = "".join(f"[{day}-03-2023 10:00:00] Karin: a\n" for day in range(13, 25))
    text = begin + ANDROID.format("30-02-2023 10:00 - Riet: b\n30-02-2023 10:00 - taart")
    outcome = read_chat(text)
    assert "whatsapp.mixed-shapes" in outcome.codes
    assert outcome.who(outcome.events[13]) == "Riet"
    assert outcome.events[13].body == "b\n30-02-2023 10:00 - taart"
    assert outcome.raw() == text


def test_impossible_dates_prove_no_order(read_chat):
    outcome = read_chat(ANDROID.format("01-01-1970 01:02 - Riet: x"))
    [decision] = [part for part in outcome.capture.decisions if part.subject == "date_order"]
    assert (decision.value, decision.evidence) == ("dmy", "datums met een getal boven 12: 2, zoals 25-03-2023")


def test_time_does_not_run_back_past_an_unknown_moment(read_chat):
    outcome = read_chat(ANDROID.format("01-01-1970 01:02 - Riet: x\n20-03-2023 10:00 - Karin: terug"))
    assert outcome.codes.count("whatsapp.time-runs-back") == 1


def test_a_date_before_whatsapp_is_read_and_noticed(read_chat):
    outcome = read_chat("25-03-2003 10:01 - Karin: x\n25-03-2023 10:01 - Karin: y\n")
    assert outcome.events[0].timestamp.local == "2003-03-25T10:01"
    assert outcome.codes.count("whatsapp.time-before-whatsapp") == 1
