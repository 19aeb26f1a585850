// A policy text of the largest size that is promised, within the default limits of the compilers.
// Written by make_policy_text_large.
// matrix: object
#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/text.hpp>

namespace lac = lwm2m::access;
using namespace lac::literals;

constexpr auto device = lac::policy_text<R"(
edition 1.1
servers 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115
object /1 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: W, 3: E multiple, 4: R, 5: RW mandatory, 6: R, 7: RW, 8: W, 9: E, 5710: R multiple mandatory, 5711: RW, 5712: R, 5713: RW, 5714: W, 5715: E mandatory, 5716: R, 5717: RW multiple, 5718: R, 5719: RW }
object /3 multiple instances 0 1 { 0: RW mandatory, 1: W, 2: E, 3: R multiple, 4: RW, 5: R mandatory, 6: RW, 7: W, 8: E, 9: R, 5710: RW multiple mandatory, 5711: R, 5712: RW, 5713: W, 5714: E, 5715: R mandatory, 5716: RW, 5717: R multiple, 5718: RW, 5719: W }
object /4 multiple instances 0 1 { 0: W mandatory, 1: E, 2: R, 3: RW multiple, 4: R, 5: RW mandatory, 6: W, 7: E, 8: R, 9: RW, 5710: R multiple mandatory, 5711: RW, 5712: W, 5713: E, 5714: R, 5715: RW mandatory, 5716: R, 5717: RW multiple, 5718: W, 5719: E }
object /5 multiple instances 0 1 { 0: E mandatory, 1: R, 2: RW, 3: R multiple, 4: RW, 5: W mandatory, 6: E, 7: R, 8: RW, 9: R, 5710: RW multiple mandatory, 5711: W, 5712: E, 5713: R, 5714: RW, 5715: R mandatory, 5716: RW, 5717: W multiple, 5718: E, 5719: R }
object /6 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: R, 3: RW multiple, 4: W, 5: E mandatory, 6: R, 7: RW, 8: R, 9: RW, 5710: W multiple mandatory, 5711: E, 5712: R, 5713: RW, 5714: R, 5715: RW mandatory, 5716: W, 5717: E multiple, 5718: R, 5719: RW }
object /7 multiple instances 0 1 { 0: RW mandatory, 1: R, 2: RW, 3: W multiple, 4: E, 5: R mandatory, 6: RW, 7: R, 8: RW, 9: W, 5710: E multiple mandatory, 5711: R, 5712: RW, 5713: R, 5714: RW, 5715: W mandatory, 5716: E, 5717: R multiple, 5718: RW, 5719: R }
object /3300 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: W, 3: E multiple, 4: R, 5: RW mandatory, 6: R, 7: RW, 8: W, 9: E, 5710: R multiple mandatory, 5711: RW, 5712: R, 5713: RW, 5714: W, 5715: E mandatory, 5716: R, 5717: RW multiple, 5718: R, 5719: RW }
object /3301 multiple instances 0 1 { 0: RW mandatory, 1: W, 2: E, 3: R multiple, 4: RW, 5: R mandatory, 6: RW, 7: W, 8: E, 9: R, 5710: RW multiple mandatory, 5711: R, 5712: RW, 5713: W, 5714: E, 5715: R mandatory, 5716: RW, 5717: R multiple, 5718: RW, 5719: W }
object /3302 multiple instances 0 1 { 0: W mandatory, 1: E, 2: R, 3: RW multiple, 4: R, 5: RW mandatory, 6: W, 7: E, 8: R, 9: RW, 5710: R multiple mandatory, 5711: RW, 5712: W, 5713: E, 5714: R, 5715: RW mandatory, 5716: R, 5717: RW multiple, 5718: W, 5719: E }
object /3303 multiple instances 0 1 { 0: E mandatory, 1: R, 2: RW, 3: R multiple, 4: RW, 5: W mandatory, 6: E, 7: R, 8: RW, 9: R, 5710: RW multiple mandatory, 5711: W, 5712: E, 5713: R, 5714: RW, 5715: R mandatory, 5716: RW, 5717: W multiple, 5718: E, 5719: R }
object /3304 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: R, 3: RW multiple, 4: W, 5: E mandatory, 6: R, 7: RW, 8: R, 9: RW, 5710: W multiple mandatory, 5711: E, 5712: R, 5713: RW, 5714: R, 5715: RW mandatory, 5716: W, 5717: E multiple, 5718: R, 5719: RW }
object /3305 multiple instances 0 1 { 0: RW mandatory, 1: R, 2: RW, 3: W multiple, 4: E, 5: R mandatory, 6: RW, 7: R, 8: RW, 9: W, 5710: E multiple mandatory, 5711: R, 5712: RW, 5713: R, 5714: RW, 5715: W mandatory, 5716: E, 5717: R multiple, 5718: RW, 5719: R }
object /3306 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: W, 3: E multiple, 4: R, 5: RW mandatory, 6: R, 7: RW, 8: W, 9: E, 5710: R multiple mandatory, 5711: RW, 5712: R, 5713: RW, 5714: W, 5715: E mandatory, 5716: R, 5717: RW multiple, 5718: R, 5719: RW }
object /3307 multiple instances 0 1 { 0: RW mandatory, 1: W, 2: E, 3: R multiple, 4: RW, 5: R mandatory, 6: RW, 7: W, 8: E, 9: R, 5710: RW multiple mandatory, 5711: R, 5712: RW, 5713: W, 5714: E, 5715: R mandatory, 5716: RW, 5717: R multiple, 5718: RW, 5719: W }
object /3308 multiple instances 0 1 { 0: W mandatory, 1: E, 2: R, 3: RW multiple, 4: R, 5: RW mandatory, 6: W, 7: E, 8: R, 9: RW, 5710: R multiple mandatory, 5711: RW, 5712: W, 5713: E, 5714: R, 5715: RW mandatory, 5716: R, 5717: RW multiple, 5718: W, 5719: E }
object /3309 multiple instances 0 1 { 0: E mandatory, 1: R, 2: RW, 3: R multiple, 4: RW, 5: W mandatory, 6: E, 7: R, 8: RW, 9: R, 5710: RW multiple mandatory, 5711: W, 5712: E, 5713: R, 5714: RW, 5715: R mandatory, 5716: RW, 5717: W multiple, 5718: E, 5719: R }
object /3310 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: R, 3: RW multiple, 4: W, 5: E mandatory, 6: R, 7: RW, 8: R, 9: RW, 5710: W multiple mandatory, 5711: E, 5712: R, 5713: RW, 5714: R, 5715: RW mandatory, 5716: W, 5717: E multiple, 5718: R, 5719: RW }
object /3311 multiple instances 0 1 { 0: RW mandatory, 1: R, 2: RW, 3: W multiple, 4: E, 5: R mandatory, 6: RW, 7: R, 8: RW, 9: W, 5710: E multiple mandatory, 5711: R, 5712: RW, 5713: R, 5714: RW, 5715: W mandatory, 5716: E, 5717: R multiple, 5718: RW, 5719: R }
object /3312 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: W, 3: E multiple, 4: R, 5: RW mandatory, 6: R, 7: RW, 8: W, 9: E, 5710: R multiple mandatory, 5711: RW, 5712: R, 5713: RW, 5714: W, 5715: E mandatory, 5716: R, 5717: RW multiple, 5718: R, 5719: RW }
object /3313 multiple instances 0 1 { 0: RW mandatory, 1: W, 2: E, 3: R multiple, 4: RW, 5: R mandatory, 6: RW, 7: W, 8: E, 9: R, 5710: RW multiple mandatory, 5711: R, 5712: RW, 5713: W, 5714: E, 5715: R mandatory, 5716: RW, 5717: R multiple, 5718: RW, 5719: W }
object /3314 multiple instances 0 1 { 0: W mandatory, 1: E, 2: R, 3: RW multiple, 4: R, 5: RW mandatory, 6: W, 7: E, 8: R, 9: RW, 5710: R multiple mandatory, 5711: RW, 5712: W, 5713: E, 5714: R, 5715: RW mandatory, 5716: R, 5717: RW multiple, 5718: W, 5719: E }
object /3315 multiple instances 0 1 { 0: E mandatory, 1: R, 2: RW, 3: R multiple, 4: RW, 5: W mandatory, 6: E, 7: R, 8: RW, 9: R, 5710: RW multiple mandatory, 5711: W, 5712: E, 5713: R, 5714: RW, 5715: R mandatory, 5716: RW, 5717: W multiple, 5718: E, 5719: R }
object /3316 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: R, 3: RW multiple, 4: W, 5: E mandatory, 6: R, 7: RW, 8: R, 9: RW, 5710: W multiple mandatory, 5711: E, 5712: R, 5713: RW, 5714: R, 5715: RW mandatory, 5716: W, 5717: E multiple, 5718: R, 5719: RW }
object /3317 multiple instances 0 1 { 0: RW mandatory, 1: R, 2: RW, 3: W multiple, 4: E, 5: R mandatory, 6: RW, 7: R, 8: RW, 9: W, 5710: E multiple mandatory, 5711: R, 5712: RW, 5713: R, 5714: RW, 5715: W mandatory, 5716: E, 5717: R multiple, 5718: RW, 5719: R }
object /3318 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: W, 3: E multiple, 4: R, 5: RW mandatory, 6: R, 7: RW, 8: W, 9: E, 5710: R multiple mandatory, 5711: RW, 5712: R, 5713: RW, 5714: W, 5715: E mandatory, 5716: R, 5717: RW multiple, 5718: R, 5719: RW }
object /3319 multiple instances 0 1 { 0: RW mandatory, 1: W, 2: E, 3: R multiple, 4: RW, 5: R mandatory, 6: RW, 7: W, 8: E, 9: R, 5710: RW multiple mandatory, 5711: R, 5712: RW, 5713: W, 5714: E, 5715: R mandatory, 5716: RW, 5717: R multiple, 5718: RW, 5719: W }
object /3320 multiple instances 0 1 { 0: W mandatory, 1: E, 2: R, 3: RW multiple, 4: R, 5: RW mandatory, 6: W, 7: E, 8: R, 9: RW, 5710: R multiple mandatory, 5711: RW, 5712: W, 5713: E, 5714: R, 5715: RW mandatory, 5716: R, 5717: RW multiple, 5718: W, 5719: E }
object /3321 multiple instances 0 1 { 0: E mandatory, 1: R, 2: RW, 3: R multiple, 4: RW, 5: W mandatory, 6: E, 7: R, 8: RW, 9: R, 5710: RW multiple mandatory, 5711: W, 5712: E, 5713: R, 5714: RW, 5715: R mandatory, 5716: RW, 5717: W multiple, 5718: E, 5719: R }
object /3322 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: R, 3: RW multiple, 4: W, 5: E mandatory, 6: R, 7: RW, 8: R, 9: RW, 5710: W multiple mandatory, 5711: E, 5712: R, 5713: RW, 5714: R, 5715: RW mandatory, 5716: W, 5717: E multiple, 5718: R, 5719: RW }
object /3323 multiple instances 0 1 { 0: RW mandatory, 1: R, 2: RW, 3: W multiple, 4: E, 5: R mandatory, 6: RW, 7: R, 8: RW, 9: W, 5710: E multiple mandatory, 5711: R, 5712: RW, 5713: R, 5714: RW, 5715: W mandatory, 5716: E, 5717: R multiple, 5718: RW, 5719: R }
object /3324 multiple instances 0 1 { 0: R mandatory, 1: RW, 2: W, 3: E multiple, 4: R, 5: RW mandatory, 6: R, 7: RW, 8: W, 9: E, 5710: R multiple mandatory, 5711: RW, 5712: R, 5713: RW, 5714: W, 5715: E mandatory, 5716: R, 5717: RW multiple, 5718: R, 5719: RW }
object /3325 multiple instances 0 1 { 0: RW mandatory, 1: W, 2: E, 3: R multiple, 4: RW, 5: R mandatory, 6: RW, 7: W, 8: E, 9: R, 5710: RW multiple mandatory, 5711: R, 5712: RW, 5713: W, 5714: E, 5715: R mandatory, 5716: RW, 5717: R multiple, 5718: RW, 5719: W }
acl /2/0 for /1/0 owner 101 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/1 for /1/1 owner 102 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/2 for /3/0 owner 103 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/3 for /3/1 owner 104 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
acl /2/4 for /4/0 owner 105 { default: R, 101: RE, 102: RWE, 103: -, 104: R, 105: RW, 106: RWED, 107: RE, 108: RWE, 109: -, 110: R, 111: RW, 112: RWED, 113: RE, 114: RWE, 115: - }
acl /2/5 for /4/1 owner 106 { default: R, 101: RWE, 102: -, 103: R, 104: RW, 105: RWED, 106: RE, 107: RWE, 108: -, 109: R, 110: RW, 111: RWED, 112: RE, 113: RWE, 114: -, 115: R }
acl /2/6 for /5/0 owner 107 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/7 for /5/1 owner 108 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/8 for /6/0 owner 109 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/9 for /6/1 owner 110 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
acl /2/10 for /7/0 owner 111 { default: R, 101: RE, 102: RWE, 103: -, 104: R, 105: RW, 106: RWED, 107: RE, 108: RWE, 109: -, 110: R, 111: RW, 112: RWED, 113: RE, 114: RWE, 115: - }
acl /2/11 for /7/1 owner 112 { default: R, 101: RWE, 102: -, 103: R, 104: RW, 105: RWED, 106: RE, 107: RWE, 108: -, 109: R, 110: RW, 111: RWED, 112: RE, 113: RWE, 114: -, 115: R }
acl /2/12 for /3300/0 owner 113 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/13 for /3300/1 owner 114 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/14 for /3301/0 owner 115 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/15 for /3301/1 owner 101 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
acl /2/16 for /3302/0 owner 102 { default: R, 101: RE, 102: RWE, 103: -, 104: R, 105: RW, 106: RWED, 107: RE, 108: RWE, 109: -, 110: R, 111: RW, 112: RWED, 113: RE, 114: RWE, 115: - }
acl /2/17 for /3302/1 owner 103 { default: R, 101: RWE, 102: -, 103: R, 104: RW, 105: RWED, 106: RE, 107: RWE, 108: -, 109: R, 110: RW, 111: RWED, 112: RE, 113: RWE, 114: -, 115: R }
acl /2/18 for /3303/0 owner 104 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/19 for /3303/1 owner 105 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/20 for /3304/0 owner 106 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/21 for /3304/1 owner 107 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
acl /2/22 for /3305/0 owner 108 { default: R, 101: RE, 102: RWE, 103: -, 104: R, 105: RW, 106: RWED, 107: RE, 108: RWE, 109: -, 110: R, 111: RW, 112: RWED, 113: RE, 114: RWE, 115: - }
acl /2/23 for /3305/1 owner 109 { default: R, 101: RWE, 102: -, 103: R, 104: RW, 105: RWED, 106: RE, 107: RWE, 108: -, 109: R, 110: RW, 111: RWED, 112: RE, 113: RWE, 114: -, 115: R }
acl /2/24 for /3306/0 owner 110 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/25 for /3306/1 owner 111 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/26 for /3307/0 owner 112 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/27 for /3307/1 owner 113 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
acl /2/28 for /3308/0 owner 114 { default: R, 101: RE, 102: RWE, 103: -, 104: R, 105: RW, 106: RWED, 107: RE, 108: RWE, 109: -, 110: R, 111: RW, 112: RWED, 113: RE, 114: RWE, 115: - }
acl /2/29 for /3308/1 owner 115 { default: R, 101: RWE, 102: -, 103: R, 104: RW, 105: RWED, 106: RE, 107: RWE, 108: -, 109: R, 110: RW, 111: RWED, 112: RE, 113: RWE, 114: -, 115: R }
acl /2/30 for /3309/0 owner 101 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/31 for /3309/1 owner 102 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/32 for /3310/0 owner 103 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/33 for /3310/1 owner 104 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
acl /2/34 for /3311/0 owner 105 { default: R, 101: RE, 102: RWE, 103: -, 104: R, 105: RW, 106: RWED, 107: RE, 108: RWE, 109: -, 110: R, 111: RW, 112: RWED, 113: RE, 114: RWE, 115: - }
acl /2/35 for /3311/1 owner 106 { default: R, 101: RWE, 102: -, 103: R, 104: RW, 105: RWED, 106: RE, 107: RWE, 108: -, 109: R, 110: RW, 111: RWED, 112: RE, 113: RWE, 114: -, 115: R }
acl /2/36 for /3312/0 owner 107 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/37 for /3312/1 owner 108 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/38 for /3313/0 owner 109 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/39 for /3313/1 owner 110 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
acl /2/40 for /3314/0 owner 111 { default: R, 101: RE, 102: RWE, 103: -, 104: R, 105: RW, 106: RWED, 107: RE, 108: RWE, 109: -, 110: R, 111: RW, 112: RWED, 113: RE, 114: RWE, 115: - }
acl /2/41 for /3314/1 owner 112 { default: R, 101: RWE, 102: -, 103: R, 104: RW, 105: RWED, 106: RE, 107: RWE, 108: -, 109: R, 110: RW, 111: RWED, 112: RE, 113: RWE, 114: -, 115: R }
acl /2/42 for /3315/0 owner 113 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/43 for /3315/1 owner 114 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/44 for /3316/0 owner 115 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/45 for /3316/1 owner 101 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
acl /2/46 for /3317/0 owner 102 { default: R, 101: RE, 102: RWE, 103: -, 104: R, 105: RW, 106: RWED, 107: RE, 108: RWE, 109: -, 110: R, 111: RW, 112: RWED, 113: RE, 114: RWE, 115: - }
acl /2/47 for /3317/1 owner 103 { default: R, 101: RWE, 102: -, 103: R, 104: RW, 105: RWED, 106: RE, 107: RWE, 108: -, 109: R, 110: RW, 111: RWED, 112: RE, 113: RWE, 114: -, 115: R }
acl /2/48 for /3318/0 owner 104 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/49 for /3318/1 owner 105 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/50 for /3319/0 owner 106 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/51 for /3319/1 owner 107 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
acl /2/52 for /3320/0 owner 108 { default: R, 101: RE, 102: RWE, 103: -, 104: R, 105: RW, 106: RWED, 107: RE, 108: RWE, 109: -, 110: R, 111: RW, 112: RWED, 113: RE, 114: RWE, 115: - }
acl /2/53 for /3320/1 owner 109 { default: R, 101: RWE, 102: -, 103: R, 104: RW, 105: RWED, 106: RE, 107: RWE, 108: -, 109: R, 110: RW, 111: RWED, 112: RE, 113: RWE, 114: -, 115: R }
acl /2/54 for /3321/0 owner 110 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/55 for /3321/1 owner 111 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/56 for /3322/0 owner 112 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/57 for /3322/1 owner 113 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
acl /2/58 for /3323/0 owner 114 { default: R, 101: RE, 102: RWE, 103: -, 104: R, 105: RW, 106: RWED, 107: RE, 108: RWE, 109: -, 110: R, 111: RW, 112: RWED, 113: RE, 114: RWE, 115: - }
acl /2/59 for /3323/1 owner 115 { default: R, 101: RWE, 102: -, 103: R, 104: RW, 105: RWED, 106: RE, 107: RWE, 108: -, 109: R, 110: RW, 111: RWED, 112: RE, 113: RWE, 114: -, 115: R }
acl /2/60 for /3324/0 owner 101 { default: R, 101: -, 102: R, 103: RW, 104: RWED, 105: RE, 106: RWE, 107: -, 108: R, 109: RW, 110: RWED, 111: RE, 112: RWE, 113: -, 114: R, 115: RW }
acl /2/61 for /3324/1 owner 102 { default: R, 101: R, 102: RW, 103: RWED, 104: RE, 105: RWE, 106: -, 107: R, 108: RW, 109: RWED, 110: RE, 111: RWE, 112: -, 113: R, 114: RW, 115: RWED }
acl /2/62 for /3325/0 owner 103 { default: R, 101: RW, 102: RWED, 103: RE, 104: RWE, 105: -, 106: R, 107: RW, 108: RWED, 109: RE, 110: RWE, 111: -, 112: R, 113: RW, 114: RWED, 115: RE }
acl /2/63 for /3325/1 owner 104 { default: R, 101: RWED, 102: RE, 103: RWE, 104: -, 105: R, 106: RW, 107: RWED, 108: RE, 109: RWE, 110: -, 111: R, 112: RW, 113: RWED, 114: RE, 115: RWE }
)">;

static_assert(device.access_control_count() == 64 && device.object_count() == 32);
static_assert(
    lac::authorize(device, device, {101_server, lac::operation::read, "/3/0/0"_path}).allowed());

lac::decision decide(const lac::request& asked) { return lac::authorize(device, device, asked); }
