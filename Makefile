# The commands that people use. `make run` and `make test` install what is missing.

SWIFT_BUILD_FLAGS := --explicit-target-dependency-import-check error
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SOURCES := Package.swift Sources Plugins Tests Benchmarks
ARGS ?= start leadership
# What `swift test` runs; going through it would make the next build compile the plugin's tool anew.
TESTS := .build/debug/canaryPackageTests.xctest --testing-library swift-testing --quiet
# The program under test is the release: where the work behind a passphrase is done thousands of times, the debug build takes hours.
SOAK = CANARY_UNDER_TEST="$(CURDIR)/$(PROGRAM)" $(TESTS)
BENCH_PYTHON := .build/bench-venv/bin/python
BENCH_PACKAGES := questionary datalogic-py cel-expr-python zen-engine check-jsonschema pyxform PyYAML orjson duckdb polars \
  XlsxWriter openpyxl

.PHONY: run test test-fast soak soak-build soak-kills soak-faults soak-scalars soak-damage soak-oracles soak-terminals check lint format catalogue examples packs places bench deps test-deps bench-deps clean

## Starts the leadership self-assessment; another command with ARGS="list".
run: deps
	swift build $(SWIFT_BUILD_FLAGS) --product canary
	@.build/debug/canary $(ARGS)

## All tests.
test: deps test-deps
	swift build $(SWIFT_BUILD_FLAGS) --build-tests
	$(TESTS)

## All tests but those that start the whole program or compare with brute force.
test-fast: deps test-deps
	swift build $(SWIFT_BUILD_FLAGS) --build-tests
	$(TESTS) --skip AdversaryTests --skip EndToEndTests --skip EvaluationTests

## What takes longer, of the program as it is released: five hundred kills of it, a fault at every call to the disk of every command
## that writes, every scalar that joins or steers beside all that a format acts on, five thousand altered files of each kind, a
## hundred thousand random cases and five thousand sheets against the oracles, and fifty runs of everything at a terminal.
## Each part can be run by itself. Measured on two cores on which others built meanwhile: the release 13 minutes, kills 87 seconds, faults
## 12 minutes (of 5,000 and more that came, none broke a rule), scalars 9 minutes, random cases 33 minutes, sheets against the oracle
## 21 seconds, terminals 30 minutes, altered files 63 minutes (of 125,000 of 25 kinds, none broke a rule).
soak: $(addprefix soak-,kills faults scalars damage oracles terminals)

soak-build: deps test-deps build
	swift build $(SWIFT_BUILD_FLAGS) --build-tests

soak-kills: soak-build
	CANARY_KILLS=500 $(SOAK) --filter KillTests

soak-faults: soak-build
	CANARY_FAULTS=all $(SOAK) --filter FaultTests

soak-scalars: soak-build
	CANARY_EVERY_SCALAR=1 $(SOAK) --filter ReadBackTests --filter HostileWordsTests

soak-damage: soak-build
	# In memory: a disk would be waited for at each of some hundred thousand writes.
	TMPDIR=/dev/shm CANARY_DAMAGED=5000 $(SOAK) --filter DamagedFileTests

soak-oracles: soak-build
	CANARY_ORACLE_CASES=100000 $(SOAK) --filter OracleTests
	CANARY_TIER_SHEETS=5000 $(SOAK) --filter TierOracleTests --filter TierCheckTests

soak-terminals: soak-build
	for run in $$(seq 50); do $(SOAK) --filter LineEditingTests --filter "A visit" --filter TerminalWalkTests || exit $$?; done

## What a change has to pass: lint, build with the import check, tests.
check: lint test

lint:
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)

## Lists the program's sentences for translators anew, after one was changed.
catalogue:
	python3 Tests/LanguagesTests/extract_catalogue.py Questionnaires/Languages/canary.pot

## Makes sessions of the fictional authorities under Sessions/Examples.
examples: deps
	swift build $(SWIFT_BUILD_FLAGS) --product canary
	@for name in borsetshire fenmoor northmarsh; do \
	  id=$$(.build/debug/canary start leadership --no-walk --title "Example: $$name" --authority "$$name") && \
	  .build/debug/canary answer "$$id" "Sessions/Examples/$$name.yaml" || exit $$?; \
	done
	@.build/debug/canary list

## Writes the packs under docs/examples anew; the test fails while it does, so that somebody looks at them.
packs: deps
	swift build $(SWIFT_BUILD_FLAGS) --build-tests
	-CANARY_WRITE_EXAMPLES=1 $(TESTS) --filter ExamplePackTests

## What was decided for real authorities beside what the rules tell of their sheets, written into docs/validity.md.
places: deps test-deps
	swift build $(SWIFT_BUILD_FLAGS) --build-tests
	python3 Tests/EndToEndTests/Validity/places.py .build/debug/canary --write

## How fast Canary is beside its peers, written into docs/benchmarks.md; one pair with BENCH="--only prompt".
bench: build bench-deps
	$(BENCH_PYTHON) Benchmarks/Peers/bench.py --build $(RELEASE)/release $(BENCH)

## The C libraries behind the prompt, the instruments and the workbooks.
deps:
	@pkg-config --exists libedit libmd yaml-0.1 xlsxwriter libzip expat || { $(SUDO) apt-get update -q && \
	  $(SUDO) apt-get install -q -y libedit-dev libmd-dev libyaml-dev libxlsxwriter-dev libzip-dev libexpat1-dev pkg-config; }

## What the tests use beside that: a validator of JSON Schemas, readers of every format, browsers, a spreadsheet, databases and a solver
## that are not ours.
test-deps:
	@python3 -c 'import jsonschema, yaml, axe_playwright_python, cryptography, openpyxl, websocket, scipy, duckdb, html5lib, markdown_it, linkify_it, cmarkgfm, pyte, icalendar, docx' 2>/dev/null || \
	  python3 -m pip install -q jsonschema pyyaml axe-playwright-python cryptography openpyxl websocket-client scipy duckdb \
	    html5lib markdown-it-py linkify-it-py cmarkgfm pyte icalendar python-docx
	@{ command -v chromium && command -v firefox-esr && command -v soffice && test -e /usr/lib/libreoffice/program/libswlo.so && command -v pandoc && command -v dot && command -v pdftotext && command -v strace && command -v faketime && command -v nm && ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1 || \
	  { $(SUDO) apt-get update -q && $(SUDO) apt-get install -q -y chromium firefox-esr libreoffice-calc-nogui \
	    libreoffice-writer-nogui pandoc postgresql \
	    graphviz poppler-utils strace faketime binutils; }

## The programs that `make bench` measures Canary against; what cannot be installed is named in the table.
bench-deps: $(BENCH_PYTHON)
	@{ command -v sqlite3 && command -v whiptail && command -v strace && command -v gcc && test -x /usr/bin/time && \
	  test -f /usr/include/sqlite3.h; } >/dev/null || { $(SUDO) apt-get update -q && \
	  $(SUDO) apt-get install -q -y sqlite3 libsqlite3-dev whiptail strace gcc libc6-dev time; }
	@for package in $(BENCH_PACKAGES); do \
	  $(BENCH_PYTHON) -m pip show -q $$package 2>/dev/null || $(BENCH_PYTHON) -m pip install -q $$package || \
	  echo "cannot be installed: $$package" >&2; done

# Of Debian's own Python: a shim in front of another would be measured, too.
$(BENCH_PYTHON):
	@/usr/bin/python3 -c 'import ensurepip, venv' 2>/dev/null || { $(SUDO) apt-get update -q && \
	  $(SUDO) apt-get install -q -y python3-venv; }
	/usr/bin/python3 -m venv .build/bench-venv

clean:
	rm -rf .build .build-rel

include Packaging/release.mk
