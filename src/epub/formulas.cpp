#include "epub/formulas.h"

#include "epub/attributes.h"
#include "epub/escape.h"
#include "epub/links.h"
#include "epub/writer.h"

namespace reliure::epub {

bool is_formula(const Plan& plan, NodeId node) {
  return (*plan.manuscript)[node].kind == Kind::math &&
         plan.manuscript->attribute(node, "mathml").has_value();
}

bool holds_formula(const Plan& plan, NodeId first, NodeId last) {
  for (NodeId node = first; node <= last && node.value < plan.facts.size(); ++node.value) {
    if (plan.has(node, kKept) && is_formula(plan, node)) return true;
  }
  return false;
}

/// MathML takes ids, classes and its own attributes, but no ARIA and no language of HTML.
NodeId write_formula(Writer& writer, NodeId node) {
  const book::Manuscript& manuscript = *writer.plan.manuscript;
  std::string& out = writer.out;
  out += "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"";
  if (has_id(writer.plan, node)) {
    out += " id=\"";
    append_id(out, writer.plan, node);
    out += '"';
  }
  std::string classes;
  for (const std::string_view name : manuscript.classes_of(node)) {
    classes += classes.empty() ? "" : " ";
    classes += name;
  }
  if (!classes.empty()) append_attribute(out, "class", classes);
  if (manuscript.attribute(node, "display") == "block") append_attribute(out, "display", "block");
  append_attribute(out, "alttext", manuscript.attribute(node, "alttext").value_or(""));
  out += '>';
  out += manuscript.attribute(node, "mathml").value_or("");
  out += "</math>";
  return {manuscript[node].last_descendant.value + 1};
}

}  // namespace reliure::epub
