"""Commands that do as they are told, to see what the command line makes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import pytest

from depotklaar.cli.main import main
from depotklaar.language import Text


@dataclass
class FakeCommand:
    """A command whose run is the function it is given."""

    summary: ClassVar[Text] = Text("doet iets", "does something")
    work: Callable[..., int]

    def declare(self, parser):
        parser.take("--quiet", action="store_true", help=Text("stil", "silent"))
        parser.take("--count", type=int, help=Text("aantal, 100%", "count, 100%"))

    def run(self, arguments, face):
        return self.work(arguments, face)


@pytest.fixture
def run_fake():
    """Run `depotklaar doe` with a command that does `work`."""

    def run(work, *words):
        return main(["doe", *words], {"doe": FakeCommand(work)})

    return run


@pytest.fixture
def raising():
    """Make a piece of work that raises."""

    def make(error):
        def work(arguments, face):
            raise error

        return work

    return make
