// Files that are a part of the program: what report pages and labels are made of.
#ifndef CASSETS_H
#define CASSETS_H
#include <stddef.h>

// How many files there are, and what the one at a position is called.
size_t cassets_count(void);
const char *cassets_name(size_t position);

// The bytes of the file at a position, which are not ended by a zero.
const unsigned char *cassets_bytes(size_t position, size_t *length);
#endif
