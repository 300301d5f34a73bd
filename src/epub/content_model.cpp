#include "epub/content_model.h"

namespace reliure::epub {
namespace {

using book::Kind;

/// Elements that stand in one parent only, whatever is around it.
bool needs_its_parent(Kind kind) {
  switch (kind) {
    case Kind::document:
    case Kind::main:
    case Kind::dt:
    case Kind::dd:
    case Kind::figcaption:
    // A book on paper has everything unfolded, and readers that can fold often forget to unfold.
    case Kind::details:
    case Kind::summary:
    case Kind::caption:
    case Kind::thead:
    case Kind::tbody:
    case Kind::tfoot:
    case Kind::tr:
    case Kind::th:
    case Kind::td:
      return true;
    default:
      return false;
  }
}

Placement in_flow(Kind kind, bool has_block) {
  switch (kind) {
    case Kind::li:
      return {Fit::wrap, Kind::ul};
    case Kind::col:
    case Kind::colgroup:
      return {Fit::drop};
    case Kind::rt:
    case Kind::rp:
      return {has_block ? Fit::as_div : Fit::as_span};
    case Kind::p:
    case Kind::pre:
      return {has_block ? Fit::as_div : Fit::as_is};
    default:
      break;
  }
  if (needs_its_parent(kind)) return {Fit::as_div};
  const bool inline_around_block = has_block && is_phrasing(kind) && !is_transparent(kind);
  return {inline_around_block ? Fit::as_div : Fit::as_is};
}

Placement in_phrasing(Kind kind) {
  if (kind == Kind::hr || kind == Kind::col || kind == Kind::colgroup) return {Fit::drop};
  const bool stray = kind == Kind::rt || kind == Kind::rp;
  return {is_phrasing(kind) && !stray ? Fit::as_is : Fit::as_span};
}

Placement in_table(Kind kind) {
  switch (kind) {
    case Kind::caption:
    case Kind::colgroup:
    case Kind::thead:
    case Kind::tbody:
    case Kind::tfoot:
      return {Fit::as_is};
    case Kind::col:
      return {Fit::wrap, Kind::colgroup};
    default:
      return {Fit::wrap, Kind::tbody};
  }
}

/// A parent that holds one kind of child, or two.
Placement only(Kind kind, Kind first, Kind second, Kind wrapper) {
  if (kind == first || kind == second) return {Fit::as_is};
  if (kind == Kind::col || kind == Kind::colgroup) return {Fit::drop};
  return {Fit::wrap, wrapper};
}

}  // namespace

bool is_phrasing(Kind kind) { return kind >= Kind::text; }

bool is_transparent(Kind kind) { return kind == Kind::a || kind == Kind::ins || kind == Kind::del; }

Placement place(Model parent, Kind kind, bool has_block) {
  switch (parent) {
    case Model::flow:
      return in_flow(kind, has_block);
    case Model::figure:
      return kind == Kind::figcaption ? Placement{Fit::as_is} : in_flow(kind, has_block);
    case Model::phrasing:
      return in_phrasing(kind);
    case Model::list:
      return only(kind, Kind::li, Kind::li, Kind::li);
    case Model::terms:
      return kind == Kind::div ? Placement{Fit::as_is} : only(kind, Kind::dt, Kind::dd, Kind::dd);
    case Model::table:
      return in_table(kind);
    case Model::rows:
      return only(kind, Kind::tr, Kind::tr, Kind::tr);
    case Model::cells:
      return only(kind, Kind::td, Kind::th, Kind::td);
    case Model::columns:
      return {kind == Kind::col ? Fit::as_is : Fit::drop};
    case Model::ruby:
      return kind == Kind::rt || kind == Kind::rp ? Placement{Fit::as_is} : in_phrasing(kind);
    case Model::nothing:
      break;
  }
  return {Fit::drop};
}

Model model_of(Kind kind, Model parent) {
  switch (kind) {
    case Kind::ul:
    case Kind::ol:
      return Model::list;
    case Kind::dl:
      return Model::terms;
    case Kind::div:
      return parent == Model::terms ? Model::terms : Model::flow;
    case Kind::table:
      return Model::table;
    case Kind::colgroup:
      return Model::columns;
    case Kind::thead:
    case Kind::tbody:
    case Kind::tfoot:
      return Model::rows;
    case Kind::tr:
      return Model::cells;
    case Kind::figure:
      return Model::figure;
    case Kind::ruby:
      return Model::ruby;
    case Kind::img:
    case Kind::br:
    case Kind::wbr:
    case Kind::hr:
    case Kind::col:
      return Model::nothing;
    case Kind::p:
    case Kind::pre:
      return Model::phrasing;
    default:
      break;
  }
  if (is_transparent(kind))
    return parent == Model::phrasing || parent == Model::ruby ? Model::phrasing : Model::flow;
  const bool phrasing = is_phrasing(kind) || book::heading_level(kind) > 0;
  return phrasing ? Model::phrasing : Model::flow;
}

}  // namespace reliure::epub
