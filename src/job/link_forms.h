// The forms of a job as one: names of each other's figures (BMJS!支出.合计) are
// looked up, and what is derived across them is put into an order.

#pragma once

#include <vector>

#include "job/job.h"

namespace huizong::job {

/// Fills Job::across. Every slip: a form the job does not have, a name it does not have, figures
/// that wait for each other.
std::vector<Mistake> link_forms(Job& job);

}  // namespace huizong::job
