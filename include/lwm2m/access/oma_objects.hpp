#pragma once

// Written by tests/tools/generate_oma_objects.py from tests/data/oma_objects.csv.

#include <lwm2m/access/object_model.hpp>

#include <cstdint>

/// Optional: the Objects 0 to 7, 9 and 21 to 25 of the OMA registry, each in every version that it
/// has there: without instances, with all Resources that the version defines, and what the registry
/// says of each. They go into an `object_model` with `add`, and into `defined_objects`, which takes
/// the instances from a stack. Object 2 is the policy's own and goes into neither.
///
/// `is_mandatory()` is the Mandatory of the registry: every instance has the Resource. Of these a
/// Create must convey (D7) what can be written and what the Client has no value of its own for. The
/// engine asks a Create for what can be written alone; which values of its own a Client has, no
/// table knows: see `fills_in` in `defined_objects`, or give a definition of your own.
namespace lwm2m::access::inline v0 {

namespace detail {

consteval object_view oma_single(unsigned id, view<resource_definition> resources) noexcept {
  return {object_id{id}, multiplicity::single, {}, resources};
}
consteval object_view oma_multiple(unsigned id, view<resource_definition> resources) noexcept {
  return {object_id{id}, multiplicity::multiple, {}, resources};
}

namespace oma_resources {

/// An Access Type as it is (R, W, E), and in the bits that it reserves: multiple, mandatory.
constexpr unsigned R = 0x80, W = 0x40, E = 0x20, many = 1, must = 2;

consteval resource_definition r(unsigned id, unsigned facts) noexcept {
  return {resource_id{id}, access_type{static_cast<std::uint8_t>(facts & (R | W | E))},
          (facts & many) != 0, (facts & must) != 0};
}

inline constexpr resource_definition security_1_0[] = {
    r(0, must), r(1, must), r(2, must), r(3, must), r(4, must), r(5, must), r(6, 0), r(7, 0),
    r(8, 0), r(9, 0), r(10, 0), r(11, 0), r(12, 0)};
inline constexpr resource_definition security_1_1[] = {
    r(0, must), r(1, must), r(2, must), r(3, must), r(4, must), r(5, must), r(6, 0), r(7, 0),
    r(8, 0), r(9, 0), r(10, 0), r(11, 0), r(12, 0), r(13, 0), r(14, 0), r(15, 0), r(16, many),
    r(17, 0)};
inline constexpr resource_definition security_1_2[] = {
    r(0, must), r(1, must), r(2, must), r(3, must), r(4, must), r(5, must), r(6, 0), r(7, 0),
    r(8, 0), r(9, 0), r(10, 0), r(11, 0), r(12, 0), r(13, 0), r(14, 0), r(15, 0), r(16, many),
    r(17, 0), r(18, many), r(19, many), r(20, many), r(21, many), r(22, 0), r(23, 0), r(24, 0),
    r(25, many), r(26, 0), r(27, many), r(28, 0), r(29, 0), r(30, 0)};
inline constexpr resource_definition server_1_0[] = {
    r(0, R | must), r(1, R | W | must), r(2, R | W), r(3, R | W), r(4, E), r(5, R | W),
    r(6, R | W | must), r(7, R | W | must), r(8, E | must)};
inline constexpr resource_definition server_1_1[] = {
    r(0, R | must), r(1, R | W | must), r(2, R | W), r(3, R | W), r(4, E), r(5, R | W),
    r(6, R | W | must), r(7, R | W | must), r(8, E | must), r(9, E), r(10, R | W), r(11, R),
    r(12, R), r(13, 0), r(14, 0), r(15, 0), r(16, 0), r(17, 0), r(18, 0), r(19, 0), r(20, 0),
    r(21, R | W), r(22, R | W), r(23, R | W)};
inline constexpr resource_definition server_1_2[] = {
    r(0, R | must), r(1, R | W | must), r(2, R | W), r(3, R | W), r(4, E), r(5, R | W),
    r(6, R | W | must), r(7, R | W | must), r(8, E | must), r(9, E), r(10, R | W), r(11, R),
    r(12, R), r(13, R), r(14, R | W), r(15, R), r(16, R), r(17, R | W), r(18, R | W),
    r(19, R | W), r(20, R | W), r(21, R | W), r(22, R | W), r(23, R | W), r(24, R | W | many),
    r(25, R | W | many), r(26, R | W), r(27, R | W)};
inline constexpr resource_definition access_control_1_0[] = {
    r(0, R | must), r(1, R | must), r(2, R | W | many), r(3, R | W | must)};
inline constexpr resource_definition device_1_0[] = {
    r(0, R), r(1, R), r(2, R), r(3, R), r(4, E | must), r(5, E), r(6, R | many), r(7, R | many),
    r(8, R | many), r(9, R), r(10, R), r(11, R | many | must), r(12, E), r(13, R | W),
    r(14, R | W), r(15, R | W), r(16, R | must), r(17, R), r(18, R), r(19, R), r(20, R), r(21, R),
    r(22, R | many)};
inline constexpr resource_definition connectivity_monitoring_1_0[] = {
    r(0, R | must), r(1, R | many | must), r(2, R | must), r(3, R), r(4, R | many | must),
    r(5, R | many), r(6, R), r(7, R | many), r(8, R), r(9, R), r(10, R)};
inline constexpr resource_definition connectivity_monitoring_1_1[] = {
    r(0, R | must), r(1, R | many | must), r(2, R | must), r(3, R), r(4, R | many | must),
    r(5, R | many), r(6, R), r(7, R | many), r(8, R), r(9, R), r(10, R), r(11, R)};
inline constexpr resource_definition connectivity_monitoring_1_2[] = {
    r(0, R | must), r(1, R | many | must), r(2, R | must), r(3, R), r(4, R | many | must),
    r(5, R | many), r(6, R), r(7, R | many), r(8, R), r(9, R), r(10, R), r(11, R), r(12, R)};
inline constexpr resource_definition connectivity_monitoring_1_3[] = {
    r(0, R | must), r(1, R | many | must), r(2, R | must), r(3, R), r(4, R | many | must),
    r(5, R | many), r(6, R), r(7, R | many), r(8, R), r(9, R), r(10, R), r(11, R), r(12, R),
    r(13, R)};
inline constexpr resource_definition firmware_update_1_0[] = {
    r(0, W | must), r(1, R | W | must), r(2, E | must), r(3, R | must), r(5, R | must), r(6, R),
    r(7, R), r(8, R | many), r(9, R | must)};
inline constexpr resource_definition firmware_update_1_1[] = {
    r(0, W | must), r(1, R | W | must), r(2, E | must), r(3, R | must), r(5, R | must), r(6, R),
    r(7, R), r(8, R | many), r(9, R | must), r(10, E), r(11, R | W), r(12, R), r(13, R | W)};
inline constexpr resource_definition firmware_update_1_2[] = {
    r(0, W | must), r(1, R | W | must), r(2, E | must), r(3, R | must), r(5, R | must), r(6, R),
    r(7, R), r(8, R | many), r(9, R | must), r(10, E), r(11, R | W), r(12, R), r(13, R | W),
    r(14, R | W)};
inline constexpr resource_definition location_1_0[] = {
    r(0, R | must), r(1, R | must), r(2, R), r(3, R), r(4, R), r(5, R | must), r(6, R)};
inline constexpr resource_definition connectivity_statistics_1_0[] = {
    r(0, R), r(1, R), r(2, R), r(3, R), r(4, R), r(5, R), r(6, E | must), r(7, E | must),
    r(8, R | W)};
inline constexpr resource_definition software_management_1_0[] = {
    r(0, R | must), r(1, R | must), r(2, W), r(3, W), r(4, E | must), r(5, R), r(6, E | must),
    r(7, R | must), r(8, R | W), r(9, R | must), r(10, E | must), r(11, E | must),
    r(12, R | must), r(13, R | W), r(14, W), r(15, W), r(16, R), r(17, R | many), r(18, R)};
inline constexpr resource_definition oscore_1_0[] = {
    r(0, must), r(1, must), r(2, must), r(3, 0), r(4, 0), r(5, 0)};
inline constexpr resource_definition oscore_1_1[] = {
    r(0, must), r(1, must), r(2, must), r(3, 0), r(4, 0), r(5, 0), r(6, 0)};
inline constexpr resource_definition virtual_observe_notify_1_0[] = {
    r(0, R | W | many | must), r(1, R | must), r(2, R | W), r(3, R | W | many), r(4, R | W)};
inline constexpr resource_definition virtual_observe_notify_1_1[] = {
    r(0, R | W | many | must), r(1, R | must), r(2, R | W), r(3, R | W | many), r(4, R | W),
    r(5, R | W), r(6, R)};
inline constexpr resource_definition cose_1_0[] = {
    r(0, must), r(1, must), r(2, must)};
inline constexpr resource_definition mqtt_server_1_0[] = {
    r(0, R | W), r(1, R | W), r(2, R | W), r(3, R | W), r(4, R | W), r(5, R | W),
    r(6, R | W | must), r(7, R | W), r(8, R | W)};
inline constexpr resource_definition gateway_1_0[] = {
    r(0, R | must), r(1, R | W | must), r(2, R)};
inline constexpr resource_definition gateway_2_0[] = {
    r(0, R | must), r(1, R | must), r(3, R | must)};

}  // namespace oma_resources
}  // namespace detail

namespace oma {

inline constexpr object_view security_1_0 =
    detail::oma_multiple(0, detail::oma_resources::security_1_0);
inline constexpr object_view security_1_1 =
    detail::oma_multiple(0, detail::oma_resources::security_1_1);
inline constexpr object_view security_1_2 =
    detail::oma_multiple(0, detail::oma_resources::security_1_2);
inline constexpr object_view server_1_0 =
    detail::oma_multiple(1, detail::oma_resources::server_1_0);
inline constexpr object_view server_1_1 =
    detail::oma_multiple(1, detail::oma_resources::server_1_1);
inline constexpr object_view server_1_2 =
    detail::oma_multiple(1, detail::oma_resources::server_1_2);
inline constexpr object_view access_control_1_0 =
    detail::oma_multiple(2, detail::oma_resources::access_control_1_0);
inline constexpr object_view access_control_1_1 =
    detail::oma_multiple(2, detail::oma_resources::access_control_1_0);
inline constexpr object_view device_1_0 =
    detail::oma_single(3, detail::oma_resources::device_1_0);
inline constexpr object_view device_1_1 =
    detail::oma_single(3, detail::oma_resources::device_1_0);
inline constexpr object_view device_1_2 =
    detail::oma_single(3, detail::oma_resources::device_1_0);
inline constexpr object_view connectivity_monitoring_1_0 =
    detail::oma_single(4, detail::oma_resources::connectivity_monitoring_1_0);
inline constexpr object_view connectivity_monitoring_1_1 =
    detail::oma_single(4, detail::oma_resources::connectivity_monitoring_1_1);
inline constexpr object_view connectivity_monitoring_1_2 =
    detail::oma_single(4, detail::oma_resources::connectivity_monitoring_1_2);
inline constexpr object_view connectivity_monitoring_1_3 =
    detail::oma_single(4, detail::oma_resources::connectivity_monitoring_1_3);
inline constexpr object_view firmware_update_1_0 =
    detail::oma_single(5, detail::oma_resources::firmware_update_1_0);
inline constexpr object_view firmware_update_1_1 =
    detail::oma_single(5, detail::oma_resources::firmware_update_1_1);
inline constexpr object_view firmware_update_1_2 =
    detail::oma_single(5, detail::oma_resources::firmware_update_1_2);
inline constexpr object_view location_1_0 =
    detail::oma_single(6, detail::oma_resources::location_1_0);
inline constexpr object_view connectivity_statistics_1_0 =
    detail::oma_single(7, detail::oma_resources::connectivity_statistics_1_0);
inline constexpr object_view software_management_1_0 =
    detail::oma_multiple(9, detail::oma_resources::software_management_1_0);
inline constexpr object_view oscore_1_0 =
    detail::oma_multiple(21, detail::oma_resources::oscore_1_0);
inline constexpr object_view oscore_1_1 =
    detail::oma_multiple(21, detail::oma_resources::oscore_1_1);
inline constexpr object_view oscore_2_0 =
    detail::oma_multiple(21, detail::oma_resources::oscore_1_1);
inline constexpr object_view virtual_observe_notify_1_0 =
    detail::oma_multiple(22, detail::oma_resources::virtual_observe_notify_1_0);
inline constexpr object_view virtual_observe_notify_1_1 =
    detail::oma_multiple(22, detail::oma_resources::virtual_observe_notify_1_1);
inline constexpr object_view cose_1_0 =
    detail::oma_multiple(23, detail::oma_resources::cose_1_0);
inline constexpr object_view mqtt_server_1_0 =
    detail::oma_multiple(24, detail::oma_resources::mqtt_server_1_0);
inline constexpr object_view gateway_1_0 =
    detail::oma_multiple(25, detail::oma_resources::gateway_1_0);
inline constexpr object_view gateway_2_0 =
    detail::oma_multiple(25, detail::oma_resources::gateway_2_0);

}  // namespace oma
}  // namespace lwm2m::access::inline v0
