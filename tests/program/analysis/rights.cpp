#include "program/analysis/rights.hpp"

#include <lwm2m/access/access_right.hpp>

#include <algorithm>

namespace program {

namespace {

/// The operation that stands for a right on an Object Instance, and on a Resource.
struct tried_right {
  lac::right right;
  lac::operation op;
};
constexpr tried_right below_object[] = {{lac::right::read, lac::operation::read},
                                        {lac::right::write, lac::operation::update},
                                        {lac::right::execute, lac::operation::execute},
                                        {lac::right::delete_, lac::operation::delete_}};

bool passes_right(const lac::decision& taken) { return taken.step() > lac::step::access_right; }

/// Fills the rows of one device.
class filler {
 public:
  filler(const device& of, rights_matrix& into) : of_{of}, into_{into} {}

  void row(const lac::path& at) {
    matrix_row& made = into_.rows.emplace_back();
    made.at = at;
    const auto target = lac::access_control_target::of(at);
    if (const auto governing = of_.policy.find(target)) {
      made.governed_by = governing.id();
      made.owner = governing.owner();
    }
    const auto object = of_.model.find_object(at.object());
    made.exists =
        object && (at.level() == lac::level::object || object.has_instance(at.object_instance()));
    for (const lac::short_server_id server : into_.servers)
      made.servers.push_back(standing_of(server, made));
  }

 private:
  standing standing_of(lac::short_server_id server, const matrix_row& in) const {
    standing found;
    found.manages = in.owner.is(server);
    if (in.at.level() == lac::level::object) {
      add(found, lac::right::create, decide_bare(of_, server, lac::operation::create, in.at));
      return found;
    }
    for (const tried_right& each : below_object) {
      if (!in.exists)
        add_granted(found, each.right, server, in.at);
      else if (in.at.level() == lac::level::resource)
        add(found, each.right, decide_bare(of_, server, each.op, in.at));
      else
        add_of_instance(found, each, server, in.at);
    }
    return found;
  }

  static void add(standing& to, lac::right right, const lac::decision& taken) {
    if (passes_right(taken)) to.granted = to.granted.with(right);
    if (taken.allowed()) to.working = to.working.with(right);
  }

  /// Of a target that is not there yet no operation tells; its entries do.
  void add_granted(standing& to, lac::right right, lac::short_server_id server,
                   const lac::path& at) const {
    const auto target = lac::access_control_target::of(at);
    if (lac::obtain_access_right(of_.policy, server, target).rights.has(right))
      to.granted = to.granted.with(right);
  }

  /// A right on an instance works when it does on one of its Resources at least; Delete is the
  /// instance's own.
  void add_of_instance(standing& to, const tried_right& tried, lac::short_server_id server,
                       const lac::path& at) const {
    const lac::decision whole = decide_bare(of_, server, tried.op, at);
    if (!passes_right(whole)) return;
    to.granted = to.granted.with(tried.right);
    const auto resources = of_.model.find_object(at.object()).resources();
    const bool works = tried.right == lac::right::delete_
                           ? whole.allowed()
                           : std::any_of(resources.begin(), resources.end(), [&](const auto& each) {
                               return decide_bare(of_, server, tried.op,
                                                  {at.object(), at.object_instance(), each.id()})
                                   .allowed();
                             });
    if (works) to.working = to.working.with(tried.right);
  }

  const device& of_;
  rights_matrix& into_;
};

}  // namespace

rights_matrix matrix_of(const device& of, detail_level down_to) {
  rights_matrix made;
  const space over = space_of(of);
  made.servers = over.servers;
  filler rows{of, made};
  for (const lac::path& at : over.paths) {
    const bool is_below = at.level() == lac::level::resource && down_to == detail_level::resources;
    const bool is_row =
        at.level() == lac::level::object || at.level() == lac::level::object_instance || is_below;
    if (is_row && at.object() != lac::objects::access_control) rows.row(at);
  }
  return made;
}

}  // namespace program
