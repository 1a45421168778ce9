// Lets modspec ask the resolver, by the protocol of docs/protocol.md: a JSON object a line, in and out.
#include <iostream>

#include "json.hpp"
#include "resolver.hpp"

static const char introduction[] =
    R"({"version": 1, "implementation": {"name": "cpp-resolver", "version": "1.0.0",)"
    R"( "edition": "node-24", "capabilities": ["resolve", "error codes"]}})";

static std::string answer(const json::Value& question) {
  try {
    std::string found = resolve(question["specifier"].text, question["from"].text);
    return R"({"kind": "file", "path": )" + json::quote(found) + "}";
  } catch (const ResolutionError& error) {
    return R"({"kind": "error", "error": {"name": "Error", "code": )" + json::quote(error.code) +
           R"(, "message": )" + json::quote(error.what()) + "}}";
  }
}

static std::string answer_case(const json::Value& request) {
  std::string answers;
  for (const json::Value& question : request["case"]["questions"].items) {
    answers += (answers.empty() ? "" : ", ") + answer(question);
  }
  return R"({"seq": )" + request["seq"].text + R"(, "answers": [)" + answers + "]}";
}

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const json::Value request = json::parse(line);
    if (request["cmd"].text == "stop") break;
    std::cout << (request["cmd"].text == "start" ? introduction : answer_case(request)) << std::endl;
  }
}
