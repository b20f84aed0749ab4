# Two commands for people: `make run` and `make test`. Everything lands in .venv; nothing else on the machine is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Tests run side by side: most of their time a browser or a server is waited for.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(max(2, min(6, os.cpu_count() or 2)))')

# Tests start hundreds of processes: what one has compiled, the next one need not compile again.
export PYTHONDONTWRITEBYTECODE =

.PHONY: run test proof check lint bench clean
.DEFAULT_GOAL := run

$(VENV)/.run: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: $(VENV)/.run
	$(BIN)/streamlit run app.py

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: $(VENV)/.run
	$(BIN)/python -m catalog check

test: lint check
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

# The long versions of load and chaos tests, every page in every look, and all the examples of every property.
proof: $(VENV)/.dev
	FIT_EXAMPLES=whole $(BIN)/python -m pytest -m "proof or hypothesis"

bench: $(VENV)/.dev
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV)
