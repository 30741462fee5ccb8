"""The parts of a time agree, or the strict reader says which does not, with its record and field."""

import pytest

from depotklaar.model.event import Edit, Event, Gap, Time
from depotklaar.standards.conversation.agreement import agrees, is_plain

LOCAL, UTC = "2023-05-02T16:08", "2023-05-02T14:08:00Z"
AGREEING = {
    "minute": {"local": LOCAL, "offset": "+02:00", "utc": UTC, "precision": "minute"},
    "utc with seconds within the minute": {"local": LOCAL, "offset": "+02:00", "utc": "2023-05-02T14:08:37Z"},
    "utc in minutes": {"local": f"{LOCAL}:37", "offset": "+02:00", "utc": "2023-05-02T14:08Z", "precision": "second"},
    "zeros beyond the precision": {"local": f"{LOCAL}:00.000", "offset": "+02:00", "utc": UTC, "precision": "minute"},
    "seconds beyond the precision": {
        "local": f"{LOCAL}:00", "offset": "+02:00", "utc": "2023-05-02T14:08:37Z", "precision": "minute",
    },
    "milliseconds": {
        "local": f"{LOCAL}:03.417", "offset": "+02:00", "utc": "2023-05-02T14:08:03.417Z", "precision": "millisecond",
    },
    "a millisecond that is zero": {
        "local": f"{LOCAL}:03", "offset": "+02:00", "utc": "2023-05-02T14:08:03Z", "precision": "millisecond",
    },
    "microseconds against milliseconds": {
        "local": f"{LOCAL}:03.417", "offset": "+02:00", "utc": "2023-05-02T14:08:03.417999Z",
    },
    "over midnight": {"local": "2024-01-01T00:30", "offset": "+05:45", "utc": "2023-12-31T18:45:00Z"},
    "west of Greenwich": {"local": "2023-12-31T23:30", "offset": "-03:30", "utc": "2024-01-01T03:00:00Z"},
    "a day": {"local": "2023-05-02", "offset": "+02:00", "utc": "2023-05-01T22:00:00Z", "precision": "day"},
    "no offset": {"local": LOCAL, "utc": "2023-05-02T02:08:00Z"},
    "no offset, a day": {"local": "2023-05-02", "utc": "2023-05-03T15:00:00Z", "precision": "day"},
    "only utc": {"utc": UTC, "precision": "day"},
    "only local": {"local": LOCAL, "precision": "unknown"},
    "candidates": {"local": LOCAL, "utc_candidates": ("2023-05-02T14:08:00Z", "2023-05-02T15:08:00Z")},
    "an offset that had seconds": {"local": "1930-05-02T16:08:30", "offset": "+00:20", "utc": "1930-05-02T15:48:58Z"},
    "the first day": {"local": "0001-01-01T02:00", "offset": "+02:00", "utc": "0001-01-01T00:00:00Z"},
}  # fmt: skip
FORMS = {
    "day": LOCAL,
    "minute": "2023-05-02",
    "second": LOCAL,
    "millisecond": LOCAL,
}
CONTRADICTING = {
    "another year": ("utc", {"local": LOCAL, "offset": "+02:00", "utc": "2022-01-01T00:00:00Z"}),
    "another minute": ("utc", {"local": LOCAL, "offset": "+02:00", "utc": "2023-05-02T14:09:00Z"}),
    "another second": ("utc", {"local": f"{LOCAL}:03", "offset": "+02:00", "utc": "2023-05-02T14:08:04Z"}),
    "another millisecond": ("utc", {"local": f"{LOCAL}:03.1", "offset": "+02:00", "utc": "2023-05-02T14:08:03.2Z"}),
    "another offset": ("utc", {"local": LOCAL, "offset": "+01:00", "utc": UTC}),
    "another sign": ("utc", {"local": LOCAL, "offset": "-02:00", "utc": UTC}),
    "another day": ("utc", {"local": "2023-05-02", "offset": "+02:00", "utc": "2023-05-02T22:00:00Z"}),
    "too far": ("utc", {"local": LOCAL, "utc": "2023-05-03T08:09:00Z"}),
    "candidate too far": ("utc_candidates[1]", {"local": LOCAL, "utc_candidates": (UTC, "2023-05-12T14:08:00Z")}),
    "before the first day": ("utc", {"local": "0001-01-01T00:00", "offset": "+02:00", "utc": "0001-01-02T00:00:00Z"}),
    "seconds beyond minutes": ("local", {"local": f"{LOCAL}:37", "precision": "minute"}),
    "fraction beyond seconds": ("local", {"local": f"{LOCAL}:37.5", "precision": "second"}),
} | {f"form of {precision}": ("local", {"local": form, "precision": precision}) for precision, form in FORMS.items()}


def message(number=1, **fields):
    return Event(id=f"e{number}", type="message", order=number, participant="p1", **fields)


@pytest.mark.parametrize("parts", AGREEING.values(), ids=AGREEING)
def test_a_time_that_agrees_is_read(read, file_of, head, parts):
    assert agrees(Time(**parts))
    assert read(file_of(head, message(timestamp=Time(**parts))))[-1].timestamp == Time(**parts)


@pytest.mark.parametrize(("field", "parts"), CONTRADICTING.values(), ids=CONTRADICTING)
def test_a_time_that_contradicts_itself_is_told_with_its_field(faults, file_of, head, field, parts):
    moment = Time(**parts)
    (fault,) = faults(file_of(head, message(timestamp=moment), message(2)))
    assert fault.startswith(f"proef:6 event e1 timestamp.{field}: ")
    assert not agrees(moment)
    assert not is_plain(moment)


@pytest.mark.parametrize("utc", ["2023-05-02T14:08:60Z", "2023-05-02T14:08:07", "2023-05-02t14:08:07Z", "2023-05-02"])
def test_the_quick_answer_is_no_to_what_is_malformed(utc):
    sound = Time(local=f"{LOCAL}:07", precision="second", offset="+02:00", utc="2023-05-02T14:08:07Z")
    assert agrees(sound) and is_plain(sound)
    assert not is_plain(Time(local=f"{LOCAL}:07", precision="second", offset="+02:00", utc=utc))
    assert not is_plain(Time(local="2023-05-02T16:08:60", precision="second", offset="+02:00", utc=utc))


def test_the_times_within_an_event_agree_too(faults, file_of, head):
    moment = Time(local=LOCAL, offset="+02:00", utc="2022-01-01T00:00:00Z")
    (fault,) = faults(file_of(head, message(edits=(Edit(evidence="flag", timestamp=moment),))))
    assert fault.startswith("proef:6 event e1 edits[0].timestamp.utc: utc is another instant")


def test_form_and_instant_are_told_together(faults, file_of, head):
    moment = Time(local="2023-05-02", precision="minute", offset="+02:00", utc="2022-01-01T00:00:00Z")
    found = faults(file_of(head, message(timestamp=moment)))
    assert [fault.split(": ")[0].rsplit(".", 1)[1] for fault in found] == ["local", "utc"]


def test_a_local_that_is_malformed_is_told_once(faults, file_of, head):
    data = file_of(head, message(timestamp=Time(local="2023-05-02", precision="minute")))
    (fault,) = faults(data.replace(b'"2023-05-02"', b'"2 mei"'))
    assert "timestamp.local: This value does not have the right form" in fault


def gap(first, last, events):
    return Gap(order_first=first, order_last=last, events=events, attachments=0, reason="prive", decided_by="W")


@pytest.mark.parametrize(("first", "last", "events"), [(2, 2, 1), (2, 9, 8), (2, 9, 1)])
def test_a_gap_has_room_for_what_it_leaves_out(read, file_of, head, first, last, events):
    assert read(file_of(head, message(1), gap(first, last, events), message(10)))[-2] == gap(first, last, events)


def test_a_gap_without_events_or_without_room_is_told(faults, file_of, head):
    data = file_of(head, gap(1, 2, 5), gap(3, 9, 7), message(10)).replace(b'"events":7', b'"events":0')
    found = faults(data)
    assert [fault.split(": ")[0] for fault in found] == ["proef:6 gap events", "proef:7 gap events"]
    assert "5 events were left out" in found[0] and "room for 2" in found[0]
    assert "the smallest is 1" in found[1]


def test_a_gap_does_not_overlap_what_stands_around_it(faults, file_of, head):
    found = faults(file_of(head, message(1), message(2), gap(2, 5, 2), message(5), gap(6, 7, 1), gap(7, 8, 1)))
    assert [fault.split(": ")[0] for fault in found] == [
        "proef:8 gap order_first",
        "proef:9 event e5 order",
        "proef:11 gap order_first",
    ]
