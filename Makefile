# make demo: package a sample and look at it.  make check: everything that must hold.
# make fuzz: ten thousand spoilt inputs for each parser.  Needs Python 3.11-3.13 and make.

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
SAMPLE ?= kernteam-android
NOW ?= 2026-05-01T10:00:00+02:00
FUZZ ?= 10000

.PHONY: demo check fuzz bench clean format

demo: $(VENV)/.run-stamp
	@rm -rf demo
	@$(BIN)/depotklaar package samples/$(SAMPLE)/aanlevering.toml -o demo --now $(NOW)
	@printf '\n== the tree\n'; cd demo && find . | LC_ALL=C sort
	@printf '\n== a sidecar\n'; find demo -name '*.jpg.*.xml' | LC_ALL=C sort | sed -n 1p | while read -r sidecar; \
		do printf '%s\n' "$$sidecar"; cat "$$sidecar"; done
	@printf '\n== the pakbon\n'; cat demo/*.pakbon.txt
	@printf '\n== the verdict\n'; $(BIN)/depotklaar validate --now $(NOW) --quiet \
		--pakbon demo/*.pakbon.xml "$$(ls demo/*.pakbon.xml | sed 's/\.pakbon\.xml$$//')"

check: $(VENV)/.dev-stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

fuzz: $(VENV)/.dev-stamp
	DEPOTKLAAR_FUZZ=$(FUZZ) $(BIN)/python -m pytest tests/property -k fuzz --durations=20

format: $(VENV)/.dev-stamp
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(VENV)/.run-stamp
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'No Python 3.11-3.13 with venv found: install one, or run make PYTHON=...' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.dev-stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.run-stamp
