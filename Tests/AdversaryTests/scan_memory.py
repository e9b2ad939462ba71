"""Says which of some byte strings are in the memory of a process: scan_memory.py PID HEX...; one line for each, its index
and how often it is there. Ends with status 3 where the memory cannot be read."""
import re
import sys

process = sys.argv[1]
wanted = [bytes.fromhex(text) for text in sys.argv[2:]]
counts = [0] * len(wanted)
regions = 0
try:
    with open(f"/proc/{process}/maps") as maps, open(f"/proc/{process}/mem", "rb", 0) as memory:
        for line in maps:
            place = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if not place or "[vvar" in line or "[vsyscall" in line:
                continue
            begin, end = (int(number, 16) for number in place.groups())
            try:
                memory.seek(begin)
                data = memory.read(end - begin)
            except (OSError, ValueError, OverflowError):
                continue
            regions += 1
            for index, text in enumerate(wanted):
                counts[index] += data.count(text)
except OSError:
    sys.exit(3)
if not regions:
    sys.exit(3)
for index, count in enumerate(counts):
    print(index, count)
