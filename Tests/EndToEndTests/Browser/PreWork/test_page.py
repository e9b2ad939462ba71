#!/usr/bin/env python3
"""Tests of an invitee's page, as canary invite --html makes it: test_page.py InChromium|InFirefox[.NAME]

CANARY_UNDER_TEST names the program. Needs playwright, axe-playwright-python, websocket-client and cryptography from PyPI.
"""

import base64
import hashlib
import json
import random
import re
import subprocess
import unittest
from pathlib import Path

import axe_playwright_python
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from browsers import Chromium, Firefox
from workshop import HOSTILE, Workshop, fill_in, look, open_sealed, parts, run, saved, saved_draft, went_on

HERE = Path(__file__).parent
AXE = next(Path(axe_playwright_python.__file__).parent.glob("**/axe.min.js")).read_text()
COVER = "corporate-support.chief-executive-cover"


class InBrowser:
    kind = None

    @classmethod
    def setUpClass(cls):
        cls.browser = cls.kind()
        cls.workshop = Workshop()
        cls.other = Workshop(people=1)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.browser.forget()

    def setUp(self):
        self.browser.complaints.clear()
        self.browser.requests.clear()
        self.browser.open(self.workshop.pages[0])
        self.browser.look("(async () => { while (document.getElementById('answers').hidden) await new Promise((go) => setTimeout(go, 20)); })()")

    def look(self, body):
        return look(self.browser, body)

    def test_rfc_vectors_run_in_the_browser(self):
        vector = json.loads((HERE / "vector.json").read_text())
        code = re.search(r"  const utf8 =.*?(?=  // End of HPKE\.)", self.workshop.pages[0].read_text(), re.S).group()
        result = self.look(code + f"""
            const hex = (text) => Uint8Array.from(text.match(/../g) ?? [], (two) => parseInt(two, 16));
            const url = (data) => base64(data).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
            const point = hex('{vector["pkEm"]}');
            const jwk = {{ kty: 'EC', crv: 'P-256', x: url(point.slice(1, 33)), y: url(point.slice(33)) }};
            const curve = {{ name: 'ECDH', namedCurve: 'P-256' }};
            const pair = {{
              publicKey: await crypto.subtle.importKey('jwk', jwk, curve, true, []),
              privateKey: await crypto.subtle.importKey(
                'jwk', {{ ...jwk, d: url(hex('{vector["skEm"]}')) }}, curve, false, ['deriveBits']),
            }};
            const found = await hpke.seal(
              hex('{vector["pkRm"]}'), hex('{vector["info"]}'), hex('{vector["aad"]}'), hex('{vector["pt"]}'), pair);
            const text = (data) => [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('');
            return [text(found.encapsulated), text(found.content)];""")
        self.assertEqual(result, [vector["enc"], vector["ct"]])

    def test_everything_is_answered_saved_and_opened_by_an_independent_program(self):
        expected = fill_in(self.browser, self.workshop)
        self.assertEqual(self.look("return progress();"), "56 of 56 answered")
        first = saved(self.browser, "children's-services-leaders")
        second = saved(self.browser)
        self.look("document.querySelector('#role input[value=members]').click();")
        third = saved(self.browser)
        opened = [self.workshop.opened(file) for file in (first, second, third)]
        contributor = self.workshop.contributors[0]
        for edition, (found, role) in enumerate(zip(opened, ["children's-services-leaders", "members", "members"]), 1):
            self.assertEqual(list(found), ["contributor", "edition", "role", "answers"])
            self.assertEqual((found["contributor"], found["edition"], found["role"]), (contributor, edition, role))
            self.assertEqual(found["answers"], expected)
        # The same answers sealed twice have nothing in common but chance.
        contents = [parts(file.read_bytes())[2] for file in (second, third)]
        self.assertEqual(len(contents[0]), len(contents[1]))
        same = sum(one == other for one, other in zip(*(content[1:] for content in contents)))
        self.assertLess(same / len(contents[0]), 0.01)
        for file in (first, second, third):
            self.assertRegex(file.name, r"^answers-[a-z0-9]{6}\.canary-answers$")
            text = file.read_text()
            self.assertEqual(text.count("\n"), 2)
            for word in ["alert(1)", contributor, "members", "political"]:
                self.assertNotIn(word, text)
        # Another key, another workshop in the info, another first line: nothing opens.
        file = first.read_bytes()
        for changed in [file.replace(self.workshop.id.encode(), b"aaaa-aaaa"), file.replace(b'{"format"', b'{ "format"'), file[:-9] + b"AAAA" + file[-5:]]:
            with self.assertRaises(InvalidTag):
                open_sealed.opened(self.workshop.key, changed)
        with self.assertRaises(InvalidTag):
            open_sealed.opened(self.other.key, file)
        self.assertTrue(self.look("return !document.getElementById('after').hidden;"))
        self.assertEqual(self.browser.complaints, [])
        self.assertEqual(self.browser.requests, [])

    def test_what_is_pressed_too_early_is_said(self):
        save = "document.getElementById('save-answers').click(); await until('save-status'); return problems();"
        self.assertEqual(self.look(save), ["Choose the group that you belong to.", "Answer one question at least."])
        self.look("document.querySelector('#role input').click(); answer('political-support.leader-accepts', 'not-applicable');")
        self.assertEqual(self.look("return progress();"), "0 of 55 answered")
        self.assertEqual(self.look(save), ["Political support 1 needs a reason why it does not apply.", "Answer one question at least."])
        focused = self.look("document.querySelector('.problem:not([hidden]) a').click(); return document.activeElement.id;")
        self.assertEqual(focused, "reason0")
        # Half a character is refused by name: no file could hold it.
        self.look("answer('political-support.leader-accepts', '3', null, 'x \\ud800 y');")
        self.assertEqual(self.look(save), ["Political support 1 holds half a character, as a faulty copy leaves it. Type that part again."])
        self.look("answer('political-support.leader-accepts', 'not-applicable', '\\udc00', '');")
        self.assertEqual(self.look(save)[0], "Political support 1 holds half a character, as a faulty copy leaves it. Type that part again.")
        cleared = self.look("""answer('political-support.leader-accepts', '3', null, 'a\\r\\nb'); part('political-support.leader-accepts').querySelector('button').click();
            return [part('political-support.leader-accepts').querySelector('textarea').value, progress()];""")
        self.assertEqual(cleared, ["a\nb", "0 of 55 answered"])
        self.assertEqual(self.look("""put(document.getElementById('draft-passphrase'), ' '); document.getElementById('save-draft').click(); await idle('save-draft');
            return [...document.querySelectorAll('#draft-problem li')].map((item) => item.textContent);"""), ["Give a passphrase of your own."])

    def test_a_note_that_no_file_holds_is_refused(self):
        self.look("answer('political-support.leader-accepts', '3', null, 'W'.repeat(3200000));")
        self.look("document.querySelector('#role input').click();")
        found = self.look("document.getElementById('save-answers').click(); await until('save-status'); return problems();")
        self.assertEqual(found, ["What you wrote is too long for a file. Shorten your longest note."])

    def test_a_question_on_a_condition_comes_and_goes_and_loses_nothing(self):
        hidden = f"return part('{COVER}').hidden;"
        self.assertTrue(self.look(hidden))
        self.look("answer('corporate-support.chief-executive-accepts', '1');")
        self.assertFalse(self.look(hidden))
        self.assertEqual(self.look("return [progress(), document.getElementById('more').textContent];"), ["1 of 56 answered", "Because of that answer this is asked, too: Corporate support 3."])
        self.look(f"answer('{COVER}', '4', null, 'kept');")
        for other in ["3", "dont-know", "not-applicable"]:
            self.look(f"answer('corporate-support.chief-executive-accepts', '{other}', 'none');")
            self.assertTrue(self.look(hidden), other)
        self.assertNotIn(COVER, self.workshop.opened(saved(self.browser))["answers"])
        self.look("answer('corporate-support.chief-executive-shares', '2');")
        self.assertFalse(self.look(hidden))
        self.assertEqual(self.workshop.opened(saved(self.browser))["answers"][COVER], {"answer": {"rating": 4}, "note": "kept"})

    def test_a_draft_comes_back_as_it_was(self):
        expected = fill_in(self.browser, self.workshop)
        saved(self.browser)
        self.look("answer('political-support.leader-accepts', null, null, 'half \\ud800');")
        draft = saved_draft(self.browser, "pass Ünïcode \u65e5 words")
        self.assertRegex(draft.name, r"^draft-[a-z0-9]{6}\.canary-draft$")
        self.assertFalse(self.look("return window.dispatchEvent(new Event('beforeunload', { cancelable: true })) === false;"))
        # Opened by others, by the words of its first line.
        header, fields, content = parts(draft.read_bytes())
        self.assertEqual((fields["rounds"], fields["kdf"]), (600_000, "PBKDF2-HMAC-SHA256"))
        key = PBKDF2HMAC(hashes.SHA256(), 32, base64.b64decode(fields["salt"]), fields["rounds"]).derive("pass Ünïcode \u65e5 words".encode())
        plain = json.loads(AESGCM(key).decrypt(base64.b64decode(fields["nonce"]), content, header))
        self.assertEqual((plain["edition"], plain["role"]), (1, "members"))
        self.assertNotIn(self.workshop.contributors[0], json.dumps(plain))

        self.browser.open(self.workshop.pages[0])
        self.assertEqual(self.look("return progress();"), "0 of 55 answered")
        wrong = went_on(self.browser, draft, "pass unicode words")
        self.assertEqual(wrong, [["The passphrase does not open that draft, or the file was changed. Nothing was changed here."], ""])
        self.assertEqual(self.look("return progress();"), "0 of 55 answered")
        # What is typed is given up only where somebody says so; here the browser's question is answered with yes.
        self.look("answer('political-support.leader-accepts', 'dont-know');")
        self.browser.dialogs.clear()
        # Typed with combining marks it is the same passphrase.
        self.assertEqual(went_on(self.browser, draft, "pass U\u0308ni\u0308code \u65e5 words"), [[], "The draft is open: 56 of 56 answered. Go on where you left it."])
        self.assertEqual(self.browser.dialogs, ["confirm"])
        back = self.look("return part('political-support.leader-accepts').querySelector('textarea').value;")
        self.assertEqual(back, "half \ud800")
        self.look(f"answer('political-support.leader-accepts', null, null, {json.dumps(HOSTILE[0])});")
        found = self.workshop.opened(saved(self.browser))
        self.assertEqual(found["answers"], expected)
        self.assertEqual(found["edition"], 2, "what is saved from the draft is newer")

    def test_a_draft_from_another_page_of_the_workshop_keeps_the_name_of_the_page(self):
        self.look("answer('political-support.leader-accepts', '3');")
        draft = saved_draft(self.browser, "words")
        self.browser.open(self.workshop.pages[1])
        self.assertEqual(went_on(self.browser, draft, "words")[0], [])
        found = self.workshop.opened(saved(self.browser))
        self.assertEqual((found["contributor"], found["answers"]), (self.workshop.contributors[1], {"political-support.leader-accepts": {"answer": {"rating": 3}}}))

    def test_a_draft_that_is_damaged_or_of_another_workshop_is_refused(self):
        self.look("answer('political-support.leader-accepts', '3');")
        draft = saved_draft(self.browser, "words")
        answers = saved(self.browser)
        text = draft.read_text()
        header, content, _ = text.split("\n")
        foreign = "That file is no draft of such answers, or it is damaged. Nothing was changed."
        closed = "The passphrase does not open that draft, or the file was changed. Nothing was changed here."
        cases = [
            ("cut", text[:40_000], foreign), ("short", text[:-9] + "\n", foreign), ("empty", "", foreign), ("none", "{}\n\n", foreign),
            ("null", "null\nAAAA\n", foreign), ("changed", f"{header}\n{'B' if content[0] == 'A' else 'A'}{content[1:]}\n", closed),
            ("header", f"{header[:-1]} }}\n{content}\n", closed), ("few", text.replace("600000", "1000"), foreign),
            ("many", text.replace("600000", "60000000"), foreign), ("answers", answers.read_text(), foreign), ("noise", "\x00\xff" * 999, foreign),
        ]
        for name, changed, sentence in cases:
            file = self.workshop.folder / f"{name}.canary-draft"
            file.write_text(changed)
            self.assertEqual(went_on(self.browser, file, "words"), [[sentence], ""], name)
        self.assertEqual(self.look("return progress();"), "1 of 55 answered")
        # As a mail program may leave it.
        crlf = self.workshop.folder / "crlf.canary-draft"
        crlf.write_bytes(text.replace("\n", "\r\n").encode())
        self.assertEqual(went_on(self.browser, crlf, "words")[0], [])
        self.browser.open(self.other.pages[0])
        other = went_on(self.browser, draft, "words")
        self.assertEqual(other, [["That draft is for another workshop or other questions. Nothing was changed."], ""])

    def test_leaving_with_answers_that_are_not_saved_asks(self):
        leaves = "return window.dispatchEvent(new Event('beforeunload', { cancelable: true }));"
        self.assertTrue(self.look(leaves))
        self.look("answer('political-support.leader-accepts', '3');")
        self.assertFalse(self.look(leaves))
        saved(self.browser)
        self.assertTrue(self.look(leaves))
        self.look("answer('political-support.leader-accepts', null, null, 'more');")
        self.assertFalse(self.look(leaves))
        saved_draft(self.browser, "x")
        self.assertTrue(self.look(leaves))

    def test_nothing_leaves_the_page_and_nothing_stays_in_it(self):
        self.look("window.broken = []; document.addEventListener('securitypolicyviolation', (event) => window.broken.push(event.violatedDirective));")
        fill_in(self.browser, self.workshop)
        saved(self.browser)
        saved_draft(self.browser, "x")
        self.assertEqual(self.look("return window.broken;"), [])
        self.assertEqual(self.browser.requests, [])
        self.assertEqual(self.browser.complaints, [])
        kept = self.look("return [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases?.() ?? []).length];")
        self.assertEqual(kept, [0, 0, "", 0])
        refused = self.look("""
            const no = [];
            await fetch('https://example.com/').catch(() => no.push('fetch'));
            await fetch('data:,x').catch(() => no.push('data'));
            await new Promise((go) => { const image = new Image(); image.onerror = () => { no.push('image'); go(); }; image.src = 'https://example.com/x.png'; });
            try { const socket = new WebSocket('wss://example.com/'); await new Promise((go) => { socket.onerror = () => { no.push('socket'); go(); }; }); } catch { no.push('socket'); }
            const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script);
            if (!window.ran) no.push('script');
            return no;""")
        self.assertEqual(refused, ["fetch", "data", "image", "socket", "script"])
        text = self.workshop.pages[0].read_text()
        self.assertNotRegex(text, r"https?://|localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML")
        self.assertEqual(text.count("<script"), 1)
        self.assertNotRegex(text, r"\sstyle=|\son\w+=")

    def test_it_says_whose_key_it_is_and_asks_what_is_counted(self):
        on_page = self.workshop.on(self.workshop.pages[0])
        words = " ".join(on_page["words"][byte] for byte in hashlib.sha256(base64.b64decode(on_page["key"])).digest()[:8])
        self.assertIn(words, " ".join(self.workshop.said.split()))
        self.assertEqual(self.look("return document.getElementById('fingerprint').textContent;"), words)
        ids = self.look("return [...document.querySelectorAll('[data-question]')].map((part) => part.dataset.question);")
        self.assertEqual(len(ids), 57)
        self.assertFalse([id for id in ids if id.startswith("where-you-stand") or id.endswith("-post")])
        self.assertEqual(len(self.look("return [...document.querySelectorAll('#role input')].map((radio) => radio.value);")), 6)

    def test_axe_finds_nothing(self):
        states = {
            "fresh": "", "open": "for (const part of document.querySelectorAll('details')) part.open = true;",
            "refused": """document.getElementById('save-answers').click(); document.getElementById('save-draft').click(); document.getElementById('open-draft').click();
                answer('political-support.leader-accepts', 'not-applicable'); await idle('save-answers');""",
            "saved": "answer('political-support.leader-accepts', '1'); document.querySelector('#role input').click(); document.getElementById('save-answers').click(); await until('save-status'); await idle('save-answers');",
        }
        self.browser.look(f"(() => {{ {AXE}; window.axe = axe; }})()")
        for state, body in states.items():
            self.look(body)
            found = self.look("return (await axe.run()).violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`);")
            self.assertEqual(found, [], state)


class InChromium(InBrowser, unittest.TestCase):
    kind = Chromium

    def test_axe_finds_nothing_in_light_and_dark_at_every_width(self):
        page = self.browser.page
        for scheme in ["light", "dark"]:
            for width, height in [(320, 256), (320, 900), (768, 900), (1280, 900)]:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": height})
                self.look("for (const part of document.querySelectorAll('details')) part.open = true; document.getElementById('save-answers').click(); await idle('save-answers');")
                self.browser.look(f"(() => {{ {AXE}; window.axe = axe; }})()")
                found = self.look("return (await axe.run()).violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`);")
                self.assertEqual(found, [], f"{scheme} {width}")
                self.assertLessEqual(self.look("return document.documentElement.scrollWidth;"), width)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1000, "height": 900})

    def test_a_broken_page_does_not_pass(self):
        broken = self.workshop.folder / "broken.html"
        broken.write_text(self.workshop.pages[0].read_text().replace(' lang="en-GB"', "").replace('for="open-passphrase"', ""))
        self.browser.open(broken)
        self.browser.look(f"(() => {{ {AXE}; window.axe = axe; }})()")
        found = self.look("return (await axe.run()).violations.map((v) => v.id);")
        self.assertIn("html-has-lang", found)
        self.assertIn("label", found)

    def test_it_is_answered_by_keyboard_alone(self):
        keys = self.browser.page.keyboard
        keys.press("Tab")
        self.assertEqual(self.look("return document.activeElement.textContent;"), "Skip to the questions")
        keys.press("Enter")
        keys.press("Tab")
        keys.press("ArrowDown")  # from the first group to the second
        self.assertEqual(self.look("return document.querySelector('#role input:checked').value;"), "corporate")
        keys.press("Tab")
        keys.press("Space")  # level 1
        keys.press("ArrowDown")
        self.assertEqual(self.look("return progress();"), "1 of 55 answered")
        for _ in range(4):
            keys.press("ArrowDown")  # not applicable
        keys.press("Tab")
        keys.type("no leader")
        keys.press("Tab")
        keys.press("Enter")
        keys.press("Tab")
        keys.type("Typed by hand")
        obscured = self.look("""const bar = document.getElementById('progress').getBoundingClientRect(), at = document.activeElement.getBoundingClientRect();
            return at.top < bar.bottom && getComputedStyle(document.getElementById('progress')).position === 'sticky';""")
        self.assertFalse(obscured)
        before = len(self.browser.downloads)
        self.browser.page.locator("#save-answers").focus()
        keys.press("Enter")
        found = self.workshop.opened(self.browser.download(before))
        self.assertEqual(found["role"], "corporate")
        self.assertEqual(found["answers"], {"political-support.leader-accepts": {"answer": {"notApplicable": "no leader"}, "note": "Typed by hand"}})
        # Backwards through the whole page, the bar hides nothing that has the focus.
        hidden = 0
        for _ in range(60):
            keys.press("Shift+Tab")
            hidden += self.look("""const bar = document.getElementById('progress').getBoundingClientRect(), at = document.activeElement.getBoundingClientRect();
                return document.activeElement.closest('#answers') && at.bottom <= bar.bottom && bar.top === 0 ? 1 : 0;""")
        self.assertEqual(hidden, 0)

    def test_the_browser_asks_before_it_leaves(self):
        page = self.browser.page
        page.locator("fieldset.question input").first.click()
        self.browser.dialogs.clear()
        page.reload()
        self.assertEqual(self.browser.dialogs, ["beforeunload"])
        self.assertEqual(self.look("return [progress(), document.querySelectorAll('input:checked').length];"), ["0 of 55 answered", 0])

    def test_without_scripts_it_says_so_and_asks_nothing(self):
        text = self.workshop.pages[0].read_text()
        silent = self.workshop.folder / "silent.html"
        silent.write_text(text.replace("script-src &#39;sha256-", "script-src &#39;sha256-x"))
        self.browser.open(silent)
        self.assertEqual(self.browser.page.locator("form:visible, input:visible, button:visible").count(), 0)
        self.assertIn("<noscript><p", text)

    def test_a_browser_that_cannot_seal_says_so_and_asks_nothing(self):
        page = self.browser.context.new_page()
        page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
        page.goto(self.workshop.pages[0].as_uri())
        page.wait_for_selector("#unable:visible")
        self.assertEqual(page.locator("form:visible, input:visible, button:visible").count(), 0)
        page.close()

    def test_it_is_printed_with_answers_and_notes(self):
        self.look("answer('political-support.leader-accepts', '3', null, 'PRINTED\\nnote');")
        page = self.browser.page
        page.emulate_media(media="print")
        pdf = self.workshop.folder / "page.pdf"
        page.pdf(path=str(pdf), tagged=True)
        page.emulate_media(media="screen")
        self.assertIn(b"/StructTreeRoot", pdf.read_bytes())
        text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True).stdout
        self.assertIn("PRINTED", text)
        self.assertIn("The leader says openly that it is right", text)
        for word in ["Clear the answer", "A note on", "Seal and save", "passphrase"]:
            self.assertNotIn(word, text)
        self.assertFalse(self.look("return [...document.querySelectorAll('.on-paper')].some((copy) => !copy.hidden);"))

    def test_pages_and_ordinary_files_merge_together(self):
        """Five people's pages and one blank session, of whom one seals twice, become one count."""
        workshop, counts, notes = Workshop(), {}, []
        files = []
        for person, page in enumerate(workshop.pages):
            self.browser.open(page)
            plan = []
            for index, question in enumerate(workshop.asked):
                width = 4 if question["kind"] == "rating" else 2
                # The two that others wait for are low for everybody, so that everybody answers everything.
                low = question["id"] in ("corporate-support.chief-executive-accepts", "dcs-leadership.accepts-need")
                level = 0 if low else (index + person) % width
                counts.setdefault(question["id"], [0] * width)[level] += 1
                plan.append([question["id"], str(level + 1) if width == 4 else ["yes", "no"][level], None, f"{HOSTILE[person]} {index}" if index % 9 == person else None])
                notes += [plan[-1][3]] if plan[-1][3] else []
            # The second save of one page is the one that counts.
            if person == 0:
                self.look("answer('political-support.leader-accepts', '4', null, 'of the first save');")
                files.append(str(saved(self.browser)))
            self.look(f"for (const [id, choice, reason, note] of {json.dumps(plan)}) answer(id, choice, reason, note ?? '');")
            files.append(str(saved(self.browser, ["members", "corporate", "front-line", "partners", "middle-managers"][person])))
        blank = workshop.folder / "anna.canary.jsonl"
        run("invite", workshop.id, "-o", blank, sessions=workshop.sessions)
        run("resume", blank, "--plain", sessions=workshop.sessions, given="goto political-support\n3 by hand\nquit\n")
        run("submit", blank, "--role", "members", sessions=workshop.sessions)
        counts["political-support.leader-accepts"][2] += 1
        said = run("merge", workshop.id, *files, str(blank).replace(".canary.jsonl", ".canary-answers"), sessions=workshop.sessions)
        self.assertIn("6 people answered.", said)
        self.assertIn("1 file was another one of the same person", said)
        merged = next(body for body in (json.loads(line).get("body") or {} for line in workshop.journal().split("\n")[:-1]) if "tallies" in body)
        self.assertEqual({id: tally["counts"] for id, tally in merged["tallies"].items()}, counts)
        self.assertEqual(sorted(note for some in merged["notes"].values() for note in some), sorted(notes + ["by hand"]))

    def test_what_is_asked_is_what_the_program_asks(self):
        """Random answers to questionnaires whose conditions have every form, beside the program's own list."""
        chance = random.Random(7)
        for name, rounds in [("corporate-health", 25), ("leadership", 8)]:
            workshop = Workshop(name, people=1)
            on_page = {question["id"] for question in workshop.asked}
            seen = set()
            for _ in range(rounds):
                self.browser.open(workshop.pages[0])
                given = {}
                for question in workshop.asked:
                    levels = ["yes", "yes", "yes", "no"] if question["kind"] == "yes-no" else ["1", "2", "3", "4"]
                    given[question["id"]] = chance.choice(levels * 2 + ["dont-know", "not-applicable", None])
                self.look(f"for (const [id, choice] of {json.dumps([pair for pair in given.items() if pair[1]])}) answer(id, choice, 'none');")
                shown = self.look("return [...document.querySelectorAll('[data-question]')].filter((part) => !part.hidden).map((part) => part.dataset.question);")
                sheet = workshop.folder / "sheet.yaml"
                sheet.write_text("".join(
                    f"{id}: {'{not-applicable: none at all}' if given[id] == 'not-applicable' else given[id]}\n" for id in shown if given[id]))
                session = run("start", name, "--no-walk", sessions=workshop.sessions).strip()
                run("answer", session, str(sheet), sessions=workshop.sessions)
                pack = json.loads(run("export", session, "--format", "json", sessions=workshop.sessions))
                asked = {answer["question"]["id"] for area in pack["areas"] for answer in area["answers"]}
                self.assertEqual(set(shown), asked & on_page)
                seen.add(tuple(shown))
            self.assertGreater(len(seen), 2, "the answers made a difference")


class InFirefox(InBrowser, unittest.TestCase):
    kind = Firefox

    def press(self, *keys):
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.browser.ask("input.performActions", context=self.browser.context, actions=[{"type": "key", "id": "keys", "actions": actions}])

    def test_it_is_answered_by_keyboard_and_asks_before_it_is_left(self):
        tab, enter, down = "\ue004", "\ue007", "\ue015"
        self.press(tab)
        self.assertEqual(self.look("return document.activeElement.textContent;"), "Skip to the questions")
        # A driven Firefox lets Enter follow a link, but neither it nor Space press a button, on a plain page as on this one.
        for keys in [enter, tab, down, tab, down, down]:
            self.press(keys)
        self.assertEqual(self.look("return [document.querySelector('#role input:checked').value, progress()];"), ["corporate", "1 of 55 answered"])
        self.press(tab)
        self.assertEqual(self.look("const at = document.activeElement; at.click(); return at.tagName;"), "SUMMARY")
        for keys in [tab, *"by hand"]:
            self.press(keys)
        self.assertEqual(self.workshop.opened(saved(self.browser, "corporate"))["answers"], {"political-support.leader-accepts": {"answer": {"rating": 3}, "note": "by hand"}})
        self.browser.dialogs.clear()
        self.browser.open(self.workshop.pages[0])
        self.assertEqual(self.browser.dialogs, [])
        for keys in [tab, enter, tab, down]:
            self.press(keys)
        self.browser.open(self.workshop.pages[0])
        self.assertEqual(self.browser.dialogs, ["beforeunload"])
        self.assertEqual(self.look("return document.querySelectorAll('input:checked').length;"), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
