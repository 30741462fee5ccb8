"""Elements of a good package dropped, swapped, doubled or edited, and all closed again: what must be found is found."""

import copy
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from depotklaar.resources import read_schema

GOOD = st.sampled_from(["by hand", "a sample"])
PLACE = st.integers(0, 1 << 20)
MDTO = "{https://www.nationaalarchief.nl/mdto}"
ODD = [
    *("", " ", "x", "-1", "+1", "01", "1.0", "Q", "é", "\u00a0", "0" * 99, "nl_NL", "http://[", "urn:x:y"),
    *("2024", "2024-01", "2024-13-01", "2024-02-30", "24-01-01", "2024-01-01Z", "-0001", "P1X", "P7Y", "-P1D"),
    *("T10:00:00", "2024-01-01T10:00:00Z", "2024-01-01T25:00:00", "2024-01-01T24:00:00", "2024-01-01T10:00:00.5"),
]


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    """The norm's schema in another library than the judge uses."""
    return xmlschema.XMLSchema(read_schema("mdto/1.0.1/mdto.xsd").decode("utf-8"), allow="none")


def drop(element, number):
    parent = element.getparent()
    parent.remove(element)


def double(element, number):
    element.addnext(copy.deepcopy(element))


def swap(element, number):
    other = element.getnext()
    if other is not None:
        other.addnext(element)


def move(element, number):
    above = element.getparent().getparent()
    if above is not None and above.tag != MDTO + "MDTO":
        above.insert(number % (len(above) + 1), element)


def rename(element, number):
    others = sorted({one.tag for one in element.getroottree().iter(f"{MDTO}*")})
    element.tag = others[number % len(others)]


def edit(element, number):
    leaves = [one for one in element.iter(f"{MDTO}*") if len(one) == 0]
    leaves[0].text = ODD[number % len(ODD)]


ANY = (drop, double, swap, move, rename, edit)


def elements(tree):
    """Every element below the object itself."""
    return [one for one in tree.getroot()[0].iter(f"{MDTO}*") if one is not tree.getroot()[0]]


def test_any_change_is_against_the_schema_or_it_is_not(spoilt, schema, fixed):
    @fixed(80)
    @given(GOOD, PLACE, PLACE, st.sampled_from(ANY), PLACE)
    def over(name, which, where, operation, number):
        with spoilt(name) as package:
            sidecars = package.sidecars()
            path = sidecars[which % len(sidecars)]
            tree = package.tree(path)
            found = elements(tree)
            operation(found[where % len(found)], number)
            package.put(path, tree)
            package.close()
            verdict = package.judge()
            valid = schema.is_valid((package.root / path).read_text("utf-8"))
            assert ("MDTO-XSD" in {rule for rule, at in verdict.found if at == path}) == (not valid)
            assert valid or not verdict.accepted
            assert not [rule for rule, _ in verdict.added(package.before) if rule.startswith("BAG-")]
            assert not [rule for rule, _ in verdict.added(package.before) if rule == "PAKBON-HASH"]

    over()


@dataclass(frozen=True)
class Fault:
    """A change by hand to the first element of a name that breaks a rule of the norm; None drops the element."""

    rule: str
    element: str
    change: Callable[[str], str | None] | None
    rejects: bool = True


def to(text):
    return lambda was: text


def other_digit(text):
    return ("0" if text[0] != "0" else "1") + text[1:]


FAULTS = (
    Fault("MDTO-R1", "identificatie/identificatieBron", to(" ")),
    Fault("MDTO-R1", "identificatie/identificatieKenmerk", to("\u00a0")),
    Fault("MDTO-R4", "naam", to("")),
    Fault("MDTO-R5", "naam", to("x" * 81), rejects=False),
    Fault("MDTO-R6", "verwijzingNaam", to(" ")),
    Fault("MDTO-R6", "begripLabel", to("\n")),
    Fault("MDTO-R7", "omvang", to("-1")),
    Fault("MDTO-R7-SIZE", "omvang", lambda was: str(int(was) + 1)),
    Fault("MDTO-R8", "aggregatieniveau/begripLabel", to("Map"), rejects=False),
    Fault("MDTO-R9", "omschrijving", to("x " * 1501), rejects=False),
    Fault("MDTO-R10", "taal", to("nld"), rejects=False),
    Fault("MDTO-R11", "dekkingInTijdBegindatum", to("2023-02-29")),
    Fault("MDTO-R12", "dekkingInTijdEinddatum", to("1999-01-01")),
    Fault("MDTO-R13", "eventTijd", to("2099-01-01"), rejects=False),
    Fault("MDTO-R15", "waardering/begripCode", to("Q")),
    Fault("MDTO-R21", "bewaartermijn/termijnEinddatum", None),
    Fault("MDTO-R22", "bewaartermijn/termijnEinddatum", to("2031-03-01")),
    Fault("MDTO-R32", "archiefvormer/verwijzingNaam", to("")),
    Fault("MDTO-R38", "bestandsformaat/begripCode", to("fmt-18")),
    Fault("MDTO-R39", "checksumWaarde", lambda was: was[:-1]),
    Fault("MDTO-R39-VALUE", "checksumWaarde", other_digit),
    Fault("MDTO-R39-ALGORITHM", "checksumAlgoritme/begripLabel", to("CRC-32"), rejects=False),
    Fault("MDTO-R39-DATE", "checksumDatum", to("2099-01-01T00:00:00"), rejects=False),
    Fault("MDTO-R40", "URLBestand", to("brief.txt")),
    Fault("MDTO-XSD", "identificatie", None),
    Fault("MDTO-XSD", "beperkingGebruik", None),
    Fault("MDTO-XSD", "checksumDatum", to("gisteren")),
    Fault("MDTO-R28", "isRepresentatieVan//identificatieKenmerk", to("ergens-anders")),
    Fault("MDTO-R29", "heeftRepresentatie//identificatieKenmerk", to("ergens-anders")),
    Fault("MDTO-R29", "bevatOnderdeel//identificatieKenmerk", to("ergens-anders")),
    Fault("MDTO-R29-NAME", "bevatOnderdeel/verwijzingIdentificatie", None, rejects=False),
)


def targets(package, element):
    """The sidecars that have the element, and where."""
    wanted = "/".join(f"{MDTO}{part}" if part else "" for part in element.split("/"))
    for path in package.sidecars():
        found = package.tree(path).getroot()[0].find(f".//{wanted}")
        if found is not None:
            yield path, wanted


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.rule} {fault.element}")
def test_a_change_that_breaks_a_rule_is_found_there_by_that_rule(spoilt, fixed, fault):
    @fixed(4)
    @given(GOOD, PLACE)
    def over(name, which):
        with spoilt(name) as package:
            places = list(targets(package, fault.element))
            if not places:
                return
            path, wanted = places[which % len(places)]
            tree = package.tree(path)
            element = tree.getroot()[0].find(f".//{wanted}")
            if fault.change is None:
                element.getparent().remove(element)
            else:
                element.text = fault.change(element.text)
            package.put(path, tree)
            package.close()
            verdict = package.judge()
            described = path.removesuffix(".bestand.mdto.xml")
            assert {path, described} & {at for rule, at in verdict.added(package.before) if rule == fault.rule}
            assert not (fault.rejects and verdict.accepted)
            assert verdict.severities[fault.rule] == ("error" if fault.rejects else "warning")

    over()


def white_space(tree, number):
    for element in list(tree.iter(f"{MDTO}*"))[number % 3 :: 3]:
        element.tail = (element.tail or "") + "\n\t  \n"


def comment(tree, number):
    found = elements(tree)
    found[number % len(found)].addprevious(etree.Comment(" tussen de regels "))


def instruction(tree, number):
    tree.getroot().addprevious(etree.ProcessingInstruction("weergave", 'href="x.xsl"'))


def repeated_in_other_order(tree, number):
    above = tree.getroot()[0]
    names = [one.tag for one in above if isinstance(one.tag, str)]
    same = [tag for tag in dict.fromkeys(names) if names.count(tag) > 1 and not tag.endswith("event")]
    if same:
        group = above.findall(same[number % len(same)])
        group[-1].addnext(group[0])


def one_more_optional(tree, number):
    """Before `omschrijving` or at its place stands what may stand there any number of times."""
    above = tree.getroot()[0]
    for name in ("omschrijving", "naam"):
        found = above.find(MDTO + name)
        if name == "omschrijving" and found is not None:
            extra = etree.Element(MDTO + "omschrijving")
            extra.text = "Nog een omschrijving"
            found.addnext(extra)
            return


def one_more_language(tree, number):
    found = tree.getroot()[0].find(MDTO + "taal")
    if found is not None:
        found.text = ("nl", "en", "fy", "de", "nl-NL")[number % 5]


def white_space_in_a_value(tree, number):
    """White space around what is no string means nothing."""
    names = {"omvang", "taal", "eventTijd", "checksumDatum", "URLBestand", "termijnEinddatum", "termijnLooptijd"}
    names |= {"dekkingInTijdBegindatum", "dekkingInTijdEinddatum", "termijnStartdatumLooptijd"}
    found = [one for one in elements(tree) if one.tag.removeprefix(MDTO) in names]
    if found:
        one = found[number % len(found)]
        one.text = f"\n  {one.text} "


def prefix(tree, number):
    """Another prefix, and character references, are other ways to write the same."""
    text = etree.tostring(tree.getroot()).decode("ascii")
    text = text.replace("<", "<m:").replace("<m:/", "</m:").replace("<m:!--", "<!--").replace("<m:?", "<?")
    text = text.replace('xmlns="', 'xmlns:m="', 1)
    tree._setroot(etree.fromstring(text))


NEUTRAL = (
    white_space,
    comment,
    instruction,
    repeated_in_other_order,
    one_more_optional,
    one_more_language,
    white_space_in_a_value,
    prefix,
)


def test_a_change_that_breaks_no_rule_changes_nothing(spoilt, fixed):
    @fixed(60)
    @given(GOOD, PLACE, st.lists(st.sampled_from(NEUTRAL), min_size=1, max_size=3, unique=True), PLACE)
    def over(name, which, operations, number):
        with spoilt(name) as package:
            sidecars = package.sidecars()
            path = sidecars[which % len(sidecars)]
            tree = package.tree(path)
            for operation in sorted(operations, key=NEUTRAL.index):
                operation(tree, number)
            package.put(path, tree)
            package.close()
            verdict = package.judge()
            assert verdict.accepted
            assert verdict.found == package.before.found

    over()
