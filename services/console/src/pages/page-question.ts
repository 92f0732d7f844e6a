/** What a page asks before it can be read, and nothing else: the server asks it, too, while the page is on its way. */
export interface PageQuestion {
  readonly document: string;
  readonly variables: object;
}
