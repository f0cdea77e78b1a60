/* Makes ASCII letters capital, in two ways: all at once as a function of bytes, and in pieces within the fuel. */
#include "ailee.h"

#include <stdio.h>
#include <stdlib.h>

enum {
  PIECE_BYTES = 4096,
  /* More than a piece takes. */
  PIECE_FUEL = 200000
};

static void capitalise(unsigned char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] >= 'a' && bytes[i] <= 'z') bytes[i] -= 'a' - 'A';
  }
}

/* Makes room for the input of `run`. */
AILEE_EXPORT(alloc) void *alloc(size_t size) { return malloc(size); }

/* A function of bytes: gets all of the input, returns all of the output. */
AILEE_EXPORT(run) uint64_t run(unsigned char *bytes, size_t length) {
  char line[40];
  capitalise(bytes, length);
  snprintf(line, sizeof line, "%zu bytes", length);
  ailee_log_text(line);
  return ailee_bytes(bytes, length);
}

/* Reads and writes for itself, and stops in good time when the fuel runs low. */
AILEE_EXPORT(stream) void stream(void) {
  static unsigned char piece[PIECE_BYTES];
  char line[60];
  size_t size = ailee_input_size(), done = 0;
  while (done < size && ailee_fuel_left() > PIECE_FUEL) {
    size_t length = ailee_input_read(piece, sizeof piece, done);
    capitalise(piece, length);
    ailee_output_write(piece, length);
    done += length;
  }
  snprintf(line, sizeof line, "%zu of %zu bytes", done, size);
  ailee_log_text(line);
}
