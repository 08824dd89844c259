#!/usr/bin/env bash
# Seconds that reports of a finished run take, from the start of the process to its end; by default
# of a run of 100,000 paths of the baseline that is simulated first.
# Usage: Benchmarks/report.sh [runs [formats [folder of a run]]], formats as in csv,html,terminal
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
formats=${2:-csv,html,xlsx,terminal}
make --silent build >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
store=${3:-$folder/dongguan_baseline}
if [ $# -lt 3 ]; then
  .build/release/angelfof run Scenarios/dongguan_baseline.yaml --paths 100000 --no-ranges \
    --output "$folder" >/dev/null 2>&1
fi
TIMEFORMAT='%U %S %R'
for _ in $(seq "$runs"); do
  { time .build/release/angelfof report "$store" --format "$formats" --output "$folder/reports" \
    >/dev/null; } 2>&1
done | awk '{ print $3, $1 + $2 }' | sort -n | awk -v formats="$formats" '
  { wall[NR] = $1; core[NR] = $2 }
  END { m = int((NR + 1) / 2)
    printf "%s: runs %d  median %.2f s on the clock (least %.2f, most %.2f), %.2f core-seconds\n",
      formats, NR, wall[m], wall[1], wall[NR], core[m] }'
