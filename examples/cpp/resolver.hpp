// Which file does a specifier name? The algorithm of spec/01-algorithm/1-algorithm.md as Node 24 follows it, without "exports".
#pragma once
#include <stdexcept>
#include <string>

struct ResolutionError : std::runtime_error {
  ResolutionError(std::string code, const std::string& message)
      : std::runtime_error(message), code(std::move(code)) {}
  const std::string code;
};

/** The real path. @throws ResolutionError with the code that Node gives it. */
std::string resolve(const std::string& specifier, const std::string& referrer);
