"""The reading version: everything shown, nothing fetched, nothing executed, and no memory that grows."""

import io
import re
import tracemalloc
from collections.abc import Iterator

import pytest
from lxml import html

from depotklaar.model.conversation import Attachment, Conversation, Document, Head, Participant
from depotklaar.model.event import Event, Gap, Time
from depotklaar.renditions import reading_html
from depotklaar.standards.conversation.writer import encode_record


def text_of(page: str, event: str) -> str:
    [item] = html.document_fromstring(spaced(page)).xpath("//li[@id=$id]", id=f"m-{event}")
    return " ".join(item.text_content().split())


def spaced(page: str) -> str:
    """The page with a space where one block ends, as the eye sees it."""
    return re.sub(r"</(p|div|li|dt|dd|h[1-6]|blockquote|figcaption)>", r" </\1>", page)


@pytest.mark.parametrize(
    ("event", "shown"),
    [
        ("e1", "Melding van de app"),
        ("e1", "Berichten worden versleuteld."),
        ("e2", "Deelnemer toegevoegd · door Noor van Duin · betreft Bram Oostindië"),
        ("e3", "Noor van Duin Wethouder Wonen, Gemeente Waterrade 08:05 +02:00 nr. 3"),
        ("e3", "https://voorbeeld.nl/a?b=1&c=2"),
        ("e4", "Antwoord op bericht nr. 3 door Noor van Duin Goedemorgen, kijk op"),
        ("e4", "Staat in telefoon-1 (regel 7), telefoon-2 (regel 9; verschil: time +2 min)"),
        ("e5", "Antwoord op een ander bericht door Noor citaat Zie boven"),
        ("e6", "Antwoord op een ander bericht (kenmerk elders-77) Dat was vorig jaar"),
        ("e7", "Afbeelding Foto's van de kade · 48 kB (48.213 bytes) · SHA-256 " + "ab" * 32),
        ("e8", "Document Nota grondprijzen.pdf"),
        ("e8", "Contactkaart Bram Oostindië.vcf"),
        ("e8", "Afbeelding IMG-0009.jpg: ontbreekt: het bericht noemt dit bestand"),
        ("e8", "Video VID-0010.mp4: niet meegeleverd"),
        ("e8", "Bijlage zonder gegevens: a-none"),
        ("e9", "Afbeelding niet meegeleverd: de export is zonder dit bestand gemaakt"),
        ("e10", "Eerdere tekst (maandag 2 mei 2022 08:14 +02:00; blijkt uit de bewaarde geschiedenis) Oud voorstel"),
        ("e10", "De eerdere tekst staat niet in de bron (blijkt uit de tekst, die een gebruiker ook zelf kan typen)"),
        ("e11", "Verwijderd door een beheerder – Noor van Duin, maandag 2 mei 2022 08:20 +02:00"),
        ("e11", "(blijkt uit een teken van de app)"),
        ("e12", "Vaak doorgestuurd Akkoord? Reacties: 👍🏽 Bram Oostindië · 🎉 4×"),
        (
            "e12",
            "Gelezen door Bram Oostindië (maandag 2 mei 2022 08:30 +02:00) · Afgeleverd bij Wonen aan de Waterrand",
        ),
        ("e13", "Eenmalig te bekijken · Verdwijnt na 7 dagen Zonder tekst in de bron"),
        ("e14", "Peiling Welke dag? maandag – 1 stem: Noor van Duin dinsdag – aantal stemmen onbekend"),
        ("e15", "Locatie Stadhuis · breedtegraad 52.0705 · lengtegraad 4.3007 · https://maps.voorbeeld.nl/?q=1"),
        (
            "e16",
            "Oproep Bram Oostindië 08:40 +02:00 nr. 16 video-oproep, beantwoord, duur 1 uur 5 min. 5 sec., met Noor",
        ),
        ("e17", "Brontekst die niet als bericht is herkend tijd onbekend nr. 17 ?? losse regel"),
        ("e18", "Noor van Duin Burgemeester, Gemeente Waterrade 09:00"),
        ("e19", "tijd en tijdzone staan in de bron"),
        ("e19", "Onderwerp: Vraag"),
        ("e20", "02:30 Europe/Amsterdam; deze kloktijd kwam die nacht twee keer voor"),
        ("e20", "klok van het toestel; mogelijk 2022-10-30T00:30:00Z of 2022-10-30T01:30:00Z"),
        ("e21", "Afzender onbekend 04:00:00 UTC"),
        ("e22", "Bericht nog niet ontvangen toen de export werd gemaakt"),
    ],
)
def test_every_kind_of_event_is_told(render, event, shown):
    assert shown in text_of(render(), event)


def test_what_was_left_out_stands_in_its_place(render):
    tree = html.document_fromstring(render())
    [gap] = tree.xpath("//li[@class='gap']")
    assert gap.getprevious().get("id") == "m-e17"
    assert gap.text_content().strip() == (
        "Hier is iets weggelaten: 12 berichten en meldingen en 1 bijlage (nrs. 18 t/m 29). Reden: privé. "
        "Besloten door E. Archivaris op 1 juli 2022."
    )


def test_a_gap_alone_needs_no_day(render):
    page = render([Gap(order_first=1, order_last=1, events=1, attachments=0, reason="privé", decided_by="EA")])
    assert "1 bericht of melding (nr. 1)" in page
    assert "Datum onbekend" not in page


def test_days_stand_in_the_order_of_the_source(render):
    headings = html.document_fromstring(render()).xpath("//div[@class='days']//h3/text()")
    assert headings == ["maandag 2 mei 2022", "dinsdag 3 mei 2022", "zondag 30 oktober 2022"]


def test_doubt_on_one_moment_is_not_laid_on_its_day(render):
    last = html.document_fromstring(render()).xpath("//div[@class='days']/section[last()]")[0]
    assert "kwam die nacht twee keer voor" not in last.xpath("string(h3)") + last.xpath("string(p)")


def test_a_time_without_any_zone_says_so(render):
    time = Time(local="2022-05-02T16:08", precision="minute")
    page = render([Event(id="e1", type="message", order=1, participant="p1", body="x", timestamp=time)])
    assert "16:08 zonder tijdzone" in text_of(page, "e1")


def test_first_page_and_last(render):
    tree = html.document_fromstring(spaced(render()))
    text = " ".join(tree.text_content().split())
    for told in (
        "Archief Gemeente Waterrade",
        "Kenmerk WR-2022-0001",
        "Wethouder Wonen, Gemeente Waterrade t/m 2 mei 2022 (volgens Staatsalmanak)",
        "Burgemeester, Gemeente Waterrade vanaf 3 mei 2022",
        "telefoonnummer: +31600000001",
        "naam van de groep, geen persoon",
        "gedeeltelijk (begint midden in het gesprek)",
        "Staat nooit in dit soort bronnen de tijdzone; eigen_code",
        "Europe/Amsterdam (opgegeven door de archivaris; levering)",
        "De bron blijft het JSON-bestand dat ernaast ligt",
        "waarschuwing 1 bestand ontbreekt",
        "Weggelaten berichten en meldingen 12",
        "Bijlagen die ontbreken 1",
    ):
        assert told in text
    assert tree.xpath("//dl[@class='counts']/div[1]/dd/text()") == ["18 "]


def test_structure_is_that_of_one_document(render):
    tree = html.document_fromstring(render())
    assert tree.get("lang") == "nl"
    assert [len(tree.xpath(f"//{tag}")) for tag in ("h1", "title", "main", "header", "footer", "nav")] == [1] * 6
    assert tree.xpath("//title/text()") == ["Wonen aan de Waterrand, mei 2022 (2 mei 2022 tot en met 30 oktober 2022)"]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in tree.xpath("//a/@href") if link.startswith("#")} <= set(ids)
    assert tree.xpath("count(//img[not(@alt)])") == 0


def test_times_are_readable_by_machines(render):
    times = html.document_fromstring(render()).xpath("//li[@id='m-e3']//time/@datetime")
    assert times == ["2022-05-02T08:05+02:00"]


def test_everything_also_in_english(render):
    page = render(language="en")
    assert html.document_fromstring(page).get("lang") == "en"
    assert "Monday 2 May 2022" in page
    for dutch in ("Berichten</h2>", "maandag 2", "Doorgestuurd", "Besloten door", "tijdzone aangenomen"):
        assert dutch not in page


def test_nothing_comes_from_elsewhere(render):
    tree = html.document_fromstring(render())
    assert not tree.xpath("//script | //iframe | //object | //embed | //link | //base | //form | //@style | //@srcset")
    for attribute in ("src", "href", "poster", "action", "data", "background"):
        for value in tree.xpath(f"//@{attribute}"):
            assert value.startswith(("./", "#")), value
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert "http" not in policy
    css = "".join(tree.xpath("//style/text()"))
    assert "url(" not in css
    assert "@import" not in css


def test_media_lie_beside_the_page_and_wait_to_be_asked_for(render):
    tree = html.document_fromstring(render())
    assert tree.xpath("//img/@src") == ["./kade.png"]
    assert tree.xpath("//img/@loading") == ["lazy"]
    assert tree.xpath("//audio/@src | //video/@src") == ["./spraak.opus", "./rondgang.mp4"]
    assert tree.xpath("//audio/@preload | //video/@preload") == ["none", "none"]
    assert tree.xpath("//li[@id='m-e8']//a/@href") == ["./nota.pdf", "./kaart.vcf"]


@pytest.mark.parametrize(
    "name", ["", "../boven.png", "/etc/x.png", "a//b.png", "a\\b.png", "https://x.nl/a.png", "\ud800"]
)
def test_a_file_that_does_not_lie_beside_the_page_is_not_linked(render, name):
    tree = html.document_fromstring(render(files={"a-img": name}))
    assert tree.xpath("//img") == []
    assert "Het bestand ligt niet bij deze pagina" in tree.text_content()


def test_a_name_is_never_a_scheme(render):
    tree = html.document_fromstring(render(files={"a-img": "javascript:alert(1).png", "a-doc": 'x"onload="y.pdf'}))
    assert tree.xpath("//img/@src") == ["./javascript%3Aalert%281%29.png"]
    assert "./x%22onload%3D%22y.pdf" in tree.xpath("//a/@href")


HOSTILE = "<script>alert(1)</script>\"'><img src=http://kwaad.nl/x onerror=y>&lt;&#0;{{ 7*7 }}{% raw %}"


def test_hostile_text_is_shown_and_does_nothing(render):
    person = Participant(id=HOSTILE, display=HOSTILE, type="person")
    lost = Attachment(id=HOSTILE, presence="present", display=HOSTILE, name_in_text=HOSTILE + "2", kind="document")
    head = Head(
        document=Document(schema="depotklaar-conversation-1.0", id="d"),
        conversation=Conversation(id="c", platform="signal", display=HOSTILE, description=HOSTILE),
        participants=(person,),
        attachments=(lost,),
    )
    time = Time(local=HOSTILE, zone=HOSTILE, offset=HOSTILE, raw=HOSTILE)
    event = Event(
        id=HOSTILE[:250],
        type="message",
        order=1,
        participant=HOSTILE,
        body=HOSTILE,
        timestamp=time,
        attachments=(HOSTILE,),
    )
    page = render([event], head=head, title=HOSTILE, period=HOSTILE, files={HOSTILE: HOSTILE}, findings=())
    tree = html.document_fromstring(page)
    assert not tree.xpath("//script | //img")
    assert tree.xpath("//h1")[0].text_content() == HOSTILE
    assert tree.xpath("//div[@class='b']")[0].text_content() == HOSTILE
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]


def test_an_attachment_without_a_message_is_shown_too(render):
    assert "Bijlagen die bij geen bericht staan" not in render()
    tree = html.document_fromstring(render([]))
    section = tree.get_element_by_id("overige").getparent()
    assert section.xpath(".//img/@src") == ["./kade.png"]
    assert "IMG-0009.jpg: ontbreekt" in section.text_content()


def test_what_cannot_be_seen_is_marked(render):
    body = "a\x00b\x07c\x1bd\x85e\ud83df\u202eg\r\nh\ti\uffff"
    tree = html.document_fromstring(render([Event(id="e1", type="message", order=1, participant="p1", body=body)]))
    [shown] = tree.xpath("//div[@class='b']")
    marks = ["U+0000", "U+0007", "U+001B", "U+0085", "U+D83D", "U+202E", "U+000D", "U+FFFF"]
    assert shown.xpath("code/text()") == marks
    assert shown.text_content() == ("aU+0000bU+0007cU+001BdU+0085eU+D83DfU+202E\u202egU+000D\nh\tiU+FFFF")


def test_text_keeps_every_space_and_line(render):
    body = "  twee  spaties\n\n\tinspringen\u00a0vast  \n"
    tree = html.document_fromstring(render([Event(id="e1", type="message", order=1, participant="p1", body=body)]))
    assert tree.xpath("//div[@class='b']")[0].text_content() == body


def test_direction_of_one_does_not_touch_another(render):
    tree = html.document_fromstring(render())
    assert set(tree.xpath("//div[@class='b']/@dir")) == {"auto"}
    assert tree.xpath("//li[@id='m-e3']//b/bdi/text()") == ["Noor van Duin"]


def test_one_time_twice_gives_the_same_bytes(source):
    first, second = io.BytesIO(), io.BytesIO()
    reading_html.render(source(), first)
    reading_html.render(source(), second)
    assert first.getvalue() == second.getvalue()


def test_nothing_at_all(render):
    page = render([], findings=(), facts=(), period="")
    assert "Dit archiefstuk bevat geen berichten." in page
    assert "Er zijn geen bevindingen." in page


class Sink(io.RawIOBase):
    """Counts what is written and keeps nothing."""

    def __init__(self) -> None:
        self.size = 0

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.size += len(data)
        return len(data)


def peak(source, count: int) -> tuple[int, int]:
    def lines() -> Iterator[bytes]:
        for i in range(1, count + 1):
            time = Time(local=f"2022-05-{1 + i % 28:02d}T{i % 24:02d}:10", precision="minute")
            yield encode_record(
                Event(id=f"e{i}", type="message", order=i, participant="p1", body=f"bericht {i} " * 8, timestamp=time)
            )

    sink = Sink()
    tracemalloc.start()
    reading_html.render(source(lines=lines), sink)
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return used, sink.size


def test_memory_does_not_grow_with_the_number_of_messages(source):
    peak(source, 10)
    few, small = peak(source, 2500)
    many, large = peak(source, 20_000)
    assert large > 7 * small
    assert many < few * 1.1 + 200_000
