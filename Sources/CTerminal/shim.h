// The width of a character on a terminal, which Swift's Glibc module leaves out.
#ifndef CTERMINAL_SHIM_H
#define CTERMINAL_SHIM_H
#include <wchar.h>

extern int wcwidth(wchar_t character);
static inline int cterminal_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
#endif
