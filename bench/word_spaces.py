#!/usr/bin/env python3
"""How even the word spaces of a finished PDF are, from the boxes that pdftotext finds.

    bench/word_spaces.py BOOK.pdf [NARROWEST WIDEST]    measures of lines in points, default 300 360

Only lines that reach an edge which other lines of their page reach too are counted: those are justified. Each
line counts with the median of its gaps, in parts of its height; the gap behind a list's marker is no word space.
"""
import collections
import html
import re
import statistics
import subprocess
import sys

LINE = re.compile(r"<line [^>]*>(.*?)</line>", re.S)
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
MARKER = re.compile(r"[•–◦▪-]|\(?\w{1,3}[.)]")
HYPHENS = ("-", "\u00ad", "\u2010")
FEWEST_WORDS = 4  # fewer gaps say nothing about a line
HANGING = 4  # points by which a hyphen or a full stop may stand outside
FEWEST_AT_EDGE = 6  # lines of a page that end at the same place by chance are fewer


def lines_of(page):
    """The lines of a page, each a list of words (left, top, right, bottom, text)."""
    for line in LINE.findall(page):
        words = [(*map(float, word[:4]), html.unescape(word[4])) for word in WORD.findall(line)]
        if words:
            yield words


def edges_of(lines):
    """Where several lines of a page end, each place with what may hang out of it."""
    ends = collections.Counter(round(words[-1][2] * 5) for words in lines)
    near = {end: sum(ends[end + step] for step in (-1, 0, 1)) for end in ends}
    return [end / 5 for end, count in near.items() if count >= FEWEST_AT_EDGE]


def justified_lines(page, narrowest, widest):
    lines = list(lines_of(page))
    edges = edges_of(lines)
    for words in lines:
        at_edge = any(-0.4 <= words[-1][2] - edge <= HANGING for edge in edges)
        width = words[-1][2] - words[0][0]
        if at_edge and len(words) >= FEWEST_WORDS and narrowest <= width <= widest:
            yield words


def space_of(words):
    height = statistics.median(bottom - top for _, top, _, bottom, _ in words)
    if MARKER.fullmatch(words[0][4]):
        words = words[1:]
    return statistics.median(after[0] - before[2] for before, after in zip(words, words[1:])) / height


def ends_in_hyphen(words):
    return words[-1][4].endswith(HYPHENS)


def third_hyphens(page):
    """How many lines of a page end in a hyphen like the two before them."""
    found, row = 0, 0
    for words in lines_of(page):
        row = row + 1 if ends_in_hyphen(words) else 0
        found += row >= 3
    return found


def measure(pdf, narrowest, widest):
    boxes = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], capture_output=True, text=True, check=True)
    spaces, hyphens, rows = [], 0, 0
    for page in boxes.stdout.split("<page ")[1:]:
        lines = list(justified_lines(page, narrowest, widest))
        spaces += map(space_of, lines)
        hyphens += sum(map(ends_in_hyphen, lines))
        rows += third_hyphens(page)
    return spaces, hyphens, rows


def main():
    if len(sys.argv) not in (2, 4):
        sys.exit(__doc__)
    narrowest, widest = map(float, sys.argv[2:] or (300, 360))
    spaces, hyphens, rows = measure(sys.argv[1], narrowest, widest)
    if len(spaces) < 2:
        sys.exit(f"bench/word_spaces.py: no justified lines of {narrowest:g} to {widest:g} pt in {sys.argv[1]}")
    median = statistics.median(spaces)
    above = [100 * sum(space > times * median for space in spaces) / len(spaces) for times in (1.5, 2)]
    print(f"{len(spaces)} justified lines of {narrowest:g} to {widest:g} pt")
    print(f"{statistics.pstdev(spaces) / statistics.mean(spaces):8.3f}  standard deviation over mean of word spaces")
    print(f"{above[0]:7.2f}%  lines with spaces over 1.5 times the median")
    print(f"{above[1]:7.2f}%  lines with spaces over twice the median")
    print(f"{100 * hyphens / len(spaces):7.1f}%  lines that end in a hyphen")
    print(f"{rows:8}  third hyphens in a row")


if __name__ == "__main__":
    main()
