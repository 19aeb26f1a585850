// Policy text and policies, there and back: random ones in every edition.
#include <rapidcheck.h>

#include <lwm2m/access/text.hpp>

#include <string>
#include <vector>

#include "support/catch.hpp"

namespace {

namespace lac = lwm2m::access;

using policy = lac::policy<16, 64, 12>;
using model = lac::object_model<8, 16, 40, 64>;

struct device {
  policy granted;
  model objects;
};

std::uint16_t any_id(int lowest) {
  return static_cast<std::uint16_t>(*rc::gen::oneOf(
      rc::gen::inRange(lowest, 12), rc::gen::inRange(lowest, 65535), rc::gen::just(65534)));
}

lac::edition any_edition() {
  return lac::edition_of(*rc::gen::element(lac::edition_name::draft, lac::edition_name::v1_0,
                                           lac::edition_name::v1_1, lac::edition_name::v1_2));
}

/// An exception of any kind that a text can say of the Object: of an instance that is there, of a
/// multiple Resource, or of what may not be there.
void except(model& objects, lac::object_id id) {
  const auto object = objects.find_object(id);
  if (!object) return;
  using exception = lac::object_exception;
  const lac::resource_id resource{any_id(0)};
  const lac::object_instance_id instance{any_id(0)};
  const lac::resource_instance_id resource_instance{any_id(0)};
  const bool is_of_resource = *rc::gen::arbitrary<bool>();
  for (std::size_t k = 0; k < object.definition_count(); ++k)
    if (object.definition_at(k).is_multiple() && *rc::gen::arbitrary<bool>()) {
      (void)objects.add_exception(exception::listed(id, object.definition_at(k).id()));
      if (objects.exceptions().size() < 64)
        (void)objects.add_exception(
            exception::listed(id, object.definition_at(k).id(), resource_instance));
    }
  if (object.instance_count() != 0)
    (void)objects.add_exception(exception::kept(id, object.instance(0)));
  (void)objects.add_exception(
      exception::absent(is_of_resource ? lac::path{id, instance, resource}
                                       : lac::path{id, instance, resource, resource_instance}));
}

/// Objects of every kind. What does not fit or is there already is left out.
model any_objects() {
  model objects;
  for (int k = *rc::gen::inRange(0, 9); k > 0; --k) {
    const lac::object_id id{any_id(0)};
    (void)objects.add_object(
        id, *rc::gen::element(lac::multiplicity::single, lac::multiplicity::multiple));
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
      (void)objects.add_instance(id, lac::object_instance_id{any_id(0)});
    for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
      const auto type = static_cast<std::uint8_t>(*rc::gen::inRange(0, 8) << 5);
      (void)objects.add_resource(id, {lac::resource_id{any_id(0)}, lac::access_type{type},
                                      *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()});
    }
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) except(objects, id);
  }
  return objects;
}

/// Accounts, Access Control Object Instances and entries of every kind; what cannot be is left out.
policy any_policy() {
  policy granted{any_edition()};
  for (int k = *rc::gen::inRange(0, 13); k > 0; --k)
    (void)granted.add_account(lac::short_server_id{any_id(1)});
  if (*rc::gen::inRange(0, 4) == 0) (void)granted.disable();
  for (int k = *rc::gen::inRange(0, 17); k > 0 && !granted.is_disabled(); --k) {
    const bool at_object_level = *rc::gen::inRange(0, 4) == 0;
    const lac::object_id object{any_id(0)};
    lac::access_control_target target{object};
    if (!at_object_level) target = {object, lac::object_instance_id{any_id(0)}};
    lac::access_control_owner owner = lac::bootstrap;
    if (!at_object_level && *rc::gen::inRange(0, 4) != 0) owner = lac::short_server_id{any_id(1)};
    const lac::object_instance_id id{any_id(0)};
    if (granted.add(lac::access_control_view{id, target, owner, {}}) != lac::status::done) continue;
    for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
      const auto rights = static_cast<std::uint16_t>(
          *rc::gen::oneOf(rc::gen::inRange(0, 32), rc::gen::inRange(0, 65536)));
      (void)granted.set_entry(id, {lac::acl_instance_id{lac::resource_instance_id{any_id(0)}},
                                   lac::access_rights{rights}});
    }
  }
  return granted;
}

device any_device() { return {any_policy(), any_objects()}; }

std::string printed(const device& from) {
  std::string text;
  lac::print_policy(from.granted, from.objects, [&](char c) { text += c; });
  return text;
}

/// A part of a text as it might be torn or typed.
std::string any_noise() {
  static const std::vector<std::string> words = {"edition",
                                                 "1.1",
                                                 "1.2",
                                                 "servers",
                                                 "object",
                                                 "acl",
                                                 "for",
                                                 "owner",
                                                 "bootstrap",
                                                 "{",
                                                 "}",
                                                 ",",
                                                 ":",
                                                 "/2/0",
                                                 "/3/0",
                                                 "multiple",
                                                 "101",
                                                 "R",
                                                 "default",
                                                 "-",
                                                 "->",
                                                 "---",
                                                 "#",
                                                 "\n",
                                                 "=",
                                                 "single",
                                                 "/5",
                                                 "65535",
                                                 "instances",
                                                 "/",
                                                 "expect",
                                                 "read",
                                                 "\x80",
                                                 "kept",
                                                 "absent",
                                                 "/3/0/1",
                                                 "\xEF\xBB\xBF",
                                                 "/3/"};
  std::string text;
  for (const std::size_t k : *rc::gen::container<std::vector<std::size_t>>(
           rc::gen::inRange<std::size_t>(0, words.size())))
    text += words[k] + (k % 3 == 0 ? "" : " ");
  return text;
}

}  // namespace

TEST_CASE("text: parse and print are each other's inverse") {
  CHECK(rc::check("parse(print(x)) == x, print(parse(print(x))) == print(x)", [] {
    const device before = any_device();
    const std::string text = printed(before);
    device after{};
    const lac::text_mistake mistake = lac::parse_policy(text, after.granted, after.objects);
    RC_LOG() << text;
    RC_ASSERT(mistake.is_none());
    RC_ASSERT(after.granted == before.granted);
    RC_ASSERT(after.objects == before.objects);
    RC_ASSERT(printed(after) == text);
  }));
}

TEST_CASE("text: a text of a larger policy does not half fit into a smaller one") {
  CHECK(rc::check("all of it is taken, or nothing", [] {
    const device whole = any_device();
    const std::string text = printed(whole);
    lac::policy<4, 12, 6> granted{lac::editions::v1_0};
    lac::object_model<4, 6, 12, 12> objects;
    lac::policy<4, 12, 6> staged;
    lac::object_model<4, 6, 12, 12> staged_objects;
    const bool is_right =
        lac::parse_policy(text, granted, objects, staged, staged_objects).is_none();
    RC_CLASSIFY(is_right);
    if (is_right) {
      RC_ASSERT(policy{granted} == whole.granted);
      RC_ASSERT(model{objects} == whole.objects);
    } else {
      RC_ASSERT(granted == (lac::policy<1, 1, 1>{lac::editions::v1_0}));
      RC_ASSERT(granted.generation() == 1);
      RC_ASSERT(objects == (lac::object_model<4, 6, 12, 12>{}));
    }
  }));
}

TEST_CASE("text: a text that is cut or spoilt changes nothing, and its mistake lies within it") {
  CHECK(rc::check("a mistake is in the text", [] {
    const device whole = any_device();
    std::string text = printed(whole);
    text.insert(*rc::gen::inRange<std::size_t>(0, text.size() + 1), any_noise());
    text.resize(*rc::gen::inRange<std::size_t>(0, text.size() + 1));
    device read{};
    const lac::text_mistake mistake = lac::parse_policy(text, read.granted, read.objects);
    RC_CLASSIFY(mistake.is_none());
    if (mistake.is_none()) return;
    RC_ASSERT(read.granted == policy{});
    RC_ASSERT(read.objects == model{});
    RC_ASSERT(mistake.found().begin() >= text.data());
    RC_ASSERT(mistake.found().end() <= text.data() + text.size());
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (unsigned line = 1; line < mistake.line(); ++line) at = text.find('\n', at) + 1;
    RC_ASSERT(text.data() + at + mistake.column() - 1 == mistake.found().begin());
  }));
}
