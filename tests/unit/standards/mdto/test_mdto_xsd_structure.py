"""Our schemas say the same as the norm's: every element, type and number of times, compared one by one."""

import pytest
import xmlschema

BUILTIN = "{http://www.w3.org/2001/XMLSchema}"


def describe(xsd):
    """Return every path below the root with how often it may occur, what it is and which attributes it takes."""
    schema = xmlschema.XMLSchema10(xsd.decode(), allow="none")
    lines = {}
    for element in schema.elements.values():
        describe_element(element, "", lines)
    return lines


def describe_element(element, above, lines):
    path = f"{above}/{element.name}"
    assert path not in lines
    kind = element.type
    extras = (element.nillable, element.default, element.fixed, element.abstract, tuple(element.attributes))
    if kind.is_simple():
        lines[path] = (element.occurs, describe_simple(kind), extras)
        return
    children = list(flatten(kind.content))
    order = (kind.content.model, kind.content.occurs, [child.name for child in children])
    lines[path] = (element.occurs, order, extras, kind.mixed, kind.abstract)
    for child in children:
        describe_element(child, path, lines)


def flatten(group):
    """Yield the elements of a group; a sequence that stands once within a sequence says nothing of its own."""
    for item in group:
        if hasattr(item, "model"):
            assert (item.model, item.occurs, group.model) == ("sequence", (1, 1), "sequence")
            yield from flatten(item)
        else:
            yield item


def describe_simple(kind):
    members = getattr(kind, "member_types", None)
    if members:
        assert kind.name is None
        return ("union", [describe_simple(member) for member in members])
    assert kind.name.startswith(BUILTIN)
    return kind.name


@pytest.mark.parametrize("version", ["1.0", "1.0.1"])
def test_every_element_is_the_same_as_in_the_official_schema(version, own_xsd, official_xsd):
    ours = describe(own_xsd(version))
    assert ours == describe(official_xsd(version))
    assert len(ours) == 208


@pytest.mark.parametrize("version", ["1.0", "1.0.1"])
def test_a_document_can_name_the_same_types(version, own_xsd, official_xsd):
    ours = xmlschema.XMLSchema10(own_xsd(version).decode(), allow="none")
    theirs = xmlschema.XMLSchema10(official_xsd(version).decode(), allow="none")
    assert set(theirs.types) - set(ours.types) == {"objectType"}
    assert set(ours.types) <= set(theirs.types)
    assert set(ours.elements) == set(theirs.elements) == {"MDTO"}
    assert ours.target_namespace == theirs.target_namespace


def test_the_two_versions_differ_in_exactly_the_two_known_points(own_xsd):
    old, new = describe(own_xsd("1.0")), describe(own_xsd("1.0.1"))
    ns = "{https://www.nationaalarchief.nl/mdto}"
    above = f"/{ns}MDTO/{ns}informatieobject/{ns}"
    changed = {path.removeprefix(above): (old[path][0], new[path][0]) for path in new if old[path] != new[path]}
    assert old.keys() == new.keys()
    assert changed == {"archiefvormer": ((1, 1), (1, None)), "beperkingGebruik": ((0, None), (1, None))}
