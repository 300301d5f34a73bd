#include "content/repair.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "content/ascii.h"
#include "content/tag_traits.h"
#include "content/tags.h"

namespace reliure::content {
namespace {

/// No page is nested deeper by intention; every stage may recurse over what remains.
constexpr std::size_t kDeepest = 200;
/// A tree builder opens unclosed formatting again in every block: a bound on how much that can be.
constexpr std::size_t kMostFormatting = 16;

struct OpenElement {
  std::string name;
  std::size_t begin;
  std::size_t end;
  bool generated;
  TagTraits traits;
};

struct Edit {
  std::size_t at;
  std::size_t removed;
  std::string inserted;
};

class Repairer {
 public:
  Repairer(Fragment& fragment, base::Diagnostics& diagnostics)
      : html_(fragment.html), fragment_(fragment), diagnostics_(diagnostics) {}

  void run() {
    TagReader reader(html_.text);
    std::size_t run = 0;
    for (Tag tag; reader.next(tag);) {
      while (run + 1 < html_.runs.size() && html_.runs[run + 1].begin <= tag.begin) ++run;
      const bool generated = !html_.runs[run].copied;
      if (tag.is_end) {
        end_tag(tag, lowered(tag.name), generated);
      } else {
        start_tag(tag, lowered(tag.name), generated);
      }
    }
    keep_unclosed_comment();
    pop_to(0, html_.text.size());
    apply();
  }

 private:
  /// A comment that never ends would swallow the rest of the page: its opening is taken as text.
  void keep_unclosed_comment() {
    constexpr std::string_view kOpen = "<!--";
    std::size_t at = html_.text.find(kOpen);
    for (std::size_t end; at != std::string::npos; at = html_.text.find(kOpen, end)) {
      end = html_.text.find("-->", at + kOpen.size());
      if (end == std::string::npos) break;
    }
    if (at == std::string::npos) return;
    diagnostics_.report(base::Code::content_unclosed_tag, span(at, at + kOpen.size()),
                        "a comment is opened and never closed", "close it with `-->`");
    edits_.push_back({at, kOpen.size(), "&lt;!--"});
  }

  void start_tag(const Tag& tag, std::string name, bool generated) {
    const TagTraits traits = tag_traits(name);
    if (traits.closes_paragraph) close_paragraph(tag.begin);
    if (traits.is_void || (foreign_ > 0 && tag.closes_itself)) return;
    if (traits.end_is_optional) close_siblings(name, tag.begin);
    if (open_.size() >= kDeepest || (traits.formatting && formatting_ >= kMostFormatting)) {
      return drop(tag, name);
    }
    foreign_ += is_foreign(name);
    formatting_ += traits.formatting;
    open_.push_back({std::move(name), tag.begin, tag.end, generated, traits});
  }

  void drop(const Tag& tag, const std::string& name) {
    ++dropped_[name];
    if (!std::exchange(reported_depth_, true)) {
      diagnostics_.report(base::Code::content_nested_too_deep, span(tag.begin, tag.end),
                          "`<" + name + ">` is nested too deep",
                          "nest fewer elements: the text is kept, but not the element around it");
    }
    remove(tag);
  }

  /// A block ends the paragraph that it stands in, as HTML has it.
  void close_paragraph(std::size_t at) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == "p") return pop_to(i, at);
      if (open_[i].traits.is_scope || open_[i].traits.closes_paragraph) return;
    }
  }

  /// A list item ends the one before it, a row its sibling, and so on.
  void close_siblings(std::string_view name, std::size_t at) {
    const ImpliedEnd* rule = implied_end(name);
    if (rule == nullptr) return;
    std::size_t lowest = open_.size();
    for (std::size_t i = open_.size(); i-- > 0 && !is_among(open_[i].name, rule->scopes);) {
      if (is_among(open_[i].name, rule->ends)) lowest = i;
    }
    pop_to(lowest, at);
  }

  void end_tag(const Tag& tag, const std::string& name, bool generated) {
    if (name == "br") return;
    if (!dropped_.empty()) {
      const auto row = dropped_.find(name);
      if (row != dropped_.end() && row->second > 0) {
        --row->second;
        return remove(tag);
      }
    }
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == name && open_[i].generated == generated) {
        pop_to(i + 1, tag.begin);
        return pop();
      }
      // The author cannot close what Markdown opened, but a paragraph gives way.
      if (!generated && open_[i].generated && open_[i].name != "p") break;
    }
    remove(tag);
    if (generated || is_among(name, " html body head ")) return;
    diagnostics_.report(base::Code::content_stray_end_tag, span(tag.begin, tag.end),
                        "`</" + name + ">` closes nothing", "take it out, or open the element before it");
  }

  /// Ends what is open from `count` on, at `at`; what ought to have been closed by the author is reported.
  void pop_to(std::size_t count, std::size_t at) {
    while (open_.size() > count) {
      const OpenElement& element = open_.back();
      if (!element.generated && !element.traits.end_is_optional) {
        diagnostics_.report(base::Code::content_unclosed_tag, span(element.begin, element.end),
                            "`<" + element.name + ">` is not closed where its parent ends",
                            "close it with `</" + element.name + ">`");
        edits_.push_back({at, 0, "</" + element.name + ">"});
      }
      pop();
    }
  }

  void pop() {
    formatting_ -= open_.back().traits.formatting;
    foreign_ -= is_foreign(open_.back().name);
    open_.pop_back();
  }

  static bool is_foreign(std::string_view name) { return name == "svg" || name == "math"; }
  void remove(const Tag& tag) { edits_.push_back({tag.begin, tag.end - tag.begin, {}}); }
  base::Span span(std::size_t begin, std::size_t end) const { return span_of(html_, begin, end); }

  /// Makes the edits in one pass; runs and calls move with the text.
  void apply() {
    if (edits_.empty()) return;
    MappedText mended;
    mended.file = html_.file;
    mended.text.reserve(html_.text.size());
    std::size_t done = 0;
    auto call = fragment_.calls.begin();
    const auto copy_to = [&](std::size_t end) {
      for (; call != fragment_.calls.end() && call->html < end; ++call) {
        call->html = static_cast<std::uint32_t>(mended.text.size() + (call->html - done));
      }
      append_part(mended, html_, done, end);
      done = std::max(done, end);
    };
    for (const Edit& edit : edits_) {
      copy_to(edit.at);
      append_generated(mended, edit.inserted, source_end(html_, edit.at));
      done += edit.removed;
    }
    copy_to(html_.text.size());
    html_ = std::move(mended);
  }

  MappedText& html_;
  Fragment& fragment_;
  base::Diagnostics& diagnostics_;
  std::vector<OpenElement> open_;
  std::vector<Edit> edits_;
  std::size_t formatting_ = 0;
  int foreign_ = 0;
  bool reported_depth_ = false;
  /// By name, the end tags to come whose start tag was dropped.
  std::unordered_map<std::string, std::size_t> dropped_;
};

}  // namespace

void repair(Fragment& fragment, base::Diagnostics& diagnostics) {
  if (fragment.html.text.empty()) return;
  Repairer(fragment, diagnostics).run();
}

}  // namespace reliure::content
