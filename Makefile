# What can be done here. `make` alone prints the list; only Python 3.11 or newer and make are needed.

PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
WORKERS ?= 4
AGENDA ?= agendas/2026-03-19-wgtr.toml

BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
INSTALLED := .venv/.installed
COMPILED := .venv/.compiled
INSTALLED_DEV := .venv/.installed-dev
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-strip-extras --no-annotate --no-header --upgrade
SOURCES := $(shell find meeting_tui -name '*.py')
CORE := meeting_tui/meeting/*,meeting_tui/forecast/*

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup dev run rehearse demo test check lint format bench docs pictures lock clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: $(COMPILED) ## install the program into .venv, every download checked against its hash

run: $(COMPILED) ## open the meeting of 19 March 2026 (another one: make run AGENDA=file)
	@$(BIN)/meeting-tui run $(AGENDA)

rehearse: $(COMPILED) ## run the same meeting sixty times as fast, in a session of its own
	@$(BIN)/meeting-tui run $(AGENDA) --rehearse 60

demo: $(COMPILED) ## look around in a day under way, at 12:20, with invented statements
	@$(BIN)/meeting-tui demo

test: $(INSTALLED_DEV) $(COMPILED) ## run the tests and hold their coverage
	@rm -f .coverage .coverage.*
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest -n $(WORKERS) --cov --cov-report=
	@$(BIN)/coverage report --fail-under=95
	@$(BIN)/coverage report --include='$(CORE)' --fail-under=100 >/dev/null || \
		{ echo 'The meeting and the forecast are to be covered wholly:'; \
		$(BIN)/coverage report --include='$(CORE)'; exit 1; }

lint: $(INSTALLED_DEV) ## form, lint, types and the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

check: lint test ## the whole gate

format: $(INSTALLED_DEV) ## put the code into form and mend what lint can mend
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(INSTALLED_DEV) $(COMPILED) ## measure, side by side with what it is measured against
	$(BIN)/python -m benchmarks

docs: $(INSTALLED_DEV) ## make the pages that are made from the code; a test holds that they are current
	$(BIN)/python docs/make_commands.py
	$(BIN)/python -m benchmarks.reliability

pictures: $(INSTALLED_DEV) ## make the pictures of the screens and pages in docs/pictures
	$(BIN)/python docs/make_pictures.py
	$(BIN)/python docs/make_page_pictures.py

lock: $(INSTALLED_DEV) ## resolve the dependencies anew into the three lock files
	$(LOCK) pyproject.toml --output-file requirements.lock
	$(LOCK) --group build --constraint requirements.lock --output-file requirements-build.lock
	$(LOCK) pyproject.toml --group dev --constraint requirements.lock \
		--constraint requirements-build.lock --output-file requirements-dev.lock

clean: ## remove the environment and what the tools left; sessions are kept
	rm -rf .venv build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	find . -name .git -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

dev: $(INSTALLED_DEV) $(COMPILED) ## setup, and the tools for working on the program

.venv/bin/python:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer is needed; none was found.' >&2; exit 1; }
	@echo 'Setting up .venv, once'
	@$(PYTHON) -m venv .venv

$(INSTALLED): requirements.lock requirements-build.lock pyproject.toml | .venv/bin/python
	@$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# The first start is as fast as the second, also where Python is told to write no bytecode.
$(COMPILED): $(INSTALLED) $(SOURCES)
	@$(BIN)/python -m compileall -q meeting_tui
	@touch $@

$(INSTALLED_DEV): requirements-dev.lock $(INSTALLED)
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
