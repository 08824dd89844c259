// The part of GSL that this package uses, and what Swift cannot import by itself.
#ifndef CGSL_SHIM_H
#define CGSL_SHIM_H
#define HAVE_INLINE 1
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_statistics_double.h>
#include <gsl/gsl_version.h>

// GSL declares its algorithm tables as non-const globals, which Swift 6 rejects as shared mutable
// state. GSL never writes to them, so handing out their value is safe.
static inline const gsl_root_fsolver_type *cgsl_fsolver_brent(void) { return gsl_root_fsolver_brent; }
static inline const gsl_qrng_type *cgsl_qrng_sobol(void) { return gsl_qrng_sobol; }
static inline const char *cgsl_version(void) { return gsl_version; }
#endif
