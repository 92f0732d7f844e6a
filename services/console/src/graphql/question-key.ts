/** What an answer is known by, in the browser and on the server that sends the first one with the page. */
export const questionKey = (document: string, variables: object): string => JSON.stringify([document, variables]);
