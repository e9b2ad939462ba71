/// The one script of every page: search, the reviewer's form, and the opening of a protected page.
///
/// It fetches nothing, stores nothing, and puts no text into the page but as text.
let pageScript = #"""
    'use strict';
    (() => {
      const $ = (id) => document.getElementById(id);
      const RADIO = 'input[data-field=verdict]';
      const FIELDS = ['comment', 'seen', 'test'];
      let seal = null;
      let isChanged = false;
      // What tells the reviewer from every other; it stays in the review file.
      let reviewer = null;
      const newReviewer = () => [...crypto.getRandomValues(new Uint8Array(16))]
        .map((byte) => byte.toString(16).padStart(2, '0')).join('');

      const startFilter = () => {
        const form = $('filter');
        if (!form) return;
        const articles = [...document.querySelectorAll('article.answer')];
        const texts = articles.map((a) => a.textContent.toLocaleLowerCase());
        const update = () => {
          const words = $('find-words').value.trim().toLocaleLowerCase().split(/\s+/);
          const area = $('find-area').value;
          const status = $('find-status').value;
          let shown = 0;
          articles.forEach((article, i) => {
            const isShown = words.every((w) => texts[i].includes(w)) &&
              (area === '-' || article.parentElement.dataset.area === area) &&
              (status === '-' || article.dataset.status === status);
            article.hidden = !isShown;
            if (isShown) shown += 1;
          });
          for (const part of document.querySelectorAll('section.area')) {
            part.hidden = ![...part.querySelectorAll('article.answer')].some((a) => !a.hidden);
          }
          $('found').textContent = `${shown} ${$('found').dataset.words} ${articles.length}.`;
        };
        form.addEventListener('submit', (event) => event.preventDefault());
        form.addEventListener('input', update);
        document.addEventListener('click', (event) => {
          const link = event.target.closest('a[href^="#q-"]');
          const article = link && $(link.getAttribute('href').slice(1));
          if (!article || !article.hidden) return;
          form.reset();
          update();
        });
        form.hidden = false;
        update();
      };

      // Paper has no way to open what is closed.
      const startPaper = () => {
        const closed = () => [...document.querySelectorAll('details.levels:not([open])')];
        let opened = [];
        window.addEventListener('beforeprint', () => {
          opened = closed();
          for (const part of opened) part.open = true;
        });
        window.addEventListener('afterprint', () => {
          for (const part of opened) part.open = false;
          opened = [];
        });
      };

      const partOf = (article) => article.querySelector('details.review');
      const field = (article, name) => partOf(article).querySelector(`[data-field=${name}]`);

      const startReview = () => {
        const end = $('review');
        if (!end) return;
        const articles = [...document.querySelectorAll('article.answer')];
        articles.forEach((article, i) => {
          const part = $('review-part').content.cloneNode(true);
          const summary = part.querySelector('summary');
          summary.textContent = `${summary.textContent} ${article.dataset.name}`;
          for (const radio of part.querySelectorAll(RADIO)) radio.name = `verdict-${i}`;
          const scale = article.dataset.scale === '-' ? '' : article.dataset.scale;
          const options = $(`options-${article.dataset.kind}-${scale}`);
          if (options) part.querySelector('select').append(options.content.cloneNode(true));
          else part.querySelector('.own').remove();
          article.append(part);
        });
        const now = new Date();
        const two = (n) => String(n).padStart(2, '0');
        $('review-date').value = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
        end.hidden = false;

        const read = (article) => {
          const verdict = article.querySelector(`${RADIO}:checked`);
          const own = field(article, 'rating');
          const value = own && own.value !== '-' ? own.value : null;
          const entry = {
            question: article.dataset.question,
            verdict: verdict ? verdict.value : 'not-looked-at',
            rating: value !== null && /^\d+$/.test(value) ? Number(value) : value,
          };
          for (const name of FIELDS) entry[name] = field(article, name).value.trim();
          return entry;
        };
        const isEmpty = (entry) => entry.verdict === 'not-looked-at' && entry.rating === null &&
          FIELDS.every((name) => entry[name] === '');
        const tell = (problems) => {
          const box = $('review-problem');
          const list = box.querySelector('ul');
          list.replaceChildren(...problems.map(([target, text]) => {
            const item = document.createElement('li');
            const link = document.createElement('a');
            link.href = '#';
            link.textContent = text;
            link.addEventListener('click', (event) => {
              event.preventDefault();
              const part = target.closest('details');
              if (part) part.open = true;
              const article = target.closest('article');
              if (article) { article.hidden = false; article.parentElement.hidden = false; }
              target.focus();
            });
            item.append(link);
            return item;
          }));
          box.hidden = problems.length === 0;
          if (problems.length > 0) box.querySelector('h3').focus();
        };

        const save = async () => {
          const problems = [];
          if ($('review-role').value.trim() === '') problems.push([$('review-role'), end.dataset.noRole]);
          if (!/^\d{4}-\d\d-\d\d$/.test($('review-date').value)) {
            problems.push([$('review-date'), end.dataset.noDate]);
          }
          const answers = [];
          for (const article of articles) {
            const entry = read(article);
            if (isEmpty(entry)) continue;
            if (['challenge', 'more-evidence'].includes(entry.verdict) && entry.comment === '') {
              problems.push([field(article, 'comment'), `${article.dataset.name} ${end.dataset.incomplete}`]);
            }
            answers.push(entry);
          }
          tell(problems);
          if (problems.length > 0) return;
          reviewer ??= newReviewer();
          const review = {
            format: 'canary-review/1', pack: end.dataset.pack, reviewer, session: end.dataset.session,
            questionnaire: {
              id: end.dataset.questionnaire, version: end.dataset.version, sha256: end.dataset.sha256,
            },
            role: $('review-role').value.trim(), date: $('review-date').value, answers,
          };
          const file = seal ? await seal.close(review) : review;
          const blob = new Blob([JSON.stringify(file, null, 2) + '\n'], { type: 'application/json' });
          const link = document.createElement('a');
          link.href = URL.createObjectURL(blob);
          link.download = `${end.dataset.session}-review-${reviewer.slice(0, 6)}.json`;
          link.click();
          setTimeout(() => URL.revokeObjectURL(link.href), 60000);
          isChanged = false;
          $('review-status').textContent = end.dataset.saved;
        };

        const open = async (file) => {
          let review = null;
          try {
            review = JSON.parse(await file.text());
            if (seal && review.format === 'canary-sealed-review/1') review = await seal.open(review);
          } catch { review = null; }
          if (!review || review.format !== 'canary-review/1' || review.pack !== end.dataset.pack ||
              !Array.isArray(review.answers)) {
            tell([[$('review-open'), end.dataset.unreadable]]);
            return;
          }
          reviewer = /^[0-9a-f]{32}$/.test(review.reviewer) ? review.reviewer : null;
          $('review-role').value = String(review.role ?? '');
          $('review-date').value = String(review.date ?? '');
          for (const entry of review.answers) {
            const article = articles.find((a) => a.dataset.question === entry.question);
            if (!article) continue;
            for (const radio of article.querySelectorAll(RADIO)) radio.checked = radio.value === entry.verdict;
            const own = field(article, 'rating');
            if (own && entry.rating !== null) own.value = String(entry.rating);
            for (const name of FIELDS) field(article, name).value = String(entry[name] ?? '');
            partOf(article).open = true;
          }
          tell([]);
          $('review-status').textContent = end.dataset.opened;
        };

        $('review-save').addEventListener('click', save);
        $('review-open').addEventListener('change', (event) => {
          if (event.target.files.length > 0) open(event.target.files[0]);
        });
        document.addEventListener('input', (event) => {
          if (event.target.closest('details.review')) isChanged = true;
        });
        window.addEventListener('beforeunload', (event) => {
          if (isChanged) event.preventDefault();
        });
      };

      const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const base64 = (buffer) => {
        let text = '';
        for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
        return btoa(text);
      };
      const LEAST = 600000;
      const MOST = 5000000;

      const unlock = async (envelope, passphrase) => {
        const header = JSON.parse(envelope.header);
        if (header.format !== 'canary-protected/1' || header.kdf !== 'PBKDF2-HMAC-SHA256' ||
            !Number.isInteger(header.rounds) || header.rounds < LEAST || header.rounds > MOST) {
          throw new Error('header');
        }
        const material = await crypto.subtle.importKey(
          'raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, ['deriveKey']);
        const key = await crypto.subtle.deriveKey(
          { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(header.salt), iterations: header.rounds },
          material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
        const open = async (head, nonce, content) => new TextDecoder().decode(await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: bytes(nonce), additionalData: new TextEncoder().encode(head) },
          key, bytes(content)));
        const text = await open(envelope.header, header.nonce, envelope.content);
        seal = {
          close: async (review) => {
            const nonce = crypto.getRandomValues(new Uint8Array(12));
            const head = JSON.stringify({
              format: 'canary-sealed-review/1', kdf: header.kdf, rounds: header.rounds, salt: header.salt,
              nonce: base64(nonce),
            });
            const content = await crypto.subtle.encrypt(
              { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(head) },
              key, new TextEncoder().encode(JSON.stringify(review)));
            return { format: 'canary-sealed-review/1', header: head, content: base64(content) };
          },
          open: async (file) => JSON.parse(await open(file.header, JSON.parse(file.header).nonce, file.content)),
        };
        return text;
      };

      const startLock = () => {
        const form = $('unlock');
        const envelope = { header: form.dataset.header, content: $('envelope').content.textContent.trim() };
        form.hidden = false;
        form.addEventListener('submit', async (event) => {
          event.preventDefault();
          const button = form.querySelector('button');
          button.disabled = true;
          $('unlock-problem').hidden = true;
          $('unlock-status').textContent = form.dataset.working;
          try {
            const typed = $('passphrase').value.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
              .replace(/[^0-9A-HJKMNP-TV-Z]/g, '');
            const text = await unlock(envelope, typed);
            const inner = new DOMParser().parseFromString(text, 'text/html');
            document.title = inner.title;
            document.body.replaceChildren(...[...inner.body.childNodes].map((n) => document.importNode(n, true)));
            start();
            const first = document.querySelector('h1');
            first.tabIndex = -1;
            first.focus();
          } catch {
            $('unlock-status').textContent = '';
            $('unlock-problem').hidden = false;
            button.disabled = false;
            $('passphrase').focus();
          }
        });
      };

      const start = () => {
        if ($('unlock')) { startLock(); return; }
        startFilter();
        startReview();
        startPaper();
      };
      start();
    })();
    """#
