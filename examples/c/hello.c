/*
 * The smallest useful WASI command: a greeting made of an argument and an environment variable.
 *
 *   argv[1]    whom to greet (default "world")
 *   GREETING   how to greet  (default "Hello")
 */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  const char *name = argc > 1 ? argv[1] : "world";
  const char *greeting = getenv("GREETING");
  printf("%s, %s!\n", greeting ? greeting : "Hello", name);
  return 0;
}
