#ifndef CTERMINAL_H
#define CTERMINAL_H

#include "SignalPipe.h"
#include "TextCells.h"

#endif
