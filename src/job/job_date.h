// The date a job's workbooks carry, so that the same job always gives the same
// bytes: the job's own, else the one the build environment fixes, else none.

#pragma once

#include <string>
#include <string_view>

namespace huizong::job {

/// "2022-03-15", of a day that exists.
bool is_date(std::string_view text);

/// From SOURCE_DATE_EPOCH (seconds since 1970, UTC); "" when it is not set or no number.
std::string date_from_environment();

}  // namespace huizong::job
