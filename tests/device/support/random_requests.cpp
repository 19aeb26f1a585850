#include "random_requests.hpp"

namespace {

using lwm2m::access::edition_name;

std::string join(std::initializer_list<unsigned> numbers) {
  std::string path;
  for (const unsigned each : numbers) path += '/' + std::to_string(each);
  return path;
}

const std::vector<std::string> values{"-",     "R",     "RW", "RWE", "RWED", "C",
                                      "RWEDC", "65536", "-1", "31",  "32",   "4294967297"};
const std::vector<unsigned> entries{0, 101, 101, 102, 102, 103, 104};
const std::vector<std::string> owners{"101", "102", "101", "102", "104", "0", "65535", "-1"};

}  // namespace

unsigned random_requests::object() {
  static const std::vector<unsigned> all{0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 5, 5, 3303, 3303, 3303, 99};
  return any(all);
}

unsigned random_requests::instance(unsigned object) { return below(object == 2 ? 10 : 3); }

unsigned random_requests::resource(unsigned object) {
  const auto found = world_.objects.find(object);
  if (object == 2) return below(5);
  if (found == world_.objects.end() || one_in(12)) return 99;
  std::vector<unsigned> all;
  for (const auto& [id, defined] : found->second.resources) all.push_back(id);
  return any(all);
}

bool random_requests::is_there(unsigned object, unsigned instance) const {
  return reference::has_instance(world_, object, instance);
}

std::string random_requests::instance_path() {
  const unsigned o = object();
  return join({o, instance(o)});
}

std::string random_requests::path() {
  const unsigned o = object();
  if (one_in(40)) return "/";
  if (one_in(6)) return join({o});
  const unsigned i = instance(o);
  if (one_in(4)) return join({o, i});
  const unsigned r = resource(o);
  if (o == 2 && r == 2 && !one_in(3)) return join({o, i, r, any(entries)});
  return one_in(20) ? join({o, i, r, 0}) : join({o, i, r});
}

std::string random_requests::plain(const std::string& operation) {
  return operation + ' ' + path();
}

/// A Write to Object 2, with what it conveys.
std::string random_requests::managed_write() {
  const unsigned n = instance(2);
  const std::string braces = "{ " + std::to_string(any(std::vector{101U, 102U})) + ": " +
                             any(std::vector<std::string>{"R", "RWED", "C"}) + ", default: R }";
  switch (below(8)) {
    case 0:
      return "write " + join({2, n, 3}) + " = " + any(owners);
    case 1:
      return "write " + join({2, n, 2}) + " = " + braces;
    case 2:
      return "write " + join({2, n}) + " = " + braces + " owner " + any(owners);
    case 3:
      return "update " + join({2, n}) + " = " + braces;
    case 4:
      return "write " + join({2, n, below(2)}) + " = 3";
    default:
      return "write " + join({2, n, 2, any(entries)}) + " = " + any(values);
  }
}

std::string random_requests::resource_list(unsigned object) {
  std::string list = "{";
  for (unsigned k = below(4); k > 0; --k) {
    const std::string next = ' ' + std::to_string(resource(object)) + ' ';
    if (list.find(next) == std::string::npos) list += next;
  }
  return list + '}';
}

/// A draft's POST to an Object Instance is a Create when there is none, else an Update.
std::string random_requests::create() {
  const unsigned o = any(std::vector{1U, 3U, 5U, 3303U, 3303U, 3303U});
  const unsigned i = instance(o);
  const std::string list = resource_list(o);
  if (world_.edition == edition_name::draft && !is_there(o, i) && one_in(2))
    return "create " + join({o, i}) + ' ' + list;
  const bool names_instance = list != "{}" && one_in(2);
  return "create " + join({o}) + (names_instance ? " instance " + std::to_string(i) : "") + ' ' +
         list;
}

std::string random_requests::update() {
  const unsigned o = any(std::vector{1U, 3U, 5U, 3303U});
  const unsigned i = instance(o);
  const bool is_create = world_.edition == edition_name::draft && !is_there(o, i);
  return (is_create   ? "create "
          : one_in(2) ? "update "
                      : "write ") +
         join({o, i}) + ' ' + resource_list(o);
}

std::string random_requests::paths() {
  std::string all;
  for (unsigned k = 1 + below(3); k > 0; --k) all += ' ' + path();
  return all;
}

std::string random_requests::write_composite() {
  std::string all = "write-composite" + paths();
  return one_in(2) ? all + " = " + any(values) : all;
}

std::string random_requests::next(unsigned server) {
  const std::string who = std::to_string(server) + ' ';
  switch (below(14)) {
    case 0:
    case 1:
      return who + plain("read");
    case 2:
      return who + plain("write");
    case 3:
    case 4:
      return who + managed_write();
    case 5: {
      const unsigned o = object(), i = instance(o);
      return who + "execute " + join({o, i, resource(o)});
    }
    case 6:
      return who + create();
    case 7:
      return who + update();
    case 8:
      return who + "delete " + (one_in(3) ? path() : instance_path());
    case 9:
      return who + plain("discover");
    case 10:
      return who + plain(one_in(2) ? "write-attributes" : "cancel-observation");
    case 11:
      return who + plain("observe");
    case 12:
      return who + (one_in(3) ? "observe-composite" : "read-composite") + paths();
    default:
      return who + write_composite();
  }
}
