#define _GNU_SOURCE
#include "TextCells.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>
#include <wchar.h>

static bool is_utf8(void) {
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool text_cells_use_utf8(void) {
    if (is_utf8()) {
        return true;
    }
    if (setlocale(LC_CTYPE, "") != NULL && is_utf8()) {
        return true;
    }
    return setlocale(LC_CTYPE, "C.UTF-8") != NULL && is_utf8();
}

int text_cells_width(uint32_t scalar) {
    return wcwidth((wchar_t)scalar);
}

bool text_cells_terminal_size(int descriptor, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) {
        return false;
    }
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}
