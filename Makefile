# The two commands: `make build` (kits and site into build/) and `make test`. Both set up everything first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: build test serve check clean

build: .venv/ready
	@$(BIN)/huddlekit build

test: .venv/ready-to-test
	@$(BIN)/pytest -q -n 2 --dist loadgroup

serve: .venv/ready
	@$(BIN)/huddlekit serve

check: .venv/ready-to-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/codespell
	@$(BIN)/huddlekit check

clean:
	@rm -rf build .build

.venv/ready: pyproject.toml requirements.txt tools/system-packages
	@tools/system-packages print
	@echo "Setting up .venv (a minute or two, once)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/ready-to-test: .venv/ready requirements-dev.txt
	@tools/system-packages test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
