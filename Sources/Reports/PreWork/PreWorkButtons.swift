/// The script of an invitee's page: what its buttons do, and how it begins. The last part.
let preWorkButtons = #"""
      // Nothing is pressed twice while it works.
      const busy = (button, status, work) => async () => {
        if (button.disabled) return;
        button.disabled = true;
        status.textContent = say('working');
        try {
          status.textContent = await work();
        } catch {
          status.textContent = say('failed');
        }
        button.disabled = false;
      };

      const saveAnswers = async () => {
        const at = changes;
        const { problems, answers } = collect();
        tell($('problem'), problems);
        if (problems.length > 0) return '';
        const text = await sealAnswers({
          contributor: page.contributor, edition: edition + 1, role: chosen(roles),
          answers: Object.fromEntries(answers),
        });
        if (text.length > LARGEST) {
          tell($('problem'), [[$('save-answers'), say('tooLong')]]);
          return '';
        }
        edition += 1;
        const name = give(text, 'answers', 'canary-answers');
        kept = at;
        $('after').hidden = false;
        return say('saved', name);
      };

      const saveDraft = async () => {
        const field = $('draft-passphrase');
        const at = changes;
        tell($('draft-problem'), isBlank(field.value) ? [[field, say('noPassphrase')]] : []);
        if (isBlank(field.value)) return '';
        const answers = questions.map((question) => [question.id, {
          choice: chosen(question.radios), reason: question.reason.value, note: question.note.value,
        }]).filter(([, entry]) => entry.choice !== null || entry.reason !== '' || entry.note !== '');
        const text = await sealDraft(
          { edition, role: chosen(roles), answers: Object.fromEntries(answers) }, field.value);
        if (text.length > LARGEST) {
          tell($('draft-problem'), [[field, say('tooLong')]]);
          return '';
        }
        const name = give(text, 'draft', 'canary-draft');
        kept = at;
        return say('draftSaved', name);
      };

      const goOn = async () => {
        const refuse = (reason) => {
          tell($('open-problem'), [[reason === 'draftClosed' ? $('open-passphrase') : $('open-file'), say(reason)]]);
          return '';
        };
        const file = $('open-file').files[0];
        if (!file) return refuse('noFile');
        if (file.size > LARGEST) return refuse('draftForeign');
        let draft = null;
        try {
          draft = await openDraft(await file.text(), $('open-passphrase').value);
        } catch (reason) {
          return refuse(typeof reason === 'string' ? reason : 'draftForeign');
        }
        tell($('open-problem'), []);
        if (changes !== kept && !window.confirm(say('replace'))) return '';
        edition = Math.max(edition, draft.edition);
        for (const radio of roles) radio.checked = radio.value === draft.role;
        for (const question of questions) {
          const entry = draft.answers?.[question.id] ?? {};
          for (const radio of question.radios) radio.checked = radio.value === entry.choice;
          question.reason.value = entry.reason ?? '';
          question.note.value = entry.note ?? '';
          question.part.querySelector('details').open = question.note.value !== '';
        }
        shown = null;
        update();
        $('more').textContent = '';
        kept = changes;
        $('open-passphrase').value = '';
        $('open-file').value = '';
        return say('draftOpened', $('progress').textContent);
      };

      const startPaper = () => {
        window.addEventListener('beforeprint', () => {
          for (const question of questions) {
            question.copy.textContent = question.note.value;
            question.copy.hidden = isBlank(question.note.value);
          }
        });
        window.addEventListener('afterprint', () => {
          for (const question of questions) question.copy.hidden = true;
        });
      };

      const start = async () => {
        if (!globalThis.crypto?.subtle) {
          $('unable').hidden = false;
          return;
        }
        // The words are of the key that is sealed to, whatever else a page says.
        const digest = await sha256(bytes(page.key));
        $('fingerprint').textContent = [...digest.slice(0, 8)].map((byte) => page.words[byte]).join(' ');
        for (const form of document.querySelectorAll('form')) {
          form.addEventListener('submit', (event) => event.preventDefault());
          form.hidden = false;
        }
        $('answers').addEventListener('input', changed);
        for (const question of questions) {
          question.clear.addEventListener('click', () => {
            for (const radio of question.radios) radio.checked = false;
            changed();
            question.radios[0].focus();
          });
        }
        $('save-answers').addEventListener('click', busy($('save-answers'), $('save-status'), saveAnswers));
        $('draft').addEventListener('submit', busy($('save-draft'), $('draft-status'), saveDraft));
        $('go-on').addEventListener('submit', busy($('open-draft'), $('open-status'), goOn));
        window.addEventListener('beforeunload', (event) => {
          if (changes !== kept) event.preventDefault();
        });
        startPaper();
        update();
      };
      start();
    })();

    """#
