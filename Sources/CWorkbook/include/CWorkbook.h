#ifndef CWORKBOOK_H
#define CWORKBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The parts of a workbook: entries of a zip archive (libzip) that hold XML (expat).

typedef struct cworkbook_zip cworkbook_zip;

/// What a failed call leaves; the words are empty where nothing failed.
typedef struct {
  char words[160];
} cworkbook_error;

/// What the archive says of an entry.
typedef struct {
  uint64_t size;
  uint64_t packed_size;
  bool is_encrypted;
} cworkbook_entry;

/// NULL where the file cannot be opened or is no archive.
cworkbook_zip *cworkbook_zip_open(const char *path, cworkbook_error *error);
void cworkbook_zip_close(cworkbook_zip *zip);
int64_t cworkbook_zip_count(cworkbook_zip *zip);
/// The name of an entry in UTF-8; NULL where there is none.
const char *cworkbook_zip_name(cworkbook_zip *zip, int64_t index);
/// Without regard to case, as Excel finds parts; negative where there is none.
int64_t cworkbook_zip_find(cworkbook_zip *zip, const char *name);
bool cworkbook_zip_stat(cworkbook_zip *zip, int64_t index, cworkbook_entry *entry);

/// The bytes of an entry, unpacked while they are read.
typedef struct cworkbook_part cworkbook_part;

cworkbook_part *cworkbook_part_open(cworkbook_zip *zip, int64_t index, cworkbook_error *error);
/// Bytes read, 0 at the end, negative where the entry is broken.
int64_t cworkbook_part_read(cworkbook_part *part, void *buffer, uint64_t size, cworkbook_error *error);
void cworkbook_part_close(cworkbook_part *part);

/// Elements that matter, by their names without prefix: the strict and the usual form differ in nothing else.
typedef enum {
  CWORKBOOK_OTHER = 0,
  CWORKBOOK_ROW,
  CWORKBOOK_CELL,
  CWORKBOOK_VALUE,
  CWORKBOOK_INLINE,
  CWORKBOOK_TEXT,
  CWORKBOOK_PHONETIC,
  CWORKBOOK_FORMULA,
  CWORKBOOK_ITEM,
  CWORKBOOK_MERGE,
  CWORKBOOK_SHEET,
  CWORKBOOK_PROPERTIES,
  CWORKBOOK_RELATION,
  CWORKBOOK_NUMBER_FORMAT,
  CWORKBOOK_CELL_FORMATS,
  CWORKBOOK_FORMAT,
} cworkbook_element;

/// How a cell's value is written.
typedef enum {
  CWORKBOOK_NUMBER = 0,
  CWORKBOOK_SHARED,
  CWORKBOOK_STRING,
  CWORKBOOK_BOOLEAN,
  CWORKBOOK_ERROR,
  CWORKBOOK_DATE,
} cworkbook_type;

typedef struct {
  /// From 1; 0 where the cell does not say it.
  int32_t column;
  int32_t row;
  int32_t style;
  cworkbook_type type;
} cworkbook_cell;

/// The attributes of an element, as expat gives them: names and values in turn.
typedef const char *const *cworkbook_attributes;

/// The value of an attribute by its name without prefix; NULL where there is none.
const char *cworkbook_attribute(cworkbook_attributes attributes, const char *name);
void cworkbook_read_cell(cworkbook_attributes attributes, cworkbook_cell *cell);

typedef struct {
  void *context;
  void (*start)(void *context, cworkbook_element element, cworkbook_attributes attributes);
  void (*end)(void *context, cworkbook_element element);
  void (*text)(void *context, const char *bytes, int count);
} cworkbook_handlers;

typedef struct cworkbook_xml cworkbook_xml;

/// NULL where there is no memory.
cworkbook_xml *cworkbook_xml_new(const cworkbook_handlers *handlers);
/// False where the XML is broken or was stopped.
bool cworkbook_xml_feed(cworkbook_xml *xml, const void *bytes, int count, bool is_last);
/// No more calls of handlers; the feed ends.
void cworkbook_xml_stop(cworkbook_xml *xml);
/// What is wrong, in expat's words.
const char *cworkbook_xml_words(cworkbook_xml *xml);
uint64_t cworkbook_xml_line(cworkbook_xml *xml);
void cworkbook_xml_free(cworkbook_xml *xml);

#endif
