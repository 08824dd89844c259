# make run    installs what is missing, builds, simulates the examples, compares them, sweeps over
#             allocations, and writes reports of all into Reports/
# make test   installs what is missing, runs all tests
# make test-slow   runs the tests that take minutes: whether intervals cover as often as they say
# make calibration   what outcomes imply beside published figures, as in Docs/Calibration.md
# make samples   writes Reports/sample/, which is kept in the repository, Docs/Metrics.md and
#             Docs/Keys.md anew
# make setup | build | lint | format | schema

PACKAGES := libgsl-dev libsqlite3-dev libxlsxwriter-dev libxxhash-dev libjs-chart.js pkg-config
SCENARIOS := Scenarios/dongguan_baseline.yaml Scenarios/dongguan_songshan_heavy.yaml \
  Scenarios/dongguan_towns_first.yaml
ANGELFOF := .build/release/angelfof

SWEEP := Scenarios/sweeps/platform_allocation.yaml
# What only tests need: a browser with Chinese letters, and other programs that read workbooks.
TEST_PACKAGES := chromium fonts-noto-cjk libreoffice-calc poppler-utils python3-openpyxl unzip

.PHONY: run test test-slow calibration build setup setup-tests lint format schema samples

run: build
	$(ANGELFOF) check $(SCENARIOS)
	$(ANGELFOF) run $(SCENARIOS) --output Reports
	$(ANGELFOF) compare $(SCENARIOS)
	$(ANGELFOF) sweep $(SWEEP) --paths 2000 --output Reports

build: setup
	swift build -c release --product angelfof

test: setup setup-tests
	swift test --disable-xctest

test-slow: setup setup-tests
	ANGELFOF_SLOW_TESTS=1 swift test -c release -Xswiftc -enable-testing --disable-xctest \
	  --filter Slow

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

calibration: build
	@$(ANGELFOF) calibrate --markdown

# The sample reports and the documents that the program writes itself.
samples: build
	Reports/samples.sh $(ANGELFOF) Reports/sample
	$(ANGELFOF) dictionary --markdown > Docs/Metrics.md
	$(ANGELFOF) schema --keys > Docs/Keys.md

schema: build
	$(ANGELFOF) schema > Scenarios/scenario.schema.json

setup:
	@command -v swift >/dev/null || { \
	  echo "angelfof: the Swift toolchain (6.2 or later) is missing; install it from swift.org"; \
	  exit 1; }
	@$(call install,$(PACKAGES))

setup-tests:
	@$(call install,$(TEST_PACKAGES))

define install
missing=$$(for package in $(1); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	    || printf '%s ' $$package; done); \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" != 0 ]; then \
	    echo "angelfof: these packages are missing: $$missing"; \
	    echo "Install them with: sudo apt-get install $$missing"; exit 1; fi; \
	  echo "Installing $$missing"; \
	  apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing \
	    >/dev/null || { echo "angelfof: apt-get could not install $$missing"; exit 1; }; \
	fi
endef
