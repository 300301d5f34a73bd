#include "source/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <sstream>
#include <utility>

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;
using base::Span;

/// What aliases (`*a`) may add to a document, in bytes: enough for any book, too little for an "alias bomb".
constexpr std::size_t kLargestExpansion = std::size_t{1} << 20;

/// Thrown by the builder through yaml-cpp and caught in `parse_yaml`.
struct BadValue {
  Span span;
  std::string message;
};

/// The size of the scalar that begins `text` with a quote, up to its other quote; nothing when there is none.
std::optional<std::size_t> quoted_size(std::string_view text) {
  const char quote = text[0];
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool doubled = quote == '\'' && text[i] == quote && text.substr(i + 1).starts_with(quote);
    const bool escaped = quote == '"' && text[i] == '\\';
    if (doubled || escaped) {
      ++i;
    } else if (text[i] == quote) {
      return i + 1;
    }
  }
  return std::nullopt;
}

std::size_t weight(const Yaml& value) {
  std::size_t sum = sizeof(Yaml) + value.scalar.size();
  for (const YamlKey& key : value.keys) {
    sum += sizeof(YamlKey) + key.name.size();
  }
  for (const Yaml& item : value.items) {
    sum += weight(item);
  }
  return sum;
}

/// Builds a value from yaml-cpp's events.
class Builder final : public YAML::EventHandler {
 public:
  Builder(std::string_view text, Span document, Diagnostics& diagnostics)
      : text_(text), document_(document), diagnostics_(diagnostics) {}

  Yaml take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Yaml value;
    value.span = at(mark, 0);
    finish(std::move(value), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    Yaml value;
    value.kind = Yaml::Kind::scalar;
    value.scalar = text;
    value.quoted = tag == "!";
    value.span = at(mark, written_size(mark, text));
    finish(std::move(value), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    start(Yaml::Kind::list, mark, anchor);
  }
  void OnSequenceEnd() override { finish_collection(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    start(Yaml::Kind::map, mark, anchor);
  }
  void OnMapEnd() override {
    report_doubled_keys(open_.back().value);
    finish_collection();
  }

 private:
  struct Open {
    Yaml value;
    YAML::anchor_t anchor = YAML::NullAnchor;
    /// In a map: the key has been read and its value is next.
    bool has_key = false;
  };

  Span at(const YAML::Mark& mark, std::size_t size) const {
    const std::uint32_t begin =
        std::min(document_.end, document_.begin + static_cast<std::uint32_t>(mark.pos));
    return {document_.file, begin, std::min(document_.end, begin + static_cast<std::uint32_t>(size))};
  }
  std::size_t written_size(const YAML::Mark& mark, const std::string& value) const;
  void start(Yaml::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor);
  void finish_collection();
  void finish(Yaml value, YAML::anchor_t anchor);
  void add_to_map(Open& map, Yaml value);
  void report_doubled_keys(const Yaml& map);
  void count_expansion(const Yaml& value, Span span);

  std::string_view text_;
  Span document_;
  Diagnostics& diagnostics_;
  Yaml root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Yaml> anchors_;
  std::size_t expanded_ = 0;
};

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const auto found = anchors_.find(anchor);
  if (found == anchors_.end()) {
    throw BadValue{at(mark, 1), "an alias stands inside the value that it repeats"};
  }
  count_expansion(found->second, at(mark, 1));
  Yaml value = found->second;
  value.span = at(mark, 1);
  finish(std::move(value), YAML::NullAnchor);
}

/// The bytes that a scalar takes in the file: with its quotes, or the rest of the line for a block.
std::size_t Builder::written_size(const YAML::Mark& mark, const std::string& value) const {
  const std::string_view rest = text_.substr(at(mark, 0).begin);
  if (rest.starts_with(value)) {
    return value.size();
  }
  const std::size_t line = std::min(rest.find_first_of("\r\n"), rest.size());
  if (!rest.starts_with('"') && !rest.starts_with('\'')) {
    return line;
  }
  const std::optional<std::size_t> size = quoted_size(rest.substr(0, document_.end - at(mark, 0).begin));
  // yaml-cpp takes the end of the document for the missing quote, and all keys until there for text.
  if (!size) throw BadValue{at(mark, line), "a quote is opened and not closed"};
  return std::min(*size, line);
}

void Builder::start(Yaml::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
  Open& opened = open_.emplace_back();
  opened.value.kind = kind;
  opened.value.span = at(mark, 1);
  opened.anchor = anchor;
}

void Builder::finish_collection() {
  Open closed = std::move(open_.back());
  open_.pop_back();
  finish(std::move(closed.value), closed.anchor);
}

void Builder::finish(Yaml value, YAML::anchor_t anchor) {
  if (anchor != YAML::NullAnchor) {
    count_expansion(value, value.span);
    anchors_[anchor] = value;
  }
  if (open_.empty()) {
    root_ = std::move(value);
  } else if (open_.back().value.kind == Yaml::Kind::list) {
    open_.back().value.items.push_back(std::move(value));
  } else {
    add_to_map(open_.back(), std::move(value));
  }
}

void Builder::add_to_map(Open& map, Yaml value) {
  if (map.has_key) {
    map.value.items.push_back(std::move(value));
    map.has_key = false;
    return;
  }
  if (value.kind != Yaml::Kind::scalar) {
    diagnostics_.report(Code::source_bad_yaml, value.span, "a key is not a word");
  }
  map.value.keys.push_back({std::move(value.scalar), value.span});
  map.has_key = true;
}

void Builder::report_doubled_keys(const Yaml& map) {
  std::vector<std::size_t> order(map.keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) -> std::string_view { return map.keys[i].name; });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const YamlKey& first = map.keys[order[i - 1]];
    const YamlKey& second = map.keys[order[i]];
    if (first.name == second.name) {
      diagnostics_.report(Code::source_bad_yaml, second.span, "the key `" + second.name + "` stands twice")
          .labels.push_back({first.span, "it stands here already"});
    }
  }
}

void Builder::count_expansion(const Yaml& value, Span span) {
  expanded_ += weight(value);
  if (expanded_ > kLargestExpansion) {
    throw BadValue{span, "aliases (`*name`) repeat too much"};
  }
}

/// Looks whether anything stands in a document, and where.
class Probe final : public YAML::EventHandler {
 public:
  std::optional<int> place;

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { note(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& /*text*/) override {
    note(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {
    note(mark);
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    note(mark);
  }
  void OnMapEnd() override {}

 private:
  void note(const YAML::Mark& mark) {
    if (!place) place = mark.pos;
  }
};

/// yaml-cpp's words for what a reader meets most, in ours.
std::string explain(const std::string& message) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"illegal map value", "a `:` stands where no value can begin"},
      {"illegal EOF in scalar", "a quote is opened and not closed"},
      {"end of sequence flow not found", "a `[` is opened and not closed"},
      {"end of map flow not found", "a `{` is opened and not closed"},
      {"end of map not found", "this line is not indented like its neighbours"},
      {"end of sequence not found", "this line is not indented like its neighbours"},
      {"unknown token", "a value cannot begin with this character"},
  };
  const auto* known =
      std::ranges::find(kWords, std::string_view(message), [](const auto& pair) { return pair.first; });
  return known != std::end(kWords) ? std::string(known->second) : "not YAML: " + message;
}

std::string hint_for(std::string_view seen) {
  return seen.starts_with("a `:`") || seen.starts_with("a value")
             ? "put quotes around a value that holds `: ` or begins with a sign"
             : "";
}

}  // namespace

const Yaml* Yaml::find(std::string_view key) const {
  const auto found = std::ranges::find(keys, key, &YamlKey::name);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

std::optional<Yaml> parse_yaml(std::string_view text, Span span, Diagnostics& diagnostics) {
  const auto place = [&](int position) -> Span {
    const auto begin = static_cast<std::uint32_t>(std::max(0, position));
    return {span.file, std::min(span.end, span.begin + begin), std::min(span.end, span.begin + begin + 1)};
  };
  Builder builder(text, span, diagnostics);
  try {
    std::istringstream stream{std::string(text.substr(span.begin, span.end - span.begin))};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    Probe second;
    parser.HandleNextDocument(second);
    if (second.place) {
      diagnostics.report(Code::source_bad_yaml, place(*second.place), "a second document begins here",
                         "write all keys in one: take the line `---` before this one out");
    }
    return builder.take();
  } catch (const YAML::Exception& error) {
    std::string seen = explain(error.msg);
    std::string hint = hint_for(seen);
    base::Diagnostic& diagnostic =
        diagnostics.report(Code::source_bad_yaml, place(error.mark.pos), std::move(seen));
    diagnostic.hints.push_back(hint.empty() ? "mend the YAML here or on the line above" : std::move(hint));
  } catch (const BadValue& bad) {
    diagnostics.report(Code::source_bad_yaml, bad.span, bad.message);
  }
  return std::nullopt;
}

}  // namespace reliure::source
