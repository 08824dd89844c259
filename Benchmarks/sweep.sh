#!/usr/bin/env bash
# What a cell of the four platforms' allocation costs against a full run of the same 5,000 paths.
# Core-seconds of whole processes on one worker, in turn; the store's size by cell.
# Usage: Benchmarks/sweep.sh [runs]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-3}
make --silent build >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
TIMEFORMAT='%U %S'
core() { { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }'; }
for _ in $(seq "$runs"); do
  rm -rf "$folder"/*
  full=$(core .build/release/angelfof run Scenarios/dongguan_baseline.yaml --paths 5000 --jobs 1 \
    --no-ranges --output "$folder")
  sweep=$(core .build/release/angelfof sweep Scenarios/sweeps/platform_allocation.yaml --jobs 1 \
    --output "$folder")
  cells=$(grep -c ',done,' "$folder/platform_allocation/cells.csv")
  size=$(stat -c %s "$folder/platform_allocation/sweep.sqlite")
  echo "$full $sweep $cells $size"
done | awk '{ ratio = $2 / $3 / $1
    printf "run %.2f s  sweep %.2f s  %d legal cells  a cell costs %.3f of a run  store %.0f kB a cell\n",
      $1, $2, $3, ratio, $4 / $3 / 1000 }'
