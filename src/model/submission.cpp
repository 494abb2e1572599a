#include "model/submission.h"

namespace huizong::model {

const Figure* Submission::find(const std::string& path) const {
  const auto it = figures.find(path);
  return it == figures.end() ? nullptr : &it->second;
}

}  // namespace huizong::model
