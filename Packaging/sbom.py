#!/usr/bin/env python3
"""Writes what a program is built of as CycloneDX 1.6 JSON.

Usage: sbom.py --version V --program FILE --packages FILE --checkouts FOLDER -o FILE

The Swift packages are those of `swift package show-dependencies --format json`; the C libraries are those that the
program asks the loader for, with the versions of the Debian packages that have them; what those packages carry inside
is named, too. The same sources on the same machine give the same bytes: the time is SOURCE_DATE_EPOCH.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import time
import uuid

# Where the names of the libraries stand that are loaded when they are wanted.
LATE = pathlib.Path(__file__).parent.parent / "Sources/CWorkbookLibraries/LateLibraries.c"
LICENCES = {
    "swift-argument-parser": "Apache-2.0",
    "swift-asn1": "Apache-2.0",
    "swift-crypto": "Apache-2.0",
}
# What the Swift packages carry of others.
INSIDE = {"swift-crypto": ["boringssl", "xkcp"]}


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout


def swift_packages(node):
    """Every package below the root, once, with the names of what it depends on."""
    found = {}

    def visit(package):
        identity = package["identity"]
        below = [child["identity"] for child in package["dependencies"]]
        found.setdefault(identity, (package["version"], package["url"], below))
        for child in package["dependencies"]:
            visit(child)

    for child in node["dependencies"]:
        visit(child)
    return found


def swift_component(identity, version, url):
    address = url.removesuffix(".git")
    return {
        "type": "library", "bom-ref": f"swift:{identity}", "name": identity, "version": version, "scope": "required",
        "licenses": [{"license": {"id": LICENCES[identity]}}] if identity in LICENCES else [],
        "purl": f"pkg:swift/{address.removeprefix('https://')}@{version}",
        "externalReferences": [{"type": "vcs", "url": url}],
    }


def carried(checkouts):
    """What is compiled in with the Swift packages, by the revisions that they name, and the toolchain's own part."""

    def named(file, pattern):
        found = re.search(pattern, (checkouts / file).read_text(encoding="utf-8"))
        if not found:
            raise SystemExit(f"sbom: {file} names no revision any more")
        return found.group(1)

    boringssl = named("swift-crypto/Sources/CCryptoBoringSSL/hash.txt", r"revision ([0-9a-f]{40})")
    xkcp = named("swift-crypto/Sources/CXKCP/vendored-sources.txt", r"-g([0-9a-f]{7,40})")
    toolchain = re.search(r"Swift version (\S+)", said("swift", "--version")).group(1)
    return {
        "boringssl": (boringssl, "Apache-2.0", "https://boringssl.googlesource.com/boringssl", "In swift-crypto."),
        "xkcp": (xkcp, "CC0-1.0", "https://github.com/XKCP/XKCP", "In swift-crypto."),
        "swift-runtime": (
            toolchain, "Apache-2.0", "https://github.com/swiftlang/swift",
            "The standard library and Foundation, linked into the program; with the Runtime Library Exception."),
    }


def libraries(program):
    """The Debian package and version of each library that the loader is asked for."""
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", said("readelf", "--dynamic", program))
    paths = dict(re.findall(r"^\s*(\S+) => (/\S+)", said("ldd", program), re.MULTILINE))
    # What is loaded late, the loader is not asked for.
    late = re.findall(r'dlopen\("(.+?)"', LATE.read_text(encoding="utf-8"))
    paths |= dict(re.findall(rf"^\s*({'|'.join(map(re.escape, late))}) .*=> (/\S+)", said("ldconfig", "-p"), re.MULTILINE))
    needed += late
    found = {}
    for library in needed:
        # The loader itself is part of the C library.
        path = paths.get(library, "/lib64/" + library)
        real = os.path.realpath(path)
        for name in (path, real, path.replace("/usr/lib", "/lib", 1), real.replace("/usr/lib", "/lib", 1)):
            owner = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True)
            if owner.returncode == 0:
                package = owner.stdout.split(":")[0]
                found.setdefault(package, []).append(library)
                break
        else:
            # In a debug build the Swift libraries are the toolchain's.
            if "/swift/" not in path:
                raise SystemExit(f"sbom: {library} belongs to no Debian package")
    return found


def debian_component(package, names):
    version, architecture = said("dpkg-query", "-W", "-f", "${Version} ${Architecture}", package).split()
    return {
        "type": "library", "bom-ref": f"deb:{package}", "name": package, "version": version, "scope": "required",
        "purl": f"pkg:deb/debian/{package}@{version.replace('+', '%2B').replace(':', '%3A')}?arch={architecture}",
        "properties": [{"name": "canary:soname", "value": name} for name in sorted(names)],
    }


def main():
    parser = argparse.ArgumentParser()
    for name in ("--version", "--program", "--packages", "--checkouts", "-o"):
        parser.add_argument(name, required=True)
    options = parser.parse_args()

    packages = swift_packages(json.loads(pathlib.Path(options.packages).read_text(encoding="utf-8")))
    inside = carried(pathlib.Path(options.checkouts))
    # Foundation brings ICU where it is linked into the program, and its data has its version in its name.
    icu = re.search(rb"icudt([0-9]+)", pathlib.Path(options.program).read_bytes())
    if icu:
        inside["icu"] = (
            icu.group(1).decode(), "Unicode-3.0", "https://github.com/swiftlang/swift-foundation-icu", "In Foundation.")
    debian = libraries(options.program)
    if not any(name.startswith("libstdc++") for names in debian.values() for name in names):
        inside["gcc-runtime"] = (
            said("gcc", "-dumpfullversion").strip(), "GPL-3.0-or-later WITH GCC-exception-3.1",
            "https://gcc.gnu.org/git/gcc.git", "libstdc++ and libgcc, linked into the program; Swift's runtime calls them.")

    root = f"canary@{options.version}"
    components = [swift_component(identity, version, url) for identity, (version, url, _) in sorted(packages.items())]
    for name, (version, licence, url, words) in sorted(inside.items()):
        components.append({
            "type": "library", "bom-ref": f"inside:{name}", "name": name, "version": version, "scope": "required",
            "description": words,
            "licenses": [{"expression": licence} if " WITH " in licence else {"license": {"id": licence}}],
            "externalReferences": [{"type": "vcs", "url": url}],
        })
    components += [debian_component(package, names) for package, names in sorted(debian.items())]

    direct = [f"swift:{child['identity']}" for child in json.loads(
        pathlib.Path(options.packages).read_text(encoding="utf-8"))["dependencies"]]
    arrows = {root: sorted(direct + ["inside:swift-runtime"] + [f"deb:{package}" for package in debian])}
    for identity, (_, _, below) in sorted(packages.items()):
        arrows[f"swift:{identity}"] = sorted(
            [f"swift:{child}" for child in below] + [f"inside:{name}" for name in INSIDE.get(identity, [])])

    below = [f"inside:{name}" for name in ("gcc-runtime", "icu") if name in inside]
    if below:
        arrows["inside:swift-runtime"] = below

    moment = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    parts = json.dumps(components, sort_keys=True)
    document = {
        "bomFormat": "CycloneDX", "specVersion": "1.6",
        "serialNumber": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, root + parts)), "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", moment),
            "component": {"type": "application", "bom-ref": root, "name": "canary", "version": options.version},
        },
        "components": components,
        "dependencies": [{"ref": ref, "dependsOn": below} for ref, below in arrows.items()],
    }
    pathlib.Path(options.o).write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
