// Whether a workbook that can be read may also become a filled form.

#pragma once

#include "xlsx/package/package.h"

namespace huizong::xlsx {

/// Throws Unreadable ("unfillable") for what would not open, or not be the same any more, once it
/// is filled and called .xlsx: a workbook with macros, an Excel template (.xltx), a digitally
/// signed one.
void require_fillable(const Package& package);

}  // namespace huizong::xlsx
