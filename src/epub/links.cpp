#include "epub/links.h"

#include <algorithm>

#include "epub/escape.h"

namespace reliure::epub {
namespace {

/// `n12`, `page-3`, `note-1`, `call-1`, `main`: the form of our own ids, kept free of authors'.
bool is_of_our_form(std::string_view id) {
  if (id == "main") return true;
  for (const std::string_view prefix : {"n", "page-", "note-", "call-"}) {
    if (id.starts_with(prefix) && id.size() > prefix.size() &&
        std::ranges::all_of(id.substr(prefix.size()), is_digit)) {
      return true;
    }
  }
  return false;
}

/// Whether XML and every reader take it as an id: an NCName in ASCII.
bool is_plain_id(std::string_view id) {
  if (id.empty() || !(is_letter(id[0]) || id[0] == '_') || is_of_our_form(id)) return false;
  return std::ranges::all_of(
      id, [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.'; });
}

bool is_hexadecimal(char c) {
  const char lower = to_lower(c);
  return is_digit(c) || (lower >= 'a' && lower <= 'f');
}

/// Reserved and unreserved characters of RFC 3986, less the brackets, which only a host may have.
bool may_stand_in_url(char c) {
  constexpr std::string_view kMarks = "-._~:/?#@!$&'()*+,;=";
  return is_letter(c) || is_digit(c) || kMarks.find(c) != std::string_view::npos;
}

void append_percent_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  bool seen_fragment = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool escape =
        c == '%' && i + 2 < text.size() && is_hexadecimal(text[i + 1]) && is_hexadecimal(text[i + 2]);
    const bool second_hash = c == '#' && seen_fragment;
    seen_fragment = seen_fragment || c == '#';
    if (escape || (may_stand_in_url(c) && !second_hash)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
}

bool is_port(std::string_view port) {
  return port.size() <= 5 && std::ranges::all_of(port, is_digit) &&
         (port.empty() || std::stoi(std::string(port)) <= 65535);
}

/// Whether `authority` is `user@host:port` with a host that can be looked up.
bool has_host(std::string_view authority) {
  authority = authority.substr(authority.rfind('@') + 1);
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    if (end == std::string_view::npos || end < 3) return false;
    const std::string_view port = authority.substr(end + 1);
    const bool address = std::ranges::all_of(
        authority.substr(1, end - 1), [](char c) { return is_hexadecimal(c) || c == ':' || c == '.'; });
    return address && (port.empty() || (port.starts_with(':') && is_port(port.substr(1))));
  }
  const std::size_t colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  if (colon != std::string_view::npos && !is_port(authority.substr(colon + 1))) return false;
  const bool plain = std::ranges::all_of(host, [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  return plain && !host.empty() && host != "." && host.find("..") == std::string_view::npos;
}

}  // namespace

NodeId shown_target(const Plan& plan, NodeId node) {
  const auto bears_id = [&plan](NodeId id) {
    const Kind kind = (*plan.manuscript)[id].kind;
    return plan.has(id, kKept) && kind != Kind::text && kind != Kind::col && kind != Kind::colgroup;
  };
  while (node != kNoNode && node != book::kRoot && !bears_id(node)) node = (*plan.manuscript)[node].parent;
  return document_of(plan, node) == nullptr ? kNoNode : node;
}

bool has_id(const Plan& plan, NodeId node) {
  return plan.has(node, kNeedsId) || is_plain_id((*plan.manuscript)[node].id);
}

void append_id(std::string& out, const Plan& plan, NodeId node) {
  const book::Node& target = (*plan.manuscript)[node];
  if (target.kind == Kind::note) {
    out += "note-";
    append_number(out, note_number(plan, *document_of(plan, node), node));
  } else if (is_plain_id(target.id)) {
    out += target.id;
  } else {
    out += 'n';
    append_number(out, node.value);
  }
}

void append_reference(std::string& out, const Plan& plan, const Document* from, NodeId target) {
  const Document* document = document_of(plan, target);
  if (from == nullptr || document->file != from->file) out += document->file;
  out += '#';
  append_id(out, plan, target);
}

std::optional<std::string> outside_address(std::string_view url) {
  url = trimmed(url);
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string address = to_lower(url.substr(0, colon + 1));
  std::string_view rest = url.substr(colon + 1);
  if (address == "http:" || address == "https:" || address == "ftp:") {
    if (!rest.starts_with("//")) return std::nullopt;
    const std::string_view authority = rest.substr(2, rest.find_first_of("/?#", 2) - 2);
    if (!has_host(authority)) return std::nullopt;
    // Kept apart for the brackets of an IPv6 address.
    const bool bracketed = authority.find('[') != std::string_view::npos;
    address += "//";
    bracketed ? address += authority : (append_percent_encoded(address, authority), address);
    rest.remove_prefix(2 + authority.size());
  } else if ((address != "mailto:" && address != "tel:" && address != "urn:") || rest.empty()) {
    return std::nullopt;
  }
  append_percent_encoded(address, rest);
  return address;
}

}  // namespace reliure::epub
