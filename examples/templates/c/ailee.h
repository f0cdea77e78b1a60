/* The host module `ailee` and the convention of bytes, for C. Copy it beside your task. */
#ifndef AILEE_H
#define AILEE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define AILEE_IMPORT(name) __attribute__((import_module("ailee"), import_name(#name)))
/* Before a function: makes it an export of this name. */
#define AILEE_EXPORT(name) __attribute__((export_name(#name)))

/* Bytes of input. */
AILEE_IMPORT(input_size) size_t ailee_input_size(void);
/* Copies input from `offset` on, at most `length` bytes, and returns how many there were. */
AILEE_IMPORT(input_read) size_t ailee_input_read(void *target, size_t length, size_t offset);
/* Appends to the output. */
AILEE_IMPORT(output_write) void ailee_output_write(const void *bytes, size_t length);
/* Writes a line of `length` bytes to standard error. */
AILEE_IMPORT(log) void ailee_log(const char *text, size_t length);
/* Fuel that is left: the same on every machine. */
AILEE_IMPORT(fuel_left) int64_t ailee_fuel_left(void);

/* What a function of bytes returns. */
static inline uint64_t ailee_bytes(const void *bytes, size_t length) {
  return (uint64_t)(uintptr_t)bytes << 32 | length;
}

static inline void ailee_log_text(const char *text) { ailee_log(text, strlen(text)); }

#endif
