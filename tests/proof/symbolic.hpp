#pragma once

// The formula of model.hpp, printed: numbers are 16-bit vectors of SMT-LIB, what a policy and the
// objects say are uninterpreted functions of `p` and `m`, the edition is `e`.

#include <cstdio>
#include <string>

#include "proof/model.hpp"

namespace proof::symbolic {

struct number {
  std::string text;

  explicit number(auto from) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "#x%04x", number_of(from));
    text = digits;
  }
  explicit number(std::string term) : text{std::move(term)} {}
};

struct truth {
  std::string text;
};

template <class... Terms>
std::string apply(const std::string& function, const Terms&... terms) {
  return '(' + function + ((' ' + terms.text) + ...) + ')';
}
inline truth operator==(const number& a, const number& b) { return {apply("=", a, b)}; }
inline truth operator!(const truth& a) { return {apply("not", a)}; }
inline truth operator&&(const truth& a, const truth& b) { return {apply("and", a, b)}; }
inline truth operator||(const truth& a, const truth& b) { return {apply("or", a, b)}; }

struct switches {
  truth owner_has_full_right{"(owner_has_full_right e)"};
  truth may_be_disabled{"(may_be_disabled e)"};
  truth bootstrap_reads_access_control{"(bootstrap_reads_access_control e)"};
  truth bootstrap_reads_servers{"(bootstrap_reads_servers e)"};
  truth oscore_is_restricted{"(oscore_is_restricted e)"};
  truth deletes_resource_instances{"(deletes_resource_instances e)"};
  truth creates_on_instance{"(creates_on_instance e)"};
  truth keeps_device_instance{"(keeps_device_instance e)"};
  truth has_composites{"(has_composites e)"};
  truth creator_gets_entry{"(creator_gets_entry e)"};
};

struct world {
  using number = symbolic::number;
  using truth = symbolic::truth;

  switches rules_{};
  const switches& rules() const { return rules_; }

  truth account(const number& s) const { return of_policy("account", s); }
  truth only_account() const { return {"(only_account p)"}; }
  truth disabled() const { return {"(disabled p)"}; }
  truth room(const number& entries) const { return of_policy("room", entries); }
  truth governed(const number& o, const number& i) const { return of_policy("governed", o, i); }
  number owner(const number& o, const number& i) const { return value_of("owner", o, i); }
  truth present(const number& o, const number& i, const number& id) const {
    return of_policy("present", o, i, id);
  }
  number right(const number& o, const number& i, const number& id) const {
    return value_of("right", o, i, id);
  }
  truth managed(const number& n) const { return of_policy("managed", n); }
  number managed_owner(const number& n) const { return value_of("managed_owner", n); }
  truth managed_present(const number& n, const number& id) const {
    return of_policy("managed_present", n, id);
  }

  truth object(const number& o) const { return of_objects("object", o); }
  truth single(const number& o) const { return of_objects("single", o); }
  truth occupied(const number& o) const { return of_objects("occupied", o); }
  truth must_convey(const number& o) const { return of_objects("must_convey", o); }
  truth instance(const number& o, const number& i) const { return of_objects("instance", o, i); }
  truth kept(const number& o, const number& i) const { return of_objects("kept", o, i); }
  number lowest_free(const number& o) const { return number{apply("lowest_free m", o)}; }
  truth filled(const number& o) const { return of_objects("filled", o); }
  truth defined(const number& o, const number& r) const { return of_objects("defined", o, r); }
  number type(const number& o, const number& r) const { return number{apply("type m", o, r)}; }
  truth multiple(const number& o, const number& r) const { return of_objects("multiple", o, r); }
  truth resource(const number& o, const number& i, const number& r) const {
    return of_objects("resource", o, i, r);
  }
  truth resource_instance(const number& o, const number& i, const number& r,
                          const number& n) const {
    return of_objects("resource_instance", o, i, r, n);
  }

  static number needs(const number& op) { return number{apply("needs", op)}; }
  static number supported_by(const number& op) { return number{apply("supported_by", op)}; }
  static number traits(const number& op) { return number{apply("traits", op)}; }
  static truth for_bootstrap(const number& op, const number& level) {
    return {apply("for_bootstrap", op, level)};
  }
  static truth applies(const number& op, const number& level) {
    return {apply("applies", op, level)};
  }

  static truth includes(const number& all, const number& wanted) {
    return number{apply("bvand", wanted, all)} == wanted;
  }
  template <class Value>
  static Value choose(const truth& when, const Value& then, const Value& otherwise) {
    return Value{apply("ite", when, then, otherwise)};
  }

 private:
  template <class... Numbers>
  static truth of_policy(const std::string& function, const Numbers&... numbers) {
    return {apply(function + " p", numbers...)};
  }
  template <class... Numbers>
  static number value_of(const std::string& function, const Numbers&... numbers) {
    return number{apply(function + " p", numbers...)};
  }
  template <class... Numbers>
  static truth of_objects(const std::string& function, const Numbers&... numbers) {
    return {apply(function + " m", numbers...)};
  }
};

}  // namespace proof::symbolic
