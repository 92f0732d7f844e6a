export type {
  ListHeading,
  ListSeparator,
  NarrativeFacts,
  NarrativeForm,
  Wrapper,
} from './narrative-facts.ts';
export { type WrittenNarrative, wrapLines, writeNarrative } from './write-narrative.ts';
