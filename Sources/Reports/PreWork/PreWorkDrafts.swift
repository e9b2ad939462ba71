/// The script of an invitee's page: how a draft is sealed with a passphrase and opened. The second part.
let preWorkDrafts = #"""
      const draftKey = async (passphrase, salt, rounds) => crypto.subtle.deriveKey(
        { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
        await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']),
        { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      const DRAFT = 'canary-prework-draft/1';
      const KDF = 'PBKDF2-HMAC-SHA256';

      const sealDraft = async (content, passphrase) => {
        const [salt, nonce] = [random(16), random(12)];
        const header = JSON.stringify({
          format: DRAFT, workshop: page.workshop, questionnaire: page.questionnaire, kdf: KDF, rounds: ROUNDS,
          salt: base64(salt), nonce: base64(nonce),
        });
        const sealed = await crypto.subtle.encrypt(
          { name: 'AES-GCM', iv: nonce, additionalData: utf8(header) },
          await draftKey(passphrase, salt, ROUNDS), padded(content));
        return fileOf(header, new Uint8Array(sealed));
      };

      // Throws the name of the sentence that says why not.
      const openDraft = async (text, passphrase) => {
        const [line, content, ...rest] = text.split(/\r?\n/);
        let header = null;
        let sealed = null;
        let salt = null;
        let nonce = null;
        try {
          header = JSON.parse(line);
          if (rest.length !== 1 || rest[0] !== '' || header.format !== DRAFT) throw new Error(DRAFT);
          [sealed, salt, nonce] = [bytes(content), bytes(header.salt), bytes(header.nonce)];
          if (sealed.length % BLOCK !== 16) throw new Error(DRAFT);
        } catch { throw 'draftForeign'; }
        if (header.workshop !== page.workshop || header.questionnaire !== page.questionnaire) throw 'draftOther';
        if (header.kdf !== KDF || !Number.isInteger(header.rounds) || header.rounds < ROUNDS ||
            header.rounds > MOST_ROUNDS) throw 'draftForeign';
        try {
          const plain = await crypto.subtle.decrypt(
            { name: 'AES-GCM', iv: nonce, additionalData: utf8(line) },
            await draftKey(passphrase, salt, header.rounds), sealed);
          const draft = JSON.parse(new TextDecoder().decode(plain));
          if (!Number.isSafeInteger(draft.edition) || typeof draft.answers !== 'object') throw new Error(DRAFT);
          return draft;
        } catch { throw 'draftClosed'; }
      };

    """#
