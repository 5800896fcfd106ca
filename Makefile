# Two commands matter: `make run` and `make test`. Each makes what it needs first and skips what is there already.
SHELL := /bin/bash
.DEFAULT_GOAL := help
DEV := .venv/dev/bin
# What takes longest comes first. Dialogues are given out a file of theirs at a time (tests/conftest.py).
QUICK := $(addprefix tests/,test_conversations.py model journal flows trades speech agent test_docs.py)
PARALLEL := --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
export PORT OPERATOR_URL OLLAMA_URL GEMINI_API_KEY GEMINI_MODEL SESSION_MINUTES STATE PYTHON
comma := ,
# Nothing here is meant for a real AWS account, nor for a proxy.
unexport AWS_PROFILE AWS_ENDPOINT_URL
export NO_PROXY := $(if $(NO_PROXY),$(NO_PROXY)$(comma))127.0.0.1,localhost
# SAM tells nobody that it ran, and keeps what it remembers here instead of in the home directory.
export SAM_CLI_TELEMETRY := 0
export __SAM_CLI_APP_DIR := $(CURDIR)/.aws-sam/cli

.PHONY: help run operator build test quick check lint types imports flows contract speech corpus diff bench release train classifier docs validate lock clean dev sam emulator

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: emulator sam ## Start everything on this machine and chat (PORT=, STATE=, OPERATOR_URL=, GEMINI_API_KEY=, OLLAMA_URL=)
	@PYTHONPATH=layers/core exec .venv/emulator/bin/python -m local.run

operator: emulator ## Start only the sandbox operator (PORT=)
	@exec .venv/emulator/bin/python -m local.operator --port $(or $(PORT),4610)

build: sam emulator ## Build the layer and the functions with SAM
	@.venv/emulator/bin/python -c "from local.build import build; build()"

test: dev sam emulator ## Run every test (ARGS= goes to pytest)
	@$(DEV)/python -m pytest $(or $(ARGS),$(PARALLEL))

quick: dev ## Run the tests of what decides: no adapter, no emulator, few random examples (ARGS= as above)
	@HYPOTHESIS_PROFILE=quick $(DEV)/python -m pytest -q -m "not whole" $(PARALLEL) $(QUICK) $(ARGS)

check: lint types imports flows diff test ## Lint, types, imports, flows, differences, tests: what CI runs

lint: dev ## Check style and format
	@$(DEV)/ruff check .
	@$(DEV)/ruff format --check .

types: dev ## Check types, strictly
	@$(DEV)/mypy layers functions local tests benchmarks worker

imports: dev ## Check that imports point one way
	@PYTHONPATH=layers/core $(DEV)/lint-imports

contract: dev sam emulator ## Let schemathesis try the served contract on the local stack, for about a minute
	@PYTHONPATH=layers/core:. $(DEV)/python .ci/contract.py

flows: dev ## Verify every shipped flow (ARGS="draw no_service", "paths settle_bill", "check my.json")
	@PYTHONPATH=layers/core:. $(DEV)/python -m local.flows $(ARGS)

speech: dev ## What a sentence is heard as (ARGS='"kyun chahiye"'), or what is odd in the languages' files
	@PYTHONPATH=layers/core:. $(DEV)/python -m local.speech $(ARGS)

corpus: dev ## Record the conversations of tests and scripted customers anew: what `make diff` takes again
	@PYTHONPATH=layers/core:. $(DEV)/python -m tests.support.corpus make

diff: dev ## Compare what this build makes of the corpus with what was accepted (ARGS="--show 50")
	@PYTHONPATH=layers/core:. $(DEV)/python -m tests.support.corpus diff $(ARGS)

bench: dev sam emulator ## Measure the budgets and print them as JSON
	@PYTHONPATH=layers/core:. $(DEV)/python -m benchmarks

release: dev ## Record the rows of this commit's code, which the next release is held against
	@PYTHONPATH=layers/core:. $(DEV)/python -m tests.support.release

train: dev ## Train the classifier and print its figures (ARGS=folder keeps it)
	@PYTHONPATH=layers/core:. $(DEV)/python -m frontline.train $(ARGS)

classifier: dev ## The classifier's figures, as docs/understanding.md tells them
	@PYTHONPATH=layers/core:. $(DEV)/python benchmarks/classifier.py

docs: dev ## Write docs/events.md and the slot types of docs/flows.md anew from the code
	@PYTHONPATH=layers/core:. $(DEV)/python -m local.events_doc
	@PYTHONPATH=layers/core:. $(DEV)/python -m local.slots_doc

validate: sam ## Validate the template as SAM and CloudFormation see it
	@.venv/sam/bin/sam validate --lint

lock: dev ## Write the locked requirements anew from the *.in files
	@for file in layers/core/requirements requirements-dev requirements-sam requirements-emulator; do \
	  echo "Locking $$file.txt ..."; \
	  CUSTOM_COMPILE_COMMAND="make lock" $(DEV)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
	    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file $$file.txt $$file.in || exit 1; \
	done

clean: ## Remove builds, caches and environments (tickets in .frontline stay)
	rm -rf .aws-sam .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

dev sam emulator:
	@local/environment $@
