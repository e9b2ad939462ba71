#!/usr/bin/env python3
"""Checks a list of parts: CycloneDX by its shape, and complete.

Usage: check_parts.py LIST PROGRAM RESOLVED

Every package of RESOLVED (Package.resolved) and every library that PROGRAM asks the loader for has to be in it, with a
version; every reference has to lead somewhere.
"""

import json
import re
import subprocess
import sys

listed, program, resolved = sys.argv[1:4]
document = json.load(open(listed, encoding="utf-8"))
faults = []


def expect(holds, words):
    if not holds:
        faults.append(words)


expect(document.get("bomFormat") == "CycloneDX", "it is not CycloneDX")
expect(document.get("specVersion") == "1.6", "it is of another version")
expect(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", document.get("serialNumber", "")), "its serial number has another form")
expect(isinstance(document.get("version"), int), "its own version is no number")
subject = document["metadata"]["component"]
expect(subject["type"] == "application" and subject["name"] == "canary", "it is about something else")
version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
expect(subject["version"] == version, f"it is of {subject['version']}, and the program of {version}")

components = {component["bom-ref"]: component for component in document["components"]}
expect(len(components) == len(document["components"]), "two parts have one reference")
for reference, component in components.items():
    for field in ("type", "name", "version"):
        expect(component.get(field), f"{reference} has no {field}")
    expect(component.get("purl") or component.get("externalReferences"), f"{reference} is not said to be from anywhere")
    # Debian says of its own packages by which licence they come.
    expect(reference.startswith("deb:") or component.get("licenses"), f"{reference} has no licence")

for pin in json.load(open(resolved, encoding="utf-8"))["pins"]:
    component = components.get("swift:" + pin["identity"], {})
    expect(component.get("version") == pin["state"]["version"], f"{pin['identity']} is missing or of another version")

sonames = {
    entry["value"] for component in components.values() for entry in component.get("properties", [])
    if entry["name"] == "canary:soname"
}
needed = subprocess.run(["readelf", "--dynamic", program], capture_output=True, text=True, check=True).stdout
for library in re.findall(r"\(NEEDED\).*\[(.+)\]", needed):
    # A debug build is linked with the toolchain's own libraries.
    ours = re.match(r"lib(swift|Foundation|_Foundation|dispatch|BlocksRuntime)", library)
    expect(ours or library in sonames, f"{library} is missing")
for library in ("libxlsxwriter.so", "libzip.so"):
    expect(any(name.startswith(library) for name in sonames), f"{library}, which is loaded late, is missing")
for name in ("boringssl", "xkcp", "swift-runtime"):
    expect("inside:" + name in components, f"{name} is missing")

references = {subject["bom-ref"], *components}
reached = {subject["bom-ref"]}
for arrow in document["dependencies"]:
    expect(arrow["ref"] in references, f"{arrow['ref']} is no part")
    reached.update(arrow["dependsOn"])
expect(reached == references, f"nothing depends on, or nothing is known of, {sorted(reached ^ references)}")

for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
