#!/usr/bin/env python3
"""Where the pages of a finished PDF begin and end, from its tags and from where its text stands.

    bench/page_ends.py BOOK.pdf

Prints widows and orphans (one line of a paragraph alone on its page), headings parted from what they announce,
pages under a quarter full, and by how much facing pages end at different heights. The last pages of chapters
are no subject of the last three: a page ends a chapter when the next one begins with a new section of the tags.
"""
import base64
import collections
import json
import re
import subprocess
import sys

TOKEN = re.compile(rb"/P\S* <</MCID (\d+)>>BDC|/\S+ <</MCID (\d+)>>BDC|(BDC|BMC)|\b(EMC)\b|\b(BT)\b|"
                   rb"([-\d.]+) ([-\d.]+) Td\b|([-\d.]+) ([-\d.]+) Tm\b|\b(TJ|Tj)\b")
HEADINGS = {"H1", "H2", "H3", "H4", "H5", "H6"}
# Paragraphs whose breaks a reader sees: rows, notes and captions have rules of their own.
OUTSIDE = {"TR", "Note", "Caption", "TOC", "Figure"}
BLOCKS = HEADINGS | {"P", "LBody", "Lbl", "TD", "TH", "Note", "Caption", "Code", "Reference"}
RAISED = 5  # points by which a raised figure leaves its line, and no line its neighbour


class Pdf:
    """The objects of a file, as qpdf writes them."""

    def __init__(self, path):
        # A warning (exit code 3) is not ours to judge.
        out = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                             stdout=subprocess.PIPE, check=False).stdout
        read = json.loads(out)
        self.objects = read["qpdf"][1]
        self.pages = [page["object"] for page in read["pages"]]
        self.contents = [page["contents"] for page in read["pages"]]

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            value = self.objects["obj:" + value].get("value")
        return value

    def stream(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])


def baselines(stream):
    """For each marked content of a page, the baselines of its text in order."""
    found = collections.defaultdict(list)
    marks, y = [], 0.0
    for match in TOKEN.finditer(stream):
        mcid = match[1] or match[2]
        if mcid is not None:
            marks.append(int(mcid))
        elif match[3]:
            marks.append(None)
        elif match[4]:
            marks.pop()
        elif match[5]:
            y = 0.0
        elif match[7]:
            y += float(match[7])
        elif match[9]:
            y = float(match[9])
        elif marks and marks[-1] is not None:
            found[marks[-1]].append(y)
    return found


class Block:
    def __init__(self, kind, path, opens, parent=None):
        self.kind = kind
        self.parent = parent
        self.path = path  # of structure types above it
        self.opens = opens  # whether a section begins with it
        self.lines = []  # (page, baseline), in reading order

    def add(self, page, y):
        if not self.lines or self.lines[-1][0] != page or abs(self.lines[-1][1] - y) > RAISED:
            self.lines.append((page, y))

    def lines_on(self, page):
        return sum(1 for at, _ in self.lines if at == page)


def blocks_of(pdf, text):
    """The blocks of the structure tree that have text, in reading order; `text` is that of each page."""
    page_number = {page: number for number, page in enumerate(pdf.pages)}
    root = pdf.get(next(value["value"] for value in pdf.objects.values()
                        if isinstance(value.get("value"), dict) and value["value"].get("/Type") == "/Catalog"))
    found = []

    opening = False

    def walk(element, page, block, path, parent=None):
        nonlocal opening
        element = pdf.get(element)
        if isinstance(element, int):
            if block and page is not None:
                for y in text[page].get(element, []):
                    block.add(page, y)
            return
        page = page_number.get(element.get("/Pg"), page)
        if "/MCID" in element:
            walk(element["/MCID"], page, block, path)
            return
        kind = element.get("/S", "/").lstrip("/")
        if kind in BLOCKS:
            block = Block(kind, path, opening, parent)
            opening = False
            found.append(block)
        opening = opening or kind in {"Sect", "Part", "Art", "TOC"}
        kids = pdf.get(element.get("/K", []))
        for kid in kids if isinstance(kids, list) else [kids]:
            walk(kid, page, block, path + [kind], id(element))

    walk(pdf.get(root["/StructTreeRoot"]), None, None, [])
    return [block for block in found if block.lines]


def single_lines(blocks):
    """Paragraphs over a page break with one line alone: orphans before it, widows behind."""
    orphans, widows = [], []
    for block in blocks:
        pages = sorted({page for page, _ in block.lines})
        if len(pages) < 2 or block.kind not in HEADINGS | {"P", "LBody"} or OUTSIDE & set(block.path):
            continue
        if block.lines_on(pages[0]) == 1:
            orphans.append(pages[0] + 1)
        if block.lines_on(pages[-1]) == 1:
            widows.append(pages[-1] + 1)
    return orphans, widows


def parted_headings(blocks):
    """Pages on which a heading is the last. What stands alone in its box, as a card's title, announces nothing."""
    together = collections.Counter(block.parent for block in blocks)
    return [block.lines[-1][0] + 1 for block, after in zip(blocks, blocks[1:])
            if block.kind in HEADINGS and together[block.parent] > 1 and not after.opens and after.lines[0][0] > block.lines[-1][0]]


class Page:
    def __init__(self):
        self.top, self.foot, self.first = float("-inf"), float("inf"), None


def pages_of(pdf, blocks):
    pages = [Page() for _ in pdf.pages]
    for block in blocks:
        for number, y in block.lines:
            page = pages[number]
            page.first = page.first or (block if block.lines[0][0] == number else Block("", block.path, False))
            page.top, page.foot = max(page.top, y), min(page.foot, y)
    return pages


def ends_chapter(pages, number):
    after = pages[number + 1] if number + 1 < len(pages) else None
    return after is None or after.first is None or after.first.opens


def main():
    pdf = Pdf(sys.argv[1])
    text = [baselines(b"\n".join(pdf.stream(each) for each in contents)) for contents in pdf.contents]
    blocks = blocks_of(pdf, text)
    pages = pages_of(pdf, blocks)
    orphans, widows = single_lines(blocks)
    print("orphans", len(orphans), *orphans)
    print("widows", len(widows), *widows)
    parted = parted_headings(blocks)
    print("headings at a foot", len(parted), *parted)

    inner = [n for n, page in enumerate(pages) if page.first and not ends_chapter(pages, n)]
    top = max((page.top for page in pages if page.first), default=0)
    foot = min((pages[n].foot for n in inner), default=0)
    empty = [n + 1 for n in inner if top - pages[n].foot < (top - foot) / 4]
    print("pages under a quarter full", len(empty), *empty)

    spreads = [n for n in inner if n % 2 == 1 and n + 1 in inner]
    apart = {n: abs(pages[n].foot - pages[n + 1].foot) for n in spreads}
    line = 15  # points: a line of text
    far = [n for n in spreads if apart[n] > line]
    print(f"spreads {len(spreads)}: end on one line {sum(apart[n] < 1 for n in spreads)}, "
          f"within a line {len(spreads) - len(far)}, apart {len(far)}")
    for n in far:
        print(f"  pages {n + 1} and {n + 2}: {apart[n]:.0f} pt")


main()
