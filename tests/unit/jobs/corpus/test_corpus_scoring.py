"""Scoring a program: how its words are filled in, how it ends, and what its answers are worth."""

import json
import sys
import time

import pytest

from depotklaar.errors import ToolError
from depotklaar.jobs.corpus.asking import MOST_OUTPUT, Answer, ask, fill_words
from depotklaar.jobs.corpus.case import CorpusCase, Expectation, find_corpus, read_cases
from depotklaar.jobs.corpus.scoring import Score, Scored, Tool, run_corpus, score
from depotklaar.model.progress import Progress

VALUES = {"{package}": "P 1", "{pakbon}": None, "{profile}": "nha", "{now}": "N"}


def python(code):
    return [sys.executable, "-c", code]


@pytest.mark.parametrize(
    ("words", "filled"),
    [
        (["tool"], ["tool", "P 1"]),
        (["tool", "-x", "{package}", "-y"], ["tool", "-x", "P 1", "-y"]),
        (["tool", "--in={package}", "--for={profile}"], ["tool", "--in=P 1", "--for=nha"]),
        (["tool", "--pakbon", "{pakbon}", "{package}"], ["tool", "P 1"]),
        (["tool", "--pakbon={pakbon}", "{package}"], ["tool", "P 1"]),
        (["tool", "check", "{pakbon}"], ["tool", "check", "P 1"]),
        (["tool", "{other}", "$HOME; x"], ["tool", "{other}", "$HOME; x", "P 1"]),
    ],
)
def test_words_are_filled_in(words, filled):
    assert fill_words(words, VALUES) == filled


def test_a_program_answers_with_its_code_and_its_output():
    answer = ask(python("print('x'); raise SystemExit(3)"), 20, listen=True)
    assert (answer.ending, answer.code, answer.output.split()) == ("exited", 3, [b"x"])


def test_a_program_that_does_not_end_is_ended_with_what_it_started(tmp_path):
    mark = tmp_path / "later"
    child = f"import time, pathlib; time.sleep(3); pathlib.Path({str(mark)!r}).touch()"
    code = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(60)"
    begun = time.monotonic()
    assert ask(python(code), 1.5, listen=True).ending == "timed-out"
    assert time.monotonic() - begun < 30
    time.sleep(2.5)
    assert not mark.exists()


def test_no_more_is_kept_than_the_bound():
    answer = ask(python(f"import sys; sys.stdout.buffer.write(b'x' * {MOST_OUTPUT + 70_000})"), 60, listen=True)
    assert (answer.code, len(answer.output)) == (0, MOST_OUTPUT)


def test_a_program_that_waits_for_input_gets_none():
    assert ask(python("import sys; sys.exit(len(sys.stdin.read()))"), 20, listen=False).code == 0


@pytest.mark.parametrize("words", [["/no/such/program"], ["a\0b"]])
def test_a_program_that_cannot_start_is_no_crash_of_ours(words):
    assert ask(words, 5, listen=False) == Answer(ending="not-started", code=None)


def case(accepted, *rules):
    found = tuple(Expectation(rule=rule, path=None) for rule in rules)
    return CorpusCase(
        id="R/x", rule="R", clause="c", title="x", accepted=accepted, expected=found, profile="p", wishes={}, recipe={}
    )


def exited(code, *rules):
    report = {"findings": [{"rule": rule} for rule in rules]}
    return Answer(ending="exited", code=code, output=json.dumps(report).encode())


@pytest.mark.parametrize(
    ("accepted", "answer", "outcome"),
    [
        (True, exited(0), "right"),
        (True, exited(1), "wrong"),
        (False, exited(1), "right"),
        (False, exited(0), "wrong"),
        (False, exited(2), "crashed"),
        (False, exited(-11), "crashed"),
        (False, Answer(ending="not-started", code=None), "crashed"),
        (True, Answer(ending="timed-out", code=None), "timed-out"),
    ],
)
def test_an_answer_is_held_against_the_verdict(accepted, answer, outcome):
    assert score(Tool(words=("t",)), case(accepted), answer).outcome == outcome


@pytest.mark.parametrize(
    ("answer", "outcome", "missing", "surplus"),
    [
        (exited(1, "A", "B"), "right", (), ()),
        (exited(1, "A", "B", "PAKBON-ABSENT"), "right", (), ()),
        (exited(1, "A"), "wrong", ("B",), ()),
        (exited(1, "A", "B", "C"), "wrong", (), ("C",)),
        (Answer(ending="exited", code=1, output=b"no report"), "crashed", (), ()),
        (Answer(ending="exited", code=1, output=b"[" * 100_000), "crashed", (), ()),
        (Answer(ending="exited", code=1, output=b'{"findings": [3]}'), "crashed", (), ()),
    ],
)
def test_the_rules_that_a_report_names_count_when_asked(answer, outcome, missing, surplus):
    scored = score(Tool(words=("t",), compare_findings=True), case(False, "A", "B"), answer)
    assert (scored.outcome, scored.missing, scored.surplus) == (outcome, missing, surplus)


def test_a_score_is_perfect_when_all_that_was_asked_is_right():
    def of(*outcomes):
        return Score(tool=Tool(words=("t",)), cases=tuple(Scored(case=case(True), outcome=x) for x in outcomes))

    assert of("right", "not-asked").perfect
    assert not of("not-asked").perfect
    assert not of("right", "wrong").perfect
    assert of("right", "wrong", "right").by_rule()["R"]["right"] == 2


def test_a_program_over_the_corpus():
    corpus = find_corpus(None)
    cases = read_cases(corpus, ["MDTO-R9", "RECEIVER-LEVEL"])
    accepts = tuple(python("import sys, os; sys.exit(not os.path.isdir(sys.argv[-1]))"))
    found = run_corpus(corpus, cases, Tool(words=accepts), jobs=2, progress=Progress())
    assert [one.case.id for one in found.cases] == [one.id for one in cases]
    assert {one.said for one in found.cases if one.outcome != "not-asked"} == {"accepted"}
    assert found.totals()["not-asked"] == sum(one.profile != "nationaal-archief" for one in cases) > 0


@pytest.mark.parametrize("words", [(), ("no-such-program-anywhere",)])
def test_a_program_that_is_not_there_is_told_at_once(words):
    with pytest.raises(ToolError):
        run_corpus(find_corpus(None), (), Tool(words=words), jobs=1, progress=Progress())
