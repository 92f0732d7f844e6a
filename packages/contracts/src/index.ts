export * from './catalogue/index.ts';
export * from './commitments/index.ts';
export * from './engagements/index.ts';
export * from './operator/index.ts';
export * from './queries/index.ts';
export * from './recommendations/index.ts';
export * from './values/index.ts';
export * from './vocabularies/index.ts';
