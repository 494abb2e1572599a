// How a store is opened, and whose it is, which decides what to do where it is damaged.

#pragma once

namespace huizong::store {

enum class Access {
  Write,      ///< the job's own, made where it is not there
  Read,       ///< the job's own; must be there, and stays as it is
  ReadOther,  ///< another job's, which this one cannot make anew
};

}  // namespace huizong::store
