#include "program/analysis/reach.hpp"

#include "program/cases/words.hpp"

#include <lwm2m/access/access_control_object.hpp>
#include <lwm2m/access/begin.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace program {

namespace {

namespace resources = lac::access_control_resources;

/// What a Server can do about an Object Instance.
enum class move : std::uint8_t { give_rights, give_ownership, delete_instance, create_instance };
constexpr move all_moves[] = {move::give_rights, move::give_ownership, move::delete_instance,
                              move::create_instance};

/// A device after some requests of `by` that are to help `whom`, at one Object Instance.
struct state {
  std::unique_ptr<device> client;
  std::vector<std::string> requests;
};

/// The search for one Server, one that gains, and one Object Instance.
class search {
 public:
  search(const device& from, lac::short_server_id by, lac::short_server_id whom,
         lac::access_control_target at)
      : from_{from}, by_{by}, whom_{whom}, at_{at} {}

  std::vector<reached> run() {
    std::vector<state> level(1);
    level[0].client = std::make_unique<device>(from_);
    for (std::size_t count = 1; count <= most_requests; ++count) {
      std::vector<state> next;
      for (const state& each : level)
        for (const move what : all_moves)
          if (state after{std::make_unique<device>(*each.client), each.requests};
              make(what, after)) {
            note_gains(after);
            next.push_back(std::move(after));
          }
      level = std::move(next);
    }
    return std::move(found_);
  }

 private:
  bool make(move what, state& on) const {
    const bool is_there = on.client->model.find_object(at_.object()).has_instance(at_.instance());
    const auto governing = on.client->policy.find(at_);
    if ((what == move::create_instance) == is_there) return false;
    if (what == move::delete_instance) return delete_instance(on);
    if (what == move::create_instance) return create_instance(on);
    if (!governing || (what == move::give_ownership && whom_ == by_)) return false;
    const bool owner = what == move::give_ownership;
    const std::string whom = whom_ == by_ ? std::to_string(by_.value()) : "SSID";
    const lac::path at =
        owner ? lac::path{lac::objects::access_control, governing.id(), resources::owner}
              : lac::path{lac::objects::access_control, governing.id(), resources::acl,
                          lac::resource_instance_id{whom_.value()}};
    const std::int64_t value = owner ? whom_.value() : lac::owner_rights.raw();
    const lac::path shown{at.object(), at.object_instance(), at.resource()};
    on.requests.push_back(std::to_string(by_.value()) + " update " + text_of(shown) +
                          (owner ? " = " + whom : '/' + whom + " = RWED"));
    const lac::assignment one{at, value};
    const lac::request asked{by_, lac::operation::update, at, {}};
    return lac::administer(on.client->policy, on.client->model, asked,
                           lac::view<lac::assignment>{&one, 1})
        .allowed();
  }

  bool delete_instance(state& on) const {
    const lac::path at{at_.object(), at_.instance()};
    on.requests.push_back(std::to_string(by_.value()) + " delete " + text_of(at));
    const bool done = lac::administer(on.client->policy, on.client->model,
                                      lac::request{by_, lac::operation::delete_, at, {}})
                          .allowed();
    return done &&
           on.client->model.erase_instance(at_.object(), at_.instance()) == lac::status::done;
  }

  bool create_instance(state& on) const {
    const bare_request bare{*on.client, by_, lac::operation::create, lac::path{at_.object()}};
    lac::request asked = bare.request();
    std::vector<lac::path> payload{{at_.object(), at_.instance()}};
    for (const lac::path& each : asked.payload)
      payload.push_back({at_.object(), at_.instance(), each.resource()});
    asked.payload = payload;
    on.requests.push_back(std::to_string(by_.value()) + " create /" +
                          std::to_string(at_.object().value()) + " instance " +
                          std::to_string(at_.instance().value()));
    return lac::administer(on.client->policy, on.client->model, asked).allowed() &&
           on.client->model.add_instance(at_.object(), at_.instance()) == lac::status::done;
  }

  /// What the one that gains may do now on the instance and its ACL, and could not by fewer.
  void note_gains(const state& after) {
    space over = space_of(from_, *after.client);
    over.servers = {whom_};
    const auto governing = after.client->policy.find(at_);
    const lac::path instance{at_.object(), at_.instance()};
    const lac::path managed =
        governing ? lac::path{lac::objects::access_control, governing.id()} : lac::path{};
    const auto is_elsewhere = [&](const lac::path& at) {
      return !instance.contains(at) && !managed.contains(at);
    };
    over.paths.erase(std::remove_if(over.paths.begin(), over.paths.end(), is_elsewhere),
                     over.paths.end());
    const difference now = difference_over(from_, *after.client, std::move(over));
    std::vector<point<3>> gained;
    for (const point<3>& each : now.points) {
      const bool gains = change_mark::unpacked(each.mark).effect == effect::gains;
      const auto key = std::pair{now.over.operations[each.at[operation_axis]],
                                 text_of(now.over.paths[each.at[path_axis]])};
      if (gains && known_.insert(key).second) gained.push_back({each.at, 1});
    }
    if (!gained.empty()) found_.push_back({by_, {whom_}, after.requests, now.over, fold(gained)});
  }

  const device& from_;
  lac::short_server_id by_;
  lac::short_server_id whom_;
  lac::access_control_target at_;
  std::vector<reached> found_;
  std::set<std::pair<lac::operation, std::string>> known_;
};

/// The Object Instances at which something can be reached, and one new instance of each Object.
std::vector<lac::access_control_target> places_of(const device& of) {
  std::vector<lac::access_control_target> places;
  for (std::size_t k = 0; k < of.model.object_count(); ++k) {
    const lac::object_view object = of.model.object_at(k);
    for (const lac::object_instance_id id : object.instances()) places.push_back({object.id(), id});
    std::uint16_t free = 0;
    for (const lac::object_instance_id id : object.instances())
      if (id.value() == free) ++free;
    if (!object.is_single() || object.instances().empty())
      places.push_back({object.id(), lac::object_instance_id{free}});
  }
  return places;
}

/// Whether the Server has anything to begin with: otherwise nothing is searched.
bool can_begin(const device& of, lac::short_server_id by, lac::access_control_target at) {
  const lac::path instance{at.object(), at.instance()};
  return of.policy.find(at).owner().is(by) ||
         decide_bare(of, by, lac::operation::delete_, instance).allowed() ||
         decide_bare(of, by, lac::operation::create, lac::path{at.object()}).allowed();
}

/// Others that gain the same by the same requests are told together.
void add(std::vector<reached>& all, reached&& one) {
  for (reached& each : all) {
    const bool is_for_other = each.whom.front() != each.by && one.whom.front() != one.by;
    if (!is_for_other || each.by != one.by || each.requests != one.requests) continue;
    if (each.gains.size() != one.gains.size() || each.over.paths != one.over.paths) continue;
    if (!std::equal(each.gains.begin(), each.gains.end(), one.gains.begin(),
                    [](const auto& a, const auto& b) { return a.sides == b.sides; }))
      continue;
    each.whom.push_back(one.whom.front());
    return;
  }
  all.push_back(std::move(one));
}

}  // namespace

std::vector<reached> reach_of(const device& of, lac::short_server_id by) {
  std::vector<reached> all;
  for (const lac::short_server_id acting : of.policy.accounts()) {
    if (by.is_valid() && acting != by) continue;
    std::vector<reached> own;
    for (const lac::access_control_target at : places_of(of))
      if (can_begin(of, acting, at))
        for (const lac::short_server_id whom : of.policy.accounts())
          for (reached& each : search{of, acting, whom, at}.run()) add(own, std::move(each));
    std::stable_sort(own.begin(), own.end(), [](const reached& a, const reached& b) {
      const auto key = [](const reached& of_one) {
        return std::pair{of_one.whom.front() != of_one.by, of_one.requests.size()};
      };
      return key(a) < key(b);
    });
    std::move(own.begin(), own.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace program
