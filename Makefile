# make run      simulate the example scenario and print its table; results go to Reports/
# make test     run all tests
# make validate hold the model against published results and write Documentation/Validation.md; some minutes
# make reports  simulate the scenarios of the propositions and write a page for each, and one over all
# make register write Documentation/CalibrationRegister.md from the economy file
# make pages    write what the commands of README and tutorial print into these pages
# make manual   write the manual pages into .build/manual
# make policy-charts  draw what each module of the law does, for its page; some minutes
# make bench    measure the speed of the simulation
# make format   bring the sources into shape
# make lint     check their shape

# Tests and simulations share one optimised build. The simulation is some fifty times slower without
# optimisation, a second build takes minutes, and -enable-testing costs no speed that can be measured.
flags = -c release -Xswiftc -enable-testing
otium = $$(swift build $(flags) --show-bin-path)/otium
packages = libsqlite3-dev zlib1g-dev libssl-dev pkg-config
sources = Package.swift Sources Tests

.PHONY: run test validate policy-charts reports register pages manual bench format lint build packages

run: build
	@$(otium) run Scenarios/automation-ubi.yaml

# 'swift test' would build with flags of its own, and 'make run' then everything anew.
test: packages
	swift build $(flags) --build-tests
	swift test $(flags) --skip-build --disable-xctest

validate: packages
	swift build $(flags) --build-tests
	OTIUM_VALIDATION=Documentation/Validation.md OTIUM_PILOTS=Documentation/Pilots.md \
	  swift test $(flags) --skip-build --disable-xctest --filter ValidationTests

# P1 to P9, as far as there are files for them, and the examples. A database that is there already is not made anew.
scenarios = $(wildcard Scenarios/p[1-9]*.yaml) Scenarios/automation-ubi.yaml
databases = $(scenarios:Scenarios/%.yaml=Reports/%.sqlite)

reports: build $(databases)
	@for database in $(databases); do $(otium) report $$database || exit; done
	@$(otium) report $(databases) --overview --output Reports/index.html

# Runs that fail are a result, which the pages name: the program then ends with 3. Shares of persons need more replications.
Reports/%.sqlite: Scenarios/%.yaml
	@rm -f $@
	@$(otium) run $< --persons $(persons) --replications $(replications) --output $@ --quiet > /dev/null || [ $$? = 3 ]

# A database that was not finished is none.
.DELETE_ON_ERROR:

persons = 10000
replications = 10
Reports/p8-paced-and-compensated.sqlite: replications = 32

register: build
	@page=Documentation/CalibrationRegister.md; sed '/^## /,$$d' $$page > $$page.new; \
	for group in assumptions policies automation; do \
	  printf '## `%s`\n\n' $$group; \
	  $(otium) explain $$group --economy Scenarios/economies/us.yaml --format markdown; echo; \
	done >> $$page.new && mv $$page.new $$page

pages: packages
	swift build $(flags) --build-tests
	OTIUM_PAGES=write swift test $(flags) --skip-build --disable-xctest --filter PageTests

# By the plugin of the library that reads the arguments, which asks the built program for its help.
manual: build
	swift package $(flags) generate-manual --multi-page
	@mkdir -p .build/manual
	@cd .build/plugins/GenerateManual/outputs/otium && for page in *; do sed 's/^$$/.Pp/' $$page > ../../../../manual/$$page; done
	@! command -v man > /dev/null || man -l .build/manual/otium.1 > /dev/null

# The indicators that tell most about each module: what its plot shows.
policy_charts = \
  minimum_wage:employment_rate,wage_mean_real,gini_disposable,price_level \
  working_hours:average_weekly_hours,employment_rate,gdp_real,wage_mean_real \
  retirement_age:participation_rate,employment_rate,gdp_real,labour_tax_surcharge \
  job_guarantee:guaranteed_jobs,unemployment_rate,long_term_unemployment_rate,labour_tax_surcharge \
  contributions:employment_rate,price_level,government_debt_to_gdp,labour_tax_surcharge \
  unemployment_insurance:unemployment_rate,poverty_rate,labour_tax_surcharge,gini_disposable \
  wage_insurance:unemployment_rate,poverty_rate,labour_tax_surcharge,gini_disposable \
  compensation:displaced_share,unemployment_rate,labour_tax_surcharge,gini_disposable \
  retraining:retraining,unemployment_rate,group_switch_rate,wage_mean_real \
  basic_income:participation_rate,gini_disposable,labour_tax_surcharge,gdp_real \
  pensions:gini_disposable,labour_tax_surcharge,consumption_real,gini_wealth \
  child_benefit:poverty_rate,gini_disposable,participation_rate,labour_tax_surcharge \
  negative_income_tax:participation_rate,average_weekly_hours,gini_disposable,labour_tax_surcharge \
  income_tax:labour_tax_surcharge,investment_real,gini_disposable,gini_wealth \
  consumption_tax:price_level,labour_tax_surcharge,consumption_real,gini_disposable \
  corporate_tax:investment_real,gdp_real,labour_tax_surcharge,gini_disposable \
  ai_tax:ai_tax_rate,automated_task_share,ai_rent_share,gdp_real \
  robot_tax:automated_task_share,employment_rate,investment_real,gdp_real \
  rent_withholding:ai_rent_share,labour_tax_surcharge,gdp_real,gini_disposable \
  open_models:ai_price,ai_rent_share,automated_task_share,gdp_real \
  pacing:automated_task_share,displaced_share,unemployment_rate,gdp_real \
  dividend_fund:fund_value,gini_wealth,gini_disposable,consumption_real \
  minimum_income:poverty_rate,poverty_gap,participation_rate,labour_tax_surcharge \
  wealth_tax:gini_wealth,labour_tax_surcharge,gini_disposable,household_deposits \
  monetary_policy:unemployment_rate,inflation,policy_rate,government_debt_to_gdp

policy-charts: build
	@rm -f .build/modules.sqlite
	$(otium) run Scenarios/modules.yaml --output .build/modules.sqlite > .build/modules.txt
	@mkdir -p Documentation/images/policies
	@for chart in $(policy_charts); do \
	  $(otium) chart .build/modules.sqlite --reform $${chart%%:*} --indicator $${chart#*:} \
	    --output Documentation/images/policies/$${chart%%:*}.svg || exit; \
	done

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
