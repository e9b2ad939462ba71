/* The leadership rules as a plain loop in C with the strong three-valued logic of Kleene: what is the least that an
   evaluation can cost? It knows nothing of completions, so what it says under open answers can be too wide.

   three_valued RULES SHEETS ROUNDS, both as plain_rules.py writes them. Prints JSON. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { no, yes, unknown };
enum { atom = 'a', all = '&', any = '|', not = '!' };
enum { most = 4096 };

static int operators[most], first[most], second[most];
static int conditions, ends[64], inputs, input[8], rows, cells[32][8], models, needs[32][16], signatures;
static int indicators[64][32], met[64][32], above[64][32];
static signed char truth[64];

static int number(FILE *file) {
    int value;
    if (fscanf(file, "%d", &value) != 1) exit(65);
    return value;
}

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void read_rules(FILE *file) {
    int place = 0;
    conditions = number(file);
    for (int c = 0; c < conditions; c++) {
        int steps = number(file);
        for (int s = 0; s < steps; s++, place++)
            operators[place] = number(file), first[place] = number(file), second[place] = number(file);
        ends[c] = place;
    }
    inputs = number(file);
    for (int i = 0; i < inputs; i++) input[i] = number(file);
    rows = number(file);
    for (int r = 0; r < rows; r++)
        for (int i = 0; i < inputs; i++) cells[r][i] = number(file);
    models = number(file);
    for (int m = 0; m < models; m++) {
        needs[m][0] = number(file);
        for (int n = 1; n <= needs[m][0]; n++) needs[m][n] = number(file);
    }
    signatures = number(file);
    for (int s = 0; s < signatures; s++) {
        indicators[s][0] = number(file);
        for (int n = 1; n <= indicators[s][0]; n++)
            indicators[s][n] = number(file), met[s][n] = number(file), above[s][n] = number(file);
    }
}

/* The outputs: the rows that can fire as bits, each model's truth, the least and most warnings of each signature. */
static void evaluate(const signed char *answers, int *output) {
    signed char stack[64];
    int place = 0;
    for (int c = 0; c < conditions; c++) {
        int depth = 0;
        for (; place < ends[c]; place++) {
            int left = first[place];
            if (operators[place] == atom) {
                signed char answer = answers[left];
                stack[depth++] = answer < 0 ? unknown : answer >= second[place];
            } else if (operators[place] == not) {
                if (stack[depth - 1] != unknown) stack[depth - 1] = !stack[depth - 1];
            } else {
                signed char settling = operators[place] == any, value = !settling;
                for (int part = depth - left; part < depth; part++) {
                    if (stack[part] == settling) value = settling;
                    else if (stack[part] == unknown && value != settling) value = unknown;
                }
                depth -= left;
                stack[depth++] = value;
            }
        }
        truth[c] = stack[0];
    }
    *output = 0;
    for (int r = 0; r < rows; r++) {
        int fires = yes;
        for (int i = 0; i < inputs && fires != no; i++) {
            int value = truth[input[i]];
            if (cells[r][i] == unknown || value == cells[r][i]) continue;
            fires = value == unknown ? unknown : no;
        }
        if (fires != no) *output |= 1 << r;
        if (fires == yes) break;
    }
    output++;
    for (int m = 0; m < models; m++) {
        int value = yes;
        for (int n = 1; n <= needs[m][0]; n++) {
            int need = truth[needs[m][n]];
            if (need == no) value = no;
            else if (need == unknown && value == yes) value = unknown;
        }
        *output++ = value;
    }
    for (int s = 0; s < signatures; s++) {
        int least = 0, most_of_them = 0;
        for (int n = 1; n <= indicators[s][0]; n++) {
            signed char answer = answers[indicators[s][n]];
            int warns = answer >= 0 && (answer >= met[s][n]) == above[s][n];
            least += warns;
            most_of_them += warns || answer < 0;
        }
        *output++ = least;
        *output++ = most_of_them;
    }
}

int main(int count, char **arguments) {
    if (count < 4) return 64;
    FILE *file = fopen(arguments[1], "r");
    if (!file) return 74;
    read_rules(file);
    fclose(file);
    file = fopen(arguments[2], "r");
    if (!file) return 74;
    int sheets = number(file), questions = number(file), width = 1 + models + 2 * signatures;
    signed char *answers = malloc((size_t)sheets * questions);
    int *outputs = malloc(sizeof *outputs * sheets * width);
    for (int i = 0; i < sheets * questions; i++) answers[i] = number(file);
    printf("{\"perSheet\":[");
    for (int round = 0; round < atoi(arguments[3]); round++) {
        enum { repeats = 20 };
        long long begin = now();
        for (int again = 0; again < repeats; again++)
            for (int sheet = 0; sheet < sheets; sheet++)
                evaluate(answers + sheet * questions, outputs + sheet * width);
        printf("%s%.1f", round ? "," : "", (now() - begin) / (double)(sheets * repeats));
    }
    printf("],\"way\":\"arrays\",\"answers\":[");
    for (int sheet = 0; sheet < sheets; sheet++) {
        printf("%s[", sheet ? "," : "");
        for (int i = 0; i < width; i++) printf("%s%d", i ? "," : "", outputs[sheet * width + i]);
        printf("]");
    }
    printf("]}\n");
    return 0;
}
