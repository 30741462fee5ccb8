"""Which metadata file belongs to what, from names alone."""

from depotklaar.model.profile import Names
from depotklaar.rules.layout import arrange

NAMES = Names(sidecar_suffix=".mdto.xml", file_infix=".bestand", max_name=255, max_path=180, forbidden="")


def sidecars(*files: str, folders: tuple[str, ...] = ("a",), content: str = ""):
    return arrange(files, folders, content, NAMES)


def test_both_spellings_of_a_files_metadata():
    layout = sidecars("a/a.MDTO.xml", "a/x.pdf", "a/x.pdf.bestand.MDTO.xml", "a/y.pdf", "a/y.pdf.mdto.xml")

    assert layout.sidecars == {
        "a/a.MDTO.xml": "a",
        "a/x.pdf.bestand.MDTO.xml": "a/x.pdf",
        "a/y.pdf.mdto.xml": "a/y.pdf",
    }
    assert layout.content_files == ("a/x.pdf", "a/y.pdf")


def test_a_file_called_bestand_is_a_file():
    layout = sidecars("a/a.mdto.xml", "a/x.bestand", "a/x.bestand.mdto.xml", "a/x.bestand.bestand.mdto.xml")

    assert layout.sidecars["a/x.bestand.bestand.mdto.xml"] == "a/x.bestand"
    assert layout.doubles == ("a/x.bestand.mdto.xml",)


def test_the_package_itself_may_be_the_aggregation():
    layout = sidecars("archief.mdto.xml", "x.pdf", "x.pdf.bestand.mdto.xml", folders=())

    assert layout.sidecars["archief.mdto.xml"] == ""
    assert layout.misnamed == ()


def test_a_folders_metadata_under_another_name_is_told():
    assert sidecars("a/b.mdto.xml").misnamed == ("a/b.mdto.xml",)


def test_in_a_bag_only_data_counts():
    layout = sidecars("bagit.txt", "data/a/a.mdto.xml", folders=("data", "data/a"), content="data")

    assert layout.folders == ("data/a",)
    assert layout.content_files == ()


def test_what_macos_keeps_beside_a_file_is_no_metadata():
    layout = sidecars("a/a.mdto.xml", "a/._a.mdto.xml", "._x.mdto.xml")

    assert layout.sidecars == {"a/a.mdto.xml": "a"}
    assert layout.content_files == ("._x.mdto.xml", "a/._a.mdto.xml")
