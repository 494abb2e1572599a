// How a text breaks into lines in a cell, as far as it can be told without the
// office's own fonts: rather a line too many than one cut off.

#pragma once

#include <string_view>

namespace huizong::report {

/// The widest line of the text as it stands, in digits of a column's width, at 10.5 points.
double widest_line(std::string_view text);

/// Lines the text takes in a column of that width; at least 1.
int lines_in(std::string_view text, double width);

/// Points a row needs for so many lines of a font.
double height_of(int lines, double font_size);

}  // namespace huizong::report
