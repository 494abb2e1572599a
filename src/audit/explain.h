// 出错说明 laid beside the warnings: which of them an explanation closes, and how
// the rows of the file have to stand after this run.
//
// An explanation is about figures, not about a rule: it closes the warning of
// its unit, item and rule with the very figures it names, wherever that warning
// stands by now. Those are the two it shows and the ones behind them (所据数): a
// ratio stays the same when both its amounts change. A row from before 所据数 was
// kept does not say which figures somebody approved; it closes nothing that has
// more than the two. Errors are closed by correcting them only.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/explanation.h"
#include "model/finding.h"

namespace huizong::audit {

/// Gives each warning that is a root its answer, if it has one. The rows that come back are those
/// given, in their order, without what matches nothing and was not answered; behind them one for
/// every warning that had none. `titles` are the forms', by id.
std::vector<model::Explanation> explain(std::vector<model::Finding>& findings,
                                        std::vector<model::Explanation> rows,
                                        const std::map<std::string, std::string>& titles);

}  // namespace huizong::audit
