/* Reads every byte of every journal of a folder, in one thread, and prints how many there were. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments) {
    static char bytes[1 << 20];
    if (count < 2 || chdir(arguments[1])) return 74;
    DIR *folder = opendir(".");
    struct dirent *entry;
    long long total = 0;
    while (folder && (entry = readdir(folder))) {
        if (!strstr(entry->d_name, ".canary.jsonl")) continue;
        int file = open(entry->d_name, O_RDONLY);
        ssize_t taken;
        while (file >= 0 && (taken = read(file, bytes, sizeof bytes)) > 0) total += taken;
        if (file >= 0) close(file);
    }
    printf("%lld\n", total);
    return 0;
}
