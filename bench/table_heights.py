#!/usr/bin/env python3
"""The tables of an e-book, set by Reliure and by Chromium at the same width, and how tall each is.

    bench/table_heights.py BOOK.epub [WIDTH] [hyphens]

WIDTH is in points (346, the text of an A4 page of the default styles). Both get the same markup, fonts and sheet;
words are not hyphenated, since Chromium has no patterns on all machines, unless `hyphens` lets Reliure do it.
RELIURE and CHROMIUM name other programs.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

HERE = pathlib.Path(__file__).resolve().parent.parent
RELIURE = os.environ.get("RELIURE", str(HERE / "build/release/src/reliure"))
CHROMIUM = os.environ.get("CHROMIUM", "chromium")
XHTML = "{http://www.w3.org/1999/xhtml}"
PROBE = "#fe0102"  # a colour that no table has
FACES = [("regular", 400, "normal"), ("semibold", 600, "normal"), ("bold", 700, "normal"),
         ("regular-italic", 400, "italic"), ("semibold-italic", 600, "italic")]
SHEET = """
.probe { background-color: %s; margin: 0; padding: 0; font: 9pt/12pt "Source Sans 3"; break-before: page; }
table { width: 100%%; border-collapse: collapse; margin: 0; border: none; font: 9pt/12pt "Source Sans 3";
        font-variant-numeric: lining-nums tabular-nums; hyphens: HYPHENS; text-align: left; break-inside: auto; }
caption { caption-side: top; font-weight: 600; text-align: left; padding: 0 0 5pt; margin: 0; hyphens: HYPHENS;
          font-size: 9pt; line-height: 12pt; }
td, th { padding: 3.5pt 5pt; border: none; border-bottom: 0.75pt solid #000; vertical-align: top; text-align: left;
         hyphens: HYPHENS; line-height: 12pt; font-size: 9pt; background: none; }
th { font-weight: 600; }
td p, th p, td ul, td ol { margin: 0 0 3pt; font: inherit; }
td ul, td ol { padding: 0 0 0 1.2em; }
td li { margin: 0; padding: 0; }
td > :last-child, th > :last-child { margin-bottom: 0; }
sup, sub { line-height: 0; font-size: 0.7em; }
""" % PROBE


def tables_of(epub):
    """The tables of all chapters in the order of their names, as XHTML without line ends."""
    found = []
    with zipfile.ZipFile(epub) as book:
        for name in sorted(book.namelist()):
            if not name.endswith(".xhtml"):
                continue
            for table in ET.fromstring(book.read(name)).iter(XHTML + "table"):
                for parent in table.iter():
                    for marker in parent.findall(XHTML + "span[@role='doc-pagebreak']"):
                        position = list(parent).index(marker)
                        before = parent if position == 0 else list(parent)[position - 1]
                        slot = "text" if position == 0 else "tail"
                        setattr(before, slot, (getattr(before, slot) or "") + (marker.tail or ""))
                        parent.remove(marker)
                for element in table.iter():
                    element.attrib.pop("style", None)
                    element.attrib.pop("id", None)
                    if element.tag == XHTML + "a":
                        element.attrib.clear()
                table.tail = None
                text = ET.tostring(table, encoding="unicode", short_empty_elements=False)
                text = re.sub(r"<(/?)\w+:", r"<\1", re.sub(r'\sxmlns:?\w*="[^"]*"', "", text))
                found.append(re.sub(r"\s*\n\s*", " ", re.sub(r"</(br|col|img|wbr)>", "", text)))
    return found


def ours(folder, tables, width, hyphens):
    pages = "\n\n".join(f'<div class="probe">{table}</div>' for table in tables)
    (folder / "page.md").write_text("---\ntitle: Tables\n---\n" + pages + "\n", encoding="utf-8")
    (folder / "sheet.css").write_text(
        SHEET.replace("HYPHENS", "auto" if hyphens else "manual") +
        "".join("@page %s { size: %dpt 14000pt; margin: 20pt; }\n" % (side, width + 40) for side in ("", ":left", ":right")), encoding="utf-8")
    (folder / "book.yaml").write_text(
        "title: Tables\nlanguage: fr\ncontent: {pages: [page.md]}\ntypography: false\nstyles: [sheet.css]\n"
        "editions: {print: {format: pdf}}\n", encoding="utf-8")
    dump = subprocess.run([RELIURE, "build", "book.yaml", "--stop-after", "pages", "--dump"], cwd=folder,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    probes = re.findall(r"^\s*path \S+ ([\d.]+)x([\d.]+) fill " + PROBE, dump.stdout, re.M)
    if len(probes) != len(tables):
        sys.exit(f"{len(probes)} areas for {len(tables)} tables\n{dump.stderr}")
    return [float(height) for _, height in probes]


def theirs(folder, tables, width):
    faces = "".join(
        f'@font-face {{ font-family: "Source Sans 3"; font-weight: {weight}; font-style: {style}; '
        f'src: url("file://{HERE}/fonts/source-sans-3-{name}.ttf"); }}\n' for name, weight, style in FACES)
    body = "".join(f'<div class="probe">{table}</div>' for table in tables)
    script = ("document.fonts.ready.then(() => { document.title = [...document.querySelectorAll('.probe')]"
              ".map(p => (p.getBoundingClientRect().height * 0.75).toFixed(2) + (p.scrollWidth > p.clientWidth + 1 ? '>' : '')).join(' '); });")
    page = folder / "page.html"
    page.write_text(f'<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><title></title><style>{faces}'
                    f'{SHEET.replace("HYPHENS", "manual")} body {{ margin: 0; width: {width}pt; }}</style>{body}'
                    f"<script>{script}</script></html>", encoding="utf-8")
    shown = subprocess.run([CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                            "--virtual-time-budget=20000", "--dump-dom", page.as_uri()],
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", check=True).stdout
    heights = re.search(r"<title>([\d. &gt;>;]+)</title>", shown)
    if heights is None:
        sys.exit("Chromium measured nothing")
    # A table that reaches out of its page is no lower for it.
    return [None if height.endswith((">", ";")) else float(height) for height in heights.group(1).split()]


def main():
    arguments = [a for a in sys.argv[1:] if a != "hyphens"]
    if not arguments:
        sys.exit(__doc__)
    width = int(arguments[1]) if len(arguments) > 1 else 346
    tables = tables_of(arguments[0])
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        here, there = ours(folder, tables, width, "hyphens" in sys.argv), theirs(folder, tables, width)
    print("table  Reliure  Chromium  ratio")
    for i, (a, b) in enumerate(zip(here, there), 1):
        print(f"{i:5}  {a:7.1f}  {'too wide' if b is None else format(b, '8.1f') + format(a / b, '7.3f')}")
    a, b = (sum(column) for column in zip(*((a, b) for a, b in zip(here, there) if b is not None)))
    print(f"  all  {a:7.1f}  {b:8.1f}  {a / b:5.3f}")


if __name__ == "__main__":
    main()
