/*
 * Recognises a digit with a small neural network, in integers throughout.
 *
 *   input   an 8x8 grey picture on standard input, row by row, 0 = paper, 255 = ink:
 *           either exactly 64 raw bytes, or 64 decimal numbers separated by white space
 *   layers  64 int8 -> 32 int8 (ReLU) -> 10 int8
 *   output  the ten scores and the digit with the highest one
 *
 * Each layer multiplies int8 by int8 into int32 accumulators and scales the sum back to int8 by a
 * fixed-point factor ("requantisation"). With no floating point there is no rounding to disagree about.
 * The weights come from train-nn-int8.mjs.
 */
#include <stdint.h>
#include <stdio.h>

#include "nn-int8-weights.h"

/* value * multiplier / 2^31, rounded to nearest (halves upwards), then limited to [low, 127]. */
static int8_t requantise(int32_t value, int32_t multiplier, int low) {
  int64_t scaled = ((int64_t)value * multiplier + ((int64_t)1 << 30)) >> 31;
  if (scaled < low) return (int8_t)low;
  return scaled > 127 ? 127 : (int8_t)scaled;
}

static void dense(const int8_t *input, int inputs, const int8_t *weights, const int32_t *biases,
                  int32_t multiplier, int low, int8_t *output, int outputs) {
  for (int o = 0; o < outputs; o++) {
    int32_t sum = biases[o];
    for (int i = 0; i < inputs; i++) sum += (int32_t)input[i] * weights[o * inputs + i];
    output[o] = requantise(sum, multiplier, low);
  }
}

/* Reads decimal numbers; returns how many there were, or -1 for anything that is not a number 0..255. */
static int parse_numbers(const char *text, size_t length, uint8_t *pixels) {
  int count = 0;
  size_t at = 0;
  for (;;) {
    while (at < length && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r'))) at++;
    if (at == length) return count;
    int value = 0, digits = 0;
    for (; at < length && text[at] >= '0' && text[at] <= '9' && digits < 4; at++, digits++) {
      value = value * 10 + (text[at] - '0');
    }
    if (digits == 0 || value > 255 || count == NN_INPUTS) return -1;
    pixels[count++] = (uint8_t)value;
  }
}

int main(void) {
  static char text[4096];
  uint8_t pixels[NN_INPUTS];
  int8_t input[NN_INPUTS], hidden[NN_HIDDEN], scores[NN_OUTPUTS];

  size_t length = fread(text, 1, sizeof text, stdin);
  /* 64 numbers need at least 127 characters, so a length of 64 can only be a raw picture. */
  if (length == NN_INPUTS) {
    for (int i = 0; i < NN_INPUTS; i++) pixels[i] = (uint8_t)text[i];
  } else if (parse_numbers(text, length, pixels) != NN_INPUTS) {
    fputs("nn-int8: expected 64 bytes, or 64 numbers from 0 to 255\n", stderr);
    return 2;
  }

  for (int i = 0; i < NN_INPUTS; i++) input[i] = (int8_t)(pixels[i] >> 1);
  dense(input, NN_INPUTS, nn_hidden_weights, nn_hidden_biases, NN_HIDDEN_MULTIPLIER, 0, hidden, NN_HIDDEN);
  dense(hidden, NN_HIDDEN, nn_output_weights, nn_output_biases, NN_OUTPUT_MULTIPLIER, -128, scores, NN_OUTPUTS);

  int best = 0;
  for (int digit = 0; digit < NN_OUTPUTS; digit++) {
    printf("%d: %d\n", digit, scores[digit]);
    if (scores[digit] > scores[best]) best = digit;
  }
  printf("digit %d\n", best);
  return 0;
}
