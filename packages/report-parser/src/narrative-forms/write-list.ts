import type { ListSeparator, NarrativeFacts, NarrativeForm } from './narrative-facts.ts';

export type WrittenList = { text: string; items: string[] };

/** The list as the form prints it, and the items that must be read from it. */
export function writeList({ clauses }: NarrativeFacts, { separator }: Pick<NarrativeForm, 'separator'>): WrittenList {
  if (separator === 'semicolons') return semicolons(clauses);
  const items = clauses.map((clause) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`);
  return { text: join(items, separator), items };
}

function semicolons(clauses: readonly string[]): WrittenList {
  const items = clauses.map((clause, index) => {
    const first = index === 0 ? clause.charAt(0).toUpperCase() + clause.slice(1) : clause;
    return index === clauses.length - 1 ? `${first}.` : first;
  });
  const last = items.at(-1) ?? '';
  const text = items.length === 1 ? last : `${items.slice(0, -1).join('; ')}; and ${last}`;
  return { text, items };
}

function join(items: readonly string[], separator: Exclude<ListSeparator, 'semicolons'>): string {
  switch (separator) {
    case 'inline-bullets':
      return items.join(' • ');
    case 'inline-stars':
      return items.join(' * ');
    case 'run-together':
      return items.join('');
    case 'bullet-lines':
      return items.map((item) => `  • ${item}`).join('\n');
    case 'star-lines':
      return items.map((item) => `* ${item}`).join('\n');
    case 'numbered':
      return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
    case 'lines':
      return items.join('\n');
    case 'paragraphs':
      return items.join('\n\n');
  }
}
