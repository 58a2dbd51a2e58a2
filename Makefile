# One command for each thing a developer does; README has the Windows equivalents.
.DEFAULT_GOAL := help
PY := .venv/bin/python
WORKERS ?= 2

.PHONY: help env demo app test test-all lint format bench build screenshots clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

env: ## make .venv/ with everything the project needs
	@build_specs/environment.sh

demo: env ## a demo workspace of 600 interviews, its scores, workbook, package and picture
	@.venv/bin/gsmon demo build/demo --interviews 600

app: env ## open the program
	@.venv/bin/gsmon

test: env lint ## lint and the whole test suite but the slow marker
	@mkdir -p build
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n $(WORKERS) --dist loadgroup

test-all: env lint ## everything, the slow suites too
	@mkdir -p build
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m "not bench" -n $(WORKERS) --dist loadgroup --timeout 1800

lint: env ## ruff, mypy strict, import-linter
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo

format: env ## put the code in shape
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

bench: env ## measure: ratios against a bare baseline of the same run, JSON in build/
	@mkdir -p build
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m bench tests/bench -p no:xdist --timeout 1800 --benchmark-json build/bench.json --benchmark-disable-gc -q
	@$(PY) -m tests.bench.table build/bench.json

build: env ## the frozen one-folder program in build/dist/, started once to prove it
	@build_specs/build.sh

screenshots: env ## every screen in ru and kk, light and dark, to build/screenshots/
	@QT_QPA_PLATFORM=offscreen $(PY) build_specs/screenshots.py build/screenshots

clean: ## remove what was made
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
