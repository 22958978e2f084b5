# Sala. `make help` lists what there is. Every path is relative, so the checkout may stand anywhere.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test conformance lint types arch bench docs requirements system-packages prepare-run prepare-test prepare-conformance

PYTHON := .venv/bin/python
BASE_PYTHON ?= python3

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name what; do \
		printf '  make %-16s %s\n' "$$name" "$$what"; done

run: prepare-run ## start everything on this machine: http://localhost:8000 (PORT=8001 changes the port)
	@exec $(PYTHON) -m sala.cli run

test: prepare-test ## run every test; the browser ones too where chromium is installed
	@exec $(PYTHON) -m pytest -m "not conformance" --junitxml=var/test/junit.xml $(ARGS)

conformance: prepare-conformance ## run the slow tests: peers' standards, Debian's PostgreSQL, Apache Spark
	@exec $(PYTHON) -m pytest -m conformance $(ARGS)

lint: prepare-test ## check style, and that the formatter has nothing to change
	@$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check .

types: prepare-test ## check every type
	@exec $(PYTHON) -m mypy src tests tools bench

arch: prepare-test ## check layers, tiers, front doors and the registries
	@exec $(PYTHON) -m pytest tests/architecture $(ARGS)

bench: prepare-test ## measure one claim: make bench NAME=submit
	@test -f "bench/$(NAME).py" || { echo "make bench NAME=<one of: $$(ls bench | sed -n 's/\.py$$//p' | tr '\n' ' ')>"; exit 2; }
	@exec $(PYTHON) "bench/$(NAME).py"

docs: prepare-test ## write the generated reference again
	@exec $(PYTHON) -m sala.cli docs

# The only place where versions change. uv writes no index and no path into its output; pip-compile does.
requirements: prepare-test ## pin the newest allowed versions with their hashes
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check uv
	@for list in $(basename $(wildcard requirements/*.in bench/rivals/requirements-*.in)); do \
		$(PYTHON) -m uv pip compile --quiet --upgrade --generate-hashes --no-header --python-version 3.11 \
			--output-file "$$list.txt" "$$list.in" || exit 1; done

# The only caller of apt.
system-packages: ## install the Debian packages of requirements/debian.txt (as root)
	@missing=$$(for name in $$(cat requirements/debian.txt); do \
		dpkg-query -W -f '$${db:Status-Status}' "$$name" 2>/dev/null | grep -qx installed || echo "$$name"; done); \
	if [ -z "$$missing" ]; then echo "System packages: all installed"; exit 0; fi; \
	echo "System packages: installing" $$missing; \
	apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing

prepare-run:
	@exec $(BASE_PYTHON) tools/prepare.py run

prepare-test:
	@exec $(BASE_PYTHON) tools/prepare.py test

prepare-conformance:
	@exec $(BASE_PYTHON) tools/prepare.py conformance
