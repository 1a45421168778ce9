#include "json.hpp"

#include <cstdio>
#include <cstring>

namespace json {

namespace {

class Reader {
 public:
  explicit Reader(const std::string& source) : source_(source) {}

  Value document() {
    Value value = read();
    skip_space();
    if (at_ != source_.size()) fail();
    return value;
  }

 private:
  const std::string& source_;
  size_t at_ = 0;

  [[noreturn]] void fail() const {
    throw SyntaxError("no JSON at position " + std::to_string(at_));
  }

  char peek() const { return at_ < source_.size() ? source_[at_] : '\0'; }

  void skip_space() {
    while (at_ < source_.size() && std::strchr(" \t\r\n", source_[at_])) at_++;
  }

  bool take(char wanted) {
    skip_space();
    if (peek() != wanted) return false;
    at_++;
    return true;
  }

  void expect(char wanted) {
    if (!take(wanted)) fail();
  }

  Value read() {
    skip_space();
    switch (peek()) {
      case '{': return object();
      case '[': return array();
      case '"': return {Kind::text, string(), {}, {}};
      default: return word();
    }
  }

  Value object() {
    Value value{Kind::object, "", {}, {}};
    expect('{');
    if (take('}')) return value;
    do {
      skip_space();
      std::string name = string();
      expect(':');
      value.members[name] = read();
    } while (take(','));
    expect('}');
    return value;
  }

  Value array() {
    Value value{Kind::array, "", {}, {}};
    expect('[');
    if (take(']')) return value;
    do value.items.push_back(read());
    while (take(','));
    expect(']');
    return value;
  }

  /** true, false, null or a number. */
  Value word() {
    size_t start = at_;
    while (at_ < source_.size() && !std::strchr(" \t\r\n,:]}", source_[at_])) at_++;
    std::string found = source_.substr(start, at_ - start);
    if (found == "null") return {};
    if (found == "true" || found == "false") return {Kind::boolean, found, {}, {}};
    if (found.empty() || found.find_first_not_of("0123456789+-.eE") != std::string::npos) fail();
    return {Kind::number, found, {}, {}};
  }

  std::string string() {
    expect('"');
    std::string text;
    while (peek() != '"') {
      if (at_ >= source_.size() || static_cast<unsigned char>(peek()) < 0x20) fail();
      if (peek() == '\\') append_utf8(text, escape());
      else text += source_[at_++];
    }
    at_++;
    return text;
  }

  unsigned escape() {
    at_++;
    static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    char name = peek();
    at_++;
    if (name != 'u') {
      const char* found = name ? std::strchr(names, name) : nullptr;
      if (!found) fail();
      return static_cast<unsigned char>(meant[found - names]);
    }
    unsigned high = four_digits();
    if (high < 0xd800 || high > 0xdbff || source_.compare(at_, 2, "\\u") != 0) return high;
    at_ += 2;
    return 0x10000 + ((high - 0xd800) << 10) + (four_digits() - 0xdc00);
  }

  unsigned four_digits() {
    unsigned code = 0;
    for (int digit = 0; digit < 4; digit++, at_++) {
      if (!std::isxdigit(static_cast<unsigned char>(peek()))) fail();
      code = code * 16 + std::stoul(source_.substr(at_, 1), nullptr, 16);
    }
    return code;
  }

  static void append_utf8(std::string& text, unsigned code) {
    if (code < 0x80) {
      text += static_cast<char>(code);
      return;
    }
    int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned first[] = {0, 0xc0, 0xe0, 0xf0};
    text += static_cast<char>(first[more] | code >> (6 * more));
    while (more-- > 0) text += static_cast<char>(0x80 | (code >> (6 * more) & 0x3f));
  }
};

}  // namespace

const Value& Value::operator[](const std::string& name) const {
  static const Value none;
  auto found = members.find(name);
  return found == members.end() ? none : found->second;
}

Value parse(const std::string& text) { return Reader(text).document(); }

std::string quote(const std::string& text) {
  std::string quoted = "\"";
  for (char character : text) {
    char escaped[8];
    if (character == '"' || character == '\\') {
      quoted += {'\\', character};
    } else if (static_cast<unsigned char>(character) < 0x20) {
      std::snprintf(escaped, sizeof escaped, "\\u%04x", character);
      quoted += escaped;
    } else {
      quoted += character;
    }
  }
  return quoted + '"';
}

}  // namespace json
