#include "resolver.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include "json.hpp"

namespace fs = std::filesystem;
using Found = std::optional<fs::path>;

static bool is_path(const std::string& specifier);
static Found find(const fs::path& joined);
static Found load_node_modules(const std::string& name, fs::path folder);

std::string resolve(const std::string& specifier, const std::string& referrer) {
  fs::path start = fs::path(referrer).parent_path();
  Found found = is_path(specifier) ? find(start / specifier) : load_node_modules(specifier, start);
  if (!found) throw ResolutionError("MODULE_NOT_FOUND", "Cannot find module '" + specifier + "'");
  return fs::canonical(*found).string();
}

/** Whatever begins with two dots is a path to every Node, `..a` too. */
static bool is_path(const std::string& specifier) {
  auto begins = [&](const char* start) { return specifier.rfind(start, 0) == 0; };
  return specifier == "." || begins("./") || begins("..") || begins("/");
}

/** A name is looked for beside the referrer and beside every folder above. */
static Found load_node_modules(const std::string& name, fs::path folder) {
  for (;; folder = folder.parent_path()) {
    std::error_code gone;
    fs::path searched = folder / "node_modules";
    if (folder.filename() != "node_modules" && fs::is_directory(searched, gone)) {
      if (Found found = find(searched / name)) return found;
    }
    if (folder == folder.parent_path()) return {};
  }
}

static Found load_as_file(const fs::path& wanted);
static Found load_as_directory(const fs::path& folder);

/** What ends in a slash or in dots can only be a folder. */
static Found find(const fs::path& joined) {
  std::string last = joined.filename().string();
  fs::path wanted = joined.lexically_normal();
  bool names_folder = last.empty() || last == "." || last == "..";
  if (!wanted.has_filename()) wanted = wanted.parent_path();
  if (Found file = names_folder ? Found{} : load_as_file(wanted)) return file;
  return load_as_directory(wanted);
}

/** Anything that exists and is not a folder. */
static bool is_file(const fs::path& candidate) {
  if (candidate.string().find('\0') != std::string::npos) return false;
  std::error_code gone;
  return fs::exists(candidate, gone) && !fs::is_directory(candidate, gone);
}

static const char* const extensions[] = {".js", ".json", ".node"};

static Found with_extension(const fs::path& wanted) {
  for (const char* extension : extensions) {
    fs::path candidate = wanted.string() + extension;
    if (is_file(candidate)) return candidate;
  }
  return {};
}

static Found load_as_file(const fs::path& wanted) { return is_file(wanted) ? wanted : with_extension(wanted); }

static Found load_index(const fs::path& folder) { return with_extension(folder / "index"); }

static std::string read_main(const fs::path& package_json);

static Found load_as_directory(const fs::path& folder) {
  std::string main = read_main(folder / "package.json");
  if (main.empty()) return load_index(folder);
  fs::path wanted = (folder / main).lexically_normal();
  if (!wanted.has_filename()) wanted = wanted.parent_path();
  if (Found found = load_as_file(wanted)) return found;
  if (Found found = load_index(wanted)) return found;
  if (Found found = load_index(folder)) return found;
  throw ResolutionError("MODULE_NOT_FOUND", "the main of " + folder.string() + " leads nowhere");
}

/** Empty where there is none. */
static std::string read_main(const fs::path& package_json) {
  if (!is_file(package_json)) return "";
  std::ifstream file(package_json);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.rfind("\xef\xbb\xbf", 0) == 0) text.erase(0, 3);
  try {
    const json::Value package = json::parse(text);
    if (package.kind != json::Kind::object) throw json::SyntaxError("not an object");
    const json::Value& main = package["main"];
    return main.kind == json::Kind::text ? main.text : "";
  } catch (const json::SyntaxError& error) {
    throw ResolutionError("ERR_INVALID_PACKAGE_CONFIG", package_json.string() + ": " + error.what());
  }
}
