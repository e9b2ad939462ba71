#!/usr/bin/env python3
"""Opens a page of Canary's in a real browser, Debian's Chromium, and prints what it finds as one JSON object.

    browse.py axe FILE               what axe-core finds, in light and dark, at 320, 768 and 1280 pixels
    browse.py read FILE              what a reader meets: without scripts, by keyboard, in print, with a search
    browse.py review FILE OUTPUT     fills in the reviewer's form, by keyboard, and saves the review file
    browse.py unlock FILE PASSPHRASE OUTPUT   a protected page: the form, a wrong passphrase, the right one, a review
    browse.py refused FILE PASSPHRASE         a page that was tampered with: whether it opens all the same

Needs axe-playwright-python from PyPI, which carries axe-core, and playwright with it.
"""

import json
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"


def main():
    task, file, *rest = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        result = {"axe": axe, "read": read, "review": review, "unlock": unlock, "refused": refused}[task](browser, Path(file).resolve().as_uri(), *rest)
        browser.close()
    print(json.dumps(result))


def opened(browser, address, complaints=None, **options):
    page = browser.new_context(**options).new_page()
    if complaints is not None:
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: request.url == address or complaints.append(request.url))
    page.goto(address)
    return page


def axe(browser, address):
    """Every violation, every complaint of the browser, and every window in which the page is too wide."""
    violations, complaints, wide = [], [], []
    for scheme in ["light", "dark"]:
        for width in [320, 768, 1280]:
            page = opened(
                browser, address, complaints, color_scheme=scheme, viewport={"width": width, "height": 900})
            # What is behind a summary is looked at, too.
            page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
            for violation in Axe().run(page).response["violations"]:
                node = violation["nodes"][0]
                violations.append(f"{scheme} {width} {violation['id']}: {node['html'][:200]}")
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(f"{scheme} {width}")
            page.context.close()
    return {"violations": violations, "complaints": complaints, "wide": wide}


def read(browser, address):
    complaints = []
    silent = opened(browser, address, complaints, java_script_enabled=False)
    without = {
        "levels": silent.locator("details.levels:visible").count() > 0,
        "answers": silent.locator("article.answer:visible").count(),
        "forms": silent.locator("form:visible, #review:visible, details.review:visible").count(),
    }
    page = opened(browser, address, complaints)
    shift = page.evaluate(
        "new Promise(done => new PerformanceObserver(list => done(list.getEntries()"
        ".reduce((sum, entry) => sum + entry.value, 0))).observe({type: 'layout-shift', buffered: true})"
        " || setTimeout(() => done(0), 300))")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    target = page.evaluate("location.hash")
    everything = page.locator("article.answer:visible").count()
    page.locator("#find-words").focus()
    page.keyboard.type("MINUTES")
    found = page.locator("article.answer:visible").count()
    said = page.locator("#found").text_content()
    right = page.evaluate(
        "[...document.querySelectorAll('article.answer:not([hidden])')]"
        ".every(a => a.textContent.toLowerCase().includes('minutes'))")
    page.locator("#find-words").fill("")
    page.locator("#find-area").select_option(index=1)
    area = page.locator("section.area:visible").count()
    # A name in the findings leads to its answer, also where the filter has hidden that.
    page.locator("#find-area").select_option(index=2)
    link = page.locator("#findings a[href^='#q-']").first
    hidden = not page.locator(link.get_attribute("href").replace(".", "\\.")).is_visible()
    link.focus()
    page.keyboard.press("Enter")
    reached = page.evaluate("document.getElementById(location.hash.slice(1)).getBoundingClientRect().top < innerHeight")
    links = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#q-\"]')].every(a => document.getElementById(a.hash.slice(1)))")
    blocked = page.evaluate("fetch('https://example.com/').then(() => false, () => true)")
    # A filter that hides answers on the screen hides none on paper.
    page.locator("#find-area").select_option(index=1)
    hidden_on_screen = page.locator("article.answer:visible").count() < everything
    page.emulate_media(media="print")
    on_paper = page.locator("article.answer:visible").count()
    page.set_viewport_size({"width": 673, "height": 1000})  # what the margins leave of A4
    too_wide = page.evaluate(
        "[...document.querySelectorAll('.wide')].filter(w => w.scrollWidth > w.clientWidth + 1).length")
    printed = page.locator("form:visible, #review:visible, details.review:visible").count()
    tagged = b"/StructTreeRoot" in page.pdf(tagged=True)
    return {
        "complaints": [c for c in complaints if "example.com" not in c], "without": without, "first": first,
        "target": target, "everything": everything, "found": found, "said": said, "right": right, "area": area,
        "link": [hidden, reached, links],
        "blocked": blocked, "shift": shift, "printed": printed, "tagged": tagged,
        "paper": [hidden_on_screen, too_wide, on_paper],
    }


def review(browser, address, output):
    """Fills in one answer of each kind, by keyboard alone, with the mistakes that people make."""
    complaints = []
    page = opened(browser, address, complaints)
    keys = page.keyboard

    # The facts come first and have no level to choose; the first rating has.
    rating = "article.answer[data-kind=rating]"

    def part(number):
        page.locator(f"{rating} details.review summary").nth(number).focus()
        keys.press("Enter")
        keys.press("Tab")

    part(0)
    keys.press("ArrowDown")  # from the first verdict to the second: challenge
    keys.press("Tab")
    keys.type("2")
    page.locator("#review-save").focus()
    keys.press("Enter")
    problems = page.locator("#review-problem li").all_text_contents()
    heading = page.evaluate("document.activeElement.textContent")
    page.locator("#review-problem a").first.focus()
    keys.press("Enter")
    role = page.evaluate("document.activeElement.id")
    keys.type("lead peer")
    page.locator("#review-problem a").last.focus()
    keys.press("Enter")
    keys.type('Minutes say <b>otherwise</b> & "more"')
    keys.press("Tab")
    keys.type("Council minutes")
    keys.press("Tab")
    keys.type("Ask two members")
    part(1)
    keys.press("Space")
    page.locator("#review-save").focus()
    with page.expect_download() as download:
        keys.press("Enter")
    download.value.save_as(output)
    # The file opens again where it was left.
    again = opened(browser, address, complaints)
    again.locator("#review-open").set_input_files(output)
    again.wait_for_function("document.getElementById('review-status').textContent !== ''")
    return {
        "complaints": complaints, "problems": problems, "heading": heading, "role": role,
        "name": download.value.suggested_filename,
        "comment": again.locator(f"{rating} textarea[data-field=comment]").first.input_value(),
        "verdict": again.locator(f"{rating} input[data-field=verdict]:checked").first.input_value(),
    }


def violations(page, state):
    found = []
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        for violation in Axe().run(page).response["violations"]:
            found.append(f"{state} {scheme} {violation['id']}: {violation['nodes'][0]['html'][:200]}")
    return found


def unlock(browser, address, passphrase, output):
    complaints = []
    page = opened(browser, address, complaints)
    found = violations(page, "closed")
    before = page.locator("article.answer").count()
    page.locator("#passphrase").focus()
    page.keyboard.type("wrong")
    page.keyboard.press("Enter")
    page.wait_for_selector("#unlock-problem:visible", timeout=60000)
    problem = page.locator("#unlock-problem").text_content()
    focus = page.evaluate("document.activeElement.id")
    found += violations(page, "refused")
    # As somebody would who was told it by telephone: in small letters, with blanks.
    page.locator("#passphrase").fill(passphrase.lower().replace("-", " "))
    page.keyboard.press("Enter")
    page.wait_for_selector("article.answer", timeout=60000)
    heading = page.evaluate("document.activeElement.tagName")
    found += violations(page, "open")
    page.locator("article.answer details.review summary").first.click()
    page.locator("article.answer input[value=agree]").first.check()
    page.locator("#review-role").fill("peer")
    with page.expect_download() as download:
        page.locator("#review-save").click()
    download.value.save_as(output)
    blocked = page.evaluate("fetch('https://example.com/').then(() => false, () => true)")
    return {
        "violations": found, "complaints": [c for c in complaints if "example.com" not in c], "before": before,
        "problem": problem, "focus": focus, "heading": heading, "answers": page.locator("article.answer").count(),
        "blocked": blocked, "title": page.title(),
    }


def refused(browser, address, passphrase):
    page = opened(browser, address)
    page.locator("#passphrase").fill(passphrase)
    page.keyboard.press("Enter")
    page.wait_for_selector("#unlock-problem:visible, article.answer", timeout=60000)
    return {"opened": page.locator("article.answer").count() > 0}


if __name__ == "__main__":
    main()
