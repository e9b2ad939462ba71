#!/usr/bin/env python3
"""Gathers the licences and notices of what is compiled into the program, as its authors ask for.

Usage: notices.py CHECKOUTS FILE
"""

import json
import pathlib
import sys

# The runtime of Swift has an exception for compiled programs; its licence is the Apache License that stands here anyway.
NAMES = ["LICENSE", "LICENSE.txt", "LICENSE.md", "NOTICE", "NOTICE.txt"]
# A library of the system that is linked into a release, and where Debian has its licence.
LIBYAML = pathlib.Path("/usr/share/doc/libyaml-dev/copyright")


def main():
    checkouts, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    parts = ["Licences and notices of what is compiled into canary.\n"]
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
    if not LIBYAML.is_file():
        sys.exit(f"notices: libyaml has no licence at {LIBYAML}\nhint: install libyaml-dev")
    parts.append("=" * 72 + "\nlibyaml: copyright\n" + "=" * 72 + "\n")
    parts.append(LIBYAML.read_text(encoding="utf-8").rstrip() + "\n")
    target.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
