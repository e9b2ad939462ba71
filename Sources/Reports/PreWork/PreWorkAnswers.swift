/// The script of an invitee's page: which questions are asked, what is answered, and what is missing. The third part.
let preWorkAnswers = #"""
      const RADIO = 'input[type=radio]';
      const questions = [...document.querySelectorAll('fieldset.question')].map((part) => ({
        id: part.dataset.question, kind: part.dataset.kind, name: part.dataset.name, part,
        when: page.conditions[part.dataset.question] ?? null,
        radios: [...part.querySelectorAll(RADIO)],
        reason: part.querySelector('.reason input'), note: part.querySelector('textarea'),
        clear: part.querySelector('button'), copy: part.querySelector('.on-paper'),
      }));
      const byID = new Map(questions.map((question) => [question.id, question]));
      const roles = [...$('role').querySelectorAll(RADIO)];
      const chosen = (radios) => radios.find((radio) => radio.checked)?.value ?? null;
      // White space as the program has it.
      const isBlank = (text) => /^\p{White_Space}*$/u.test(text);

      // How often these answers were sealed; of one person's files the one with the greatest number counts.
      let edition = 0;
      let changes = 0;
      let kept = 0;

      // The value as a condition has it; nothing for don't know and not applicable, which no condition takes for an answer.
      const valueOf = (question) => {
        const choice = chosen(question.radios);
        if (choice === 'yes' || choice === 'no') return choice === 'yes';
        return choice !== null && /^\d+$/.test(choice) ? Number(choice) : null;
      };
      const askedNow = () => {
        const known = new Map();
        const holds = (when) => {
          if (when.all) return when.all.every(holds);
          if (when.any) return when.any.some(holds);
          if (when.not) return !holds(when.not);
          const other = byID.get(when.question);
          if (!other || !isAsked(other)) return false;
          const value = valueOf(other);
          return value !== null && when.is.includes(value);
        };
        const isAsked = (question) => {
          if (question.when === null) return true;
          if (!known.has(question.id)) {
            // A circle only has to come to an end.
            known.set(question.id, false);
            known.set(question.id, holds(question.when));
          }
          return known.get(question.id);
        };
        return questions.filter(isAsked);
      };

      const responseTo = (question) => {
        const choice = chosen(question.radios);
        if (choice === null) return null;
        if (choice === 'dont-know') return 'dontKnow';
        if (choice === 'not-applicable') {
          return isBlank(question.reason.value) ? null : { notApplicable: question.reason.value };
        }
        return question.kind === 'yes-no' ? { yesNo: choice === 'yes' } : { rating: Number(choice) };
      };

      let shown = null;
      const update = () => {
        const asked = askedNow();
        const members = new Set(asked);
        for (const question of questions) {
          question.part.hidden = !members.has(question);
          question.part.querySelector('.reason').hidden = chosen(question.radios) !== 'not-applicable';
          question.clear.hidden = chosen(question.radios) === null;
        }
        const answered = asked.filter((question) => responseTo(question) !== null).length;
        const progress = say('progress', answered, asked.length);
        if ($('progress').textContent !== progress) $('progress').textContent = progress;
        const more = shown === null ? [] : asked.filter((question) => !shown.has(question));
        if (more.length > 0) $('more').textContent = say('more', more.map((question) => question.name).join(', '));
        else if (shown !== null && shown.size > members.size) $('more').textContent = '';
        shown = members;
      };
      const changed = () => {
        changes += 1;
        update();
      };

      const tell = (box, problems) => {
        box.querySelector('ul').replaceChildren(...problems.map(([target, text]) => {
          const item = document.createElement('li');
          const link = document.createElement('a');
          link.href = '#';
          link.textContent = text;
          link.addEventListener('click', (event) => {
            event.preventDefault();
            const closed = target.closest('details');
            if (closed) closed.open = true;
            target.focus();
          });
          item.append(link);
          return item;
        }));
        box.hidden = problems.length === 0;
        if (problems.length > 0) box.querySelector('h3').focus();
      };
      // Half a character, as a faulty program leaves it in what is pasted; no file can hold it.
      const isBroken = (text) => /\p{Surrogate}/u.test(text);

      const collect = () => {
        const problems = [];
        const answers = [];
        if (chosen(roles) === null) problems.push([roles[0], say('noRole')]);
        for (const question of askedNow()) {
          const isAway = chosen(question.radios) === 'not-applicable';
          if (isAway && isBlank(question.reason.value)) problems.push([question.reason, say('noReason', question.name)]);
          if (isAway && isBroken(question.reason.value)) problems.push([question.reason, say('broken', question.name)]);
          if (isBroken(question.note.value)) problems.push([question.note, say('broken', question.name)]);
          const entry = {};
          const answer = responseTo(question);
          if (answer !== null) entry.answer = answer;
          if (!isBlank(question.note.value)) entry.note = question.note.value;
          if (Object.keys(entry).length > 0) answers.push([question.id, entry]);
        }
        if (!answers.some(([, entry]) => 'answer' in entry)) problems.push([questions[0].radios[0], say('nothing')]);
        return { problems, answers };
      };

    """#
