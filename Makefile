# make demo    the bot and a page with phones: no account, no token, no network
# make test    every check there is, with one summary
# make lint    the quick checks only
# make format  put the code in its shape
# Each does its own set-up in .venv; PYTHON=/path/to/python chooses the Python.

export PYTHON
BIN := .venv/bin

.PHONY: demo test lint format lock clean

demo:
	@scripts/set-up requirements.lock
	@$(BIN)/praatmaat demo

test:
	@scripts/set-up requirements-test.lock
	@$(BIN)/python -m tests

lint:
	@scripts/set-up requirements-test.lock
	@$(BIN)/python -m tests --quick

format:
	@scripts/set-up requirements-test.lock
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format .

# Choose the versions anew within the bounds of pyproject.toml (needs uv).
lock:
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	    -o requirements.lock pyproject.toml
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	    --constraint requirements.lock --extra test -o requirements-test.lock pyproject.toml

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* build
