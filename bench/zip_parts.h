// The parts of a package that the bench itself has made, still compressed. For the floor only: it
// trusts every number in the file.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

struct ZipPart {
  std::string_view name;
  std::string_view deflated;  ///< into the package's bytes
  std::size_t size = 0;       ///< inflated
};

std::vector<ZipPart> zip_parts(std::string_view package);

}  // namespace bench
