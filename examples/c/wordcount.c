/*
 * Counts lines, words and bytes of standard input, as `wc` does, and prints them on one line.
 *
 * Words are runs of anything but ASCII white space: the answer depends on the bytes alone, not on a locale.
 */
#include <stdio.h>

static int is_space(unsigned char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

int main(void) {
  static unsigned char buffer[16384];
  unsigned long long lines = 0, words = 0, bytes = 0;
  int in_word = 0;
  size_t length;

  while ((length = fread(buffer, 1, sizeof buffer, stdin)) > 0) {
    bytes += length;
    for (size_t i = 0; i < length; i++) {
      if (buffer[i] == '\n') lines++;
      if (is_space(buffer[i])) {
        in_word = 0;
      } else if (!in_word) {
        in_word = 1;
        words++;
      }
    }
  }
  if (ferror(stdin)) {
    fputs("wordcount: cannot read standard input\n", stderr);
    return 1;
  }
  printf("%llu %llu %llu\n", lines, words, bytes);
  return 0;
}
