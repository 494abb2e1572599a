// The workbooks of a run. Each is written to a temporary file beside its place
// and renamed over it; same input, same bytes.

#pragma once

#include "report/filled_form.h"
#include "report/findings.h"
#include "report/output.h"
#include "report/return_slip.h"
#include "report/summary.h"
