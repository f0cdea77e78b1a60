/*
 * Reads sales from a CSV file in the task's root directory and writes a report by region to standard output.
 *
 *   csv-report [file]        the file is /sales.csv if none is named
 *
 * The first line names the columns; "region" and "amount" are looked for, whatever else there is. Amounts are
 * whole cents, so the sums are exact. The report is first written to a file, which shows that a program can do
 * that too; it is gone when the program ends.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_REGIONS 1000
#define MAX_FIELDS 64

struct region {
  char name[64];
  long long sum;
  long count;
};

static struct region regions[MAX_REGIONS];
static size_t region_count;

static int fail(const char *what, const char *why) {
  fprintf(stderr, "csv-report: %s: %s\n", what, why);
  return 1;
}

/* Cuts a line into its fields, in place. */
static size_t split(char *line, char *fields[MAX_FIELDS]) {
  size_t count = 0;
  line[strcspn(line, "\r\n")] = '\0';
  for (char *field = line; field != NULL && count < MAX_FIELDS; count++) {
    fields[count] = field;
    field = strchr(field, ',');
    if (field != NULL) *field++ = '\0';
  }
  return count;
}

static struct region *region_of(const char *name) {
  for (size_t i = 0; i < region_count; i++)
    if (strcmp(regions[i].name, name) == 0) return &regions[i];
  if (region_count == MAX_REGIONS) return NULL;
  struct region *added = &regions[region_count++];
  snprintf(added->name, sizeof added->name, "%s", name);
  return added;
}

static int by_sum(const void *a, const void *b) {
  const struct region *left = a, *right = b;
  if (left->sum != right->sum) return left->sum < right->sum ? 1 : -1;
  return strcmp(left->name, right->name);
}

static int read_sales(FILE *file, const char *path) {
  char line[4096];
  char *fields[MAX_FIELDS];
  size_t region_at = MAX_FIELDS, amount_at = MAX_FIELDS;

  if (fgets(line, sizeof line, file) == NULL) return fail(path, "is empty");
  size_t columns = split(line, fields);
  for (size_t i = 0; i < columns; i++) {
    if (strcmp(fields[i], "region") == 0) region_at = i;
    if (strcmp(fields[i], "amount") == 0) amount_at = i;
  }
  if (region_at == MAX_FIELDS || amount_at == MAX_FIELDS) return fail(path, "has no columns region and amount");
  while (fgets(line, sizeof line, file) != NULL) {
    if (split(line, fields) != columns) continue;
    struct region *region = region_of(fields[region_at]);
    if (region == NULL) return fail(path, "has too many regions");
    region->sum += strtoll(fields[amount_at], NULL, 10);
    region->count++;
  }
  return ferror(file) ? fail(path, strerror(errno)) : 0;
}

/* Writes the report to a file first, and that file to standard output. */
static int write_report(const char *path) {
  char buffer[4096];
  size_t length;
  FILE *report = fopen(path, "w+");
  if (report == NULL) return fail(path, strerror(errno));
  for (size_t i = 0; i < region_count; i++) {
    const struct region *region = &regions[i];
    fprintf(report, "%-12s %6ld %12lld.%02lld\n", region->name, region->count, region->sum / 100, llabs(region->sum % 100));
  }
  rewind(report);
  while ((length = fread(buffer, 1, sizeof buffer, report)) > 0) fwrite(buffer, 1, length, stdout);
  return fclose(report) == 0 && remove(path) == 0 ? 0 : fail(path, strerror(errno));
}

int main(int argc, char *argv[]) {
  const char *path = argc > 1 ? argv[1] : "/sales.csv";
  FILE *file = fopen(path, "r");
  if (file == NULL) return fail(path, strerror(errno));
  int status = read_sales(file, path);
  fclose(file);
  if (status != 0) return status;
  qsort(regions, region_count, sizeof regions[0], by_sum);
  return write_report("report.txt");
}
