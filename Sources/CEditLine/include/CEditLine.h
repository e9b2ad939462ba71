#ifndef CEDITLINE_H
#define CEDITLINE_H

#include "EditLineCalls.h"

#endif
