# A release: the program, what is installed with it, a Debian package, and the test of that in an empty root.

# Another folder than the debug build's, so that neither makes the other build anew.
RELEASE := .build-rel
PROGRAM := $(RELEASE)/release/canary
# Where the packages that the program is built of lie.
CHECKOUTS := $(RELEASE)/checkouts
# Where the finished files are gathered.
DIST := $(RELEASE)/dist
VERSION := $(shell sed -n 's/.*static let number = "\(.*\)"/\1/p' Sources/CanaryCommands/ProgramVersion.swift)
# Types are named by calls and not by texts that the runtime has to look up; docs/decisions/0012 has the figures.
COMPILER_FLAGS := -Xfrontend -disable-concrete-type-metadata-mangled-name-accessors
# The runtime of C++ is linked into the program, and no symbol is offered to others: fewer names to look up. The
# linker finds this folder before the one with the shared library. Its path may hold blanks, so it is no word of a list.
STATIC := $(abspath $(RELEASE))/static
COMPILER_FLAGS += -Xclang-linker -static-libgcc -Xclang-linker -Wl,--no-export-dynamic
# More for the linker of the program, such as LINKER_FLAGS="-z now".
LINKER_FLAGS ?=
# Pages and packages carry the date of the last commit, so that the same sources give the same files.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
export SOURCE_DATE_EPOCH

PREFIX ?= /usr/local
DESTDIR ?=
BASH_COMPLETIONS ?= $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS ?= $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS ?= $(PREFIX)/share/fish/vendor_completions.d
MANUAL := $(PREFIX)/share/man/man1
DOCUMENTS := $(PREFIX)/share/doc/canary
DATA := $(PREFIX)/share/canary
# Who answers for the Debian package.
MAINTAINER ?= Canary maintainers <maintainers@users.noreply.b-seed-eee93489.example>

.PHONY: build dist install uninstall deb sbom test-release pictures

## The release: one stripped program with its manual, completions, and the licences of what is in it. Everything is built, the
## benchmarks too: SwiftPM builds BoringSSL anew when another product is asked for.
build: deps
	@mkdir -p "$(STATIC)"
	@# The notes for a tracer of exceptions refer to code that the linker drops, and it stops at that.
	@objcopy -R .note.stapsdt "$$(clang -print-file-name=libstdc++.a)" "$(STATIC)/libstdc++.a"
	swift build $(SWIFT_BUILD_FLAGS) -c release --static-swift-stdlib --disable-local-rpath --scratch-path $(RELEASE) \
	  -Xswiftc "-L$(STATIC)" $(addprefix -Xswiftc ,$(COMPILER_FLAGS)) $(addprefix -Xlinker ,$(LINKER_FLAGS))
	@$(MAKE) --no-print-directory dist

## What goes with a program that is built already.
dist:
	mkdir -p "$(DIST)/completions"
	strip -R .comment -o "$(DIST)/canary" "$(PROGRAM)"
	python3 Packaging/manual.py "$(DIST)/canary" "$(DIST)/man"
	for shell in bash zsh fish; do \
	  "$(DIST)/canary" --generate-completion-script $$shell >"$(DIST)/completions/canary.$$shell" || exit $$?; done
	# It is read by the shell that there is, and no program.
	sed -i '1{/^#!/d}' "$(DIST)/completions/canary.bash"
	python3 Packaging/notices.py "$(CHECKOUTS)" "$(DIST)/notices.txt"
	@ls -l "$(DIST)/canary"

## Installs what `make build` made, under PREFIX (/usr/local), in a root of its own where DESTDIR is set.
install:
	@test -x "$(DIST)/canary" || { echo "install: there is no $(DIST)/canary" >&2; echo "hint: run make build first" >&2; exit 1; }
	install -D -m 755 "$(DIST)/canary" "$(DESTDIR)$(PREFIX)/bin/canary"
	install -d -m 755 "$(DESTDIR)$(MANUAL)" "$(DESTDIR)$(DATA)/schemas" "$(DESTDIR)$(DOCUMENTS)/Sessions/Examples" \
	  "$(DESTDIR)$(DOCUMENTS)/Sessions/Places/second" \
	  $(foreach folder,decisions examples pictures,"$(DESTDIR)$(DOCUMENTS)/docs/$(folder)")
	install -m 644 "$(DIST)/man/"*.1 "$(DESTDIR)$(MANUAL)"
	install -D -m 644 "$(DIST)/completions/canary.bash" "$(DESTDIR)$(BASH_COMPLETIONS)/canary"
	install -D -m 644 "$(DIST)/completions/canary.zsh" "$(DESTDIR)$(ZSH_COMPLETIONS)/_canary"
	install -D -m 644 "$(DIST)/completions/canary.fish" "$(DESTDIR)$(FISH_COMPLETIONS)/canary.fish"
	install -m 644 Questionnaires/Schemas/*.schema.json "$(DESTDIR)$(DATA)/schemas"
	install -m 644 README.md CHANGELOG.md Packaging/copyright "$(DIST)/notices.txt" "$(DESTDIR)$(DOCUMENTS)"
	install -m 644 Sessions/Examples/*.yaml "$(DESTDIR)$(DOCUMENTS)/Sessions/Examples"
	install -m 644 Sessions/Places/*.* "$(DESTDIR)$(DOCUMENTS)/Sessions/Places"
	install -m 644 Sessions/Places/second/*.yaml "$(DESTDIR)$(DOCUMENTS)/Sessions/Places/second"
	install -m 644 docs/*.md "$(DESTDIR)$(DOCUMENTS)/docs"
	for folder in decisions examples pictures; do \
	  install -m 644 docs/$$folder/* "$(DESTDIR)$(DOCUMENTS)/docs/$$folder" || exit $$?; done

## Removes what `make install` put there, and nothing else; sessions stay.
uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/canary" "$(DESTDIR)$(MANUAL)/canary.1" "$(DESTDIR)$(MANUAL)/canary-"*.1 \
	  "$(DESTDIR)$(BASH_COMPLETIONS)/canary" "$(DESTDIR)$(ZSH_COMPLETIONS)/_canary" "$(DESTDIR)$(FISH_COMPLETIONS)/canary.fish"
	rm -rf "$(DESTDIR)$(DATA)" "$(DESTDIR)$(DOCUMENTS)"

## What the program is built of, as CycloneDX JSON.
sbom:
	@mkdir -p $(DIST)
	swift package --scratch-path $(RELEASE) show-dependencies --format json >$(DIST)/dependencies.json
	python3 Packaging/sbom.py --version $(VERSION) --program $(DIST)/canary --packages $(DIST)/dependencies.json \
	  --checkouts $(CHECKOUTS) -o $(DIST)/canary.cdx.json
	python3 Tests/EndToEndTests/Release/check_parts.py $(DIST)/canary.cdx.json $(DIST)/canary Package.resolved

## A Debian package of what `make build` made.
deb: sbom
	MAINTAINER='$(MAINTAINER)' Packaging/deb $(VERSION) $(DIST)

## Installs the package in an empty Debian, does the main job there at a terminal, and removes it; needs root. EMPTY_ROOT=FILE
## keeps that Debian for the next time.
test-release: deb
	$(SUDO) env EMPTY_ROOT="$(EMPTY_ROOT)" Packaging/test-release $(DIST)/canary_$(VERSION)_$$(dpkg --print-architecture).deb $(DIST)/canary

## The pictures of the README anew, from real output.
pictures: test-deps
	@command -v tmux >/dev/null || $(SUDO) apt-get install -q -y tmux
	python3 Packaging/pictures.py $(DIST)/canary docs/pictures
