#!/usr/bin/env python3
"""Makes the pictures of pages that the manual and README.md show, from what the manual's examples and the guide build.

    bench/manual_pictures.py

A picture `pictures/ID-3.png` of a page of the manual is page 3 of the PDF of the example below the heading with that id;
`pictures/ID-large-3.png` that of its edition `large`. Needs build/release (the program and tests/books), pdftoppm
(poppler), and Pillow (Debian: python3-pil). What grows beyond 60 kB is told, and the run ends with 1.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from PIL import Image, ImageChops

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/release"
PROGRAM = os.environ.get("RELIURE", BUILD / "src/reliure")
MOST_BYTES = 60_000
# Wide enough for the width at which a forge shows three side by side.
PIXELS = 440
# What README.md shows of the guide: an edition and words that one page alone has.
OF_GUIDE = {"cover": (1, None), "opening": (None, "Or rien n’est plus matériel"), "page": (None, "Charge annuelle de fabrication selon")}


def run(*arguments, **more):
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True, **more)
    if done.returncode:
        sys.exit(f"bench/manual_pictures.py: {arguments[0]}: {done.stdout}{done.stderr}")
    return done.stdout


def without_empty_foot(picture):
    """A page without the white below its last line, but for a little."""
    background = Image.new("RGB", picture.size, picture.getpixel((0, picture.height - 1)))
    box = ImageChops.difference(picture, background).getbbox()
    bottom = min(picture.height, (box[3] if box else picture.height) + picture.width // 20)
    return picture.crop((0, 0, picture.width, max(bottom, picture.height // 3)))


def draw(pdf, page, target, trim):
    """Few colours make small files, and pages have few."""
    with tempfile.TemporaryDirectory() as folder:
        # Four times finer and then averaged: thin strokes keep their weight.
        run("pdftoppm", "-png", "-scale-to-x", PIXELS * 4, "-scale-to-y", -1, "-cropbox", "-f", page, "-l", page, "-singlefile", pdf,
            f"{folder}/page")
        picture = Image.open(f"{folder}/page.png").convert("RGB")
    picture = picture.resize((PIXELS, round(picture.height / 4)), Image.Resampling.BOX)
    picture = without_empty_foot(picture) if trim else picture
    target.parent.mkdir(exist_ok=True)
    picture.quantize(48, dither=Image.Dither.NONE).save(target, optimize=True)
    size = target.stat().st_size
    print(f"{size:>7} {target.relative_to(ROOT)}")
    return size <= MOST_BYTES


def page_with(pdf, words):
    pages = run("pdftotext", pdf, "-").split("\f")
    return next(number for number, text in enumerate(pages, 1) if words in " ".join(text.split()))


def pdf_of(folder, edition):
    """An example's only PDF, or that of the edition."""
    pdfs = sorted((folder / "out").glob(f"*-{edition}.pdf" if edition else "*.pdf"))
    return next((pdf for pdf in pdfs if pdf.stem.endswith("-print")), pdfs[0])


def pictures_of_manual(examples):
    run(BUILD / "tests/books", "--gtest_filter=*Manual*ComeOut*", env=os.environ | {"RELIURE_EXAMPLES": str(examples)})
    ids = sorted((folder.name for folder in examples.iterdir()), key=len, reverse=True)
    manual = ROOT / "content/manual"
    for page in sorted(manual.glob("*.md")):
        for name in re.findall(r"\]\((pictures/[a-z0-9-]+\.png)", page.read_text()):
            stem = pathlib.Path(name).stem
            example = next(each for each in ids if stem.startswith(each + "-"))
            edition, _, number = ("-" + stem[len(example) + 1:]).rpartition("-")
            yield draw(pdf_of(examples / example, edition.strip("-")), int(number), manual / name, True)


def pictures_of_readme(out):
    run(PROGRAM, "build", ROOT / "content/guide", "-o", out, "--edition", "screen")
    pdf = next(out.glob("*.pdf"))
    for name, (page, words) in OF_GUIDE.items():
        yield draw(pdf, page or page_with(pdf, words), ROOT / f"docs/pictures/{name}.png", False)


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "examples").mkdir()
        small = [*pictures_of_manual(folder / "examples"), *pictures_of_readme(folder / "guide")]
    sys.exit(0 if all(small) else 1)


main()
