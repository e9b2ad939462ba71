# The commands that people use. `make run` and `make test` install what is missing.

SWIFT_BUILD_FLAGS := --explicit-target-dependency-import-check error
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SOURCES := Package.swift Sources Plugins Tests Benchmarks
ARGS ?= start leadership
# What `swift test` runs; going through it would make the next build compile the plugin's tool anew, BoringSSL included.
TESTS := .build/debug/canaryPackageTests.xctest --testing-library swift-testing --quiet

.PHONY: run test test-fast soak build check lint format catalogue examples packs benchmark deps test-deps clean

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
	$(TESTS) --skip EndToEndTests --skip EvaluationTests

## The release: .build/release/canary
build: deps
	swift build $(SWIFT_BUILD_FLAGS) -c release --static-swift-stdlib --product canary

## What takes longer: five hundred kills of the program, and fifty runs of everything at a terminal.
soak: deps test-deps
	swift build $(SWIFT_BUILD_FLAGS) --build-tests
	CANARY_KILLS=500 $(TESTS) --filter KillTests
	for run in $$(seq 50); do $(TESTS) --filter LineEditingTests --filter "A visit" --filter TerminalWalkTests || exit $$?; done

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

## How fast the evaluator and the journal are, in a release build.
benchmark: deps
	swift build $(SWIFT_BUILD_FLAGS) -c release --product Benchmarks
	@.build/release/Benchmarks

## The C libraries behind the prompt and the workbooks.
deps:
	@pkg-config --exists libedit xlsxwriter libzip expat || { $(SUDO) apt-get update -q && \
	  $(SUDO) apt-get install -q -y libedit-dev libxlsxwriter-dev libzip-dev libexpat1-dev pkg-config; }

## What the tests use beside that: a validator of JSON Schemas, browsers, a spreadsheet, databases and a solver that are not ours.
test-deps:
	@python3 -c 'import jsonschema, yaml, axe_playwright_python, cryptography, openpyxl, websocket, scipy, duckdb' 2>/dev/null || \
	  python3 -m pip install -q jsonschema pyyaml axe-playwright-python cryptography openpyxl websocket-client scipy duckdb
	@{ command -v chromium && command -v firefox-esr && command -v soffice && ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1 || \
	  { $(SUDO) apt-get update -q && $(SUDO) apt-get install -q -y chromium firefox-esr libreoffice-calc-nogui postgresql; }

clean:
	rm -rf .build
