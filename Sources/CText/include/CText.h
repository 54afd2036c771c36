#ifndef CTEXT_H
#define CTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Which encoding a text is in (uchardet), its conversion to UTF-8 (iconv), and gzip files (zlib).

/// Guesses an encoding from bytes that are given in pieces.
typedef struct ctext_detector ctext_detector;

/// NULL where there is no memory.
ctext_detector *ctext_detector_new(void);
void ctext_detector_feed(ctext_detector *detector, const void *bytes, size_t count);
/// The encoding's name as iconv knows it, empty where nothing fits; valid until the detector is freed.
const char *ctext_detector_finish(ctext_detector *detector);
void ctext_detector_free(ctext_detector *detector);

/// Counts what is UTF-8 and what is not, over bytes that are given in pieces. Begins with zeros.
typedef struct {
  /// Complete sequences of several bytes.
  uint64_t valid;
  /// Bytes that belong to no sequence.
  uint64_t wrong;
  /// The sequence that the last piece left open.
  uint8_t open[4];
  uint8_t open_count;
} ctext_utf8_counts;

void ctext_utf8_count(ctext_utf8_counts *counts, const void *bytes, size_t count);
/// The text is at its end: a sequence that is still open is wrong.
void ctext_utf8_end(ctext_utf8_counts *counts);

/// The position of the first byte from `from` on that is not ASCII; `count` where there is none.
size_t ctext_first_high(const void *bytes, size_t from, size_t count);

/// How a conversion stopped.
typedef enum {
  /// All input was taken.
  CTEXT_DONE = 0,
  /// The output is full; call again.
  CTEXT_FULL = 1,
  /// The input goes on with bytes that are no character.
  CTEXT_INVALID = 2,
  /// The input ends within a character; give these bytes again with more behind them.
  CTEXT_INCOMPLETE = 3,
} ctext_status;

/// Converts bytes of one encoding to UTF-8.
typedef struct ctext_converter ctext_converter;

/// NULL where the system cannot convert from the encoding, which is named as iconv does.
ctext_converter *ctext_converter_new(const char *encoding);
/// Takes input and gives output; both counts are set to what was taken and given.
ctext_status ctext_convert(ctext_converter *converter, const void *input, size_t *input_count, void *output,
                           size_t *output_count);
/// Gives what the conversion held back for a mark that could have followed; the number of its bytes.
size_t ctext_convert_end(ctext_converter *converter, void *output, size_t room);
void ctext_converter_free(ctext_converter *converter);

/// Line ends over a text that is given in pieces. Begins with zeros.
typedef struct {
  /// Ends of each form. A pair counts once.
  uint64_t feeds, pairs, returns;
  /// The last byte was a carriage return.
  bool after_return;
} ctext_line_ends;

/// Writes every line end as a line feed, in place; gives the bytes that are left.
size_t ctext_unify_lines(ctext_line_ends *ends, uint8_t *bytes, size_t count);

/// A gzip file, read as what it holds.
typedef struct ctext_gzip ctext_gzip;

/// NULL where the file cannot be opened; errno says why.
ctext_gzip *ctext_gzip_open(const char *path);
/// Bytes read, 0 at the end, negative where the file is broken.
ptrdiff_t ctext_gzip_read(ctext_gzip *file, void *buffer, size_t size);
void ctext_gzip_close(ctext_gzip *file);

#endif
