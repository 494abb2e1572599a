// A copy of the example job with its mapping and template, so that what a test
// writes stays out of the checkout.

#pragma once

#include <filesystem>

#include "support/support.h"

namespace huizong::testing {

/// The job's folder inside `folder`; without outputs or store of earlier runs.
std::filesystem::path copy_example_job(const TempFolder& folder);

}  // namespace huizong::testing
