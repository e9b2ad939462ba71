/* The least that a program at a terminal can do: it writes a prompt and waits. */
#include <unistd.h>

int main(void) {
    char line[16];
    (void)!write(1, "Your answer: ", 13);
    (void)!read(0, line, sizeof line);
    return 0;
}
