# Everything here works from a fresh clone; `make help` lists the targets.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
JOBS ?= $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

# The shipped program starts faster, and runs where no Swift is installed, with the runtime linked in.
UNAME := $(shell uname -s)
RELEASE := -c release $(if $(filter Linux,$(UNAME)),--static-swift-stdlib)

# A crash in a test should end it with the signal, not with a prompt or minutes of symbol look-ups.
export SWIFT_BACKTRACE ?= enable=no

.DEFAULT_GOAL := help
.PHONY: help setup demo build release test fmt lint bench oracle doc install uninstall clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: ## fetch the engine and the system's libraries, once
	@scripts/setup

demo: release ## build the shell and replay the first session
	.build/release/cxsh replay sessions/first-look.cxs

build: setup ## build everything for debugging
	$(SWIFT) build -j $(JOBS)

release: setup ## build the program as it is shipped
	@$(SWIFT) build $(RELEASE) --product cxsh -j $(JOBS)

test: setup ## build and run every test (ARGS="--filter Name" for some)
	$(SWIFT) build --build-tests -j $(JOBS)
	$(SWIFT) test --skip-build $(ARGS)

fmt: ## format the sources
	$(SWIFT) format --in-place --parallel --recursive Sources Tests Package.swift

lint: ## check format and house style
	@scripts/lint

bench: release ## measure the program (ARGS go to the benchmark)
	@scripts/bench $(ARGS)

oracle: release ## compare the program with the method's reference program (ARGS="--seeds 1-200")
	@scripts/oracle $(ARGS)

doc: setup ## build the reference documentation into .build/documentation
	@scripts/doc

install: release ## install the program and its engine under PREFIX
	@scripts/install "$(DESTDIR)$(PREFIX)"

uninstall: ## remove what install put under PREFIX
	rm -f "$(DESTDIR)$(PREFIX)/bin/cxsh"
	rm -rf "$(DESTDIR)$(PREFIX)/lib/cxsh"

clean: ## remove what was built; the engine stays
	rm -rf .build
