#pragma once

#include "program/cases/files.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace program {

/// An Object as other formats say it.
struct object_data {
  unsigned id = 0;
  bool is_single = false;
  std::vector<unsigned> instances{};
  std::vector<lac::resource_definition> resources{};
  std::string name{};           ///< for people
  std::string version{};        ///< of the Object; empty: not said
  std::string lwm2m_version{};  ///< that it is for; empty: not said
};

/// An Access Control Object Instance as it comes over the wire: nothing is narrowed.
struct access_control_data {
  std::int64_t id = 0;
  std::int64_t object = -1;
  std::int64_t instance = -1;
  std::int64_t owner = -1;
  std::map<std::int64_t, std::int64_t> entries{};
};

/// What was read from another format, before it is known to be a policy.
struct device_data {
  std::vector<object_data> objects{};
  std::vector<access_control_data> access_controls{};
};

/// One leaf of Object 2: `/2/instance/resource` or `/2/instance/resource/entry`.
struct access_control_leaf {
  std::int64_t instance = 0;
  std::int64_t resource = 0;
  std::int64_t entry = -1;  ///< below Resource 2; -1 elsewhere
  std::int64_t value = 0;
};

/// Puts the leaves of Object 2 together. Resources that the Object does not define are passed over.
/// False where one is said twice, or an instance lacks its target or Owner; `trouble` says which.
[[nodiscard]] bool gather(const std::vector<access_control_leaf>& leaves, device_data& into,
                          std::string& trouble);

/// The leaf of a path such as `/2/0/2/101`; false when it is none of Object 2.
[[nodiscard]] bool leaf_of(const std::string& path, access_control_leaf& into);

/// The leaves of a policy's Object 2, ascending.
[[nodiscard]] std::vector<access_control_leaf> leaves_of(const policy& from);

/// What a device holds, as other formats say it.
[[nodiscard]] device_data data_of(const device& from);

/// The policy text of data, under an edition, with these Server Accounts and those that the access
/// controls name. It is not checked: who reads it does.
[[nodiscard]] std::string policy_text_of(const device_data& from, const std::string& edition,
                                         const std::vector<unsigned>& servers);

}  // namespace program
