"""The identifier of a conversation does not depend on capitals, spaces or the way in which accents are coded."""

import re

from depotklaar.importers.identity import conversation_identity


def test_the_shape():
    assert re.fullmatch("whatsapp-[0-9a-f]{12}", conversation_identity("whatsapp", "Wilma Dijk", "Kade"))


def test_the_value_stays_the_same_for_ever():
    assert conversation_identity("whatsapp", "Wilma Dijk", "Kade") == "whatsapp-9093438c62a1"


def test_folding():
    plain = conversation_identity("signal", "Renée Dijk", "Team Kade")
    assert conversation_identity("signal", "RENE\u0301E \u00a0dijk ", " team\tKADE") == plain


def test_what_differs_stays_apart():
    given = [(None, "Kade"), ("", "Kade"), ("Wilma", "Kade"), ("Kade", "Wilma"), ("Wilma", "Kade 2"), ("Wilma", "")]
    assert len({conversation_identity("signal", *pair) for pair in given}) == len(given)
    assert conversation_identity("sms", None, "x")[-12:] != conversation_identity("mms", None, "x")[-12:]


def test_half_a_surrogate_pair_is_no_obstacle():
    assert conversation_identity("sms", None, "\ud83d") != conversation_identity("sms", None, "\ud83e")
