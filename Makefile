# Two commands are all a fresh machine needs: `make demo` and `make test`.
PYTHON ?= python3
DEMO   := .venv-demo
VENV   := .venv

.PHONY: demo test lint types unit page-script clean

demo: $(DEMO)/ready  ## read the example story, write its JSON and its page, print the summary
	mkdir -p build
	$(DEMO)/bin/fabula read examples/the_lamplighters.txt -o build/the_lamplighters.fabula.json
	$(DEMO)/bin/fabula page build/the_lamplighters.fabula.json -o docs/the_lamplighters.html

test: lint types unit  ## everything CI checks

lint: $(VENV)/ready
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(VENV)/ready
	$(VENV)/bin/mypy

unit: $(VENV)/ready
	$(VENV)/bin/pytest

page-script:  ## build the script of the reading page from web/; its result is committed
	npm --prefix web ci
	npm --prefix web run check
	npm --prefix web test
	npm --prefix web run build

$(DEMO)/ready: pyproject.toml
	$(PYTHON) -m venv $(DEMO)
	$(DEMO)/bin/python -m pip install --quiet --disable-pip-version-check .
	touch $@

$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(VENV)/bin/python -m pip install --quiet --editable . --group dev
	touch $@

clean:
	rm -rf $(DEMO) $(VENV) build dist
