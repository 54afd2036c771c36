#define _GNU_SOURCE
#include "CText.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <uchardet/uchardet.h>
#include <unistd.h>
#include <zlib.h>

// Detection ------------------------------------------------------------------------------------------------------

struct ctext_detector {
  uchardet_t handle;
};

ctext_detector *ctext_detector_new(void) {
  ctext_detector *detector = malloc(sizeof *detector);
  if (!detector) return NULL;
  detector->handle = uchardet_new();
  return detector;
}

void ctext_detector_feed(ctext_detector *detector, const void *bytes, size_t count) {
  if (count > 0) (void)uchardet_handle_data(detector->handle, bytes, count);
}

const char *ctext_detector_finish(ctext_detector *detector) {
  uchardet_data_end(detector->handle);
  return uchardet_get_charset(detector->handle);
}

void ctext_detector_free(ctext_detector *detector) {
  uchardet_delete(detector->handle);
  free(detector);
}

// UTF-8 ----------------------------------------------------------------------------------------------------------

/// The length of the sequence that begins here, 0 where none does, -1 where it is cut off after `count` good bytes.
static int sequence_length(const uint8_t *bytes, size_t count) {
  const uint8_t first = bytes[0];
  uint8_t low = 0x80, high = 0xBF;
  int length;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  for (int at = 1; at < length; at++) {
    if ((size_t)at >= count) return -1;
    if (bytes[at] < low || bytes[at] > high) return 0;
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

size_t ctext_first_high(const void *bytes, size_t from, size_t count) {
  const uint8_t *text = bytes;
  size_t at = from;
  while (at + 8 <= count) {
    uint64_t word;
    memcpy(&word, text + at, 8);
    if (word & 0x8080808080808080u) break;
    at += 8;
  }
  while (at < count && text[at] < 0x80) at++;
  return at;
}

static size_t count_sequences(ctext_utf8_counts *counts, const uint8_t *text, size_t count) {
  size_t at = 0;
  while ((at = ctext_first_high(text, at, count)) < count) {
    const int length = sequence_length(text + at, count - at);
    if (length < 0) break;
    if (length > 0) {
      counts->valid++;
      at += (size_t)length;
    } else {
      counts->wrong++;
      at++;
    }
  }
  return at;
}

void ctext_utf8_count(ctext_utf8_counts *counts, const void *bytes, size_t count) {
  const uint8_t *text = bytes;
  // What the last piece left open goes on here: at most three bytes more decide it.
  while (counts->open_count > 0 && count > 0) {
    counts->open[counts->open_count++] = *text++;
    count--;
    const size_t known = counts->open_count;
    const size_t used = count_sequences(counts, counts->open, known);
    memmove(counts->open, counts->open + used, known - used);
    counts->open_count = (uint8_t)(known - used);
  }
  const size_t used = count_sequences(counts, text, count);
  memcpy(counts->open + counts->open_count, text + used, count - used);
  counts->open_count = (uint8_t)(counts->open_count + (count - used));
}

void ctext_utf8_end(ctext_utf8_counts *counts) {
  counts->wrong += counts->open_count;
  counts->open_count = 0;
}

// Conversion -----------------------------------------------------------------------------------------------------

struct ctext_converter {
  /// Not used for UTF-8, which is only checked.
  iconv_t handle;
  bool is_utf8;
};

ctext_converter *ctext_converter_new(const char *encoding) {
  ctext_converter *converter = malloc(sizeof *converter);
  if (!converter) return NULL;
  converter->is_utf8 = strcmp(encoding, "UTF-8") == 0;
  if (!converter->is_utf8) {
    converter->handle = iconv_open("UTF-8", encoding);
    if (converter->handle == (iconv_t)-1) {
      free(converter);
      return NULL;
    }
  }
  return converter;
}

/// Copies what is UTF-8.
static ctext_status copy_utf8(const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count) {
  const size_t count = *input_count, room = *output_count;
  const size_t end = count < room ? count : room;
  size_t at = 0;
  ctext_status status = count > room ? CTEXT_FULL : CTEXT_DONE;
  while ((at = ctext_first_high(input, at, end)) < end) {
    const int length = sequence_length(input + at, count - at);
    if (length == 0) status = CTEXT_INVALID;
    if (length < 0) status = CTEXT_INCOMPLETE;
    if (length > 0 && at + (size_t)length > room) status = CTEXT_FULL;
    if (length <= 0 || at + (size_t)length > room) break;
    at += (size_t)length;
  }
  memcpy(output, input, at);
  *input_count = *output_count = at;
  return status;
}

ctext_status ctext_convert(ctext_converter *converter, const void *input, size_t *input_count, void *output,
                           size_t *output_count) {
  if (converter->is_utf8) return copy_utf8(input, input_count, output, output_count);
  char *from = (char *)input, *to = output;
  size_t input_left = *input_count, output_left = *output_count;
  const size_t result = iconv(converter->handle, &from, &input_left, &to, &output_left);
  ctext_status status = CTEXT_DONE;
  if (result == (size_t)-1) {
    status = errno == E2BIG ? CTEXT_FULL : errno == EINVAL ? CTEXT_INCOMPLETE : CTEXT_INVALID;
  }
  *input_count -= input_left;
  *output_count -= output_left;
  return status;
}

size_t ctext_convert_end(ctext_converter *converter, void *output, size_t room) {
  if (converter->is_utf8) return 0;
  char *to = output;
  size_t left = room;
  iconv(converter->handle, NULL, NULL, &to, &left);
  return room - left;
}

void ctext_converter_free(ctext_converter *converter) {
  if (!converter->is_utf8) iconv_close(converter->handle);
  free(converter);
}

// Line ends ------------------------------------------------------------------------------------------------------

size_t ctext_unify_lines(ctext_line_ends *ends, uint8_t *bytes, size_t count) {
  size_t to = 0;
  for (size_t at = 0; at < count; at++) {
    const uint8_t byte = bytes[at];
    if (byte == '\n' && ends->after_return) {
      ends->after_return = false;
      ends->returns--;
      ends->pairs++;
      continue;
    }
    ends->after_return = byte == '\r';
    if (byte == '\r') {
      ends->returns++;
      bytes[to++] = '\n';
    } else {
      if (byte == '\n') ends->feeds++;
      bytes[to++] = byte;
    }
  }
  return to;
}

// gzip -----------------------------------------------------------------------------------------------------------

struct ctext_gzip {
  gzFile file;
};

ctext_gzip *ctext_gzip_open(const char *path) {
  const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return NULL;
  ctext_gzip *gzip = malloc(sizeof *gzip);
  gzFile file = gzip ? gzdopen(descriptor, "rb") : NULL;
  if (!file) {
    close(descriptor);
    free(gzip);
    errno = ENOMEM;
    return NULL;
  }
  gzip->file = file;
  gzbuffer(file, 1 << 17);
  return gzip;
}

ptrdiff_t ctext_gzip_read(ctext_gzip *gzip, void *buffer, size_t size) {
  const int count = gzread(gzip->file, buffer, (unsigned)size);
  if (count < 0) return -1;
  // A file that was cut off ends quietly; only the error tells.
  int error = Z_OK;
  if ((size_t)count < size) gzerror(gzip->file, &error);
  return error == Z_OK || error == Z_STREAM_END ? count : error == Z_BUF_ERROR && count > 0 ? count : -1;
}

void ctext_gzip_close(ctext_gzip *gzip) {
  gzclose(gzip->file);
  free(gzip);
}
