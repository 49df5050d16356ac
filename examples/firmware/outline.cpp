// SPDX-License-Identifier: MIT
// outline.cpp: the application as it is meant: default_limits, all rules.
#include "outline.hpp"

static outline<stet::reader<>> article;

void take(char one) { article.take(one); }
bool finish() { return article.finish(); }
