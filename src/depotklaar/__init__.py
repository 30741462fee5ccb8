"""depotklaar: turns government chat conversations into preservation packages that a Dutch e-depot accepts."""

__version__ = "0.1.0"
