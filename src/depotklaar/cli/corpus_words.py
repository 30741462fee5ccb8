"""Arguments that the `corpus` commands share, and the words and the JSON of a score."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from depotklaar.cli.arguments import path
from depotklaar.cli.help import Parser
from depotklaar.language import Language, Text, as_count

if TYPE_CHECKING:
    from depotklaar.jobs.corpus.scoring import Score, Scored

SCHEMA = "depotklaar-corpus-score-1"

_FOLDER = Text("MAP", "DIR")
_CORPUS = Text(
    "map met het corpus (standaard: dat met depotklaar meekomt)",
    "folder of the corpus (default: the one that comes along)",
)
_RULES = Text("alleen de gevallen van deze regel; mag vaker", "only the cases of this rule; may be repeated")
_RULE = Text("REGEL", "RULE")
_OUTCOMES: Mapping[str, Text] = {
    "right": Text("goed", "right"),
    "wrong": Text("fout", "wrong"),
    "crashed": Text("zonder oordeel gestopt", "stopped without a verdict"),
    "timed-out": Text("niet op tijd klaar", "timed out"),
    "not-asked": Text("niet gevraagd (geen {profile})", "not asked (no {profile})"),
}
_VERDICTS: Mapping[str, Text] = {
    "accepted": Text("goedgekeurd", "accepted"),
    "rejected": Text("afgekeurd", "rejected"),
}
_TOTAL = Text("{right} van {asked} goed", "{right} of {asked} right")
_SAID = Text("{said}, hoort: {wanted}", "{said}, should be: {wanted}")
_SHOULD = Text("hoort: {wanted}", "should be: {wanted}")
_MISSING = Text("niet genoemd: {rules}", "not named: {rules}")
_SURPLUS = Text("ten onrechte genoemd: {rules}", "named without cause: {rules}")
_CODE = Text("exitcode {code}", "exit code {code}")


def take_corpus(parser: Parser) -> None:
    """Declare `--corpus` and `--rule`."""
    parser.take("--corpus", metavar=parser.say(_FOLDER), type=path, help=_CORPUS)
    parser.take("--rule", metavar=parser.say(_RULE), action="append", default=[], help=_RULES)


def score_lines(score: "Score", language: Language) -> Iterator[str]:
    """Give a line for each rule, for each case below it that is not right, and the total last."""
    for rule, counted in score.by_rule().items():
        yield f"{rule}  {_counts(counted, language)}"
        for one in score.cases:
            if one.case.rule == rule and one.outcome not in ("right", "not-asked"):
                yield f"    {one.case.id}: {_reason(one, language)}"
    yield ""
    yield _counts(score.totals(), language)


def _counts(counted: Mapping[Any, int], language: Language) -> str:
    asked = sum(count for outcome, count in counted.items() if outcome != "not-asked")
    total = _TOTAL.fill(right=as_count(counted["right"], language), asked=as_count(asked, language))
    others = [
        f"{as_count(count, language)} {_OUTCOMES[outcome].in_language(language)}"
        for outcome, count in counted.items()
        if count and outcome != "right"
    ]
    return ", ".join([total.in_language(language), *others])


def _reason(one: "Scored", language: Language) -> str:
    wanted = _VERDICTS["accepted" if one.case.accepted else "rejected"].in_language(language)
    if one.said is None:
        code = [_CODE.fill(code=one.code)] if one.code is not None else []
        parts = [_OUTCOMES[one.outcome], *code, _SHOULD.fill(wanted=wanted)]
        return ", ".join(part.in_language(language) for part in parts)
    said = _VERDICTS[one.said].in_language(language)
    parts = (
        [] if one.said == ("accepted" if one.case.accepted else "rejected") else [_SAID.fill(said=said, wanted=wanted)]
    )
    parts += [text.fill(rules=", ".join(rules)) for text, rules in _differences(one) if rules]
    return "; ".join(part.in_language(language) for part in parts)


def _differences(one: "Scored") -> tuple[tuple[Text, tuple[str, ...]], ...]:
    return (_MISSING, one.missing), (_SURPLUS, one.surplus)


def score_json(score: "Score") -> bytes:
    """Return the score as JSON in UTF-8, by `schemas/corpus-score-1.schema.json`."""
    document = {
        "schema": SCHEMA,
        "tool": list(score.tool.words),
        "perfect": score.perfect,
        "totals": score.totals(),
        "rules": score.by_rule(),
        "cases": [
            {
                "id": one.case.id,
                "rule": one.case.rule,
                "expected": "accepted" if one.case.accepted else "rejected",
                "outcome": one.outcome,
                "said": one.said,
                "exit_code": one.code,
                "missing": list(one.missing),
                "surplus": list(one.surplus),
            }
            for one in score.cases
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"
