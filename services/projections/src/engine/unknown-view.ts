/** No view has this name. */
export class UnknownView extends Error {
  override readonly name = 'UnknownView';
  constructor(view: string, names: readonly string[]) {
    super(`There is no view ${view}. The views are ${names.join(', ')}.`);
  }
}
