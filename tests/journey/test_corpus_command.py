"""The corpus as others use it: written out, run over our own judge in full, and over programs that are wrong."""

import json
import os
import sys

import jsonschema
import pytest

from depotklaar.resources import read_schema

JUDGE = (sys.executable, "-m", "depotklaar.cli.main", "validate", "--quiet")
WITH_PROFILE = (*JUDGE, "--profile", "{profile}", "--pakbon", "{pakbon}", "--now", "{now}", "--format", "json")
PART = ("BAG-CHECKSUM", "CONTAINER-NAME", "RECEIVER-LEVEL", "RECEIVER-SIZE", "PAKBON-HASH")


def rules(names=PART):
    return [word for name in names for word in ("--rule", name)]


def test_our_own_judge_is_right_about_a_part(depotklaar):
    done = depotklaar("corpus", "run", "--quiet", "--compare-findings", "--report", "json", *rules(), *WITH_PROFILE)
    score = json.loads(done.stdout)
    jsonschema.validate(score, json.loads(read_schema("corpus-score-1.schema.json")))
    assert [one for one in score["cases"] if one["outcome"] != "right"] == []
    assert (done.returncode, score["perfect"]) == (0, True)
    assert set(score["rules"]) == set(PART)


@pytest.mark.skipif(not os.environ.get("DEPOTKLAAR_ALL"), reason="takes minutes: set DEPOTKLAAR_ALL=1")
def test_our_own_judge_is_right_about_everything(depotklaar):
    done = depotklaar("corpus", "run", "--quiet", "--compare-findings", "--report", "json", *WITH_PROFILE)
    assert [one for one in json.loads(done.stdout)["cases"] if one["outcome"] != "right"] == []
    assert done.returncode == 0


def test_a_program_that_accepts_everything_is_told_what_it_missed(depotklaar, tmp_path):
    lax = tmp_path / "lax"
    lax.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    lax.chmod(0o755)
    done = depotklaar("corpus", "run", "--lang", "en", "--quiet", *rules(["BAG-CHECKSUM", "RECEIVER-LEVEL"]), lax)
    assert done.returncode == 1
    assert "BAG-CHECKSUM/one-digit-of-a-manifest-changed: accepted, should be: rejected" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("1 of 5 right, 4 wrong, ")
    assert "not asked (no {profile})" in done.stdout


def test_other_exit_codes_can_be_named(depotklaar, tmp_path):
    strict = tmp_path / "strict"
    strict.write_text("#!/bin/sh\nexit 7\n", "utf-8")
    strict.chmod(0o755)
    words = ("corpus", "run", "--quiet", *rules(["BAG-OXUM"]))
    assert depotklaar(*words, strict).returncode == 1
    assert depotklaar(*words, "--reject-codes", "1,7", strict).returncode == 0
    assert depotklaar(*words, "--reject-codes", "0,7", strict).returncode == 2
    assert depotklaar(*words, "--reject-codes", "zeven", strict).returncode == 2
    assert depotklaar(*words, "--timeout", "0", strict).returncode == 2
    assert depotklaar(*words, tmp_path / "absent").returncode == 7


def test_the_corpus_is_written_out_once(depotklaar, tmp_path):
    assert depotklaar("corpus", "build", "uit/corpus", *rules()).returncode == 0
    manifest = json.loads((tmp_path / "uit" / "corpus" / "manifest.json").read_bytes())
    assert {case["rule"] for case in manifest["cases"]} == set(PART)
    assert [path.name for path in (tmp_path / "uit").iterdir()] == ["corpus"]
    assert depotklaar("corpus", "build", "uit/corpus").returncode == 6


def test_a_corpus_elsewhere_and_an_unknown_rule_are_told(depotklaar, tmp_path):
    assert depotklaar("corpus", "build", "uit", "--corpus", tmp_path).returncode == 3
    done = depotklaar("corpus", "build", "uit", "--rule", "NO-SUCH")
    assert (done.returncode, "NO-SUCH" in done.stderr) == (2, True)
