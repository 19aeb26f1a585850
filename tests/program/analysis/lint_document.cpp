#include "program/analysis/lint_document.hpp"

#include <algorithm>

namespace program {

namespace {

const lint_rule& rule_of(std::string_view id) {
  const auto& rules = lint_rules();
  return *std::find_if(rules.begin(), rules.end(), [&](const auto& each) { return each.id == id; });
}

}  // namespace

std::vector<const statement*> lint_document::statements() const {
  std::vector<const statement*> own;
  for (const statement& each : text_.source->statements())
    if (each.document == document_.number && each.kind != statement_kind::separator)
      own.push_back(&each);
  return own;
}

text_token lint_document::first_of(statement_kind kind) const {
  const auto own = statements();
  for (const statement* each : own)
    if (each->kind == kind) return whole(*each);
  return own.empty() ? text_token{} : whole(*own.front());
}

text_token lint_document::object_at(lac::object_id id) const {
  for (const statement* each : statements())
    if (each->kind == statement_kind::object && each->tokens.size() > 1 &&
        text_.source->text_of(each->tokens[1]) == "/" + std::to_string(id.value()))
      return each->tokens[1];
  return first_of(statement_kind::object);
}

const statement* lint_document::acl_statement(lac::access_control_target target) const {
  for (const statement* each : statements()) {
    if (each->kind != statement_kind::acl) continue;
    for (std::size_t k = 1; k + 1 < each->tokens.size(); ++k) {
      if (!text_.source->is(each->tokens[k], "for")) continue;
      const std::string_view at = text_.source->text_of(each->tokens[k + 1]);
      if (lac::path::parse(at.data(), at.size()) == path_of(target)) return each;
    }
  }
  return nullptr;
}

text_token lint_document::acl_at(lac::access_control_target target) const {
  const statement* const acl = acl_statement(target);
  return acl != nullptr ? whole(*acl) : first_of(statement_kind::acl);
}

text_token lint_document::entry_at(lac::access_control_target target,
                                   lac::acl_instance_id id) const {
  const statement* const acl = acl_statement(target);
  if (acl == nullptr) return first_of(statement_kind::acl);
  using lac::detail::token_kind;
  const auto& tokens = acl->tokens;
  for (std::size_t k = 0; k + 2 < tokens.size(); ++k) {
    if (tokens[k + 1].kind != token_kind::colon) continue;
    const bool is_it = id.is_default() ? text_.source->is(tokens[k], "default")
                                       : text_.server_of(tokens[k]) == id.server();
    if (is_it) return {tokens[k].begin, tokens[k + 2].end, {}};
  }
  return whole(*acl);
}

text_token lint_document::owner_at(lac::access_control_target target) const {
  const statement* const acl = acl_statement(target);
  if (acl == nullptr) return first_of(statement_kind::acl);
  for (std::size_t k = 0; k + 1 < acl->tokens.size(); ++k)
    if (text_.source->is(acl->tokens[k], "owner"))
      return {acl->tokens[k].begin, acl->tokens[k + 1].end, {}};
  return whole(*acl);
}

void lint_document::found(std::string_view id, const text_token& where, std::string sentence,
                          std::string mend) {
  into_.findings.push_back(
      {&rule_of(id), where.begin, where.end - where.begin, std::move(sentence), std::move(mend)});
}

}  // namespace program
