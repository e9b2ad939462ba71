"""Words and tables for what was measured."""

from dataclasses import dataclass, field


@dataclass
class Goal:
    """What was wished for, what came out, and whether that is enough; `met` is nil where it could not be measured."""

    work: str
    wish: str
    figure: str
    met: object


@dataclass
class Section:
    """What was measured about one kind of work."""

    title: str
    text: str
    head: list
    rows: list = field(default_factory=list)
    goals: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    def add_times(self, names, times, failures, ratio, base, extra=None):
        """Adds a row for each subject: its median and how many times as long as `base` it takes."""
        from measuring import median
        for name in names:
            if name in failures:
                self.rows.append([name, "not measured", ""] + ([""] if extra else []))
                self.notes.append(f"{name} could not be measured: {failures[name]}")
                continue
            times_as_long = ratio(times, name, base)
            self.rows.append(
                [name, duration(median(times[name])), factor(times_as_long) if name != base else "1"]
                + ([extra(name)] if extra else []))

    def wish(self, work, wish, value, limit, *, at_least=False, show=None):
        """Adds a goal: a value that must not be above its limit, or not below it."""
        show = show or factor
        if value is None:
            self.goals.append(Goal(work, wish, "not measured", None))
            return
        met = value >= limit if at_least else value <= limit
        figure = show(value)
        if not met:
            missed = limit / value if at_least else value / limit
            figure += f" (missed by a factor of {missed:.2f})"
        self.goals.append(Goal(work, wish, figure, met))

    def markdown(self):
        """The section as Markdown."""
        parts = [f"## {self.title}", "", self.text, "", table(self.head, self.rows)]
        if self.notes:
            parts += [""] + [f"- {note}" for note in self.notes]
        return "\n".join(parts) + "\n"


def table(head, rows):
    """A table as Markdown, with columns after the first aligned right."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1)] + rows
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def goals_table(sections):
    """Every goal with what came out."""
    words = {True: "met", False: "**missed**", None: "not measured"}
    rows = [[goal.work, goal.wish, goal.figure, words[goal.met]] for section in sections for goal in section.goals]
    return table(["work", "goal", "measured", ""], rows).replace("| ---: |", "| --- |").replace("---:", "---")


def duration(nanoseconds):
    """A time with three digits that count."""
    if nanoseconds is None:
        return "not measured"
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{three_digits(nanoseconds / size)} {unit}"
    return f"{nanoseconds:.0f} ns"


def factor(value):
    """A ratio with three digits that count."""
    return "not measured" if value is None else f"{three_digits(value)} ×"


def three_digits(value):
    """A number with three digits that count, and no exponent."""
    if value >= 1000:
        return f"{value:,.0f}"
    if value < 1:
        return f"{value:.3f}" if value >= 0.1 else f"{value:.2g}"
    return f"{value:.{2 if value < 10 else 1 if value < 100 else 0}f}"
