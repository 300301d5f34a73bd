#pragma once
// Ids and addresses.
#include <optional>
#include <string>
#include <string_view>

#include "epub/plan.h"

namespace reliure::epub {

/// The node that a link to `node` leads to in the e-book: itself, or what is shown nearest around it.
/// `kNoNode` when nothing is.
NodeId shown_target(const Plan& plan, NodeId node);

/// Whether the node has an id in the e-book: its author's, or one of ours because something leads to it.
bool has_id(const Plan& plan, NodeId node);

/// Appends the node's id: its author's where XML can hold it, else `n` and the node's number.
void append_id(std::string& out, const Plan& plan, NodeId node);

/// Appends the address of a shown target, as seen from the file `from` (null: from the navigation).
void append_reference(std::string& out, const Plan& plan, const Document* from, NodeId target);

/// An address outside the book as URLs are written (RFC 3986): what may not stand in one is
/// percent-encoded. Nothing when it has a scheme that a book's reader cannot follow, or no host.
std::optional<std::string> outside_address(std::string_view url);

}  // namespace reliure::epub
