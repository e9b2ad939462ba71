#ifndef TEXT_CELLS_H
#define TEXT_CELLS_H

#include <stdbool.h>
#include <stdint.h>

/// Sees to it that characters are UTF-8: the user's own locale where it is, else C.UTF-8.
/// Returns false when the system has no such locale.
bool text_cells_use_utf8(void);

/// The columns that a character takes on a terminal: 0, 1 or 2, and -1 for one that is not printable.
int text_cells_width(uint32_t scalar);

/// The size of the terminal behind a descriptor; false when it is none or says nothing.
bool text_cells_terminal_size(int descriptor, int *rows, int *columns);

#endif
