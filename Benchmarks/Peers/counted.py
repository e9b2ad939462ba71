"""How the scripts that collate print what they counted, so that it can be compared."""

import json


def show(sessions, counts):
    """Prints the number of sessions and of answers by question and answer."""
    print(json.dumps({"sessions": sessions, "counts": sorted(list(count) for count in counts)}))
