"""On what it was measured, and with which versions."""

import datetime
import os
import platform
import re
import shutil
from importlib import metadata

from measuring import Failed, run

PACKAGES = [
    "questionary", "datalogic-py", "cel-expr-python", "zen-engine", "check-jsonschema", "pyxform", "PyYAML", "orjson",
    "duckdb", "polars", "XlsxWriter", "openpyxl",
]
PROGRAMS = {"sqlite3": ["sqlite3", "--version"], "whiptail": ["whiptail", "--version"], "gcc": ["gcc", "-dumpfullversion"]}


def described(canary):
    """Sentences on the machine and on what ran on it."""
    with open("/proc/cpuinfo") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = [f"{name} {version(name)}" for name in PACKAGES]
    return [
        f"Measured on {datetime.date.today():%d %B %Y}".replace(" 0", " ") + ": "
        f"{model.group(1) if model else 'unknown processor'}, {os.cpu_count()} cores, {memory:.0f} GB of memory, Linux "
        f"{platform.release()}, load {os.getloadavg()[0]:.1f} at the beginning.",
        f"Canary {program_version([canary, '--version'])}, a release build with the static Swift library. Python "
        f"{platform.python_version()}; " + ", ".join(versions) + "; "
        + ", ".join(f"{name} {program_version(command)}" for name, command in PROGRAMS.items()) + ".",
    ]


def version(package):
    """The version of a Python package."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "(could not be installed)"


def program_version(command):
    """The version that a program says it has."""
    if not shutil.which(str(command[0])):
        return "(not installed)"
    try:
        said = run(command)
    except Failed:
        return "(unknown version)"
    found = re.search(r"\d+(\.\d+)+", said)
    return found.group(0) if found else said.strip().split("\n")[0]
