const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * The page with what it would ask for first, in its head: `app/session.ts` reads it there. Data in an attribute, since
 * the content security policy runs no script that stands in a page.
 */
export const withStart = (page: string, start: object): string => {
  const content = JSON.stringify(start).replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? '');
  return page.replace('</head>', () => `<meta name="demarche-start" content="${content}" /></head>`);
};
