"""The list of packages is the list of folders, and every data file is packed."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUPTOOLS = SETTINGS["tool"]["setuptools"]
OUTSIDE = {name: path for name, path in SETUPTOOLS["package-dir"].items() if "." in name}


def folder(package):
    for name, path in OUTSIDE.items():
        if package == name or package.startswith(f"{name}."):
            return ROOT / path / package.removeprefix(name).replace(".", "/").lstrip("/")
    return ROOT / "src" / package.replace(".", "/")


def test_every_folder_with_code_is_a_listed_package():
    inside = {
        ".".join(path.parent.relative_to(ROOT / "src").parts)
        for path in (ROOT / "src").rglob("__init__.py")
    }
    inside |= {
        ".".join((name, *init.parent.relative_to(ROOT / path).parts))
        for name, path in OUTSIDE.items()
        for init in (ROOT / path).rglob("__init__.py")
    }
    top = {"techfeod_graph"}
    assert inside | OUTSIDE.keys() | top == set(SETUPTOOLS["packages"])


def test_every_file_beside_the_code_is_packed():
    patterns = SETUPTOOLS["package-data"]
    for package in SETUPTOOLS["packages"]:
        here = folder(package)
        nested = {folder(other) for other in SETUPTOOLS["packages"] if other != package}
        for path in here.rglob("*"):
            inside_other = any(
                other != here and other in path.parents and here in other.parents
                for other in nested
            )
            if not path.is_file() or path.suffix in (".py", ".pyc") or inside_other:
                continue
            name = path.relative_to(here).as_posix()
            assert any(fnmatch(name, p) for p in patterns.get(package, [])), f"{package}: {name}"


def test_the_published_files_are_read_from_the_package():
    from importlib.resources import files

    assert (files("techfeod_graph.data") / "claims.yaml").is_file()
    assert (files("techfeod_graph.ontology") / "techfeod.ttl").is_file()
    assert files("techfeod_graph.data").joinpath("passages.lock").is_file()


def test_the_citation_says_what_the_package_and_the_data_say():
    import yaml

    from techfeod_graph.description import _CREATORS

    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == SETTINGS["project"]["version"]
    assert " AND ".join(citation["license"]) == SETTINGS["project"]["license"]
    assert [author["name"] for author in citation["authors"]] == [_CREATORS]
    assert _CREATORS in (ROOT / "LICENSE").read_text(encoding="utf-8")
    source = yaml.safe_load((ROOT / "data" / "source.yaml").read_text(encoding="utf-8"))
    assert source["version"] == citation["version"]
