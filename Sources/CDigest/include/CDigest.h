#ifndef CDIGEST_H
#define CDIGEST_H

#include <stddef.h>
#include <stdint.h>

/// Feeds whole blocks of 64 bytes to the compression function of SHA-256 (FIPS 180-4, section 6.2.2).
///
/// `state` holds the eight words of the hash. Uses the processor's SHA instructions where it has them.
void cdigest_sha256_blocks(uint32_t state[8], const uint8_t *blocks, size_t count);

/// The same without the processor's SHA instructions, so that both ways can be tested.
void cdigest_sha256_blocks_portable(uint32_t state[8], const uint8_t *blocks, size_t count);

#endif
