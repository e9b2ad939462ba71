#ifndef CTERMINAL_H
#define CTERMINAL_H

#include "MemoryFolder.h"
#include "SignalPipe.h"
#include "TextCells.h"

#endif
