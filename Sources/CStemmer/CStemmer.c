#include "CStemmer.h"

#include <libstemmer.h>
#include <limits.h>
#include <string.h>

cstemmer *cstemmer_new(const char *language) { return (cstemmer *)sb_stemmer_new(language, "UTF_8"); }

size_t cstemmer_stem(cstemmer *stemmer, const uint8_t *word, size_t count, uint8_t *stem, size_t room) {
  if (count > INT_MAX) return 0;
  struct sb_stemmer *snowball = (struct sb_stemmer *)stemmer;
  const sb_symbol *found = sb_stemmer_stem(snowball, word, (int)count);
  if (found == NULL) return 0;
  int length = sb_stemmer_length(snowball);
  if (length <= 0 || (size_t)length > room) return 0;
  memcpy(stem, found, (size_t)length);
  return (size_t)length;
}

void cstemmer_free(cstemmer *stemmer) { sb_stemmer_delete((struct sb_stemmer *)stemmer); }
