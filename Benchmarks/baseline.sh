#!/usr/bin/env bash
# Core-seconds of 20,000 paths of a scenario on one worker, statistics, store and CSV included.
# Usage: Benchmarks/baseline.sh [runs [scenario]], dongguan_baseline unless another one of Scenarios is named
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
scenario=${2:-dongguan_baseline}
make --silent build >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
TIMEFORMAT='%U %S %R'
for _ in $(seq "$runs"); do
  { time .build/release/angelfof run "Scenarios/$scenario.yaml" --paths 20000 --jobs 1 \
    --no-ranges --output "$folder" >/dev/null; } 2>&1
done | awk '{ print $1 + $2, $1, $2, $3 }' | sort -n | awk '
  { core[NR] = $1; user[NR] = $2; kernel[NR] = $3; wall[NR] = $4 }
  END { m = int((NR + 1) / 2)
    printf "runs %d  median core-seconds %.2f (least %.2f, most %.2f), us a path %.0f\n",
      NR, core[m], core[1], core[NR], core[m] * 1e6 / 20000 }'
