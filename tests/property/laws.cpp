#include "property/laws.h"

#include <algorithm>
#include <map>
#include <variant>

#include "base/utf8.h"

namespace reliure::laws {
namespace {

using base::Length;
using book::kNoNode;
using book::Manuscript;
using book::NodeId;

/// Text that glyphs need not repeat: spaces, and marks that only guide breaks and directions.
bool is_passed_over(char32_t character) {
  return character <= U' ' || character == 0x7F || character == 0xA0 || character == 0xAD ||
         character == 0x1680 || (character >= 0x2000 && character <= 0x200F) ||
         (character >= 0x2028 && character <= 0x202F) || (character >= 0x205F && character <= 0x2069) ||
         character == 0x3000 || character == 0xFEFF;
}

void collect_runs(const book::Page& page, std::size_t index, const std::vector<book::Item>& items,
                  std::vector<PlacedRun>& runs) {
  for (const book::Item& item : items) {
    if (const auto* run = std::get_if<book::GlyphRun>(&item.mark)) {
      runs.push_back({index, item.node, item.role, run->replaces_text, run->right_to_left,
                      page.text.substr(run->text.begin, run->text.size())});
    } else if (const auto* group = std::get_if<book::Group>(&item.mark)) {
      collect_runs(page, index, group->items, runs);
    }
  }
}

std::string named(const Manuscript& manuscript, NodeId node) {
  const NodeId parent = manuscript[node].parent;
  return "text " + std::to_string(node.value) + " in `" +
         std::string(parent == kNoNode ? "" : book::name(manuscript[parent].kind)) + "` \"" +
         std::string(manuscript[node].text.substr(0, 60)) + "\"";
}

/// Where two texts part, with a few characters around.
std::string difference(std::string_view expected, std::string_view found) {
  const auto [here, there] = std::ranges::mismatch(expected, found);
  const std::size_t at = static_cast<std::size_t>(here - expected.begin());
  const std::size_t begin = at < 20 ? 0 : at - 20;
  return "at byte " + std::to_string(at) + ": expected \"" + std::string(expected.substr(begin, 50)) +
         "\", found \"" + std::string(found.substr(std::min(begin, found.size()), 50)) + "\"";
}

/// Whether one row holds both: one table may stand in a cell of another.
bool share_a_row(const Manuscript& manuscript, NodeId a, NodeId b) {
  for (NodeId row = ancestor(manuscript, a, book::Kind::tr); row != kNoNode;
       row = ancestor(manuscript, manuscript[row].parent, book::Kind::tr)) {
    if (row < b && b <= manuscript[row].last_descendant) {
      return true;
    }
  }
  return false;
}

/// Whether a cell over several rows holds `a` and the same table holds `b`: such a cell goes on beside the
/// rows below it.
bool goes_on_beside(const Manuscript& manuscript, NodeId a, NodeId b) {
  for (NodeId node = a; node != kNoNode; node = manuscript[node].parent) {
    const std::string_view rows = manuscript.attribute(node, "rowspan").value_or("1");
    const NodeId table = ancestor(manuscript, node, book::Kind::table);
    if (rows != "1" && table != kNoNode && table < b && b <= manuscript[table].last_descendant) {
      return true;
    }
  }
  return false;
}

bool may_take_turns(const Manuscript& manuscript, NodeId a, NodeId b) {
  // The foot of a table stands at its end and a caption may stand below, wherever the author put them.
  return share_a_row(manuscript, a, b) || goes_on_beside(manuscript, a, b) ||
         goes_on_beside(manuscript, b, a) ||
         ancestor(manuscript, a, book::Kind::tfoot) != ancestor(manuscript, b, book::Kind::tfoot) ||
         ancestor(manuscript, a, book::Kind::caption) != ancestor(manuscript, b, book::Kind::caption);
}

/// The corners of what an item paints, in the coordinates of its container.
struct Extent {
  const book::Page& page;

  std::vector<base::Point> operator()(const book::GlyphRun& run) const {
    // A space at the end of a line may hang out of it: nobody sees it.
    Length width;
    Length advance;
    for (std::uint32_t i = run.glyphs.begin; i < run.glyphs.end; ++i) {
      const book::Glyph& glyph = page.glyphs[i];
      advance += glyph.advance;
      const std::size_t at = run.text.begin + glyph.cluster;
      if (at >= page.text.size() || !is_passed_over(base::decode(page.text, at).character)) {
        width = advance;
      }
    }
    return {run.origin, {run.origin.x + width, run.origin.y}};
  }
  std::vector<base::Point> operator()(const book::Path& path) const { return path.outline.points; }
  std::vector<base::Point> operator()(const book::Image& image) const { return corners(image.area); }
  std::vector<base::Point> operator()(const book::Link& link) const { return corners(link.area); }
  std::vector<base::Point> operator()(const book::Anchor& anchor) const { return {anchor.at}; }
  std::vector<base::Point> operator()(const book::Group&) const { return {}; }

  static std::vector<base::Point> corners(const base::Rect& area) {
    return {{area.x, area.y}, {area.right(), area.bottom()}};
  }
};

std::string points_text(Length length) { return std::to_string(length.raw / base::kUnitsPerPoint) + " pt"; }

}  // namespace

std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded next = base::decode(text, i);
    if (!is_passed_over(next.character)) {
      out.append(text.substr(i, next.size));
    }
    i += next.size;
  }
  return out;
}

NodeId ancestor(const Manuscript& manuscript, NodeId node, book::Kind kind) {
  while (node != kNoNode && manuscript[node].kind != kind) {
    node = manuscript[node].parent;
  }
  return node;
}

std::string text_below(const Manuscript& manuscript, NodeId node) {
  std::string out;
  for (NodeId id = node; id <= manuscript[node].last_descendant; ++id.value) {
    if (manuscript[id].kind == book::Kind::note && id != node) {
      id = manuscript[id].last_descendant;
    } else {
      out += squeezed(manuscript[id].text);
    }
  }
  return out;
}

std::vector<PlacedRun> runs_of(const book::Book& book) {
  std::vector<PlacedRun> runs;
  for (std::size_t i = 0; i < book.pages.size(); ++i) {
    collect_runs(book.pages[i], i, book.pages[i].items, runs);
  }
  return runs;
}

Reading reading_of(const book::Book& book, const std::vector<PlacedRun>& runs) {
  Reading reading;
  reading.found.resize(book.manuscript->nodes.size());
  for (const PlacedRun& run : runs) {
    if (run.role != book::Role::content || run.node == kNoNode ||
        (*book.manuscript)[run.node].kind != book::Kind::text) {
      continue;
    }
    const std::string text = squeezed(run.text);
    if (!text.empty() && reading.found[run.node.value].empty()) {
      reading.order.push_back(run.node);
    }
    reading.found[run.node.value] += text;
  }
  return reading;
}

Violations lost_or_doubled(const Manuscript& manuscript, const std::vector<bool>& hidden,
                           const Reading& reading, std::string_view where) {
  Violations violations;
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    const std::string expected = hidden[i] ? "" : squeezed(manuscript.nodes[i].text);
    if (expected != reading.found[i]) {
      violations.push_back(named(manuscript, {i}) + (hidden[i] ? " (hidden)" : "") + " in " +
                           std::string(where) + " " + difference(expected, reading.found[i]));
    }
  }
  return violations;
}

Violations out_of_order(const Manuscript& manuscript, const Reading& reading, std::string_view where) {
  Violations violations;
  const auto complain = [&](NodeId node, NodeId last) {
    violations.push_back(named(manuscript, node) + " comes in " + std::string(where) + " after " +
                         named(manuscript, last));
  };
  std::vector<bool> called_again(manuscript.nodes.size());
  for (const book::LinkTarget& link : manuscript.links) {
    if (link.node != kNoNode) {
      called_again[link.node.value] = true;
    }
  }
  // By note, and for the text outside of notes.
  std::map<NodeId, NodeId> last_in;
  NodeId last_note = book::kRoot;
  for (const NodeId node : reading.order) {
    const NodeId note = ancestor(manuscript, node, book::Kind::note);
    const auto [last, is_first] = last_in.try_emplace(note, node);
    if (node < last->second && !may_take_turns(manuscript, node, last->second)) {
      complain(node, last->second);
    }
    last->second = std::max(last->second, node);
    if (note == kNoNode || !is_first || called_again[note.value]) {
      continue;  // a note whose first call is hidden comes at another
    }
    if (node < last_note && !may_take_turns(manuscript, node, last_note)) {
      complain(node, last_note);
    }
    last_note = std::max(last_note, node);
  }
  return violations;
}

Violations outside_the_page(const book::Book& book, bool at_sides) {
  Violations violations;
  for (std::size_t i = 0; i < book.pages.size(); ++i) {
    const book::Page& page = book.pages[i];
    // A point of an outline may be rounded.
    const Length slack{base::kUnitsPerPoint / 100};
    const Length left = -page.bleed.left - slack;
    const Length top = -page.bleed.top - slack;
    const Length right = page.trim.width + page.bleed.right + slack;
    const Length bottom = page.trim.height + page.bleed.bottom + slack;
    for (const book::Item& item : page.items) {
      for (const base::Point point : std::visit(Extent{page}, item.mark)) {
        const bool beside = at_sides && (point.x < left || point.x > right);
        if (beside || point.y < top || point.y > bottom) {
          violations.push_back("page " + std::to_string(i + 1) + ": a mark of `" +
                               std::string(item.node == kNoNode
                                               ? "the page"
                                               : book::name((*book.manuscript)[item.node].kind)) +
                               "` " + std::to_string(item.node.value) + " reaches " + points_text(point.x) +
                               ", " + points_text(point.y));
          break;
        }
      }
    }
  }
  return violations;
}

std::string shown(const Violations& violations, std::size_t count) {
  std::string out = std::to_string(violations.size()) + " violations\n";
  for (std::size_t i = 0; i < std::min(count, violations.size()); ++i) {
    out += "  " + violations[i] + "\n";
  }
  return out;
}

}  // namespace reliure::laws
