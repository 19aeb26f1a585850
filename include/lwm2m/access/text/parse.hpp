#pragma once

#include <lwm2m/access/text/declarations.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// Makes `into` and `objects` what `text` declares, under the edition that it names. With a
/// mistake, or when one of them has no room for all of it, neither is changed: both are read into
/// copies first, on the stack. Requests belong in a case file (case_file.hpp): here they are a
/// mistake.
///
/// `text` is a string literal or anything with `data()` and `size()`; the mistake borrows from it.
template <std::size_t Instances, std::size_t Entries, std::size_t Accounts, class Edition,
          std::size_t Objects, std::size_t ObjectInstances, std::size_t Resources>
constexpr text_mistake parse_policy(
    view<char> text, policy<Instances, Entries, Accounts, Edition>& into,
    object_model<Objects, ObjectInstances, Resources>& objects) noexcept {
  using Policy = policy<Instances, Entries, Accounts, Edition>;
  using Model = object_model<Objects, ObjectInstances, Resources>;
  Policy read = Policy::under(edition{});
  Model declared{};
  detail::declaration_reader<Policy, Model> reader{text, read, declared};
  const text_mistake mistake = reader.read_all();
  if (!mistake.is_none()) return mistake;
  into.become(read);
  objects = declared;
  return mistake;
}

/// The same for a text that declares no object: the stack supplies the object model itself.
template <std::size_t Instances, std::size_t Entries, std::size_t Accounts, class Edition>
constexpr text_mistake parse_policy(
    view<char> text, policy<Instances, Entries, Accounts, Edition>& into) noexcept {
  object_model<0, 0, 0> none;
  return parse_policy(text, into, none);
}

}  // namespace lwm2m::access::inline v0
