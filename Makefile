# Summits on the Record. `make` alone explains the targets.
PYTHON ?= python3
# What the ZIP files are called after.
NAME := summits-on-the-record
VENV := .venv
BIN := $(VENV)/bin
MINUTES ?= 5
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

#: Of `make bench`: numbers of meetings, `record` for the real one, and the largest for which site builders are run.
SIZES ?= record,100,1000,10000
UP_TO ?= 10000

.DEFAULT_GOAL := help
export NO_MKDOCS_2_WARNING := 1

.PHONY: help setup check build serve offline preview links release publish test speed preview-speed bench fuzz audit-dependencies lint format lock clean

help: ## Explain the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|' 2>/dev/null \
	  || grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST)

setup: $(VENV)/.installed ## Make .venv with what the site needs and the `summits` command in it

check: setup ## Check the record and print every problem
	@$(BIN)/summits check

build: setup ## Put the site in site/, with its fact sheets
	@$(BIN)/mkdocs build --strict
	@$(BIN)/summits sheets site

serve: setup ## Serve the site on http://127.0.0.1:8000, following edits
	@$(BIN)/mkdocs serve --no-strict

offline: build ## Pack the site and the record into one ZIP that is read without a server
	@$(BIN)/summits offline site $(NAME).zip

preview: setup ## Pack the site without fact sheets into dist/preview.zip, to be looked at without a server
	@$(BIN)/mkdocs build --strict
	@mkdir -p dist
	@$(BIN)/summits offline site dist/preview.zip

links: setup ## Ask whether links to other sites still lead somewhere; takes long and needs the network
	@$(BIN)/summits links

release: build ## Put what a release attaches into dist/: data, fact sheets and offline copy as ZIP
	@$(BIN)/summits release site dist

publish: setup ## Put the addresses of new pages on the list of those that are kept
	@$(BIN)/summits publish

test: $(VENV)/.installed-dev ## Run every test
	@$(BIN)/python -m pytest

speed: $(VENV)/.installed-dev ## Measure the heaviest pages in Chromium
	@$(BIN)/python -m pytest -s -q tests/test_speed.py

preview-speed: $(VENV)/.installed-dev ## Measure how long a saved file takes to show while the site is served
	@PYTHONPATH=scripts $(BIN)/python tests/measure_preview.py

bench: $(VENV)/.installed-dev ## Measure growth, and site builders beside it: make bench SIZES=record,100 UP_TO=1000
	@PYTHONPATH=scripts $(BIN)/python -m bench --sizes $(SIZES) --builders-up-to $(UP_TO)

fuzz: $(VENV)/.installed-tools ## Look for files that break the loader, for five minutes (Linux; MINUTES=60 for longer)
	@mkdir -p .fuzz && cd .fuzz && ../$(BIN)/python ../tests/fuzz_loader.py -max_total_time=$$(( $(MINUTES) * 60 ))

audit-dependencies: $(VENV)/.installed-tools ## Ask for known holes in the locked requirements (needs the network)
	@$(BIN)/pip-audit --require-hashes --disable-pip -r requirements.txt
	@$(BIN)/pip-audit --require-hashes --disable-pip -r requirements-dev.txt

lint: $(VENV)/.installed-dev ## Check code style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 scripts/summits/locking.py

format: $(VENV)/.installed-dev ## Format the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: ## Renew the requirements*.txt from the .in files (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
	  requirements.in --output-file requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
	  requirements-dev.in --output-file requirements-dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
	  requirements-tools.in --output-file requirements-tools.txt

clean: ## Remove everything that can be made again
	rm -rf $(VENV) site .site.unfinished .site.former .building.lock dist $(NAME).zip .sheets .bench .fuzz .mypy_cache .pytest_cache .ruff_cache .hypothesis scripts/*.egg-info
	rm -rf docs/agreements docs/api docs/claims docs/corrections docs/counts docs/data docs/decades docs/embed docs/hosts docs/meetings docs/not-held docs/on-this-day docs/pairs docs/parts docs/people docs/pictures docs/places docs/quality docs/reconciliation docs/sources docs/topics docs/.generated.json

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; try make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the site needs into $(VENV) ..."
	@$(PIP) install --require-hashes --no-deps -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install --require-hashes --no-deps -r requirements-dev.txt
	@touch $@

$(VENV)/.installed-tools: requirements-tools.txt $(VENV)/.installed-dev
	@echo "Installing the tools of safety into $(VENV) ..."
	@$(PIP) install --require-hashes --no-deps -r requirements-tools.txt
	@touch $@
