#!/usr/bin/env python3
"""How alike SVG pictures are in a finished PDF and in a browser: mean structural similarity (Wang et al. 2004) of
their luminance at 100 pixels an inch, 1 for the same.

    bench/pictures.py [PICTURE.svg ...]     default: the project's drawings and the corpus's (../shared/corpus,
                                            or where RELIURE_CORPUS says)

Needs pdftoppm (poppler), chromium, and numpy and Pillow (Debian: python3-numpy python3-pil). Each picture is a book of one page of its size. Both sides set text in
the project's fonts. KEEP=FOLDER keeps the renderings. Ends with 1 when a picture is below 0.98.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy
from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("RELIURE", ROOT / "build/release/src/reliure")
DPI = 100
# Both sides are drawn so many times finer and averaged: what is compared is the drawing, not how two programs round
# lines to pixels.
FINER = 4
LEAST = 0.98
WINDOW = 8
DRAWINGS = ["styles/*.svg", "content/*/img/*.svg", "../shared/corpus/guide-achats/img/guide-achats/*.svg"]


def size_of(svg):
    """Width and height in CSS pixels, from the root's attributes or its view box."""
    root = re.search(r"<svg[^>]*>", svg).group()
    sides = [re.search(rf'\s{name}="([\d.]+)(?:px)?"', root) for name in ("width", "height")]
    if all(sides):
        return tuple(float(side.group(1)) for side in sides)
    return tuple(float(n) for n in re.search(r'viewBox="([^"]*)"', root).group(1).replace(",", " ").split()[2:])


def luminance(path):
    fine = numpy.asarray(Image.open(path).convert("RGB")) @ numpy.array([0.299, 0.587, 0.114])
    height, width = (side // FINER for side in fine.shape)
    return fine[:height * FINER, :width * FINER].reshape(height, FINER, width, FINER).mean((1, 3))


def means(values):
    """The mean of each window, by sums over both sides."""
    sums = numpy.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    n = WINDOW
    return (sums[n:, n:] - sums[:-n, n:] - sums[n:, :-n] + sums[:-n, :-n]) / (n * n)


def similarity(a, b):
    height, width = min(a.shape[0], b.shape[0]), min(a.shape[1], b.shape[1])
    a, b = a[:height, :width], b[:height, :width]
    mean_a, mean_b = means(a), means(b)
    var_a, var_b = means(a * a) - mean_a**2, means(b * b) - mean_b**2
    both = means(a * b) - mean_a * mean_b
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return (((2 * mean_a * mean_b + c1) * (2 * both + c2)) /
            ((mean_a**2 + mean_b**2 + c1) * (var_a + var_b + c2))).mean()


def run(arguments):
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"bench/pictures.py: {arguments[0]}: {done.stderr}")


def ours(picture, size, folder):
    (folder / "picture.svg").write_text(picture)
    (folder / "page.md").write_text('<img src="picture.svg" alt="">\n')
    (folder / "page.css").write_text(
        f"@page {{ size: {size[0]}px {size[1]}px; margin: 0; background: white; @bottom-center {{ content: none }} }}\n"
        f"h1, header, nav {{ display: none }} p {{ margin: 0; line-height: 0; text-indent: 0 }}\n"
        f"img {{ display: block; width: {size[0]}px; height: {size[1]}px; max-width: none; max-height: none; margin: 0 }}\n")
    (folder / "book.yaml").write_text(
        "title: Picture\nlanguage: en\ncontent: {pages: [page.md]}\nstyles: page.css\ntitle-page: false\ncontents: false\n"
        "editions: {pdf: {format: pdf}}\n")
    run([PROGRAM, "build", folder / "book.yaml", "-o", folder / "out"])
    pdf = next((folder / "out").glob("*.pdf"))
    run(["pdftoppm", "-png", "-r", DPI * FINER, "-f", 1, "-l", 1, "-singlefile", pdf, folder / "ours"])
    return luminance(folder / "ours.png")


def theirs(picture, size, folder):
    """Inline, since a picture in a file of its own does not see the page's fonts."""
    faces = "".join(
        f'@font-face {{ font-family: "{name}"; font-weight: {weight}; src: url("{path.as_uri()}") }}\n'
        for name, weight, path in project_faces(picture))
    body = re.sub(r"^\s*(<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*", "", picture, flags=re.S)
    scale = DPI * FINER / 96
    (folder / "page.html").write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><style>{faces}html, body {{ margin: 0; background: white }}'
        f"body > svg {{ display: block; width: {size[0]}px; height: {size[1]}px }}</style>{body}")
    window = f"--window-size={int(size[0]) + 1},{int(size[1]) + 1}"
    run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-lcd-text",
         "--font-render-hinting=none", "--allow-file-access-from-files", "--virtual-time-budget=3000",
         f"--force-device-scale-factor={scale}", window, f"--screenshot={folder / 'theirs.png'}", folder / "page.html"])
    return luminance(folder / "theirs.png")


def project_faces(picture):
    """Every family that the picture names, in the project's sans serif: what a book without that font takes."""
    families = set()
    for names in re.findall(r"font-family\s*[:=]\s*[\"']?([^;\"'}>]+)", picture):
        families.update(name.strip() for name in names.split(","))
    weights = {400: "Regular", 600: "Semibold", 700: "Bold"}
    for family in sorted(families - {"serif", "sans-serif", "monospace", ""}):
        for weight, style in weights.items():
            for path in ROOT.glob(f"fonts/**/source-sans-3-{style.lower()}.ttf"):
                yield family, weight, path


def main():
    names = sys.argv[1:] or sorted(str(path) for pattern in DRAWINGS for path in ROOT.glob(pattern))
    if not sys.argv[1:] and (corpus := os.environ.get("RELIURE_CORPUS")):
        names += sorted(str(path) for path in pathlib.Path(corpus).glob("**/*.svg"))
    worst = 1.0
    for name in dict.fromkeys(names):
        picture = pathlib.Path(name).read_text()
        with tempfile.TemporaryDirectory() as made:
            folder = pathlib.Path(os.environ.get("KEEP", made)) / pathlib.Path(name).stem
            folder.mkdir(parents=True, exist_ok=True)
            size = size_of(picture)
            value = similarity(ours(picture, size, folder), theirs(picture, size, folder))
        worst = min(worst, value)
        print(f"{value:.4f}  {pathlib.Path(name).name}")
    sys.exit(0 if worst >= LEAST else 1)


main()
