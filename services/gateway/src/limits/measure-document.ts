import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** What a document asks for, counted without looking at the schema and without executing anything. */
export interface DocumentMeasures {
  readonly depth: number;
  /** Of fields that have arguments or fields of their own. */
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly introspects: boolean;
}

export const measureDocument = (document: DocumentNode): DocumentMeasures => {
  const fragments = fragmentsOf(document);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const depthOf = depthMeter(fragments);
  return {
    depth: Math.max(0, ...operations.map(({ selectionSet }) => depthOf(selectionSet))),
    rootFields: Math.max(0, ...operations.map(({ selectionSet }) => fieldsOf(selectionSet, fragments, new Set()))),
    ...countNodes(document),
  };
};

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

/** An alias of a plain value only renames what is there already; any other can have the same work done twice. */
const isAskedAgain = (field: FieldNode): boolean =>
  field.selectionSet !== undefined || (field.arguments ?? []).length > 0;

const countNodes = (document: DocumentNode) => {
  const counts = { aliases: 0, directives: 0, introspects: false };
  visit(document, {
    Directive() {
      counts.directives += 1;
    },
    Field(field) {
      if (field.alias && isAskedAgain(field)) counts.aliases += 1;
      if (isIntrospection(field.name.value)) counts.introspects = true;
    },
  });
  return counts;
};

/** Every fragment is measured once. One that contains itself counts as nothing here: graphql's own rule refuses it. */
const depthMeter = (fragments: Fragments): ((selectionSet: SelectionSetNode) => number) => {
  const measured = new Map<string, number>();
  const ofSelection = (selection: SelectionNode): number => {
    switch (selection.kind) {
      case Kind.FIELD:
        // Introspection is deep by nature; graphql's own rule bounds it.
        return isIntrospection(selection.name.value) ? 1 : 1 + ofSelections(selection.selectionSet);
      case Kind.INLINE_FRAGMENT:
        return ofSelections(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return ofFragment(selection.name.value);
    }
  };
  const ofSelections = (selectionSet: SelectionSetNode | undefined): number =>
    Math.max(0, ...(selectionSet?.selections ?? []).map(ofSelection));
  const ofFragment = (name: string): number => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, 0);
    const depth = ofSelections(fragments.get(name)?.selectionSet);
    measured.set(name, depth);
    return depth;
  };
  return ofSelections;
};

const fieldsOf = (selectionSet: SelectionSetNode, fragments: Fragments, seen: Set<string>): number => {
  const counts = selectionSet.selections.map((selection): number => {
    if (selection.kind === Kind.FIELD) return 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, fragments, seen);
    const fragment = fragments.get(selection.name.value);
    if (!fragment || seen.has(selection.name.value)) return 0;
    return fieldsOf(fragment.selectionSet, fragments, seen.add(selection.name.value));
  });
  return counts.reduce((sum, count) => sum + count, 0);
};
