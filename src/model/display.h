// A value as an officer reads it in a sentence: 1,112.67 · 98.50% · “良” · 未填.

#pragma once

#include <string>

#include "model/field_type.h"
#include "model/value.h"

namespace huizong::model {

/// Money with separators and at least two decimals, rates in percent, the rest shortest; all
/// decimals the exact value has, up to six.
std::string display(const Decimal& value, FieldType type);
Message display(const Value& value, FieldType type);

}  // namespace huizong::model
