// Deadlines are core's (core/deadline.h): what waits below the links needs them too.
#pragma once

#include "core/deadline.h"
