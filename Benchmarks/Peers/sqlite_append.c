/* An answer's row in SQLite until it is durable: WAL, synchronous=FULL, one transaction an answer.
   Prints the times in nanoseconds.

   sqlite_append FILE COUNT BYTES */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int count, char **arguments) {
    if (count < 4) return 64;
    sqlite3 *database;
    sqlite3_stmt *insert;
    int rounds = atoi(arguments[2]), bytes = atoi(arguments[3]);
    char *line = malloc(bytes);
    memset(line, '.', bytes);
    if (sqlite3_open(arguments[1], &database)) return 74;
    sqlite3_exec(database, "pragma journal_mode=wal; pragma synchronous=full;"
                           "create table event (n integer primary key, line text)", 0, 0, 0);
    if (sqlite3_prepare_v2(database, "insert into event (line) values (?)", -1, &insert, 0)) return 74;
    printf("[");
    for (int round = -1; round < rounds; round++) {
        long long begin = now();
        sqlite3_bind_text(insert, 1, line, bytes, SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE) return 74;
        sqlite3_reset(insert);
        long long end = now();
        if (round >= 0) printf("%s%lld", round ? "," : "", end - begin);
    }
    printf("]\n");
    return 0;
}
