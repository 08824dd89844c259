#!/usr/bin/env bash
# Counts allocations of memory on 10 full blocks of paths and a part of an eleventh, under both
# engines: a longer part allocates no more, as paths allocate nothing.
# Usage: Benchmarks/allocations.sh
set -euo pipefail
cd "$(dirname "$0")/.."
make --silent build >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/count.c" <<'C'
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
static atomic_long count;
extern void *__libc_malloc(size_t);
void *malloc(size_t size) {
  atomic_fetch_add(&count, 1);
  return __libc_malloc(size);
}
__attribute__((destructor)) static void tell(void) { fprintf(stderr, "%ld\n", (long)count); }
C
clang -shared -fPIC -O2 -o "$folder/count.so" "$folder/count.c"
for engine in multiples rounds; do
  for paths in 2600 2800; do
    printf '%s, %s paths: ' "$engine" "$paths"
    LD_PRELOAD="$folder/count.so" .build/release/angelfof run Scenarios/dongguan_baseline.yaml \
      --set "outcomes.engine=$engine" --paths "$paths" --jobs 1 --no-ranges \
      --output "$folder/reports" 2>&1 >/dev/null | tail -1
  done
done
