// A file's bytes, with nothing between them and the operating system: what every reader must pay.

#pragma once

#include <string>
#include <string_view>

namespace bench {

std::string read_bytes(const std::string& file);  ///< ends the program where it cannot be read
void write_bytes(const std::string& file, std::string_view bytes);

}  // namespace bench
