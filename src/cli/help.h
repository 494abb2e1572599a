// What `huizong help` prints.

#pragma once

#include <string>

#include "base/message.h"

namespace huizong::cli {

/// The whole manual for "", one command's page for its name; empty for a word that is no command.
std::string help_text(const std::string& topic, Lang lang);

}  // namespace huizong::cli
