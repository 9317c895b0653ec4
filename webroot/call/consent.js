/** The question whether the operator may keep one picture. Each request is answered by itself; closing it means no. */
import { byId } from '../shared/dom.js';

/** @typedef {import('../shared/contract').Consents} Consents */

/** @param {(consent: string, granted: boolean) => Promise<unknown>} answer */
export function createConsentDialog(answer) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('consent'));
  let asked = '';
  /** @type {Set<string>} */
  const answered = new Set();

  dialog.addEventListener('cancel', () => {
    dialog.returnValue = 'refuse';
  });
  dialog.addEventListener('close', () => {
    const consent = asked;
    asked = '';
    if (!consent) return;
    answered.add(consent);
    answer(consent, dialog.returnValue === 'grant').catch(() => answered.delete(consent)); // asked again by the next event
  });

  /** @param {Consents} picture */
  return ({ consents }) => {
    const open = consents.find(({ id, granted }) => granted === null && !answered.has(id))?.id ?? '';
    if (open === asked) return;
    asked = open;
    if (!open) dialog.close();
    else if (!dialog.open) dialog.showModal();
  };
}
