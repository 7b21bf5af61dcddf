"""Looks at reports in headless Chromium: contrast, cut and overlapping text, requests to a network.

    python3 Benchmarks/looks.py Reports/*.html [--pictures FOLDER]

Each page is opened light and dark, on a wide page and on a telephone of 380 pixels, and is laid out for print. In each, every
text has to have a contrast of 4.5 to what lies behind it (WCAG 2.2, AA), no text of a drawing may leave its drawing or cover
another, nothing may be wider than the page unless it scrolls, and nothing may be requested. Ends with 1 where that does not hold.
With --pictures the screens and a PDF are kept, to be looked at. Needs `chromium` (Debian), nothing else.
"""

import argparse
import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# What is asked of a page. It runs in a copy of the report that may run scripts.
PROBE = """
const faults = [], seen = {texts: 0, drawn: 0, requests: performance.getEntriesByType('resource').length}
const channels = text => (text.match(/[\\d.]+/g) || []).map(Number)
const luminance = ([r, g, b]) => [r, g, b].map(value => value / 255)
  .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0)
const contrast = (a, b) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}
const blend = (top, share, below) => top.slice(0, 3).map((value, index) => value * share + below[index] * (1 - share))
const paper = element => {
  for (let at = element; at; at = at.parentElement) {
    const colour = channels(getComputedStyle(at).backgroundColor)
    if (colour.length === 3 || colour[3] > 0) return colour
  }
  return [255, 255, 255]
}
const shown = element => element.checkVisibility() && element.getBoundingClientRect().width > 0
const say = (kind, text, more) => faults.push(kind + ': "' + text.trim().slice(0, 60) + '" ' + more)
for (const fold of document.querySelectorAll('details')) fold.open = true
for (const element of document.querySelectorAll('body *')) {
  if (element.closest('svg') || element.closest('script') || !shown(element)) continue
  const text = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('')
  if (!text.trim()) continue
  seen.texts += 1
  const ratio = contrast(channels(getComputedStyle(element).color), paper(element))
  if (ratio < 4.5) say('contrast ' + ratio.toFixed(2), text, getComputedStyle(element).color)
  const range = document.createRange()
  range.selectNodeContents(element)
  const [own, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
  if (element.matches('td,th') && own.right > box.right + 2) say('cut in its cell', text, '')
  if (own.right > innerWidth + 1 && !element.closest('.scroll,pre')) say('wider than the page', text, '')
}
for (const drawing of document.querySelectorAll('svg')) {
  if (!shown(drawing)) continue
  const frame = drawing.getBoundingClientRect(), below = [], boxes = []
  for (const mark of drawing.querySelectorAll('rect,path,text')) {
    const style = getComputedStyle(mark), box = mark.getBoundingClientRect()
    if (mark.tagName !== 'text') {
      if (style.fill !== 'none' && !mark.matches('.band')) below.push({box, style})
      continue
    }
    seen.drawn += 1
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    let ground = paper(drawing)
    for (const {box, style} of below) {
      if (box.left <= x && x <= box.right && box.top <= y && y <= box.bottom)
        ground = blend(channels(style.fill), Number(style.fillOpacity), ground)
    }
    const ratio = contrast(channels(style.fill), ground)
    if (ratio < 4.5) say('contrast ' + ratio.toFixed(2), mark.textContent, style.fill)
    // A line's box is higher than its letters.
    const inner = {left: box.left + 1, right: box.right - 1, top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2}
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || inner.top < frame.top - 1 || inner.bottom > frame.bottom + 1)
      say('leaves its drawing', mark.textContent, drawing.getAttribute('aria-label'))
    for (const other of boxes) {
      if (inner.left < other.right && other.left < inner.right && inner.top < other.bottom && other.top < inner.bottom)
        say('covers another', mark.textContent, drawing.getAttribute('aria-label'))
    }
    boxes.push(inner)
  }
}
if (seen.requests) faults.push('requests: ' + seen.requests)
parent.postMessage({faults, seen}, '*')
"""


def chromium(page: Path, dark: bool, *options: str) -> str:
    """Opens a page; preferredColorScheme is 0 for dark, 1 for light."""
    command = [
        "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=20000",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}", *options, page.as_uri(),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=300).stdout


def frame(text: str, width: int, height: int) -> str:
    """A window of any width: headless Chromium's own is 500 pixels at least."""
    return (
        "<!DOCTYPE html><meta charset=utf-8><meta name=color-scheme content='light dark'><body style='margin:0'>"
        f"<iframe style='border:0;width:{width}px;height:{height}px' srcdoc=\"{html.escape(text)}\"></iframe><pre id=answer></pre>"
        "<script>onmessage = event => document.getElementById('answer').textContent = JSON.stringify(event.data)</script>"
    )


def probed(text: str, media: str) -> str:
    """The page with the questions in the place of its own script; print looks as its style sheet says for paper."""
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    if media == "print":
        text = text.replace("@media print", "@media all").replace("@media screen", "@media not all")
    return re.sub(r"<script>.*?</script>", lambda _: f"<script>onload = () => document.fonts.ready.then(() => {{{PROBE}}})</script>", text, flags=re.S)


def check(report: Path, folder: Path, pictures: Path | None) -> int:
    text = report.read_text(encoding="utf-8")
    faults = 0
    for name, width, dark, media in [
        ("light", 820, False, "screen"), ("dark", 820, True, "screen"), ("phone", 380, False, "screen"),
        ("phone-dark", 380, True, "screen"), ("print", 700, False, "print"),
    ]:
        page = folder / f"{report.stem}-{name}.html"
        page.write_text(frame(probed(text, media), width, 2_000), encoding="utf-8")
        answer = re.search(r'<pre id="answer">(.*?)</pre>', chromium(page, dark, "--dump-dom"), re.S)
        found = json.loads(html.unescape(answer.group(1))) if answer and answer.group(1) else None
        if found is None:
            print(f"{report.name} {name}: the page did not answer")
            faults += 1
            continue
        seen = found["seen"]
        print(f"{report.name} {name}: {seen['texts']} texts, {seen['drawn']} in drawings, {len(found['faults'])} faults")
        for fault in sorted(set(found["faults"]))[:20]:
            print(f"  {fault}")
        faults += len(found["faults"])
        if pictures and media == "screen":
            height = 9_000 if width > 500 else 16_000
            page.write_text(frame(text, width, height), encoding="utf-8")
            chromium(page, dark, f"--screenshot={pictures / f'{report.stem}-{name}.png'}", f"--window-size={max(width, 500)},{height}")
    if pictures:
        chromium(report.resolve(), False, "--no-pdf-header-footer", f"--print-to-pdf={pictures / f'{report.stem}.pdf'}")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--pictures", type=Path, help="a folder to keep screens and PDFs in")
    arguments = parser.parse_args()
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        faults = sum(check(report, Path(folder), arguments.pictures) for report in arguments.reports)
    print(f"{faults} faults in {len(arguments.reports)} pages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
