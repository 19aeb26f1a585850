#include "program/analysis/space.hpp"

#include <lwm2m/access/access_control_object.hpp>

#include <algorithm>
#include <tuple>

namespace program {

namespace {

auto key_of(const lac::path& at) {
  const auto depth = static_cast<unsigned>(at.level());
  const auto id = [&](unsigned n, unsigned value) { return depth >= n ? int(value) : -1; };
  return std::tuple{id(2, at.object().value()), id(3, at.object_instance().value()),
                    id(4, at.resource().value()), id(5, at.resource_instance().value())};
}

template <class T, class Before>
void sort_once(std::vector<T>& list, const Before& before) {
  std::sort(list.begin(), list.end(), before);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Gathers what one device, then another, can be asked for.
class collector {
 public:
  void add(const device& one) {
    for (const lac::short_server_id server : one.policy.accounts())
      found_.servers.push_back(server);
    paths_.push_back(lac::path::root());
    for (std::size_t k = 0; k < one.model.object_count(); ++k) object(one.model.object_at(k));
    paths_.push_back(lac::path{lac::objects::access_control});
    for (std::size_t k = 0; k < one.policy.access_control_count(); ++k)
      access_control(one.policy, k);
  }

  space take() {
    found_.operations = all_operations();
    found_.paths = std::move(paths_);
    sort_once(found_.servers, [](auto a, auto b) { return a < b; });
    sort_once(found_.paths, is_before);
    return std::move(found_);
  }

 private:
  void object(const lac::object_view& one) {
    paths_.push_back(lac::path{one.id()});
    for (const lac::object_instance_id instance : one.instances()) {
      paths_.push_back({one.id(), instance});
      for (const lac::resource_definition& each : one.resources()) {
        paths_.push_back({one.id(), instance, each.id()});
        if (each.is_multiple())
          paths_.push_back({one.id(), instance, each.id(), lac::resource_instance_id{0}});
      }
    }
  }

  void access_control(const policy& granted, std::size_t k) {
    const auto one = granted.access_control_at(k);
    constexpr lac::object_id in = lac::objects::access_control;
    paths_.push_back(path_of(one.target()));
    paths_.push_back({in, one.id()});
    for (std::uint16_t id = 0; id < 4; ++id) paths_.push_back({in, one.id(), lac::resource_id{id}});
    for (const lac::acl_entry entry : one.entries()) entry_of(one.id(), entry.id.value());
    for (const lac::short_server_id server : granted.accounts()) entry_of(one.id(), server.value());
  }

  void entry_of(lac::object_instance_id id, std::uint16_t entry) {
    paths_.push_back({lac::objects::access_control, id, lac::access_control_resources::acl,
                      lac::resource_instance_id{entry}});
  }

  space found_;
  std::vector<lac::path> paths_;
};

}  // namespace

bool is_before(const lac::path& a, const lac::path& b) { return key_of(a) < key_of(b); }

const std::vector<lac::operation>& all_operations() {
  using enum lac::operation;
  static const std::vector<lac::operation> all{read,
                                               observe,
                                               notify,
                                               read_composite,
                                               observe_composite,
                                               send,
                                               write_attributes,
                                               discover,
                                               cancel_observation,
                                               write,
                                               update,
                                               write_composite,
                                               execute,
                                               create,
                                               delete_};
  return all;
}

space space_of(const device& one) {
  collector found;
  found.add(one);
  return found.take();
}

space space_of(const device& one, const device& other) {
  collector found;
  found.add(one);
  found.add(other);
  return found.take();
}

std::vector<lac::access_control_target> targets_of(const policy& granted) {
  std::vector<lac::access_control_target> targets;
  for (std::size_t k = 0; k < granted.access_control_count(); ++k)
    targets.push_back(granted.access_control_at(k).target());
  return targets;
}

lac::path path_of(lac::access_control_target target) {
  return target.is_object_level() ? lac::path{target.object()}
                                  : lac::path{target.object(), target.instance()};
}

bool add_stand_ins(device& one, const std::vector<lac::access_control_target>& targets) {
  if (one.model.object_count() != 0) return false;
  const auto everything =
      lac::access_type::of(lac::resource_operation::read, lac::resource_operation::write,
                           lac::resource_operation::execute);
  for (const lac::access_control_target& target : targets) {
    (void)one.model.add_object(target.object(), lac::multiplicity::multiple);
    (void)one.model.add_resource(target.object(), {lac::resource_id{0}, everything});
    if (!target.is_object_level()) (void)one.model.add_instance(target.object(), target.instance());
  }
  return true;
}

}  // namespace program
