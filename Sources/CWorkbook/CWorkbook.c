#include "CWorkbook.h"

#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

// Zip ---------------------------------------------------------------------------------------------------------------

struct cworkbook_zip {
  zip_t *archive;
};

struct cworkbook_part {
  zip_file_t *file;
};

static void set_words(cworkbook_error *error, const char *words) {
  snprintf(error->words, sizeof error->words, "%s", words ? words : "unknown");
}

cworkbook_zip *cworkbook_zip_open(const char *path, cworkbook_error *error) {
  int code = 0;
  zip_t *archive = zip_open(path, ZIP_RDONLY, &code);
  if (!archive) {
    zip_error_t words;
    zip_error_init_with_code(&words, code);
    set_words(error, zip_error_strerror(&words));
    zip_error_fini(&words);
    return NULL;
  }
  cworkbook_zip *zip = malloc(sizeof *zip);
  if (!zip) {
    zip_discard(archive);
    set_words(error, "no memory");
    return NULL;
  }
  zip->archive = archive;
  return zip;
}

void cworkbook_zip_close(cworkbook_zip *zip) {
  zip_discard(zip->archive);
  free(zip);
}

int64_t cworkbook_zip_count(cworkbook_zip *zip) { return zip_get_num_entries(zip->archive, 0); }

const char *cworkbook_zip_name(cworkbook_zip *zip, int64_t index) {
  return zip_get_name(zip->archive, (zip_uint64_t)index, ZIP_FL_ENC_GUESS);
}

int64_t cworkbook_zip_find(cworkbook_zip *zip, const char *name) {
  int64_t exact = zip_name_locate(zip->archive, name, 0);
  return exact >= 0 ? exact : zip_name_locate(zip->archive, name, ZIP_FL_NOCASE);
}

bool cworkbook_zip_stat(cworkbook_zip *zip, int64_t index, cworkbook_entry *entry) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(zip->archive, (zip_uint64_t)index, 0, &stat) != 0) return false;
  if (!(stat.valid & ZIP_STAT_SIZE) || !(stat.valid & ZIP_STAT_COMP_SIZE)) return false;
  entry->size = stat.size;
  entry->packed_size = stat.comp_size;
  entry->is_encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
  return true;
}

cworkbook_part *cworkbook_part_open(cworkbook_zip *zip, int64_t index, cworkbook_error *error) {
  zip_file_t *file = zip_fopen_index(zip->archive, (zip_uint64_t)index, 0);
  cworkbook_part *part = file ? malloc(sizeof *part) : NULL;
  if (!part) {
    set_words(error, file ? "no memory" : zip_strerror(zip->archive));
    if (file) zip_fclose(file);
    return NULL;
  }
  part->file = file;
  return part;
}

int64_t cworkbook_part_read(cworkbook_part *part, void *buffer, uint64_t size, cworkbook_error *error) {
  zip_int64_t count = zip_fread(part->file, buffer, size);
  if (count < 0) set_words(error, zip_error_strerror(zip_file_get_error(part->file)));
  return count;
}

void cworkbook_part_close(cworkbook_part *part) {
  zip_fclose(part->file);
  free(part);
}

// XML ---------------------------------------------------------------------------------------------------------------

struct cworkbook_xml {
  XML_Parser parser;
  cworkbook_handlers handlers;
  bool has_doctype;
};

static const char *local_name(const char *name) {
  const char *colon = strchr(name, ':');
  return colon ? colon + 1 : name;
}

static cworkbook_element element_of(const char *prefixed) {
  const char *name = local_name(prefixed);
  if (name[0] && !name[1]) {
    switch (name[0]) {
    case 'c': return CWORKBOOK_CELL;
    case 'v': return CWORKBOOK_VALUE;
    case 't': return CWORKBOOK_TEXT;
    case 'f': return CWORKBOOK_FORMULA;
    default: return CWORKBOOK_OTHER;
    }
  }
  static const struct {
    const char *name;
    cworkbook_element element;
  } names[] = {
      {"row", CWORKBOOK_ROW},           {"is", CWORKBOOK_INLINE},
      {"si", CWORKBOOK_ITEM},           {"rPh", CWORKBOOK_PHONETIC},
      {"mergeCell", CWORKBOOK_MERGE},   {"sheet", CWORKBOOK_SHEET},
      {"workbookPr", CWORKBOOK_PROPERTIES}, {"Relationship", CWORKBOOK_RELATION},
      {"numFmt", CWORKBOOK_NUMBER_FORMAT},  {"cellXfs", CWORKBOOK_CELL_FORMATS},
      {"xf", CWORKBOOK_FORMAT},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i].name) == 0) return names[i].element;
  return CWORKBOOK_OTHER;
}

const char *cworkbook_attribute(cworkbook_attributes attributes, const char *name) {
  for (; attributes[0]; attributes += 2)
    if (strcmp(local_name(attributes[0]), name) == 0) return attributes[1];
  return NULL;
}

// Whole numbers that Excel never exceeds; others count as not given.
static int32_t small_number(const char *text) {
  int32_t number = 0;
  for (; *text >= '0' && *text <= '9'; text++) {
    if (number > 100000000) return 0;
    number = number * 10 + (*text - '0');
  }
  return *text ? 0 : number;
}

static cworkbook_type type_of(const char *text) {
  if (strcmp(text, "s") == 0) return CWORKBOOK_SHARED;
  if (strcmp(text, "str") == 0 || strcmp(text, "inlineStr") == 0) return CWORKBOOK_STRING;
  if (strcmp(text, "b") == 0) return CWORKBOOK_BOOLEAN;
  if (strcmp(text, "e") == 0) return CWORKBOOK_ERROR;
  if (strcmp(text, "d") == 0) return CWORKBOOK_DATE;
  return CWORKBOOK_NUMBER;
}

void cworkbook_read_cell(cworkbook_attributes attributes, cworkbook_cell *cell) {
  memset(cell, 0, sizeof *cell);
  for (; attributes[0]; attributes += 2) {
    const char *name = attributes[0];
    if (!name[0] || name[1]) continue;
    const char *value = attributes[1];
    if (name[0] == 's') cell->style = small_number(value);
    if (name[0] == 't') cell->type = type_of(value);
    if (name[0] == 'r') {
      int32_t column = 0;
      for (; *value >= 'A' && *value <= 'Z' && column < 100000; value++) column = column * 26 + (*value - 'A' + 1);
      cell->column = column <= 16384 ? column : 0;
      cell->row = small_number(value);
    }
  }
}

static void on_start(void *data, const XML_Char *name, const XML_Char **attributes) {
  cworkbook_xml *xml = data;
  xml->handlers.start(xml->handlers.context, element_of(name), (cworkbook_attributes)attributes);
}

static void on_end(void *data, const XML_Char *name) {
  cworkbook_xml *xml = data;
  xml->handlers.end(xml->handlers.context, element_of(name));
}

static void on_text(void *data, const XML_Char *bytes, int count) {
  cworkbook_xml *xml = data;
  xml->handlers.text(xml->handlers.context, bytes, count);
}

// No part of a workbook declares a document type; one could define entities without end.
static void on_doctype(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public, int internal) {
  (void)name, (void)system, (void)public, (void)internal;
  cworkbook_xml *xml = data;
  xml->has_doctype = true;
  XML_StopParser(xml->parser, XML_FALSE);
}

cworkbook_xml *cworkbook_xml_new(const cworkbook_handlers *handlers) {
  cworkbook_xml *xml = calloc(1, sizeof *xml);
  if (!xml) return NULL;
  xml->handlers = *handlers;
  xml->parser = XML_ParserCreate(NULL);
  if (!xml->parser) {
    free(xml);
    return NULL;
  }
  XML_SetUserData(xml->parser, xml);
  XML_SetElementHandler(xml->parser, on_start, on_end);
  XML_SetCharacterDataHandler(xml->parser, on_text);
  XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
  return xml;
}

bool cworkbook_xml_feed(cworkbook_xml *xml, const void *bytes, int count, bool is_last) {
  return XML_Parse(xml->parser, bytes, count, is_last) == XML_STATUS_OK;
}

void cworkbook_xml_stop(cworkbook_xml *xml) { XML_StopParser(xml->parser, XML_FALSE); }

const char *cworkbook_xml_words(cworkbook_xml *xml) {
  if (xml->has_doctype) return "a document type is declared, which no workbook has";
  const char *words = XML_ErrorString(XML_GetErrorCode(xml->parser));
  return words ? words : "unknown";
}

uint64_t cworkbook_xml_line(cworkbook_xml *xml) { return XML_GetCurrentLineNumber(xml->parser); }

void cworkbook_xml_free(cworkbook_xml *xml) {
  XML_ParserFree(xml->parser);
  free(xml);
}
