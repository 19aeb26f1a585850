#include "device.hpp"

/// What tables take, read from the symbols' sizes: with N instances and four entries each.
template <unsigned Instances>
using table_of = lac::policy<Instances, 4 * Instances, 8>;

extern "C" {
char policy_8[sizeof(table_of<8>)];
char policy_64[sizeof(table_of<64>)];
char policy_1024[sizeof(table_of<1024>)];
char policy_16384[sizeof(table_of<16384>)];
char policy_65535[sizeof(table_of<65535>)];
char object_model_32[sizeof(lac::object_model<32, 64, 640>)];
char decision[sizeof(lac::decision)];
char request[sizeof(lac::request)];
char path[sizeof(lac::path)];
}
