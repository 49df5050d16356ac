// SPDX-License-Identifier: MIT
// The parts as one include: the suite is built against this file, and a second time against
// the generated single header of the same name.
#include "../../include/stet/attribution.hpp"
