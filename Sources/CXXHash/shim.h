// Checksums, by xxHash.
#include <xxhash.h>
