#!/usr/bin/env python3
"""Gathers the licences and notices of the packages that are compiled into the program, as their authors ask for.

Usage: notices.py CHECKOUTS FILE
"""

import json
import pathlib
import sys

# The runtime of Swift has an exception for compiled programs; its licence is the Apache License that stands here anyway.
NAMES = ["LICENSE", "LICENSE.txt", "LICENSE.md", "NOTICE", "NOTICE.txt"]


def main():
    checkouts, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    parts = ["Licences and notices of the packages that are compiled into canary.\n"]
    seen = {}
    # SwiftPM leaves the folder of a package that is needed no more.
    pins = json.loads((pathlib.Path(__file__).parent.parent / "Package.resolved").read_text(encoding="utf-8"))["pins"]
    for name in sorted(pathlib.PurePosixPath(pin["location"]).name.removesuffix(".git") for pin in pins):
        package = checkouts / name
        files = [package / name for name in NAMES if (package / name).is_file()]
        if not any(path.name.startswith("LICENSE") for path in files):
            sys.exit(f"notices: {package.name} has no licence\nhint: look for it, and add its name to Packaging/notices.py")
        for path in files:
            text = path.read_text(encoding="utf-8").rstrip() + "\n"
            title = f"{package.name}: {path.name}"
            parts.append("=" * 72 + f"\n{title}\n" + "=" * 72 + "\n")
            # The Apache License is long and the same for most of them.
            parts.append(f"The same words as {seen[text]}.\n" if text in seen else text)
            seen.setdefault(text, title)
    target.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
