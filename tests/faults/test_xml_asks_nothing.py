"""No metadata and no pakbon makes the judge ask anything of a network or a disk, whatever it refers to."""

import json
import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

BASE = Path(__file__).resolve().parents[1] / "corpus" / "base"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PLACES = {
    "a DTD": lambda text, url: text.replace("<MDTO", f'<!DOCTYPE MDTO SYSTEM "{url}/x.dtd"><MDTO', 1),
    "a public DTD": lambda text, url: text.replace("<MDTO", f'<!DOCTYPE MDTO PUBLIC "x" "{url}/x.dtd"><MDTO', 1),
    "an entity": lambda text, url: text.replace(
        "<MDTO", f'<!DOCTYPE MDTO [<!ENTITY x SYSTEM "{url}/x.xml">]><MDTO', 1
    ).replace("<naam>", "<naam>&x;", 1),
    "a parameter entity": lambda text, url: text.replace(
        "<MDTO", f'<!DOCTYPE MDTO [<!ENTITY % x SYSTEM "{url}/x.dtd"> %x;]><MDTO', 1
    ),
    "a schema": lambda text, url: text.replace(
        "https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd", f"{url}/x.xsd"
    ),
    "a schema, and a fault": lambda text, url: text.replace(
        "https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd", f"{url}/x.xsd"
    ).replace("<naam>", "<naam>x</naam><naam>", 1),
    "a schema without a namespace": lambda text, url: text.replace(
        "<naam>", f'<naam xmlns:i="{XSI}" i:noNamespaceSchemaLocation="{url}/x.xsd">', 1
    ),
    "an inclusion": lambda text, url: text.replace(
        "<naam>", f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{url}/x.xml"/><naam>', 1
    ),
    "a style sheet": lambda text, url: text.replace("<MDTO", f'<?xml-stylesheet href="{url}/x.xsl"?><MDTO', 1),
}


@pytest.fixture
def server():
    """A server on this machine that notes what it is asked for."""
    asked = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *words):
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}", asked
    listening.shutdown()
    listening.server_close()


def judged(cli, tmp_path):
    target = tmp_path / "oordeel.json"
    done = cli("validate", tmp_path / "pakket-1", "--quiet", "--format", "json", "-o", target)
    return done.code, {finding["rule"] for finding in json.loads(target.read_bytes())["findings"]}


@pytest.mark.parametrize("place", PLACES)
def test_a_sidecar(cli, tmp_path, server, place):
    url, asked = server
    package = tmp_path / "pakket-1"
    shutil.copytree(BASE, package)
    path = package / "archief" / "dossier" / "stuk" / "stuk.mdto.xml"
    text = PLACES[place](path.read_text("utf-8"), url)
    assert url in text
    path.write_text(text, "utf-8")
    code, rules = judged(cli, tmp_path)
    assert asked == []
    assert ("MDTO-XML" in rules) is ("DTD" in place or "entity" in place)
    assert code in (0, 1)


@pytest.mark.parametrize("place", ["a DTD", "an entity", "a style sheet"])
def test_a_pakbon(cli, tmp_path, server, place):
    url, asked = server
    shutil.copytree(BASE, tmp_path / "pakket-1")
    text = PLACES[place]("<MDTO><naam>x</naam></MDTO>", url).replace("MDTO", "pakbon")
    (tmp_path / "pakket-1.pakbon.xml").write_text(text, "utf-8")
    _, rules = judged(cli, tmp_path)
    assert asked == []
    assert rules & {"PAKBON-XML", "PAKBON-FORM"}
