// libxlsxwriter and libzip are loaded when somebody wants a workbook, and not whenever the program starts: they bring
// libcrypto and six others with them, which took as long as all the rest until the first prompt.
//
// Each function below has the name and the type that the library's header gives it, and calls the library's own. Where
// the library is not there, it does nothing and returns nothing; whoever calls asks `workbook_can_write` first.

#include "CWorkbookLibraries.h"
#include <dlfcn.h>
#include <stddef.h>

static void *writer(void) {
    static void *library;
    if (!library) library = dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL);
    return library;
}

static void *reader(void) {
    static void *library;
    if (!library) library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
    return library;
}

int workbook_can_write(void) { return writer() != NULL; }

int workbook_can_read(void) { return reader() != NULL; }

#define CALLED(library, name, type, ...)                                                  \
    static type *function;                                                                \
    void *loaded = library();                                                             \
    if (loaded && !function) function = (type *)dlsym(loaded, #name)

#define LATE(library, result, name, parameters, arguments)                                \
    result name parameters {                                                              \
        typedef result type parameters;                                                   \
        CALLED(library, name, type);                                                      \
        return function ? function arguments : (result)0;                                 \
    }

#define LATE_VOID(library, name, parameters, arguments)                                   \
    void name parameters {                                                                \
        typedef void type parameters;                                                     \
        CALLED(library, name, type);                                                      \
        if (function) function arguments;                                                 \
    }

LATE(writer, lxw_workbook *, workbook_new_opt, (const char *file, lxw_workbook_options *options), (file, options))
LATE(writer, lxw_worksheet *, workbook_add_worksheet, (lxw_workbook * book, const char *name), (book, name))
LATE(writer, lxw_format *, workbook_add_format, (lxw_workbook * book), (book))
LATE(writer, lxw_error, workbook_set_properties, (lxw_workbook * book, lxw_doc_properties *properties), (book, properties))
LATE(writer, lxw_error, workbook_close, (lxw_workbook * book), (book))

LATE_VOID(writer, format_set_align, (lxw_format * format, uint8_t value), (format, value))
LATE_VOID(writer, format_set_bold, (lxw_format * format), (format))
LATE_VOID(writer, format_set_border, (lxw_format * format, uint8_t value), (format, value))
LATE_VOID(writer, format_set_bottom, (lxw_format * format, uint8_t value), (format, value))
LATE_VOID(writer, format_set_text_wrap, (lxw_format * format), (format))
LATE_VOID(writer, format_set_unlocked, (lxw_format * format), (format))

LATE(writer, lxw_error, worksheet_autofilter,
     (lxw_worksheet * sheet, lxw_row_t first_row, lxw_col_t first, lxw_row_t last_row, lxw_col_t last),
     (sheet, first_row, first, last_row, last))
LATE(writer, lxw_error, worksheet_data_validation_cell,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, lxw_data_validation *validation),
     (sheet, row, column, validation))
LATE_VOID(writer, worksheet_fit_to_pages, (lxw_worksheet * sheet, uint16_t width, uint16_t height), (sheet, width, height))
LATE_VOID(writer, worksheet_freeze_panes, (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column), (sheet, row, column))
LATE_VOID(writer, worksheet_hide, (lxw_worksheet * sheet), (sheet))
LATE_VOID(writer, worksheet_protect, (lxw_worksheet * sheet, const char *password, lxw_protection *options),
          (sheet, password, options))
LATE(writer, lxw_error, worksheet_repeat_rows, (lxw_worksheet * sheet, lxw_row_t first, lxw_row_t last),
     (sheet, first, last))
LATE(writer, lxw_error, worksheet_set_column,
     (lxw_worksheet * sheet, lxw_col_t first, lxw_col_t last, double width, lxw_format *format),
     (sheet, first, last, width, format))
LATE(writer, lxw_error, worksheet_set_footer, (lxw_worksheet * sheet, const char *text), (sheet, text))
LATE(writer, lxw_error, worksheet_set_header, (lxw_worksheet * sheet, const char *text), (sheet, text))
LATE_VOID(writer, worksheet_set_landscape, (lxw_worksheet * sheet), (sheet))
LATE(writer, lxw_error, worksheet_write_blank,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, lxw_format *format), (sheet, row, column, format))
LATE(writer, lxw_error, worksheet_write_number,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *format),
     (sheet, row, column, number, format))
LATE(writer, lxw_error, worksheet_write_string,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format),
     (sheet, row, column, text, format))

LATE(reader, zip_source_t *, zip_source_buffer_create,
     (const void *bytes, zip_uint64_t count, int frees, zip_error_t *error), (bytes, count, frees, error))
LATE_VOID(reader, zip_source_free, (zip_source_t * source), (source))
LATE(reader, zip_t *, zip_open_from_source, (zip_source_t * source, int flags, zip_error_t *error), (source, flags, error))
LATE_VOID(reader, zip_discard, (zip_t * archive), (archive))
LATE(reader, zip_int64_t, zip_name_locate, (zip_t * archive, const char *name, zip_flags_t flags), (archive, name, flags))
LATE(reader, zip_file_t *, zip_fopen_index, (zip_t * archive, zip_uint64_t index, zip_flags_t flags), (archive, index, flags))
LATE(reader, zip_int64_t, zip_fread, (zip_file_t * file, void *bytes, zip_uint64_t count), (file, bytes, count))
LATE(reader, int, zip_fclose, (zip_file_t * file), (file))
