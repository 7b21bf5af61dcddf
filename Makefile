# make run      simulate the example scenario and print its table; results go to Reports/
# make test     run all tests
# make validate hold the model against published results and write Documentation/Validation.md; some minutes
# make bench    measure the speed of the simulation
# make format   bring the sources into shape
# make lint     check their shape

# Tests and simulations share one optimised build. The simulation is some fifty times slower without
# optimisation, a second build takes minutes, and -enable-testing costs no speed that can be measured.
flags = -c release -Xswiftc -enable-testing
otium = $$(swift build $(flags) --show-bin-path)/otium
packages = libsqlite3-dev zlib1g-dev libssl-dev pkg-config
sources = Package.swift Sources Tests

.PHONY: run test validate bench format lint build packages

run: build
	@$(otium) run Scenarios/automation-ubi.yaml

# 'swift test' would build with flags of its own, and 'make run' then everything anew.
test: packages
	swift build $(flags) --build-tests
	swift test $(flags) --skip-build --disable-xctest

validate: packages
	swift build $(flags) --build-tests
	OTIUM_VALIDATION=Documentation/Validation.md \
	  swift test $(flags) --skip-build --disable-xctest --filter ValidationTests

# On one thread and on all of them; the burn-in is part of neither. Then what the adoption loop takes of it.
bench: build
	@rm -f .build/bench.sqlite
	@for threads in 1 $$(nproc); do \
	  $(otium) run Scenarios/automation-ubi.yaml --persons 100000 --months 60 --set burn_in=12 \
	    --threads $$threads --output .build/bench.sqlite > .build/bench.txt || exit; \
	done
	@$(otium) query .build/bench.sqlite "SELECT substr(command, instr(command, '--threads') + 10, 2) AS threads, \
	  reform, persons, months, round(wall_seconds, 2) AS seconds, \
	  round(wall_seconds * 1e9 / persons / months) AS ns_per_person_month FROM v_run"
	@swift build $(flags) --build-tests > .build/bench.txt
	@OTIUM_BENCH=1 swift test $(flags) --skip-build --disable-xctest --filter AdoptionCostTests | grep "adoption loop:"

format:
	swift format --in-place --recursive --parallel $(sources)

lint:
	swift format lint --strict --recursive --parallel $(sources)

build: packages
	swift build $(flags) --product otium

# Installs the system libraries that are missing, on Debian and its relatives.
packages:
	@command -v dpkg-query > /dev/null || exit 0; \
	missing=; \
	for package in $(packages); do \
	  dpkg-query --show --showformat='$${Status}' $$package 2> /dev/null | grep -q 'ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	echo "Installing$$missing"; \
	if [ "$$(id -u)" = 0 ]; then root=; else root=sudo; fi; \
	$$root apt-get update && $$root env DEBIAN_FRONTEND=noninteractive \
	  apt-get install --yes --no-install-recommends $$missing
