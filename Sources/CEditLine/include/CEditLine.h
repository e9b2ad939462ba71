#ifndef CEDITLINE_H
#define CEDITLINE_H

#include "EditLineCalls.h"
#include "SignalPipe.h"
#include "TextCells.h"

#endif
