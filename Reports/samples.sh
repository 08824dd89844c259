#!/usr/bin/env bash
# samples.sh PROGRAM FOLDER: writes the sample reports that the repository keeps into a folder.
set -euo pipefail
program=$(realpath "$1")
mkdir -p "$2"
target=$(realpath "$2")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$program" run Scenarios/dongguan_baseline.yaml --paths 800 --lang zh --output "$work" \
  >/dev/null 2>&1
"$program" compare Scenarios/dongguan_baseline.yaml Scenarios/dongguan_songshan_heavy.yaml \
  Scenarios/dongguan_towns_first.yaml --paths 800 --lang zh --output "$work/comparison" \
  >/dev/null 2>&1
"$program" sweep Scenarios/sweeps/terms_grid.yaml --paths 800 --lang zh --output "$work" \
  >/dev/null 2>&1
cp "$work"/dongguan_baseline/report.{html,xlsx} "$work"/comparison/comparison.{html,xlsx} \
  "$work"/terms_grid/sweep.{html,xlsx} "$target"
