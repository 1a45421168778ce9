// Just enough JSON: a value, its text, and back. No dependencies.
#pragma once
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace json {

enum class Kind { null, boolean, number, text, array, object };

struct Value {
  Kind kind = Kind::null;
  std::string text;  // of a text; a number, true and false as they are written
  std::vector<Value> items;
  std::map<std::string, Value> members;

  /** The member of that name; null where there is none. */
  const Value& operator[](const std::string& name) const;
};

struct SyntaxError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/** @throws SyntaxError when the text is not one JSON value. */
Value parse(const std::string& text);

/** A text as a JSON string, quotes included. */
std::string quote(const std::string& text);

}  // namespace json
