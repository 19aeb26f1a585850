#pragma once

#include "program/analysis/lint.hpp"
#include "program/analysis/space.hpp"

namespace program {

/// One document under the eyes of `check`: what it declares, and where that stands.
class lint_document {
 public:
  lint_document(const loaded_text& text, const document& looked_at, lint_result& into)
      : text_{text}, document_{looked_at}, into_{into} {}

  [[nodiscard]] const device& client() const { return *document_.client; }
  [[nodiscard]] const policy& granted() const { return document_.client->policy; }
  [[nodiscard]] const model& objects() const { return document_.client->model; }
  [[nodiscard]] const lac::edition& rules() const { return granted().rules(); }

  /// Whether somebody's rights depend on an ACL: several accounts, access control enabled (A2, A8).
  [[nodiscard]] bool looks_at_acls() const {
    return granted().account_count() > 1 && !granted().is_disabled();
  }

  // Where things stand; where they do not, the first statement of the document.

  [[nodiscard]] text_token whole(const statement& of) const { return {of.begin(), of.end(), {}}; }
  [[nodiscard]] text_token first_of(statement_kind kind) const;
  [[nodiscard]] text_token object_at(lac::object_id id) const;
  [[nodiscard]] text_token acl_at(lac::access_control_target target) const;
  [[nodiscard]] text_token entry_at(lac::access_control_target target,
                                    lac::acl_instance_id id) const;
  [[nodiscard]] text_token owner_at(lac::access_control_target target) const;

  /// The statements of this document.
  [[nodiscard]] std::vector<const statement*> statements() const;

  /// Tells of a finding.
  void found(std::string_view id, const text_token& where, std::string sentence, std::string mend);

 private:
  [[nodiscard]] const statement* acl_statement(lac::access_control_target target) const;

  const loaded_text& text_;
  const document& document_;
  lint_result& into_;
};

/// The rules, by what they look at.
void lint_access_controls(lint_document& in);
void lint_entries(lint_document& in);
void lint_reach(lint_document& in);
void lint_whole(lint_document& in);
void lint_cases(const loaded_text& text, lint_result& into);

/// `/2/n (for /o/i)`.
[[nodiscard]] std::string name_of(const auto& access_control) {
  std::string name = "/2/" + std::to_string(access_control.id().value()) + " (for /";
  name += std::to_string(access_control.target().object().value());
  if (!access_control.target().is_object_level())
    name += '/' + std::to_string(access_control.target().instance().value());
  return name + ')';
}

}  // namespace program
