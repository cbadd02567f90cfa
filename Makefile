# The two commands are `make run` and `make test`; the rest is for those who build Samling.
.PHONY: run test night bench demo-grow psql check story
PYTHON = .venv/bin/python
# Two: each has a database and perhaps a browser beside it. A third gained nothing on two cores (407 s and 418 s).
PYTEST = $(PYTHON) -m pytest -n 2 --dist loadgroup --no-loadscope-reorder

run: ## start Samling with its demo world: make run [PORT=8001]
	@bin/setup run && exec $(PYTHON) -m samling.command run

test: ## everything: lint, types, unit, database, house and browser tests
	@bin/setup test
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m mypy --no-error-summary samling & types=$$!; $(PYTEST); tests=$$?; wait $$types && exit $$tests

night: ## the same tests at night sizes: hours, not minutes
	@bin/setup test
	@SAMLING_SIZES=night $(PYTEST)

bench: ## how fast the pages are, as ratios within one run
	@bin/setup test
	@$(PYTHON) -m bench

demo-grow: ## let the demo have N invented children with three years of history each: make demo-grow N=100000
	@bin/setup run && $(PYTHON) -m samling.command grow $(N)

psql: ## psql against the running instance: make psql ROLE=app|owner|… (or SQL on standard input)
	@bin/setup run && exec $(PYTHON) -m samling.command psql $(ROLE)

check: ## what is not safe for production, in plain words
	@bin/setup run && $(PYTHON) -m samling.command check

story: ## tell docs/story.md anew from the packages
	@bin/setup run && $(PYTHON) -m samling.kernel.story
