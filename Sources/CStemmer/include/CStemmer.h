#ifndef CSTEMMER_H
#define CSTEMMER_H

#include <stddef.h>
#include <stdint.h>

// Word stems by the Snowball library.

/// The stemmer of one language. It belongs to one thread at a time.
typedef struct cstemmer cstemmer;

/// The language by its ISO 639 code, such as `de`. NULL where the library does not know it or has no memory.
cstemmer *cstemmer_new(const char *language);
/// Writes the stem of a word in UTF-8 and small letters into `stem`; gives its length, 0 where there is no room or no memory.
size_t cstemmer_stem(cstemmer *stemmer, const uint8_t *word, size_t count, uint8_t *stem, size_t room);
void cstemmer_free(cstemmer *stemmer);

#endif
