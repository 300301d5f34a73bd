#include "epub/grouping.h"

#include "epub/content_model.h"

namespace reliure::epub {
namespace {

using book::Manuscript;

NodeId next_shown(const Plan& plan, NodeId node) {
  while (node != kNoNode && !is_shown(plan, node)) node = (*plan.manuscript)[node].next_sibling;
  return node;
}

NodeId first_shown(const Plan& plan, NodeId parent) {
  return next_shown(plan, (*plan.manuscript)[parent].first_child);
}

NodeId shown_after(const Plan& plan, NodeId node) {
  return next_shown(plan, (*plan.manuscript)[node].next_sibling);
}

/// Whether the children are dt, dd, dt, dd …, each one or several; `once` allows one such group.
bool is_terms_and_descriptions(const Plan& plan, NodeId parent, bool once) {
  Kind before = Kind::dd;
  int groups = 0;
  for (NodeId child = first_shown(plan, parent); child != kNoNode; child = shown_after(plan, child)) {
    const Kind kind = (*plan.manuscript)[child].kind;
    if (kind != Kind::dt && kind != Kind::dd) return false;
    if (kind == Kind::dt && before == Kind::dd) ++groups;
    if (groups == 0) return false;
    before = kind;
  }
  return before == Kind::dd && (!once || groups == 1);
}

/// Whether `rp` holds text alone.
bool is_plain(const Plan& plan, NodeId parent) {
  for (NodeId child = first_shown(plan, parent); child != kNoNode; child = shown_after(plan, child)) {
    if ((*plan.manuscript)[child].kind != Kind::text) return false;
  }
  return true;
}

}  // namespace

bool has_term_groups(const Plan& plan, NodeId dl) {
  const Manuscript& manuscript = *plan.manuscript;
  const NodeId first = first_shown(plan, dl);
  if (first == kNoNode || manuscript[first].kind != Kind::div)
    return is_terms_and_descriptions(plan, dl, false);
  for (NodeId child = first; child != kNoNode; child = shown_after(plan, child)) {
    if (manuscript[child].kind != Kind::div || !is_terms_and_descriptions(plan, child, true)) return false;
  }
  return true;
}

bool has_ruby_groups(const Plan& plan, NodeId ruby) {
  if (plan.has(ruby, kHasBlock)) return false;
  enum { nothing, base, annotation, opened, enclosed } state = nothing;
  for (NodeId child = first_shown(plan, ruby); child != kNoNode; child = shown_after(plan, child)) {
    const Kind kind = (*plan.manuscript)[child].kind;
    if (kind == Kind::rt) {
      if (state == nothing) return false;
      state = state == opened ? enclosed : annotation;
    } else if (kind == Kind::rp) {
      if ((state != base && state != enclosed && state != annotation) || !is_plain(plan, child)) return false;
      state = state == enclosed ? annotation : opened;
    } else {
      if (state == opened || state == enclosed || !is_phrasing(kind)) return false;
      state = base;
    }
  }
  return state == annotation;
}

}  // namespace reliure::epub
