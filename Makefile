# `make demo` shows what wpmigrate does, `make test` runs every check and test.
# Both need python3 (3.11 or later, with venv) and make, nothing else; what they make lies in .venv, demo and build.

PYTHON ?= python3
# The lowest Python that is supported, where there is one of that name: for it the lowest dependencies have wheels.
PYTHON_LOWEST ?= $(shell command -v python3.11 || command -v $(PYTHON))
# Processes for the tests: "auto" is one a core, 0 is none.
WORKERS ?= auto
VENV := .venv
VENV_LOWEST := .venv-lowest
BIN := $(VENV)/bin
DEMO := demo
PIP := -m pip --disable-pip-version-check install --quiet

.DEFAULT_GOAL := help
.PHONY: help demo install test check lint unit test-lowest properties bench fidelity generators spec docs golden clean

help: ## Say what the targets are.
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

demo: $(VENV)/.installed ## Convert the export in fixtures/demo and show what came out.
	@rm -rf $(DEMO)
	$(BIN)/wpmigrate fixtures/demo/export.xml -o $(DEMO)
	@echo
	@echo "The files in ./$(DEMO):"
	@cd $(DEMO) && find . -type f | LC_ALL=C sort | sed 's|^\./|  |'
	@echo
	@echo "One of them, $(DEMO)/posts/surdeg-for-otaliga.md:"
	@sed 's/^/  /' $(DEMO)/posts/surdeg-for-otaliga.md

install: $(VENV)/.installed-dev ## Make .venv with the package and the development extras.

test: check unit ## Run every check and test, as the continuous integration does.

check: lint ## Run the checks: style, types, architecture.
lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -q -n $(WORKERS)

test-lowest: $(VENV_LOWEST)/.installed ## Run the core tests offline, with the lowest dependencies that are declared.
	@for how in "unshare -n" "unshare -cn"; do if $$how true 2>/dev/null; then offline=$$how; break; fi; done; \
	test -n "$$offline" || echo "no unshare: not cut off from the network"; set -x; \
	env -u WPMIGRATE_CORPUS $$offline $(VENV_LOWEST)/bin/python -m pytest -q -n $(WORKERS) -m "not slow and not generator"

properties: $(VENV)/.installed-dev ## Try the laws of Markdown on other documents than the tests do; EXAMPLES=20000 of each.
	WPMIGRATE_EXAMPLES=$(or $(EXAMPLES),20000) $(BIN)/python -m pytest -q -n $(WORKERS) tests/properties

fidelity: $(VENV)/.installed-dev ## Compare what comes out with what WordPress shows; needs WPMIGRATE_CORPUS.
	$(BIN)/python -m bench.fidelity

bench: $(VENV)/.installed-dev ## Measure speed and memory against the floor; BENCH="--quick" for a short run.
	$(BIN)/python -m bench.run $(BENCH)

generators: ## Install the site generators that the end-to-end tests run; NAMES="hugo jekyll" for some.
	$(PYTHON) tools/install_generators.py $(NAMES)

spec: build/spec ## Get the examples of the CommonMark specification, which markdown-it-py carries in its source archive.
build/spec: $(VENV)/.installed-dev
	$(BIN)/python -m pip --disable-pip-version-check download --quiet --no-deps --no-binary :all: --dest $@ markdown-it-py

docs: $(VENV)/.installed-dev ## Write the generated parts of docs/reference anew.
	$(BIN)/python tools/reference_docs.py

golden: docs ## Write the expected output of the transcripts anew; read the difference before you commit it.
	WPMIGRATE_ACCEPT=1 $(BIN)/python -m pytest -q tests/test_transcripts.py

clean: ## Remove all that make made.
	rm -rf $(VENV) $(VENV_LOWEST) $(DEMO) build dist bench/data .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache .grimp_cache src/*.egg-info
	find src tests bench tools -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps stand for what is installed; a changed pyproject.toml installs again.

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "wpmigrate needs Python 3.11 or later; say which: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' \
		|| { echo "python3 lacks venv; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python $(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python $(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV_LOWEST)/.installed: pyproject.toml tools/lowest_constraints.py
	rm -rf $(VENV_LOWEST)
	$(PYTHON_LOWEST) -m venv $(VENV_LOWEST)
	$(VENV_LOWEST)/bin/python tools/lowest_constraints.py > $(VENV_LOWEST)/constraints.txt
	$(VENV_LOWEST)/bin/python $(PIP) --constraint $(VENV_LOWEST)/constraints.txt --editable '.[dev]'
	@touch $@
