/**
 * The support page in the visitor's language. It runs before the page is drawn, so that the other language never shows;
 * without it both stand one below the other. The choice is kept in the address alone.
 */
(() => {
  const root = document.documentElement;
  const titles = { ja: 'ITサポート窓口', en: 'IT Support Desk' };
  const others = { ja: 'English', en: '日本語' };

  /** @typedef {'ja' | 'en'} Lang */

  /** @param {string | null} tag @returns {Lang} */
  const known = (tag) => (/^ja/i.test(tag ?? navigator.language) ? 'ja' : 'en');

  /** @param {Lang} lang */
  function show(lang) {
    root.lang = lang;
    root.className = `only-${lang}`;
    document.title = titles[lang];
    const change = document.getElementById('switch');
    if (!change) return;
    const other = lang === 'ja' ? 'en' : 'ja';
    change.hidden = false;
    change.lang = other;
    change.textContent = others[lang];
    change.onclick = () => {
      history.replaceState(null, '', `?lang=${other}`);
      show(other);
    };
    document.querySelector('madoguchi-call')?.setAttribute('lang', lang);
  }

  /** Where the desk has a mail form, its mentions become links. */
  async function linkMailForm() {
    const answer = await fetch('/api/v1/desks/helpdesk');
    const { mailForm } = await answer.json();
    for (const mention of document.querySelectorAll('.mail')) {
      const lang = mention.closest('article')?.lang ?? 'en';
      const url = mailForm?.[lang] ?? Object.values(mailForm ?? {})[0];
      if (!url) continue;
      const link = document.createElement('a');
      link.href = url.replace('{reference}', '');
      link.append(...mention.childNodes);
      mention.append(link);
    }
  }

  const first = known(new URLSearchParams(location.search).get('lang'));
  show(first);
  addEventListener('DOMContentLoaded', () => {
    show(first);
    linkMailForm().catch(() => {}); // they stay words
  });
})();
