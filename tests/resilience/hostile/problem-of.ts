import { ProblemDocument } from '@demarche/contracts';
import type { Answer } from './wire.ts';

/** Codes of problems that are about fields, and name each. */
const aboutFields = new Set(['malformed', 'personal-data-suspected']);

/** Longer than this and a refusal would be a way to make the server work. */
const LONGEST = 64 * 1024;

/** What is wrong with a refusal as such: it must be a problem document of the status it came with, and name the fields. */
export const faultsOfRefusal = ({ status, headers, text }: Answer): readonly string[] => {
  if (!headers['content-type']?.startsWith('application/problem+json')) return ['is no problem document'];
  const document = ProblemDocument.safeParse(JSON.parse(text));
  if (!document.success) return [`is malformed itself: ${document.error.message}`];
  return [
    ...faultsOfFields(document.data),
    ...(document.data.status === status ? [] : [`says ${document.data.status}`]),
    ...(text.length > LONGEST ? [`is ${text.length} characters long`] : []),
  ];
};

const faultsOfFields = ({ code, errors = [] }: ProblemDocument): readonly string[] => {
  if (aboutFields.has(code) && errors.length === 0) return ['names no field'];
  return errors.some(isUnnamed) ? ['leaves a field or its fault unnamed'] : [];
};

const isUnnamed = ({ field, message }: { field: string; message: string }): boolean => field === '' || message === '';

export const codeOf = (answer: Answer): string => (JSON.parse(answer.text) as { code?: string }).code ?? '';
