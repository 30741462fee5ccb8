"""An offset that the time zone does not have at that local time is noticed once, at the first event that has it."""

import pytest

from depotklaar.importers.normalized_source.notices import NOTICES, OTHER_OFFSET, UNKNOWN_ZONE
from depotklaar.importers.normalized_source.zones import MOST_TOLD, ZoneWatch
from depotklaar.model.event import Event, Reaction, Time

ZONE = "Europe/Amsterdam"


def noticed(*moments):
    """The code, event and evidence of what is noticed when these are the times of e1, e2 and so on."""
    watch = ZoneWatch()
    return [
        (finding.code, finding.event, finding.evidence)
        for number, moment in enumerate(moments, 1)
        for finding in watch.findings(Event(id=f"e{number}", type="message", order=number, timestamp=moment))
    ]


def at(local, offset, zone=ZONE, **fields):
    return Time(local=local, offset=offset, zone=zone, **fields)


FITTING = {
    "summer": at("2023-05-02T16:08", "+02:00"),
    "winter": at("2023-12-02T16:08", "+01:00"),
    "first of the doubled hour": at("2023-10-29T02:30", "+02:00"),
    "second of the doubled hour": at("2023-10-29T02:30", "+01:00"),
    "before the change": at("2023-03-26T01:59:59", "+01:00"),
    "after the change": at("2023-03-26T03:00", "+02:00"),
    "the hour left out": at("2023-03-26T02:30", "-11:00", certainty="nonexistent_dst"),
    "a day with two offsets": at("2023-03-26", "+01:00"),
    "an offset with seconds": at("1930-05-02T16:08", "+00:19", "Europe/Amsterdam"),
    "the first day": at("0001-01-01T00:00", "+00:18"),
    "the last day": at("9999-12-31T23:59", "+01:00"),
    "no offset": at("2023-05-02T16:08", None),
    "no local": at(None, "-11:00"),
    "no zone": at("2023-05-02T16:08", "-11:00", None),
}


@pytest.mark.parametrize("moment", FITTING.values(), ids=FITTING)
def test_an_offset_of_the_zone_is_no_reason_to_notice(moment):
    assert noticed(moment, moment) == []


@pytest.mark.parametrize(
    "moment",
    [
        at("2023-05-02T16:08", "-11:00", certainty="exact"),
        at("2023-05-02T16:08", "+01:00"),
        at("2023-03-26T00:30", "+02:00"),
        at("2023-03-26T02:30", "+02:00"),
        at("2023-10-29T01:59", "+01:00"),
        at("2023-10-29", "+03:00"),
    ],
    ids=lambda moment: f"{moment.local} {moment.offset}",
)
def test_another_offset_is_noticed_at_its_first_event(moment):
    assert noticed(FITTING["no zone"], moment, moment) == [(OTHER_OFFSET, "e2", f"{ZONE}, {moment.offset}")]


def test_a_zone_that_does_not_exist_is_noticed_and_never_quoted_when_it_may_be_a_text():
    strange = [at("2023-05-02T16:08", "+02:00", zone) for zone in ("Europe/Amsterdm", "../../etc", "zei hij toen", "")]
    found = noticed(*strange, strange[0])
    assert [(code, evidence) for code, _, evidence in found] == [
        (UNKNOWN_ZONE, "Europe/Amsterdm"),
        (UNKNOWN_ZONE, "../../etc"),
        (UNKNOWN_ZONE, "?"),
        (UNKNOWN_ZONE, "?"),
    ]


def test_the_times_within_an_event_are_looked_at():
    reaction = Reaction(value="x", timestamp=at("2023-05-02T16:08", "-11:00"))
    (finding,) = ZoneWatch().findings(Event(id="e1", type="message", order=1, reactions=(reaction,)))
    assert (finding.code, finding.severity, finding.event) == (OTHER_OFFSET, "warning", "e1")
    assert finding.message == NOTICES[OTHER_OFFSET].text.fill(evidence="Europe/Amsterdam, -11:00").nl


def test_no_more_than_a_hundred_are_told():
    assert len(noticed(*(at("2023-05-02T16:08", "+02:00", f"Zone/{n}") for n in range(MOST_TOLD + 9)))) == MOST_TOLD
