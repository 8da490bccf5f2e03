# make serve   the site on http://127.0.0.1:8000, rebuilt on every change
# make test    all tests
# make site    the site once, into site/
# make help    all commands

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help build-all portal cluster import new serve site check questions pages upgrade test drill schema deploy offline save publish back release wheel lint bench lock audit clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 16

# The environment: locked, hashed dependencies, then this project itself, then what the
# scripts are made with (npm from the machine, else from a wheel), without what only tests need.
$(VENV)/.site: requirements/site.txt pyproject.toml package-lock.json
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/site.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	command -v npm >/dev/null || $(BIN)/pip install --quiet --require-hashes --requirement requirements/node.txt
	PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --silent --omit=dev
	touch $@

# What the import of a plan reads .pdf with.
$(VENV)/.import: requirements/import.txt $(VENV)/.site
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/import.txt
	touch $@

# What many machines build many plans with.
$(VENV)/.cluster: requirements/cluster.txt $(VENV)/.site
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/cluster.txt
	touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/test.txt
	PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --silent
	sh tests/install-tools.sh
	touch $@

serve: $(VENV)/.site ## build the site, serve it, rebuild on change (PORT=8000)
	$(BIN)/programme serve --port $(PORT)

site: $(VENV)/.site ## build the site once into site/; any warning fails
	$(BIN)/programme build

check: $(VENV)/.site ## check data/ and docs/; name all that is wrong
	$(BIN)/programme check

questions: $(VENV)/.site ## answer what a draft that was read from a document is not sure of
	@$(BIN)/programme questions

pages: $(VENV)/.site ## make the page files of new entities; name the orphans (DROP=1: delete them)
	$(BIN)/programme pages $(if $(DROP),--drop)

new: $(VENV)/.site ## the folder of a new plan: DIR=../ke-hoach-2027 (FROM=../ke-hoach-2026: keep its bodies, groups, places)
	@$(BIN)/programme new "DIR=$(DIR)" $(foreach one,NAME LEVEL YEAR ISSUER PLACE FROM OLD_SITE,$(if $($(one)),"$(one)=$($(one))"))

import: $(VENV)/.import ## a document (.docx, .pdf, .doc, .txt) becomes the folder of a draft: FILE=ke-hoach.docx DIR=../ke-hoach-2027
	@$(BIN)/programme import "FILE=$(FILE)" "DIR=$(DIR)" $(foreach one,NAME LEVEL YEAR ISSUER PLACE,$(if $($(one)),"$(one)=$($(one))"))

build-all: $(VENV)/.site $(if $(SCHEDULER),$(VENV)/.cluster) ## build the sites of all plans of a list: PORTAL=../portal.yaml (INTO=, SHARD=3/40, SCHEDULER=tcp://…)
	@$(BIN)/programme build-all "PORTAL=$(PORTAL)" $(foreach one,INTO SHARD SCHEDULER PROCESSES,$(if $($(one)),"$(one)=$($(one))"))

portal: $(VENV)/.site ## one door over the plans of a list: FOLDER=.. is where portal.yaml lies
	@$(BIN)/programme portal "$(FOLDER)"

cluster: $(VENV)/.cluster ## what many machines build with; see operations/README.md

test: lint ## style, types and all tests
	$(BIN)/python -m pytest -n 2 --dist loadscope

drill: $(VENV)/.test ## the long drills, whole: 2,000 spoiled plans, 30 in a browser, all tests at everything, 330 mutations of the code
	$(BIN)/python tests/mutation_drill.py mutations 2000
	$(BIN)/python tests/mutation_drill.py acceptance 30
	WHOLE=1 $(BIN)/python -m pytest -n 2 --dist loadscope
	PYTHONPATH=tests $(BIN)/python -m mutants

upgrade: $(VENV)/.site ## bring data of an older engine to the form of this one
	$(BIN)/programme upgrade

schema: $(VENV)/.site ## write the JSON Schemas that editors use
	$(BIN)/programme schema

deploy: $(VENV)/.site ## write the security headers for nginx and Caddy
	$(BIN)/programme deploy

offline: $(VENV)/.site ## the site as a ZIP for a USB stick, named like the site
	@$(BIN)/programme offline $(if $(DRAFT),--draft)

save: $(VENV)/.site ## check what was edited and put it into the history, for the change log
	@$(BIN)/programme save

publish: $(VENV)/.site ## check, build, look at the result, switch: DEST=/srv/giam-ngheo SITE_URL=https://…
	@$(BIN)/programme publish $(if $(DROP),--drop) $(if $(DRAFT),--draft) "DEST=$(DEST)"

back: $(VENV)/.site ## back to the build published before: DEST=/srv/giam-ngheo
	@$(BIN)/programme back "DEST=$(DEST)"

release: $(VENV)/.site ## record today's addresses as published
	$(BIN)/programme release

wheel: $(VENV)/.site ## the engine as a wheel into dist/, for a machine without node
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

lint: $(VENV)/.test ## style, types, and who may import whom
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache
	PATH="$$PATH:$(CURDIR)/$(BIN)" npm run --silent lint

bench: $(VENV)/.test site ## all measurements of the README but Lighthouse's
	$(BIN)/python bench/build.py
	$(BIN)/python bench/grow.py
	$(BIN)/python bench/serve.py
	$(BIN)/python bench/editor.py
	$(BIN)/python bench/check.py
	$(BIN)/python bench/search.py
	$(BIN)/python bench/weight.py
	$(BIN)/python bench/pdf.py
	$(BIN)/python bench/load.py

lock: ## resolve the dependencies anew (needs the network)
	$(PYTHON) -m venv .build-lock && .build-lock/bin/pip install --quiet uv
	.build-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate pyproject.toml requirements/build.in -o requirements/site.txt
	.build-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate pyproject.toml requirements/build.in --extra accept --extra cluster --extra import --group test \
	  -c requirements/site.txt -o requirements/test.txt
	.build-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate pyproject.toml requirements/build.in --extra import -c requirements/test.txt \
	  -o requirements/import.txt
	.build-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate pyproject.toml requirements/build.in --extra cluster -c requirements/test.txt \
	  -o requirements/cluster.txt
	.build-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate requirements/node.in -o requirements/node.txt
	npm install --package-lock-only
	$(PYTHON) requirements/strip_lock.py
	rm -rf .build-lock

audit: ## ask for known faults in what is locked (needs the network; says so where it has none)
	$(PYTHON) -m venv .build-audit && .build-audit/bin/pip install --quiet pip-audit
	$(PYTHON) requirements/audit.py .build-audit/bin/pip-audit
	rm -rf .build-audit

clean: ## remove everything that was made
	rm -rf $(VENV) .build .build-audit .build-lock .cache dist node_modules site
