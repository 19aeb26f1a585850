#include "observations.hpp"

#include <algorithm>

#include "log.hpp"

namespace client {

namespace {

constexpr std::size_t most_observations = 64;

const char* words_of(lac::observation_state state) {
  switch (state) {
    case lac::observation_state::active:
      return "active";
    case lac::observation_state::suppressed:
      return "suppressed";
    default:
      return "ended";
  }
}

std::vector<lac::path> targets_of(const incoming& asked) {
  return is_composite(asked.op) ? asked.paths() : std::vector{asked.target};
}

}  // namespace

bool observations::add(const observer& by, const incoming& asked) {
  end(by);
  if (held_.size() == most_observations) return false;
  held_.push_back({by, asked});
  return true;
}

void observations::end(const observer& by) {
  std::erase_if(held_, [&](const held_observation& each) { return each.by == by; });
}

void observations::cancel(const observer& by, const incoming& asked) {
  std::erase_if(held_, [&](const held_observation& each) {
    return each.by == by || (each.by.session == by.session && !is_composite(each.asked.op) &&
                             each.asked.target == asked.target);
  });
}

void observations::session_ended(const coap_session_t* session) {
  std::erase_if(held_, [&](const held_observation& each) { return each.by.session == session; });
}

void observations::review_all() {
  for (held_observation& each : held_) (void)review(each);
  drop_ended();
}

std::vector<notification> observations::due(const std::vector<lac::path>& touched) {
  std::vector<notification> all;
  for (held_observation& each : held_) {
    const bool is_due = is_touched(each, touched);
    if (is_due && review(each) == lac::observation_state::active)
      all.push_back({each.by, ++each.sequence, device_.show(each.by.server, each.asked)});
    if (each.state == lac::observation_state::gone)  // H5
      all.push_back({each.by, ++each.sequence, {not_found}});
  }
  std::erase_if(held_, [](const held_observation& each) {
    return each.state == lac::observation_state::gone;
  });
  drop_ended();
  return all;
}

lac::observation_state observations::review(held_observation& each) const {
  const bool is_list = is_composite(each.asked.op);
  const std::vector<lac::path> listed = each.asked.paths();
  const lac::observation_state now =
      lac::review(device_.granted(), device_.objects(),
                  {each.by.server, each.asked.target, is_list ? listed : lac::view<lac::path>{}});
  if (now != each.state) log_observation(each.by.server, targets_of(each.asked), words_of(now));
  each.state = now;
  return now;
}

bool observations::is_touched(const held_observation& each, const std::vector<lac::path>& touched) {
  const std::vector<lac::path> observed = targets_of(each.asked);
  return std::any_of(observed.begin(), observed.end(), [&](const lac::path& one) {
    return std::any_of(touched.begin(), touched.end(), [&](const lac::path& other) {
      return one.contains(other) || other.contains(one);
    });
  });
}

void observations::drop_ended() {
  std::erase_if(held_, [](const held_observation& each) {
    return each.state == lac::observation_state::ended;
  });
}

}  // namespace client
