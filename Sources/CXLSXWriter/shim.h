// Excel workbooks, by libxlsxwriter.
#include <xlsxwriter.h>
