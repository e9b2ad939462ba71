/// The script of an invitee's page: what is in it, and how answers are sealed (HPKE of RFC 9180 by WebCrypto). The first of four
/// parts of one function.
let preWorkSealing = #"""
    'use strict';
    (() => {
      const $ = (id) => document.getElementById(id);
      const page = JSON.parse($('workshop').content.textContent);
      const texts = JSON.parse($('texts').content.textContent);
      const say = (name, ...values) => texts[name].replace(/\{(\d)\}/g, (_, place) => String(values[place]));
      // What is sealed is filled up to a multiple of this, so that the length of a file says nothing of notes.
      const BLOCK = 65536;
      const LARGEST = 4 * 1024 * 1024;
      const ROUNDS = 600000;
      const MOST_ROUNDS = 5000000;

      const utf8 = (text) => new TextEncoder().encode(text);
      const joined = (...parts) => {
        const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
        let end = 0;
        for (const part of parts) {
          all.set(part, end);
          end += part.length;
        }
        return all;
      };
      const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const base64 = (data) => {
        let text = '';
        for (const byte of data) text += String.fromCharCode(byte);
        return btoa(text);
      };
      const random = (count) => crypto.getRandomValues(new Uint8Array(count));
      const sha256 = async (data) => new Uint8Array(await crypto.subtle.digest('SHA-256', data));

      // HPKE (RFC 9180), base mode, one message: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
      const hpke = (() => {
        const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
        const NONE = new Uint8Array(0);
        const two = (number) => new Uint8Array([number >> 8, number & 255]);
        const KEM = joined(utf8('KEM'), two(0x0010));
        const SUITE = joined(utf8('HPKE'), two(0x0010), two(0x0001), two(0x0002));
        const hmac = async (key, data) => {
          // A browser takes no empty key; HMAC fills one up with zeros, so that these are the same key.
          const raw = key.length === 0 ? new Uint8Array(32) : key;
          const imported = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
          return new Uint8Array(await crypto.subtle.sign('HMAC', imported, data));
        };
        const extract = (salt, id, label, data) => hmac(salt, joined(utf8('HPKE-v1'), id, utf8(label), data));
        // Nothing that is longer than one block of the hash is ever wanted.
        const expand = async (key, id, label, info, length) => (await hmac(
          key, joined(two(length), utf8('HPKE-v1'), id, utf8(label), info, new Uint8Array([1])))).slice(0, length);

        // The pair is made anew for each message; only a test brings one.
        const seal = async (recipient, info, authenticated, plain, given = null) => {
          const other = await crypto.subtle.importKey('raw', recipient, CURVE, true, []);
          const pair = given ?? await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
          const encapsulated = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
          const shared = new Uint8Array(
            await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, pair.privateKey, 256));
          const secret = await expand(
            await extract(NONE, KEM, 'eae_prk', shared), KEM, 'shared_secret', joined(encapsulated, recipient), 32);
          const context = joined(
            new Uint8Array([0]), await extract(NONE, SUITE, 'psk_id_hash', NONE),
            await extract(NONE, SUITE, 'info_hash', info));
          const schedule = await extract(secret, SUITE, 'secret', NONE);
          const key = await crypto.subtle.importKey(
            'raw', await expand(schedule, SUITE, 'key', context, 32), 'AES-GCM', false, ['encrypt']);
          const nonce = await expand(schedule, SUITE, 'base_nonce', context, 12);
          const content = await crypto.subtle.encrypt(
            { name: 'AES-GCM', iv: nonce, additionalData: authenticated }, key, plain);
          return { encapsulated, content: new Uint8Array(content) };
        };
        return { seal };
      })();
      // End of HPKE.

      const padded = (value) => {
        const plain = utf8(JSON.stringify(value));
        return joined(plain, new Uint8Array(BLOCK - plain.length % BLOCK).fill(0x20));
      };
      const fileOf = (header, content) => `${header}\n${base64(content)}\n`;
      const give = (text, kind, suffix) => {
        const letters = [...random(6)].map((byte) => 'abcdefghjkmnpqrstuvwxyz23456789'[byte % 31]).join('');
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
        link.download = `${kind}-${letters}.${suffix}`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        return link.download;
      };

      const sealAnswers = async (content) => {
        const header = JSON.stringify({
          format: page.format, suite: page.suite, workshop: page.workshop, questionnaire: page.questionnaire,
        });
        const info = utf8([page.format, page.workshop, page.questionnaire].join('\n'));
        // The first line is authenticated to the letter.
        const { encapsulated, content: sealed } = await hpke.seal(bytes(page.key), info, utf8(header), padded(content));
        return fileOf(header, joined(encapsulated, sealed));
      };

    """#
